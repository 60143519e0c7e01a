package capture

import (
	"strings"
	"testing"

	"rapport"
)

// The book is searched as it stands, so it must be sorted, and each line must
// have a letter for each kind.
func TestClueBookIsSound(t *testing.T) {
	t.Parallel()
	before := ""
	for line := range strings.Lines(clueBook) {
		clue, letters, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		switch {
		case !ok || len(letters) != len(rapport.Kinds):
			t.Fatalf("%q is no clue with a letter for each kind", line)
		case clue <= before:
			t.Fatalf("%q stands behind %q", clue, before)
		case clueWeights([]byte(clue)) != letters:
			t.Fatalf("%q is not found", clue)
		}
		before = clue
	}
	for _, missing := range []string{"", "a", "w", "z last", before + "x"} {
		if got := clueWeights([]byte(missing)); got != "" {
			t.Errorf("clueWeights(%q) = %q, want nothing", missing, got)
		}
	}
}

// A guess must not pay for a book that it hardly opens.
func BenchmarkClues(b *testing.B) {
	s := readSentence("the supplier raises prices by 4% from June, we heard at the fair")
	b.ReportAllocs()
	for b.Loop() {
		var sum [len(rapport.Kinds)]float64
		addClues(&s, &sum)
	}
}
