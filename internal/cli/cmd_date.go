package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

type dateOptions struct {
	words                  []string
	by, on, whose, project string
}

func newDate(sh *shell) *cobra.Command {
	var o dateOptions
	cmd := &cobra.Command{
		Use:   `date "WHAT" by:DAY [whose:NAME] [+PROJECT]`,
		Short: "Keep an eye on a date of somebody else",
		Long: `Date remembers a date of another person or team that your work could endanger. Where a promise of
yours on the same project, or the project's own day, comes after it, "rapport date", "rapport
dates" and "rapport load" say so.`,
		Example: `  rapport date "cut-over of billing" by:3dec whose:"Jonas' team" +billing
  rapport date done 42`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runDate(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.by, "by", "", "the `day`")
	f.StringVar(&o.on, "on", "", "`day` you heard of it; today without it")
	f.StringVar(&o.whose, "whose", "", "`who` has the date")
	f.StringVarP(&o.project, "project", "p", "", "`project` that it depends on")
	sh.completeFlags(cmd, "project")
	cmd.AddCommand(newDateDone(sh))
	return cmd
}

func runDate(ctx context.Context, sh *shell, o dateOptions) error {
	words, err := sh.typed(o.words, `rapport date "cut-over of billing" by:3dec whose:"Jonas' team" +billing`)
	if err != nil {
		return err
	}
	in := promises.Input{Words: words, Marks: marked("by", o.by, "on", o.on, "whose", o.whose, "project", string(projectArg(o.project)))}
	var dated promises.Dated
	_, err = sh.attempt(ctx, func(s *Session) (err error) {
		dated, err = s.Promises.Date(ctx, in)
		return err
	})
	if err != nil {
		return err
	}
	d := dated.Date
	if sh.asJSON {
		return sh.object("date", dateShape(d, dated.Names), "endangered", endangeredShapes(dated.Names, dated.Endangered))
	}
	sh.printf("%d\n", d.Number)
	head := dueText(d.Due, dated.DueSaid)
	if d.Whose != "" {
		head = d.Whose + ", " + head
	}
	if d.Project != 0 {
		head += ", +" + string(dated.Names.Project(d.Project).Slug)
	}
	sh.understood(d.Number, head, d.Text, fmt.Sprintf("rapport edit %d due:DAY, or rapport undo", d.Number))
	if dated.Endangered != nil {
		sh.warnEndangered(*dated.Endangered)
	}
	return nil
}

// warnEndangered says what of the user's comes after a date of somebody else.
func (sh *shell) warnEndangered(e promises.Endangered) {
	note := sh.errPaint().yellow("note:")
	date := fmt.Sprintf("%s on %s", clipped(e.Date.Text), shortDay(e.Date.Due))
	if e.Date.Whose != "" {
		date = fmt.Sprintf("%s (%s) on %s", clipped(e.Date.Text), e.Date.Whose, shortDay(e.Date.Due))
	}
	for _, p := range e.Promises {
		sh.sayf("%s %d, %s, is due %s, after %s", note, p.Number, clipped(p.Text), shortDay(p.Due), date)
	}
	if e.Project.ID != 0 {
		sh.sayf("%s +%s itself is due %s, after %s", note, e.Project.Slug, shortDay(e.Project.Due), date)
	}
}

func newDateDone(sh *shell) *cobra.Command {
	var on string
	cmd := &cobra.Command{
		Use:     "done N",
		Short:   "Say that a date is over",
		Example: "  rapport date done 42",
		Args:    argsBetween(1, 1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runDateDone(cmd.Context(), sh, args[0], on) },
	}
	cmd.Flags().StringVar(&on, "on", "", "the `day`; today without it")
	return cmd
}

func runDateDone(ctx context.Context, sh *shell, number, on string) error {
	n, err := numberArg(number)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	d, names, err := s.Promises.DateDone(ctx, n, on)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("date", dateShape(d, names))
	}
	sh.sayf("%s over on %s", sh.errPaint().bold(fmt.Sprint(n)), shortDay(d.DoneOn))
	sh.sayf("   %s", clipped(d.Text))
	return nil
}

func newDates(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "dates",
		Short:   "Dates of others that your work could endanger",
		Example: "  rapport dates",
		Args:    noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runDates(cmd.Context(), sh) },
	}
}

func runDates(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	dates, late, names, err := s.Promises.Dates(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("dates", dateShapes(dates, names), "endangered", endangeredList(names, late))
	}
	today, p := s.Promises.Today(), sh.outPaint()
	rows := make([][]string, len(dates))
	for i, d := range dates {
		project := ""
		if d.Project != 0 {
			project = "+" + string(names.Project(d.Project).Slug)
		}
		rows[i] = []string{p.dim(itoa(int(d.Number))), nearDay(d.Due, today) + ", " + daysFrom(d.Due, today), d.Whose, project, d.Text}
	}
	sh.table(rows)
	for _, e := range late {
		sh.warnEndangered(e)
	}
	if len(dates) == 0 {
		sh.sayf(`no dates of others yet: rapport date "what" by:DAY whose:NAME +project`)
	}
	return nil
}

func endangeredShapes(names rapport.Names, e *promises.Endangered) []endangeredJSON {
	if e == nil {
		return []endangeredJSON{}
	}
	return endangeredList(names, []promises.Endangered{*e})
}

func endangeredList(names rapport.Names, all []promises.Endangered) []endangeredJSON {
	shapes := make([]endangeredJSON, len(all))
	for i, e := range all {
		shapes[i] = endangeredJSON{dateShape(e.Date, names), itemShapes(e.Promises, names), e.Project.Slug, e.Project.Due}
	}
	return shapes
}
