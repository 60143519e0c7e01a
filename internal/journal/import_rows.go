package journal

import (
	"context"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

func (im *importer) takeUser(ctx context.Context, line wire.Line, body *wire.User) (verdict, error) {
	u := rapport.User{
		ID: im.user.ID, Record: im.user.Record, Slug: im.user.Slug,
		Name: body.Name, Zone: body.Zone, Locale: body.Locale, WorkDays: body.WorkDays,
		Editor: body.Editor, Names: body.Names, Emails: body.Emails, Sample: body.Sample,
	}
	if u.WorkDays == 0 {
		u.WorkDays = rapport.MondayToFriday
	}
	switch {
	case saysNothing(u):
		return taken, rapport.Errorf(rapport.Invalid, "the user says nothing").WithHint("give at least a name, or leave the line out")
	case im.fresh:
		im.fresh = false
		u.Line, u.At = line.ID, line.T
		if err := im.tx.AdoptUserLine(ctx, u); err != nil {
			return taken, err
		}
	case body.Sample && !im.user.Sample:
		return taken, rapport.Errorf(rapport.Conflict, "this is the journal of a sample life, and the store holds a real one").
			WithHint("import it into a store of its own: rapport import FILE --db sample.db")
	default:
		silent := saysNothing(im.user)
		newest, err := im.sayAnew(ctx, line, rowMark(u.ID, u.Record), store.UserNoun)
		if err != nil || !newest && !silent {
			return taken, err
		}
	}
	im.user = u
	return taken, im.tx.UpdateUser(ctx, u)
}

func (im *importer) takeBoss(ctx context.Context, line wire.Line, body *wire.AddBoss) (verdict, error) {
	b := rapport.Boss{
		Record: im.recordOf(line, body.Removed),
		Slug:   body.Boss, Name: body.Name, Relation: body.Relation, Role: body.Role, Zone: body.Zone,
		Hours: body.Hours, Evaluates: body.Evaluates, Email: body.Email, Since: body.Since,
	}
	have := im.bosses.byName[body.Boss]
	if have == nil {
		if err := im.tx.InsertBoss(ctx, &b); err != nil {
			return taken, err
		}
		im.bosses.add(b.Slug, b.ID, &b)
		return taken, nil
	}
	newest, err := im.sayAnew(ctx, line, rowMark(have.ID, have.Record), store.BossNoun)
	if err != nil || !newest {
		return taken, err
	}
	b.ID, b.Record, b.Left, b.LeftLine = have.ID, have.Record, have.Left, have.LeftLine
	if err := im.setRemoved(ctx, rapport.RecordID(b.ID), &b.Record, body.Removed); err != nil {
		return taken, err
	}
	*have = b
	return taken, im.settle(ctx, have)
}

// takeLeft keeps the place of the line in the journal; what it says is held by
// the row of the boss.
func (im *importer) takeLeft(ctx context.Context, line wire.Line, body *wire.BossLeft) (verdict, error) {
	im.boss(body.Boss)
	if im.setAside {
		return kept, nil
	}
	if _, err := im.keep(ctx, line, keptLeft); err != nil {
		return taken, err
	}
	if len(im.missing) > 0 {
		return im.outcome()
	}
	return taken, im.markLeft(ctx, line, body)
}

func (im *importer) markLeft(ctx context.Context, line wire.Line, body *wire.BossLeft) error {
	boss := im.bosses.byName[body.Boss]
	marks, err := im.marks(ctx, boss.Line, leftSuffix)
	if err != nil {
		return err
	}
	if err := im.setMark(ctx, line, markLine(boss.Line, leftSuffix, len(marks)+1)); err != nil {
		return err
	}
	return im.settle(ctx, boss)
}

// settle writes the row of a boss, who has left if the newest line about them
// says so.
func (im *importer) settle(ctx context.Context, boss *rapport.Boss) error {
	introduced, err := im.current(ctx, rowMark(boss.ID, boss.Record))
	if err != nil {
		return err
	}
	departures, err := im.marks(ctx, boss.Line, leftSuffix)
	if err != nil {
		return err
	}
	last := introduced
	for _, m := range departures {
		if last.before(m) {
			last = m
		}
	}
	switch {
	case last != introduced:
		boss.Left, boss.LeftLine = last.at, last.line
	case !boss.Left.IsZero() && boss.Left.At <= introduced.at.At:
		boss.Left, boss.LeftLine = rapport.Stamp{}, ""
	}
	return im.tx.UpdateBoss(ctx, *boss)
}

func (im *importer) takeGoal(ctx context.Context, line wire.Line, body *wire.BossGoal) (verdict, error) {
	g := rapport.Goal{
		Record: im.recordOf(line, body.Removed),
		Boss:   im.boss(body.Boss), Slug: body.Goal, Title: body.Title,
		Confirmed: body.Confirmed, Due: body.Due, Closed: body.Closed, Source: body.Source, OwnedBy: body.OwnedBy,
		Horizon: body.Horizon, ConfirmedOn: body.ConfirmedOn, PlayedBack: body.PlayedBack,
	}
	switch {
	case im.setAside:
		im.aside[wire.Name{Of: wire.OfGoal, Slug: body.Goal}] = true
		return kept, nil
	case g.Boss == 0:
		return im.wait()
	}
	have := im.goals.byName[body.Goal]
	if have == nil {
		if err := im.tx.InsertGoal(ctx, &g); err != nil {
			return taken, err
		}
		im.goals.add(g.Slug, g.ID, &g)
		return taken, nil
	}
	newest, err := im.sayAnew(ctx, line, rowMark(have.ID, have.Record), store.GoalNoun)
	if err != nil || !newest {
		return taken, err
	}
	if have.Boss != g.Boss {
		im.movedGoal(*have, body.Boss)
	}
	g.ID, g.Record = have.ID, have.Record
	if err := im.setRemoved(ctx, rapport.RecordID(g.ID), &g.Record, body.Removed); err != nil {
		return taken, err
	}
	*have = g
	return taken, im.tx.UpdateGoal(ctx, g)
}

func (im *importer) takeProject(ctx context.Context, line wire.Line, body *wire.Project) (verdict, error) {
	p := rapport.Project{
		Record: im.recordOf(line, body.Removed),
		Slug:   body.Project, Title: body.Title, Boss: im.boss(body.Boss), Goal: im.goal(body.Goal),
		Due: body.Due, Status: body.Status, Level: body.Level, Depends: body.Depends,
	}
	if im.setAside {
		im.aside[wire.Name{Of: wire.OfProject, Slug: body.Project}] = true
		return kept, nil
	}
	have := im.projects.byName[body.Project]
	if have == nil {
		if err := im.tx.InsertProject(ctx, &p); err != nil {
			return taken, err
		}
		im.projects.add(p.Slug, p.ID, &p)
		return im.introducedPartly(line)
	}
	newest, err := im.sayAnew(ctx, line, rowMark(have.ID, have.Record), store.ProjectNoun)
	if err != nil || !newest {
		return taken, err
	}
	p.ID, p.Record = have.ID, have.Record
	if err := im.setRemoved(ctx, rapport.RecordID(p.ID), &p.Record, body.Removed); err != nil {
		return taken, err
	}
	*have = p
	if err := im.tx.UpdateProject(ctx, p); err != nil {
		return taken, err
	}
	return im.outcome()
}

func (im *importer) takeSource(ctx context.Context, line wire.Line, body *wire.Source) (verdict, error) {
	s := rapport.Source{
		Record: im.recordOf(line, body.Removed),
		Kind:   body.Kind, Location: body.Location, Title: body.Title, Project: im.project(body.Project),
	}
	if im.setAside {
		return kept, nil
	}
	have := im.sources.byName[body.Name()]
	if have == nil {
		if err := im.tx.InsertSource(ctx, &s); err != nil {
			return taken, err
		}
		im.sources.add(body.Name(), s.ID, &s)
		return im.introducedPartly(line)
	}
	newest, err := im.sayAnew(ctx, line, rowMark(have.ID, have.Record), store.SourceNoun)
	if err != nil || !newest {
		return taken, err
	}
	s.ID, s.Record = have.ID, have.Record
	if err := im.setRemoved(ctx, rapport.RecordID(s.ID), &s.Record, body.Removed); err != nil {
		return taken, err
	}
	*have = s
	if err := im.tx.UpdateSource(ctx, s); err != nil {
		return taken, err
	}
	return im.outcome()
}
