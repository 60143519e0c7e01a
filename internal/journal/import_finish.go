package journal

import (
	"context"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// finish looks again at the lines that named what came later: first those that
// could not be in the store at all, since others may name them, then the rest.
func (im *importer) finish(ctx context.Context, file *spooled) error {
	if !im.pending.any() {
		return nil
	}
	im.again = true
	reader := &rereader{from: file}
	for _, postponedOnes := range [...]bool{true, false} {
		err := im.pending.each(func(offset int64, number int, v verdict) error {
			if (v == postponed) != postponedOnes {
				return nil
			}
			raw, err := reader.line(offset)
			if err != nil {
				return err
			}
			line, err := raw.Decode(im.opt.Lenient)
			if err != nil {
				return err
			}
			return placedAt(im.finishLine(ctx, line, number, v), number)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (im *importer) finishLine(ctx context.Context, line wire.Line, number int, v verdict) error {
	im.start()
	if v == postponed {
		v, err := im.take(ctx, line)
		if err == nil {
			im.tally(line, v)
		}
		return err
	}
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
	case *wire.Other:
		im.findNames(body)
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
		var entry rapport.EntryID
		entry, err = im.entry(ctx, body.Entry)
		finish = func() error { return im.completeProposal(ctx, line, body, entry) }
	}
	if err != nil {
		return err
	}
	if len(im.missing) > 0 {
		return im.missing[0].refused()
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

func (im *importer) completeProposal(ctx context.Context, line wire.Line, body *wire.Proposal, entry rapport.EntryID) error {
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
	p.Entry = entry
	return im.tx.UpdateProposal(ctx, p)
}
