package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"rapport/internal/diary"
)

type calendarOptions struct {
	out string
	all bool
}

func newCalendar(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "calendar",
		Short: "Put one-on-ones, reports and promises into your calendar",
		Long: `Calendar writes what is on record as a calendar file: one-on-ones that are booked, the
rhythms that were agreed, the day before each for your report, and your promises on the day
they are due. To take one in: rapport import calendar.`,
		Example: `  rapport calendar export > rapport.ics
  rapport calendar export --out ~/public/rapport.ics`,
		Args: noArgs,
	}
	cmd.AddCommand(newCalendarExport(sh))
	return cmd
}

func newCalendarExport(sh *shell) *cobra.Command {
	var o calendarOptions
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write an .ics file",
		Long: `Export writes an .ics file that any calendar can read or subscribe to. Writing it again
changes the events that were there before and makes no new ones. Nothing private can be in it.`,
		Example: `  rapport calendar export > rapport.ics
  rapport calendar export --out ~/public/rapport.ics --all`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runCalendarExport(cmd.Context(), sh, o) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.out, "out", "o", "", "write it to this `file`, in one step; - is stdout")
	f.BoolVar(&o.all, "all", false, "with the one-on-ones that came from a calendar")
	return cmd
}

func runCalendarExport(ctx context.Context, sh *shell, o calendarOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	c, err := s.Diary.Calendar(ctx, diary.Options{All: o.all})
	if err != nil {
		return err
	}
	text, err := s.Diary.Encode(c)
	if err != nil {
		return err
	}
	switch {
	case o.out != "" && o.out != "-":
		if err := writeFile(sh.path(o.out), o.out, string(text)); err != nil {
			return err
		}
		if sh.asJSON {
			if err := sh.object("calendar", o.out, "talks", c.Talks, "reports", c.Reports, "promises", c.Promises, "left_out", c.LeftOut, "says", nonNil(c.Says)); err != nil {
				return err
			}
		}
	case sh.asJSON:
		return sh.object("calendar", string(text), "talks", c.Talks, "reports", c.Reports, "promises", c.Promises, "left_out", c.LeftOut, "says", nonNil(c.Says))
	default:
		sh.printf("%s", text)
	}
	what := fmt.Sprintf("%s, %s, %s", counted(c.Talks, "one-on-one", "one-on-ones"), counted(c.Reports, "report", "reports"), counted(c.Promises, "promise", "promises"))
	if o.out != "" && o.out != "-" {
		what = o.out + ": " + what
	}
	sh.sayf("%s", what)
	if c.LeftOut > 0 {
		sh.sayf("%s left out, as they came from a calendar; --all takes them in", counted(c.LeftOut, "one-on-one was", "one-on-ones were"))
	}
	for _, says := range c.Says {
		sh.sayf("%s", says)
	}
	return nil
}
