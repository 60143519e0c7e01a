package when

import (
	"time"

	"rapport"
)

// unit is a length of the calendar or of the clock.
type unit int8

const (
	day unit = iota + 1
	workday
	week
	weekend
	fortnight
	month
	quarter
	half
	year
	hour
	minute
	second
	// stretch is any other run of days.
	stretch
)

// span is a run of days, both ends included.
type span struct{ first, last rapport.Day }

func oneDay(d rapport.Day) span { return span{d, d} }

// unitSpan returns the week, month or other unit that lies k units after the
// one that holds d.
func unitSpan(u unit, d rapport.Day, k int) span {
	t := d.Time()
	months := func(length int) span {
		m := (int(t.Month()) - 1) / length * length
		from := rapport.NewDay(t.Year(), time.Month(1+m+k*length), 1)
		until := rapport.NewDay(t.Year(), time.Month(1+m+(k+1)*length), 0)
		return span{from, until}
	}
	switch u {
	case week:
		m := d.Monday().Add(7 * k)
		return span{m, m.Add(6)}
	case weekend:
		m := d.Monday().Add(7 * k)
		return span{m.Add(5), m.Add(6)}
	case month:
		return months(1)
	case quarter:
		return months(3)
	case half:
		return months(6)
	case year:
		return months(12)
	}
	return oneDay(d.Add(k))
}

// yearSpan returns a calendar year.
func yearSpan(y int) span { return unitSpan(year, rapport.NewDay(y, time.January, 1), 0) }

// monthSpan returns a calendar month.
func monthSpan(y int, m time.Month) span { return unitSpan(month, rapport.NewDay(y, m, 1), 0) }

// occurrence is one of the times at which a series comes round.
type occurrence struct {
	span
	// why says that this occurrence does not exist although people would
	// name it, such as 29 February 2027; span is where it would stand.
	why string
	// gap says that the series skips this turn, as "the 31st" does November.
	gap bool
	// base is the day an occurrence was counted from, or empty.
	base rapport.Day
}

func at(s span) occurrence                  { return occurrence{span: s} }
func missing(s span, why string) occurrence { return occurrence{span: s, why: why} }

// series is what an expression means before a direction is chosen: "friday"
// comes round every week, "15 nov" every year, "yesterday" only once.
type series struct {
	// unit is what one occurrence is.
	unit unit
	// cycle is how often it comes round; zero for a single occurrence.
	cycle unit
	// of returns the occurrence within one turn of the cycle.
	of func(turn span) occurrence
	// strict marks a bare weekday, which never means today when looking ahead.
	strict bool
}

// single is the series with one occurrence.
func single(u unit, s span) series {
	return series{unit: u, of: func(span) occurrence { return at(s) }}
}

func singleDay(d rapport.Day) series { return single(day, oneDay(d)) }

// impossible is the single occurrence that does not exist.
func impossible(u unit, why string) series {
	return series{unit: u, of: func(span) occurrence { return missing(span{}, why) }}
}

// every is the series of all weeks, months, or other units.
func every(u unit) series { return series{unit: u, cycle: u, of: at} }

// weekly is a bare weekday.
func weekly(w time.Weekday) series {
	s := every(week).then(day, func(s span) occurrence { return at(oneDay(weekdayIn(s.first, w))) })
	s.strict = true
	return s
}

// weekdayIn returns the day w of the ISO week that begins on monday.
func weekdayIn(monday rapport.Day, w time.Weekday) rapport.Day {
	return monday.Add((int(w) + 6) % 7)
}

// then makes a series of what f finds in each occurrence.
func (s series) then(u unit, f func(span) occurrence) series {
	return series{unit: u, cycle: s.cycle, of: func(turn span) occurrence {
		o := s.of(turn)
		if o.gap || o.why != "" {
			return o
		}
		return f(o.span)
	}}
}

// moved makes a series counted from s: its days are f of s's first days, and
// both have to lie in the direction of the context.
func (s series) moved(f func(rapport.Day) rapport.Day) series {
	m := s.then(day, func(o span) occurrence {
		return occurrence{span: oneDay(f(o.first)), base: o.first}
	})
	m.strict = s.strict
	return m
}

// within fixes a series by a period: "monday" by "next week", "15 nov" by
// "2026". It reports false where the one does not come round in the other.
func (s series) within(outer series) (series, bool) {
	if s.cycle == 0 || s.cycle != outer.unit {
		return series{}, false
	}
	return outer.then(s.unit, s.of), true
}

// ahead reports whether open expressions look ahead.
func (c Clock) ahead() bool { return c.Context != Log }

// pick returns the occurrence that the context means: looking ahead the first
// that is not over, looking back the last that has begun. accept, where not
// nil, replaces that test, for occurrences with a clock time.
func (s series) pick(c Clock, accept func(occurrence) bool) occurrence {
	if s.cycle == 0 {
		o := s.of(span{})
		if o.gap && o.why == "" {
			o.why = "there is no such day then"
		}
		return o
	}
	today := c.Today()
	if accept == nil {
		accept = func(o occurrence) bool { return s.fits(o, today, c.ahead()) }
	}
	// Six turns before and enough after to step over gaps are plenty; the
	// furthest is the fifth weekday of a month.
	const before, after = 6, 24
	for n := range before + after {
		k := n - before
		if !c.ahead() {
			k = -k
		}
		o := s.of(unitSpan(s.cycle, today, k))
		if !o.gap && accept(o) {
			return o
		}
	}
	return missing(span{}, "no such day is near")
}

// fits reports whether an occurrence lies in the direction of the context.
func (s series) fits(o occurrence, today rapport.Day, ahead bool) bool {
	from := o.first
	if o.base != "" {
		from = o.base
	}
	if !ahead {
		return o.first <= today && from <= today
	}
	if s.strict && from <= today {
		return false
	}
	return o.last >= today && (o.base == "" || o.base >= today)
}
