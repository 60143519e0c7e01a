package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
)

func newHistory(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "history NUMBER",
		Short:   "Show what was done to something, and what it said before",
		Example: "  rapport history 31",
		Args:    argsBetween(1, 1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runHistory(cmd.Context(), sh, args[0]) },
	}
}

type livedJSON struct {
	At      string            `json:"at"`
	What    string            `json:"what"`
	Changed []fieldChangeJSON `json:"changed,omitempty"`
}

type fieldChangeJSON struct {
	Field  string `json:"field"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

func runHistory(ctx context.Context, sh *shell, number string) error {
	n, err := numberArg(number)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	lived, err := s.Journal.History(ctx, n)
	if err != nil {
		return err
	}
	zone := s.People.Now().Location()
	if sh.asJSON {
		shapes := make([]livedJSON, len(lived))
		for i, l := range lived {
			shapes[i] = livedJSON{At: stampText(rapport.StampOf(l.At.Time().In(zone))), What: l.What}
			for _, c := range l.Changed {
				shapes[i].Changed = append(shapes[i].Changed, fieldChangeJSON{c.Name, c.Before, c.After})
			}
		}
		return sh.object("history", shapes)
	}
	p := sh.outPaint()
	for _, l := range lived {
		at := l.At.Time().In(zone)
		sh.printf("%s  %s\n", p.dim(shortDay(rapport.DayOf(at))+at.Format(" 15:04")), l.What)
		for _, c := range l.Changed {
			sh.printf("   %s: %s -> %s\n", c.Name, orNothing(c.Before), orNothing(c.After))
		}
	}
	return nil
}

func orNothing(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}
