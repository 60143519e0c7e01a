package coach

import (
	"cmp"
	"fmt"
	"slices"

	"rapport"
	"rapport/internal/prose"
)

// ideaWaiting is R45: an idea for a goal of the boss that nobody has heard of
// for two weeks. It is raised one to one, with its smallest step, and not while
// something weighs on the boss (P90, B8).
func ideaWaiting() Rule {
	return Rule{
		ID: "R45", Title: "an idea that waits", Source: "S4 (P90), B8 (Ashford and Detert 2015)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.ideasFor(b, &v)
			}
			return v
		},
	}
}

// waitingIdea is an idea with what shows that it is good for something.
type waitingIdea struct {
	*Work
	proof []*Work
	goal  rapport.Goal
	// faint says that a single word ties it to the goal.
	faint bool
}

func (f *Facts) ideasFor(b *File, v *Verdict) {
	var ideas []waitingIdea
	pending := 0
	for _, w := range f.Work {
		if w.Kind != rapport.Idea {
			continue
		}
		if (w.Raised.IsYes() || w.KnownTo(b.ID)) && w.BossSaid == "" && w.Closed == "" && f.Days(w.Day) <= f.Limits.Of("R45.pending-days") {
			pending++
		}
		idea, because := f.ideaWaits(b, w)
		if because != "" {
			v.silent(b.ID, Object(w.Line), "%s: %s", quote(w.Text), because)
			continue
		}
		ideas = append(ideas, idea)
	}
	if len(ideas) == 0 {
		return
	}
	// What was tried, then what serves a goal that is due, then the older one.
	slices.SortStableFunc(ideas, func(x, y waitingIdea) int {
		return cmp.Or(cmp.Compare(min(1, len(y.proof)), min(1, len(x.proof))), cmp.Compare(min(1, y.goal.ID), min(1, x.goal.ID)), cmp.Compare(x.At.At, y.At.At))
	})
	ideas = slices.DeleteFunc(ideas[:min(3, len(ideas))], func(i waitingIdea) bool { return aboutThePerson(i.Text) })
	until, pressed := f.Pressed(b)
	switch {
	case len(ideas) == 0:
		v.silent(b.ID, at(b), "what waits is about the person and not the work")
		return
	case pressed:
		v.silent(b.ID, at(b), "much is on %s until %s: afterwards", b.Name, f.date(until))
		return
	case pending >= f.Limits.Of("R45.pending"):
		v.silent(b.ID, at(b), "%s wait for a word already", count(pending, "idea"))
		return
	}
	first := ideas[0]
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0)}
	for _, i := range ideas {
		finding.About = append(finding.About, i.Line)
		finding.Evidence = append(finding.Evidence, evidence(i.Record, quote(i.Text)))
		for _, p := range i.proof {
			finding.Evidence = append(finding.Evidence, evidence(p.Record, quote(p.Text)))
		}
	}
	finding.Why = fmt.Sprintf("The idea of %s waits since %s: %s.", quote(first.Text), f.date(first.Day), waitsFor(first))
	if len(first.proof) > 0 && first.goal.ID != 0 {
		finding.Level, finding.Cost = High, CostOf(4, 0)
	}
	if first.faint {
		finding.Level, finding.Cost = Low, CostOf(2, 0)
	}
	finding.Act = Act{
		Do: AddToTalk, Step: "Raise it one to one with the smallest first step and what it costs", Command: fmt.Sprintf("rapport pitch %d", first.Number),
		Draft: "I have an idea on this that I could try small first. May I show you in five minutes what it would take?",
	}
	if f.In(TightRole, b.ID) {
		finding.Act.Step = "Ask first which way it has to go, then bring it by that way (a suggestion scheme, if there is one), with the result of the trial"
	}
	if d, ok := f.occasion(b); ok {
		finding.Why += fmt.Sprintf(" %s on %s is a good occasion to come before.", quote(d.Text), f.date(d.On))
	}
	v.find(finding)
}

func waitsFor(i waitingIdea) string {
	switch {
	case len(i.proof) > 0 && i.goal.ID != 0:
		return "it was tried, and it serves " + quote(i.goal.Title)
	case len(i.proof) > 0:
		return "it was tried already"
	case i.faint:
		return "it may serve " + quote(i.goal.Title)
	case i.goal.ID != 0:
		return "it serves " + quote(i.goal.Title)
	}
	return "nobody has heard of it"
}

// ideaWaits says why an idea need not be raised; empty where it waits.
func (f *Facts) ideaWaits(b *File, w *Work) (idea waitingIdea, because string) {
	idea.Work = w
	days := f.Days(w.Day)
	switch {
	case w.Raised.IsYes() || w.KnownTo(b.ID) || w.BossSaid != "":
		return idea, "it was raised"
	case w.Closed != "":
		return idea, "it is closed"
	case !w.IsFor(b.ID):
		return idea, "it concerns somebody else"
	case days < f.Limits.Of("R45.wait"):
		return idea, fmt.Sprintf("it is %s old; %d may pass", count(days, "day"), f.Limits.Of("R45.wait"))
	case days > f.Limits.Of("R45.back"):
		return idea, "it is older than " + count(f.Limits.Of("R45.back"), "day")
	case w.Day < b.From:
		return idea, "it is older than the relation"
	}
	idea.goal, _ = w.For(b.ID)
	// Work after it on the same matter shows what it is worth.
	for _, p := range f.after(w) {
		g, serves := p.For(b.ID)
		if p.Kind == rapport.Accomplishment && p.Topic.Shared(w.Topic) >= 2 {
			idea.proof = append(idea.proof, p)
			if serves && idea.goal.ID == 0 {
				idea.goal = g
			}
		}
	}
	if idea.goal.ID == 0 && len(idea.proof) == 0 {
		for _, p := range f.after(w) {
			if g, serves := p.For(b.ID); serves && p.Topic.Shared(w.Topic) >= 2 {
				idea.goal = g
			}
		}
	}
	if idea.goal.ID == 0 && len(idea.proof) == 0 {
		idea.goal, idea.faint = f.faintGoal(b, w)
	}
	if idea.goal.ID == 0 && len(b.Goals) > 0 {
		return idea, "it serves no goal of " + b.Name + " that is on record"
	}
	return idea, ""
}

// faintGoal is the goal of a boss to which one word ties an idea: the word
// stands in two entries that serve it.
func (f *Facts) faintGoal(b *File, w *Work) (rapport.Goal, bool) {
	tied := map[rapport.GoalID]int{}
	for _, p := range f.Work[max(0, len(f.Work)-mostAfter):] {
		if g, ok := p.For(b.ID); ok && p.ID != w.ID && p.Topic.Shared(w.Topic) > 0 {
			if tied[g.ID]++; tied[g.ID] >= 2 {
				return g, true
			}
		}
	}
	return rapport.Goal{}, false
}

// mostAfter is how much of the work after an idea is compared with it.
const mostAfter = 120

// after is the work that came after another, the next first.
func (f *Facts) after(w *Work) []*Work {
	i, _ := slices.BinarySearchFunc(f.Work, w.At.At+1, func(p *Work, at rapport.Instant) int { return cmp.Compare(p.At.At, at) })
	return f.Work[i:min(len(f.Work), i+mostAfter)]
}

// aboutThePerson reports whether an idea would change somebody and not work.
func aboutThePerson(text string) bool {
	return slices.ContainsFunc(prose.Check(text, prose.Options{Channel: prose.Agenda}), func(x prose.Finding) bool {
		return x.Label == prose.DemandChange
	})
}

// occasion is the next dated matter within six weeks on which ideas of a budget
// or a plan have to be in.
func (f *Facts) occasion(b *File) (Date, bool) {
	for _, d := range f.Dates {
		if d.On > f.Today && f.Left(d.On) <= 30 && (d.Boss == 0 || d.Boss == b.ID) && spokenIn(d.Text).has("budget*|plan|plans|planning|season|round|board|strategy|programme|program") {
			return d, true
		}
	}
	return Date{}, false
}
