// Package prose reads a draft as a sceptical colleague would, and says where
// its tone or its shape works against the writer.
//
// Reach first for [Check], which takes a text and returns [Finding] values:
// the label, the passage in code points, why in one line with the source, and
// how to put it right with the facts that are there. [Limits] says, for a text
// that is not English or has no words, what could not be checked.
//
// How it works: a text is cut into tokens (token.go) and sentences (read.go),
// words get classes (lexicon.go), and cues (pattern.go) say how something is
// put: person, verb, object, and the words between. Each label has one file
// with its rule and its cues; a rule weighs the cues of a sentence against
// what makes a similar sentence clean, such as a number, a date, a repair or a
// request. A small linear scorer (lean.go) has the second word: it sees who does
// what in each clause (signs.go), what the words are about (families.txt), which
// cues were found and what the rest of the draft holds, and gives each label a
// chance. It takes back what a rule said of a sentence that it holds for something
// else, and speaks where no rule does. Its weights (weights.txt) were learnt from
// lines that were written or labelled for this. Nothing is learnt from other
// users and nothing is guessed about the writer.
//
// suggest.go says what to do in terms of the text: what can stay as it is, or
// which piece is missing.
//
// What was said is fine stays fine: [Options] takes labels that are off,
// passages that are meant, and the user's own private notes, which are compared
// and never repeated in a finding.
package prose
