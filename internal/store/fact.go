package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"rapport"
)

// Facts reads and writes the facts of one noun, such as [Asks]. P is the
// pointer type of T.
//
// All nouns of this kind share two tables, one of them private, and the queries
// of this file; what tells them apart is the walk over their fields.
type Facts[T any, P interface {
	*T
	Head() *rapport.Fact
}] struct {
	noun Noun
	// private facts stand in the private table alone.
	private bool
	columns func(P, *columns)
}

// Noun names the facts.
func (f Facts[T, P]) Noun() Noun { return f.noun }

// IsPrivate reports whether no text for somebody else may hold these facts.
func (f Facts[T, P]) IsPrivate() bool { return f.private }

// FactFilter says which facts to list. The zero value of a field means that it
// does not restrict.
type FactFilter struct {
	// Period restricts by the day of the fact.
	rapport.Period
	Boss rapport.BossID
	// About restricts to facts about another one, such as the events of a
	// promise.
	About rapport.FactID
	// Open restricts to those that wait.
	Open bool
	// DueBy restricts to those that are due on this day or before.
	DueBy rapport.Day
	// Oldest lists the oldest first, otherwise the newest come first.
	Oldest bool
	// SoonestDue lists by the day that they are due, those without one last.
	SoonestDue bool
	// Private fills in the private parts, for the owner's own eyes.
	Private bool
	// Limit bounds the list; zero means no bound.
	Limit int
}

func (f Facts[T, P]) table() string { return tableOf(f.private) }

func tableOf(private bool) string {
	if private {
		return "private_facts"
	}
	return "facts"
}

// factColumns are what scanFact reads behind the columns of the record.
const factColumns = `coalesce(f.boss_id, 0), coalesce(f.about_id, 0), f.day, f.due, f.state, f.text, f.body`

func (f Facts[T, P]) selectFrom() string {
	return `SELECT ` + recordColumns + `, ` + factColumns + ` FROM ` + f.table() + ` f JOIN records r ON r.id = f.id`
}

// List lists the owner's facts, removed ones apart.
func (f Facts[T, P]) List(ctx context.Context, tx *Tx, owner rapport.UserID, filter FactFilter) ([]T, error) {
	where, args := filter.where(owner, f.noun)
	facts, err := list(ctx, tx, f.scan, f.selectFrom()+where, args...)
	if err != nil || !filter.Private {
		return facts, err
	}
	return facts, f.fillSecrets(ctx, tx, owner, facts)
}

// where is the condition, the order and the bound, with all arguments.
func (filter FactFilter) where(owner rapport.UserID, noun Noun) (string, []any) {
	var w strings.Builder
	args := []any{owner, noun}
	w.WriteString(` WHERE f.user_id = $1 AND f.noun = $2 AND r.removed_at = 0`)
	add := func(condition string, value any) {
		args = append(args, value)
		fmt.Fprintf(&w, " AND "+condition, len(args))
	}
	if filter.From != "" {
		add("f.day >= $%d", filter.From)
	}
	if filter.Until != "" {
		add("f.day <= $%d", filter.Until)
	}
	if filter.Boss != 0 {
		add("f.boss_id = $%d", filter.Boss)
	}
	if filter.About != 0 {
		add("f.about_id = $%d", filter.About)
	}
	if filter.Open {
		w.WriteString(" AND f.state = 'open'")
	}
	if filter.DueBy != "" {
		add("f.due <> '' AND f.due <= $%d", filter.DueBy)
	}
	switch {
	case filter.SoonestDue:
		w.WriteString(" ORDER BY f.due = '', f.due, f.id")
	case filter.Oldest:
		w.WriteString(" ORDER BY f.day, f.id")
	default:
		w.WriteString(" ORDER BY f.day DESC, f.id DESC")
	}
	if filter.Limit > 0 {
		args = append(args, filter.Limit)
		fmt.Fprintf(&w, " LIMIT $%d", len(args))
	}
	return w.String(), args
}

// ByID reads facts by id with their private parts, removed ones included, in
// order of arrival.
func (f Facts[T, P]) ByID(ctx context.Context, tx *Tx, owner rapport.UserID, ids []rapport.FactID) ([]T, error) {
	facts, err := byIDs(ctx, tx, f.scan, f.selectFrom()+` AND f.noun = '`+string(f.noun)+`'`, owner, ids)
	if err != nil {
		return nil, err
	}
	return facts, f.fillSecrets(ctx, tx, owner, facts)
}

// Insert adds a fact and fills in id and number.
func (f Facts[T, P]) Insert(ctx context.Context, tx *Tx, fact P) error {
	head := fact.Head()
	id, err := tx.insertRecord(ctx, f.noun, &head.Record)
	if err != nil {
		return err
	}
	head.ID = rapport.FactID(id)
	return f.put(ctx, tx, fact)
}

// Adopt makes the record of a kept line the record of a fact: the line was of
// a type that an earlier version had no place for. Identity and place in the
// journal stay; it gets a number, and is removed where the fact says so.
func (f Facts[T, P]) Adopt(ctx context.Context, tx *Tx, kept KeptLine, fact P) error {
	head := fact.Head()
	removed := head.Removed
	head.ID, head.Record = rapport.FactID(kept.ID), kept.Record
	head.Removed = removed
	n, err := tx.nextNumber(ctx, head.Owner)
	if err != nil {
		return err
	}
	head.Number = n
	if err := tx.exec(ctx, `DELETE FROM kept_lines WHERE id = $1 AND user_id = $2`, kept.ID, kept.Owner); err != nil {
		return err
	}
	if err := tx.update(ctx, f.noun, kept.Line, `UPDATE records SET noun = $1, number = $2, removed_at = $3 WHERE id = $4 AND user_id = $5`,
		f.noun, head.Number, head.Removed, head.ID, head.Owner); err != nil {
		return err
	}
	return f.put(ctx, tx, fact)
}

// Update writes all that is known of a fact.
func (f Facts[T, P]) Update(ctx context.Context, tx *Tx, fact T) error {
	head := P(&fact).Head()
	if err := tx.setAt(ctx, head.Owner, int64(head.ID), head.At); err != nil {
		return err
	}
	if err := tx.dropFact(ctx, head.Owner, head.ID, f.noun, f.table()); err != nil {
		return err
	}
	return f.put(ctx, tx, &fact)
}

// dropFact takes a fact's rows away, so that they can be written anew.
func (tx *Tx) dropFact(ctx context.Context, owner rapport.UserID, id rapport.FactID, noun Noun, table string) error {
	if err := tx.update(ctx, noun, id, `DELETE FROM `+table+` WHERE id = $1 AND user_id = $2 AND noun = $3`, id, owner, noun); err != nil {
		return err
	}
	if table != tableOf(true) {
		if err := tx.exec(ctx, `DELETE FROM private_facts WHERE id = $1 AND user_id = $2`, id, owner); err != nil {
			return err
		}
	}
	if err := tx.exec(ctx, tx.d.search.remove, int64(id)); err != nil {
		return err
	}
	return tx.exec(ctx, tx.d.search.removePrivate, int64(id))
}

// put writes the rows of a fact whose record is there, and its words.
func (f Facts[T, P]) put(ctx context.Context, tx *Tx, fact P) error {
	head := fact.Head()
	c := columns{row: factRow{day: head.Day()}}
	f.columns(fact, &c)
	if c.err != nil {
		return c.err
	}
	if f.private {
		// The whole fact is private: one row holds all of it.
		if len(c.body) > 0 && len(c.secret) > 0 {
			c.body = append(c.body, ',')
		}
		c.body, c.secret = append(c.body, c.secret...), nil
	}
	if err := tx.insertFact(ctx, f.table(), f.noun, head, c.row, c.body); err != nil {
		return err
	}
	if len(c.secret) > 0 {
		row := factRow{boss: c.row.boss, day: c.row.day}
		if err := tx.insertFact(ctx, tableOf(true), f.noun, head, row, c.secret); err != nil {
			return err
		}
	}
	if len(c.hidden) > 0 {
		if err := tx.indexPrivate(ctx, head.Owner, int64(head.ID), c.hidden...); err != nil {
			return err
		}
	}
	if f.private {
		return nil
	}
	return tx.index(ctx, head.Owner, int64(head.ID), c.words...)
}

func (tx *Tx) insertFact(ctx context.Context, table string, noun Noun, head *rapport.Fact, row factRow, body []byte) error {
	return tx.exec(ctx, `INSERT INTO `+table+` (id, user_id, noun, boss_id, about_id, day, due, state, text, body)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		head.ID, head.Owner, noun, nullable(row.boss), nullable(row.about), row.day, row.due, row.state, row.text, object(body))
}

func (f Facts[T, P]) scan(r row) (fact T, err error) {
	p := P(&fact)
	c := columns{reading: true}
	var body string
	head := p.Head()
	if err := r.Scan(append(recordFields(&head.ID, &head.Record), &c.row.boss, &c.row.about, &c.row.day, &c.row.due, &c.row.state, &c.row.text, &body)...); err != nil {
		return fact, err
	}
	if c.members, err = membersOf(body); err != nil {
		return fact, err
	}
	if f.private {
		c.secrets = c.members
	}
	f.columns(p, &c)
	return fact, c.err
}

// fillSecrets adds the private parts of facts that are not private themselves.
func (f Facts[T, P]) fillSecrets(ctx context.Context, tx *Tx, owner rapport.UserID, facts []T) error {
	if f.private || len(facts) == 0 {
		return nil
	}
	ids := make([]rapport.FactID, len(facts))
	at := make(map[rapport.FactID]int, len(facts))
	for i := range facts {
		ids[i] = P(&facts[i]).Head().ID
		at[ids[i]] = i
	}
	condition, args := among(tx.d, "f.id", 2, ids)
	_, err := list(ctx, tx, func(r row) (id rapport.FactID, err error) {
		var text string
		if err := r.Scan(&id, &text); err != nil {
			return id, err
		}
		secrets, err := membersOf(text)
		if err != nil {
			return id, err
		}
		return id, f.addSecrets(&facts[at[id]], secrets)
	}, `SELECT f.id, f.body FROM private_facts f WHERE +f.user_id = $1 AND `+condition+` ORDER BY f.id`, append([]any{owner}, args...)...)
	return err
}

// addSecrets puts private members into a fact that has been read without them:
// it is taken apart and put together again.
func (f Facts[T, P]) addSecrets(fact *T, secrets map[string]json.RawMessage) error {
	head := *P(fact).Head()
	c := columns{row: factRow{day: head.Day()}}
	f.columns(fact, &c)
	again := columns{reading: true, row: c.row, secrets: secrets}
	var err error
	if again.members, err = membersOf(object(c.body)); err != nil {
		return err
	}
	var whole T
	*P(&whole).Head() = head
	f.columns(&whole, &again)
	*fact = whole
	return again.err
}

// factSnapshot is a fact as it was before an edit, private parts included.
type factSnapshot struct {
	Head         rapport.Fact
	Boss         rapport.BossID
	About        rapport.FactID
	Due          rapport.Day
	Text         string
	Body, Secret string
}

// Edited is the step of an edit: before is the fact as it was.
func (f Facts[T, P]) Edited(before T) (Step, error) {
	head := *P(&before).Head()
	c := columns{row: factRow{day: head.Day()}}
	f.columns(&before, &c)
	if c.err != nil {
		return Step{}, c.err
	}
	return Edited(f.noun, rapport.RecordID(head.ID), factSnapshot{head, c.row.boss, c.row.about, c.row.due, c.row.text, object(c.body), object(c.secret)})
}

// Before returns the fact as it was before the edit that a step undoes.
func (f Facts[T, P]) Before(s Step) (fact T, err error) {
	var was factSnapshot
	if err := json.Unmarshal([]byte(s.Before), &was); err != nil {
		return fact, err
	}
	c := columns{reading: true, row: factRow{boss: was.Boss, about: was.About, due: was.Due, text: was.Text}}
	if c.members, err = membersOf(was.Body); err != nil {
		return fact, err
	}
	if c.secrets, err = membersOf(was.Secret); err != nil {
		return fact, err
	}
	*P(&fact).Head() = was.Head
	f.columns(&fact, &c)
	return fact, c.err
}

// takeBack makes a fact what it was before an edit.
func (f Facts[T, P]) takeBack(ctx context.Context, tx *Tx, s Step) error {
	was, err := f.Before(s)
	if err != nil {
		return err
	}
	return f.Update(ctx, tx, was)
}
