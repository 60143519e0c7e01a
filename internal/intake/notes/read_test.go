package notes

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rapport"
)

func readOurs(t testing.TB, text string) Notes {
	t.Helper()
	n, err := Read([]byte(text), ourOptions())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestRead_refusesWhatIsNoNotes(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, text, message string }{
		{"nothing", " \n\n", "the file is empty"},
		{"a document", "PK\x03\x04\x14", "this is a zip file, such as a word processor's or spreadsheet's document, not a text file"},
		{"UTF-16", "\xFF\xFE#\x00", "this is a text in UTF-16, not a text file"},
		{"a program", "abc\x00def", "this is a binary file, not a text file"},
		{"Latin-1", "## 2026-11-17\n- gez\xE4hlt\n", "line 2, character 6: the file is not written in UTF-8"},
		{"a list without days", "# Things\n- one\n- two\n", "no heading in these notes is a date, so nothing in them has a day"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			_, err := Read([]byte(test.text), ourOptions())
			if err == nil || err.Error() != test.message {
				t.Errorf("error %v, want %q", err, test.message)
			}
			if err != nil && test.name != "nothing" && rapport.HintOf(err) == "" {
				t.Error("no next step is offered")
			}
		})
	}
}

func TestRead_datesHeadingsInEveryForm(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		headings []string // newest first unless the test says so
		want     []string // the days, or a part of the reason
	}{
		{[]string{"## 2026-11-17", "### Tue 10 Nov", "**3/11**", "27.10.2026 - 1:1 Katrin\n---"}, []string{"2026-11-17", "2026-11-10", "2026-11-03", "2026-10-27"}},
		{[]string{"## KW 47", "## Week of 9 November", "## w/c 2 Nov"}, []string{"2026-11-16", "2026-11-09", "2026-11-02"}},
		{[]string{"## 12 Jan", "## 5 Jan", "## 22 Dec", "## 15 Dec"}, []string{"2026-01-12", "2026-01-05", "2025-12-22", "2025-12-15"}},
		{[]string{"## 15 Dec 2025", "## 22 Dec", "## 5 Jan", "## 12 Jan"}, []string{"2025-12-15", "2025-12-22", "2026-01-05", "2026-01-12"}},
		{[]string{"## Tuesday, November 17th, 2026", "## Dienstag, 10. November", "## 3 novembre 2026", "## 27 de octubre de 2026"}, []string{"2026-11-17", "2026-11-10", "2026-11-03", "2026-10-27"}},
		{[]string{"## 1:1 with Katrin Wolf, 17 Nov 2026", "## Katrin / Ines 2026-11-10 (remote)", "## [2026-11-03] budget"}, []string{"2026-11-17", "2026-11-10", "2026-11-03"}},
		{[]string{"## 2026-11-24", "## 2016-11-17", "## 2026-11-10", "## 2026-11-03"}, []string{"2026-11-24", "is the year right", "2026-11-10", "2026-11-03"}},
		{[]string{"## 2026-11-24", "## 2062-11-17", "## 2026-11-10"}, []string{"2026-11-24", "is the year right", "2026-11-10"}},
		{[]string{"## 2026-11-10", "## 2026-11-17", "## 2026-11-03"}, []string{"2026-11-10", "2026-11-17", "2026-11-03"}},
		{[]string{"## Tue 1 Dec", "## Tue 24 Nov", "## 17 Nov"}, []string{"still ahead", "2026-11-24", "2026-11-17"}},
		{[]string{"## 17 Nov", "## 18 Nov", "## 10 Nov"}, []string{"2026-11-17", "2026-11-18", "2026-11-10"}},
		{[]string{"## 24 Nov", "## 32 Nov", "## 17 Novmeber 2026", "## 2026-13-02", "## 31.11.", "## Wed 3 Nov"}, []string{"2026-11-24", "only 30 days", "is no month", "no month 13", "only 30 days", "is a Tuesday, not a Wednesday"}},
		{[]string{"## 10 Nov lunch with the auditors", "## 2026-11-03 budget"}, []string{"2026-11-10", "2026-11-03"}},
		{[]string{"# 2026\n\n## Tue 17 Nov", "## 10 Nov", "# 2025\n\n## 18 Nov"}, []string{"2026-11-17", "2026-11-10", "2025-11-18"}},
		{[]string{"## 17 Nov 2026 14:00", "## 2026-11-10T09:30", "## 9–13 Nov"}, []string{"2026-11-17", "2026-11-10", "2026-11-09"}},
	} {
		t.Run(test.headings[0], func(t *testing.T) {
			t.Parallel()
			var b strings.Builder
			for i, h := range test.headings {
				fmt.Fprintf(&b, "%s\n\n- line %d\n\n", h, i)
			}
			n := readOurs(t, b.String())
			accounted(t, b.String(), n)
			for i, want := range test.want {
				got := "nothing"
				for _, item := range n.Items {
					if item.Text == fmt.Sprintf("line %d", i) {
						got = string(item.From)
					}
				}
				for _, s := range n.Skipped {
					if strings.TrimSpace(words(strings.Trim(strings.Split(test.headings[i], "\n")[0], "#* "))) == s.Text {
						got = s.Reason
					}
				}
				if got != want && !strings.Contains(got, want) || got == "nothing" {
					t.Errorf("%s is %q, want %q\n%s", test.headings[i], got, want, describe(n))
				}
			}
		})
	}
}

func TestRead_takesNoDateFromOtherHeadings(t *testing.T) {
	t.Parallel()
	for _, heading := range []string{"24/7 on-call", "Plan for 30 November", "Deadline 12 Dec", "Top 3 wins", "50/50", "May I ask 2 things", "Version 4.2", "2 blockers", "Until 17 Nov"} {
		n := readOurs(t, "## 2026-11-17\n\n### "+heading+"\n\n- the line\n")
		if len(n.days()) != 1 || len(n.Skipped) != 0 {
			t.Errorf("%q was taken for a date: %v", heading, n.Skipped)
		}
	}
}

// days counts the days on which something stands.
func (n Notes) days() []rapport.Day {
	var out []rapport.Day
	for _, i := range n.Items {
		out = append(out, i.From)
	}
	if len(n.Unmapped) > 0 {
		out = append(out, "waits")
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestRead_keepsPrivateApart(t *testing.T) {
	t.Parallel()
	const canary = "canarybird"
	text := `# Katrin

## 2026-11-17

### Achieved
- Counted the parts
  - private: ` + canary + ` one
    and ` + canary + ` goes on
- KW: thanks
private: ` + canary + ` two
### For me only
` + canary + ` three
> KW: ` + canary + ` four
- XY: ` + canary + `
#### Next
- ` + canary + ` five
  - DW: I'll tell ` + canary + ` by Friday
### 32 Nov ` + canary + `
- ` + canary + `
#### Wins
<!-- ` + canary + ` six
-->
## 2026-11-10
### Praise
- **private:** ` + canary + ` seven; KW: I'll call
### Thoughts
- ` + strings.Repeat(canary+" ", 2000) + `
| ` + canary + ` | b |
|---|---|
`
	n := readOurs(t, text)
	accounted(t, text, n)
	shown := fmt.Sprintf("%+v %+v %+v %+v %+v %v", n.Items, n.Private, n.Unmapped, n.Unknown, n.Skipped, n)
	if i := strings.Index(shown, canary); i >= 0 {
		t.Errorf("a private word came out: …%s…", shown[max(0, i-200):min(len(shown), i+60)])
	}
	if out := Export(n.Outline(), n.Style, ourOptions()); strings.Contains(out, canary) {
		t.Errorf("a private word was written: %s", out)
	}
	if len(n.Private) < 7 {
		t.Errorf("%d private lines were kept", len(n.Private))
	}
}

func TestRead_asksOnceAndRemembers(t *testing.T) {
	t.Parallel()
	text := "## 2026-11-17\n### Kudos 1\n- to Lena\n- to Ali\n### Wins\n- parts counted\n  - LB: good\n## 2026-11-10\n### Kudos 2\n- to Bea\n"
	o := ourOptions()
	first, err := Read([]byte(text), o)
	if err != nil {
		t.Fatal(err)
	}
	if len(first.Unmapped) != 1 || first.Unmapped[0].Count != 3 || first.Unmapped[0].Line != 2 || first.Unmapped[0].Example != "to Lena" || len(first.Unknown) != 1 {
		t.Fatalf("asked %+v and %+v", first.Unmapped, first.Unknown)
	}
	o.Mapping = map[string]Meaning{first.Unmapped[0].Key: Told}
	o.People = map[string]Speaker{first.Unknown[0].Key: {Party: TheBoss, Boss: "omar"}}
	second, err := Read([]byte(text), o)
	if err != nil {
		t.Fatal(err)
	}
	if len(second.Unmapped)+len(second.Unknown) != 0 || len(second.Items) != 5 || second.Items[0].Kind != rapport.HeadsUp {
		t.Errorf("after the answers: %s", describe(second))
	}
	for _, k := range keysOf(first) {
		if !slices.Contains(keysOf(second), k) {
			t.Errorf("the answer changed the key %s", k)
		}
	}
	o.Mapping[first.Unmapped[0].Key] = PrivateNotes
	third, err := Read([]byte(text), o)
	if err != nil || len(third.Private) != 3 {
		t.Errorf("mapped to private: %d, %v", len(third.Private), err)
	}
}

func TestRead_knowsAFileAgainAfterAYear(t *testing.T) {
	t.Parallel()
	text := []byte("## 24 Nov\n- counted the parts\n## 17 Nov\n- moved the racks\n")
	o := ourOptions()
	first, err := Read(text, o)
	if err != nil {
		t.Fatal(err)
	}
	seen := keysOf(first)
	o.Today = "2028-03-01"
	o.Seen = func(key string) bool { return slices.Contains(seen, key) }
	again, err := Read(append([]byte("## 22 Feb\n- trained Bea\n"), text...), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range seen {
		if !slices.Contains(keysOf(again), k) {
			t.Errorf("the key %s is gone:\n%s", k, describe(again))
		}
	}
}

// TestRead_keepsKeysAsFilesGrow grows each sample: new days on top, a line more
// in a section, sections in another order, emphasis and boxes changed.
func TestRead_keepsKeysAsFilesGrow(t *testing.T) {
	t.Parallel()
	for _, h := range habits {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(filepath.Join("testdata", h.name+".md"))
			if err != nil {
				t.Fatal(err)
			}
			o := h.options
			o.Today = today
			before, err := Read(text, o)
			if err != nil {
				t.Fatal(err)
			}
			o.Today = "2026-12-20"
			grown := "## 2026-12-15\n\n- all new\n\n" + strings.NewReplacer("[ ]", "[x]", "**Checkout**", "Checkout", "\n", "\r\n").Replace(string(text))
			after, err := Read([]byte(grown), o)
			if err != nil {
				t.Fatal(err)
			}
			for _, k := range keysOf(before) {
				if !slices.Contains(keysOf(after), k) {
					t.Errorf("the key %s is gone", k)
				}
			}
		})
	}
}

func TestRead_keepsKeysAsSectionsMove(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		sections := []string{
			"### Wins\n\n- same words\n- counted\n  - KW: ok\n", "### Struggles\n\n- same words\n  - KW: ok\n  - KW: I'll ask Omar by Friday\n",
			"### Plan\n\n- same words\n- same words\n", "### Private\n\n- same words\n", "### Odd one\n\n- same words\n",
		}
		kinds := func(order []string) []string {
			n, err := Read([]byte("## 2026-11-17\n\n"+strings.Join(order, "\n")), ourOptions())
			if err != nil {
				t.Fatal(err)
			}
			var out []string
			for _, i := range n.Items {
				out = append(out, i.Key+" "+string(i.What)+" "+string(i.Meaning)+" "+i.Text)
			}
			slices.Sort(out)
			if len(slices.Compact(slices.Clone(out))) != len(out) {
				t.Fatalf("a key came twice: %q", out)
			}
			return out
		}
		moved := slices.Clone(sections)
		rand.New(rand.NewSource(int64(rapid.Int().Draw(t, "seed")))).Shuffle(len(moved), func(i, j int) { moved[i], moved[j] = moved[j], moved[i] })
		if want, got := kinds(sections), kinds(moved); !slices.Equal(want, got) {
			t.Fatalf("keys moved with the sections:\n%q\n%q", want, got)
		}
	})
}

func addSamples(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.md"))
	if err != nil || len(files) == 0 {
		f.Fatal("no samples", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte("## 17 Nov\n- a\n  - KW:\n    - b\n- \\17 Nov\n~~x~~\n> \n"))
}

// sound checks what holds for whatever is read.
func sound(t *testing.T, data []byte, n Notes) {
	t.Helper()
	lines, err := linesOf(data)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range n.Fates {
		if f == Lost || f == Blank && len(fields(lines[i])) > 0 || f == LeftOut && !said(n.Skipped, i+1) {
			t.Fatalf("line %d has the fate %d: %q\n%s", i+1, f, lines[i], describe(n))
		}
	}
	keys := map[string]bool{}
	for _, i := range n.Items {
		if keys[i.Key] || i.Text == "" || i.Kind == "" || i.What == "" || i.Reason == "" || i.Day == "" || i.Day > today || !utf8.ValidString(i.Text) || strings.ContainsAny(i.Text, "\n\r\t") {
			t.Fatalf("item %+v", i)
		}
		keys[i.Key] = true
	}
	for _, p := range n.Private {
		if keys[p.Key] {
			t.Fatalf("the private key %s came twice", p.Key)
		}
		keys[p.Key] = true
	}
}

func FuzzRead(f *testing.F) {
	addSamples(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := Read(data, ourOptions())
		if err != nil {
			if c := rapport.CodeOf(err); c != rapport.Invalid && c != rapport.Unsupported {
				t.Fatal(err)
			}
			return
		}
		sound(t, data, n)
		if _, _, err := Continue(data, n.Outline(), ourOptions()); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzBullets(f *testing.F) {
	addSamples(f)
	f.Add([]byte("- 17 Nov: new rota\n- mended the pump yesterday\n- 32 Nov: x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n, err := Bullets(data, ourOptions())
		if err != nil {
			return
		}
		sound(t, data, n)
	})
}
