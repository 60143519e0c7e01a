package coach

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// vagueAsk is R22: a request for feedback that names nothing, or an answer of
// three words to one that says little more (P33). Asking for advice on one thing brings more (B5).
func vagueAsk() Rule {
	return Rule{
		ID: "R22", Title: "a request for feedback that brings “fine”", Source: "S1, B5 (Yoon)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.vagueAsksTo(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) vagueAsksTo(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(2, 0)}
	var last rapport.FeedbackAsk
	for i, a := range b.FeedbackAsks {
		object := Object(a.Line)
		vague := slices.Contains(b.Vague, a.ID)
		answer, line := f.answerTo(b, a)
		short := answer != "" && len(TopicOf(a.Text)) < f.Limits.Of("R22.telling") && len(strings.Fields(answer)) <= f.Limits.Of("R22.words") && a.About == "" && a.Item == ""
		switch {
		case f.Days(a.Day()) > f.Limits.Of("R22.back"):
			continue
		case len(strings.Fields(answer)) >= 8:
			v.silent(b.ID, object, "%s gave a full answer", b.Name)
			continue
		case a.Item != "" && a.Aspect != "":
			v.silent(b.ID, object, "%s names the work and the side of it", quote(a.Text))
			continue
		case !vague && !short:
			v.silent(b.ID, object, "%s is about something", quote(a.Text))
			continue
		case slices.ContainsFunc(b.FeedbackAsks[i+1:], func(later rapport.FeedbackAsk) bool { return !slices.Contains(b.Vague, later.ID) }):
			v.silent(b.ID, object, "a better request followed")
			continue
		}
		last = a
		finding.About = append(finding.About, a.Line)
		finding.Evidence = append(finding.Evidence, evidence(a.Record, quote(a.Text)))
		if line.Line != "" {
			finding.Evidence = append(finding.Evidence, evidence(line, "the answer: "+quote(answer)))
			finding.About = append(finding.About, line.Line)
		}
	}
	if last.ID == 0 {
		return
	}
	finding.Why = fmt.Sprintf("On %s you asked %s in general (%s).", f.date(last.Day()), b.Name, quote(last.Text))
	if answer, _ := f.answerTo(b, last); answer != "" {
		finding.Why += fmt.Sprintf(" The answer was %s: a general question gets little.", quote(answer))
	}
	finding.Act = Act{Do: OpenDraft, Step: "Ask for advice instead: one piece of work, one side of it, one change", Command: "rapport feedback ask @" + string(b.Slug)}
	if w := f.lastKnownResult(b); w != nil {
		finding.Act.Draft = fmt.Sprintf("On %s: which one thing should I do differently next time?", lower(w.Text))
	}
	v.find(finding)
}

// answerTo is the answer to a request: the one recorded with it, else what the
// boss said within ten days.
func (f *Facts) answerTo(b *File, a rapport.FeedbackAsk) (string, rapport.Record) {
	if a.Answer != "" {
		return a.Answer, rapport.Record{}
	}
	for _, g := range b.Feedback {
		if g.Ask == a.ID && a.ID != 0 || g.At.At > a.At.At && g.Day().Sub(a.Day()) <= answersWithin {
			return g.Text, g.Record
		}
	}
	return "", rapport.Record{}
}

// lastKnownResult is the newest result that the boss knows of.
func (f *Facts) lastKnownResult(b *File) *Work {
	for i := len(f.Work) - 1; i >= 0; i-- {
		if w := f.Work[i]; w.Kind == rapport.Accomplishment && w.KnownTo(b.ID) {
			return w
		}
	}
	return nil
}
