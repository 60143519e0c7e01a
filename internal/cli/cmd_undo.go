package cli

import (
	"context"

	"github.com/spf13/cobra"
)

func newUndo(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "undo",
		Short: "Take the last change back",
		Long:  "Undo takes the last change back, whatever command made it; again, the one before it.",
		Args:  noArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return runUndo(cmd.Context(), sh) },
	}
}

func runUndo(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	what, err := s.Journal.Undo(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("undone", what)
	}
	sh.sayf("taken back: %s", what)
	return nil
}
