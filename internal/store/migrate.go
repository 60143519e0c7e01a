package store

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/pressly/goose/v3"

	"rapport"
)

//go:embed migrations
var migrations embed.FS

// SchemaVersion is the version of the schema this program reads and writes.
const SchemaVersion = 3

// migrate brings the schema to [SchemaVersion]. The version is read first and
// the migration library started only where something is to be done.
func (db *DB) migrate(ctx context.Context, options Options) error {
	version, err := db.restingVersion(ctx)
	switch {
	case err != nil:
		return err
	case version == SchemaVersion:
		return db.database.settle(ctx)
	case version > SchemaVersion:
		return rapport.Errorf(rapport.Unsupported, "the store %s has schema %d; this program knows schemas up to %d", db.where, version, SchemaVersion).
			WithHint("install the newer Rapport that wrote it, or use another store with --db")
	case version > 0 && version < linesMoved && options.MoveLines == nil:
		// Brought up to date without them, the lines would stay behind for ever.
		return rapport.Errorf(rapport.Unsupported, "the store %s has schema %d, and nobody is here to move its journal lines", db.where, version).
			WithHint("open it once with a command, such as `rapport status --db`")
	case version > 0:
		if err := db.backupBeforeMigration(ctx, version, options); err != nil {
			return err
		}
	}
	if err := db.database.settle(ctx); err != nil {
		return err
	}
	if version > 0 && version < linesMoved {
		if err := db.up(ctx, linesMoved-1); err != nil {
			return err
		}
		if err := db.Write(ctx, func(tx *Tx) error { return options.MoveLines(ctx, tx) }); err != nil {
			return err
		}
	}
	return db.up(ctx, SchemaVersion)
}

// restingVersion returns the version of the schema. A store that is at an
// older one may be about to be made by another process: the version is old
// once it has rested for a moment.
func (db *DB) restingVersion(ctx context.Context) (version int, err error) {
	const step, rest = 10 * time.Millisecond, 20
	for last, rested := -1, 0; rested < rest; {
		if version, err = db.schemaVersion(ctx); err != nil || version == 0 || version >= SchemaVersion {
			return version, err
		}
		if version == last {
			rested++
		} else {
			last, rested = version, 0
		}
		if err := pause(ctx, step); err != nil {
			return version, err
		}
	}
	return version, nil
}

// linesMoved is the version of a store in which no journal line is kept as it
// came that the schema has a place for.
const linesMoved = 3

// maxUps is how often processes that open a new store at the same time may
// get into each other's way.
const maxUps = 20

// up runs the migrations up to a version. Another process may be doing the same: its tables
// are then found to exist, or its transaction to be in the way, and it is
// given a moment.
func (db *DB) up(ctx context.Context, target int) (err error) {
	folder, err := fs.Sub(migrations, db.d.migrations)
	if err != nil {
		return err
	}
	pool, err := db.database.forMigration(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, pool.Close()) }()
	provider, err := goose.NewProvider(db.d.goose, pool, folder)
	if err != nil {
		return err
	}
	for try := range maxUps {
		_, err = provider.UpTo(ctx, int64(target))
		if err == nil || ctx.Err() != nil {
			return err
		}
		if version, again := db.schemaVersion(ctx); again == nil && version >= target {
			return nil
		}
		if !db.d.contended(err) {
			return err
		}
		if pause(ctx, time.Duration(try+1)*5*time.Millisecond) != nil {
			return err
		}
	}
	return err
}

// schemaVersion returns 0 for an empty database, and refuses one that belongs
// to another program.
func (db *DB) schemaVersion(ctx context.Context) (version int, err error) {
	for range 3 {
		// Nearly always there is a version, so it is asked for first.
		failure := db.ask(ctx, func(tx *Tx) (err error) {
			version, _, err = one(ctx, tx, scanValue[int], `SELECT coalesce(max(version_id), 0) FROM goose_db_version`)
			return err
		})
		if failure == nil && version > 0 {
			return version, nil
		}
		var versioned bool
		if versioned, err = db.versioned(ctx); err != nil || !versioned || failure == nil {
			return 0, err
		}
		// The table was not there a moment ago: another process is making the
		// store. Or it is not ours, and will fail again.
		err = failure
		if db.d.misfit(failure) {
			err = db.foreign()
		}
	}
	return 0, err
}

// versioned reports whether there is a table of versions, and refuses a
// database that is neither ours nor empty.
func (db *DB) versioned(ctx context.Context) (versioned bool, err error) {
	err = db.ask(ctx, func(tx *Tx) error {
		tables, _, err := one(ctx, tx, scanValue[int], db.d.hasVersion)
		if versioned = tables > 0; err != nil || versioned {
			return err
		}
		names, err := list(ctx, tx, scanString, db.d.tables)
		if err == nil && len(names) > 0 && db.d == &sqliteDialect {
			err = db.foreign()
		}
		return err
	})
	return versioned, err
}

func (db *DB) foreign() error {
	return rapport.Errorf(rapport.Invalid, "%s is a database of another program", db.where).
		WithHint("name another one with --db")
}

// ask runs a query before the store is known to be one.
func (db *DB) ask(ctx context.Context, f func(*Tx) error) error { return db.once(ctx, true, f) }

func (db *DB) backupBeforeMigration(ctx context.Context, version int, options Options) error {
	if db.d == &postgresDialect {
		return nil // one database of many people: its keeper backs it up
	}
	path := fmt.Sprintf("%s.schema-%d.backup", db.where, version)
	if _, err := os.Stat(path); err == nil {
		return nil // made by an attempt that did not finish
	}
	if err := db.database.backup(ctx, path); err != nil {
		return err
	}
	if options.Notice != nil {
		options.Notice(fmt.Sprintf("brought the store up to date; the old one is kept as %s", path))
	}
	return nil
}

// Tables lists the tables of the schema, for the test that walks them.
func (db *DB) Tables(ctx context.Context) ([]string, error) { return db.names(ctx, db.d.tables) }

// Columns lists the columns of a table, for the test that walks them.
func (db *DB) Columns(ctx context.Context, table string) ([]string, error) {
	return db.names(ctx, db.d.columns, table)
}

func (db *DB) names(ctx context.Context, query string, args ...any) ([]string, error) {
	var names []string
	err := db.Read(ctx, func(tx *Tx) (err error) {
		names, err = list(ctx, tx, scanString, query, args...)
		return err
	})
	return names, err
}

// Schema returns the DDL of a database's schema, "sqlite" or "postgres", for
// those who measure against it.
func Schema(name string) (string, error) {
	files, err := fs.Glob(migrations, "migrations/"+name+"/*.sql")
	if err != nil {
		return "", err
	}
	var all strings.Builder
	for _, file := range files {
		text, err := fs.ReadFile(migrations, file)
		if err != nil {
			return "", err
		}
		up, _, _ := strings.Cut(string(text), "-- +goose Down")
		all.WriteString(up)
	}
	return all.String(), nil
}
