package growth_test

import (
	"fmt"
	"testing"
	"time"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/growth"
	"rapport/internal/people"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

var noon = time.Date(2026, 11, 18, 12, 0, 0, 0, time.UTC)

// each runs body on both databases with a user who answers to Dana.
func each(t *testing.T, body func(t *testing.T, s *growth.Service)) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		db := open()
		user, err := people.EnsureUser(t.Context(), db, "me", noon)
		if err != nil {
			t.Fatal(err)
		}
		now := func() time.Time { return noon }
		if _, err := (&people.Service{DB: db, User: user, Now: now}).AddBoss(t.Context(), "Dana Weber", people.BossChange{}); err != nil {
			t.Fatal(err)
		}
		body(t, &growth.Service{Desk: desk.Desk{DB: db, User: user, Now: now}})
	})
}

func on(s *growth.Service, day rapport.Day) *growth.Service {
	later := *s
	later.Now = func() time.Time { return day.Noon(time.UTC) }
	return &later
}

func TestTheSameFeedbackIsNoticedWithinNinetyDays(t *testing.T) {
	each(t, func(t *testing.T, s *growth.Service) {
		first, again, err := s.Received(t.Context(), "your letters hide the decision at the end", rapport.Change, 0)
		if err != nil || again != nil {
			t.Fatalf("%+v, %v", again, err)
		}
		for _, tt := range []struct {
			day  rapport.Day
			text string
			kind rapport.FeedbackKind
			same bool
		}{
			{"2026-12-10", "the decision stood at the end of the letter again", rapport.Change, true},
			{"2026-12-10", "come to the round on time", rapport.Change, false},
			{"2026-12-10", "the decision stood where it should in the letter", rapport.Praise, false},
			{"2026-12-10", "the letters hide the decision from:Jonas", rapport.Change, false},
			{"2027-09-01", "the decision stood at the end of the letter", rapport.Change, false},
		} {
			f, again, err := on(s, tt.day).Received(t.Context(), tt.text, tt.kind, 0)
			if err != nil || (again != nil) != tt.same || (f.Same == first.ID) != tt.same {
				t.Errorf("%s %q: again %+v, %v", tt.day, tt.text, again, err)
			}
		}
	})
}

func TestAnAnswerClosesItsRequest(t *testing.T) {
	each(t, func(t *testing.T, s *growth.Service) {
		ask, err := s.AskFeedback(t.Context(), "one thing to change? about:rota", false)
		if err != nil {
			t.Fatal(err)
		}
		f, _, err := s.Received(t.Context(), "shorter", "", ask.Number)
		if err != nil || f.Ask != ask.ID || f.About != "rota" {
			t.Fatalf("%+v, %v", f, err)
		}
		v, err := s.Feedback(t.Context(), "dana", rapport.Period{})
		if err != nil || len(v.Asked) != 0 || len(v.Received) != 1 {
			t.Errorf("%d wait, %d came, %v", len(v.Asked), len(v.Received), err)
		}
	})
}

func TestTheBossHearsFirstUnlessItIsProtected(t *testing.T) {
	each(t, func(t *testing.T, s *growth.Service) {
		for _, tt := range []struct {
			text      string
			with      rapport.ContactWith
			career    bool
			protected string
			cautious  bool
		}{
			{"Jonas Beck", rapport.SkipLevel, true, "", true},
			{"Staff office", rapport.HumanResources, true, "", true},
			{"Sales", rapport.OtherDepartment, true, "", true},
			{"Jonas Beck @dana", rapport.SkipLevel, true, "", false},
			{"Jonas Beck", rapport.SkipLevel, false, "", false},
			{"Mara Lind", rapport.AMentor, true, "", false},
			{"Staff office", rapport.HumanResources, true, "safety", false},
		} {
			k, caution, err := s.PlanContact(t.Context(), tt.text, tt.with, tt.career, rapport.Private(tt.protected))
			if err != nil || (caution != nil) != tt.cautious {
				t.Errorf("%+v: caution %+v, %v", tt, caution, err)
			}
			if k.Number == 0 {
				t.Errorf("%+v was not written down", tt)
			}
		}
	})
}

func TestACareerGoalIsPrivateUntilItWasSaid(t *testing.T) {
	each(t, func(t *testing.T, s *growth.Service) {
		g, err := s.WantCareer(t.Context(), "lead the quartz desk by:\"end of 2027\"")
		if err != nil || g.State != rapport.CareerPrivate || g.Due != "2027-12-31" {
			t.Fatalf("%+v, %v", g, err)
		}
		if _, err := s.CareerAnswer(t.Context(), g.Number, rapport.CareerSupported); err == nil {
			t.Error("nobody has heard of it, and it is supported")
		}
		if g, err = s.CareerSaid(t.Context(), g.Number, "dana", ""); err != nil || g.State != rapport.CareerSaid || len(g.SharedWith) != 1 || g.SharedOn != "2026-11-18" {
			t.Errorf("%+v, %v", g, err)
		}
		if g, err = s.CareerSaid(t.Context(), g.Number, "dana", ""); err != nil || len(g.SharedWith) != 1 {
			t.Errorf("said twice: %+v, %v", g, err)
		}
		if text := fmt.Sprintf("%+v", g); text == "" || g.Text.Reveal() != "lead the quartz desk" {
			t.Errorf("its words are %q", g.Text.Reveal())
		}
	})
}

func TestOneNumberAWeekAndNoMoreHoursThanItHas(t *testing.T) {
	each(t, func(t *testing.T, s *growth.Service) {
		for _, hours := range []float64{40, 52.5} {
			if _, err := s.Worked(t.Context(), hours, ""); err != nil {
				t.Fatal(err)
			}
		}
		all, err := s.Hours(t.Context(), 10)
		if err != nil || len(all) != 1 || all[0].Hours.Value != 52.5 || all[0].Week != "2026-W47" {
			t.Errorf("%+v, %v", all, err)
		}
		for _, hours := range []float64{-1, 169} {
			if _, err := s.Worked(t.Context(), hours, ""); err == nil {
				t.Errorf("a week of %g hours was taken", hours)
			}
		}
	})
}

func TestADisclosureComesWithWhatIsDoneAndTheHelpWanted(t *testing.T) {
	each(t, func(t *testing.T, s *growth.Service) {
		for form, fails := range map[string]bool{
			"item: a\nrisk: b\ndoing: c\nhelp: d": false,
			"item: a\ndoing: c\nhelp: d\n":        false,
			"item: a\nrisk: b":                    true,
			"weakness: a":                         true,
			"":                                    true,
		} {
			d, err := s.Disclose(t.Context(), "dana", form)
			if (err != nil) != fails {
				t.Errorf("%q: %v", form, err)
			}
			if err == nil && d.Setting != rapport.ForDevelopment {
				t.Errorf("%q belongs into %q", form, d.Setting)
			}
		}
	})
}
