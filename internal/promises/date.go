package promises

import (
	"context"
	"fmt"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Endangered is a date of somebody else with what of the user's comes after it
// (P79).
type Endangered struct {
	Date rapport.TeamDate
	// Promises are the user's open promises on the same project that are due
	// after it.
	Promises []Item
	// Project is the project where its own day is after the date; the zero
	// Project where it is not.
	Project rapport.Project
}

// Dated is a date that was just written down.
type Dated struct {
	Date    rapport.TeamDate
	Names   rapport.Names
	DueSaid string
	// Endangered says what of the user's comes after it; nil for nothing.
	Endangered *Endangered
}

// Date writes down a date of somebody else that the user's work could endanger.
// whose: says whose, +project on which work.
func (s *Service) Date(ctx context.Context, in Input) (dated Dated, err error) {
	line, err := s.line(in, "whose")
	if err != nil {
		return dated, err
	}
	if line.Due == "" {
		return dated, rapport.Errorf(rapport.Invalid, "nothing says when the date is").WithHint(`rapport date %q by:"3 dec"`, line.Text)
	}
	d := rapport.TeamDate{Text: textOf(line), Whose: line.Said["whose"], Due: line.Due}
	return dated, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		if d.Project, err = desk.Project(names, line); err != nil {
			return err
		}
		if d.Fact, err = s.record(line); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.TeamDates, &d)
		if err != nil {
			return err
		}
		dated = Dated{Date: d, Names: names, DueSaid: line.DueSaid}
		open, err := s.minePromised(ctx, tx)
		if err != nil {
			return err
		}
		if late := endangered([]rapport.TeamDate{d}, open, names); len(late) > 0 {
			dated.Endangered = &late[0]
		}
		return s.Remember(ctx, tx, fmt.Sprintf("wrote down date %d", d.Number), step)
	})
}

// DateDone says that a date of somebody else is over, on a day in the user's
// words.
func (s *Service) DateDone(ctx context.Context, n rapport.Number, on string) (rapport.TeamDate, rapport.Names, error) {
	return changed(ctx, s, store.TeamDates, n, fmt.Sprintf("date %d is over", n), func(d *rapport.TeamDate, _ rapport.Names) (err error) {
		if d.State() != rapport.StateOpen {
			return rapport.Errorf(rapport.Conflict, "date %d was over on %s", n, d.DoneOn).WithHint("`rapport reopen %d` opens it again", n)
		}
		d.DoneOn, err = s.on(on, d.Day())
		return err
	})
}

// Dates lists the dates of others that are open, the soonest first, and which
// of them something of the user's comes after.
func (s *Service) Dates(ctx context.Context) (dates []rapport.TeamDate, late []Endangered, names rapport.Names, err error) {
	return dates, late, names, s.Read(ctx, func(tx *store.Tx, known rapport.Names) error {
		names = known
		if dates, err = s.openDates(ctx, tx); err != nil || len(dates) == 0 {
			return err
		}
		open, err := s.minePromised(ctx, tx)
		late = endangered(dates, open, names)
		return err
	})
}

func (s *Service) openDates(ctx context.Context, tx *store.Tx) ([]rapport.TeamDate, error) {
	return store.TeamDates.List(ctx, tx, s.User.ID, store.FactFilter{Open: true, SoonestDue: true})
}

// minePromised lists what the user promised and still owes, in the ledger and
// in the log, the soonest due first.
func (s *Service) minePromised(ctx context.Context, tx *store.Tx) ([]Item, error) {
	var l Ledger
	if err := s.open(ctx, tx, &l, 0, store.EntryFilter{Period: rapport.Period{From: s.Today().Add(-RateDays)}}); err != nil {
		return nil, err
	}
	return l.Mine, nil
}

// endangered lists the dates that open promises on the same project, or the
// project's own day, come after.
func endangered(dates []rapport.TeamDate, mine []Item, names rapport.Names) (late []Endangered) {
	for _, d := range dates {
		if d.Project == 0 || d.Due == "" {
			continue
		}
		one := Endangered{Date: d}
		for _, i := range mine {
			if i.Project == d.Project && i.Due > d.Due {
				one.Promises = append(one.Promises, i)
			}
		}
		if p := names.Project(d.Project); p.Due > d.Due && !p.IsDone() {
			one.Project = p
		}
		if len(one.Promises) > 0 || one.Project.ID != 0 {
			late = append(late, one)
		}
	}
	return late
}
