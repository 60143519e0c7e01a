package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"rapport/internal/store"
)

// buildBare builds the floor of all floors: a Go program that does nothing.
func (b *bench) buildBare(ctx context.Context) error {
	folder := filepath.Join(b.dir, "bare")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for name, text := range map[string]string{"main.go": "package main\n\nfunc main() {}\n", "go.mod": "module bare\n\ngo 1.26\n"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			return err
		}
	}
	b.bare = filepath.Join(folder, "bare")
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", b.bare, ".")
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("building the bare program: %w\n%s", err, out)
	}
	return nil
}

func (b *bench) bareProcess() command {
	return command{name: "bare Go process", args: []string{b.bare}}
}

// fillFloor copies a store into a database of the sqlite3 shell: the same
// tables, rows and indexes. The one option of the full-text index that the
// shells of stable systems do not know yet is left out.
func (b *bench) fillFloor(ctx context.Context, l life) error {
	schema, err := store.Schema("sqlite")
	if err != nil {
		return err
	}
	var script strings.Builder
	script.WriteString("PRAGMA journal_mode = WAL;\n")
	for line := range strings.Lines(schema) {
		if !strings.HasPrefix(line, "--") {
			script.WriteString(strings.ReplaceAll(line, ", contentless_delete=1", ""))
		}
	}
	fmt.Fprintf(&script, "ATTACH '%s' AS life;\nBEGIN;\n", l.path)
	for _, table := range [...]string{"users", "records", "bosses", "goals", "projects", "entries", "entry_bosses", "entry_links", "reports", "report_items", "told", "private_notes", "facts", "private_facts"} {
		fmt.Fprintf(&script, "INSERT INTO %s SELECT * FROM life.%s;\n", table, table)
	}
	script.WriteString("INSERT INTO search (rowid, words) SELECT id, text FROM entries;\nCOMMIT;\n")
	cmd := exec.CommandContext(ctx, "sqlite3", l.floor)
	cmd.Stdin = strings.NewReader(script.String())
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("sqlite3: %w\n%s", err, out)
	}
	return nil
}

// sqliteInsert is the durable insert of one entry by the sqlite3 shell, with
// the rows that the program writes for it.
func (b *bench) sqliteInsert(l life) command {
	const script = `PRAGMA synchronous = FULL;
PRAGMA foreign_keys = ON;
BEGIN IMMEDIATE;
SELECT id, work_days FROM users WHERE slug = 'me';
INSERT INTO records (id, user_id, noun, number, line, at, at_offset, removed_at)
SELECT (SELECT max(id) FROM records) + 1, u.id, 'entry',
	(SELECT number FROM records r WHERE r.user_id = u.id AND number > 0 ORDER BY number DESC LIMIT 1) + 1,
	lower(hex(randomblob(13))), CAST(strftime('%s', 'now') AS INTEGER) * 1000000, 0, 0
FROM users u WHERE u.slug = 'me';
INSERT INTO entries (id, user_id, day, kind, kind_by, text, outcome, project_id, project_by, told_said, helpers,
	committed_by, due, closed, asked, raised, boss_said, own_error, url, evidence, source_id)
SELECT id, user_id, date('now'), 'progress', 1, 'checked the drawings for the second floor', '', NULL, 0, 2, '[]',
	'[]', '', '', 0, 0, '', 0, '', '[]', NULL
FROM records ORDER BY id DESC LIMIT 1;
INSERT INTO search (rowid, words)
SELECT id, 'checked the drawings for the second floor' FROM records ORDER BY id DESC LIMIT 1;
COMMIT;
`
	return command{name: "sqlite3 shell", args: []string{"sqlite3", "-batch", l.floor}, stdin: script}
}
