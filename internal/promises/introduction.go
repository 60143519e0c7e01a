package promises

import (
	"context"
	"fmt"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// introduction makes the stakeholder whom an ask wants to be introduced to say
// how far it has come, where they are on record.
func (s *Service) introduction(ctx context.Context, tx *store.Tx, a rapport.Ask, how rapport.Introduction) ([]store.Step, error) {
	if a.Introduce == "" {
		return nil, nil
	}
	all, err := store.Stakeholders.List(ctx, tx, s.User.ID, store.FactFilter{})
	if err != nil {
		return nil, err
	}
	for _, k := range all {
		if rapport.ParseSlug(k.Name) != rapport.ParseSlug(a.Introduce) || k.Introduction == how {
			continue
		}
		_, step, err := desk.Change(ctx, tx, s.User.ID, store.Stakeholders, k.Number, func(k *rapport.Stakeholder) error {
			k.Introduction = how
			return nil
		})
		return []store.Step{step}, err
	}
	return nil, nil
}

// IntroductionMade says that the boss made an introduction that was asked for.
func (s *Service) IntroductionMade(ctx context.Context, n rapport.Number, words, on string) (rapport.Ask, rapport.Names, error) {
	return s.introduced(ctx, n, rapport.IntroductionMade, func(a *rapport.Ask) (err error) {
		if a.State() != rapport.StateOpen {
			return over(n, *a)
		}
		if a.Answer = rapport.OneLine(words); a.Answer == "" {
			a.Answer = "introduced"
		}
		a.Answered = rapport.Yes
		a.AnsweredOn, err = s.on(on, a.Day())
		return err
	})
}

// IntroductionUsed says that the user spoke to whom they were introduced to,
// and what came of it.
func (s *Service) IntroductionUsed(ctx context.Context, n rapport.Number, words string) (rapport.Ask, rapport.Names, error) {
	return s.introduced(ctx, n, rapport.IntroductionUsed, func(a *rapport.Ask) error {
		if a.State() != rapport.StateAnswered {
			return rapport.Errorf(rapport.Invalid, "the introduction %d was not made yet", n).WithHint("first: rapport introduce made %d", n)
		}
		if a.Outcome = rapport.OneLine(words); a.Outcome == "" {
			a.Outcome = "spoke with " + a.Introduce
		}
		return nil
	})
}

func (s *Service) introduced(ctx context.Context, n rapport.Number, how rapport.Introduction, apply func(*rapport.Ask) error) (a rapport.Ask, names rapport.Names, err error) {
	return a, names, s.Write(ctx, func(tx *store.Tx, known rapport.Names) error {
		names = known
		var step store.Step
		a, step, err = desk.Change(ctx, tx, s.User.ID, store.Asks, n, func(a *rapport.Ask) error {
			if a.Introduce == "" {
				return rapport.Errorf(rapport.Invalid, "ask %d is not about an introduction", n).WithHint(`rapport answer %d "…"`, n)
			}
			return apply(a)
		})
		if err != nil {
			return err
		}
		steps, err := s.introduction(ctx, tx, a, how)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, fmt.Sprintf("introduction %d: %s", n, how), append(steps, step)...)
	})
}
