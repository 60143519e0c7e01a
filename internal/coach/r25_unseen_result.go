package coach

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// unseenResult is R25: a result that the boss never heard of, or that says
// nothing of its effect (P23, P43, P59).
func unseenResult() Rule {
	return Rule{
		ID: "R25", Title: "a result unseen, or without its effect", Source: "S1, S3 (P23, P43, P59)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.resultsUnseen(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) resultsUnseen(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b)}
	var shown []*Work
	thin, forGoal, waits := 0, 0, false
	for _, w := range f.Work {
		if w.Kind != rapport.Accomplishment {
			continue
		}
		if because := f.resultIsSeen(b, w); because != "" {
			v.silent(b.ID, Object(w.Line), "%s: %s", quote(w.Text), because)
			continue
		}
		if days := w.Age; days < f.Limits.Of("R25.wait") {
			v.silent(b.ID, Object(w.Line), "%s: it is %s old; %d may pass", quote(w.Text), count(days, "day"), f.Limits.Of("R25.wait"))
		} else {
			waits = true
		}
		shown = append(shown, w)
		if !hasEffect(w.Entry) {
			thin++
		}
		if _, ok := w.For(b.ID); ok {
			forGoal++
		}
		finding.About = append(finding.About, w.Line)
		finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
	}
	if !waits {
		return
	}
	finding.Cost = CostOf(2, 0)
	if forGoal > 0 {
		finding.Cost = CostOf(3, 0)
	}
	if forGoal >= 2 && f.sinceHeard(b) > f.Limits.Of("R25.unheard") {
		finding.Level, finding.Cost = High, CostOf(4, 0)
	}
	// What followed the results and was not told either belongs to the story.
	for _, w := range f.Work {
		if g, ok := w.For(b.ID); ok && w.Kind == rapport.Progress && hasEffect(w.Entry) && f.unheardOf(b, w) && w.Age <= f.Limits.Of("R25.back") && servesAny(shown, g.ID) && len(finding.Evidence) < 8 {
			finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
		}
	}
	last := shown[len(shown)-1]
	finding.Why = fmt.Sprintf("%s has not heard of %s of %s: %s.", b.Name, results(len(shown)), f.date(last.Day), quote(last.Text))
	if forGoal > 0 {
		finding.Why += " " + upper(serves(forGoal, b))
	}
	finding.Act = Act{Do: OpenDraft, Step: "Put it into the next report, with the number and who saw it", Command: "rapport report @" + string(b.Slug)}
	if thin > 0 {
		finding.Act.Step = fmt.Sprintf("Add the effect where it is missing (%s), then put it into the next report", count(thin, "result"))
	}
	v.find(finding)
}

func results(n int) string {
	if n == 1 {
		return "the result"
	}
	return count(n, "result") + ", the last one"
}

func serves(n int, b *File) string {
	if n == 1 {
		return "one serves a goal of theirs."
	}
	return fmt.Sprintf("%d serve goals of theirs.", n)
}

func upper(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

func servesAny(shown []*Work, goal rapport.GoalID) bool {
	return slices.ContainsFunc(shown, func(w *Work) bool {
		return slices.ContainsFunc(w.Serves, func(g rapport.Goal) bool { return g.ID == goal })
	})
}

// resultIsSeen says why a result needs no telling; empty where it does.
func (f *Facts) resultIsSeen(b *File, w *Work) string {
	switch {
	case w.KnownTo(b.ID):
		return b.Name + " knows of it"
	case !w.IsFor(b.ID):
		return "it concerns somebody else"
	case w.Age > f.Limits.Of("R25.back"):
		return "it is older than " + count(f.Limits.Of("R25.back"), "day")
	case !f.unheardOf(b, w):
		return "a report went after it, and nobody said that it was left out"
	case w.Day < b.From:
		return "it is older than the relation"
	}
	return ""
}

// unheardOf reports whether the boss has surely not heard of an entry: the user
// said that nobody was told, or nothing at all was sent since.
func (f *Facts) unheardOf(b *File, w *Work) bool {
	if w.KnownTo(b.ID) {
		return false
	}
	if w.ToldSaid.IsYes() {
		return true
	}
	for _, r := range b.Reports {
		if r.At.At > w.At.At {
			return false
		}
	}
	return true
}

// sinceHeard is how many days ago the boss last heard anything.
func (f *Facts) sinceHeard(b *File) int {
	last := b.LastHeard()
	if last == "" {
		last = b.From
	}
	return f.Days(last)
}

// hasEffect reports whether an entry says what changed: an outcome, or a
// number.
func hasEffect(e rapport.Entry) bool {
	return e.Outcome != "" || strings.ContainsAny(e.Text, "0123456789")
}
