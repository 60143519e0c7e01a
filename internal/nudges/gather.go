package nudges

import (
	"context"
	"time"

	"rapport"
	"rapport/internal/coach"
	"rapport/internal/store"
)

// How far back the coach looks, in days, and how much of it at most, the newest
// first: all work while it is fresh, what may still have to be told for a
// third of a year, what may still have to be raised or asked for longer.
const (
	factsReach = 400
	notesReach = 70

	freshReach, freshMost = 45, 500
	tellReach, tellMost   = 125, 300
	raiseReach, raiseMost = 210, 120
	reportsReach          = 15 // reports to one boss
)

// Gather reads what the coach needs of a person's record.
func Gather(ctx context.Context, tx *store.Tx, user rapport.User, at time.Time) (r coach.Record, err error) {
	g := &gatherer{ctx: ctx, tx: tx, owner: user.ID, since: rapport.DayOf(at).Add(-factsReach)}
	r.User = user
	today := rapport.DayOf(at)
	if r.Names, err = tx.Names(ctx, user.ID); err != nil {
		return r, err
	}
	first, err := tx.RecordPage(ctx, user.ID, store.RecordRef{}, 1)
	if err != nil {
		return r, err
	}
	if len(first) > 0 {
		r.First = first[0].At
	}
	if err := g.entries(&r, today); err != nil {
		return r, err
	}
	for _, b := range r.Names.Bosses {
		reports, err := tx.Reports(ctx, user.ID, b.ID, reportsReach)
		if err != nil {
			return r, err
		}
		r.Reports = append(r.Reports, reports...)
	}
	if r.Calendar, err = tx.Calendar(ctx, user.ID, "", ""); err != nil {
		return r, err
	}
	if r.Notes, err = tx.Notes(ctx, user.ID, rapport.Period{From: today.Add(-notesReach), Until: today}, 0); err != nil {
		return r, err
	}
	g.facts(&r)
	return r, g.err
}

// gatherer reads one noun after the other and keeps the first error.
type gatherer struct {
	ctx   context.Context
	tx    *store.Tx
	owner rapport.UserID
	since rapport.Day
	err   error
}

// entries reads the fresh ones of all kinds, and further back those that may
// still have to be told, raised or asked.
func (g *gatherer) entries(r *coach.Record, today rapport.Day) error {
	fresh, tell, raise := today.Add(-freshReach), today.Add(-tellReach), today.Add(-raiseReach)
	for _, f := range [...]store.EntryFilter{
		{Period: rapport.Period{From: fresh.Add(1), Until: today.Add(1)}, Limit: freshMost},
		{
			Period: rapport.Period{From: tell.Add(1), Until: fresh}, Limit: tellMost,
			Kinds: []rapport.Kind{rapport.Accomplishment, rapport.Challenge, rapport.HeadsUp, rapport.FeedbackReceived, rapport.Commitment},
		},
		{
			Period: rapport.Period{From: raise, Until: fresh}, Limit: raiseMost,
			Kinds: []rapport.Kind{rapport.Idea, rapport.Question},
		},
		{
			// Older work shows what a goal got before, and how the role was.
			Period: rapport.Period{From: raise, Until: fresh}, Limit: raiseMost, Kinds: []rapport.Kind{rapport.Progress},
		},
		{
			Period: rapport.Period{From: raise, Until: tell}, Limit: raiseMost, Kinds: []rapport.Kind{rapport.Accomplishment, rapport.Challenge, rapport.HeadsUp},
		},
	} {
		entries, err := g.tx.Entries(g.ctx, g.owner, f)
		if err != nil {
			return err
		}
		r.Entries = append(r.Entries, entries...)
	}
	last, err := g.tx.Entries(g.ctx, g.owner, store.EntryFilter{Period: rapport.Period{Until: today}, Limit: 1})
	if err != nil {
		return err
	}
	if len(last) > 0 {
		r.LastEntry = last[0].Day
	}
	return nil
}

func (g *gatherer) facts(r *coach.Record) {
	read(g, &r.Messages, store.Messages)
	read(g, &r.Meetings, store.Meetings)
	read(g, &r.Agenda, store.AgendaItems)
	read(g, &r.Decisions, store.Decisions)
	read(g, &r.Instructions, store.Instructions)
	read(g, &r.Asks, store.Asks)
	read(g, &r.Promises, store.Promises)
	read(g, &r.PromiseEvents, store.PromiseEvents)
	read(g, &r.FeedbackAsks, store.FeedbackAsks)
	read(g, &r.Feedback, store.Feedbacks)
	read(g, &r.Pings, store.Pings)
	read(g, &r.Surprises, store.Surprises)
	read(g, &r.Heard, store.HeardThings)
	read(g, &r.Public, store.PublicEvents)
	read(g, &r.Pitches, store.Pitches)
	read(g, &r.Offers, store.HelpOffers)
	read(g, &r.Helps, store.Helps)
	read(g, &r.TeamDates, store.TeamDates)
	read(g, &r.Observations, store.Observations)
	read(g, &r.Pressures, store.BossPressures)
	read(g, &r.Reactions, store.Reactions)
	read(g, &r.Hours, store.HoursWorked)
	read(g, &r.Reflections, store.Reflections)
	read(g, &r.Disclosures, store.Disclosures)
	read(g, &r.Reorgs, store.Reorganisations)
	// What holds until it is changed counts however old it is.
	g.since = ""
	read(g, &r.Rhythms, store.Rhythms)
	read(g, &r.Preferences, store.Preferences)
	read(g, &r.Copies, store.PreferenceCopies)
	read(g, &r.Agreements, store.Agreements)
	read(g, &r.Roles, store.RoleChanges)
	read(g, &r.Criteria, store.Criteria)
	read(g, &r.Skills, store.Skills)
	read(g, &r.Stakeholders, store.Stakeholders)
	read(g, &r.Contacts, store.Contacts)
	read(g, &r.HumanFacts, store.HumanFacts)
	read(g, &r.Hardships, store.Hardships)
	read(g, &r.Careers, store.CareerGoals)
	read(g, &r.Ratings, store.Ratings)
}

// read reads the facts of one noun within reach. The private parts of a noun
// that is not private itself, such as the notes of a meeting, stay where they
// are.
func read[T any, P interface {
	*T
	Head() *rapport.Fact
}](g *gatherer, into *[]T, table store.Facts[T, P]) {
	if g.err != nil {
		return
	}
	*into, g.err = table.List(g.ctx, g.tx, g.owner, store.FactFilter{Period: rapport.Period{From: g.since}, Oldest: true})
}
