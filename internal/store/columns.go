package store

import (
	"encoding/json"
	"errors"
	"reflect"

	"rapport"
)

// columns is one walk over the fields of a fact, in one of two directions:
// taking them apart for a row, or putting a row together again. Each noun lists
// its fields once for both.
//
// A field that queries ask for has a column of its own, another one is a member
// of the body. A private field never stands in the row of a fact that is not
// private itself: it goes to the row beside it, in the private table.
type columns struct {
	reading bool
	row     factRow
	// members are those of the body and of the private row that are read.
	members, secrets map[string]json.RawMessage
	// body and secret are what is written.
	body, secret []byte
	// words are the texts that search finds the fact by, hidden those by which
	// the private search does.
	words  []string
	hidden []rapport.PrivateText
	err    error
}

// factRow is what a fact has a column for.
type factRow struct {
	boss  rapport.BossID
	about rapport.FactID
	day   rapport.Day
	due   rapport.Day
	state rapport.State
	text  string
}

// boss is the boss whom the fact concerns.
func (c *columns) boss(v *rapport.BossID) {
	if c.reading {
		*v = c.row.boss
		return
	}
	c.row.boss = *v
}

// concerns is the boss of a fact that keeps them in other fields.
func (c *columns) concerns(boss rapport.BossID) {
	if !c.reading {
		c.row.boss = boss
	}
}

// about is the one fact that this one is found by.
func (c *columns) about(v *rapport.FactID) {
	if c.reading {
		*v = c.row.about
		return
	}
	c.row.about = *v
}

// text is the sentence of the fact.
func (c *columns) text(v *string) {
	if c.reading {
		*v = c.row.text
		return
	}
	c.row.text = *v
	c.words = append(c.words, *v)
}

// private is the sentence of a private fact.
func (c *columns) private(v *rapport.PrivateText) {
	if c.reading {
		*v = rapport.Private(c.row.text)
		return
	}
	c.row.text = v.Reveal()
	c.hidden = append(c.hidden, *v)
}

// due is the day that the fact is due.
func (c *columns) due(v *rapport.Day) {
	if c.reading {
		*v = c.row.due
		return
	}
	c.row.due = *v
}

// dueBy is the day that a fact is due which is kept in other fields.
func (c *columns) dueBy(day rapport.Day) {
	if !c.reading {
		c.row.due = day
	}
}

// state is where the fact stands, by its other fields.
func (c *columns) state(s rapport.State) {
	if !c.reading {
		c.row.state = s
	}
}

// on is the day of a fact that is not dated by its record alone.
func (c *columns) on(day rapport.Day) {
	if !c.reading && day != "" {
		c.row.day = day
	}
}

// said is a text in the body that search finds.
func (c *columns) said(key string, v *string) {
	member(c, key, v)
	if !c.reading && *v != "" {
		c.words = append(c.words, *v)
	}
}

// listed is a list of texts in the body that search finds.
func (c *columns) listed(key string, v *[]string) {
	member(c, key, v)
	if !c.reading {
		c.words = append(c.words, *v...)
	}
}

// secretly is a private text besides the sentence.
func (c *columns) secretly(key string, v *rapport.PrivateText) {
	if c.reading {
		var text string
		c.read(c.secrets, key, &text)
		*v = rapport.Private(text)
		return
	}
	if !v.IsEmpty() {
		c.secret = c.write(c.secret, key, v.Reveal())
		c.hidden = append(c.hidden, *v)
	}
}

// member is any other field.
func member[T any](c *columns, key string, v *T) {
	if c.reading {
		c.read(c.members, key, v)
		return
	}
	if !reflect.ValueOf(v).Elem().IsZero() {
		c.body = c.write(c.body, key, *v)
	}
}

func (c *columns) read(from map[string]json.RawMessage, key string, into any) {
	if raw, ok := from[key]; ok {
		c.err = errors.Join(c.err, json.Unmarshal(raw, into))
	}
}

func (c *columns) write(out []byte, key string, v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		c.err = errors.Join(c.err, err)
		return out
	}
	if len(out) > 0 {
		out = append(out, ',')
	}
	out = append(out, '"')
	out = append(out, key...)
	return append(append(out, '"', ':'), text...)
}

// object closes what write wrote; no member makes the empty text.
func object(members []byte) string {
	if len(members) == 0 {
		return ""
	}
	return "{" + string(members) + "}"
}

// membersOf is the reverse of object.
func membersOf(text string) (members map[string]json.RawMessage, err error) {
	if text == "" {
		return nil, nil
	}
	return members, json.Unmarshal([]byte(text), &members)
}
