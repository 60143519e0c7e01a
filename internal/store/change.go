package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"rapport"
)

// Change is what one command did, as steps that can be taken back.
type Change struct {
	ID    int64
	Owner rapport.UserID
	At    rapport.Instant
	// What says it in words, such as "logged 3 entries".
	What  string
	Steps []Step
}

// Step is one part of a change.
type Step struct {
	// Verb is add, remove, restore or edit.
	Verb string
	Noun Noun
	ID   rapport.RecordID
	// Before is the record as it was, for an edit: its journal line.
	Before string `json:",omitempty"`
}

// InsertChange remembers what a command did.
func (tx *Tx) InsertChange(ctx context.Context, c *Change) error {
	steps, err := asJSON(c.Steps)
	if err != nil {
		return err
	}
	c.ID = tx.ids.next()
	return tx.exec(ctx, `INSERT INTO changes (id, user_id, at, what, steps, undone) VALUES ($1, $2, $3, $4, $5, 0)`,
		c.ID, c.Owner, c.At, c.What, steps)
}

// InsertSteps remembers what a use-case did, so that it can be undone. One that
// did nothing leaves no trace.
func (tx *Tx) InsertSteps(ctx context.Context, owner rapport.UserID, at rapport.Instant, what string, steps []Step) error {
	if len(steps) == 0 {
		return nil
	}
	return tx.InsertChange(ctx, &Change{Owner: owner, At: at, What: what, Steps: steps})
}

func scanChange(r row) (c Change, err error) {
	return c, r.Scan(&c.ID, &c.Owner, &c.At, &c.What, jsonList[Step]{&c.Steps})
}

// LastChange returns the owner's newest change that is not undone.
func (tx *Tx) LastChange(ctx context.Context, owner rapport.UserID) (Change, bool, error) {
	return one(ctx, tx, scanChange, `SELECT id, user_id, at, what, steps FROM changes WHERE user_id = $1 AND undone = 0 ORDER BY id DESC LIMIT 1`, owner)
}

// ChangesOf lists the changes that touched a record, the oldest first.
func (tx *Tx) ChangesOf(ctx context.Context, owner rapport.UserID, id rapport.RecordID) ([]Change, error) {
	changes, err := list(ctx, tx, scanChange, `SELECT id, user_id, at, what, steps FROM changes
		WHERE user_id = $1 AND undone = 0 AND steps LIKE $2 ORDER BY id`, owner, fmt.Sprintf(`%%"ID":%d%%`, id))
	return slices.DeleteFunc(changes, func(c Change) bool {
		return !slices.ContainsFunc(c.Steps, func(s Step) bool { return s.ID == id })
	}), err
}

// Revisions counts how often a record was changed since it was made. A change
// that was taken back counts twice, since the record changed once more by it:
// the count never falls.
func (tx *Tx) Revisions(ctx context.Context, owner rapport.UserID, id rapport.RecordID) (n int, err error) {
	_, err = list(ctx, tx, func(r row) (c Change, err error) {
		var undone int
		if err := r.Scan(jsonList[Step]{&c.Steps}, &undone); err != nil {
			return c, err
		}
		for _, s := range c.Steps {
			switch {
			case s.ID != id:
			case s.Verb == "add":
				n += 2 * undone
			default:
				n += 1 + undone
			}
		}
		return c, nil
	}, `SELECT steps, undone FROM changes WHERE user_id = $1 AND steps LIKE $2 ORDER BY id`, owner, fmt.Sprintf(`%%"ID":%d%%`, id))
	return n, err
}

// SetUndone marks a change as undone.
func (tx *Tx) SetUndone(ctx context.Context, owner rapport.UserID, id int64) error {
	return tx.update(ctx, "change", id, `UPDATE changes SET undone = 1 WHERE id = $1 AND user_id = $2`, id, owner)
}

// Edited is the step of an edit: before is the noun as it was.
func Edited[T any](noun Noun, id rapport.RecordID, before T) (Step, error) {
	text, err := json.Marshal(before)
	return Step{Verb: "edit", Noun: noun, ID: id, Before: string(text)}, err
}

// EditedNote is the step of an edit of a private note, whose text no encoder
// finds by itself.
func EditedNote(before rapport.PrivateNote) (Step, error) {
	return Edited(NoteNoun, rapport.RecordID(before.ID), noteSnapshot{before, before.Text.Reveal()})
}

type noteSnapshot struct {
	Note rapport.PrivateNote
	Text string
}

// TakeBack undoes one step at an instant.
func (tx *Tx) TakeBack(ctx context.Context, owner rapport.UserID, s Step, at rapport.Instant) error {
	switch s.Verb {
	case "add", "restore":
		_, err := tx.SetRemoved(ctx, owner, s.ID, at)
		return err
	case "remove":
		_, err := tx.SetRemoved(ctx, owner, s.ID, 0)
		return err
	}
	switch s.Noun {
	case EntryNoun:
		return takeBack(ctx, s, tx.UpdateEntry)
	case BossNoun:
		return takeBack(ctx, s, tx.UpdateBoss)
	case GoalNoun:
		return takeBack(ctx, s, tx.UpdateGoal)
	case ProjectNoun:
		return takeBack(ctx, s, tx.UpdateProject)
	case ProposalNoun:
		return takeBack(ctx, s, tx.UpdateProposal)
	case CalendarNoun:
		return takeBack(ctx, s, tx.UpdateCalendar)
	case UserNoun:
		return takeBack(ctx, s, tx.UpdateUser)
	case SourceNoun:
		return takeBack(ctx, s, tx.UpdateSource)
	case NoteNoun:
		return takeBack(ctx, s, func(ctx context.Context, n noteSnapshot) error {
			n.Note.Text = rapport.Private(n.Text)
			return tx.UpdateNote(ctx, n.Note)
		})
	}
	for _, t := range factTables() {
		if t.Noun() == s.Noun {
			return t.takeBack(ctx, tx, s)
		}
	}
	return rapport.Errorf(rapport.Unsupported, "an edit of a %s cannot be undone", s.Noun)
}

func takeBack[T any](ctx context.Context, s Step, update func(context.Context, T) error) error {
	var before T
	if err := json.Unmarshal([]byte(s.Before), &before); err != nil {
		return err
	}
	return update(ctx, before)
}
