package compose

import (
	"slices"

	"rapport"
)

// Pin is what the user fixed about one record: a form may change neither.
type Pin struct {
	ID rapport.RecordID
	// Mine keeps the words as they are: nothing is shortened or taken out.
	Mine bool
	// First keeps it before all others.
	First bool
}

// pinned is what the user fixed about a point.
func (h *Header) pinned(p Point) (pin Pin) {
	for _, x := range h.Pins {
		for _, id := range p.entries() {
			if x.ID == rapport.RecordID(id) {
				pin.Mine, pin.First = pin.Mine || x.Mine, pin.First || x.First
			}
		}
	}
	return pin
}

// withPins puts what the user fixed as first before everything else, in the
// order of the outline, whatever a form decided.
func (o Outline) withPins() Outline {
	if !slices.ContainsFunc(o.Pins, func(p Pin) bool { return p.First }) {
		return o
	}
	var lead []Part
	parts := make([]Part, 0, len(o.Parts)+2)
	bottom := false
	for _, part := range o.Parts {
		kept := make([]Point, 0, len(part.Points))
		for _, p := range part.Points {
			if !o.pinned(p).First {
				kept = append(kept, p)
				continue
			}
			p.Reason += "; you fixed it as first"
			lead = append(lead, Part{Role: leadRole(part.Role), Project: *p.Project, Points: []Point{p}, Lead: true})
		}
		part.Points = kept
		if bottom = bottom || part.Role == Differs && !part.Lead; len(kept) > 0 || part.Role == Differs {
			parts = append(parts, part)
		}
	}
	counted := o.Counted
	o.Counted = nil
	for _, p := range counted {
		if o.pinned(p).First {
			p.Reason += "; you fixed it as first"
			lead = append(lead, Part{Role: leadRole(p.Role), Project: *p.Project, Points: []Point{p}, Lead: true})
			continue
		}
		o.Counted = append(o.Counted, p)
	}
	if !bottom {
		parts = slices.Insert(parts, 0, Part{Role: Differs})
	}
	o.Parts = append(lead, parts...)
	return o
}

// leadRole is the part that an opening line belongs to: a question stays one.
func leadRole(r Role) Role {
	if r == Needs {
		return Needs
	}
	return Work
}
