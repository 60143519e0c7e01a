package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/nudges"
)

func newNext(sh *shell) *cobra.Command {
	all := false
	cmd := &cobra.Command{
		Use:   "next",
		Short: "What would help most today, with the dated reasons",
		Long: `Next shows at most three nudges a day, one of them pressing: what, why now, the lines it
rests on, and one small step. Nothing is sent and nothing is decided for you. A rule that
is silent can say why: rapport next why-not R10.`,
		Example: `  rapport next
  rapport next --all
  rapport next why-not R10 @dana
  rapport next done R16
  rapport next snooze R25 friday
  rapport next dismiss R04 @omar --because "we talk every day anyway"
  rapport next mute R27`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runNext(cmd.Context(), sh, all) },
	}
	cmd.Flags().BoolVar(&all, "all", false, "everything that was found, ranked, with why it is not shown today")
	cmd.AddCommand(newWhyNot(sh),
		newNudgeMark(sh, "done", rapport.NudgeDone, "Say that you did it"),
		newSnooze(sh), newDismiss(sh),
		newNudgeMark(sh, "mute", rapport.NudgeMuted, "Silence a rule until you unmute it"),
		newNudgeMark(sh, "unmute", rapport.NudgeUnmuted, "Let a rule speak again"))
	return cmd
}

type nudgeJSON struct {
	Rule     string              `json:"rule"`
	Level    string              `json:"level"`
	Boss     rapport.Slug        `json:"boss,omitempty"`
	Why      string              `json:"why"`
	Evidence []nudgeEvidenceJSON `json:"evidence"`
	Act      string              `json:"act"`
	Command  string              `json:"command,omitempty"`
	Draft    string              `json:"draft,omitempty"`
	// Resting says why it is not shown today.
	Resting string `json:"resting,omitempty"`
	Private bool   `json:"private,omitempty"`
}

type nudgeEvidenceJSON struct {
	Line rapport.LineID `json:"line"`
	Day  rapport.Day    `json:"day"`
	Says string         `json:"says,omitempty"`
}

func runNext(ctx context.Context, sh *shell, all bool) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	if all {
		d, err := s.Nudges.At(ctx, s.Nudges.Now())
		if err != nil {
			return err
		}
		return sh.showDay(d, true)
	}
	d, err := s.Nudges.Today(ctx)
	if err != nil {
		return err
	}
	return sh.showDay(d, false)
}

// showDay prints the nudges of a day.
func (sh *shell) showDay(d nudges.Day, all bool) error {
	shown := d.Shown
	if sh.asJSON {
		shapes := make([]nudgeJSON, 0, len(shown))
		for _, f := range shown {
			shapes = append(shapes, nudgeShape(d, nudges.Resting{Finding: f}))
		}
		if all {
			for _, r := range d.Resting {
				shapes = append(shapes, nudgeShape(d, r))
			}
		}
		return sh.object("nudges", shapes, "quiet", d.Quiet)
	}
	n := 0
	for _, f := range shown {
		n++
		sh.showNudge(d, nudges.Resting{Finding: f}, n)
	}
	if all {
		for _, r := range d.Resting {
			n++
			sh.showNudge(d, r, n)
		}
	}
	switch rest := len(d.Resting); {
	case n == 0 && rest == 0:
		sh.sayf("nothing presses today; any rule can say why: rapport next why-not R10")
	case n == 0:
		why := d.Quiet
		if why == "" {
			why = d.Resting[0].Because
		}
		sh.sayf("nothing now (%s); %s: rapport next --all", why, counted(rest, "matter waits", "matters wait"))
	case !all && rest > 0:
		sh.sayf("%s: rapport next --all", counted(rest, "more matter waits", "more matters wait"))
	}
	return nil
}

func nudgeShape(d nudges.Day, r nudges.Resting) nudgeJSON {
	s := nudgeJSON{
		Rule: r.Rule, Level: string(r.Level), Boss: d.Facts.Names.Boss(r.Boss).Slug, Why: r.Why, Evidence: []nudgeEvidenceJSON{},
		Act: r.Act.Step, Command: r.Act.Command, Draft: r.Act.Draft, Resting: r.Because, Private: r.Private,
	}
	for _, e := range r.Evidence {
		s.Evidence = append(s.Evidence, nudgeEvidenceJSON{e.Line, e.Day, e.Says})
	}
	return s
}

// showNudge prints one: what and why now, the evidence with its dates, the
// step.
func (sh *shell) showNudge(d nudges.Day, r nudges.Resting, n int) {
	const shownEvidence = 4
	p := sh.outPaint()
	if n > 1 {
		sh.printf("\n")
	}
	head := itoa(n) + ". "
	sh.printf("%s\n", hanging(head+r.Why, len(head), sh.env.OutWidth))
	sh.printf("   %s\n", hanging("→ "+r.Act.Step+".", 5, sh.env.OutWidth))
	if r.Act.Draft != "" {
		sh.printf("     %s\n", hanging("“"+r.Act.Draft+"”", 6, sh.env.OutWidth))
	}
	if r.Act.Command != "" {
		sh.printf("     %s\n", p.cyan(r.Act.Command))
	}
	evidence := r.Evidence
	if more := len(evidence) - shownEvidence; more > 0 {
		evidence = evidence[more:]
		sh.printf("%s\n", p.dim("     "+counted(more, "older line", "older lines")+" and:"))
	}
	for _, e := range evidence {
		head := "     " + shortDay(e.Day) + "  "
		sh.printf("%s\n", p.dim(hanging(head+e.Says, len(head), sh.env.OutWidth)))
	}
	tail := "     " + r.Rule
	if b := d.Facts.Names.Boss(r.Boss); b.ID != 0 {
		tail += " @" + string(b.Slug)
	}
	tail += ", " + string(r.Level) + ", " + source(r.Rule)
	if r.Because != "" {
		tail += "; not shown today: " + r.Because
	}
	sh.printf("%s\n", p.dim(tail))
}

// source is where a rule comes from.
func source(id string) string {
	for _, r := range nudges.Rules() {
		if r.ID == id {
			return r.Source
		}
	}
	return ""
}

func newWhyNot(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "why-not RULE [@BOSS]",
		Short:   "The condition that keeps a rule silent",
		Example: "  rapport next why-not R10 @dana",
		Args:    argsBetween(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runWhyNot(cmd.Context(), sh, args[0], bossArg(strings.Join(args[1:], "")))
		},
	}
}

type whyNotJSON struct {
	Rule    string        `json:"rule"`
	Title   string        `json:"title"`
	Source  string        `json:"source"`
	Shown   []nudgeJSON   `json:"shown"`
	Resting []nudgeJSON   `json:"resting"`
	Silent  []silenceJSON `json:"silent"`
}

type silenceJSON struct {
	Boss    rapport.Slug `json:"boss,omitempty"`
	Because string       `json:"because"`
}

func runWhyNot(ctx context.Context, sh *shell, rule string, boss rapport.Slug) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	w, err := s.Nudges.WhyNot(ctx, rule, boss)
	if err != nil {
		return err
	}
	d := nudges.Day{Facts: w.Facts}
	if sh.asJSON {
		shape := whyNotJSON{Rule: w.Rule, Title: w.Title, Source: w.Source, Shown: []nudgeJSON{}, Resting: []nudgeJSON{}, Silent: []silenceJSON{}}
		for _, f := range w.Shown {
			shape.Shown = append(shape.Shown, nudgeShape(d, nudges.Resting{Finding: f}))
		}
		for _, r := range w.Resting {
			shape.Resting = append(shape.Resting, nudgeShape(d, r))
		}
		for _, x := range w.Silent {
			shape.Silent = append(shape.Silent, silenceJSON{w.Facts.Names.Boss(x.Boss).Slug, x.Because})
		}
		return sh.object("why_not", shape)
	}
	p := sh.outPaint()
	sh.printf("%s\n", p.bold(w.Rule+": "+w.Title)+p.dim(" ("+w.Source+")"))
	for _, f := range w.Shown {
		sh.printf("%s\n", hanging("  shown today: "+f.Why, 4, sh.env.OutWidth))
	}
	for _, r := range w.Resting {
		sh.printf("%s\n", hanging("  rests, "+r.Because+": "+r.Why, 4, sh.env.OutWidth))
	}
	for _, x := range w.Silent {
		head := "  "
		if b := w.Facts.Names.Boss(x.Boss); b.ID != 0 {
			head += "@" + string(b.Slug) + ": "
		}
		sh.printf("%s\n", hanging(head+x.Because, 4, sh.env.OutWidth))
	}
	return nil
}

// newNudgeMark is a command that notes one thing of a nudge.
func newNudgeMark(sh *shell, verb string, what rapport.NudgeMarkKind, short string) *cobra.Command {
	return &cobra.Command{
		Use:     verb + " RULE [@BOSS]",
		Short:   short,
		Example: "  rapport next " + verb + " R16",
		Args:    argsBetween(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.markNudge(cmd.Context(), nudges.Mark{Rule: args[0], Boss: bossArg(strings.Join(args[1:], "")), What: what})
		},
	}
}

func newSnooze(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "snooze RULE [@BOSS] [until DAY]",
		Short:   "Let a nudge rest until a day; a week where none is said",
		Example: "  rapport next snooze R25 friday",
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			m := nudges.Mark{Rule: args[0], What: rapport.NudgeSnoozed}
			var words []string
			for _, a := range args[1:] {
				switch {
				case strings.HasPrefix(a, "@"):
					m.Boss = bossArg(a)
				case a != "until":
					words = append(words, a)
				}
			}
			s, err := sh.read(cmd.Context())
			if err != nil {
				return err
			}
			m.Until = s.Nudges.Desk.Today().Add(7)
			if len(words) > 0 {
				if m.Until, err = s.Day(strings.Join(words, " "), true); err != nil {
					return err
				}
			}
			return sh.markNudge(cmd.Context(), m)
		},
	}
}

func newDismiss(sh *shell) *cobra.Command {
	because := ""
	cmd := &cobra.Command{
		Use:     "dismiss RULE [@BOSS]",
		Short:   "Say that a nudge is not for you; twice, and it rests for a month",
		Example: `  rapport next dismiss R04 @omar --because "we talk every day anyway"`,
		Args:    argsBetween(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.markNudge(cmd.Context(), nudges.Mark{
				Rule: args[0], Boss: bossArg(strings.Join(args[1:], "")), What: rapport.NudgeDismissed, Because: rapport.Private(rapport.OneLine(because)),
			})
		},
	}
	cmd.Flags().StringVar(&because, "because", "", "the `reason`, for yourself; private")
	return cmd
}

func (sh *shell) markNudge(ctx context.Context, m nudges.Mark) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	done, err := s.Nudges.Mark(ctx, m)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("nudge", map[string]any{"rule": done.Rule, "boss": done.Boss.Slug, "what": done.What, "until": done.Until})
	}
	about := done.Rule + " (" + done.Title + ")"
	if done.Boss.ID != 0 {
		about += " about @" + string(done.Boss.Slug)
	}
	words := string(done.What)
	if done.Until != "" {
		words += " until " + shortDay(done.Until)
	}
	sh.sayf("%s: %s; wrong? rapport undo", about, words)
	return nil
}
