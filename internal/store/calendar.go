package store

import (
	"context"

	"rapport"
)

const selectCalendar = `SELECT ` + recordColumns + `, c.text, c.from_day, c.until_day, c.kind
	FROM calendar c JOIN records r ON r.id = c.id `

func scanCalendar(r row) (c rapport.CalendarFact, err error) {
	return c, r.Scan(append(recordFields(&c.ID, &c.Record), &c.Text, &c.Date, &c.Until, &c.Kind)...)
}

// Calendar lists the owner's dated facts of a kind that end on or after from,
// all kinds for the empty one, in the order of their first day.
func (tx *Tx) Calendar(ctx context.Context, owner rapport.UserID, kind rapport.CalendarKind, from rapport.Day) ([]rapport.CalendarFact, error) {
	return list(ctx, tx, scanCalendar, selectCalendar+`WHERE c.user_id = $1 AND (c.kind = $2 OR $2 = '')
		AND (c.until_day >= $3 OR c.from_day >= $3) AND r.removed_at = 0 ORDER BY c.from_day, c.id`, owner, kind, from)
}

// CalendarByID reads dated facts by id, for the journal.
func (tx *Tx) CalendarByID(ctx context.Context, owner rapport.UserID, ids []rapport.CalendarID) ([]rapport.CalendarFact, error) {
	return byIDs(ctx, tx, scanCalendar, selectCalendar, owner, ids)
}

// InsertCalendar adds a dated fact and fills in id and number.
func (tx *Tx) InsertCalendar(ctx context.Context, c *rapport.CalendarFact) error {
	id, err := tx.insertRecord(ctx, CalendarNoun, &c.Record)
	if err != nil {
		return err
	}
	c.ID = rapport.CalendarID(id)
	if err := tx.exec(ctx, `INSERT INTO calendar (id, user_id, text, from_day, until_day, kind)
		VALUES ($1, $2, $3, $4, $5, $6)`, c.ID, c.Owner, c.Text, c.Date, c.Until, c.Kind); err != nil {
		return err
	}
	return tx.index(ctx, c.Owner, id, c.Text)
}

// UpdateCalendar writes a dated fact.
func (tx *Tx) UpdateCalendar(ctx context.Context, c rapport.CalendarFact) error {
	if err := tx.update(ctx, CalendarNoun, c.Number, `UPDATE calendar SET text = $1, from_day = $2, until_day = $3, kind = $4
		WHERE id = $5 AND user_id = $6`, c.Text, c.Date, c.Until, c.Kind, c.ID, c.Owner); err != nil {
		return err
	}
	return tx.reindex(ctx, c.Owner, int64(c.ID), c.Text)
}
