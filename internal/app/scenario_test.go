package app_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/people"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// scenario is half a year of a working life as a journal.
type scenario struct {
	name, text string
	// types counts the lines of each type.
	types map[string]int
	logs  []string
	boss  string
}

func scenarios(t *testing.T) (all []scenario) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root(t), "testdata", "eval", "scenarios", "*.events.jsonl"))
	if err != nil || len(files) == 0 {
		t.Skip("there are no scenarios here")
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s := scenario{name: strings.TrimSuffix(filepath.Base(file), ".events.jsonl"), text: string(text), types: map[string]int{}}
		for line := range strings.Lines(s.text) {
			var e struct{ Type, Text, Boss string }
			if err := json.Unmarshal([]byte(line), &e); err != nil {
				t.Fatal(err)
			}
			s.types[e.Type]++
			if e.Type == "log" {
				s.logs = append(s.logs, e.Text)
			}
			if e.Type == "add_boss" && s.boss == "" {
				s.boss = e.Boss
			}
		}
		all = append(all, s)
	}
	return all
}

// TestScenariosComeInAndMakeSense imports lives that other tools wrote down:
// all lines are counted and become records, nothing is lost, and it is listed,
// found and reported.
func TestScenariosComeInAndMakeSense(t *testing.T) {
	for _, s := range scenarios(t) {
		t.Run(s.name, func(t *testing.T) {
			storetest.EachLocation(t, func(t *testing.T, location string) {
				l := newLife(t, location)
				file := l.write("events.jsonl", s.text)
				var imported struct {
					Lines int
					Types []struct {
						Type                   string
						Added, Unchanged, Kept int
					}
				}
				if err := json.Unmarshal([]byte(l.must("import", "--json", file).stdout), &imported); err != nil {
					t.Fatal(err)
				}
				counted := map[string]int{}
				for _, c := range imported.Types {
					if counted[c.Type] = c.Added; c.Kept > 0 {
						t.Errorf("%d lines of type %s were kept aside", c.Kept, c.Type)
					}
				}
				if fmt.Sprint(counted) != fmt.Sprint(s.types) {
					t.Errorf("the journal has %v, counted were %v", s.types, counted)
				}
				listed := l.must("list", "--limit", "0", "--json").stdout
				for _, text := range s.logs {
					quoted, err := json.Marshal(text)
					if err != nil {
						t.Fatal(err)
					}
					if !strings.Contains(listed, string(quoted)) {
						t.Errorf("the list has lost %q", text)
					}
				}
				word := longestWord(s.logs[0])
				if found := l.must("search", word).stdout; !strings.Contains(strings.ToLower(found), strings.ToLower(word)) {
					t.Errorf("a search for %q finds nothing", word)
				}
				for _, args := range [][]string{{"status"}, {"report", "@" + s.boss, "--since", "2026-05-01"}, {"report", "@" + s.boss, "--since", "2026-05-01", "--format", "html"}} {
					if out := l.must(args...).stdout; len(out) < 20 {
						t.Errorf("%q says little:\n%s", args, out)
					}
				}
				before := l.export()
				l.must("import", file)
				if after := l.export(); after != before {
					t.Error("importing the same journal again changed something")
				}
			})
		})
	}
}

func longestWord(text string) (longest string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') }) {
		if len(word) > len(longest) {
			longest = word
		}
	}
	return longest
}

// TestJournalMovesBetweenDatabasesByteForByte sends lives from one database to
// the other and back, through the program.
func TestJournalMovesBetweenDatabasesByteForByte(t *testing.T) {
	if len(storetest.Locations(t)) < 2 {
		t.Skipf("needs both databases: set %s", storetest.Variable)
	}
	t.Parallel()
	lives := map[string]func(l *life){
		"a sample life": func(l *life) { l.must("demo", "--db", l.store) },
		"a life from git": func(l *life) {
			l.must("init", "--repo", l.repository("letters", "Answer letters within two days (#12)", "Count the letters", "wip"))
		},
		"a life by hand": func(l *life) {
			l.must("log", "won: the queue is down from 40 to 25 +desk @ines")
			l.must("log", "did: counted ٣ شاحنات 🚚 “twice”")
			l.must("log", "--private", "I am tired of the reorganisation")
			l.must("goal", "add", "Shorter queues", "@ines")
			l.must("edit", "3", "--kind", "progress", "--outcome", "nobody waits outside")
			l.must("report", "--save")
			l.must("report", "--mark-sent", "--via", "mail")
			l.must("rm", "4")
			l.must("config", "zone", "Asia/Kolkata")
			l.must("config", "leave", "2026-12-21..2027-01-03")
			l.must("boss", "left", "ines")
		},
	}
	for _, s := range scenarios(t) {
		lives[s.name] = func(l *life) { l.must("import", l.write("events.jsonl", s.text)) }
	}
	for name, live := range lives {
		t.Run(name, func(t *testing.T) {
			locations := append(storetest.Locations(t), storetest.Locations(t)...)
			l := newLife(t, locations[0])
			live(l)
			first := l.export()
			for hop, location := range locations[1:] {
				file := l.write(fmt.Sprintf("hop%d.jsonl", hop), l.export())
				l = newLife(t, location)
				l.must("import", file)
				if got := l.export(); got != first {
					t.Fatalf("after hop %d the journal differs: %s", hop+1, firstDifference(first, got))
				}
			}
		})
	}
}

// firstDifference shows the first line in which two texts differ.
func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d\n%s\n%s", i+1, x[i], y[i])
		}
	}
	return fmt.Sprintf("%d and %d lines", len(x), len(y))
}

// TestClockThatJumpsLosesNothing writes while the clock goes forwards and
// backwards: a flat battery, a wrong zone, a corrected year. Every line is
// kept, with a number of its own, and the journal goes out and comes in.
func TestClockThatJumpsLosesNothing(t *testing.T) {
	storetest.EachLocation(t, func(t *testing.T, location string) {
		ctx := t.Context()
		now := time.Date(2026, 11, 20, 16, 0, 0, 0, time.UTC)
		clock := func() time.Time { return now }
		db := storetest.Open(t, location, store.Options{Create: true, Now: clock})
		user, err := people.EnsureUser(ctx, db, "me", now)
		if err != nil {
			t.Fatal(err)
		}
		service := &journal.Service{DB: db, User: user, Now: clock}
		numbers := map[rapport.Number]bool{}
		jumps := []time.Duration{0, 0, time.Microsecond, -time.Hour, 50 * 365 * 24 * time.Hour, -80 * 365 * 24 * time.Hour, 30 * 365 * 24 * time.Hour, -time.Second}
		for i, jump := range jumps {
			now = now.Add(jump)
			logged, err := service.Log(ctx, journal.LogInput{Text: fmt.Sprintf("did: counted crate %c", 'a'+i)})
			if err != nil {
				t.Errorf("with the clock at %v: %v", now, err)
				continue
			}
			numbers[logged[0].Entry.Number] = true
		}
		if len(numbers) != len(jumps) {
			t.Errorf("%d lines have %d numbers", len(jumps), len(numbers))
		}
		l := newLife(t, location)
		first := l.export()
		if n := strings.Count(first, "counted crate"); n != len(jumps) {
			t.Errorf("%d of %d lines are in the journal", n, len(jumps))
		}
		other := newLife(t, storetest.SQLite(t))
		other.must("import", other.write("all.jsonl", first))
		if got := other.export(); got != first {
			t.Errorf("the journal does not come out as it went in: %s", firstDifference(first, got))
		}
	})
}
