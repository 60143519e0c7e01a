package coach

import (
	"fmt"

	"rapport"
)

// ideaFollowup is R46: the boss said yes or later to an idea, and three weeks
// on nothing more is on record (P90).
func ideaFollowup() Rule {
	return Rule{
		ID: "R46", Title: "an idea that was heard, and then nothing", Source: "B8 (issue selling), P90",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.followUps(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) followUps(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0)}
	var first *Work
	for _, w := range f.Work {
		if w.Kind != rapport.Idea || w.BossSaid == "" || !w.KnownTo(b.ID) && !f.isAddressed(b, w) {
			continue
		}
		if because := f.followed(b, w); because != "" {
			v.silent(b.ID, Object(w.Line), "%s: %s", quote(w.Text), because)
			continue
		}
		if first == nil {
			first = w
		}
		finding.About = append(finding.About, w.Line)
		finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)+", answer: "+w.BossSaid))
	}
	if first == nil {
		return
	}
	finding.Why = fmt.Sprintf("%s said %s to %s, and since %s nothing more is on record.", b.Name, first.BossSaid, quote(first.Text), f.date(f.heardOn(b, first)))
	finding.Act = Act{
		Do: AddToTalk, Step: "Report a first step, or ask for a date", Command: "rapport agenda @" + string(b.Slug),
		Draft: "You liked the idea in principle. Shall I take the first step by the end of the month, or is there a better moment?",
	}
	v.find(finding)
}

// heardOn is the day on which the boss heard an idea, as far as the record
// says.
func (f *Facts) heardOn(b *File, w *Work) rapport.Day {
	for _, t := range w.Told {
		if t.Boss == b.ID && !t.Since.IsZero() {
			return max(w.Day, rapport.DayOf(t.Since.Time()))
		}
	}
	return w.Day
}

// isStep reports whether an entry on the matter of an idea follows it up. A
// step of which the boss knows answers a yes for good; any other holds for as
// long as the rule waits.
func (f *Facts) isStep(b *File, idea, entry *Work) bool {
	known := entry.KnownTo(b.ID)
	if idea.BossSaid == "yes" && known && (entry.Kind == rapport.Progress || entry.Kind == rapport.Accomplishment) {
		return true
	}
	return (idea.BossSaid == "yes" || known) && f.Days(entry.Day) < f.Limits.Of("R46.wait")
}

// followed says why an idea needs no word; empty where it does.
func (f *Facts) followed(b *File, w *Work) string {
	days, wait := f.Days(f.heardOn(b, w)), f.Limits.Of("R46.wait")
	switch {
	case w.BossSaid == "no":
		return "the answer was no"
	case w.Closed != "":
		return "it is closed"
	case days < wait:
		return fmt.Sprintf("heard %s ago; %d may pass", count(days, "day"), wait)
	case days > f.Limits.Of("R45.back"):
		return "it is older than " + count(f.Limits.Of("R45.back"), "day")
	}
	for _, p := range f.Work {
		if p.At.At > w.At.At && p.Kind != rapport.Idea && p.Topic.Shared(w.Topic) >= 2 && f.isStep(b, w, p) {
			return "a step was logged on " + f.date(p.Day)
		}
	}
	for _, a := range b.Asks {
		if a.At.At > w.At.At && TopicOf(a.Text).Shared(w.Topic) >= 2 {
			return "you asked about it on " + f.date(a.Day())
		}
	}
	for _, a := range f.Agenda {
		if a.Boss == b.ID && a.State() == rapport.StateOpen && TopicOf(a.Text).Shared(w.Topic) >= 2 {
			return "it is on the agenda"
		}
	}
	return ""
}
