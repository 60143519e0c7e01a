package cli

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"
)

func newRestore(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "restore BACKUP",
		Short: "Put a backup where the store is; what was there is kept aside",
		Long: `Restore checks a backup and puts it where the store is. The store that was there is
moved aside and named, so that nothing is lost. To bring back a removed entry, use
rm --restore.`,
		Example: "  rapport restore rapport-20261103-180000.db",
		Args:    argsBetween(1, 1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runRestore(cmd.Context(), sh, args[0]) },
	}
}

func runRestore(ctx context.Context, sh *shell, backup string) error {
	to, err := sh.location()
	if err != nil {
		return err
	}
	aside, err := sh.wiring.Restore(ctx, sh.path(backup), to)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("restored", to, "aside", aside)
	}
	sh.sayf("%s is restored from %s", to, filepath.Base(backup))
	if aside != "" {
		sh.sayf("the store that was there is at %s", aside)
	}
	return nil
}
