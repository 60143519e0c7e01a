package notes

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rapport"
)

func keysOf(n Notes) []string {
	var keys []string
	for _, i := range n.Items {
		keys = append(keys, i.Key)
	}
	slices.Sort(keys)
	return keys
}

func ourOptions() Options {
	return Options{
		Today: today, Zone: time.UTC, Locale: "en-GB", Boss: "katrin",
		Bosses: []Person{{Slug: "katrin", Name: "Katrin Wolf"}, {Slug: "omar", Name: "Omar Haddad"}}, Me: Person{Name: "Ines Brandt"},
	}
}

// aMeeting draws days of notes from words that Markdown, dates, labels and
// private headings are made of.
func aMeeting(t *rapid.T, day rapport.Day) Meeting {
	fragment := rapid.SampledFrom([]string{
		"rota", "pump", "the", "17 Nov", "17.11.", "KW", "KW:", "Katrin:", "— KW:", "[KW]", "*", "**", "_x_", "~~", "`", "<b>", "<!--", "-->", "#", "##", ">", "|", "- -", "---", "[ ]", "[x]", "1.", "\\", "\\x",
		"[a](b)", "https://example.org/a_b", "Wins", "Wins:", "Blocker: ", "private:", "2 * 3", "snake_case", "&amp;", "→", "ward 3", "I'll call you tomorrow.", "ok", "I'll", "so...", "é", "2026-11-17", "!", "==", "```", "won:",
	})
	text := rapid.Custom(func(t *rapid.T) string {
		return rapport.OneLine(strings.Join(rapid.SliceOfN(fragment, 1, 5).Draw(t, "words"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "between")))
	}).Filter(func(s string) bool { return s != "" })
	entry := func(t *rapid.T, by string) Entry {
		return Entry{
			By: by, Text: text.Draw(t, "text"), Below: rapid.SliceOfN(text, 0, 2).Draw(t, "below"),
			Done: rapid.SampledFrom([]rapport.Truth{rapport.NotSaid, rapport.NotSaid, rapport.Yes, rapport.No}).Draw(t, "done"),
		}
	}
	m := Meeting{Day: day}
	for _, title := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"", "What I achieved", "Struggles", "Where I need help", "Notes", "FYI", "Plan for next week"}), 1, 4, func(s string) string { return s }).Draw(t, "titles") {
		g := Group{Title: title}
		for range rapid.IntRange(1, 4).Draw(t, "entries") {
			e := entry(t, "")
			for range rapid.IntRange(0, 2).Draw(t, "replies") {
				reply := entry(t, rapid.SampledFrom([]string{"KW", "Omar Haddad", "me"}).Draw(t, "by"))
				reply.Done = rapport.NotSaid
				e.Replies = append(e.Replies, reply)
			}
			g.Entries = append(g.Entries, e)
		}
		m.Groups = append(m.Groups, g)
	}
	// A group without a title is written first.
	slices.SortStableFunc(m.Groups, func(a, b Group) int {
		switch {
		case a.Title == "" && b.Title != "":
			return -1
		case b.Title == "" && a.Title != "":
			return 1
		}
		return 0
	})
	return m
}

var styles = []Style{
	{},
	{OldestFirst: true},
	{DateMark: "**", DateLayout: "2 January 2006", SectionMark: ":"},
	{DateMark: "---", DateLayout: "02.01.2006", Behind: "- Jour fixe", SectionMark: "**", Bullet: "*"},
	{DateMark: "#", DateLayout: "Mon 2 Jan", SectionMark: "##", Bullet: "+"},
	{DateMark: "===", DateLayout: "2/1", Before: "1:1 Katrin,", Title: "Running notes"},
}

func TestExport_readsBackToTheSameKeys(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		o := ourOptions()
		var meetings []Meeting
		day := rapport.Day("2026-11-27")
		for range rapid.IntRange(1, 4).Draw(t, "days") {
			meetings = append(meetings, aMeeting(t, day))
			day = day.Add(-rapid.IntRange(1, 40).Draw(t, "gap"))
		}
		style := rapid.SampledFrom(styles).Draw(t, "style")
		text := Export(meetings, style, o)
		n, err := Read([]byte(text), o)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		accountedIn(t, text, n)
		var want, got []string
		for _, m := range meetings {
			for _, g := range m.Groups {
				for _, e := range g.Entries {
					want = append(want, string(m.Day)+" "+e.Text)
					for _, r := range e.Replies {
						want = append(want, string(m.Day)+" "+r.By+": "+r.Text)
					}
				}
			}
		}
		outline := n.Outline()
		for _, m := range outline {
			for _, g := range m.Groups {
				for _, e := range g.Entries {
					got = append(got, string(m.Day)+" "+e.Text)
					for _, r := range e.Replies {
						got = append(got, string(m.Day)+" "+r.By+": "+r.Text)
					}
				}
			}
		}
		slices.Sort(want)
		slices.Sort(got)
		want = without(want, n)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("what is read differs from what was written (-want +got):\n%s\n%s", diff, text)
		}
		again, err := Read([]byte(Export(outline, style, o)), o)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(keysOf(n), keysOf(again)); diff != "" {
			t.Fatalf("keys differ (-first +second):\n%s\n%s\n---\n%s", diff, text, Export(outline, style, o))
		}
		if _, added, err := Continue([]byte(text), meetings, o); err != nil || added != 0 {
			t.Fatalf("what stands there was written again: %d lines, %v", added, err)
		}
	})
}

// without takes out what a reading leaves out with its reason.
func without(want []string, n Notes) []string {
	return slices.DeleteFunc(want, func(s string) bool {
		for _, skipped := range n.Skipped {
			if skipped.Text != "" && strings.HasSuffix(s, skipped.Text) && !strings.Contains(s, ": ") {
				return true
			}
		}
		return false
	})
}

func accountedIn(t *rapid.T, text string, n Notes) {
	for i, f := range n.Fates {
		if f == Lost {
			t.Fatalf("line %d is lost in\n%s", i+1, text)
		}
	}
}

func TestContinue_keepsEveryByteAndTheHabit(t *testing.T) {
	t.Parallel()
	for _, h := range habits {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			old, err := os.ReadFile(filepath.Join("testdata", h.name+".md"))
			if err != nil {
				t.Fatal(err)
			}
			o := h.options
			o.Today, o.Zone = "2027-01-10", time.UTC
			before, err := Read(old, o)
			if err != nil {
				t.Fatal(err)
			}
			meetings := append(before.Outline(), Meeting{Day: "2026-12-01", Groups: []Group{
				{Title: "Wins", Entries: []Entry{{Text: "Counted the spare parts", Replies: []Entry{{By: "KW", Text: "good"}}}}},
			}})
			got, added, err := Continue(old, meetings, o)
			if err != nil {
				t.Fatal(err)
			}
			if added < 4 || added > 5 {
				t.Errorf("%d lines were added, want a day, a section, a line and a reply", added)
			}
			rest := strings.Split(got, "\n")
			for _, line := range strings.Split(strings.TrimSuffix(string(old), "\n"), "\n") {
				at := slices.Index(rest, line)
				if at < 0 {
					t.Fatalf("the line %q is no longer there, or not in its place", line)
				}
				rest = rest[at+1:]
			}
			after, err := Read([]byte(got), o)
			if err != nil {
				t.Fatal(err)
			}
			was, is := keysOf(before), keysOf(after)
			news := slices.DeleteFunc(slices.Clone(is), func(k string) bool { return slices.Contains(was, k) })
			if len(news) != 2 || len(is) != len(was)+2 {
				t.Errorf("new keys %q, want two and all the old ones", news)
			}
			golden(t, h.name+"-continued", got)
		})
	}
}

func TestContinue_putsLinesWhereTheyBelong(t *testing.T) {
	t.Parallel()
	old := "# Katrin\r\n\r\n## 2026-11-17\r\n\r\n### Wins\r\n\r\n* counted the parts\r\n\r\n### Asks\r\n\r\n* a second scanner\r\n\r\n## 2026-11-10\r\n\r\n### Private\r\n\r\n* tired\r\n"
	got, added, err := Continue([]byte(old), []Meeting{
		{Day: "2026-11-17", Groups: []Group{
			{Title: "Wins", Entries: []Entry{{Text: "counted the parts"}, {Text: "moved the racks"}}},
			{Title: "Asks", Entries: []Entry{{Text: "a second scanner", Replies: []Entry{{By: "KW", Text: "from January"}}}}},
			{Title: "FYI", Entries: []Entry{{Text: "the lift is out"}}},
		}},
		{Day: "2026-11-13", Groups: []Group{{Entries: []Entry{{Text: "- [ ] odd *words*"}}}}},
		{Day: "2026-11-24", Groups: []Group{{Title: "Wins", Entries: []Entry{{Text: "gate mended"}}}}},
	}, ourOptions())
	if err != nil {
		t.Fatal(err)
	}
	want := `# Katrin

## 2026-11-24

### Wins

* gate mended

## 2026-11-17

### Wins

* counted the parts
* moved the racks

### Asks

* a second scanner
  * KW: from January

### FYI

* the lift is out

## 2026-11-13

* \- \[ \] odd \*words\*

## 2026-11-10

### Private

* tired
`
	if diff := cmp.Diff(strings.ReplaceAll(want, "\n", "\r\n"), got); diff != "" {
		t.Errorf("the file differs (-want +got):\n%s", diff)
	}
	if added != 9 {
		t.Errorf("%d lines were added", added)
	}
}
