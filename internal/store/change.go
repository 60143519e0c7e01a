package store

import (
	"context"
	"database/sql"

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

// LastChange returns the owner's newest change that is not undone.
func (tx *Tx) LastChange(ctx context.Context, owner rapport.UserID) (Change, bool, error) {
	return one(ctx, tx, func(rows *sql.Rows) (c Change, err error) {
		return c, rows.Scan(&c.ID, &c.Owner, &c.At, &c.What, jsonList[Step]{&c.Steps})
	}, `SELECT id, user_id, at, what, steps FROM changes WHERE user_id = $1 AND undone = 0 ORDER BY id DESC LIMIT 1`, owner)
}

// SetUndone marks a change as undone.
func (tx *Tx) SetUndone(ctx context.Context, owner rapport.UserID, id int64) error {
	return tx.exec(ctx, `UPDATE changes SET undone = 1 WHERE id = $1 AND user_id = $2`, id, owner)
}
