package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

type oweOptions struct {
	words                   []string
	by, on, hours, to, from string
	theirs                  bool
}

func (o *oweOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.by, "by", "", "`day` it is due")
	f.StringVar(&o.on, "on", "", "`day` it was promised; today without it")
	f.StringVar(&o.hours, "hours", "", "`hours` of work in it")
	f.StringVar(&o.to, "to", "", "`person` it was promised to, where that is not a boss")
}

func newOwe(sh *shell) *cobra.Command {
	var o oweOptions
	cmd := &cobra.Command{
		Use:   `owe "WHAT" [@BOSS | to:NAME] [by:DAY] [hours:N]`,
		Short: "Write down what you promised",
		Long: `Owe writes down a promise of yours, to a boss or, with to:, to anybody else.
Say by: when it is due and hours: how much work is left in it; "rapport load" adds them up.
"rapport keep N" says that you kept it, "rapport move N by:DAY" that it has a new day.`,
		Example: `  rapport owe @dana "draft of the audit answer" by:thu hours:3
  rapport owe "rota for January" to:Jonas by:"end of month"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runOwe(cmd.Context(), sh, o)
		},
	}
	o.flags(cmd)
	return cmd
}

func newPromised(sh *shell) *cobra.Command {
	o := oweOptions{theirs: true}
	cmd := &cobra.Command{
		Use:   `promised "WHAT" [@BOSS | from:NAME] [to:NAME] [by:DAY]`,
		Short: "Remember what was promised to you",
		Long: `Promised keeps in mind what a boss or, with from:, anybody else promised: to you, unless to:
says otherwise. It is remembered, not assigned: nobody is reminded of it but you.`,
		Example: `  rapport promised @dana "answer on the budget" by:"end of month"
  rapport promised "figures of the second quarter" from:Priya by:fri`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runOwe(cmd.Context(), sh, o)
		},
	}
	o.flags(cmd)
	cmd.Flags().StringVar(&o.from, "from", "", "`person` who promised it, where that is not a boss")
	return cmd
}

func runOwe(ctx context.Context, sh *shell, o oweOptions) error {
	example := `rapport owe @dana "draft of the audit answer" by:thu`
	if o.theirs {
		example = `rapport promised @dana "answer on the budget" by:"end of month"`
	}
	words, err := sh.typed(o.words, example)
	if err != nil {
		return err
	}
	in := promises.Input{Words: words, Marks: marked("by", o.by, "on", o.on, "hours", o.hours, "to", o.to, "from", o.from)}
	var made promises.Made
	s, err := sh.attempt(ctx, func(s *Session) (err error) {
		if o.theirs {
			made, err = s.Promises.Promised(ctx, in)
		} else {
			made, err = s.Promises.Owe(ctx, in)
		}
		return err
	})
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("promise", promiseShape(made.Promise, made.Names), "endangers", dateShapes(made.Endangered, made.Names))
	}
	sh.printf("%d\n", made.Promise.Number)
	sh.echoPromise(s, made)
	return nil
}

// echoPromise says what was understood of a promise.
func (sh *shell) echoPromise(s *Session, made promises.Made) {
	p := made.Promise
	head := "you promised " + made.Names.Person(p.To)
	if !p.IsMine() {
		head = made.Names.Person(p.By) + " promised"
		if !p.To.IsMe() {
			head += " " + made.Names.Person(p.To)
		}
	}
	head += ", " + dueText(p.Due, made.DueSaid)
	if p.Hours.Said {
		head += ", " + hoursText(p.Hours)
	}
	if p.Day() != s.Promises.Today() {
		head += ", said " + shortDay(p.Day())
	}
	sh.understood(p.Number, head, p.Text, fmt.Sprintf("rapport edit %d due:DAY, or rapport undo", p.Number))
	sh.noteZone(p.Due, made.Names.Boss(p.Boss()), made.OtherZone)
	sh.warnDates(p.Number, p.DueNow, made.Endangered)
}

// warnDates says which dates of others a promise comes too late for.
func (sh *shell) warnDates(n rapport.Number, due rapport.Day, dates []rapport.TeamDate) {
	for _, d := range dates {
		whose := d.Whose
		if whose != "" {
			whose = " (" + whose + ")"
		}
		sh.sayf("%s %d is due %s, after %s%s on %s", sh.errPaint().yellow("note:"), n, shortDay(due), clipped(d.Text), whose, shortDay(d.Due))
	}
}
