package store

import (
	"context"
	"fmt"
	"strings"

	"rapport"
)

const entryColumns = `e.day, e.kind, e.kind_by, e.text, e.outcome,
	coalesce(e.project_id, 0), e.project_by, e.told_said, e.helpers, e.committed_by, e.due, e.closed, e.asked, e.raised,
	e.boss_said, e.own_error, e.url, e.evidence, coalesce(e.source_id, 0)`

const selectEntry = `SELECT ` + recordColumns + `, ` + entryColumns + ` FROM entries e JOIN records r ON r.id = e.id `

// entryFields are the destinations of entryColumns.
func entryFields(e *rapport.Entry) []any {
	return []any{
		&e.Day, &e.Kind, &e.KindBy, &e.Text, &e.Outcome,
		&e.Project, &e.ProjectBy, &e.ToldSaid,
		jsonList[string]{&e.Helpers},
		jsonList[rapport.Party]{&e.CommittedBy},
		&e.Due, &e.Closed, &e.Asked, &e.Raised, &e.BossSaid, &e.OwnError, &e.URL,
		jsonList[rapport.Evidence]{&e.Evidence},
		&e.Source,
	}
}

// scanEntry returns a function that reads a row of selectEntry.
func scanEntry() func(row) (rapport.Entry, error) {
	e := new(rapport.Entry)
	return scanInto(e, append(recordFields(&e.ID, &e.Record), entryFields(e)...))
}

// scanInto returns a function that reads a row into fields, which are those of
// one. All rows of a query go through it, so that a row costs no more memory
// than its values.
func scanInto[T any](one *T, fields []any) func(row) (T, error) {
	var none T
	return func(r row) (T, error) {
		*one = none
		err := r.Scan(fields...)
		return *one, err
	}
}

// EntryFilter says which entries to list. The zero value of a field means
// that it does not restrict.
type EntryFilter struct {
	rapport.Period
	Kinds   []rapport.Kind
	Project rapport.ProjectID
	// Boss restricts to entries addressed to the boss.
	Boss rapport.BossID
	// Goal restricts to entries linked to the goal, refused links apart.
	Goal   rapport.GoalID
	Source rapport.SourceID
	// Untold restricts to entries that this boss does not know.
	Untold rapport.BossID
	// Hears restricts to entries that are not addressed to other bosses alone.
	Hears rapport.BossID
	// KnownOrFor restricts to entries that are addressed to this boss, or that
	// they know.
	KnownOrFor rapport.BossID
	// Linked restricts to entries whose links the user confirmed or refused.
	Linked bool
	// ArrivedAfter restricts to entries that were written down after this one,
	// whatever their day.
	ArrivedAfter rapport.EntryID
	// Open restricts to entries whose matter has not ended.
	Open bool
	// ClosedSince restricts to entries whose matter ended on this day or later.
	ClosedSince rapport.Day
	// Oldest lists the oldest first; otherwise the newest come first.
	Oldest bool
	// After continues a list behind its last entry.
	After Position
	// Limit bounds the list; zero means no bound.
	Limit int
}

// Position is a place in a list of entries.
type Position struct {
	Day rapport.Day
	ID  rapport.EntryID
}

// where is the condition behind those on owner and removal, with all arguments.
func (f EntryFilter) where(owner rapport.UserID) (string, []any) {
	var w strings.Builder
	args := []any{owner}
	add := func(condition string, values ...any) {
		for _, v := range values {
			args = append(args, v)
			condition = strings.Replace(condition, "?", fmt.Sprintf("$%d", len(args)), 1)
		}
		w.WriteString(" AND " + condition)
	}
	if f.From != "" {
		add(`e.day >= ?`, f.From)
	}
	if f.Until != "" {
		add(`e.day <= ?`, f.Until)
	}
	if len(f.Kinds) > 0 {
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(f.Kinds)), ", ")
		values := make([]any, len(f.Kinds))
		for i, k := range f.Kinds {
			values[i] = k
		}
		add(`e.kind IN (`+marks+`)`, values...)
	}
	if f.Project != 0 {
		add(`e.project_id = ?`, f.Project)
	}
	if f.Boss != 0 {
		add(`EXISTS (SELECT 1 FROM entry_bosses b WHERE b.entry_id = e.id AND b.boss_id = ?)`, f.Boss)
	}
	if f.Goal != 0 {
		add(`EXISTS (SELECT 1 FROM entry_links l WHERE l.entry_id = e.id AND l.goal_id = ? AND l.linked_by <> ?)`, f.Goal, rapport.Refused)
	}
	if f.Source != 0 {
		add(`e.source_id = ?`, f.Source)
	}
	if f.Untold != 0 {
		add(`NOT EXISTS (SELECT 1 FROM told t WHERE t.entry_id = e.id AND t.boss_id = ?)`, f.Untold)
	}
	if f.KnownOrFor != 0 {
		add(`(EXISTS (SELECT 1 FROM entry_bosses b WHERE b.entry_id = e.id AND b.boss_id = ?)
			OR EXISTS (SELECT 1 FROM told t WHERE t.entry_id = e.id AND t.boss_id = ?))`, f.KnownOrFor, f.KnownOrFor)
	}
	if f.Linked {
		add(`EXISTS (SELECT 1 FROM entry_links l WHERE l.entry_id = e.id AND l.linked_by <> ?)`, rapport.Guessed)
	}
	if f.ArrivedAfter != 0 {
		add(`e.id > ?`, f.ArrivedAfter)
	}
	if f.Open {
		add(`e.closed = ''`)
	}
	if f.ClosedSince != "" {
		add(`e.closed <> '' AND e.closed >= ?`, f.ClosedSince)
	}
	if f.Hears != 0 {
		add(`(EXISTS (SELECT 1 FROM entry_bosses b WHERE b.entry_id = e.id AND b.boss_id = ?)
			OR NOT EXISTS (SELECT 1 FROM entry_bosses b WHERE b.entry_id = e.id))`, f.Hears)
	}
	if f.After != (Position{}) {
		comparison := "<"
		if f.Oldest {
			comparison = ">"
		}
		add(`(e.day `+comparison+` ? OR (e.day = ? AND e.id `+comparison+` ?))`, f.After.Day, f.After.Day, f.After.ID)
	}
	return w.String(), args
}

func (f EntryFilter) order() string {
	if f.ClosedSince != "" {
		// Few matters end in any time. They are found by their end and then
		// sorted: a walk along the days would read all entries of the period.
		return " ORDER BY e.day || '' DESC, e.id DESC"
	}
	if f.Oldest {
		return " ORDER BY e.day, e.id"
	}
	return " ORDER BY e.day DESC, e.id DESC"
}

// roomForEntries is for a busy week.
const roomForEntries = 256

// Entries lists the owner's entries, removed ones apart.
func (tx *Tx) Entries(ctx context.Context, owner rapport.UserID, f EntryFilter) ([]rapport.Entry, error) {
	where, args := f.where(owner)
	query := selectEntry + `WHERE e.user_id = $1 AND r.removed_at = 0` + where + f.order()
	if f.Limit > 0 {
		args = append(args, f.Limit)
		query += fmt.Sprintf(" LIMIT $%d", len(args))
	}
	room := roomForEntries
	if f.Limit > 0 {
		room = min(room, f.Limit)
	}
	entries, err := listMany(ctx, tx, room, scanEntry(), query, args...)
	if err != nil {
		return nil, err
	}
	return entries, tx.CompleteEntries(ctx, owner, pointers(entries))
}

// CountEntries counts what Entries would list on all its pages.
func (tx *Tx) CountEntries(ctx context.Context, owner rapport.UserID, f EntryFilter) (int, error) {
	f.After = Position{}
	where, args := f.where(owner)
	n, _, err := one(ctx, tx, scanValue[int], `SELECT count(*) FROM entries e JOIN records r ON r.id = e.id
		WHERE e.user_id = $1 AND r.removed_at = 0`+where, args...)
	return n, err
}

// EntriesByID reads entries by id, removed ones included, in order of arrival.
func (tx *Tx) EntriesByID(ctx context.Context, owner rapport.UserID, ids []rapport.EntryID) ([]rapport.Entry, error) {
	entries, err := byIDs(ctx, tx, scanEntry(), selectEntry, owner, ids)
	if err != nil {
		return nil, err
	}
	return entries, tx.CompleteEntries(ctx, owner, pointers(entries))
}

// EntryLines reads the entries among references, in order of arrival, without
// what [Tx.CompleteEntries] adds. What the references say is not read again.
func (tx *Tx) EntryLines(ctx context.Context, owner rapport.UserID, refs []RecordRef) ([]rapport.Entry, error) {
	records := make(map[rapport.EntryID]rapport.Record, len(refs))
	ids := make([]rapport.EntryID, 0, len(refs))
	for _, ref := range refs {
		if id := rapport.EntryID(ref.ID); ref.Noun == EntryNoun {
			records[id], ids = ref.Record, append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	e := new(rapport.Entry)
	condition, args := among(tx.d, "e.id", 2, ids)
	entries, err := listMany(ctx, tx, len(ids), scanInto(e, append([]any{&e.ID}, entryFields(e)...)), `SELECT e.id, `+entryColumns+`
		FROM entries e WHERE +e.user_id = $1 AND `+condition+` ORDER BY e.id`, append([]any{owner}, args...)...)
	for i := range entries {
		entries[i].Record = records[entries[i].ID]
	}
	return entries, err
}

func pointers[T any](values []T) []*T {
	all := make([]*T, len(values))
	for i := range values {
		all[i] = &values[i]
	}
	return all
}

// CompleteEntries adds what stands in tables of its own: bosses addressed,
// goals served, who was told.
func (tx *Tx) CompleteEntries(ctx context.Context, owner rapport.UserID, entries []*rapport.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	at := make(map[rapport.EntryID]*rapport.Entry, len(entries))
	for _, e := range entries {
		at[e.ID] = e
	}
	// A row of an entry that was not asked for goes to a spare one.
	var spare rapport.Entry
	of := func(id rapport.EntryID) *rapport.Entry {
		if e := at[id]; e != nil {
			return e
		}
		return &spare
	}
	where, args := tx.partsOf(owner, entries)
	var entry rapport.EntryID
	_, err := list(ctx, tx, func(r row) (boss rapport.BossID, err error) {
		if err = r.Scan(&entry, &boss); err == nil {
			e := of(entry)
			e.Concerns = append(e.Concerns, boss)
		}
		return boss, err
	}, `SELECT entry_id, boss_id FROM entry_bosses`+where+`rank`, args...)
	if err != nil {
		return err
	}
	_, err = list(ctx, tx, func(r row) (l rapport.Link, err error) {
		if err = r.Scan(&entry, &l.Goal, &l.By, &l.Confidence, &l.Reason); err == nil {
			e := of(entry)
			e.Links = append(e.Links, l)
		}
		return l, err
	}, `SELECT entry_id, goal_id, linked_by, confidence, reason FROM entry_links`+where+`rank`, args...)
	if err != nil {
		return err
	}
	_, err = list(ctx, tx, func(r row) (t rapport.Told, err error) {
		if err = r.Scan(&entry, &t.Boss, &t.Since.At, &t.Since.Offset, &t.How, &t.Report, &t.Via); err == nil {
			e := of(entry)
			e.Told = append(e.Told, t)
		}
		return t, err
	}, `SELECT entry_id, boss_id, since, since_offset, how, coalesce(report_id, 0), via FROM told`+where+`since, boss_id`, args...)
	return err
}

// partsOf is the condition that yields the rows which belong to entries, and
// its arguments, up to the order within an entry. Entries that came one after
// the other are read in one stretch, with a few rows between them; others are
// looked up one by one. The plus keeps SQLite at the entries, away from all of
// the owner's rows.
func (tx *Tx) partsOf(owner rapport.UserID, entries []*rapport.Entry) (where string, args []any) {
	const order = ` ORDER BY entry_id, `
	first, last := entries[0], entries[0]
	for _, e := range entries {
		if e.ID < first.ID {
			first = e
		} else if e.ID > last.ID {
			last = e
		}
	}
	// Numbers count what came between them, of all nouns.
	if between := int(last.Number - first.Number); between >= 0 && between < 3*len(entries) {
		return ` WHERE +user_id = $1 AND entry_id BETWEEN $2 AND $3` + order, []any{owner, first.ID, last.ID}
	}
	ids := make([]rapport.EntryID, len(entries))
	for i := range entries {
		ids[i] = entries[i].ID
	}
	condition, args := among(tx.d, "entry_id", 2, ids)
	return ` WHERE +user_id = $1 AND ` + condition + order, append([]any{owner}, args...)
}

// InsertEntry adds an entry with all that belongs to it and fills in id and
// number.
func (tx *Tx) InsertEntry(ctx context.Context, e *rapport.Entry) error {
	id, err := tx.insertRecord(ctx, EntryNoun, &e.Record)
	if err != nil {
		return err
	}
	e.ID = rapport.EntryID(id)
	lists, err := entryLists(*e)
	if err != nil {
		return err
	}
	if err := tx.exec(ctx, `
		INSERT INTO entries (id, user_id, day, kind, kind_by, text, outcome, project_id, project_by, told_said,
			helpers, committed_by, due, closed, asked, raised, boss_said, own_error, url, evidence, source_id)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
		e.ID, e.Owner, e.Day, e.Kind, e.KindBy, e.Text, e.Outcome, nullable(e.Project), e.ProjectBy, e.ToldSaid,
		lists.helpers, lists.committedBy, e.Due, e.Closed, e.Asked, e.Raised, e.BossSaid, e.OwnError, e.URL, lists.evidence,
		nullable(e.Source)); err != nil {
		return err
	}
	if err := tx.insertEntryParts(ctx, *e); err != nil {
		return err
	}
	return tx.index(ctx, e.Owner, id, e.Text, e.Outcome, strings.Join(e.Helpers, " "))
}

// UpdateEntry writes an entry with all that belongs to it.
func (tx *Tx) UpdateEntry(ctx context.Context, e rapport.Entry) error {
	lists, err := entryLists(e)
	if err != nil {
		return err
	}
	if err := tx.setAt(ctx, e.Owner, int64(e.ID), e.At); err != nil {
		return err
	}
	err = tx.update(ctx, EntryNoun, e.Number, `
		UPDATE entries SET day = $1, kind = $2, kind_by = $3, text = $4, outcome = $5, project_id = $6, project_by = $7,
			told_said = $8, helpers = $9, committed_by = $10, due = $11, closed = $12, asked = $13, raised = $14,
			boss_said = $15, own_error = $16, url = $17, evidence = $18, source_id = $19
		WHERE id = $20 AND user_id = $21`,
		e.Day, e.Kind, e.KindBy, e.Text, e.Outcome, nullable(e.Project), e.ProjectBy,
		e.ToldSaid, lists.helpers, lists.committedBy, e.Due, e.Closed, e.Asked, e.Raised, e.BossSaid,
		e.OwnError, e.URL, lists.evidence, nullable(e.Source), e.ID, e.Owner)
	if err != nil {
		return err
	}
	for _, table := range [...]string{"entry_bosses", "entry_links", "told"} {
		if err := tx.exec(ctx, `DELETE FROM `+table+` WHERE entry_id = $1 AND user_id = $2`, e.ID, e.Owner); err != nil {
			return err
		}
	}
	if err := tx.insertEntryParts(ctx, e); err != nil {
		return err
	}
	return tx.reindex(ctx, e.Owner, int64(e.ID), e.Text, e.Outcome, strings.Join(e.Helpers, " "))
}

type lists struct{ helpers, committedBy, evidence string }

func entryLists(e rapport.Entry) (l lists, err error) {
	if l.helpers, err = asJSON(e.Helpers); err != nil {
		return l, err
	}
	if l.committedBy, err = asJSON(e.CommittedBy); err != nil {
		return l, err
	}
	l.evidence, err = asJSON(e.Evidence)
	return l, err
}

func (tx *Tx) insertEntryParts(ctx context.Context, e rapport.Entry) error {
	for rank, boss := range e.Concerns {
		if err := tx.exec(ctx, `INSERT INTO entry_bosses (entry_id, boss_id, user_id, rank) VALUES ($1, $2, $3, $4)
			ON CONFLICT (entry_id, boss_id) DO NOTHING`, e.ID, boss, e.Owner, rank); err != nil {
			return err
		}
	}
	for rank, l := range e.Links {
		if err := tx.exec(ctx, `INSERT INTO entry_links (entry_id, goal_id, user_id, rank, linked_by, confidence, reason)
			VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (entry_id, goal_id) DO NOTHING`,
			e.ID, l.Goal, e.Owner, rank, l.By, l.Confidence, l.Reason); err != nil {
			return err
		}
	}
	for _, t := range e.Told {
		if err := tx.insertTold(ctx, e.Owner, e.ID, t); err != nil {
			return err
		}
	}
	return nil
}

// PutTold records that a boss knows of an entry. What is recorded already
// stays: the first time is the one that counts.
func (tx *Tx) PutTold(ctx context.Context, owner rapport.UserID, entry rapport.EntryID, t rapport.Told) error {
	_, found, err := one(ctx, tx, scanValue[int], `SELECT 1 FROM entries WHERE id = $1 AND user_id = $2`, entry, owner)
	if err != nil {
		return err
	}
	if !found {
		return missing(string(EntryNoun), entry)
	}
	return tx.insertTold(ctx, owner, entry, t)
}

func (tx *Tx) insertTold(ctx context.Context, owner rapport.UserID, entry rapport.EntryID, t rapport.Told) error {
	return tx.exec(ctx, `INSERT INTO told (entry_id, boss_id, user_id, since, since_offset, how, report_id, via)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (entry_id, boss_id) DO NOTHING`,
		entry, t.Boss, owner, t.Since.At, t.Since.Offset, t.How, nullable(t.Report), t.Via)
}

// DropTold takes back what a report told.
func (tx *Tx) DropTold(ctx context.Context, owner rapport.UserID, report rapport.ReportID) error {
	return tx.exec(ctx, `DELETE FROM told WHERE user_id = $1 AND report_id = $2`, owner, report)
}

// LinkedEntries lists the newest entries whose links the owner said, confirmed
// or refused, in order of arrival: what the next guess can learn from. No more
// of them is read than id, owner, day, text, outcome and links.
func (tx *Tx) LinkedEntries(ctx context.Context, owner rapport.UserID, limit int) (entries []rapport.Entry, err error) {
	_, err = list(ctx, tx, func(r row) (l rapport.Link, err error) {
		e := rapport.Entry{Record: rapport.Record{Owner: owner}}
		if err := r.Scan(&e.ID, &e.Day, &e.Text, &e.Outcome, &l.Goal, &l.By, &l.Confidence, &l.Reason); err != nil {
			return l, err
		}
		if n := len(entries); n == 0 || entries[n-1].ID != e.ID {
			entries = append(entries, e)
		}
		last := &entries[len(entries)-1]
		last.Links = append(last.Links, l)
		return l, nil
	}, `SELECT e.id, e.day, e.text, e.outcome, l.goal_id, l.linked_by, l.confidence, l.reason
		FROM entry_links l JOIN entries e ON e.id = l.entry_id
		WHERE +l.user_id = $1 AND l.entry_id IN (SELECT DISTINCT entry_id FROM entry_links
			WHERE user_id = $1 AND linked_by > 0 ORDER BY entry_id DESC LIMIT $2)
		ORDER BY e.id, l.rank`, owner, limit)
	return entries, err
}

// LastEntry returns the owner's newest entry by day.
func (tx *Tx) LastEntry(ctx context.Context, owner rapport.UserID) (rapport.Entry, bool, error) {
	entries, err := tx.Entries(ctx, owner, EntryFilter{Limit: 1})
	if err != nil || len(entries) == 0 {
		return rapport.Entry{}, false, err
	}
	return entries[0], true, nil
}
