package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/promises"
)

func newKeep(sh *shell) *cobra.Command {
	var in promises.KeepInput
	cmd := &cobra.Command{
		Use:   "keep N",
		Short: "Say that a promise was kept",
		Long: `Keep says that a promise was kept, yours or theirs, today or on the day you name. It was late
where that day is after the one it was due, or where --late says so.`,
		Example: `  rapport keep 42
  rapport keep 42 --on yesterday`,
		Args: argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.promiseWent(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (promises.Went, error) {
				return s.Promises.Keep(ctx, n, in)
			})
		},
	}
	cmd.Flags().StringVar(&in.On, "on", "", "the `day` it was kept; today without it")
	cmd.Flags().BoolVar(&in.Late, "late", false, "it was late, whatever the days say")
	return cmd
}

func newMove(sh *shell) *cobra.Command {
	var by, why string
	cmd := &cobra.Command{
		Use:   "move N by:DAY",
		Short: "Give a promise a new day",
		Long: `Move gives a promise a new day. One that is moved before it was due was moved in time, and that
is remembered as such; agree on it with whoever waits for it first.`,
		Example: `  rapport move 42 by:friday
  rapport move 42 by:"3 dec" --because "the supplier delivers on the 2nd"`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := dayAfter(args, by)
			if err != nil {
				return err
			}
			return sh.promiseWent(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (promises.Went, error) {
				return s.Promises.Move(ctx, n, day, why)
			})
		},
	}
	cmd.Flags().StringVar(&by, "by", "", "the new `day`")
	cmd.Flags().StringVar(&why, "because", "", "the `reason`")
	return cmd
}

// dayAfter returns the day among the arguments behind a number: by:DAY, or the
// words of a day without the mark.
func dayAfter(args []string, flag string) (string, error) {
	text := strings.Trim(strings.TrimSpace(strings.TrimPrefix(strings.Join(args[1:], " "), "by:")), `"“”`)
	if text != "" && flag != "" {
		return "", rapport.Errorf(rapport.Invalid, "there are two new days, %q and --by %q", text, flag).WithHint("keep one")
	}
	return text + flag, nil
}

func newMiss(sh *shell) *cobra.Command {
	var on, because string
	cmd := &cobra.Command{
		Use:     "miss N",
		Short:   "Say that a promise was not kept",
		Example: `  rapport miss 42 --because "the figures came after the board met"`,
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.promiseWent(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (promises.Went, error) {
				return s.Promises.Miss(ctx, n, on, because)
			})
		},
	}
	cmd.Flags().StringVar(&because, "because", "", "the `reason`")
	cmd.Flags().StringVar(&on, "on", "", "the `day`; today without it")
	return cmd
}

func newRelease(sh *shell) *cobra.Command {
	var on, because string
	cmd := &cobra.Command{
		Use:   "release N",
		Short: "Say that nobody waits for a promise any more",
		Long: `Release ends a promise that nobody waits for any more, such as one that a new priority took the
place of. It counts neither as kept nor as missed.`,
		Example: `  rapport release 42 --because "the audit was called off"`,
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return sh.promiseWent(cmd.Context(), args[0], func(ctx context.Context, s *Session, n rapport.Number) (promises.Went, error) {
				return s.Promises.Release(ctx, n, on, because)
			})
		},
	}
	cmd.Flags().StringVar(&because, "because", "", "the `reason`")
	cmd.Flags().StringVar(&on, "on", "", "the `day`; today without it")
	return cmd
}

// promiseWent does something to the promise with a number and says where it
// stands.
func (sh *shell) promiseWent(ctx context.Context, number string, act func(context.Context, *Session, rapport.Number) (promises.Went, error)) error {
	went, err := onNumber(ctx, sh, number, act)
	if err != nil {
		return err
	}
	item := promises.ItemOf(went)
	if sh.asJSON {
		return sh.object("promise", itemShape(item, went.Names), "endangers", dateShapes(went.Endangered, went.Names))
	}
	sh.sayf("%s %s", sh.errPaint().bold(fmt.Sprint(item.Number)), standing(item, went.DueSaid))
	sh.sayf("   %s", clipped(item.Text))
	sh.warnDates(item.Number, item.Due, went.Endangered)
	return nil
}

// standing says where a promise stands after something happened to it. What
// others kept is kept: nobody counts their days.
func standing(i promises.Item, said string) string {
	switch i.State {
	case rapport.StateKept:
		return "kept on " + shortDay(i.ClosedOn)
	case rapport.StateLate:
		if !i.By.IsMe() {
			return "kept on " + shortDay(i.ClosedOn)
		}
		late := ""
		if i.Due != "" && i.ClosedOn > i.Due {
			late = ", " + counted(i.ClosedOn.Sub(i.Due), "day", "days") + " after it was due"
		}
		return "kept late, on " + shortDay(i.ClosedOn) + late
	case rapport.StateMissed:
		return "not kept, as of " + shortDay(i.ClosedOn)
	case rapport.StateWithdrawn:
		return "released on " + shortDay(i.ClosedOn)
	}
	return "open, " + dueText(i.Due, said)
}
