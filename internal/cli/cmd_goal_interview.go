package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/people"
)

func newGoalInterview(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "interview [@BOSS]",
		Short: "Ask a boss what matters, and play it back in one sentence",
		Long: `Interview prints the questions for a talk about goals. In a terminal it then takes the
answers down, goal by goal, with the sentence that you played back and they agreed to.
A motive that they told you is kept as a private observation.`,
		Example: "  rapport goal interview @dana",
		Args:    argsBetween(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			boss := ""
			if len(args) == 1 {
				boss = args[0]
			}
			return runGoalInterview(cmd.Context(), sh, boss)
		},
	}
}

// goalQuestions are what a talk about goals needs to find out (P88).
func goalQuestions() []string {
	return []string{
		"What do you have to show at the end of this quarter? And at the end of the year?",
		"Who judges that, and by what?",
		"If only one of these came off, which should it be?",
		"What could stop it, and what of that lies in my hands?",
		"What would you rather I stopped doing?",
		"So you want … by …, and before everything else … Is that right?",
	}
}

func runGoalInterview(ctx context.Context, sh *shell, boss string) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	bosses, err := s.People.Bosses(ctx)
	if err != nil {
		return err
	}
	b, err := rapport.FindBoss(bosses, bossArg(boss))
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("interview", goalQuestions(), "boss", b.Slug)
	}
	sh.printf("For a talk with %s about what they want:\n\n", b.Name)
	for i, q := range goalQuestions() {
		sh.printf("%d. %s\n", i+1, q)
	}
	if !sh.env.Asks {
		sh.sayf("afterwards: rapport goal add \"…\" @%s --confirmed, rapport goal confirm GOAL --played-back \"…\"", b.Slug)
		return nil
	}
	return takeInterview(ctx, sh, s, b)
}

// takeInterview takes the answers down, goal by goal.
func takeInterview(ctx context.Context, sh *shell, s *Session, b rapport.Boss) error {
	sh.sayf("")
	for {
		title, err := sh.ask("What do they want? (an empty line ends)", "")
		if err != nil || title == "" {
			return err
		}
		due, err := sh.ask("By when?", "")
		if err != nil {
			return err
		}
		back, err := sh.ask("The sentence they agreed to?", "")
		if err != nil {
			return err
		}
		yes, source := true, rapport.GoalSaid
		change := people.GoalChange{Confirmed: &yes, Source: &source, PlayedBack: &back}
		if due != "" {
			if change.Due, err = s.optionalDay(due); err != nil {
				return err
			}
		}
		goal, err := s.People.AddGoal(ctx, b.Slug, title, change)
		if err != nil {
			return err
		}
		sh.sayf("for:%s  %s", goal.Slug, goal.Title)
		motive, err := sh.ask("Did they say why it matters to them? (private)", "")
		if err != nil {
			return err
		}
		if motive != "" {
			if _, _, err := s.People.Saw(ctx, strings.Join([]string{escaped(motive), "@" + string(b.Slug), "about:motive"}, " ")); err != nil {
				return err
			}
		}
	}
}
