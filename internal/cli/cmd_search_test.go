package cli

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestExcerptShowsTheFindInALongText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zäöü]{1,12}`), 0, 200).Draw(t, "words")
		at := rapid.IntRange(0, len(words)).Draw(t, "at")
		before := strings.Join(append(words[:at:at], ""), " ")
		text := before + "Walrus " + strings.Join(words[at:], " ")
		got, marks := excerpt(text, [][2]int{{len(before), len(before) + len("Walrus")}})
		if len(marks) != 1 || got[marks[0][0]:marks[0][1]] != "Walrus" {
			t.Fatalf("%q marks %v", got, marks)
		}
		if !utf8.ValidString(got) || len(got) > 300 {
			t.Fatalf("%d bytes: %q", len(got), got)
		}
	})
}
