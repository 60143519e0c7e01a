package nudges

import (
	"context"
	"slices"

	"rapport"
	"rapport/internal/coach"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// remember notes that nudges were shown, once a day.
func (s *Service) remember(ctx context.Context, d Day) error {
	today := s.Desk.Today()
	var fresh []coach.Finding
	err := s.DB.Read(ctx, func(tx *store.Tx) error {
		marks, err := store.NudgeMarks.List(ctx, tx, s.User.ID, store.FactFilter{Period: rapport.Period{From: today, Until: today}})
		if err != nil {
			return err
		}
		fresh = nil
		for _, found := range d.Shown {
			if !slices.ContainsFunc(marks, func(m rapport.NudgeMark) bool {
				return m.What == rapport.NudgeShown && m.Rule == found.Rule && m.Boss == found.Boss && m.Object == string(found.Object)
			}) {
				fresh = append(fresh, found)
			}
		}
		return nil
	})
	if err != nil || len(fresh) == 0 {
		return err
	}
	return s.Write(ctx, func(tx *store.Tx, _ rapport.Names) error {
		for _, found := range fresh {
			m := rapport.NudgeMark{Rule: found.Rule, Boss: found.Boss, Object: string(found.Object), What: rapport.NudgeShown}
			m.Owner, m.At = s.User.ID, rapport.StampOf(s.Now())
			if err := store.NudgeMarks.Insert(ctx, tx, &m); err != nil {
				return err
			}
		}
		return nil
	})
}

// Mark is what the user says of a nudge.
type Mark struct {
	// Rule names it; Boss is needed where the rule speaks of several.
	Rule string
	Boss rapport.Slug
	What rapport.NudgeMarkKind
	// Until is the day to which it is snoozed, Because the reason.
	Until   rapport.Day
	Because rapport.PrivateText
}

// Marked is what was noted.
type Marked struct {
	rapport.NudgeMark
	Title string
	Boss  rapport.Boss
}

// Mark notes what the user says of a nudge. A rule that does not exist, or a
// nudge of several bosses without one named, is an error that says what there
// is.
func (s *Service) Mark(ctx context.Context, in Mark) (done Marked, err error) {
	rule, err := coach.FindRule(in.Rule)
	if err != nil {
		return done, err
	}
	if in.What == rapport.NudgeSnoozed && in.Until <= s.Desk.Today() {
		return done, rapport.Errorf(rapport.Invalid, "a nudge is snoozed to a day that is ahead").
			WithHint("rapport next snooze %s until friday", rule.ID)
	}
	return done, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		done = Marked{Title: rule.Title}
		if in.Boss != "" {
			if done.Boss, err = rapport.FindBoss(names.Bosses, in.Boss); err != nil {
				return err
			}
		}
		done.NudgeMark = rapport.NudgeMark{Rule: rule.ID, Boss: done.Boss.ID, What: in.What, Until: in.Until, Because: in.Because}
		done.Owner, done.At = s.User.ID, rapport.StampOf(s.Now())
		step, err := desk.Add(ctx, tx, store.NudgeMarks, &done.NudgeMark)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, string(in.What)+" the nudge "+rule.ID, step)
	})
}

// Marks lists what became of nudges, the newest first.
func (s *Service) Marks(ctx context.Context) (marks []rapport.NudgeMark, names rapport.Names, err error) {
	return marks, names, s.Read(ctx, func(tx *store.Tx, n rapport.Names) (err error) {
		names = n
		marks, err = store.NudgeMarks.List(ctx, tx, s.User.ID, store.FactFilter{})
		return err
	})
}
