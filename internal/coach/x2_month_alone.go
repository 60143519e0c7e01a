package coach

import (
	"fmt"

	"rapport"
)

// monthAlone is X2: somebody who used to ask has asked for nothing in a month,
// while matters are open in which a boss could help (P82).
func monthAlone() Rule {
	return Rule{
		ID: "X2", Title: "a month without an ask or a question", Source: "S4 (P82)",
		Check: func(f *Facts) (v Verdict) {
			if b := f.primary(); b != nil {
				f.aloneFrom(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) aloneFrom(b *File, v *Verdict) {
	days := f.Limits.Of("X2.days")
	before, last := 0, Evidence{}
	see := func(r rapport.Record, day rapport.Day, says string) {
		if f.Days(day) <= 4*days {
			before++
		}
		if day >= last.Day {
			last = evidence(r, says)
		}
	}
	for _, a := range f.Asks {
		see(a.Record, a.Day(), quote(a.Text))
	}
	for _, a := range f.FeedbackAsks {
		see(a.Record, a.Day(), quote(a.Text))
	}
	entries := 0
	var open []Evidence
	for _, w := range f.Work {
		if w.Kind == rapport.Question && (w.Asked.IsYes() || len(w.Told) > 0) {
			see(w.Record, w.Day, quote(w.Text))
		}
		if f.Days(w.Day) > days {
			continue
		}
		entries++
		if (w.Kind == rapport.Challenge || w.Kind == rapport.Question) && w.Closed == "" && w.IsFor(b.ID) {
			open = append(open, evidence(w.Record, quote(w.Text)))
		}
	}
	until, pressed := f.Pressed(b)
	habit, active := f.Limits.Of("X2.habit"), f.Limits.Of("X2.entries")
	switch {
	case before < habit:
		v.silent(b.ID, at(b), "%s in %d days; %d would show a habit that ended", count(before, "ask"), 4*days, habit)
	case f.Days(last.Day) <= days:
		v.silent(b.ID, at(b), "you asked on %s", f.date(last.Day))
	case entries < active || len(open) == 0:
		v.silent(b.ID, at(b), "%s in %d days and %d open in which help could matter", entryCount(entries), days, len(open))
	case pressed:
		v.silent(b.ID, at(b), "a pressure on %s is recorded until %s: not asking then is consideration", b.Name, f.date(until))
	case len(upwardSilence().Check(f).Found) > 0:
		v.silent(b.ID, at(b), "R54 says it")
	default:
		finding := Finding{Level: Low, Boss: b.ID, Object: at(b), Cost: CostOf(2, 0), About: lines(open), Evidence: append(open, last)}
		finding.Why = fmt.Sprintf("You asked for nothing since %s, and %s on your side. Doing without help is a strength; one question costs little.", f.date(last.Day), thatAreOpen(len(open)))
		finding.Act = Act{Do: OpenDraft, Step: "Ask one thing about one of them, if it would help", Command: "rapport ask @" + string(b.Slug)}
		v.find(finding)
	}
}

func entryCount(n int) string {
	if n == 1 {
		return "1 entry"
	}
	return fmt.Sprintf("%d entries", n)
}

func thatAreOpen(n int) string {
	if n == 1 {
		return "1 matter is open"
	}
	return fmt.Sprintf("%d matters are open", n)
}
