// Package nudges asks the coach about a person's record and keeps what became
// of its advice.
//
// Reach first for [Service.Today], the nudges of today within the budget, and
// [Service.All], everything the coach found, as of any moment. [Gather] reads
// the record by index and by period, never all of it. The rules themselves
// stand in package coach, which knows no store.
package nudges

import (
	"context"
	"time"

	"rapport/internal/coach"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Service runs the use-cases of the coach for one user.
type Service struct {
	desk.Desk
}

// All asks the coach about the record as it stood at a moment. Nothing of the
// budget, the cool-down, the quiet hours and the first days counts.
func (s *Service) All(ctx context.Context, at time.Time) (facts *coach.Facts, advice coach.Advice, err error) {
	return facts, advice, s.DB.Read(ctx, func(tx *store.Tx) error {
		r, err := Gather(ctx, tx, s.User, at)
		if err != nil {
			return err
		}
		facts = coach.Derive(r, at, coach.Limits{})
		advice = coach.Consult(facts)
		return nil
	})
}
