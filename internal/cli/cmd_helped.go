package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

type helpedOptions struct {
	words                     []string
	on, hours, to, from, boss string
	byThem                    bool
}

func (o *helpedOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.on, "on", "", "the `day`; today without it")
	f.StringVar(&o.hours, "hours", "", "`hours` that it took")
	f.StringVarP(&o.boss, "boss", "b", "", "the `boss`")
}

func newHelped(sh *shell) *cobra.Command {
	var o helpedOptions
	cmd := &cobra.Command{
		Use:   `helped "WITH WHAT" [@BOSS | to:NAME] [hours:N]`,
		Short: "Write down help that you gave",
		Example: `  rapport helped @dana "numbers for the board paper" hours:2
  rapport helped to:Jonas "his shift on Sunday" --on sunday`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runHelped(cmd.Context(), sh, o)
		},
	}
	o.flags(cmd)
	cmd.Flags().StringVar(&o.to, "to", "", "`person` you helped, where that is not a boss")
	sh.completeFlags(cmd, "boss")
	return cmd
}

func newHelpedBy(sh *shell) *cobra.Command {
	o := helpedOptions{byThem: true}
	cmd := &cobra.Command{
		Use:   `helped-by "WITH WHAT" [@BOSS | from:NAME] [hours:N]`,
		Short: "Write down help that you had, and whose credit it is",
		Example: `  rapport helped-by @dana "got us the slot at the steering group"
  rapport helped-by from:Priya "half the test cases"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runHelped(cmd.Context(), sh, o)
		},
	}
	o.flags(cmd)
	cmd.Flags().StringVar(&o.from, "from", "", "`person` who helped, where that is not a boss")
	sh.completeFlags(cmd, "boss")
	return cmd
}

func runHelped(ctx context.Context, sh *shell, o helpedOptions) error {
	words, err := sh.typed(o.words, `rapport helped @dana "numbers for the board paper"`)
	if err != nil {
		return err
	}
	in := promises.Input{Words: words, Marks: marked("on", o.on, "hours", o.hours, "to", o.to, "from", o.from, "boss", string(bossArg(o.boss)))}
	var h rapport.Help
	var names rapport.Names
	_, err = sh.attempt(ctx, func(s *Session) (err error) {
		if o.byThem {
			h, names, err = s.Promises.HelpedBy(ctx, in)
		} else {
			h, names, err = s.Promises.Helped(ctx, in)
		}
		return err
	})
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("help", helpShape(h, names))
	}
	sh.printf("%d\n", h.Number)
	head := "you helped " + names.Person(h.To)
	if o.byThem {
		head = names.Person(h.By) + " helped you"
	}
	head += ", " + shortDay(h.Day())
	if h.Hours.Said {
		head += ", " + hoursText(h.Hours)
	}
	sh.understood(h.Number, head, h.Text, fmt.Sprintf("rapport edit %d, or rapport undo", h.Number))
	return nil
}
