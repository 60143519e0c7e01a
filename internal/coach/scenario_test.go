package coach_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rapport/internal/coach"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// TestScenarios replays half a year of invented lives and compares with what a
// careful reader wants of them. A rule that is not there yet is no miss.
func TestScenarios(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{filepath.Join("testdata", "scenarios"), filepath.Join("..", "..", "testdata", "eval", "scenarios")} {
		files, err := filepath.Glob(filepath.Join(dir, "*.events.jsonl"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no scenarios in %s: %v", dir, err)
		}
		for _, file := range files {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".events.jsonl"), func(t *testing.T) {
				t.Parallel()
				runScenario(t, file)
			})
		}
	}
}

func runScenario(t *testing.T, file string) {
	events, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(strings.TrimSuffix(file, "events.jsonl") + "expect.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Now        time.Time `json:"now"`
		Zone       string    `json:"tz"`
		ShouldFind []struct{ Rule, Intent, Priority string }
		MustNot    []struct{ Rule string }
	}
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(text, &want); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &raw); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw["should_find"], &want.ShouldFind); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw["must_not"], &want.MustNot); err != nil {
		t.Fatal(err)
	}
	zone, err := time.LoadLocation(want.Zone)
	if err != nil {
		t.Fatal(err)
	}
	db := storetest.Open(t, storetest.SQLite(t), store.Options{Create: true})
	facts := factsOf(t, db, 1, string(events), want.Now.In(zone))
	advice := coach.Consult(facts)
	there := map[string]bool{}
	for _, r := range coach.Rules() {
		there[r.ID] = true
	}
	taken := make([]bool, len(advice.Findings))
	wanted := map[string]bool{}
	for _, w := range want.ShouldFind {
		rule := strings.TrimRight(w.Rule, "abcdefgh")
		wanted[rule] = true
		place := slices.IndexFunc(advice.Findings, func(f coach.Finding) bool { return f.Rule == rule })
		for place >= 0 && taken[place] {
			next := slices.IndexFunc(advice.Findings[place+1:], func(f coach.Finding) bool { return f.Rule == rule })
			if next < 0 {
				place = -1
				break
			}
			place += 1 + next
		}
		if place >= 0 {
			taken[place] = true
		}
		if there[rule] && w.Priority == "high" && (place < 0 || place >= 10) {
			t.Errorf("%s is not among the first ten: %s; silent because of %v", w.Rule, w.Intent, advice.WhyNot(facts, rule, 0))
		}
	}
	for _, m := range want.MustNot {
		for _, f := range advice.Findings {
			if f.Rule == m.Rule && !wanted[m.Rule] {
				t.Errorf("%s must not be said: %s", m.Rule, f.Why)
			}
		}
	}
	outside := 0
	for i, f := range advice.Findings {
		if !taken[i] {
			outside++
			t.Logf("outside the list: %s %s", f.Rule, f.Why)
		}
	}
	if outside > 3 {
		t.Errorf("%d findings outside the list, want at most 3", outside)
	}
}
