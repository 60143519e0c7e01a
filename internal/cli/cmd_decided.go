package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
)

// saidOptions choose what is listed where nothing is recorded.
type saidOptions struct {
	typedOptions
	boss, since string
	all         bool
	limit       int
}

func newDecided(sh *shell) *cobra.Command {
	o := saidOptions{limit: 50}
	cmd := o.typed(&cobra.Command{
		Use:   `decided ["WHAT" [@BOSS] [in-writing]]`,
		Short: "Record what a boss decided; without words, list it",
		Example: `  rapport decided @dana "scanners come in January" in-writing
  rapport decided --boss @dana --since october`,
		ValidArgsFunction: sh.completeBoss,
	}, func(ctx context.Context) error {
		if len(o.words) == 0 {
			return listDecided(ctx, sh, o)
		}
		return runDecided(ctx, sh, o)
	})
	o.flags(sh, cmd)
	return cmd
}

func (o *saidOptions) flags(sh *shell, cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVarP(&o.boss, "boss", "b", "", "list only what this `boss` said")
	f.StringVar(&o.since, "since", "", "list from this `day` on")
	f.IntVarP(&o.limit, "limit", "n", o.limit, "list at most so `many`; 0 for all")
	sh.completeFlags(cmd, "boss")
}

// period is what --since says.
func (o saidOptions) period(s *Session) (rapport.Period, error) {
	if o.since == "" {
		return rapport.Period{}, nil
	}
	p, err := s.Period(o.since)
	return rapport.Period{From: p.From}, err
}

func runDecided(ctx context.Context, sh *shell, o saidOptions) error {
	var d rapport.Decision
	var boss rapport.Boss
	_, err := sh.attempt(ctx, func(s *Session) (err error) {
		d, boss, err = s.Meetings.Decided(ctx, o.text())
		return err
	})
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("decision", decisionShape(d, boss.Slug))
	}
	p := sh.errPaint()
	sh.printf("%d\n", d.Number)
	writing := ""
	if d.RecordedInWriting.IsYes() {
		writing = ", in writing"
	}
	sh.sayf("%s @%s decided on %s%s: %s", p.bold(itoa(int(d.Number))), boss.Slug, shortDay(d.Day()), writing, clipped(d.Text))
	sh.sayf("   %s", p.dim("wrong? rapport edit "+itoa(int(d.Number))+", or rapport undo"))
	return nil
}

func listDecided(ctx context.Context, sh *shell, o saidOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	period, err := o.period(s)
	if err != nil {
		return err
	}
	all, names, err := s.Meetings.Decisions(ctx, bossArg(o.boss), period, o.limit)
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := make([]decisionJSON, len(all))
		for i, d := range all {
			shapes[i] = decisionShape(d, names.Boss(d.Boss).Slug)
		}
		return sh.object("decisions", shapes)
	}
	if len(all) == 0 {
		sh.sayf(`no decision is on record; the first: rapport decided @boss "what was decided"`)
	}
	p := sh.outPaint()
	rows := make([][]string, len(all))
	for i, d := range all {
		writing := ""
		if d.RecordedInWriting.IsYes() {
			writing = "in writing"
		}
		rows[i] = []string{p.dim(itoa(int(d.Number))), shortDay(d.Day()), p.cyan("@" + string(names.Boss(d.Boss).Slug)), d.Text, p.dim(writing)}
	}
	sh.table(rows)
	return nil
}

type decisionJSON struct {
	Number    rapport.Number `json:"number"`
	Day       rapport.Day    `json:"day"`
	Boss      rapport.Slug   `json:"boss"`
	Text      string         `json:"text"`
	InWriting bool           `json:"in_writing,omitempty"`
}

func decisionShape(d rapport.Decision, boss rapport.Slug) decisionJSON {
	return decisionJSON{d.Number, d.Day(), boss, d.Text, d.RecordedInWriting.IsYes()}
}

func newInstructed(sh *shell) *cobra.Command {
	o := saidOptions{limit: 50}
	cmd := o.typed(&cobra.Command{
		Use:   `instructed ["WHAT" [@BOSS] [+PROJECT]]`,
		Short: "Record what a boss told you to do or to stop; without words, list it",
		Example: `  rapport instructed @dana "stop the pilot" +pilot
  rapport instructed
  rapport instructed done 41`,
		ValidArgsFunction: sh.completeBoss,
	}, func(ctx context.Context) error {
		if len(o.words) == 0 {
			return listInstructed(ctx, sh, o)
		}
		return runInstructed(ctx, sh, o)
	})
	o.flags(sh, cmd)
	cmd.Args = cobra.ArbitraryArgs
	cmd.Flags().BoolVar(&o.all, "all", false, "list those that are done as well")
	cmd.AddCommand(newInstructedDone(sh))
	return cmd
}

func runInstructed(ctx context.Context, sh *shell, o saidOptions) error {
	var i rapport.Instruction
	var boss rapport.Boss
	var project rapport.Slug
	_, err := sh.attempt(ctx, func(s *Session) error {
		got, names, err := s.Meetings.Instructed(ctx, o.text())
		i, boss, project = got, names.Boss(got.Boss), names.Project(got.Project).Slug
		return err
	})
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("instruction", instructionShape(i, boss.Slug, project))
	}
	p := sh.errPaint()
	sh.printf("%d\n", i.Number)
	about := ""
	if project != "" {
		about = "  " + p.cyan("+"+string(project))
	}
	sh.sayf("%s @%s told you on %s: %s%s", p.bold(itoa(int(i.Number))), boss.Slug, shortDay(i.Day()), clipped(i.Text), about)
	sh.sayf("   %s", p.dim("followed? rapport instructed done "+itoa(int(i.Number))+"; wrong? rapport undo"))
	return nil
}

func listInstructed(ctx context.Context, sh *shell, o saidOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	period, err := o.period(s)
	if err != nil {
		return err
	}
	all, names, err := s.Meetings.Instructions(ctx, bossArg(o.boss), period, !o.all, o.limit)
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := make([]instructionJSON, len(all))
		for n, i := range all {
			shapes[n] = instructionShape(i, names.Boss(i.Boss).Slug, names.Project(i.Project).Slug)
		}
		return sh.object("instructions", shapes)
	}
	if len(all) == 0 {
		sh.sayf(`no open instruction; record one: rapport instructed @boss "stop the pilot" +pilot`)
	}
	p := sh.outPaint()
	rows := make([][]string, len(all))
	for n, i := range all {
		project, done := "", ""
		if i.Project != 0 {
			project = p.cyan("+" + string(names.Project(i.Project).Slug))
		}
		if i.DoneOn != "" {
			done = "done " + shortDay(i.DoneOn)
		}
		rows[n] = []string{p.dim(itoa(int(i.Number))), shortDay(i.Day()), p.cyan("@" + string(names.Boss(i.Boss).Slug)), i.Text, project, p.dim(done)}
	}
	sh.table(rows)
	return nil
}

func newInstructedDone(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "done NUMBER [DAY]",
		Short:   "Say that an instruction was followed, or no longer holds",
		Example: "  rapport instructed done 41 yesterday",
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
			on := ""
			if len(args) == 2 {
				on = args[1]
			}
			i, names, err := s.Meetings.InstructionDone(cmd.Context(), n, on)
			if err != nil {
				return err
			}
			if sh.asJSON {
				return sh.object("instruction", instructionShape(i, names.Boss(i.Boss).Slug, names.Project(i.Project).Slug))
			}
			sh.sayf("%d done %s: %s", i.Number, shortDay(i.DoneOn), clipped(i.Text))
			return nil
		},
	}
}

type instructionJSON struct {
	Number  rapport.Number `json:"number"`
	Day     rapport.Day    `json:"day"`
	Boss    rapport.Slug   `json:"boss"`
	Text    string         `json:"text"`
	Project rapport.Slug   `json:"project,omitempty"`
	Done    rapport.Day    `json:"done,omitempty"`
}

func instructionShape(i rapport.Instruction, boss, project rapport.Slug) instructionJSON {
	return instructionJSON{i.Number, i.Day(), boss, i.Text, project, i.DoneOn}
}
