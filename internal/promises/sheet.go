package promises

import (
	"fmt"
	"strings"

	"rapport"
)

// Text writes a sheet as one page that can be handed over, in Markdown. What
// is not known has no heading.
func (s Sheet) Text() string {
	a := s.Sheet
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", a.Text)
	about := []string{"For " + s.Names.Boss(a.Boss).Name}
	if a.Due != "" {
		about = append(about, "advice needed by "+a.Due.Time().Format("Mon 2 Jan 2006"))
	}
	if a.Goal != 0 {
		about = append(about, "serves: "+s.Names.Goal(a.Goal).Title)
	}
	fmt.Fprintf(&b, "%s\n", strings.Join(about, "; "))
	if len(a.Options) > 0 {
		b.WriteString("\n## Ways out\n")
	}
	for i, o := range a.Options {
		fmt.Fprintf(&b, "\n%d. %s\n", i+1, o.Text)
		for _, part := range [...]struct{ name, value string }{{"Gains", o.Gains}, {"Pays", o.Pays}, {"Cost", o.Cost}} {
			if part.value != "" {
				fmt.Fprintf(&b, "   - %s: %s\n", part.name, part.value)
			}
		}
	}
	section := func(title, text string) {
		if text != "" {
			fmt.Fprintf(&b, "\n## %s\n\n%s\n", title, text)
		}
	}
	section("What I would do", a.Recommend)
	section("What I may not see from here", a.Unseen)
	advised := "Advice received"
	if a.AdvisedOn != "" {
		advised += ", " + a.AdvisedOn.Time().Format("Mon 2 Jan 2006")
	}
	section(advised, a.Advice)
	section("Decided", a.Decided)
	section("What came of it", a.Outcome)
	return b.String()
}

// Standing says in words where a sheet stands.
func Standing(a rapport.AdviceSheet) string {
	switch a.State() {
	case rapport.StateDone:
		return "decided"
	case rapport.StateAnswered:
		return "advice received, to be decided"
	}
	return "waits for advice"
}
