package store_test

import (
	"context"
	"embed"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// firstSchemas are the schemas of version 1, kept for ever: a store made by
// the first release must open in every later one. They are never edited once
// released.
//
//go:embed testdata/schema1
var firstSchemas embed.FS

// makeFirst makes a store of schema 1 with one user in it.
func makeFirst(t *testing.T, location string) {
	t.Helper()
	name := "testdata/schema1/sqlite.sql"
	if strings.HasPrefix(location, "postgres") {
		name = "testdata/schema1/postgres.sql"
	}
	ddl, err := fs.ReadFile(firstSchemas, name)
	if err != nil {
		t.Fatal(err)
	}
	outside(t, location, string(ddl)+`;
		CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY, version_id BIGINT NOT NULL, is_applied BOOLEAN NOT NULL, tstamp TIMESTAMP DEFAULT CURRENT_TIMESTAMP);
		INSERT INTO goose_db_version (id, version_id, is_applied) VALUES (1, 0, true), (2, 1, true);
		INSERT INTO users (id, slug, name, zone, locale, work_days, editor, names, emails, sample)
			VALUES (5, 'me', 'Noor', '', '', 0, '', '[]', '["noor@falk.example"]', 0);
		INSERT INTO records (id, user_id, noun, number, line, at, at_offset, removed_at) VALUES (5, 5, 'user', 0, 'first', 0, 0, 0);`)
}

func TestTheFirstSchemaOpensAndIsBroughtUpToDate(t *testing.T) {
	t.Parallel()
	storetest.EachLocation(t, func(t *testing.T, location string) {
		makeFirst(t, location)
		var notices []string
		db := storetest.Open(t, location, store.Options{
			Notice:    func(text string) { notices = append(notices, text) },
			MoveLines: func(context.Context, *store.Tx) error { return nil }, // there are none
		})
		fresh := storetest.Open(t, freshLike(t, location), store.Options{Create: true})
		same(t, "columns", columns(t, db), columns(t, fresh))
		user := get(t, db, func(ctx context.Context, tx *store.Tx) (rapport.User, error) {
			u, _, err := tx.User(ctx, "me")
			return u, err
		})
		same(t, "name", user.Name, "Noor")
		same(t, "emails", user.Emails, []string{"noor@falk.example"})
		(&life{db: db, user: user}).add(t, "2026-11-03", rapport.Progress, "written after the migration")

		backup := location + ".schema-1.backup"
		_, err := os.Stat(backup)
		switch file := !strings.HasPrefix(location, "postgres"); {
		case store.SchemaVersion == 1 || !file:
			same(t, "a backup of what needed none", err == nil, false)
		case err != nil || len(notices) != 1 || !strings.Contains(notices[0], backup):
			t.Errorf("the old store is kept as %s: %v; told %q", backup, err, notices)
		}
	})
}

func TestAStoreWhoseLinesNobodyCanMoveIsLeftAlone(t *testing.T) {
	t.Parallel()
	storetest.EachLocation(t, func(t *testing.T, location string) {
		makeFirst(t, location)
		db, err := store.Open(t.Context(), location, store.Key{}, store.Options{})
		if err == nil {
			t.Fatal("it opened", db.Close())
		}
		explained(t, err, rapport.Unsupported, "schema 1", "--db")
		if _, err := os.Stat(location + ".schema-1.backup"); err == nil {
			t.Error("a backup was made of what did not change")
		}
	})
}

func freshLike(t *testing.T, location string) string {
	if strings.HasPrefix(location, "postgres") {
		return storetest.Postgres(t)
	}
	return storetest.SQLite(t)
}

// columns lists table.column for the whole schema.
func columns(t *testing.T, db *store.DB) (all []string) {
	t.Helper()
	ctx := context.Background()
	tables, err := db.Tables(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		columns, err := db.Columns(ctx, table)
		if err != nil {
			t.Fatal(err)
		}
		for _, column := range columns {
			all = append(all, table+"."+column)
		}
	}
	return all
}

func TestBothDatabasesHaveTheSameTablesAndColumns(t *testing.T) {
	t.Parallel()
	lite := columns(t, storetest.Open(t, storetest.SQLite(t), store.Options{Create: true}))
	server := columns(t, storetest.Open(t, storetest.Postgres(t), store.Options{Create: true}))
	// The word index is each database's own.
	own := func(column string) bool {
		table, _, _ := strings.Cut(column, ".")
		return table == "search" || table == "private_search"
	}
	same(t, "columns", slices.DeleteFunc(lite, own), slices.DeleteFunc(server, own))
}

// kept says of every column how it leaves with the journal, as TYPE.FIELD, or
// why it need not: a record that cannot be taken along is not the user's own.
// One line for each table keeps the list readable.
var kept = map[string]string{
	"goose_db_version.*": "derived: the version of the schema, not of the record",
	"search.*":           "derived: from the texts of the records",
	"private_search.*":   "derived: from the private notes",

	"*.id":      "derived: internal to one store; line ids leave instead",
	"*.user_id": "derived: a journal is one user's",
	"*.rank":    "derived: the order of the list it ranks",

	"records.noun":       "derived: the type of the line",
	"records.number":     "derived: counted anew in another store",
	"records.line":       "exported as *.id",
	"records.at":         "exported as *.t",
	"records.at_offset":  "exported as *.t",
	"records.removed_at": "exported as *.removed",

	"users.slug": "derived: tells the users of one store apart", "users.name": "exported as user.name",
	"users.zone": "exported as user.tz", "users.locale": "exported as user.locale",
	"users.work_days": "exported as user.work_week", "users.editor": "exported as user.editor",
	"users.names": "exported as user.names", "users.emails": "exported as user.emails",
	"users.sample": "exported as user.sample",

	"bosses.slug": "exported as add_boss.boss", "bosses.name": "exported as add_boss.name", "bosses.relation": "exported as add_boss.relation",
	"bosses.role": "exported as add_boss.role", "bosses.zone": "exported as add_boss.tz", "bosses.hours": "exported as add_boss.hours",
	"bosses.evaluates": "exported as add_boss.evaluates", "bosses.email": "exported as add_boss.email",
	"bosses.since":   "exported as add_boss.since",
	"bosses.left_at": "exported as boss_left.t", "bosses.left_offset": "exported as boss_left.t", "bosses.left_line": "exported as boss_left.id",

	"goals.boss_id": "exported as boss_goal.boss", "goals.slug": "exported as boss_goal.goal", "goals.title": "exported as boss_goal.title",
	"goals.confirmed": "exported as boss_goal.confirmed", "goals.due": "exported as boss_goal.due", "goals.closed": "exported as boss_goal.closed",
	"goals.source": "exported as boss_goal.source", "goals.owned_by": "exported as boss_goal.owned_by", "goals.horizon": "exported as boss_goal.horizon",
	"goals.confirmed_on": "exported as boss_goal.confirmed_on", "goals.played_back": "exported as boss_goal.played_back",

	"projects.slug": "exported as project.project", "projects.title": "exported as project.title", "projects.boss_id": "exported as project.boss",
	"projects.goal_id": "exported as project.goal", "projects.due": "exported as project.due",
	"projects.status": "exported as project.status", "projects.level": "exported as project.level", "projects.depends": "exported as project.depends",

	// Of facts the fields of each noun are tried one by one, in facts_test.go
	// and in the journal's own tests.
	"facts.noun": "exported as *.type", "facts.boss_id": "exported as *.boss", "facts.day": "derived: the day of t, or of the start of a meeting",
	"facts.due": "exported as *.due", "facts.state": "derived: from the other fields of the noun", "facts.text": "exported as *.text",
	"facts.about_id": "exported as commitment_done.ref", "private_facts.about_id": "derived: no private fact has one",
	"facts.body":         "exported as the whole line",
	"private_facts.noun": "exported as *.type", "private_facts.boss_id": "exported as *.boss", "private_facts.day": "derived: the day of t",
	"private_facts.due": "exported as *.due", "private_facts.state": "derived: from the other fields of the noun",
	"private_facts.text": "exported as *.text", "private_facts.body": "exported as the whole line",

	"sources.kind": "exported as source.kind", "sources.location": "exported as source.location", "sources.title": "exported as source.title",
	"sources.project_id": "exported as source.project", "sources.cursor": "derived: reading again finds the place again",
	"raw_items.source_id": "derived: fetched again from the source", "raw_items.key": "derived: fetched again from the source",
	"raw_items.day": "derived: fetched again from the source", "raw_items.body": "derived: fetched again from the source",

	"entries.day": "exported as log.day", "entries.kind": "exported as log.kind", "entries.kind_by": "exported as log.kind_by",
	"entries.text": "exported as log.text", "entries.outcome": "exported as log.outcome",
	"entries.project_id": "exported as log.project", "entries.project_by": "exported as log.project_by",
	"entries.told_said": "exported as log.told_said", "entries.helpers": "exported as log.helpers",
	"entries.committed_by": "exported as log.committed_by", "entries.due": "exported as log.due",
	"entries.closed": "exported as log.closed",
	"entries.asked":  "exported as log.asked", "entries.raised": "exported as log.raised",
	"entries.boss_said": "exported as log.boss_said", "entries.own_error": "exported as log.own_error",
	"entries.url": "exported as log.url", "entries.evidence": "exported as log.evidence", "entries.source_id": "exported as log.source",
	"entry_bosses.entry_id": "exported as log.concerns", "entry_bosses.boss_id": "exported as log.concerns",
	"entry_links.entry_id": "exported as log.goal_links", "entry_links.goal_id": "exported as log.goal_links",
	"entry_links.linked_by": "exported as log.goal_links", "entry_links.confidence": "exported as log.goal_links", "entry_links.reason": "exported as log.goal_links",
	"told.entry_id": "exported as log.told", "told.boss_id": "exported as log.told", "told.since": "exported as log.told",
	"told.since_offset": "exported as log.told", "told.how": "exported as log.told", "told.report_id": "exported as log.told", "told.via": "exported as log.told",

	"reports.boss_id": "exported as report_sent.boss", "reports.at": "derived: that of the record",
	"reports.from_day": "exported as report_sent.from", "reports.until_day": "exported as report_sent.until",
	"reports.version": "exported as report_sent.version", "reports.state": "exported as *.type", "reports.format": "exported as report_sent.format",
	"reports.text": "exported as report_sent.text", "reports.medium": "exported as report_sent.medium", "reports.item_count": "exported as report_sent.items",
	"reports.pages": "exported as report_sent.pages", "reports.opened": "exported as report_sent.opened",
	"report_items.report_id": "exported as report_sent.entries", "report_items.entry_id": "exported as report_sent.entries", "report_items.place": "exported as report_sent.entries",

	"private_notes.day": "exported as note_private.day", "private_notes.text": "exported as note_private.text",

	"proposals.source_id": "exported as proposal.source", "proposals.key": "exported as proposal.key",
	"proposals.from_day": "exported as proposal.from", "proposals.day": "exported as proposal.day", "proposals.kind": "exported as proposal.kind",
	"proposals.text": "exported as proposal.text", "proposals.project": "exported as proposal.project", "proposals.reason": "exported as proposal.reason",
	"proposals.confidence": "exported as proposal.confidence", "proposals.evidence": "exported as proposal.evidence",
	"proposals.noise": "exported as proposal.noise", "proposals.state": "exported as proposal.state", "proposals.entry_id": "exported as proposal.entry",

	"calendar.text": "exported as calendar.text", "calendar.from_day": "exported as calendar.date",
	"calendar.until_day": "exported as calendar.until", "calendar.kind": "exported as calendar.kind",

	"corrections.about": "exported as correction.about", "corrections.text": "exported as correction.text",
	"corrections.wrong": "exported as correction.wrong", "corrections.right_word": "exported as correction.right",

	"kept_lines.type": "exported as *.type", "kept_lines.body": "exported as the whole line", "kept_lines.why": "derived: by reading the line again",

	"changes.at": "derived: undo reaches back in one store only", "changes.what": "derived: undo reaches back in one store only",
	"changes.steps": "derived: undo reaches back in one store only", "changes.undone": "derived: undo reaches back in one store only",
}

func TestEveryColumnIsExportedOrDerived(t *testing.T) {
	t.Parallel()
	shape := regexp.MustCompile(`^(exported as ([a-z_]+|\*)\.[a-z_]+|exported as the whole line|derived: .+)$`)
	used := map[string]bool{}
	all := columns(t, storetest.Open(t, storetest.SQLite(t), store.Options{Create: true}))
	for _, full := range all {
		table, column, _ := strings.Cut(full, ".")
		found := false
		for _, name := range []string{full, table + ".*", "*." + column} {
			if _, ok := kept[name]; ok {
				used[name], found = true, true
				break
			}
		}
		if !found {
			t.Errorf("%s is neither exported nor derived: a record must be able to leave whole; say how in the list", full)
		}
	}
	for name, how := range kept {
		if !used[name] {
			t.Errorf("%s is in the list and not in the schema", name)
		}
		if !shape.MatchString(how) {
			t.Errorf("%s: %q is neither \"exported as TYPE.FIELD\" nor \"derived: why\"", name, how)
		}
	}
}
