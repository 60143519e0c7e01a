package coach

import (
	"fmt"

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
	case a.TimesAsked() > 1 && f.Waited(a.Again[len(a.Again)-1]) <= limit:
		return "you asked again on " + f.date(a.Again[len(a.Again)-1])
	case a.TimesAsked() > 2:
		return "it was asked " + times(a.TimesAsked()) + ": more reminders without news help nobody"
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
