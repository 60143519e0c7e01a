package coach

import (
	"fmt"

	"rapport"
)

// initiative is X4: a goal of the boss that nothing of the user's serves, and
// room to do something about it. It is a candidate, and the user decides (P80).
func initiative() Rule {
	return Rule{
		ID: "X4", Title: "a candidate for initiative", Source: "S4 (P80, P91)",
		Quiet: []Situation{TightRole, Overload, SeveralBosses, NewBoss},
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.candidateFor(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) candidateFor(b *File, v *Verdict) {
	room, known, behind := f.room()
	least, days := f.Limits.Of("R39.room"), f.Limits.Of("X4.days")
	switch {
	case !known:
		v.silent(b.ID, at(b), "neither hours nor the hours of promises are on record, so nobody knows whether you have room")
		return
	case room < least:
		v.silent(b.ID, at(b), "you have %d %% of a week free; %d would be room", max(0, room), least)
		return
	case len(neglectedGoal().Check(f).Found)+len(overload().Check(f).Found) > 0:
		v.silent(b.ID, at(b), "R08 or R37 come first")
		return
	}
	served := map[rapport.GoalID]bool{}
	for _, w := range f.Since(f.Today.Add(-days)) {
		for _, g := range w.Serves {
			served[g.ID] = true
		}
	}
	var best rapport.Goal
	for _, g := range b.Goals {
		free := !served[g.ID] && g.Confirmed && g.OwnedBy == "" && f.Days(rapport.DayOf(g.At.Time())) >= days && (g.Due == "" || g.Due > f.Today.Add(14))
		if free && (best.ID == 0 || g.Due != "" && (best.Due == "" || g.Due < best.Due)) {
			best = g
		}
	}
	if best.ID == 0 {
		v.silent(b.ID, at(b), "each confirmed goal has work of yours, or is young, near its end, or somebody else's")
		return
	}
	v.find(Finding{
		Level: Low, Boss: b.ID, Object: at(b), Cost: CostOf(1, 0), Routine: true, About: []rapport.LineID{best.Line},
		Evidence: append(behind, evidence(best.Record, quote(best.Title))),
		Why:      fmt.Sprintf("Nothing of yours serves %s of %s for %d days, and you have about %d %% of a week free.", quote(best.Title), b.Name, days, room),
		Act: Act{
			Do: AddToTalk, Step: "Ask whether a first small step on it would be welcome", Command: "rapport agenda @" + string(b.Slug),
			Draft: "I have some hours free this month. Would a first step on this be useful, or does somebody have it already?",
		},
	})
}
