package people

import (
	"context"
	"slices"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/desk"
	"rapport/internal/profile"
	"rapport/internal/store"
)

// desk is what the use-cases about facts work with.
func (s *Service) desk() desk.Desk { return desk.Desk{DB: s.DB, User: s.User, Now: s.Now} }

// Preferred is a value or free preference that was written down.
type Preferred struct {
	rapport.Preference
	Boss rapport.Boss
	// Guessed says that the value was read from the words.
	Guessed bool
}

// Prefers writes down how a boss likes to work, in the quick grammar with the
// marks dim: and value: (P34, P35). A fact is what they said; its words are the
// evidence. Where the words plainly say a value it is read from them, and where
// they do not they stay a preference of their own. One line may speak of
// several dimensions.
func (s *Service) Prefers(ctx context.Context, text string, grade rapport.Grade) (done []Preferred, err error) {
	d := s.desk()
	line, err := d.Line(text, "dim", "value")
	if err != nil {
		return nil, err
	}
	return done, d.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		done = done[:0]
		boss, err := desk.Boss(names, line)
		if err != nil {
			return err
		}
		record, err := d.Record(line.On)
		if err != nil {
			return err
		}
		values, guessed, err := valuesOf(line)
		if err != nil {
			return err
		}
		var steps []store.Step
		for _, p := range values {
			p.Record, p.Boss, p.Grade, p.Evidence = record, boss.ID, grade, line.Text
			step, err := desk.Add(ctx, tx, store.Preferences, &p)
			if err != nil {
				return err
			}
			steps = append(steps, step)
			done = append(done, Preferred{p, boss, guessed})
		}
		return d.Remember(ctx, tx, "wrote down how "+boss.Name+" works", steps...)
	})
}

// valuesOf are the values that a line states, or reads from its words.
func valuesOf(line capture.Line) (values []rapport.Preference, guessed bool, err error) {
	dim, value := line.Said["dim"], line.Said["value"]
	if value != "" {
		v, unknown := profile.ParseValue(value)
		switch {
		case unknown != nil && dim == "":
			return nil, false, unknown
		case unknown != nil:
			return []rapport.Preference{{Dim: dim, Value: value}}, false, nil //nolint:nilerr // a word of theirs that is no style stays free
		case dim == "":
			dim = string(v.Of())
		default:
			if d, err := profile.ParseDimension(dim); err == nil && d != v.Of() {
				return nil, false, rapport.Errorf(rapport.Invalid, "%s is a value of %s, not of %s", v, v.Of(), d).WithHint("leave dim: out")
			}
		}
		return []rapport.Preference{{Dim: dim, Value: string(v)}}, false, nil
	}
	about := dim
	if about == "" {
		if values = plainValues(line.Text); len(values) > 0 {
			return values, true, nil
		}
		about = "said"
	}
	if d, v, ok := profile.Map(about, line.Text); ok {
		return []rapport.Preference{{Dim: string(d), Value: string(v)}}, true, nil
	}
	return []rapport.Preference{{Dim: about, Value: line.Text}}, false, nil
}

// plainValues are the values that a sentence plainly wishes, at most one of a
// dimension: of two nobody knows which is meant.
func plainValues(text string) (values []rapport.Preference) {
	found := map[profile.Dimension][]profile.Value{}
	var order []profile.Dimension
	for _, r := range profile.Read(text) {
		if !r.Plain || r.Sense != profile.For || slices.Contains(found[r.Dimension], r.Value) {
			continue
		}
		if len(found[r.Dimension]) == 0 {
			order = append(order, r.Dimension)
		}
		found[r.Dimension] = append(found[r.Dimension], r.Value)
	}
	for _, d := range order {
		if len(found[d]) == 1 {
			values = append(values, rapport.Preference{Dim: string(d), Value: string(found[d][0])})
		}
	}
	return values
}

// Saw writes down what the user saw or heard a boss do (P34). It is private.
// The marks are dim:, value: and about: (bias, blind-spot, strength, motive).
func (s *Service) Saw(ctx context.Context, text string) (o rapport.Observation, boss rapport.Boss, err error) {
	d := s.desk()
	line, err := d.Line(text, "dim", "value", "about")
	if err != nil {
		return o, boss, err
	}
	return o, boss, d.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		if boss, err = desk.Boss(names, line); err != nil {
			return err
		}
		o = rapport.Observation{Boss: boss.ID, Text: rapport.Private(line.Text), Dim: line.Said["dim"], Aspect: rapport.Aspect(line.Said["about"])}
		switch o.Aspect {
		case rapport.OfBehaviour, rapport.OfBias, rapport.OfBlindSpot, rapport.OfStrength, rapport.OfMotive:
		default:
			return rapport.Errorf(rapport.Invalid, "about:%s is not known", o.Aspect).WithHint("bias, blind-spot, strength or motive; or leave it out")
		}
		if value := line.Said["value"]; value != "" {
			v, err := profile.ParseValue(value)
			if err != nil {
				return err
			}
			o.Dim, o.Value = string(v.Of()), string(v)
		}
		if o.Record, err = d.Record(line.On); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.Observations, &o)
		if err != nil {
			return err
		}
		return d.Remember(ctx, tx, "wrote down an observation", step)
	})
}

// CopyStyle takes the values of one boss over for another: inherited, to be
// confirmed within 30 days (P62).
func (s *Service) CopyStyle(ctx context.Context, from, to rapport.Slug) (rapport.PreferenceCopy, error) {
	d := s.desk()
	var c rapport.PreferenceCopy
	return c, d.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		source, err := rapport.FindBoss(names.Bosses, from)
		if err != nil {
			return err
		}
		target, err := rapport.FindBoss(names.Bosses, to)
		if err != nil {
			return err
		}
		if source.ID == target.ID {
			return rapport.Errorf(rapport.Invalid, "a boss cannot inherit from themselves").WithHint("rapport boss copy @earlier @new")
		}
		c = rapport.PreferenceCopy{From: source.ID, To: target.ID, By: rapport.Myself()}
		if c.Record, err = d.Record(""); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.PreferenceCopies, &c)
		if err != nil {
			return err
		}
		return d.Remember(ctx, tx, "took style over from "+source.Name, step)
	})
}

// Profile is what is known of how a boss works today, for the owner's own eyes:
// its evidence holds observations.
func (s *Service) Profile(ctx context.Context, slug rapport.Slug) (p profile.Profile, boss rapport.Boss, err error) {
	d := s.desk()
	return p, boss, d.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		if boss, err = rapport.FindBoss(names.Bosses, slug); err != nil {
			return err
		}
		p, _, err = d.Profile(ctx, tx, names, boss)
		return err
	})
}
