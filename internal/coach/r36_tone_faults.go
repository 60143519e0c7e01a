package coach

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/prose"
)

// toneFaults is R36: flattery, grovelling, martyrdom, blame or boasting in a
// draft. The facts stay, the tone goes (P81, P92, B7).
func toneFaults() Rule {
	return Rule{
		ID: "R36", Title: "the tone of a draft works against it", Source: "S4 (P81, P92), B7 (Gordon 1996)",
		Check: func(f *Facts) (v Verdict) {
			for _, d := range f.Drafts {
				if b := f.Boss(d.Boss); b != nil {
					f.toneOf(b, d, &v)
				}
			}
			return v
		},
	}
}

func (f *Facts) toneOf(b *File, d *Draft, v *Verdict) {
	faults := d.faults(prose.Flattery, prose.Groveling, prose.Martyrdom, prose.Blame)
	// What asks the boss to be different is neither praise nor blame: R34 has it.
	demands := d.faults(prose.DemandChange)
	faults = slices.DeleteFunc(faults, func(x prose.Finding) bool {
		return (x.Label == prose.Flattery || x.Label == prose.Blame) && slices.ContainsFunc(demands, func(y prose.Finding) bool { return x.Start < y.End && y.Start < x.End })
	})
	boasts := d.faults(prose.UnprovedResult)
	level, stake := Medium, 3
	if len(faults) == 0 {
		faults, level, stake = boasts, Low, 2
	}
	if len(faults) == 0 {
		v.silent(b.ID, Object(d.Line), "the tone of the %s is plain", d.What)
		return
	}
	var names []string
	for _, fault := range faults {
		if name := faultWord(fault.Label); !strings.Contains(strings.Join(names, " "), name) {
			names = append(names, name)
		}
	}
	first := quote(d.passage(faults[0]))
	v.find(Finding{
		Level: level, Boss: b.ID, Object: Object(d.Line), About: []rapport.LineID{d.Line}, Cost: CostOf(stake, 0),
		Evidence: []Evidence{evidence(d.Record, first)},
		Why: fmt.Sprintf("Your %s to %s of %s can be read as %s (%s); the facts carry it better alone.", d.What, b.Name,
			f.date(rapport.DayOf(d.At.Time())), strings.Join(names, ", "), first),
		Act: Act{Do: OpenDraft, Step: "Look at the plain version, which keeps all facts: " + faults[0].Suggest, Command: "rapport check -"},
	})
}

// faultWord says a fault of tone as people say it.
func faultWord(l prose.Label) string {
	switch l {
	case prose.Flattery:
		return "flattery"
	case prose.Groveling:
		return "making yourself small"
	case prose.Martyrdom:
		return "a display of sacrifice"
	case prose.Blame:
		return "blame"
	}
	return "a claim without its number"
}
