package journal_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
	wire "rapport/internal/wire/journal"
)

// newcomer is a user who has said nothing, in a store that has nothing else.
func newcomer(t testing.TB, db *store.DB) *journal.Service {
	t.Helper()
	now := time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)
	user := rapport.User{Slug: "me", WorkDays: rapport.MondayToFriday, Record: rapport.Record{At: rapport.StampOf(now)}}
	if err := db.Write(context.Background(), func(tx *store.Tx) error { return tx.InsertUser(context.Background(), &user) }); err != nil {
		t.Fatal(err)
	}
	return &journal.Service{DB: db, User: user, Now: func() time.Time { return now }}
}

// emptyStore opens a new SQLite store.
func emptyStore(t testing.TB) *journal.Service {
	t.Helper()
	return newcomer(t, storetest.Open(t, filepath.Join(t.TempDir(), "rapport.db"), store.Options{Create: true}))
}

// tester is a test or a property.
type tester interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

func export(t tester, s *journal.Service) string {
	t.Helper()
	var out bytes.Buffer
	if err := s.Export(context.Background(), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func imported(t tester, s *journal.Service, file string) journal.ImportResult {
	t.Helper()
	result, err := s.Import(context.Background(), strings.NewReader(file), journal.ImportOptions{})
	if err != nil {
		t.Fatalf("%v (%s)", err, rapport.HintOf(err))
	}
	return result
}

// canonical writes the lines of a file in canonical form, in their order.
func canonical(t tester, file string) string {
	t.Helper()
	var out []byte
	for text := range strings.Lines(file) {
		line, err := wire.Decode([]byte(strings.TrimSpace(text)), true)
		if err != nil {
			t.Fatal(err)
		}
		out = append(wire.Append(out, line), '\n')
	}
	return string(out)
}

func differ(t tester, what, got, want string) {
	t.Helper()
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Fatalf("%s: line %d\n got %s\nwant %s", what, i+1, a, b)
		}
	}
}

// survives checks that what a store exports makes the same store elsewhere.
func survives(t tester, s *journal.Service, elsewhere *journal.Service) {
	t.Helper()
	first := export(t, s)
	if r := imported(t, s, first); r.Total().Added+r.Total().Kept > 0 {
		t.Fatalf("its own export is news to the store: %+v", r)
	}
	imported(t, elsewhere, first)
	differ(t, "elsewhere", export(t, elsewhere), first)
	differ(t, "promises elsewhere", standings(t, elsewhere), standings(t, s))
}

func TestScenariosComeInWithoutARefusedLine(t *testing.T) {
	files, err := filepath.Glob("../../testdata/eval/scenarios/*.events.jsonl")
	if err != nil || len(files) != 3 {
		t.Fatalf("%d scenarios, %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		storetest.Each(t, func(t *testing.T, open func() *store.DB) {
			s := newcomer(t, open())
			r := imported(t, s, string(text))
			if n := strings.Count(string(text), "\n"); r.Lines != n || r.Total().Added != n {
				t.Errorf("%d lines became %+v", n, r)
			}
			differ(t, "export", export(t, s), canonical(t, string(text)))
			if again := imported(t, s, string(text)); again.Total().Unchanged != r.Lines {
				t.Errorf("the second time it became %+v", again)
			}
			survives(t, s, emptyStore(t))
		})
	}
}

const dana = `{"id":"b1","t":"2026-01-05T09:00:00+01:00","type":"add_boss","boss":"dana","name":"Dana Weber","relation":"solid"}`

func TestWhatIsExportedIsWhatCameIn(t *testing.T) {
	goal := `{"id":"g1","t":"2026-01-05T09:00:00+01:00","type":"boss_goal","boss":"dana","goal":"wait","title":"No waiting over 4 h","confirmed":true}`
	tests := []struct {
		name string
		// lines in the order of the file; want in the order of the journal,
		// nil where that is the same.
		lines, want []string
	}{
		{"everything that an entry can say", []string{
			dana, goal,
			`{"id":"p1","t":"2026-01-05T09:00:00+01:00","type":"project","project":"triage","title":"Triage desk","boss":"dana","goal":"wait","due":"2026-06-30","status":"active","level":"tell me after"}`,
			`{"id":"s1","t":"2026-01-05T09:00:00+01:00","type":"source","kind":"git","location":"/home/ada/triage","title":"triage","project":"triage"}`,
			`{"id":"e1","t":"2026-01-06T17:00:00+01:00","type":"log","text":"waiting 5 h → 3 h 40","kind":"accomplishment","project":"triage","links":["wait"],"reported_to":["dana"],"asked":false,"raised":true,"boss_said":"later","outcome":"80 patients a day","helpers":["Kim"],"own_error":true,"url":"https://example.org/1","day":"2026-01-05","kind_by":"confirmed","project_by":"guessed","concerns":["dana"],"goal_links":[{"goal":"wait","by":"confirmed","confidence":80,"reason":"shares two words"}],"told":[{"boss":"dana","since":"2026-01-09T16:00:00+01:00","how":"report","via":"mail","report":"r1"}],"committed_by":["me"],"due":"2026-02-01","evidence":[{"kind":"commit","ref":"abc123","title":"triage desk"}],"source":"git:/home/ada/triage","removed":"2026-03-01T08:00:00Z"}`,
			`{"id":"x1","t":"2026-01-07T08:00:00+01:00","type":"proposal","source":"git:/home/ada/triage","key":"pr-4","text":"Move the desk","kind":"progress","from":"2026-01-05","day":"2026-01-06","project":"triage","reason":"one pull request","confidence":70,"evidence":[{"kind":"commit","ref":"abc123"}],"noise":2,"state":"accepted","entry":"e1"}`,
			`{"id":"x2","t":"2026-01-07T09:00:00+01:00","type":"proposal","source":"git:/home/ada/triage","key":"line-9","text":"I will ask for the second desk","day":"2026-01-06","state":"accepted","becomes":"promise","became":"p9","boss":"dana","by":"dana","to":"me","due":"2026-01-16","answers":"Two desks?","line":"I will ask for the second desk on Friday","known":true,"done":false,"quote":"q","start":"2026-01-06T09:00:00+01:00","minutes":30,"zone":"Europe/Berlin","status":"held","uid":"u/1","series":"u","rule":"FREQ=WEEKLY","until":"2026-01-09","holiday":true}`,
			`{"id":"p9","t":"2026-01-07T10:00:00+01:00","type":"commitment","by":"dana","to":"me","text":"I will ask for the second desk"}`,
			`{"id":"y9","t":"2026-01-07T10:00:01+01:00","type":"reply","by":"dana","text":"Show me the numbers","to":"p9"}`,
			`{"id":"r1","t":"2026-01-09T16:00:00+01:00","type":"report_sent","boss":"dana","text":"# Week\r\n\n- 3 h 40","medium":"mail","pages":1,"items":1,"opened":true,"from":"2026-01-05","until":"2026-01-09","version":2,"format":"md","entries":[{"entry":"e1","place":"body"}]}`,
			`{"id":"n1","t":"2026-01-09T22:00:00+01:00","type":"note_private","text":"tired\nof it","day":"2026-01-08"}`,
			`{"id":"c1","t":"2026-01-10T08:00:00+01:00","type":"calendar","text":"skiing","date":"2026-02-02","until":"2026-02-06","kind":"leave"}`,
			`{"id":"k1","t":"2026-01-10T08:00:00+01:00","type":"correction","about":"kind","text":"waiting 5 h → 3 h 40","wrong":"progress","right":"accomplishment"}`,
		}, nil},
		{"a user of their own", []string{
			`{"id":"u1","t":"2026-01-01T00:00:00Z","type":"user","name":"Ada Beck","tz":"Europe/Berlin","locale":"de-DE","work_week":["mon","tue","wed","thu"],"editor":"vi","names":["Ada Beck","ab"],"emails":["ada@example.org"]}`, dana,
		}, nil},
		{"lines of the same instant in their order", []string{
			dana, goal,
			`{"id":"e2","t":"2026-01-05T09:00:00+01:00","type":"log","text":"b","kind":"progress","links":["wait"]}`,
			`{"id":"m1","t":"2026-01-05T08:00:00Z","type":"meeting","boss":"dana","kind":"1:1","status":"held"}`,
			`{"id":"e1","t":"2026-01-05T09:00:00+01:00","type":"log","text":"a","kind":"progress"}`,
		}, nil},
		{"lines out of order, by instant", []string{
			`{"id":"e9","t":"2026-01-05T09:30:00+02:00","type":"log","text":"b","kind":"progress"}`,
			`{"id":"e8","t":"2026-01-05T08:00:00+01:00","type":"log","text":"a","kind":"progress"}`,
		}, []string{
			`{"id":"e8","t":"2026-01-05T08:00:00+01:00","type":"log","text":"a","kind":"progress"}`,
			`{"id":"e9","t":"2026-01-05T09:30:00+02:00","type":"log","text":"b","kind":"progress"}`,
		}},
		{"names that come later", []string{
			`{"id":"p1","t":"2026-01-01T09:00:00Z","type":"project","project":"triage","title":"Triage desk","boss":"dana","goal":"wait"}`,
			`{"id":"s1","t":"2026-01-01T09:00:00Z","type":"source","kind":"git","location":"/x","project":"later"}`,
			`{"id":"e1","t":"2026-01-01T10:00:00Z","type":"log","text":"a","kind":"progress","project":"later","links":["wait"],"reported_to":["dana"],"concerns":["dana"]}`,
			`{"id":"x1","t":"2026-01-01T10:00:00Z","type":"proposal","source":"git:/x","key":"1","text":"t","state":"accepted","entry":"e2"}`,
			`{"id":"m1","t":"2026-01-01T11:00:00Z","type":"meeting","boss":"dana","kind":"chat","status":"held"}`,
			`{"id":"l1","t":"2026-01-02T11:00:00Z","type":"boss_left","boss":"dana"}`,
			`{"id":"e2","t":"2026-01-02T12:00:00Z","type":"log","text":"b","kind":"progress"}`,
			`{"id":"p2","t":"2026-01-02T13:00:00Z","type":"project","project":"later","title":"Later"}`,
			dana, goal,
		}, nil},
		{"what is said anew", []string{
			dana, goal,
			`{"id":"e1","t":"2026-01-05T09:00:00+01:00","type":"log","text":"a","kind":"progress","links":["wait"]}`,
			`{"id":"g2","t":"2026-01-05T09:00:00+01:00","type":"boss_goal","boss":"dana","goal":"wait","title":"No waiting over 3 h","confirmed":true,"closed":"2026-05-01"}`,
			`{"id":"b2","t":"2026-02-01T09:00:00+01:00","type":"add_boss","boss":"dana","name":"Dana Weber-Roth","relation":"dotted","role":"Director"}`,
			`{"id":"g3","t":"2026-03-01T09:00:00+01:00","type":"boss_goal","boss":"dana","goal":"wait","title":"Waiting is over","confirmed":false,"removed":"2026-03-02T00:00:00Z"}`,
		}, nil},
		{"what was said before, after what was said then", []string{
			dana,
			`{"id":"g3","t":"2026-03-01T09:00:00Z","type":"boss_goal","boss":"dana","goal":"wait","title":"new","confirmed":true}`,
			`{"id":"g1","t":"2026-01-15T09:00:00Z","type":"boss_goal","boss":"dana","goal":"wait","title":"old","confirmed":true}`,
			`{"id":"g2","t":"2026-02-01T09:00:00Z","type":"boss_goal","boss":"dana","goal":"wait","title":"middle","confirmed":true}`,
		}, []string{
			dana,
			`{"id":"g1","t":"2026-01-15T09:00:00Z","type":"boss_goal","boss":"dana","goal":"wait","title":"old","confirmed":true}`,
			`{"id":"g2","t":"2026-02-01T09:00:00Z","type":"boss_goal","boss":"dana","goal":"wait","title":"middle","confirmed":true}`,
			`{"id":"g3","t":"2026-03-01T09:00:00Z","type":"boss_goal","boss":"dana","goal":"wait","title":"new","confirmed":true}`,
		}},
		{"a boss who left, came back and left again", []string{
			dana,
			`{"id":"l1","t":"2026-02-01T09:00:00+01:00","type":"boss_left","boss":"dana"}`,
			`{"id":"e1","t":"2026-02-01T09:00:00+01:00","type":"log","text":"a","kind":"progress"}`,
			`{"id":"b2","t":"2026-03-01T09:00:00+01:00","type":"add_boss","boss":"dana","name":"Dana","relation":"solid"}`,
			`{"id":"l2","t":"2026-04-01T09:00:00+01:00","type":"boss_left","boss":"dana"}`,
		}, nil},
		{"a project that was said anew before its goal came", []string{
			dana,
			`{"id":"p1","t":"2026-01-06T09:00:00Z","type":"project","project":"x","title":"one","goal":"late"}`,
			`{"id":"p2","t":"2026-01-07T09:00:00Z","type":"project","project":"x","title":"two","goal":"late"}`,
			`{"id":"g9","t":"2026-01-08T09:00:00Z","type":"boss_goal","boss":"dana","goal":"late","title":"late","confirmed":false}`,
		}, nil},
		{"texts of any script", []string{
			`{"id":"行1","t":"1969-01-05T09:00:00.000001-09:30","type":"log","text":"שלום 👩🏽‍🏭 \"x\" \\ </script> é","kind":"heads-up"}`,
			`{"id":"e1","t":"1970-01-01T00:00:00Z","type":"log","text":"first","kind":"progress"}`,
		}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, open func() *store.DB) {
				s := newcomer(t, open())
				want := tt.want
				if want == nil {
					want = tt.lines
				}
				imported(t, s, strings.Join(tt.lines, "\n"))
				differ(t, "export", export(t, s), strings.Join(want, "\n")+"\n")
				survives(t, s, emptyStore(t))
			})
		})
	}
}
