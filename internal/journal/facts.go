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
// the body of a fact, and points says to which other records a fact points: their
// lines are known to to. After a fact of the noun is written, for the first time
// or anew, then takes note of it; it may be nil.
func codec[T any, P interface {
	*T
	Head() *rapport.Fact
}, B wire.Body](
	table store.Facts[T, P], types []string,
	from func(ctx context.Context, im *importer, body B) (T, error),
	to func(x *exchange, fact T) wire.Body,
	points func(fact T) []rapport.FactID,
	then func(im *importer, fact *T),
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
	if then == nil {
		then = func(*importer, *T) {}
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
			then(im, &fact)
			return nil
		},
		complete: func(ctx context.Context, im *importer, line wire.Line, ref store.RecordRef) (func() error, error) {
			fact, err := made(ctx, im, line, ref.Record)
			P(&fact).Head().ID = rapport.FactID(ref.ID)
			return func() error {
				if err := table.Update(ctx, im.tx, fact); err != nil {
					return err
				}
				then(im, &fact)
				return nil
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
			then(im, &fact)
			return nil
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
			then(im, &fact)
			return step, im.finishPromises(ctx)
		},
		before: func(ctx context.Context, x *exchange, step store.Step) (wire.Body, error) {
			was, err := table.Before(step)
			if err != nil {
				return nil, err
			}
			if points != nil {
				err = x.findPointed(ctx, points(was))
			}
			return to(x, was), err
		},
		lines: func(ctx context.Context, x *exchange, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
			facts, err := table.ByID(ctx, x.tx, x.owner, cast[rapport.FactID](ids))
			if err != nil {
				return err
			}
			if points != nil {
				var others []rapport.FactID
				for _, fact := range facts {
					others = append(others, points(fact)...)
				}
				if err := x.findPointed(ctx, others); err != nil {
					return err
				}
			}
			for i := range facts {
				head := P(&facts[i]).Head()
				put(rapport.RecordID(head.ID), wire.Encode(lineFrom(head.Record, to(x, facts[i]))))
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
		func(_ context.Context, im *importer, body B) (T, error) { return from(im, body), nil }, to, nil, nil)
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
	switch slug := im.now(wire.OfBoss, rapport.Slug(text)); {
	case text == "":
		return rapport.Person{}
	case text == string(rapport.Me):
		return rapport.Myself()
	case im.bosses.byName[slug] != nil:
		return rapport.Person{Boss: im.bosses.byName[slug].ID}
	case rapport.ParseSlug(text) == rapport.Slug(text):
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

// pointed is a record that another one points to. Of a promise it is known how
// it is found by its text.
type pointed struct {
	line    rapport.LineID
	promise rapport.Promise
}

// findPointed makes sure that x.pointed knows records that others point to.
func (x *exchange) findPointed(ctx context.Context, ids []rapport.FactID) error {
	const remembered = 4096
	if len(x.pointed) > remembered {
		clear(x.pointed)
	}
	if x.pointed == nil {
		x.pointed = map[rapport.FactID]pointed{}
	}
	var unknown, promises []rapport.FactID
	for _, id := range ids {
		if _, ok := x.pointed[id]; id != 0 && !ok {
			x.pointed[id] = pointed{}
			unknown = append(unknown, id)
		}
	}
	refs, err := x.tx.RecordsByID(ctx, x.owner, cast[rapport.RecordID](unknown))
	if err != nil {
		return err
	}
	for _, ref := range refs {
		id := rapport.FactID(ref.ID)
		x.pointed[id] = pointed{line: ref.Line}
		if ref.Noun == store.PromiseNoun {
			promises = append(promises, id)
		}
	}
	found, err := store.Promises.ByID(ctx, x.tx, x.owner, promises)
	for _, p := range found {
		x.pointed[p.ID] = pointed{p.Line, p}
	}
	return err
}

// lineOf is the line of a record that a fact points to; empty for none.
func lineOf[ID ~int64](x *exchange, id ID) rapport.LineID { return x.pointed[rapport.FactID(id)].line }
