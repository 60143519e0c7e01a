package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/growth"
)

func newIdeas(sh *shell) *cobra.Command {
	all := false
	cmd := &cobra.Command{
		Use:   "ideas",
		Short: "The shelf of ideas: what each needs, and what became of it",
		Example: `  rapport log "idea: cover sheet on second letters"
  rapport pitch 12 --cost "2 days" --step "30 files" --moment "after the audit"
  rapport raised 12 later
  rapport ideas`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runIdeas(cmd.Context(), sh, all) },
	}
	cmd.Flags().BoolVar(&all, "all", false, "those that are over too")
	return cmd
}

type ideaJSON struct {
	Number   rapport.Number `json:"number"`
	Day      rapport.Day    `json:"day"`
	Text     string         `json:"text"`
	Age      int            `json:"age"`
	Raised   bool           `json:"raised,omitempty"`
	BossSaid string         `json:"boss_said,omitempty"`
	Pitch    *pitchJSON     `json:"pitch,omitempty"`
}

type pitchJSON struct {
	Number       rapport.Number `json:"number"`
	Size         string         `json:"size,omitempty"`
	Cost         string         `json:"cost,omitempty"`
	Step         string         `json:"step,omitempty"`
	Moment       string         `json:"moment,omitempty"`
	Unseen       string         `json:"unseen,omitempty"`
	BenefitMe    string         `json:"benefit_me,omitempty"`
	BenefitBoss  string         `json:"benefit_boss,omitempty"`
	BenefitOther string         `json:"benefit_organisation,omitempty"`
}

func pitchShape(p rapport.Pitch) pitchJSON {
	return pitchJSON{p.Number, p.Size, p.Cost, p.Step, p.Moment, p.Unseen, p.Benefit.Me, p.Benefit.Boss, p.Benefit.Organisation}
}

func runIdeas(ctx context.Context, sh *shell, all bool) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	ideas, _, err := s.Growth.Ideas(ctx, all)
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := make([]ideaJSON, len(ideas))
		for i, x := range ideas {
			shapes[i] = ideaJSON{x.Entry.Number, x.Entry.Day, x.Entry.Text, x.Age, x.Entry.Raised.IsYes(), x.Entry.BossSaid, nil}
			if x.Pitch != nil {
				p := pitchShape(*x.Pitch)
				shapes[i].Pitch = &p
			}
		}
		return sh.object("ideas", shapes)
	}
	rows := make([][]string, len(ideas))
	for i, x := range ideas {
		rows[i] = []string{itoa(int(x.Entry.Number)), x.Entry.Text, daysAgo(x.Age), ideaState(x), missingOf(x)}
	}
	sh.table(rows)
	if len(rows) == 0 {
		sh.sayf(`no ideas on the shelf: rapport log "idea: …"`)
	}
	return nil
}

func ideaState(x growth.Idea) string {
	switch {
	case x.Entry.BossSaid != "":
		return "they said " + x.Entry.BossSaid
	case x.Entry.Raised.IsYes():
		return "raised, no answer yet"
	}
	return "not raised"
}

// missingOf names what an idea lacks before it is raised.
func missingOf(x growth.Idea) string {
	if x.Entry.Raised.IsYes() {
		return ""
	}
	p := rapport.Pitch{}
	if x.Pitch != nil {
		p = *x.Pitch
	}
	var missing []string
	for _, f := range []struct{ name, value string }{{"cost", p.Cost}, {"first step", p.Step}, {"moment", p.Moment}, {"who gains", p.Benefit.Boss + p.Benefit.Organisation}} {
		if f.value == "" {
			missing = append(missing, f.name)
		}
	}
	if len(missing) == 0 {
		return "ready: " + p.Moment
	}
	return "lacks " + strings.Join(missing, ", ")
}

func newPitch(sh *shell) *cobra.Command {
	var in growth.PitchInput
	var boss, goal string
	cmd := &cobra.Command{
		Use:     "pitch NUMBER",
		Short:   "Write down what an idea needs to be raised: cost, first step, moment, who gains",
		Example: `  rapport pitch 12 --cost "2 days" --step "30 files" --moment "after the audit" --benefit-boss "fewer complaints"`,
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			in.Boss, in.Goal = bossArg(boss), goalArg(goal)
			return runPitch(cmd.Context(), sh, args[0], in)
		},
	}
	f := cmd.Flags()
	f.StringVar(&in.Text, "text", "", "the idea as you would `say` it")
	f.StringVar(&in.Size, "size", "", "big or small, in your `words`")
	f.StringVar(&in.Cost, "cost", "", "what it `takes`")
	f.StringVar(&in.Step, "step", "", "the smallest first `step`")
	f.StringVar(&in.Moment, "moment", "", "the best `time` to raise it")
	f.StringVar(&in.Unseen, "unseen", "", "what you may not `see` from where you stand")
	f.StringVar(&in.Benefit.Me, "benefit-me", "", "what you gain")
	f.StringVar(&in.Benefit.Boss, "benefit-boss", "", "what your boss gains")
	f.StringVar(&in.Benefit.Organisation, "benefit-org", "", "what the organisation gains")
	f.StringVarP(&boss, "boss", "b", "", "the `boss` it is for")
	f.StringVar(&goal, "for", "", "the `goal` it serves")
	return cmd
}

func runPitch(ctx context.Context, sh *shell, number string, in growth.PitchInput) error {
	n, err := numberArg(number)
	if err != nil {
		return err
	}
	if in == (growth.PitchInput{}) {
		return rapport.Errorf(rapport.Invalid, "there is nothing to write down").WithHint("`rapport pitch --help` lists what an idea needs")
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	p, err := s.Growth.Pitch(ctx, n, in)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("pitch", pitchShape(p))
	}
	sh.printf("%d\n", p.Number)
	sh.sayf("%d pitch of idea %d: %s", p.Number, n, p.Text)
	if b := p.Benefit; (b.Me != "" || b.Boss != "" || b.Organisation != "") && (b.Boss == "" || b.Organisation == "") {
		sh.sayf("   who else gains? An idea carries when you, your boss and the organisation all do: --benefit-boss, --benefit-org")
	}
	return nil
}

func newRaised(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "raised NUMBER [yes|later|no]",
		Short:   "Say that you raised an idea, and what your boss said",
		Example: "  rapport raised 12 later",
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
			e, err := s.Growth.Raise(cmd.Context(), n, strings.Join(args[1:], ""))
			if err != nil {
				return err
			}
			if sh.asJSON {
				return sh.object("idea", ideaJSON{Number: e.Number, Day: e.Day, Text: e.Text, Raised: true, BossSaid: e.BossSaid})
			}
			sh.sayf("%d  raised%s: %s", e.Number, map[bool]string{true: ", they said " + e.BossSaid}[e.BossSaid != ""], e.Text)
			return nil
		},
	}
}
