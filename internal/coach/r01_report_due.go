package coach

import (
	"fmt"

	"rapport"
)

// reportDue is R01: a talk is near, there is something new, and no report went
// since the last talk (P30).
func reportDue() Rule {
	return Rule{
		ID: "R01", Title: "a report is due before the talk", Source: "S1 (P27, P30)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.reportDueTo(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) reportDueTo(b *File, v *Verdict) {
	on, line, expected := f.nextTalkDay(b)
	lead := f.Limits.Of("R01.lead")
	switch {
	case on == "":
		v.silent(b.ID, at(b), "no talk is booked and none can be expected")
		return
	case f.Left(on) > lead:
		v.silent(b.ID, at(b), "the next talk is on %s; the report is due %s before", f.date(on), count(lead, "working day"))
		return
	case b.wants("involvement", "exceptions"):
		v.silent(b.ID, at(b), "%s wants to hear of exceptions only", b.Name)
		return
	case b.refusesReports():
		v.silent(b.ID, at(b), "%s asked for no reports", b.Name)
		return
	case len(b.Reports) == 0 && !b.formKnown():
		v.silent(b.ID, at(b), "no form is agreed with %s yet: R32 asks for it first", b.Name)
		return
	}
	var since rapport.Instant
	if held := b.Held(rapport.OneOnOne, rapport.ReviewTalk); len(held) > 0 {
		since = held[len(held)-1].Begins().At
	}
	var last rapport.Report
	if n := len(b.Reports); n > 0 {
		if last = b.Reports[n-1]; last.At.At > since && f.Days(rapport.DayOf(last.At.Time())) <= 10 {
			v.silent(b.ID, at(b), "a report went on %s", f.date(rapport.DayOf(last.At.Time())))
			return
		}
	}
	finding := Finding{Level: High, Boss: b.ID, Object: at(b), Cost: CostOf(4, f.Left(on))}
	if expected {
		finding.Level = Medium
	}
	var items []Evidence
	for _, w := range f.Work {
		if w.IsFor(b.ID) && !w.KnownTo(b.ID) && w.At.At > last.At.At && w.At.At > since && w.Age <= 60 {
			items = append(items, evidence(w.Record, quote(w.Text)))
		}
	}
	if len(items) == 0 {
		v.silent(b.ID, at(b), "nothing is new since the last report or talk")
		return
	}
	if line != "" {
		finding.About = append(finding.About, line)
		finding.Evidence = append(finding.Evidence, Evidence{line, f.Today, "the talk"})
	}
	if last.Line != "" {
		finding.Evidence = append(finding.Evidence, evidence(last.Record, "the last report"))
	}
	finding.Evidence = append(finding.Evidence, items[max(0, len(items)-10):]...)
	finding.Why = fmt.Sprintf("The talk with %s is on %s and %s new since the last report.", b.Name, f.date(on), are(len(items), "item"))
	if expected {
		finding.Why = fmt.Sprintf("By the rhythm the next talk with %s falls on %s, and %s new.", b.Name, f.date(on), are(len(items), "item"))
	}
	finding.Act = Act{Do: OpenDraft, Step: "Open the draft and send it in time to be read", Command: "rapport report @" + string(b.Slug)}
	v.find(finding)
}

func are(n int, what string) string {
	if n == 1 {
		return "1 " + what + " is"
	}
	return count(n, what) + " are"
}

// nextTalkDay is the day of the next talk: booked, or where a rhythm was agreed
// the day it falls on.
func (f *Facts) nextTalkDay(b *File) (on rapport.Day, line rapport.LineID, expected bool) {
	if m, ok := f.NextTalk(b); ok {
		return rapport.DayOf(m.Begins().Time().In(f.Now.Location())), m.Line, false
	}
	if !b.Rhythm.Agreed || b.Rhythm.Days == 0 {
		return "", "", false
	}
	for i := len(b.Meetings) - 1; i >= 0; i-- {
		if m := b.Meetings[i]; m.Kind == rapport.OneOnOne && m.Status != rapport.Booked {
			if next := rapport.DayOf(m.Begins().Time()).Add(b.Rhythm.Days); next >= f.Today {
				return next, m.Line, true
			}
			break
		}
	}
	return "", "", false
}
