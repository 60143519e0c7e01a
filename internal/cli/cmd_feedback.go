package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/growth"
)

func newFeedback(sh *shell) *cobra.Command {
	var o struct {
		periodOptions
		boss string
	}
	cmd := &cobra.Command{
		Use:   "feedback [@BOSS]",
		Short: "Feedback you asked for, got, and used",
		Example: `  rapport feedback ask @dana "what is one thing you would change?" item:"handover talk" aspect:order
  rapport feedback got @dana "begin with the decision" --kind change --for 12
  rapport feedback used 14 "first line is the decision"
  rapport feedback told 14
  rapport feedback`,
		Args: argsBetween(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runFeedback(cmd.Context(), sh, strings.Join(args, ""), o.periodOptions)
		},
	}
	o.flags(cmd)
	cmd.AddCommand(newFeedbackAsk(sh), newFeedbackGot(sh), newFeedbackUsed(sh), newFeedbackTold(sh), newFeedbackDisagree(sh))
	return cmd
}

func newFeedbackAsk(sh *shell) *cobra.Command {
	asItIs := false
	cmd := &cobra.Command{
		Use:   `ask @BOSS "THE QUESTION" item:WORK aspect:SIDE moment:WHEN`,
		Short: "Write down a request for feedback: one piece of work, one side of it, one moment",
		Example: `  rapport feedback ask @dana "what is one thing you would change?" item:"handover talk" aspect:order moment:tuesday
  rapport feedback ask @dana "advice on the rota letter before it goes out" about:rota`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var f rapport.FeedbackAsk
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				f, err = s.Growth.AskFeedback(cmd.Context(), quickLine(args, "about", "item", "aspect", "moment"), asItIs)
				return err
			}); err != nil {
				return err
			}
			return sh.told("feedback_ask", f.Fact, f.Text)
		},
	}
	cmd.Flags().BoolVar(&asItIs, "as-it-is", false, "keep it although it names no work and no side of it")
	return cmd
}

func newFeedbackGot(sh *shell) *cobra.Command {
	kind, ask := "", 0
	cmd := &cobra.Command{
		Use:   `got [@BOSS] "WHAT THEY SAID" [from:NAME] [about:TOPIC]`,
		Short: "Write down feedback you got",
		Example: `  rapport feedback got @dana "begin with the decision" --kind change
  rapport feedback got "clear handover" from:Jonas --kind praise`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runFeedbackGot(cmd.Context(), sh, quickLine(args, "about", "from"), rapport.FeedbackKind(kind), rapport.Number(ask))
		},
	}
	cmd.Flags().StringVar(&kind, "kind", "", "praise or change")
	cmd.Flags().IntVar(&ask, "for", 0, "the `number` of the request it answers")
	return cmd
}

func runFeedbackGot(ctx context.Context, sh *shell, line string, kind rapport.FeedbackKind, ask rapport.Number) error {
	var f rapport.Feedback
	var again *rapport.Feedback
	if _, err := sh.attempt(ctx, func(s *Session) (err error) {
		f, again, err = s.Growth.Received(ctx, line, kind, ask)
		return err
	}); err != nil {
		return err
	}
	if err := sh.told("feedback", f.Fact, f.Text); err != nil || sh.asJSON {
		return err
	}
	if again != nil {
		sh.sayf("   they said so before, on %s (%d): ask for an example, and make it the next step", shortDay(again.Day()), again.Number)
	}
	return nil
}

// feedbackDone prints feedback after a change.
func (sh *shell) feedbackDone(ctx context.Context, number string, act func(context.Context, *Session, rapport.Number) (rapport.Feedback, error)) error {
	f, err := onNumber(ctx, sh, number, act)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("feedback", feedbackShape(f, rapport.Names{}))
	}
	sh.sayf("%d  %s: %s", f.Number, feedbackState(f), f.Text)
	return nil
}

func newFeedbackUsed(sh *shell) *cobra.Command {
	on := ""
	cmd := &cobra.Command{
		Use:     `used NUMBER "THE STEP"`,
		Short:   "Write down the one step you took on feedback",
		Example: `  rapport feedback used 14 "first line is the decision" --on monday`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.feedbackDone(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.Feedback, error) {
				return s.Growth.UseFeedback(ctx, n, strings.Join(args[1:], " "), on)
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "the `day`")
	return cmd
}

func newFeedbackTold(sh *shell) *cobra.Command {
	on := ""
	cmd := &cobra.Command{
		Use:     "told NUMBER",
		Short:   "Say that they heard what changed",
		Example: "  rapport feedback told 14",
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.feedbackDone(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.Feedback, error) {
				return s.Growth.ToldBack(ctx, n, on)
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "the `day`")
	return cmd
}

func newFeedbackDisagree(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `disagree NUMBER "WHY"`,
		Short:   "Say why you do not follow feedback",
		Example: `  rapport feedback disagree 14 "the form is fixed by law"`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.feedbackDone(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (rapport.Feedback, error) {
				return s.Growth.Disagree(ctx, n, strings.Join(args[1:], " "))
			})
		},
	}
}

type feedbackJSON struct {
	Number   rapport.Number       `json:"number"`
	Day      rapport.Day          `json:"day"`
	Sender   string               `json:"sender,omitempty"`
	Text     string               `json:"text"`
	About    string               `json:"about,omitempty"`
	Kind     rapport.FeedbackKind `json:"kind,omitempty"`
	State    string               `json:"state"`
	Action   string               `json:"action,omitempty"`
	ToldBack rapport.Day          `json:"told_back,omitempty"`
	Disagree string               `json:"disagree,omitempty"`
	Again    bool                 `json:"again,omitempty"`
}

func feedbackShape(f rapport.Feedback, names rapport.Names) feedbackJSON {
	return feedbackJSON{
		f.Number, f.Day(), names.Person(f.Sender), f.Text, f.About, f.Kind, feedbackState(f), f.Action, f.ToldBackOn, f.Disagree, f.Same != 0,
	}
}

// feedbackState says where feedback stands.
func feedbackState(f rapport.Feedback) string {
	switch {
	case f.Kind == rapport.Praise:
		return "praise"
	case f.ToldBackOn != "":
		return "used, and told back"
	case f.Disagree != "":
		return "you disagree"
	case f.Action != "" || f.ActionOn != "":
		return "used, not told back"
	}
	return "not used yet"
}

type feedbackAskJSON struct {
	Number rapport.Number `json:"number"`
	Day    rapport.Day    `json:"day"`
	Boss   rapport.Slug   `json:"boss"`
	Text   string         `json:"text"`
	Item   string         `json:"item,omitempty"`
	Aspect string         `json:"aspect,omitempty"`
	Moment string         `json:"moment,omitempty"`
	About  string         `json:"about,omitempty"`
}

func runFeedback(ctx context.Context, sh *shell, boss string, o periodOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	period, err := o.period(s)
	if err != nil {
		return err
	}
	v, err := s.Growth.Feedback(ctx, bossArg(boss), period)
	if err != nil {
		return err
	}
	if sh.asJSON {
		asked := []feedbackAskJSON{}
		for _, a := range v.Asked {
			asked = append(asked, feedbackAskJSON{a.Number, a.Day(), v.Names.Boss(a.Boss).Slug, a.Text, a.Item, a.Aspect, a.Moment, a.About})
		}
		got := []feedbackJSON{}
		for _, f := range v.Received {
			got = append(got, feedbackShape(f, v.Names))
		}
		return sh.object("feedback", got, "asked", asked)
	}
	sh.showFeedback(v)
	return nil
}

func (sh *shell) showFeedback(v growth.FeedbackView) {
	var asked, got [][]string
	for _, a := range v.Asked {
		asked = append(asked, []string{itoa(int(a.Number)), "@" + string(v.Names.Boss(a.Boss).Slug), a.Text, "asked " + daysAgo(v.Day.Sub(a.Day()))})
	}
	for _, f := range v.Received {
		again := ""
		if f.Same != 0 {
			again = "said before"
		}
		got = append(got, []string{itoa(int(f.Number)), shortDay(f.Day()), v.Names.Person(f.Sender), f.Text, feedbackState(f), again})
	}
	if len(asked) > 0 {
		sh.printf("%s\n", sh.outPaint().bold("Asked, no answer yet"))
		sh.table(asked)
		sh.printf("\n")
	}
	sh.table(got)
	if len(asked)+len(got) == 0 {
		sh.sayf(`no feedback yet: rapport feedback ask @boss "what is one thing you would change?" item:"…" aspect:"…"`)
	}
}
