package store

import (
	"context"

	"rapport"
)

const selectCorrection = `SELECT ` + recordColumns + `, c.about, c.text, c.wrong, c.right_word
	FROM corrections c JOIN records r ON r.id = c.id `

func scanCorrection(r row) (c rapport.Correction, err error) {
	return c, r.Scan(append(recordFields(&c.ID, &c.Record), &c.About, &c.Text, &c.Wrong, &c.Right)...)
}

// Corrections lists the newest things the owner put right, oldest first.
func (tx *Tx) Corrections(ctx context.Context, owner rapport.UserID, about rapport.CorrectionAbout, limit int) ([]rapport.Correction, error) {
	return list(ctx, tx, scanCorrection, `SELECT * FROM (`+selectCorrection+`WHERE c.user_id = $1 AND c.about = $2
		AND r.removed_at = 0 ORDER BY c.id DESC LIMIT $3) AS newest ORDER BY id`, owner, about, limit)
}

// CorrectionsByID reads corrections by id, for the journal.
func (tx *Tx) CorrectionsByID(ctx context.Context, owner rapport.UserID, ids []rapport.CorrectionID) ([]rapport.Correction, error) {
	return byIDs(ctx, tx, scanCorrection, selectCorrection, owner, ids)
}

// InsertCorrection adds a correction and fills in its id.
func (tx *Tx) InsertCorrection(ctx context.Context, c *rapport.Correction) error {
	id, err := tx.insertRecord(ctx, CorrectionNoun, &c.Record)
	if err != nil {
		return err
	}
	c.ID = rapport.CorrectionID(id)
	return tx.exec(ctx, `INSERT INTO corrections (id, user_id, about, text, wrong, right_word) VALUES ($1, $2, $3, $4, $5, $6)`,
		c.ID, c.Owner, c.About, c.Text, c.Wrong, c.Right)
}
