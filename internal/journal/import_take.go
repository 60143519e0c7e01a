package journal

import (
	"context"
	"fmt"
	"slices"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// take puts a line that the store does not have into it.
func (im *importer) take(ctx context.Context, line wire.Line) (v verdict, err error) {
	im.start()
	switch body := line.Body.(type) {
	case *wire.User:
		v, err = im.takeUser(ctx, line, body)
	case *wire.AddBoss:
		v, err = im.takeBoss(ctx, line, body)
	case *wire.BossLeft:
		v, err = im.takeLeft(ctx, line, body)
	case *wire.BossGoal:
		v, err = im.takeGoal(ctx, line, body)
	case *wire.Project:
		v, err = im.takeProject(ctx, line, body)
	case *wire.Source:
		v, err = im.takeSource(ctx, line, body)
	case *wire.Log:
		v, err = im.takeLog(ctx, line, body)
	case *wire.Report:
		v, err = im.takeReport(ctx, line, body)
	case *wire.Proposal:
		v, err = im.takeProposal(ctx, line, body)
	case *wire.NotePrivate:
		v, err = taken, im.tx.InsertNote(ctx, &rapport.PrivateNote{Record: im.recordOf(line, body.Removed), Day: body.Day, Text: body.Text})
	case *wire.Calendar:
		v, err = taken, im.tx.InsertCalendar(ctx, &rapport.CalendarFact{
			Record: im.recordOf(line, body.Removed), Text: body.Text, Date: body.Date, Until: body.Until, Kind: body.Kind,
		})
	case *wire.Correction:
		v, err = taken, im.tx.InsertCorrection(ctx, &rapport.Correction{
			Record: im.recordOf(line, body.Removed), About: body.About, Text: body.Text, Wrong: body.Wrong, Right: body.Right,
		})
	case *wire.Aside:
		v, err = im.keepAside(ctx, line, body)
	default:
		if c := im.codecOf(line.Body.Type()); c != nil {
			v, err = im.takeFact(ctx, line, c)
			break
		}
		return taken, rapport.Errorf(rapport.Internal, "a line of type %s cannot be taken", line.Body.Type())
	}
	if err == nil && v == kept && im.setAside {
		// It names something that was kept aside, so it is kept aside too.
		aside, err := wire.SetAside(line)
		if err != nil {
			return kept, err
		}
		return im.keepAside(ctx, aside, aside.Body.(*wire.Aside))
	}
	return v, err
}

// recordOf makes the common part of a new record.
func (im *importer) recordOf(line wire.Line, removed rapport.Instant) rapport.Record {
	return rapport.Record{Owner: im.owner, Line: line.ID, At: line.T, Removed: removed}
}

// keep keeps a line as it came.
func (im *importer) keep(ctx context.Context, line wire.Line, why string) (rapport.RecordID, error) {
	k := store.KeptLine{
		Record: im.recordOf(line, 0), Type: line.Body.Type(), Body: string(wire.Encode(line)), Why: why,
	}
	if err := im.tx.InsertKept(ctx, &k); err != nil {
		return 0, err
	}
	return k.ID, im.rememberNames(ctx, line)
}

// rememberNames makes sure that the names in a line that is kept lead to their
// rows even after the user gave those other names.
func (im *importer) rememberNames(ctx context.Context, line wire.Line) error {
	for _, name := range line.Names() {
		row := im.rowOf(name)
		if row == "" || im.remembered[name] {
			continue
		}
		im.remembered[name] = true
		marks, err := im.marks(ctx, row, nameSuffix)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(marks, func(m mark) bool { return string(m.line) == string(name.Slug) }) {
			continue
		}
		err = im.tx.InsertKept(ctx, &store.KeptLine{
			Record: rapport.Record{Owner: im.owner, Line: markLine(row, nameSuffix, len(marks)+1), At: line.T},
			Type:   string(name.Of), Body: string(name.Slug), Why: keptMark,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (im *importer) keepAside(ctx context.Context, line wire.Line, body *wire.Aside) (verdict, error) {
	for _, name := range body.Introduces() {
		im.aside[name] = true
	}
	_, err := im.keep(ctx, line, keptUnknown)
	return kept, err
}

func (im *importer) takeLog(ctx context.Context, line wire.Line, body *wire.Log) (verdict, error) {
	e, err := im.entryOf(ctx, line, body)
	if err != nil || im.setAside {
		return kept, err
	}
	if err := im.tx.InsertEntry(ctx, &e); err != nil {
		return taken, err
	}
	return im.outcome()
}

// entryOf makes an entry of a line, without what is missing.
func (im *importer) entryOf(ctx context.Context, line wire.Line, body *wire.Log) (rapport.Entry, error) {
	e := rapport.Entry{
		Record: im.recordOf(line, body.Removed),
		Day:    body.Day, Kind: body.Kind, KindBy: body.KindBy, Text: body.Text, Outcome: body.Outcome,
		Project: im.project(body.Project), ProjectBy: body.ProjectBy, ToldSaid: rapport.TruthOf(body.ToldSaid),
		Helpers: body.Helpers, CommittedBy: body.CommittedBy, Due: body.Due, Asked: body.Asked, Raised: body.Raised,
		BossSaid: body.BossSaid, OwnError: body.OwnError, URL: body.URL, Closed: body.Closed, Evidence: body.Evidence, Source: im.source(body.Source),
	}
	for _, slug := range body.Concerns {
		if boss := im.boss(slug); boss != 0 {
			e.Concerns = append(e.Concerns, boss)
		}
	}
	for _, l := range body.Links {
		if goal := im.goal(l.Goal); goal != 0 {
			e.Links = append(e.Links, rapport.Link{Goal: goal, By: l.By, Confidence: l.Confidence, Reason: l.Reason})
		}
	}
	for _, t := range body.Told {
		report, err := im.report(ctx, t.Report)
		if err != nil {
			return e, err
		}
		boss := im.boss(t.Boss)
		if boss == 0 || t.Report != "" && report == 0 {
			// The mark comes with the second look: a mark that is there stays.
			continue
		}
		e.Told = append(e.Told, rapport.Told{Boss: boss, Since: t.Since, How: t.How, Report: report, Via: t.Via})
	}
	return e, nil
}

func (im *importer) takeReport(ctx context.Context, line wire.Line, body *wire.Report) (verdict, error) {
	r := rapport.Report{
		Record: im.recordOf(line, body.Removed),
		Boss:   im.boss(body.Boss), Period: rapport.Period{From: body.From, Until: body.Until}, Version: body.Version,
		State: body.State, Format: body.Format, Text: body.Text, Medium: body.Medium,
		ItemCount: body.Items, Pages: body.Pages, Opened: body.Opened,
	}
	for _, item := range body.Entries {
		entry, err := im.entry(ctx, item.Entry)
		if err != nil {
			return taken, err
		}
		r.Items = append(r.Items, rapport.ReportItem{Entry: entry, Place: item.Place})
	}
	switch {
	case im.setAside:
		return kept, nil
	case len(im.missing) > 0:
		return im.wait()
	}
	return taken, im.tx.InsertReport(ctx, &r)
}

func (im *importer) takeProposal(ctx context.Context, line wire.Line, body *wire.Proposal) (verdict, error) {
	source := im.source(body.Source)
	switch {
	case im.setAside:
		return kept, nil
	case source == 0:
		return im.wait()
	}
	p := rapport.Proposal{
		Record: im.recordOf(line, body.Removed),
		Source: source, Key: body.Key, From: body.From, Day: body.Day, Kind: body.Kind, Text: body.Text, Project: body.Project,
		Reason: body.Reason, Confidence: body.Confidence, Evidence: body.Evidence, Noise: body.Noise, State: body.State,
	}
	if err := im.proposalNames(ctx, &p, body); err != nil {
		return taken, err
	}
	have, found, err := im.tx.ProposalByKey(ctx, im.owner, source, body.Key)
	if err != nil {
		return taken, err
	}
	if !found {
		if err := im.tx.InsertProposal(ctx, &p); err != nil {
			return taken, err
		}
		return im.introducedPartly(line)
	}
	newest, err := im.sayAnew(ctx, line, rowMark(have.ID, have.Record), store.ProposalNoun)
	if err != nil || !newest {
		return taken, err
	}
	p.ID, p.Record = have.ID, have.Record
	if err := im.tx.UpdateProposal(ctx, p); err != nil {
		return taken, err
	}
	if err := im.setRemoved(ctx, rapport.RecordID(p.ID), &p.Record, body.Removed); err != nil {
		return taken, err
	}
	return im.outcome()
}

// proposalNames fills in what the line of a proposal names by words and ids.
func (im *importer) proposalNames(ctx context.Context, p *rapport.Proposal, body *wire.Proposal) (err error) {
	p.Becomes, p.Due, p.Particulars = body.Becomes, body.Due, body.Particulars
	p.Boss = im.boss(body.Boss)
	p.By, p.To = im.person(body.By), im.person(body.To)
	if p.Entry, err = im.entry(ctx, body.Entry); err != nil {
		return err
	}
	p.Became, err = im.anyRecord(ctx, body.Became)
	return err
}

// sayAnew keeps a line that says anew what another introduced, and reports
// whether it is the newest, so that the row is to hold what it says.
func (im *importer) sayAnew(ctx context.Context, line wire.Line, row mark, noun store.Noun) (newest bool, err error) {
	current, err := im.current(ctx, row)
	if err != nil {
		return false, err
	}
	marks, err := im.marks(ctx, row.line, againSuffix)
	if err != nil {
		return false, err
	}
	newest = line.T.At >= current.at.At
	if newest && current.line == row.line {
		// The values of the row's own line are about to go: keep the line.
		ref := store.RecordRef{ID: row.id, Noun: noun}
		text, ok := im.partial[row.line]
		if !ok {
			line, err := im.lineOfRecord(ctx, ref)
			if err != nil {
				return false, err
			}
			text = string(line)
		}
		first := store.KeptLine{
			Record: rapport.Record{Owner: im.owner, Line: row.line + firstSuffix, At: row.at},
			Type:   line.Body.Type(), Body: text, Why: keptFirst,
		}
		if err := im.tx.InsertKept(ctx, &first); err != nil {
			return false, err
		}
	}
	if _, err := im.keep(ctx, line, keptAgain); err != nil {
		return false, err
	}
	return newest, im.setMark(ctx, line, markLine(row.line, againSuffix, len(marks)+1))
}

// setMark leads from a row to a line about it.
func (im *importer) setMark(ctx context.Context, line wire.Line, name rapport.LineID) error {
	return im.tx.InsertKept(ctx, &store.KeptLine{
		Record: rapport.Record{Owner: im.owner, Line: name, At: line.T},
		Type:   line.Body.Type(), Body: string(line.ID), Why: keptMark,
	})
}

// setRemoved removes or restores what a row stands for.
func (im *importer) setRemoved(ctx context.Context, id rapport.RecordID, r *rapport.Record, removed rapport.Instant) error {
	if r.Removed == removed {
		return nil
	}
	r.Removed = removed
	_, err := im.tx.SetRemoved(ctx, im.owner, id, removed)
	return err
}

// movedGoal notes that a goal is another boss's from now on.
func (im *importer) movedGoal(g rapport.Goal, to rapport.Slug) {
	im.note(fmt.Sprintf("the goal %s was %s's and is %s's now", g.Slug, im.bossSlug(g.Boss), to))
}
