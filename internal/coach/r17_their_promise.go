package coach

import (
	"fmt"
	"strings"

	"rapport"
)

// theirPromiseOverdue is R17: what the boss said they would do is two days
// past its day. It becomes a neutral line of the agenda with what it unlocks
// (P48): remembered, never assigned.
func theirPromiseOverdue() Rule {
	return Rule{
		ID: "R17", Title: "a promise of the boss is past its day", Source: "S2 (P38, P48)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.promisesOverdueOf(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) promisesOverdueOf(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(4, 2)}
	var first rapport.Promise
	for _, p := range b.Theirs {
		if because := f.theirsIsCalm(b, p); because != "" {
			v.silent(b.ID, Object(p.Line), "%s: %s", quote(p.Text), because)
			continue
		}
		if first.Line == "" || p.DueNow < first.DueNow {
			first = p
		}
		finding.About = append(finding.About, p.Line)
		finding.Evidence = append(finding.Evidence, evidence(p.Record, quote(p.Text)))
		for _, a := range b.Asks {
			if a.State() == rapport.StateOpen && TopicOf(a.Text).Meets(TopicOf(p.Text)) {
				finding.About = append(finding.About, a.Line)
				finding.Evidence = append(finding.Evidence, evidence(a.Record, "you asked: "+quote(a.Text)))
			}
		}
	}
	if first.Line == "" {
		return
	}
	finding.Why = fmt.Sprintf("%s said on %s: %s, for %s. That was %s ago.", b.Name, f.date(first.Day()), quote(first.Text), f.date(first.DueNow), count(f.Waited(first.DueNow), "working day"))
	finding.Act = Act{
		Do: AddToTalk, Step: "Put it on the agenda, with what it unlocks, your own recommendation and a day", Command: fmt.Sprintf("rapport agenda add %d", first.Number),
		Draft: fmt.Sprintf("You were going to look at this: %s With a word by the end of next week I can go on; my own suggestion is ready.", sentence(first.Text)),
	}
	v.find(finding)
}

// theirsIsCalm says why a promise of the boss needs no reminder.
func (f *Facts) theirsIsCalm(b *File, p rapport.Promise) string {
	limit := f.Limits.Of("R17.wait")
	switch {
	case p.State != rapport.StateOpen:
		return "it is " + string(p.State)
	case !p.To.IsMe() && !p.To.IsZero():
		return "it was made to somebody else"
	case p.DueNow == "":
		return "no day was said"
	case f.Waited(p.DueNow) < limit:
		return fmt.Sprintf("its day is %s; %s may pass", f.date(p.DueNow), count(limit, "working day"))
	case f.Days(p.DueNow) > f.Limits.Of("R17.back"):
		return "it is older than " + count(f.Limits.Of("R17.back"), "day")
	}
	if until, pressed := f.Pressed(b); pressed {
		return "a pressure on " + b.Name + " is recorded until " + f.date(until)
	}
	if end, away := f.isOnLeave(b); away {
		return b.Name + " is on leave until " + f.date(end)
	}
	topic := TopicOf(p.Text)
	for _, a := range b.Asks {
		if !TopicOf(a.Text).Meets(topic) {
			continue
		}
		asked := a.Day()
		if n := len(a.Again); n > 0 {
			asked = a.Again[n-1]
		}
		if asked >= p.DueNow && f.Waited(asked) <= f.Limits.Of("R17.asked") {
			return "you asked again on " + f.date(asked)
		}
	}
	for _, m := range b.Messages {
		if m.State == rapport.Sent && m.Day() >= p.DueNow && f.Waited(m.Day()) <= f.Limits.Of("R17.asked") && TopicOf(m.Text).Meets(topic) {
			return "you wrote about it on " + f.date(m.Day())
		}
	}
	if condition := conditionOf(p.Text); condition != "" && !f.conditionMet(p, condition) {
		return "it was promised on a condition, and no entry says that it is met"
	}
	return ""
}

// conditionOf is the part of a promise that says on what it depends.
func conditionOf(text string) string {
	text = " " + strings.ToLower(text) + " "
	for _, word := range [...]string{" if ", " once ", " provided ", " as soon as ", " when ", " unless ", " subject to "} {
		if _, rest, ok := strings.Cut(text, word); ok {
			return rest
		}
	}
	return ""
}

// conditionMet reports whether a later entry is about the condition and says
// that it came about.
func (f *Facts) conditionMet(p rapport.Promise, condition string) bool {
	topic := TopicOf(condition)
	for _, w := range f.Work {
		if w.At.At > p.At.At && w.Topic.Meets(topic) && (w.Kind == rapport.Accomplishment || isSolved(w.Text)) {
			return true
		}
	}
	return false
}
