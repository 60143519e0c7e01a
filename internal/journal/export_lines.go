package journal

import (
	"context"

	"rapport"
	wire "rapport/internal/wire/journal"
)

// lineFrom makes the line of a record.
func lineFrom(r rapport.Record, body wire.Body) wire.Line {
	return wire.Line{ID: r.Line, T: r.At, Body: body}
}

// introduced returns the line at the place of a row's own record: what the row
// holds or, where a newer line replaced that, what the row held first.
func (x *exchange) introduced(ctx context.Context, row mark, line wire.Line) ([]byte, error) {
	newest, err := x.current(ctx, row)
	if err != nil || newest.line == row.line {
		return wire.Encode(line), err
	}
	first, found, err := x.tx.RecordByLine(ctx, x.owner, row.line+firstSuffix)
	if err != nil || !found {
		return wire.Encode(line), err
	}
	kept, err := x.tx.KeptByID(ctx, x.owner, []rapport.RecordID{first.ID})
	if err != nil || len(kept) == 0 {
		return nil, err
	}
	body, err := x.keptBody(kept[0].Body)
	return []byte(body), err
}

func (x *exchange) userLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	line, err := x.introduced(ctx, rowMark(x.user.ID, x.user.Record), userLine(x.user))
	if err == nil && !saysNothing(x.user) {
		put(ids[0], line)
	}
	return err
}

// saysNothing reports whether the user told nothing of themselves: a store
// that was just made.
func saysNothing(u rapport.User) bool {
	return u.Name == "" && u.Zone == "" && u.Locale == "" && workWeek(u) == 0 && u.Editor == "" &&
		len(u.Names) == 0 && len(u.Emails) == 0 && !u.Sample
}

// workWeek is zero for the week that goes without saying.
func workWeek(u rapport.User) rapport.WorkWeek {
	if u.WorkDays == rapport.MondayToFriday {
		return 0
	}
	return u.WorkDays
}

func userLine(u rapport.User) wire.Line {
	return lineFrom(u.Record, &wire.User{
		Name: u.Name, Zone: u.Zone, Locale: u.Locale, WorkDays: workWeek(u),
		Editor: u.Editor, Names: u.Names, Emails: u.Emails, Sample: u.Sample,
	})
}

func (x *exchange) bossLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	for _, id := range ids {
		b := x.bosses.byID[rapport.BossID(id)]
		line, err := x.introduced(ctx, rowMark(b.ID, b.Record), bossLine(*b))
		if err != nil {
			return err
		}
		put(id, line)
	}
	return nil
}

func bossLine(b rapport.Boss) wire.Line {
	relation := b.Relation
	if relation == "" {
		relation = rapport.Solid
	}
	return lineFrom(b.Record, &wire.AddBoss{
		Boss: b.Slug, Name: b.Name, Relation: relation, Role: b.Role, Zone: b.Zone,
		Hours: b.Hours, Evaluates: b.Evaluates, Email: b.Email, Since: b.Since, Removed: b.Removed,
	})
}

func (x *exchange) goalLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	for _, id := range ids {
		g := x.goals.byID[rapport.GoalID(id)]
		line, err := x.introduced(ctx, rowMark(g.ID, g.Record), x.goalLine(*g))
		if err != nil {
			return err
		}
		put(id, line)
	}
	return nil
}

func (x *exchange) goalLine(g rapport.Goal) wire.Line {
	return lineFrom(g.Record, &wire.BossGoal{
		Boss: x.bossSlug(g.Boss), Goal: g.Slug, Title: g.Title, Confirmed: g.Confirmed,
		Due: g.Due, Closed: g.Closed, Source: g.Source, OwnedBy: g.OwnedBy, Horizon: g.Horizon,
		ConfirmedOn: g.ConfirmedOn, PlayedBack: g.PlayedBack, Removed: g.Removed,
	})
}

func (x *exchange) projectLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	for _, id := range ids {
		p := x.projects.byID[rapport.ProjectID(id)]
		line, err := x.introduced(ctx, rowMark(p.ID, p.Record), x.projectLine(*p))
		if err != nil {
			return err
		}
		put(id, line)
	}
	return nil
}

func (x *exchange) projectLine(p rapport.Project) wire.Line {
	return lineFrom(p.Record, &wire.Project{
		Project: p.Slug, Title: p.Title, Boss: x.bossSlug(p.Boss), Goal: x.goalSlug(p.Goal),
		Due: p.Due, Status: p.Status, Level: p.Level, Depends: p.Depends, Removed: p.Removed,
	})
}

func (x *exchange) sourceLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	for _, id := range ids {
		s := x.sources.byID[rapport.SourceID(id)]
		line, err := x.introduced(ctx, rowMark(s.ID, s.Record), x.sourceLine(*s))
		if err != nil {
			return err
		}
		put(id, line)
	}
	return nil
}

func (x *exchange) sourceLine(s rapport.Source) wire.Line {
	return lineFrom(s.Record, &wire.Source{
		Kind: s.Kind, Location: s.Location, Title: s.Title, Project: x.projectSlug(s.Project), Removed: s.Removed,
	})
}

func (x *exchange) noteLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	notes, err := x.tx.NotesByID(ctx, x.owner, cast[rapport.NoteID](ids))
	for _, n := range notes {
		put(rapport.RecordID(n.ID), wire.Encode(lineFrom(n.Record, &wire.NotePrivate{Text: n.Text, Day: n.Day, Removed: n.Removed})))
	}
	return err
}

func (x *exchange) correctionLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	corrections, err := x.tx.CorrectionsByID(ctx, x.owner, cast[rapport.CorrectionID](ids))
	for _, c := range corrections {
		put(rapport.RecordID(c.ID), wire.Encode(lineFrom(c.Record, &wire.Correction{
			About: c.About, Text: c.Text, Wrong: c.Wrong, Right: c.Right, Removed: c.Removed,
		})))
	}
	return err
}

func (x *exchange) calendarLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	facts, err := x.tx.CalendarByID(ctx, x.owner, cast[rapport.CalendarID](ids))
	for _, c := range facts {
		put(rapport.RecordID(c.ID), wire.Encode(lineFrom(c.Record, &wire.Calendar{
			Text: c.Text, Date: c.Date, Until: c.Until, Kind: c.Kind, Removed: c.Removed,
		})))
	}
	return err
}

// Names of what a record points to; the empty slug for nothing.

func (x *exchange) bossSlug(id rapport.BossID) rapport.Slug {
	if b := x.bosses.byID[id]; b != nil {
		return b.Slug
	}
	return ""
}

func (x *exchange) goalSlug(id rapport.GoalID) rapport.Slug {
	if g := x.goals.byID[id]; g != nil {
		return g.Slug
	}
	return ""
}

func (x *exchange) projectSlug(id rapport.ProjectID) rapport.Slug {
	if p := x.projects.byID[id]; p != nil {
		return p.Slug
	}
	return ""
}

func (x *exchange) sourceName(id rapport.SourceID) string {
	if s := x.sources.byID[id]; s != nil {
		return wire.SourceName(s.Kind, s.Location)
	}
	return ""
}
