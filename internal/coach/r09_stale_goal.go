package coach

import (
	"fmt"

	"rapport"
)

// staleGoal is R09: work still goes to a goal that is closed, or that a boss
// wanted who has left.
func staleGoal() Rule {
	return Rule{
		ID: "R09", Title: "work for a goal of yesterday", Source: "S4 (P89)",
		Check: func(f *Facts) (v Verdict) {
			for _, g := range f.Names.Goals {
				f.goalIsStale(g, &v)
			}
			return v
		},
	}
}

func (f *Facts) goalIsStale(g rapport.Goal, v *Verdict) {
	var ended rapport.Day
	var reason string
	b := f.Names.Boss(g.Boss)
	switch {
	case !g.IsCurrent(f.Today):
		ended, reason = g.Closed, "was closed on "+f.date(g.Closed)
	case !b.Left.IsZero():
		ended = rapport.DayOf(b.Left.Time())
		reason = fmt.Sprintf("was a goal of %s, who left on %s", b.Name, f.date(ended))
	default:
		return
	}
	object := Object(g.Line)
	grace := f.Limits.Of("R09.grace")
	if f.Days(ended) <= grace {
		v.silent(g.Boss, object, "%s %s: %s may pass", quote(g.Title), reason, count(grace, "day"))
		return
	}
	finding := Finding{Level: Medium, Object: object, Cost: CostOf(3, 3)}
	if p := f.primary(); p != nil {
		finding.Boss = p.ID
	}
	settled, back := ended.Add(grace), f.Limits.Of("R09.back")
	for _, w := range f.Work {
		if w.Age > back || w.Day <= settled {
			continue
		}
		for _, l := range w.Links {
			if l.Goal == g.ID && l.By.Holds() {
				finding.About = append(finding.About, w.Line)
				finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
			}
		}
	}
	if len(finding.About) == 0 {
		v.silent(g.Boss, object, "%s %s, and no entry was linked to it since", quote(g.Title), reason)
		return
	}
	finding.Evidence = append(finding.Evidence, evidence(g.Record, quote(g.Title)))
	finding.Why = fmt.Sprintf("%s %s; %s linked to it since.", quote(g.Title), reason, are(len(finding.About), "entry"))
	finding.Act = Act{Do: Look, Step: "Link the work to a goal of today, or ask whether it should go on", Command: "rapport goal review"}
	if finding.Boss != 0 {
		finding.Act.Draft = "I still work on " + g.Title + ". Does it matter to you, or should the time go elsewhere?"
	}
	v.find(finding)
}
