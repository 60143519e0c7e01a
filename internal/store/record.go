package store

import (
	"context"

	"rapport"
)

// Noun names a kind of record.
type Noun string

// The nouns.
const (
	UserNoun       Noun = "user"
	BossNoun       Noun = "boss"
	GoalNoun       Noun = "goal"
	ProjectNoun    Noun = "project"
	EntryNoun      Noun = "entry"
	NoteNoun       Noun = "note"
	SourceNoun     Noun = "source"
	ProposalNoun   Noun = "proposal"
	ReportNoun     Noun = "report"
	CorrectionNoun Noun = "correction"
	CalendarNoun   Noun = "calendar"
	KeptNoun       Noun = "kept"
)

// RecordRef is what is common to all records, with the noun and id that lead
// to the rest.
type RecordRef struct {
	ID   rapport.RecordID
	Noun Noun
	rapport.Record
}

// insertRecord gives a new record its id, its identity in the journal where
// it has none yet, and the next number of its owner where people name such
// records. It returns the id and fills r in.
func (tx *Tx) insertRecord(ctx context.Context, noun Noun, r *rapport.Record) (int64, error) {
	id := tx.ids.next()
	if r.Line == "" {
		r.Line = tx.ids.line()
	}
	if r.Number == 0 && noun.numbered() {
		n, err := tx.nextNumber(ctx, r.Owner)
		if err != nil {
			return 0, err
		}
		r.Number = n
	}
	return id, tx.exec(ctx, `
		INSERT INTO records (id, user_id, noun, number, line, at, at_offset, removed_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		id, r.Owner, noun, r.Number, r.Line, r.At.At, r.At.Offset, r.Removed)
}

// numbered reports whether people name records of this noun by a number.
func (n Noun) numbered() bool {
	return n != KeptNoun && n != CorrectionNoun && n != UserNoun && n != NudgeNoun
}

func (tx *Tx) nextNumber(ctx context.Context, owner rapport.UserID) (rapport.Number, error) {
	last, ok := tx.numbers[owner]
	if !ok {
		var err error
		last, _, err = one(ctx, tx, scanValue[rapport.Number],
			`SELECT number FROM records WHERE user_id = $1 AND number > 0 ORDER BY number DESC LIMIT 1`, owner)
		if err != nil {
			return 0, err
		}
		if tx.numbers == nil {
			tx.numbers = map[rapport.UserID]rapport.Number{}
		}
	}
	tx.numbers[owner] = last + 1
	return last + 1, nil
}

const recordColumns = `r.id, r.user_id, r.number, r.line, r.at, r.at_offset, r.removed_at`

// recordFields are the destinations of recordColumns.
func recordFields[ID ~int64](id *ID, r *rapport.Record) []any {
	return []any{id, &r.Owner, &r.Number, &r.Line, &r.At.At, &r.At.Offset, &r.Removed}
}

func scanRef(r row) (ref RecordRef, err error) {
	return ref, r.Scan(append(recordFields(&ref.ID, &ref.Record), &ref.Noun)...)
}

// RecordByNumber finds what the owner calls by a number, removed or not.
func (tx *Tx) RecordByNumber(ctx context.Context, owner rapport.UserID, n rapport.Number) (RecordRef, bool, error) {
	return one(ctx, tx, scanRef, `SELECT `+recordColumns+`, r.noun FROM records r
		WHERE r.user_id = $1 AND r.number = $2 AND r.number > 0`, owner, n)
}

// RecordByLine finds a record by its identity in the journal, removed or not.
func (tx *Tx) RecordByLine(ctx context.Context, owner rapport.UserID, line rapport.LineID) (RecordRef, bool, error) {
	return one(ctx, tx, scanRef, `SELECT `+recordColumns+`, r.noun FROM records r
		WHERE r.user_id = $1 AND r.line = $2`, owner, line)
}

// RecordsByID reads what is common to records by id, removed ones included.
func (tx *Tx) RecordsByID(ctx context.Context, owner rapport.UserID, ids []rapport.RecordID) ([]RecordRef, error) {
	return byIDs(ctx, tx, scanRef, `SELECT `+recordColumns+`, r.noun FROM records r`, owner, ids)
}

// RecordPage lists the owner's records in the order of the journal: by
// instant, then by arrival. It starts after the given position, the zero
// RecordRef for the first page.
func (tx *Tx) RecordPage(ctx context.Context, owner rapport.UserID, after RecordRef, limit int) ([]RecordRef, error) {
	return list(ctx, tx, scanRef, `SELECT `+recordColumns+`, r.noun FROM records r
		WHERE r.user_id = $1 AND (r.at > $2 OR (r.at = $2 AND r.id > $3))
		ORDER BY r.at, r.id LIMIT $4`, owner, firstInstant(after), after.ID, limit)
}

// firstInstant lets a journal begin before 1970.
func firstInstant(after RecordRef) rapport.Instant {
	if after.ID == 0 {
		return -1 << 62
	}
	return after.At.At
}

// CountRecords counts the owner's records of each noun, removed ones apart.
func (tx *Tx) CountRecords(ctx context.Context, owner rapport.UserID) (present, removed map[Noun]int, err error) {
	type count struct {
		noun    Noun
		removed bool
		n       int
	}
	counts, err := list(ctx, tx, func(r row) (c count, err error) {
		return c, r.Scan(&c.noun, &c.removed, &c.n)
	}, `SELECT noun, removed_at <> 0, count(*) FROM records WHERE user_id = $1 GROUP BY noun, removed_at <> 0`, owner)
	present, removed = map[Noun]int{}, map[Noun]int{}
	for _, c := range counts {
		if c.removed {
			removed[c.noun] = c.n
		} else {
			present[c.noun] = c.n
		}
	}
	return present, removed, err
}

// Names reads the owner's bosses, goals and projects, removed ones apart.
func (tx *Tx) Names(ctx context.Context, owner rapport.UserID) (n rapport.Names, err error) {
	if n.Bosses, err = tx.Bosses(ctx, owner); err != nil {
		return n, err
	}
	if n.Goals, err = tx.Goals(ctx, owner); err != nil {
		return n, err
	}
	n.Projects, err = tx.Projects(ctx, owner)
	return n, err
}

// CountWork counts the owner's entries and private notes, removed ones apart,
// without walking through the records.
func (tx *Tx) CountWork(ctx context.Context, owner rapport.UserID) (entries, notes int, err error) {
	type counts struct{ entries, notes int }
	c, _, err := one(ctx, tx, func(r row) (c counts, err error) {
		return c, r.Scan(&c.entries, &c.notes)
	}, `SELECT (SELECT count(*) FROM entries WHERE user_id = $1)
			- (SELECT count(*) FROM records WHERE user_id = $1 AND noun = $2 AND removed_at <> 0),
		(SELECT count(*) FROM private_notes WHERE user_id = $1)
			- (SELECT count(*) FROM records WHERE user_id = $1 AND noun = $3 AND removed_at <> 0)`, owner, EntryNoun, NoteNoun)
	return c.entries, c.notes, err
}

// SetRemoved removes a record at an instant, or restores it at zero. It
// reports whether the record was there.
func (tx *Tx) SetRemoved(ctx context.Context, owner rapport.UserID, id rapport.RecordID, at rapport.Instant) (bool, error) {
	return tx.changed(ctx, `UPDATE records SET removed_at = $1 WHERE id = $2 AND user_id = $3`, at, id, owner)
}

// setAt moves a record in time, when its owner corrects its day.
func (tx *Tx) setAt(ctx context.Context, owner rapport.UserID, id int64, at rapport.Stamp) error {
	return tx.exec(ctx, `UPDATE records SET at = $1, at_offset = $2 WHERE id = $3 AND user_id = $4`,
		at.At, at.Offset, id, owner)
}

func scanValue[T any](r row) (v T, err error) { return v, r.Scan(&v) }

func scanString(r row) (string, error) { return scanValue[string](r) }

func missing(what string, id any) error {
	return rapport.Errorf(rapport.NotFound, "there is no %s %v", what, id)
}

// byIDs reads records by id, whatever their noun, in order of their ids. The
// query ends where the condition on ids follows; owner is $1. The plus keeps
// SQLite from walking all of the owner's rows.
func byIDs[T any, ID ~int64](ctx context.Context, tx *Tx, scan func(row) (T, error), query string, owner rapport.UserID, ids []ID) ([]T, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	condition, args := among(tx.d, "r.id", 2, ids)
	return list(ctx, tx, scan, query+` WHERE +r.user_id = $1 AND `+condition+` ORDER BY r.id`, append([]any{owner}, args...)...)
}
