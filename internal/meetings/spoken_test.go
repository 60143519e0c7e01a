package meetings

import (
	"strings"
	"testing"

	"rapport"
)

func FuzzSpokenLines(f *testing.F) {
	for _, text := range []string{
		"decided: go\n  and more\nnotes: a\n\tb", "me:", "\x00:\n", "they: x by:\"", "dana: y", " : ", "saw: x dim:\"a b\" until:z", "\u2028me: x", "é: x\r\nI: y",
	} {
		f.Add(text)
	}
	boss := rapport.Boss{Slug: "dana", Name: "Dana Osei"}
	f.Fuzz(func(t *testing.T, text string) {
		lines, err := spokenLines(text, boss)
		if err != nil {
			if rapport.CodeOf(err) != rapport.Invalid || rapport.HintOf(err) == "" || !strings.HasPrefix(err.Error(), "line ") {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		last := 0
		for _, l := range lines {
			if l.text == "" || l.line <= last || l.line > strings.Count(rapport.ManyLines(text), "\n")+1 {
				t.Fatalf("%q: %+v", text, lines)
			}
			last = l.line
			for _, name := range []string{"dim", "until"} {
				rest, value := cutMark(l.text, name)
				if len(rest)+len(value) > len(l.text) {
					t.Fatalf("%q grew to %q and %q", l.text, rest, value)
				}
			}
		}
	})
}

func TestAPrivateMarkIsCutWithoutTheGrammar(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"asked for the table dim:evidence":   {"asked for the table", "evidence"},
		`audit until:"10 dec" of the centre`: {"audit of the centre", ""},
		"dim:detail read every page":         {"read every page", "detail"},
		"no mark: here":                      {"no mark: here", ""},
		`never closed dim:"a b`:              {"never closed", "a b"},
	} {
		rest, value := cutMark(text, "dim")
		if strings.Contains(text, "until:") {
			rest, value = cutMark(text, "until")
			want[1] = "10 dec"
		}
		if rest != want[0] || value != want[1] {
			t.Errorf("%q: %q and %q", text, rest, value)
		}
	}
}
