package cli

import (
	"context"
	"errors"
	"os"

	"github.com/spf13/cobra"

	"rapport"
)

func newExport(sh *shell) *cobra.Command {
	out := ""
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write everything as a journal, private notes included",
		Long: `Export writes the whole record as JSON Lines, private notes included: it is for you.
Importing it into an empty store gives the same store.`,
		Example: `  rapport export > journal.jsonl
  rapport export --out journal.jsonl
  rapport export notes @dana`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runExport(cmd.Context(), sh, out) },
	}
	cmd.AddCommand(newExportNotes(sh))
	cmd.Flags().StringVarP(&out, "out", "o", "", "write it to a new `file` that only you can read")
	return cmd
}

func runExport(ctx context.Context, sh *shell, out string) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	if out == "" {
		return s.Journal.Export(ctx, sh.out)
	}
	if err := exportTo(ctx, s, sh.path(out), out); err != nil {
		return err
	}
	sh.sayf("everything is in %s, private notes included", out)
	return nil
}

// exportTo writes the journal into a new file. One that could not be finished
// is removed, so that nobody takes it for the whole.
func exportTo(ctx context.Context, s *Session, path, name string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fileError(err, "writing", name)
	}
	err = s.Journal.Export(ctx, f)
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		return nil
	}
	_ = os.Remove(path) // the error says more
	var known *rapport.Error
	if errors.As(err, &known) {
		return err
	}
	return fileError(err, "writing", name)
}
