package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"
	"github.com/pressly/goose/v3/database"

	"rapport"
)

var sqliteDialect = dialect{
	name:       "SQLite",
	migrations: "migrations/sqlite",
	hasVersion: `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'goose_db_version'`,
	among:      `%s IN (SELECT value FROM json_each(%s))`,
	listOpen:   '[', listClose: ']',
	// json_each is a virtual table, which costs more than to bind a screenful.
	few: 64,
	search: searchDialect{
		insert:        `INSERT INTO search (rowid, words) VALUES ($1, $2)`,
		remove:        `DELETE FROM search WHERE rowid = $1`,
		insertPrivate: `INSERT INTO private_search (rowid, words) VALUES ($1, $2)`,
		removePrivate: `DELETE FROM private_search WHERE rowid = $1`,
		table:         `search s`, private: `private_search s`, id: `s.rowid`,
		match: `search MATCH %s`, matchPrivate: `private_search MATCH %s`,
		query: ftsQuery,
		words: func(folded []string) string { return strings.Join(folded, " ") },
	},
	tries: func(err error) int {
		// The second and third: another process made the same id.
		if errors.Is(err, sqlite3.BUSY_SNAPSHOT) ||
			errors.Is(err, sqlite3.CONSTRAINT_PRIMARYKEY) || errors.Is(err, sqlite3.CONSTRAINT_ROWID) {
			return maxTries
		}
		return 1
	},
	misfit: func(err error) bool { return errors.Is(err, sqlite3.ERROR) },
	contended: func(err error) bool {
		return errors.Is(err, sqlite3.BUSY) || errors.Is(err, sqlite3.CONSTRAINT) || errors.Is(err, sqlite3.ERROR)
	},
	explain: explainSQLite,
	tables: `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
		AND name NOT LIKE 'search_%' AND name NOT LIKE 'private_search_%' ORDER BY name`,
	columns: `SELECT name FROM pragma_table_info($1) ORDER BY cid`,
	goose:   database.DialectSQLite3,
}

// openSQLite looks at the file at path, making it and its folder where create
// is set; SQLite itself opens it with the first transaction.
func openSQLite(path string, create bool) (*sqliteDatabase, error) {
	flags := os.O_RDONLY
	if create {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, explainFile(err, filepath.Dir(path))
		}
		// The file is made here so that only its owner can read it.
		flags = os.O_RDWR | os.O_CREATE
	}
	d := newSQLite(path)
	f, err := os.OpenFile(path, flags, 0o600)
	if err == nil {
		d.convert, err = needsWAL(f)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		if info, stat := os.Stat(path); stat == nil && info.IsDir() {
			err = errIsFolder
		}
		return nil, explainFile(err, path)
	}
	return d, nil
}

// needsWAL reads the head of the file: whether it is SQLite's at all, and
// whether it keeps a write-ahead log. A new one does not yet, nor does a copy
// made by [DB.Backup].
func needsWAL(f *os.File) (bool, error) {
	const magic = "SQLite format 3\x00"
	head := make([]byte, 20)
	n, err := io.ReadFull(f, head)
	switch {
	case errors.Is(err, io.EOF):
		return true, nil // empty
	case errors.Is(err, io.ErrUnexpectedEOF):
		return false, errNotStore
	case err != nil:
		return false, err
	case string(head[:len(magic)]) != magic || n < len(head):
		return false, errNotStore
	}
	return head[18] != 2 || head[19] != 2, nil
}

var (
	errIsFolder = errors.New("is a folder")
	errNotStore = errors.New("is not a store")
)

// forMigration opens the file through database/sql, which the migration
// library wants.
func (d *sqliteDatabase) forMigration(context.Context) (*sql.DB, error) {
	query := url.Values{
		"_txlock": {"immediate"},
		"_pragma": {
			fmt.Sprintf("busy_timeout(%d)", busyTimeout.Milliseconds()),
			"synchronous(full)",
			"foreign_keys(on)",
		},
	}
	db, err := driver.Open(d.address(query))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// settle gives a new file, or a copy, its write-ahead log. Other processes may
// be doing the same, and SQLite does not wait for them by itself.
func (d *sqliteDatabase) settle(ctx context.Context) error {
	if !d.convert {
		return nil
	}
	var err error
	for start := time.Now(); time.Since(start) < busyTimeout; {
		err = d.alone(ctx, func(c *sqliteConn) error { return c.Exec(`PRAGMA journal_mode = wal`) })
		if !errors.Is(err, sqlite3.BUSY) {
			break
		}
		if err := pause(ctx, 5*time.Millisecond); err != nil {
			return err
		}
	}
	d.convert = err != nil
	return err
}

// address names the file to SQLite. What SQLite makes beside it, which holds
// the same text, may be read by nobody who may not read the file.
func (d *sqliteDatabase) address(query url.Values) string {
	query.Set("modeof", d.path)
	address := url.URL{Scheme: "file", Opaque: (&url.URL{Path: d.path}).EscapedPath()}
	address.RawQuery = strings.ReplaceAll(query.Encode(), "+", "%20") // SQLite takes a plus for itself
	return address.String()
}

// alone runs f on a connection outside of any transaction.
func (d *sqliteDatabase) alone(ctx context.Context, f func(*sqliteConn) error) error {
	s, err := d.begin(ctx, true)
	if err != nil {
		return err
	}
	c := s.(*sqliteConn)
	if err := c.Exec(`COMMIT`); err != nil {
		return errors.Join(err, c.rollback())
	}
	err = f(c)
	return errors.Join(err, d.put(c))
}

func (d *sqliteDatabase) compact(ctx context.Context) error {
	return d.alone(ctx, func(c *sqliteConn) error {
		// A word index keeps the words of what was deleted until its parts are
		// merged, the file its pages until it is written anew, the log both
		// until it is folded in.
		for _, s := range [...]string{
			`INSERT INTO search (search) VALUES ('optimize')`, `INSERT INTO private_search (private_search) VALUES ('optimize')`,
			`VACUUM`, `PRAGMA wal_checkpoint(TRUNCATE)`,
		} {
			if err := c.Exec(s); err != nil {
				return err
			}
		}
		return nil
	})
}

func (d *sqliteDatabase) backup(ctx context.Context, path string) error {
	if _, err := os.Stat(path); err == nil {
		return rapport.Errorf(rapport.Conflict, "%s exists already", path).WithHint("name a new file for the backup")
	}
	// Made beside its place and moved there, so that an interrupted backup is
	// never taken for one. The file is made here so that only its owner can
	// read it, under a name that no other process has.
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.partial")
	if err != nil {
		return explainFile(err, path)
	}
	partial := f.Name()
	if err := f.Close(); err != nil {
		return explainFile(err, partial)
	}
	err = d.alone(ctx, func(c *sqliteConn) error {
		_, err := c.exec(ctx, `VACUUM INTO $1`, []any{partial})
		return err
	})
	if err == nil {
		err = durable(partial)
	}
	if err == nil {
		err = os.Rename(partial, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(partial))
	}
	return durable(filepath.Dir(path))
}

// durable makes a file, or the names in a folder, outlast a power cut.
func durable(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	if info, stat := f.Stat(); stat == nil && info.IsDir() {
		err = nil // not every system can do that for a folder
	}
	return errors.Join(err, f.Close())
}

func (d *sqliteDatabase) check(ctx context.Context) (found []string, err error) {
	err = d.alone(ctx, func(c *sqliteConn) error {
		return c.query(ctx, `PRAGMA integrity_check(20)`, nil, func(r row) error {
			line, err := scanString(r)
			if line != "ok" {
				found = append(found, line)
			}
			return err
		})
	})
	return found, err
}

func explainFile(err error, path string) error {
	switch {
	case errors.Is(err, errIsFolder):
		return rapport.Errorf(rapport.Invalid, "the store %s is a folder", path).
			WithHint("name a file, such as %s", filepath.Join(path, "rapport.db"))
	case errors.Is(err, errNotStore):
		return notAStore(path)
	case errors.Is(err, fs.ErrNotExist):
		return rapport.Errorf(rapport.NotFound, "there is no store at %s", path).
			WithHint("`rapport log \"what you did\"` starts one, or name another with --db").WithCause(err)
	case errors.Is(err, fs.ErrPermission):
		return rapport.Errorf(rapport.Unavailable, "%s cannot be written", path).
			WithHint("make it writable, or keep the store elsewhere with --db FILE").WithCause(err)
	}
	return rapport.Errorf(rapport.Unavailable, "the store %s cannot be opened: %w", path, err).
		WithHint("check the path, or name another with --db FILE")
}

func notAStore(path string) *rapport.Error {
	return rapport.Errorf(rapport.Invalid, "%s is not a Rapport store", path).
		WithHint("name another file with --db, or `rapport restore BACKUP` if it was damaged")
}

// sqliteCode returns the code of an error of SQLite, and 0 for any other.
func sqliteCode(err error) sqlite3.ErrorCode {
	var code sqlite3.ErrorCode
	errors.As(err, &code)
	return code
}

func explainSQLite(err error, where string) error {
	fault := func(code rapport.Code, format string, args ...any) *rapport.Error {
		return rapport.Errorf(code, format, args...).WithCause(err)
	}
	switch sqliteCode(err) {
	case sqlite3.NOTADB:
		return notAStore(where).WithCause(err)
	case sqlite3.CORRUPT:
		return fault(rapport.Unavailable, "the store %s is damaged", where).
			WithHint("run `rapport doctor`, then `rapport restore BACKUP` with your last backup")
	case sqlite3.INTERRUPT:
		return stopped(err)
	case sqlite3.FULL:
		return fault(rapport.Unavailable, "the disk of %s is full; nothing was changed", where).
			WithHint("free some space and run the command again")
	case sqlite3.READONLY, sqlite3.PERM, sqlite3.AUTH:
		return fault(rapport.Unavailable, "the store %s cannot be written; nothing was changed", where).
			WithHint("make the file and its folder writable, or use another with --db FILE")
	case sqlite3.CANTOPEN:
		return fault(rapport.Unavailable, "the store %s cannot be opened", where).
			WithHint("check that the file and its folder exist and are writable, or use another with --db FILE")
	case sqlite3.BUSY, sqlite3.LOCKED:
		return fault(rapport.Unavailable, "another program held the store %s for more than %s; nothing was changed", where, busyTimeout).
			WithHint("close it and run the command again")
	case sqlite3.IOERR:
		if errors.Is(err, sqlite3.IOERR_WRITE) {
			// The driver does not tell a full disk from a broken one here.
			return fault(rapport.Unavailable, "the disk of %s could not be written and is probably full; nothing was changed", where).
				WithHint("free some space and run the command again; `rapport doctor` checks the store")
		}
		return fault(rapport.Unavailable, "the disk of %s failed: %v; nothing was changed", where, err).
			WithHint("check the disk, then run `rapport doctor`")
	case sqlite3.CONSTRAINT:
		_, columns, _ := strings.Cut(err.Error(), "constraint failed: ")
		table, _, _ := strings.Cut(columns, ".")
		return refused(err, !errors.Is(err, sqlite3.CONSTRAINT_FOREIGNKEY), table)
	case sqlite3.TOOBIG:
		return fault(rapport.Invalid, "the text is too long to keep").WithHint("shorten it")
	}
	return err
}
