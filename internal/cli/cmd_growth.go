package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
)

func newCareer(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "career",
		Short: "Where you want to go; private until you said it",
		Example: `  rapport career add "lead the night desk" by:"end of 2027"
  rapport career said 12 @dana
  rapport career answer 12 supported`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runCareer(cmd.Context(), sh) },
	}
	cmd.AddCommand(newCareerAdd(sh), newCareerSaid(sh), newCareerAnswer(sh))
	return cmd
}

func newCareerAdd(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `add ["WHERE YOU WANT TO GO" | -] [by:DATE]`,
		Short:   "Write down where you want to go; private",
		Example: `  rapport career add "lead the night desk" by:"end of 2027"`,
		Args:    argsBetween(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := sh.privateWords(cmd.Context(), args, "where you want to go")
			if err != nil {
				return err
			}
			var g rapport.CareerGoal
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				g, err = s.Growth.WantCareer(cmd.Context(), text)
				return err
			}); err != nil {
				return err
			}
			return sh.privately("career goal", g.Fact, "")
		},
	}
}

func newCareerSaid(sh *shell) *cobra.Command {
	on := ""
	cmd := &cobra.Command{
		Use:     "said NUMBER @BOSS",
		Short:   "Say that a boss heard of it",
		Example: "  rapport career said 12 @dana --on monday",
		Args:    argsBetween(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.careerDone(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.CareerGoal, error) {
				return s.Growth.CareerSaid(ctx, n, bossArg(strings.Join(args[1:], "")), on)
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "the `day`")
	return cmd
}

func newCareerAnswer(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "answer NUMBER supported|planned|refused",
		Short:   "Say how a boss stands to it",
		Example: "  rapport career answer 12 supported",
		Args:    argsBetween(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.careerDone(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.CareerGoal, error) {
				return s.Growth.CareerAnswer(ctx, n, rapport.CareerState(args[1]))
			})
		},
	}
}

func (sh *shell) careerDone(ctx context.Context, number string, act func(context.Context, *Session, rapport.Number) (rapport.CareerGoal, error)) error {
	g, err := onNumber(ctx, sh, number, act)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("career_goal", struct {
			Number rapport.Number      `json:"number"`
			State  rapport.CareerState `json:"state"`
		}{g.Number, g.State})
	}
	sh.sayf("career goal %d: %s", g.Number, g.State)
	return nil
}

type careerJSON struct {
	Number rapport.Number      `json:"number"`
	Day    rapport.Day         `json:"day"`
	Text   string              `json:"text"`
	State  rapport.CareerState `json:"state,omitempty"`
	Shared []rapport.Slug      `json:"shared_with,omitempty"`
	Due    rapport.Day         `json:"due,omitempty"`
}

func runCareer(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	goals, names, err := s.Growth.CareerGoals(ctx)
	if err != nil {
		return err
	}
	shapes := make([]careerJSON, len(goals))
	rows := make([][]string, len(goals))
	for i, g := range goals {
		shapes[i] = careerJSON{g.Number, g.Day(), ownWords(g.Text), g.State, nil, g.Due}
		var heard []string
		for _, id := range g.SharedWith {
			shapes[i].Shared = append(shapes[i].Shared, names.Boss(id).Slug)
			heard = append(heard, "@"+string(names.Boss(id).Slug))
		}
		told := "nobody has heard of it"
		if len(heard) > 0 {
			told = strings.Join(heard, " ") + " since " + shortDay(g.SharedOn)
		}
		rows[i] = []string{itoa(int(g.Number)), shapes[i].Text, string(g.State), told, dueWords(g.Due)}
	}
	if sh.asJSON {
		return sh.object("career_goals", shapes)
	}
	sh.table(rows)
	if len(rows) == 0 {
		sh.sayf(`nothing yet: rapport career add "where you want to go"`)
	}
	return nil
}

func dueWords(due rapport.Day) string {
	if due == "" {
		return ""
	}
	return "by " + shortDay(due)
}

func newSkill(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "skill",
		Short: "What you want to learn, with what would show it",
		Example: `  rapport skill add "run a budget" @dana level:"read one" target:"own one" evidence:"a quarter within 5 %" by:june
  rapport close 12`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runSkills(cmd.Context(), sh) },
	}
	cmd.AddCommand(&cobra.Command{
		Use:     `add "SKILL" [@BOSS] [level:…] [target:…] [evidence:…] [words:…] [by:DATE]`,
		Short:   "Write down a skill to learn",
		Example: `  rapport skill add "run a budget" target:"own one" words:"show me a quarter"`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var k rapport.Skill
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				k, err = s.Growth.WantSkill(cmd.Context(), quickLine(args, "level", "target", "evidence", "words"))
				return err
			}); err != nil {
				return err
			}
			return sh.told("skill", k.Fact, k.Text)
		},
	})
	return cmd
}

type skillJSON struct {
	Number    rapport.Number `json:"number"`
	Text      string         `json:"text"`
	Boss      rapport.Slug   `json:"boss,omitempty"`
	Level     string         `json:"level,omitempty"`
	Target    string         `json:"target,omitempty"`
	Evidence  string         `json:"evidence,omitempty"`
	BossWords string         `json:"boss_words,omitempty"`
	Due       rapport.Day    `json:"due,omitempty"`
	Reached   rapport.Day    `json:"reached,omitempty"`
}

func runSkills(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	skills, names, err := s.Growth.Skills(ctx)
	if err != nil {
		return err
	}
	shapes := make([]skillJSON, len(skills))
	rows := make([][]string, len(skills))
	for i, k := range skills {
		shapes[i] = skillJSON{k.Number, k.Text, names.Boss(k.Boss).Slug, k.Level, k.Target, k.Evidence, k.BossWords, k.Due, k.ReachedOn}
		state := dueWords(k.Due)
		if k.ReachedOn != "" {
			state = "reached " + shortDay(k.ReachedOn)
		}
		way := k.Level
		if k.Target != "" {
			way = strings.TrimSpace(k.Level + " -> " + k.Target)
		}
		rows[i] = []string{itoa(int(k.Number)), k.Text, way, k.Evidence, state}
	}
	if sh.asJSON {
		return sh.object("skills", shapes)
	}
	sh.table(rows)
	if len(rows) == 0 {
		sh.sayf(`no skills yet: rapport skill add "run a budget" target:"own one"`)
	}
	return nil
}

func newStakeholder(sh *shell) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "stakeholder",
		Short: "People whose view of your work counts",
		Example: `  rapport stakeholder add "Priya Nair" @dana needs:"the cost side"
  rapport stakeholder introduced 12 made`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runStakeholders(cmd.Context(), sh) },
	}
	cmd.AddCommand(&cobra.Command{
		Use:     `add "NAME" [@BOSS who suggested them] [needs:…]`,
		Short:   "Add somebody whose view counts",
		Example: `  rapport stakeholder add "Priya Nair" @dana needs:"the cost side"`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var k rapport.Stakeholder
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				k, err = s.Growth.AddStakeholder(cmd.Context(), quickLine(args, "from", "needs"))
				return err
			}); err != nil {
				return err
			}
			return sh.told("stakeholder", k.Fact, k.Name)
		},
	}, &cobra.Command{
		Use:     "introduced NUMBER asked|made|used",
		Short:   "Say how far the introduction has come",
		Example: "  rapport stakeholder introduced 12 made",
		Args:    argsBetween(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			n, err := numberArg(args[0])
			if err != nil {
				return err
			}
			s, err := sh.read(cmd.Context())
			if err != nil {
				return err
			}
			k, err := s.Growth.Introduced(cmd.Context(), n, rapport.Introduction(args[1]))
			if err != nil {
				return err
			}
			return sh.told("stakeholder", k.Fact, k.Name+", introduction "+string(k.Introduction))
		},
	})
	return cmd
}

type stakeholderJSON struct {
	Number       rapport.Number       `json:"number"`
	Name         string               `json:"name"`
	SuggestedBy  string               `json:"suggested_by,omitempty"`
	Introduction rapport.Introduction `json:"introduction,omitempty"`
	Needs        string               `json:"needs,omitempty"`
}

func runStakeholders(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	all, names, err := s.Growth.Stakeholders(ctx)
	if err != nil {
		return err
	}
	shapes := make([]stakeholderJSON, len(all))
	rows := make([][]string, len(all))
	for i, k := range all {
		shapes[i] = stakeholderJSON{k.Number, k.Name, names.Person(k.SuggestedBy), k.Introduction, k.Needs}
		by, intro := "", ""
		if shapes[i].SuggestedBy != "" {
			by = "suggested by " + shapes[i].SuggestedBy
		}
		if k.Introduction != "" {
			intro = "introduction " + string(k.Introduction)
		}
		rows[i] = []string{itoa(int(k.Number)), k.Name, by, intro, k.Needs}
	}
	if sh.asJSON {
		return sh.object("stakeholders", shapes)
	}
	sh.table(rows)
	if len(rows) == 0 {
		sh.sayf(`nobody yet: ask your boss whose view counts, then: rapport stakeholder add "Name" @boss`)
	}
	return nil
}
