package prose

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// fixture is a text with what must be found in it.
type fixture struct {
	label   Label
	channel Channel
	text    string
	fires   bool
	// start and end are the passage in code points: what stands in braces, or
	// the first sentence.
	start, end int
	// later marks a line that no cue was written from.
	later bool
}

// readFixtures reads the texts beside the rules: "fires:" holds the fault of
// its file, "clean:" looks like it and holds none of the eleven.
func readFixtures(t testing.TB) []fixture {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no fixtures", err)
	}
	later, err := filepath.Glob("testdata/learn/*.txt")
	if err != nil || len(later) == 0 {
		t.Fatal("no lines to learn from", err)
	}
	var all []fixture
	for i, name := range append(names, later...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			f := fixture{label: Label(strings.TrimSuffix(filepath.Base(name), ".txt"))}
			rest, fires := strings.CutPrefix(strings.TrimSpace(line), "fires: ")
			f.fires = fires
			if !fires {
				var ok bool
				if rest, ok = strings.CutPrefix(rest, "clean: "); !ok {
					continue
				}
			}
			if channel, text, ok := strings.Cut(rest, "] "); ok && strings.HasPrefix(channel, "[") {
				f.channel, rest = Channel(channel[1:]), text
			}
			f.later = i >= len(names)
			f.text = rest
			if head, tail, ok := strings.Cut(rest, "{"); ok {
				inside, behind, _ := strings.Cut(tail, "}")
				f.text = head + inside + behind
				f.start = utf8.RuneCountInString(head)
				f.end = f.start + utf8.RuneCountInString(inside)
			} else if d := readDraft(rest, f.channel); f.fires && len(d.sentences) > 0 {
				s := &d.sentences[0]
				f.start, f.end = d.tokens[s.from].start, d.tokens[s.to-1].end
			}
			all = append(all, f)
		}
	}
	return all
}

// TestFixtures_firesAndLeavesAlone allows for a few: an idiom that no rule knows
// is better missed than caught by a rule for one line.
func TestFixtures_firesAndLeavesAlone(t *testing.T) {
	t.Parallel()
	type count struct{ fires, missed, clean, nagged int }
	counts := map[Label]*count{}
	for _, f := range readFixtures(t) {
		c := counts[f.label]
		if c == nil {
			c = new(count)
			counts[f.label] = c
		}
		found := Check(f.text, Options{Channel: f.channel})
		has := slices.ContainsFunc(found, func(g Finding) bool { return g.Label == f.label })
		switch {
		case f.fires && !has:
			c.missed++
			t.Logf("%s misses %q", f.label, f.text)
		case !f.fires && len(found) > 0:
			c.nagged++
			t.Logf("%s nags about %q", found[0].Label, f.text)
		}
		if f.fires {
			c.fires++
		} else {
			c.clean++
		}
	}
	for l, c := range counts {
		if c.fires < 4 || c.clean < 6 {
			t.Errorf("%s has %d lines that fire and %d near misses", l, c.fires, c.clean)
		}
		if c.missed*6 > c.fires {
			t.Errorf("%s misses %d of %d", l, c.missed, c.fires)
		}
		if c.nagged*10 > c.clean {
			t.Errorf("what resembles %s is nagged about %d times of %d", l, c.nagged, c.clean)
		}
	}
}
