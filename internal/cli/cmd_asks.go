package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

type asksOptions struct {
	args                    []string
	boss, project, currency string
	all                     bool
}

func newAsks(sh *shell) *cobra.Command {
	var o asksOptions
	cmd := &cobra.Command{
		Use:   "asks [@BOSS] [+PROJECT]",
		Short: "What you asked for and what waits",
		Long: `Asks lists what waits for an answer, the soonest needed first, then questions in your log that are
open, then for each currency when you asked and were answered last: which one has run dry.`,
		Example: `  rapport asks
  rapport asks @dana --currency backing --all`,
		Args:              argsBetween(0, 2),
		ValidArgsFunction: sh.completeBoss,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.args = args
			return runAsks(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&o.boss, "boss", "b", "", "only of this `boss`")
	f.StringVarP(&o.project, "project", "p", "", "only for this `project`")
	f.StringVarP(&o.currency, "currency", "c", "", "only of this `currency`")
	f.BoolVar(&o.all, "all", false, "what was answered or withdrawn as well")
	sh.completeFlags(cmd, "boss", "project")
	return cmd
}

func (o asksOptions) filter() (f promises.AskFilter, err error) {
	f = promises.AskFilter{Boss: bossArg(o.boss), Project: projectArg(o.project), All: o.all}
	for _, arg := range o.args {
		if strings.HasPrefix(arg, "+") {
			f.Project = projectArg(arg)
		} else {
			f.Boss = bossArg(arg)
		}
	}
	if o.currency != "" {
		f.Currency, err = promises.ParseCurrency(o.currency)
	}
	return f, err
}

func runAsks(ctx context.Context, sh *shell, o asksOptions) error {
	filter, err := o.filter()
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	needs, err := s.Promises.Asks(ctx, filter)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("asks", askShapes(append(needs.Open, needs.Over...), needs.Names), "questions", entryShapes(needs.Questions, needs.Names),
			"currencies", accountShapes(needs.Currencies), "more", needs.More)
	}
	p := sh.outPaint()
	rows := make([][]string, len(needs.Open))
	for i, a := range needs.Open {
		rows[i] = askRow(a, needs, p)
	}
	sh.table(rows)
	if len(needs.Over) > 0 {
		sh.printf("\n%s\n", p.bold("Over"))
		over := make([][]string, len(needs.Over))
		for i, a := range needs.Over {
			over[i] = []string{p.dim(itoa(int(a.Number))), "@" + string(needs.Names.Boss(a.Boss).Slug), a.Text, p.dim(askStanding(a))}
		}
		sh.table(over)
	}
	if len(needs.Questions) > 0 {
		sh.printf("\n%s\n", p.bold("Open questions in the log"))
		questions := make([][]string, len(needs.Questions))
		for i, e := range needs.Questions {
			questions[i] = []string{p.dim(itoa(int(e.Number))), nearDay(e.Day, needs.Today) + ", " + daysFrom(e.Day, needs.Today), e.Text + p.dim(put(e))}
		}
		sh.table(questions)
	}
	sh.printf("\n%s\n", p.bold("By currency"))
	var accounts [][]string
	for _, c := range needs.Currencies {
		accounts = append(accounts, accountRow(c, needs.Today, p))
	}
	sh.table(accounts)
	if needs.More {
		sh.sayf("the log has more questions that are open: rapport asks --all")
	}
	if len(needs.Open) == 0 {
		sh.sayf(`nothing waits for an answer; write an ask down: rapport ask "what you need" @boss by:friday`)
	}
	return nil
}

// put says that a question of the log was put to the boss.
func put(e rapport.Entry) string {
	if e.Asked.IsYes() {
		return "  asked"
	}
	return ""
}

func askRow(a rapport.Ask, needs promises.Needs, p paint) []string {
	due := p.dim("no day")
	if a.Due != "" {
		due = "needed " + nearDay(a.Due, needs.Today)
		if a.Due < needs.Today {
			due = p.red(due + ", " + daysFrom(a.Due, needs.Today))
		}
	}
	age := "today"
	if days := needs.Today.Sub(a.Day()); days > 0 {
		age = counted(days, "day", "days") + " old"
	}
	if n := a.TimesAsked(); n > 1 {
		age += ", asked " + counted(n, "time", "times")
	}
	text := a.Text
	if a.Introduce != "" {
		text += p.dim("  introduce " + a.Introduce)
	}
	if a.Default != "" {
		text += p.dim("  else: " + a.Default)
	}
	return []string{p.dim(itoa(int(a.Number))), due, age, "@" + string(needs.Names.Boss(a.Boss).Slug), string(a.Currency), text}
}

// accountRow says how a currency fares, in days and counts.
func accountRow(c promises.CurrencyAccount, today rapport.Day, p paint) []string {
	if c.LastAsked == "" {
		return []string{string(c.Currency), p.dim(fmt.Sprintf("not asked for in %d days", promises.CurrencyDays)), ""}
	}
	asked := "asked " + nearDay(c.LastAsked, today)
	answered := "no answer yet"
	if c.LastAnswered != "" {
		answered = "answered " + nearDay(c.LastAnswered, today)
	}
	counts := fmt.Sprintf("%d of %d answered", c.Answered, c.Asked)
	if c.Open > 0 {
		counts += fmt.Sprintf(", %d open", c.Open)
	}
	return []string{string(c.Currency), asked, answered, p.dim(counts)}
}
