package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/ncruces/go-sqlite3"
)

// sqliteDatabase is an open SQLite store. It talks to SQLite without
// database/sql in between, which a cold command would pay for in goroutines
// and conversions: half of the time that a list of a week takes.
type sqliteDatabase struct {
	path string
	// convert says that the file does not keep a write-ahead log yet; see settle.
	convert bool
	// slots bounds the connections in use.
	slots chan struct{}

	mu     sync.Mutex
	idle   []*sqliteConn
	closed bool
}

// maxSQLiteConns bounds how many transactions run at a time; only one of them
// writes.
const maxSQLiteConns = 4

// The write-ahead log is folded into the file when it has grown to so many
// pages: not each time a command ends, which would cost it two flushes and
// the next one the creation of two files, and soon enough that a command does
// not read a long log before it can begin.
const (
	keepPages = 64
	foldPages = 1000
)

func newSQLite(path string) *sqliteDatabase {
	return &sqliteDatabase{path: path, slots: make(chan struct{}, maxSQLiteConns)}
}

// sqliteConn is one connection, used by one transaction at a time.
type sqliteConn struct {
	*sqlite3.Conn
	database *sqliteDatabase
	// statements are kept, compiled, by their text.
	statements map[string]*sqlite3.Stmt
	// logPages is how long the write-ahead log was after the last commit.
	logPages int
	// writes says that the connection is set up for durable commits.
	writes bool
}

func (d *sqliteDatabase) connect(ctx context.Context) (*sqliteConn, error) {
	c, err := sqlite3.OpenContext(ctx, d.address(url.Values{}))
	if err != nil {
		return nil, err
	}
	conn := &sqliteConn{Conn: c, database: d}
	err = c.BusyTimeout(busyTimeout)
	if err == nil {
		_, err = c.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, true)
	}
	if err == nil {
		_, err = c.Config(sqlite3.DBCONFIG_ENABLE_FKEY, true)
	}
	if err != nil {
		return nil, errors.Join(err, c.Close())
	}
	c.WALHook(func(c *sqlite3.Conn, schema string, pages int) error {
		conn.logPages = pages
		if pages >= foldPages {
			// Folds what no reader still needs, and waits for nobody. That it
			// could not is no fault of the commit, which is done.
			_, _, _ = c.WALCheckpoint(schema, sqlite3.CHECKPOINT_PASSIVE)
		}
		return nil
	})
	return conn, nil
}

// begin starts a transaction on a connection of its own.
func (d *sqliteDatabase) begin(ctx context.Context, readOnly bool) (session, error) {
	select {
	case d.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	c, err := d.take(ctx)
	if err != nil {
		<-d.slots
		return nil, err
	}
	c.SetInterrupt(ctx)
	if err := c.start(readOnly); err != nil {
		return nil, errors.Join(err, d.put(c))
	}
	return c, nil
}

func (c *sqliteConn) start(readOnly bool) error {
	if readOnly {
		return c.Exec(`BEGIN`)
	}
	if !c.writes {
		// A commit is on disk when it returns. The cache spares a long import
		// from writing pages twice.
		if err := c.Exec(`PRAGMA synchronous = full; PRAGMA cache_size = -16384`); err != nil {
			return err
		}
		c.writes = true
	}
	return c.Exec(`BEGIN IMMEDIATE`)
}

func (d *sqliteDatabase) take(ctx context.Context) (*sqliteConn, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return nil, errors.New("the store is closed")
	}
	if n := len(d.idle); n > 0 {
		c := d.idle[n-1]
		d.idle = d.idle[:n-1]
		return c, nil
	}
	return d.connect(ctx)
}

// put gives a connection back and frees its slot.
func (d *sqliteDatabase) put(c *sqliteConn) error {
	defer func() { <-d.slots }()
	c.SetInterrupt(context.Background())
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.closed {
		return c.close()
	}
	d.idle = append(d.idle, c)
	return nil
}

func (d *sqliteDatabase) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.closed = true
	var err error
	for _, c := range d.idle {
		err = errors.Join(err, c.close())
	}
	d.idle = nil
	return err
}

// leave folds a long log into the file, as closing would; see [DB.Leave].
func (d *sqliteDatabase) leave() error {
	d.mu.Lock()
	long := slices.ContainsFunc(d.idle, func(c *sqliteConn) bool { return c.logPages >= keepPages })
	d.mu.Unlock()
	if long {
		return d.close()
	}
	return nil
}

// close ends the connection, and folds a long log into the file first, where
// nobody else is reading it.
func (c *sqliteConn) close() error {
	var err error
	for _, s := range c.statements {
		err = errors.Join(err, s.Close())
	}
	if c.logPages >= keepPages {
		if c.BusyTimeout(0) == nil {
			_, _, _ = c.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE) // the next one will
		}
	}
	return errors.Join(err, c.Close())
}

func (c *sqliteConn) commit(context.Context) error {
	err := c.Exec(`COMMIT`)
	if err != nil && !c.GetAutocommit() {
		return errors.Join(err, c.rollback())
	}
	return errors.Join(err, c.database.put(c))
}

func (c *sqliteConn) rollback() error {
	c.SetInterrupt(context.Background()) // it must be rolled back all the same
	var err error
	if !c.GetAutocommit() {
		err = c.Exec(`ROLLBACK`)
	}
	return errors.Join(err, c.database.put(c))
}

// maxStatements bounds how many statements a connection keeps.
const maxStatements = 100

// prepare compiles a statement, or finds it compiled.
func (c *sqliteConn) prepare(query string) (*sqlite3.Stmt, error) {
	if s, ok := c.statements[query]; ok {
		return s, nil
	}
	// SQLite looks named parameters up one by one and numbered ones directly.
	s, _, err := c.Prepare(strings.ReplaceAll(query, "$", "?"))
	if err != nil {
		return nil, err
	}
	if len(c.statements) >= maxStatements {
		for text, old := range c.statements {
			if err := old.Close(); err != nil {
				return nil, errors.Join(err, s.Close())
			}
			delete(c.statements, text)
		}
	}
	if c.statements == nil {
		c.statements = make(map[string]*sqlite3.Stmt, 8)
	}
	c.statements[query] = s
	return s, nil
}

// run steps through a statement and makes it ready for its next use.
func (c *sqliteConn) run(query string, args []any, each func(row) error) (err error) {
	s, err := c.prepare(query)
	if err != nil {
		return err
	}
	for i, arg := range args {
		if err := bind(s, i+1, arg); err != nil {
			return err
		}
	}
	for s.Step() {
		if each == nil {
			continue
		}
		if err = each(sqliteRow{s}); err != nil {
			break
		}
	}
	// Reset reports the failed step once more.
	if reset := s.Reset(); err == nil {
		err = reset
	}
	if clear := s.ClearBindings(); err == nil {
		err = clear
	}
	return err
}

func (c *sqliteConn) exec(_ context.Context, query string, args []any) (int64, error) {
	if err := c.run(query, args, nil); err != nil {
		return 0, err
	}
	return c.Changes(), nil
}

func (c *sqliteConn) query(_ context.Context, query string, args []any, each func(row) error) error {
	return c.run(query, args, each)
}

func bind(s *sqlite3.Stmt, at int, arg any) error {
	switch arg := arg.(type) {
	case nil:
		return s.BindNull(at)
	case string:
		return bindText(s, at, arg)
	case int64:
		return s.BindInt64(at, arg)
	case int:
		return s.BindInt64(at, int64(arg))
	}
	// The types of the nouns.
	switch v := reflect.ValueOf(arg); v.Kind() {
	case reflect.String:
		return bindText(s, at, v.String())
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return s.BindInt64(at, v.Int())
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		return s.BindInt64(at, int64(v.Uint()))
	}
	return fmt.Errorf("argument %d is a %T, which has no column type", at, arg)
}

// bindText refuses what PostgreSQL would refuse, so that a store can always
// move to the other database.
func bindText(s *sqlite3.Stmt, at int, text string) error {
	if !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0 {
		return unkeepable(nil)
	}
	return s.BindText(at, text)
}

// sqliteRow is the row that a statement stands on. Columns are never NULL.
type sqliteRow struct{ stmt *sqlite3.Stmt }

// Scan reads the columns of the row.
func (r sqliteRow) Scan(destinations ...any) error {
	for i, to := range destinations {
		switch to := to.(type) {
		case *string:
			*to = r.stmt.ColumnText(i)
		case *int:
			*to = r.stmt.ColumnInt(i)
		case *int64:
			*to = r.stmt.ColumnInt64(i)
		default:
			if err := r.scanOther(i, to); err != nil {
				return err
			}
		}
	}
	return nil
}

// scanOther reads a column into a type of the nouns. Most are plain values with
// a name, so their kind is looked at before their methods.
func (r sqliteRow) scanOther(i int, to any) error {
	if pointer := reflect.ValueOf(to); pointer.Kind() == reflect.Pointer {
		switch v := pointer.Elem(); v.Kind() {
		case reflect.String:
			v.SetString(r.stmt.ColumnText(i))
			return nil
		case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
			v.SetInt(r.stmt.ColumnInt64(i))
			return nil
		case reflect.Uint8, reflect.Uint16, reflect.Uint32:
			v.SetUint(uint64(r.stmt.ColumnInt64(i)))
			return nil
		case reflect.Bool:
			v.SetBool(r.stmt.ColumnInt64(i) != 0)
			return nil
		}
	}
	switch to := to.(type) {
	case interface{ scanText([]byte) error }:
		return to.scanText(r.stmt.ColumnRawText(i))
	case sql.Scanner:
		return to.Scan(r.stmt.ColumnText(i))
	}
	return fmt.Errorf("column %d cannot be read into a %T", i+1, to)
}
