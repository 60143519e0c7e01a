package profile

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var showMisses = flag.Bool("misses", false, "print what the phrases of testdata give where it is not what is wanted")

type phrase struct {
	dim, text string
	want      Value
	held      bool
}

// heldBack is the fixed rule by which a third of the phrases is kept from
// whoever tunes the lexicon.
func heldBack(text string) bool {
	sum := 0
	for i := range len(text) {
		sum += int(text[i])
	}
	return sum%3 == 0
}

func phrases(t *testing.T) []phrase {
	t.Helper()
	content, err := os.ReadFile("testdata/phrases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []phrase
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		parts := strings.Split(line, " | ")
		if len(parts) != 3 {
			t.Fatalf("%q has not three parts", line)
		}
		p := phrase{dim: parts[0], text: parts[1], held: heldBack(line)}
		if parts[2] != "-" {
			if p.want, err = ParseValue(parts[2]); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, p)
	}
	return all
}

// TestMapReadsPreferences measures on the phrases of testdata how often a
// mapping is right and how often a clear preference is found. A wrong value
// costs more than none.
func TestMapReadsPreferences(t *testing.T) {
	t.Parallel()
	for _, half := range []struct {
		name              string
		held              bool
		precision, recall float64
	}{{"tuned on", false, 0.98, 0.9}, {"held back", true, 0.95, 0.8}} {
		var right, given, wanted, n int
		for _, p := range phrases(t) {
			if p.held != half.held {
				continue
			}
			n++
			d, v, ok := Map(p.dim, p.text)
			if ok != (v != Unknown) || ok && v.Of() != d {
				t.Errorf("Map(%q, %q) = %s, %s, %t", p.dim, p.text, d, v, ok)
			}
			if p.want != Unknown {
				wanted++
			}
			if ok {
				given++
				if v == p.want {
					right++
				}
			}
			if *showMisses && v != p.want && !half.held {
				t.Logf("Map(%q, %q) = %q, want %q: %+v", p.dim, p.text, v, p.want, Read(p.text))
			}
		}
		precision, recall := float64(right)/float64(given), float64(right)/float64(wanted)
		t.Logf("%s: %d phrases, %d with a value; precision %.3f (%d of %d), recall %.3f", half.name, n, wanted, precision, right, given, recall)
		if precision < half.precision || recall < half.recall {
			t.Errorf("%s: precision %.3f and recall %.3f, want %.2f and %.2f", half.name, precision, recall, half.precision, half.recall)
		}
	}
}
