package reports_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
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

var update = flag.Bool("update", false, "rewrite the golden files")

// TestScenariosEndInAReportAndAnAgenda composes what the people of the
// scenarios would send: in the neutral form, and fitted to the boss that their
// pages describe. The golden files are to be read aloud before they are
// accepted.
func TestScenariosEndInAReportAndAnAgenda(t *testing.T) {
	t.Parallel()
	from := rapport.Day("2026-10-09")
	for name, style := range map[string][]string{
		"p02-remote-timezone":  {"remote", "reader", "numbers"},
		"p06-tight-role":       {"reader", "formal", "scarce"},
		"p08-star-new-manager": {"listener", "quick"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := scenario(t, name)
			for _, way := range []struct {
				name string
				reports.Request
			}{{"neutral", reports.Request{Neutral: true}}, {"fitted", reports.Request{Style: style}}} {
				way.Period, way.Next = rapport.Period{From: from}, true
				c, err := s.Compose(t.Context(), way.Request)
				if err != nil {
					t.Fatal(err)
				}
				golden(t, name+"."+way.name+".md", c.Shown().Markdown()+"\n"+c.Agenda().Shown().Markdown())
				for _, private := range privateTexts(t, name) {
					if strings.Contains(strings.ToLower(c.Markdown()), strings.ToLower(private)) {
						t.Errorf("the private text %q is told", private)
					}
				}
			}
		})
	}
}

const lives = "../../testdata/eval/scenarios/"

func scenario(t *testing.T, name string) *reports.Service {
	t.Helper()
	var at struct{ Now time.Time }
	text, err := os.ReadFile(lives + name + ".expect.json")
	if err == nil {
		err = json.Unmarshal(text, &at)
	}
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(t.Context(), storetest.SQLite(t), store.Key{}, store.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	clock := func() time.Time { return at.Now }
	user, err := people.EnsureUser(t.Context(), db, "me", at.Now)
	if err != nil {
		t.Fatal(err)
	}
	events, err := os.Open(lives + name + ".events.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = events.Close() }()
	j := &journal.Service{DB: db, User: user, Now: clock}
	if _, err := j.Import(t.Context(), events, journal.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	return &reports.Service{DB: db, User: user, Now: clock}
}

// privateTexts are the texts of the lines that are nobody else's business.
func privateTexts(t *testing.T, name string) (texts []string) {
	t.Helper()
	text, err := os.ReadFile(lives + name + ".events.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		var e struct{ Type, Text, Notes string }
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		switch e.Type {
		case "private_note", "observation", "pressure", "career_goal", "human_fact", "reaction":
			texts = append(texts, e.Text)
		}
		if e.Notes != "" {
			texts = append(texts, e.Notes)
		}
	}
	return texts
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
