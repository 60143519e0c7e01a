// Package lifetime fills a store with years of invented work, for benchmarks
// and for tests that need a long history: cost must follow the period a person
// asks about, not the length of their career.
//
// Reach for [Fill]. The same size and day always make the same life: a person
// with changing bosses, goals and projects, about as many entries on each
// working day as it takes, told in weekly reports, with a private note now and
// then. The sentences are put together from the word lists of six trades, so
// that a search finds common words and rare ones.
package lifetime

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"rapport"
	"rapport/internal/store"
)

// Years is how long a life is, whatever the number of its entries.
const Years = 10

// batch is how many entries one transaction holds.
const batch = 20_000

// Life says what Fill made, for those who measure it.
type Life struct {
	User rapport.UserID
	// Boss is the boss of the last years, with the slug BossSlug.
	Boss     rapport.BossID
	BossSlug rapport.Slug
	// LastReport is the day up to which that boss has been told.
	LastReport rapport.Day
	// Rare is a word in few entries, Common one in many.
	Rare, Common string
}

// Fill adds a life of n entries over [Years] that ends on the day until. The
// store must not have a user called me.
func Fill(ctx context.Context, db *store.DB, n int, until rapport.Day) (Life, error) {
	return FillPeriod(ctx, db, n, rapport.Period{From: until.Add(-365 * Years), Until: until})
}

// FillPeriod adds a life of n entries over a period. Two lives with as many
// entries a week and different lengths show whether a cost follows the period
// asked about or the history.
func FillPeriod(ctx context.Context, db *store.DB, n int, period rapport.Period) (Life, error) {
	until := period.Until
	g := &generator{random: rand.New(rand.NewPCG(20, uint64(n))), from: period.From, until: until}
	if err := db.Write(ctx, func(tx *store.Tx) error { return g.people(ctx, tx) }); err != nil {
		return Life{}, err
	}
	days := workingDays(period.From, until)
	done := 0
	for start := 0; start < len(days); {
		end := start
		for end < len(days) && (end-start)*n/len(days) < batch {
			end++
		}
		// The callback may run twice and must then make the same entries.
		state := *g
		random := rand.NewPCG(uint64(start), uint64(n))
		err := db.Write(ctx, func(tx *store.Tx) error {
			*g = state
			g.random = rand.New(random)
			for i := start; i < end; i++ {
				if err := g.day(ctx, tx, days[i], (i+1)*n/len(days)-i*n/len(days)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return Life{}, fmt.Errorf("after %d entries: %w", done, err)
		}
		done = end * n / len(days)
		start = end
	}
	return Life{
		User: g.user.ID, Boss: g.bosses[len(g.bosses)-1].ID, BossSlug: g.bosses[len(g.bosses)-1].Slug,
		LastReport: g.reported, Rare: "calorimeter", Common: "agreed",
	}, nil
}

// generator makes one life, day by day.
type generator struct {
	random *rand.Rand
	// from and until are the first and the last day.
	from, until rapport.Day

	user     rapport.User
	bosses   []rapport.Boss
	goals    []rapport.Goal
	projects []rapport.Project
	// untold are the entries of the week so far.
	untold   []rapport.EntryID
	reported rapport.Day
}

func (g *generator) people(ctx context.Context, tx *store.Tx) error {
	g.bosses, g.goals, g.projects = nil, nil, nil
	start, span := g.from, g.until.Sub(g.from)
	at := stamp(start, 8, 0)
	g.user = rapport.User{Slug: "me", Name: "Rowan Vale", Zone: "Europe/Amsterdam", Emails: []string{"rowan@vale.example"}}
	g.user.At = at
	if err := tx.InsertUser(ctx, &g.user); err != nil {
		return err
	}
	for i, name := range []string{"Ines Aldana", "Tobias Renner", "Dana Okafor"} {
		b := rapport.Boss{Slug: rapport.FirstWord(name), Name: name, Relation: rapport.Solid}
		b.Owner, b.At = g.user.ID, at
		if i < 2 {
			b.Left = stamp(start.Add(span*3*(i+1)/10), 9, 0)
		}
		if err := tx.InsertBoss(ctx, &b); err != nil {
			return err
		}
		g.bosses = append(g.bosses, b)
		for j, title := range goalTitles {
			goal := rapport.Goal{Boss: b.ID, Slug: rapport.Slug(fmt.Sprintf("goal-%d-%d", i+1, j+1)), Title: title, Confirmed: j%2 == 0}
			goal.Owner, goal.At = g.user.ID, at
			if err := tx.InsertGoal(ctx, &goal); err != nil {
				return err
			}
			g.goals = append(g.goals, goal)
		}
	}
	for i, title := range projectTitles {
		p := rapport.Project{
			Slug: rapport.ParseSlug(title), Title: title, Status: "active",
			Boss: g.bosses[i%len(g.bosses)].ID, Goal: g.goals[i%len(g.goals)].ID,
		}
		p.Owner, p.At = g.user.ID, at
		if err := tx.InsertProject(ctx, &p); err != nil {
			return err
		}
		g.projects = append(g.projects, p)
	}
	return nil
}

// day adds the n entries of one working day and, on Fridays, the report.
func (g *generator) day(ctx context.Context, tx *store.Tx, day rapport.Day, n int) error {
	for i := range n {
		e := g.entry(day, 8*60+i*9*60/max(n, 1))
		if err := tx.InsertEntry(ctx, &e); err != nil {
			return err
		}
		g.untold = append(g.untold, e.ID)
	}
	if g.random.IntN(10) == 0 {
		note := rapport.PrivateNote{Day: day, Text: rapport.Private(g.pick(notes))}
		note.Owner, note.At = g.user.ID, stamp(day, 18, 0)
		if err := tx.InsertNote(ctx, &note); err != nil {
			return err
		}
	}
	if err := g.relation(ctx, tx, day); err != nil {
		return err
	}
	if day.Weekday() == time.Friday {
		return g.report(ctx, tx, day)
	}
	return nil
}

func (g *generator) entry(day rapport.Day, minute int) rapport.Entry {
	trade := trades[g.random.IntN(len(trades))]
	text := fmt.Sprintf("%s %s %s", g.pick(trade.verbs), g.pick(trade.things), g.pick(trade.endings))
	if g.random.IntN(2000) == 0 {
		text += ", with the calorimeter"
	}
	e := rapport.Entry{
		Day: day, Kind: kinds[g.random.IntN(len(kinds))], KindBy: rapport.Certainty(g.random.IntN(3)),
		Text: text, ToldSaid: rapport.Yes,
	}
	e.Owner, e.At = g.user.ID, stamp(day, minute/60, minute%60)
	if p := g.random.IntN(len(g.projects) + 2); p < len(g.projects) {
		e.Project, e.ProjectBy = g.projects[p].ID, rapport.Said
	}
	boss := g.bossOn(day)
	if g.random.IntN(5) == 0 {
		e.Concerns = []rapport.BossID{boss.ID}
	}
	if g.random.IntN(2) == 0 {
		of := make([]rapport.Goal, 0, len(goalTitles))
		for _, goal := range g.goals {
			if goal.Boss == boss.ID {
				of = append(of, goal)
			}
		}
		goal := of[g.random.IntN(len(of))]
		e.Links = []rapport.Link{{Goal: goal.ID, By: rapport.Certainty(g.random.IntN(3)), Confidence: 40 + g.random.IntN(60), Reason: "shares words with the goal"}}
	}
	switch e.Kind {
	case rapport.Accomplishment:
		before := 10 + g.random.IntN(90)
		e.Outcome = fmt.Sprintf("%s from %d to %d", g.pick(trade.measures), before, before/2)
	case rapport.Commitment:
		e.CommittedBy, e.Due = []rapport.Party{rapport.Me}, day.Add(1+g.random.IntN(20))
	case rapport.Question:
		e.Asked = rapport.TruthOf(g.random.IntN(2) == 0)
	}
	if g.random.IntN(12) == 0 {
		e.Helpers = []string{g.pick(colleagues)}
	}
	return e
}

// report tells the boss of the week's entries.
func (g *generator) report(ctx context.Context, tx *store.Tx, day rapport.Day) error {
	boss := g.bossOn(day)
	p := rapport.Report{
		Boss: boss.ID, Period: rapport.Period{From: day.Add(-6), Until: day}, Version: 1, State: rapport.Sent,
		Format: "text", Medium: "mail", Text: fmt.Sprintf("The week to %s: %s %s.", day, g.pick(trades[0].verbs), g.pick(trades[0].things)),
	}
	p.Owner, p.At = g.user.ID, stamp(day, 16, 30)
	told := g.untold
	if day > g.until.Add(-10) {
		told = nil // the last week is still to be reported
	}
	for i, id := range told {
		if i%2 == 0 && len(p.Items) < 40 {
			p.Items = append(p.Items, rapport.ReportItem{Entry: id, Place: "body"})
		}
	}
	g.untold = nil
	if len(told) == 0 {
		return nil
	}
	g.reported = day
	if err := tx.InsertReport(ctx, &p); err != nil {
		return err
	}
	for _, item := range p.Items {
		t := rapport.Told{Boss: boss.ID, Since: p.At, How: rapport.ByReport, Report: p.ID, Via: p.Medium}
		if err := tx.PutTold(ctx, g.user.ID, item.Entry, t); err != nil {
			return err
		}
	}
	return nil
}

// bossOn returns the boss of a day: the first who had not left.
func (g *generator) bossOn(day rapport.Day) rapport.Boss {
	for _, b := range g.bosses[:len(g.bosses)-1] {
		if day < rapport.DayOf(b.Left.Time()) {
			return b
		}
	}
	return g.bosses[len(g.bosses)-1]
}

func (g *generator) pick(words []string) string { return words[g.random.IntN(len(words))] }

func workingDays(from, until rapport.Day) []rapport.Day {
	var days []rapport.Day
	for day := from; day <= until; day = day.Add(1) {
		if rapport.MondayToFriday.Has(day.Weekday()) {
			days = append(days, day)
		}
	}
	return days
}

func stamp(day rapport.Day, hour, minute int) rapport.Stamp {
	at := day.Time().Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
	return rapport.StampOf(at)
}
