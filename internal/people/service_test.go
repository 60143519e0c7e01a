package people_test

import (
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/people"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

var noon = time.Date(2026, 11, 18, 12, 0, 0, 0, time.UTC)

func each(t *testing.T, body func(t *testing.T, s *people.Service)) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		db := open()
		user, err := people.EnsureUser(t.Context(), db, "me", noon)
		if err != nil {
			t.Fatal(err)
		}
		body(t, &people.Service{DB: db, User: user, Now: func() time.Time { return noon }})
	})
}

func ptr[T any](v T) *T { return &v }

func TestEnsureUserMakesOneUserOnly(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		again, err := people.EnsureUser(t.Context(), s.DB, "me", noon.AddDate(1, 0, 0))
		if err != nil || again.ID != s.User.ID {
			t.Errorf("a second user %d beside %d, %v", again.ID, s.User.ID, err)
		}
	})
}

func TestABossIsARecordWithHistory(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		ctx := t.Context()
		dana, err := s.AddBoss(ctx, "Dana Weber", people.BossChange{Role: ptr("Head of sales"), Zone: ptr("Europe/London"), Hours: ptr("08:30-17:30")})
		if err != nil || dana.Slug != "dana" || dana.Number == 0 {
			t.Fatalf("%+v, %v", dana, err)
		}
		if second, err := s.AddBoss(ctx, "Dana Ortiz", people.BossChange{}); err != nil || second.Slug != "dana-2" {
			t.Errorf("a namesake became %q, %v", second.Slug, err)
		}
		if _, err := s.BossLeft(ctx, "dana", noon); err != nil {
			t.Fatal(err)
		}
		bosses, err := s.Bosses(ctx)
		if err != nil || len(bosses) != 2 || bosses[0].Left.IsZero() {
			t.Errorf("bosses %+v, %v", bosses, err)
		}
	})
}

func TestWhatIsWrongWithABossIsSaid(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		for name, c := range map[string]people.BossChange{
			"zone":     {Zone: ptr("Europe/Nowhere")},
			"hours":    {Hours: ptr("17:30-08:30")},
			"relation": {Relation: ptr(rapport.Relation("friend"))},
			"slug":     {Slug: ptr(rapport.Slug("--"))},
		} {
			if _, err := s.AddBoss(t.Context(), "Sam Reed", c); rapport.CodeOf(err) != rapport.Invalid || rapport.HintOf(err) == "" {
				t.Errorf("%s: %v", name, err)
			}
		}
		if bosses, _ := s.Bosses(t.Context()); len(bosses) != 0 {
			t.Errorf("a refused boss was kept: %v", bosses)
		}
	})
}

func TestUnknownNamesAreAnsweredWithTheNearest(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		ctx := t.Context()
		for _, name := range []string{"Maren Holt", "Tomas Brand"} {
			if _, err := s.AddBoss(ctx, name, people.BossChange{}); err != nil {
				t.Fatal(err)
			}
		}
		_, err := s.AddGoal(ctx, "marne", "Anything", people.GoalChange{})
		if rapport.CodeOf(err) != rapport.NotFound || !strings.HasPrefix(rapport.HintOf(err), "known: @maren @tomas") {
			t.Errorf("%v, hint %q", err, rapport.HintOf(err))
		}
		if _, err := s.AddGoal(ctx, "", "Anything", people.GoalChange{}); !strings.Contains(err.Error(), "several bosses") {
			t.Errorf("with two bosses one must be named: %v", err)
		}
	})
}

func TestGoalsAndProjectsGetShortNames(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		ctx := t.Context()
		if _, err := s.AddBoss(ctx, "Dana", people.BossChange{}); err != nil {
			t.Fatal(err)
		}
		goal, err := s.AddGoal(ctx, "", "Cut the waiting time at the front desk by half", people.GoalChange{})
		if err != nil || goal.Slug != "cut-waiting-time-front" {
			t.Errorf("slug %q, %v", goal.Slug, err)
		}
		project, err := s.AddProject(ctx, "Front desk", people.ProjectChange{Goal: &goal.Slug, Boss: ptr(rapport.Slug("dana"))})
		if err != nil || project.Slug != "front-desk" || project.Goal != goal.ID {
			t.Errorf("%+v, %v", project, err)
		}
		if _, err := s.AddProject(ctx, "front desk", people.ProjectChange{}); rapport.CodeOf(err) != rapport.Conflict {
			t.Errorf("the same project twice: %v", err)
		}
	})
}

func TestConfigureKeepsIdentitiesApart(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		ctx := t.Context()
		u, err := s.Configure(ctx, people.UserChange{Name: ptr("Jo Lind"), AddEmails: []string{"jo@example.org", "JO@example.org", "Jo <jl@example.net>"}})
		if err != nil || len(u.Emails) != 2 {
			t.Errorf("addresses %v, %v", u.Emails, err)
		}
		if u, err = s.Configure(ctx, people.UserChange{DropIdentities: []string{"JL@example.net"}}); err != nil || len(u.Emails) != 1 {
			t.Errorf("addresses %v, %v", u.Emails, err)
		}
		for name, c := range map[string]people.UserChange{
			"zone":    {Zone: ptr("Mars/Base")},
			"address": {AddEmails: []string{"not an address"}},
			"name":    {Name: ptr("  ")},
		} {
			if _, err := s.Configure(ctx, c); rapport.CodeOf(err) != rapport.Invalid {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestWorkDays(t *testing.T) {
	for text, want := range map[string]string{
		"mon-fri": "mon-fri", "sun-thu": "mon,tue,wed,thu,sun", "Mon, Wed,fri": "mon,wed,fri", "sat-mon": "mon,sat,sun",
	} {
		week, err := people.ParseWorkDays(text)
		if got := people.FormatWorkDays(week); err != nil || got != want {
			t.Errorf("%q is %q, want %q (%v)", text, got, want, err)
		}
		if again, err := people.ParseWorkDays(people.FormatWorkDays(week)); err != nil || again != week {
			t.Errorf("%q does not read back", text)
		}
	}
	for _, text := range []string{"", "weekdays", "mon-", "1-5"} {
		if _, err := people.ParseWorkDays(text); err == nil {
			t.Errorf("%q is taken for a work week", text)
		}
	}
}

func TestAGoalIsFoundByTheBeginningOfItsName(t *testing.T) {
	goals := []rapport.Goal{{Slug: "waiting-time"}, {Slug: "waiting-room"}, {Slug: "audit"}}
	for typed, want := range map[rapport.Slug]rapport.Slug{"audit": "audit", "aud": "audit", "au": "", "waiting": "", "waiting-t": "waiting-time"} {
		if got, err := rapport.FindGoal(goals, typed); got.Slug != want || (err == nil) != (want != "") {
			t.Errorf("%q finds %q, %v", typed, got.Slug, err)
		}
	}
}
