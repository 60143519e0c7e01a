package promises_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/journal"
	"rapport/internal/people"
	"rapport/internal/promises"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

var (
	lisbon = must(time.LoadLocation("Europe/Lisbon"))
	// noon is a Wednesday.
	noon = time.Date(2026, 11, 18, 12, 0, 0, 0, lisbon)
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// life is a store with two bosses, Dana and Tomas, a goal and a project.
type life struct {
	*promises.Service
	People  *people.Service
	Journal *journal.Service
	now     *time.Time
}

func each(t *testing.T, body func(t *testing.T, l life)) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, open func() *store.DB) { body(t, newLife(t, open())) })
}

func newLife(t *testing.T, db *store.DB) life {
	t.Helper()
	ctx := t.Context()
	now := noon
	clock := func() time.Time { return now }
	user := must(people.EnsureUser(ctx, db, "me", noon))
	l := life{
		&promises.Service{Desk: desk.Desk{DB: db, User: user, Now: clock}},
		&people.Service{DB: db, User: user, Now: clock}, &journal.Service{DB: db, User: user, Now: clock}, &now,
	}
	tokyo := "Asia/Tokyo"
	must(l.People.AddBoss(ctx, "Dana Weber", people.BossChange{Zone: &tokyo}))
	must(l.People.AddBoss(ctx, "Tomas Brand", people.BossChange{}))
	must(l.People.AddGoal(ctx, "dana", "Payments on time", people.GoalChange{}))
	must(l.People.AddProject(ctx, "Billing", people.ProjectChange{}))
	return l
}

// says is the input of a line.
func says(words ...string) promises.Input { return promises.Input{Words: words} }

func (l life) owe(t *testing.T, words ...string) rapport.Promise {
	t.Helper()
	made, err := l.Owe(t.Context(), says(words...))
	if err != nil {
		t.Fatalf("%q: %v", words, err)
	}
	return made.Promise
}

func refused(t *testing.T, err error, code rapport.Code, words ...string) {
	t.Helper()
	if rapport.CodeOf(err) != code || rapport.HintOf(err) == "" {
		t.Errorf("%v (%s), hint %q; want %s with a hint", err, rapport.CodeOf(err), rapport.HintOf(err), code)
		return
	}
	for _, w := range words {
		if !strings.Contains(err.Error()+"\n"+rapport.HintOf(err), w) {
			t.Errorf("%v, hint %q: nothing about %q", err, rapport.HintOf(err), w)
		}
	}
}

func TestAPromiseSaysWhoWhatAndWhen(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		dana := rapport.Person{Boss: l.bosses(t)[0].ID}
		for name, c := range map[string]struct {
			theirs bool
			words  []string
			want   rapport.Promise
		}{
			"marks in one text":            {false, []string{`@dana draft of the answer by:thu hours:3`}, rapport.Promise{By: rapport.Myself(), To: dana, Text: "draft of the answer", Due: "2026-11-19", Hours: rapport.AmountOf(3)}},
			"quotes taken by the shell":    {true, []string{"@dana", "budget answer", "by:end of month"}, rapport.Promise{By: dana, To: rapport.Myself(), Text: "budget answer", Due: "2026-11-30"}},
			"to somebody else":             {false, []string{"rota for January", "to:Jonas Lund"}, rapport.Promise{By: rapport.Myself(), To: rapport.Person{Name: "Jonas Lund"}, Text: "rota for January"}},
			"from somebody else":           {true, []string{"the Q2 figures from:Priya by:2026-11-20"}, rapport.Promise{By: rapport.Person{Name: "Priya"}, To: rapport.Myself(), Text: "the Q2 figures", Due: "2026-11-20"}},
			"a boss to somebody else":      {true, []string{"a desk @dana to:Jonas"}, rapport.Promise{By: dana, To: rapport.Person{Name: "Jonas"}, Text: "a desk"}},
			"a weekday at the end":         {false, []string{"send the rota friday @dana"}, rapport.Promise{By: rapport.Myself(), To: dana, Text: "send the rota", Due: "2026-11-20"}},
			"today at the end":             {false, []string{"call the plant today @dana"}, rapport.Promise{By: rapport.Myself(), To: dana, Text: "call the plant", Due: "2026-11-18"}},
			"tomorrow at the end":          {false, []string{"call the plant tomorrow @dana"}, rapport.Promise{By: rapport.Myself(), To: dana, Text: "call the plant", Due: "2026-11-19"}},
			"by friday as words":           {false, []string{"send the rota by friday @dana"}, rapport.Promise{By: rapport.Myself(), To: dana, Text: "send the rota", Due: "2026-11-20"}},
			"said yesterday":               {false, []string{"send the rota yesterday @dana"}, rapport.Promise{By: rapport.Myself(), To: dana, Text: "send the rota"}},
			"an arrow belongs to the text": {false, []string{"move the rack -> hall 4 @dana"}, rapport.Promise{By: rapport.Myself(), To: dana, Text: "move the rack -> hall 4"}},
			"minutes":                      {false, []string{"ring the lab @dana hours:45m"}, rapport.Promise{By: rapport.Myself(), To: dana, Text: "ring the lab", Hours: rapport.AmountOf(0.75)}},
		} {
			do := l.Owe
			if c.theirs {
				do = l.Promised
			}
			made, err := do(t.Context(), says(c.words...))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			got := made.Promise
			got.Fact, got.Standing = rapport.Fact{}, rapport.Standing{}
			if got != c.want {
				t.Errorf("%s:\n got %+v\nwant %+v", name, got, c.want)
			}
			if made.Promise.State != rapport.StateOpen || made.Promise.DueNow != c.want.Due {
				t.Errorf("%s: standing %+v", name, made.Promise.Standing)
			}
		}
	})
}

func (l life) bosses(t *testing.T) []rapport.Boss {
	t.Helper()
	return must(l.People.Bosses(t.Context()))
}

func TestAPromiseThatIsNoneIsRefused(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		for name, c := range map[string]struct {
			words []string
			code  rapport.Code
			hint  string
		}{
			"to nobody among several": {[]string{"a draft"}, rapport.Invalid, "@dana"},
			"to an unknown boss":      {[]string{"a draft @dnaa"}, rapport.NotFound, "@dana"},
			"to two people":           {[]string{"a draft @dana to:Jonas"}, rapport.Invalid, "Jonas"},
			"to two bosses":           {[]string{"the draft for @dana with @tomas now"}, rapport.Invalid, "tomas"},
			"to oneself":              {[]string{"a draft to:me"}, rapport.Invalid, "promised"},
			"without words":           {[]string{"@dana by:fri"}, rapport.Invalid, ""},
			"no words at all":         {[]string{"  "}, rapport.Invalid, ""},
			"due before it was said":  {[]string{"a draft @dana on:2026-11-17 by:2026-11-03"}, rapport.Invalid, "by:"},
			"said in the future":      {[]string{"a draft @dana on:2026-12-24"}, rapport.Invalid, "by:"},
			"a day that is none":      {[]string{"a draft @dana by:soonish"}, rapport.Invalid, "by:"},
			"two days":                {[]string{"a draft @dana by:fri by:thu"}, rapport.Invalid, "keep one"},
			"no hours":                {[]string{"a draft @dana hours:lots"}, rapport.Invalid, "hours:3"},
			"minus hours":             {[]string{"a draft @dana hours:-2"}, rapport.Invalid, "hours:3"},
			"more hours than a year":  {[]string{"a draft @dana hours:99999"}, rapport.Invalid, "hours:3"},
			"an unknown project":      {[]string{"a draft @dana +biling"}, rapport.NotFound, "+billing"},
		} {
			if _, err := l.Owe(ctx, says(c.words...)); err == nil {
				t.Errorf("%s: taken", name)
			} else {
				refused(t, err, c.code, c.hint)
			}
		}
		ledger := must(l.Ledger(ctx, promises.LedgerFilter{All: true}))
		if n := len(ledger.Mine) + len(ledger.Theirs) + len(ledger.Ended); n > 0 {
			t.Errorf("%d refused promises were kept", n)
		}
	})
}

func TestALongAndDirtyLineIsOneLine(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		p := l.owe(t, "@dana\tdraft\x1b[31m\nof "+strings.Repeat("words ", 2000))
		if strings.ContainsAny(p.Text, "\x1b\n\t") || len(p.Text) < 10_000 {
			t.Errorf("%d bytes kept: %.40q", len(p.Text), p.Text)
		}
	})
}

func TestTheRateCountsHowMyPromisesWent(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		kept := l.owe(t, "@dana first by:2026-11-20")
		late := l.owe(t, "@dana second on:2026-11-02 by:2026-11-10")
		missed := l.owe(t, "@dana third by:2026-11-20")
		moved := l.owe(t, "@dana fourth by:2026-11-20")
		movedLate := l.owe(t, "@dana fifth on:2026-11-02 by:2026-11-10")
		released := l.owe(t, "@dana sixth by:2026-11-20")
		said := l.owe(t, "@dana seventh")
		theirs := must(l.Promised(ctx, says("@dana a budget by:2026-11-20"))).Promise
		for _, err := range []error{
			second(l.Keep(ctx, kept.Number, promises.KeepInput{On: "yesterday"})), // said today: a day before cannot be
		} {
			refused(t, err, rapport.Invalid)
		}
		for _, err := range []error{
			second(l.Keep(ctx, kept.Number, promises.KeepInput{})), second(l.Keep(ctx, late.Number, promises.KeepInput{On: "yesterday"})),
			second(l.Miss(ctx, missed.Number, "", "the scale broke")), second(l.Move(ctx, moved.Number, "next monday", "")),
			second(l.Move(ctx, movedLate.Number, "friday", "")), second(l.Release(ctx, released.Number, "", "new priority")),
			second(l.Keep(ctx, said.Number, promises.KeepInput{Late: true})), second(l.Keep(ctx, theirs.Number, promises.KeepInput{})),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
		ledger := must(l.Ledger(ctx, promises.LedgerFilter{}))
		r := ledger.Rate
		if r.Kept != 1 || r.Late != 2 || r.Missed != 1 || r.MovedInTime != 1 || r.MovedLate != 1 || r.Ended() != 4 {
			t.Errorf("rate %+v", r)
		}
		if len(ledger.Mine) != 2 || len(ledger.Theirs) != 0 || ledger.Mine[0].Due != "2026-11-20" || ledger.Mine[1].Due != "2026-11-23" {
			t.Errorf("open %+v, %+v", ledger.Mine, ledger.Theirs)
		}
		// Nothing that ended can end again.
		for _, n := range []rapport.Number{kept.Number, missed.Number, released.Number} {
			refused(t, second(l.Keep(ctx, n, promises.KeepInput{})), rapport.Conflict, "reopen")
		}
		// After half a year it counts no more, and --all still lists it.
		*l.now = noon.AddDate(0, 8, 0)
		ledger = must(l.Ledger(ctx, promises.LedgerFilter{}))
		if ledger.Rate.Ended() != 0 || len(ledger.Ended) != 0 {
			t.Errorf("old promises count: %+v", ledger.Rate)
		}
		if ledger = must(l.Ledger(ctx, promises.LedgerFilter{All: true})); len(ledger.Ended) != 6 {
			t.Errorf("%d ended, want 6", len(ledger.Ended))
		}
	})
}

func second[A any](_ A, err error) error { return err }

func TestEventsOfADayBeforeAreTakenInTheirOrder(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		p := l.owe(t, "@dana a draft on:2026-11-02 by:2026-11-10")
		if err := second(l.Move(ctx, p.Number, "2026-11-27", "")); err != nil {
			t.Fatal(err)
		}
		// It had been kept on Monday, before anybody moved it: late, by the day
		// that held then.
		went, err := l.Keep(ctx, p.Number, promises.KeepInput{On: "2026-11-16"})
		if err != nil {
			t.Fatal(err)
		}
		if got := went.Promise; got.State != rapport.StateLate || got.ClosedOn != "2026-11-16" || got.Last != rapport.InstantOf(noon) {
			t.Errorf("standing %+v", got.Standing)
		}
	})
}

func TestUndoTakesAnActBackAsAWhole(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		p := l.owe(t, "@dana a draft by:2026-11-20")
		before := must(l.Ledger(ctx, promises.LedgerFilter{}))
		for name, act := range map[string]func() error{
			"keep":    func() error { return second(l.Keep(ctx, p.Number, promises.KeepInput{})) },
			"move":    func() error { return second(l.Move(ctx, p.Number, "2026-12-01", "")) },
			"miss":    func() error { return second(l.Miss(ctx, p.Number, "", "")) },
			"release": func() error { return second(l.Release(ctx, p.Number, "", "")) },
		} {
			if err := act(); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if _, err := l.Journal.Undo(ctx); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			after := must(l.Ledger(ctx, promises.LedgerFilter{}))
			if after.Rate != before.Rate || len(after.Mine) != 1 || after.Mine[0] != before.Mine[0] {
				t.Errorf("%s is not taken back: %+v, %+v", name, after.Rate, after.Mine)
			}
		}
	})
}

func TestPromisesInTheLogStandAmongTheOthers(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		l.owe(t, "@dana a draft by:2026-11-20")
		logged := must(l.Journal.Log(ctx, journal.LogInput{Text: "promise: rota for January by:2026-11-19 @dana"}, journal.LogInput{Text: "promise: I will ring the lab @tomas by:2026-11-24"},
			journal.LogInput{Text: "did: rota for December"}))
		ledger := must(l.Ledger(ctx, promises.LedgerFilter{Boss: "dana"}))
		if len(ledger.Mine) != 2 || !ledger.Mine[0].InLog || ledger.Mine[0].Number != logged[0].Entry.Number || ledger.Mine[1].InLog {
			t.Fatalf("mine %+v", ledger.Mine)
		}
		n := logged[0].Entry.Number
		refused(t, second(l.Miss(ctx, n, "", "")), rapport.Invalid, "rapport owe")
		refused(t, second(l.Release(ctx, n, "", "")), rapport.Invalid, "rapport owe")
		refused(t, second(l.Keep(ctx, n, promises.KeepInput{Late: true})), rapport.Invalid)
		refused(t, second(l.Keep(ctx, logged[2].Entry.Number, promises.KeepInput{})), rapport.Invalid, "promises")
		if went, err := l.Move(ctx, n, "2026-11-25", ""); err != nil || went.Entry.Due != "2026-11-25" {
			t.Fatalf("%+v, %v", went, err)
		}
		if err := second(l.Keep(ctx, n, promises.KeepInput{})); err != nil {
			t.Fatal(err)
		}
		refused(t, second(l.Keep(ctx, n, promises.KeepInput{})), rapport.Conflict)
		if r := must(l.Ledger(ctx, promises.LedgerFilter{})).Rate; r.Kept != 1 || r.Ended() != 1 {
			t.Errorf("rate %+v", r)
		}
	})
}

func TestActsOnWhatIsNoPromiseAreRefused(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		p := l.owe(t, "@dana a draft by:2026-11-20")
		ask := must(l.Ask(ctx, promises.AskInput{Input: says("two licences @dana")})).Ask
		refused(t, second(l.Keep(ctx, 999, promises.KeepInput{})), rapport.NotFound)
		refused(t, second(l.Keep(ctx, ask.Number, promises.KeepInput{})), rapport.Invalid)
		refused(t, second(l.Keep(ctx, p.Number, promises.KeepInput{On: "tomorrow"})), rapport.Invalid)
		refused(t, second(l.Move(ctx, p.Number, "", "")), rapport.Invalid, "by:")
		refused(t, second(l.Move(ctx, p.Number, "2026-11-01", "")), rapport.Invalid, "ahead")
		refused(t, second(l.Move(ctx, p.Number, "whenever", "")), rapport.Invalid)
	})
}

// TestTheJournalTellsTheSameLedger takes a life out and into an empty store.
func TestTheJournalTellsTheSameLedger(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		a, b, c := l.owe(t, "@dana a draft by:2026-11-20 +billing hours:2"), l.owe(t, "rota to:Jonas by:2026-11-25"), l.owe(t, "@tomas a plan by:2026-11-30")
		must(l.Keep(ctx, a.Number, promises.KeepInput{Late: true}))
		must(l.Move(ctx, b.Number, "2026-11-27", "the lab is closed"))
		must(l.Miss(ctx, c.Number, "", "no figures"))
		must(l.Ask(ctx, promises.AskInput{Input: says("two licences @dana +billing for:payments-time")}))
		var text strings.Builder
		if err := l.Journal.Export(ctx, &text); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(text.String(), `"ref":"`+string(a.Line)+`"`) {
			t.Errorf("an event does not name its promise:\n%s", text.String())
		}
		again := emptyLife(t)
		if _, err := again.Journal.Import(ctx, strings.NewReader(text.String()), journal.ImportOptions{}); err != nil {
			t.Fatal(err)
		}
		want, got := must(l.Ledger(ctx, promises.LedgerFilter{All: true})), must(again.Ledger(ctx, promises.LedgerFilter{All: true}))
		if got.Rate != want.Rate || len(got.Mine) != len(want.Mine) || len(got.Ended) != len(want.Ended) {
			t.Errorf("rate %+v, %d open, %d ended; want %+v, %d, %d", got.Rate, len(got.Mine), len(got.Ended), want.Rate, len(want.Mine), len(want.Ended))
		}
		if needs := must(again.Asks(ctx, promises.AskFilter{Project: "billing"})); len(needs.Open) != 1 {
			t.Errorf("the ask lost its project: %+v", needs.Open)
		}
	})
}

func emptyLife(t *testing.T) life {
	t.Helper()
	db := storetest.Open(t, storetest.SQLite(t), store.Options{Create: true})
	user := must(people.EnsureUser(context.Background(), db, "me", noon))
	now := func() time.Time { return noon }
	return life{Service: &promises.Service{Desk: desk.Desk{DB: db, User: user, Now: now}}, Journal: &journal.Service{DB: db, User: user, Now: now}}
}

func TestALogThatNobodySettlesIsCutAndSaysSo(t *testing.T) {
	each(t, func(t *testing.T, l life) {
		ctx := t.Context()
		var lines []journal.LogInput
		for range promises.LoggedMost + 5 {
			lines = append(lines, journal.LogInput{Text: "promise: ring the lab @dana"}, journal.LogInput{Text: "ask: who signs? @dana"})
		}
		must(l.Journal.Log(ctx, lines...))
		ledger, needs := must(l.Ledger(ctx, promises.LedgerFilter{})), must(l.Asks(ctx, promises.AskFilter{}))
		if !ledger.More || len(ledger.Mine) != promises.LoggedMost || !needs.More || len(needs.Questions) != promises.LoggedMost {
			t.Errorf("%d promises, more %v; %d questions, more %v", len(ledger.Mine), ledger.More, len(needs.Questions), needs.More)
		}
		ledger, needs = must(l.Ledger(ctx, promises.LedgerFilter{All: true})), must(l.Asks(ctx, promises.AskFilter{All: true}))
		if ledger.More || len(ledger.Mine) != len(lines)/2 || needs.More || len(needs.Questions) != len(lines)/2 {
			t.Errorf("of all: %d promises, %d questions", len(ledger.Mine), len(needs.Questions))
		}
		if load := must(l.Load(ctx, 1)); load.Unsized != len(lines)/2 {
			t.Errorf("the load counts %d", load.Unsized)
		}
	})
}
