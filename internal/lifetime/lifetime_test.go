package lifetime_test

import (
	"context"
	"reflect"
	"testing"

	"rapport"
	"rapport/internal/lifetime"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

func TestFillMakesTheSameLifeTwice(t *testing.T) {
	const n, today = 1500, "2026-11-20"
	ctx := context.Background()
	var lives [2][]rapport.Entry
	for i := range lives {
		db := storetest.Open(t, storetest.SQLite(t), store.Options{Create: true})
		life, err := lifetime.Fill(ctx, db, n, today)
		if err != nil {
			t.Fatal(err)
		}
		err = db.Read(ctx, func(tx *store.Tx) (err error) {
			lives[i], err = tx.Entries(ctx, life.User, store.EntryFilter{Oldest: true})
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if first := lives[i][0].Day; first > rapport.Day(today).Add(-3640) {
			t.Errorf("the life begins on %s, want ten years before %s", first, today)
		}
		if life.LastReport == "" || life.LastReport >= today {
			t.Errorf("the last report is of %q, want one before the last week", life.LastReport)
		}
		// Identities differ from store to store.
		for j := range lives[i] {
			e := &lives[i][j]
			e.ID, e.Line, e.Owner, e.Project, e.Concerns = 0, "", 0, 0, nil
			for k := range e.Links {
				e.Links[k].Goal = 0
			}
			for k := range e.Told {
				e.Told[k].Boss, e.Told[k].Report = 0, 0
			}
		}
	}
	if len(lives[0]) != n {
		t.Errorf("the life has %d entries, want %d", len(lives[0]), n)
	}
	if !reflect.DeepEqual(lives[0], lives[1]) {
		t.Error("the same size and day made two different lives")
	}
}
