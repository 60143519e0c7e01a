package cli

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/growth"
)

func newHours(sh *shell) *cobra.Command {
	week := ""
	cmd := &cobra.Command{
		Use:   "hours [NUMBER]",
		Short: "The hours of your weeks; private, never an achievement",
		Example: `  rapport hours 46
  rapport hours 51.5 --week "last week"
  rapport hours`,
		Args: argsBetween(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error { return runHours(cmd.Context(), sh, args, week) },
	}
	cmd.Flags().StringVar(&week, "week", "", "any `day` of the week, or 2026-W47")
	return cmd
}

type hoursJSON struct {
	Number rapport.Number `json:"number"`
	Week   string         `json:"week"`
	Hours  float64        `json:"hours"`
}

func runHours(ctx context.Context, sh *shell, args []string, week string) error {
	if len(args) == 0 {
		return listHours(ctx, sh)
	}
	hours, err := strconv.ParseFloat(strings.ReplaceAll(args[0], ",", "."), 64)
	if err != nil {
		return rapport.Errorf(rapport.Invalid, "%q is not a number of hours", args[0]).WithHint("rapport hours 46")
	}
	var h rapport.WeekHours
	if _, err := sh.attempt(ctx, func(s *Session) (err error) {
		of := ""
		if week != "" {
			day, err := s.Day(week, false)
			if err != nil {
				return err
			}
			of = day.ISOWeek()
		}
		h, err = s.Growth.Worked(ctx, hours, of)
		return err
	}); err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("hours", hoursJSON{h.Number, h.Week, h.Hours.Value})
	}
	sh.printf("%d\n", h.Number)
	sh.sayf("%d %s: %g hours, private", h.Number, h.Week, h.Hours.Value)
	return nil
}

func listHours(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	const weeks = 26
	all, err := s.Growth.Hours(ctx, weeks)
	if err != nil {
		return err
	}
	shapes := make([]hoursJSON, len(all))
	rows := make([][]string, len(all))
	for i, h := range all {
		shapes[i] = hoursJSON{h.Number, h.Week, h.Hours.Value}
		rows[i] = []string{itoa(int(h.Number)), h.Week, strconv.FormatFloat(h.Hours.Value, 'f', -1, 64)}
	}
	if sh.asJSON {
		return sh.object("hours", shapes)
	}
	sh.table(rows)
	if len(rows) == 0 {
		sh.sayf("no hours yet: rapport hours 46")
	}
	return nil
}

func newReflect(sh *shell) *cobra.Command {
	boss := ""
	cmd := &cobra.Command{
		Use:   "reflect [TOPIC] [-]",
		Short: "Think about a question of the practice; private",
		Long: `Reflect without a topic lists the questions and what you thought before. With a topic it
opens the editor, or reads stdin with -. Nothing of it is in any other output.`,
		Example: `  rapport reflect
  rapport reflect earlier-bosses
  rapport reflect own-style - < thoughts.txt`,
		Args: argsBetween(0, 2),
		RunE: func(cmd *cobra.Command, args []string) error { return runReflect(cmd.Context(), sh, args, boss) },
	}
	cmd.Flags().StringVarP(&boss, "boss", "b", "", "the `boss` it is about")
	return cmd
}

func runReflect(ctx context.Context, sh *shell, args []string, boss string) error {
	if len(args) == 0 {
		return listReflections(ctx, sh)
	}
	var text string
	var err error
	switch {
	case len(args) == 2 && args[1] == "-":
		text, err = sh.readAll()
	case len(args) == 2:
		return rapport.Errorf(rapport.Invalid, "private words are not given on the command line, where a shell remembers them").
			WithHint("rapport reflect %s, or with - from stdin", args[0])
	case !sh.env.Asks:
		return rapport.Errorf(rapport.Invalid, "there is nothing to write down").WithHint("rapport reflect %s - < FILE", args[0])
	default:
		question := args[0]
		for _, q := range growth.Questions() {
			if q.Topic == args[0] {
				question = q.Text
			}
		}
		text, err = sh.edit(context.WithoutCancel(ctx), "\n# "+question+"\n", "private.txt")
		text = withoutComments(text)
	}
	if err != nil {
		return err
	}
	var r rapport.Reflection
	if _, err := sh.attempt(ctx, func(s *Session) (err error) {
		r, err = s.Growth.Reflect(ctx, args[0], rapport.Private(strings.TrimSpace(rapport.ManyLines(text))), bossArg(boss))
		return err
	}); err != nil {
		return err
	}
	return sh.privately("reflection", r.Fact, "")
}

func listReflections(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	all, err := s.Growth.Reflections(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := []ownJSON{}
		for _, r := range all {
			shapes = append(shapes, ownJSON{r.Number, r.Day(), r.Topic, ownWords(r.Text)})
		}
		return sh.object("reflections", shapes)
	}
	for _, q := range growth.Questions() {
		sh.printf("%s\n", sh.outPaint().bold(q.Topic))
		sh.under(2, q.Text)
	}
	for _, r := range all {
		sh.printf("\n%d  %s  %s\n", r.Number, shortDay(r.Day()), r.Topic)
		for line := range strings.SplitSeq(ownWords(r.Text), "\n") {
			sh.under(2, line)
		}
	}
	return nil
}

func newDisclosure(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "disclosure",
		Short: "Plan to show one weakness, with what you do about it; private",
		Example: `  rapport disclosure plan @dana - < plan.txt
  rapport disclosure said 12 good`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return listDisclosures(cmd.Context(), sh) },
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "plan [@BOSS] [-]",
		Short: "Plan it: item, risk, what you do about it, the help you want",
		Long: `Plan opens the editor, or reads stdin with -: four lines that begin with item:, risk:,
doing: and help:. Show it in a talk that helps you grow, not in one that judges.`,
		Example: "  rapport disclosure plan @dana -",
		Args:    argsBetween(0, 2),
		RunE:    func(cmd *cobra.Command, args []string) error { return planDisclosure(cmd.Context(), sh, args) },
	}, &cobra.Command{
		Use:     "said NUMBER [good|bad]",
		Short:   "Say that you showed it, and how it was taken",
		Example: "  rapport disclosure said 12 good",
		Args:    argsBetween(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := numberArg(args[0])
			if err != nil {
				return err
			}
			s, err := sh.read(cmd.Context())
			if err != nil {
				return err
			}
			d, err := s.Growth.Disclosed(cmd.Context(), n, rapport.Sign(strings.Join(args[1:], "")), "")
			if err != nil {
				return err
			}
			return sh.privately("disclosure", d.Fact, "")
		},
	})
	return cmd
}

func planDisclosure(ctx context.Context, sh *shell, args []string) error {
	boss, stdin := "", false
	for _, a := range args {
		if a == "-" {
			stdin = true
		} else {
			boss = a
		}
	}
	var text string
	var err error
	switch {
	case stdin:
		text, err = sh.readAll()
	case !sh.env.Asks:
		return rapport.Errorf(rapport.Invalid, "there is nothing to write down").WithHint("rapport disclosure plan @boss - < FILE")
	default:
		text, err = sh.edit(context.WithoutCancel(ctx), "item: \nrisk: \ndoing: \nhelp: \n", "private.txt")
	}
	if err != nil {
		return err
	}
	var d rapport.Disclosure
	if _, err := sh.attempt(ctx, func(s *Session) (err error) {
		d, err = s.Growth.Disclose(ctx, bossArg(boss), text)
		return err
	}); err != nil {
		return err
	}
	return sh.privately("disclosure", d.Fact, bossArg(boss))
}

func listDisclosures(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	all, names, err := s.Growth.Disclosures(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := []ownJSON{}
		for _, d := range all {
			shapes = append(shapes, ownJSON{d.Number, d.Day(), string(names.Boss(d.Boss).Slug), ownWords(d.Item)})
		}
		return sh.object("disclosures", shapes)
	}
	for _, d := range all {
		state := "planned"
		if d.SaidOn != "" {
			state = strings.TrimSpace("said " + shortDay(d.SaidOn) + " " + string(d.Taken))
		}
		sh.printf("%d  @%s  %s\n", d.Number, names.Boss(d.Boss).Slug, state)
		for _, f := range []struct {
			name string
			text rapport.PrivateText
		}{{"item", d.Item}, {"risk", d.Risk}, {"doing", d.Doing}, {"help", d.Help}} {
			sh.field(f.name, ownWords(f.text))
		}
	}
	if len(all) == 0 {
		sh.sayf("none planned: rapport disclosure plan @boss")
	}
	return nil
}

func newRate(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "rate ITEM NUMBER",
		Short:   "Keep a private answer about a relation, to see how it changes",
		Example: "  rapport rate trust 3",
		Args:    argsBetween(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			value, err := strconv.ParseFloat(strings.ReplaceAll(args[1], ",", "."), 64)
			if err != nil {
				return rapport.Errorf(rapport.Invalid, "%q is not a number", args[1]).WithHint("rapport rate trust 3")
			}
			var r rapport.Rating
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				r, err = s.Growth.Rate(cmd.Context(), args[0], value)
				return err
			}); err != nil {
				return err
			}
			return sh.privately("rating", r.Fact, "")
		},
	}
}
