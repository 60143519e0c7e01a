// Package storetest gives tests stores of their own on every database there
// is: SQLite always, PostgreSQL where RAPPORT_TEST_POSTGRES holds the address
// of a server (`make test` starts one).
//
// Reach first for [Each], which runs a test body once on each database with a
// store that is empty and goes away afterwards. [Locations] is for tests that
// start processes and hand them the address. There is no fake store: what a
// test sees is what a user gets.
package storetest

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/hex"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"rapport/internal/store"
)

// Variable names the environment variable with the address of a PostgreSQL
// server on which tests may make schemas.
const Variable = "RAPPORT_TEST_POSTGRES"

// Each runs body once for each database, in parallel subtests named after
// them. Every call of open opens the same store anew, as another process
// would, and closes it when the test ends; it is empty before the first.
func Each(t *testing.T, body func(t *testing.T, open func() *store.DB)) {
	t.Helper()
	for _, database := range databases() {
		t.Run(database.name, func(t *testing.T) {
			t.Parallel()
			location := database.location(t)
			body(t, func() *store.DB {
				t.Helper()
				return Open(t, location, store.Options{Create: true})
			})
		})
	}
}

// EachLocation is [Each] for a body that opens the store itself.
func EachLocation(t *testing.T, body func(t *testing.T, location string)) {
	t.Helper()
	for _, database := range databases() {
		t.Run(database.name, func(t *testing.T) {
			t.Parallel()
			body(t, database.location(t))
		})
	}
}

// Open opens the store at location and closes it when the test ends.
func Open(t testing.TB, location string, options store.Options) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), location, store.Key{}, options)
	if err != nil {
		t.Fatalf("opening a store: %v", err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("closing the store: %v", err)
		}
	})
	return db
}

// Locations returns a fresh store's location on each database: files and
// addresses that --db takes. Nothing is there yet.
func Locations(t testing.TB) []string {
	t.Helper()
	var all []string
	for _, database := range databases() {
		all = append(all, database.location(t))
	}
	return all
}

// SQLite returns the path of a store that is not there yet.
func SQLite(t testing.TB) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "rapport.db")
}

// Postgres returns the address of an empty schema that goes away with the
// test, which is skipped where there is no server.
func Postgres(t testing.TB) string {
	t.Helper()
	server := os.Getenv(Variable)
	if server == "" {
		t.Skipf("needs PostgreSQL: run `make test`, or set %s to the address of a server", Variable)
	}
	config, err := pgx.ParseConfig(server)
	if err != nil {
		t.Fatalf("%s does not hold an address", Variable) // the address may hold a password
	}
	var random [8]byte
	_, _ = rand.Read(random[:]) // never fails
	schema := "rapport_test_" + hex.EncodeToString(random[:])
	admin := stdlib.OpenDB(*config)
	statement(t, admin, `CREATE SCHEMA `+schema)
	t.Cleanup(func() {
		statement(t, admin, `DROP SCHEMA `+schema+` CASCADE`)
		if err := admin.Close(); err != nil {
			t.Error(err)
		}
	})
	address, err := url.Parse(server)
	if err != nil {
		t.Fatalf("%s must be a postgres:// address", Variable)
	}
	query := address.Query()
	query.Set("search_path", schema)
	address.RawQuery = query.Encode()
	return address.String()
}

func statement(t testing.TB, db *sql.DB, text string) {
	t.Helper()
	if _, err := db.ExecContext(context.Background(), text); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
}

type database struct {
	name     string
	location func(testing.TB) string
}

// databases lists those at hand. PostgreSQL is left out, not skipped, where
// there is no server: one skipped test says why, not each of a hundred.
func databases() []database {
	all := []database{{"SQLite", SQLite}}
	if os.Getenv(Variable) != "" {
		all = append(all, database{"PostgreSQL", Postgres})
	}
	return all
}
