package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"

	"rapport"
)

// closeCheckpointPages bounds the write-ahead log: it is folded into the file
// when it has grown to this many pages, not each time a command ends, which
// saves a command two flushes and the next one the creation of two files.
const closeCheckpointPages = 128

var sqliteDialect = dialect{
	name:       "SQLite",
	migrations: "migrations/sqlite",
	hasVersion: `SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'goose_db_version'`,
	write:      nil, // _txlock makes it IMMEDIATE
	read:       &sql.TxOptions{ReadOnly: true},
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
	retry:   func(err error) bool { return errors.Is(err, sqlite3.BUSY_SNAPSHOT) },
	explain: explainSQLite,
	tables: `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
		AND name NOT LIKE 'search_%' AND name NOT LIKE 'private_search_%' ORDER BY name`,
	columns: `SELECT name FROM pragma_table_info($1) ORDER BY cid`,
	backup: func(ctx context.Context, db *sql.DB, path string) error {
		_, err := db.ExecContext(ctx, `VACUUM INTO $1`, path)
		return err
	},
	check: checkSQLite,
}

// openSQLite opens the file at path, making its folder where create is set.
func openSQLite(ctx context.Context, path string, create bool) (*sql.DB, error) {
	if create {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			return nil, explainFile(err, filepath.Dir(path))
		}
		// The file is made here so that only its owner can read it.
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			return nil, explainFile(err, path)
		}
		if err := f.Close(); err != nil {
			return nil, explainFile(err, path)
		}
	} else if _, err := os.Stat(path); err != nil {
		return nil, explainFile(err, path)
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, rapport.Errorf(rapport.Invalid, "the store %s is a folder", path).
			WithHint("name a file, such as %s", filepath.Join(path, "rapport.db"))
	}
	query := url.Values{
		"_txlock": {"immediate"},
		"_pragma": {
			fmt.Sprintf("busy_timeout(%d)", busyTimeout.Milliseconds()),
			"journal_mode(wal)",
			"synchronous(full)",
			"foreign_keys(on)",
			"temp_store(memory)",
			fmt.Sprintf("wal_autocheckpoint(%d)", closeCheckpointPages),
		},
	}
	dsn := (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath(), RawQuery: query.Encode()}).String()
	db, err := driver.Open(dsn, func(c *sqlite3.Conn) error {
		_, err := c.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, true)
		return err
	})
	if err != nil {
		return nil, explainSQLite(err, path)
	}
	db.SetMaxOpenConns(4)
	return db, nil
}

func explainFile(err error, path string) error {
	switch {
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

func explainSQLite(err error, where string) error {
	var e *sqlite3.Error
	if !errors.As(err, &e) {
		return err
	}
	fault := func(code rapport.Code, format string, args ...any) *rapport.Error {
		return rapport.Errorf(code, format, args...).WithCause(err)
	}
	switch e.Code() {
	case sqlite3.NOTADB:
		return fault(rapport.Invalid, "%s is not a Rapport store", where).
			WithHint("name another file with --db, or `rapport restore BACKUP` if it was damaged")
	case sqlite3.CORRUPT:
		return fault(rapport.Unavailable, "the store %s is damaged", where).
			WithHint("run `rapport doctor`, then `rapport restore BACKUP` with your last backup")
	case sqlite3.FULL:
		return fault(rapport.Unavailable, "the disk of %s is full; nothing was changed", where).
			WithHint("free some space and run the command again")
	case sqlite3.READONLY, sqlite3.PERM, sqlite3.AUTH:
		return fault(rapport.Unavailable, "the store %s cannot be written; nothing was changed", where).
			WithHint("make the file and its folder writable, or use another with --db FILE")
	case sqlite3.CANTOPEN:
		return fault(rapport.Unavailable, "the store %s cannot be opened", where).
			WithHint("check that its folder exists and is writable, or use another with --db FILE")
	case sqlite3.BUSY, sqlite3.LOCKED:
		return fault(rapport.Unavailable, "another program held the store %s for more than %s; nothing was changed", where, busyTimeout).
			WithHint("close it and run the command again")
	case sqlite3.IOERR:
		return fault(rapport.Unavailable, "the disk of %s failed: %v; nothing was changed", where, e).
			WithHint("check the disk, then run `rapport doctor`")
	case sqlite3.TOOBIG:
		return fault(rapport.Invalid, "the text is too long to keep").WithHint("shorten it")
	}
	return err
}

func checkSQLite(ctx context.Context, db *sql.DB) ([]string, error) {
	rows, err := db.QueryContext(ctx, `PRAGMA integrity_check(20)`)
	if err != nil {
		return nil, err
	}
	found, err := collect(rows, func(rows *sql.Rows) (s string, err error) { return s, rows.Scan(&s) })
	if err != nil {
		return nil, err
	}
	if len(found) == 1 && found[0] == "ok" {
		return nil, nil
	}
	return found, nil
}
