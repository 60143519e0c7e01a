package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/people"
)

type projectOptions struct {
	title, slug, boss, goal, due, status, level string
	set                                         func(name string) bool
	depends                                     []string
}

func newProject(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "project",
		Short: "The pieces of work that entries belong to",
		Example: `  rapport project
  rapport project add "Checkout rewrite" --slug checkout --for speed --due "end of march"
  rapport project edit +checkout --status done`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runProjectList(cmd.Context(), sh) },
	}
	cmd.AddCommand(newProjectAdd(sh), newProjectEdit(sh))
	return cmd
}

func (o *projectOptions) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.slug, "slug", "", "the `word` you type after +")
	f.StringVarP(&o.boss, "boss", "b", "", "the `boss` it matters to")
	f.StringVar(&o.goal, "for", "", "the `goal` it serves")
	f.StringVar(&o.due, "due", "", "the `day` it is due")
	f.StringVar(&o.status, "status", "", "where it stands: active, paused, done, or your `word`")
	f.StringVar(&o.level, "level", "", "how far you may decide alone, in the boss's `words`")
	f.StringSliceVar(&o.depends, "depends", nil, "`what` of it depends on the boss: decision, money, protection; with commas")
}

// change is what the flags say; what was not given stays as it is.
func (o projectOptions) change(s *Session) (c people.ProjectChange, err error) {
	if o.set("title") {
		c.Title = &o.title
	}
	if o.set("status") {
		c.Status = &o.status
	}
	if o.set("level") {
		c.Level = &o.level
	}
	if o.set("depends") {
		c.Depends = &o.depends
	}
	for _, f := range []struct {
		name  string
		slug  rapport.Slug
		field **rapport.Slug
	}{
		{"slug", projectArg(o.slug), &c.Slug}, {"boss", bossArg(o.boss), &c.Boss}, {"for", goalArg(o.goal), &c.Goal},
	} {
		if o.set(f.name) {
			*f.field = &f.slug
		}
	}
	if o.set("due") {
		c.Due, err = s.optionalDay(o.due)
	}
	return c, err
}

func newProjectAdd(sh *shell) *cobra.Command {
	var o projectOptions
	cmd := &cobra.Command{
		Use:     `add "TITLE"`,
		Short:   "Add a piece of work; log +name does so too",
		Example: `  rapport project add "Checkout rewrite" --slug checkout`,
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.set = cmd.Flags().Changed
			return runProject(cmd.Context(), sh, o, func(s *Session, c people.ProjectChange) (rapport.Project, error) {
				return s.People.AddProject(cmd.Context(), args[0], c)
			}, true)
		},
	}
	o.flags(cmd)
	sh.completeFlags(cmd, "boss", "for")
	return cmd
}

func newProjectEdit(sh *shell) *cobra.Command {
	var o projectOptions
	cmd := &cobra.Command{
		Use:     "edit +PROJECT",
		Short:   "Change a project",
		Example: `  rapport project edit +checkout --status paused`,
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.set = cmd.Flags().Changed
			return runProject(cmd.Context(), sh, o, func(s *Session, c people.ProjectChange) (rapport.Project, error) {
				if c == (people.ProjectChange{}) {
					return rapport.Project{}, rapport.Errorf(rapport.Invalid, "there is nothing to change").
						WithHint("`rapport project edit --help` lists what can change")
				}
				return s.People.EditProject(cmd.Context(), projectArg(args[0]), c)
			}, false)
		},
	}
	o.flags(cmd)
	cmd.Flags().StringVar(&o.title, "title", "", "what it is called, in `words`")
	sh.completeFlags(cmd, "boss", "for")
	return cmd
}

func runProject(ctx context.Context, sh *shell, o projectOptions, do func(*Session, people.ProjectChange) (rapport.Project, error), isNew bool) error {
	var p rapport.Project
	act := func(s *Session) error {
		change, err := o.change(s)
		if err != nil {
			return err
		}
		p, err = do(s, change)
		return err
	}
	s, err := sh.attempt(ctx, act)
	if err != nil {
		return err
	}
	if sh.asJSON {
		boss, goal, err := projectNames(ctx, s, p)
		if err != nil {
			return err
		}
		return sh.object("project", projectShape(p, boss, goal))
	}
	if isNew {
		sh.printf("%d\n", p.Number)
	}
	sh.sayf("+%s  %s", p.Slug, p.Title)
	return nil
}

func projectNames(ctx context.Context, s *Session, p rapport.Project) (boss, goal rapport.Slug, err error) {
	bosses, err := s.People.Bosses(ctx)
	if err != nil {
		return "", "", err
	}
	goals, err := s.People.Goals(ctx)
	for _, g := range goals {
		if g.ID == p.Goal {
			goal = g.Slug
		}
	}
	return bossSlug(bosses, p.Boss), goal, err
}

func runProjectList(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	projects, err := s.People.Projects(ctx)
	if err != nil {
		return err
	}
	shapes := make([]projectJSON, len(projects))
	rows := make([][]string, len(projects))
	for i, p := range projects {
		boss, goal, err := projectNames(ctx, s, p)
		if err != nil {
			return err
		}
		shapes[i] = projectShape(p, boss, goal)
		rows[i] = []string{itoa(int(p.Number)), "+" + string(p.Slug), p.Title, p.Status}
		if goal != "" {
			rows[i] = append(rows[i], "for:"+string(goal))
		}
		if p.Due != "" {
			rows[i] = append(rows[i], "due "+shortDay(p.Due))
		}
	}
	if sh.asJSON {
		return sh.object("projects", shapes)
	}
	sh.table(rows)
	if len(projects) == 0 {
		sh.sayf("no projects yet: a +name in a log line makes one")
	}
	return nil
}
