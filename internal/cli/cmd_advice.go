package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

type adviceOptions struct {
	words              []string
	by, on, goal, boss string
	options            []string
	recommend, unseen  string
	fromEditor, all    bool
}

func newAdvice(sh *shell) *cobra.Command {
	var o adviceOptions
	cmd := &cobra.Command{
		Use:   `advice ["WHAT IS TO BE DECIDED" [@BOSS] [by:DAY] | N | -]`,
		Short: "Ask a boss's advice on a decision, on one page",
		Long: `Advice prepares a decision that helps some and costs others: the ways out with who gains and who
pays, what you would do, and what you may not see from where you stand. Behind an option, bars
divide who gains, who pays and what it costs. With a number it adds to a sheet; with - the sheet
is read from stdin, with --editor it is written in the editor. Alone it lists the sheets.`,
		Example: `  rapport advice "move the cut-over?" @dana by:fri --option "in January | gains: the clinics | pays: finance | cost: two weeks"
  rapport advice 42 --option "as planned | gains: finance | pays: the clinics" --recommend "January"
  rapport advice show 42
  rapport advice given 42 "wait for the audit first"
  rapport advice decided 42 "we move in January" --outcome "no complaint from the clinics"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runAdvice(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.by, "by", "", "`day` you need the advice")
	f.StringVar(&o.on, "on", "", "`day` you asked; today without it")
	f.StringVar(&o.goal, "for", "", "`goal` of theirs that it serves")
	f.StringVarP(&o.boss, "boss", "b", "", "`boss` whose advice you ask")
	f.StringArrayVar(&o.options, "option", nil, "a `way` out, with | gains: … | pays: … | cost: …; may be repeated")
	f.StringVar(&o.recommend, "recommend", "", "`what` you would do")
	f.StringVar(&o.unseen, "unseen", "", "`what` you may not see from where you stand")
	f.BoolVar(&o.fromEditor, "editor", false, "write the sheet in the editor")
	f.BoolVar(&o.all, "all", false, "list those that are decided as well")
	sh.completeFlags(cmd, "for", "boss")
	cmd.AddCommand(newAdviceShow(sh), newAdviceGiven(sh), newAdviceDecided(sh))
	return cmd
}

func runAdvice(ctx context.Context, sh *shell, o adviceOptions) error {
	if len(o.words) == 0 && !o.fromEditor {
		return listAdvice(ctx, sh, o)
	}
	var written string
	in, err := o.input(ctx, sh, &written)
	if err != nil {
		return keepTyped(err, written)
	}
	n, isNumber := rapport.Number(0), false
	if len(o.words) == 1 {
		number, err := numberArg(o.words[0])
		n, isNumber = number, err == nil
	}
	var sheet promises.Sheet
	_, err = sh.attempt(ctx, func(s *Session) (err error) {
		if isNumber {
			sheet, err = s.Promises.AddToSheet(ctx, n, in)
		} else {
			sheet, err = s.Promises.Advise(ctx, in)
		}
		return err
	})
	if err != nil {
		return keepTyped(err, written)
	}
	if sh.asJSON {
		return sh.object("advice", sheetShape(sheet.Sheet, sheet.Names), "missing", sheet.Missing)
	}
	if !isNumber {
		sh.printf("%d\n", sheet.Sheet.Number)
	}
	sh.echoSheet(sheet)
	return nil
}

// keepTyped keeps what was typed into the editor where it could not be used.
func keepTyped(failed error, written string) error {
	if written == "" {
		return failed
	}
	return keepWritten(failed, written, "rapport advice")
}

// input is what the line, stdin or the editor and the flags say of a sheet.
func (o adviceOptions) input(ctx context.Context, sh *shell, written *string) (in promises.AdviceInput, err error) {
	switch {
	case o.fromEditor:
		in, err = o.edited(ctx, sh, written)
	case len(o.words) == 1 && o.words[0] == "-":
		var text string
		if text, err = sh.readAll(); err == nil {
			in, err = promises.ParseSheet(text)
		}
	default:
		in.Words = o.words
	}
	if err != nil {
		return in, err
	}
	in.Marks = marked("by", o.by, "on", o.on, "for", string(goalArg(o.goal)), "boss", string(bossArg(o.boss)))
	for _, text := range o.options {
		option, err := promises.ParseOption(text)
		if err != nil {
			return in, err
		}
		in.Options = append(in.Options, option)
	}
	if o.recommend != "" {
		in.Recommend = o.recommend
	}
	if o.unseen != "" {
		in.Unseen = o.unseen
	}
	return in, nil
}

const adviceTemplate = `
# On the first line: what is to be decided, such as: move the cut-over? @dana by:fri
# Then the ways out, one a line; who gains and who pays stand behind a bar.

option: 
option: 
recommend: 
unseen: 

# option: in January | gains: the clinics | pays: finance | cost: two weeks
# recommend: what you would do      unseen: what you may not see from where you stand
# Lines that begin with # are ignored; leave it as it is to write nothing down.
`

func (o adviceOptions) edited(ctx context.Context, sh *shell, written *string) (in promises.AdviceInput, err error) {
	if !sh.env.Asks {
		return in, rapport.Errorf(rapport.Invalid, "there is no terminal to edit in").WithHint(`give the sheet on stdin: rapport advice - < sheet.txt`)
	}
	text, err := sh.edit(context.WithoutCancel(ctx), adviceTemplate, "advice.txt")
	if err != nil {
		return in, err
	}
	if text == adviceTemplate {
		return in, rapport.Errorf(rapport.Invalid, "nothing was written, so nothing is kept").WithHint("write the matter above the comments and save it")
	}
	*written = withoutComments(text)
	return promises.ParseSheet(*written)
}

// echoSheet says what is on a sheet and what a reader would ask.
func (sh *shell) echoSheet(sheet promises.Sheet) {
	a := sheet.Sheet
	head := fmt.Sprintf("advice of %s, %s, %s", sheet.Names.Boss(a.Boss).Name, dueText(a.Due, sheet.DueSaid), counted(len(a.Options), "option", "options"))
	sh.understood(a.Number, head, a.Text, fmt.Sprintf("rapport edit %d, or rapport undo", a.Number))
	if a.State() == rapport.StateOpen && len(sheet.Missing) > 0 {
		sh.sayf("   a reader would ask: %s", strings.Join(sheet.Missing, "; "))
	}
	sh.sayf("   %s", sh.errPaint().dim(fmt.Sprintf("the page: rapport advice show %d", a.Number)))
}

func newAdviceShow(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "show N",
		Short:   "Print a sheet as it can be handed over",
		Example: "  rapport advice show 42",
		Args:    argsBetween(1, 1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runAdviceShow(cmd.Context(), sh, args[0]) },
	}
}

func runAdviceShow(ctx context.Context, sh *shell, number string) error {
	n, err := numberArg(number)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	sheet, err := s.Promises.AdviceSheet(ctx, n)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("advice", sheetShape(sheet.Sheet, sheet.Names), "missing", sheet.Missing)
	}
	sh.printf("%s", printable(sheet.Text()))
	if sheet.Sheet.State() == rapport.StateOpen && len(sheet.Missing) > 0 {
		sh.sayf("a reader would ask: %s", strings.Join(sheet.Missing, "; "))
	}
	return nil
}

func newAdviceGiven(sh *shell) *cobra.Command {
	var on string
	cmd := &cobra.Command{
		Use:     `given N "WORDS"`,
		Short:   "Write down the advice you got",
		Example: `  rapport advice given 42 "wait for the audit first" --on yesterday`,
		Args:    argsBetween(2, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.changeSheet(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (promises.Sheet, error) {
				return s.Promises.AdviceGiven(ctx, n, strings.Join(args[1:], " "), on)
			})
		},
	}
	cmd.Flags().StringVar(&on, "on", "", "the `day`; today without it")
	return cmd
}

func newAdviceDecided(sh *shell) *cobra.Command {
	var outcome string
	cmd := &cobra.Command{
		Use:     `decided N ["WORDS"]`,
		Short:   "Write down what was decided, and what came of it",
		Example: `  rapport advice decided 42 "we move in January" --outcome "no complaint from the clinics"`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.changeSheet(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (promises.Sheet, error) {
				return s.Promises.AdviceDecided(ctx, n, strings.Join(args[1:], " "), outcome)
			})
		},
	}
	cmd.Flags().StringVar(&outcome, "outcome", "", "`what` came of it")
	return cmd
}

func (sh *shell) changeSheet(ctx context.Context, number string, act func(context.Context, *Session, rapport.Number) (promises.Sheet, error)) error {
	sheet, err := onNumber(ctx, sh, number, act)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("advice", sheetShape(sheet.Sheet, sheet.Names), "missing", sheet.Missing)
	}
	sh.sayf("%s %s", sh.errPaint().bold(fmt.Sprint(sheet.Sheet.Number)), promises.Standing(sheet.Sheet))
	sh.sayf("   %s", clipped(sheet.Sheet.Text))
	return nil
}

func listAdvice(ctx context.Context, sh *shell, o adviceOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	sheets, names, err := s.Promises.AdviceSheets(ctx, bossArg(o.boss), o.all)
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := make([]sheetJSON, len(sheets))
		for i, a := range sheets {
			shapes[i] = sheetShape(a, names)
		}
		return sh.object("sheets", shapes)
	}
	today, p := s.Promises.Today(), sh.outPaint()
	rows := make([][]string, len(sheets))
	for i, a := range sheets {
		due := p.dim("no day")
		if a.Due != "" {
			due = "needed " + nearDay(a.Due, today)
		}
		rows[i] = []string{p.dim(itoa(int(a.Number))), due, "@" + string(names.Boss(a.Boss).Slug), a.Text, p.dim(promises.Standing(a))}
	}
	sh.table(rows)
	if len(sheets) == 0 {
		sh.sayf(`no sheet waits; begin one: rapport advice "what is to be decided" @boss --option "…"`)
	}
	return nil
}
