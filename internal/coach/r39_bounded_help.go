package coach

import (
	"fmt"

	"rapport"
)

// boundedHelp is R39: something weighs on the boss, the user has room, and
// nothing is offered yet. One task, hours and an end; never more (P81, P91).
func boundedHelp() Rule {
	return Rule{
		ID: "R39", Title: "room for one bounded offer of help", Source: "S4 (P81, P91)",
		// Where several bosses pull, an offer to one is work taken from another.
		Quiet: []Situation{TightRole, Overload, SeveralBosses},
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.helpFor(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) helpFor(b *File, v *Verdict) {
	until, pressed := f.Pressed(b)
	if !pressed {
		v.silent(b.ID, at(b), "no pressure on %s is on record for today", b.Name)
		return
	}
	room, known, behind := f.room()
	least := f.Limits.Of("R39.room")
	switch {
	case !known:
		v.silent(b.ID, at(b), "neither hours nor the hours of promises are on record, so nobody knows whether you have room")
		return
	case room < least:
		v.silent(b.ID, at(b), "you have %d %% of a week free; %d would be room", max(0, room), least)
		return
	case f.Left(until) < 1:
		v.silent(b.ID, at(b), "it ends today")
		return
	case len(overload().Check(f).Found)+len(tightRole().Check(f).Found)+len(colliding().Check(f).Found) > 0:
		v.silent(b.ID, at(b), "your own load, colliding demands or the limits of your role come first")
		return
	}
	for _, o := range b.Offers {
		if o.State() == rapport.StateOpen || isDeclined(o.Outcome) && f.Days(o.Day()) <= f.Limits.Of("R38.back") {
			v.silent(b.ID, at(b), "an offer of %s is open or was declined (%s)", f.date(o.Day()), quote(o.Task))
			return
		}
	}
	goal := f.sharedGoal(b)
	if goal.ID == 0 {
		v.silent(b.ID, at(b), "no work of yours serves a goal of theirs, so no task of it is known to be in your remit")
		return
	}
	finding := Finding{Level: Low, Boss: b.ID, Object: at(b), Cost: CostOf(2, f.Left(until)), Evidence: behind}
	for _, p := range b.Pressures {
		finding.About = append(finding.About, p.Line)
		finding.Evidence = append(finding.Evidence, evidence(p.Record, "a pressure you noted"))
	}
	if len(finding.About) == 0 {
		for _, d := range f.Dates {
			if d.Sort == rapport.Pressure && d.On <= f.Today && f.Today <= d.End {
				finding.About = append(finding.About, d.Line)
				finding.Evidence = append(finding.Evidence, evidence(d.Record, quote(d.Text)))
			}
		}
	}
	finding.Why = fmt.Sprintf("Much is on %s until %s, and you have about %d %% of a week free.", b.Name, f.date(until), room)
	finding.Act = Act{
		Do: OpenDraft, Step: fmt.Sprintf("Offer one task for %s, with hours and an end, if you want to", quote(goal.Title)), Command: "rapport offer @" + string(b.Slug),
		Draft: "I have about three hours this week. Would it help if I took one task off the list, until Friday?",
	}
	v.find(finding)
}

// room is what is free of the user's week in percent, and whether the record
// says so at all.
func (f *Facts) room() (percent int, known bool, behind []Evidence) {
	week := float64(f.Limits.Of("R39.week"))
	sum, n := 0.0, 0
	for _, h := range f.lastWeeks() {
		sum, n = sum+h.Hours.Value, n+1
		behind = append(behind, evidence(h.Record, "hours of a week"))
	}
	if n > 0 {
		return int(100 - 100*sum/float64(n)/week), true, behind
	}
	for _, p := range f.Promises {
		if p.IsMine() && p.State == rapport.StateOpen && p.Hours.Said && p.DueNow != "" && f.Left(p.DueNow) <= 10 {
			sum, known = sum+p.Hours.Value, true
			behind = append(behind, evidence(p.Record, quote(p.Text)))
		}
	}
	return int(100 - 100*sum/(2*week)), known, behind
}

// sharedGoal is the goal of a boss that the user worked for last.
func (f *Facts) sharedGoal(b *File) rapport.Goal {
	var last rapport.Goal
	for _, w := range f.Since(f.Today.Add(-60)) {
		if g, ok := w.For(b.ID); ok {
			last = g
		}
	}
	return last
}
