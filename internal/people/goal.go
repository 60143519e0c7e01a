package people

import (
	"context"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// GoalChange says what is known of a goal; a nil field stays as it is.
type GoalChange struct {
	Title       *string
	Slug        *rapport.Slug
	Confirmed   *bool
	Due, Closed *rapport.Day
	// Source says how the user knows of it, OwnedBy whose it is, Horizon how
	// far it reaches (P21).
	Source           *rapport.GoalSource
	OwnedBy, Horizon *string
	// PlayedBack is the sentence with which the boss confirmed it (P88).
	PlayedBack *string
}

// Goals lists the goals of all bosses, closed ones included.
func (s *Service) Goals(ctx context.Context) (goals []rapport.Goal, err error) {
	return goals, s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		goals, err = tx.Goals(ctx, s.User.ID)
		return err
	})
}

// AddGoal records what a boss wants. The empty slug means the only boss.
func (s *Service) AddGoal(ctx context.Context, boss rapport.Slug, title string, c GoalChange) (goal rapport.Goal, err error) {
	c.Title = &title
	return goal, s.DB.Write(ctx, func(tx *store.Tx) error {
		bosses, err := tx.Bosses(ctx, s.User.ID)
		if err != nil {
			return err
		}
		b, err := rapport.FindBoss(bosses, boss)
		if err != nil {
			return err
		}
		goals, err := tx.AllGoals(ctx, s.User.ID)
		if err != nil {
			return err
		}
		goal = rapport.Goal{Record: s.record(), Boss: b.ID}
		if err := applyGoal(&goal, c, s.desk().Today()); err != nil {
			return err
		}
		taken := func(slug rapport.Slug) bool {
			for _, g := range goals {
				if g.Slug == slug {
					return true
				}
			}
			return false
		}
		if c.Slug != nil && taken(goal.Slug) {
			return rapport.Errorf(rapport.Conflict, "there is a goal %s already", goal.Slug).WithHint("choose another --slug")
		}
		if goal.Slug == "" {
			goal.Slug = desk.ShortSlug(goal.Title, "goal")
		}
		goal.Slug = desk.FreeSlug(goal.Slug, taken)
		if err := tx.InsertGoal(ctx, &goal); err != nil {
			return err
		}
		return s.change(ctx, tx, "added goal "+goal.Title, store.Step{Verb: "add", Noun: store.GoalNoun, ID: rapport.RecordID(goal.ID)})
	})
}

// EditGoal changes what is known of a goal.
func (s *Service) EditGoal(ctx context.Context, slug rapport.Slug, c GoalChange) (goal rapport.Goal, err error) {
	return goal, s.DB.Write(ctx, func(tx *store.Tx) error {
		goals, err := tx.Goals(ctx, s.User.ID)
		if err != nil {
			return err
		}
		if goal, err = rapport.FindGoal(goals, slug); err != nil {
			return err
		}
		step, err := store.Edited(store.GoalNoun, rapport.RecordID(goal.ID), goal)
		if err != nil {
			return err
		}
		if err := applyGoal(&goal, c, s.desk().Today()); err != nil {
			return err
		}
		for _, g := range goals {
			if g.ID != goal.ID && g.Slug == goal.Slug {
				return rapport.Errorf(rapport.Conflict, "there is a goal %s already", goal.Slug).WithHint("choose another --slug")
			}
		}
		if err := tx.UpdateGoal(ctx, goal); err != nil {
			return err
		}
		return s.change(ctx, tx, "changed goal "+goal.Title, step)
	})
}

func applyGoal(g *rapport.Goal, c GoalChange, today rapport.Day) error {
	if c.Title != nil {
		if g.Title = clean(*c.Title); g.Title == "" {
			return rapport.Errorf(rapport.Invalid, "a goal needs words").WithHint(`rapport goal add "Cut waiting time to 20 minutes" @dana`)
		}
	}
	if c.Slug != nil {
		if g.Slug = rapport.ParseSlug(string(*c.Slug)); g.Slug == "" {
			return rapport.Errorf(rapport.Invalid, "%q is not a short name", *c.Slug).WithHint("use letters, digits and hyphens")
		}
	}
	if c.Confirmed != nil {
		g.Confirmed, g.ConfirmedOn = *c.Confirmed, ""
		if g.Confirmed {
			g.ConfirmedOn = today
		}
	}
	if c.Source != nil {
		switch *c.Source {
		case "", rapport.GoalSaid, rapport.GoalWritten, rapport.GoalInferred:
			g.Source = *c.Source
		default:
			return rapport.Errorf(rapport.Invalid, "%q is no source of a goal", *c.Source).WithHint("said, written or inferred")
		}
	}
	for _, f := range []struct {
		from *string
		to   *string
	}{{c.OwnedBy, &g.OwnedBy}, {c.Horizon, &g.Horizon}, {c.PlayedBack, &g.PlayedBack}} {
		if f.from != nil {
			*f.to = clean(*f.from)
		}
	}
	if c.Due != nil {
		g.Due = *c.Due
	}
	if c.Closed != nil {
		g.Closed = *c.Closed
	}
	return nil
}
