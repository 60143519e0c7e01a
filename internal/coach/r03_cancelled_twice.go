package coach

import (
	"fmt"

	"rapport"
)

// cancelledTwice is R03: the boss cancelled twice in a row. It offers less time
// or writing, without reproach.
func cancelledTwice() Rule {
	return Rule{
		ID: "R03", Title: "cancelled twice in a row", Source: "S1",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.cancelledTwiceBy(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) cancelledTwiceBy(b *File, v *Verdict) {
	var past []rapport.Meeting
	for _, m := range b.Meetings {
		if m.Kind == rapport.OneOnOne && m.Status != rapport.Booked {
			past = append(past, m)
		}
	}
	n := len(past)
	if n < 2 {
		v.silent(b.ID, at(b), "fewer than two one-on-ones are on record")
		return
	}
	row := 0
	for i := n - 1; i >= 0 && past[i].Status == rapport.Cancelled && past[i].By.Boss == b.ID; i-- {
		row++
	}
	last := rapport.DayOf(past[n-1].Begins().Time())
	switch {
	case row < 2:
		v.silent(b.ID, at(b), "%s cancelled %s in a row", b.Name, times(row))
		return
	case f.Days(last) > f.Limits.Of("R03.fresh"):
		v.silent(b.ID, at(b), "the last cancellation is %s old", count(f.Days(last), "day"))
		return
	}
	if until, pressed := f.Pressed(b); pressed {
		v.silent(b.ID, at(b), "a pressure on %s is recorded until %s", b.Name, f.date(until))
		return
	}
	if end, away := f.isOnLeave(b); away {
		v.silent(b.ID, at(b), "%s is on leave until %s", b.Name, f.date(end))
		return
	}
	var gap Verdict
	if f.noOneOnOneWith(b, &gap); len(gap.Found) > 0 {
		v.silent(b.ID, at(b), "R02 says it with the whole list: no one-on-one for too long")
		return
	}
	if m, booked := f.NextTalk(b); booked {
		v.silent(b.ID, at(b), "the next one is booked for %s", f.date(rapport.DayOf(m.Begins().Time())))
		return
	}
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 2)}
	for _, m := range past[n-row:] {
		finding.About = append(finding.About, m.Line)
		finding.Evidence = append(finding.Evidence, evidence(m.Record, "one-on-one cancelled"))
	}
	finding.Why = fmt.Sprintf("%s had to cancel the last %s, on %s and before.", b.Name, count(row, "one-on-one"), f.date(last))
	finding.Act = Act{
		Do: OpenDraft, Step: "Offer fifteen minutes, or three written lines instead", Command: "rapport agenda @" + string(b.Slug),
		Draft: "I know these weeks are full. Would fifteen minutes help, or shall I send three lines with the one decision I need?",
	}
	v.find(finding)
}
