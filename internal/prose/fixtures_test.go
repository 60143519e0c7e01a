package prose

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// fixture is a text with what must be found in it.
type fixture struct {
	label   Label
	channel Channel
	text    string
	fires   bool
}

// readFixtures reads the texts beside the rules: "fires:" holds the fault of
// its file, "clean:" looks like it and holds none of the eleven.
func readFixtures(t testing.TB) []fixture {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatal("no fixtures", err)
	}
	var all []fixture
	for _, name := range names {
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
			f.text = rest
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
