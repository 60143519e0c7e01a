package coach

import (
	"fmt"

	"rapport"
)

// helpHamper is R52: half a year after the last time, ask a boss what helps
// them and what hampers (B3). Where it was never asked, a year is the measure.
func helpHamper() Rule {
	return Rule{
		ID: "R52", Title: "what helps and what hampers", Source: "B3 (Drucker)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.helpHamperOf(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) helpHamperOf(b *File, v *Verdict) {
	finding := Finding{Level: Low, Boss: b.ID, Object: at(b), Cost: CostOf(1, 0), Routine: true}
	last, asked := b.From, false
	see := func(r rapport.Record, day rapport.Day, text string) {
		if spokenIn(text).has("help* .. hamper*|hinder*|hurt*|stop*|less", "hamper*|hinder* .. help*", "more .. less of|from", "gets|get|stand in your way", "start .. stop .. continue|keep") && day >= last {
			last, asked = day, true
			finding.About = []rapport.LineID{r.Line}
			finding.Evidence = []Evidence{evidence(r, quote(text))}
		}
	}
	for _, a := range b.FeedbackAsks {
		see(a.Record, a.Day(), a.Text+" "+a.About)
	}
	for _, a := range b.Asks {
		see(a.Record, a.Day(), a.Text)
	}
	days := f.Limits.Of("R52.again")
	if !asked {
		days = f.Limits.Of("R52.first")
		finding.About, finding.Evidence = []rapport.LineID{b.Line}, []Evidence{{Line: b.Line, Day: b.From, Says: "your boss since"}}
	}
	if gap := f.Days(last) - f.daysOfLeave(last); gap < days || b.Age < 60 {
		v.silent(b.ID, at(b), "asked, or your boss, for %s; after %d it is time", count(gap, "day"), days)
		return
	}
	finding.Why = fmt.Sprintf("You asked %s what helps and what hampers on %s, %s ago.", b.Name, f.date(last), count(f.Days(last), "day"))
	if away := f.daysOfLeave(last); away > 0 {
		finding.Why += fmt.Sprintf(" You were away for %s of it.", count(away, "day"))
	}
	if !asked {
		finding.Why = fmt.Sprintf("%s is your boss since %s, and what helps and hampers them was never asked.", b.Name, f.date(last))
	}
	finding.Act = Act{
		Do: AddToTalk, Step: "Ask for one thing of each in the next talk", Command: "rapport feedback ask @" + string(b.Slug),
		Draft: "What do I do that helps you in your work, and what do I do that hampers you? One of each is enough.",
	}
	v.find(finding)
}

// daysOfLeave counts the days since a day on which the user was on leave: a
// relation does not grow old while nobody is there.
func (f *Facts) daysOfLeave(since rapport.Day) (days int) {
	for _, d := range f.Dates {
		if d.Sort == rapport.Leave && d.Boss == 0 && d.End >= d.On {
			if from, to := max(d.On, since), min(d.End, f.Today); from <= to {
				days += to.Sub(from) + 1
			}
		}
	}
	return days
}
