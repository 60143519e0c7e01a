package cli

import (
	"github.com/spf13/cobra"
)

func newVersion(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which version this is",
		Args:  noArgs,
		RunE:  func(*cobra.Command, []string) error { return runVersion(sh) },
	}
}

func runVersion(sh *shell) error {
	v := sh.env.Version()
	if sh.asJSON {
		return sh.object("version", v)
	}
	sh.printf("rapport %s\n", v.Version)
	if v.Revision != "" {
		sh.printf("built from %s (%s) with %s\n", v.Revision, v.Built, v.Go)
	}
	return nil
}
