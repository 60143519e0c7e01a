package store

import (
	"context"
	"fmt"

	"rapport"
)

// FactLine is what all facts show of themselves, whatever their noun.
type FactLine struct {
	RecordRef
	Boss     rapport.BossID
	Day, Due rapport.Day
	State    rapport.State
	Text     string
}

func scanFactLine(r row) (l FactLine, err error) {
	return l, r.Scan(append(recordFields(&l.ID, &l.Record), &l.Noun, &l.Boss, &l.Day, &l.Due, &l.State, &l.Text)...)
}

const selectFactLine = `SELECT ` + recordColumns + `, f.noun, coalesce(f.boss_id, 0), f.day, f.due, f.state, f.text FROM `

// FactLines reads facts of any noun that are not private by id, removed ones
// included.
func (tx *Tx) FactLines(ctx context.Context, owner rapport.UserID, ids []rapport.RecordID) ([]FactLine, error) {
	return byIDs(ctx, tx, scanFactLine, selectFactLine+`facts f JOIN records r ON r.id = f.id`, owner, ids)
}

// PrivateFactLine is [FactLine] for the owner's own eyes.
type PrivateFactLine struct {
	RecordRef
	Boss rapport.BossID
	Day  rapport.Day
	Text rapport.PrivateText
}

func scanPrivateFactLine(r row) (PrivateFactLine, error) {
	l, err := scanFactLine(r)
	return PrivateFactLine{l.RecordRef, l.Boss, l.Day, rapport.Private(l.Text)}, err
}

// PrivateFactLines reads private facts of any noun by id, removed ones
// included.
func (tx *Tx) PrivateFactLines(ctx context.Context, owner rapport.UserID, ids []rapport.RecordID) ([]PrivateFactLine, error) {
	return byIDs(ctx, tx, scanPrivateFactLine, selectFactLine+`private_facts f JOIN records r ON r.id = f.id`, owner, ids)
}

// FactsOf lists the facts of a noun that is not private, as [Facts.List] does.
func (tx *Tx) FactsOf(ctx context.Context, owner rapport.UserID, noun Noun, f FactFilter) ([]FactLine, error) {
	where, args := f.where(owner, noun)
	return list(ctx, tx, scanFactLine, selectFactLine+`facts f JOIN records r ON r.id = f.id`+where, args...)
}

// PrivateFactsOf is [Tx.FactsOf] for a private noun.
func (tx *Tx) PrivateFactsOf(ctx context.Context, owner rapport.UserID, noun Noun, f FactFilter) ([]PrivateFactLine, error) {
	where, args := f.where(owner, noun)
	return list(ctx, tx, scanPrivateFactLine, selectFactLine+`private_facts f JOIN records r ON r.id = f.id`+where, args...)
}

// FactsWith lists the facts of all nouns with a boss in a period, the newest
// first. A limit of zero means no bound.
func (tx *Tx) FactsWith(ctx context.Context, owner rapport.UserID, boss rapport.BossID, p rapport.Period, limit int) ([]FactLine, error) {
	return factsWith(ctx, tx, scanFactLine, `facts`, `TRUE`, owner, boss, p, limit)
}

// PrivateFactsWith is [Tx.FactsWith] for the private ones.
func (tx *Tx) PrivateFactsWith(ctx context.Context, owner rapport.UserID, boss rapport.BossID, p rapport.Period, limit int) ([]PrivateFactLine, error) {
	// A row beside a public fact holds private parts and no sentence.
	return factsWith(ctx, tx, scanPrivateFactLine, `private_facts`, `f.text <> ''`, owner, boss, p, limit)
}

func factsWith[T any](ctx context.Context, tx *Tx, scan func(row) (T, error), table, also string, owner rapport.UserID, boss rapport.BossID, p rapport.Period, limit int) ([]T, error) {
	args := []any{owner, boss, p.From, lastDay(p)}
	bound := ""
	if limit > 0 {
		args = append(args, limit)
		bound = fmt.Sprintf(" LIMIT $%d", len(args))
	}
	return list(ctx, tx, scan, selectFactLine+table+` f JOIN records r ON r.id = f.id
		WHERE f.user_id = $1 AND f.boss_id = $2 AND f.day >= $3 AND f.day <= $4 AND r.removed_at = 0 AND `+also+`
		ORDER BY f.day DESC, f.id DESC`+bound, args...)
}
