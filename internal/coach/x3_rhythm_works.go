package coach

import (
	"fmt"

	"rapport"
)

// rhythmWorks is X3: since a rhythm of news was agreed, a boss asks less for
// it. What works is worth knowing, and keeping (P64).
func rhythmWorks() Rule {
	return Rule{
		ID: "X3", Title: "a rhythm of news that works", Source: "S3 (P64)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.effectOn(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) effectOn(b *File, v *Verdict) {
	var change rapport.Record
	var on rapport.Day
	see := func(r rapport.Record, day rapport.Day) {
		if day >= on {
			change, on = r, day
		}
	}
	for _, a := range b.Agreements {
		if a.EndedOn == "" {
			see(a.Record, a.Day())
		}
	}
	for _, r := range f.Rhythms {
		if r.Boss == b.ID {
			see(r.Record, max(r.From, r.Day()))
		}
	}
	if on == "" {
		v.silent(b.ID, at(b), "no rhythm of news was agreed with %s", b.Name)
		return
	}
	days, least := f.Limits.Of("X3.days"), f.Limits.Of("X3.pings")
	since := f.Days(on)
	if since < days || since > 3*days {
		v.silent(b.ID, at(b), "the rhythm was agreed %s ago; its effect shows from %d to %d", count(since, "day"), days, 3*days)
		return
	}
	span := min(since, 2*days)
	var before, after []Evidence
	for _, p := range b.Pings {
		switch gap := p.Day().Sub(on); {
		case gap < 0 && -gap <= span:
			before = append(before, evidence(p.Record, quote(p.Text)))
		case gap > 0 && gap <= span:
			after = append(after, evidence(p.Record, quote(p.Text)))
		}
	}
	if len(before) < least || 2*len(after) > len(before) {
		v.silent(b.ID, at(b), "%s for news in %d days before and %d after; half of %d or more would show an effect", count(len(before), "request"), span, len(after), least)
		return
	}
	v.find(Finding{
		Level: Low, Boss: b.ID, Object: at(b), Cost: CostOf(1, 0), Routine: true,
		About:    []rapport.LineID{change.Line},
		Evidence: append(append(before, after...), evidence(change, "agreed")),
		Why: fmt.Sprintf("Since the rhythm of %s %s asked for news %s in %d days, before it %s: it works.", f.date(on), b.Name,
			timesOrNever(len(after)), span, times(len(before))),
		Act: Act{Do: Look, Step: "Keep it as it is", Command: "rapport timeline @" + string(b.Slug)},
	})
}

func timesOrNever(n int) string {
	if n == 0 {
		return "never"
	}
	return times(n)
}
