package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport/internal/promises"
)

type offerOptions struct {
	words                  []string
	hours, until, on, boss string
}

func newOffer(sh *shell) *cobra.Command {
	var o offerOptions
	cmd := &cobra.Command{
		Use:   `offer ["TASK" [@BOSS] hours:N until:DAY]`,
		Short: "Offer a boss help, with hours and an end",
		Long: `Offer writes down an offer of help: one task, so many hours, and its last day. There is one open
offer to a boss at a time; "rapport offer done N" says what became of it. Alone it lists the open
ones.`,
		Example: `  rapport offer @dana "take over the audit list" hours:4 until:fri
  rapport offer done 42 accepted`,
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runOffer(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.hours, "hours", "", "`hours` of work at most")
	f.StringVar(&o.until, "until", "", "its last `day`")
	f.StringVar(&o.on, "on", "", "`day` it was offered; today without it")
	f.StringVarP(&o.boss, "boss", "b", "", "`boss` you help")
	sh.completeFlags(cmd, "boss")
	cmd.AddCommand(newOfferDone(sh))
	return cmd
}

func runOffer(ctx context.Context, sh *shell, o offerOptions) error {
	if len(o.words) == 0 {
		return listOffers(ctx, sh, o.boss)
	}
	words, err := sh.typed(o.words, `rapport offer @dana "take over the audit list" hours:4 until:fri`)
	if err != nil {
		return err
	}
	in := promises.Input{Words: words, Marks: marked("hours", o.hours, "until", o.until, "on", o.on, "boss", string(bossArg(o.boss)))}
	var offered promises.Offered
	act := func(s *Session) (err error) {
		offered, err = s.Promises.Offer(ctx, in)
		return err
	}
	_, err = sh.attempt(ctx, act)
	var open promises.Unbounded
	if errors.As(err, &open) && sh.env.Asks {
		if err := sh.askBounds(&in, open); err != nil {
			return err
		}
		_, err = sh.attempt(ctx, act)
	}
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("offer", offerShape(offered.Offer, offered.Names))
	}
	of := offered.Offer
	sh.printf("%d\n", of.Number)
	head := fmt.Sprintf("you offer %s %s, until %s", offered.Names.Boss(of.Boss).Name, hoursText(of.Hours), shortDay(of.Until))
	if offered.UntilSaid != "" && offered.UntilSaid != string(of.Until) {
		head += " (" + offered.UntilSaid + ")"
	}
	sh.understood(of.Number, head, of.Task, fmt.Sprintf("rapport edit %d hours:N, or rapport undo", of.Number))
	return nil
}

// askBounds asks for the bounds that an offer lacks.
func (sh *shell) askBounds(in *promises.Input, open promises.Unbounded) error {
	if open.Hours {
		answer, err := sh.ask("How many hours at most?", "")
		if err != nil {
			return err
		}
		in.Marks["hours"] = answer
	}
	if open.Until {
		answer, err := sh.ask("Until which day?", "")
		if err != nil {
			return err
		}
		in.Marks["until"] = answer
	}
	return nil
}

func newOfferDone(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `done N "WHAT BECAME OF IT"`,
		Short:   "Say what became of an offer",
		Example: "  rapport offer done 42 accepted",
		Args:    argsBetween(2, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runOfferDone(cmd.Context(), sh, args[0], strings.Join(args[1:], " "))
		},
	}
}

func runOfferDone(ctx context.Context, sh *shell, number, outcome string) error {
	n, err := numberArg(number)
	if err != nil {
		return err
	}
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	o, names, err := s.Promises.OfferDone(ctx, n, outcome)
	if err != nil {
		return err
	}
	if sh.asJSON {
		return sh.object("offer", offerShape(o, names))
	}
	sh.sayf("%s %s", sh.errPaint().bold(fmt.Sprint(n)), o.Outcome)
	sh.sayf("   %s", clipped(o.Task))
	sh.sayf("   %s", sh.errPaint().dim(fmt.Sprintf("if you do it now: rapport owe @%s %q hours:%g by:%s", names.Boss(o.Boss).Slug, o.Task, o.Hours.Value, o.Until)))
	return nil
}

func listOffers(ctx context.Context, sh *shell, boss string) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	offers, names, err := s.Promises.Offers(ctx, bossArg(boss))
	if err != nil {
		return err
	}
	if sh.asJSON {
		shapes := make([]helpOfferJSON, len(offers))
		for i, o := range offers {
			shapes[i] = offerShape(o, names)
		}
		return sh.object("offers", shapes)
	}
	rows := make([][]string, len(offers))
	for i, o := range offers {
		rows[i] = []string{
			sh.outPaint().dim(itoa(int(o.Number))), "until " + nearDay(o.Until, s.Promises.Today()), "@" + string(names.Boss(o.Boss).Slug), hoursText(o.Hours), o.Task,
		}
	}
	sh.table(rows)
	if len(offers) == 0 {
		sh.sayf("no offer is open: rapport offer \"a task\" @boss hours:4 until:fri")
	}
	return nil
}
