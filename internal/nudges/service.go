// Package nudges asks the coach about a person's record and keeps what became
// of its advice.
//
// Reach first for [Service.Today], the nudges of today within the budget, and
// [Service.All], everything the coach found, as of any moment. [Gather] reads
// the record by index and by period, never all of it. The rules themselves
// stand in package coach, which knows no store; what is decided here is only
// which of its findings are shown today (budget.go), what became of them
// (marks.go), and what the user changed (settings.go).
package nudges

import (
	"context"
	"time"

	"rapport"
	"rapport/internal/coach"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Service runs the use-cases of the coach for one user.
type Service struct {
	desk.Desk
}

// Day is what the coach says at a moment.
type Day struct {
	Facts *coach.Facts
	// Advice is everything it found, and why it was silent about the rest.
	Advice coach.Advice
	// Shown are the findings within the budget of the day.
	Shown []coach.Finding
	// Resting are those that are not shown, each with the reason.
	Resting []Resting
	// Quiet says why nothing is shown at all; empty where something may be.
	Quiet string
}

// Resting is a finding that is not shown today.
type Resting struct {
	coach.Finding
	Because string
}

// All asks the coach about the record as it stood at a moment. Nothing of the
// budget, the cool-down, the quiet hours and the first days counts.
func (s *Service) All(ctx context.Context, at time.Time) (facts *coach.Facts, advice coach.Advice, err error) {
	d, err := s.ask(ctx, at)
	return d.Facts, d.Advice, err
}

// At is what would be shown at a moment, and what rests. It remembers nothing.
func (s *Service) At(ctx context.Context, at time.Time) (Day, error) { return s.ask(ctx, at) }

// Today returns the nudges of today and remembers that they were shown.
func (s *Service) Today(ctx context.Context) (d Day, err error) {
	if d, err = s.ask(ctx, s.Now()); err != nil || len(d.Shown) == 0 {
		return d, err
	}
	return d, s.remember(ctx, d)
}

// ask gathers, derives, consults and applies the budget of the day.
func (s *Service) ask(ctx context.Context, at time.Time) (d Day, err error) {
	return d, s.DB.Read(ctx, func(tx *store.Tx) error {
		r, err := Gather(ctx, tx, s.User, at)
		if err != nil {
			return err
		}
		settings, err := readSettings(ctx, tx, s.User.ID, at)
		if err != nil {
			return err
		}
		r.Switches = settings.switches
		marks, err := store.NudgeMarks.List(ctx, tx, s.User.ID, store.FactFilter{Oldest: true})
		if err != nil {
			return err
		}
		d = Day{Facts: coach.Derive(r, at, settings.limits)}
		d.Advice = coach.Consult(d.Facts)
		d.budget(marksUntil(marks, at))
		return nil
	})
}

// marksUntil are the marks that were there at a moment.
func marksUntil(marks []rapport.NudgeMark, at time.Time) []rapport.NudgeMark {
	kept := marks[:0]
	for _, m := range marks {
		if m.At.At <= rapport.InstantOf(at) {
			kept = append(kept, m)
		}
	}
	return kept
}
