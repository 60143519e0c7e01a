package coach

import (
	"fmt"

	"rapport"
	"rapport/internal/prose"
)

// demandForChange is R34: a draft asks the boss to be different as a person.
// What a boss is like is not in the user's hands; a bounded request or a step
// of one's own is (P51).
func demandForChange() Rule {
	return Rule{
		ID: "R34", Title: "a draft asks the boss to be different", Source: "S2 (P45, P51)",
		Check: func(f *Facts) (v Verdict) {
			for _, d := range f.Drafts {
				b := f.Boss(d.Boss)
				if b == nil {
					continue
				}
				faults := d.faults(prose.DemandChange)
				switch {
				case len(faults) == 0:
					v.silent(b.ID, Object(d.Line), "the %s asks for nothing of the kind", d.What)
				case isSafeguarded(d.Text):
					v.silent(b.ID, Object(d.Line), "it is about safety or the law: there a demand is right")
				default:
					v.find(Finding{
						Level: High, Boss: b.ID, Object: Object(d.Line), About: []rapport.LineID{d.Line}, Cost: CostOf(4, 0),
						Evidence: []Evidence{evidence(d.Record, quote(d.passage(faults[0])))},
						Why: fmt.Sprintf("Your %s to %s of %s asks them to be different (%s). The wish is understandable; it rarely gets what you need.",
							d.What, b.Name, f.date(rapport.DayOf(d.At.Time())), quote(d.passage(faults[0]))),
						Act: Act{
							Do: OpenDraft, Step: "Ask for one thing about the work with a date, or say what you will do yourself; the rest is for a private note",
							Command: "rapport check -",
						},
					})
				}
			}
			return v
		},
	}
}
