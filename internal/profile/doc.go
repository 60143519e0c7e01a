// Package profile says how a boss likes to work, dimension by dimension, and
// on what evidence.
//
// Reach first for [Compute]: it takes dated evidence and a day and returns a
// [Profile]: for each of the eight dimensions a value or "unknown", whether it
// is known, assumed or unknown, since when, on what evidence (what speaks
// against it first), and the reason in a sentence. [Map] turns a preference
// kept in free words into a value where the words plainly say the same, and
// leaves it free where they do not; [Read] does so for each value that a
// sentence speaks of, for whoever reads longer texts. [ReadObservation] asks
// what an observation points to without letting its text out. [ParseStyle]
// reads values that a person typed and refuses two of one dimension by name.
//
// The rules, from the practice (P6, P21, P34, P62, P75, P85, P86) and from the
// findings behind it (B1, B11, B19):
//
//   - what the boss said makes a value at once, and the newest word counts;
//     three observations make one where nothing was said;
//   - no single observation turns one value into another. Observations against
//     what was said are listed, and three recent ones put it in doubt; it is
//     for the user to ask, not for the program to switch;
//   - evidence loses half its weight in 180 days. What was copied from another
//     boss is inherited and ends after 30 days without evidence of its own;
//   - after a reorganisation all that is older is to be confirmed again;
//   - "unknown" is an answer like any other.
//
// A preference is read from words, not recognised as a whole: a lexicon lists
// for each value what says so, and the words around tell whether it is wished,
// refused, a thing of the past, or meant for emergencies only.
//
// Observations are private. Their text passes through as
// [rapport.PrivateText], and no reason and no value ever holds a word of it.
// The package is pure: no clock, no chance, no input or output, and the order
// of the evidence never changes what is found.
package profile
