package prose

import (
	"os"
	"path/filepath"
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

func TestFixtures(t *testing.T) {
	missed, nagged := map[Label]int{}, map[Label]int{}
	for _, f := range readFixtures(t) {
		found := Check(f.text, Options{Channel: f.channel})
		has := false
		for _, g := range found {
			has = has || g.Label == f.label
			if !f.fires || g.Label != f.label {
				t.Logf("NAG %-30s in %-30s %s", g.Label, f.label, f.text)
				if !f.fires {
					nagged[g.Label]++
				}
			}
		}
		if f.fires && !has {
			t.Logf("MISS %-30s %s", f.label, f.text)
			missed[f.label]++
		}
	}
	t.Log("missed", missed, "nagged", nagged)
}
