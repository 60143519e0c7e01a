package coach

import (
	"fmt"

	"rapport"
)

// neglectedGoal is R08: one of the boss's first goals had no entry for three
// weeks.
func neglectedGoal() Rule {
	return Rule{
		ID: "R08", Title: "a goal without work", Source: "S1 (P22)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.goalsNeglected(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) goalsNeglected(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 5)}
	for _, g := range b.Goals[:min(len(b.Goals), f.Limits.Of("R08.top"))] {
		last, because := f.goalCalm(b, g)
		if because != "" {
			v.silent(b.ID, Object(g.Line), "%s: %s", quote(g.Title), because)
			continue
		}
		if len(finding.About) == 0 {
			finding.Why = fmt.Sprintf("%s, a goal of %s, has had no entry for %s.", quote(g.Title), b.Name, count(f.Days(last), "day"))
		}
		if g.Due != "" && f.Left(g.Due) <= 20 {
			finding.Cost = max(finding.Cost, CostOf(4, f.Left(g.Due)))
		}
		finding.About = append(finding.About, g.Line)
		finding.Evidence = append(finding.Evidence, evidence(g.Record, quote(g.Title)))
		if w := f.lastFor(g.ID); w != nil {
			finding.Evidence = append(finding.Evidence, evidence(w.Record, "the last entry for it: "+quote(w.Text)))
		}
	}
	if len(finding.About) == 0 {
		return
	}
	finding.Act = Act{Do: AddToTalk, Step: "Ask yourself, then " + b.Name + ": is it still at the top?", Command: "rapport goal"}
	v.find(finding)
}

// goalCalm says why a goal needs no question, or the day from which it had no
// work.
func (f *Facts) goalCalm(b *File, g rapport.Goal) (last rapport.Day, because string) {
	days := f.Limits.Of("R08.days")
	last = rapport.DayOf(g.At.Time())
	if w := f.lastFor(g.ID); w != nil {
		last = max(last, w.Day)
	}
	switch {
	case g.OwnedBy != "" && g.OwnedBy != string(rapport.Me):
		return last, "it is owned by " + g.OwnedBy
	case confirmedOn(g) == "":
		return last, "it is only guessed: R06 asks for it"
	case f.startsLater(g):
		return last, "it starts later"
	case f.Days(last) < days:
		return last, fmt.Sprintf("the last word on it is %s old", count(f.Days(last), "day"))
	case f.Days(f.lastLine()) > 10:
		return last, "the record itself has been silent: R27"
	}
	entries := 0
	for _, w := range f.Work {
		if w.Age <= days {
			entries++
		}
		if w.Age <= 60 && serveThis(w, g.ID) && f.unheardOf(b, w) && (w.Kind != rapport.Progress || hasEffect(w.Entry)) {
			return last, "something about it waits to be told: that comes first"
		}
	}
	if entries < f.Limits.Of("R08.least") {
		return last, fmt.Sprintf("%s in %s are too few to say that others came first", count(entries, "entry"), count(days, "day"))
	}
	return last, ""
}

// lastFor is the newest entry for a goal, said or guessed.
func (f *Facts) lastFor(goal rapport.GoalID) *Work {
	for i := len(f.Work) - 1; i >= 0; i-- {
		if serveThis(f.Work[i], goal) {
			return f.Work[i]
		}
	}
	return nil
}

func serveThis(w *Work, goal rapport.GoalID) bool { return servesAny([]*Work{w}, goal) }

// startsLater reports whether a project for the goal was said to begin later.
func (f *Facts) startsLater(g rapport.Goal) bool {
	for _, p := range f.Names.Projects {
		if p.Goal == g.ID && (p.Status == "planned" || p.Status == "paused" || p.Status == "later") {
			return true
		}
	}
	return false
}
