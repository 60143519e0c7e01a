package people

import (
	"context"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// oneFact is the frame of a use-case that writes one fact about a boss, read
// from a line of the quick grammar.
func oneFact[T any, P interface {
	*T
	Head() *rapport.Fact
}](ctx context.Context, s *Service, table store.Facts[T, P], text, what string, marks []string,
	fill func(names rapport.Names, line capture.Line, fact P) error,
) (fact T, err error) {
	d := s.desk()
	line, err := d.Line(text, marks...)
	if err != nil {
		return fact, err
	}
	return fact, d.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		var made T
		record, err := d.Record(line.On)
		if err != nil {
			return err
		}
		P(&made).Head().Record = record
		if err := fill(names, line, &made); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, table, &made)
		if err != nil {
			return err
		}
		fact = made
		return d.Remember(ctx, tx, what, step)
	})
}

// Pressure writes down what weighs on a boss, until when (P77, P78). It is
// private.
func (s *Service) Pressure(ctx context.Context, text string) (rapport.BossPressure, error) {
	return oneFact(ctx, s, store.BossPressures, text, "wrote down a pressure", []string{"until", "from"},
		func(names rapport.Names, line capture.Line, p *rapport.BossPressure) error {
			boss, err := desk.Boss(names, line)
			if err != nil {
				return err
			}
			p.Boss, p.Text, p.Until = boss.ID, rapport.Private(line.Text), line.Due
			d := s.desk()
			if until := line.Said["until"]; until != "" {
				if p.Until, err = d.Day(until, true); err != nil {
					return err
				}
			}
			if p.From, err = d.Day(line.Said["from"], true); err != nil {
				return err
			}
			if p.From != "" && p.Until != "" && p.Until < p.From {
				return rapport.Errorf(rapport.Invalid, "it would end on %s, before it begins on %s", p.Until, p.From)
			}
			return nil
		})
}

// HumanFact writes down something personal that a boss volunteered (P42). It
// is private.
func (s *Service) HumanFact(ctx context.Context, text string) (rapport.HumanFact, error) {
	return oneFact(ctx, s, store.HumanFacts, text, "wrote down what they told of themselves", []string{"date"},
		func(names rapport.Names, line capture.Line, h *rapport.HumanFact) error {
			boss, err := desk.Boss(names, line)
			if err != nil {
				return err
			}
			h.Boss, h.Text, h.SaidOn = boss.ID, rapport.Private(line.Text), h.Day()
			h.On, err = s.desk().Day(line.Said["date"], true)
			return err
		})
}

// Reacted writes down how a boss took something. It is private.
func (s *Service) Reacted(ctx context.Context, sign rapport.Sign, text string) (rapport.Reaction, error) {
	return oneFact(ctx, s, store.Reactions, text, "wrote down a reaction", nil,
		func(names rapport.Names, line capture.Line, r *rapport.Reaction) error {
			boss, err := desk.Boss(names, line)
			r.Boss, r.To, r.Sign = boss.ID, rapport.Private(line.Text), sign
			return err
		})
}

// Hard writes down why the relation to a boss is hard (P19). It is private.
func (s *Service) Hard(ctx context.Context, cause rapport.Cause, boss rapport.Slug, why rapport.PrivateText) (rapport.Hardship, error) {
	switch cause {
	case rapport.Clash, rapport.NoSupport, rapport.TooBusy, rapport.Elsewhere:
	default:
		return rapport.Hardship{}, rapport.Errorf(rapport.Invalid, "%q is not one of the causes", cause).
			WithHint("clash, no-support (for what you want), too-busy, or elsewhere (another place)")
	}
	d := s.desk()
	var h rapport.Hardship
	return h, d.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		b, err := rapport.FindBoss(names.Bosses, boss)
		if err != nil {
			return err
		}
		h = rapport.Hardship{Boss: b.ID, Cause: cause, Text: why}
		if h.Record, err = d.Record(""); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.Hardships, &h)
		if err != nil {
			return err
		}
		return d.Remember(ctx, tx, "wrote down why it is hard", step)
	})
}

// Agree writes down which events a boss hears of, how soon, and by which way
// (P61). The marks are pace: (live, daily, weekly) and via:.
func (s *Service) Agree(ctx context.Context, text string) (rapport.Agreement, error) {
	return oneFact(ctx, s, store.Agreements, text, "wrote down an agreement", []string{"pace", "via"},
		func(names rapport.Names, line capture.Line, a *rapport.Agreement) error {
			boss, err := desk.Boss(names, line)
			a.Boss, a.Text, a.Pace, a.Via = boss.ID, line.Text, line.Said["pace"], line.Said["via"]
			if err == nil && a.Pace == "" {
				return rapport.Errorf(rapport.Invalid, "how soon do they want to hear of it?").WithHint("add pace:live, pace:daily or pace:weekly")
			}
			return err
		})
}

// Criterion writes down what a boss measures the user's work by, in their
// words (P52).
func (s *Service) Criterion(ctx context.Context, text string) (rapport.Criterion, error) {
	return oneFact(ctx, s, store.Criteria, text, "wrote down a criterion", nil,
		func(names rapport.Names, line capture.Line, c *rapport.Criterion) error {
			boss, err := desk.Boss(names, line)
			c.Boss, c.Text = boss.ID, line.Text
			return err
		})
}

// Reorganised marks all that was agreed before as to be confirmed again, with
// one boss or, where the line names none, with all (P6).
func (s *Service) Reorganised(ctx context.Context, text string) (rapport.Reorganisation, error) {
	return oneFact(ctx, s, store.Reorganisations, text, "wrote down a reorganisation", nil,
		func(names rapport.Names, line capture.Line, r *rapport.Reorganisation) error {
			r.Text = line.Text
			if len(line.Bosses) == 0 {
				return nil
			}
			boss, err := desk.Boss(names, line)
			r.Boss = boss.ID
			return err
		})
}

// RoleChanged writes down that the user's role changed, or is tightly defined
// (P11, P92).
func (s *Service) RoleChanged(ctx context.Context, text string, newManager, tight rapport.Truth) (rapport.RoleChange, error) {
	return oneFact(ctx, s, store.RoleChanges, text, "wrote down a role", nil,
		func(_ rapport.Names, line capture.Line, r *rapport.RoleChange) error {
			r.Text, r.NewManager, r.Tight = line.Text, newManager, tight
			return nil
		})
}
