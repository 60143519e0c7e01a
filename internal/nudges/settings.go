package nudges

import (
	"context"
	"strconv"
	"time"

	"rapport"
	"rapport/internal/coach"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// What the user changed is remembered as decisions of theirs, under these
// names; the newest word counts.
const (
	aboutLimit     = "coach-limit"
	aboutSituation = "coach-situation"
)

// settings are what the user changed of the coach.
type settings struct {
	limits   coach.Limits
	switches []coach.Switch
}

func readSettings(ctx context.Context, tx *store.Tx, owner rapport.UserID, at time.Time) (s settings, err error) {
	all, err := store.Mappings.List(ctx, tx, owner, store.FactFilter{Oldest: true})
	if err != nil {
		return s, err
	}
	for _, m := range all {
		switch {
		case m.At.At > rapport.InstantOf(at):
		case m.About == aboutLimit:
			if m.Meaning == "" || m.Meaning == "default" {
				s.limits = s.limits.Without(m.Name)
				continue
			}
			value, err := strconv.Atoi(m.Meaning)
			if err != nil {
				continue
			}
			// One that another version knows and this one does not changes
			// nothing.
			if next, err := s.limits.With(m.Name, value); err == nil {
				s.limits = next
			}
		case m.About == aboutSituation:
			kept := s.switches[:0]
			for _, w := range s.switches {
				if string(w.Situation) != m.Name || w.Boss != m.Boss {
					kept = append(kept, w)
				}
			}
			s.switches = kept
			if m.Meaning == "on" || m.Meaning == "off" {
				s.switches = append(s.switches, coach.Switch{Situation: coach.Situation(m.Name), Boss: m.Boss, On: m.Meaning == "on"})
			}
		}
	}
	return s, nil
}

// Limits lists the thresholds in force.
func (s *Service) Limits(ctx context.Context) (limits coach.Limits, err error) {
	return limits, s.DB.Read(ctx, func(tx *store.Tx) error {
		got, err := readSettings(ctx, tx, s.User.ID, s.Now())
		limits = got.limits
		return err
	})
}

// SetLimit changes a threshold; "default" gives it back its proposal.
func (s *Service) SetLimit(ctx context.Context, name, value string) (limit coach.Limit, err error) {
	proposed := coach.Limits{}
	limits := proposed
	if value != "default" {
		n, err := strconv.Atoi(value)
		if err != nil {
			return limit, rapport.Errorf(rapport.Invalid, "%q is not a number", value).WithHint("rapport coach config %s 7", name)
		}
		if limits, err = limits.With(name, n); err != nil {
			return limit, err
		}
	} else if _, err := proposed.With(name, 0); rapport.CodeOf(err) == rapport.NotFound {
		return limit, err
	}
	err = s.decide(ctx, aboutLimit, name, value, 0, "changed the limit "+name)
	for _, l := range limits.All() {
		if l.Name == name {
			limit = l
		}
	}
	return limit, err
}

// Situations lists the situations that hold now, with the reasons.
func (s *Service) Situations(ctx context.Context) ([]coach.Standing, rapport.Names, error) {
	d, err := s.ask(ctx, s.Now())
	if err != nil {
		return nil, rapport.Names{}, err
	}
	return d.Facts.Standing, d.Facts.Names, nil
}

// SwitchSituation switches a situation on, off, or back to what the record says
// (auto), for one boss or for all.
func (s *Service) SwitchSituation(ctx context.Context, name, to string, boss rapport.Slug) (err error) {
	situation, err := coach.ParseSituation(name)
	if err != nil {
		return err
	}
	if to != "on" && to != "off" && to != "auto" {
		return rapport.Errorf(rapport.Invalid, "%q is not on, off or auto", to).WithHint("rapport coach situation %s on", situation)
	}
	return s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		var b rapport.Boss
		if boss != "" {
			if b, err = rapport.FindBoss(names.Bosses, boss); err != nil {
				return err
			}
		}
		return s.decideIn(ctx, tx, aboutSituation, string(situation), to, b.ID, "switched "+string(situation)+" "+to)
	})
}

func (s *Service) decide(ctx context.Context, about, name, meaning string, boss rapport.BossID, what string) error {
	return s.Write(ctx, func(tx *store.Tx, _ rapport.Names) error {
		return s.decideIn(ctx, tx, about, name, meaning, boss, what)
	})
}

func (s *Service) decideIn(ctx context.Context, tx *store.Tx, about, name, meaning string, boss rapport.BossID, what string) error {
	m := rapport.Mapping{About: about, Name: name, Meaning: meaning, Boss: boss}
	m.Owner, m.At = s.User.ID, rapport.StampOf(s.Now())
	step, err := desk.Add(ctx, tx, store.Mappings, &m)
	if err != nil {
		return err
	}
	return s.Remember(ctx, tx, what, step)
}
