package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/when"
)

// Colour says where a project stands, by the log and not by how it is painted.
type Colour string

// The colours, the best first.
const (
	Green Colour = "on plan"
	Amber Colour = "at risk"
	Red   Colour = "off plan"
)

func (c Colour) order() int { return slices.Index([]Colour{Green, Amber, Red}, c) }

// Limits are the thresholds by which a project turns amber and red (B9). Two
// sides that read a colour must mean the same by it, so they are agreed and
// kept.
type Limits struct {
	// Red is how many working days past its day a project turns red; before
	// that it is amber.
	Red int
	// Stale is after how many working days a problem without an answer turns
	// its project red.
	Stale int
}

// UsualLimits are the thresholds where none are agreed.
func UsualLimits() Limits { return Limits{Red: 5, Stale: 2} }

// Standing is where a project stands and why.
type Standing struct {
	Project rapport.Project
	Colour  Colour
	Why     string
	// Entries are what the colour rests on; none for a date or for green.
	Entries []rapport.EntryID
	// Painted is the user's own word where that is greener than the log.
	Painted string
}

// Doubt is something to settle before the report leaves: the record and what
// the user says do not agree, or a problem on a goal has waited without an
// answer.
type Doubt struct {
	Text    string
	Entries []rapport.EntryID
}

// standings says where each current project of the reader stands. It is never
// greener than the log.
func (v *view) standings(in []Item) []Standing {
	limits := v.m.Limits
	if limits == (Limits{}) {
		limits = UsualLimits()
	}
	var all []Standing
	for _, p := range v.projects {
		if p.IsDone() || !v.isForReader(p) || p.Title == "" {
			continue
		}
		s := Standing{Project: *p, Colour: Green}
		worse := func(c Colour, why string, ids ...rapport.EntryID) {
			switch {
			case c.order() > s.Colour.order():
				s.Colour, s.Why, s.Entries = c, why, ids
			case c == s.Colour && c != Green:
				s.Entries = append(s.Entries, ids...)
			}
		}
		if late := v.workingDays(p.Due, v.m.Today); p.Due != "" && p.Due < v.m.Today {
			if late > limits.Red {
				worse(Red, "its day, "+v.day(p.Due)+", has passed")
			} else {
				worse(Amber, "its day, "+v.day(p.Due)+", has passed")
			}
		}
		for i := range in {
			it := &in[i]
			if it.Project.ID != p.ID || !it.Entry.ProjectBy.Holds() || isSettled(it.Entry, v.m.Today) {
				continue
			}
			e := it.Entry
			switch {
			case e.Kind == rapport.Challenge && v.isStale(e, limits):
				worse(Red, "a problem has no answer since "+v.day(e.Day), e.ID)
			case e.Kind == rapport.Challenge && e.Due != "" && e.Due < v.m.Today:
				worse(Red, "the answer to a problem was due on "+v.day(e.Due), e.ID)
			case e.Kind == rapport.Challenge:
				worse(Amber, "a problem is open", e.ID)
			case it.Role == Differs && e.Kind == rapport.Commitment:
				worse(Amber, "a promise is past its day", e.ID)
			}
		}
		if s.Colour != Green && isPaintedGreen(p.Status) {
			s.Painted = p.Status
		}
		all = append(all, s)
	}
	slices.SortStableFunc(all, func(a, b Standing) int {
		return cmp.Or(cmp.Compare(b.Colour.order(), a.Colour.order()), cmp.Compare(strings.ToLower(a.Project.Title), strings.ToLower(b.Project.Title)), cmp.Compare(a.Project.ID, b.Project.ID))
	})
	return all
}

// isStale reports whether a problem has had no answer for too long.
func (v *view) isStale(e *rapport.Entry, l Limits) bool {
	return unanswered(e) && e.Due == "" && v.workingDays(e.Day, v.m.Today) > l.Stale
}

// doubts lists what to settle before the report leaves.
func (v *view) doubts(in []Item, standings []Standing) []Doubt {
	limits := v.m.Limits
	if limits == (Limits{}) {
		limits = UsualLimits()
	}
	var all []Doubt
	for _, s := range standings {
		if s.Painted != "" {
			all = append(all, Doubt{
				fmt.Sprintf("you call %s %q, and the log says %s: %s. Which is right?", s.Project.Title, s.Painted, s.Colour, s.Why), s.Entries,
			})
		}
	}
	for i := range in {
		it := &in[i]
		if g, ok := namedGoal(it.Goals); ok && it.Entry.Kind == rapport.Challenge && !isSettled(it.Entry, v.m.Today) && v.isStale(it.Entry, limits) {
			all = append(all, Doubt{
				fmt.Sprintf("%s stands in the way of %s since %s without an answer: is there one, or a day on which you come back?",
					quoted(it.Entry.Text), quoted(g.Title), v.day(it.Entry.Day)),
				[]rapport.EntryID{it.Entry.ID},
			})
		}
	}
	return all
}

// farDays is a stretch beyond every threshold; what is longer is not counted
// day by day.
const farDays = 90

// workingDays counts the working days after from up to until.
func (v *view) workingDays(from, until rapport.Day) int {
	if from == "" || until <= from {
		return 0
	}
	from = max(from, until.Add(-farDays))
	return when.WorkDaysBetween(from, until, when.Clock{Week: v.m.Week})
}
