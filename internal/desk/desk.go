// Package desk is what every use-case works with: whose record it is, which
// clock it goes by, how a typed line is read, and how a change is remembered so
// that it can be undone.
//
// A feature embeds a [Desk]. [Desk.Line] reads what a person typed, [Add] and
// [Change] write one fact and return the step that undoes it, [Desk.Remember]
// keeps the steps of a use-case under one name. Nothing here knows what any of
// the facts mean.
package desk

import (
	"context"
	"time"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/store"
	"rapport/internal/when"
)

// Desk belongs to one user of one store.
type Desk struct {
	DB   *store.DB
	User rapport.User
	// Now is the clock, in the user's zone.
	Now func() time.Time
}

// Today is the user's civil day.
func (d Desk) Today() rapport.Day { return rapport.DayOf(d.Now()) }

// Clock is how the user's words for dates are read in a context.
func (d Desk) Clock(c when.Context) when.Clock {
	return when.Clock{Now: d.Now(), Locale: d.User.Locale, Week: d.User.WorkDays, Context: c}
}

// Day reads a date in the user's words; ahead says in which direction an open
// one looks. Of a stretch that is ahead it is the last day, of one that is
// behind the first. The empty text is no day.
func (d Desk) Day(text string, ahead bool) (rapport.Day, error) {
	if text == "" {
		return "", nil
	}
	c := when.Log
	if ahead {
		c = when.Due
	}
	answer := when.Parse(text, d.Clock(c))
	switch {
	case answer.Kind == when.None:
		return "", rapport.Errorf(rapport.Invalid, "%q is not a date: %s", text, answer.Why).
			WithHint("write it as friday, 3 dec or 2026-11-03")
	case ahead:
		return answer.LastDay(), nil
	}
	return answer.FirstDay(), nil
}

// Line reads a typed line in the quick grammar, with the further marks that a
// command knows.
func (d Desk) Line(text string, marks ...string) (capture.Line, error) {
	return capture.ParseFact(text, d.Clock(when.Log), marks...)
}

// Record is the common part of something dated on a day; the empty day is now.
// A day that is ahead is refused: a record says what happened.
func (d Desk) Record(on rapport.Day) (rapport.Record, error) {
	now := d.Now()
	r := rapport.Record{Owner: d.User.ID, At: rapport.StampOf(now)}
	switch today := rapport.DayOf(now); {
	case on == "" || on == today:
	case on > today:
		return r, rapport.Errorf(rapport.Invalid, "%s lies in the future; this is about what happened", on).
			WithHint("for something due then, write by:%s", on)
	default:
		r.At = rapport.StampOf(on.Noon(now.Location()))
	}
	return r, nil
}

// Write runs a use-case that changes the record, with the names there are.
func (d Desk) Write(ctx context.Context, f func(*store.Tx, rapport.Names) error) error {
	return d.DB.Write(ctx, func(tx *store.Tx) error {
		names, err := tx.Names(ctx, d.User.ID)
		if err != nil {
			return err
		}
		return f(tx, names)
	})
}

// Read runs a use-case that only looks, with the names there are.
func (d Desk) Read(ctx context.Context, f func(*store.Tx, rapport.Names) error) error {
	return d.DB.Read(ctx, func(tx *store.Tx) error {
		names, err := tx.Names(ctx, d.User.ID)
		if err != nil {
			return err
		}
		return f(tx, names)
	})
}

// Remember keeps what a use-case did under one name, so that it can be undone.
// One that did nothing leaves no trace.
func (d Desk) Remember(ctx context.Context, tx *store.Tx, what string, steps ...store.Step) error {
	return tx.InsertSteps(ctx, d.User.ID, rapport.InstantOf(d.Now()), what, steps)
}

// Boss returns the boss that a line names, the only one where it names none.
func Boss(names rapport.Names, line capture.Line) (rapport.Boss, error) {
	switch len(line.Bosses) {
	case 0:
		return rapport.FindBoss(names.Bosses, "")
	case 1:
		return rapport.FindBoss(names.Bosses, line.Bosses[0])
	}
	return rapport.Boss{}, rapport.Errorf(rapport.Invalid, "the line names several bosses, @%s and @%s", line.Bosses[0], line.Bosses[1]).
		WithHint(`keep one, and write the other as \@%s`, line.Bosses[1])
}

// Goal returns the goal that a line names behind for:, zero where it names
// none.
func Goal(names rapport.Names, line capture.Line) (rapport.GoalID, error) {
	switch len(line.Goals) {
	case 0:
		return 0, nil
	case 1:
		g, err := rapport.FindGoal(names.Goals, line.Goals[0])
		return g.ID, err
	}
	return 0, rapport.Errorf(rapport.Invalid, "the line names two goals, for:%s and for:%s", line.Goals[0], line.Goals[1]).WithHint("keep one")
}

// Project returns the project that a line names behind +, zero where it names
// none.
func Project(names rapport.Names, line capture.Line) (rapport.ProjectID, error) {
	if line.Project == "" {
		return 0, nil
	}
	p, err := rapport.FindProject(names.Projects, line.Project)
	return p.ID, err
}

// fact is a pointer to a fact.
type fact[T any] interface {
	*T
	Head() *rapport.Fact
}

// Add writes a new fact and returns the step that undoes it.
func Add[T any, P fact[T]](ctx context.Context, tx *store.Tx, table store.Facts[T, P], new P) (store.Step, error) {
	err := table.Insert(ctx, tx, new)
	return store.Step{Verb: "add", Noun: table.Noun(), ID: rapport.RecordID(new.Head().ID)}, err
}

// ByNumber returns the fact with a number, private parts included.
func ByNumber[T any, P fact[T]](ctx context.Context, tx *store.Tx, owner rapport.UserID, table store.Facts[T, P], n rapport.Number) (none T, err error) {
	ref, found, err := tx.RecordByNumber(ctx, owner, n)
	switch {
	case err != nil:
		return none, err
	case !found:
		return none, rapport.Errorf(rapport.NotFound, "there is nothing with number %d", n).WithHint("`rapport search` finds numbers by words")
	case ref.Noun != table.Noun():
		return none, rapport.Errorf(rapport.Invalid, "%d is a %s, not a %s", n, ref.Noun, table.Noun()).WithHint("`rapport show %d` says more", n)
	case ref.Removed != 0:
		return none, rapport.Errorf(rapport.NotFound, "%d was removed", n).WithHint("bring it back with: rapport rm --restore %d", n)
	}
	all, err := table.ByID(ctx, tx, owner, []rapport.FactID{rapport.FactID(ref.ID)})
	if err != nil || len(all) == 0 {
		return none, err
	}
	return all[0], nil
}

// Change changes the fact with a number and returns it with the step that
// undoes the change.
func Change[T any, P fact[T]](ctx context.Context, tx *store.Tx, owner rapport.UserID, table store.Facts[T, P], n rapport.Number, apply func(P) error) (fact T, step store.Step, err error) {
	if fact, err = ByNumber(ctx, tx, owner, table, n); err != nil {
		return fact, step, err
	}
	if step, err = table.Edited(fact); err != nil {
		return fact, step, err
	}
	if err := apply(&fact); err != nil {
		return fact, step, err
	}
	return fact, step, table.Update(ctx, tx, fact)
}
