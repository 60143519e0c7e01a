package cli

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

type loadOptions struct {
	weeks   int
	day     float64
	setsDay bool
}

func newLoad(sh *shell) *cobra.Command {
	o := loadOptions{weeks: 6}
	cmd := &cobra.Command{
		Use:   "load",
		Short: "What you promised, in hours by week",
		Long: `Load adds up the hours of what you promised and offered, over all bosses, by the week it is due,
beside the hours that your work week has, leave apart. What is overdue stands in the first row;
what says no hours is counted apart. It shows your promises and nobody's words about another.`,
		Example: `  rapport load
  rapport load --weeks 12
  rapport load --hours-a-day 6`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o.setsDay = cmd.Flags().Changed("hours-a-day")
			return runLoad(cmd.Context(), sh, o)
		},
	}
	cmd.Flags().IntVarP(&o.weeks, "weeks", "w", o.weeks, "so `many` weeks")
	cmd.Flags().Float64Var(&o.day, "hours-a-day", promises.DayHours, "from now on a working day holds so many `hours`")
	return cmd
}

func runLoad(ctx context.Context, sh *shell, o loadOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	if o.setsDay {
		if err := s.Promises.SetDayHours(ctx, o.day); err != nil {
			return err
		}
		sh.sayf("a working day holds %s hours from now on", number(o.day))
	}
	load, err := s.Promises.Load(ctx, o.weeks)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("load", loadShape(load))
	}
	p := sh.outPaint()
	rows := make([][]string, len(load.Weeks))
	for i, w := range load.Weeks {
		rows[i] = loadRow(w, load.Today, p)
	}
	sh.table(rows)
	if line := loadRest(load); line != "" {
		sh.printf("%s\n", line)
	}
	if len(load.Shares) > 1 {
		shares := make([]string, len(load.Shares))
		for i, one := range load.Shares {
			shares[i] = fmt.Sprintf("%s %s h in %d", personText(load.Names, one.To), number(one.Hours), one.Items)
		}
		sh.printf("%s\n", p.dim("for "+strings.Join(shares, ", ")))
	}
	for _, e := range load.Endangered {
		sh.warnEndangered(e)
	}
	if len(load.Shares) == 0 {
		sh.sayf(`nothing is promised; with hours it shows here: rapport owe "what" @boss by:fri hours:3`)
	}
	return nil
}

// barWidth is how many columns a week's bar has: all of them are its capacity.
const barWidth = 20

func loadRow(w promises.Week, today rapport.Day, p paint) []string {
	name, capacity := w.From.ISOWeek(), number(w.Capacity)+" h"
	if w.Overdue {
		name, capacity = "overdue", ""
	} else if w.Contains(today) {
		name += ", the rest"
	}
	offers := 0
	for _, i := range w.Items {
		if i.Offer {
			offers++
		}
	}
	var parts []string
	if n := len(w.Items) - offers; n > 0 {
		parts = append(parts, counted(n, "promise", "promises"))
	}
	if offers > 0 {
		parts = append(parts, counted(offers, "offer", "offers"))
	}
	if w.Unsized > 0 {
		parts = append(parts, fmt.Sprintf("%d without hours", w.Unsized))
	}
	counts := strings.Join(parts, ", ")
	row := []string{name, number(w.Hours) + " h", capacity, loadBar(w), counts}
	if w.Overdue && len(w.Items) > 0 || w.Hours > w.Capacity {
		row[1] = p.red(row[1])
	}
	return row
}

// loadBar draws the hours of a week against its capacity; what does not fit is
// a plus at its end.
func loadBar(w promises.Week) string {
	if w.Overdue {
		return strings.Repeat(" ", barWidth+3)
	}
	full := 0
	if w.Capacity > 0 {
		full = int(math.Ceil(w.Hours / w.Capacity * barWidth))
	} else if w.Hours > 0 {
		full = barWidth + 1
	}
	more := " "
	if full > barWidth {
		full, more = barWidth, "+"
	}
	return "[" + strings.Repeat("#", full) + strings.Repeat(".", barWidth-full) + "]" + more
}

// loadRest says what stands in no week.
func loadRest(load promises.Load) string {
	var parts []string
	if load.Later > 0 {
		parts = append(parts, fmt.Sprintf("%d later", load.Later))
	}
	if load.Undated > 0 {
		parts = append(parts, fmt.Sprintf("%d without a day (%s h)", load.Undated, number(load.UndatedHours)))
	}
	if load.Unsized > 0 {
		parts = append(parts, fmt.Sprintf("%d without hours", load.Unsized))
	}
	return strings.Join(parts, ", ")
}

// number writes a number of hours without more digits than it needs.
func number(n float64) string { return strconv.FormatFloat(math.Round(n*100)/100, 'f', -1, 64) }
