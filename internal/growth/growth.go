// Package growth holds the use-cases about getting better and getting on:
// feedback that is asked for, received and used, career goals, skills,
// stakeholders, contacts besides the boss, ideas and how they are raised, and
// the private reflections beside them.
//
// Start with [Service.AskFeedback], which wants to know what the feedback is to
// be about, and [Service.Received]; [Service.PlanContact] is where the order of
// things is looked at: the boss hears first. Everything that is nobody else's
// business is of a private type from the moment it is read.
package growth

import (
	"context"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Service runs the use-cases for one user.
type Service struct{ desk.Desk }

// pointer is a pointer to a fact.
type pointer[T any] interface {
	*T
	Head() *rapport.Fact
}

// one writes one fact, read from a line of the quick grammar with further
// marks.
func one[T any, P pointer[T]](ctx context.Context, s *Service, table store.Facts[T, P], text, what string, marks []string,
	fill func(tx *store.Tx, names rapport.Names, line capture.Line, fact P) error,
) (fact T, err error) {
	line, err := s.Line(text, marks...)
	if err != nil {
		return fact, err
	}
	return fact, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		var made T
		record, err := s.Record(line.On)
		if err != nil {
			return err
		}
		P(&made).Head().Record = record
		if err := fill(tx, names, line, &made); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, table, P(&made))
		if err != nil {
			return err
		}
		fact = made
		return s.Remember(ctx, tx, what, step)
	})
}

// change changes one fact by its number.
func change[T any, P pointer[T]](ctx context.Context, s *Service, table store.Facts[T, P], n rapport.Number, what string,
	apply func(names rapport.Names, fact P) error,
) (fact T, err error) {
	return fact, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		changed, step, err := desk.Change(ctx, tx, s.User.ID, table, n, func(f P) error { return apply(names, f) })
		if err != nil {
			return err
		}
		fact = changed
		return s.Remember(ctx, tx, what, step)
	})
}

// listed reads the facts of a noun with the names they refer to.
func listed[T any, P pointer[T]](ctx context.Context, s *Service, table store.Facts[T, P], boss rapport.Slug, f store.FactFilter) (facts []T, names rapport.Names, err error) {
	return facts, names, s.Read(ctx, func(tx *store.Tx, all rapport.Names) error {
		names = all
		if boss != "" {
			b, err := rapport.FindBoss(names.Bosses, boss)
			if err != nil {
				return err
			}
			f.Boss = b.ID
		}
		facts, err = table.List(ctx, tx, s.User.ID, f)
		return err
	})
}

// done is the day on which something happened, in the user's words; today for
// the empty text.
func (s *Service) done(on string) (rapport.Day, error) {
	if on == "" {
		return s.Today(), nil
	}
	day, err := s.Day(on, false)
	if err == nil && day > s.Today() {
		err = rapport.Errorf(rapport.Invalid, "%s lies in the future", day).WithHint("say it once it has happened")
	}
	return day, err
}
