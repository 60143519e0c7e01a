package reports_test

import (
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/people"
	"rapport/internal/reports"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// desk is a user with one boss, one goal and a clock that the test moves.
type desk struct {
	*reports.Service
	journal *journal.Service
	people  *people.Service
	now     *time.Time
}

func each(t *testing.T, body func(t *testing.T, d desk)) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		db := open()
		now := time.Date(2026, 11, 4, 16, 0, 0, 0, time.FixedZone("CET", 3600))
		clock := func() time.Time { return now }
		user, err := people.EnsureUser(t.Context(), db, "me", now)
		if err != nil {
			t.Fatal(err)
		}
		d := desk{
			Service: &reports.Service{DB: db, User: user, Now: clock},
			journal: &journal.Service{DB: db, User: user, Now: clock},
			people:  &people.Service{DB: db, User: user, Now: clock},
			now:     &now,
		}
		if _, err := d.people.AddBoss(t.Context(), "Maren Holt", people.BossChange{}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.people.AddGoal(t.Context(), "maren", "Waiting time under 30 minutes", people.GoalChange{}); err != nil {
			t.Fatal(err)
		}
		body(t, d)
	})
}

func (d desk) log(t *testing.T, texts ...string) []journal.Logged {
	t.Helper()
	var inputs []journal.LogInput
	for _, text := range texts {
		inputs = append(inputs, journal.LogInput{Text: text})
	}
	logged, err := d.journal.Log(t.Context(), inputs...)
	if err != nil {
		t.Fatal(err)
	}
	return logged
}

func (d desk) compose(t *testing.T, r reports.Request) reports.Composed {
	t.Helper()
	c, err := d.Compose(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAReportSaysWhatIsNewAndOnlyReads(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.log(t, "won: waiting time from 41 to 33 minutes +desk", "stuck: second printer broken, technician on Friday +desk", "ask: may I order a spare printer? @maren")
		first := d.compose(t, reports.Request{}).Markdown()
		for _, want := range []string{"41 to 33", "printer broken", "spare printer"} {
			if !strings.Contains(first, want) {
				t.Errorf("the report does not say %q:\n%s", want, first)
			}
		}
		if second := d.compose(t, reports.Request{Boss: "maren"}).Markdown(); second != first {
			t.Error("composing twice gives two texts")
		}
		if st, err := d.Status(t.Context()); err != nil || !st.Bosses[0].LastReport.IsZero() || len(st.Bosses[0].New) != 3 {
			t.Errorf("composing left a trace: %+v, %v", st.Bosses, err)
		}
	})
}

func TestASentReportIsKeptExactlyAsItLeft(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.log(t, "won: waiting time from 41 to 33 minutes")
		c := d.compose(t, reports.Request{})
		text := "Dear Maren,\n\n" + c.Markdown() + "\n\tbest, Jo  \n"
		report, told, err := d.MarkSent(t.Context(), c, reports.Kept{Format: "md", Text: text, Medium: "mail"})
		if err != nil || told != 1 {
			t.Fatalf("told %d, %v", told, err)
		}
		d.log(t, "won: waiting time down to 29 minutes")
		if _, err := d.journal.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := d.journal.Remove(t.Context(), report.Number); err == nil {
			t.Error("a sent report was removed")
		}
		shown, _, err := d.journal.Show(t.Context(), report.Number)
		if err != nil || shown.Report.Text != text || shown.Report.State != rapport.Sent {
			t.Errorf("kept %q, want %q (%v)", shown.Report.Text, text, err)
		}
	})
}

func TestAReportMarkedByMistakeTellsNothing(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.log(t, "won: waiting time from 41 to 33 minutes")
		c := d.compose(t, reports.Request{})
		report, _, err := d.MarkSent(t.Context(), c, reports.Kept{Format: "md", Text: c.Markdown()})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := d.NotSent(t.Context(), report.Number); err != nil {
			t.Fatal(err)
		}
		again := d.compose(t, reports.Request{})
		if again.Markdown() != c.Markdown() {
			t.Errorf("the report is not the one of before:\n%s", again.Markdown())
		}
		if _, err := d.NotSent(t.Context(), report.Number); rapport.CodeOf(err) != rapport.NotFound {
			t.Errorf("taken back twice: %v", err)
		}
	})
}

func TestWhatWasOpenIsToldOnceMoreWhenItEnds(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		logged := d.log(t, "stuck: the label printer fails every other day", "promise: rota for December by:2026-11-20")
		sent := func() string {
			t.Helper()
			c := d.compose(t, reports.Request{})
			if _, _, err := d.MarkSent(t.Context(), c, reports.Kept{Format: "md", Text: c.Markdown()}); err != nil {
				t.Fatal(err)
			}
			*d.now = d.now.AddDate(0, 0, 7)
			return c.Markdown()
		}
		sent()
		yesterday := "yesterday"
		for _, one := range logged {
			if _, err := d.journal.Edit(t.Context(), one.Entry.Number, journal.EntryChange{Closed: &yesterday}); err != nil {
				t.Fatal(err)
			}
		}
		text := sent()
		for _, want := range []string{"Solved on Tue 10 Nov: the label printer", "Promise kept on Tue 10 Nov: rota"} {
			if !strings.Contains(text, want) {
				t.Errorf("the report does not say %q:\n%s", want, text)
			}
		}
		if again := sent(); strings.Contains(again, "printer") || strings.Contains(again, "rota") {
			t.Errorf("what is over is told again:\n%s", again)
		}
	})
}

func TestABossHearsOfTheirOwnMatters(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		dotted := rapport.Dotted
		if _, err := d.people.AddBoss(t.Context(), "Tom Reed", people.BossChange{Relation: &dotted}); err != nil {
			t.Fatal(err)
		}
		d.log(t, "did: second desk opened for:waiting-time-30-minutes", "fyi: the pilot starts late @tom", "did: sorted the key cabinet")
		for boss, want := range map[rapport.Slug][]bool{"maren": {true, false, true}, "tom": {false, true, true}} {
			text := d.compose(t, reports.Request{Boss: boss}).Markdown()
			for i, word := range []string{"econd desk", "pilot", "key cabinet"} {
				if strings.Contains(text, word) != want[i] {
					t.Errorf("%s hears of %q: %t\n%s", boss, word, !want[i], text)
				}
			}
		}
		news, err := d.News(t.Context())
		if err != nil || news.Bosses[0].New != 2 {
			t.Errorf("news %+v, %v", news, err)
		}
	})
}

func TestTheNextReportBeginsWhereTheLastEnded(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.log(t, "won: waiting time from 41 to 33 minutes")
		c := d.compose(t, reports.Request{})
		if _, _, err := d.MarkSent(t.Context(), c, reports.Kept{Format: "md", Text: c.Markdown()}); err != nil {
			t.Fatal(err)
		}
		*d.now = d.now.Add(time.Hour)
		d.log(t, "did: rota for December written the same afternoon")
		*d.now = d.now.AddDate(0, 0, 7)
		d.log(t, "did: trained Ines on triage", "did: late line about the fridge on:2026-11-02")
		next := d.compose(t, reports.Request{})
		text := next.Markdown()
		if !next.SinceLast || next.Period.From != "2026-11-04" {
			t.Errorf("period %v, since last %t", next.Period, next.SinceLast)
		}
		for _, want := range []string{"rota for December", "trained Ines", "fridge"} {
			if !strings.Contains(strings.ToLower(text), strings.ToLower(want)) {
				t.Errorf("missing %q:\n%s", want, text)
			}
		}
		if strings.Contains(text, "41 to 33") {
			t.Errorf("what was told is told again:\n%s", text)
		}
	})
}

func TestWhatIsOnlyCountedStaysNew(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		for range 60 {
			d.log(t, "did: checked the stock of syringes, gloves and masks on the second floor and in the store room behind the kitchen")
		}
		d.log(t, "did: rearranged the whole waiting area with the caretaker so that wheelchairs can pass between the rows")
		c := d.compose(t, reports.Request{})
		_, told, err := d.MarkSent(t.Context(), c, reports.Kept{Format: "md", Text: c.Markdown()})
		if err != nil {
			t.Fatal(err)
		}
		spelled := 0
		for _, f := range c.Facts {
			if f.Place == "body" {
				spelled++
			}
		}
		if told != spelled {
			t.Errorf("%d marked as told, %d spelled out", told, spelled)
		}
	})
}

func TestDraftsAreVersionedAndTheSameTextIsOneVersion(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		save := func() rapport.Report {
			c := d.compose(t, reports.Request{})
			r, err := d.Save(t.Context(), c, reports.Kept{Format: "md", Text: c.Markdown()})
			if err != nil {
				t.Fatal(err)
			}
			return r
		}
		d.log(t, "did: one")
		first, again := save(), save()
		d.log(t, "did: two")
		second := save()
		if first.ID != again.ID || first.Version != 1 || second.Version != 2 {
			t.Errorf("versions %d, %d (same: %t), %d", first.Version, again.Version, first.ID == again.ID, second.Version)
		}
	})
}

func TestReportRefusesPeriodsThatMakeNoSense(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		for name, r := range map[string]reports.Request{
			"future":       {Period: rapport.Period{From: "2027-01-01", Until: "2027-01-05"}},
			"backwards":    {Period: rapport.Period{From: "2026-11-03", Until: "2026-11-01"}},
			"unknown boss": {Boss: "nobody"},
		} {
			if _, err := d.Compose(t.Context(), r); err == nil || rapport.CodeOf(err) == rapport.Internal {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestStatusShowsGoalsWithoutWorkAndWorkWithoutGoal(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		if _, err := d.people.AddGoal(t.Context(), "maren", "Pass the hygiene audit", people.GoalChange{Slug: ptr(rapport.Slug("audit"))}); err != nil {
			t.Fatal(err)
		}
		d.log(t, "did: second desk opened for:waiting-time-30-minutes", "did: sorted the key cabinet")
		st, err := d.Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		served := map[rapport.Slug]int{}
		for _, g := range st.Bosses[0].Goals {
			served[g.Goal.Slug] = g.Support.Confirmed
		}
		if served["audit"] != 0 || served["waiting-time-30-minutes"] != 1 {
			t.Errorf("served %v", served)
		}
		if len(st.Loose) != 1 || !strings.Contains(st.Loose[0].Text, "key cabinet") {
			t.Errorf("loose %v", st.Loose)
		}
		if len(st.Steps) != 3 || st.Steps[0].About != "goals" {
			t.Errorf("steps %+v", st.Steps)
		}
	})
}

func ptr[T any](v T) *T { return &v }

func TestStatusListsOutcomesTheBossHasNotHeardOf(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		outcome := d.log(t, "won: no fall on the ward for 90 days")[0].Entry
		*d.now = d.now.AddDate(0, 0, 6)
		st, err := d.Status(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if w := st.Bosses[0].Waiting; len(w) != 1 || w[0].Days != 6 || w[0].Entry.ID != outcome.ID {
			t.Errorf("waiting %+v", w)
		}
		told := journal.EntryChange{Told: &journal.ToldChange{Boss: "maren", How: rapport.ByMeeting}}
		if _, err := d.journal.Edit(t.Context(), outcome.Number, told); err != nil {
			t.Fatal(err)
		}
		if st, err = d.Status(t.Context()); err != nil || len(st.Bosses[0].Waiting) != 0 {
			t.Errorf("what was told in a meeting still waits: %+v, %v", st.Bosses[0].Waiting, err)
		}
	})
}

func TestStepsCoverTheUpwardSideOnly(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		allowed := map[string]bool{"goals": true, "style": true, "rhythm": true, "feedback": true, "career": true}
		check := func(first string) {
			t.Helper()
			steps, err := d.Steps(t.Context())
			if err != nil || len(steps) != 3 {
				t.Fatalf("%d steps, %v", len(steps), err)
			}
			if steps[0].About != first {
				t.Errorf("the first step is about %s, want %s", steps[0].About, first)
			}
			for _, s := range steps {
				if !allowed[s.About] || s.Why == "" || !strings.HasPrefix(s.Command, "rapport ") {
					t.Errorf("step %+v", s)
				}
			}
		}
		check("goals") // the goal is inferred: play it back
		yes := true
		if _, err := d.people.EditGoal(t.Context(), "waiting-time-30-minutes", people.GoalChange{Confirmed: &yes}); err != nil {
			t.Fatal(err)
		}
		check("style")
	})
}
