package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/store"
)

// restore puts a backup where the store is. The backup is checked before
// anything moves, and the store that was there is kept beside it.
func restore(ctx context.Context, from, to string) (aside string, err error) {
	if isAddress(to) {
		return "", rapport.Errorf(rapport.Unsupported, "a store on PostgreSQL is restored with its own tools").
			WithHint("use pg_restore, or import a journal: rapport import FILE.jsonl")
	}
	if to, err = filepath.Abs(to); err != nil {
		return "", unmovable(err, to)
	}
	if same(from, to) {
		return "", rapport.Errorf(rapport.Invalid, "%s is the store itself", from).WithHint("name a backup")
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o700); err != nil {
		return "", unmovable(err, filepath.Dir(to))
	}
	copied, err := copyBeside(from, to)
	if err != nil {
		return "", err
	}
	defer func() {
		err = errors.Join(err, removeFiles(copied, copied+"-wal", copied+"-shm", copied+".whole"), removeOlder(copied))
	}()
	if err := sound(ctx, copied, from); err != nil {
		return "", err
	}
	if aside, err = keepAside(ctx, to); err != nil {
		return "", err
	}
	if err := os.Rename(copied, to); err != nil {
		return aside, unmovable(err, to)
	}
	return aside, settle(filepath.Dir(to))
}

// settle makes the names in a folder durable, where the system can.
func settle(dir string) error {
	if runtime.GOOS == "windows" {
		return nil // there a folder cannot be synced
	}
	d, err := os.Open(dir)
	if err != nil {
		return unmovable(err, dir)
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return unmovable(err, dir)
	}
	return nil
}

// copyBeside copies the backup into a new file in the folder of the store, so
// that the last step is a rename.
func copyBeside(from, to string) (path string, err error) {
	in, err := os.Open(from)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return "", rapport.Errorf(rapport.NotFound, "there is no backup at %s", from).WithHint("`rapport backup` makes one").WithCause(err)
		}
		return "", unmovable(err, from)
	}
	defer func() { _ = in.Close() }() // it was only read
	out, err := os.CreateTemp(filepath.Dir(to), ".rapport-restore-*.db")
	if err != nil {
		return "", unmovable(err, filepath.Dir(to))
	}
	_, err = io.Copy(out, in)
	if err == nil {
		err = out.Sync()
	}
	if err = errors.Join(err, out.Close()); err != nil {
		return "", errors.Join(unmovable(err, to), os.Remove(out.Name()))
	}
	return out.Name(), nil
}

// sound opens the copy and asks the database whether it is a whole store. One
// of an older version is brought up to date by that, and made whole in one file.
func sound(ctx context.Context, copied, from string) error {
	db, err := store.Open(ctx, copied, store.Key{}, store.Options{MoveLines: journal.MoveLines})
	if err != nil {
		return rapport.Errorf(rapport.Invalid, "%s is not a backup of a store: %w", from, err).WithHint("name a file that `rapport backup` made")
	}
	found, err := db.Check(ctx)
	changed := false
	if log, none := os.Stat(copied + "-wal"); none == nil && log.Size() > 0 && err == nil && len(found) == 0 {
		changed, err = true, db.Backup(ctx, copied+".whole")
	}
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	if len(found) > 0 {
		return rapport.Errorf(rapport.Invalid, "%s is damaged: %s", from, strings.Join(found, "; ")).WithHint("use an older backup")
	}
	if !changed {
		return nil
	}
	if err := removeFiles(copied+"-wal", copied+"-shm"); err != nil {
		return err
	}
	if err := os.Rename(copied+".whole", copied); err != nil {
		return unmovable(err, copied)
	}
	return nil
}

// keepAside copies the store that was there into a new file and takes away
// what belonged to it; it returns the name of the copy, empty where there was
// no store. A store that cannot be read any more is renamed as it is.
func keepAside(ctx context.Context, to string) (aside string, err error) {
	info, err := os.Stat(to)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", unmovable(err, to)
	}
	aside = to + ".before-restore-" + info.ModTime().UTC().Format("20060102-150405")
	for {
		if _, err := os.Stat(aside); errors.Is(err, fs.ErrNotExist) {
			break
		}
		aside += "+"
	}
	if copyStore(ctx, to, aside) == nil {
		// All of it is in the copy, so that its write-ahead log may go: beside
		// the restored store it would be poison.
		return aside, removeFiles(to+"-wal", to+"-shm")
	}
	for _, suffix := range [...]string{"", "-wal", "-shm"} {
		if err := os.Rename(to+suffix, aside+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", unmovable(err, to)
		}
	}
	return aside, nil
}

// copyStore makes a whole copy of a store through the database.
func copyStore(ctx context.Context, from, to string) error {
	db, err := store.Open(ctx, from, store.Key{}, store.Options{MoveLines: journal.MoveLines})
	if err != nil {
		return err
	}
	return errors.Join(db.Backup(ctx, to), db.Close())
}

// removeOlder removes the copies that were made of a store before it was
// brought up to date: what was restored from is still there.
func removeOlder(path string) (err error) {
	for version := 1; version < store.SchemaVersion; version++ {
		err = errors.Join(err, removeFiles(fmt.Sprintf("%s.schema-%d.backup", path, version)))
	}
	return err
}

// removeFiles removes files, where they are there.
func removeFiles(paths ...string) error {
	for _, path := range paths {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return unmovable(err, path)
		}
	}
	return nil
}

func same(a, b string) bool {
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

func unmovable(err error, path string) error {
	return rapport.Errorf(rapport.Unavailable, "%s cannot be used: %w", path, err).WithHint("check the path, its permissions, and the space on the disk")
}
