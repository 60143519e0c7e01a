package coach

import (
	"fmt"

	"rapport"
)

// sameFeedback is R24: the same feedback twice within three months. An example
// helps more than a third try.
func sameFeedback() Rule {
	return Rule{
		ID: "R24", Title: "the same feedback twice", Source: "S1 (P32)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.sameFeedbackOf(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) sameFeedbackOf(b *File, v *Verdict) {
	var changes []rapport.Feedback
	for _, g := range b.Feedback {
		if mayAskChange(g) && f.Days(g.Day()) <= f.Limits.Of("R24.days")*2 {
			changes = append(changes, g)
		}
	}
	if len(changes) < 2 {
		v.silent(b.ID, at(b), "fewer than two wishes for a change are on record")
		return
	}
	for i := len(changes) - 1; i > 0; i-- {
		later := changes[i]
		for j := i - 1; j >= 0; j-- {
			earlier := changes[j]
			if !asksChange(earlier) || !sameWish(earlier, later) || later.Day().Sub(earlier.Day()) > f.Limits.Of("R24.days") || f.Days(later.Day()) > f.Limits.Of("R24.days") {
				continue
			}
			if later.State() != rapport.StateOpen {
				v.silent(b.ID, Object(later.Line), "something was done about it")
				continue
			}
			level, cost := High, CostOf(4, 0)
			if f.Days(later.Day()) > 30 {
				level, cost = Medium, CostOf(3, 0)
			}
			v.find(Finding{
				Level: level, Boss: b.ID, Object: at(b), About: []rapport.LineID{earlier.Line, later.Line}, Cost: cost,
				Evidence: []Evidence{evidence(earlier.Record, quote(earlier.Text)), evidence(later.Record, quote(later.Text))},
				Why:      fmt.Sprintf("%s said much the same on %s and on %s: %s. It matters to them.", b.Name, f.date(earlier.Day()), f.date(later.Day()), quote(later.Text)),
				Act: Act{
					Do: OpenDraft, Step: "Put it first, and ask for one example of how it should look", Command: fmt.Sprintf("rapport feedback used %d", later.Number),
					Draft: "You said this before, so I want to get it right. Could you show me one example of how it should look?",
				},
			})
			return
		}
	}
	v.silent(b.ID, at(b), "no two wishes within %s are about the same", count(f.Limits.Of("R24.days"), "day"))
}

// mayAskChange reports whether feedback could repeat a wish: a second remark on
// the same matter need not say again what is wished, as long as it is no thanks.
func mayAskChange(g rapport.Feedback) bool {
	return asksChange(g) || g.Kind != rapport.Praise && !hasWord(g.Text, "good.", "great.", "better.", "thank", "well.", "improved", "excellent", "nice.", "perfect")
}

// sameWish reports whether two pieces of feedback are about the same.
func sameWish(a, b rapport.Feedback) bool {
	switch {
	case b.Same != 0 && b.Same == a.ID:
		return true
	case a.About != "" && b.About != "":
		return rapport.ParseSlug(a.About) == rapport.ParseSlug(b.About)
	}
	return TopicOf(a.Text, a.About).Meets(TopicOf(b.Text, b.About))
}
