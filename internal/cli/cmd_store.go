package cli

import (
	"context"
	"path/filepath"

	"github.com/spf13/cobra"

	"rapport"
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

func newDoctor(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Check the store and what the program needs of this machine",
		Long:  "Doctor looks and changes nothing. It exits with 3 when it found something.",
		Args:  noArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return runDoctor(cmd.Context(), sh) },
	}
}

func runDoctor(ctx context.Context, sh *shell) error {
	checks := append(storeChecks(ctx, sh), sh.wiring.Checks(ctx)...)
	for _, c := range checks {
		sh.found = sh.found || !c.OK
	}
	if sh.asJSON {
		return sh.object("checks", checks)
	}
	p := sh.outPaint()
	for _, c := range checks {
		mark := p.green("ok  ")
		if !c.OK {
			mark = p.red("look")
		}
		sh.printf("%s  %s  %s\n", mark, pad(c.Name, 12), c.Says)
		if c.Hint != "" {
			sh.printf("      %s  %s\n", pad("", 12), c.Hint)
		}
	}
	return nil
}

// storeChecks opens the store and asks the database whether it is sound.
func storeChecks(ctx context.Context, sh *shell) []Check {
	failed := func(name string, err error) Check {
		return Check{Name: name, Says: err.Error(), Hint: rapport.HintOf(err)}
	}
	location, err := sh.location()
	if err != nil {
		return []Check{failed("config", err)}
	}
	s, err := sh.read(ctx)
	switch {
	case rapport.CodeOf(err) == rapport.NotFound:
		return []Check{{Name: "store", OK: true, Says: "there is none yet at " + location, Hint: rapport.HintOf(err)}}
	case err != nil:
		return []Check{failed("store", err)}
	}
	checks := []Check{{Name: "store", OK: true, Says: s.Database + " at " + s.Location}}
	found, err := s.Check(ctx)
	switch {
	case err != nil:
		checks = append(checks, failed("sound", err))
	case len(found) > 0:
		for _, says := range found {
			checks = append(checks, Check{Name: "sound", Says: says, Hint: "`rapport export` what can be read, then `rapport restore` your last backup"})
		}
	default:
		checks = append(checks, Check{Name: "sound", OK: true, Says: "the database finds nothing wrong"})
	}
	zone := s.People.Now().Location().String()
	return append(checks, Check{Name: "zone", OK: true, Says: "today is " + shortDay(rapport.DayOf(s.People.Now())) + " in zone " + zone})
}

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
