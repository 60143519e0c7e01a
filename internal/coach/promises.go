package coach

import (
	"slices"

	"rapport"
)

// derivePromises works out what the record does not say of promises: the day
// that only their words hold, and those that stand in the log alone.
func (f *Facts) derivePromises() {
	for i := range f.Promises {
		p := &f.Promises[i]
		if p.State != rapport.StateOpen || p.DueNow != "" {
			continue
		}
		if _, day := f.dayIn(p.Text, p.At); day != "" {
			p.DueNow = day
			f.derived("the day of a promise, "+string(day), "read in its words", p.Line)
		}
	}
	first := f.firstBoss()
	if first == 0 {
		return
	}
	for _, e := range f.Entries {
		if e.Kind != rapport.Commitment || e.Closed != "" || !slices.Contains(e.CommittedBy, rapport.Me) {
			continue
		}
		due := e.Due
		if due == "" {
			_, due = f.dayIn(e.Text, e.At)
		}
		if due == "" {
			continue
		}
		p := rapport.Promise{Fact: rapport.Fact{Record: e.Record}, By: rapport.Myself(), To: rapport.Person{Boss: first}, Text: e.Text, Due: due}
		if len(e.Concerns) > 0 {
			p.To.Boss = e.Concerns[0]
		}
		f.Promises = append(f.Promises, p.After(nil))
		f.derived("a promise due on "+string(due), "a line of the log", e.Line)
	}
}

// firstBoss is the boss that a promise of the log is taken to be made to: the
// one who evaluates, else the first solid line, else the first.
func (f *Facts) firstBoss() (first rapport.BossID) {
	solid := false
	for _, b := range f.Names.Bosses {
		switch {
		case !b.Left.IsZero():
		case b.Evaluates.IsYes():
			return b.ID
		case first == 0, !solid && b.Relation == rapport.Solid:
			first, solid = b.ID, b.Relation == rapport.Solid
		}
	}
	return first
}
