package coach

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// goodMarks is R49: the boss named somebody whose view counts, and two months
// on there was no contact. One useful contact with a purpose; no tour to be
// liked (P39, B11).
func goodMarks() Rule {
	return Rule{
		ID: "R49", Title: "somebody whose view counts, without a contact", Source: "B11 (Watkins), P39",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.marksFor(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) marksFor(b *File, v *Verdict) {
	days := f.Limits.Of("R49.days")
	finding := Finding{Level: Low, Boss: b.ID, Object: at(b), Cost: CostOf(2, 0)}
	var people []string
	guarded, mentioned := orderGuard().Check(f).Found, map[string]rapport.Day{}
	if len(f.Stakeholders) > 0 {
		mentioned = f.mentions(days)
	}
	for _, h := range f.Stakeholders {
		if h.SuggestedBy.Boss != b.ID {
			continue
		}
		last := f.lastContact(h, mentioned)
		switch {
		case f.Days(last) < days:
			v.silent(b.ID, Object(h.Line), "%s: last contact or word %s ago; %d may pass", h.Name, count(f.Days(last), "day"), days)
			continue
		case isGuarded(guarded, h.Name):
			v.silent(b.ID, Object(h.Line), "%s: first %s has to hear of it", h.Name, b.Name)
			continue
		}
		people = append(people, h.Name)
		if h.Needs != "" {
			finding.Level, finding.Cost = Medium, CostOf(3, 0)
		}
		finding.About = append(finding.About, h.Line)
		says := h.Name
		if h.Needs != "" {
			says += " needs to see " + quote(h.Needs)
		}
		finding.Evidence = append(finding.Evidence, evidence(h.Record, says))
	}
	if len(people) == 0 {
		return
	}
	finding.Why = fmt.Sprintf("%s named %s as somebody whose view counts, and no contact is on record for %d days.", b.Name, and(people), days)
	finding.Act = Act{Do: Capture, Step: "Choose one of them, and one thing of your work that is useful to them", Command: "rapport stakeholder add"}
	v.find(finding)
}

// lastContact is the day of the last contact with somebody, or of the line that
// named them.
func (f *Facts) lastContact(h rapport.Stakeholder, mentioned map[string]rapport.Day) rapport.Day {
	last := h.Day()
	if h.Introduction == rapport.IntroductionUsed {
		last = max(last, f.Today.Add(-f.Limits.Of("R49.days")+1))
	}
	first, _, _ := strings.Cut(strings.ToLower(h.Name), " ")
	for _, c := range f.Contacts {
		if c.DoneOn != "" && slices.Contains(spokenIn(c.Name), first) {
			last = max(last, c.DoneOn)
		}
	}
	last = max(last, mentioned[first])
	for _, fb := range f.Feedback {
		if fb.Sender.Name != "" && slices.Contains(spokenIn(fb.Sender.Name), first) {
			last = max(last, fb.Day())
		}
	}
	return last
}

// mentions are the words of the work of some days, each with the last day on
// which it was written.
func (f *Facts) mentions(days int) map[string]rapport.Day {
	last := map[string]rapport.Day{}
	for _, w := range f.Since(f.Today.Add(-days)) {
		for _, text := range append(w.Helpers[:len(w.Helpers):len(w.Helpers)], w.Text) {
			for _, word := range spokenIn(text) {
				last[word] = max(last[word], w.Day)
			}
		}
	}
	return last
}

// names reports whether a text holds a name as a word.
func names(text, name string) bool {
	return name != "" && strings.Contains(strings.ToLower(text), name) && slices.Contains(spokenIn(text), name)
}

// isGuarded reports whether the order guard speaks of somebody.
func isGuarded(guarded []Finding, name string) bool {
	return slices.ContainsFunc(guarded, func(found Finding) bool { return strings.Contains(found.Why, name) })
}
