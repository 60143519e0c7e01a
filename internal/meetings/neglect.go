package meetings

import (
	"context"
	"slices"
	"time"

	"rapport"
	"rapport/internal/store"
)

// Since is how long ago something happened with a boss.
type Since struct {
	// Day is when; empty where nothing is on record.
	Day rapport.Day
	// Days counts from then to today.
	Days int
	// How names what it was, such as a meeting or a message.
	How string
}

// Neglect counts the days since the last contact with a boss, of any sort and
// of each (P1): a boss is the contact that needs special care and usually gets
// too little. These are numbers with their dates and no judgement.
type Neglect struct {
	// Contact is the newest of all: a conversation, report, message, ask,
	// question, feedback, or a call of theirs for news.
	Contact Since
	// OneOnOne is the last one that was held, Report the last one that was
	// sent, Question the last time the user asked them for something.
	OneOnOne, Report, Question Since
	// With is the day from which the relation counts.
	With rapport.Day
}

// Neglect returns how long ago the last contacts with a boss were.
func (s *Service) Neglect(ctx context.Context, boss rapport.Slug) (n Neglect, err error) {
	return n, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		b, err := rapport.FindBoss(names.Bosses, boss)
		if err != nil {
			return err
		}
		meetings, err := s.since(ctx, tx, b.ID, s.Today().Add(-listedDays))
		if err != nil {
			return err
		}
		n, err = s.neglect(ctx, tx, b, meetings)
		return err
	})
}

// neglect reads the newest of each sort of contact; the newest meetings are
// given. Where none of them is a one-on-one that was held, older ones are read.
func (s *Service) neglect(ctx context.Context, tx *store.Tx, boss rapport.Boss, meetings []rapport.Meeting) (n Neglect, err error) {
	n.With = boss.Since
	if n.With == "" {
		n.With = rapport.DayOf(boss.At.Time())
	}
	c := contacts{s: s, n: &n}
	isHeld := func(m rapport.Meeting) bool { return m.Status == rapport.Held && m.Kind == rapport.OneOnOne }
	if !slices.ContainsFunc(meetings, isHeld) {
		if meetings, err = store.Meetings.List(ctx, tx, s.User.ID, store.FactFilter{Boss: boss.ID}); err != nil {
			return n, err
		}
	}
	for _, m := range meetings {
		if m.Status != rapport.Held {
			continue
		}
		c.contact(s.meetsOn(m), string(m.Kind))
		if m.Kind == rapport.OneOnOne {
			c.newer(&n.OneOnOne, s.meetsOn(m), "1:1")
		}
	}
	report, found, err := tx.LastReport(ctx, s.User.ID, boss.ID)
	if err != nil {
		return n, err
	}
	if found {
		c.newer(&n.Report, s.dayOf(report.At), "report")
		c.contact(s.dayOf(report.At), "report")
	}
	asks, err := store.Asks.List(ctx, tx, s.User.ID, c.newest(boss))
	if err != nil {
		return n, err
	}
	for _, a := range asks {
		c.question(a.Day(), "ask")
		for _, d := range a.Again {
			c.question(d, "ask")
		}
	}
	wishes, err := store.FeedbackAsks.List(ctx, tx, s.User.ID, c.newest(boss))
	if err != nil {
		return n, err
	}
	for _, f := range wishes {
		c.question(f.Day(), "question for feedback")
	}
	questions, err := tx.Entries(ctx, s.User.ID, store.EntryFilter{Boss: boss.ID, Kinds: []rapport.Kind{rapport.Question}, Limit: several})
	if err != nil {
		return n, err
	}
	for _, e := range questions {
		if e.Asked.IsYes() || e.KnownTo(boss.ID) {
			c.question(e.Day, "question")
		}
	}
	return n, c.others(ctx, tx, boss)
}

// several is how many of the newest facts of a sort are read, since the newest
// by its day need not be the newest contact.
const several = 5

// contacts collects the newest days.
type contacts struct {
	s *Service
	n *Neglect
}

func (c contacts) newest(boss rapport.Boss) store.FactFilter {
	return store.FactFilter{Boss: boss.ID, Limit: several}
}

func (c contacts) newer(since *Since, d rapport.Day, how string) {
	today := c.s.Today()
	if d != "" && d > since.Day && d <= today {
		*since = Since{Day: d, Days: today.Sub(d), How: how}
	}
}

func (c contacts) contact(d rapport.Day, how string) { c.newer(&c.n.Contact, d, how) }

func (c contacts) question(d rapport.Day, how string) {
	c.newer(&c.n.Question, d, how)
	c.contact(d, how)
}

// others reads the sorts of contact that count for the last one alone.
func (c contacts) others(ctx context.Context, tx *store.Tx, boss rapport.Boss) error {
	owner, filter := c.s.User.ID, c.newest(boss)
	messages, err := store.Messages.List(ctx, tx, owner, filter)
	if err != nil {
		return err
	}
	for _, m := range messages {
		if m.State == rapport.Sent {
			c.contact(m.Day(), "message")
		}
	}
	pings, err := store.Pings.List(ctx, tx, owner, filter)
	if err != nil {
		return err
	}
	for _, p := range pings {
		c.contact(p.Day(), "call for news")
	}
	feedbacks, err := store.Feedbacks.List(ctx, tx, owner, filter)
	if err != nil {
		return err
	}
	for _, f := range feedbacks {
		c.contact(f.Day(), "feedback")
	}
	instructions, err := store.Instructions.List(ctx, tx, owner, filter)
	if err != nil {
		return err
	}
	for _, i := range instructions {
		c.contact(i.Day(), "instruction")
	}
	return nil
}

// monthOf is the month of a day, such as 2026-11.
func monthOf(d rapport.Day) string {
	if d == "" {
		return ""
	}
	return d.Time().Format("2006-01")
}

// monthsBack returns the months up to that of a day, the newest first.
func monthsBack(d rapport.Day, n int) []string {
	months := make([]string, n)
	t := d.Time()
	for i := range months {
		months[i] = time.Date(t.Year(), t.Month()-time.Month(i), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
	}
	return months
}
