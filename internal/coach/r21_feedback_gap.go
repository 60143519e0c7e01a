package coach

import (
	"fmt"

	"rapport"
)

// feedbackGap is R21: nothing was asked of the boss about the user's own work
// for six weeks, and there is fresh work to ask about (B5).
func feedbackGap() Rule {
	return Rule{
		ID: "R21", Title: "no feedback asked for long", Source: "S1, B5 (Ashford)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.feedbackGapWith(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) feedbackGapWith(b *File, v *Verdict) {
	gap := f.Limits.Of("R21.gap")
	last := b.From
	var asked *rapport.FeedbackAsk
	if n := len(b.FeedbackAsks); n > 0 {
		asked = &b.FeedbackAsks[n-1]
		last = max(last, asked.Day())
	}
	if n := len(b.Feedback); n > 0 {
		last = max(last, b.Feedback[n-1].Day())
	}
	if f.Days(last) < gap || f.RecordDays() < gap {
		v.silent(b.ID, at(b), "the last feedback or request was %s ago; %d may pass", count(f.Days(last), "day"), gap)
		return
	}
	if until, pressed := f.Pressed(b); pressed {
		v.silent(b.ID, at(b), "a pressure on %s is recorded until %s", b.Name, f.date(until))
		return
	}
	if b.LastHeard() == "" || f.sinceHeard(b) > 21 {
		v.silent(b.ID, at(b), "no talk or report for %s: contact comes first", count(f.sinceHeard(b), "day"))
		return
	}
	var suited *Work
	for _, w := range f.Work {
		if w.Kind == rapport.Accomplishment && w.KnownTo(b.ID) && w.Age <= f.Limits.Of("R21.fresh") {
			suited = w
		}
	}
	if suited == nil {
		v.silent(b.ID, at(b), "no finished work of the last %s that %s knows of", count(f.Limits.Of("R21.fresh"), "day"), b.Name)
		return
	}
	finding := Finding{
		Level: Low, Boss: b.ID, Object: at(b), About: []rapport.LineID{suited.Line}, Cost: CostOf(2, 0), Routine: true,
		Evidence: []Evidence{evidence(suited.Record, quote(suited.Text))},
		Why:      fmt.Sprintf("No feedback was asked of %s for %s, and %s is fresh in mind.", b.Name, count(f.Days(last), "day"), quote(suited.Text)),
		Act: Act{
			Do: OpenDraft, Step: "Ask for advice on one thing in it", Command: "rapport feedback ask @" + string(b.Slug),
			Draft: fmt.Sprintf("On %s: what one thing would you do differently next time?", lower(suited.Text)),
		},
	}
	if asked != nil {
		finding.Evidence = append(finding.Evidence, evidence(asked.Record, "you asked last: "+quote(asked.Text)))
	}
	v.find(finding)
}
