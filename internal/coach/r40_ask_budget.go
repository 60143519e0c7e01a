package coach

import (
	"fmt"
	"slices"

	"rapport"
)

// askBudget is R40: more asks are open than a boss can look after, or the last
// ones were for what the user may decide alone. A boss's influence is limited
// (B1, B15).
func askBudget() Rule {
	return Rule{
		ID: "R40", Title: "many asks at once, or small ones", Source: "B1 (Gabarro and Kotter), B15 (Oncken)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.budgetOf(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) budgetOf(b *File, v *Verdict) {
	if days := f.sinceRoleChange(); days >= 0 && days <= f.Limits.Of("R40.new-role") || b.Age <= f.Limits.Of("R40.new-role") {
		v.silent(b.ID, at(b), "role or boss are new: asking much is right")
		return
	}
	var open []rapport.Ask
	for _, a := range b.Asks {
		if a.State() == rapport.StateOpen && f.Days(a.Day()) <= f.Limits.Of("R40.back") && !isSafeguarded(a.Text) {
			open = append(open, a)
		}
	}
	most := f.Limits.Of("R40.open")
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0)}
	if len(open) > most {
		ranked := f.byValue(b, open)
		for _, a := range ranked {
			finding.About = append(finding.About, a.Line)
			finding.Evidence = append(finding.Evidence, evidence(a.Record, quote(a.Text)))
		}
		top := ranked[0]
		finding.Why = fmt.Sprintf("%s to %s are open at once; up to %d get looked after. The first in the list seems to matter most: %s.", count(len(open), "ask"), b.Name, most, quote(top.Text))
		finding.Act = Act{Do: OpenDraft, Step: "Rank them, put two into one message, and take one back", Command: "rapport asks @" + string(b.Slug)}
		v.find(finding)
		return
	}
	least := f.Limits.Of("R40.small")
	last := b.Asks[max(0, len(b.Asks)-least):]
	small := len(last) >= least && !slices.ContainsFunc(last, func(a rapport.Ask) bool { return !f.mayDecide(a) || f.Days(a.Day()) > f.Limits.Of("R40.back") })
	if !small {
		v.silent(b.ID, at(b), "%s open; more than %d would be many, and the last %d are not all for what you may decide", count(len(open), "ask"), most, least)
		return
	}
	for _, a := range last {
		finding.About = append(finding.About, a.Line)
		finding.Evidence = append(finding.Evidence, evidence(a.Record, quote(a.Text)))
	}
	finding.Level, finding.Cost = Low, CostOf(2, 0)
	finding.Why = fmt.Sprintf("The last %s to %s were about work in which you may decide yourself.", count(len(last), "ask"), b.Name)
	finding.Act = Act{Do: Capture, Step: "Decide the next one, and report it the same day", Command: "rapport asks @" + string(b.Slug)}
	v.find(finding)
}

// sinceRoleChange is how many days ago the role changed; -1 where it never did.
func (f *Facts) sinceRoleChange() int {
	for i := len(f.Roles) - 1; i >= 0; i-- {
		if f.isChange(f.Roles[i]) {
			return f.Days(f.Roles[i].Day())
		}
	}
	return -1
}

// byValue ranks asks: those for a goal of the boss first, then those with a
// date, then the older ones.
func (f *Facts) byValue(b *File, asks []rapport.Ask) []rapport.Ask {
	goals := make([]Topic, len(b.Goals))
	for i, g := range b.Goals {
		goals[i] = TopicOf(g.Title)
	}
	value := map[rapport.FactID]int{}
	for _, a := range asks {
		topic := TopicOf(a.Text, a.Purpose)
		n := 0
		if a.Goal != 0 || slices.ContainsFunc(goals, func(g Topic) bool { return g.Shared(topic) > 0 }) {
			n += 4
		}
		if a.Due != "" {
			n += 2
		}
		if a.Currency == rapport.Resources || a.Currency == rapport.Backing {
			n++
		}
		value[a.ID] = n
	}
	ranked := slices.Clone(asks)
	slices.SortStableFunc(ranked, func(x, y rapport.Ask) int { return value[y.ID] - value[x.ID] })
	return ranked
}

// mayDecide reports whether an ask is about a project in which the boss said
// that the user decides.
func (f *Facts) mayDecide(a rapport.Ask) bool {
	if a.Currency != "" && a.Currency != rapport.ADecision && a.Currency != rapport.Advice || a.Goal != 0 {
		return false
	}
	topic := TopicOf(a.Text)
	return slices.ContainsFunc(f.Names.Projects, func(p rapport.Project) bool {
		s := spokenIn(p.Level)
		return s.has("act*|decide*|alone|myself|free*|own|routine*", "report* after|afterwards") && !s.has("ask|wait|approval|recommend*|before") &&
			TopicOf(p.Title, string(p.Slug)).Shared(topic) > 0
	})
}
