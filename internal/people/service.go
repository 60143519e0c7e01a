// Package people holds the use-cases about persons: the user and how they
// work, their bosses, what those bosses want, and the projects that matter to
// them.
//
// A [Service] belongs to one user of one store. [EnsureUser] makes the user of
// a store that has none yet; after that every method runs as one transaction
// and remembers what it changed, so that it can be undone.
package people

import (
	"context"
	"strings"
	"time"

	"rapport"
	"rapport/internal/store"
)

// Service runs the use-cases for one user.
type Service struct {
	DB   *store.DB
	User rapport.User
	// Now is the clock, in the user's zone.
	Now func() time.Time
}

// EnsureUser returns the user called slug, making them where the store has
// none: a store without set-up belongs to somebody all the same.
func EnsureUser(ctx context.Context, db *store.DB, slug rapport.Slug, now time.Time) (user rapport.User, err error) {
	found := false
	err = db.Read(ctx, func(tx *store.Tx) (err error) {
		user, found, err = tx.User(ctx, slug)
		return err
	})
	if err != nil || found {
		return user, err
	}
	return user, db.Write(ctx, func(tx *store.Tx) (err error) {
		if user, found, err = tx.User(ctx, slug); err != nil || found {
			return err
		}
		user = rapport.User{Slug: slug, WorkDays: rapport.MondayToFriday}
		user.At = rapport.StampOf(now)
		return tx.InsertUser(ctx, &user)
	})
}

// change remembers what a use-case did. A use-case that did nothing leaves no
// trace.
func (s *Service) change(ctx context.Context, tx *store.Tx, what string, steps ...store.Step) error {
	return tx.InsertSteps(ctx, s.User.ID, rapport.InstantOf(s.Now()), what, steps)
}

// record is the common part of something made now.
func (s *Service) record() rapport.Record {
	return rapport.Record{Owner: s.User.ID, At: rapport.StampOf(s.Now())}
}

func clean(text string) string { return strings.TrimSpace(rapport.OneLine(text)) }
