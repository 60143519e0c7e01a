package promises

import (
	"cmp"
	"context"
	"slices"

	"rapport"
	"rapport/internal/store"
)

// Line is one dated thing that went one way or the other.
type Line struct {
	Day    rapport.Day
	Number rapport.Number
	// What says what it was: promise kept, help, ask answered, and the like.
	What string
	Text string
	// With is who it went to or came from.
	With rapport.Person
}

// GiveAndGet is what the user and a boss had of each other in a period, and
// what is open on both sides (P58). There are dated lines and their number;
// nothing is weighed against anything.
type GiveAndGet struct {
	rapport.Period
	// Boss is whose it is; zero for all.
	Boss rapport.Boss
	// Provided and Received are in the order of their days.
	Provided, Received []Line
	// IOwe is what the user still owes or offers, TheyOwe what they promised and
	// what they were asked.
	IOwe, TheyOwe []Line
	Names         rapport.Names
}

// Quarter returns the calendar quarter that a day lies in.
func Quarter(d rapport.Day) rapport.Period {
	t := d.Time()
	first := rapport.NewDay(t.Year(), (t.Month()-1)/3*3+1, 1)
	return rapport.Period{From: first, Until: rapport.NewDay(t.Year(), (t.Month()-1)/3*3+4, 1).Add(-1)}
}

// GiveAndGet returns what went both ways in a period, this quarter for the zero
// one; the empty slug is for all bosses.
func (s *Service) GiveAndGet(ctx context.Context, slug rapport.Slug, period rapport.Period) (g GiveAndGet, err error) {
	if period == (rapport.Period{}) {
		period = Quarter(s.Today())
	}
	return g, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		id, err := boss(names, slug)
		if err != nil {
			return err
		}
		g = GiveAndGet{Period: period, Boss: names.Boss(id), Names: names}
		for _, read := range []func(context.Context, *store.Tx, rapport.BossID) error{
			func(ctx context.Context, tx *store.Tx, id rapport.BossID) error {
				return s.promisesBothWays(ctx, tx, id, &g)
			},
			func(ctx context.Context, tx *store.Tx, id rapport.BossID) error {
				return s.helpBothWays(ctx, tx, id, &g)
			},
			func(ctx context.Context, tx *store.Tx, id rapport.BossID) error { return s.answers(ctx, tx, id, &g) },
			func(ctx context.Context, tx *store.Tx, id rapport.BossID) error { return s.results(ctx, tx, id, &g) },
		} {
			if err := read(ctx, tx, id); err != nil {
				return err
			}
		}
		for _, lines := range [][]Line{g.Provided, g.Received, g.IOwe, g.TheyOwe} {
			slices.SortFunc(lines, func(a, b Line) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Number, b.Number)) })
		}
		return nil
	})
}

func (s *Service) promisesBothWays(ctx context.Context, tx *store.Tx, id rapport.BossID, g *GiveAndGet) error {
	var l Ledger
	if err := s.open(ctx, tx, &l, id, store.EntryFilter{Period: rapport.Period{From: s.Today().Add(-RateDays)}}); err != nil {
		return err
	}
	l.Rate.Period = g.Period
	if err := s.endedInLog(ctx, tx, &l, id, false); err != nil {
		return err
	}
	if err := s.ended(ctx, tx, &l, id, false); err != nil {
		return err
	}
	for _, i := range l.Ended {
		if i.State != rapport.StateKept && i.State != rapport.StateLate || !g.Contains(i.ClosedOn) {
			continue
		}
		what := "promise kept"
		if i.State == rapport.StateLate {
			what = "promise kept late"
		}
		if i.By.IsMe() {
			g.Provided = append(g.Provided, Line{i.ClosedOn, i.Number, what, i.Text, i.To})
		} else {
			g.Received = append(g.Received, Line{i.ClosedOn, i.Number, "promise kept", i.Text, i.By})
		}
	}
	for _, i := range l.Mine {
		g.IOwe = append(g.IOwe, Line{i.Due, i.Number, "promise", i.Text, i.To})
	}
	for _, i := range l.Theirs {
		g.TheyOwe = append(g.TheyOwe, Line{i.Due, i.Number, "promise", i.Text, i.By})
	}
	return nil
}

func (s *Service) helpBothWays(ctx context.Context, tx *store.Tx, id rapport.BossID, g *GiveAndGet) error {
	helps, err := store.Helps.List(ctx, tx, s.User.ID, store.FactFilter{Period: g.Period, Boss: id})
	if err != nil {
		return err
	}
	for _, h := range helps {
		if h.By.IsMe() {
			g.Provided = append(g.Provided, Line{h.Day(), h.Number, "help", h.Text, h.To})
		} else {
			g.Received = append(g.Received, Line{h.Day(), h.Number, "help", h.Text, h.By})
		}
	}
	offers, err := store.HelpOffers.List(ctx, tx, s.User.ID, store.FactFilter{Boss: id, Open: true})
	for _, o := range offers {
		g.IOwe = append(g.IOwe, Line{o.Until, o.Number, "offer", o.Task, rapport.Person{Boss: o.Boss}})
	}
	return err
}

// answers adds what was asked for: an answer counts as received whatever it
// said, with its words.
func (s *Service) answers(ctx context.Context, tx *store.Tx, id rapport.BossID, g *GiveAndGet) error {
	// An ask can be a year older than its answer.
	long := rapport.Period{From: g.From.Add(-CurrencyDays), Until: g.Until}
	asks, err := store.Asks.List(ctx, tx, s.User.ID, store.FactFilter{Period: long, Boss: id})
	if err != nil {
		return err
	}
	for _, a := range asks {
		day := cmp.Or(a.AnsweredOn, a.Day())
		if a.State() == rapport.StateAnswered && g.Contains(day) {
			text := a.Text
			if a.Answer != "" {
				text += ": " + a.Answer
			}
			g.Received = append(g.Received, Line{day, a.Number, "answer", text, rapport.Person{Boss: a.Boss}})
		}
	}
	open, err := store.Asks.List(ctx, tx, s.User.ID, store.FactFilter{Boss: id, Open: true})
	if err != nil {
		return err
	}
	for _, a := range open {
		g.TheyOwe = append(g.TheyOwe, Line{a.Due, a.Number, "ask", a.Text, rapport.Person{Boss: a.Boss}})
	}
	sheets, err := store.AdviceSheets.List(ctx, tx, s.User.ID, store.FactFilter{Period: long, Boss: id})
	if err != nil {
		return err
	}
	for _, a := range sheets {
		switch {
		case a.Advice != "" && g.Contains(cmp.Or(a.AdvisedOn, a.Day())):
			g.Received = append(g.Received, Line{cmp.Or(a.AdvisedOn, a.Day()), a.Number, "advice", a.Text + ": " + a.Advice, rapport.Person{Boss: a.Boss}})
		case a.State() == rapport.StateOpen:
			g.TheyOwe = append(g.TheyOwe, Line{a.Due, a.Number, "advice", a.Text, rapport.Person{Boss: a.Boss}})
		}
	}
	feedback, err := store.Feedbacks.List(ctx, tx, s.User.ID, store.FactFilter{Period: g.Period, Boss: id})
	for _, f := range feedback {
		if f.Sender.Boss != 0 {
			g.Received = append(g.Received, Line{f.Day(), f.Number, "feedback", f.Text, f.Sender})
		}
	}
	return err
}

// results adds accomplishments that were addressed to a boss or serve a goal of
// theirs: a link that was only guessed does not count.
func (s *Service) results(ctx context.Context, tx *store.Tx, id rapport.BossID, g *GiveAndGet) error {
	entries, err := tx.Entries(ctx, s.User.ID, store.EntryFilter{Kinds: []rapport.Kind{rapport.Accomplishment}, Period: g.Period})
	for _, e := range entries {
		who, matters := g.whose(e, id)
		if !matters {
			continue
		}
		text := e.Text
		if e.Outcome != "" {
			text += " -> " + e.Outcome
		}
		g.Provided = append(g.Provided, Line{e.Day, e.Number, "result", text, rapport.Person{Boss: who}})
	}
	return err
}

// whose is the boss to whom an entry matters, and whether that is the one that
// is asked for; zero asks for any.
func (g *GiveAndGet) whose(e rapport.Entry, id rapport.BossID) (rapport.BossID, bool) {
	for _, b := range e.Concerns {
		if id == 0 || b == id {
			return b, true
		}
	}
	for _, l := range e.Links {
		if b := g.Names.Goal(l.Goal).Boss; l.By.Holds() && b != 0 && (id == 0 || b == id) {
			return b, true
		}
	}
	return 0, false
}
