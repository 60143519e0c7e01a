package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"os"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"

	"rapport"
)

//go:embed migrations
var migrations embed.FS

// SchemaVersion is the version of the schema this program reads and writes.
const SchemaVersion = 1

// migrate brings the schema to [SchemaVersion]. The version is read first and
// the migration library started only where something is to be done.
func (db *DB) migrate(ctx context.Context, options Options) error {
	version, err := db.schemaVersion(ctx)
	switch {
	case err != nil:
		return err
	case version == SchemaVersion:
		return nil
	case version > SchemaVersion:
		return rapport.Errorf(rapport.Unsupported, "the store %s has schema %d; this program knows schemas up to %d", db.where, version, SchemaVersion).
			WithHint("install the newer Rapport that wrote it, or use another store with --db")
	case version > 0:
		if err := db.backupBeforeMigration(ctx, version, options); err != nil {
			return err
		}
	}
	folder, err := fs.Sub(migrations, db.d.migrations)
	if err != nil {
		return err
	}
	name := database.DialectSQLite3
	if db.d == &postgresDialect {
		name = database.DialectPostgres
	}
	provider, err := goose.NewProvider(name, db.sql, folder, goose.WithDisableVersioning(false))
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	if err != nil {
		// Another process may have been first.
		if version, again := db.schemaVersion(ctx); again == nil && version == SchemaVersion {
			return nil
		}
	}
	return err
}

// schemaVersion returns 0 for an empty database, and refuses one that belongs
// to another program.
func (db *DB) schemaVersion(ctx context.Context) (int, error) {
	var n int
	if err := db.sql.QueryRowContext(ctx, db.d.hasVersion).Scan(&n); err != nil {
		return 0, err
	}
	if n == 0 {
		names, err := db.Tables(ctx)
		if err != nil {
			return 0, err
		}
		if len(names) > 0 && db.d == &sqliteDialect {
			return 0, rapport.Errorf(rapport.Invalid, "%s is a database of another program", db.where).
				WithHint("name another file with --db")
		}
		return 0, nil
	}
	var version int
	err := db.sql.QueryRowContext(ctx, `SELECT coalesce(max(version_id), 0) FROM goose_db_version`).Scan(&version)
	return version, err
}

func (db *DB) backupBeforeMigration(ctx context.Context, version int, options Options) error {
	if db.d == &postgresDialect {
		return nil // one database of many people: its keeper backs it up
	}
	path := fmt.Sprintf("%s.schema-%d.backup", db.where, version)
	if _, err := os.Stat(path); err == nil {
		return nil // made by an attempt that did not finish
	}
	if err := db.d.backup(ctx, db.sql, path); err != nil {
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
	rows, err := db.sql.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, scanString)
}
