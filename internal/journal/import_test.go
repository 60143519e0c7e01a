package journal_test

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

func TestImportRefusesAndChangesNothing(t *testing.T) {
	entry := `{"id":"e1","t":"2026-01-06T17:00:00Z","type":"log","text":"a","kind":"progress"}`
	many := strings.Repeat(" \n", 3)
	tests := []struct{ name, file, says, hint string }{
		{"an unknown boss", dana + "\n" + entry[:len(entry)-1] + `,"reported_to":["dna"]}`, `line 2: it names the boss "dna"`, "known: dana; did you mean dana?"},
		{"an unknown goal where none is known", entry[:len(entry)-1] + `,"links":["x"]}`, `line 1: it names the goal "x"`, "the store has no goal yet"},
		{"an unknown name in a type without a noun", dana + "\n" + `{"id":"m1","t":"2026-01-06T17:00:00Z","type":"instruction","boss":"dana","text":"stop","project":"x"}`, `line 2: it names the project "x"`, "no project yet"},
		{"a report of an entry that is not there", dana + "\n" + `{"id":"r1","t":"2026-01-06T17:00:00Z","type":"report_sent","boss":"dana","entries":[{"entry":"e7"}]}`, `line 2: it names the entry "e7"`, "take the name out"},
		{"told by a report that is not there", dana + "\n" + entry[:len(entry)-1] + `,"reported_to":["dana"],"told":[{"boss":"dana","report":"r7"}]}`, `line 2: it names the report "r7"`, ""},
		{"a departure of nobody", entry + "\n" + `{"id":"l1","t":"2026-01-06T17:00:00Z","type":"boss_left","boss":"kim"}`, `line 2: it names the boss "kim"`, ""},
		{"a line that changed", entry + "\n" + strings.Replace(entry, `"a"`, `"b"`, 1), "line 2: the store has a line with this id that says something else", `"text":"a"`},
		{"an unknown type after many good lines", entry + "\n" + many + `{"id":"q","t":"2026-01-06T17:00:00Z","type":"mood"}`, `line 5: the type "mood" is unknown`, "--lenient"},
		{"half a line", entry + "\n" + entry[:40], "line 2: the file ends in the middle", "half line"},
		{"a zip", "PK\x03\x04", "a zip archive", "unpack it"},
		{"a user who says nothing", `{"id":"u","t":"2026-01-06T17:00:00Z","type":"user"}`, "line 1: the user says nothing", ""},
	}
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		s := newcomer(t, open())
		for _, tt := range tests {
			t.Run(tt.name, func(t *testing.T) {
				_, err := s.Import(context.Background(), strings.NewReader(tt.file), journal.ImportOptions{})
				if err == nil || !strings.Contains(err.Error(), tt.says) || !strings.Contains(rapport.HintOf(err), tt.hint) {
					t.Errorf("got %v (%s)\nwant %s (%s)", err, rapport.HintOf(err), tt.says, tt.hint)
				}
				if left := export(t, s); left != "" {
					t.Errorf("the store holds %s", left)
				}
			})
		}
	})
}

func TestImportKnowsWhatChangedSince(t *testing.T) {
	s := emptyStore(t)
	entry := `{"id":"e1","t":"2026-01-06T17:00:00Z","type":"log","text":"a","kind":"progress"}`
	imported(t, s, entry)
	_, err := s.Import(context.Background(), strings.NewReader("\n"+strings.Replace(entry, `"a"`, `"b"`, 1)), journal.ImportOptions{})
	if rapport.CodeOf(err) != rapport.Conflict || !strings.HasPrefix(err.Error(), "line 2: ") {
		t.Errorf("got %v", err)
	}
}

func TestImportTakesTheSameFileTwiceInOne(t *testing.T) {
	s := emptyStore(t)
	file := dana + "\n" +
		`{"id":"e1","t":"2026-01-06T17:00:00Z","type":"log","text":"a","kind":"progress","reported_to":["dana"],"told":[{"boss":"dana","how":"report","report":"r1"}]}` + "\n" +
		`{"id":"r1","t":"2026-01-09T17:00:00Z","type":"report_sent","boss":"dana","entries":[{"entry":"e1","place":"body"}]}` + "\n"
	r := imported(t, s, file+file)
	if total := r.Total(); total.Added != 3 || total.Unchanged != 3 {
		t.Errorf("%+v", r)
	}
	differ(t, "export", export(t, s), file)
}

func TestImportCountsEachType(t *testing.T) {
	s := emptyStore(t)
	file := dana + "\n" +
		`{"id":"m1","t":"2026-01-06T17:00:00Z","type":"meeting","boss":"dana","kind":"1:1","status":"held"}` + "\n" +
		`{"id":"e1","t":"2026-01-06T17:00:00Z","type":"log","text":"a","kind":"progress"}`
	imported(t, s, dana)
	var progress []int
	r, err := s.Import(context.Background(), strings.NewReader(file), journal.ImportOptions{Progress: func(n int) { progress = append(progress, n) }})
	if err != nil {
		t.Fatal(err)
	}
	want := []journal.TypeCount{{Type: "add_boss", Unchanged: 1}, {Type: "log", Added: 1}, {Type: "meeting", Added: 1}}
	if len(r.Types) != 3 || r.Types[0] != want[0] || r.Types[1] != want[1] || r.Types[2] != want[2] || r.Lines != 3 {
		t.Errorf("got %+v", r)
	}
	if len(progress) > 0 {
		t.Errorf("three lines made progress %v", progress)
	}
}

func TestLenientImportLosesNothing(t *testing.T) {
	file := strings.Join([]string{
		`{"id":"b1","t":"2026-01-05T09:00:00Z","type":"add_boss","boss":"kim","name":"Kim","relation":"solid","mood":"good"}`,
		`{"id":"e1","t":"2026-01-06T09:00:00Z","type":"log","text":"a","kind":"progress","reported_to":["kim"]}`,
		`{"id":"m1","t":"2026-01-06T09:00:00Z","type":"meeting","boss":"kim","kind":"1:1","status":"held"}`,
		`{"id":"g1","t":"2026-01-07T09:00:00Z","type":"boss_goal","boss":"kim","goal":"x","title":"x","confirmed":true}`,
		`{"id":"e2","t":"2026-01-08T09:00:00Z","type":"log","text":"b","kind":"progress","links":["x"]}`,
		`{"id":"s1","t":"2026-01-08T09:00:00Z","type":"source","kind":"svn","location":"/x","depth":3}`,
		`{"id":"e3","t":"2026-01-08T10:00:00Z","type":"log","text":"c","kind":"progress","source":"svn:/x"}`,
		`{"id":"z1","t":"2026-01-09T09:00:00Z","type":"zodiac","sign":["aries",{"a":1}]}`,
		`{"id":"e4","t":"2026-01-10T09:00:00Z","type":"log","text":"d","kind":"progress"}`,
	}, "\n") + "\n"
	s := emptyStore(t)
	lenient := journal.ImportOptions{Lenient: true}
	r, err := s.Import(context.Background(), strings.NewReader(file), lenient)
	if err != nil {
		t.Fatal(err)
	}
	if total := r.Total(); total.Kept != 8 || total.Added != 1 {
		t.Errorf("%+v", r)
	}
	differ(t, "export", export(t, s), file)
	if r, err = s.Import(context.Background(), strings.NewReader(file), lenient); err != nil || r.Total().Unchanged != 9 {
		t.Errorf("again: %+v, %v", r, err)
	}
}

func TestImportReadsAPipeOnceAndLeavesNothingBehind(t *testing.T) {
	location := storetest.SQLite(t)
	s := newcomer(t, storetest.Open(t, location, store.Options{Create: true}))
	r, err := s.Import(context.Background(), struct{ io.Reader }{strings.NewReader(dana)}, journal.ImportOptions{})
	if err != nil || r.Total().Added != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	names, err := filepath.Glob(filepath.Join(filepath.Dir(location), ".rapport-import-*"))
	if err != nil || len(names) > 0 {
		t.Errorf("left behind: %v, %v", names, err)
	}
}

func TestImportSaysThatAPipeBroke(t *testing.T) {
	s := emptyStore(t)
	broken := io.MultiReader(strings.NewReader(dana+"\n"), brokenPipe{})
	_, err := s.Import(context.Background(), broken, journal.ImportOptions{})
	if rapport.CodeOf(err) != rapport.Unavailable {
		t.Errorf("got %v", err)
	}
}

type brokenPipe struct{}

func (brokenPipe) Read([]byte) (int, error) { return 0, errors.New("gone") }

func TestImportStartsWhereTheFileStands(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.jsonl")
	if err := os.WriteFile(path, []byte("a heading\n"+dana), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	if _, err := file.Seek(int64(len("a heading\n")), io.SeekStart); err != nil {
		t.Fatal(err)
	}
	r, err := emptyStore(t).Import(context.Background(), file, journal.ImportOptions{})
	if err != nil || r.Total().Added != 1 {
		t.Errorf("%+v, %v", r, err)
	}
}

func TestImportTakesAVeryLongLine(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		s := newcomer(t, open())
		file := `{"id":"e1","t":"2026-01-06T17:00:00Z","type":"log","text":"` + strings.Repeat("ten million letters ", 500_000) + `x","kind":"progress"}` + "\n"
		imported(t, s, file)
		if export(t, s) != file {
			t.Error("it came out changed")
		}
	})
}

func TestASampleStaysOutOfARealLife(t *testing.T) {
	sample := `{"id":"u1","t":"2026-01-06T17:00:00Z","type":"user","name":"Sam Sample","sample":true}`
	s := emptyStore(t)
	imported(t, s, dana)
	if _, err := s.Import(context.Background(), strings.NewReader(sample), journal.ImportOptions{}); rapport.CodeOf(err) != rapport.Conflict {
		t.Errorf("got %v", err)
	}
	fresh := emptyStore(t)
	imported(t, fresh, sample+"\n"+dana)
	if !fresh.User.Sample || fresh.User.Name != "Sam Sample" || fresh.User.Line != "u1" {
		t.Errorf("the user is %+v", fresh.User)
	}
}

func TestTwoJournalsOfOneUserMerge(t *testing.T) {
	one := `{"id":"u1","t":"2026-01-01T00:00:00Z","type":"user","name":"Ada"}` + "\n" + dana + "\n"
	two := `{"id":"u2","t":"2026-02-01T00:00:00Z","type":"user","name":"Ada Beck","tz":"Europe/Berlin"}` + "\n" +
		`{"id":"b9","t":"2026-02-01T00:00:00Z","type":"add_boss","boss":"dana","name":"D. Weber","relation":"solid"}` + "\n"
	s, other := emptyStore(t), emptyStore(t)
	imported(t, s, one)
	imported(t, s, two)
	imported(t, other, two)
	imported(t, other, one)
	if s.User.Name != "Ada Beck" || other.User.Name != "Ada Beck" {
		t.Errorf("the users are %q and %q", s.User.Name, other.User.Name)
	}
	differ(t, "in either order", export(t, other), export(t, s))
	survives(t, s, emptyStore(t))
}

func TestAGoalThatMovesIsNoted(t *testing.T) {
	s := emptyStore(t)
	r := imported(t, s, strings.Join([]string{
		dana,
		`{"id":"b2","t":"2026-01-05T09:00:00Z","type":"add_boss","boss":"kim","name":"Kim","relation":"dotted"}`,
		`{"id":"g1","t":"2026-01-05T10:00:00Z","type":"boss_goal","boss":"dana","goal":"x","title":"x","confirmed":true}`,
		`{"id":"g2","t":"2026-01-05T11:00:00Z","type":"boss_goal","boss":"kim","goal":"x","title":"x","confirmed":true}`,
	}, "\n"))
	if len(r.Notes) != 1 || r.Notes[0] != "the goal x was dana's and is kim's now" {
		t.Errorf("the notes are %q", r.Notes)
	}
}
