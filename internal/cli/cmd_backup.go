package cli

import (
	"context"

	"github.com/spf13/cobra"
)

func newBackup(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "backup [FILE]",
		Short:   "Copy the whole store to a new file",
		Example: "  rapport backup\n  rapport backup /media/stick/rapport.db",
		Args:    argsBetween(0, 1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runBackup(cmd.Context(), sh, args) },
	}
}

func runBackup(ctx context.Context, sh *shell, args []string) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	name := "rapport-" + sh.env.Now().Format("20060102-150405") + ".db"
	if len(args) == 1 {
		name = args[0]
	}
	path := sh.path(name)
	if err := s.Backup(ctx, path); err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("backup", path)
	}
	sh.printf("%s\n", path)
	sh.sayf("it holds everything, private notes included; `rapport restore %s` puts it back", name)
	return nil
}
