package compose

import (
	"strings"
	"testing"

	"rapport/internal/profile"
)

// TestGoldenStyles keeps what people of six trades would send to bosses who
// work in different ways, each with its agenda and what moved. They are to be
// read aloud before they are accepted.
func TestGoldenStyles(t *testing.T) {
	t.Parallel()
	for name, styles := range map[string][]string{
		"warehouse":   {"reader,numbers,options", "listener,story,quick", "exceptions,headline,remote", "solutions,real-time"},
		"nurse":       {"drivers,formal", "risk,scarce", "visual,touch-in"},
		"tax-officer": {"consults,deep", "debater,no-surprise", "threat-sensitive,checkpoint"},
		"theatre":     {"strategy,headline", "loose,good-news"},
		"school":      {"listener", "story"},
	} {
		for _, words := range styles {
			t.Run(name+" "+words, func(t *testing.T) {
				t.Parallel()
				style, err := profile.ParseStyle(strings.Split(words, ","))
				if err != nil {
					t.Fatal(err)
				}
				outline := Adapt(Tried(style))(Plan(Select(lives()[name].m)))
				r := Write(outline)
				var b strings.Builder
				b.WriteString(r.Markdown() + "\n" + Agenda(outline, Meeting{Begins: "Tue 24 Nov 10:00"}).Markdown() + "\n# Changes\n\n")
				for _, c := range Diff(Compose(lives()[name].m, Neutral), r) {
					b.WriteString("- " + c.String() + "\n")
				}
				golden(t, name+"."+strings.ReplaceAll(words, ",", "-")+".md", b.String())
			})
		}
	}
}
