package store

import (
	"context"
	"crypto/rand"
	"net/url"
	"path/filepath"
	"time"

	"rapport"
)

// DB is an open store.
type DB struct {
	database openDatabase
	d        *dialect
	ids      *idMaker
	where    string
}

// Key unlocks a store that is encrypted at rest. The zero Key is a plain
// store, the only kind there is so far.
type Key struct{ secret []byte }

// Options say how to open a store. The zero Options open one that must exist.
type Options struct {
	// Create makes the store, and its folder, where there is none.
	Create bool
	// Now is the clock for ids; nil means the system's.
	Now func() time.Time
	// Notice is told in words what Open did beyond opening, such as where the
	// backup of an older store is; it may be nil.
	Notice func(message string)
	// MoveLines makes records of the journal lines that an older store kept as
	// they came because its schema had no place for them. It knows the
	// journal, which the store does not. It may run again after an
	// interruption. Where it is nil, so old a store is refused.
	MoveLines func(context.Context, *Tx) error
}

// Open opens the store at location, a file or a postgres:// address, and
// brings its schema up to date. It is the one way in.
//
// A store newer than this program is refused by name. An older one is backed
// up beside itself first.
func Open(ctx context.Context, location string, key Key, options Options) (*DB, error) {
	if len(key.secret) > 0 {
		return nil, rapport.Errorf(rapport.Unsupported, "encrypted stores cannot be opened yet").
			WithHint("open a plain one")
	}
	now := options.Now
	if now == nil {
		now = time.Now
	}
	db := &DB{ids: &idMaker{now: now, random: rand.Reader}}
	var err error
	if isPostgres(location) {
		db.d, db.where = &postgresDialect, redact(location)
		db.database, err = openPostgres(location)
	} else {
		if location, err = filepath.Abs(location); err != nil {
			return nil, explainFile(err, location)
		}
		db.d, db.where = &sqliteDialect, location
		db.database, err = openSQLite(location, options.Create)
	}
	if err != nil {
		return nil, err
	}
	if err := db.migrate(ctx, options); err != nil {
		_ = db.database.close() // the first error says more
		return nil, db.explain(err)
	}
	return db, nil
}

// Close releases the store.
func (db *DB) Close() error { return db.explain(db.database.close()) }

// Leave lets go of the store in a process that ends now. All that was
// acknowledged is on disk already, and the system takes files and memory back
// faster than they can be handed back: a fifteenth of a cold list.
func (db *DB) Leave() error { return db.explain(db.database.leave()) }

// Location names the store for people; a password is never part of it.
func (db *DB) Location() string { return db.where }

// Database names the kind of database for people.
func (db *DB) Database() string { return db.d.name }

// Backup writes a copy of the whole store to a new file at path.
func (db *DB) Backup(ctx context.Context, path string) error {
	return db.explain(db.database.backup(ctx, path))
}

// Check asks the database whether its file is sound and returns what is not.
func (db *DB) Check(ctx context.Context) ([]string, error) {
	found, err := db.database.check(ctx)
	return found, db.explain(err)
}

// redact returns a PostgreSQL address without its password and options.
func redact(location string) string {
	u, err := url.Parse(location)
	if err != nil {
		return "postgres://…"
	}
	return (&url.URL{Scheme: u.Scheme, Host: u.Host, Path: u.Path}).String()
}
