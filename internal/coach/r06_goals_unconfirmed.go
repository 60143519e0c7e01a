package coach

import (
	"fmt"
	"slices"

	"rapport"
)

// goalsUnconfirmed is R06: what the boss wants is not known, only guessed, or
// has changed since they said it (P21, P88).
func goalsUnconfirmed() Rule {
	return Rule{
		ID: "R06", Title: "goals not known or not confirmed", Source: "S4, B1 (Gabarro and Kotter)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.goalsUnconfirmedOf(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) goalsUnconfirmedOf(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(4, 3)}
	finding.Act = Act{
		Do: AddToTalk, Step: "Ask for the goals, and play them back in one sentence", Command: "rapport goal interview @" + string(b.Slug),
		Draft: "What would make this year a good one for you? I want to be sure that I work on the right things.",
	}
	if len(b.Goals) == 0 {
		known := min(b.Age, f.RecordDays())
		if known < f.Limits.Of("R06.none") {
			v.silent(b.ID, at(b), "no goal is on record; day %d of %d", known, f.Limits.Of("R06.none"))
			return
		}
		if f.answersTo(b) {
			finding.Level = High
		}
		finding.Evidence = []Evidence{{b.Line, b.From, b.Name + " on record, without a goal"}}
		finding.About = []rapport.LineID{b.Line}
		for _, w := range f.Work {
			if w.Kind == rapport.Question && !w.Asked.IsYes() && w.Closed == "" && aboutGoals(w) {
				finding.About = append(finding.About, w.Line)
				finding.Evidence = append(finding.Evidence, evidence(w.Record, "your own question: "+quote(w.Text)))
			}
		}
		finding.Why = fmt.Sprintf("No goal of %s is on record after %s.", b.Name, count(known, "day"))
		if n := len(finding.About) - 1; n > 0 {
			finding.Why += " Your own question about it was written down and not asked yet."
		}
		v.find(finding)
		return
	}
	change, changedOn := f.changeFor(b)
	role, roleOn := f.ownChangeFor(b)
	for _, g := range b.Goals {
		confirmed := confirmedOn(g)
		switch {
		case confirmed == "":
			finding.Why = fmt.Sprintf("%s is guessed: %s has not confirmed it.", quote(g.Title), b.Name)
			if f.Days(rapport.DayOf(g.At.Time())) < 14 {
				v.silent(b.ID, Object(g.Line), "%s is guessed, since %s only", quote(g.Title), f.date(rapport.DayOf(g.At.Time())))
				continue
			}
		case changedOn > confirmed:
			finding.Level = High
			finding.Why = fmt.Sprintf("Things changed on %s, after %s last confirmed %s.", f.date(changedOn), b.Name, quote(g.Title))
		case roleOn > confirmed:
			finding.Why = fmt.Sprintf("Your role changed on %s, after %s last confirmed %s.", f.date(roleOn), b.Name, quote(g.Title))
			if !slices.Contains(finding.Evidence, role) {
				finding.Evidence = append(finding.Evidence, role)
			}
		case f.Days(confirmed) > f.Limits.Of("R06.old"):
			finding.Why = fmt.Sprintf("%s was last confirmed on %s.", quote(g.Title), f.date(confirmed))
			finding.Routine = len(finding.About) == 0
		default:
			v.silent(b.ID, Object(g.Line), "%s was confirmed on %s", quote(g.Title), f.date(confirmed))
			continue
		}
		finding.About = append(finding.About, g.Line)
		finding.Evidence = append(finding.Evidence, evidence(g.Record, quote(g.Title)))
	}
	if len(finding.About) == 0 {
		return
	}
	if changedOn != "" && finding.Level == High {
		finding.Evidence = append(finding.Evidence, change)
	}
	if n := len(finding.About); n > 1 {
		finding.Why += fmt.Sprintf(" %s in all wait for a word.", upper(count(n, "goal")))
	}
	v.find(finding)
}

// confirmedOn is the day on which a boss last confirmed a goal; empty where
// they never did.
func confirmedOn(g rapport.Goal) rapport.Day {
	switch {
	case g.ConfirmedOn != "":
		return g.ConfirmedOn
	case g.Confirmed:
		return rapport.DayOf(g.At.Time())
	}
	return ""
}

// changeFor is the last change after which what was agreed with a boss is to
// be confirmed again (P6).
func (f *Facts) changeFor(b *File) (Evidence, rapport.Day) {
	if n := len(b.Reorgs); n > 0 && f.Days(b.Reorgs[n-1].Day()) <= 120 {
		r := b.Reorgs[n-1]
		return evidence(r.Record, quote(r.Text)), r.Day()
	}
	return Evidence{}, ""
}

// ownChangeFor is the last change of the user's own role, which asks the boss
// who judges the work which of the goals still hold.
func (f *Facts) ownChangeFor(b *File) (Evidence, rapport.Day) {
	if b != f.primary() {
		return Evidence{}, ""
	}
	for i := len(f.Roles) - 1; i >= 0; i-- {
		if r := f.Roles[i]; r.Day() > b.From && f.Days(r.Day()) <= 120 && f.isChange(r) {
			return evidence(r.Record, quote(r.Text)), r.Day()
		}
	}
	return Evidence{}, ""
}

// aboutGoals reports whether a question asks what somebody wants.
func aboutGoals(w *Work) bool {
	return w.Topic.Shared(TopicOf("goals priorities expectations targets objectives aims")) > 0 ||
		hasWord(w.Text, "want.", "wants.", "expect", "matters.", "cares.") && hasWord(w.Text, "what.", "which.", "whether.")
}
