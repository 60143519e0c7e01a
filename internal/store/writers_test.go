package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"testing"
	"time"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// The test binary is also the other process: with these variables set it
// writes to a store instead of running tests.
const (
	helperLocation = "RAPPORT_STORE_TEST_LOCATION"
	helperName     = "RAPPORT_STORE_TEST_NAME"
	helperWrites   = "RAPPORT_STORE_TEST_WRITES"
)

func TestMain(m *testing.M) {
	if location := os.Getenv(helperLocation); location != "" {
		if err := helper(location, os.Getenv(helperName), os.Getenv(helperWrites)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// helper opens the store, which may not be there yet, finds or makes the user
// and adds entries, each in a transaction of its own.
func helper(location, name, writes string) error {
	n, err := strconv.Atoi(writes)
	if err != nil {
		return err
	}
	ctx := context.Background()
	// One that is slow to be made looks like an old one, which has lines to move.
	noLines := func(context.Context, *store.Tx) error { return nil }
	db, err := store.Open(ctx, location, store.Key{}, store.Options{Create: true, MoveLines: noLines})
	if err != nil {
		return err
	}
	for i := range n {
		err := db.Write(ctx, func(tx *store.Tx) error {
			user, there, err := tx.User(ctx, "me")
			if err != nil {
				return err
			}
			if !there {
				user = rapport.User{Slug: "me"}
				if err := tx.InsertUser(ctx, &user); err != nil {
					return err
				}
			}
			e := rapport.Entry{Record: rapport.Record{Owner: user.ID}, Day: "2026-11-03", Kind: rapport.Progress, Text: fmt.Sprintf("%s wrote %d", name, i)}
			return tx.InsertEntry(ctx, &e)
		})
		if err != nil {
			return errors.Join(err, db.Close())
		}
	}
	return db.Close()
}

func TestProcessesThatMakeTheStoreAndWriteAtOnceAllSucceed(t *testing.T) {
	t.Parallel()
	storetest.EachLocation(t, func(t *testing.T, location string) {
		const processes, writes = 12, 5
		var wait sync.WaitGroup
		for p := range processes {
			wait.Go(func() {
				cmd := exec.CommandContext(t.Context(), os.Args[0])
				cmd.Env = append(os.Environ(), helperLocation+"="+location, helperName+"="+strconv.Itoa(p), helperWrites+"="+strconv.Itoa(writes))
				if out, err := cmd.CombinedOutput(); err != nil {
					t.Errorf("process %d: %v\n%s", p, err, out)
				}
			})
		}
		wait.Wait()
		db := storetest.Open(t, location, store.Options{})
		read(t, db, func(ctx context.Context, tx *store.Tx) error {
			me, _, err := tx.User(ctx, "me")
			if err != nil {
				return err
			}
			all, err := tx.Entries(ctx, me.ID, store.EntryFilter{})
			same(t, "entries", len(all), processes*writes)
			numbers := map[rapport.Number]bool{}
			for _, e := range all {
				numbers[e.Number] = true
			}
			same(t, "numbers", len(numbers), processes*writes)
			return err
		})
		checkSound(t, db)
	})
}

func TestGoroutinesThatWriteAtOnceAllSucceed(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		const writers, writes = 4, 10
		var wait sync.WaitGroup
		for w := range writers {
			wait.Go(func() {
				for i := range writes {
					err := tryWrite(l.db, func(ctx context.Context, tx *store.Tx) error {
						e := rapport.Entry{Record: l.fresh(), Day: "2026-11-03", Kind: rapport.Progress, Text: fmt.Sprint(w, i)}
						return tx.InsertEntry(ctx, &e)
					})
					if err != nil {
						t.Errorf("writer %d: %v", w, err)
					}
				}
			})
		}
		wait.Wait()
		same(t, "entries", len(entries(t, l, store.EntryFilter{})), 1+writers*writes)
	})
}

func TestAReaderSeesOneMoment(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		read(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			before, err := tx.CountEntries(ctx, l.user.ID, store.EntryFilter{})
			if err != nil {
				return err
			}
			l.add(t, "2026-11-03", rapport.Progress, "meanwhile")
			after, err := tx.CountEntries(ctx, l.user.ID, store.EntryFilter{})
			same(t, "count within one read", after, before)
			return err
		})
		same(t, "count afterwards", len(entries(t, l, store.EntryFilter{})), 2)
	})
}

func TestAFailedCallbackLeavesNothing(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		before := observe(t, l.db, l.user.ID)
		failure := errors.New("on purpose")
		insert := func(ctx context.Context, tx *store.Tx) error {
			return tx.InsertEntry(ctx, &rapport.Entry{Record: l.fresh(), Day: "2026-11-03", Kind: rapport.Progress, Text: "half"})
		}
		err := tryWrite(l.db, func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(insert(ctx, tx), failure)
		})
		if !errors.Is(err, failure) {
			t.Errorf("got %v, want the callback's error", err)
		}
		func() {
			defer func() { _ = recover() }() // the panic is the test's own
			_ = tryWrite(l.db, func(ctx context.Context, tx *store.Tx) error {
				if err := insert(ctx, tx); err != nil {
					t.Error(err)
				}
				panic("on purpose")
			})
		}()
		ctx, cancel := context.WithCancel(context.Background())
		err = l.db.Write(ctx, func(tx *store.Tx) error {
			if err := insert(ctx, tx); err != nil {
				return err
			}
			cancel()
			return insert(ctx, tx)
		})
		if rapport.CodeOf(err) != rapport.Unavailable {
			t.Errorf("a cancelled write ended with %v", err)
		}
		same(t, "the store", observe(t, l.db, l.user.ID), before)
		l.add(t, "2026-11-03", rapport.Progress, "the store is free again")
	})
}

func TestAReadCannotWrite(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		before := observe(t, l.db, l.user.ID)
		err := l.db.Read(context.Background(), func(tx *store.Tx) error {
			return tx.InsertEntry(context.Background(), &rapport.Entry{Record: l.fresh(), Day: "2026-11-03", Kind: rapport.Progress})
		})
		if rapport.CodeOf(err) != rapport.Internal {
			t.Errorf("got %v, want it refused as our fault", err)
		}
		same(t, "the store", observe(t, l.db, l.user.ID), before)
	})
}

func TestAClockSetBackKeepsTheOrderOfArrival(t *testing.T) {
	t.Parallel()
	storetest.EachLocation(t, func(t *testing.T, location string) {
		now := time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)
		db := storetest.Open(t, location, store.Options{Create: true, Now: func() time.Time { return now }})
		l := live(t, db, "me")
		var ids []rapport.EntryID
		for range 5 {
			ids = append(ids, l.add(t, "2026-11-03", rapport.Progress, "tick").ID)
			now = now.Add(-time.Hour)
		}
		for i := 1; i < len(ids); i++ {
			if ids[i] <= ids[i-1] {
				t.Errorf("%d came after %d", ids[i], ids[i-1])
			}
		}
	})
}

func checkSound(t testing.TB, db *store.DB) {
	t.Helper()
	faults, err := db.Check(context.Background())
	if err != nil || len(faults) > 0 {
		t.Errorf("the store is not sound: %v %v", faults, err)
	}
}
