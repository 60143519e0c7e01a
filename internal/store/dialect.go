package store

import (
	"context"
	"database/sql"
	"time"
)

// dialect is what differs between the databases; all else is common.
type dialect struct {
	// name is shown to people: SQLite or PostgreSQL.
	name string
	// migrations is the folder of the DDL in the embedded file system.
	migrations string
	// versionQuery yields the applied schema version; hasVersion says whether
	// the table it reads is there.
	hasVersion string
	// txOptions for writing.
	write *sql.TxOptions
	// read options: one snapshot for the whole callback.
	read *sql.TxOptions
	// search is how words are kept and found.
	search searchDialect
	// retry reports whether a failed transaction may be run again.
	retry func(error) bool
	// explain turns a driver's error into one for people, or returns it.
	explain func(err error, where string) error
	// tables lists all tables of the schema.
	tables string
	// columns lists a table's columns.
	columns string
	// backup writes a copy of the whole store to a new file.
	backup func(ctx context.Context, db *sql.DB, path string) error
	// check asks the database whether its file is sound.
	check func(ctx context.Context, db *sql.DB) ([]string, error)
}

// busyTimeout is how long a writer waits for another process before it gives
// up: two processes writing at once both succeed.
const busyTimeout = 15 * time.Second
