package store

import (
	"context"
	"errors"
	"fmt"
	"math/bits"
	"math/rand/v2"
	"strconv"
	"time"

	"rapport"
)

// row is what a scan function reads: one row of a result.
type row interface {
	Scan(destinations ...any) error
}

// session is one transaction's conversation with a database.
type session interface {
	// exec runs a statement and returns how many rows it touched.
	exec(ctx context.Context, query string, args []any) (changed int64, err error)
	// query hands every row of a result to each, and is done with the result
	// when it returns.
	query(ctx context.Context, query string, args []any, each func(row) error) error
	commit(ctx context.Context) error
	// rollback ends a transaction that is not committed.
	rollback() error
}

// Tx is one transaction: the queries of the nouns are its methods.
type Tx struct {
	session  session
	ids      *idMaker
	d        *dialect
	readOnly bool
	// numbers remembers the last number given out within this transaction.
	numbers map[rapport.UserID]rapport.Number
}

// maxTries is how often a transaction is run before its conflict is reported.
// Before each further try it waits a little longer, and never as long as its
// rivals.
const maxTries = 20

// Read runs f over one snapshot of the store.
func (db *DB) Read(ctx context.Context, f func(*Tx) error) error {
	return db.explain(db.once(ctx, true, f))
}

// Write runs f and makes its changes durable. f runs again where the database
// asks for it, and must be repeatable.
func (db *DB) Write(ctx context.Context, f func(*Tx) error) error {
	var err error
	for try := range maxTries {
		err = db.once(ctx, false, f)
		if err == nil || try+1 >= db.d.tries(err) {
			break
		}
		most := time.Millisecond << min(try, 5)
		if pause(ctx, rand.N(most)) != nil {
			break
		}
	}
	return db.explain(err)
}

func (db *DB) once(ctx context.Context, readOnly bool, f func(*Tx) error) (err error) {
	session, err := db.database.begin(ctx, readOnly)
	if err != nil {
		return err
	}
	done := false
	defer func() {
		// After a panic too, so that the store is free again.
		if done {
			return
		}
		if rollback := session.rollback(); err == nil {
			err = rollback
		}
	}()
	if err := f(&Tx{session: session, ids: db.ids, d: db.d, readOnly: readOnly}); err != nil {
		return err
	}
	done = true
	return session.commit(ctx)
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
		return stopped(err)
	}
	return db.d.explain(err, db.where)
}

func (tx *Tx) exec(ctx context.Context, query string, args ...any) error {
	_, err := tx.changed(ctx, query, args...)
	return err
}

// changed runs a statement and reports whether it touched a row.
func (tx *Tx) changed(ctx context.Context, query string, args ...any) (bool, error) {
	if tx.readOnly {
		return false, rapport.Errorf(rapport.Internal, "a change was tried while reading")
	}
	n, err := tx.session.exec(ctx, query, args)
	return n > 0, err
}

// update runs a statement that must touch the record called name of a noun.
func (tx *Tx) update(ctx context.Context, noun Noun, name any, query string, args ...any) error {
	found, err := tx.changed(ctx, query, args...)
	if err == nil && !found {
		err = missing(string(noun), name)
	}
	return err
}

// list runs a query and reads all its rows before the next one may start.
func list[T any](ctx context.Context, tx *Tx, scan func(row) (T, error), query string, args ...any) ([]T, error) {
	return listMany(ctx, tx, 0, scan, query, args...)
}

// listMany is list with room for so many rows: rows of a large type are not
// copied as the list grows, and room that is not used costs nothing.
func listMany[T any](ctx context.Context, tx *Tx, room int, scan func(row) (T, error), query string, args ...any) (all []T, err error) {
	if room > 0 {
		all = make([]T, 0, room)
	}
	err = tx.session.query(ctx, query, args, func(r row) error {
		one, err := scan(r)
		if err == nil {
			all = append(all, one)
		}
		return err
	})
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return all, nil
}

// one runs a query that yields a single row; found is false where it yields none.
func one[T any](ctx context.Context, tx *Tx, scan func(row) (T, error), query string, args ...any) (value T, found bool, err error) {
	all, err := list(ctx, tx, scan, query, args...)
	if err != nil || len(all) == 0 {
		return value, false, err
	}
	return all[0], true, nil
}

// among writes the condition that a column is one of ids, whose arguments begin
// with $first, and these arguments. There are few texts of it, so that a
// statement stays compiled: many ids are one argument, and a few are filled up
// to a power of two by repeating the last.
func among[ID ~int64](d *dialect, column string, first int, ids []ID) (condition string, args []any) {
	if len(ids) == 0 || len(ids) > d.few {
		return fmt.Sprintf(d.among, column, placeholder(first)), []any{idList(d, ids)}
	}
	n := 1 << bits.Len(uint(len(ids)-1))
	args = make([]any, n)
	b := make([]byte, 0, len(column)+8+6*n)
	b = append(append(b, column...), " IN ("...)
	for i := range args {
		args[i] = int64(ids[min(i, len(ids)-1)])
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(b, placeholder(first+i)...)
	}
	return string(append(b, ')')), args
}

// placeholder stands in a query for its nth argument.
func placeholder(n int) string { return "$" + strconv.Itoa(n) }

// idList writes ids as one argument.
func idList[ID ~int64](d *dialect, ids []ID) string {
	b := make([]byte, 0, 2+20*len(ids))
	b = append(b, d.listOpen)
	for i, id := range ids {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(id), 10)
	}
	return string(append(b, d.listClose))
}

// nullable stores the zero id as NULL, so that foreign keys hold.
func nullable[T ~int64](id T) any {
	if id == 0 {
		return nil
	}
	return int64(id)
}
