package compose

import (
	"fmt"
	"slices"
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
	// Talk is what the user says, sentence by sentence; Confirm is what they
	// send after the talk. Both are empty unless the reader listens.
	Talk, Confirm []Sentence
	// Annex spells out what the body only counts or shortens; Attached says
	// that it leaves with the report.
	Annex    []Section
	Attached bool
	// Form is how it is told, Moves the decisions that made it so.
	Form  Form
	Moves []Move
	// Standings says where each project stands; Doubts are to be settled
	// before it leaves.
	Standings []Standing
	Doubts    []Doubt
	// Facts are the entries that the report tells, in the order of telling,
	// spelled out or counted. Each entry of the selection is there once.
	Facts []Fact
	// Out are the entries that do not belong in it, each with the reason.
	Out []Fact
}

// Table is rows under a head; a cell is a sentence with what it rests on.
type Table struct {
	Head []string
	Rows [][]Sentence
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
	// Table and Figure stand behind the items; nil for none.
	Table  *Table
	Figure *Figure
	// Shown says that the section is something to look at, with its caption.
	Shown bool
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
	InTalk  = "talk"
	InAnnex = "annex"
	InCount = "count"
	LeftOut = "out"
)

// Fact is a record with its place in the report.
type Fact struct {
	// Entry is the id of the record, whatever its noun.
	Entry  rapport.EntryID
	Noun   Noun
	Number rapport.Number
	Line   rapport.LineID
	Kind   rapport.Kind
	// Place is InBody, InTalk, InAnnex, InCount or LeftOut.
	Place string
	// Reason says why it stands there.
	Reason string
	// Text begins with the words of the record.
	Text string
}

// Items returns the entries among the facts as a kept report remembers them.
func (r Report) Items() []rapport.ReportItem {
	items := make([]rapport.ReportItem, 0, len(r.Facts))
	for _, f := range r.Facts {
		if f.Noun == AnEntry {
			items = append(items, rapport.ReportItem{Entry: f.Entry, Place: f.Place})
		}
	}
	return items
}

// The parts of a report that can be had by themselves.
const (
	WholePart = "all"
	BodyPart  = "body"
	TalkPart  = "talk"
	AnnexPart = "annex"
)

// Shown is the report for the user's eyes: the body, what is said and sent
// after it, and an annex that is attached.
func (r Report) Shown() Report {
	if !r.Attached {
		r.Annex = nil
	}
	return r
}

// Leaving is what leaves: the body, and an annex that is attached. What is to
// be said stays with the user.
func (r Report) Leaving() Report {
	r.Talk, r.Confirm = nil, nil
	return r.Shown()
}

// Part is one part by itself; the parts that it does not have are empty.
func (r Report) Part(name string) (Report, error) {
	switch name {
	case WholePart:
		return r, nil
	case BodyPart:
		r.Talk, r.Confirm, r.Annex, r.Attached = nil, nil, nil, false
	case TalkPart:
		r.Sections, r.Annex = nil, nil
	case AnnexPart:
		r.Sections, r.Talk, r.Confirm = nil, nil, nil
	default:
		return r, rapport.Errorf(rapport.Invalid, "%q is not a part of a report", name).WithHint("the parts are all, body, talk and annex")
	}
	return r, nil
}

// pages are the sections in the order of the page: the body, then what is said
// and sent after it, then the annex.
func (r Report) pages() []Section {
	all := r.Sections
	if len(r.Talk) > 0 {
		all = append(slices.Clone(all), Section{Title: headingTalk, Items: r.Talk, Numbered: true})
	}
	if len(r.Confirm) > 0 {
		all = append(slices.Clone(all), Section{Title: headingConfirm, Items: r.Confirm})
	}
	return append(slices.Clip(all), r.Annex...)
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
		if f.Entry == id && (f.Place == InCount || f.Place == InAnnex || f.Place == InTalk) {
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
// is computed in it, and the reason of its place: the body, then what is said,
// then what is sent after it, then the annex.
func (r Report) Explain() []Trace {
	all := []Trace{{Sentence: r.Title}, {Sentence: r.Byline}}
	add := func(heading string, sentences []Sentence) {
		for _, s := range sentences {
			all = append(all, Trace{Section: heading, Sentence: s})
		}
	}
	sections := func(in []Section) {
		for _, s := range in {
			add(s.Title, s.Intro)
			add(s.Title, s.Items)
			if s.Table != nil {
				for _, row := range s.Table.Rows {
					add(s.Title, row)
				}
			}
			add(s.Title, s.Outro)
		}
	}
	sections(r.Sections)
	add(headingTalk, r.Talk)
	add(headingConfirm, r.Confirm)
	sections(r.Annex)
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
