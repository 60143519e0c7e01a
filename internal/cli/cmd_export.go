package cli

import (
	"context"
	"io"
	"os"

	"github.com/spf13/cobra"
)

func newExport(sh *shell) *cobra.Command {
	out := ""
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write everything as a journal, private notes included",
		Long: `Export writes the whole record as JSON Lines, private notes included: it is for you.
Importing it into an empty store gives the same store.`,
		Example: `  rapport export > journal.jsonl
  rapport export --out journal.jsonl`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runExport(cmd.Context(), sh, out) },
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "write it to a new `file` that only you can read")
	return cmd
}

func runExport(ctx context.Context, sh *shell, out string) (err error) {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	var w io.Writer = sh.out
	if out != "" {
		f, err := os.OpenFile(sh.path(out), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return fileError(err, "writing", out)
		}
		defer func() {
			if closing := f.Close(); closing != nil && err == nil {
				err = fileError(closing, "writing", out)
			}
		}()
		w = f
	}
	if err := s.Journal.Export(ctx, w); err != nil {
		return err
	}
	if out != "" {
		sh.sayf("everything is in %s, private notes included", out)
	}
	return nil
}
