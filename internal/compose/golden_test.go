package compose

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapport"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// life builds a material line by line, as a user would have kept it.
type life struct {
	m    Material
	next rapport.EntryID
}

func newLife(user, boss string, from, until, today rapport.Day) *life {
	return &life{m: Material{
		User: user, Boss: rapport.Boss{ID: 1, Name: boss, Slug: rapport.FirstWord(boss)},
		Period: rapport.Period{From: from, Until: until}, Today: today,
	}}
}

func (l *life) goal(id rapport.GoalID, title string, confirmed bool) {
	l.m.Goals = append(l.m.Goals, rapport.Goal{ID: id, Boss: 1, Title: title, Confirmed: confirmed})
}

func (l *life) project(id rapport.ProjectID, title string, goal rapport.GoalID) {
	l.m.Projects = append(l.m.Projects, rapport.Project{ID: id, Title: title, Goal: goal})
}

type change func(*rapport.Entry)

func (l *life) log(day rapport.Day, kind rapport.Kind, project rapport.ProjectID, text string, changes ...change) rapport.EntryID {
	l.next++
	e := rapport.Entry{
		ID: l.next, Day: day, Kind: kind, KindBy: rapport.Said, Text: text, Project: project, ProjectBy: rapport.Said,
		Record: rapport.Record{Number: rapport.Number(l.next), Line: rapport.LineID("line-" + string(day))},
	}
	for _, c := range changes {
		c(&e)
	}
	l.m.Entries = append(l.m.Entries, e)
	return e.ID
}

func outcome(text string) change         { return func(e *rapport.Entry) { e.Outcome = text } }
func due(day rapport.Day) change         { return func(e *rapport.Entry) { e.Due = day } }
func helpers(names ...string) change     { return func(e *rapport.Entry) { e.Helpers = names } }
func by(parties ...rapport.Party) change { return func(e *rapport.Entry) { e.CommittedBy = parties } }

func concerns(ids ...rapport.BossID) change {
	return func(e *rapport.Entry) { e.Concerns = ids }
}

func commits(subjects ...string) change {
	return func(e *rapport.Entry) {
		for _, s := range subjects {
			e.Evidence = append(e.Evidence, rapport.Evidence{Kind: "commit", Ref: "c0ffee", Title: s})
		}
	}
}

func serves(goal rapport.GoalID) change {
	return func(e *rapport.Entry) {
		e.Links = append(e.Links, rapport.Link{Goal: goal, By: rapport.Confirmed, Confidence: 100})
	}
}

func guessed(goal rapport.GoalID, confidence int, reason string) change {
	return func(e *rapport.Entry) {
		e.Links = append(e.Links, rapport.Link{Goal: goal, By: rapport.Guessed, Confidence: confidence, Reason: reason})
	}
}

func told(day rapport.Day, how rapport.How) change {
	return func(e *rapport.Entry) {
		since := rapport.StampOf(day.In(time.UTC).Add(9 * time.Hour))
		e.Told = append(e.Told, rapport.Told{Boss: 1, Since: since, How: how})
	}
}

// lives are the golden materials: six trades, and the corners.
func lives() map[string]*life {
	all := map[string]*life{}

	ward := newLife("Ines Baker", "Ruth Calloway", "2026-11-16", "2026-11-20", "2026-11-20")
	ward.goal(1, "No shift below safe staffing", true)
	ward.goal(2, "Fewer falls on the geriatric wards", true)
	ward.project(1, "Night rota", 1)
	ward.project(2, "Falls programme", 2)
	ward.project(3, "Student placements", 0)
	ward.log("2026-11-17", rapport.Challenge, 1, "two night shifts next week have no second nurse", due("2026-11-23"))
	ward.log("2026-11-18", rapport.Question, 1, "may I book agency cover for both nights", due("2026-11-21"))
	ward.log("2026-11-16", rapport.Accomplishment, 2, "bed alarms on in all of bay C", outcome("falls from 5 to 2 in four weeks"), helpers("Omar Singh"))
	ward.log("2026-11-19", rapport.Progress, 2, "walked the corridor with the physiotherapist, list of 7 loose handrails")
	ward.log("2026-11-20", rapport.Commitment, 2, "send estates the handrail list", due("2026-11-24"), by(rapport.Me))
	ward.log("2026-11-12", rapport.Commitment, 1, "raise the rota gap with the matron", due("2026-11-25"), by(rapport.TheBoss))
	ward.log("2026-11-19", rapport.FeedbackReceived, 0, "relatives say handover at the bedside is too loud")
	all["nurse"] = ward

	tax := newLife("Piotr Lindgren", "Helga Santos", "2026-11-09", "2026-11-20", "2026-11-20")
	tax.m.SinceLast = true
	tax.goal(1, "Assess all 2025 returns by 31 January", true)
	tax.goal(2, "Fewer objections", false)
	tax.project(1, "2025 assessments", 1)
	tax.project(2, "Objection letters", 2)
	tax.project(3, "Archive move", 0)
	tax.log("2026-11-10", rapport.Progress, 1, "assessed 180 of 640 farm returns")
	tax.log("2026-11-18", rapport.Progress, 1, "assessed 310 of 640 farm returns")
	tax.log("2026-11-19", rapport.HeadsUp, 1, "the land value table comes out on 7 December, three weeks later than planned")
	tax.log("2026-11-13", rapport.Challenge, 1, "forestry cases wait for the land value table", outcome("I do the 90 cases that do not need it first"), due("2026-12-09"))
	tax.log("2026-11-17", rapport.Accomplishment, 2, "new wording for refused home office costs", outcome("2 objections in 60 letters, 11 in 60 before"), helpers("Jana Meier", "Tom Okafor"))
	tax.log("2026-11-11", rapport.Idea, 2, "send the calculation sheet with every refusal", concerns(1))
	tax.log("2026-11-12", rapport.Idea, 0, "paint the corridor")
	tax.log("2026-11-16", rapport.Question, 1, "should the forestry cases count against the January date")
	tax.log("2026-11-20", rapport.Question, 3, "who signs for the archive keys", due("2026-11-27"))
	tax.log("2026-11-04", rapport.Challenge, 2, "the letter system drops the second page", told("2026-11-06", rapport.ByReport), due("2026-11-30"))
	tax.log("2026-11-10", rapport.Accomplishment, 0, "trained the two new colleagues on farm returns", told("2026-11-12", rapport.ByMeeting))
	all["tax-officer"] = tax

	squash := newLife("Mina Larsson", "Dana Whitlock", "2026-11-16", "2026-11-20", "2026-11-20")
	squash.m.Unseen = []string{"meetings", "talks", "decisions"}
	squash.goal(1, "Cut checkout p99 below 400 ms", true)
	squash.goal(2, "One sign-in for all products", true)
	squash.project(1, "Checkout", 1)
	squash.project(2, "Sign-in", 2)
	squash.project(3, "Build tools", 0)
	squash.log("2026-11-17", rapport.Accomplishment, 1, "Basket totals are computed once per request (#4121)", commits("perf(cart): memoise totals (#4121)"))
	squash.log("2026-11-18", rapport.Progress, 1, "Cache for tax rates behind a flag (#4130)", commits("feat(tax): cache rates (#4130)", "fix(tax): ttl"))
	squash.log("2026-11-19", rapport.Progress, 2, "Token refresh moved to the shared library (#4127)", commits("refactor(auth): shared refresh (#4127)"), guessed(2, 82, "project Sign-in"))
	squash.log("2026-11-20", rapport.Progress, 3, "p99 dashboards deploy from main", commits("ci: deploy dashboards (#4133)"), guessed(1, 71, "shares 'p99'"))
	squash.log("2026-11-16", rapport.Progress, 3, "go 1.26 in all images (#4119)", commits("build: go 1.26 (#4119)"))
	all["squash-team"] = squash

	store := newLife("Bashir Novak", "Lena Fuchs", "2026-11-16", "2026-11-20", "2026-11-20")
	store.goal(1, "Peak season without late parcels", true)
	store.project(1, "Returns desk", 0)
	store.project(2, "Peak season", 1)
	store.m.Projects = append(store.m.Projects, rapport.Project{ID: 3, Title: "Forklift lease", Due: "2026-11-13"})
	store.log("2026-11-19", rapport.Challenge, 2, "scanner shortage: 12 of 42 lines without a scanner on 30 November. Rent for 140 each or start those lines a week later. I would rent", due("2026-11-27"))
	store.log("2026-11-18", rapport.Challenge, 2, "night driver off sick")
	store.log("2026-11-17", rapport.HeadsUp, 2, "Harbour Road closes for six weeks from 4 January")
	store.log("2026-11-17", rapport.Challenge, 1, "label printer jams on the long labels")
	store.log("2026-11-17", rapport.Accomplishment, 1, "moved the returns desk next to the gate", outcome("queue from 9 to 4 minutes"), helpers("Mara Pohl"))
	store.log("2026-11-20", rapport.Question, 2, "can I sign for renting 12 scanners, 1,680 a month", due("2026-11-27"))
	store.log("2026-11-10", rapport.Commitment, 2, "send the shift plan for December", due("2026-11-18"), by(rapport.Me))
	store.log("2026-11-19", rapport.Progress, 2, "next week: second loading test with the evening shift")
	all["warehouse"] = store

	school := newLife("Clara Osei", "Mr Hugh Denby", "2026-11-16", "2026-11-20", "2026-11-20")
	school.goal(1, "Every year 7 pupil reads at age level by June", true)
	school.log("2026-11-17", rapport.Accomplishment, 0, "finished the reading tests for all four year 7 classes", outcome("31 of 112 pupils below age level, 44 in September"), serves(1))
	school.log("2026-11-18", rapport.Progress, 0, "reading partners from year 10 have started, 14 pairs so far", serves(1), helpers("Ms Adeyemi"))
	school.log("2026-11-19", rapport.Progress, 0, "marked the mock exams")
	school.project(4, "Library", 0)
	school.log("2026-11-18", rapport.Progress, 4, "reading corner set up with 60 new books", serves(1))
	school.log("2026-11-18", rapport.Progress, 4, "late fees dropped")
	school.log("2026-11-20", rapport.Commitment, 0, "I'll have the parents' letter ready by Wednesday", due("2026-11-25"), by(rapport.Me))
	all["school"] = school

	stage := newLife("Noor Vance", "Felix Aumann", "2026-11-02", "2026-11-20", "2026-11-20")
	stage.goal(1, "Open the winter play on 4 December", true)
	stage.goal(2, "Fill the Thursday shows", true)
	stage.project(1, "Winter play", 1)
	stage.project(2, "Thursday shows", 2)
	stage.project(3, "Workshop", 0)
	for i, text := range []string{
		"set of act one stands", "costumes fitted for the whole chorus", "sound cues 1 to 40 recorded",
		"lights hung and focused on the side bridges", "props list closed with two rented pieces",
		"act two blocked with the new staircase", "prompt book typed up to scene nine",
		"fire officer walked the stage, one curtain to be treated again", "wigs ordered from the second maker",
		"understudies rehearsed the duel", "programme text is with the printer", "surtitles translated up to act two",
	} {
		stage.log(rapport.NewDay(2026, time.November, 3+i), rapport.Progress, 1, text)
	}
	stage.log("2026-11-18", rapport.Accomplishment, 2, "school groups booked three Thursdays", outcome("410 seats sold, 120 this time last year"))
	stage.log("2026-11-19", rapport.Challenge, 1, "the lead has lost her voice, the understudy takes the previews", due("2026-11-24"))
	for i, text := range []string{
		"new blades on the band saw", "sorted the timber store by length", "sold the old platforms for 900",
		"first aid boxes checked", "ventilation serviced in the paint room", "inventory of hand tools at row 14",
		"borrowed a winch from the opera", "drying racks welded",
	} {
		stage.log(rapport.NewDay(2026, time.November, 4+i), rapport.Progress, 3, text)
	}
	for i, text := range []string{
		"poster up in 60 shops", "ushers' rota for December is full", "student price agreed with the box office",
		"late bus added on the 11th and 18th", "interview with the local paper is done",
	} {
		stage.log(rapport.NewDay(2026, time.November, 5+i), rapport.Progress, 2, text)
	}
	all["theatre"] = stage

	empty := newLife("Ines Baker", "Ruth Calloway", "2026-11-16", "2026-11-20", "2026-11-20")
	empty.m.SinceLast = true
	empty.project(1, "Night rota", 0)
	empty.project(2, "Falls programme", 0)
	all["empty"] = empty

	one := newLife("", "Ruth Calloway", "2026-11-20", "2026-11-20", "2026-11-20")
	one.log("2026-11-20", rapport.Progress, 0, "second coat on the hall floor")
	all["one-entry"] = one

	troubles := newLife("Bashir Novak", "Lena Fuchs", "2026-11-16", "2026-11-20", "2026-11-20")
	troubles.project(1, "Peak season", 0)
	troubles.project(2, "Returns desk", 0)
	for _, text := range []string{"dock 4 has no light", "two drivers short for the weekend", "shrink wrap is out"} {
		troubles.log("2026-11-19", rapport.Challenge, 1, text)
	}
	troubles.log("2026-11-18", rapport.Challenge, 2, "the scale shows 200 g too much")
	all["only-challenges"] = troubles

	scripts := newLife("דנה לוי", "佐藤 健", "2026-11-16", "2026-11-20", "2026-11-20")
	scripts.project(1, "倉庫の移転 🚚", 0)
	scripts.log("2026-11-19", rapport.Accomplishment, 1, "棚を三列すべて新しい建物へ移しました", outcome("出荷の遅れはゼロ"))
	scripts.log("2026-11-18", rapport.Challenge, 0, "אין עדיין מלגזה למחסן החדש")
	scripts.log("2026-11-17", rapport.Progress, 1, "👷🏽‍♀️ safety walk done, <b>no</b> findings & *all* [ok](http://example.com) `rm -rf`")
	all["scripts"] = scripts
	return all
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, l := range lives() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := Compose(l.m, Neutral)
			var trace strings.Builder
			for _, line := range r.Explain() {
				trace.WriteString(line.String())
			}
			for _, f := range r.Out {
				trace.WriteString("left out: " + string(f.Kind) + ": " + f.Reason + "\n")
			}
			golden(t, name+".md", r.Markdown())
			golden(t, name+".txt", r.Text(0))
			golden(t, name+".trace", trace.String())
			if name == "warehouse" || name == "scripts" {
				golden(t, name+".html", r.HTML())
			}
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; run with -update and read it aloud\n--- got\n%s", name, got)
	}
}
