package coach

import (
	"fmt"
	"slices"

	"rapport"
)

// headsUpPending is R12: a heads-up that the boss has not heard, and that
// touches a goal of theirs or what the user answers for (P83).
func headsUpPending() Rule {
	return Rule{
		ID: "R12", Title: "a heads-up not passed on", Source: "S4 (P83, P84)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.headsUpsFor(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) headsUpsFor(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b)}
	var last *Work
	left := 99
	for _, w := range f.Work {
		if w.Kind != rapport.HeadsUp {
			continue
		}
		pressing, because := f.headsUpCalm(b, w)
		if because != "" {
			v.silent(b.ID, Object(w.Line), "%s: %s", quote(w.Text), because)
			continue
		}
		if pressing {
			finding.Level = High
		}
		last = w
		left = min(left, f.daysAround(w, b))
		finding.About = append(finding.About, w.Line)
		finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
		finding.Evidence = append(finding.Evidence, f.around(w, b)...)
	}
	n := len(finding.About)
	if n == 0 {
		return
	}
	stake := 4
	if finding.Level == High {
		stake = 5
	}
	finding.Cost = CostOf(stake, min(left, 5))
	finding.Why = fmt.Sprintf("%s does not know yet what you wrote down on %s: %s.", b.Name, f.date(last.Day), quote(last.Text))
	if n > 1 {
		finding.Why += fmt.Sprintf(" %s in all wait to be passed on.", upper(count(n, "heads-up")))
	}
	if g, ok := last.For(b.ID); ok {
		finding.Why += fmt.Sprintf(" It touches %s.", quote(g.Title))
	}
	finding.Act = Act{
		Do: MarkTold, Step: "Pass it on, with where it comes from and what you suggest", Command: fmt.Sprintf("rapport edit %d --told @%s", last.Number, b.Slug),
		Draft: fmt.Sprintf("You may want to know: %s I suggest that we look at it before it grows; I can bring an option.", sentence(last.Text)),
	}
	v.find(finding)
}

// headsUpCalm says why a heads-up need not be passed on now, or whether it
// presses.
func (f *Facts) headsUpCalm(b *File, w *Work) (pressing bool, because string) {
	waits := w.Waited
	limit := f.Limits.Of("R12.wait")
	urgent := w.Urgent || w.Due != "" && f.Left(w.Due) <= 5
	if urgent {
		limit = f.Limits.Of("R12.urgent")
	}
	touches := w.Touches
	_, touchesGoal := w.For(b.ID)
	if !f.answersTo(b) && touches {
		_, touchesGoal = w.surelyFor(b.ID)
	}
	switch {
	case w.KnownTo(b.ID):
		return false, b.Name + " knows"
	case !w.ToldSaid.IsYes() && !f.unheardOf(b, w):
		return false, "nobody said whether it was told, and a report went after it"
	case w.Closed != "":
		return false, "it is over"
	case w.Day < b.From:
		return false, "it is older than the relation"
	case w.Age > f.Limits.Of("R12.back"):
		return false, "it is older than " + count(f.Limits.Of("R12.back"), "day")
	case !w.IsFor(b.ID):
		return false, "it concerns somebody else"
	case w.Protected:
		return false, "it is protected: whether it is passed on is for the person it is about"
	case w.Gossip:
		return false, "it is talk about people"
	case waits < limit:
		return false, fmt.Sprintf("it waits for %s; %d may pass", count(waits, "working day"), limit)
	case f.heardElsewhere(b, w):
		return false, b.Name + " heard of it from somebody else: R11"
	case w.Over:
		return false, "a later entry says that it is over"
	case touchesGoal, touches && f.answersTo(b):
		return true, ""
	case f.answersTo(b) && b.named(w):
		return urgent, ""
	case len(b.Goals) == 0 && f.answersTo(b) && len(w.Serves) == 0:
		return urgent, ""
	}
	return false, "it touches no goal of theirs, and no people, money or dates"
}

// answersTo reports whether what serves no boss's goal is for this boss: the
// primary one hears it.
func (f *Facts) answersTo(b *File) bool {
	p := f.primary()
	return p != nil && p.ID == b.ID
}

// heardElsewhere reports whether the boss learned of an entry from somebody
// else after it was written.
func (f *Facts) heardElsewhere(b *File, w *Work) bool {
	return slices.ContainsFunc(b.Surprises, func(s rapport.Surprise) bool {
		return !s.To.IsMe() && s.At.At >= w.At.At && w.Topic.Shared(TopicOf(s.Text)) >= 2
	})
}

// overSince reports whether a later entry about the same matter says that it is
// over.
func (f *Facts) overSince(w *Work) bool {
	return slices.ContainsFunc(f.Work, func(later *Work) bool {
		return later.At.At > w.At.At && (later.Kind == rapport.Progress || later.Kind == rapport.Accomplishment) &&
			later.Topic.Shared(w.Topic) >= 2 && (isSolved(later.Text) || later.Kind == rapport.Accomplishment)
	})
}

// around are later entries and surprises about the same matter that the boss
// does not know either: what there is to say with it.
func (f *Facts) around(w *Work, b *File) (also []Evidence) {
	for _, later := range f.Work {
		if later.At.At > w.At.At && later.Kind != w.Kind && !later.KnownTo(b.ID) && later.Topic.Meets(w.Topic) && len(also) < 3 {
			also = append(also, evidence(later.Record, quote(later.Text)))
		}
	}
	for _, s := range f.Surprises {
		if s.At.At > w.At.At && TopicOf(s.Text).Meets(w.Topic) && len(also) < 4 {
			also = append(also, evidence(s.Record, quote(s.Text)))
		}
	}
	return also
}

// daysAround are the working days until the matter is too late: its own date,
// or that of a goal it touches.
func (f *Facts) daysAround(w *Work, b *File) int {
	left := 99
	if w.Due != "" {
		left = f.Left(w.Due)
	}
	if g, ok := w.For(b.ID); ok && g.Due >= f.Today && g.Due != "" {
		left = min(left, f.Left(g.Due))
	}
	return max(0, left)
}
