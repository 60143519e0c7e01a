package coach

import (
	"fmt"

	"rapport"
)

// noOneOnOne is R02: no one-on-one was held for one and a half times the
// interval, or for a month (B16).
func noOneOnOne() Rule {
	return Rule{
		ID: "R02", Title: "no one-on-one for too long", Source: "S1, B16 (Flinchum 2022)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.noOneOnOneWith(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) noOneOnOneWith(b *File, v *Verdict) {
	held := b.Held(rapport.OneOnOne, rapport.ReviewTalk)
	switch {
	case b.Rhythm.Days == 0 && len(held) == 0:
		v.silent(b.ID, at(b), "no one-on-one was ever held and no rhythm agreed: R04 asks for one")
		return
	case f.onLeave(f.Today):
		v.silent(b.ID, at(b), "you are on leave")
		return
	}
	for _, d := range f.Dates {
		if d.Sort == rapport.Leave && d.Boss == b.ID && d.On <= f.Today && f.Today <= d.End {
			v.silent(b.ID, at(b), "%s is on leave until %s", b.Name, f.date(d.End))
			return
		}
	}
	last := b.From
	if len(held) > 0 {
		last = rapport.DayOf(held[len(held)-1].Begins().Time())
	}
	most, interval := f.Limits.Of("R02.most"), ""
	if b.Rhythm.Days > 0 {
		most = b.Rhythm.Days * f.Limits.Of("R02.gap") / 100
		interval = fmt.Sprintf("the rhythm is every %s", count(b.Rhythm.Days, "day"))
	}
	gap := f.Days(last)
	if gap <= most {
		v.silent(b.ID, at(b), "the last one was %s ago; up to %d is well", count(gap, "day"), most)
		return
	}
	if m, booked := f.NextTalk(b); booked {
		if on := rapport.DayOf(m.Begins().Time()); f.Left(on) <= 5 {
			v.silent(b.ID, at(b), "one is booked for %s", f.date(on))
			return
		}
	}
	finding := Finding{Level: High, Boss: b.ID, Object: at(b), Cost: CostOf(4, 0)}
	cancelled, missed := 0, 0
	for _, m := range b.Meetings {
		if m.Kind != rapport.OneOnOne || rapport.DayOf(m.Begins().Time()) < last {
			continue
		}
		finding.Evidence = append(finding.Evidence, evidence(m.Record, "one-on-one "+string(m.Status)))
		finding.About = append(finding.About, m.Line)
		switch m.Status {
		case rapport.Cancelled:
			cancelled++
		case rapport.Missed:
			missed++
		}
	}
	if len(held) == 0 || !f.answersTo(b) && !b.Rhythm.Agreed {
		finding.Level, finding.Cost = Medium, CostOf(3, 0)
	}
	finding.Why = fmt.Sprintf("The last one-on-one with %s was on %s, %s ago", b.Name, f.date(last), count(gap, "day"))
	if len(held) == 0 {
		finding.Why = fmt.Sprintf("No one-on-one with %s was held since %s, %s ago", b.Name, f.date(last), count(gap, "day"))
	}
	if interval != "" {
		finding.Why += "; " + interval
	}
	if cancelled+missed > 0 {
		finding.Why += fmt.Sprintf(". Since then %d cancelled, %d missed", cancelled, missed)
	}
	finding.Why += "."
	finding.Act = Act{Do: OpenDraft, Step: "Propose two slots" + f.overlapWords(b), Command: "rapport book @" + string(b.Slug)}
	v.find(finding)
}

// overlapWords says where slots fit, when both clocks are known and differ.
func (f *Facts) overlapWords(b *File) string {
	from, to, ok := f.overlap(b)
	if !ok {
		return ""
	}
	return fmt.Sprintf(" between %s and %s your time, inside both working days", from, to)
}
