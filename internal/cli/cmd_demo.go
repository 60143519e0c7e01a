package cli

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/config"
)

func newDemo(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "demo",
		Short: "Make a sample life in a store of its own, to look around",
		Long: `Demo makes four invented weeks of a ward nurse's work in a store of its own, marked as
a sample. Your own store is not touched.`,
		Example: "  rapport demo",
		Args:    noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runDemo(cmd.Context(), sh) },
	}
}

func runDemo(ctx context.Context, sh *shell) error {
	if sh.db == "" {
		dir, err := config.DataDir(sh.env.Getenv)
		if err != nil {
			return err
		}
		sh.db = filepath.Join(dir, "demo.db")
	}
	s, err := sh.write(ctx)
	if err != nil {
		return err
	}
	st, err := s.Reports.Status(ctx)
	if err != nil {
		return err
	}
	switch entries := st.Entries; {
	case s.People.User.Sample && entries > 0:
		sh.sayf("the sample life is there already")
	case entries > 0:
		return rapport.Errorf(rapport.Conflict, "%s holds somebody's work; the sample life needs a store of its own", s.Location).
			WithHint("leave --db out, or name a new file")
	default:
		if err := fillDemo(ctx, s); err != nil {
			return err
		}
	}
	if sh.asJSON {
		return sh.object("demo", s.Location)
	}
	sh.printf("%s\n", s.Location)
	sh.sayf("a sample life; look around with:")
	for _, command := range []string{"status", "report", "list --week", "search pump"} {
		sh.sayf("  rapport --db %s %s", s.Location, command)
	}
	return nil
}
