//go:build unix

package store_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// openFolder makes a folder that everybody may use, outside of those of the
// tests, which are root's own.
func openFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "rapport-store-test")
	if err == nil {
		err = os.Chmod(folder, 0o777)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = os.Chmod(folder, 0o777)
		if err := os.RemoveAll(folder); err != nil {
			t.Error(err)
		}
	})
	return folder
}

func TestAReadOnlyPlaceIsReported(t *testing.T) {
	folder := openFolder(t)
	if asNobody(t, folder) {
		return
	}
	path := filepath.Join(folder, "rapport.db")
	db, err := store.Open(context.Background(), path, store.Key{}, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	l := live(t, db, "me")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	chmod := func(name string, mode os.FileMode) {
		t.Helper()
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	before := snapshot(t, folder)

	chmod(folder, 0o555)
	_, err = store.Open(context.Background(), filepath.Join(folder, "new.db"), store.Key{}, store.Options{Create: true})
	explained(t, err, rapport.Unavailable, "written", "--db")
	_, err = store.Open(context.Background(), filepath.Join(folder, "new", "x.db"), store.Key{}, store.Options{Create: true})
	explained(t, err, rapport.Unavailable, "written", "--db")
	chmod(folder, 0o777)

	chmod(path, 0o444)
	_, err = store.Open(context.Background(), path, store.Key{}, store.Options{Create: true})
	explained(t, err, rapport.Unavailable, "written", "--db")
	if db, err := store.Open(context.Background(), path, store.Key{}, store.Options{}); err != nil {
		explained(t, err, rapport.Unavailable, "writable")
	} else {
		l.db = db
		err := tryWrite(db, func(ctx context.Context, tx *store.Tx) error {
			return tx.InsertEntry(ctx, &rapport.Entry{Record: l.fresh(), Day: "2026-11-03", Kind: rapport.Progress})
		})
		explained(t, err, rapport.Unavailable, "written", "nothing was changed")
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}
	chmod(path, 0o000)
	_, err = store.Open(context.Background(), path, store.Key{}, store.Options{})
	explained(t, err, rapport.Unavailable)
	chmod(path, 0o600)
	if after := snapshot(t, folder); after != before {
		t.Error("a refused open changed the store")
	}
}

// snapshot is the content of the store in a folder, its log included.
func snapshot(t *testing.T, folder string) string {
	t.Helper()
	var all strings.Builder
	for _, name := range []string{"rapport.db", "rapport.db-wal"} {
		content, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		all.Write(content)
	}
	return all.String()
}

func TestAFullDiskIsReportedAndLosesNothing(t *testing.T) {
	if runtime.GOOS != "linux" || os.Getuid() != 0 {
		t.Skip("only root of a Linux machine can make a small disk")
	}
	disk := t.TempDir()
	if out, err := exec.CommandContext(t.Context(), "mount", "-t", "tmpfs", "-o", "size=3m", "none", disk).CombinedOutput(); err != nil {
		t.Skipf("this machine does not let us make a small disk: %v %s", err, out)
	}
	t.Cleanup(func() {
		// The test's context is over; -l because a failed test may hold files.
		if out, err := exec.Command("umount", "-l", disk).CombinedOutput(); err != nil {
			t.Errorf("%v %s", err, out)
		}
	})
	path := filepath.Join(disk, "rapport.db")
	db := storetest.Open(t, path, store.Options{Create: true})
	l := live(t, db, "me")
	written := 1
	var err error
	for range 100 {
		err = tryWrite(db, func(ctx context.Context, tx *store.Tx) error {
			return tx.InsertEntry(ctx, &rapport.Entry{Record: l.fresh(), Day: "2026-11-03", Kind: rapport.Progress, Text: strings.Repeat("pallet counted ", 6000)})
		})
		if err != nil {
			break
		}
		written++
	}
	explained(t, err, rapport.Unavailable, "full", "nothing was changed", "free some space")
	if got := len(entries(t, l, store.EntryFilter{})); got != written {
		t.Errorf("%d entries are there, want the %d that were acknowledged", got, written)
	}
	checkSound(t, db)
	_, err = store.Open(context.Background(), filepath.Join(disk, "second.db"), store.Key{}, store.Options{Create: true})
	explained(t, err, rapport.Unavailable)
}

func TestLeavingLosesNothingAndFoldsALongLog(t *testing.T) {
	t.Parallel()
	path := storetest.SQLite(t)
	// write opens the store, writes, leaves, and returns the size of the log
	// before and after leaving.
	write := func(slug rapport.Slug, name string) (before, after int64) {
		db, err := store.Open(t.Context(), path, store.Key{}, store.Options{Create: true})
		if err != nil {
			t.Fatal(err)
		}
		err = db.Write(t.Context(), func(tx *store.Tx) error {
			return tx.InsertUser(t.Context(), &rapport.User{Slug: slug, Name: name})
		})
		if err != nil {
			t.Fatal(err)
		}
		before = size(t, path+"-wal")
		if err := db.Leave(); err != nil {
			t.Fatal(err)
		}
		return before, size(t, path+"-wal")
	}
	if before, after := write("finch", strings.Repeat("finch ", 60_000)); before == 0 || after != 0 {
		t.Errorf("a long log of %d bytes has %d after leaving, want 0", before, after)
	}
	if before, after := write("wren", "Wren"); before == 0 || after != before {
		t.Errorf("a short log of %d bytes has %d after leaving", before, after)
	}
	db, err := store.Open(t.Context(), path, store.Key{}, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	err = db.Read(t.Context(), func(tx *store.Tx) error {
		for _, slug := range [...]rapport.Slug{"finch", "wren"} {
			if _, found, err := tx.User(t.Context(), slug); err != nil || !found {
				t.Errorf("%s: found %v, %v", slug, found, err)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func size(t *testing.T, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}
