package store

import (
	"context"
	"database/sql"
	"time"

	"github.com/pressly/goose/v3/database"

	"rapport"
)

// dialect is what differs between the databases; all else is common.
type dialect struct {
	// name is shown to people: SQLite or PostgreSQL.
	name string
	// migrations is the folder of the DDL in the embedded file system.
	migrations string
	// hasVersion asks whether there is a table of schema versions.
	hasVersion string
	// among is a membership test, of a column and the placeholder of a list of
	// ids, which stand between listOpen and listClose. Up to few ids are
	// arguments of their own instead.
	among               string
	listOpen, listClose byte
	few                 int
	// search is how words are kept and found.
	search searchDialect
	// tries is how often a transaction that fails like this is run, 1 where
	// running it again is of no use.
	tries func(error) int
	// misfit reports whether a query failed because a table has other columns.
	misfit func(error) bool
	// contended reports whether a migration failed because another process was
	// at the same one.
	contended func(error) bool
	// explain turns a driver's error into one for people, or returns it.
	explain func(err error, where string) error
	// tables lists all tables of the schema.
	tables string
	// columns lists a table's columns.
	columns string
	// goose names the dialect for the migration library.
	goose database.Dialect
}

// openDatabase is an open database.
type openDatabase interface {
	// begin starts a transaction: one snapshot for a reader, alone for a writer.
	begin(ctx context.Context, readOnly bool) (session, error)
	// settle brings a database that is known to be ours into its lasting form.
	settle(ctx context.Context) error
	// forMigration opens the database for the migration library.
	forMigration(ctx context.Context) (*sql.DB, error)
	// compact takes what was deleted out of the files.
	compact(ctx context.Context) error
	// backup writes a copy of the whole store to a new file.
	backup(ctx context.Context, path string) error
	// check asks the database whether its file is sound.
	check(ctx context.Context) ([]string, error)
	close() error
	// leave does of closing what the end of the process does not.
	leave() error
}

// busyTimeout is how long a writer waits for another process before it gives
// up: two processes writing at once both succeed.
const busyTimeout = 15 * time.Second

// refused says that a change does not fit what is there: the same thing twice,
// or a thing that belongs to nothing.
func refused(cause error, twice bool, table string) error {
	if twice {
		return rapport.Errorf(rapport.Conflict, "%s with the same name exists already; nothing was changed", thing(table)).
			WithHint("choose another name, or change the one that is there").WithCause(cause)
	}
	return rapport.Errorf(rapport.Conflict, "what this belongs to does not exist; nothing was changed").
		WithHint("`rapport doctor` says whether the store is sound").WithCause(cause)
}

// thing names a row of a table for people.
func thing(table string) string {
	switch table {
	case "users":
		return "a user"
	case "bosses":
		return "a boss"
	case "goals":
		return "a goal"
	case "projects":
		return "a project"
	case "sources":
		return "a source"
	case "proposals":
		return "a proposal"
	}
	return "a record"
}

// unkeepable refuses text that not every database can keep.
func unkeepable(cause error) error {
	return rapport.Errorf(rapport.Invalid, "the text holds a NUL or is not UTF-8; nothing was changed").
		WithHint("save it as UTF-8 text and try again").WithCause(cause)
}

// stopped says that the caller gave up.
func stopped(cause error) error {
	return rapport.Errorf(rapport.Unavailable, "stopped; nothing was changed").
		WithHint("run the command again to finish").WithCause(cause)
}

// pause waits a moment for others to finish.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
