package diary

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
	"rapport/internal/when"
	"rapport/internal/wire/ics"
)

// Service makes calendars for one user.
type Service struct{ desk.Desk }

// Options say what goes into a calendar.
type Options struct {
	// All takes in what came from a calendar too; else it is left out, since it
	// stands there already.
	All bool
}

// Calendar is what is on record for a calendar.
type Calendar struct {
	ics.Calendar
	// Talks, Reports and Promises count the events.
	Talks, Reports, Promises int
	// LeftOut counts the one-on-ones that came from a calendar.
	LeftOut int
	// Says are things that people should know.
	Says []string
}

// How far reports are looked ahead, and how long a talk takes where nobody said.
const (
	reportsAhead = 56
	talkMinutes  = 30
)

// Calendar returns what stands in the user's calendar: one-on-ones that are
// booked and the rhythms that were agreed, a day before each for the report, and
// the user's own promises that are open, on the day they are due.
func (s *Service) Calendar(ctx context.Context, o Options) (c Calendar, err error) {
	return c, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		m := &maker{s: s, tx: tx, names: names, o: o, today: s.Today()}
		m.c.Name, m.c.Refresh = "Rapport", 6*time.Hour
		if err := m.read(ctx); err != nil {
			return err
		}
		for _, b := range names.Bosses {
			if b.Left.IsZero() {
				if err := m.talks(ctx, b); err != nil {
					return err
				}
			}
		}
		if err := m.promises(ctx); err != nil {
			return err
		}
		c = m.c
		return nil
	})
}

// maker collects the events of a calendar.
type maker struct {
	s        *Service
	tx       *store.Tx
	names    rapport.Names
	o        Options
	today    rapport.Day
	c        Calendar
	meetings []rapport.Meeting
	rhythms  []rapport.Rhythm
	leave    []rapport.CalendarFact
}

func (m *maker) read(ctx context.Context) (err error) {
	owner := m.s.User.ID
	if m.meetings, err = store.Meetings.List(ctx, m.tx, owner, store.FactFilter{Oldest: true}); err != nil {
		return err
	}
	if m.rhythms, err = store.Rhythms.List(ctx, m.tx, owner, store.FactFilter{}); err != nil {
		return err
	}
	m.leave, err = m.tx.Calendar(ctx, owner, rapport.Leave, m.today)
	return err
}

// uid is the identity of the event of a record, for ever.
func uid(line rapport.LineID, part string) string {
	if part != "" {
		part = "-" + part
	}
	return rapport.OneLine(string(line)) + part + "@rapport"
}

// talks adds what is booked and agreed with a boss.
func (m *maker) talks(ctx context.Context, b rapport.Boss) error {
	var starts []time.Time
	for _, meeting := range m.meetings {
		if meeting.Boss != b.ID {
			continue
		}
		isAhead := rapport.DayOf(meeting.Begins().Time()) >= m.today
		if meeting.Status == rapport.Booked && isAhead {
			starts = append(starts, meeting.Begins().Time())
		}
		if meeting.Status != rapport.Booked && (meeting.Status != rapport.Cancelled || !isAhead) {
			continue // what is over is on record, and no longer in the calendar
		}
		if meeting.UID != "" && !m.o.All {
			m.c.LeftOut++
			continue
		}
		if err := m.talk(ctx, b, meeting); err != nil {
			return err
		}
	}
	at := slices.IndexFunc(m.rhythms, func(r rapport.Rhythm) bool { return r.Boss == b.ID })
	if at >= 0 {
		agreed, err := m.rhythm(ctx, b, m.rhythms[at])
		if err != nil {
			return err
		}
		starts = append(starts, agreed...)
	}
	m.reports(b, starts)
	return nil
}

// talk adds one meeting.
func (m *maker) talk(ctx context.Context, b rapport.Boss, meeting rapport.Meeting) error {
	sequence, err := m.tx.Revisions(ctx, m.s.User.ID, rapport.RecordID(meeting.ID))
	if err != nil {
		return err
	}
	minutes := talkMinutes
	if meeting.Minutes.Said && meeting.Minutes.Value >= 1 {
		minutes = int(meeting.Minutes.Value)
	}
	start := meeting.Begins().At
	e := ics.Event{
		UID: uid(meeting.Line, ""), Sequence: sequence, Start: start, End: start + rapport.Instant(minutes)*60_000_000, Zone: m.zone(meeting.Zone),
		Summary: cmp.Or(meeting.Title, "One-on-one with "+b.Name), Categories: []string{"one-on-one"},
	}
	if meeting.Status == rapport.Cancelled {
		e.Status = ics.Cancelled
	}
	m.c.Events = append(m.c.Events, e)
	m.c.Talks++
	return nil
}

// zone is the one in which an event is written: its own, else the user's, else
// UTC. One that this machine does not know is not written.
func (m *maker) zone(own string) string {
	for _, name := range [...]string{own, m.s.User.Zone} {
		if name == "" || name == "Local" {
			continue
		}
		if _, err := time.LoadLocation(name); err == nil {
			return name
		}
	}
	return ""
}

// rhythm adds the rhythm that was agreed last, and returns when it takes place
// in the next weeks.
func (m *maker) rhythm(ctx context.Context, b rapport.Boss, r rapport.Rhythm) ([]time.Time, error) {
	// Words that an older journal brought and nobody can read name no day.
	agreed, err := when.ParseRhythm(r.Every, m.s.Clock(when.Meeting))
	if err != nil || !agreed.HasDay() {
		if err != nil || agreed.Rule != "" {
			m.c.Says = append(m.c.Says, fmt.Sprintf("the rhythm with @%s, “%s”, names no day, so it is not in the calendar", b.Slug, r.Every))
		}
		return nil, nil
	}
	rule := agreed.Rule
	clock, err := time.Parse("15:04", cmp.Or(r.Time, agreed.Time))
	if err != nil {
		m.c.Says = append(m.c.Says, fmt.Sprintf("the rhythm with @%s says no time, so it is not in the calendar; say it again with one: rapport rhythm @%s", b.Slug, b.Slug))
		return nil, nil //nolint:nilerr // a rhythm that cannot be followed is told, and is no failure
	}
	zone := m.zone(r.Zone)
	location := time.UTC
	if zone != "" {
		if location, err = time.LoadLocation(zone); err != nil {
			return nil, err
		}
	}
	from := cmp.Or(r.From, r.Day())
	begin := from.Time()
	start := time.Date(begin.Year(), begin.Month(), begin.Day(), clock.Hour(), clock.Minute(), 0, 0, location)
	first, err := when.Recur(rule, start, start, 1)
	if err != nil || len(first) == 0 {
		m.c.Says = append(m.c.Says, fmt.Sprintf("the rhythm with @%s, “%s”, cannot be followed, so it is not in the calendar", b.Slug, r.Every))
		return nil, nil //nolint:nilerr // as above
	}
	ahead, err := when.Recur(rule, start, m.s.Now(), reportsAhead)
	if err != nil {
		return nil, err
	}
	end := m.today.Add(reportsAhead + 1)
	ahead = slices.DeleteFunc(ahead, func(t time.Time) bool { return rapport.DayOf(t) >= end || m.settled(b, t) })
	if r.Series != "" && !m.o.All {
		m.c.LeftOut++
		return ahead, nil
	}
	sequence, err := m.tx.Revisions(ctx, m.s.User.ID, rapport.RecordID(r.ID))
	if err != nil {
		return nil, err
	}
	minutes := talkMinutes
	if r.Minutes.Said && r.Minutes.Value >= 1 {
		minutes = int(r.Minutes.Value)
	}
	e := ics.Event{
		UID: uid(r.Line, ""), Sequence: sequence, Start: rapport.InstantOf(first[0]), Zone: zone, Rule: rule, Summary: "One-on-one with " + b.Name,
		Categories: []string{"one-on-one"},
	}
	e.End = e.Start + rapport.Instant(minutes)*60_000_000
	e.Except = m.exceptions(b, rule, start, location)
	// A change of a meeting is a change of the series that it stands out of.
	e.Sequence += len(e.Except)
	m.c.Events = append(m.c.Events, e)
	m.c.Talks++
	return ahead, nil
}

// settled reports whether a meeting of the boss is on record for the day of a
// time of the rhythm, or was moved away from it.
func (m *maker) settled(b rapport.Boss, t time.Time) bool {
	day := rapport.DayOf(t)
	return slices.ContainsFunc(m.meetings, func(meeting rapport.Meeting) bool {
		on := func(s rapport.Stamp) bool { return !s.IsZero() && rapport.DayOf(s.At.Time().In(t.Location())) == day }
		return meeting.Boss == b.ID && meeting.Kind == rapport.OneOnOne && (on(meeting.Begins()) || on(meeting.MovedFrom))
	})
}

// exceptions are the times of a rhythm for which a meeting is on record: it is
// an event of its own, or was called off.
func (m *maker) exceptions(b rapport.Boss, rule string, start time.Time, location *time.Location) (except []rapport.Instant) {
	for _, meeting := range m.meetings {
		if meeting.Boss != b.ID || meeting.Kind != rapport.OneOnOne {
			continue
		}
		for _, stamp := range [...]rapport.Stamp{meeting.Begins(), meeting.MovedFrom} {
			if stamp.IsZero() {
				continue
			}
			d := stamp.At.Time().In(location)
			day := time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, location)
			next, err := when.Recur(rule, start, day, 1)
			if err != nil || len(next) == 0 || rapport.DayOf(next[0]) != rapport.DayOf(d) {
				continue
			}
			if at := rapport.InstantOf(next[0]); !slices.Contains(except, at) {
				except = append(except, at)
			}
		}
	}
	slices.Sort(except)
	return except
}

// reports adds the days on which reports are due: the last working day before
// each talk.
func (m *maker) reports(b rapport.Boss, talks []time.Time) {
	clock := m.s.Clock(when.Due)
	seen := map[rapport.Day]bool{}
	slices.SortFunc(talks, func(a, b time.Time) int { return a.Compare(b) })
	for _, talk := range talks {
		talkDay := rapport.DayOf(talk)
		day := when.AddWorkDays(talkDay, -1, clock)
		if seen[day] || day < m.today || talkDay > m.today.Add(reportsAhead) {
			continue
		}
		seen[day] = true
		m.c.Events = append(m.c.Events, ics.Event{
			UID: uid(b.Line, "report-"+string(talkDay)), Day: day, Free: true, Summary: "Report to " + b.Name + " due",
			Description: fmt.Sprintf("for the one-on-one on %s: rapport report @%s", talkDay.Time().Format("Mon 2 Jan"), b.Slug), Categories: []string{"report"},
		})
		m.c.Reports++
	}
}

// promises adds the user's own promises that are open and have a day.
func (m *maker) promises(ctx context.Context) error {
	all, err := store.Promises.List(ctx, m.tx, m.s.User.ID, store.FactFilter{Open: true, SoonestDue: true})
	if err != nil {
		return err
	}
	for _, p := range all {
		if !p.IsMine() || p.DueNow == "" {
			continue
		}
		sequence, err := m.tx.Revisions(ctx, m.s.User.ID, rapport.RecordID(p.ID))
		if err != nil {
			return err
		}
		description := "promised on " + p.Day().Time().Format("Mon 2 Jan 2006")
		if to := m.names.Person(p.To); to != "" {
			description = "promised to " + to + " on " + p.Day().Time().Format("Mon 2 Jan 2006")
		}
		m.c.Events = append(m.c.Events, ics.Event{
			UID: uid(p.Line, ""), Sequence: sequence + p.MovedInTime + p.MovedLate, Day: p.DueNow, Free: true,
			Summary: "Due: " + strings.TrimSuffix(p.Text, "."), Description: description, Categories: []string{"promise"},
		})
		m.c.Promises++
	}
	return nil
}

// Encode writes the calendar. All of its events bear the stamp of the day, so
// that the same record gives the same file all day.
func (s *Service) Encode(c Calendar) ([]byte, error) {
	return c.Encode(rapport.InstantOf(s.Today().In(time.UTC)))
}
