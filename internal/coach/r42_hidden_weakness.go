package coach

import (
	"fmt"

	"rapport"
)

// hiddenWeakness is R42: own errors that the boss never heard of, while the
// reports say that all is well and the boss has taken such things well. One
// small disclosure, in a setting that helps and does not judge (P9, P14, P15).
func hiddenWeakness() Rule {
	return Rule{
		ID: "R42", Title: "own errors that stay untold", Source: "S0 (P14, P15, P16)", Private: true,
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.untoldErrors(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) untoldErrors(b *File, v *Verdict) {
	since := f.Today.Add(-f.Limits.Of("R42.back"))
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0)}
	safety := false
	var first rapport.Instant
	for _, w := range f.Work {
		if !w.OwnError.IsYes() || w.Day < max(since, b.From) || w.KnownTo(b.ID) || !w.IsFor(b.ID) {
			continue
		}
		if first == 0 {
			first = w.At.At
		}
		safety = safety || isSafeguarded(w.Text)
		finding.About = append(finding.About, w.Line)
		finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
	}
	for _, d := range f.Disclosures {
		if d.Boss == b.ID && d.SaidOn == "" && d.Day() >= since {
			finding.About = append(finding.About, d.Line)
			finding.Evidence = append(finding.Evidence, evidence(d.Record, "something you thought of telling"))
		}
	}
	least := f.Limits.Of("R42.errors")
	if len(finding.About) < least {
		v.silent(b.ID, at(b), "%s untold; %d would be a pattern", count(len(finding.About), "own error"), least)
		return
	}
	told := 0
	for _, r := range b.Reports {
		if r.At.At > first {
			told++
		}
	}
	for _, m := range b.Held() {
		if m.Begins().At > first {
			told++
		}
	}
	if told == 0 {
		v.silent(b.ID, at(b), "nothing was reported since, so nothing was left out")
		return
	}
	bad := 0
	for _, r := range b.Reactions {
		if r.Sign == rapport.TakenBadly && f.Days(r.Day()) <= 365 {
			bad++
		}
	}
	good := f.welcomes(b)
	switch {
	case bad >= 2 || bad > 0 && bad >= len(good):
		v.silent(b.ID, at(b), "%s recorded against %d: help is to be had elsewhere first", count(bad, "bad reaction"), len(good))
		return
	case len(good) == 0:
		v.silent(b.ID, at(b), "nothing is on record of how %s takes such things", b.Name)
		return
	}
	if m, ok := f.evaluationAhead(b); ok && !safety {
		v.silent(b.ID, at(b), "a talk that judges is booked for %s: afterwards", f.date(rapport.DayOf(m.Begins().Time())))
		return
	}
	finding.Evidence = append(finding.Evidence, good...)
	if safety {
		finding.Level, finding.Cost = High, CostOf(5, 0)
	}
	finding.Why = fmt.Sprintf("%s are not known to %s, and %s of theirs say that such things were taken well. Keeping them back is human; help begins with one of them.",
		count(len(finding.About), "own error"), b.Name, count(len(good), "reaction"))
	finding.Act = Act{Do: Look, Step: "Choose the smallest one, with what you do about it and the help you want, for a talk about development", Command: "rapport disclosure plan @" + string(b.Slug)}
	v.find(finding)
}

// evaluationAhead returns a talk within a week that judges the user.
func (f *Facts) evaluationAhead(b *File) (rapport.Meeting, bool) {
	days := f.Limits.Of("R42.judged")
	for _, m := range b.Meetings {
		on := rapport.DayOf(m.Begins().Time())
		if m.Status == rapport.Booked && (m.Kind == rapport.ReviewTalk || m.Purpose == rapport.ForEvaluation) && on >= f.Today && on.Sub(f.Today) <= days {
			return m, true
		}
	}
	for _, d := range f.Dates {
		if d.Sort == rapport.Review && d.On >= f.Today && d.On.Sub(f.Today) <= days {
			m := rapport.Meeting{Start: rapport.StampOf(d.On.Noon(f.Now.Location()))}
			return m, true
		}
	}
	return rapport.Meeting{}, false
}
