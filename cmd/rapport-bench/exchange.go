package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"rapport/internal/store"
)

// exchange measures the journal out of the largest store and into a new one,
// against the sqlite3 shell that selects the same rows and inserts them into the
// same tables and indexes.
func (b *bench) exchange(ctx context.Context, l life) error {
	journal := filepath.Join(b.dir, "journal.jsonl")
	text, err := exec.CommandContext(ctx, b.rapport, "--db", l.path, "export").Output()
	if err != nil {
		return fmt.Errorf("exporting: %w", err)
	}
	if err := os.WriteFile(journal, text, 0o600); err != nil {
		return err
	}
	lines := fmt.Sprintf(" of %d,000 lines", bytes.Count(text, []byte{'\n'})/1000)
	taken, floor := filepath.Join(b.dir, "taken.db"), filepath.Join(b.dir, "taken-floor.db")
	few := *b
	// Each round takes seconds.
	few.rounds = min(b.rounds, 5)
	insert, err := b.shellInsert(taken, floor)
	if err != nil {
		return err
	}
	imported := command{
		name: "import" + lines, args: []string{b.rapport, "--db", taken, "import", journal},
		before: func() error { return removeStore(taken) },
	}
	samples, err := few.cold(ctx, imported, insert)
	if err != nil {
		return err
	}
	b.add(measure{
		Name: imported.name, Median: samples[0].median(), Best: samples[0].best(), Floor: samples[1].median(), FloorName: "sqlite3 shell",
		Ratio: samples[0].median() / samples[1].median(), Limit: 8, MaxRSS: samples[0].rss,
	})
	exported := command{name: "export" + lines, args: []string{b.rapport, "--db", taken, "export"}}
	if samples, err = few.cold(ctx, exported, shellSelect(taken)); err != nil {
		return err
	}
	b.add(measure{
		Name: exported.name, Median: samples[0].median(), Best: samples[0].best(), Floor: samples[1].median(), FloorName: "sqlite3 shell",
		Ratio: samples[0].median() / samples[1].median(), Limit: 5, MaxRSS: samples[0].rss,
	})
	return nil
}

// filled are the tables that a journal fills.
var filled = [...]string{
	"users", "records", "bosses", "goals", "projects", "entries", "entry_bosses", "entry_links", "reports", "report_items", "told",
	"private_notes", "facts", "private_facts", "kept_lines",
}

// shellInsert is the sqlite3 shell that makes the same tables and indexes and
// fills them with the rows of a store, words included.
func (b *bench) shellInsert(from, into string) (command, error) {
	schema, err := store.Schema("sqlite")
	if err != nil {
		return command{}, err
	}
	var script strings.Builder
	script.WriteString("PRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\nPRAGMA foreign_keys = ON;\n")
	for line := range strings.Lines(schema) {
		if !strings.HasPrefix(line, "--") {
			script.WriteString(strings.ReplaceAll(line, ", contentless_delete=1", ""))
		}
	}
	fmt.Fprintf(&script, "ATTACH '%s' AS life;\nBEGIN;\n", from)
	for _, table := range filled {
		fmt.Fprintf(&script, "INSERT INTO %s SELECT * FROM life.%s ORDER BY 1;\n", table, table)
	}
	script.WriteString(`INSERT INTO search (rowid, words) SELECT id, text FROM entries;
INSERT INTO search (rowid, words) SELECT id, text FROM facts;
INSERT INTO private_search (rowid, words) SELECT id, text FROM private_notes;
INSERT INTO private_search (rowid, words) SELECT id, text FROM private_facts;
COMMIT;
`)
	return command{
		name: "sqlite3 shell", args: []string{"sqlite3", "-batch", into}, stdin: script.String(),
		before: func() error { return removeStore(into) },
	}, nil
}

// shellSelect is the sqlite3 shell that prints the same rows.
func shellSelect(from string) command {
	var script strings.Builder
	for _, table := range filled {
		fmt.Fprintf(&script, "SELECT * FROM %s;\n", table)
	}
	return command{name: "sqlite3 shell", args: []string{"sqlite3", "-batch", from}, stdin: script.String()}
}
