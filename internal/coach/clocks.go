package coach

import (
	"strings"
	"time"

	"rapport"
)

// The hours in which the user is taken to work; there is no record of them.
const (
	dayBegins = "08:00"
	dayEnds   = "18:00"
)

// overlap returns the hours, in the user's clock of today, that lie in both
// working days. It reports false where the boss's hours or zone are not known,
// or the hours do not meet.
func (f *Facts) overlap(b *File) (from, to string, ok bool) {
	begins, ends, found := strings.Cut(b.Hours, "-")
	if !found || b.Zone == nil {
		return "", "", false
	}
	theirs, err1 := f.wall(begins, b.Zone)
	until, err2 := f.wall(ends, b.Zone)
	ours, err3 := f.wall(dayBegins, f.Now.Location())
	late, err4 := f.wall(dayEnds, f.Now.Location())
	if err1 != nil || err2 != nil || err3 != nil || err4 != nil {
		return "", "", false
	}
	start, end := later(theirs, ours), until
	if late.Before(end) {
		end = late
	}
	if !start.Before(end) {
		return "", "", false
	}
	zone := f.Now.Location()
	return start.In(zone).Format("15:04"), end.In(zone).Format("15:04"), true
}

// wall is the instant at which the clocks of a zone show HH:MM today.
func (f *Facts) wall(clock string, zone *time.Location) (time.Time, error) {
	t, err := time.Parse("15:04", strings.TrimSpace(clock))
	day := f.Today.Time()
	return time.Date(day.Year(), day.Month(), day.Day(), t.Hour(), t.Minute(), 0, 0, zone), err
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// apart is by how much the boss's clock is ahead of the user's on a day.
func (f *Facts) apart(b *File, d rapport.Day) time.Duration {
	noon := d.Noon(f.Now.Location())
	_, ours := noon.Zone()
	_, theirs := noon.In(b.Zone).Zone()
	return time.Duration(theirs-ours) * time.Second
}
