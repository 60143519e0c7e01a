package store

import (
	"context"

	"rapport"
)

// SettlePromise writes where a promise stands after all that happened to it.
// Its standing is kept beside it so that open promises are found without
// reading their history. Whoever adds, changes, removes or restores an event of
// a promise calls it.
func (tx *Tx) SettlePromise(ctx context.Context, owner rapport.UserID, id rapport.FactID) error {
	promises, err := Promises.ByID(ctx, tx, owner, []rapport.FactID{id})
	if err != nil || len(promises) == 0 {
		return err
	}
	events, err := PromiseEvents.List(ctx, tx, owner, FactFilter{About: id})
	if err != nil {
		return err
	}
	now := promises[0].After(events)
	if now == promises[0] {
		return nil
	}
	return tx.SetStanding(ctx, now)
}

// SetStanding writes where a promise stands, and nothing else of it.
func (tx *Tx) SetStanding(ctx context.Context, p rapport.Promise) error {
	var c columns
	if Promises.columns(&p, &c); c.err != nil {
		return c.err
	}
	return tx.update(ctx, PromiseNoun, p.ID, `UPDATE facts SET due = $1, state = $2, body = $3 WHERE id = $4 AND user_id = $5 AND noun = $6`,
		c.row.due, c.row.state, object(c.body), p.ID, p.Owner, PromiseNoun)
}

// SetPromise makes an event lead to a promise, zero for none, and changes
// nothing else of it.
func (tx *Tx) SetPromise(ctx context.Context, owner rapport.UserID, event, promise rapport.FactID) error {
	return tx.update(ctx, PromiseEventNoun, event, `UPDATE facts SET about_id = $1 WHERE id = $2 AND user_id = $3 AND noun = $4`,
		nullable(promise), event, owner, PromiseEventNoun)
}

// PromiseRecords lists promises and what happened to them in the order of the
// journal, removed ones included. It starts after the given position, the zero
// RecordRef for the first page.
func (tx *Tx) PromiseRecords(ctx context.Context, owner rapport.UserID, after RecordRef, limit int) ([]RecordRef, error) {
	return list(ctx, tx, scanRef, `SELECT `+recordColumns+`, r.noun FROM records r
		WHERE r.user_id = $1 AND (r.at > $2 OR (r.at = $2 AND r.id > $3)) AND r.noun IN ($4, $5)
		ORDER BY r.at, r.id LIMIT $6`, owner, firstInstant(after), after.ID, PromiseNoun, PromiseEventNoun, limit)
}
