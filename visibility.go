package rapport

import (
	"fmt"
	"unique"
)

// PrivateText is text that may never leave: it prints as "(private)" whatever
// the verb, has no exported field that an encoder could find, and is read
// only through [PrivateText.Reveal], whose callers a test lists by name.
//
// The text stands behind a handle and not in the struct: package fmt walks the
// fields of a value that it may not call, such as one in a field that is not
// exported, and finds an address there. Values with equal text are equal.
type PrivateText struct{ text unique.Handle[string] }

// Private wraps text so that it cannot leave by accident.
func Private(text string) PrivateText {
	if text == "" {
		return PrivateText{}
	}
	return PrivateText{unique.Make(text)}
}

// Reveal returns the text. It may be called where the owner looks at their
// own private view, where the store writes it down, and where the owner's own
// journal is written; nowhere else.
func (p PrivateText) Reveal() string {
	if p.IsEmpty() {
		return ""
	}
	return p.text.Value()
}

// IsEmpty reports whether there is no text.
func (p PrivateText) IsEmpty() bool { return p == PrivateText{} }

// AndLine returns p with another text on a line of its own below it.
func (p PrivateText) AndLine(more PrivateText) PrivateText {
	switch {
	case p.IsEmpty():
		return more
	case more.IsEmpty():
		return p
	}
	return Private(p.text.Value() + "\n" + more.text.Value())
}

// String returns "(private)".
func (p PrivateText) String() string { return "(private)" }

// GoString returns "(private)", so that %#v cannot leak either.
func (p PrivateText) GoString() string { return p.String() }

// Format writes "(private)" whatever the verb.
func (p PrivateText) Format(s fmt.State, _ rune) { _, _ = fmt.Fprint(s, p.String()) } // fmt keeps the error

// PrivateNote is a thought that is nobody else's business. It is a noun of its
// own, not an entry with a flag: no value meant for a report can hold one.
type PrivateNote struct {
	ID NoteID
	Record
	Day  Day
	Text PrivateText
}
