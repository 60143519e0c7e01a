package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

type promisesOptions struct {
	boss string
	all  bool
}

func newPromises(sh *shell) *cobra.Command {
	var o promisesOptions
	cmd := &cobra.Command{
		Use:   "promises [@BOSS]",
		Short: "The promises of both sides, yours first",
		Long: `Promises shows how you kept yours in the last 180 days, in counts, then what you still owe, then
what others promised you, to remember. Promises that are lines of the log stand among them; what has
ended, and open lines of the log that are older than that, come with --all.`,
		Example: `  rapport promises
  rapport promises @dana --all`,
		Args:              argsBetween(0, 1),
		ValidArgsFunction: sh.completeBoss,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.boss = args[0]
			}
			return runPromises(cmd.Context(), sh, o)
		},
	}
	cmd.Flags().StringVarP(&o.boss, "boss", "b", "", "only with this `boss`")
	cmd.Flags().BoolVar(&o.all, "all", false, "what has ended, and lines of the log, however old")
	sh.completeFlags(cmd, "boss")
	return cmd
}

func runPromises(ctx context.Context, sh *shell, o promisesOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	l, err := s.Promises.Ledger(ctx, promises.LedgerFilter{Boss: bossArg(o.boss), All: o.all})
	if err != nil {
		return err
	}
	if sh.asJSON {
		ended := []promiseJSON{}
		if o.all {
			ended = itemShapes(l.Ended, l.Names)
		}
		return sh.object("promises", struct {
			Rate   rateJSON      `json:"rate"`
			Mine   []promiseJSON `json:"mine"`
			Theirs []promiseJSON `json:"theirs"`
			Ended  []promiseJSON `json:"ended"`
			More   bool          `json:"more"`
		}{rateShape(l.Rate), itemShapes(l.Mine, l.Names), itemShapes(l.Theirs, l.Names), ended, l.More})
	}
	sh.printf("%s\n", rateText(l.Rate))
	p := sh.outPaint()
	if len(l.Mine) > 0 {
		sh.printf("\n%s\n", p.bold("Yours"))
		sh.table(promiseRows(l, l.Mine, p, mineDue))
	}
	if len(l.Theirs) > 0 {
		sh.printf("\n%s\n", p.bold("To remember"))
		sh.table(promiseRows(l, l.Theirs, p, theirsDue))
	}
	if o.all && len(l.Ended) > 0 {
		sh.printf("\n%s\n", p.bold("Ended"))
		sh.table(endedRows(l, p))
	}
	if l.More {
		sh.sayf("the log has more promises that are open: rapport promises --all; `rapport keep N` settles one")
	}
	if len(l.Mine)+len(l.Theirs) == 0 {
		sh.sayf(`no open promises; write one down: rapport owe "what you promised" @boss by:friday, or rapport promised "what they promised" @boss`)
	}
	return nil
}

// rateText says how the user's own promises went.
func rateText(r promises.Rate) string {
	head := fmt.Sprintf("Your promises of the last %d days: ", r.Until.Sub(r.From))
	if r.Ended() == 0 && r.MovedInTime+r.MovedLate == 0 {
		return head + "none has ended yet"
	}
	parts := []string{fmt.Sprintf("kept %d of %d", r.Kept, r.Ended())}
	for _, one := range []struct {
		n    int
		what string
	}{{r.Late, "late"}, {r.Missed, "missed"}, {r.MovedInTime, "moved in time"}, {r.MovedLate, "moved late"}} {
		if one.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", one.n, one.what))
		}
	}
	return head + strings.Join(parts, ", ")
}

func promiseRows(l promises.Ledger, items []promises.Item, p paint, due func(promises.Item, rapport.Day, paint) string) [][]string {
	rows := make([][]string, len(items))
	for i, one := range items {
		who := one.To
		if !one.By.IsMe() {
			who = one.By
		}
		rows[i] = []string{p.dim(itoa(int(one.Number))), due(one, l.Today, p), personText(l.Names, who), one.Text + p.dim(promiseTail(l, one))}
	}
	return rows
}

// promiseTail is what else is known of a promise in a list.
func promiseTail(l promises.Ledger, i promises.Item) string {
	var tail []string
	if !i.By.IsMe() && !i.To.IsMe() {
		tail = append(tail, "to "+personText(l.Names, i.To))
	}
	if i.Hours.Said {
		tail = append(tail, hoursText(i.Hours))
	}
	if i.Project != 0 {
		tail = append(tail, "+"+string(l.Names.Project(i.Project).Slug))
	}
	if i.Moved > 0 {
		tail = append(tail, "moved "+counted(i.Moved, "time", "times"))
	}
	if i.InLog {
		tail = append(tail, "in the log")
	}
	if len(tail) == 0 {
		return ""
	}
	return "  " + strings.Join(tail, ", ")
}

// mineDue is when a promise of the user is due.
func mineDue(i promises.Item, today rapport.Day, p paint) string {
	days, said := i.Days(today)
	switch {
	case !said:
		return p.dim("no day")
	case days < 0:
		return p.red("overdue since " + nearDay(i.Due, today) + ", " + counted(-days, "day", "days"))
	case days <= 2:
		return p.yellow("due " + nearDay(i.Due, today) + ", " + daysFrom(i.Due, today))
	}
	return "due " + nearDay(i.Due, today) + ", " + daysFrom(i.Due, today)
}

// theirsDue is when a promise of somebody else is or was due: a day to
// remember, nothing to reproach.
func theirsDue(i promises.Item, today rapport.Day, p paint) string {
	switch {
	case i.Due == "":
		return p.dim("no day")
	case i.Due < today:
		return "was due " + nearDay(i.Due, today)
	}
	return "due " + nearDay(i.Due, today)
}

func endedRows(l promises.Ledger, p paint) [][]string {
	rows := make([][]string, len(l.Ended))
	for i, one := range l.Ended {
		who := "you to " + personText(l.Names, one.To)
		if !one.By.IsMe() {
			who = personText(l.Names, one.By)
		}
		rows[i] = []string{p.dim(itoa(int(one.Number))), endedText(one), who, one.Text + p.dim(promiseTail(l, one))}
	}
	return rows
}

// endedText says how a promise ended.
func endedText(i promises.Item) string {
	word := map[rapport.State]string{
		rapport.StateKept: "kept", rapport.StateLate: "kept late", rapport.StateMissed: "not kept", rapport.StateWithdrawn: "released",
	}[i.State]
	if i.State == rapport.StateLate && !i.By.IsMe() {
		word = "kept"
	}
	return word + " " + shortDay(i.ClosedOn)
}
