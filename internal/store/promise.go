package store

import (
	"context"

	"rapport"
)

// SettlePromise writes where a promise stands after all that happened to it.
// Its standing is kept beside it so that open promises are found without
// reading their history.
func (tx *Tx) SettlePromise(ctx context.Context, owner rapport.UserID, id rapport.FactID) error {
	promises, err := Promises.ByID(ctx, tx, owner, []rapport.FactID{id})
	if err != nil || len(promises) == 0 {
		return err
	}
	events, err := PromiseEvents.List(ctx, tx, owner, FactFilter{Oldest: true})
	if err != nil {
		return err
	}
	own := events[:0]
	for _, e := range events {
		if e.Promise == id {
			own = append(own, e)
		}
	}
	now := promises[0].After(own)
	if now == promises[0] {
		return nil
	}
	return Promises.Update(ctx, tx, now)
}
