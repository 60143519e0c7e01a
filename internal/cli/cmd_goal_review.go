package cli

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/journal"
)

// reviewReach is how many days back entries are asked about, and reviewMost
// how many at a time.
const (
	reviewReach = 28
	reviewMost  = 20
)

func newGoalReview(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "review",
		Short: "Answer which goal recent work serves, one key each",
		Long: `Review goes through recent entries whose goal is not certain and asks which one they
serve. Every answer counts at once and is learnt.`,
		Example: "  rapport goal review",
		Args:    noArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return runGoalReview(cmd.Context(), sh) },
	}
}

func runGoalReview(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	today := rapport.DayOf(s.People.Now())
	open, names, err := s.Journal.Questions(ctx, rapport.Period{From: today.Add(-reviewReach)}, reviewMost)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("questions", questionShapes(open, names))
	}
	if len(open) == 0 {
		sh.sayf("there is nothing to ask: every recent entry that could serve a goal is settled")
		return nil
	}
	if !sh.env.Asks {
		return rapport.Errorf(rapport.Invalid, "asking needs a terminal").
			WithHint("rapport edit %d --for GOAL, or --no-goal", open[0].Entry.Number)
	}
	for i, q := range open {
		choices := choicesOf(q, names, today)
		sh.sayf("")
		sh.sayf("%d of %d  %d  %s", i+1, len(open), q.Entry.Number, shortDay(q.Entry.Day))
		sh.sayf("  %s", q.Entry.Text+arrow(q.Entry.Outcome))
		for j, g := range choices {
			sh.sayf("    %d  %s (for:%s)%s", j+1, g.Title, g.Slug, because(reasonFor(q, g.ID)))
		}
		slugs, answered, err := sh.chooseGoal(choices)
		if err != nil {
			return err
		}
		if !answered {
			continue
		}
		if _, err := s.Journal.Edit(ctx, q.Entry.Number, journal.EntryChange{Goals: &slugs}); err != nil {
			return err
		}
	}
	return nil
}

// choicesOf lists the goals that an entry may serve: the likeliest first, then
// the other current ones, nine in all since each has one key.
func choicesOf(q journal.Question, names journal.Names, today rapport.Day) []rapport.Goal {
	const keys = 9
	var choices []rapport.Goal
	taken := map[rapport.GoalID]bool{}
	add := func(g rapport.Goal) {
		if g.ID != 0 && !taken[g.ID] && len(choices) < keys {
			taken[g.ID] = true
			choices = append(choices, g)
		}
	}
	for _, l := range q.Candidates {
		add(names.Goal(l.Goal))
	}
	for _, g := range names.Goals {
		if g.IsCurrent(today) {
			add(g)
		}
	}
	return choices
}

func reasonFor(q journal.Question, goal rapport.GoalID) string {
	for _, l := range q.Candidates {
		if l.Goal == goal {
			return l.Reason
		}
	}
	return ""
}

// chooseGoal asks for one key and reports whether the answer settles it.
func (sh *shell) chooseGoal(choices []rapport.Goal) (slugs []rapport.Slug, answered bool, err error) {
	for {
		answer, err := sh.ask(fmt.Sprintf("  serves which? 1-%d, 0 for none, empty for later:", len(choices)), "")
		if err != nil || answer == "" {
			return nil, false, err
		}
		switch n, err := strconv.Atoi(answer); {
		case err == nil && n == 0:
			return []rapport.Slug{}, true, nil
		case err == nil && n > 0 && n <= len(choices):
			return []rapport.Slug{choices[n-1].Slug}, true, nil
		}
		sh.sayf("  please answer with one of the numbers")
	}
}

type questionJSON struct {
	Entry      entryJSON  `json:"entry"`
	Candidates []linkJSON `json:"candidates"`
}

func questionShapes(open []journal.Question, names journal.Names) []questionJSON {
	shapes := make([]questionJSON, len(open))
	for i, q := range open {
		shapes[i] = questionJSON{Entry: entryShape(q.Entry, names), Candidates: []linkJSON{}}
		for _, l := range q.Candidates {
			shapes[i].Candidates = append(shapes[i].Candidates, linkJSON{names.Goal(l.Goal).Slug, certainty(l.By), l.Confidence, l.Reason})
		}
	}
	return shapes
}
