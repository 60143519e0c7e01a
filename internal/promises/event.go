package promises

import (
	"context"
	"fmt"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Went is a promise after something happened to it.
type Went struct {
	// Promise is set for a promise, Entry for a promise that is a line of the
	// log.
	Promise rapport.Promise
	Entry   *rapport.Entry
	Names   rapport.Names
	// DueSaid are the words that were read as the new day.
	DueSaid string
	// Endangered are dates of others that it comes too late for now (P79).
	Endangered []rapport.TeamDate
}

// KeepInput says how a promise was kept.
type KeepInput struct {
	// On is the day in the user's words; empty means today.
	On string
	// Late says that it was late although no day, or a later one, was said.
	Late bool
}

// Keep says that a promise was kept. It was late where that is said, or where
// the day is after the one it was due.
func (s *Service) Keep(ctx context.Context, n rapport.Number, in KeepInput) (Went, error) {
	event := rapport.PromiseEvent{Kind: rapport.PromiseDone}
	if in.Late {
		event.Late = rapport.Yes
	}
	return s.happened(ctx, n, happening{verb: "kept", on: in.On, event: event, entry: func(e *rapport.Entry, day rapport.Day) error {
		if in.Late {
			return rapport.Errorf(rapport.Invalid, "%d is a line of the log, where the days alone say whether it was late", n).
				WithHint("leave --late out; `rapport edit %d --by DAY` puts the day it was due right", n)
		}
		e.Closed = day
		return nil
	}})
}

// Move gives a promise a new day, in time or after it was due. The new day
// lies ahead.
func (s *Service) Move(ctx context.Context, n rapport.Number, by, why string) (Went, error) {
	due, err := s.Day(by, true)
	switch {
	case err != nil:
		return Went{}, err
	case due == "":
		return Went{}, rapport.Errorf(rapport.Invalid, "a promise is moved to a day").WithHint(`rapport move %d by:friday`, n)
	case due < s.Today():
		return Went{}, rapport.Errorf(rapport.Invalid, "the new day, %s, is behind", due).WithHint("a promise is moved ahead; `rapport edit %d` corrects the day that was said", n)
	}
	event := rapport.PromiseEvent{Kind: rapport.PromiseMoved, Due: due, Why: rapport.OneLine(why)}
	went, err := s.happened(ctx, n, happening{verb: "moved", event: event, entry: func(e *rapport.Entry, _ rapport.Day) error {
		e.Due = due
		return nil
	}})
	went.DueSaid = by
	return went, err
}

// Miss says that a promise was not kept, and why.
func (s *Service) Miss(ctx context.Context, n rapport.Number, on, because string) (Went, error) {
	event := rapport.PromiseEvent{Kind: rapport.PromiseMissed, Why: rapport.OneLine(because)}
	return s.happened(ctx, n, happening{verb: "missed", on: on, event: event, entry: notInTheLog(n, "missed")})
}

// Release says that nobody waits for a promise any more, such as after a new
// priority of the boss. It counts neither as kept nor as missed.
func (s *Service) Release(ctx context.Context, n rapport.Number, on, because string) (Went, error) {
	event := rapport.PromiseEvent{Kind: rapport.PromiseWithdrawn, Why: rapport.OneLine(because)}
	return s.happened(ctx, n, happening{verb: "released", on: on, event: event, entry: notInTheLog(n, "released")})
}

// notInTheLog refuses what a line of the log cannot say: closing it would read
// as a promise that was kept.
func notInTheLog(n rapport.Number, verb string) func(*rapport.Entry, rapport.Day) error {
	return func(e *rapport.Entry, _ rapport.Day) error {
		return rapport.Errorf(rapport.Invalid, "%d is a line of the log, which can be settled but not %s", n, verb).
			WithHint("make it a promise first: rapport owe %q, then rapport rm %d", e.Text, n)
	}
}

// happening is something that happens to a promise.
type happening struct {
	verb string
	// on is the day in the user's words; empty means today.
	on    string
	event rapport.PromiseEvent
	// entry does it to a promise that is a line of the log.
	entry func(*rapport.Entry, rapport.Day) error
}

func (s *Service) happened(ctx context.Context, n rapport.Number, h happening) (went Went, err error) {
	return went, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		went = Went{Names: names}
		ref, found, err := tx.RecordByNumber(ctx, s.User.ID, n)
		if err != nil {
			return err
		}
		if found && ref.Noun == store.EntryNoun && ref.Removed == 0 {
			return s.happenedToEntry(ctx, tx, ref, h, &went)
		}
		before, err := desk.ByNumber(ctx, tx, s.User.ID, store.Promises, n)
		if err != nil {
			return err
		}
		if before.State != rapport.StateOpen {
			return ended(n, before)
		}
		day, err := s.on(h.on, before.Day())
		if err != nil {
			return err
		}
		event := h.event
		event.Promise, event.Ref, event.By = before.ID, before.Line, before.By
		if event.Record, err = s.Record(day); err != nil {
			return err
		}
		// Two things of one day keep their order, whatever the hour they are
		// dated at.
		event.At.At = max(event.At.At, before.At.At)
		edited, err := store.Promises.Edited(before)
		if err != nil {
			return err
		}
		added, err := desk.Add(ctx, tx, store.PromiseEvents, &event)
		if err != nil {
			return err
		}
		if went.Promise, err = s.settled(ctx, tx, before, event); err != nil {
			return err
		}
		if p := went.Promise; h.event.Kind == rapport.PromiseMoved && p.IsMine() && p.Project != 0 {
			if went.Endangered, err = s.endangeredBy(ctx, tx, p); err != nil {
				return err
			}
		}
		return s.Remember(ctx, tx, fmt.Sprintf("%s promise %d", h.verb, n), edited, added)
	})
}

// settled writes where a promise stands after one more event. Only one that is
// older than what was known needs all of them again.
func (s *Service) settled(ctx context.Context, tx *store.Tx, p rapport.Promise, event rapport.PromiseEvent) (rapport.Promise, error) {
	if event.At.At >= p.Last {
		p = p.With(event)
		return p, store.Promises.Update(ctx, tx, p)
	}
	if err := tx.SettlePromise(ctx, s.User.ID, p.ID); err != nil {
		return p, err
	}
	all, err := store.Promises.ByID(ctx, tx, s.User.ID, []rapport.FactID{p.ID})
	if err != nil || len(all) == 0 {
		return p, err
	}
	return all[0], nil
}

func ended(n rapport.Number, p rapport.Promise) error {
	words := map[rapport.State]string{rapport.StateKept: "kept", rapport.StateLate: "kept, late,", rapport.StateMissed: "missed", rapport.StateWithdrawn: "released"}
	return rapport.Errorf(rapport.Conflict, "promise %d was %s on %s", n, words[p.State], p.ClosedOn).
		WithHint("`rapport reopen %d` opens it again; `rapport undo` takes the last change back", n)
}

// happenedToEntry does it to a promise that is a line of the log.
func (s *Service) happenedToEntry(ctx context.Context, tx *store.Tx, ref store.RecordRef, h happening, went *Went) error {
	entries, err := tx.EntriesByID(ctx, s.User.ID, []rapport.EntryID{rapport.EntryID(ref.ID)})
	if err != nil || len(entries) == 0 {
		return err
	}
	e := entries[0]
	switch {
	case e.Kind != rapport.Commitment:
		return rapport.Errorf(rapport.Invalid, "%d is a line of the log about a %s, not a promise", e.Number, e.Kind).WithHint("`rapport promises` shows the promises that are open")
	case e.Closed != "":
		return rapport.Errorf(rapport.Conflict, "%d was settled on %s", e.Number, e.Closed).WithHint("`rapport edit %d --open` opens it again", e.Number)
	}
	step, err := store.Edited(store.EntryNoun, ref.ID, e)
	if err != nil {
		return err
	}
	day, err := s.on(h.on, e.Day)
	if err != nil {
		return err
	}
	if err := h.entry(&e, day); err != nil {
		return err
	}
	if err := tx.UpdateEntry(ctx, e); err != nil {
		return err
	}
	went.Entry = &e
	return s.Remember(ctx, tx, fmt.Sprintf("%s promise %d", h.verb, e.Number), step)
}

// ItemOf returns a promise as an item of a list.
func ItemOf(w Went) Item {
	if w.Entry != nil {
		return itemInLog(*w.Entry)
	}
	return itemOf(w.Promise)
}
