// Package align says which goals of a boss a piece of work serves.
//
// Reach first for [Links]: it takes one line of work, the goals and what this
// user confirmed or refused before, and returns the goals that the work seems
// to serve, best first, each with a confidence in percent and a reason that a
// person can check. A link whose Confidence is at least [Threshold] may be
// shown as a guess; one below it is only good for a question with a one-key
// answer, because a wrong link costs more than none. Whoever has many lines
// for the same goals makes a [Model] once and asks it; [GoalsOf], [WorkOf] and
// [SeenIn] make the arguments of what the store holds. [Coverage] looks the
// other way: which goals have no work, and which work has no goal.
//
// The evidence, strongest first:
//
//   - the very words the user confirmed before, and the goal of the project
//     that the work belongs to;
//   - words that the work shares with a goal, with entries confirmed for it,
//     or with its projects. Words are compared by stem and root, so that
//     "taxation" meets "tax"; identifiers are taken apart, so that
//     "retryQueue" meets "queue of retries"; initials meet what they stand for;
//   - words of one family, such as "invoice" and "billing", from a lexicon of
//     working life. A family links only where its words are near and nothing
//     plain stands between: otherwise it is a hint.
//
// What many goals share tells them apart badly, and what is said of any work
// ("improve", "new", "team") tells nothing; both weigh little. So do the people
// and places of a trade ("ward", "guest"), a word that is only the kind of
// something else ("village fête", "letter to the mayor"), and all words of a
// line about the chores of any workplace. When two goals have nearly the same
// claim, the answer is a question and not a link.
//
// The package is pure: no clock, no chance, no input or output. The order of
// goals never changes what is found.
package align
