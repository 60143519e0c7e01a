package coach

import (
	"fmt"

	"rapport"
)

// careerUnsaid is R28: a career goal that nobody knows, for long or shortly
// before an opening (P36).
func careerUnsaid() Rule {
	return Rule{
		ID: "R28", Title: "a career goal not said", Source: "S1 (P36)", Quiet: []Situation{ThreatSensitive},
		Check: func(f *Facts) (v Verdict) {
			b := f.primary()
			if b == nil {
				return v
			}
			for _, c := range f.Careers {
				f.careerUnsaidTo(b, c, &v)
			}
			return v
		},
	}
}

func (f *Facts) careerUnsaidTo(b *File, c rapport.CareerGoal, v *Verdict) {
	object := Object(c.Line)
	days := f.Days(c.Day())
	opening := f.openingOf(c)
	near := opening >= f.Today && opening != "" && -f.Days(opening) <= f.Limits.Of("R28.opening")
	switch {
	case c.ClosedOn != "":
		v.silent(b.ID, object, "it is closed")
	case len(c.SharedWith) > 0 || c.State != "" && c.State != rapport.CareerPrivate:
		v.silent(b.ID, object, "it was said: R29 looks at what came of it")
	case c.NotNow >= f.Today:
		v.silent(b.ID, object, "you marked it as not now, until %s", f.date(c.NotNow))
	case f.stayOrGo():
		v.silent(b.ID, object, "a stay-or-go review is open")
	case f.hostile(b):
		v.silent(b.ID, object, "the recorded reactions say that this is not the moment")
	case !near && days <= f.Limits.Of("R28.private"):
		v.silent(b.ID, object, "it is private for %s; %d may pass, or %d before an opening", count(days, "day"), f.Limits.Of("R28.private"), f.Limits.Of("R28.opening"))
	default:
		finding := Finding{
			Level: Medium, Boss: b.ID, Object: object, About: []rapport.LineID{c.Line}, Cost: CostOf(3, 10),
			Evidence: []Evidence{evidence(c.Record, "your career goal")},
			Why:      fmt.Sprintf("You wrote down a career goal on %s and %s does not know of it.", f.date(c.Day()), b.Name),
			Act: Act{
				Do: AddToTalk, Step: "Say it, with two questions: which skills, and how long does it realistically take?", Command: fmt.Sprintf("rapport career said %d @%s", c.Number, b.Slug),
				Draft: "I would like to talk about where I could go from here. Which skills would I have to show, and how long does that realistically take?",
			},
		}
		if near {
			finding.Cost = CostOf(4, f.Left(opening)/4)
			finding.Why += fmt.Sprintf(" The opening is near: about %s.", f.date(opening))
		}
		v.find(finding)
	}
}

// stayOrGo reports whether a private review of staying or going is open.
func (f *Facts) stayOrGo() bool {
	for _, r := range f.Reflections {
		if r.Topic == "stay-or-go" && f.Days(r.Day()) <= 120 {
			return true
		}
	}
	return false
}

// hostile reports whether the recorded reactions of half a year are bad three
// times and never good.
func (f *Facts) hostile(b *File) bool {
	good, bad := 0, 0
	for _, t := range b.Taken {
		switch {
		case f.Days(t.Day) > 180 || t.Derived:
		case t.Sign == rapport.TakenBadly:
			bad++
		default:
			good++
		}
	}
	return bad >= 3 && good == 0
}
