package coach

import (
	"fmt"
	"strings"

	"rapport"
	"rapport/internal/profile"
	"rapport/internal/prose"
)

// problemOnly is R14: a draft that brings a problem without an option, a next
// step or a day on which one comes back (P67). It never holds back a warning.
func problemOnly() Rule {
	return Rule{
		ID: "R14", Title: "a problem without a next step in a draft", Source: "S3, B8 (Whiting 2012)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				for _, d := range b.Unsent {
					f.problemOnlyIn(b, d, &v)
				}
			}
			return v
		},
	}
}

func (f *Facts) problemOnlyIn(b *File, d Unsent, v *Verdict) {
	object := Object(d.Line)
	lower := strings.ToLower(d.Text)
	switch {
	case d.Text == "":
		v.silent(b.ID, object, "the record does not hold the draft's text")
		return
	case b.wants(profile.Availability, "real-time"):
		v.silent(b.ID, object, "%s wants raw facts at once", b.Name)
		return
	case strings.Contains(lower, "early warning") || isUrgent(d.Text):
		v.silent(b.ID, object, "it is an early warning")
		return
	}
	if _, bare := d.Has(prose.ProblemOnly); bare {
		v.find(Finding{
			Level: Medium, Boss: b.ID, Object: object, About: []rapport.LineID{d.Line}, Cost: CostOf(3, 2),
			Evidence: []Evidence{evidence(d.Record, "the draft: "+quote(d.Text))},
			Why:      fmt.Sprintf("The draft to %s of %s brings a problem and stops there.", b.Name, f.date(d.Day())),
			Act:      Act{Do: OpenDraft, Step: "Add two options, the help you need, or the day on which you come back", Command: "rapport check"},
		})
		return
	}
	v.silent(b.ID, object, "the draft of %s holds a next step, or no problem", f.date(d.Day()))
}
