package store_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// life is a small record of one user with one of everything.
type life struct {
	db         *store.DB
	user       rapport.User
	boss       rapport.Boss
	goal       rapport.Goal
	project    rapport.Project
	source     rapport.Source
	entry      rapport.Entry
	note       rapport.PrivateNote
	proposal   rapport.Proposal
	report     rapport.Report
	correction rapport.Correction
	fact       rapport.CalendarFact
	kept       store.KeptLine
	promise    rapport.Promise
	happened   rapport.PromiseEvent
	seen       rapport.Observation
	change     store.Change
}

// at returns 9:00 on a day of November 2026, at an odd offset.
func at(dom int) rapport.Stamp {
	zone := time.FixedZone("", 5*3600+1800)
	return rapport.StampOf(time.Date(2026, 11, dom, 9, 0, 0, 123000, zone))
}

// live adds a user called slug with one of everything, told and linked.
func live(t testing.TB, db *store.DB, slug rapport.Slug) *life {
	t.Helper()
	l := &life{db: db}
	write(t, db, func(ctx context.Context, tx *store.Tx) error {
		*l = life{db: db}
		l.user = rapport.User{
			Slug: slug, Name: "Noor Falk", Zone: "Asia/Kolkata", Locale: "en-IN",
			WorkDays: 1<<time.Sunday | 1<<time.Monday, Editor: "ed", Names: []string{"Noor", "N. Falk"},
			Emails: []string{"noor@falk.example"}, Sample: true,
		}
		l.user.At = at(1)
		if err := tx.InsertUser(ctx, &l.user); err != nil {
			return err
		}
		own := rapport.Record{Owner: l.user.ID, At: at(2)}
		l.boss = rapport.Boss{
			Record: own, Slug: "dana", Name: "Dana Okafor", Relation: rapport.Dotted, Role: "head of wards",
			Zone: "Europe/Paris", Hours: "08:00-17:00", Evaluates: rapport.Yes, Email: "dana@clinic.example",
			Left: at(20), LeftLine: "left-1",
		}
		if err := tx.InsertBoss(ctx, &l.boss); err != nil {
			return err
		}
		l.goal = rapport.Goal{Record: own, Boss: l.boss.ID, Slug: "speed", Title: "Shorter handover", Confirmed: true, Due: "2026-12-31", Closed: "2027-01-31"}
		if err := tx.InsertGoal(ctx, &l.goal); err != nil {
			return err
		}
		l.project = rapport.Project{
			Record: own, Slug: "roster", Title: "Night roster", Boss: l.boss.ID, Goal: l.goal.ID,
			Due: "2026-12-01", Status: "active", Level: "decide, then tell me",
		}
		if err := tx.InsertProject(ctx, &l.project); err != nil {
			return err
		}
		l.source = rapport.Source{Record: own, Kind: "git", Location: "/srv/roster", Title: "roster", Project: l.project.ID}
		if err := tx.InsertSource(ctx, &l.source); err != nil {
			return err
		}
		l.entry = rapport.Entry{
			Record: own, Day: "2026-11-02", Kind: rapport.Accomplishment, KindBy: rapport.Confirmed,
			Text: "Handover sheet in use on ward four", Outcome: "12 to 7 minutes",
			Project: l.project.ID, ProjectBy: rapport.Said, Concerns: []rapport.BossID{l.boss.ID},
			Links:    []rapport.Link{{Goal: l.goal.ID, By: rapport.Confirmed, Confidence: 90, Reason: "shares handover"}},
			Told:     []rapport.Told{{Boss: l.boss.ID, Since: at(3), How: rapport.ByMessage, Via: "chat"}},
			ToldSaid: rapport.Yes, Evidence: []rapport.Evidence{{Kind: "url", Ref: "https://wiki.example/4", Title: "Sheet"}},
			Helpers: []string{"Sade", "Luis"}, CommittedBy: []rapport.Party{rapport.Me, rapport.TheBoss}, Due: "2026-11-30",
			Asked: rapport.Yes, Raised: rapport.No, BossSaid: "later", OwnError: rapport.Yes, URL: "https://wiki.example", Source: l.source.ID,
		}
		if err := tx.InsertEntry(ctx, &l.entry); err != nil {
			return err
		}
		l.note = rapport.PrivateNote{Record: own, Day: "2026-11-02", Text: rapport.Private("quartz: unsure about the plan")}
		if err := tx.InsertNote(ctx, &l.note); err != nil {
			return err
		}
		l.proposal = rapport.Proposal{
			Record: own, Source: l.source.ID, Key: "issue 7", From: "2026-11-01", Day: "2026-11-02", Kind: rapport.Progress,
			Text: "Reworked the roster view", Project: "roster", Reason: "same issue", Confidence: 70,
			Evidence: []rapport.Evidence{{Kind: "commit", Ref: "abc123", Title: "view"}}, Noise: 3, State: rapport.Open,
			Becomes: rapport.AsMeeting, Boss: l.boss.ID, By: rapport.Person{Boss: l.boss.ID}, To: rapport.Myself(), Due: "2026-11-20",
			Particulars: rapport.Particulars{Start: at(3), Minutes: 30, Zone: "Europe/London", Status: rapport.Held, UID: "u/1", Series: "u"},
		}
		if err := tx.InsertProposal(ctx, &l.proposal); err != nil {
			return err
		}
		l.report = rapport.Report{
			Record: own, Boss: l.boss.ID, Period: rapport.Period{From: "2026-10-27", Until: "2026-11-02"}, Version: 1,
			State: rapport.Sent, Format: "text", Text: "Handover takes 7 minutes now.", Medium: "mail",
			Items: []rapport.ReportItem{{Entry: l.entry.ID, Place: "body"}}, ItemCount: 4, Pages: 1, Opened: rapport.No,
		}
		if err := tx.InsertReport(ctx, &l.report); err != nil {
			return err
		}
		l.correction = rapport.Correction{Record: own, About: rapport.AboutKind, Text: "asked for a slot", Wrong: "progress", Right: "question"}
		if err := tx.InsertCorrection(ctx, &l.correction); err != nil {
			return err
		}
		l.fact = rapport.CalendarFact{Record: own, Text: "Week off", Date: "2026-11-09", Until: "2026-11-13", Kind: rapport.Leave}
		if err := tx.InsertCalendar(ctx, &l.fact); err != nil {
			return err
		}
		l.kept = store.KeptLine{Record: own, Type: "weather", Body: `{"type":"weather"}`, Why: "unknown"}
		if err := tx.InsertKept(ctx, &l.kept); err != nil {
			return err
		}
		// Its standing does not say what happened since: settling it would show.
		l.promise = rapport.Promise{Fact: rapport.Fact{Record: own}, By: rapport.Myself(), To: rapport.Person{Boss: l.boss.ID}, Text: "send the roster"}
		if err := store.Promises.Insert(ctx, tx, &l.promise); err != nil {
			return err
		}
		l.happened = rapport.PromiseEvent{Fact: rapport.Fact{Record: own}, Kind: rapport.PromiseDone, Promise: l.promise.ID}
		if err := store.PromiseEvents.Insert(ctx, tx, &l.happened); err != nil {
			return err
		}
		l.seen = rapport.Observation{Fact: rapport.Fact{Record: own}, Boss: l.boss.ID, Text: rapport.Private("reads on the train")}
		if err := store.Observations.Insert(ctx, tx, &l.seen); err != nil {
			return err
		}
		if err := tx.PutRawItem(ctx, l.user.ID, l.source.ID, store.RawItem{Key: "abc123", Day: "2026-11-02", Body: "view\n"}); err != nil {
			return err
		}
		if err := tx.SetCursor(ctx, l.user.ID, l.source.ID, "abc123"); err != nil {
			return err
		}
		l.change = store.Change{Owner: l.user.ID, At: at(2).At, What: "logged 1 entry", Steps: []store.Step{{Verb: "add", Noun: store.EntryNoun, ID: rapport.RecordID(l.entry.ID)}}}
		return tx.InsertChange(ctx, &l.change)
	})
	return l
}

func write(t testing.TB, db *store.DB, f func(context.Context, *store.Tx) error) {
	t.Helper()
	if err := tryWrite(db, f); err != nil {
		t.Fatalf("writing: %v", err)
	}
}

func tryWrite(db *store.DB, f func(context.Context, *store.Tx) error) error {
	ctx := context.Background()
	return db.Write(ctx, func(tx *store.Tx) error { return f(ctx, tx) })
}

func read(t testing.TB, db *store.DB, f func(context.Context, *store.Tx) error) {
	t.Helper()
	ctx := context.Background()
	if err := db.Read(ctx, func(tx *store.Tx) error { return f(ctx, tx) }); err != nil {
		t.Fatalf("reading: %v", err)
	}
}

// get reads one value.
func get[T any](t testing.TB, db *store.DB, f func(context.Context, *store.Tx) (T, error)) (value T) {
	t.Helper()
	read(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		value, err = f(ctx, tx)
		return err
	})
	return value
}

func same[T any](t testing.TB, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", what, got, want)
	}
}

// add adds an entry that is nothing but its day, kind and text.
func (l *life) add(t testing.TB, day rapport.Day, kind rapport.Kind, text string) rapport.Entry {
	t.Helper()
	e := rapport.Entry{Record: rapport.Record{Owner: l.user.ID, At: rapport.StampOf(day.Time())}, Day: day, Kind: kind, Text: text}
	write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
		e.ID, e.Number, e.Line = 0, 0, ""
		return tx.InsertEntry(ctx, &e)
	})
	return e
}

// each runs body with a fresh life on every database.
func each(t *testing.T, body func(t *testing.T, l *life)) {
	t.Helper()
	t.Parallel()
	storetest.Each(t, func(t *testing.T, open func() *store.DB) { body(t, live(t, open(), "me")) })
}
