package journal_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/people"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// berlin is the clock of these tests: Wednesday, 18 November 2026, 10:15.
var berlin = time.Date(2026, 11, 18, 10, 15, 0, 0, time.FixedZone("CET", 3600))

type desk struct {
	*journal.Service
	people *people.Service
}

// newDesk is a user with a store, on a Wednesday in November.
func newDesk(t *testing.T, db *store.DB) desk {
	t.Helper()
	user, err := people.EnsureUser(t.Context(), db, "me", berlin)
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return berlin }
	return desk{
		Service: &journal.Service{DB: db, User: user, Now: now},
		people:  &people.Service{DB: db, User: user, Now: now},
	}
}

func (d desk) log(t *testing.T, text string) journal.Logged {
	t.Helper()
	logged, err := d.Log(t.Context(), journal.LogInput{Text: text})
	if err != nil {
		t.Fatalf("log %q: %v (%s)", text, err, rapport.HintOf(err))
	}
	return logged[0]
}

func each(t *testing.T, body func(t *testing.T, d desk)) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, open func() *store.DB) { body(t, newDesk(t, open())) })
}

func TestLogUnderstandsTheQuickGrammar(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		if _, err := d.people.AddBoss(t.Context(), "Dana Weber", people.BossChange{}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.people.AddGoal(t.Context(), "dana", "Cut checkout latency", people.GoalChange{}); err != nil {
			t.Fatal(err)
		}
		got := d.log(t, "won: checkout p99 840 to 520 ms +checkout @dana -> 9 % fewer dropped carts yesterday")
		e := got.Entry
		if e.Kind != rapport.Accomplishment || e.KindBy != rapport.Said {
			t.Errorf("kind %s by %d", e.Kind, e.KindBy)
		}
		if e.Day != "2026-11-17" || rapport.DayOf(e.At.Time()) != e.Day {
			t.Errorf("day %s, instant %s", e.Day, e.At.Time())
		}
		if !got.NewProject || got.Project.Slug != "checkout" || len(got.Bosses) != 1 {
			t.Errorf("project %v (new %t), bosses %v", got.Project, got.NewProject, got.Bosses)
		}
		if e.Text != "checkout p99 840 to 520 ms" || !strings.HasPrefix(e.Outcome, "9 % fewer dropped carts") {
			t.Errorf("text %q, outcome %q", e.Text, e.Outcome)
		}
		if len(got.Goals) != 1 || e.Links[0].By != rapport.Guessed {
			t.Errorf("a shared word should have linked the goal as a guess: %+v", e.Links)
		}
	})
}

func TestWhatIsSaidToABossIsAboutThatBoss(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		for _, name := range []string{"Dana Weber", "Tom Reed"} {
			if _, err := d.people.AddBoss(t.Context(), name, people.BossChange{}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := d.people.AddGoal(t.Context(), "tom", "Portal pilot in two districts", people.GoalChange{}); err != nil {
			t.Fatal(err)
		}
		got := d.log(t, "Dana promised to ask both districts about the portal pilot @dana by:friday").Entry
		if len(got.Links) != 0 {
			t.Errorf("linked to the goal of another boss: %+v", got.Links)
		}
		if got.Kind != rapport.Commitment || len(got.CommittedBy) != 1 || got.CommittedBy[0] != rapport.TheBoss {
			t.Errorf("kind %s, promised by %v", got.Kind, got.CommittedBy)
		}
		if got := d.log(t, "Kim promised to ask the archive @dana by:friday").Entry; len(got.CommittedBy) != 1 || got.CommittedBy[0] != rapport.Other {
			t.Errorf("promised by %v", got.CommittedBy)
		}
	})
}

func TestLogRefusesWhatItCannotPlace(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.log(t, "did: first line @dana") // makes the first boss
		for text, want := range map[string]string{
			"did: second line @dina":                "no boss @dina",
			"did: third line for:nosuchgoal":        "no goal for:nosuchgoal",
			"did: fourth line on:someday":           "someday",
			"did: fifth line on:2026-12-24":         "still ahead",
			"   ":                                   "nothing to write down",
			"did: " + strings.Repeat("long ", 9999): "16 KB",
			"did: sixth line by:2026-02-30":         "2026-02-30",
			"did: seventh line @dana on:32.13.":     "32.13.",
		} {
			_, err := d.Log(t.Context(), journal.LogInput{Text: text})
			if err == nil || !strings.Contains(err.Error(), want) || rapport.HintOf(err) == "" {
				t.Errorf("%q: error %v, hint %q", text, err, rapport.HintOf(err))
			}
		}
		if entries, _, err := d.List(t.Context(), journal.ListFilter{}); err != nil || len(entries) != 1 {
			t.Errorf("%d entries after refused lines, %v", len(entries), err)
		}
	})
}

func TestManyLinesAreAllOrNone(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		_, err := d.Log(t.Context(), journal.LogInput{Text: "did: one"}, journal.LogInput{Text: "did: two for:nothing"})
		if err == nil || !strings.HasPrefix(err.Error(), "line 2:") {
			t.Errorf("error %v does not name line 2", err)
		}
		if entries, _, _ := d.List(t.Context(), journal.ListFilter{}); len(entries) != 0 {
			t.Errorf("half of a refused batch was kept: %v", entries)
		}
	})
}

func TestAWrongGuessCorrectedOnceIsLearnt(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		first := d.log(t, "rota for the long weekend with Birgit")
		wanted := rapport.Challenge
		if first.Entry.Kind == wanted {
			t.Fatal("the test needs a line that is guessed otherwise")
		}
		done, err := d.Edit(t.Context(), first.Entry.Number, journal.EntryChange{Kind: &wanted})
		if err != nil || len(done.Learnt) != 1 {
			t.Fatalf("edit: %v, learnt %v", err, done.Learnt)
		}
		if again := d.log(t, "rota for the long weekend with Birgit"); again.Entry.Kind != wanted {
			t.Errorf("the same line is guessed %s again", again.Entry.Kind)
		}
		if other := d.log(t, "cut pick errors from 1.4 % to 0.6 %"); other.Entry.Kind == wanted {
			t.Error("an unlike line follows the correction")
		}
		if said := d.log(t, "did: rota for the long weekend with Birgit"); said.Entry.Kind != rapport.Progress {
			t.Errorf("a kind that was said became %s", said.Entry.Kind)
		}
	})
}

func TestConfirmedGoalsAreLearntAndRefusedOnesStayAway(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		ctx := t.Context()
		if _, err := d.people.AddBoss(ctx, "Dana", people.BossChange{}); err != nil {
			t.Fatal(err)
		}
		goal, err := d.people.AddGoal(ctx, "dana", "Shorter stays on ward four", people.GoalChange{})
		if err != nil {
			t.Fatal(err)
		}
		first := d.log(t, "did: discharge letters drafted the evening before")
		if _, err := d.Edit(ctx, first.Entry.Number, journal.EntryChange{Goals: &[]rapport.Slug{goal.Slug}}); err != nil {
			t.Fatal(err)
		}
		again := d.log(t, "did: discharge letters drafted the evening before")
		if len(again.Entry.Links) == 0 || again.Entry.Links[0].Goal != goal.ID || again.Entry.Links[0].By != rapport.Guessed {
			t.Errorf("the confirmed line was not recognised: %+v", again.Entry.Links)
		}
		if _, err := d.Edit(ctx, again.Entry.Number, journal.EntryChange{Goals: &[]rapport.Slug{}}); err != nil {
			t.Fatal(err)
		}
		shown, _, err := d.Show(ctx, again.Entry.Number)
		if err != nil || len(shown.Entry.Links) != 1 || shown.Entry.Links[0].By != rapport.Refused {
			t.Errorf("taking the goal away should refuse the guess: %+v, %v", shown.Entry.Links, err)
		}
	})
}

func TestUndoTakesBackEachChangeInTurn(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		ctx := t.Context()
		e := d.log(t, "did: counted the stock +store").Entry
		text := "counted the stock twice"
		if _, err := d.Edit(ctx, e.Number, journal.EntryChange{Text: &text}); err != nil {
			t.Fatal(err)
		}
		if _, err := d.Remove(ctx, e.Number); err != nil {
			t.Fatal(err)
		}
		shows := func(want string) {
			t.Helper()
			entries, _, err := d.List(ctx, journal.ListFilter{})
			got := ""
			for _, e := range entries {
				got += e.Text
			}
			if err != nil || got != want {
				t.Errorf("list shows %q, want %q (%v)", got, want, err)
			}
		}
		shows("")
		for _, want := range []string{"counted the stock twice", "counted the stock", ""} {
			if _, err := d.Undo(ctx); err != nil {
				t.Fatal(err)
			}
			shows(want)
		}
		if _, err := d.Undo(ctx); rapport.CodeOf(err) != rapport.NotFound {
			t.Errorf("undo of nothing: %v", err)
		}
	})
}

func TestSearchFindsWordsPhrasesAndFilters(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.log(t, "won: waiting time at the desk from 40 to 25 minutes +ward @dana")
		d.log(t, "did: asked the desk for the time of the fire drill, waiting")
		d.log(t, "private: the waiting wears me out")
		d.log(t, "idea: Überweisung ans Café online")
		for query, want := range map[string]int{
			"waiting":                     2,
			`"waiting time"`:              1,
			"wait*":                       2,
			"waiting kind:accomplishment": 1,
			"waiting project:ward":        1,
			"boss:dana waiting":           1,
			"is:private waiting":          1,
			"is:private desk":             0,
			"uberweisung cafe":            1,
			"since:2026-11-19 waiting":    0,
			"until:yesterday waiting":     0,
			"wears":                       0,
			`"never closed`:               0,
			"':* & | ! ( <-> waiting":     2,
			"dana kind:boss":              1,
		} {
			page, _, err := d.Search(t.Context(), query, "", 20)
			if err != nil || len(page.Hits) != want {
				t.Errorf("%q: %d hits, want %d (%v)", query, len(page.Hits), want, err)
			}
		}
		page, _, err := d.Search(t.Context(), "waiting", "", 20)
		if err != nil || !strings.HasPrefix(page.Hits[0].Text, "waiting time") {
			t.Errorf("the line that begins with the word should rank first: %v", err)
		}
		for _, m := range page.Hits[0].Marks {
			if got := page.Hits[0].Text[m.Start:m.End]; got != "waiting" {
				t.Errorf("marked %q", got)
			}
		}
	})
}

func TestSearchPagesShowEachHitOnce(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		inputs := make([]journal.LogInput, 0, 150)
		for range 150 {
			inputs = append(inputs, journal.LogInput{Text: "did: inventory round"})
		}
		if _, err := d.Log(t.Context(), inputs...); err != nil {
			t.Fatal(err)
		}
		seen := map[rapport.RecordID]bool{}
		for cursor, pages := "", 0; ; pages++ {
			page, _, err := d.Search(t.Context(), "inventory", cursor, 20)
			if err != nil || pages > 20 {
				t.Fatalf("page %d: %v", pages, err)
			}
			for _, h := range page.Hits {
				if seen[h.Ref.ID] {
					t.Fatalf("record %d twice", h.Ref.Number)
				}
				seen[h.Ref.ID] = true
			}
			if cursor = page.Next; cursor == "" {
				break
			}
		}
		if len(seen) != 150 {
			t.Errorf("%d of 150 found", len(seen))
		}
	})
}

func TestPrivateNotesAreInNoList(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		note := d.log(t, "private: I am tired of the reorganisation")
		if !note.Note {
			t.Fatal("not a note")
		}
		if entries, _, _ := d.List(context.Background(), journal.ListFilter{}); len(entries) != 0 {
			t.Error("a private note is listed among the entries")
		}
		notes, err := d.Notes(t.Context(), rapport.Period{}, 10)
		if err != nil || len(notes) != 1 || notes[0].Text.Reveal() != "I am tired of the reorganisation" {
			t.Errorf("notes %v, %v", notes, err)
		}
	})
}

func TestAGuessedPromiseKnowsItsDay(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		e := d.log(t, "I'll send the December rota by friday").Entry
		if e.Kind != rapport.Commitment || e.Due != "2026-11-20" {
			t.Errorf("%s, due %q: %s", e.Kind, e.Due, e.Text)
		}
	})
}
