package profile

import (
	"cmp"
	"slices"

	"rapport"
)

// Grade says what a piece of evidence is.
type Grade string

// The grades, the strongest first.
const (
	// Fact: the boss said so.
	Fact Grade = "fact"
	// Observation: the user saw or heard the boss do it. Private.
	Observation Grade = "observation"
	// Assumption: the user supposes it, or took it over from another boss.
	Assumption Grade = "assumption"
)

// ParseGrade returns the grade that text names; the empty text is a fact,
// because a preference without a grade was stated.
func ParseGrade(text string) (Grade, error) {
	switch g := Grade(text); g {
	case "":
		return Fact, nil
	case Fact, Observation, Assumption:
		return g, nil
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is not a grade of evidence", text).
		WithHint("the grades are fact (they said so), observation (you saw it) and assumption (you suppose it)")
}

// Item is one dated piece of evidence about how a boss works.
type Item struct {
	// Ref is the journal line that it stands in, for citing. The same line is
	// counted once for each dimension.
	Ref string
	// Day is when it was said, seen or supposed, in the user's zone.
	Day rapport.Day
	// At orders what happened on one day; it may be zero.
	At rapport.Instant
	// About is one of the eight dimensions or any other word, such as medium.
	About string
	// Value is a value, or the preference in free words.
	Value string
	Grade Grade
	// Text is what was said or supposed, for showing. The text of an
	// observation goes into Private and nowhere else.
	Text    string
	Private rapport.PrivateText
	// InheritedFrom is the slug of the boss that the value was copied from
	// (P62); empty for evidence of this boss's own.
	InheritedFrom string
	// Confirmed says that the user stands behind what was inherited: it counts
	// as own evidence from then on.
	Confirmed bool
}

// isInherited reports whether an item stands for another boss's habits.
func (i Item) isInherited() bool { return i.InheritedFrom != "" && !i.Confirmed }

// compare puts items in the order of time; where that says nothing, in any
// order that does not depend on where they stood.
func compare(a, b Item) int {
	return cmp.Or(
		cmp.Compare(a.Day, b.Day), cmp.Compare(a.At, b.At), cmp.Compare(a.Ref, b.Ref), cmp.Compare(a.About, b.About),
		cmp.Compare(a.Value, b.Value), cmp.Compare(a.Grade, b.Grade), cmp.Compare(a.InheritedFrom, b.InheritedFrom),
		cmp.Compare(a.Text, b.Text), cmp.Compare(truth(a.Confirmed), truth(b.Confirmed)),
	)
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Cited is a piece of evidence as a finding shows it.
type Cited struct {
	Item
	// Value is what it says of the dimension.
	Value Value
	// Contradicts says that it speaks against the value that holds.
	Contradicts bool
	// ToReconfirm says that it is older than the last reorganisation.
	ToReconfirm bool
	// Mapped says that Value was read out of free words.
	Mapped bool
}

// State says how far a value can be relied on (P75).
type State string

// The states.
const (
	Known    State = "known"
	Assumed  State = "assumed"
	NotKnown State = "unknown"
)

// Replaced is a value that held before and no longer does.
type Replaced struct {
	Value Value
	// Said is the day of the statement that made it, Until the day of the one
	// that ended it.
	Said, Until rapport.Day
	Ref         string
}

// Finding is what is known of one dimension.
type Finding struct {
	Dimension Dimension
	// Value is [Unknown] where nothing is known or the evidence is divided.
	Value Value
	State State
	// Grade is the best evidence for the value; empty for [Unknown].
	Grade Grade
	// InheritedFrom is the boss that the value was copied from, empty for a
	// value of this boss's own; ExpiresOn is then the first day on which it no
	// longer holds.
	InheritedFrom string
	ExpiresOn     rapport.Day
	// InDoubt says that recent observations speak against the value; Leaning
	// is the value that most of them point to.
	InDoubt bool
	Leaning Value
	// ToReconfirm says that the evidence is older than the last
	// reorganisation (P6), or has faded: ask again.
	ToReconfirm bool
	// Since is the day from which the value has held, LastEvidence that of the
	// newest evidence for it.
	Since, LastEvidence rapport.Day
	// Replaced lists what the boss said before, newest first.
	Replaced []Replaced
	// Evidence is all there is, what speaks against the value first (B19),
	// each part newest first.
	Evidence []Cited
	// Reason says in plain words why. It holds no word of an observation.
	Reason string
}

// Preference is a preference that has no value in the list.
type Preference struct {
	// About is the word it was noted under, in lower case.
	About string
	// Text is the preference in the words it was noted in.
	Text  string
	Day   rapport.Day
	Ref   string
	Grade Grade
	// InheritedFrom and ToReconfirm are as in a [Finding].
	InheritedFrom string
	ToReconfirm   bool
	// Older counts what was said under the same word before.
	Older int
}

// Expectation says what a preference expects of what is delivered (P86).
type Expectation string

// The expectations.
const (
	Format   Expectation = "format"
	Depth    Expectation = "depth"
	Deadline Expectation = "deadline"
)

// Profile is what is known of how one boss works on one day.
type Profile struct {
	Day rapport.Day
	// Findings has one for each dimension, in the order of [Dimensions].
	Findings [len(Dimensions)]Finding
	// Free lists the other preferences, newest for each word, by word.
	Free []Preference
	// Unread counts observations that point to no value. They are private:
	// only their number is told.
	Unread int
}

// Finding returns what is known of a dimension.
func (p Profile) Finding(of Dimension) Finding {
	for _, f := range p.Findings {
		if f.Dimension == of {
			return f
		}
	}
	return Finding{}
}

// Style returns the values that hold, for fitting a report.
func (p Profile) Style() Style {
	var s Style
	for i, f := range p.Findings {
		s[i] = f.Value
	}
	return s
}

// Counts says how many dimensions are known, assumed and unknown.
func (p Profile) Counts() (known, assumed, unknown int) {
	for _, f := range p.Findings {
		switch f.State {
		case Known:
			known++
		case Assumed:
			assumed++
		case NotKnown:
			unknown++
		}
	}
	return known, assumed, unknown
}

// Expectations returns the free preferences that say what is expected of what
// is delivered: its format, its depth, or how early it has to be there (P86).
func (p Profile) Expectations() map[Expectation][]Preference {
	out := map[Expectation][]Preference{}
	for _, free := range p.Free {
		if e := expectationOf(free.About); e != "" {
			out[e] = append(out[e], free)
		}
	}
	return out
}

// expectationOf returns what a word of a preference is about, or "".
func expectationOf(about string) Expectation {
	for _, w := range wordsOf(about) {
		switch w.stem {
		case "deadlin", "lead", "ahead", "advanc", "notic", "due", "when", "timing":
			return Deadline
		case "depth", "length", "detail", "page", "size", "siz", "granularity":
			return Depth
		case "format", "form", "layout", "templat", "file", "medium", "structur", "deliverabl", "deck", "slid", "font":
			return Format
		}
	}
	return ""
}

// sorted returns the items up to day now, in the order of time, each once.
func sorted(items []Item, now rapport.Day) []Item {
	items = slices.DeleteFunc(slices.Clone(items), func(i Item) bool { return i.Day > now || i.Day == "" })
	slices.SortFunc(items, compare)
	return slices.CompactFunc(items, func(a, b Item) bool { return a.Ref != "" && a == b })
}
