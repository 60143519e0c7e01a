package promises_test

import (
	"slices"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/promises"
	"rapport/internal/store"
)

func asks(words ...string) promises.AskInput { return promises.AskInput{Input: says(words...)} }

func TestAnAskKeepsWhatMakesItEasyToAnswer(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		in := asks("two more analysts", "@dana", "for:payments", "by:fri", "purpose:the close takes nine days", "default:we drop the second report", "via:mail", "benefit-boss:a close in five days")
		in.Options, in.Gains, in.Pays = []string{"two from January", " ", "one now"}, []string{"the night shift"}, []string{"finance"}
		asked, err := l.Ask(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		a := asked.Ask
		if a.Text != "two more analysts" || a.Due != "2026-11-20" || a.Purpose != "the close takes nine days" || a.Default != "we drop the second report" ||
			a.Channel != "mail" || a.Benefit.Boss != "a close in five days" || a.Goal == 0 || len(a.Options) != 2 || a.Currency != rapport.Resources {
			t.Errorf("%+v", a)
		}
		if asked.CurrencyWhy == "" || asked.Advice != "" || asked.Question != "" || !asked.OtherZone {
			t.Errorf("%+v", asked)
		}
		said := must(l.Ask(t.Context(), asks("two more analysts @tomas currency:Backing -> a calmer close")))
		if said.Ask.Currency != rapport.Backing || said.CurrencyWhy != "" || said.Ask.Purpose != "a calmer close" || said.OtherZone {
			t.Errorf("what was said is guessed: %+v", said)
		}
		if !strings.Contains(said.Advice, "by:") || !strings.Contains(said.Advice, "default:") {
			t.Errorf("no line about a day and a default: %q", said.Advice)
		}
	})
}

func TestAnAskWithOneWinnerGetsAQuestionAndIsKept(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		for name, c := range map[string]struct {
			words  []string
			gains  []string
			asksOf string
		}{
			"only me":            {[]string{"a bigger desk @dana", "benefit-me:I like it"}, nil, "Dana Weber"},
			"only me, as gains":  {[]string{"a bigger desk @dana"}, []string{"me"}, "Dana Weber"},
			"only the boss":      {[]string{"a bigger desk @dana", "benefit-boss:a better view"}, nil, "you"},
			"only one team":      {[]string{"a bigger desk @dana"}, []string{"finance"}, "you"},
			"only the whole":     {[]string{"a bigger desk @dana", "benefit-org:less rent"}, nil, "Dana Weber"},
			"me and the boss":    {[]string{"a bigger desk @dana", "benefit-me:room", "benefit-boss:a better view"}, nil, ""},
			"me and their goal":  {[]string{"a bigger desk @dana for:payments", "benefit-me:room"}, nil, ""},
			"two teams":          {[]string{"a bigger desk @dana"}, []string{"finance", "the clinics"}, ""},
			"the boss by name":   {[]string{"a bigger desk @dana"}, []string{"@dana", "me"}, ""},
			"nobody was said":    {[]string{"a bigger desk @dana"}, nil, ""},
			"their goal and all": {[]string{"a bigger desk @dana for:payments"}, nil, ""},
		} {
			in := asks(c.words...)
			in.Gains = c.gains
			asked, err := l.Ask(t.Context(), in)
			if err != nil || asked.Ask.Number == 0 {
				t.Fatalf("%s: %v", name, err)
			}
			if (asked.Question != "") != (c.asksOf != "") || !strings.Contains(asked.Question, c.asksOf) || strings.Count(asked.Question, "?") > 1 {
				t.Errorf("%s: the question is %q", name, asked.Question)
			}
		}
	})
}

func TestAnAskIsFollowedToItsOutcome(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		a := must(l.Ask(ctx, asks("two licences @dana on:2026-11-09 by:2026-11-13 channel:mail"))).Ask
		again, _, err := l.AskAgain(ctx, a.Number, "chat", "yesterday")
		if err != nil || again.TimesAsked() != 2 || again.Channel != "chat" || again.Again[0] != "2026-11-17" {
			t.Fatalf("%+v, %v", again, err)
		}
		refused(t, third(l.AskOutcome(ctx, a.Number, "both came")), rapport.Invalid, "answer")
		refused(t, third(l.Answer(ctx, a.Number, " ", "")), rapport.Invalid)
		refused(t, third(l.Answer(ctx, a.Number, "yes", "2026-11-01")), rapport.Invalid)
		refused(t, third(l.Answer(ctx, a.Number, "yes", "tomorrow")), rapport.Invalid)
		answered, _, err := l.Answer(ctx, a.Number, "yes, from January", "yesterday")
		if err != nil || answered.State() != rapport.StateAnswered || answered.AnsweredOn != "2026-11-17" {
			t.Fatalf("%+v, %v", answered, err)
		}
		refused(t, third(l.Answer(ctx, a.Number, "no", "")), rapport.Conflict, "reopen")
		refused(t, third(l.WithdrawAsk(ctx, a.Number, "")), rapport.Conflict)
		if done, _, err := l.AskOutcome(ctx, a.Number, "both came"); err != nil || done.Outcome != "both came" {
			t.Fatal(err)
		}
		b := must(l.Ask(ctx, asks("a third licence @dana"))).Ask
		if gone, _, err := l.WithdrawAsk(ctx, b.Number, ""); err != nil || gone.State() != rapport.StateWithdrawn {
			t.Fatal(err)
		}
		refused(t, third(l.AskAgain(ctx, b.Number, "", "")), rapport.Conflict, "withdrawn")
		if needs := must(l.Asks(ctx, promises.AskFilter{All: true})); len(needs.Open) != 0 || len(needs.Over) != 2 {
			t.Errorf("%d open, %d over", len(needs.Open), len(needs.Over))
		}
	})
}

func third[A, B any](_ A, _ B, err error) error { return err }

func TestAsksShowWhatWaitsAndWhichCurrencyHasRunDry(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		late := must(l.Ask(ctx, asks("a decision on the lease @dana on:2026-10-01 by:2026-10-20"))).Ask
		soon := must(l.Ask(ctx, asks("two licences @dana by:2026-11-30"))).Ask
		open := must(l.Ask(ctx, asks("a copy of the lease @tomas"))).Ask
		old := must(l.Ask(ctx, asks("your advice on the tender @dana on:2025-09-01"))).Ask
		if err := third(l.AskAgain(ctx, open.Number, "", "")); err != nil {
			t.Fatal(err)
		}
		if err := third(l.Answer(ctx, old.Number, "wait", "2025-09-03")); err != nil {
			t.Fatal(err)
		}
		must(l.Journal.Log(ctx, journal.LogInput{Text: "ask: which desk signs the customs papers?"}, journal.LogInput{Text: "ask: who pays for the van? @tomas"}))
		needs := must(l.Asks(ctx, promises.AskFilter{}))
		var order []rapport.Number
		for _, a := range needs.Open {
			order = append(order, a.Number)
		}
		if !slices.Equal(order, []rapport.Number{late.Number, soon.Number, open.Number}) {
			t.Errorf("open in the order %v", order)
		}
		if len(needs.Questions) != 2 || len(needs.Over) != 0 {
			t.Errorf("%d questions, %d over", len(needs.Questions), len(needs.Over))
		}
		by := map[rapport.Currency]promises.CurrencyAccount{}
		for _, c := range needs.Currencies {
			by[c.Currency] = c
		}
		want := promises.CurrencyAccount{Currency: rapport.ADecision, Asked: 1, Open: 1, LastAsked: "2026-10-01"}
		if by[rapport.ADecision] != want {
			t.Errorf("decision %+v", by[rapport.ADecision])
		}
		if by[rapport.Information].LastAsked != "2026-11-18" || by[rapport.Backing].LastAsked != "" {
			t.Errorf("%+v", needs.Currencies)
		}
		if by[rapport.Advice].LastAnswered != "" || by[rapport.Advice].Asked != 0 {
			t.Errorf("an ask of fourteen months ago counts: %+v", by[rapport.Advice])
		}
		all := must(l.Asks(ctx, promises.AskFilter{All: true}))
		if i := slices.IndexFunc(all.Currencies, func(c promises.CurrencyAccount) bool { return c.Currency == rapport.Advice }); all.Currencies[i].Asked != 0 || len(all.Over) != 1 {
			t.Errorf("with all asks listed, the account looks further back: %+v", all.Currencies[i])
		}
		// With one boss, one project or one currency, only theirs.
		if dana := must(l.Asks(ctx, promises.AskFilter{Boss: "dana"})); len(dana.Open) != 2 || len(dana.Questions) != 1 {
			t.Errorf("of Dana: %d asks, %d questions", len(dana.Open), len(dana.Questions))
		}
		if backing := must(l.Asks(ctx, promises.AskFilter{Currency: rapport.Backing})); len(backing.Open) != 0 {
			t.Errorf("%+v", backing.Open)
		}
		refused(t, second(l.Asks(ctx, promises.AskFilter{Project: "biling"})), rapport.NotFound, "+billing")
	})
}

func TestWhatCannotBeAskedIsRefused(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		for name, words := range map[string][]string{
			"no boss among several": {"two licences"}, "no currency": {"two licences @dana currency:gold"}, "two ways": {"two licences @dana channel:mail via:chat"},
			"an unknown goal": {"two licences @dana for:nothing-known"}, "to forward for nobody": {"two licences @dana", "forward:Ana would like to meet you"},
			"two goals": {"two licences @dana for:payments for:others"},
		} {
			if err := second(l.Ask(t.Context(), asks(words...))); err == nil {
				t.Errorf("%s: taken", name)
			} else if rapport.HintOf(err) == "" {
				t.Errorf("%s: %v without a hint", name, err)
			}
		}
	})
}

func TestAnIntroductionIsFollowedUntilItIsUsed(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		k := rapport.Stakeholder{Fact: rapport.Fact{Record: rapport.Record{Owner: l.User.ID, At: rapport.StampOf(noon)}}, Name: "Priya Nair"}
		if err := l.DB.Write(ctx, func(tx *store.Tx) error { return store.Stakeholders.Insert(ctx, tx, &k) }); err != nil {
			t.Fatal(err)
		}
		state := func() (how rapport.Introduction) {
			_ = l.DB.Read(ctx, func(tx *store.Tx) error {
				how = must(store.Stakeholders.ByID(ctx, tx, l.User.ID, []rapport.FactID{k.ID}))[0].Introduction
				return nil
			})
			return how
		}
		asked := must(l.Introduce(ctx, asks("Priya Nair", "@dana", "forward:Ana runs the rota and would like 20 minutes on yours")))
		a := asked.Ask
		if a.Introduce != "Priya Nair" || a.Currency != rapport.Backing || asked.CurrencyWhy != "" || !strings.HasPrefix(a.Forward, "Ana runs") || state() != rapport.IntroductionAsked {
			t.Errorf("%+v, %s", asked, state())
		}
		refused(t, third(l.IntroductionUsed(ctx, a.Number, "")), rapport.Invalid, "made")
		if err := third(l.IntroductionMade(ctx, a.Number, "", "")); err != nil || state() != rapport.IntroductionMade {
			t.Fatalf("%v, %s", err, state())
		}
		if err := third(l.IntroductionUsed(ctx, a.Number, "she shares her rota")); err != nil || state() != rapport.IntroductionUsed {
			t.Fatalf("%v, %s", err, state())
		}
		if _, err := l.Journal.Undo(ctx); err != nil || state() != rapport.IntroductionMade {
			t.Errorf("%v, %s after undo", err, state())
		}
		other := must(l.Ask(ctx, asks("two licences @dana"))).Ask
		refused(t, third(l.IntroductionMade(ctx, other.Number, "", "")), rapport.Invalid, "answer")
	})
}
