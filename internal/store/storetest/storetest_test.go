package storetest_test

import (
	"context"
	"testing"

	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

func TestEachStartsWithAnEmptyStore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		first, second := open(), open()
		for _, db := range []*store.DB{first, second} {
			err := db.Read(context.Background(), func(tx *store.Tx) error {
				_, found, err := tx.User(context.Background(), "me")
				if found {
					t.Error("a fresh store has a user")
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}

// TestPostgresIsThere says once, for all tests, whether PostgreSQL took part.
func TestPostgresIsThere(t *testing.T) {
	storetest.Open(t, storetest.Postgres(t), store.Options{})
}

func TestLocationsAreApart(t *testing.T) {
	seen := map[string]bool{}
	for range 2 {
		for _, location := range storetest.Locations(t) {
			if seen[location] {
				t.Error("two tests would share a store")
			}
			seen[location] = true
		}
	}
}
