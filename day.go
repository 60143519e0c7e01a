package rapport

import (
	"fmt"
	"time"
)

// Instant is a point in time: microseconds since 1970 in UTC. Zero means unset.
type Instant int64

// InstantOf returns t as an Instant, cut to microseconds.
func InstantOf(t time.Time) Instant { return Instant(t.UnixMicro()) }

// Time returns the instant in UTC.
func (i Instant) Time() time.Time { return time.UnixMicro(int64(i)).UTC() }

// Stamp is an instant together with the offset from UTC it was written with,
// so that a journal line goes out with the clock it came in with.
type Stamp struct {
	At Instant
	// Offset is in minutes east of UTC.
	Offset int
}

// StampOf returns t as a Stamp in t's own offset.
func StampOf(t time.Time) Stamp {
	_, seconds := t.Zone()
	return Stamp{At: InstantOf(t), Offset: seconds / 60}
}

// Time returns the stamp in its own offset.
func (s Stamp) Time() time.Time {
	if s.Offset == 0 {
		return s.At.Time()
	}
	return s.At.Time().In(time.FixedZone("", s.Offset*60))
}

// IsZero reports whether the stamp is unset.
func (s Stamp) IsZero() bool { return s.At == 0 }

// Day is a civil day, written YYYY-MM-DD, without a zone. The empty Day means
// unset. Days compare with < and >.
type Day string

const dayLayout = "2006-01-02"

// DayOf returns the civil day of t in t's own zone.
func DayOf(t time.Time) Day { return Day(t.Format(dayLayout)) }

// NewDay returns the civil day of year, month and day of month; values out of
// range are carried as [time.Date] does.
func NewDay(year int, month time.Month, dom int) Day {
	return DayOf(time.Date(year, month, dom, 0, 0, 0, 0, time.UTC))
}

// ParseDay reads a day in the form YYYY-MM-DD. A day that the calendar does
// not have is an error, never carried into the next month.
func ParseDay(text string) (Day, error) {
	t, err := time.Parse(dayLayout, text)
	if err != nil {
		return "", Errorf(Invalid, "%q is not a day", text).WithHint("write it as 2026-11-03")
	}
	return DayOf(t), nil
}

// Time returns midnight UTC of the day, for arithmetic; the zero time for the
// empty day.
func (d Day) Time() time.Time {
	t, err := time.Parse(dayLayout, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// In returns the first instant of the day in zone. Where a clock change
// removes midnight it is the first instant that exists.
func (d Day) In(zone *time.Location) time.Time {
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, zone)
}

// Noon returns noon of the day in zone: an instant that lies on the day in
// every clock.
func (d Day) Noon(zone *time.Location) time.Time {
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, zone)
}

// Add returns the day n days later, or earlier for a negative n.
func (d Day) Add(n int) Day {
	if d == "" {
		return ""
	}
	return DayOf(d.Time().AddDate(0, 0, n))
}

// Sub returns how many days d is after e.
func (d Day) Sub(e Day) int {
	return int(d.Time().Sub(e.Time()) / (24 * time.Hour))
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// Monday returns the first day of d's ISO week.
func (d Day) Monday() Day {
	return d.Add(-(int(d.Weekday()) + 6) % 7)
}

// ISOWeek returns the ISO 8601 week of the day, such as 2026-W47.
func (d Day) ISOWeek() string {
	year, week := d.Time().ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, week)
}

// Period is a stretch of civil days, both ends included. An empty end is open.
type Period struct {
	From, Until Day
}

// Contains reports whether d lies in the period.
func (p Period) Contains(d Day) bool {
	return (p.From == "" || d >= p.From) && (p.Until == "" || d <= p.Until)
}

// WorkWeek is the set of a user's working days; bit n is [time.Weekday] n.
// The zero WorkWeek stands for Monday to Friday.
type WorkWeek uint8

// MondayToFriday is the work week of a user who said nothing else.
const MondayToFriday WorkWeek = 1<<time.Monday | 1<<time.Tuesday | 1<<time.Wednesday | 1<<time.Thursday | 1<<time.Friday

// Has reports whether w is a working day of the week.
func (ww WorkWeek) Has(w time.Weekday) bool {
	if ww == 0 {
		ww = MondayToFriday
	}
	return ww&(1<<w) != 0
}
