package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

type giveAndGetOptions struct{ boss, quarter string }

func newGiveAndGet(sh *shell) *cobra.Command {
	var o giveAndGetOptions
	cmd := &cobra.Command{
		Use:   "give-and-get [@BOSS]",
		Short: "What you and a boss had of each other",
		Long: `Give-and-get lists what went both ways in a quarter, with its days: what you provided, what you
received, and what is open on both sides. It counts lines and weighs nothing.`,
		Example: `  rapport give-and-get @dana
  rapport give-and-get @dana --quarter "q3 2026"`,
		Args:              argsBetween(0, 1),
		ValidArgsFunction: sh.completeBoss,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.boss = args[0]
			}
			return runGiveAndGet(cmd.Context(), sh, o)
		},
	}
	cmd.Flags().StringVarP(&o.boss, "boss", "b", "", "only with this `boss`")
	cmd.Flags().StringVar(&o.quarter, "quarter", "", "the `period`, such as q3, \"last quarter\" or 2026; this quarter without it")
	sh.completeFlags(cmd, "boss")
	return cmd
}

func runGiveAndGet(ctx context.Context, sh *shell, o giveAndGetOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	var period rapport.Period
	if o.quarter != "" {
		if period, err = s.Period(o.quarter); err != nil {
			return err
		}
	}
	g, err := s.Promises.GiveAndGet(ctx, bossArg(o.boss), period)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("give_and_get", giveAndGetShape(g))
	}
	p := sh.outPaint()
	sh.printf("%s to %s\n", shortDay(g.From), shortDay(g.Until))
	for _, part := range [...]struct {
		title string
		lines []promises.Line
	}{{"You provided", g.Provided}, {"You received", g.Received}, {"Open on your side", g.IOwe}, {"Open on the other side", g.TheyOwe}} {
		sh.printf("\n%s\n", p.bold(part.title+": "+itoa(len(part.lines))))
		rows := make([][]string, len(part.lines))
		for i, l := range part.lines {
			day := nearDay(l.Day, s.Promises.Today())
			if l.Day == "" {
				day = "no day"
			}
			rows[i] = []string{p.dim(itoa(int(l.Number))), p.dim(day), personText(g.Names, l.With), l.What, l.Text}
		}
		sh.table(rows)
	}
	return nil
}
