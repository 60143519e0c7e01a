package calendar

import (
	"fmt"
	"slices"
	"time"

	"rapport"
)

// turn is one meeting as the rule or a list has it.
type turn struct {
	wall   time.Time
	length span
}

// series adds the meetings of a series, with what was changed in it.
func (x *expansion) series(e *entry, overrides []*entry) {
	e.event.Series = e.describe()
	turns := x.turns(e, overrides)
	changed := map[rapport.Instant]*entry{}
	var futures []*entry
	for _, o := range overrides {
		changed[e.meant(o.recurrence)] = o
		if o.future {
			futures = append(futures, o)
		}
	}
	slices.SortFunc(futures, func(a, b *entry) int { return int(min(max(e.meant(a.recurrence)-e.meant(b.recurrence), -1), 1)) })
	without := map[rapport.Instant]bool{}
	for _, l := range e.without {
		if l.date && !e.date {
			without[dayKey(l.wall)] = true
			continue
		}
		without[e.meant(l)] = true
	}
	seen := map[rapport.Instant]bool{}
	for _, t := range turns {
		original := e.original(t.wall)
		if seen[original.At] {
			continue
		}
		seen[original.At] = true
		if o := changed[original.At]; o != nil {
			delete(changed, original.At)
			x.override(o, e, &t)
			continue
		}
		now, length, wall := e, t.length, t.wall
		for _, f := range futures {
			if e.meant(f.recurrence) <= original.At {
				now, length = f, f.length
				wall = t.wall.Add(f.start.Sub(wallIn(f.recurrence, f)))
			}
		}
		ev := now.meeting(wall, length)
		ev.UID, ev.Original, ev.Series = e.event.UID, original, e.event.Series
		if without[original.At] || !e.date && without[dayKey(t.wall)] {
			ev.Fate, ev.Status = Left, Cancelled
		}
		if x.touches(ev.Start.At.Time(), ev.End.At.Time()) || ev.AllDay && x.touchesDays(ev) {
			x.put(ev)
		}
	}
	// What is left was moved here from outside of the window, or belongs to a
	// meeting that the rule no longer has; the people in it still come.
	for _, o := range overrides {
		if changed[e.meant(o.recurrence)] == o {
			x.override(o, e, nil)
		}
	}
}

// touchesDays is touches for whole days that another entry's zone holds.
func (x *expansion) touchesDays(ev Event) bool {
	return x.touches(ev.First.In(x.window.zone), ev.Last.Add(1).In(x.window.zone))
}

// dayKey is a key for all meetings of a day, apart from those of instants.
func dayKey(wall time.Time) rapport.Instant {
	return rapport.InstantOf(wall.Truncate(24*time.Hour)) + 1
}

// wallIn returns the moment of l as the clock of e shows it.
func wallIn(l listed, e *entry) time.Time {
	if l.date || l.clock.name == e.clock.name {
		return l.wall
	}
	return wallOf(wallTime(l.wall, l.clock.zone).In(e.clock.zone))
}

// meant returns the identity of the meeting that a moment of another property
// means: an instant; for whole days the day; and where a day names a meeting
// with a time, that time on the day.
func (e *entry) meant(l listed) rapport.Instant {
	switch {
	case e.date && l.date:
		return rapport.InstantOf(l.wall)
	case e.date:
		if l.utc && l.wall.Hour()+l.wall.Minute() > 0 {
			return rapport.InstantOf(wallOf(l.wall.In(e.clock.zone)).Truncate(24 * time.Hour))
		}
		return rapport.InstantOf(l.wall.Truncate(24 * time.Hour))
	case l.date:
		clock := e.start.Sub(e.start.Truncate(24 * time.Hour))
		return rapport.InstantOf(wallTime(l.wall.Add(clock), e.clock.zone))
	}
	return rapport.InstantOf(wallTime(l.wall, l.clock.zone))
}

// describe says what the meetings of the series have in common.
func (e *entry) describe() *Series {
	s := &Series{UID: e.event.UID, Zone: e.clock.name}
	if e.rule == nil {
		s.Rhythm = "on listed days"
		return s
	}
	s.Rule = e.rule.text
	s.Rhythm, s.Days = e.rule.rhythm()
	return s
}

// turns lists where rule and RDATE put meetings that may touch the window.
func (x *expansion) turns(e *entry, overrides []*entry) []turn {
	// A day more on both sides covers all zones; a meeting that begins before
	// the window may last into it, or be moved into it with all later ones.
	reach := time.Duration(e.length.days)*24*time.Hour + e.length.clock + 36*time.Hour
	for _, o := range overrides {
		if shift := o.start.Sub(wallIn(o.recurrence, o)).Abs(); o.future && shift < maxDays*24*time.Hour {
			reach += shift + o.length.clock + time.Duration(o.length.days)*24*time.Hour
		}
	}
	from, until := x.window.from.Add(-reach), x.window.until.Add(reach)
	var turns []turn
	within := func(wall time.Time) bool { return !wall.Before(from) && wall.Before(until) }
	warn := x.warnIn(e.event.File)
	switch {
	case e.rule == nil:
		if within(e.start) {
			turns = append(turns, turn{e.start, e.length})
		}
	case x.fruitless >= maxFruitless:
		x.result.Incomplete = true
		warn(e.ruleLine, "many rules of this calendar never hold; this one was not followed", "")
	default:
		walls, more, err := e.rule.expand(e.start, from, until, maxSeries)
		if err != nil {
			warn(e.ruleLine, err.Error()+"; only the first meeting was read", "")
			walls = nil
			if within(e.start) {
				walls = []time.Time{e.start}
			}
		}
		if e.rule.fruitless {
			x.fruitless++
		}
		if more {
			x.result.Incomplete = true
			warn(e.ruleLine, fmt.Sprintf("the series has more than %d meetings in this time; the rest was left out", maxSeries), "check the rule of the series in the program that it comes from")
		}
		for _, wall := range walls {
			turns = append(turns, turn{wall, e.length})
		}
	}
	for _, l := range e.extra {
		t := turn{wallIn(l, e), e.length}
		if l.date && !e.date {
			t.wall = l.wall.Add(e.start.Sub(e.start.Truncate(24 * time.Hour)))
		}
		if e.date {
			t.wall = t.wall.Truncate(24 * time.Hour)
		}
		if l.period && !e.date {
			t.length = l.length
		}
		if !within(t.wall) {
			continue
		}
		if len(turns) >= 2*maxSeries {
			x.result.Incomplete = true
			warn(e.event.Line, fmt.Sprintf("the event lists more than %d dates in this time; the rest was left out", maxSeries), "")
			break
		}
		turns = append(turns, t)
	}
	slices.SortFunc(turns, func(a, b turn) int { return a.wall.Compare(b.wall) })
	return turns
}

// override adds a meeting of a series that was changed on its own. master is
// nil where the series itself is not in the calendar, was nil where it has no
// such meeting (any more) in reach.
func (x *expansion) override(o, master *entry, was *turn) {
	ev := o.meeting(o.start, o.length)
	before := o.start.Equal(wallIn(o.recurrence, o)) && o.date == o.recurrence.date
	ev.Original = rapport.StampOf(wallTime(o.recurrence.wall, o.recurrence.clock.zone))
	if o.recurrence.date {
		ev.Original = rapport.StampOf(o.recurrence.wall)
	}
	if master != nil {
		ev.Series = master.event.Series
		if was != nil {
			ev.Original = master.original(was.wall)
			before = rapport.InstantOf(wallTime(o.start, o.clock.zone)) == rapport.InstantOf(wallTime(was.wall, master.clock.zone)) && o.date == master.date
		}
		fill(&ev, master.event)
	}
	if ev.Fate == Planned && !before {
		ev.Fate = Moved
	}
	first := ev.Original.At.Time()
	if x.touches(ev.Start.At.Time(), ev.End.At.Time()) || x.touches(first, first.Add(time.Second)) {
		x.put(ev)
	}
}

// fill takes from the series what a changed meeting leaves out. Some programs
// write only what changed, above all where they call a meeting off.
func fill(ev *Event, series Event) {
	if ev.Summary == "" {
		ev.Summary = series.Summary
	}
	if len(ev.Attendees) == 0 {
		ev.Attendees = series.Attendees
	}
	if ev.Organizer == (Attendee{}) {
		ev.Organizer = series.Organizer
	}
	if len(ev.Categories) == 0 {
		ev.Categories = series.Categories
	}
}
