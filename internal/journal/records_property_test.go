package journal_test

import (
	"context"
	"fmt"
	"time"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/store"
)

// fillAnyhow puts records of every noun into the store, as the program's own
// use-cases could: what others point to is there first.
func fillAnyhow(t *rapid.T, tx *store.Tx, user rapport.User) error {
	m, ctx := maker{t}, context.Background()
	record := func(from, until int) rapport.Record {
		return rapport.Record{Owner: user.ID, At: m.stamp(from, until), Removed: m.removed()}
	}
	var bosses []rapport.Boss
	var goals []rapport.GoalID
	projects, sources := []rapport.ProjectID{0}, []rapport.SourceID{0}
	for i := range rapid.IntRange(1, 3).Draw(t, "bosses") {
		b := rapport.Boss{
			Record: record(0, 1), Slug: rapport.Slug(fmt.Sprintf("boss-%d", i)), Name: m.text(), Relation: rapport.Solid,
			Role: m.maybe(), Zone: "Asia/Tokyo", Hours: pick(m, "hours", "", "22:00-06:00"), Evaluates: m.truth(), Email: m.maybe(),
			Since: m.day(),
		}
		if m.chance("left") {
			b.Left = m.stamp(0, 9)
		}
		if err := tx.InsertBoss(ctx, &b); err != nil {
			return err
		}
		bosses = append(bosses, b)
	}
	anyBoss := func() rapport.BossID { return pick(m, "boss", bosses...).ID }
	for i := range rapid.IntRange(1, 3).Draw(t, "goals") {
		g := rapport.Goal{
			Record: record(2, 3), Boss: anyBoss(), Slug: rapport.Slug(fmt.Sprintf("goal-%d", i)), Title: m.text(),
			Confirmed: m.chance("confirmed"), Due: m.day(), Closed: m.day(), Source: pick(m, "source", "", rapport.GoalSaid), OwnedBy: m.maybe(),
			Horizon: m.maybe(), ConfirmedOn: m.day(), PlayedBack: m.maybe(),
		}
		if err := tx.InsertGoal(ctx, &g); err != nil {
			return err
		}
		goals = append(goals, g.ID)
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "projects") {
		p := rapport.Project{
			Record: record(0, 9), Slug: rapport.Slug(fmt.Sprintf("project-%d", i)), Title: m.text(),
			Boss: anyBoss(), Goal: pick(m, "goal", append(goals, 0)...), Due: m.day(), Status: m.maybe(), Level: m.maybe(),
			Depends: some(m, "depends", "a decision", "money"),
		}
		if err := tx.InsertProject(ctx, &p); err != nil {
			return err
		}
		projects = append(projects, p.ID)
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "sources") {
		s := rapport.Source{Record: record(0, 1), Kind: "git", Location: fmt.Sprint("/home/", i), Title: m.maybe(), Project: pick(m, "project", projects...)}
		if err := tx.InsertSource(ctx, &s); err != nil {
			return err
		}
		sources = append(sources, s.ID)
	}
	var entries []rapport.EntryID
	for range rapid.IntRange(0, 5).Draw(t, "entries") {
		e := rapport.Entry{
			Record: record(0, 9), Day: pick[rapport.Day](m, "day", "2026-03-28", "2026-01-01"), Kind: m.kind(), KindBy: m.certainty(),
			Text: m.text(), Outcome: m.maybe(), Project: pick(m, "project", projects...), ProjectBy: m.certainty(),
			ToldSaid: m.truth(), Helpers: some(m, "helpers", "Kim", "Lee"), CommittedBy: some(m, "by", rapport.Me, rapport.Other),
			Due: m.day(), Closed: m.day(), Asked: m.truth(), Raised: m.truth(), BossSaid: pick(m, "said", "", "later"), OwnError: m.truth(),
			URL: m.maybe(), Evidence: m.evidence(), Source: pick(m, "source", sources...),
		}
		for _, b := range some(m, "concerns", bosses...) {
			e.Concerns = append(e.Concerns, b.ID)
		}
		for _, goal := range some(m, "links", goals...) {
			e.Links = append(e.Links, rapport.Link{Goal: goal, By: m.certainty(), Confidence: pick(m, "confidence", 0, 100), Reason: m.maybe()})
		}
		if err := tx.InsertEntry(ctx, &e); err != nil {
			return err
		}
		entries = append(entries, e.ID)
	}
	for i := range rapid.IntRange(0, 2).Draw(t, "reports") {
		r := rapport.Report{
			Record: record(10, 12), Boss: anyBoss(), Period: rapport.Period{From: m.day(), Until: m.day()}, Version: i,
			State: pick(m, "state", rapport.Draft, rapport.Sent), Format: "md", Text: m.text() + "\r\n", Medium: m.maybe(),
		}
		for _, entry := range some(m, "items", entries...) {
			r.Items = append(r.Items, rapport.ReportItem{Entry: entry, Place: m.maybe()})
		}
		if err := tx.InsertReport(ctx, &r); err != nil {
			return err
		}
		for _, item := range r.Items {
			told := rapport.Told{Boss: anyBoss(), Since: r.At, How: rapport.ByReport, Report: r.ID, Via: r.Medium}
			if err := tx.PutTold(ctx, user.ID, item.Entry, told); err != nil {
				return err
			}
		}
	}
	for i := range sources[1:] {
		p := rapport.Proposal{
			Record: record(2, 9), Source: sources[i+1], Key: "key", From: m.day(), Day: m.day(), Kind: m.kind(), Text: m.text(),
			Project: "free", Reason: m.maybe(), Confidence: 12, Evidence: m.evidence(), Noise: 3,
			State: rapport.Open, Entry: pick(m, "entry", append(entries, 0)...),
		}
		if err := tx.InsertProposal(ctx, &p); err != nil {
			return err
		}
	}
	ids := make([]rapport.BossID, len(bosses))
	for i, b := range bosses {
		ids[i] = b.ID
	}
	if err := fillFacts(ctx, m, tx, record, user.ID, ids, goals, projects[1:], entries); err != nil {
		return err
	}
	note := rapport.PrivateNote{Record: record(0, 9), Day: "2026-03-28", Text: rapport.Private(m.text())}
	if err := tx.InsertNote(ctx, &note); err != nil {
		return err
	}
	fact := rapport.CalendarFact{Record: record(0, 9), Text: m.text(), Date: m.day(), Until: m.day()}
	if err := tx.InsertCalendar(ctx, &fact); err != nil {
		return err
	}
	learnt := rapport.Correction{Record: record(0, 9), About: rapport.AboutKind, Text: m.text(), Wrong: m.maybe(), Right: "idea"}
	if err := tx.InsertCorrection(ctx, &learnt); err != nil {
		return err
	}
	user.Name, user.Zone, user.WorkDays = m.maybe(), m.maybe(), pick(m, "week", rapport.MondayToFriday, 1<<time.Sunday)
	user.Names, user.Sample = some(m, "names", "Ada", "A. Beck"), m.chance("sample")
	return tx.UpdateUser(ctx, user)
}
