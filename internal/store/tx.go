package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"rapport"
)

// Tx is one transaction: the queries of the nouns are its methods.
type Tx struct {
	tx  *sql.Tx
	ids *idMaker
	d   *dialect
	// numbers remembers the last number given out within this transaction.
	numbers map[rapport.UserID]rapport.Number
}

// maxTries is how often a transaction is run before its conflict is reported.
const maxTries = 12

// Read runs f over one snapshot of the store.
func (db *DB) Read(ctx context.Context, f func(*Tx) error) error {
	return db.explain(db.once(ctx, db.d.read, f))
}

// Write runs f and makes its changes durable. f runs again where the database
// asks for it, and must be repeatable.
func (db *DB) Write(ctx context.Context, f func(*Tx) error) error {
	var err error
	for range maxTries {
		err = db.once(ctx, db.d.write, f)
		if err == nil || !db.d.retry(err) {
			break
		}
	}
	return db.explain(err)
}

func (db *DB) once(ctx context.Context, options *sql.TxOptions, f func(*Tx) error) (err error) {
	tx, err := db.sql.BeginTx(ctx, options)
	if err != nil {
		return err
	}
	defer func() {
		// A rollback after a commit is a no-op; after a panic it frees the store.
		if rollback := tx.Rollback(); rollback != nil && !errors.Is(rollback, sql.ErrTxDone) && err == nil {
			err = rollback
		}
	}()
	if err := f(&Tx{tx: tx, ids: db.ids, d: db.d}); err != nil {
		return err
	}
	return tx.Commit()
}

// explain gives an error of the database the words of a person.
func (db *DB) explain(err error) error {
	if err == nil {
		return nil
	}
	var known *rapport.Error
	if errors.As(err, &known) {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return rapport.Errorf(rapport.Unavailable, "stopped; nothing was changed").WithCause(err)
	}
	return db.d.explain(err, db.where)
}

func (tx *Tx) exec(ctx context.Context, query string, args ...any) error {
	_, err := tx.tx.ExecContext(ctx, query, args...)
	return err
}

// changed runs a statement and reports whether it touched a row.
func (tx *Tx) changed(ctx context.Context, query string, args ...any) (bool, error) {
	result, err := tx.tx.ExecContext(ctx, query, args...)
	if err != nil {
		return false, err
	}
	n, err := result.RowsAffected()
	return n > 0, err
}

// collect reads all rows with scan and closes them.
func collect[T any](rows *sql.Rows, scan func(*sql.Rows) (T, error)) (all []T, err error) {
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// list runs a query and reads all its rows before the next one may start.
func list[T any](ctx context.Context, tx *Tx, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := tx.tx.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return collect(rows, scan)
}

// one runs a query that yields a single row; found is false where it yields none.
func one[T any](ctx context.Context, tx *Tx, scan func(*sql.Rows) (T, error), query string, args ...any) (value T, found bool, err error) {
	all, err := list(ctx, tx, scan, query, args...)
	if err != nil || len(all) == 0 {
		return value, false, err
	}
	return all[0], true, nil
}

// placeholders returns "$first, …, $last" for n values, for IN lists that both
// databases take.
func placeholders(first, n int) string {
	b := make([]byte, 0, n*5)
	for i := range n {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = fmt.Appendf(b, "$%d", first+i)
	}
	return string(b)
}

// nullable stores the zero id as NULL, so that foreign keys hold.
func nullable[T ~int64](id T) any {
	if id == 0 {
		return nil
	}
	return int64(id)
}
