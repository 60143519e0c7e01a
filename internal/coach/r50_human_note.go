package coach

import (
	"fmt"

	"rapport"
)

// humanNote is R50: something that the boss volunteered has its day. One kind
// word if one likes, once a month at most, and never on what hurts (P42).
func humanNote() Rule {
	return Rule{
		ID: "R50", Title: "a day that the boss told you of", Source: "S1 (P42)", Private: true,
		Check: func(f *Facts) (v Verdict) {
			ahead, taken := f.Limits.Of("R50.ahead"), map[rapport.Day]bool{}
			for _, h := range f.HumanFacts[max(0, len(f.HumanFacts)-mostSeen):] {
				b, object := f.Boss(h.Boss), Object(h.Line)
				if b == nil {
					continue
				}
				on := f.dayOfHuman(h)
				days := 0
				if on != "" {
					days = -f.Days(on)
				}
				switch {
				case on == "":
					v.silent(b.ID, object, "it has no day")
				case isSensitive(h):
					v.silent(b.ID, object, "it is of the sort that %s would have to raise", b.Name)
				case days < 0 || days > ahead:
					v.silent(b.ID, object, "its day is %s; it is time from %s before", f.date(on), count(ahead, "day"))
				case taken[on[:7]]:
					v.silent(b.ID, object, "one a month is enough")
				default:
					taken[on[:7]] = true
					v.find(Finding{
						Level: Low, Boss: b.ID, Object: object, About: []rapport.LineID{h.Line}, Cost: CostOf(1, days), Private: true,
						Evidence: []Evidence{{Line: h.Line, Day: h.SaidOn, Says: "something they told you"}},
						Why:      fmt.Sprintf("Something %s told you of on %s has its day on %s.", b.Name, f.date(h.SaidOn), f.date(on)),
						Act:      Act{Do: Look, Step: "A kind word if you like; one line is enough", Command: "rapport boss show @" + string(b.Slug)},
					})
				}
			}
			return v
		},
	}
}
