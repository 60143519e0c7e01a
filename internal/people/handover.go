package people

import (
	"context"
	"slices"

	"rapport"
	"rapport/internal/store"
)

// Handover is what the user takes along when a boss leaves: what was agreed,
// what was promised, what was praised (P6). It holds nothing private, so that
// it can be shown to the next boss.
type Handover struct {
	Boss       rapport.Boss
	Day        rapport.Day
	Names      rapport.Names
	Goals      []rapport.Goal
	Rhythm     string
	Agreements []rapport.Agreement
	Criteria   []rapport.Criterion
	Decisions  []rapport.Decision
	// Mine and Theirs are open promises, Asks open asks.
	Mine, Theirs []rapport.Promise
	Asks         []rapport.Ask
	// Praise is what they said was good, in their words.
	Praise []rapport.Feedback
}

// handoverBack is how many days of decisions and praise a handover holds.
const handoverBack = 365

// Handover gathers the packet for the change of a boss.
func (s *Service) Handover(ctx context.Context, slug rapport.Slug) (h Handover, err error) {
	d := s.desk()
	return h, d.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		boss, err := rapport.FindBoss(names.Bosses, slug)
		if err != nil {
			return err
		}
		day := d.Today()
		file := File{Boss: boss, Day: day, Names: names}
		if err := s.open(ctx, tx, &file); err != nil {
			return err
		}
		h = Handover{
			Boss: boss, Day: day, Names: names, Rhythm: file.Rhythm, Agreements: file.Agreements, Criteria: file.Criteria,
			Mine: file.Mine, Theirs: file.Theirs, Asks: file.Asks,
		}
		for _, g := range names.Goals {
			if g.Boss == boss.ID && g.IsCurrent(day) {
				h.Goals = append(h.Goals, g)
			}
		}
		back := store.FactFilter{Boss: boss.ID, Period: rapport.Period{From: day.Add(-handoverBack)}, Oldest: true}
		if h.Decisions, err = store.Decisions.List(ctx, tx, s.User.ID, back); err != nil {
			return err
		}
		h.Praise, err = store.Feedbacks.List(ctx, tx, s.User.ID, back)
		h.Praise = slices.DeleteFunc(h.Praise, func(f rapport.Feedback) bool { return f.Kind != rapport.Praise })
		return err
	})
}

// BossBack opens the relation to a boss who had left. Nothing that was agreed
// before is taken for granted.
func (s *Service) BossBack(ctx context.Context, slug rapport.Slug) (boss rapport.Boss, err error) {
	return boss, s.editBoss(ctx, slug, &boss, "opened again", func() error {
		if boss.Left.IsZero() {
			return rapport.Errorf(rapport.Conflict, "@%s has not left", boss.Slug).WithHint("`rapport boss left @%s` says so", boss.Slug)
		}
		boss.Left, boss.LeftLine = rapport.Stamp{}, ""
		boss.Since = s.desk().Today()
		return nil
	})
}
