package app_test

import (
	"context"
	"database/sql"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"github.com/ncruces/go-sqlite3/driver"

	"rapport/internal/store/storetest"
)

// database opens the database of a store behind the program's back.
func database(t *testing.T, location string) *sql.DB {
	t.Helper()
	var db *sql.DB
	var err error
	if strings.HasPrefix(location, "postgres") {
		db, err = sql.Open("pgx", location)
	} else {
		db, err = driver.Open("file:" + location)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() }) // the test is over
	return db
}

func execute(t *testing.T, db *sql.DB, statements ...string) {
	t.Helper()
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// everyDoor are commands that open the store, each in its own way.
func everyDoor() [][]string {
	return [][]string{{"list"}, {"log", "did: swept"}, {"export"}, {"status"}, {"report"}, {"undo"}}
}

func TestNewerStoreIsRefusedByName(t *testing.T) {
	storetest.EachLocation(t, func(t *testing.T, location string) {
		l := newLife(t, location)
		l.must("log", "did: swept the yard")
		before := l.export()
		db := database(t, location)
		execute(t, db, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (4711, true)`)
		for _, args := range everyDoor() {
			l.run(args...).refused("4711", "newer")
		}
		execute(t, db, `DELETE FROM goose_db_version WHERE version_id = 4711`)
		if after := l.export(); after != before {
			t.Error("the refused store changed")
		}
	})
}

func TestBrokenStoreIsNamedAndLeftAlone(t *testing.T) {
	t.Parallel()
	healthy := newLife(t, storetest.SQLite(t))
	for i := range 300 {
		if i%100 == 0 {
			healthy.must("log", fmt.Sprintf("did: swept yard %d", i))
		}
	}
	healthy.must("list") // the last one out folds the log into the file
	whole, err := os.ReadFile(healthy.store)
	if err != nil {
		t.Fatal(err)
	}
	damaged := func(change func(file []byte) []byte) []byte { return change(append([]byte(nil), whole...)) }
	for name, file := range map[string][]byte{
		"a letter":        []byte("Dear Ines, this is no store.\n"),
		"one byte":        {'S'},
		"cut in half":     damaged(func(f []byte) []byte { return f[:len(f)/2] }),
		"cut in the head": damaged(func(f []byte) []byte { return f[:60] }),
		"no head":         damaged(func(f []byte) []byte { clear(f[:100]); return f }),
		"scribbled on": damaged(func(f []byte) []byte {
			page := int(f[16])<<8 | int(f[17])
			for i := page; i < len(f); i++ {
				f[i] = byte(i * 7)
			}
			return f
		}),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := newLife(t, storetest.SQLite(t))
			if err := os.WriteFile(l.store, file, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, args := range everyDoor() {
				l.run(args...).refused(l.store)
			}
			if r := l.run("doctor"); r.code != exitFound || !strings.Contains(r.stdout, l.store) {
				t.Errorf("doctor: exit code %d, want %d\n%s%s", r.code, exitFound, r.stdout, r.stderr)
			}
			if after, err := os.ReadFile(l.store); err != nil || string(after) != string(file) {
				t.Errorf("the broken store was changed: %v", err)
			}
		})
	}
	t.Run("another program's database", func(t *testing.T) {
		t.Parallel()
		l := newLife(t, storetest.SQLite(t))
		execute(t, database(t, l.store), `CREATE TABLE recipes (name TEXT)`)
		for _, args := range everyDoor() {
			l.run(args...).refused(l.store, "another program")
		}
	})
	t.Run("a folder", func(t *testing.T) {
		t.Parallel()
		l := newLife(t, t.TempDir())
		for _, args := range everyDoor() {
			l.run(args...).refused(l.store, "folder")
		}
	})
	t.Run("nothing yet", func(t *testing.T) {
		t.Parallel()
		l := newLife(t, filepath.Join(t.TempDir(), "not", "yet", "rapport.db"))
		l.run("list").refused("no store", "rapport log")
		l.must("log", "did: swept")
	})
}

func TestDatabaseThatIsAwayIsNamedWithoutItsPassword(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip(err)
	}
	nobody := listener.Addr().String()
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{
		"postgres://me:opensesame@" + nobody + "/work?sslmode=disable",
		"postgres://me:opensesame@no-such-host.invalid/work",
		"postgres://me:opensesame@%zz/work",
		"postgres://me:opensesame@" + nobody + ":99999999/work",
	} {
		l := newLife(t, address)
		for _, args := range [][]string{{"list"}, {"log", "did: swept"}, {"list", "--json"}} {
			r := l.run(args...)
			if r.code != exitUser || r.stdout != "" || strings.Count(r.stderr, "\n") > 3 || len(r.stderr) < 20 {
				t.Errorf("%s on %s: exit code %d\n%s%s", r.command, address, r.code, r.stdout, r.stderr)
			}
			if strings.Contains(r.stderr, "opensesame") {
				t.Errorf("%s shows the password:\n%s", r.command, r.stderr)
			}
		}
		if r := l.run("doctor"); strings.Contains(r.stdout+r.stderr, "opensesame") || r.code != exitFound {
			t.Errorf("doctor: exit code %d\n%s%s", r.code, r.stdout, r.stderr)
		}
	}
}

// TestWriterWaitsForAnother: a store that another process holds for a moment
// is waited for, by writers and readers alike.
func TestWriterWaitsForAnother(t *testing.T) {
	storetest.EachLocation(t, func(t *testing.T, location string) {
		l := newLife(t, location)
		l.must("log", "did: swept the yard")
		const held = 400 * time.Millisecond
		time.AfterFunc(held, lock(t, location))
		begun := time.Now()
		l.must("list") // readers do not wait
		read := time.Since(begun)
		l.must("log", "did: mopped the hall")
		if wrote := time.Since(begun); read > held || wrote < held {
			t.Errorf("with the store held for %v the reader was done after %v and the writer after %v", held, read, wrote)
		}
	})
}

// TestLockedStoreIsGivenUpWithAWord: a writer does not wait for ever.
func TestLockedStoreIsGivenUpWithAWord(t *testing.T) {
	if testing.Short() {
		t.Skip("waits as long as the program does")
	}
	storetest.EachLocation(t, func(t *testing.T, location string) {
		l := newLife(t, location)
		l.must("log", "did: swept the yard")
		before := l.export()
		lock(t, location)
		l.run("log", "did: mopped the hall").refused("another program")
		if after := l.export(); after != before {
			t.Error("the store changed")
		}
	})
}

// lock takes the store for itself, so that others can read and not write, and
// gives it back with the function it returns or with the end of the test.
func lock(t *testing.T, location string) (release func()) {
	t.Helper()
	conn, err := database(t, location).Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	begin := []string{"BEGIN IMMEDIATE"}
	if strings.HasPrefix(location, "postgres") {
		begin = []string{"BEGIN", "LOCK TABLE records IN EXCLUSIVE MODE"}
	}
	for _, s := range begin {
		if _, err := conn.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	release = sync.OnceFunc(func() {
		_, _ = conn.ExecContext(context.Background(), "COMMIT") // it changed nothing
		_ = conn.Close()
	})
	t.Cleanup(release)
	return release
}

// TestInterruptedImportTakesNothing: Ctrl-C in the middle of a long journal.
func TestInterruptedImportTakesNothing(t *testing.T) {
	storetest.EachLocation(t, func(t *testing.T, location string) {
		l := newLife(t, location)
		l.must("log", "did: swept the yard")
		before := l.export()
		// The journal comes through a pipe that is still open when the signal
		// arrives, so that the import is certainly under way.
		cmd := l.command(t.Context(), "import", "-")
		in, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		var stdout, stderr strings.Builder
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for i := range 3000 {
			if _, err := fmt.Fprintf(in, `{"id":"long-%d","t":"2026-03-02T09:00:00Z","type":"log","text":"swept yard %d","kind":"progress"}`+"\n", i, i); err != nil {
				t.Fatal(err)
			}
		}
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{})
		go func() {
			_ = cmd.Wait() // its exit code is looked at below
			close(ended)
		}()
		select {
		case <-ended:
		case <-time.After(20 * time.Second):
			t.Error("the import goes on after an interrupt")
			_ = cmd.Process.Kill()
			<-ended
		}
		result{t, "rapport import -", stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}.refused()
		if after := l.export(); after != before {
			t.Error("half a journal was taken")
		}
	})
}

// TestLongLinesOfAJournalAreTakenWhole: what another version wrote comes in,
// however long.
func TestLongLinesOfAJournalAreTakenWhole(t *testing.T) {
	storetest.EachLocation(t, func(t *testing.T, location string) {
		l := newLife(t, location)
		text := strings.Repeat("word by word ", 10<<20/13)
		l.must("import", l.write("long.jsonl", fmt.Sprintf(`{"id":"long","t":"2026-03-02T09:00:00+01:00","type":"note_private","text":%q}`+"\n", text)))
		if !strings.Contains(l.export(), text) {
			t.Error("the text did not come out as it went in")
		}
		before := l.export()
		l.run("import", l.write("endless.jsonl", `{"id":"endless","text":"`+strings.Repeat("x", 70<<20))).refused("line 1", "64 MB")
		if l.export() != before {
			t.Error("the store changed")
		}
	})
}
