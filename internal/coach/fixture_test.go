package coach_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"rapport"
	"rapport/internal/coach"
	"rapport/internal/desk"
	"rapport/internal/journal"
	"rapport/internal/nudges"
	"rapport/internal/people"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// TestRules runs the fixtures of all rules. They stand in testdata/RULE.txt,
// whose form doc.go describes.
func TestRules(t *testing.T) {
	t.Parallel()
	for _, rule := range coach.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			db := storetest.Open(t, storetest.SQLite(t), store.Options{Create: true})
			count := map[string]int{}
			for i, c := range readFixtures(t, rule.ID) {
				count[c.kind]++
				t.Run(c.kind+" "+c.name, func(t *testing.T) { c.run(t, db, rule, i) })
			}
			for kind, least := range map[string]int{"fires": 2, "silent": 3, "bare": 1} {
				if count[kind] < least {
					t.Errorf("testdata/%s.txt has %d cases of %q, want at least %d", rule.ID, count[kind], kind, least)
				}
			}
		})
	}
}

// fixture is a small journal and what a rule makes of it.
type fixture struct {
	kind, name string
	at         time.Time
	// want are the findings, each as its level and the ids it is about;
	// because is part of the reason for silence.
	want    []string
	because string
	journal string
}

func readFixtures(t *testing.T, rule string) []fixture {
	t.Helper()
	name := filepath.Join("testdata", rule+".txt")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("every rule has its fixtures beside it: %v", err)
	}
	archive := txtar.Parse(text)
	var prelude strings.Builder
	for line := range strings.Lines(string(archive.Comment)) {
		if strings.HasPrefix(line, "{") {
			prelude.WriteString(line)
		}
	}
	var all []fixture
	for _, file := range archive.Files {
		var c fixture
		c.kind, c.name, _ = strings.Cut(file.Name, ": ")
		c.journal = prelude.String()
		for line := range strings.Lines(string(file.Data)) {
			line = strings.TrimSpace(line)
			word, rest, _ := strings.Cut(line, " ")
			switch {
			case line == "":
			case strings.HasPrefix(line, "{"):
				c.journal += line + "\n"
			case word == "at":
				c.at = moment(t, rest)
			case word == "because":
				c.because = rest
			case word == "high" || word == "medium" || word == "low":
				c.want = append(c.want, line)
			default:
				t.Fatalf("%s, %s: cannot read %q", name, c.name, line)
			}
		}
		if c.at.IsZero() {
			t.Fatalf("%s, %s: no line says when it is asked", name, c.name)
		}
		all = append(all, c)
	}
	return all
}

// moment reads "2026-11-20T09:00:00+01:00 Europe/Berlin".
func moment(t *testing.T, text string) time.Time {
	t.Helper()
	instant, zone, _ := strings.Cut(text, " ")
	at, err := time.Parse(time.RFC3339, instant)
	if err != nil {
		t.Fatal(err)
	}
	in, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	return at.In(in)
}

// factsOf imports a journal for a user of its own and computes the facts.
func factsOf(t testing.TB, db *store.DB, user int, lines string, at time.Time) *coach.Facts {
	t.Helper()
	u, err := people.EnsureUser(t.Context(), db, rapport.Slug(fmt.Sprintf("user%d", user)), at)
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return at }
	in := &journal.Service{DB: db, User: u, Now: now}
	if _, err := in.Import(t.Context(), bytes.NewReader([]byte(lines)), journal.ImportOptions{}); err != nil {
		t.Fatalf("importing the journal: %v (%s)", err, rapport.HintOf(err))
	}
	s := &nudges.Service{Desk: desk.Desk{DB: db, User: in.User, Now: now}}
	facts, _, err := s.All(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func (c fixture) run(t *testing.T, db *store.DB, rule coach.Rule, user int) {
	facts := factsOf(t, db, user, c.journal, c.at)
	advice := coach.Consult(facts, rule)
	var got []string
	for _, f := range advice.Findings {
		ids := make([]string, len(f.About))
		for i, id := range f.About {
			ids[i] = string(id)
		}
		got = append(got, strings.TrimSpace(string(f.Level)+" "+strings.Join(ids, " ")))
		checkFinding(t, f)
	}
	if c.kind != "fires" {
		if len(got) > 0 {
			t.Fatalf("found %q: %s", got, advice.Findings[0].Why)
		}
		reasons := advice.WhyNot(facts, rule.ID, 0)
		if c.because != "" && !slices.ContainsFunc(reasons, func(s coach.Silence) bool { return strings.Contains(s.Because, c.because) }) {
			t.Errorf("silent because of %v, want %q", reasons, c.because)
		}
		return
	}
	if !slices.Equal(got, c.want) {
		t.Errorf("found %q, want %q; silent because of %v", got, c.want, advice.Silent)
	}
}

// checkFinding holds for every finding of every rule.
func checkFinding(t *testing.T, f coach.Finding) {
	t.Helper()
	if f.Why == "" || f.Act.Step == "" || f.Act.Do == "" || f.Object == "" || f.Level == "" {
		t.Errorf("%s says too little: %+v", f.Rule, f)
	}
	if len(f.Evidence) == 0 {
		t.Errorf("%s shows no evidence: %s", f.Rule, f.Why)
	}
	for _, word := range []string{"(private)", "%!", "failed to", "neglect", "%s", "%d"} {
		if strings.Contains(f.Why+f.Act.Step+f.Act.Draft, word) {
			t.Errorf("%s says %q in %q", f.Rule, word, f.Why+" / "+f.Act.Step+" / "+f.Act.Draft)
		}
	}
}
