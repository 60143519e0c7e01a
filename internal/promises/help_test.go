package promises_test

import (
	"errors"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/promises"
)

func TestAnOfferIsBoundedAndTheOnlyOneOpen(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		for text, lacks := range map[string]promises.Unbounded{
			"take over the audit list @dana":                      {Hours: true, Until: true},
			"take over the audit list @dana hours:4":              {Until: true},
			"take over the audit list @dana until:fri":            {Hours: true},
			"take over the audit list @dana until:fri hours:\"\"": {Hours: true},
		} {
			err := second(l.Offer(ctx, says(text)))
			refused(t, err, rapport.Invalid, "needs")
			var open promises.Unbounded
			if !errors.As(err, &open) || open != lacks {
				t.Errorf("%q lacks %+v, want %+v", text, open, lacks)
			}
		}
		refused(t, second(l.Offer(ctx, says("the list @dana hours:4 until:fri by:thu"))), rapport.Invalid, "keep one")
		refused(t, second(l.Offer(ctx, says("the list @dana hours:4 until:2026-11-01"))), rapport.Invalid)
		offered := must(l.Offer(ctx, says("take over the audit list @dana hours:4 until:fri")))
		if o := offered.Offer; o.Until != "2026-11-20" || o.Hours.Value != 4 || o.Task != "take over the audit list" {
			t.Errorf("%+v", o)
		}
		n := offered.Offer.Number
		refused(t, second(l.Offer(ctx, says("another @dana hours:1 until:fri"))), rapport.Conflict, "take over the audit list", "offer done")
		// To another boss it may be the first.
		must(l.Offer(ctx, says("a chart @tomas hours:1 until:fri")))
		refused(t, third(l.OfferDone(ctx, n, " ")), rapport.Invalid)
		if err := third(l.OfferDone(ctx, n, "accepted")); err != nil {
			t.Fatal(err)
		}
		refused(t, third(l.OfferDone(ctx, n, "declined")), rapport.Conflict, "accepted")
		must(l.Offer(ctx, says("another @dana hours:1 until:fri")))
		if open, _, err := l.Offers(ctx, "dana"); err != nil || len(open) != 1 {
			t.Errorf("%v, %v", open, err)
		}
	})
}

func TestGiveAndGetListsBothSidesOfAQuarter(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		mine := l.owe(t, "@dana a draft on:2026-10-05 by:2026-10-12")
		must(l.Keep(ctx, mine.Number, promises.KeepInput{On: "2026-10-12"}))
		theirs := must(l.Promised(ctx, says("@dana a budget on:2026-10-05"))).Promise
		must(l.Keep(ctx, theirs.Number, promises.KeepInput{On: "2026-10-20"}))
		missed := l.owe(t, "@dana a chart")
		must(l.Miss(ctx, missed.Number, "", ""))
		before := l.owe(t, "@dana old on:2026-08-01")
		must(l.Keep(ctx, before.Number, promises.KeepInput{On: "2026-09-30"}))
		l.owe(t, "@dana open by:fri")
		must(l.Promised(ctx, says("@dana still open by:fri")))
		if err := errors.Join(third(l.Helped(ctx, says("@dana numbers for the board", "hours:2"))), third(l.HelpedBy(ctx, says("@dana a slot at the board yesterday"))), third(l.HelpedBy(ctx, says("from:Priya half the cases")))); err != nil {
			t.Fatal(err)
		}
		a := must(l.Ask(ctx, asks("two licences @dana on:2026-09-20"))).Ask
		if err := third(l.Answer(ctx, a.Number, "yes", "2026-10-02")); err != nil {
			t.Fatal(err)
		}
		must(l.Ask(ctx, asks("a third licence @dana")))
		must(l.Journal.Log(ctx, journal.LogInput{Text: "won: the close took five days for:payments-time"}, journal.LogInput{Text: "won: a new roof @tomas"}))
		g := must(l.GiveAndGet(ctx, "dana", rapport.Period{}))
		if g.From != "2026-10-01" || g.Until != "2026-12-31" {
			t.Errorf("the quarter is %+v", g.Period)
		}
		check := func(name string, lines []promises.Line, want ...string) {
			var got []string
			for _, line := range lines {
				got = append(got, line.What+": "+line.Text)
			}
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("%s:\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
		check("provided", g.Provided, "promise kept: a draft", "help: numbers for the board", "result: the close took five days")
		check("received", g.Received, "answer: two licences: yes", "promise kept: a budget", "help: a slot at the board")
		check("mine", g.IOwe, "promise: open")
		check("theirs", g.TheyOwe, "ask: a third licence", "promise: still open")
		last := must(l.GiveAndGet(ctx, "dana", rapport.Period{From: "2026-07-01", Until: "2026-09-30"}))
		check("provided before", last.Provided, "promise kept: old")
		if all := must(l.GiveAndGet(ctx, "", rapport.Period{})); len(all.Received) != 4 || len(all.Provided) != 4 {
			t.Errorf("all: %d provided, %d received", len(all.Provided), len(all.Received))
		}
	})
}

func TestHelpLooksBackAndNamesSomebodyElse(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		h, _, err := l.HelpedBy(ctx, says("half the cases from:Priya friday hours:3"))
		if err != nil || h.Day() != "2026-11-13" || h.By.Name != "Priya" || !h.To.IsMe() || h.Hours.Value != 3 {
			t.Errorf("%+v, %v", h, err)
		}
		refused(t, third(l.Helped(ctx, says("half the cases to:me"))), rapport.Invalid)
		refused(t, third(l.Helped(ctx, says("half the cases"))), rapport.Invalid, "@dana")
		refused(t, third(l.Helped(ctx, says("@dana half the cases on:2026-12-24"))), rapport.Invalid)
	})
}
