package journal

import (
	"context"
	"fmt"

	"rapport"
	"rapport/internal/store"
)

// EditNote replaces the words of a private note.
func (s *Service) EditNote(ctx context.Context, n rapport.Number, text rapport.PrivateText) (note rapport.PrivateNote, err error) {
	return note, s.DB.Write(ctx, func(tx *store.Tx) error {
		ref, err := s.byNumber(ctx, tx, n)
		if err != nil {
			return err
		}
		switch {
		case ref.Noun != store.NoteNoun:
			return rapport.Errorf(rapport.Invalid, "%d is a %s, not a private note", n, ref.Noun).WithHint("`rapport show %d` says more", n)
		case ref.Removed != 0:
			return removed(n)
		case text.IsEmpty():
			return rapport.Errorf(rapport.Invalid, "a private note needs words").WithHint("`rapport rm %d` removes it", n)
		}
		notes, err := tx.NotesByID(ctx, s.User.ID, []rapport.NoteID{rapport.NoteID(ref.ID)})
		if err != nil {
			return err
		}
		note = notes[0]
		step, err := store.EditedNote(note)
		if err != nil {
			return err
		}
		note.Text = text
		if err := tx.UpdateNote(ctx, note); err != nil {
			return err
		}
		return s.change(ctx, tx, fmt.Sprintf("changed private note %d", n), step)
	})
}

// removed is the error for changing what was removed.
func removed(n rapport.Number) error {
	return rapport.Errorf(rapport.Conflict, "%d is removed", n).WithHint("`rapport rm --restore %d` brings it back", n)
}
