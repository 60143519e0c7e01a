package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
)

func newRemove(sh *shell) *cobra.Command {
	restore := false
	cmd := &cobra.Command{
		Use:   "rm NUMBER...",
		Short: "Remove entries; --restore brings them back",
		Long: `Rm takes things out of every list and report. Nothing is destroyed: rm --restore
brings a removed thing back at any time, and undo takes the last removal back. To delete
for good there is "rapport purge".`,
		Example: `  rapport rm 12
  rapport rm 14-17
  rapport rm --restore 12`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error { return runRemove(cmd.Context(), sh, args, restore) },
	}
	cmd.Flags().BoolVar(&restore, "restore", false, "bring removed things back")
	return cmd
}

func runRemove(ctx context.Context, sh *shell, args []string, restore bool) error {
	numbers, err := numberArgs(args)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	verb, run := "removed", s.Journal.Remove
	if restore {
		verb, run = "restored", s.Journal.Restore
	}
	refs, err := run(ctx, numbers...)
	if err != nil {
		return err
	}
	done := make([]rapport.Number, len(refs))
	for i, ref := range refs {
		done[i] = ref.Number
	}
	if sh.asJSON {
		return sh.object(verb, done)
	}
	for _, ref := range refs {
		sh.sayf("%s %s %d", verb, ref.Noun, ref.Number)
	}
	switch {
	case len(refs) == 0:
		sh.sayf("nothing to do: already %s", verb)
	case !restore:
		sh.sayf("   back again: rapport rm --restore %d", refs[0].Number)
	}
	return nil
}
