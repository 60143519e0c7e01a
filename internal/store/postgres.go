package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3/database"

	"rapport"
)

var postgresDialect = dialect{
	name:       "PostgreSQL",
	migrations: "migrations/postgres",
	hasVersion: `SELECT count(*) FROM information_schema.tables
		WHERE table_schema = current_schema() AND table_name = 'goose_db_version'`,
	among:    `%s = ANY(%s::bigint[])`,
	listOpen: '{', listClose: '}',
	search: searchDialect{
		insert:        `INSERT INTO search (record_id, words, user_id) VALUES ($1, $2::tsvector, $3)`,
		remove:        `DELETE FROM search WHERE record_id = $1`,
		insertPrivate: `INSERT INTO private_search (record_id, words, user_id) VALUES ($1, $2::tsvector, $3)`,
		removePrivate: `DELETE FROM private_search WHERE record_id = $1`,
		table:         `search s`, private: `private_search s`, id: `s.record_id`,
		match: `s.words @@ %s::tsquery`, matchPrivate: `s.words @@ %s::tsquery`,
		query:    tsQuery,
		words:    tsVector,
		withUser: true,
	},
	tries: func(err error) int {
		var e *pgconn.PgError
		switch {
		case !errors.As(err, &e):
			return 1
		case e.Code == "40001" || e.Code == "40P01":
			return maxTries
		case e.Code == "23505" && (e.ConstraintName == "records_by_number" || strings.HasSuffix(e.ConstraintName, "_pkey")):
			return maxTries // another transaction took the number or made the same id
		case e.Code == "23505":
			// Made by another transaction a moment ago, which the callback will
			// find when it runs again; or there for long, and no use trying.
			return 3
		}
		return 1
	},
	misfit: func(err error) bool {
		var e *pgconn.PgError
		return errors.As(err, &e) && e.Code == "42703"
	},
	contended: func(err error) bool {
		// The object or the column (42701) exists already, or two transactions
		// made it at once.
		var e *pgconn.PgError
		return errors.As(err, &e) && (strings.HasPrefix(e.Code, "42P0") || e.Code == "42710" || e.Code == "42701" || strings.HasPrefix(e.Code, "23") || strings.HasPrefix(e.Code, "40"))
	},
	explain: explainPostgres,
	tables: `SELECT table_name FROM information_schema.tables
		WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name COLLATE "C"`,
	columns: `SELECT column_name FROM information_schema.columns
		WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position`,
	goose: database.DialectPostgres,
}

// postgresDatabase is an open database on a server.
type postgresDatabase struct {
	pool   *sql.DB
	config pgx.ConnConfig
}

func openPostgres(dsn string) (*postgresDatabase, error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		// The address may hold a password, and so may the parser's message.
		return nil, rapport.Errorf(rapport.Invalid, "the PostgreSQL address cannot be read").
			WithHint("write it as postgres://user@host:5432/database")
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = busyTimeout
	}
	db := stdlib.OpenDB(*config, stdlib.OptionAfterConnect(waitNotForEver))
	db.SetMaxOpenConns(8)
	return &postgresDatabase{db, *config}, nil
}

// waitNotForEver bounds how long a command waits for what another program has
// locked, which PostgreSQL itself does not.
func waitNotForEver(ctx context.Context, c *pgx.Conn) error {
	_, err := c.Exec(ctx, fmt.Sprintf(`SET lock_timeout = %d`, busyTimeout.Milliseconds()))
	return err
}

// begin starts a transaction. A write is serializable: it fails rather than
// see half of another, and [DB.Write] runs it again.
func (d *postgresDatabase) begin(ctx context.Context, readOnly bool) (session, error) {
	options := &sql.TxOptions{Isolation: sql.LevelSerializable}
	if readOnly {
		options = &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}
	}
	tx, err := d.pool.BeginTx(ctx, options)
	if err != nil {
		return nil, err
	}
	return postgresSession{tx}, nil
}

// settle has nothing to do on a server.
func (d *postgresDatabase) settle(context.Context) error { return nil }

// forMigration opens a pool of its own, for the migration library to close.
// Without a schema to keep tables in, the library would look at those of
// others.
func (d *postgresDatabase) forMigration(ctx context.Context) (*sql.DB, error) {
	var has bool
	if err := d.pool.QueryRowContext(ctx, `SELECT current_schema() IS NOT NULL`).Scan(&has); err != nil {
		return nil, err
	}
	if !has {
		return nil, &pgconn.PgError{Code: noSchema, Message: "there is no schema to keep tables in"}
	}
	return stdlib.OpenDB(d.config), nil
}

// noSchema is the server's code for what its search_path leaves it without.
const noSchema = "3F000"

func (d *postgresDatabase) backup(context.Context, string) error {
	return rapport.Errorf(rapport.Unsupported, "a PostgreSQL store is not one file").
		WithHint("`rapport export > journal.jsonl` takes your own record; pg_dump takes the whole database")
}

func (d *postgresDatabase) check(ctx context.Context) ([]string, error) {
	return nil, d.pool.PingContext(ctx)
}

func (d *postgresDatabase) compact(ctx context.Context) error {
	_, err := d.pool.ExecContext(ctx, `VACUUM`)
	return err
}

func (d *postgresDatabase) close() error { return d.pool.Close() }

// leave says good-bye, so that the server does not log a lost client.
func (d *postgresDatabase) leave() error { return d.close() }

// postgresSession is a transaction on a server.
type postgresSession struct{ tx *sql.Tx }

func (s postgresSession) exec(ctx context.Context, query string, args []any) (int64, error) {
	result, err := s.tx.ExecContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

func (s postgresSession) query(ctx context.Context, query string, args []any, each func(row) error) (err error) {
	rows, err := s.tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		if err := each(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (s postgresSession) commit(context.Context) error { return s.tx.Commit() }

func (s postgresSession) rollback() error {
	if err := s.tx.Rollback(); !errors.Is(err, sql.ErrTxDone) {
		return err
	}
	return nil // ended by its context
}

func isPostgres(location string) bool {
	return strings.HasPrefix(location, "postgres://") || strings.HasPrefix(location, "postgresql://")
}

func explainPostgres(err error, where string) error {
	fault := func(code rapport.Code, format string, args ...any) *rapport.Error {
		return rapport.Errorf(code, format, args...).WithCause(err)
	}
	var e *pgconn.PgError
	var connect *pgconn.ConnectError
	var network net.Error
	switch {
	case errors.As(err, &e):
		switch {
		case e.Code == "23505" || e.Code == "23503":
			return refused(err, e.Code == "23505", e.TableName)
		case e.Code == "22021":
			return unkeepable(err)
		case strings.HasPrefix(e.Code, "54"):
			return fault(rapport.Invalid, "the text is too long to keep; nothing was changed").WithHint("shorten it")
		case e.Code == "40001" || e.Code == "40P01":
			return fault(rapport.Unavailable, "others kept changing the database %s; nothing was changed", where).
				WithHint("run the command again")
		case e.Code == "55P03":
			return fault(rapport.Unavailable, "another program held the database %s for more than %s; nothing was changed", where, busyTimeout).
				WithHint("run the command again, or ask whoever runs it")
		case strings.HasPrefix(e.Code, "53"):
			return fault(rapport.Unavailable, "the database %s is out of space or connections; nothing was changed", where).
				WithHint("ask whoever runs it, then run the command again")
		case strings.HasPrefix(e.Code, "28"):
			return fault(rapport.Unavailable, "the database %s refused the user or password", where).
				WithHint("check the address given with --db")
		case e.Code == "3D000":
			return fault(rapport.Unavailable, "the database %s does not exist", where).
				WithHint("create it with `createdb`, or check the address given with --db")
		case e.Code == noSchema:
			return fault(rapport.Unavailable, "the database %s has no schema to keep tables in", where).
				WithHint("create it with CREATE SCHEMA, or check search_path in the address given with --db")
		case e.Code == "42501" || e.Code == "25006":
			return fault(rapport.Unavailable, "the database %s may not be written by this user; nothing was changed", where).
				WithHint("ask whoever runs it for write permission")
		case strings.HasPrefix(e.Code, "57P"):
			return fault(rapport.Unavailable, "the database %s is shutting down or starting; nothing was changed", where).
				WithHint("run the command again in a moment")
		}
	case errors.As(err, &connect), errors.As(err, &network):
		return fault(rapport.Unavailable, "the database %s does not answer", where).
			WithHint("check that PostgreSQL runs there and the network is up, then run the command again")
	}
	return err
}
