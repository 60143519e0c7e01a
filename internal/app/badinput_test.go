package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapport/internal/store/storetest"
)

// TestWhatCannotBeDoneIsSaidAndChangesNothing gives the program input that it
// must refuse. Each refusal names what was wrong and the next step, ends with
// the exit code for what the user can fix, and leaves the store as it was.
func TestWhatCannotBeDoneIsSaidAndChangesNothing(t *testing.T) {
	type bad struct {
		name  string
		stdin string
		args  func(l *life) []string
		words []string
	}
	words := func(args ...string) func(*life) []string { return func(*life) []string { return args } }
	file := func(text string) func(*life) []string {
		return func(l *life) []string { return []string{"import", l.write("bad.jsonl", text)} }
	}
	line := func(id, text string) string {
		return fmt.Sprintf(`{"id":%q,"t":"2026-03-02T09:00:00+01:00","type":"log","text":%q,"kind":"progress"}`+"\n", id, text)
	}
	cases := []bad{
		{"an unknown command", "", words("lgo", "x"), []string{`"lgo"`, "rapport log"}},
		{"an unknown flag", "", words("list", "--wek"), []string{"--wek", "--week"}},
		{"no words", "", words("log"), []string{"nothing to write down"}},
		{"only marks", "", words("log", "+desk @ines"), []string{"marks"}},
		{"only white space", "", words("log", "  \t "), []string{"nothing to write down"}},
		{"only control characters", "", words("log", "\x01\x02\x1b"), []string{"nothing to write down"}},
		{"an unknown kind", "", words("log", "x", "--kind", "triumph"), []string{"triumph"}},
		{"an unknown boss", "", words("log", "met the auditors @nobody"), []string{"@nobody", "@ines"}},
		{"an unknown goal", "", words("log", "met the auditors for:nothing"), []string{"for:nothing"}},
		{"a day that does not exist", "", words("log", "x", "--on", "2026-02-30"), []string{"2026-02-30"}},
		{"a day in the future", "", words("log", "x", "--on", "2090-01-01"), []string{"2090-01-01", "future"}},
		{"a date that is none", "", words("log", "x", "--by", "whenever"), []string{"whenever"}},
		{"a line of ten megabytes", strings.Repeat("word by word ", 10<<20/13), words("log", "-"), []string{"16 KB"}},
		{"many lines, one bad", "did: swept\n\ndid: mopped @nobody\n", words("log", "-"), []string{"line 3", "@nobody"}},
		{"a number that is none", "", words("show", "seven"), []string{"seven"}},
		{"a number that is not there", "", words("show", "4711"), []string{"4711"}},
		{"removing what is not there", "", words("rm", "4711"), []string{"4711"}},
		{"editing what is not there", "", words("edit", "4711", "--kind", "won"), []string{"4711"}},
		{"a report to nobody", "", words("report", "@nobody"), []string{"@nobody", "@ines"}},
		{"a report that ends first", "", words("report", "--since", "2026-03-02", "--until", "2026-03-01"), []string{"2026-03-02", "2026-03-01"}},
		{"a report in a strange form", "", words("report", "--format", "docx"), []string{"docx", "html"}},
		{"a report into no folder", "", words("report", "--out", "no/such/folder/report.md"), []string{"no/such/folder/report.md"}},
		{"a report sent into no folder", "", words("report", "--mark-sent", "--out", "no/such/folder/report.md"), []string{"no/such/folder/report.md"}},
		{"a boss twice", "", words("boss", "add", "Ines Calder"), []string{"ines"}},
		{"a search of nothing", "", words("search", "kind:triumph"), []string{"triumph"}},
		{"a journal that is not there", "", words("import", "no-such-file.jsonl"), []string{"no-such-file.jsonl"}},
		{"a folder as a journal", "", func(l *life) []string { return []string{"import", l.dir} }, []string{"folder", "import git"}},
		{"a folder that is no repository", "", func(l *life) []string { return []string{"import", "git", l.dir} }, []string{"git repository"}},
		{"a source of another kind", "", func(l *life) []string { return []string{"import", "carrier-pigeon", l.dir} }, []string{"carrier-pigeon", "git"}},
		{"notes that are a zip", "", func(l *life) []string {
			return []string{"import", "notes", l.write("notes.md", "PK\x03\x04x"), "@ines"}
		}, []string{"notes.md", "zip"}},
		{"notes of a gigabyte", "", func(l *life) []string { return []string{"import", "notes", l.huge("huge.md"), "@ines"} }, []string{"huge.md", "8 MB"}},
		{"a table of a gigabyte", "", func(l *life) []string { return []string{"import", "csv", l.huge("huge.csv")} }, []string{"huge.csv", "64 MB"}},
		{"a calendar of a gigabyte", "", func(l *life) []string { return []string{"import", "calendar", l.huge("huge.ics")} }, []string{"huge.ics", "64 MB"}},
		{"notes in another encoding", "", func(l *life) []string {
			return []string{"import", "notes", l.write("latin.md", "## 2026-11-17\n- caf\xe9\n"), "@ines"}
		}, []string{"line 2", "UTF-8"}},
		{"notes of nobody", "", func(l *life) []string {
			return []string{"import", "notes", l.write("who.md", "## 2026-11-17\n- x\n"), "@zoe"}
		}, []string{"@zoe", "@ines"}},
		{"notes without a day", "", func(l *life) []string { return []string{"import", "notes", l.write("day.md", "- x\n"), "@ines"} }, []string{"day.md", "date"}},
		{"notes that are not there", "", words("import", "notes", "no-such-file.md"), []string{"no-such-file.md"}},
		{"a folder as notes", "", func(l *life) []string { return []string{"import", "notes", l.dir} }, []string{"folder"}},
		{"a table without a date", "", func(l *life) []string { return []string{"import", "csv", l.write("odd.csv", "A,B\n1,2\n")} }, []string{"line 1", `"A", "B"`, "mapping"}},
		{"a page as a calendar", "", func(l *life) []string { return []string{"import", "calendar", l.write("page.ics", "<html>")} }, []string{"page.ics"}},
		{"a calendar that nobody answers for", "", words("import", "calendar", "http://127.0.0.1:1/me.ics"), []string{"127.0.0.1"}},
		{"nothing to read again", "", words("import", "calendar"), []string{"import calendar"}},
		{"a calendar into no folder", "", words("calendar", "export", "--out", "no/such/folder/me.ics"), []string{"no/such/folder/me.ics"}},
		{"notes into nowhere", "", words("export", "notes", "@ines", "--into", "no-such-file.md"), []string{"no-such-file.md"}},
		{"a journal that is none", "", file("Dear Ines,\n"), []string{"line 1"}},
		{"a journal cut in its last line", "", file(line("cut-1", "swept") + line("cut-2", "mopped")[:60]), []string{"line 2"}},
		{"a journal with a bad line far down", "", file(strings.Repeat("\n", 40) + line("far-1", "swept") + strings.Repeat("\n", 40) + `{"id":"far-2"}` + "\n"), []string{"line 82"}},
		{"a journal with an unknown type", "", file(line("type-1", "swept") + `{"id":"type-2","t":"2026-03-02T09:00:00Z","type":"horoscope"}` + "\n"), []string{"line 2", "horoscope", "--lenient"}},
		{"a journal with an unknown boss", "", file(`{"id":"who-1","t":"2026-03-02T09:00:00Z","type":"ask","boss":"zoe","text":"a desk"}` + "\n"), []string{"line 1", "zoe", "ines"}},
		{"a journal with an impossible day", "", file(`{"id":"day-1","t":"2026-02-30T09:00:00Z","type":"note_private","text":"x"}` + "\n"), []string{"line 1", "2026-02-30"}},
		{"a journal with a NUL", "", file("{\"id\":\"nul-1\",\"t\":\"2026-03-02T09:00:00Z\",\"type\":\"log\",\"text\":\"a\x00b\",\"kind\":\"idea\"}\n"), []string{"line 1"}},
		{"a journal that is not UTF-8", "", file("{\"id\":\"utf-1\",\"t\":\"2026-03-02T09:00:00Z\",\"type\":\"log\",\"text\":\"a\xffb\",\"kind\":\"idea\"}\n"), []string{"line 1"}},
		{"a journal in UTF-16", "", file("\xff\xfe{\x00}\x00"), []string{"UTF-16", "UTF-8"}},
		{"one id for two stories", "", file(line("first", "another story")), []string{"line 1"}},
		{"the same id twice in one file", "", file(line("same", "swept") + line("same", "mopped")), []string{"line 2"}},
		{"a backup over a file", "", func(l *life) []string { return []string{"backup", l.write("kept.db", "mine")} }, []string{"kept.db"}},
		{"restoring what is no backup", "", func(l *life) []string { return []string{"restore", l.write("kept.db", "mine")} }, []string{"kept.db"}},
		{"a zone that does not exist", "", words("config", "zone", "Mars/Olympus"), []string{"Mars/Olympus"}},
		{"a work week without days", "", words("config", "work-week", "someday"), []string{"someday"}},
		{"a key that does not exist", "", words("config", "colour", "red"), []string{"colour"}},
	}
	storetest.EachLocation(t, func(t *testing.T, location string) {
		l := newLife(t, location)
		l.must("boss", "add", "Ines Calder")
		l.must("import", l.write("first.jsonl", line("first", "swept the yard")))
		before := l.export()
		for _, c := range cases {
			if strings.HasPrefix(location, "postgres") && strings.Contains(c.name, "backup") {
				continue // a PostgreSQL store is no file
			}
			t.Run(c.name, func(t *testing.T) {
				own := *l
				own.t = t
				own.feed(c.stdin, c.args(&own)...).refused(c.words...)
				if after := own.export(); after != before {
					t.Errorf("the store changed:\n%s", after)
				}
			})
		}
	})
}

// TestStrangeTextIsKeptOrRefused writes lines that have broken programs
// before. A line that is taken is found again and goes out in a journal that
// comes in again; one that is refused leaves nothing.
func TestStrangeTextIsKeptOrRefused(t *testing.T) {
	texts := map[string]string{
		"right to left":          "هاتفت المكتب ٣ مرات",
		"both directions":        "called מרכז and المكتب about form 12",
		"direction overrides":    "sent \u202efdp.exe\u202c on",
		"emoji":                  "fixed the 🖨️ for 👩‍👩‍👧‍👦 and 🇵🇹",
		"combining marks":        "Z̸̡̢a̵̛̕l̷͠g̶o on line two",
		"control characters":     "rang \x07 the \x1b[31mbell\x1b[0m \x08\x7f twice",
		"a carriage return":      "counted\rthe till",
		"quotes and backslashes": `said "no" to \\server\share and 'yes' to %s %d {{.}} $HOME`,
		"markup":                 "<script>alert(1)</script> [x](y) **z** | a | b",
		"SQL":                    "'); DROP TABLE entries; --",
		"a NUL":                  "cut\x00here",
		"not UTF-8":              "caf\xe9 au lait",
		"a long line":            strings.Repeat("word by word ", 1200),
		"a long word":            strings.Repeat("x", 15<<10),
	}
	storetest.EachLocation(t, func(t *testing.T, location string) {
		l := newLife(t, location)
		l.must("log", "did: swept the yard")
		for name, text := range texts {
			t.Run(name, func(t *testing.T) {
				own := *l
				own.t = t
				before := own.export()
				r := own.feed("did: "+text+"\n", "log", "-")
				after := own.export()
				switch r.code {
				case exitDone:
					if strings.Count(after, "\n") != strings.Count(before, "\n")+1 {
						t.Errorf("one line was taken, but the journal grew from %d to %d lines", strings.Count(before, "\n"), strings.Count(after, "\n"))
					}
					if seen := own.must("list", "--limit", "3").stdout; strings.ContainsAny(seen, "\x00\x07\x08\x1b\r\x7f") {
						t.Errorf("the list can move the cursor: %q", seen)
					}
					own.must("search", "swept")
					other := newLife(t, filepath.Join(t.TempDir(), "other.db"))
					other.must("import", other.write("all.jsonl", after))
					if again := other.export(); again != after {
						t.Error("the journal does not come out as it went in")
					}
				default:
					r.refused()
					if after != before {
						t.Errorf("refused, but the store changed")
					}
				}
				if len(r.stderr) > 64<<10 {
					t.Errorf("%d bytes of messages", len(r.stderr))
				}
			})
		}
	})
}

// TestManyWritersAtOnceAllSucceed: many processes write at once, and all succeed.
func TestManyWritersAtOnceAllSucceed(t *testing.T) {
	const writers = 20
	storetest.EachLocation(t, func(t *testing.T, location string) {
		l := newLife(t, location) // the store is not there yet: they race to make it
		journal := l.write("shared.jsonl", `{"id":"shared","t":"2026-03-02T09:00:00+01:00","type":"note_private","text":"quiet"}`+"\n")
		results := make(chan result)
		for i := range writers {
			go func() { results <- l.run("log", fmt.Sprintf("did: carried box number %d upstairs", i)) }()
			if i%4 == 0 {
				go func() { results <- l.run("import", journal) }()
			}
		}
		numbers := map[string]bool{}
		for range writers + writers/4 {
			r := <-results
			if r.code != exitDone {
				t.Errorf("%s: exit code %d\n%s", r.command, r.code, r.stderr)
			}
			if strings.Contains(r.command, `"log"`) {
				if numbers[r.stdout] {
					t.Errorf("the number %q was given out twice", r.stdout)
				}
				numbers[r.stdout] = true
			}
		}
		all := l.export()
		for i := range writers {
			if n := strings.Count(all, fmt.Sprintf("box number %d upstairs", i)); n != 1 {
				t.Errorf("line %d is there %d times", i, n)
			}
		}
		if n := strings.Count(all, `"shared"`); n != 1 {
			t.Errorf("the line imported by many is there %d times", n)
		}
	})
}

// TestUnknownAuthorIsHelped: a repository in which nobody has the user's
// address says who is there and how to say which of them one is.
func TestUnknownAuthorIsHelped(t *testing.T) {
	t.Parallel()
	l := newLife(t, "")
	repository := l.repository("letters", "answer letters within two days", "count the letters")
	l.git(repository, "config", "user.name", "Tarek Ziegler")
	l.git(repository, "config", "user.email", "tarek@example.org")
	r := l.run("import", "git", repository)
	for _, w := range []string{"maren@example.org", "--email"} {
		if !strings.Contains(r.stderr, w) {
			t.Errorf("does not say %q:\n%s", w, r.stderr)
		}
	}
	if r.code != exitUser {
		t.Errorf("exit code %d, want %d", r.code, exitUser)
	}
	if inbox := l.must("inbox").stdout; inbox != "" {
		t.Errorf("somebody else's work was proposed:\n%s", inbox)
	}
	l.must("import", "git", repository, "--email", "maren@example.org")
	if inbox := l.must("inbox").stdout; !strings.Contains(strings.ToLower(inbox), "letters") {
		t.Errorf("with the address nothing is proposed:\n%s", inbox)
	}
}

// TestOutputThatCannotBeWrittenIsAnError: a full pipe or disk behind stdout.
func TestOutputThatCannotBeWrittenIsAnError(t *testing.T) {
	t.Parallel()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("needs /dev/full")
	}
	defer full.Close() // nothing can be written to it
	l := newLife(t, "")
	l.must("boss", "add", "Ines Calder")
	l.must("log", "won: the queue is down from 40 to 25")
	before := l.export()
	for _, args := range [][]string{{"list"}, {"export"}, {"report"}, {"report", "--mark-sent"}, {"status", "--json"}} {
		cmd := l.command(t.Context(), args...)
		var stderr strings.Builder
		cmd.Stdout, cmd.Stderr = full, &stderr
		_ = cmd.Run() // the exit code says it
		if code := cmd.ProcessState.ExitCode(); code != exitUser || !strings.Contains(stderr.String(), "cannot be written") {
			t.Errorf("%s: exit code %d\n%s", shown(args), code, stderr.String())
		}
	}
	if after := l.export(); after != before {
		t.Errorf("a report that could not be written counts as sent:\n%s", after)
	}
}
