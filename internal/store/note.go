package store

import (
	"context"
	"math"

	"rapport"
)

const selectNote = `SELECT ` + recordColumns + `, n.day, n.text FROM private_notes n JOIN records r ON r.id = n.id `

func scanNote(r row) (n rapport.PrivateNote, err error) {
	var text string
	err = r.Scan(append(recordFields(&n.ID, &n.Record), &n.Day, &text)...)
	n.Text = rapport.Private(text)
	return n, err
}

// Notes lists the owner's private notes of a period, newest first; a limit of
// zero means no bound.
func (tx *Tx) Notes(ctx context.Context, owner rapport.UserID, p rapport.Period, limit int) ([]rapport.PrivateNote, error) {
	if limit == 0 {
		limit = math.MaxInt32
	}
	return list(ctx, tx, scanNote, selectNote+`WHERE n.user_id = $1 AND n.day >= $2 AND n.day <= $3 AND r.removed_at = 0
		ORDER BY n.day DESC, n.id DESC LIMIT $4`, owner, p.From, lastDay(p), limit)
}

// NotesByID reads private notes by id, removed ones included.
func (tx *Tx) NotesByID(ctx context.Context, owner rapport.UserID, ids []rapport.NoteID) ([]rapport.PrivateNote, error) {
	return byIDs(ctx, tx, scanNote, selectNote, owner, ids)
}

// InsertNote adds a private note and fills in id and number.
func (tx *Tx) InsertNote(ctx context.Context, n *rapport.PrivateNote) error {
	id, err := tx.insertRecord(ctx, NoteNoun, &n.Record)
	if err != nil {
		return err
	}
	n.ID = rapport.NoteID(id)
	if err := tx.exec(ctx, `INSERT INTO private_notes (id, user_id, day, text) VALUES ($1, $2, $3, $4)`,
		n.ID, n.Owner, n.Day, n.Text.Reveal()); err != nil {
		return err
	}
	return tx.indexPrivate(ctx, n.Owner, id, n.Text)
}

// UpdateNote writes a private note.
func (tx *Tx) UpdateNote(ctx context.Context, n rapport.PrivateNote) error {
	if err := tx.update(ctx, NoteNoun, n.Number, `UPDATE private_notes SET day = $1, text = $2 WHERE id = $3 AND user_id = $4`,
		n.Day, n.Text.Reveal(), n.ID, n.Owner); err != nil {
		return err
	}
	if err := tx.exec(ctx, tx.d.search.removePrivate, n.ID); err != nil {
		return err
	}
	return tx.indexPrivate(ctx, n.Owner, int64(n.ID), n.Text)
}

// lastDay is the end of a period for a comparison; an open end is after all.
func lastDay(p rapport.Period) rapport.Day {
	if p.Until == "" {
		return "9999-12-31"
	}
	return p.Until
}
