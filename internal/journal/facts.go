package journal

import (
	"context"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// factCodec turns the facts of one noun into journal lines and back.
type factCodec struct {
	noun store.Noun
	// types are the types of the lines.
	types []string
	// take puts the fact of a new line into the store, without what is
	// missing.
	take func(ctx context.Context, im *importer, line wire.Line) error
	// complete writes the fact of a line again once all names are known.
	complete func(ctx context.Context, im *importer, line wire.Line, ref store.RecordRef) (func() error, error)
	// adopt makes a record of a line that an older store kept as it came.
	adopt func(ctx context.Context, im *importer, line wire.Line, kept store.KeptLine) error
	// replace writes what a line says over the record that it is the line of.
	replace func(ctx context.Context, im *importer, line wire.Line, ref store.RecordRef) (store.Step, error)
	// before is the body of a fact as it was before an edit.
	before func(ctx context.Context, x *exchange, step store.Step) (wire.Body, error)
	lines  func(ctx context.Context, x *exchange, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error
}

// codec makes the codec of a noun: from makes the fact of a line's body, and to
// the body of a fact. After a fact of the noun is written, for the first time
// or anew, then follows, which may be nil.
func codec[T any, P interface {
	*T
	Head() *rapport.Fact
}, B wire.Body](
	table store.Facts[T, P], types []string,
	from func(ctx context.Context, im *importer, body B) (T, error),
	to func(ctx context.Context, x *exchange, fact T) (wire.Body, error),
	then func(ctx context.Context, im *importer, fact *T, anew bool) error,
) factCodec {
	// made makes the fact of a line, with the record that it has or is to have.
	made := func(ctx context.Context, im *importer, line wire.Line, r rapport.Record) (T, error) {
		fact, err := from(ctx, im, line.Body.(B))
		removed := P(&fact).Head().Removed // the body holds the noun, and the noun when it was removed
		P(&fact).Head().Record = r
		P(&fact).Head().Removed = removed
		P(&fact).Head().At = line.T
		return fact, err
	}
	after := func(ctx context.Context, im *importer, fact *T, anew bool) error {
		if then == nil {
			return nil
		}
		return then(ctx, im, fact, anew)
	}
	return factCodec{
		noun: table.Noun(), types: types,
		take: func(ctx context.Context, im *importer, line wire.Line) error {
			fact, err := made(ctx, im, line, im.recordOf(line, 0))
			if err != nil || im.setAside {
				return err
			}
			if err := table.Insert(ctx, im.tx, &fact); err != nil {
				return err
			}
			return after(ctx, im, &fact, false)
		},
		complete: func(ctx context.Context, im *importer, line wire.Line, ref store.RecordRef) (func() error, error) {
			fact, err := made(ctx, im, line, ref.Record)
			P(&fact).Head().ID = rapport.FactID(ref.ID)
			return func() error {
				if err := table.Update(ctx, im.tx, fact); err != nil {
					return err
				}
				return after(ctx, im, &fact, true)
			}, err
		},
		adopt: func(ctx context.Context, im *importer, line wire.Line, kept store.KeptLine) error {
			fact, err := made(ctx, im, line, kept.Record)
			if err != nil || len(im.missing) > 0 {
				return err
			}
			if err := table.Adopt(ctx, im.tx, kept, &fact); err != nil {
				return err
			}
			return after(ctx, im, &fact, true)
		},
		replace: func(ctx context.Context, im *importer, line wire.Line, ref store.RecordRef) (step store.Step, err error) {
			before, err := table.ByID(ctx, im.tx, im.owner, []rapport.FactID{rapport.FactID(ref.ID)})
			if err != nil || len(before) == 0 {
				return step, err
			}
			if step, err = table.Edited(before[0]); err != nil {
				return step, err
			}
			fact, err := made(ctx, im, line, ref.Record)
			if err != nil || len(im.missing) > 0 {
				return step, err
			}
			P(&fact).Head().ID = rapport.FactID(ref.ID)
			if err := table.Update(ctx, im.tx, fact); err != nil {
				return step, err
			}
			return step, after(ctx, im, &fact, true)
		},
		before: func(ctx context.Context, x *exchange, step store.Step) (wire.Body, error) {
			was, err := table.Before(step)
			if err != nil {
				return nil, err
			}
			return to(ctx, x, was)
		},
		lines: func(ctx context.Context, x *exchange, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
			facts, err := table.ByID(ctx, x.tx, x.owner, cast[rapport.FactID](ids))
			if err != nil {
				return err
			}
			for i := range facts {
				body, err := to(ctx, x, facts[i])
				if err != nil {
					return err
				}
				head := P(&facts[i]).Head()
				put(rapport.RecordID(head.ID), wire.Encode(lineFrom(head.Record, body)))
			}
			return nil
		},
	}
}

// plain is [codec] for a noun whose names can all be found without asking the
// store, and after which nothing follows.
func plain[T any, P interface {
	*T
	Head() *rapport.Fact
}, B wire.Body](table store.Facts[T, P], types []string, from func(im *importer, body B) T, to func(x *exchange, fact T) wire.Body) factCodec {
	return codec(table, types,
		func(_ context.Context, im *importer, body B) (T, error) { return from(im, body), nil },
		func(_ context.Context, x *exchange, fact T) (wire.Body, error) { return to(x, fact), nil }, nil)
}

// factCodecs lists the codecs of all facts.
func factCodecs() []factCodec {
	return append(append(relationCodecs(), workCodecs()...), privateCodecs()...)
}

// codecOf finds the codec of a type of line, nil where it is no fact.
func (x *exchange) codecOf(typeName string) *factCodec {
	if x.byType == nil {
		x.byType = map[string]*factCodec{}
		x.byNoun = map[store.Noun]*factCodec{}
		for _, c := range factCodecs() {
			for _, t := range c.types {
				x.byType[t] = &c
			}
			x.byNoun[c.noun] = &c
		}
	}
	return x.byType[typeName]
}

// codecFor finds the codec of a noun, nil where it is no fact.
func (x *exchange) codecFor(noun store.Noun) *factCodec {
	x.codecOf("")
	return x.byNoun[noun]
}

func (im *importer) takeFact(ctx context.Context, line wire.Line, c *factCodec) (verdict, error) {
	if err := c.take(ctx, im, line); err != nil {
		return taken, err
	}
	if im.setAside {
		return kept, nil
	}
	if im.mayBeBoss && !im.again && len(im.missing) == 0 {
		return incomplete, nil
	}
	return im.outcome()
}

// person finds whom a line means: the user, a boss, or anybody else. A word
// that could be the slug of a boss whom a later line introduces is looked at
// again.
func (im *importer) person(text string) rapport.Person {
	switch slug := rapport.Slug(text); {
	case text == "":
		return rapport.Person{}
	case text == string(rapport.Me):
		return rapport.Myself()
	case im.bosses.byName[slug] != nil:
		return rapport.Person{Boss: im.bosses.byName[slug].ID}
	case rapport.ParseSlug(text) == slug:
		im.mayBeBoss = true
	}
	return rapport.Person{Name: text}
}

// personName is how a line names a person.
func (x *exchange) personName(p rapport.Person) string {
	if p.Boss != 0 {
		return string(x.bossSlug(p.Boss))
	}
	return p.Name
}

// fact finds the fact of a line.
func (im *importer) fact(ctx context.Context, line rapport.LineID, noun store.Noun) (rapport.FactID, error) {
	id, err := im.record(ctx, line, noun, string(noun))
	return rapport.FactID(id), err
}

// lineOfRecord is the line of a record that a fact points to; empty for none.
func (x *exchange) lineOfRecord(ctx context.Context, id rapport.RecordID) (rapport.LineID, error) {
	if id == 0 {
		return "", nil
	}
	refs, err := x.tx.RecordsByID(ctx, x.owner, []rapport.RecordID{id})
	if err != nil || len(refs) == 0 {
		return "", err
	}
	return refs[0].Line, nil
}
