package nudges

import (
	"rapport"
	"rapport/internal/coach"
	"rapport/internal/wire/nudge"
)

// Lines writes findings in the form that leaves, in their order.
func Lines(facts *coach.Facts, findings []coach.Finding) []nudge.Line {
	written := make([]nudge.Line, len(findings))
	for i, f := range findings {
		l := nudge.Line{Rule: f.Rule, Level: string(f.Level), About: f.About, Evidence: make([]rapport.LineID, len(f.Evidence)), Why: f.Why, Act: f.Act.Step}
		if b := facts.Names.Boss(f.Boss); f.Boss != 0 {
			l.Boss = b.Slug
		}
		for j, e := range f.Evidence {
			l.Evidence[j] = e.Line
		}
		if l.About == nil {
			l.About = []rapport.LineID{}
		}
		if f.Act.Draft != "" {
			l.Act += ": “" + f.Act.Draft + "”"
		}
		written[i] = l
	}
	return written
}
