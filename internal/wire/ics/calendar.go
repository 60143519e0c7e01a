package ics

import (
	"slices"
	"strings"
	"time"

	"rapport"
)

// Calendar is a file or a feed.
type Calendar struct {
	// Name is what programs show.
	Name string
	// ProductID says who wrote it; empty stands for Rapport.
	ProductID string
	// Refresh is how often subscribers should ask again; zero says nothing.
	Refresh time.Duration
	Events  []Event
}

// Event is one entry of a calendar.
type Event struct {
	// UID is the identity of the event for ever, the same in every file.
	UID string
	// Sequence counts the changes of time, place or status.
	Sequence int
	// Modified is when it was last changed; zero says nothing.
	Modified rapport.Instant
	// Start and End are instants; no End is a point in time. They are written
	// in Zone, an IANA name, which a Rule follows through clock changes; the
	// empty zone is UTC.
	Start, End rapport.Instant
	Zone       string
	// Day and Until, both included, are the days of an event without a clock
	// time; Start, End and Zone are unset then. An empty Until is one day.
	Day, Until rapport.Day
	// Rule is an RRULE such as FREQ=WEEKLY;INTERVAL=2; empty for one event.
	Rule string
	// Except are starts of a Rule that do not take place.
	Except      []rapport.Instant
	Summary     string
	Description string
	Location    string
	// URL leads back to where the event comes from; may be empty.
	URL        string
	Categories []string
	Status     Status
	// Free says that the time is not blocked.
	Free bool
	// Alarm is how long before the start programs should remind; nil for not
	// at all.
	Alarm *time.Duration
}

// Status is what an event says of itself.
type Status string

// The statuses; the empty one is written as confirmed.
const (
	Confirmed Status = "CONFIRMED"
	Tentative Status = "TENTATIVE"
	Cancelled Status = "CANCELLED"
)

// defaultProduct names the writer.
const defaultProduct = "-//Rapport//Rapport//EN"

// Encode writes the calendar. stamp is the DTSTAMP of all events: when this
// state of the calendar was made. An event that contradicts itself is an error
// that names it, and nothing is written.
func (c Calendar) Encode(stamp rapport.Instant) ([]byte, error) {
	events := slices.Clone(c.Events)
	slices.SortStableFunc(events, func(a, b Event) int {
		if d := strings.Compare(string(a.firstDay()), string(b.firstDay())); d != 0 {
			return d
		}
		return strings.Compare(a.UID, b.UID)
	})
	zones, err := check(events)
	if err != nil {
		return nil, err
	}
	w := &writer{}
	w.line("BEGIN", "VCALENDAR")
	w.line("VERSION", "2.0")
	product := c.ProductID
	if product == "" {
		product = defaultProduct
	}
	w.text("PRODID", product)
	w.line("CALSCALE", "GREGORIAN")
	w.line("METHOD", "PUBLISH")
	if c.Name != "" {
		w.text("NAME", c.Name)
		w.text("X-WR-CALNAME", c.Name)
	}
	if c.Refresh > 0 {
		w.line("REFRESH-INTERVAL;VALUE=DURATION", duration(c.Refresh))
		w.line("X-PUBLISHED-TTL", duration(c.Refresh))
	}
	for _, z := range zones {
		w.zone(z)
	}
	for _, e := range events {
		w.event(e, stamp, zones)
	}
	w.line("END", "VCALENDAR")
	return w.b, nil
}

func (e Event) allDay() bool { return e.Day != "" }

func (e Event) firstDay() rapport.Day {
	if e.allDay() {
		return e.Day
	}
	return rapport.DayOf(e.Start.Time()) + rapport.Day(e.Start.Time().Format("T150405"))
}

// check refuses what no program could read, and lists the zones in use.
func check(events []Event) ([]*zone, error) {
	seen := map[string]bool{}
	var zones []*zone
	for _, e := range events {
		if err := e.check(); err != nil {
			return nil, err
		}
		if seen[e.UID] {
			return nil, invalid(e, "two events have the UID %q", e.UID)
		}
		seen[e.UID] = true
		if e.allDay() || isUTC(e.Zone) {
			continue
		}
		i := slices.IndexFunc(zones, func(z *zone) bool { return z.name == e.Zone })
		if i < 0 {
			location, err := time.LoadLocation(e.Zone)
			if err != nil || e.Zone == "Local" {
				return nil, invalid(e, "%q is not a time zone", e.Zone)
			}
			zones = append(zones, &zone{name: e.Zone, location: location})
			i = len(zones) - 1
		}
		zones[i].cover(e)
	}
	slices.SortFunc(zones, func(a, b *zone) int { return strings.Compare(a.name, b.name) })
	return zones, nil
}

func isUTC(zone string) bool { return zone == "" || zone == "UTC" || zone == "Etc/UTC" }

func invalid(e Event, format string, args ...any) error {
	what := e.Summary
	if what == "" {
		what = e.UID
	}
	return rapport.Errorf(rapport.Invalid, format, args...).WithPlace("event %q", rapport.OneLine(what))
}

func (e Event) check() error {
	switch {
	case e.UID == "" || strings.ContainsFunc(e.UID, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return invalid(e, "an event needs a UID of one line")
	case e.allDay() && (e.Start != 0 || e.End != 0 || e.Zone != ""):
		return invalid(e, "an event has days or instants, not both")
	case e.allDay():
		for _, d := range []rapport.Day{e.Day, e.Until} {
			if d == "" {
				continue
			}
			if _, err := rapport.ParseDay(string(d)); err != nil {
				return invalid(e, "%q is not a day", d)
			}
		}
		if e.Until != "" && e.Until < e.Day {
			return invalid(e, "it ends before it begins")
		}
	case e.Start == 0:
		return invalid(e, "an event needs a start or a day")
	case e.End != 0 && e.End < e.Start:
		return invalid(e, "it ends before it begins")
	}
	if y := e.Start.Time().Year(); y < 1 || y > 9998 || e.End.Time().Year() > 9998 {
		return invalid(e, "calendars know the years 1 to 9998")
	}
	if strings.ContainsFunc(e.Rule, func(r rune) bool {
		return (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("=;,+-", r)
	}) {
		return invalid(e, "%q is not a rule", e.Rule)
	}
	switch e.Status {
	case "", Confirmed, Tentative, Cancelled:
	default:
		return invalid(e, "%q is not a status", e.Status)
	}
	if strings.ContainsFunc(e.URL, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		return invalid(e, "the address has spaces in it")
	}
	return nil
}
