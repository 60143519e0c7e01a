// Package readme reads a boss's own text on how to work with them, and
// proposes what it says.
//
// Reach for [Read]: it takes the text, whose it is and a day, and returns
// proposals: values of the eight dimensions, and what else such a text plainly
// says, such as a goal, office hours or how early papers have to be there.
// Each rests on one sentence, quoted as it stands with its line, and counts as
// a fact that the boss stated on that day. What is not said stays unknown, and
// the dimensions that do are listed. Nothing is stored or decided here: the
// user accepts what is right.
//
// A wrong value costs more than none, so a sentence counts only where it is
// the author's own, of today, and meant. What was once so, what other people
// like, what is quoted, asked, supposed or left open says nothing; neither do
// sentences about the reader. A text that is no such text at all (build
// instructions, a life in dates, minutes, a letter) yields nothing and says
// why. Only English is read; a text in another language is named as such.
//
// Which words speak for which value is known to package profile; here is how
// a text and its sentences are built. The package is pure.
package readme
