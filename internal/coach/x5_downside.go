package coach

import (
	"fmt"

	"rapport"
)

// downside is X5: the weekly question what could make the boss fail soon, and
// what of it is in the user's hands. It is asked where a goal is near its end
// and nothing that could go wrong is on record (P47).
func downside() Rule {
	return Rule{
		ID: "X5", Title: "what could still go wrong", Source: "S2 (P47)",
		Quiet: []Situation{Overload},
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				for _, g := range b.Goals {
					f.downsideOf(b, g, &v)
				}
			}
			return v
		},
	}
}

func (f *Facts) downsideOf(b *File, g rapport.Goal, v *Verdict) {
	object := Object(g.Line)
	ahead, back := f.Limits.Of("X5.ahead"), f.Limits.Of("X5.back")
	if g.Due == "" || g.Due <= f.Today || g.Due.Sub(f.Today) > ahead {
		v.silent(b.ID, object, "%s is not due within %d days", quote(g.Title), ahead)
		return
	}
	var mine []Evidence
	for _, w := range f.Since(f.Today.Add(-back)) {
		serves := TopicOf(g.Title).Meets(w.Topic)
		for _, s := range w.Serves {
			serves = serves || s.ID == g.ID
		}
		switch {
		case !serves:
		case w.Kind == rapport.Challenge || w.Kind == rapport.HeadsUp || w.Kind == rapport.Question:
			v.silent(b.ID, object, "what could go wrong is on record (%s)", quote(w.Text))
			return
		default:
			mine = append(mine, evidence(w.Record, quote(w.Text)))
		}
	}
	if least := f.Limits.Of("X5.work"); len(mine) < least {
		v.silent(b.ID, object, "%s of yours in %d days; from %d on it is in your hands", entryCount(len(mine)), back, least)
		return
	}
	v.find(Finding{
		Level: Low, Boss: b.ID, Object: object, Cost: CostOf(2, f.Left(g.Due)), Routine: true, About: []rapport.LineID{g.Line},
		Evidence: append(mine, evidence(g.Record, quote(g.Title))),
		Why:      fmt.Sprintf("%s is due on %s, and nothing that could go wrong with it is on record.", quote(g.Title), f.date(g.Due)),
		Act:      Act{Do: Capture, Step: "Ask yourself: what could make it fail this month, and what of that is in my hands? Write one line", Command: "rapport log"},
	})
}
