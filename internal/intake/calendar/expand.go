package calendar

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"rapport"
)

// Events turns raw text into the events of a window, in the order of their
// start. It is a pure function. A file that is no calendar is an error; what
// is broken inside a calendar is a warning, and everything else is read.
func Events(files []File, o Options) (Result, error) {
	w := window{o.From.UTC(), o.Until.UTC(), o.Zone}
	if w.zone == nil {
		w.zone = time.UTC
	}
	if days := (w.until.Unix() - w.from.Unix()) / 86_400; days < 0 || days > MaxWindow {
		return Result{}, rapport.Errorf(rapport.Invalid, "a window of %d days cannot be read", days).
			WithHint("ask for at most %d years, the earlier day first", MaxWindow/366)
	}
	x := &expansion{window: w, groups: map[string]*group{}}
	for _, f := range files {
		if err := x.take(f); err != nil {
			return Result{}, err
		}
	}
	for _, uid := range x.order {
		if x.full {
			break
		}
		x.follow(x.groups[uid])
	}
	slices.SortStableFunc(x.result.Events, func(a, b Event) int {
		return cmp.Or(cmp.Compare(a.Start.At, b.Start.At), cmp.Compare(a.UID, b.UID), cmp.Compare(a.Original.At, b.Original.At))
	})
	if x.untold > 0 {
		x.result.Warnings = append(x.result.Warnings, Warning{Text: fmt.Sprintf("%d more places were not understood", x.untold)})
	}
	return x.result, nil
}

// expansion follows all entries of a reading through the window.
type expansion struct {
	window window
	groups map[string]*group
	order  []string
	result Result
	untold int
	// fruitless counts rules that never hold; each costs time to find out.
	fruitless int
	full      bool
}

// maxFruitless is how many rules that never hold are tried.
const maxFruitless = 20

// group is what is known of one UID.
type group struct {
	masters   []*entry
	overrides []*entry
	// places finds both by their times, so that a file of nothing but one
	// series is read in one go.
	places map[place]int
}

// place is when an entry begins, or the meeting that it changes.
type place struct {
	override bool
	wall     int64
	zone     string
}

func (e *entry) place() place {
	if e.isOverride() {
		return place{true, e.recurrence.wall.Unix(), e.recurrence.clock.name}
	}
	return place{false, e.start.Unix(), e.clock.name}
}

func (x *expansion) warnIn(file string) func(line int, text, hint string) {
	return func(line int, text, hint string) {
		if len(x.result.Warnings) >= maxWarnings {
			x.untold++
			return
		}
		x.result.Warnings = append(x.result.Warnings, Warning{File: file, Line: line, Text: text, Hint: hint})
	}
}

// take reads the entries of a file.
func (x *expansion) take(f File) error {
	warn := x.warnIn(f.Name)
	sheets, broke, err := sheetsOf(f, warn)
	if err != nil {
		var e *rapport.Error
		if errors.As(err, &e) && f.Name != "" {
			place := f.Name
			if e.Place != "" {
				place += ", " + e.Place
			}
			return e.WithPlace("%s", place)
		}
		return err
	}
	x.result.Incomplete = x.result.Incomplete || broke
	for _, s := range sheets {
		r := newEntryReader(s, x.window, warn)
		for _, b := range s.events {
			e, err := r.read(b)
			if err != nil {
				line, text := b.begin, err.Error()
				var f *fault
				if errors.As(err, &f) {
					line = f.line
				}
				warn(line, "the event from line "+strconv.Itoa(b.begin)+" was left out: "+text, "")
				continue
			}
			x.add(e)
		}
	}
	return nil
}

// add puts an entry beside the others of its UID; of two for the same meeting
// the newer counts.
func (x *expansion) add(e *entry) {
	g := x.groups[e.event.UID]
	if g == nil {
		g = &group{places: map[place]int{}}
		x.groups[e.event.UID] = g
		x.order = append(x.order, e.event.UID)
	}
	list := &g.masters
	if e.isOverride() {
		list = &g.overrides
	}
	p := e.place()
	i, same := g.places[p]
	switch {
	case same && !(*list)[i].newer(e):
		(*list)[i] = e
	case same:
	case !e.isOverride() && len(*list) > 0 && e.newer((*list)[0]):
		g.places[p] = 0
		(*list)[0] = e
	case !e.isOverride() && len(*list) > 0 && (*list)[0].newer(e):
		// The event was moved since.
	default:
		if n := len(*list); n > 0 && !e.isOverride() {
			// Some programs give different events one identity.
			e.event.UID += "#" + strconv.Itoa(n+1)
		}
		g.places[p] = len(*list)
		*list = append(*list, e)
	}
}

// touches reports whether a time from start, so long, lies in the window.
func (x *expansion) touches(start, end time.Time) bool {
	return start.Before(x.window.until) && (end.After(x.window.from) || start.Equal(end) && !start.Before(x.window.from))
}

// follow adds the meetings of one UID.
func (x *expansion) follow(g *group) {
	if len(g.masters) == 0 {
		for _, o := range g.overrides {
			x.override(o, nil, nil)
		}
		return
	}
	for i, m := range g.masters {
		switch {
		case i > 0:
			x.series(m, nil)
		case m.repeats() || len(g.overrides) > 0:
			x.series(m, g.overrides)
		default:
			x.single(m)
		}
	}
}

// single adds a meeting that does not repeat.
func (x *expansion) single(e *entry) {
	start, end := e.at(e.start, e.length)
	if x.touches(start, end) {
		x.put(e.meeting(e.start, e.length))
	}
}

// put adds an event, up to the limit of one reading.
func (x *expansion) put(e Event) {
	if len(x.result.Events) >= maxEvents {
		if !x.full {
			x.full, x.result.Incomplete = true, true
			x.warnIn(e.File)(e.Line, fmt.Sprintf("there are more than %d events; the rest was left out", maxEvents), "ask for a shorter time")
		}
		return
	}
	x.result.Events = append(x.result.Events, e)
}

// at returns the instants of a meeting that begins at a wall time.
func (e *entry) at(wall time.Time, length span) (start, end time.Time) {
	start = wallTime(wall, e.clock.zone)
	if length.days == 0 {
		return start, start.Add(length.clock)
	}
	return start, wallTime(wall.AddDate(0, 0, length.days), e.clock.zone).Add(length.clock)
}

// meeting makes the event that begins at a wall time.
func (e *entry) meeting(wall time.Time, length span) Event {
	ev := e.event
	start, end := e.at(wall, length)
	ev.Start, ev.End = rapport.StampOf(start), rapport.StampOf(end)
	ev.Zone, ev.AllDay = e.clock.name, e.date
	ev.First = rapport.DayOf(wall)
	if e.date {
		ev.Last = ev.First.Add(max(length.days, 1) - 1)
	} else {
		last := end
		if end.After(start) {
			last = end.Add(-time.Second)
		}
		ev.Last = max(rapport.DayOf(last), ev.First)
	}
	return ev
}

// original is the identity of a meeting of a series: its instant, and for
// whole days midnight in UTC, which no zone can move.
func (e *entry) original(wall time.Time) rapport.Stamp {
	if e.date {
		return rapport.StampOf(wall)
	}
	return rapport.StampOf(wallTime(wall, e.clock.zone))
}
