package promises

import (
	"context"
	"fmt"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Made is a promise that was just written down, with how it was understood.
type Made struct {
	Promise rapport.Promise
	Names   rapport.Names
	// DueSaid are the words that were read as the day it is due.
	DueSaid string
	// OtherZone says that the boss's clock differs from the user's now.
	OtherZone bool
	// Endangered are dates of others that it comes too late for (P79).
	Endangered []rapport.TeamDate
}

// Owe writes down a promise of the user, to a boss or, with to:, to anybody
// else. The hours are the work in it.
func (s *Service) Owe(ctx context.Context, in Input) (Made, error) {
	return s.promise(ctx, in, func(names rapport.Names, line capture.Line) (by, to rapport.Person, err error) {
		to, err = either(names, line, "to")
		return rapport.Myself(), to, err
	})
}

// Promised writes down a promise of a boss or, with from:, of anybody else; it
// is made to the user unless to: says otherwise.
func (s *Service) Promised(ctx context.Context, in Input) (Made, error) {
	return s.promise(ctx, in, func(names rapport.Names, line capture.Line) (by, to rapport.Person, err error) {
		if by, err = either(names, line, "from"); err != nil {
			return by, to, err
		}
		if to = rapport.Myself(); line.Said["to"] != "" {
			to, err = names.FindPerson(line.Said["to"])
		}
		if err == nil && by == to {
			err = rapport.Errorf(rapport.Invalid, "a promise is made by one person to another").WithHint("leave to: out where it was made to you")
		}
		return by, to, err
	})
}

// either is the person behind a mark, else the boss of the line. It is never
// the user.
func either(names rapport.Names, line capture.Line, mark string) (rapport.Person, error) {
	text := line.Said[mark]
	if text == "" {
		b, err := desk.Boss(names, line)
		if rapport.CodeOf(err) == rapport.NotFound && len(names.Bosses) == 0 {
			err = rapport.Errorf(rapport.NotFound, "the line does not say whose promise it is, and no boss is on record yet").
				WithHint(`rapport boss add "Dana Weber", or name somebody with %s:"Jonas"`, mark)
		}
		return rapport.Person{Boss: b.ID}, err
	}
	who, err := names.FindPerson(text)
	switch {
	case err != nil:
		return who, err
	case who.IsMe() || who.IsZero():
		return who, rapport.Errorf(rapport.Invalid, "%s:%s is you yourself", mark, text).
			WithHint("`rapport owe` is for what you promised, `rapport promised` for what was promised to you")
	case len(line.Bosses) > 0:
		b, err := desk.Boss(names, line)
		if err != nil || b.ID != who.Boss {
			return who, rapport.Errorf(rapport.Invalid, "the line names two people, @%s and %s:%s", line.Bosses[0], mark, text).
				WithHint(`keep one, and write the other as \@%s`, line.Bosses[0])
		}
	}
	return who, nil
}

func (s *Service) promise(ctx context.Context, in Input, between func(rapport.Names, capture.Line) (by, to rapport.Person, err error)) (made Made, err error) {
	line, err := s.line(in, "hours", "to", "from")
	if err != nil {
		return made, err
	}
	return made, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		p := rapport.Promise{Text: textOf(line), Due: line.Due}
		if p.By, p.To, err = between(names, line); err != nil {
			return err
		}
		if p.Hours, err = hours(line.Said["hours"]); err != nil {
			return err
		}
		if p.Project, err = desk.Project(names, line); err != nil {
			return err
		}
		if p.Fact, err = s.record(line); err != nil {
			return err
		}
		p = p.After(nil)
		step, err := desk.Add(ctx, tx, store.Promises, &p)
		if err != nil {
			return err
		}
		made = Made{Promise: p, Names: names, DueSaid: line.DueSaid, OtherZone: s.otherZone(names.Boss(p.Boss()))}
		if p.IsMine() && p.Project != 0 && p.Due != "" {
			if made.Endangered, err = s.endangeredBy(ctx, tx, p); err != nil {
				return err
			}
		}
		return s.Remember(ctx, tx, fmt.Sprintf("wrote down promise %d", p.Number), step)
	})
}

// endangeredBy lists the open dates of others on the same project that a
// promise is due after.
func (s *Service) endangeredBy(ctx context.Context, tx *store.Tx, p rapport.Promise) (late []rapport.TeamDate, err error) {
	dates, err := store.TeamDates.List(ctx, tx, s.User.ID, store.FactFilter{Open: true, SoonestDue: true})
	for _, d := range dates {
		if d.Project == p.Project && d.Due != "" && d.Due < p.DueNow {
			late = append(late, d)
		}
	}
	return late, err
}
