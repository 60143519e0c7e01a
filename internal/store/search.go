package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// searchDialect is how a database keeps and finds words.
type searchDialect struct {
	insert, remove               string
	insertPrivate, removePrivate string
	// table and private are the FROM items, aliased s; id is s's record id.
	table, private, id string
	// match is the condition, with the placeholder of the query in it.
	match, matchPrivate string
	// query writes terms in the database's language; words writes what is kept.
	query func([]Term) string
	words func(folded []string) string
	// withUser says that the index carries the owner, who is then an argument.
	withUser bool
}

// Term is one thing that a record found must contain: a word, or a phrase of
// words in order. Words are folded as [Words] does.
type Term struct {
	Words []string
	// Prefix lets the last word continue.
	Prefix bool
}

// SearchFilter says what to find. Zero fields do not restrict.
type SearchFilter struct {
	Terms []Term
	// Nouns restrict to records of these; without Private the private ones
	// among them are left out.
	Nouns []Noun
	Kinds []rapport.Kind
	// Project and Boss restrict to entries of the project, or addressed to the
	// boss or about to be told.
	Project rapport.ProjectID
	Boss    rapport.BossID
	// From and Until bound the instant; Until is exclusive.
	From, Until rapport.Instant
	// Private searches what is private, and nothing else.
	Private bool
	// Before continues behind the last record of a page.
	Before rapport.RecordID
	Limit  int
}

// Search finds records, newest arrival first.
func (tx *Tx) Search(ctx context.Context, owner rapport.UserID, f SearchFilter) ([]RecordRef, error) {
	if len(f.Nouns) > 0 && !f.Private {
		f.Nouns = slices.DeleteFunc(slices.Clone(f.Nouns), Noun.IsPrivate)
		if len(f.Nouns) == 0 {
			return nil, nil
		}
	}
	d := tx.d.search
	var q strings.Builder
	var args []any
	arg := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", len(args))
	}
	q.WriteString(`SELECT ` + recordColumns + `, r.noun FROM `)
	id, table, match := "r.id", d.table, d.match
	if f.Private {
		table, match = d.private, d.matchPrivate
	}
	if len(f.Terms) == 0 {
		q.WriteString(`records r WHERE `)
	} else {
		// The index is walked from its newest record backwards.
		id = d.id
		fmt.Fprintf(&q, `%s CROSS JOIN records r WHERE r.id = %s AND `+match+` AND `, table, d.id, arg(d.query(f.Terms)))
	}
	q.WriteString(`r.user_id = ` + arg(owner) + ` AND r.removed_at = 0`)
	if f.Before != 0 {
		q.WriteString(` AND ` + id + ` < ` + arg(f.Before))
	}
	if f.From != 0 {
		q.WriteString(` AND r.at >= ` + arg(f.From))
	}
	if f.Until != 0 {
		q.WriteString(` AND r.at < ` + arg(f.Until))
	}
	in := func(column string, n int, value func(int) any) {
		q.WriteString(` AND ` + column + ` IN (`)
		for i := range n {
			if i > 0 {
				q.WriteString(", ")
			}
			q.WriteString(arg(value(i)))
		}
		q.WriteString(`)`)
	}
	switch {
	case len(f.Nouns) > 0:
		in("r.noun", len(f.Nouns), func(i int) any { return f.Nouns[i] })
	case len(f.Terms) > 0:
		// Each index holds nothing of the other's records.
	case f.Private:
		private := privateNouns()
		in("r.noun", len(private), func(i int) any { return private[i] })
	default:
		private := privateNouns()
		q.WriteString(` AND NOT (TRUE`)
		in("r.noun", len(private), func(i int) any { return private[i] })
		q.WriteString(`)`)
	}
	if len(f.Kinds) > 0 || f.Project != 0 {
		q.WriteString(` AND EXISTS (SELECT 1 FROM entries e WHERE e.id = r.id`)
		if len(f.Kinds) > 0 {
			in("e.kind", len(f.Kinds), func(i int) any { return f.Kinds[i] })
		}
		if f.Project != 0 {
			q.WriteString(` AND e.project_id = ` + arg(f.Project))
		}
		q.WriteString(`)`)
	}
	if f.Boss != 0 {
		boss := arg(f.Boss)
		q.WriteString(` AND (EXISTS (SELECT 1 FROM entry_bosses b WHERE b.entry_id = r.id AND b.boss_id = ` + boss + `)
			OR EXISTS (SELECT 1 FROM told t WHERE t.entry_id = r.id AND t.boss_id = ` + boss + `)
			OR EXISTS (SELECT 1 FROM reports p WHERE p.id = r.id AND p.boss_id = ` + boss + `)
			OR EXISTS (SELECT 1 FROM goals g WHERE g.id = r.id AND g.boss_id = ` + boss + `)
			OR EXISTS (SELECT 1 FROM ` + tableOf(f.Private) + ` f WHERE f.id = r.id AND f.boss_id = ` + boss + `))`)
	}
	q.WriteString(` ORDER BY ` + id + ` DESC LIMIT ` + arg(f.Limit))
	return list(ctx, tx, scanRef, q.String(), args...)
}

// index keeps the words of a record. Nothing private may be given to it.
func (tx *Tx) index(ctx context.Context, owner rapport.UserID, id int64, texts ...string) error {
	return tx.putWords(ctx, tx.d.search.insert, owner, id, texts...)
}

// reindex replaces the words of a record.
func (tx *Tx) reindex(ctx context.Context, owner rapport.UserID, id int64, texts ...string) error {
	if err := tx.exec(ctx, tx.d.search.remove, id); err != nil {
		return err
	}
	return tx.index(ctx, owner, id, texts...)
}

// indexPrivate keeps the words of private texts, apart from all others.
func (tx *Tx) indexPrivate(ctx context.Context, owner rapport.UserID, id int64, texts ...rapport.PrivateText) error {
	revealed := make([]string, len(texts))
	for i, text := range texts {
		revealed[i] = text.Reveal()
	}
	return tx.putWords(ctx, tx.d.search.insertPrivate, owner, id, revealed...)
}

func (tx *Tx) putWords(ctx context.Context, insert string, owner rapport.UserID, id int64, texts ...string) error {
	var folded []string
	for _, text := range texts {
		for _, w := range Words(text) {
			folded = append(folded, w.Folded)
		}
	}
	args := []any{id, tx.d.search.words(folded)}
	if tx.d.search.withUser {
		args = append(args, owner)
	}
	return tx.exec(ctx, insert, args...)
}

// ftsQuery writes terms for FTS5. Folded words hold only letters and digits.
func ftsQuery(terms []Term) string {
	parts := make([]string, 0, len(terms))
	for _, t := range terms {
		part := `"` + strings.Join(t.Words, " ") + `"`
		if t.Prefix {
			part += "*"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " AND ")
}

// tsQuery writes terms for PostgreSQL.
func tsQuery(terms []Term) string {
	parts := make([]string, 0, len(terms))
	for _, t := range terms {
		words := make([]string, len(t.Words))
		for i, w := range t.Words {
			words[i] = "'" + w + "'"
			if t.Prefix && i == len(t.Words)-1 {
				words[i] += ":*"
			}
		}
		parts = append(parts, "("+strings.Join(words, " <-> ")+")")
	}
	return strings.Join(parts, " & ")
}

// Bounds of a PostgreSQL tsvector.
const (
	maxLexeme   = 2046
	maxPosition = 16383
	maxVector   = 1 << 19
)

// tsVector writes words with their places for PostgreSQL, within its bounds.
func tsVector(folded []string) string {
	var b strings.Builder
	for i, w := range folded {
		if b.Len() > maxVector {
			break
		}
		if len(w) <= maxLexeme {
			fmt.Fprintf(&b, "'%s':%d ", w, min(i+1, maxPosition))
		}
	}
	return b.String()
}
