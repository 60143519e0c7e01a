package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/people"
)

type goalOptions struct {
	title, slug, due, boss string
	source, owner, horizon string
	confirmed              bool
	set                    func(name string) bool
}

func newGoal(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "goal",
		Short: "What your bosses want",
		Example: `  rapport goal
  rapport goal add "Waiting time under 20 minutes" @dana --due "end of march"
  rapport goal confirm waiting-time
  rapport goal close waiting-time
  rapport goal review`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runGoalList(cmd.Context(), sh) },
	}
	cmd.AddCommand(newGoalAdd(sh), newGoalEdit(sh), newGoalConfirm(sh), newGoalClose(sh), newGoalReview(sh), newGoalInterview(sh))
	return cmd
}

func (o *goalOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.slug, "slug", "", "the `word` you type after for:")
	f.StringVar(&o.due, "due", "", "the `day` they want it by")
	f.BoolVar(&o.confirmed, "confirmed", false, "they said so; without it you inferred it")
	f.StringVar(&o.source, "source", "", "how you know: said, written or inferred")
	f.StringVar(&o.owner, "owner", "", "`whose` goal it is in the organisation")
	f.StringVar(&o.horizon, "horizon", "", "how far it reaches, such as this `quarter`")
}

// change is what the flags say; what was not given stays as it is.
func (o goalOptions) change(s *Session) (c people.GoalChange, err error) {
	if o.set("title") {
		c.Title = &o.title
	}
	if o.set("slug") {
		slug := goalArg(o.slug)
		c.Slug = &slug
	}
	if o.set("confirmed") {
		c.Confirmed = &o.confirmed
	}
	if o.set("source") {
		source := rapport.GoalSource(o.source)
		c.Source = &source
	}
	if o.set("owner") {
		c.OwnedBy = &o.owner
	}
	if o.set("horizon") {
		c.Horizon = &o.horizon
	}
	if o.set("due") {
		c.Due, err = s.optionalDay(o.due)
	}
	return c, err
}

// optionalDay reads a day ahead; the empty text takes a day away.
func (s *Session) optionalDay(text string) (*rapport.Day, error) {
	var d rapport.Day
	if text == "" {
		return &d, nil
	}
	d, err := s.Day(text, true)
	return &d, err
}

func newGoalAdd(sh *shell) *cobra.Command {
	var o goalOptions
	cmd := &cobra.Command{
		Use:     `add "WHAT THEY WANT" [@BOSS]`,
		Short:   "Add what a boss wants",
		Example: `  rapport goal add "Waiting time under 20 minutes" @dana --confirmed`,
		Args:    argsBetween(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.set = cmd.Flags().Changed
			if len(args) == 2 {
				o.boss = args[1]
			}
			return runGoalAdd(cmd.Context(), sh, args[0], o)
		},
	}
	o.flags(cmd)
	cmd.Flags().StringVarP(&o.boss, "boss", "b", "", "the `boss` who wants it")
	return cmd
}

func runGoalAdd(ctx context.Context, sh *shell, title string, o goalOptions) error {
	var g rapport.Goal
	s, err := sh.attempt(ctx, func(s *Session) error {
		change, err := o.change(s)
		if err != nil {
			return err
		}
		g, err = s.People.AddGoal(ctx, bossArg(o.boss), title, change)
		return err
	})
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.goalObject(ctx, s, g)
	}
	sh.printf("%d\n", g.Number)
	sh.sayf("for:%s  %s (%s)", g.Slug, g.Title, goalState(g))
	return nil
}

func newGoalEdit(sh *shell) *cobra.Command {
	var o goalOptions
	cmd := &cobra.Command{
		Use:     "edit GOAL",
		Short:   "Change a goal",
		Example: `  rapport goal edit waiting-time --title "Waiting time under 15 minutes"`,
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.set = cmd.Flags().Changed
			return runGoalEdit(cmd.Context(), sh, args[0], o)
		},
	}
	o.flags(cmd)
	cmd.Flags().StringVar(&o.title, "title", "", "the goal in `words`")
	return cmd
}

func runGoalEdit(ctx context.Context, sh *shell, goal string, o goalOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	change, err := o.change(s)
	if err != nil {
		return err
	}
	if change == (people.GoalChange{}) {
		return rapport.Errorf(rapport.Invalid, "there is nothing to change").WithHint("`rapport goal edit --help` lists what can change")
	}
	return sh.changeGoal(ctx, s, goal, change)
}

func newGoalConfirm(sh *shell) *cobra.Command {
	back := ""
	cmd := &cobra.Command{
		Use:   "confirm GOAL",
		Short: "Say that the boss said so, today",
		Example: `  rapport goal confirm waiting-time
  rapport goal confirm waiting-time --played-back "yes, under 20 minutes by March, nothing else first"`,
		Args: argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := sh.read(cmd.Context())
			if err != nil {
				return err
			}
			yes := true
			change := people.GoalChange{Confirmed: &yes}
			if cmd.Flags().Changed("played-back") {
				change.PlayedBack = &back
			}
			return sh.changeGoal(cmd.Context(), s, args[0], change)
		},
	}
	cmd.Flags().StringVar(&back, "played-back", "", "the `sentence` you played back and they agreed to")
	return cmd
}

func newGoalClose(sh *shell) *cobra.Command {
	on := "today"
	cmd := &cobra.Command{
		Use:     "close GOAL",
		Short:   "Say that the boss no longer wants it",
		Example: "  rapport goal close waiting-time --on friday",
		Args:    argsBetween(1, 1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runGoalClose(cmd.Context(), sh, args[0], on) },
	}
	cmd.Flags().StringVar(&on, "on", on, "since this `day`")
	return cmd
}

func runGoalClose(ctx context.Context, sh *shell, goal, on string) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	day, err := s.Day(on, false)
	if err != nil {
		return err
	}
	return sh.changeGoal(ctx, s, goal, people.GoalChange{Closed: &day})
}

func (sh *shell) changeGoal(ctx context.Context, s *Session, goal string, change people.GoalChange) error {
	g, err := s.People.EditGoal(ctx, goalArg(goal), change)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.goalObject(ctx, s, g)
	}
	sh.sayf("for:%s  %s (%s)", g.Slug, g.Title, goalState(g))
	return nil
}

func (sh *shell) goalObject(ctx context.Context, s *Session, g rapport.Goal) error {
	bosses, err := s.People.Bosses(ctx)
	if err != nil {
		return err
	}
	return sh.object("goal", goalShape(g, bossSlug(bosses, g.Boss)))
}

func bossSlug(bosses []rapport.Boss, id rapport.BossID) rapport.Slug {
	for _, b := range bosses {
		if b.ID == id {
			return b.Slug
		}
	}
	return ""
}

func goalState(g rapport.Goal) string {
	switch {
	case g.Closed != "":
		return "closed " + shortDay(g.Closed)
	case g.ConfirmedOn != "":
		return "they said so " + shortDay(g.ConfirmedOn)
	case g.Confirmed:
		return "they said so"
	}
	return "your reading, not confirmed"
}

func runGoalList(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	goals, err := s.People.Goals(ctx)
	if err != nil {
		return err
	}
	bosses, err := s.People.Bosses(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := make([]goalJSON, len(goals))
		for i, g := range goals {
			shapes[i] = goalShape(g, bossSlug(bosses, g.Boss))
		}
		return sh.object("goals", shapes)
	}
	rows := make([][]string, len(goals))
	for i, g := range goals {
		due := ""
		if g.Due != "" {
			due = "due " + shortDay(g.Due)
		}
		rows[i] = []string{itoa(int(g.Number)), "@" + string(bossSlug(bosses, g.Boss)), "for:" + string(g.Slug), g.Title, goalState(g), due}
	}
	sh.table(rows)
	if len(goals) == 0 {
		sh.sayf(`no goals yet: rapport goal add "what they want" @boss`)
	}
	return nil
}
