package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"rapport/internal/store/storetest"
)

// oldLines are lines as the first release kept them.
var oldLines = []string{
	`{"id":"m1","t":"2026-01-12T10:00:00+01:00","type":"meeting","boss":"dana","kind":"1:1","status":"held","minutes":30,"notes":"she was tired"}`,
	`{"id":"c1","t":"2026-01-12T10:20:00+01:00","type":"commitment","by":"me","to":"dana","text":"send the rota","due":"2026-01-30"}`,
	`{"id":"c2","t":"2026-01-28T17:00:00+01:00","type":"commitment_done","text":"rota","by":"me"}`,
}

// oldStore makes a store of the first release with these lines.
func oldStore(t *testing.T, path string) {
	t.Helper()
	ddl, err := os.ReadFile(filepath.Join(root(t), "internal", "store", "testdata", "schema1", "sqlite.sql"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(ddl) + `;
		CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY, version_id BIGINT NOT NULL, is_applied BOOLEAN NOT NULL, tstamp TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
		INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, true), (1, true);
		INSERT INTO users (id, slug, name, zone, locale, work_days, editor, names, emails, sample) VALUES (5, 'me', 'Noor', '', '', 62, '', '[]', '[]', 0);
		INSERT INTO records (id, user_id, noun, number, line, at, at_offset, removed_at) VALUES (5, 5, 'user', 0, 'first', 0, 0, 0), (6, 5, 'boss', 1, 'b1', 1000000, 0, 0),
			(7, 5, 'kept', 0, 'm1', 1768208400000000, 60, 0), (8, 5, 'kept', 0, 'c1', 1768209600000000, 60, 0), (9, 5, 'kept', 0, 'c2', 1769616000000000, 60, 0);
		INSERT INTO bosses (id, user_id, slug, name, relation, role, zone, hours, evaluates, email, left_at, left_offset, left_line)
			VALUES (6, 5, 'dana', 'Dana', 'solid', '', '', '', 0, '', 0, 0, '');
		INSERT INTO kept_lines (id, user_id, type, body, why) VALUES (7, 5, 'meeting', '` + oldLines[0] + `', 'later'),
			(8, 5, 'commitment', '` + oldLines[1] + `', 'later'), (9, 5, 'commitment_done', '` + oldLines[2] + `', 'later');`
	c, err := sqlite3.Open(path)
	if err == nil {
		err = errors.Join(c.Exec(text), c.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
}

func TestAStoreOfTheFirstReleaseIsBroughtUpToDate(t *testing.T) {
	t.Parallel()
	old := storetest.SQLite(t)
	oldStore(t, old)
	l := newLife(t, old)
	if r := l.must("status"); !strings.Contains(r.stderr, old+".schema-1.backup") {
		t.Errorf("it does not say where the old store is: %s", r.stderr)
	}
	l.keepsOldLines()
	if r := l.must("import", "--json", l.write("again.jsonl", strings.Join(oldLines, "\n"))); !strings.Contains(r.stdout, `"unchanged":1`) && !strings.Contains(r.stdout, `"unchanged": 1`) {
		t.Errorf("the lines are news: %s", r.stdout)
	}
}

func TestABackupOfTheFirstReleaseIsRestored(t *testing.T) {
	t.Parallel()
	old := storetest.SQLite(t)
	oldStore(t, old)
	l := newLife(t, storetest.SQLite(t))
	l.must("restore", old)
	l.keepsOldLines()
	names, err := filepath.Glob(filepath.Join(filepath.Dir(l.store), "*"))
	if err != nil || len(names) > 3 {
		t.Errorf("beside the store lie %q, %v", names, err)
	}
}

// keepsOldLines sees that the lines of the first release go out as they came,
// as records that have a number.
func (l *life) keepsOldLines() {
	l.t.Helper()
	out := l.export()
	for _, line := range oldLines {
		if !strings.Contains(out, line+"\n") {
			l.t.Errorf("the journal has no %s:\n%s", line, out)
		}
	}
	for _, number := range []string{"2", "3", "4"} {
		l.must("show", number)
	}
}
