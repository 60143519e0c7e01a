package store_test

import (
	"context"
	"database/sql"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// refused opens a store that must not open, and checks that the error is one
// for a person and that the file is as it was.
func refused(t *testing.T, location string, options store.Options, code rapport.Code, words ...string) {
	t.Helper()
	before, _ := os.ReadFile(location)
	db, err := store.Open(context.Background(), location, store.Key{}, options)
	if err == nil {
		t.Error("the store opened", db.Close())
		return
	}
	explained(t, err, code, words...)
	if after, _ := os.ReadFile(location); string(after) != string(before) {
		t.Error("the file changed")
	}
}

// explained checks that an error is one for a person.
func explained(t *testing.T, err error, code rapport.Code, words ...string) {
	t.Helper()
	var e *rapport.Error
	if !errors.As(err, &e) || e.Code != code || e.Hint == "" {
		t.Errorf("got %q (code %s, hint %q), want code %s and a hint", err, rapport.CodeOf(err), rapport.HintOf(err), code)
		return
	}
	for _, word := range words {
		if !strings.Contains(e.Error()+" "+e.Hint, word) {
			t.Errorf("%q with hint %q does not say %q", e, e.Hint, word)
		}
	}
}

// raw runs SQL on a file without the store.
func raw(t *testing.T, path, text string) {
	t.Helper()
	c, err := sqlite3.Open(path)
	if err == nil {
		err = errors.Join(c.Exec(text), c.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}

// postgres runs SQL on a server without the store.
func postgres(t *testing.T, location, text string) {
	t.Helper()
	db, err := sql.Open("pgx", location)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close() // nothing is left to fail
	if _, err := db.ExecContext(t.Context(), text); err != nil {
		t.Fatal(err)
	}
}

// outside runs SQL on a store of either kind without the store.
func outside(t *testing.T, location, text string) {
	t.Helper()
	if strings.HasPrefix(location, "postgres") {
		postgres(t, location, text)
	} else {
		raw(t, location, text)
	}
}

func TestAStoreThatIsNotThereIsOnlyMadeWhereAsked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", "rapport.db")
	refused(t, path, store.Options{}, rapport.NotFound, path, "--db")
	if _, err := os.Stat(filepath.Dir(path)); err == nil {
		t.Error("the folder was made")
	}
	storetest.Open(t, path, store.Options{Create: true})
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the store can be read by others: %v", info.Mode())
	}
}

func TestWhatIsNoStoreIsRefusedAndLeftAlone(t *testing.T) {
	folder := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	both := []store.Options{{}, {Create: true}}
	for _, options := range both {
		refused(t, file("notes.txt", "Monday: moved the pallets\n"+strings.Repeat("x", 5000)), options, rapport.Invalid, "notes.txt", "--db")
		refused(t, file("short", "hi"), options, rapport.Invalid, "short")
		refused(t, file("nearly", "SQLite format 3\x00"), options, rapport.Invalid, "nearly")
		refused(t, folder, options, rapport.Invalid, "folder", "rapport.db")

		other := filepath.Join(folder, "recipes.db")
		_ = os.Remove(other)
		raw(t, other, `CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')`)
		refused(t, other, options, rapport.Invalid, "recipes.db", "another program")

		foreign := filepath.Join(folder, "goose.db")
		_ = os.Remove(foreign)
		raw(t, foreign, `CREATE TABLE goose_db_version (other TEXT); CREATE TABLE things (name TEXT)`)
		refused(t, foreign, options, rapport.Invalid, "another program")
	}
}

func TestABrokenFileIsReported(t *testing.T) {
	path := storetest.SQLite(t)
	db, err := store.Open(context.Background(), path, store.Key{}, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	l := live(t, db, "me")
	for range 50 {
		l.add(t, "2026-11-03", rapport.Progress, strings.Repeat("pallet ", 500))
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	raw(t, path, `PRAGMA wal_checkpoint(truncate)`)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("torn off in the middle", func(t *testing.T) {
		broken := storetest.SQLite(t)
		if err := os.WriteFile(broken, whole[:len(whole)/2], 0o600); err != nil {
			t.Fatal(err)
		}
		damaged(t, broken)
	})
	t.Run("overwritten in the middle", func(t *testing.T) {
		broken := storetest.SQLite(t)
		bad := append([]byte(nil), whole...)
		for i := 4096; i < len(bad)-4096; i++ {
			bad[i] ^= 0x5a
		}
		if err := os.WriteFile(broken, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		damaged(t, broken)
	})
}

// damaged expects the damage to be reported by Open, by reading or by Check.
func damaged(t *testing.T, path string) {
	t.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, path, store.Key{}, store.Options{})
	if err != nil {
		explained(t, err, rapport.Unavailable, "damaged", "doctor")
		return
	}
	defer db.Close() // it is broken
	faults, err := db.Check(ctx)
	if err == nil && len(faults) == 0 {
		t.Error("the damage went unnoticed")
	}
	if err != nil {
		explained(t, err, rapport.Unavailable, "damaged", "doctor")
	}
}

func TestANewerStoreIsRefusedByName(t *testing.T) {
	t.Parallel()
	storetest.EachLocation(t, func(t *testing.T, location string) {
		storetest.Open(t, location, store.Options{Create: true})
		outside(t, location, `INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, true)`)
		_, err := store.Open(context.Background(), location, store.Key{}, store.Options{Create: true})
		explained(t, err, rapport.Unsupported, "schema 99", "newer")
	})
}

func TestACopyOfTheStoreIsAStore(t *testing.T) {
	path, copied := storetest.SQLite(t), filepath.Join(t.TempDir(), "backup.db")
	db := storetest.Open(t, path, store.Options{Create: true})
	l := live(t, db, "me")
	ctx := context.Background()
	if err := db.Backup(ctx, copied); err != nil {
		t.Fatal(err)
	}
	explained(t, db.Backup(ctx, copied), rapport.Conflict, copied)
	explained(t, db.Backup(ctx, filepath.Join(t.TempDir(), "none", "b.db")), rapport.NotFound)
	again := storetest.Open(t, copied, store.Options{})
	same(t, "the copy", observe(t, again, l.user.ID), observe(t, db, l.user.ID))
	checkSound(t, again)
	(&life{db: again, user: l.user}).add(t, "2026-11-03", rapport.Progress, "written to the copy")
	if n := len(entries(t, l, store.EntryFilter{})); n != 1 {
		t.Errorf("the store has %d entries after the copy was written, want 1", n)
	}
	info, err := os.Stat(copied)
	if err == nil && runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the backup can be read by others: %v", info.Mode())
	}
}

func TestBackingUpPostgresNamesTheWay(t *testing.T) {
	db := storetest.Open(t, storetest.Postgres(t), store.Options{})
	explained(t, db.Backup(context.Background(), filepath.Join(t.TempDir(), "b")), rapport.Unsupported, "export", "pg_dump")
}

func TestAPathMayHoldAnyCharacters(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows forbids such names")
	}
	path := filepath.Join(t.TempDir(), "what? #1 100% ünï 'q' & file:x", "my store.db")
	l := live(t, storetest.Open(t, path, store.Options{Create: true}), "me")
	if err := l.db.Backup(context.Background(), path+" (copy)?.db"); err != nil {
		t.Error(err)
	}
	for _, name := range []string{path, path + " (copy)?.db"} {
		if _, err := os.Stat(name); err != nil {
			t.Error(err)
		}
	}
}

func TestALockedStoreIsWaitedForAndThenReported(t *testing.T) {
	path := storetest.SQLite(t)
	l := live(t, storetest.Open(t, path, store.Options{Create: true}), "me")
	other, err := sqlite3.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close() // the test is over
	if err := other.Exec(`BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	// Giving up early by context stands for the fifteen seconds.
	ctx, cancel := context.WithCancel(context.Background())
	waiting := make(chan error)
	go func() {
		waiting <- l.db.Write(ctx, func(*store.Tx) error { return nil })
	}()
	read(t, l.db, func(ctx context.Context, tx *store.Tx) error { return nil }) // readers need not wait
	cancel()
	explained(t, <-waiting, rapport.Unavailable, "nothing was changed")
	if err := other.Exec(`COMMIT`); err != nil {
		t.Fatal(err)
	}
	l.add(t, "2026-11-03", rapport.Progress, "free again")
}

func TestAPostgresThatIsAwayIsReportedWithoutThePassword(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Skip("no network at all")
	}
	closed := listener.Addr().String()
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	for name, location := range map[string]string{
		"nobody listens":   "postgres://noor:s3cret-pw@" + closed + "/rapport?sslmode=disable",
		"no such host":     "postgres://noor:s3cret-pw@db.invalid:5432/rapport?sslmode=disable",
		"address broken":   "postgres://noor:s3cret-pw@host:notaport/rapport",
		"password broken":  "postgres://noor:s3cret-pw%zz@host/rapport",
		"option broken":    "postgres://noor:s3cret-pw@host/rapport?sslmode=s3cret-pw",
		"password in list": "postgres://host/rapport?user=noor&password=s3cret-pw&connect_timeout=x",
	} {
		t.Run(name, func(t *testing.T) {
			_, err := store.Open(context.Background(), location, store.Key{}, store.Options{})
			if err == nil {
				t.Fatal("it opened")
			}
			if code := rapport.CodeOf(err); (code != rapport.Unavailable && code != rapport.Invalid) || rapport.HintOf(err) == "" {
				t.Errorf("got %q (code %s, hint %q)", err, code, rapport.HintOf(err))
			}
			for e := err; e != nil; e = errors.Unwrap(e) {
				if strings.Contains(e.Error()+rapport.HintOf(e), "s3cret") {
					t.Errorf("the password is in %q", e)
				}
			}
		})
	}
}

func TestTheServersRefusalIsReportedWithoutThePassword(t *testing.T) {
	good := storetest.Postgres(t)
	user, rest, _ := strings.Cut(strings.TrimPrefix(good, "postgres://"), "@")
	name, password, _ := strings.Cut(user, ":")
	host, options, _ := strings.Cut(rest, "/")
	_, options, _ = strings.Cut(options, "?")
	for what, location := range map[string]string{
		"wrong password": "postgres://" + name + ":wr0ng-pw@" + host + "/postgres?" + options,
		"no database":    "postgres://" + user + "@" + host + "/no_such_database?" + options,
		"no schema":      "postgres://" + user + "@" + host + "/postgres?sslmode=disable&search_path=no_such_schema",
	} {
		_, err := store.Open(context.Background(), location, store.Key{}, store.Options{Create: true})
		if rapport.CodeOf(err) != rapport.Unavailable || rapport.HintOf(err) == "" {
			t.Errorf("%s: got %q (code %s, hint %q)", what, err, rapport.CodeOf(err), rapport.HintOf(err))
		}
		if err != nil && (strings.Contains(err.Error(), password) || strings.Contains(err.Error(), "wr0ng-pw")) {
			t.Errorf("%s: the password is in %q", what, err)
		}
	}
	db := storetest.Open(t, good, store.Options{})
	if strings.Contains(db.Location(), password) {
		t.Errorf("the password is in %q", db.Location())
	}
}

func TestAKeyIsNotIgnored(t *testing.T) {
	if db, err := store.Open(context.Background(), storetest.SQLite(t), store.KeyOf([]byte("secret")), store.Options{Create: true}); err == nil {
		t.Error("a store that should be encrypted was opened plain", db.Close())
	} else {
		explained(t, err, rapport.Unsupported)
	}
}

// asNobody runs one test of this binary again without the powers of root,
// which no file mode stops.
func asNobody(t *testing.T, folder string) bool {
	t.Helper()
	if os.Getuid() != 0 {
		return false
	}
	drop, err := exec.LookPath("setpriv")
	if err != nil {
		t.Skip("runs as root, whom no file mode stops, and there is no setpriv")
	}
	program := filepath.Join(folder, "again")
	content, err := os.ReadFile(os.Args[0])
	if err == nil {
		err = os.WriteFile(program, content, 0o755)
	}
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), drop, "--reuid=65534", "--regid=65534", "--clear-groups", program, "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Dir, cmd.Env = folder, append(os.Environ(), "TMPDIR="+folder, "HOME="+folder)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("without root: %v\n%s", err, out)
	}
	return true
}
