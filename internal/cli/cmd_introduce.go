package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

func newIntroduce(sh *shell) *cobra.Command {
	var o askOptions
	cmd := &cobra.Command{
		Use:   `introduce "WHOM" [@BOSS] [purpose:"…"] [forward:"…"] [by:DAY]`,
		Short: "Ask a boss to introduce you to somebody",
		Long: `Introduce writes down whom you asked to be introduced to, what for, and the sentence that the boss
can pass on as it is. "rapport introduce made N" says that it was made, "used N" what came of it.`,
		Example: `  rapport introduce "Priya Nair" @dana --forward "Ana runs the ward rota and would like 20 minutes on yours"
  rapport introduce made 42
  rapport introduce used 42 "she shares her rota from March on"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runIntroduce(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.by, "by", "", "`day` you need it")
	f.StringVar(&o.on, "on", "", "`day` you asked; today without it")
	f.StringVarP(&o.boss, "boss", "b", "", "`boss` you ask")
	f.StringVar(&o.goal, "for", "", "`goal` of theirs that it helps")
	f.StringVar(&o.purpose, "purpose", "", "`what` it is good for")
	f.StringVar(&o.channel, "channel", "", "the `way` you asked, such as mail")
	f.StringVar(&o.forward, "forward", "", "the `sentence` the boss can pass on")
	sh.completeFlags(cmd, "for", "boss")
	cmd.AddCommand(newIntroduceMade(sh), newIntroduceUsed(sh))
	return cmd
}

func runIntroduce(ctx context.Context, sh *shell, o askOptions) error {
	words, err := sh.typed(o.words, `rapport introduce "Priya Nair" @dana --forward "…"`)
	if err != nil {
		return err
	}
	return sh.askFor(ctx, o.input(words), func(s *Session) func(context.Context, promises.AskInput) (promises.Asked, error) {
		return s.Promises.Introduce
	})
}

func newIntroduceMade(sh *shell) *cobra.Command {
	var on string
	cmd := &cobra.Command{
		Use:     `made N ["WORDS"]`,
		Short:   "Say that the boss made the introduction",
		Example: `  rapport introduce made 42 "by mail, both of us in copy" --on monday`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.changeAsk(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.Ask, rapport.Names, error) {
				return s.Promises.IntroductionMade(ctx, n, strings.Join(args[1:], " "), on)
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "the `day`; today without it")
	return cmd
}

func newIntroduceUsed(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `used N ["WORDS"]`,
		Short:   "Say what came of an introduction",
		Example: `  rapport introduce used 42 "she shares her rota from March on"`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.changeAsk(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.Ask, rapport.Names, error) {
				return s.Promises.IntroductionUsed(ctx, n, strings.Join(args[1:], " "))
			})
		},
	}
}
