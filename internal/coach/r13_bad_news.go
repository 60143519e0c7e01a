package coach

import (
	"fmt"
	"slices"

	"rapport"
)

// badNewsWaiting is R13: a challenge on a goal of the boss that they do not
// know, or a draft that looks better than the log (B9, P67). A warning needs no
// solution: "no answer yet, back on Thursday" is enough.
func badNewsWaiting() Rule {
	return Rule{
		ID: "R13", Title: "bad news waiting", Source: "B9 (Snow, Keil, Wallace 2007), S0 (P15)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.badNewsFor(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) badNewsFor(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b)}
	var oldest, last *Work
	left := 99
	for _, w := range f.Work {
		if w.Kind != rapport.Challenge {
			continue
		}
		if because := f.challengeCalm(b, w); because != "" {
			v.silent(b.ID, Object(w.Line), "%s: %s", quote(w.Text), because)
			continue
		}
		if f.surelyBad(b, w) {
			finding.Level = High
		}
		if oldest == nil {
			oldest = w
		}
		last = w
		left = min(left, f.daysAround(w, b))
		finding.About = append(finding.About, w.Line)
		finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
	}
	if last == nil {
		return
	}
	finding.Cost = CostOf(5, min(left, 3))
	finding.Why = fmt.Sprintf("%s does not know of %s that you wrote down on %s: %s.", b.Name, challenges(len(finding.About)), f.date(last.Day), quote(last.Text))
	if oldest != last {
		finding.Why = fmt.Sprintf("%s does not know of %s, the first of %s, the last of %s: %s.", b.Name, challenges(len(finding.About)), f.date(oldest.Day), f.date(last.Day), quote(last.Text))
	}
	if draft, green := f.greenDraft(b, oldest.At.At); green {
		finding.Why += fmt.Sprintf(" Your draft of %s reads as if all were well.", f.date(rapport.DayOf(draft.At.Time())))
		finding.About = append(finding.About, draft.Line)
		finding.Evidence = append(finding.Evidence, evidence(draft.Record, "the draft"))
	}
	if b.Age > 0 && len(b.Goals) > 0 {
		if g, ok := last.For(b.ID); ok {
			finding.Why += fmt.Sprintf(" It touches %s.", quote(g.Title))
		}
	}
	finding.Act = Act{
		Do: OpenDraft, Step: "Send an early warning; an option with each is welcome, a day on which you come back is enough", Command: "rapport report @" + string(b.Slug),
		Draft: fmt.Sprintf("An early warning: %s I have no answer yet and will come back to you by the end of the week.", sentence(last.Text)),
	}
	v.find(finding)
}

func challenges(n int) string {
	if n == 1 {
		return "a challenge"
	}
	return count(n, "challenge")
}

// challengeCalm says why a challenge need not be told now; empty where it does.
func (f *Facts) challengeCalm(b *File, w *Work) string {
	waits, limit := w.Waited, f.Limits.Of("R13.wait")
	_, touches := w.For(b.ID)
	dated := w.Due != "" || f.projectDue(w)
	switch {
	case w.KnownTo(b.ID):
		return b.Name + " knows"
	case !w.ToldSaid.IsYes() && !f.unheardOf(b, w):
		return "nobody said whether it was told, and a report went after it"
	case w.Closed != "":
		return "it is over"
	case w.Day < b.From:
		return "it is older than the relation"
	case w.Age > f.Limits.Of("R13.back"):
		return "it is older than " + count(f.Limits.Of("R13.back"), "day")
	case !w.IsFor(b.ID):
		return "it concerns somebody else"
	case w.Protected:
		return "it is protected"
	case waits <= limit:
		return fmt.Sprintf("it waits for %s; %d may pass", count(waits, "working day"), limit)
	case f.heardElsewhere(b, w):
		return b.Name + " heard of it from somebody else: R11"
	case w.Over:
		return "a later entry says that it is over"
	case touches, f.answersTo(b) && (w.OwnError.IsYes() || dated || len(b.Goals) == 0 || b.named(w)):
		return ""
	}
	return "it touches no goal and no date of theirs"
}

// surelyBad reports whether a challenge touches more than a word of a goal.
func (f *Facts) surelyBad(b *File, w *Work) bool {
	_, touches := w.For(b.ID)
	return touches || w.OwnError.IsYes() || w.Due != "" || f.projectDue(w) || len(b.Goals) == 0
}

// named reports whether an entry shares a telling word with a goal of the boss:
// enough to ask, not enough to say that it serves it.
func (of *File) named(w *Work) bool {
	return slices.ContainsFunc(of.Goals, func(g rapport.Goal) bool { return w.Topic.Shared(TopicOf(g.Title)) > 0 })
}

// projectDue reports whether the entry's project has a date that is ahead.
func (f *Facts) projectDue(w *Work) bool {
	return w.Project != 0 && f.Names.Project(w.Project).Due >= f.Today
}

// greenDraft finds a draft to the boss, or the last report, that says all is
// well although it was written after a challenge.
func (f *Facts) greenDraft(b *File, after rapport.Instant) (rapport.Report, bool) {
	for i := len(b.Drafts) - 1; i >= 0; i-- {
		if d := b.Drafts[i]; d.At.At >= after && f.Days(rapport.DayOf(d.At.Time())) <= 14 && saysFine(d.Text) {
			return d, true
		}
	}
	return rapport.Report{}, false
}

// saysFine reports whether a text says that all is well.
func saysFine(text string) bool {
	return hasWord(text, "green.", "smoothly", "fine.") || TopicOf(text).Shared(TopicOf("track")) > 0 || hasWord(text, "plan.")
}
