package growth

import (
	"context"
	"strings"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Worked writes down the hours of a week (B17). They are private. A second
// number for the same week replaces the first.
func (s *Service) Worked(ctx context.Context, hours float64, week string) (h rapport.WeekHours, err error) {
	const most = 168 // a week has no more
	if hours < 0 || hours > most {
		return h, rapport.Errorf(rapport.Invalid, "%g are not the hours of a week", hours).WithHint("a week has %d", most)
	}
	if week == "" {
		week = s.Today().ISOWeek()
	}
	return h, s.Write(ctx, func(tx *store.Tx, _ rapport.Names) error {
		all, err := store.HoursWorked.List(ctx, tx, s.User.ID, store.FactFilter{Limit: 104})
		if err != nil {
			return err
		}
		for _, had := range all {
			if had.Week != week {
				continue
			}
			step, err := store.HoursWorked.Edited(had)
			if err != nil {
				return err
			}
			had.Hours = rapport.AmountOf(hours)
			h = had
			if err := store.HoursWorked.Update(ctx, tx, had); err != nil {
				return err
			}
			return s.Remember(ctx, tx, "changed the hours of "+week, step)
		}
		h = rapport.WeekHours{Week: week, Hours: rapport.AmountOf(hours)}
		if h.Record, err = s.Record(""); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.HoursWorked, &h)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, "wrote down the hours of "+week, step)
	})
}

// Hours lists the hours of the newest weeks, the newest first.
func (s *Service) Hours(ctx context.Context, weeks int) ([]rapport.WeekHours, error) {
	hours, _, err := listed(ctx, s, store.HoursWorked, "", store.FactFilter{Limit: weeks})
	return hours, err
}

// Question is a question of the practice for oneself.
type Question struct{ Topic, Text string }

// Questions are what the user can reflect on. Answers are private.
func Questions() []Question {
	return []Question{
		{"earlier-bosses", "Which earlier bosses shaped you, and what do you expect of this one because of them? Mark what you have not seen yourself yet."}, // P10
		{"own-style", "How do you like to work yourself, and where does it differ from theirs?"},                                                             // B1
		{"stance", "When you disagree with them: do you fight, swallow it, or say it once with a reason?"},                                                   // B1, R41
	}
}

// Reflect keeps a private thought on a question, or on any topic.
func (s *Service) Reflect(ctx context.Context, topic string, text rapport.PrivateText, boss rapport.Slug) (r rapport.Reflection, err error) {
	if topic = string(rapport.ParseSlug(topic)); topic == "" {
		return r, rapport.Errorf(rapport.Invalid, "on what?").WithHint("rapport reflect earlier-bosses; `rapport reflect` lists the questions")
	}
	if text.IsEmpty() {
		return r, rapport.Errorf(rapport.Invalid, "nothing was written")
	}
	return r, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		r = rapport.Reflection{Topic: topic, Text: text}
		if boss != "" {
			b, err := rapport.FindBoss(names.Bosses, boss)
			if err != nil {
				return err
			}
			r.Boss = b.ID
		}
		if r.Record, err = s.Record(""); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.Reflections, &r)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, "reflected", step)
	})
}

// Reflections lists private thoughts, the newest first.
func (s *Service) Reflections(ctx context.Context) ([]rapport.Reflection, error) {
	all, _, err := listed(ctx, s, store.Reflections, "", store.FactFilter{})
	return all, err
}

// Disclose plans to show one weakness to a boss (P14), from lines such as
// "risk: …". It is private, and belongs into a talk that develops, not into one
// that judges (P9).
func (s *Service) Disclose(ctx context.Context, boss rapport.Slug, form string) (d rapport.Disclosure, err error) {
	d = rapport.Disclosure{Setting: rapport.ForDevelopment}
	for i, line := range strings.Split(form, "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		name, text, ok := strings.Cut(line, ":")
		text = strings.TrimSpace(rapport.OneLine(text))
		to := map[string]*rapport.PrivateText{"item": &d.Item, "risk": &d.Risk, "doing": &d.Doing, "help": &d.Help}[strings.TrimSpace(strings.ToLower(name))]
		if !ok || to == nil {
			return d, rapport.Errorf(rapport.Invalid, "the line begins with none of item:, risk:, doing: and help:").WithPlace("line %d", i+1).
				WithHint("item: what you would show; risk: what it could cost; doing: what you do about it; help: what would help")
		}
		*to = rapport.Private(text)
	}
	if d.Item.IsEmpty() || d.Doing.IsEmpty() || d.Help.IsEmpty() {
		return d, rapport.Errorf(rapport.Invalid, "a weakness is shown with what you do about it and the help you want").
			WithHint("give the lines item:, risk:, doing: and help:")
	}
	return d, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		b, err := rapport.FindBoss(names.Bosses, boss)
		if err != nil {
			return err
		}
		d.Boss = b.ID
		if d.Record, err = s.Record(""); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.Disclosures, &d)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, "planned a disclosure", step)
	})
}

// Disclosed writes down that it was said, and how it was taken.
func (s *Service) Disclosed(ctx context.Context, n rapport.Number, taken rapport.Sign, on string) (rapport.Disclosure, error) {
	day, err := s.done(on)
	if err != nil {
		return rapport.Disclosure{}, err
	}
	return change(ctx, s, store.Disclosures, n, "disclosed", func(_ rapport.Names, d *rapport.Disclosure) error {
		switch taken {
		case "", rapport.TakenWell, rapport.TakenBadly:
			d.SaidOn, d.Taken = day, taken
			return nil
		}
		return rapport.Errorf(rapport.Invalid, "%q is neither good nor bad", taken)
	})
}

// Disclosures lists what is planned and what was said.
func (s *Service) Disclosures(ctx context.Context) ([]rapport.Disclosure, rapport.Names, error) {
	return listed(ctx, s, store.Disclosures, "", store.FactFilter{Private: true})
}

// Rate keeps an answer in the private check of a relation, with what it was
// before.
func (s *Service) Rate(ctx context.Context, item string, value float64) (r rapport.Rating, err error) {
	return r, s.Write(ctx, func(tx *store.Tx, _ rapport.Names) error {
		name := rapport.Private(rapport.OneLine(item))
		if name.IsEmpty() {
			return rapport.Errorf(rapport.Invalid, "what is rated?")
		}
		before, err := store.Ratings.List(ctx, tx, s.User.ID, store.FactFilter{})
		if err != nil {
			return err
		}
		r = rapport.Rating{Item: name, Value: rapport.AmountOf(value)}
		for _, b := range before {
			if b.Item == name {
				r.Was = b.Value
				break
			}
		}
		if r.Record, err = s.Record(""); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.Ratings, &r)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, "rated", step)
	})
}
