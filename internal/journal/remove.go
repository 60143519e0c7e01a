package journal

import (
	"context"
	"fmt"

	"rapport"
	"rapport/internal/store"
)

// Remove takes records out of every list and report. They can be restored:
// removing is not deleting.
func (s *Service) Remove(ctx context.Context, numbers ...rapport.Number) (refs []store.RecordRef, err error) {
	return s.setRemoved(ctx, "remove", numbers)
}

// Restore brings removed records back.
func (s *Service) Restore(ctx context.Context, numbers ...rapport.Number) (refs []store.RecordRef, err error) {
	return s.setRemoved(ctx, "restore", numbers)
}

func (s *Service) setRemoved(ctx context.Context, verb string, numbers []rapport.Number) (refs []store.RecordRef, err error) {
	return refs, s.DB.Write(ctx, func(tx *store.Tx) error {
		refs = refs[:0]
		var steps []store.Step
		for _, n := range numbers {
			ref, err := s.byNumber(ctx, tx, n)
			if err != nil {
				return err
			}
			if err := removable(ref, n); err != nil {
				return err
			}
			at := rapport.Instant(0)
			if verb == "remove" {
				at = rapport.InstantOf(s.Now())
			}
			if (ref.Removed == 0) == (at == 0) {
				continue // it is as wished already
			}
			if _, err := tx.SetRemoved(ctx, s.User.ID, ref.ID, at); err != nil {
				return err
			}
			refs = append(refs, ref)
			steps = append(steps, store.Step{Verb: verb, Noun: ref.Noun, ID: ref.ID})
		}
		return s.change(ctx, tx, fmt.Sprintf("%sd %s", verb, counted(len(refs), "thing", "things")), steps...)
	})
}

func removable(ref store.RecordRef, n rapport.Number) error {
	switch ref.Noun {
	case store.PromiseEventNoun:
		return rapport.Errorf(rapport.Invalid, "%d is what happened to a promise", n).WithHint("`rapport reopen` opens the promise again")
	case store.EntryNoun, store.NoteNoun, store.CalendarNoun, store.GoalNoun, store.ProjectNoun, store.BossNoun, store.SourceNoun:
		return nil
	case store.CorrectionNoun, store.KeptNoun, store.UserNoun:
	case store.ProposalNoun:
		return rapport.Errorf(rapport.Invalid, "%d is a proposal", n).WithHint("`rapport inbox drop %d` drops it", n)
	case store.ReportNoun:
		return rapport.Errorf(rapport.Invalid, "%d is a kept report; it stays as it was", n).
			WithHint("if it never went: rapport report --not-sent %d", n)
	default:
		return nil
	}
	return rapport.Errorf(rapport.Invalid, "%d is a %s and cannot be removed", n, ref.Noun)
}

// Undo takes the last change back and says what it was. Undoing again takes
// the one before it back.
func (s *Service) Undo(ctx context.Context) (what string, err error) {
	return what, s.DB.Write(ctx, func(tx *store.Tx) error {
		last, found, err := tx.LastChange(ctx, s.User.ID)
		if err != nil {
			return err
		}
		if !found {
			return rapport.Errorf(rapport.NotFound, "there is nothing to undo").WithHint("`rapport list` shows what there is")
		}
		if len(last.Steps) == 0 {
			return rapport.Errorf(rapport.Conflict, "the last change %s, and is not taken back as a whole", last.What).
				WithHint("put things right one by one: rapport edit NUMBER, rapport rm NUMBER, or rapport report --not-sent NUMBER")
		}
		what = last.What
		for i := len(last.Steps) - 1; i >= 0; i-- {
			if err := tx.TakeBack(ctx, s.User.ID, last.Steps[i], rapport.InstantOf(s.Now())); err != nil {
				return err
			}
		}
		return tx.SetUndone(ctx, s.User.ID, last.ID)
	})
}
