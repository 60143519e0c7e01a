// Package compose turns the record of a stretch of work into the report that
// a boss wants to read.
//
// Reach first for [Compose], which does it all. It is five steps, each a value
// that can be printed and each decision in it with its reason:
//
//	Select   every entry of the material is in, with a place, or out
//	Plan     what is in becomes an outline: bottom line, projects, asks, promises
//	adapt    an [Adaptation] changes the outline to suit a reader; [Neutral] does not
//	Write    the outline is cut to its length and put into sentences
//	render   [Report.Markdown], [Report.Text] and [Report.HTML]
//
// What a reader of the result may rely on:
//
//   - Nothing is invented. The words are the user's own; the connecting words
//     all stand in words.go. Every sentence names the entries it rests on, and
//     whatever is in no entry (a count, a date put in words, a project's
//     title) is listed with it as computed, with where it came from.
//   - Nothing is lost. What does not fit the length is counted by kind and
//     project. The facts of a report are its body and its count line, and
//     [Report.Facts] lists them.
//   - A guess is never shown as known: only goals that the user stands behind
//     are named in the text. The guesses are in the reasons.
//   - The same material gives the same bytes, in whatever order it comes.
//
// The package is pure: it reads no clock, so today is part of the material.
package compose
