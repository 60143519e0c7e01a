package coach

import (
	"fmt"

	"rapport"
	"rapport/internal/prose"
)

// leakGuard is R57: something private stands in a text that is about to go. It
// shows the place and never the words.
func leakGuard() Rule {
	return Rule{
		ID: "R57", Title: "something private in a draft", Source: "R57 (privacy by construction)", Early: true, Private: true,
		Check: func(f *Facts) (v Verdict) {
			for _, d := range f.Drafts {
				b := f.Boss(d.Boss)
				if b == nil {
					continue
				}
				faults := d.faults(prose.PrivateLeak)
				if len(faults) == 0 {
					v.silent(b.ID, Object(d.Line), "the %s holds nothing that reads like a private note", d.What)
					continue
				}
				v.find(Finding{
					Level: High, Boss: b.ID, Object: Object(d.Line), About: []rapport.LineID{d.Line}, Cost: CostOf(5, 0), Private: true,
					Evidence: []Evidence{evidence(d.Record, "your "+d.What)},
					Why: fmt.Sprintf("Your %s to %s of %s holds something that reads like a private note (characters %d to %d).", d.What, b.Name,
						f.date(rapport.DayOf(d.At.Time())), faults[0].Start+1, faults[0].End),
					Act: Act{Do: OpenDraft, Step: "Take the passage out, or write it anew as something you want them to read", Command: "rapport check -"},
				})
			}
			return v
		},
	}
}
