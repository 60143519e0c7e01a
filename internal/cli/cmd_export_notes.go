package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/intake"
)

type exportNotesOptions struct{ into, out, since string }

func newExportNotes(sh *shell) *cobra.Command {
	var o exportNotesOptions
	cmd := &cobra.Command{
		Use:   "notes [@boss]",
		Short: "Write the running notes of your one-on-ones with a boss",
		Long: `Notes writes what is on record for a boss in the form of running notes: a heading for each
day, your lines below fixed questions, their replies below your lines. With --into it
continues a file that you keep by hand: nothing that stands there is changed, and nothing
is written twice. Nothing private can be in it.`,
		Example: `  rapport export notes @dana > 1on1-dana.md
  rapport export notes @dana --into 1on1-dana.md`,
		Args: argsBetween(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error { return runExportNotes(cmd.Context(), sh, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.into, "into", "", "continue this `file`, in one step")
	f.StringVarP(&o.out, "out", "o", "", "write a new file to this `path`; - is stdout")
	f.StringVar(&o.since, "since", "", "only from this `day` on")
	cmd.MarkFlagsMutuallyExclusive("into", "out")
	return cmd
}

func runExportNotes(ctx context.Context, sh *shell, args []string, o exportNotesOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	e := intake.NotesExport{Title: o.into}
	if len(args) == 1 {
		if e.Boss = bossArg(args[0]); e.Boss == "" {
			return usageError("rapport export notes [@boss]", "%q names no boss", args[0])
		}
	} else if _, err := rapport.FindBoss(sh.bosses(ctx, s), ""); err != nil {
		return err
	}
	if o.since != "" {
		if e.Period.From, err = s.Day(o.since, false); err != nil {
			return err
		}
	}
	if o.into != "" {
		if e.Into, err = sh.slurp(o.into, 8<<20); err != nil {
			return err
		}
	}
	text, added, boss, err := s.Intake.ExportNotes(ctx, e)
	if err != nil {
		if o.into != "" {
			return notTaken(err, o.into, "notes")
		}
		return err
	}
	target := o.into
	if target == "" && o.out != "-" {
		target = o.out
	}
	switch {
	case target != "" && (o.into == "" || added > 0):
		if err := writeFile(sh.path(target), target, text); err != nil {
			return err
		}
	case target == "" && !sh.asJSON:
		sh.printf("%s", text)
	}
	if sh.asJSON {
		return sh.object("notes", text, "boss", boss.Slug, "lines", added)
	}
	switch {
	case added == 0 && o.into != "":
		sh.sayf("%s has everything already", o.into)
	case added == 0:
		sh.sayf("nothing is on record for %s yet", boss.Name)
	case target != "":
		sh.sayf("%s written to %s", counted(added, "line", "lines"), target)
	}
	return nil
}

// bosses are those on record, nobody where that cannot be read.
func (sh *shell) bosses(ctx context.Context, s *Session) []rapport.Boss {
	names, err := s.Intake.Names(ctx)
	if err != nil {
		return nil
	}
	return names.Bosses
}
