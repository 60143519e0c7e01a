package when

import (
	"fmt"
	"strings"
	"time"

	"rapport"
)

// edge reads the end, start or middle of a period: end of next month, eoq,
// year end, mid-december.
func (p *parser) edge(i int) (series, int, bool) {
	if s, next, ok := p.shortEnd(i); ok {
		return s, next, true
	}
	if s, next, ok := p.unitEnd(i); ok {
		return s, next, true
	}
	switch p.text(i) {
	case "midweek":
		return middleOf(every(week)), i + 1, true
	case "midmonth":
		return middleOf(every(month)), i + 1, true
	case "midyear":
		return middleOf(every(year)), i + 1, true
	}
	j := p.skip(i, "the", "very")
	var of func(series) series
	switch p.text(j) {
	case "end", "close":
		of = p.endOf
	case "start", "beginning", "begin":
		of = startOf
	case "mid", "middle":
		of = middleOf
	default:
		return series{}, i, false
	}
	j = p.skip(p.skip(j+1, "-"), "of", "in")
	var best reading
	for _, rule := range [...]rule{(*parser).period, (*parser).bareUnit, (*parser).days} {
		if s, next, ok := rule(p, j); ok && next > best.next {
			best = reading{s, next, true}
		}
	}
	if !best.ok {
		return series{}, i, false
	}
	return of(best.s), best.next, true
}

// shortEnd reads eow, eom, eoq and eoy, with the period they may end.
func (p *parser) shortEnd(i int) (series, int, bool) {
	var u unit
	switch p.text(i) {
	case "eow":
		u = week
	case "eom":
		u = month
	case "eoq":
		u = quarter
	case "eoy":
		u = year
	default:
		return series{}, i, false
	}
	if s, next, ok := p.period(p.skip(i+1, "of")); ok && s.unit == u {
		return p.endOf(s), next, true
	}
	return p.endOf(every(u)), i + 1, true
}

// unitEnd reads "year end", "month's end", "year-end".
func (p *parser) unitEnd(i int) (series, int, bool) {
	j := p.skip(i, "the")
	name := p.text(j)
	switch name {
	case "yearend", "monthend", "quarterend":
		u, _ := unitOf(strings.TrimSuffix(name, "end"))
		return p.endOf(every(u)), j + 1, true
	}
	s, j, ok := p.bareUnit(i)
	if !ok || s.unit == weekend {
		return series{}, i, false
	}
	j = p.skip(j, "-")
	switch {
	case p.word(j, "end"):
		return p.endOf(s), j + 1, true
	case p.word(j, "start"):
		return startOf(s), j + 1, true
	}
	return series{}, i, false
}

// endOf is the last day of a period; of a week the last working day.
func (p *parser) endOf(s series) series {
	return s.then(day, func(o span) occurrence {
		if s.unit == week {
			return at(oneDay(weekdayIn(o.first, weekEnd(p.c.Week))))
		}
		return at(oneDay(o.last))
	})
}

// startOf is the first day of a period.
func startOf(s series) series {
	return s.then(day, func(o span) occurrence { return at(oneDay(o.first)) })
}

// middleOf is the Wednesday of a week, the 15th of a month, and the middle of
// longer periods.
func middleOf(s series) series {
	return s.then(day, func(o span) occurrence {
		t := o.first.Time()
		switch s.unit {
		case week:
			return at(oneDay(o.first.Add(2)))
		case month:
			return at(oneDay(o.first.Add(14)))
		case quarter:
			return at(oneDay(rapport.NewDay(t.Year(), t.Month()+1, 15)))
		case half:
			return at(oneDay(rapport.NewDay(t.Year(), t.Month()+3, 1)))
		case year:
			return at(oneDay(rapport.NewDay(t.Year(), time.July, 1)))
		}
		return missing(o, "the middle of that is no one day")
	})
}

// nthOf reads a counted day of a period: first monday in december, last
// working day of the month, third week of january.
func (p *parser) nthOf(i int) (series, int, bool) {
	j := p.skip(i, "the", "very")
	j = p.skip(j, "very")
	n, next, ok := p.ordinal(j)
	if !ok {
		if !p.word(j, "last", "final") {
			return series{}, i, false
		}
		n, next = -1, j+1
	}
	pick, u, next, ok := p.counted(n, next)
	if !ok {
		return series{}, i, false
	}
	of := p.skip(next, "of", "in")
	outer, end, ok := p.period(of)
	if !ok && of > next {
		outer, end, ok = p.bareUnit(of)
	}
	if !ok || outer.unit == day {
		return series{}, i, false
	}
	gaps := outer.unit == outer.cycle
	return outer.then(u, func(o span) occurrence {
		s, ok := pick(o)
		if !ok {
			return occurrence{span: oneDay(o.last), gap: gaps, why: fmt.Sprintf("there is no such day in that %s", unitName(outer.unit))}
		}
		return at(s)
	}), end, true
}

// unitName returns the word for a unit in a reason.
func unitName(u unit) string {
	switch u {
	case week:
		return "week"
	case month:
		return "month"
	case quarter:
		return "quarter"
	case year:
		return "year"
	}
	return "stretch"
}

// counted reads what is counted and returns how to find the n-th of them in a
// period; n is -1 for the last.
func (p *parser) counted(n, i int) (pick func(span) (span, bool), u unit, next int, ok bool) {
	if w, ok := weekdayOf(p.text(i)); ok {
		return func(o span) (span, bool) { return nthWeekday(o, w, n) }, day, i + 1, true
	}
	if p.word(i, "day") {
		return func(o span) (span, bool) { return nthDay(o, n) }, day, i + 1, true
	}
	if next, ok := p.workdayWord(i); ok {
		return func(o span) (span, bool) {
			d, ok := p.c.lastWorkDay(o)
			if n > 0 {
				d, ok = p.c.workDay(o, n)
			}
			return oneDay(d), ok
		}, day, next, true
	}
	switch {
	case n < 0 && p.word(i, "of"):
		return func(o span) (span, bool) { return nthDay(o, n) }, day, i, true
	case p.word(i, "month", "quarter"):
		u, _ := unitOf(p.text(i))
		return func(o span) (span, bool) {
			if n < 0 {
				return unitSpan(u, o.last, 0), unitSpan(u, o.last, 0).first >= o.first
			}
			s := unitSpan(u, o.first, n-1)
			return s, n > 0 && s.last <= o.last
		}, u, i + 1, true
	case p.word(i, "week"):
		return func(o span) (span, bool) {
			// A week belongs to the month that holds its Thursday.
			t, ok := nthWeekday(o, time.Thursday, n)
			return unitSpan(week, t.first, 0), ok
		}, week, i + 1, true
	case p.word(i, "weekend"):
		return func(o span) (span, bool) {
			t, ok := nthWeekday(o, time.Saturday, n)
			return unitSpan(weekend, t.first, 0), ok
		}, weekend, i + 1, true
	case p.word(i, "half"):
		return func(o span) (span, bool) {
			isYear := unitSpan(year, o.first, 0) == o
			if n != 1 && n != 2 || !isYear && unitSpan(month, o.first, 0) != o {
				return span{}, false
			}
			if isYear {
				return unitSpan(half, o.first, n-1), true
			}
			if n == 1 {
				return span{o.first, o.first.Add(14)}, true
			}
			return span{o.first.Add(15), o.last}, true
		}, stretch, i + 1, true
	}
	return nil, 0, i, false
}

func nthDay(o span, n int) (span, bool) {
	if n < 0 {
		return oneDay(o.last), true
	}
	d := o.first.Add(n - 1)
	return oneDay(d), n > 0 && d <= o.last
}

// nthWeekday returns the n-th w within o, the last for a negative n.
func nthWeekday(o span, w time.Weekday, n int) (span, bool) {
	d := weekdayBefore(o.last.Add(1), w)
	if n > 0 {
		d = weekdayAfter(o.first.Add(-1), w).Add(7 * (n - 1))
	}
	return oneDay(d), n != 0 && n <= 53 && d >= o.first && d <= o.last
}
