package journal_test

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
	wire "rapport/internal/wire/journal"
)

// desks hands out users of one store, each with nothing but themselves: making
// a user is quicker than making a store.
type desks struct {
	db *store.DB
	n  int
}

// enough reports whether a property was checked often enough for one run: the
// databases take their time, and every run draws other records.
func (d *desks) enough() bool {
	if d.db.Database() == "SQLite" {
		return d.n >= 50
	}
	return d.n >= 15
}

func (d *desks) next(t *rapid.T) *journal.Service {
	d.n++
	user := rapport.User{Slug: rapport.Slug(fmt.Sprintf("user-%d", d.n)), WorkDays: rapport.MondayToFriday}
	user.At = rapport.Stamp{At: 1_700_000_000_000_000}
	if err := d.db.Write(context.Background(), func(tx *store.Tx) error { return tx.InsertUser(context.Background(), &user) }); err != nil {
		t.Fatal(err)
	}
	return &journal.Service{DB: d.db, User: user, Now: time.Now}
}

func TestAnyJournalSurvives(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		here := &desks{db: open()}
		there := &desks{db: storetest.Open(t, storetest.SQLite(t), store.Options{Create: true})}
		rapid.Check(t, func(t *rapid.T) {
			if here.enough() {
				return
			}
			lines := anyJournal(t)
			s := here.next(t)
			if _, err := s.Import(context.Background(), strings.NewReader(strings.Join(lines, "")), journal.ImportOptions{}); err != nil {
				t.Fatalf("%v (%s)\n%s", err, rapport.HintOf(err), strings.Join(lines, ""))
			}
			out := slices.Collect(strings.Lines(export(t, s)))
			slices.Sort(out)
			slices.Sort(lines)
			differ(t, "all lines", strings.Join(out, ""), strings.Join(lines, ""))
			survives(t, s, there.next(t))
		})
	})
}

func TestAnyRecordSurvives(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		here := &desks{db: open()}
		there := &desks{db: storetest.Open(t, storetest.SQLite(t), store.Options{Create: true})}
		rapid.Check(t, func(t *rapid.T) {
			if here.enough() {
				return
			}
			s := here.next(t)
			if err := s.DB.Write(context.Background(), func(tx *store.Tx) error { return fillAnyhow(t, tx, s.User) }); err != nil {
				t.Fatal(err)
			}
			survives(t, s, there.next(t))
		})
	})
}

// maker draws values for lines and records.
type maker struct{ *rapid.T }

func pick[T any](m maker, label string, from ...T) T { return rapid.SampledFrom(from).Draw(m.T, label) }

func (m maker) chance(label string) bool { return rapid.Bool().Draw(m.T, label) }

// text is any text that a cleaned line can hold.
func (m maker) text() string {
	return pick(m, "text", "a", `he said "no" \ yes`, "été 12 %", "שלום", "👩🏽‍🏭 done", "</script>", "x\u2028y", strings.Repeat("long ", 40))
}

// maybe is a text or none.
func (m maker) maybe() string {
	if m.chance("said") {
		return m.text()
	}
	return ""
}

func (m maker) day() rapport.Day {
	return pick[rapport.Day](m, "day", "", "2026-01-31", "2024-02-29", "1999-12-31")
}

// stamp is one of few instants, so that many lines share one.
func (m maker) stamp(from, until int) rapport.Stamp {
	hour := rapid.IntRange(from, until).Draw(m.T, "hour")
	zone := time.FixedZone("", 60*pick(m, "offset", 0, 60, -570, 345))
	return rapport.StampOf(time.Date(2026, 3, 28, hour, 0, 0, pick(m, "fraction", 0, 0, 120_000), zone))
}

func (m maker) truth() rapport.Truth {
	return pick(m, "truth", rapport.NotSaid, rapport.No, rapport.Yes)
}

func (m maker) certainty() rapport.Certainty {
	return pick(m, "certainty", rapport.Guessed, rapport.Said, rapport.Confirmed, rapport.Refused)
}

func (m maker) kind() rapport.Kind { return pick(m, "kind", rapport.Kinds[:]...) }

func (m maker) removed() rapport.Instant {
	return pick(m, "removed", 0, 0, 0, rapport.Instant(1_790_000_000_000_001))
}

func (m maker) evidence() []rapport.Evidence {
	if m.chance("no evidence") {
		return nil
	}
	return []rapport.Evidence{{Kind: "commit", Ref: "abc", Title: m.text()}, {Kind: "url", Ref: m.text()}}
}

// some draws a few different ones of several.
func some[T comparable](m maker, label string, from ...T) []T {
	if len(from) == 0 {
		return nil
	}
	return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 0, len(from), rapid.ID[T]).Draw(m.T, label)
}

// anyJournal is a file of canonical lines in any order, in which every name is
// introduced somewhere.
func anyJournal(t *rapid.T) []string {
	m := maker{t}
	bosses, goals, projects := []rapport.Slug{"dana", "kim"}, []rapport.Slug{"wait", "cost"}, []rapport.Slug{"desk", "chat"}
	sources := []string{"git:/x", "ics:/y"}
	orNone := func(label string, from []rapport.Slug) rapport.Slug { return pick(m, label, append(from, "")...) }
	entries, reports := rapid.IntRange(0, 4).Draw(t, "entries"), rapid.IntRange(0, 2).Draw(t, "reports")
	entryIDs := []rapport.LineID{""}
	var bodies []wire.Body
	ids := map[wire.Body]rapport.LineID{}
	for i := range entries {
		log := &wire.Log{
			Text: m.text(), Kind: m.kind(), KindBy: m.certainty(), Day: pick[rapport.Day](m, "day", "2026-03-28", "2026-01-01"),
			Project: orNone("project", projects), ProjectBy: m.certainty(), Concerns: some(m, "concerns", bosses...),
			ToldSaid: m.chance("told said"), Asked: m.truth(), Raised: m.truth(), BossSaid: pick(m, "boss said", "", "yes", "later", "no"),
			Outcome: m.maybe(), Helpers: some(m, "helpers", "Kim", "Lee"), OwnError: m.truth(), URL: m.maybe(),
			CommittedBy: some(m, "by", rapport.Me, rapport.TheBoss, rapport.Other), Due: m.day(), Closed: m.day(), Evidence: m.evidence(),
			Source: pick(m, "source", append(sources, "")...), Removed: m.removed(),
		}
		for _, goal := range some(m, "links", goals...) {
			log.Links = append(log.Links, wire.Link{Goal: goal, By: m.certainty(), Confidence: pick(m, "confidence", 100, 40), Reason: m.maybe()})
		}
		for _, boss := range some(m, "told", bosses...) {
			told := wire.Told{Boss: boss, Since: m.stamp(0, 30), How: pick(m, "how", rapport.ByUnknown, rapport.ByMeeting, rapport.ByReport), Via: m.maybe()}
			if reports > 0 {
				told.Report = pick(m, "report", "", rapport.LineID("r0"))
			}
			log.Told = append(log.Told, told)
		}
		ids[log] = rapport.LineID(fmt.Sprintf("e%d", i))
		entryIDs = append(entryIDs, ids[log])
		bodies = append(bodies, log)
	}
	for i := range reports {
		report := &wire.Report{
			State: pick(m, "state", rapport.Draft, rapport.Sent), Boss: pick(m, "boss", bosses...), Text: m.maybe() + pick(m, "rest", "", "\r\n\tx"),
			Medium: m.maybe(), Pages: pick(m, "pages", 0, 2), Items: pick(m, "items", 0, 3), Opened: m.truth(),
			From: m.day(), Until: m.day(), Version: i, Format: pick(m, "format", "", "md"), Removed: m.removed(),
		}
		for _, entry := range some(m, "items", entryIDs[1:]...) {
			report.Entries = append(report.Entries, wire.ReportEntry{Entry: entry, Place: m.maybe()})
		}
		ids[report] = rapport.LineID(fmt.Sprintf("r%d", i))
		bodies = append(bodies, report)
	}
	for _, boss := range bosses {
		for range rapid.IntRange(1, 3).Draw(t, "introductions") {
			bodies = append(bodies, &wire.AddBoss{
				Boss: boss, Name: m.text(), Relation: pick(m, "relation", rapport.Solid, rapport.Dotted), Role: m.maybe(),
				Hours: pick(m, "hours", "", "08:00-16:30"), Evaluates: m.truth(), Email: m.maybe(), Since: m.day(), Removed: m.removed(),
			})
		}
		for range rapid.IntRange(0, 2).Draw(t, "departures") {
			bodies = append(bodies, &wire.BossLeft{Boss: boss})
		}
	}
	for _, goal := range goals {
		for range rapid.IntRange(1, 3).Draw(t, "introductions") {
			bodies = append(bodies, &wire.BossGoal{
				Boss: pick(m, "boss", bosses...), Goal: goal, Title: m.text(), Confirmed: m.chance("confirmed"),
				Due: m.day(), Closed: m.day(), Source: pick(m, "source", "", rapport.GoalInferred), OwnedBy: m.maybe(), Horizon: m.maybe(),
				ConfirmedOn: m.day(), PlayedBack: m.maybe(), Removed: m.removed(),
			})
		}
	}
	for _, project := range projects {
		for range rapid.IntRange(1, 3).Draw(t, "introductions") {
			bodies = append(bodies, &wire.Project{
				Project: project, Title: m.text(), Boss: orNone("boss", bosses), Goal: orNone("goal", goals),
				Due: m.day(), Status: m.maybe(), Level: m.maybe(), Depends: some(m, "depends", "a decision", "money"), Removed: m.removed(),
			})
		}
	}
	for _, source := range sources {
		kind, location, _ := strings.Cut(source, ":")
		for range rapid.IntRange(1, 2).Draw(t, "introductions") {
			bodies = append(bodies, &wire.Source{Kind: kind, Location: location, Title: m.maybe(), Project: orNone("project", projects), Removed: m.removed()})
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "proposals") {
			bodies = append(bodies, &wire.Proposal{
				Source: source, Key: fmt.Sprint(i / 2), Text: m.text(), Kind: m.kind(), From: m.day(), Day: m.day(), Project: "free",
				Reason: m.maybe(), Confidence: 55, Evidence: m.evidence(), Noise: 1, State: rapport.Accepted, Entry: pick(m, "entry", entryIDs...),
				Becomes: pick(m, "becomes", rapport.Becomings[:]...), Boss: pick(m, "boss", append(bosses, "")...), By: pick(m, "by", "", "me", "kim", "Jo Park"), Due: m.day(),
				Particulars: rapport.Particulars{Answers: m.maybe(), Known: m.chance("known"), Minutes: 30},
			})
		}
	}
	bodies = append(bodies, &wire.NotePrivate{Text: rapport.Private(m.text() + "\n\tx"), Day: "2026-03-28", Removed: m.removed()},
		&wire.Calendar{Text: m.text(), Date: m.day(), Until: m.day(), Kind: pick(m, "calendar", "", rapport.Leave)},
		&wire.Correction{About: rapport.AboutGoal, Text: m.text(), Wrong: m.maybe(), Right: "wait"})
	if m.chance("user") {
		bodies = append(bodies, &wire.User{Name: m.text(), Zone: "Asia/Tokyo", WorkDays: 1 << time.Sunday, Names: []string{m.text()}})
	}
	facts, names := anyFacts(m, entryIDs[1:])
	bodies = append(bodies, facts...)
	maps.Copy(ids, names)
	var lines []string
	for i, body := range bodies {
		id, ok := ids[body]
		if !ok {
			id = rapport.LineID(fmt.Sprintf("x%d", i))
		}
		lines = append(lines, string(wire.Encode(wire.Line{ID: id, T: m.stamp(0, 6), Body: body}))+"\n")
	}
	return rapid.Permutation(lines).Draw(t, "order")
}
