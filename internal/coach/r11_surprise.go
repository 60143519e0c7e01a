package coach

import (
	"fmt"

	"rapport"
)

// surprise is R11: the boss learned something of the user's from somebody else.
// The step is an agreement on what is told when (P61).
func surprise() Rule {
	return Rule{
		ID: "R11", Title: "learned from somebody else first", Source: "B1 (Gabarro and Kotter), B11 (P61)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.surprisesOf(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) surprisesOf(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0)}
	var last rapport.Surprise
	for _, s := range b.Surprises {
		days := f.Days(s.Day())
		switch {
		case s.To.IsMe():
			continue // P7 and the rules on news for the user look at these
		case days > f.Limits.Of("R11.back"):
			v.silent(b.ID, Object(s.Line), "%s is %s old", quote(s.Text), count(days, "day"))
			continue
		case isSocial(s.Text):
			v.silent(b.ID, Object(s.Line), "%s is social news", quote(s.Text))
			continue
		}
		if agreed, ok := f.agreedSince(b, s.Day()); ok {
			v.silent(b.ID, Object(s.Line), "what is told when was agreed on %s", f.date(agreed))
			continue
		}
		last = s
		finding.About = append(finding.About, s.Line)
		finding.Evidence = append(finding.Evidence, evidence(s.Record, quote(s.Text)))
		if w := f.sourceOf(s); w != nil {
			hours := int(s.At.At.Time().Sub(w.At.At.Time()).Hours())
			finding.Evidence = append(finding.Evidence, evidence(w.Record, fmt.Sprintf("you knew %s before: %s", count(hours, "hour"), quote(w.Text))))
		}
	}
	n := len(finding.About)
	if n == 0 {
		return
	}
	if n > 1 || f.Days(last.Day()) <= f.Limits.Of("R11.fresh") {
		finding.Level, finding.Cost = High, CostOf(4, 0)
	}
	finding.Why = fmt.Sprintf("On %s %s heard from somebody else what could have come from you: %s.", f.date(last.Day()), b.Name, quote(last.Text))
	if n > 1 {
		finding.Why += fmt.Sprintf(" It is the %s time.", ordinal(n))
	}
	finding.Act = Act{
		Do: OpenDraft, Step: "One line to put it right, and an agreement on what they hear the same day", Command: "rapport boss agree @" + string(b.Slug),
		Draft: "You should have had that from me. From now on I will tell you such things the same day; is a short message the right way?",
	}
	v.find(finding)
}

// agreedSince is the day of an agreement on news that came after another day.
func (f *Facts) agreedSince(b *File, after rapport.Day) (rapport.Day, bool) {
	for _, a := range b.Agreements {
		if a.EndedOn == "" && a.Day() >= after {
			return a.Day(), true
		}
	}
	return "", false
}

// sourceOf is the entry in which the user wrote down before what surprised the
// boss.
func (f *Facts) sourceOf(s rapport.Surprise) *Work {
	topic := TopicOf(s.Text)
	for i := len(f.Work) - 1; i >= 0; i-- {
		w := f.Work[i]
		if w.At.At < s.At.At && s.Day().Sub(w.Day) <= 30 && w.Topic.Shared(topic) >= 2 {
			return w
		}
	}
	return nil
}

func ordinal(n int) string {
	switch n {
	case 2:
		return "second"
	case 3:
		return "third"
	}
	return fmt.Sprintf("%dth", n)
}
