package journal

import (
	"context"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// MoveLines makes records of the journal lines that an older store kept as they
// came because it had no noun for them. Each keeps its identity and its place,
// so that the journal goes out as it came in. It may run again after an
// interruption.
func MoveLines(ctx context.Context, tx *store.Tx) error {
	users, err := tx.Users(ctx)
	if err != nil {
		return err
	}
	for _, user := range users {
		if err := moveLines(ctx, tx, user); err != nil {
			return err
		}
	}
	return nil
}

func moveLines(ctx context.Context, tx *store.Tx, user rapport.User) error {
	x, err := newExchange(ctx, tx, user)
	if err != nil {
		return err
	}
	im := &importer{exchange: x, again: true, moving: true}
	// One that names another waits until that one has moved.
	for moved := true; moved; {
		moved = false
		for _, why := range [...]string{keptLater, keptUnknown} {
			lines, err := tx.KeptFor(ctx, user.ID, why)
			if err != nil {
				return err
			}
			for _, kept := range lines {
				done, err := im.move(ctx, kept)
				if err != nil {
					return err
				}
				moved = moved || done
			}
		}
	}
	return im.finishPromises(ctx)
}

// move makes a record of one line, if it is one of a fact and names only what
// there is, and reports whether it did.
func (im *importer) move(ctx context.Context, kept store.KeptLine) (moved bool, err error) {
	body, err := im.keptBody(kept.Body)
	if err != nil {
		return false, err
	}
	line, unknown := wire.Decode([]byte(body), false)
	if unknown != nil {
		return false, nil //nolint:nilerr // it stays as it came
	}
	c := im.codecOf(line.Body.Type())
	if c == nil {
		return false, nil
	}
	im.start()
	err = c.adopt(ctx, im, line, kept)
	return err == nil && len(im.missing) == 0, err
}
