package store

import (
	"context"
	"fmt"

	"rapport"
)

// Purge deletes a record for good: its rows, its words, its place in the
// journal, and the changes that could bring it back. What pointed to it points
// to nothing. [DB.Compact] afterwards takes its traces out of the file.
//
// A record that others cannot do without, such as a boss, is refused.
func (tx *Tx) Purge(ctx context.Context, owner rapport.UserID, ref RecordRef) error {
	statements := purges(ref.Noun)
	if statements == nil {
		if !ref.Noun.isFact() {
			return rapport.Errorf(rapport.Unsupported, "a %s is not deleted: others are about it", ref.Noun)
		}
		statements = []string{
			`DELETE FROM facts WHERE id = $1 AND user_id = $2`,
			`DELETE FROM private_facts WHERE id = $1 AND user_id = $2`,
		}
	}
	if ref.Noun != ProposalNoun {
		statements = append([]string{
			`UPDATE proposals SET became_id = NULL, text = '', evidence = '[]', particulars = '' WHERE became_id = $1 AND user_id = $2`,
		}, statements...)
	}
	for _, s := range statements {
		if err := tx.exec(ctx, s, ref.ID, owner); err != nil {
			return err
		}
	}
	for _, s := range [...]string{tx.d.search.remove, tx.d.search.removePrivate} {
		if err := tx.exec(ctx, s, int64(ref.ID)); err != nil {
			return err
		}
	}
	changes, err := tx.ChangesOf(ctx, owner, ref.ID)
	if err != nil {
		return err
	}
	for _, c := range changes {
		if err := tx.exec(ctx, `DELETE FROM changes WHERE id = $1 AND user_id = $2`, c.ID, owner); err != nil {
			return err
		}
	}
	// Those that were undone tell of it too.
	if err := tx.exec(ctx, `DELETE FROM changes WHERE user_id = $1 AND undone = 1 AND steps LIKE $2`, owner,
		fmt.Sprintf(`%%"ID":%d%%`, ref.ID)); err != nil {
		return err
	}
	return tx.update(ctx, ref.Noun, ref.Number, `DELETE FROM records WHERE id = $1 AND user_id = $2`, ref.ID, owner)
}

// purges take away the rows of a noun with tables of its own. Each statement
// takes the record and its owner.
func purges(noun Noun) []string {
	switch noun {
	case EntryNoun:
		return []string{
			`DELETE FROM entry_bosses WHERE entry_id = $1 AND user_id = $2`,
			`DELETE FROM entry_links WHERE entry_id = $1 AND user_id = $2`,
			`DELETE FROM told WHERE entry_id = $1 AND user_id = $2`,
			`DELETE FROM report_items WHERE entry_id = $1 AND user_id = $2`,
			`UPDATE proposals SET entry_id = NULL, text = '', evidence = '[]' WHERE entry_id = $1 AND user_id = $2`,
			`DELETE FROM entries WHERE id = $1 AND user_id = $2`,
		}
	case NoteNoun:
		return []string{`DELETE FROM private_notes WHERE id = $1 AND user_id = $2`}
	case ReportNoun:
		return []string{
			`DELETE FROM report_items WHERE report_id = $1 AND user_id = $2`,
			`UPDATE told SET report_id = NULL WHERE report_id = $1 AND user_id = $2`,
			`DELETE FROM reports WHERE id = $1 AND user_id = $2`,
		}
	case CalendarNoun:
		return []string{`DELETE FROM calendar WHERE id = $1 AND user_id = $2`}
	case ProposalNoun:
		return []string{`DELETE FROM proposals WHERE id = $1 AND user_id = $2`}
	}
	return nil
}

// isFact reports whether the noun is one of facts.
func (n Noun) isFact() bool {
	for _, t := range factTables() {
		if t.Noun() == n {
			return true
		}
	}
	return false
}

// Compact takes what was deleted out of the file of the store, its word index
// and its log, and makes the file as small as it can be. On PostgreSQL it asks
// the server to; what its own log and backups keep is its keeper's business.
func (db *DB) Compact(ctx context.Context) error { return db.explain(db.database.compact(ctx)) }
