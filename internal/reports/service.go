// Package reports holds the use-cases of what goes upwards: gathering the
// material of a report, composing it, keeping its versions, and recording that
// it was sent and what the boss therefore knows.
//
// [Service.Compose] only reads. [Service.Save] keeps a draft, and
// [Service.MarkSent] keeps exactly what left and marks each entry it spells
// out as told. [Service.Status] says where things stand, and [Service.Steps]
// what is worth doing first (P18).
package reports

import (
	"context"
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

func (s *Service) today() rapport.Day { return rapport.DayOf(s.Now()) }

// boss finds the boss a person named, the only one for the empty slug.
func (s *Service) boss(ctx context.Context, tx *store.Tx, slug rapport.Slug) (rapport.Boss, error) {
	bosses, err := tx.Bosses(ctx, s.User.ID)
	if err != nil {
		return rapport.Boss{}, err
	}
	return rapport.FindBoss(bosses, slug)
}
