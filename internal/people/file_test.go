package people_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/people"
	"rapport/internal/profile"
	"rapport/internal/store"
)

// on returns the service with its clock set to noon of a day.
func on(s *people.Service, day rapport.Day) *people.Service {
	later := *s
	later.Now = func() time.Time { return day.Noon(time.UTC) }
	return &later
}

func addBoss(t *testing.T, s *people.Service, name string) rapport.Boss {
	t.Helper()
	b, err := s.AddBoss(t.Context(), name, people.BossChange{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func value(t *testing.T, s *people.Service, boss rapport.Slug, d profile.Dimension) profile.Finding {
	t.Helper()
	p, _, err := s.Profile(t.Context(), boss)
	if err != nil {
		t.Fatal(err)
	}
	return p.Finding(d)
}

func TestNoSingleObservationMakesAValueAndThreeDo(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		addBoss(t, s, "Dana Weber")
		for i, text := range []string{"asked for the figures", "skipped to the table", "wanted the baseline"} {
			if _, _, err := s.Saw(t.Context(), text+" value:numbers"); err != nil {
				t.Fatal(err)
			}
			if f := value(t, s, "dana", profile.Evidence); (f.Value == profile.Numbers) != (i == 2) {
				t.Errorf("after %d observations the value is %q", i+1, f.Value)
			}
		}
		if _, err := s.Prefers(t.Context(), "give me a story, a customer, a face value:story", rapport.AFact); err != nil {
			t.Fatal(err)
		}
		f := value(t, s, "dana", profile.Evidence)
		if f.Value != profile.Story || !f.Evidence[0].Contradicts {
			t.Errorf("their word gives %q, and the evidence begins with %+v", f.Value, f.Evidence[0])
		}
	})
}

func TestCopiedValuesAreInheritedAndExpire(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		addBoss(t, s, "Dana Weber")
		addBoss(t, s, "Lena Vogt")
		if _, err := s.Prefers(t.Context(), "@dana call me value:listener", rapport.AFact); err != nil {
			t.Fatal(err)
		}
		if _, err := s.CopyStyle(t.Context(), "dana", "lena"); err != nil {
			t.Fatal(err)
		}
		// Each inherits from the other: nobody inherits from themselves.
		if _, err := s.CopyStyle(t.Context(), "lena", "dana"); err != nil {
			t.Fatal(err)
		}
		f := value(t, s, "lena", profile.Intake)
		if f.Value != profile.Listener || f.InheritedFrom != "dana" || f.State != profile.Assumed {
			t.Errorf("inherited %+v", f)
		}
		if f := value(t, on(s, "2026-12-20"), "lena", profile.Intake); f.Value != profile.Unknown {
			t.Errorf("after 32 days without evidence it is %q", f.Value)
		}
		if f := value(t, on(s, "2026-12-20"), "dana", profile.Intake); f.Value != profile.Listener {
			t.Errorf("the one who said so lost it: %q", f.Value)
		}
	})
}

func TestAReorganisationTakesNothingForGranted(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		addBoss(t, s, "Dana Weber")
		addBoss(t, s, "Kim Aydin")
		yes := true
		if _, err := s.AddGoal(t.Context(), "dana", "Calm handovers", people.GoalChange{Confirmed: &yes}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Prefers(t.Context(), "@dana one page value:reader", rapport.AFact); err != nil {
			t.Fatal(err)
		}
		later := on(s, "2026-12-01")
		if _, err := later.Reorganised(t.Context(), "wards merge @kim"); err != nil {
			t.Fatal(err)
		}
		file, err := later.BossFile(t.Context(), "dana")
		if err != nil || file.Goals[0].State != people.GoalKnown {
			t.Errorf("another boss's change touches this one: %+v, %v", file.Goals, err)
		}
		if _, err := later.Reorganised(t.Context(), "all change"); err != nil {
			t.Fatal(err)
		}
		file, err = later.BossFile(t.Context(), "dana")
		if err != nil || file.Goals[0].State != people.GoalToReconfirm || !file.Profile.Finding(profile.Intake).ToReconfirm {
			t.Errorf("goals %+v, style %+v, %v", file.Goals, file.Profile.Finding(profile.Intake), err)
		}
		if _, err := later.EditGoal(t.Context(), "calm-handovers", people.GoalChange{Confirmed: &yes}); err != nil {
			t.Fatal(err)
		}
		file, err = later.BossFile(t.Context(), "dana")
		if err != nil || file.Goals[0].State != people.GoalKnown {
			t.Errorf("a confirmed goal is %q, %v", file.Goals[0].State, err)
		}
	})
}

func TestAnOldConfirmationIsToBeConfirmedAgain(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		addBoss(t, s, "Dana Weber")
		yes := true
		if _, err := s.AddGoal(t.Context(), "dana", "Calm handovers", people.GoalChange{Confirmed: &yes}); err != nil {
			t.Fatal(err)
		}
		for day, want := range map[rapport.Day]string{"2027-02-16": people.GoalKnown, "2027-02-17": people.GoalToReconfirm} {
			file, err := on(s, day).BossFile(t.Context(), "dana")
			if err != nil || file.Goals[0].State != want {
				t.Errorf("on %s it is %q, %v", day, file.Goals[0].State, err)
			}
		}
	})
}

// TestTheHandoverHoldsNothingPrivate plants words in every private field about
// a boss and looks for them in what is handed on.
func TestTheHandoverHoldsNothingPrivate(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		const canary = "canaryquartz"
		b := addBoss(t, s, "Dana Weber")
		ctx := t.Context()
		_, _, err := s.Saw(ctx, canary)
		_, err2 := s.Pressure(ctx, canary)
		_, err3 := s.HumanFact(ctx, canary)
		_, err4 := s.Reacted(ctx, rapport.TakenBadly, canary)
		_, err5 := s.Hard(ctx, rapport.Clash, "dana", rapport.Private(canary))
		_, err6 := s.Criterion(ctx, "does the ward run without me")
		for _, err := range []error{err, err2, err3, err4, err5, err6} {
			if err != nil {
				t.Fatal(err)
			}
		}
		h, err := s.Handover(ctx, "dana")
		if err != nil || len(h.Criteria) != 1 {
			t.Fatalf("%+v, %v", h, err)
		}
		text, err := json.Marshal(h)
		if err != nil || strings.Contains(string(text)+fmt.Sprintf("%+v", h), canary) {
			t.Errorf("the handover holds %q", canary)
		}
		file, err := s.BossFile(ctx, b.Slug)
		if err != nil || len(file.Private.Pressures)+len(file.Private.HumanFacts)+len(file.Private.Reactions)+len(file.Private.Hardships) != 4 {
			t.Errorf("the private file holds %+v, %v", file.Private, err)
		}
		if strings.Contains(fmt.Sprintf("%+v", file), canary) {
			t.Error("a file that is printed tells what is private")
		}
	})
}

func TestWhatIsWrittenAboutABossIsUndone(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		b := addBoss(t, s, "Dana Weber")
		if _, err := s.Prefers(t.Context(), "call me any time, no slides", rapport.AFact); err != nil {
			t.Fatal(err)
		}
		var steps []store.Step
		if err := s.DB.Write(t.Context(), func(tx *store.Tx) error {
			last, _, err := tx.LastChange(t.Context(), s.User.ID)
			if err != nil {
				return err
			}
			steps = last.Steps
			for _, step := range steps {
				if err := tx.TakeBack(t.Context(), s.User.ID, step, rapport.InstantOf(s.Now())); err != nil {
					return err
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if f := value(t, s, b.Slug, profile.Intake); len(steps) == 0 || f.Value != profile.Unknown {
			t.Errorf("%d steps taken back leave %q", len(steps), f.Value)
		}
	})
}

func TestTwoBossesHaveTwoAddresses(t *testing.T) {
	each(t, func(t *testing.T, s *people.Service) {
		if _, err := s.AddBoss(t.Context(), "Dana Weber", people.BossChange{Email: ptr("dana@ward.example")}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.AddBoss(t.Context(), "Kim Aydin", people.BossChange{Email: ptr("Dana@ward.example")}); rapport.CodeOf(err) != rapport.Conflict {
			t.Errorf("the same address for a second boss: %v", err)
		}
		addBoss(t, s, "Kim Aydin")
		if _, err := s.EditBoss(t.Context(), "kim", people.BossChange{Email: ptr("dana@ward.example")}); rapport.CodeOf(err) != rapport.Conflict {
			t.Errorf("an edit gives it: %v", err)
		}
		if _, err := s.BossLeft(t.Context(), "dana", noon); err != nil {
			t.Fatal(err)
		}
		if _, err := s.EditBoss(t.Context(), "kim", people.BossChange{Email: ptr("dana@ward.example")}); err != nil {
			t.Errorf("the address of one who left is free: %v", err)
		}
	})
}
