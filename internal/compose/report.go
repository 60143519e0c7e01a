package compose

import (
	"fmt"
	"strings"

	"rapport"
)

// Report is the last step before rendering: sentences in order, each with what
// it rests on.
type Report struct {
	Boss   rapport.BossID
	Period rapport.Period
	// Title and Byline are the head of the report; they are not counted among
	// its words.
	Title, Byline Sentence
	Sections      []Section
	// Words is the length and Seconds the time to read it, to ten seconds.
	Words, Seconds int
	// Facts are the entries that the report tells, in the order of telling,
	// spelled out or counted. Each entry of the selection is there once.
	Facts []Fact
	// Out are the entries that do not belong in it, each with the reason.
	Out []Fact
}

// Section is a stretch of a report. Its title is empty for the bottom line.
type Section struct {
	Role  Role
	Title string
	// Project or Goal is what the title names; both are zero where it names
	// neither.
	Project rapport.ProjectID
	Goal    rapport.GoalID
	// Intro stands before the items as a paragraph, Outro after them.
	Intro, Outro []Sentence
	Items        []Sentence
	// Numbered says that the items are counted off, so that one can answer
	// them by number.
	Numbered bool
}

// Sentence is one statement: an entry in the user's words with what connects
// it, or a computed line such as a count.
type Sentence struct {
	Text string
	// Entries are what it rests on; none for a line that rests on computed
	// facts alone.
	Entries []rapport.EntryID
	// Computed lists its words that stand in no entry's text.
	Computed []Computed
	// Reason says why it stands where it does.
	Reason string
}

// Computed is a word or number of a sentence that stands in no entry's text,
// and where it comes from.
type Computed struct{ Text, From string }

// Where a fact stands, for [rapport.ReportItem].
const (
	InBody  = "body"
	InCount = "count"
	LeftOut = "out"
)

// Fact is an entry with its place in the report.
type Fact struct {
	Entry rapport.EntryID
	Line  rapport.LineID
	Kind  rapport.Kind
	// Place is InBody, InCount or LeftOut.
	Place string
	// Reason says why it stands there.
	Reason string
}

// Items returns the facts as a kept report remembers them.
func (r Report) Items() []rapport.ReportItem {
	items := make([]rapport.ReportItem, len(r.Facts))
	for i, f := range r.Facts {
		items[i] = rapport.ReportItem{Entry: f.Entry, Place: f.Place}
	}
	return items
}

// IsEmpty reports whether the report tells no entry at all.
func (r Report) IsEmpty() bool { return len(r.Facts) == 0 }

// WhyNot says why an entry is not spelled out: why it was left out, or why it
// is only counted. The second result is false for an entry in the body and for
// one that the material does not have.
func (r Report) WhyNot(id rapport.EntryID) (string, bool) {
	for _, f := range r.Out {
		if f.Entry == id {
			return f.Reason, true
		}
	}
	for _, f := range r.Facts {
		if f.Entry == id && f.Place == InCount {
			return f.Reason, true
		}
	}
	return "", false
}

// Trace is a sentence with the heading it stands under.
type Trace struct {
	Section string
	Sentence
}

// Explain lists every sentence of the report in order with its entries, what
// is computed in it, and the reason of its place.
func (r Report) Explain() []Trace {
	all := []Trace{{Sentence: r.Title}, {Sentence: r.Byline}}
	for _, s := range r.Sections {
		for _, group := range [...][]Sentence{s.Intro, s.Items, s.Outro} {
			for _, sentence := range group {
				all = append(all, Trace{Section: s.Title, Sentence: sentence})
			}
		}
	}
	return all
}

// String puts a trace on a few lines for people.
func (t Trace) String() string {
	var b strings.Builder
	b.WriteString(t.Text)
	b.WriteByte('\n')
	if t.Reason != "" {
		fmt.Fprintf(&b, "    why here: %s\n", t.Reason)
	}
	if len(t.Entries) > 0 {
		b.WriteString("    rests on: ")
		for i, id := range t.Entries {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "entry %d", id)
		}
		b.WriteByte('\n')
	}
	for _, c := range t.Computed {
		fmt.Fprintf(&b, "    computed: %s is %s\n", quoted(c.Text), c.From)
	}
	return b.String()
}
