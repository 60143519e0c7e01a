package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"rapport"
)

func newPurge(sh *shell) *cobra.Command {
	sure := false
	cmd := &cobra.Command{
		Use:   "purge NUMBER...",
		Short: "Delete for good, from the file and its indexes",
		Long: `Purge deletes what rm only hides: the record, its words in the index, the changes that
could bring it back, and their traces in the file and its log. It cannot be undone.
Backups, exports and what was sent keep what they hold.`,
		Example: "  rapport purge 12 --yes",
		Args:    argsBetween(1, -1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runPurge(cmd.Context(), sh, args, sure) },
	}
	cmd.Flags().BoolVarP(&sure, "yes", "y", false, "do not ask")
	return cmd
}

func runPurge(ctx context.Context, sh *shell, args []string, sure bool) error {
	numbers, err := numberArgs(args)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	what := counted(len(numbers), "record", "records")
	switch {
	case sure:
	case !sh.env.Asks:
		return rapport.Errorf(rapport.Invalid, "purging %s cannot be undone, and nobody is here to be asked", what).
			WithHint("add --yes, or hide it with: rapport rm %d", numbers[0])
	default:
		answer, err := sh.choose(fmt.Sprintf("Delete %s for good? no, yes", what), "no", "yes")
		if err != nil {
			return err
		}
		if answer != "yes" {
			return rapport.Errorf(rapport.Invalid, "nothing was deleted").WithHint("`rapport rm` hides a record and can bring it back")
		}
	}
	purged, err := s.Journal.Purge(ctx, numbers...)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("purged", numbers)
	}
	for _, p := range purged {
		sh.sayf("deleted %s %d for good", p.Noun, p.Number)
	}
	sh.sayf("   backups and exports made before still hold what they held")
	return nil
}
