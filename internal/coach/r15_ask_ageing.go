package coach

import (
	"fmt"
	"slices"

	"rapport"
)

// askAgeing is R15: an ask that waits gets one reminder with something new in
// it, and never a second without (B6).
func askAgeing() Rule {
	return Rule{
		ID: "R15", Title: "an ask without an answer", Source: "B6 (Yukl and Tracey 1992), P3",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.asksAgeing(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) asksAgeing(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b)}
	var first rapport.Ask
	for _, a := range b.Asks {
		if because := f.askIsCalm(b, a); because != "" {
			v.silent(b.ID, Object(a.Line), "%s: %s", quote(a.Text), because)
			continue
		}
		if len(finding.About) == 0 {
			first = a
		}
		if a.Due != "" && f.Left(a.Due) <= 0 {
			finding.Cost = max(finding.Cost, CostOf(4, 0))
			if g, ok := f.Goal(a.Goal); ok && g.Boss == b.ID || f.Days(a.Due) <= 7 {
				finding.Level = High
			}
		}
		finding.Cost = max(finding.Cost, CostOf(3, 0))
		finding.About = append(finding.About, a.Line)
		finding.Evidence = append(finding.Evidence, evidence(a.Record, quote(a.Text)))
	}
	switch n := len(finding.About); n {
	case 0:
		return
	case 1:
		finding.Why = fmt.Sprintf("You asked %s on %s (%s) and no answer is on record after %s", b.Name, f.date(first.Day()), quote(first.Text), count(f.Waited(first.Day()), "working day"))
		if first.Due != "" {
			finding.Why += ", needed by " + f.date(first.Due)
		}
		finding.Why += "."
	default:
		finding.Why = fmt.Sprintf("%s to %s wait for an answer, the oldest since %s.", count(n, "ask"), b.Name, f.date(first.Day()))
	}
	finding.Act = Act{
		Do: OpenDraft, Step: "Ask once more, by another channel, all in one message, with what you will do if nothing is said",
		Command: fmt.Sprintf("rapport ask again %d", first.Number),
		Draft:   fmt.Sprintf("A short reminder: %s Without other word from you I will go on as I proposed.", sentence(first.Text)),
	}
	v.find(finding)
}

// askIsCalm says why an ask needs no reminder; empty where it does.
func (f *Facts) askIsCalm(b *File, a rapport.Ask) string {
	limit := f.Limits.Of("R15.wait")
	waited := f.Waited(a.Day())
	past := a.Due != "" && a.Due < f.Today
	switch {
	case a.State() == rapport.StateWithdrawn:
		return "you took it back"
	case a.State() != rapport.StateOpen:
		return "it was answered"
	case waited <= limit && !past:
		return fmt.Sprintf("it waits for %s; after %d it is time", count(waited, "working day"), limit)
	}
	if reminded := f.remindedOf(b, a); len(reminded) > 0 {
		last := reminded[len(reminded)-1]
		switch {
		case f.Waited(last) <= limit:
			return "you asked again on " + f.date(last)
		case len(reminded) > 1 || !f.newsOf(a, last):
			return "you reminded them " + times(len(reminded)) + ", last on " + f.date(last) + ": another reminder without anything new helps nobody"
		}
	}
	for _, d := range f.Dates {
		if d.Sort == rapport.Leave && d.Boss == b.ID && d.On <= f.Today && f.Today <= d.End {
			return b.Name + " is on leave until " + f.date(d.End)
		}
	}
	for _, p := range b.Theirs {
		if p.State == rapport.StateOpen && p.Day() >= a.Day().Add(-7) && TopicOf(p.Text).Meets(TopicOf(a.Text)) {
			return "an answer was promised (" + quote(p.Text) + "): R17 looks after that"
		}
	}
	return ""
}

// remindedOf are the days on which an ask was made again, oldest first: those
// recorded with it, and those of messages to the boss about the same thing.
func (f *Facts) remindedOf(b *File, a rapport.Ask) []rapport.Day {
	days := slices.Clone(a.Again)
	topic := TopicOf(a.Text)
	for _, m := range b.Messages {
		if m.State == rapport.Sent && m.Day() > a.Day() && TopicOf(m.Text).Meets(topic) {
			days = append(days, m.Day())
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// newsOf reports whether anything about an ask was logged after a day: a
// reminder that carries it is no mere repetition.
func (f *Facts) newsOf(a rapport.Ask, after rapport.Day) bool {
	topic := TopicOf(a.Text)
	return slices.ContainsFunc(f.Work, func(w *Work) bool { return w.Day > after && w.Topic.Meets(topic) })
}

// sentence makes a sentence of a line.
func sentence(text string) string {
	text = rapport.OneLine(text)
	if text == "" {
		return ""
	}
	if last := text[len(text)-1]; last == '.' || last == '?' || last == '!' {
		return text
	}
	return text + "."
}
