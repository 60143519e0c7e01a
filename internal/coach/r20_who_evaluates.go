package coach

import (
	"fmt"

	"rapport"
)

// whoEvaluates is R20: with several bosses, nobody said who writes the review
// (B12).
func whoEvaluates() Rule {
	return Rule{
		ID: "R20", Title: "who writes the review is not known", Source: "B12 (Gallo), S2 (P52)",
		Check: func(f *Facts) (v Verdict) {
			if len(f.Bosses) < 2 {
				v.silent(0, "evaluator", "there is one boss")
				return v
			}
			finding := Finding{Level: Low, Object: "evaluator", Cost: CostOf(3, 10)}
			solid, youngest := 0, 9999
			for _, b := range f.Bosses {
				if b.Evaluates.IsYes() {
					v.silent(b.ID, "evaluator", "%s writes it", b.Name)
					return v
				}
				if b.Relation == rapport.Solid {
					solid++
				}
				youngest = min(youngest, b.Age)
				finding.About = append(finding.About, b.Line)
				finding.Evidence = append(finding.Evidence, Evidence{b.Line, b.From, fmt.Sprintf("%s, %s line", b.Name, b.Relation)})
			}
			if youngest < f.Limits.Of("R20.wait") {
				v.silent(0, "evaluator", "the newest boss is on record for %s", count(youngest, "day"))
				return v
			}
			if solid != 1 {
				finding.Level = Medium
			}
			finding.Why = fmt.Sprintf("You answer to %s, and the record does not say who writes your review.", count(len(f.Bosses), "boss"))
			finding.Act = Act{
				Do: AddToTalk, Step: "Ask who writes it, and whom they hear", Command: "rapport boss edit @" + string(f.primary().Slug) + " --evaluates",
				Draft: "Who will write my review this year, and whose view goes into it?",
			}
			v.find(finding)
			return v
		},
	}
}
