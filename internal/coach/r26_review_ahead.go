package coach

import (
	"fmt"

	"rapport"
)

// reviewAhead is R26: a review is near, and its evidence is there to be
// gathered (P31).
func reviewAhead() Rule {
	return Rule{
		ID: "R26", Title: "a review is ahead", Source: "S1 (P31, P52)",
		Check: func(f *Facts) (v Verdict) {
			f.reviewsAhead(&v)
			return v
		},
	}
}

func (f *Facts) reviewsAhead(v *Verdict) {
	ahead := f.Limits.Of("R26.ahead")
	b := f.primary()
	if b == nil {
		return
	}
	for _, m := range f.Meetings {
		if m.Kind == rapport.ReviewTalk && m.Status == rapport.Booked {
			day := rapport.DayOf(m.Begins().Time())
			if day >= f.Today && f.Today.Add(ahead) >= day {
				f.reviewOn(f.Boss(m.Boss), day, evidence(m.Record, "the review talk"), v)
				return
			}
		}
	}
	for _, d := range f.Dates {
		if d.Sort != rapport.Review {
			continue
		}
		object := Object(d.Line)
		switch {
		case d.End < f.Today:
			v.silent(b.ID, object, "%s is over", quote(d.Text))
			continue
		case f.Today.Add(ahead) < d.On:
			v.silent(b.ID, object, "%s is %s away; %d is the time to begin", quote(d.Text), count(-f.Days(d.On), "day"), ahead)
			continue
		}
		of := b
		if named := f.Boss(d.Boss); named != nil {
			of = named
		}
		f.reviewOn(of, d.On, evidence(d.Record, quote(d.Text)), v)
		return
	}
	v.silent(b.ID, "review", "no review is on record within %s", count(ahead, "day"))
}

func (f *Facts) reviewOn(b *File, on rapport.Day, because Evidence, v *Verdict) {
	if b == nil {
		return
	}
	days := max(0, -f.Days(on))
	finding := Finding{Level: Medium, Boss: b.ID, Object: "review", About: []rapport.LineID{because.Line}, Evidence: []Evidence{because}, Cost: CostOf(4, f.Left(on))}
	if f.Left(on) <= f.Limits.Of("R26.near") {
		finding.Level = High
	}
	without := 0
	for _, g := range b.Goals {
		if w := f.lastFor(g.ID); w != nil {
			finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
		} else {
			without++
		}
	}
	finding.Why = fmt.Sprintf("%s is in %s, on %s.", upper(because.Says), count(days, "day"), f.date(on))
	if because.Says != "" && because.Says[0] != 't' {
		finding.Why = fmt.Sprintf("%s: %s are left.", because.Says, count(days, "day"))
		if days == 1 {
			finding.Why = because.Says + ": one day is left."
		}
	}
	if without > 0 {
		finding.Why += fmt.Sprintf(" %s of %s has no entry as evidence yet.", upper(count(without, "goal")), b.Name)
	}
	finding.Act = Act{Do: OpenDraft, Step: "Build the packet now and fill the months without entries", Command: "rapport list --kind accomplishment --since 26w"}
	v.find(finding)
}
