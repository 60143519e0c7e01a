package coach

import (
	"fmt"
	"slices"

	"rapport"
)

// careerStalled is R29: the goal was said and nothing came of it for weeks.
// First one question, then other routes, in the right order (P38, P40, P41).
func careerStalled() Rule {
	return Rule{
		ID: "R29", Title: "a career goal without an answer", Source: "S1 (P38, P40)",
		Check: func(f *Facts) (v Verdict) {
			for _, c := range f.Careers {
				for _, b := range f.Bosses {
					if slices.Contains(c.SharedWith, b.ID) || len(c.SharedWith) == 0 && c.State == rapport.CareerSaid && b == f.primary() {
						f.careerStalledWith(b, c, &v)
					}
				}
			}
			return v
		},
	}
}

func (f *Facts) careerStalledWith(b *File, c rapport.CareerGoal, v *Verdict) {
	object := Object(c.Line)
	said := c.SharedOn
	if said == "" {
		said = c.Day()
	}
	wait := f.Limits.Of("R29.wait")
	switch {
	case c.ClosedOn != "" || c.State == rapport.CareerRefused:
		v.silent(b.ID, object, "it is closed or was refused")
		return
	case c.State == rapport.CareerPlanned:
		v.silent(b.ID, object, "there is a dated plan")
		return
	case c.NotNow >= f.Today:
		v.silent(b.ID, object, "you marked it as not now, until %s", f.date(c.NotNow))
		return
	}
	finding := Finding{Level: Medium, Boss: b.ID, Object: object, About: []rapport.LineID{c.Line}, Cost: CostOf(3, 8)}
	finding.Evidence = []Evidence{evidence(c.Record, "your career goal, said on "+f.date(said))}
	last, what := said, "no answer is on record"
	for _, p := range b.Theirs {
		if p.At.At < c.At.At || !growthPromise(p.Text) && !f.careerTopic(c).Meets(TopicOf(p.Text)) {
			continue
		}
		switch {
		case p.State == rapport.StateOpen && p.DueNow >= f.Today && p.DueNow != "":
			v.silent(b.ID, object, "%s gave a day for it: %s", b.Name, f.date(p.DueNow))
			return
		case p.State == rapport.StateOpen:
			last, what = max(last, p.Day(), p.DueNow), "the support that was promised is open"
			finding.About = append(finding.About, p.Line)
			finding.Evidence = append(finding.Evidence, evidence(p.Record, quote(p.Text)))
		default:
			last = max(last, p.ClosedOn)
		}
	}
	for _, m := range b.Held() {
		if m.Purpose == rapport.ForDevelopment {
			last = max(last, rapport.DayOf(m.Begins().Time()))
		}
	}
	if f.Days(last) < wait {
		v.silent(b.ID, object, "the last word on it is %s old; %d may pass", count(f.Days(last), "day"), wait)
		return
	}
	finding.Why = fmt.Sprintf("You told %s your career goal on %s; %s after %s.", b.Name, f.date(said), what, count(f.Days(last), "day"))
	finding.Act = Act{
		Do: AddToTalk, Step: "Ask once more; then think of a mentor, a sponsor or HR, and tell " + b.Name + " before you go there", Command: "rapport career",
		Draft: "We spoke about my next step. What would you need to see from me, and by when could we look at it again?",
	}
	v.find(finding)
}

// growthPromise reports whether a promise is about the user's own way.
func growthPromise(text string) bool {
	return hasWord(text, "career", "promot", "development", "training", "course", "mentor", "sponsor", "introduc", "recommend", "next step", "secondment", "rotation", "skills")
}
