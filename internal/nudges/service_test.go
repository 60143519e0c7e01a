package nudges_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/coach"
	"rapport/internal/desk"
	"rapport/internal/journal"
	"rapport/internal/nudges"
	"rapport/internal/people"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// friday is the day of these tests, a working day.
var friday = time.Date(2026, 3, 20, 9, 0, 0, 0, time.UTC)

// life is a record with three matters: a promise that is due, an ask that
// waits, results that nobody heard of.
const life = `{"id":"b","t":"2026-01-05T08:00:00Z","type":"add_boss","boss":"ruth","name":"Ruth Adeyemi","relation":"solid"}
{"id":"g","t":"2026-01-05T08:10:00Z","type":"boss_goal","boss":"ruth","goal":"reading","title":"Reading level up","confirmed":true}
{"id":"r","t":"2026-01-06T08:00:00Z","type":"rhythm","boss":"ruth","every":"weekly"}
{"id":"m1","t":"2026-03-18T10:00:00Z","type":"meeting","boss":"ruth","kind":"1:1","status":"held"}
{"id":"p1","t":"2026-03-10T10:00:00Z","type":"commitment","by":"me","to":"ruth","text":"hand in the fire drill list","due":"2026-03-23"}
{"id":"a1","t":"2026-03-05T10:00:00Z","type":"ask","boss":"ruth","text":"replace the second till","answered":false}
{"id":"l1","t":"2026-03-05T17:00:00Z","type":"log","text":"19 of 26 children reached the next level","kind":"accomplishment","links":["reading"],"reported_to":[]}
{"id":"l2","t":"2026-03-12T17:00:00Z","type":"log","text":"only half of the reading books arrived","kind":"challenge","links":["reading"],"reported_to":[]}
{"id":"n1","t":"2026-03-12T18:00:00Z","type":"note_private","text":"canary of the night"}
`

// each runs body on both databases with that life.
func each(t *testing.T, lines string, body func(t *testing.T, s *nudges.Service)) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		db := open()
		user, err := people.EnsureUser(t.Context(), db, "me", friday)
		if err != nil {
			t.Fatal(err)
		}
		now := func() time.Time { return friday }
		in := &journal.Service{DB: db, User: user, Now: now}
		if _, err := in.Import(t.Context(), bytes.NewReader([]byte(lines)), journal.ImportOptions{}); err != nil {
			t.Fatal(err)
		}
		body(t, &nudges.Service{Desk: desk.Desk{DB: db, User: in.User, Now: now}})
	})
}

func at(s *nudges.Service, t time.Time) *nudges.Service {
	later := *s
	later.Now = func() time.Time { return t }
	return &later
}

func shown(d nudges.Day) string {
	rules := make([]string, len(d.Shown))
	for i, f := range d.Shown {
		rules[i] = f.Rule
	}
	return strings.Join(rules, " ")
}

func today(t *testing.T, s *nudges.Service) nudges.Day {
	t.Helper()
	d, err := s.Today(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestADayShowsThreeAndOnePressing(t *testing.T) {
	each(t, life, func(t *testing.T, s *nudges.Service) {
		d := today(t, s)
		high := 0
		for _, f := range d.Shown {
			if f.Level == coach.High {
				high++
			}
		}
		if len(d.Shown) != 3 || high != 1 {
			t.Errorf("shown %s, %d of them high", shown(d), high)
		}
		if again := today(t, s); shown(again) != shown(d) {
			t.Errorf("on the same day %s became %s", shown(d), shown(again))
		}
	})
}

func TestWhatWasShownCoolsDown(t *testing.T) {
	each(t, life, func(t *testing.T, s *nudges.Service) {
		first := today(t, s)
		monday := at(s, friday.AddDate(0, 0, 3))
		for _, f := range today(t, monday).Shown {
			if f.Level != coach.High && strings.Contains(shown(first), f.Rule) {
				t.Errorf("%s is shown again after three days", f.Rule)
			}
		}
		if d := today(t, monday); !strings.Contains(shown(d), "R1") {
			t.Errorf("a pressing matter may come back after two days; shown %s", shown(d))
		}
	})
}

func TestQuietOutsideTheUsersTime(t *testing.T) {
	each(t, life, func(t *testing.T, s *nudges.Service) {
		for name, moment := range map[string]time.Time{
			"outside your hours": friday.Add(13 * time.Hour), "no working day": friday.AddDate(0, 0, 1),
		} {
			d := today(t, at(s, moment))
			if len(d.Shown) != 0 || !strings.Contains(d.Quiet, name) {
				t.Errorf("%s: shown %s, quiet %q", name, shown(d), d.Quiet)
			}
			if len(d.Resting) == 0 {
				t.Errorf("%s: nothing rests", name)
			}
		}
	})
}

func TestTheFirstDaysAreForPromises(t *testing.T) {
	young := strings.ReplaceAll(strings.ReplaceAll(life, "2026-01-05", "2026-03-12"), "2026-01-06", "2026-03-12")
	young = strings.ReplaceAll(strings.ReplaceAll(young, "2026-03-10", "2026-03-13"), "2026-03-05", "2026-03-13")
	each(t, young, func(t *testing.T, s *nudges.Service) {
		if d := today(t, s); shown(d) != "R16" {
			t.Errorf("shown %q, the rest %v", shown(d), d.Resting)
		}
	})
}

func TestMarksKeepANudgeAway(t *testing.T) {
	each(t, life, func(t *testing.T, s *nudges.Service) {
		for _, m := range []nudges.Mark{
			{Rule: "r16", What: rapport.NudgeDone},
			{Rule: "R15", Boss: "ruth", What: rapport.NudgeSnoozed, Until: "2026-04-03"},
			{Rule: "R13", What: rapport.NudgeMuted},
			{Rule: "R25", What: rapport.NudgeDismissed, Because: rapport.Private("she reads my board")},
		} {
			if _, err := s.Mark(t.Context(), m); err != nil {
				t.Fatal(err)
			}
		}
		d := today(t, s)
		if len(d.Shown) != 0 {
			t.Errorf("shown %s", shown(d))
		}
		want := map[string]string{"R16": "done", "R15": "snoozed", "R13": "muted", "R25": "dismissed"}
		for _, r := range d.Resting {
			if w, ok := want[r.Rule]; ok && !strings.Contains(r.Because, w) {
				t.Errorf("%s rests because %q, want %s", r.Rule, r.Because, w)
			}
		}
		if _, err := s.Mark(t.Context(), nudges.Mark{Rule: "R13", What: rapport.NudgeUnmuted}); err != nil {
			t.Fatal(err)
		}
		if d := today(t, s); shown(d) != "R13" {
			t.Errorf("after unmuting: %s", shown(d))
		}
	})
}

func TestMarksOfNothingAreRefused(t *testing.T) {
	each(t, life, func(t *testing.T, s *nudges.Service) {
		for _, m := range []nudges.Mark{
			{Rule: "R99", What: rapport.NudgeDone},
			{Rule: "R16", Boss: "nobody", What: rapport.NudgeDone},
			{Rule: "R16", What: rapport.NudgeSnoozed, Until: "2026-03-01"},
		} {
			if _, err := s.Mark(t.Context(), m); err == nil || rapport.HintOf(err) == "" {
				t.Errorf("%+v: %v", m, err)
			}
		}
	})
}

func TestWhyNotNamesTheCondition(t *testing.T) {
	each(t, life, func(t *testing.T, s *nudges.Service) {
		w, err := s.WhyNot(t.Context(), "r10", "ruth")
		if err != nil || len(w.Silent) != 1 || !strings.Contains(w.Silent[0].Because, "did not ask for news") {
			t.Errorf("%+v, %v", w.Silent, err)
		}
		if _, err := s.WhyNot(t.Context(), "R100", ""); rapport.CodeOf(err) != rapport.NotFound {
			t.Errorf("an unknown rule: %v", err)
		}
	})
}

func TestLimitsAndSituationsAreTheUsers(t *testing.T) {
	each(t, life, func(t *testing.T, s *nudges.Service) {
		if l, err := s.SetLimit(t.Context(), "engine.day", "1"); err != nil || l.Value != 1 {
			t.Fatalf("%+v, %v", l, err)
		}
		if d := today(t, s); len(d.Shown) != 1 {
			t.Errorf("shown %s", shown(d))
		}
		if _, err := s.SetLimit(t.Context(), "engine.day", "default"); err != nil {
			t.Fatal(err)
		}
		if l, err := s.Limits(t.Context()); err != nil || l.Of("engine.day") != 3 {
			t.Errorf("%d, %v", l.Of("engine.day"), err)
		}
		if err := s.SwitchSituation(t.Context(), "tight-role", "on", ""); err != nil {
			t.Fatal(err)
		}
		standing, _, err := s.Situations(t.Context())
		if err != nil || len(standing) != 1 || !standing[0].ByHand {
			t.Errorf("%+v, %v", standing, err)
		}
		if err := s.SwitchSituation(t.Context(), "grumpy-boss", "on", ""); err == nil {
			t.Error("a label on a person was taken")
		}
	})
}

func TestAReplayKnowsNothingLater(t *testing.T) {
	each(t, life, func(t *testing.T, s *nudges.Service) {
		facts, advice, err := s.All(t.Context(), time.Date(2026, 3, 6, 9, 0, 0, 0, time.UTC))
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range nudges.Lines(facts, advice.Findings) {
			for _, id := range l.Evidence {
				if id == "p1" || id == "l2" {
					t.Errorf("%s shows %s, which came later", l.Rule, id)
				}
			}
			if strings.Contains(l.Why+l.Act, "canary") {
				t.Errorf("%s quotes a private note", l.Rule)
			}
		}
	})
}

func TestAnEmptyRecordHasNothingToSay(t *testing.T) {
	each(t, "", func(t *testing.T, s *nudges.Service) {
		if d := today(t, s); len(d.Shown)+len(d.Resting) != 0 {
			t.Errorf("shown %s, resting %v", shown(d), d.Resting)
		}
		w, err := s.WhyNot(t.Context(), "R10", "")
		if err != nil || len(w.Silent) == 0 {
			t.Errorf("%+v, %v", w, err)
		}
	})
}

func TestAHundredBosses(t *testing.T) {
	var lines strings.Builder
	for i := range 100 {
		id := string(rune('a'+i/26)) + string(rune('a'+i%26))
		lines.WriteString(`{"id":"b` + id + `","t":"2026-01-05T08:00:00Z","type":"add_boss","boss":"` + id + `","name":"Boss ` + id + `","relation":"dotted"}` + "\n")
	}
	each(t, lines.String(), func(t *testing.T, s *nudges.Service) {
		d := today(t, s)
		if len(d.Shown) == 0 || len(d.Shown) > 3 {
			t.Errorf("shown %d of %d", len(d.Shown), len(d.Resting))
		}
	})
}
