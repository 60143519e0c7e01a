package coach

import (
	"fmt"
	"slices"

	"rapport"
)

// wellbeing is R58: private notes speak of sleep, fear or illness again and
// again. It points to people, and says nothing of what it may be.
func wellbeing() Rule {
	return Rule{
		ID: "R58", Title: "look after yourself", Source: "care", Private: true,
		Check: func(f *Facts) (v Verdict) {
			weeks, least := f.Limits.Of("R58.days"), f.Limits.Of("R58.notes")
			var behind []Evidence
			var days []rapport.Day
			for _, t := range f.strains() {
				if f.Days(t.Day) <= weeks {
					behind = append(behind, Evidence{Line: t.Line, Day: t.Day, Says: t.Kind})
					days = append(days, t.Day)
				}
			}
			slices.Sort(days)
			if n := len(slices.Compact(days)); n < least {
				v.silent(0, "yourself", "%s in %d days speak of sleep, fear or illness; from %d on it is said", count(n, "note"), weeks, least)
				return v
			}
			v.find(Finding{
				Level: Medium, Object: "yourself", Cost: CostOf(4, 0), Private: true, About: lines(behind), Evidence: behind,
				Why: fmt.Sprintf("%s of the last %d days are about how you are, and not well. That counts more than the work.", upper(count(len(behind), "note")), weeks),
				Act: Act{
					Do: Look, Step: "Talk to somebody you trust, to your doctor, or to the support that your employer has for this; `rapport next mute R58` ends this reminder",
					Command: "rapport hours",
				},
			})
			return v
		},
	}
}
