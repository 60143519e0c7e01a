package meetings

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"time"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
	"rapport/internal/when"
)

// CalendarSeries is a series of one-on-ones as a calendar tells it.
type CalendarSeries struct {
	// UID names the series in the calendar.
	UID string
	// Rule is its rule of RFC 5545, Start its first time in its own zone, whose
	// IANA name is Zone.
	Rule  string
	Start time.Time
	Zone  string
	// Minutes is how long one takes; zero where the calendar does not say.
	Minutes int
	Title   string
}

// CalendarEvent is one meeting as a calendar tells it: a single event, or one
// occurrence of a series.
type CalendarEvent struct {
	UID string
	// Occurrence is the time at which the series promised it, whatever became
	// of it; zero for a single event.
	Occurrence   time.Time
	Begins, Ends time.Time
	Zone, Title  string
	Cancelled    bool
}

// PastAs says what to do with events that are over and not on record: a
// calendar knows that they were planned, not that they were held.
type PastAs int8

const (
	// AskPast returns them and records nothing: the user is asked first.
	AskPast PastAs = iota
	// HoldPast records them as held, since the user said so.
	HoldPast
	// SkipPast leaves them out.
	SkipPast
)

// FromCalendar says what a calendar changed.
type FromCalendar struct {
	Boss rapport.Boss
	// Booked, Held, Moved and Cancelled are the meetings that were written.
	Booked, Held, Moved, Cancelled []rapport.Meeting
	// Ask are those that are over and not on record, to be asked about.
	Ask []CalendarEvent
	// Unchanged counts those that the record knew, or that the user removed.
	Unchanged int
}

// key names an event for ever: its series and its occurrence.
func (e CalendarEvent) key() string {
	if e.Occurrence.IsZero() {
		return e.UID
	}
	return e.UID + "/" + e.Occurrence.UTC().Format("20060102T150405Z")
}

// series names the series, empty for a single event.
func (e CalendarEvent) series() string {
	if e.Occurrence.IsZero() {
		return ""
	}
	return e.UID
}

// AdoptSeries records that a series in a calendar is the rhythm of one-on-ones
// with a boss. Saying it again changes nothing.
func (s *Service) AdoptSeries(ctx context.Context, boss rapport.Slug, c CalendarSeries) (a Agreed, err error) {
	return a, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		b, err := rapport.FindBoss(names.Bosses, boss)
		if err != nil {
			return err
		}
		if strings.TrimSpace(c.UID) == "" {
			return rapport.Errorf(rapport.Invalid, "the series has no UID").WithHint("export the calendar again")
		}
		r, err := s.rhythmOfSeries(b, c)
		if err != nil {
			return err
		}
		steps, err := s.adopt(ctx, tx, r, c)
		if err != nil {
			return err
		}
		if a, err = s.agreedWith(ctx, tx, b); err != nil {
			return err
		}
		return s.Remember(ctx, tx, "took over a series with "+b.Name, steps...)
	})
}

func (s *Service) rhythmOfSeries(b rapport.Boss, c CalendarSeries) (r rapport.Rhythm, err error) {
	read, err := when.ParseRhythm(withFreq(c.Rule), s.Clock(when.Meeting))
	if err != nil {
		return r, err
	}
	zone := zoneNamed(c.Zone)
	if zone == nil {
		zone = s.zone()
		c.Zone = s.User.Zone
	}
	start := c.Start.In(zone)
	r = rapport.Rhythm{
		Boss: b.ID, Every: anchored(read, start), From: rapport.DayOf(start), Series: c.UID, Zone: c.Zone,
		Time: cmp.Or(read.Time, start.Format("15:04")),
	}
	if c.Minutes > 0 {
		r.Minutes = rapport.AmountOf(float64(c.Minutes))
	}
	r.Record, err = s.Record("")
	return r, err
}

// withFreq keeps a calendar's rule from being read as words.
func withFreq(rule string) string {
	if !strings.Contains(strings.ToUpper(rule), "FREQ=") {
		return "FREQ=" + rule
	}
	return rule
}

// anchored says the day that a calendar's rule leaves to its start.
func anchored(r when.Rhythm, start time.Time) string {
	switch {
	case r.HasDay():
		return r.Rule
	case strings.Contains(r.Rule, "FREQ=WEEKLY"):
		return r.Rule + ";BYDAY=" + strings.ToUpper(start.Weekday().String()[:2])
	case strings.Contains(r.Rule, "FREQ=MONTHLY"):
		return fmt.Sprintf("%s;BYMONTHDAY=%d", r.Rule, start.Day())
	}
	return fmt.Sprintf("%s;BYMONTH=%d;BYMONTHDAY=%d", r.Rule, int(start.Month()), start.Day())
}

// adopt writes the rhythm and that the series is one of one-on-ones, where the
// record does not say so yet.
func (s *Service) adopt(ctx context.Context, tx *store.Tx, r rapport.Rhythm, c CalendarSeries) (steps []store.Step, err error) {
	had, err := store.Rhythms.List(ctx, tx, s.User.ID, store.FactFilter{Boss: r.Boss, Limit: 1})
	if err != nil {
		return nil, err
	}
	same := len(had) > 0 && had[0].Series == r.Series && had[0].Every == r.Every && had[0].Time == r.Time &&
		had[0].Zone == r.Zone && had[0].From == r.From && had[0].Minutes == r.Minutes
	if !same {
		step, err := desk.Add(ctx, tx, store.Rhythms, &r)
		if err != nil {
			return nil, err
		}
		steps = append(steps, step)
	}
	known, err := store.Mappings.List(ctx, tx, s.User.ID, store.FactFilter{Boss: r.Boss})
	if err != nil {
		return steps, err
	}
	for _, m := range known {
		if m.About == aboutCalendar && m.Name == c.UID {
			return steps, nil
		}
	}
	m := rapport.Mapping{About: aboutCalendar, Name: c.UID, Meaning: string(rapport.OneOnOne), Boss: r.Boss}
	m.Record = r.Record
	m.Number, m.Line = 0, ""
	step, err := desk.Add(ctx, tx, store.Mappings, &m)
	return append(steps, step), err
}

// aboutCalendar is what a mapping of a calendar's series is about.
const aboutCalendar = "calendar"

// AdoptedSeries returns the boss of each series that was taken over, by its UID.
func (s *Service) AdoptedSeries(ctx context.Context) (bosses map[string]rapport.Boss, err error) {
	return bosses, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		bosses = map[string]rapport.Boss{}
		all, err := store.Mappings.List(ctx, tx, s.User.ID, store.FactFilter{Oldest: true})
		for _, m := range all {
			if m.About == aboutCalendar && m.Boss != 0 {
				bosses[m.Name] = names.Boss(m.Boss)
			}
		}
		return err
	})
}

// RecordFromCalendar takes over what a calendar knows of one-on-ones with a
// boss: those to come are booked, moved or cancelled; of those that are over and
// not on record, past says what happens. An event that was taken over before
// changes what it changed there and no more; what the user said became of a
// meeting is never changed, and what they removed does not come back.
func (s *Service) RecordFromCalendar(ctx context.Context, boss rapport.Slug, events []CalendarEvent, past PastAs) (f FromCalendar, err error) {
	return f, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		f = FromCalendar{}
		if f.Boss, err = rapport.FindBoss(names.Bosses, boss); err != nil {
			return err
		}
		all, err := store.Meetings.List(ctx, tx, s.User.ID, store.FactFilter{Boss: f.Boss.ID, Private: true})
		if err != nil {
			return err
		}
		k := &calendarWriting{s: s, tx: tx, f: &f, past: past, known: all}
		for i, e := range events {
			if err := k.event(ctx, e); err != nil {
				return atEvent(err, i)
			}
		}
		return s.Remember(ctx, tx, "took over meetings with "+f.Boss.Name+" from a calendar", k.steps...)
	})
}

func atEvent(err error, i int) error {
	if rapport.CodeOf(err) == rapport.Internal {
		return err
	}
	return rapport.Errorf(rapport.CodeOf(err), "%w", err).WithPlace("event %d", i+1).WithHint("%s", rapport.HintOf(err))
}

// calendarWriting takes over the events of one calendar.
type calendarWriting struct {
	s     *Service
	tx    *store.Tx
	f     *FromCalendar
	past  PastAs
	known []rapport.Meeting
	steps []store.Step
}

func (k *calendarWriting) event(ctx context.Context, e CalendarEvent) error {
	if strings.TrimSpace(e.UID) == "" || e.Begins.IsZero() {
		return rapport.Errorf(rapport.Invalid, "the event has no UID or no beginning").WithHint("export the calendar again")
	}
	if i := k.find(e); i >= 0 {
		return k.change(ctx, i, e)
	}
	line := rapport.LineID("calendar:" + e.key())
	if _, found, err := k.tx.RecordByLine(ctx, k.s.User.ID, line); err != nil || found {
		k.f.Unchanged++ // it was removed
		return err
	}
	isOver := e.Begins.Before(k.s.Now())
	m := rapport.Meeting{
		Boss: k.f.Boss.ID, Kind: rapport.OneOnOne, Status: rapport.Booked, Title: rapport.OneLine(e.Title), Zone: e.Zone,
		UID: e.key(), Series: e.series(), Start: rapport.StampOf(e.Begins.In(k.s.zone())), Minutes: e.minutes(),
	}
	into := &k.f.Booked
	switch {
	case e.Cancelled:
		m.Status, into = rapport.Cancelled, &k.f.Cancelled
	case isOver && k.past == AskPast:
		k.f.Ask = append(k.f.Ask, e)
		return nil
	case isOver && k.past == SkipPast:
		k.f.Unchanged++
		return nil
	case isOver:
		m.Status, into = rapport.Held, &k.f.Held
	}
	var err error
	if m.Record, err = k.s.Record(""); err != nil {
		return err
	}
	if isOver {
		m.At = m.Start
	}
	m.Line = line
	step, err := desk.Add(ctx, k.tx, store.Meetings, &m)
	k.steps, *into, k.known = append(k.steps, step), append(*into, m), append(k.known, m)
	return err
}

// minutes is how long an event takes.
func (e CalendarEvent) minutes() rapport.Amount {
	if d := e.Ends.Sub(e.Begins); d >= time.Minute && d <= 24*time.Hour {
		return rapport.AmountOf(d.Minutes())
	}
	return rapport.Amount{}
}

// find returns the meeting that an event is, or -1: the one that was taken over
// from it, else one that the user recorded by hand for the same day.
func (k *calendarWriting) find(e CalendarEvent) int {
	for i, m := range k.known {
		if m.UID == e.key() {
			return i
		}
	}
	day := rapport.DayOf(e.Begins.In(k.s.zone()))
	for i, m := range k.known {
		if m.UID == "" && m.Kind == rapport.OneOnOne && k.s.meetsOn(m) == day {
			return i
		}
	}
	return -1
}

// change brings a meeting up to what the calendar says. What the user said
// became of it stays.
func (k *calendarWriting) change(ctx context.Context, i int, e CalendarEvent) error {
	m := k.known[i]
	before := m
	into := (*[]rapport.Meeting)(nil)
	if m.UID == "" {
		m.UID, m.Series = e.key(), e.series()
	}
	if m.Status == rapport.Booked {
		begins := rapport.StampOf(e.Begins.In(k.s.zone()))
		switch {
		case e.Cancelled:
			m.Status, into = rapport.Cancelled, &k.f.Cancelled
		case begins.At != m.Begins().At:
			m.MovedFrom, m.Start, into = m.Begins(), begins, &k.f.Moved
		case e.Begins.Before(k.s.Now()) && k.past == HoldPast:
			m.Status, into = rapport.Held, &k.f.Held
		}
		if a := e.minutes(); a.Said {
			m.Minutes = a
		}
	}
	if m == before {
		k.f.Unchanged++
		return nil
	}
	if into == nil {
		k.f.Unchanged++
	} else {
		*into = append(*into, m)
	}
	step, err := store.Meetings.Edited(before)
	if err != nil {
		return err
	}
	k.steps, k.known[i] = append(k.steps, step), m
	return store.Meetings.Update(ctx, k.tx, m)
}
