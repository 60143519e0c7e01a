package journal

import (
	"context"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// maxSweeps bounds how often the lines that wait are gone through in order.
const maxSweeps = 16

// finish looks again at the lines that named what came later: first at those
// that could not be in the store at all, then at those that lack names.
func (im *importer) finish(ctx context.Context, file *spooled) error {
	reader := &rereader{from: file}
	inOrder := true
	for sweep := 1; im.waiting.any(); sweep++ {
		before := im.waiting.n
		if err := im.sweep(ctx, reader, inOrder); err != nil {
			return err
		}
		if im.waiting.n < before && sweep < maxSweeps {
			continue
		}
		// The order of lines of one instant stands in the way of their names,
		// which no journal that was exported can have. Names are worth more.
		im.again = !inOrder && im.waiting.n >= before
		inOrder = false
	}
	if err := im.compareKnown(ctx); err != nil {
		return err
	}
	im.again = true
	err := im.unfinished.each(func(offset int64, number int, v verdict) error {
		line, _, err := im.reread(reader, offset, number)
		if err != nil {
			return err
		}
		return placedAt(im.finishLine(ctx, line, number, v), number)
	})
	if err != nil {
		return err
	}
	return im.finishPromises(ctx)
}

func (im *importer) reread(reader *rereader, offset int64, number int) (wire.Line, wire.RawLine, error) {
	raw, err := reader.line(offset)
	if err != nil {
		return wire.Line{}, raw, err
	}
	raw.Offset, raw.Number = offset, number
	line, err := raw.Decode(im.opt.Lenient)
	return line, raw, err
}

// sweep takes the lines that wait, as far as it can. In order, a line of the
// same instant as one that has to wait on waits on too.
func (im *importer) sweep(ctx context.Context, reader *rereader, inOrder bool) error {
	waiting := im.waiting
	im.waiting = pendingLines{}
	blocked := false
	return waiting.each(func(offset int64, number int, v verdict) error {
		if v == postponed {
			blocked = false
		}
		if blocked && inOrder {
			im.waiting.add(wire.RawLine{Offset: offset, Number: number}, held)
			return nil
		}
		line, raw, err := im.reread(reader, offset, number)
		if err != nil {
			return err
		}
		ref, found, err := im.tx.RecordByLine(ctx, im.owner, line.ID)
		if err != nil {
			return err
		}
		if found {
			// The file has the line twice.
			return im.remember(ctx, knownLine{ref, wire.Encode(line), line.Body.Type(), number, offset})
		}
		before := im.waiting.n
		err = im.takeOrWait(ctx, line, raw)
		blocked = im.waiting.n > before
		return placedAt(err, number)
	})
}

func (im *importer) finishLine(ctx context.Context, line wire.Line, number int, v verdict) error {
	im.start()
	ref, found, err := im.tx.RecordByLine(ctx, im.owner, line.ID)
	if err != nil {
		return err
	}
	if !found {
		return rapport.Errorf(rapport.Internal, "the line %q was read and is gone", line.ID)
	}
	if v == compared {
		im.known = append(im.known[:0], knownLine{ref: ref, text: wire.Encode(line), typ: line.Body.Type(), number: number})
		return im.compareKnown(ctx)
	}
	return im.complete(ctx, line, ref, v)
}

// complete adds to the record of a line the names that were not known when it
// was taken.
func (im *importer) complete(ctx context.Context, line wire.Line, ref store.RecordRef, v verdict) (err error) {
	finish := func() error { return nil }
	switch body := line.Body.(type) {
	case *wire.BossLeft:
		im.boss(body.Boss)
		finish = func() error { return im.markLeft(ctx, line, body) }
	case *wire.Log:
		finish, err = im.completeEntry(ctx, line, body, ref, v)
	case *wire.Project:
		boss, goal := im.boss(body.Boss), im.goal(body.Goal)
		finish = func() error { return im.completeProject(ctx, line, body, boss, goal) }
	case *wire.Source:
		project := im.project(body.Project)
		finish = func() error { return im.completeSource(ctx, line, body, project) }
	case *wire.Proposal:
		var named rapport.Proposal
		err = im.proposalNames(ctx, &named, body)
		finish = func() error { return im.completeProposal(ctx, line, body, named) }
	default:
		if c := im.codecOf(line.Body.Type()); c != nil {
			finish, err = c.complete(ctx, im, line, ref)
		}
	}
	if err != nil {
		return err
	}
	if len(im.missing) > 0 {
		return im.missing[0].refused()
	}
	if err := im.rememberNames(ctx, line); err != nil {
		return err
	}
	return finish()
}

// completeEntry writes the entry with all its names.
func (im *importer) completeEntry(ctx context.Context, line wire.Line, body *wire.Log, ref store.RecordRef, v verdict) (func() error, error) {
	e, err := im.entryOf(ctx, line, body)
	e.ID, e.Number = rapport.EntryID(ref.ID), ref.Number
	if v == incomplete {
		return func() error { return im.tx.UpdateEntry(ctx, e) }, err
	}
	return func() error {
		for _, t := range e.Told {
			if err := im.tx.PutTold(ctx, im.owner, e.ID, t); err != nil {
				return err
			}
		}
		return nil
	}, err
}

func (im *importer) completeProject(ctx context.Context, line wire.Line, body *wire.Project, boss rapport.BossID, goal rapport.GoalID) error {
	p := im.projects.byName[body.Project]
	newest, err := im.current(ctx, rowMark(p.ID, p.Record))
	if err != nil {
		return err
	}
	if newest.line != line.ID {
		return nil
	}
	p.Boss, p.Goal = boss, goal
	return im.tx.UpdateProject(ctx, *p)
}

func (im *importer) completeSource(ctx context.Context, line wire.Line, body *wire.Source, project rapport.ProjectID) error {
	s := im.sources.byName[body.Name()]
	newest, err := im.current(ctx, rowMark(s.ID, s.Record))
	if err != nil {
		return err
	}
	if newest.line != line.ID {
		return nil
	}
	s.Project = project
	return im.tx.UpdateSource(ctx, *s)
}

func (im *importer) completeProposal(ctx context.Context, line wire.Line, body *wire.Proposal, named rapport.Proposal) error {
	p, found, err := im.tx.ProposalByKey(ctx, im.owner, im.source(body.Source), body.Key)
	if err != nil || !found {
		return err
	}
	newest, err := im.current(ctx, rowMark(p.ID, p.Record))
	if err != nil {
		return err
	}
	if newest.line != line.ID {
		return nil
	}
	p.Entry, p.Became, p.Boss, p.By, p.To = named.Entry, named.Became, named.Boss, named.By, named.To
	return im.tx.UpdateProposal(ctx, p)
}
