package journal

import (
	"context"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/desk"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// desk is what the use-cases about facts work with.
func (s *Service) desk() desk.Desk { return desk.Desk{DB: s.DB, User: s.User, Now: s.Now} }

// event writes down something that happened, read from a line of the quick
// grammar. A boss is needed unless free says that there need be none.
func event[T any, P interface {
	*T
	Head() *rapport.Fact
}](ctx context.Context, s *Service, table store.Facts[T, P], text string, marks []string, free bool,
	fill func(line capture.Line, boss rapport.BossID, fact P) error,
) (fact T, boss rapport.Boss, err error) {
	d := s.desk()
	line, err := d.Line(text, marks...)
	if err != nil {
		return fact, boss, err
	}
	return fact, boss, d.Write(ctx, func(tx *store.Tx, names rapport.Names) (err error) {
		var made T
		if !free || len(line.Bosses) > 0 {
			if boss, err = desk.Boss(names, line); err != nil {
				return err
			}
		}
		if P(&made).Head().Record, err = d.Record(line.On); err != nil {
			return err
		}
		if err := fill(line, boss.ID, &made); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, table, P(&made))
		if err != nil {
			return err
		}
		fact = made
		return d.Remember(ctx, tx, "wrote down a "+string(table.Noun()), step)
	})
}

// Pinged writes down that a boss asked for news (P87). It also returns how
// often they did about the same in the last 14 days, this time included: the
// second time is a reason to propose a rhythm. The mark is topic:.
func (s *Service) Pinged(ctx context.Context, text string) (p rapport.Ping, boss rapport.Boss, times int, err error) {
	p, boss, err = event(ctx, s, store.Pings, text, []string{"topic"}, false,
		func(line capture.Line, boss rapport.BossID, p *rapport.Ping) error {
			p.Boss, p.Text, p.Topic = boss, line.Text, line.Said["topic"]
			if p.Topic == "" && line.Project != "" {
				p.Topic = string(line.Project)
			}
			return nil
		})
	if err != nil {
		return p, boss, 0, err
	}
	return p, boss, times, s.DB.Read(ctx, func(tx *store.Tx) error {
		const window = 14
		pings, err := store.Pings.List(ctx, tx, s.User.ID, store.FactFilter{Boss: boss.ID, Period: rapport.Period{From: p.Day().Add(-window)}})
		times = 0
		for _, other := range pings {
			if other.ID == p.ID || p.Topic == "" || rapport.ParseSlug(other.Topic) == rapport.ParseSlug(p.Topic) {
				times++
			}
		}
		return err
	})
}

// Surprised writes down that a boss learned something from a third party that
// they should have heard from the user (P61), or the user from somebody else.
func (s *Service) Surprised(ctx context.Context, text string, me bool) (rapport.Surprise, rapport.Boss, error) {
	return event(ctx, s, store.Surprises, text, nil, false, func(line capture.Line, boss rapport.BossID, x *rapport.Surprise) error {
		x.Boss, x.Text = boss, line.Text
		if me {
			x.To = rapport.Myself()
		}
		return nil
	})
}

// Heard writes down what was learned about the organisation (P83).
func (s *Service) Heard(ctx context.Context, text string) (rapport.Heard, rapport.Boss, error) {
	return event(ctx, s, store.HeardThings, text, nil, true, func(line capture.Line, boss rapport.BossID, x *rapport.Heard) error {
		x.Boss, x.Text = boss, line.Text
		return nil
	})
}

// InPublic writes down what was said about or with a boss in front of others.
func (s *Service) InPublic(ctx context.Context, text string) (rapport.PublicEvent, rapport.Boss, error) {
	return event(ctx, s, store.PublicEvents, text, nil, false, func(line capture.Line, boss rapport.BossID, x *rapport.PublicEvent) error {
		x.Boss, x.Text = boss, line.Text
		return nil
	})
}

// FactFilter says which facts to list.
type FactFilter struct {
	rapport.Period
	Noun  store.Noun
	Boss  rapport.Slug
	Open  bool
	Limit int
}

// FactNoun returns the noun that a word names, such as ping or decision, and
// whether its facts are private.
func FactNoun(word string) (noun store.Noun, private bool, err error) {
	word = strings.ToLower(strings.TrimSpace(word))
	var known []string
	for _, n := range store.FactNouns() {
		if string(n) == word || string(n)+"s" == word {
			return n, n.IsPrivate(), nil
		}
		known = append(known, string(n))
	}
	slices.Sort(known)
	return "", false, rapport.Errorf(rapport.Invalid, "%q is nothing that is listed", word).
		WithHint("did you mean %s? there are %s", wire.Nearest(word, known), strings.Join(known, ", "))
}

// Facts lists the facts of a noun that is not private, the newest first.
func (s *Service) Facts(ctx context.Context, f FactFilter) (lines []store.FactLine, names Names, err error) {
	return lines, names, s.desk().Read(ctx, func(tx *store.Tx, all rapport.Names) error {
		names = all
		filter, err := f.filter(all)
		if err != nil {
			return err
		}
		lines, err = tx.FactsOf(ctx, s.User.ID, f.Noun, filter)
		return err
	})
}

// PrivateFacts is [Service.Facts] for a private noun and its owner's own eyes.
func (s *Service) PrivateFacts(ctx context.Context, f FactFilter) (lines []store.PrivateFactLine, names Names, err error) {
	return lines, names, s.desk().Read(ctx, func(tx *store.Tx, all rapport.Names) error {
		names = all
		filter, err := f.filter(all)
		if err != nil {
			return err
		}
		lines, err = tx.PrivateFactsOf(ctx, s.User.ID, f.Noun, filter)
		return err
	})
}

func (f FactFilter) filter(names Names) (store.FactFilter, error) {
	out := store.FactFilter{Period: f.Period, Open: f.Open, Limit: f.Limit}
	if f.Boss == "" {
		return out, nil
	}
	b, err := rapport.FindBoss(names.Bosses, f.Boss)
	out.Boss = b.ID
	return out, err
}
