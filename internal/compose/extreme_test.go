package compose

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/profile"
)

// extremes are materials at the edges of what people keep.
func extremes() map[string]Material {
	all := map[string]Material{}
	for name, l := range lives() {
		all[name] = l.m
	}
	many := dense(5000)
	all["five thousand entries in a week"] = many
	long := newLife("Ines", "Ruth Calloway", "2026-11-16", "2026-11-20", "2026-11-20")
	long.goal(1, strings.Repeat("safe ", 12), true)
	long.project(1, strings.Repeat("rota ", 12), 1)
	long.log("2026-11-17", rapport.Challenge, 1, strings.Repeat("no second nurse ", 650))
	long.log("2026-11-17", rapport.Question, 1, strings.Repeat("x", 10_000))
	long.log("2026-11-17", rapport.Accomplishment, 1, strings.Repeat("Bed alarms are on. ", 550), outcome(strings.Repeat("falls from 5 to 2 ", 500)))
	all["entries of ten thousand characters"] = long.m
	for _, kind := range rapport.Kinds {
		one := newLife("Ines", "Ruth Calloway", "2026-11-16", "2026-11-20", "2026-11-20")
		for i := range 12 {
			one.log("2026-11-17", kind, 0, fmt.Sprintf("matter %d of the ward", i), concerns(1))
		}
		all["only "+string(kind)] = one.m
	}
	nobody := newLife("", "", "2026-11-16", "2026-11-20", "2026-11-20")
	nobody.log("2026-11-17", rapport.Progress, 0, "moved the shelves")
	all["a boss without a name"] = nobody.m
	all["nothing at all"] = Material{Today: "2026-11-20"}
	return all
}

func TestEveryValueBearsEveryExtreme(t *testing.T) {
	t.Parallel()
	for name, m := range extremes() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			neutral := Compose(m, Neutral)
			for _, v := range profile.Values("") {
				if len(m.Entries) > 1000 && !slices.Contains([]profile.Value{profile.Headline, profile.Listener, profile.Deep, profile.RealTime}, v) {
					continue // the forms that do most with so many
				}
				style, err := profile.ParseStyle([]string{string(v)})
				if err != nil {
					t.Fatal(err)
				}
				outline := Adapt(Tried(style))(Plan(Select(m)))
				r := Write(outline)
				if !slices.Equal(entriesOf(r.Facts), entriesOf(neutral.Facts)) {
					t.Errorf("%s tells other facts", v)
				}
				if agenda := Agenda(outline, Meeting{}); len(entriesOf(agenda.Facts)) != len(entriesOf(neutral.Facts)) {
					t.Errorf("the agenda of %s has other facts", v)
				}
				body, err := r.Part(BodyPart)
				if err != nil {
					t.Fatal(err)
				}
				most := map[profile.Value]int{
					profile.Headline: headlineWords, profile.Scarce: phoneWords + 20, profile.Listener: noteWords + 20, profile.Visual: shownWords + 60,
					profile.Deep: deepWords + 150, profile.TouchIn: stepsWords + 130,
				}[v]
				if n := countWords(body.Text(0)); most > 0 && n > most {
					t.Errorf("%s has %d words\n%s", v, n, body.Text(0)[:min(2000, len(body.Text(0)))])
				}
				for _, s := range body.Sections {
					if len(s.Intro)+len(s.Items)+len(s.Outro) == 0 && s.Table == nil && s.Figure == nil {
						t.Errorf("%s has an empty section %q", v, s.Title)
					}
				}
				if text := r.Markdown(); strings.Contains(text, "  ") && !strings.Contains(text, "█") && name != "entries of ten thousand characters" {
					at := strings.Index(text, "  ")
					t.Errorf("%s has two spaces: %q", v, text[max(0, at-40):min(len(text), at+40)])
				}
			}
		})
	}
}
