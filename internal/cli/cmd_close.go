package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
)

func newClose(sh *shell) *cobra.Command {
	on := ""
	cmd := &cobra.Command{
		Use:   `close NUMBER ["what came of it"]`,
		Short: "Say that something ended: an ask answered, a promise kept, a topic raised",
		Long: `Close says that something with a number is over, today or on the day of --on, and what
came of it. An ask was answered, a promise kept, an agenda item raised, an instruction
carried out, a preference no longer holds. "rapport reopen" takes it back.`,
		Example: `  rapport close 31 "yes, from January"
  rapport close 44 --on yesterday`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error { return runClose(cmd.Context(), sh, args, on) },
	}
	cmd.Flags().StringVar(&on, "on", "", "the `day` on which it ended")
	return cmd
}

func runClose(ctx context.Context, sh *shell, args []string, on string) error {
	n, err := numberArg(args[0])
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	if err := s.Journal.Close(ctx, n, on, strings.Join(args[1:], " ")); err != nil {
		return err
	}
	return sh.closed(ctx, s, "closed", n)
}

func newReopen(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "reopen NUMBER...",
		Short:   "Say that something did not end after all",
		Example: "  rapport reopen 31",
		Args:    argsBetween(1, -1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runReopen(cmd.Context(), sh, args) },
	}
}

func runReopen(ctx context.Context, sh *shell, args []string) error {
	numbers, err := numberArgs(args)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	for _, n := range numbers {
		if err := s.Journal.Reopen(ctx, n); err != nil {
			return err
		}
	}
	return sh.closed(ctx, s, "reopened", numbers...)
}

// closed says what was closed or reopened.
func (sh *shell) closed(ctx context.Context, s *Session, verb string, numbers ...rapport.Number) error {
	if sh.asJSON {
		return sh.object(verb, numbers)
	}
	for _, n := range numbers {
		shown, _, err := s.Journal.Show(ctx, n)
		if err != nil {
			return err
		}
		text := ""
		if shown.Fact != nil {
			text = "  " + shown.Fact.Text
		}
		sh.sayf("%s %s %d%s", verb, shown.Ref.Noun, n, text)
	}
	return nil
}
