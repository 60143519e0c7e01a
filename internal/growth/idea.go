package growth

import (
	"context"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// PitchInput is what an idea needs to be raised well; an empty field says
// nothing.
type PitchInput struct {
	Text, Size, Cost, Step, Moment, Unseen string
	Benefit                                rapport.Benefit
	Boss, Goal                             rapport.Slug
}

// Pitch writes down what an idea needs to be raised (P90): its size and cost,
// the smallest first step, the best moment, who gains. The idea is an entry. A
// second pitch of the same idea replaces the first.
func (s *Service) Pitch(ctx context.Context, n rapport.Number, in PitchInput) (p rapport.Pitch, err error) {
	return p, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		e, err := s.idea(ctx, tx, n)
		if err != nil {
			return err
		}
		all, err := store.Pitches.List(ctx, tx, s.User.ID, store.FactFilter{})
		if err != nil {
			return err
		}
		p = rapport.Pitch{Entry: e.ID, Text: e.Text}
		for _, had := range all {
			if had.Entry == e.ID {
				p = had
			}
		}
		isNew := p.ID == 0
		before := p
		if err := in.apply(&p, names); err != nil {
			return err
		}
		var step store.Step
		if isNew {
			if p.Record, err = s.Record(""); err != nil {
				return err
			}
			step, err = desk.Add(ctx, tx, store.Pitches, &p)
		} else {
			if step, err = store.Pitches.Edited(before); err != nil {
				return err
			}
			err = store.Pitches.Update(ctx, tx, p)
		}
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, "pitched an idea", step)
	})
}

func (in PitchInput) apply(p *rapport.Pitch, names rapport.Names) error {
	for _, f := range []struct {
		from string
		to   *string
	}{
		{in.Text, &p.Text},
		{in.Size, &p.Size},
		{in.Cost, &p.Cost},
		{in.Step, &p.Step},
		{in.Moment, &p.Moment},
		{in.Unseen, &p.Unseen},
		{in.Benefit.Me, &p.Benefit.Me},
		{in.Benefit.Boss, &p.Benefit.Boss},
		{in.Benefit.Organisation, &p.Benefit.Organisation},
	} {
		if text := rapport.OneLine(f.from); text != "" {
			*f.to = text
		}
	}
	if in.Boss != "" {
		b, err := rapport.FindBoss(names.Bosses, in.Boss)
		if err != nil {
			return err
		}
		p.Boss = b.ID
	}
	if in.Goal != "" {
		g, err := rapport.FindGoal(names.Goals, in.Goal)
		if err != nil {
			return err
		}
		p.Goal = g.ID
	}
	return nil
}

// idea returns the entry of an idea.
func (s *Service) idea(ctx context.Context, tx *store.Tx, n rapport.Number) (e rapport.Entry, err error) {
	ref, found, err := tx.RecordByNumber(ctx, s.User.ID, n)
	switch {
	case err != nil:
		return e, err
	case !found:
		return e, rapport.Errorf(rapport.NotFound, "there is nothing with number %d", n).WithHint("`rapport ideas` lists the ideas")
	case ref.Noun != store.EntryNoun || ref.Removed != 0:
		return e, rapport.Errorf(rapport.Invalid, "%d is no idea", n).WithHint(`write it down first: rapport log "idea: …"`)
	}
	entries, err := tx.EntriesByID(ctx, s.User.ID, []rapport.EntryID{rapport.EntryID(ref.ID)})
	if err != nil {
		return e, err
	}
	if entries[0].Kind != rapport.Idea {
		return e, rapport.Errorf(rapport.Invalid, "%d is of the kind %s, not an idea", n, entries[0].Kind).WithHint("rapport edit %d --kind idea", n)
	}
	return entries[0], nil
}

// Raise writes down that an idea was raised, and what the boss said: yes,
// later, no, or nothing yet.
func (s *Service) Raise(ctx context.Context, n rapport.Number, answer string) (e rapport.Entry, err error) {
	switch answer {
	case "", "yes", "later", "no":
	default:
		return e, rapport.Errorf(rapport.Invalid, "%q is no answer to an idea", answer).WithHint("yes, later or no; or leave it out")
	}
	return e, s.Write(ctx, func(tx *store.Tx, _ rapport.Names) error {
		if e, err = s.idea(ctx, tx, n); err != nil {
			return err
		}
		step, err := store.Edited(store.EntryNoun, rapport.RecordID(e.ID), e)
		if err != nil {
			return err
		}
		e.Raised, e.BossSaid = rapport.Yes, answer
		if err := tx.UpdateEntry(ctx, e); err != nil {
			return err
		}
		return s.Remember(ctx, tx, "raised an idea", step)
	})
}

// Idea is an idea on the shelf.
type Idea struct {
	Entry rapport.Entry
	// Pitch is nil where there is none.
	Pitch *rapport.Pitch
	// Age is in days.
	Age int
}

// ideasShown bounds the shelf.
const ideasShown = 100

// Ideas lists the ideas that are not over, the oldest first.
func (s *Service) Ideas(ctx context.Context, all bool) (ideas []Idea, names rapport.Names, err error) {
	return ideas, names, s.Read(ctx, func(tx *store.Tx, found rapport.Names) error {
		names, ideas = found, nil
		entries, err := tx.Entries(ctx, s.User.ID, store.EntryFilter{Kinds: []rapport.Kind{rapport.Idea}, Open: !all, Limit: ideasShown})
		if err != nil {
			return err
		}
		pitches, err := store.Pitches.List(ctx, tx, s.User.ID, store.FactFilter{})
		if err != nil {
			return err
		}
		for i := len(entries) - 1; i >= 0; i-- {
			idea := Idea{Entry: entries[i], Age: s.Today().Sub(entries[i].Day)}
			for j := range pitches {
				if pitches[j].Entry == entries[i].ID {
					idea.Pitch = &pitches[j]
				}
			}
			ideas = append(ideas, idea)
		}
		return nil
	})
}
