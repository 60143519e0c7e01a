package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/journal"
	"rapport/internal/people"
	"rapport/internal/reports"
)

type initOptions struct {
	name, boss                 string
	goals, repos, emails, logs []string
	yes                        bool
}

// someBoss is what a boss is called until the user says a name.
const someBoss = "my boss"

func newInit(sh *shell) *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Set the store up by flags and print the first report",
		Long: `Init does what start does without asking. Without flags it takes your name from git,
a boss without a name, and the repository you are in, and accepts what it proposes;
all of that can be changed later.`,
		Example: `  rapport init --name "Ana Brandt" --boss "Dana Osei" --goal "Waiting time under 20 minutes"
  rapport init --repo ~/src/checkout --repo ~/src/search --yes
  rapport init --repo none --log "did: covered two night shifts"`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if sh.env.Asks && cmd.LocalNonPersistentFlags().NFlag() == 0 {
				return runStart(cmd.Context(), sh)
			}
			return runInit(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.name, "name", "", "your `name`")
	f.StringVar(&o.boss, "boss", "", "your boss's `name`")
	f.StringArrayVar(&o.goals, "goal", nil, "what your boss `wants`; may be repeated")
	f.StringArrayVar(&o.repos, "repo", nil, "a git repository's `folder`, or none; may be repeated")
	f.StringArrayVar(&o.emails, "email", nil, "an `address` of yours in git; may be repeated")
	f.StringArrayVar(&o.logs, "log", nil, "a `line` of work to write down; may be repeated")
	f.BoolVarP(&o.yes, "yes", "y", false, "accept everything that is proposed")
	return cmd
}

func runInit(ctx context.Context, sh *shell, o initOptions) error {
	s, err := sh.write(ctx)
	if err != nil {
		return err
	}
	if err := sh.initUser(ctx, s, o); err != nil {
		return err
	}
	boss, err := sh.initBoss(ctx, s, o.boss)
	if err != nil {
		return err
	}
	if err := sh.addGoals(ctx, s, boss, o.goals); err != nil {
		return err
	}
	places, isDefault := o.repos, false
	if len(places) == 0 {
		if here, err := s.Intake.Describe(ctx, "git", sh.env.Dir); err == nil {
			places, isDefault = []string{here.Location}, true
		}
	}
	for _, place := range places {
		if place == "none" || place == "" {
			continue
		}
		result, err := sh.readPlace(ctx, s, intake.ReadRequest{Kind: "git", Location: sh.path(place), OrLatest: len(o.emails) == 0})
		switch {
		case err != nil && !isDefault:
			return err
		case err != nil:
			sh.sayProblem(err) // the place was not asked for
		case result.Nothing != nil:
			sh.sayProblem(result.Nothing)
		}
	}
	if err := sh.settleInbox(ctx, s, o.yes || !sh.env.Asks); err != nil {
		return err
	}
	inputs := make([]journal.LogInput, len(o.logs))
	for i, text := range o.logs {
		inputs[i].Text = text
	}
	if len(inputs) > 0 {
		logged, err := s.Journal.Log(ctx, inputs...)
		if err != nil {
			return err
		}
		sh.echoAll(logged)
	}
	return sh.firstReport(ctx, s, boss)
}

// initUser writes the name and addresses down; a name that was not given is
// taken from git where the store has none.
func (sh *shell) initUser(ctx context.Context, s *Session, o initOptions) error {
	change := people.UserChange{AddEmails: o.emails}
	name := o.name
	if name == "" && s.People.User.Name == "" {
		name, _ = sh.wiring.Identity(ctx, sh.env.Dir)
	}
	if name != "" {
		change.Name = &name
	}
	if change.Name == nil && len(change.AddEmails) == 0 {
		return nil
	}
	user, err := s.People.Configure(ctx, change)
	if err != nil {
		return err
	}
	s.Use(user)
	return nil
}

// initBoss returns the boss called name, made where the store has none of that
// name. Without a name it is the first boss there is, or one without a name.
func (sh *shell) initBoss(ctx context.Context, s *Session, name string) (rapport.Boss, error) {
	bosses, err := s.People.Bosses(ctx)
	if err != nil {
		return rapport.Boss{}, err
	}
	for _, b := range bosses {
		if b.Left.IsZero() && (name == "" || strings.EqualFold(b.Name, name)) {
			return b, nil
		}
	}
	var change people.BossChange
	if name == "" {
		name = someBoss
	}
	if name == someBoss {
		slug := rapport.UnnamedBoss
		change.Slug = &slug
	}
	return s.People.AddBoss(ctx, name, change)
}

// addGoals adds the goals that the boss does not have yet.
func (sh *shell) addGoals(ctx context.Context, s *Session, boss rapport.Boss, titles []string) error {
	goals, err := s.People.Goals(ctx)
	if err != nil {
		return err
	}
	for _, title := range titles {
		known := func(g rapport.Goal) bool { return g.Boss == boss.ID && strings.EqualFold(g.Title, title) }
		if strings.TrimSpace(title) == "" || slices.ContainsFunc(goals, known) {
			continue
		}
		if _, err := s.People.AddGoal(ctx, boss.Slug, title, people.GoalChange{}); err != nil {
			return err
		}
	}
	return nil
}

// settleInbox accepts what is proposed, or asks about it.
func (sh *shell) settleInbox(ctx context.Context, s *Session, acceptAll bool) error {
	open, _, err := s.Intake.Inbox(ctx)
	if err != nil || len(open) == 0 {
		return err
	}
	if acceptAll {
		entries, err := s.Intake.Accept(ctx)
		if err == nil {
			sh.sayf("accepted %s", counted(len(entries), "entry", "entries"))
		}
		return err
	}
	names, err := s.Intake.Names(ctx)
	if err != nil {
		return err
	}
	for _, p := range open {
		sh.sayUnder("  "+string(p.Day)+"  "+pad(strings.TrimSuffix(becomes(p, names), "?"), 14)+"  ", said(p)+proposalMarks(p, names))
	}
	answer, err := sh.choose("Accept all of these, go through them one by one, or none for now?", "all", "one by one", "none")
	if err != nil {
		return err
	}
	switch answer {
	case "all":
		_, err = s.Intake.Accept(ctx)
	case "one by one":
		_, err = sh.review(ctx, s, open)
	default:
		sh.sayf("they wait for you: rapport inbox")
	}
	return err
}

// newest composes the report to the boss; where nothing lies in its weeks, that
// of the weeks before the newest entry.
func (sh *shell) newest(ctx context.Context, s *Session, boss rapport.Boss) (reports.Composed, error) {
	c, err := s.Reports.Compose(ctx, reports.Request{Boss: boss.Slug})
	if err != nil || !c.IsEmpty() || c.SinceLast {
		return c, err
	}
	last, _, err := s.Journal.List(ctx, journal.ListFilter{Limit: 1})
	if err != nil || len(last) == 0 {
		return c, err
	}
	weeks := rapport.Period{From: last[0].Day.Add(-intake.DefaultReach), Until: last[0].Day}
	return s.Reports.Compose(ctx, reports.Request{Boss: boss.Slug, Period: weeks})
}

// firstReport prints the report to the boss and the first next steps.
func (sh *shell) firstReport(ctx context.Context, s *Session, boss rapport.Boss) error {
	c, err := sh.newest(ctx, s, boss)
	if err != nil {
		return err
	}
	steps, err := s.Reports.Steps(ctx)
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := make([]stepJSON, len(steps))
		for i, step := range steps {
			shapes[i] = stepJSON{step.About, step.Do, step.Why, step.Command}
		}
		return sh.object("boss", bossShape(boss), "report", c.Markdown(), "steps", shapes)
	}
	sh.printf("%s", c.Text(min(sh.env.OutWidth, 100)))
	sh.showSteps(steps)
	sh.sayf("")
	sh.sayf("From now on: rapport log \"what you did\", and rapport report when you want to tell %s.", boss.Name)
	return nil
}
