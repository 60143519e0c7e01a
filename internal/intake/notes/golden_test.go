package notes

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rapport"
)

var update = flag.Bool("update", false, "write the golden files anew")

// habits are the invented files in testdata, with whom they are kept for.
var habits = []struct {
	name    string
	options Options
}{
	{"software", Options{Locale: "en-GB", Boss: "dana", Bosses: []Person{{Slug: "dana", Name: "Dana Whitlock"}}, Me: Person{Name: "Ravi Soto"}}},
	{"nurse", Options{Locale: "en-GB", Boss: "katrin", Bosses: []Person{{Slug: "katrin", Name: "Katrin Wolf"}, {Slug: "omar", Name: "Omar Haddad"}}}},
	{"tax", Options{Locale: "de-DE", Boss: "wolf", Bosses: []Person{{Slug: "wolf", Name: "Katharina Wolf"}}}},
	{"school", Options{Locale: "fr-FR", Boss: "rey", Bosses: []Person{{Slug: "rey", Name: "Camille Rey", Initials: []string{"Mme Rey"}}}}},
	{"warehouse", Options{Locale: "en-US", Boss: "omar", Bosses: []Person{{Slug: "omar", Name: "Omar Haddad"}}}},
	{"sales", Options{Locale: "en-GB", Boss: "daria", Bosses: []Person{{Slug: "daria", Name: "Daria Kent"}}}},
	{"bilingual", Options{Locale: "de-DE", Boss: "tom", Bosses: []Person{{Slug: "tom", Name: "Tom Berg"}}}},
	{"messy", Options{Locale: "en-GB", Boss: "dana", Bosses: []Person{{Slug: "dana", Name: "Dana Whitlock"}}}},
}

const today rapport.Day = "2026-11-29"

func TestRead_readsEveryHabit(t *testing.T) {
	t.Parallel()
	for _, h := range habits {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(filepath.Join("testdata", h.name+".md"))
			if err != nil {
				t.Fatal(err)
			}
			h.options.Today, h.options.Zone = today, time.UTC
			n, err := Read(text, h.options)
			if err != nil {
				t.Fatal(err)
			}
			accounted(t, string(text), n)
			golden(t, h.name, describe(n))
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("what was read differs (-want +got):\n%s", diff)
	}
}

// describe writes what was read for people to check.
func describe(n Notes) string {
	var b strings.Builder
	for _, i := range n.Items {
		day := string(i.Day)
		if i.From != i.Day {
			day = string(i.From) + "…" + day
		}
		if i.Undated {
			day += "?"
		}
		fmt.Fprintf(&b, "%d %s %s", i.Line, day, i.What)
		if i.What == Logged || i.What == Reply {
			fmt.Fprintf(&b, " (%s)", i.Kind)
		}
		fmt.Fprintf(&b, " %d%% by %s%s%s", i.Confidence, i.By.Party, at2("@", string(i.By.Boss)), at2("=", i.By.Name))
		b.WriteString(at2(" due ", string(i.Due)))
		if i.Done != rapport.NotSaid {
			fmt.Fprintf(&b, " done=%v", i.Done == rapport.Yes)
		}
		if i.Struck {
			b.WriteString(" struck")
		}
		fmt.Fprintf(&b, "\n  [%s → %s] %s\n", i.Section, i.Meaning, i.Text)
		if i.Parent != "" {
			fmt.Fprintf(&b, "  to: %s\n", i.Parent)
		}
		for _, e := range i.Evidence {
			fmt.Fprintf(&b, "  %s %s “%s”\n", e.Kind, e.Ref, e.Title)
		}
		fmt.Fprintf(&b, "  %s; key %s\n", i.Reason, i.Key)
	}
	for _, p := range n.Private {
		fmt.Fprintf(&b, "%d %s PRIVATE [%s] %s\n", p.Line, p.Day, p.Section.Reveal(), p.Text.Reveal())
	}
	for _, s := range n.Unmapped {
		fmt.Fprintf(&b, "%d ASK section %q (%s): %d lines, such as %q\n", s.Line, s.Title, s.Key, s.Count, s.Example)
	}
	for _, s := range n.Unknown {
		fmt.Fprintf(&b, "%d ASK who %q (%s): %d times, such as %q\n", s.Line, s.Label, s.Key, s.Count, s.Example)
	}
	for _, s := range n.Skipped {
		fmt.Fprintf(&b, "%d–%d SKIPPED %q: %s", s.Line, s.LastLine, s.Text, s.Reason)
		if s.Ahead {
			b.WriteString(" (ahead)")
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "STYLE %+v\n", n.Style)
	return b.String()
}

func at2(mark, text string) string {
	if text == "" {
		return ""
	}
	return mark + text
}

// accounted checks that nothing was lost: every line has a fate, and every word
// of a line stands in what its fate says.
func accounted(t testing.TB, text string, n Notes) {
	t.Helper()
	lines, err := linesOf([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != len(n.Fates) {
		t.Fatalf("%d lines have %d fates", len(lines), len(n.Fates))
	}
	for i, fate := range n.Fates {
		words := fields(lines[i])
		var in string
		switch fate {
		case Lost:
			t.Errorf("line %d is lost: %q", i+1, lines[i])
			continue
		case Blank:
			if len(words) > 0 {
				t.Errorf("line %d is not blank: %q", i+1, lines[i])
			}
			continue
		case Heading, Waits:
			continue
		case LeftOut:
			if !said(n.Skipped, i+1) {
				t.Errorf("line %d is left out and nothing says why: %q", i+1, lines[i])
			}
			continue
		case InItem:
			for _, item := range n.Items {
				if item.Line <= i+1 && i+1 <= item.LastLine {
					in += strings.Join([]string{"", item.Label, item.Text, item.Said, item.Section, item.Reason}, " ")
					for _, e := range item.Evidence {
						in += " " + e.Ref
					}
				}
			}
		case InPrivate:
			for _, p := range n.Private {
				if p.Line <= i+1 && i+1 <= p.LastLine {
					in += " " + p.Section.Reveal() + " " + p.Text.Reveal()
				}
			}
		}
		have := strings.Join(fields(in), " ")
		if strings.ContainsAny(lines[i], "<[(~`&\\!") || strings.Contains(lines[i], "://") || strings.HasPrefix(strings.TrimSpace(lines[i]), "Re") {
			continue // addresses, tags and marks are no words
		}
		for _, w := range fields(strings.Trim(strings.TrimSpace(lines[i]), "0123456789.)-*+> ")) {
			if w = strings.Trim(w, "'_"); !strings.Contains(have, w) && len(w) > 1 && w != "x" {
				t.Errorf("line %d: the word %q of %q is lost; kept is %q", i+1, w, lines[i], in)
				break
			}
		}
	}
}

func said(skipped []Skipped, n int) bool {
	for _, s := range skipped {
		if s.Line <= n && n <= s.LastLine {
			return true
		}
	}
	return false
}
