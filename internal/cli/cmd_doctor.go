package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
)

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
	now := s.People.Now()
	zone := "the zone of this system, " + now.Format("MST")
	if s.People.User.Zone != "" {
		zone = "zone " + now.Location().String()
	}
	return append(checks, Check{Name: "zone", OK: true, Says: "today is " + shortDay(rapport.DayOf(now)) + " in " + zone})
}
