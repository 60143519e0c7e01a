// Package journal holds the use-cases of the record itself: writing entries
// down, finding, correcting and removing them, and taking the whole record in
// and out as a journal.
//
// A [Service] belongs to one user of one store. Start with [Service.Log], which
// reads the quick grammar; everything it guesses comes back in [Logged] so that
// a door can say it, and what the user then corrects with [Service.Edit] is
// learnt for this user.
package journal

import (
	"context"
	"time"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/when"
)

// Service runs the use-cases for one user.
type Service struct {
	DB   *store.DB
	User rapport.User
	// Now is the clock, in the user's zone.
	Now func() time.Time
}

// noted remembers that something happened that is not taken back as a whole:
// undo goes no further.
func (s *Service) noted(ctx context.Context, tx *store.Tx, what string) error {
	return tx.InsertChange(ctx, &store.Change{Owner: s.User.ID, At: rapport.InstantOf(s.Now()), What: what})
}

// change remembers what a use-case did, so that it can be undone. A use-case
// that did nothing leaves no trace.
func (s *Service) change(ctx context.Context, tx *store.Tx, what string, steps ...store.Step) error {
	return tx.InsertSteps(ctx, s.User.ID, rapport.InstantOf(s.Now()), what, steps)
}

func (s *Service) today() rapport.Day { return rapport.DayOf(s.Now()) }

// clock is how the user's words for dates are read in a context.
func (s *Service) clock(c when.Context) when.Clock {
	return when.Clock{Now: s.Now(), Locale: s.User.Locale, Week: s.User.WorkDays, Context: c}
}
