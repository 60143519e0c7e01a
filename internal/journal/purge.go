package journal

import (
	"context"

	"rapport"
	"rapport/internal/store"
)

// Purged says what was deleted, without its words.
type Purged struct {
	Number rapport.Number
	Noun   store.Noun
}

// Purge deletes records for good, removed ones too: what [Service.Remove] only
// hides. It cannot be undone. A promise goes with what happened to it. Copies
// made before, such as backups and exports, keep what they hold.
func (s *Service) Purge(ctx context.Context, numbers ...rapport.Number) (purged []Purged, err error) {
	err = s.DB.Write(ctx, func(tx *store.Tx) error {
		purged = purged[:0]
		for _, n := range numbers {
			ref, err := s.byNumber(ctx, tx, n)
			if err != nil {
				return err
			}
			if err := s.purge(ctx, tx, ref); err != nil {
				return err
			}
			purged = append(purged, Purged{ref.Number, ref.Noun})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return purged, s.DB.Compact(ctx)
}

func (s *Service) purge(ctx context.Context, tx *store.Tx, ref store.RecordRef) error {
	switch ref.Noun {
	case store.BossNoun, store.GoalNoun, store.ProjectNoun, store.SourceNoun:
		return rapport.Errorf(rapport.Invalid, "%d is a %s, and other records are about it", ref.Number, ref.Noun).
			WithHint("purge those first, or hide it with: rapport rm %d", ref.Number)
	case store.PromiseNoun:
		events, err := store.PromiseEvents.List(ctx, tx, s.User.ID, store.FactFilter{})
		if err != nil {
			return err
		}
		for _, e := range events {
			if rapport.RecordID(e.Promise) != ref.ID {
				continue
			}
			if err := tx.Purge(ctx, s.User.ID, store.RecordRef{ID: rapport.RecordID(e.ID), Noun: store.PromiseEventNoun, Record: e.Record}); err != nil {
				return err
			}
		}
	}
	return tx.Purge(ctx, s.User.ID, ref)
}
