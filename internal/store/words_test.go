package store

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func FuzzWords(f *testing.F) {
	for _, seed := range []string{"", "two words", "Café 库存 p99", "a\x00b\xff", "سلمت", "ﬁne ½ ①", "'quoted' \\ \"x\":*", "é\u0301\u0301"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		var folded []string
		for _, w := range Words(text) {
			if w.Start < end || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("word %+v of %q is out of place", w, text)
			}
			end = w.End
			folded = append(folded, w.Folded)
			if w.Folded == "" || !utf8.ValidString(w.Folded) {
				t.Fatalf("word %+v of %q cannot be kept", w, text)
			}
			for _, r := range w.Folded {
				if !unicode.IsLetter(r) && !unicode.IsNumber(r) {
					t.Fatalf("word %+v of %q would need quoting", w, text)
				}
			}
		}
		// What is kept is bounded, and quotes nothing that could end a quote.
		if v := tsVector(folded); len(v) > maxVector+maxLexeme+32 || strings.Count(v, "'") != 2*strings.Count(v, ":") {
			t.Fatalf("%q is kept as %d bytes", text, len(v))
		}
		again := Words(strings.Join(folded, " "))
		if !slices.EqualFunc(again, folded, func(w Word, f string) bool { return w.Folded == f }) && isSimple(text) {
			t.Fatalf("%q folds to %q and that to %v", text, folded, again)
		}
	})
}

// isSimple reports whether folding twice must be folding once: some scripts
// decompose into more than a letter.
func isSimple(text string) bool {
	for _, r := range text {
		if r > unicode.MaxLatin1 {
			return false
		}
	}
	return true
}

func TestALongTextKeepsItsFirstWords(t *testing.T) {
	words := make([]string, 200_000)
	for i := range words {
		words[i] = "pallet"
	}
	words[0] = "first"
	if v := tsVector(words); len(v) > 1<<20 || !strings.HasPrefix(v, "'first':1 ") {
		t.Errorf("the vector has %d bytes and begins %.20q", len(v), v)
	}
}
