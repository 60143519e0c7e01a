package lifetime

import (
	"context"
	"time"

	"rapport"
	"rapport/internal/store"
)

// relation adds what happens on a working day between the user and the boss of
// the day: a talk every other Thursday, a promise or an ask now and then and
// what became of the older ones, feedback and what was seen.
func (g *generator) relation(ctx context.Context, tx *store.Tx, day rapport.Day) error {
	boss := g.bossOn(day)
	at := rapport.Record{Owner: g.user.ID, At: stamp(day, 17, 30)}
	_, week := day.Time().ISOWeek()
	if day.Weekday() == time.Thursday && week%2 == 0 {
		m := rapport.Meeting{Boss: boss.ID, Kind: rapport.OneOnOne, Status: rapport.Held, Minutes: rapport.AmountOf(30)}
		if g.random.IntN(8) == 0 {
			m.Status, m.By = rapport.Cancelled, rapport.Person{Boss: boss.ID}
		}
		m.Record = at
		if err := store.Meetings.Insert(ctx, tx, &m); err != nil {
			return err
		}
	}
	switch g.random.IntN(12) {
	case 0, 1:
		return g.promise(ctx, tx, day, boss.ID, at)
	case 2:
		a := rapport.Ask{Boss: boss.ID, Text: g.pick(asks), Currency: rapport.Currencies[g.random.IntN(len(rapport.Currencies))], Due: day.Add(7)}
		// What was asked long ago was answered.
		if day < g.until.Add(-60) {
			a.Answered, a.AnsweredOn, a.Answer = rapport.Yes, day.Add(5), "yes"
		}
		a.Record = at
		return store.Asks.Insert(ctx, tx, &a)
	case 3:
		o := rapport.Observation{Boss: boss.ID, Text: rapport.Private(g.pick(seen)), Dim: "evidence"}
		o.Record = at
		return store.Observations.Insert(ctx, tx, &o)
	case 4:
		f := rapport.Feedback{Sender: rapport.Person{Boss: boss.ID}, Text: g.pick(feedback), Kind: rapport.Change, Action: "done so since", ActionOn: day.Add(3)}
		f.Record = at
		return store.Feedbacks.Insert(ctx, tx, &f)
	}
	return nil
}

// promise adds a promise of either side, and what became of it where it was
// made long ago.
func (g *generator) promise(ctx context.Context, tx *store.Tx, day rapport.Day, boss rapport.BossID, at rapport.Record) error {
	p := rapport.Promise{By: rapport.Myself(), To: rapport.Person{Boss: boss}, Text: g.pick(promises), Due: day.Add(10), Hours: rapport.AmountOf(float64(1 + g.random.IntN(8)))}
	if g.random.IntN(3) == 0 {
		p.By, p.To = p.To, p.By
	}
	p.Record = at
	p = p.After(nil)
	if err := store.Promises.Insert(ctx, tx, &p); err != nil || day >= g.until.Add(-60) {
		return err
	}
	e := rapport.PromiseEvent{Kind: rapport.PromiseDone, Promise: p.ID, Ref: p.Line}
	e.Record = rapport.Record{Owner: g.user.ID, At: stamp(day.Add(g.random.IntN(14)), 16, 0)}
	if err := store.PromiseEvents.Insert(ctx, tx, &e); err != nil {
		return err
	}
	return store.Promises.Update(ctx, tx, p.With(e))
}

var (
	promises = []string{
		"figures of the quarter", "draft of the letter to the residents", "list of open drawings", "answer on the second crane",
		"plan for the holidays", "numbers for the board", "check of the fire doors", "offer of the electrician",
	}
	asks = []string{
		"two more people for the shaft", "a decision on the façade", "an hour with the planner", "your view on the order of the floors",
		"access to the archive", "backing in the round on Monday",
	}
	seen = []string{
		"asked for the figures before the story", "read the table first", "wanted the short version", "called instead of writing",
	}
	feedback = []string{
		"begin with the decision", "say earlier when a date moves", "keep the round to half an hour", "bring two options",
	}
)
