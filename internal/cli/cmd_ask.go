package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

type askOptions struct {
	words                               []string
	by, on, goal, boss                  string
	currency, purpose, without, channel string
	benefitMe, benefitBoss, benefitOrg  string
	introduce, forward                  string
	options, gains, pays                []string
}

func newAsk(sh *shell) *cobra.Command {
	var o askOptions
	cmd := &cobra.Command{
		Use:   `ask "WHAT" [@BOSS] [for:GOAL] [by:DAY] [currency:…] [purpose:"…"] [default:"…"] [channel:…]`,
		Short: "Write down what you ask a boss for",
		Long: `Ask writes down what you ask for, and what makes it easy to answer: the goal of theirs it helps
(for:), the day you need it (by:), what it is good for (purpose: or ->), and what happens without
an answer (default:). It is for information, resources, backing, development, a decision or advice;
where you do not say currency: it is guessed, and the guess says why.`,
		Example: `  rapport ask "two more analysts" @dana for:payments by:fri default:"we drop the second report"
  rapport ask "could you decide on the supplier" @dana by:"3 dec" --option "stay with Harlan" --option "move to Bell" --pays finance
  rapport ask again 42 via:chat`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runAsk(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.by, "by", "", "`day` you need it")
	f.StringVar(&o.on, "on", "", "`day` you asked; today without it")
	f.StringVar(&o.goal, "for", "", "`goal` of theirs that it helps")
	f.StringVarP(&o.boss, "boss", "b", "", "`boss` you ask")
	f.StringVarP(&o.currency, "currency", "c", "", "what it is `for`: information, resources, backing, development, decision, advice")
	f.StringVar(&o.purpose, "purpose", "", "`what` it is good for")
	f.StringVar(&o.without, "default", "", "`what` happens without an answer")
	f.StringVar(&o.channel, "channel", "", "the `way` you asked, such as mail")
	f.StringVar(&o.benefitMe, "benefit-me", "", "`what` is in it for you")
	f.StringVar(&o.benefitBoss, "benefit-boss", "", "`what` is in it for the boss")
	f.StringVar(&o.benefitOrg, "benefit-org", "", "`what` is in it for the organisation")
	f.StringArrayVar(&o.options, "option", nil, "`one` way to answer it; may be repeated")
	f.StringArrayVar(&o.gains, "gains", nil, "`who` wins by it; may be repeated")
	f.StringArrayVar(&o.pays, "pays", nil, "`who` bears the cost; may be repeated")
	f.StringVar(&o.introduce, "introduce", "", "`who` you ask to be introduced to")
	f.StringVar(&o.forward, "forward", "", "the `sentence` the boss can pass on")
	sh.completeFlags(cmd, "for", "boss")
	cmd.AddCommand(newAskAgain(sh), newAskWithdraw(sh), newAskOutcome(sh))
	return cmd
}

func (o askOptions) input(words []string) promises.AskInput {
	return promises.AskInput{
		Input: promises.Input{Words: words, Marks: marked("by", o.by, "on", o.on, "for", string(goalArg(o.goal)), "boss", string(bossArg(o.boss)),
			"currency", o.currency, "purpose", o.purpose, "default", o.without, "channel", o.channel,
			"benefit-me", o.benefitMe, "benefit-boss", o.benefitBoss, "benefit-org", o.benefitOrg, "introduce", o.introduce, "forward", o.forward)},
		Options: o.options, Gains: o.gains, Pays: o.pays,
	}
}

func runAsk(ctx context.Context, sh *shell, o askOptions) error {
	words, err := sh.typed(o.words, `rapport ask "two more analysts" @dana by:fri`)
	if err != nil {
		return err
	}
	return sh.askFor(ctx, o.input(words), func(s *Session) func(context.Context, promises.AskInput) (promises.Asked, error) {
		return s.Promises.Ask
	})
}

// askFor writes an ask down and echoes it.
func (sh *shell) askFor(ctx context.Context, in promises.AskInput, act func(*Session) func(context.Context, promises.AskInput) (promises.Asked, error)) error {
	var asked promises.Asked
	_, err := sh.attempt(ctx, func(s *Session) (err error) {
		asked, err = act(s)(ctx, in)
		return err
	})
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("ask", askShape(asked.Ask, asked.Names), "currency_why", asked.CurrencyWhy, "question", asked.Question, "advice", asked.Advice)
	}
	sh.printf("%d\n", asked.Ask.Number)
	sh.echoAsk(asked)
	return nil
}

func (sh *shell) echoAsk(asked promises.Asked) {
	a, p := asked.Ask, sh.errPaint()
	boss := asked.Names.Boss(a.Boss)
	head := fmt.Sprintf("you ask %s for %s", boss.Name, currencyText(a.Currency))
	wrong := fmt.Sprintf("rapport edit %d due:DAY, or rapport undo", a.Number)
	if asked.CurrencyWhy != "" {
		head += p.dim(" (guessed: " + asked.CurrencyWhy + ")")
		wrong = fmt.Sprintf("rapport edit %d currency:%s, or rapport undo", a.Number, otherCurrency(a.Currency))
	}
	head += ", " + dueText(a.Due, asked.DueSaid)
	if a.Goal != 0 {
		head += ", for:" + string(asked.Names.Goal(a.Goal).Slug)
	}
	sh.understood(a.Number, head, a.Text, wrong)
	sh.noteZone(a.Due, boss, asked.OtherZone)
	if a.Forward != "" {
		sh.sayf("   to forward: %s", clipped(a.Forward))
	}
	if asked.Question != "" {
		sh.sayf("   %s", asked.Question)
	}
	if asked.Advice != "" {
		sh.sayf("   %s", asked.Advice)
	}
}

func currencyText(c rapport.Currency) string {
	if c == rapport.ADecision {
		return "a decision"
	}
	return string(c)
}

// otherCurrency is an example of a currency that it is not.
func otherCurrency(c rapport.Currency) rapport.Currency {
	if c == rapport.ADecision {
		return rapport.Resources
	}
	return rapport.ADecision
}

func newAskAgain(sh *shell) *cobra.Command {
	var via, on string
	cmd := &cobra.Command{
		Use:     "again N [via:WAY]",
		Short:   "Say that you asked once more",
		Example: "  rapport ask again 42 via:chat",
		Args:    argsBetween(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 2 {
				via = strings.TrimPrefix(args[1], "via:")
			}
			return sh.changeAsk(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.Ask, rapport.Names, error) {
				return s.Promises.AskAgain(ctx, n, via, on)
			})
		},
	}
	cmd.Flags().StringVar(&via, "via", "", "the `way` this time")
	cmd.Flags().StringVar(&on, "on", "", "the `day`; today without it")
	return cmd
}

func newAskWithdraw(sh *shell) *cobra.Command {
	var on string
	cmd := &cobra.Command{
		Use:     "withdraw N",
		Short:   "Take an ask back",
		Example: "  rapport ask withdraw 42",
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.changeAsk(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.Ask, rapport.Names, error) {
				return s.Promises.WithdrawAsk(ctx, n, on)
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "the `day`; today without it")
	return cmd
}

func newAskOutcome(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `outcome N "WORDS"`,
		Short:   "Say what came of an ask",
		Example: `  rapport ask outcome 42 "both analysts started in January"`,
		Args:    argsBetween(2, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.changeAsk(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.Ask, rapport.Names, error) {
				return s.Promises.AskOutcome(ctx, n, strings.Join(args[1:], " "))
			})
		},
	}
}

func newAnswer(sh *shell) *cobra.Command {
	var on string
	cmd := &cobra.Command{
		Use:     `answer N "WORDS"`,
		Short:   "Write down the answer to an ask",
		Example: `  rapport answer 42 "yes, from January" --on yesterday`,
		Args:    argsBetween(2, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			words, err := sh.typed(args[1:], "")
			if err != nil {
				return err
			}
			return sh.changeAsk(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.Ask, rapport.Names, error) {
				return s.Promises.Answer(ctx, n, strings.Join(words, " "), on)
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "the `day` of the answer; today without it")
	return cmd
}

// changeAsk does something to the ask with a number and says where it stands.
func (sh *shell) changeAsk(ctx context.Context, number string, act func(context.Context, *Session, rapport.Number) (rapport.Ask, rapport.Names, error)) error {
	n, err := numberArg(number)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	a, names, err := act(ctx, s, n)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("ask", askShape(a, names))
	}
	sh.sayf("%s %s", sh.errPaint().bold(fmt.Sprint(n)), askStanding(a))
	sh.sayf("   %s", clipped(a.Text))
	return nil
}

// askStanding says where an ask stands.
func askStanding(a rapport.Ask) string {
	switch a.State() {
	case rapport.StateWithdrawn:
		return "withdrawn on " + shortDay(a.WithdrawnOn)
	case rapport.StateAnswered:
		text := "answered"
		if a.AnsweredOn != "" {
			text += " on " + shortDay(a.AnsweredOn)
		}
		if a.Answer != "" {
			text += ": " + a.Answer
		}
		if a.Outcome != "" {
			text += " -> " + a.Outcome
		}
		return text
	}
	text := "open, asked " + counted(a.TimesAsked(), "time", "times")
	if a.Channel != "" {
		text += ", last by " + a.Channel
	}
	return text
}
