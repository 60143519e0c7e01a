package rapport

import "fmt"

// PrivateText is text that may never leave: it prints as "(private)" whatever
// the verb, has no exported field that an encoder could find, and is read
// only through [PrivateText.Reveal], whose callers a test lists by name.
type PrivateText struct{ text string }

// Private wraps text so that it cannot leave by accident.
func Private(text string) PrivateText { return PrivateText{text} }

// Reveal returns the text. It may be called where the owner looks at their
// own private view, where the store writes it down, and where the owner's own
// journal is written; nowhere else.
func (p PrivateText) Reveal() string { return p.text }

// IsEmpty reports whether there is no text.
func (p PrivateText) IsEmpty() bool { return p.text == "" }

// String returns "(private)".
func (p PrivateText) String() string { return "(private)" }

// GoString returns "(private)", so that %#v cannot leak either.
func (p PrivateText) GoString() string { return p.String() }

// Format writes "(private)" whatever the verb.
func (p PrivateText) Format(s fmt.State, _ rune) { fmt.Fprint(s, p.String()) }

// PrivateNote is a thought that is nobody else's business. It is a noun of its
// own, not an entry with a flag: no value meant for a report can hold one.
type PrivateNote struct {
	ID NoteID
	Record
	Day  Day
	Text PrivateText
}
