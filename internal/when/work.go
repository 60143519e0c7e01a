package when

import (
	"time"

	"rapport"
)

// works reports whether d is a working day of the clock's owner.
func (c Clock) works(d rapport.Day) bool {
	return c.Week.Has(d.Weekday()) && (c.Off == nil || !c.Off(d))
}

// noWork is how many days in a row without work end a count: nobody plans over
// a longer leave, and a calendar without working days must not hang us.
const noWork = 800

// AddWorkDays returns the n-th working day after d, or before it for a negative
// n. With n zero it returns d itself, whether it is a working day or not. Where
// the calendar has no further working day it returns the empty day.
func AddWorkDays(d rapport.Day, n int, c Clock) rapport.Day {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for idle := 0; n > 0; {
		d = d.Add(step)
		if c.works(d) {
			n, idle = n-1, 0
		} else if idle++; idle > noWork {
			return ""
		}
	}
	return d
}

// WorkDaysBetween counts the working days after from up to and including to;
// it is negative where to is before from. It undoes [AddWorkDays].
func WorkDaysBetween(from, to rapport.Day, c Clock) int {
	if from == "" || to == "" {
		return 0
	}
	n := 0
	for d := from; d < to; {
		if d = d.Add(1); c.works(d) {
			n++
		}
	}
	for d := from; d > to; {
		if d = d.Add(-1); c.works(d) {
			n--
		}
	}
	return n
}

// weekEnd returns the last working day of a work week: the one before the
// longest stretch of free days, Friday where no day or every day is free.
func weekEnd(ww rapport.WorkWeek) time.Weekday {
	best, longest := time.Friday, 0
	for i := range 7 {
		w := time.Weekday((i + 1) % 7)
		if !ww.Has(w) {
			continue
		}
		free := 0
		for free < 7 && !ww.Has((w+time.Weekday(free)+1)%7) {
			free++
		}
		if free > longest {
			best, longest = w, free
		}
	}
	return best
}

// lastWorkDay returns the last working day within s, or false.
func (c Clock) lastWorkDay(s span) (rapport.Day, bool) {
	for d := s.last; d >= s.first; d = d.Add(-1) {
		if c.works(d) {
			return d, true
		}
	}
	return "", false
}

// workDay returns the n-th working day within s, counted from one, or false.
func (c Clock) workDay(s span, n int) (rapport.Day, bool) {
	for d := s.first; d <= s.last; d = d.Add(1) {
		if c.works(d) {
			if n--; n == 0 {
				return d, true
			}
		}
	}
	return "", false
}
