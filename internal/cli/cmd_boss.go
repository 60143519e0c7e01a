package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/people"
)

type bossOptions struct {
	name, slug, role, zone, hours, email, relation, since string
	evaluates                                             bool
	set                                                   func(name string) bool
}

func newBoss(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "boss",
		Short: "The people you answer to",
		Example: `  rapport boss
  rapport boss add "Dana Osei" --role "head of the ward" --hours 08:00-16:30
  rapport boss show @dana
  rapport boss edit @dana --email dana@example.org
  rapport boss left @dana`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runBossList(cmd.Context(), sh) },
	}
	cmd.AddCommand(newBossShow(sh), newBossAdd(sh), newBossEdit(sh), newBossLeft(sh), newBossBack(sh), newBossHandover(sh), newBossCopy(sh),
		newBossHard(sh), newBossAgree(sh), newBossCriterion(sh), newBossHuman(sh))
	return cmd
}

func (o *bossOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.slug, "slug", "", "the `word` you type after @")
	f.StringVar(&o.role, "role", "", "their `role`")
	f.StringVar(&o.relation, "relation", "", "the `line` you answer on: solid, dotted or project")
	f.StringVar(&o.zone, "tz", "", "their time `zone`, such as Europe/Lisbon")
	f.StringVar(&o.hours, "hours", "", "their working `hours`, such as 08:30-17:30")
	f.StringVar(&o.email, "email", "", "their `address`")
	f.BoolVar(&o.evaluates, "evaluates", false, "they write your review")
	f.StringVar(&o.since, "since", "", "the `day` since which you answer to them")
}

// change is what the flags say; what was not given stays as it is.
func (o bossOptions) change(s *Session) (c people.BossChange, err error) {
	for _, f := range []struct {
		name  string
		value *string
		field **string
	}{
		{"name", &o.name, &c.Name},
		{"role", &o.role, &c.Role},
		{"tz", &o.zone, &c.Zone},
		{"hours", &o.hours, &c.Hours},
		{"email", &o.email, &c.Email},
	} {
		if o.set(f.name) {
			*f.field = f.value
		}
	}
	if o.set("slug") {
		slug := bossArg(o.slug)
		c.Slug = &slug
	}
	if o.set("relation") {
		relation := rapport.Relation(o.relation)
		c.Relation = &relation
	}
	if o.set("evaluates") {
		truth := rapport.TruthOf(o.evaluates)
		c.Evaluates = &truth
	}
	if o.set("since") {
		var day rapport.Day
		if o.since != "" {
			if day, err = s.Day(o.since, false); err != nil {
				return c, err
			}
		}
		c.Since = &day
	}
	return c, nil
}

func newBossAdd(sh *shell) *cobra.Command {
	var o bossOptions
	cmd := &cobra.Command{
		Use:     `add "FULL NAME"`,
		Short:   "Add a person you answer to",
		Example: `  rapport boss add "Dana Osei" --role "head of the ward"`,
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.set = cmd.Flags().Changed
			return runBossAdd(cmd.Context(), sh, args[0], o)
		},
	}
	o.flags(cmd)
	return cmd
}

func runBossAdd(ctx context.Context, sh *shell, name string, o bossOptions) error {
	var b rapport.Boss
	_, err := sh.attempt(ctx, func(s *Session) error {
		change, err := o.change(s)
		if err != nil {
			return err
		}
		b, err = s.People.AddBoss(ctx, name, change)
		return err
	})
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("boss", bossShape(b))
	}
	sh.printf("%d\n", b.Number)
	sh.sayf("%s is @%s", b.Name, b.Slug)
	return nil
}

func newBossEdit(sh *shell) *cobra.Command {
	var o bossOptions
	cmd := &cobra.Command{
		Use:     "edit @BOSS",
		Short:   "Change what is known of a boss",
		Example: `  rapport boss edit @dana --tz Europe/Lisbon`,
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.set = cmd.Flags().Changed
			return runBossEdit(cmd.Context(), sh, args[0], o)
		},
	}
	o.flags(cmd)
	cmd.Flags().StringVar(&o.name, "name", "", "their `name`")
	return cmd
}

func runBossEdit(ctx context.Context, sh *shell, boss string, o bossOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	change, err := o.change(s)
	if err != nil {
		return err
	}
	if change == (people.BossChange{}) {
		return rapport.Errorf(rapport.Invalid, "there is nothing to change").WithHint("`rapport boss edit --help` lists what can change")
	}
	b, err := s.People.EditBoss(ctx, bossArg(boss), change)
	if err != nil {
		return err
	}
	return sh.bossDone(b, "changed")
}

func newBossLeft(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "left @BOSS",
		Short:   "Say that you no longer answer to a boss; the history stays",
		Example: "  rapport boss left @dana",
		Args:    argsBetween(1, 1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runBossLeft(cmd.Context(), sh, args[0]) },
	}
}

func runBossLeft(ctx context.Context, sh *shell, boss string) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	b, err := s.People.BossLeft(ctx, bossArg(boss), s.People.Now())
	if err != nil {
		return err
	}
	if !sh.asJSON {
		sh.sayf("   what to take along: rapport boss handover @%s", b.Slug)
	}
	return sh.bossDone(b, "left")
}

func (sh *shell) bossDone(b rapport.Boss, verb string) error {
	if sh.asJSON {
		return sh.object("boss", bossShape(b))
	}
	sh.sayf("@%s %s", b.Slug, verb)
	return nil
}

func runBossList(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	bosses, err := s.People.Bosses(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := make([]bossJSON, len(bosses))
		for i, b := range bosses {
			shapes[i] = bossShape(b)
		}
		return sh.object("bosses", shapes)
	}
	rows := make([][]string, len(bosses))
	for i, b := range bosses {
		rows[i] = []string{itoa(int(b.Number)), "@" + string(b.Slug), b.Name, string(b.Relation), b.Role}
		if !b.Left.IsZero() {
			rows[i][4] = "left " + shortDay(rapport.DayOf(b.Left.Time()))
		}
	}
	sh.table(rows)
	if len(bosses) == 0 {
		sh.sayf(`no boss yet: rapport boss add "Full Name"`)
	}
	return nil
}

func (sh *shell) showBoss(b rapport.Boss) {
	sh.field("name", b.Name)
	sh.field("typed", "@"+string(b.Slug))
	sh.field("role", b.Role)
	sh.field("line", string(b.Relation))
	sh.field("zone", b.Zone)
	sh.field("hours", b.Hours)
	sh.field("email", b.Email)
	if b.Evaluates != rapport.NotSaid {
		sh.field("review", map[bool]string{true: "writes yours", false: "does not write yours"}[b.Evaluates.IsYes()])
	}
	if !b.Left.IsZero() {
		sh.field("left", shortDay(rapport.DayOf(b.Left.Time())))
	}
}
