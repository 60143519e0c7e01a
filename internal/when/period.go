package when

import (
	"fmt"
	"time"

	"rapport"
)

// period reads a stretch of the calendar: next week, october 2026, Q3, H1,
// 2026-W47, the weekend, last 3 days, 2027.
func (p *parser) period(i int) (series, int, bool) {
	for _, rule := range [...]rule{
		(*parser).weekOf, (*parser).unitPeriod, (*parser).rolling, (*parser).monthName,
		(*parser).weekNumber, (*parser).quarterOrHalf, (*parser).isoPeriod, (*parser).wholeYear,
	} {
		if s, next, ok := rule(p, i); ok {
			return s, next, true
		}
	}
	return series{}, i, false
}

// bareUnit reads "month" or "the month" where it cannot be anything but the
// current one, as behind "end of".
func (p *parser) bareUnit(i int) (series, int, bool) {
	i = p.skip(i, "the")
	if next, ok := p.words(i, "half", "-", "year"); ok {
		return every(half), next, true
	}
	if next, ok := p.words(i, "half", "year"); ok {
		return every(half), next, true
	}
	if next, ok := p.words(i, "working", "week"); ok {
		return every(week), next, true
	}
	if next, ok := p.words(i, "calendar", "year"); ok {
		return every(year), next, true
	}
	if u, ok := unitOf(p.text(i)); ok && u >= week && u <= year && u != fortnight && (len(p.text(i)) > 2 || p.word(i, "wk", "yr")) {
		return every(u), i + 1, true
	}
	return series{}, i, false
}

// unitPeriod reads this week, next month, last quarter, the year, the week
// after next.
func (p *parser) unitPeriod(i int) (series, int, bool) {
	today := p.c.Today()
	dir, j := p.direction(i)
	if dir == noDirection {
		s, next, ok := p.bareUnit(i)
		if !ok {
			return series{}, i, false
		}
		u := s.unit
		if j, ok := p.words(next, "after", "next"); ok {
			return single(u, unitSpan(u, today, 2)), j, true
		}
		if j, ok := p.words(next, "before", "last"); ok {
			return single(u, unitSpan(u, today, -2)), j, true
		}
		if !p.word(i, "the") && u != weekend {
			return series{}, i, false
		}
		return s, next, true
	}
	if u, ok := unitOf(p.text(j)); ok && u == day {
		return p.nearDay(dir, i, j)
	}
	s, next, ok := p.bareUnit(j)
	if !ok || p.word(j, "the") || p.word(i, "past") || p.word(i+1, "past") {
		return series{}, i, false
	}
	k := 0
	switch dir {
	case toNext:
		k = 1
	case toLast:
		k = -1
	case toComing:
		if s.unit != weekend {
			k = 1
		}
	}
	return single(s.unit, unitSpan(s.unit, today, k)), next, true
}

// nearDay reads "next day", which is no more than tomorrow.
func (p *parser) nearDay(dir direction, i, j int) (series, int, bool) {
	if dir != toNext || p.word(j, "days") || p.word(j+1, "of", "in") {
		return series{}, i, false
	}
	return singleDay(p.c.Today().Add(1)), j + 1, true
}

// rolling reads the last or next so many units, counted from today: "last 7
// days" ends today, "next 7 days" begins tomorrow.
func (p *parser) rolling(i int) (series, int, bool) {
	i = p.skip(i, "the")
	past := p.word(i, "last", "past", "previous")
	if !past && !p.word(i, "next", "coming") {
		return series{}, i, false
	}
	l, next, ok := p.length(i + 1)
	if u, isUnit := unitOf(p.text(i + 1)); !ok && isUnit && (p.word(i, "past") || u == fortnight) {
		// "the past week" is the past one week.
		ok = true
		l, next = lengthOf(1, u), i+2
	}
	if !ok || l.clock != 0 || l.workdays != 0 || l == (length{}) {
		return series{}, i, false
	}
	today := p.c.Today()
	if past {
		return single(stretch, span{l.shift(today, -1, p.c).Add(1), today}), next, true
	}
	return single(stretch, span{today.Add(1), l.shift(today, 1, p.c)}), next, true
}

// monthName reads a month, with next, last or this before it.
func (p *parser) monthName(i int) (series, int, bool) {
	if next, ok := p.words(p.skip(i, "the"), "month", "of"); ok {
		i = next
	}
	dir, j := p.direction(i)
	m, ok := monthOf(p.text(j))
	if !ok {
		return series{}, i, false
	}
	s := every(year).then(month, func(y span) occurrence { return at(monthSpan(y.first.Time().Year(), m)) })
	return p.directed(dir, s, m.String()), j + 1, true
}

// directed chooses the year of a month or quarter with this, next or last
// before it. "Next december", said in november, could be in either year.
func (p *parser) directed(dir direction, s series, name string) series {
	today := p.c.Today()
	y := p.c.Now.Year()
	mine := s.of(yearSpan(y))
	if mine.why != "" {
		return s
	}
	switch dir {
	case toThis:
		return p.inYear(s, y)
	case toNext:
		if mine.first > today {
			return impossible(s.unit, fmt.Sprintf("“next %s” could be in %d or %d: name the year", name, y, y+1))
		}
		return p.inYear(s, y+1)
	case toLast:
		if mine.last >= today {
			return p.inYear(s, y-1)
		}
		return p.inYear(s, y)
	case toComing:
		if mine.first <= today {
			return p.inYear(s, y+1)
		}
		return p.inYear(s, y)
	}
	return s
}

// weekNumber reads an ISO week without its year: week 47, KW 47, w47.
func (p *parser) weekNumber(i int) (series, int, bool) {
	j := p.skip(i, "calendar", "iso")
	if !p.word(j, "week", "wk", "w", "kw", "cw") {
		return series{}, i, false
	}
	j = p.skip(j+1, "no", "number", "nr", "#")
	j = p.skip(j, ".")
	n, ok := p.num(j)
	if !ok || len(p.toks[j].text) > 2 || p.timeColon(j+1) {
		return series{}, i, false
	}
	return weekOfYear(n), j + 1, true
}

func weekOfYear(n int) series {
	if n < 1 || n > 53 {
		return impossible(week, fmt.Sprintf("there is no week %d", n))
	}
	return every(year).then(week, func(y span) occurrence { return isoWeek(y.first.Time().Year(), n) })
}

// isoWeek returns week n of an ISO year; the first is the one that holds the
// fourth of January.
func isoWeek(y, n int) occurrence {
	first := rapport.NewDay(y, time.January, 4).Monday()
	s := span{first.Add(7 * (n - 1)), first.Add(7*(n-1) + 6)}
	if _, last := rapport.NewDay(y, time.December, 28).Time().ISOWeek(); n < 1 || n > last {
		return missing(unitSpan(week, rapport.NewDay(y, time.December, 28), 0), fmt.Sprintf("%d has only %d weeks", y, last))
	}
	return at(s)
}

// isoPeriod reads a period by its number and year: 2026-W47, 2026-W47-3,
// 2026-11, 2026-Q3, 2026-H1; and 11/2026.
func (p *parser) isoPeriod(i int) (series, int, bool) {
	if m, ok := p.num(i); ok && m >= 1 && m <= 12 && p.word(i+1, "/") && p.glued(i+1) && p.glued(i+2) && isYear(p.toks[i+2]) {
		return single(month, monthSpan(p.toks[i+2].int(), time.Month(m))), i + 3, true
	}
	if i >= len(p.toks) || !isYear(p.toks[i]) {
		return series{}, i, false
	}
	y := p.toks[i].int()
	j := p.skip(i+1, "-", "/")
	switch {
	case p.word(j, "w", "kw") && p.hour(j+1) && p.glued(j+1):
		t := p.toks[j+1]
		if t.digits(3) {
			return isoWeekday(y, t.int()/10, t.int()%10), j + 2, true
		}
		if p.word(j+2, "-") && p.glued(j+2) && p.glued(j+3) && p.toks[j+3].digits(1) {
			return isoWeekday(y, t.int(), p.toks[j+3].int()), j + 4, true
		}
		o := isoWeek(y, t.int())
		if t.int() == 0 {
			o.why = "there is no week 0"
		}
		return series{unit: week, of: func(span) occurrence { return o }}, j + 2, true
	case j > i+1 && j < len(p.toks) && p.toks[j].digits(2) && p.glued(j):
		m := p.toks[j].int()
		if m < 1 || m > 12 {
			return impossible(month, fmt.Sprintf("there is no month %d", m)), j + 1, true
		}
		return single(month, monthSpan(y, time.Month(m))), j + 1, true
	}
	if s, next, ok := p.quarterOrHalf(j); ok && s.cycle == year {
		return p.inYear(s, y), next, true
	}
	return series{}, i, false
}

func isoWeekday(y, n, d int) series {
	o := isoWeek(y, n)
	if o.why == "" && (d < 1 || d > 7) {
		o = missing(o.span, fmt.Sprintf("a week has no day %d", d))
	}
	if o.why == "" {
		o = at(oneDay(o.first.Add(d - 1)))
	}
	return series{unit: day, of: func(span) occurrence { return o }}
}

// quarterOrHalf reads Q3, third quarter, H1, first half of the year.
func (p *parser) quarterOrHalf(i int) (series, int, bool) {
	dir, j := p.direction(i)
	if n, ok := p.num(j + 1); ok && p.word(j, "q", "h") && len(p.toks[j+1].text) == 1 {
		s := partOfYear(half, n)
		if p.word(j, "q") {
			s = partOfYear(quarter, n)
		}
		return p.directed(dir, s, fmt.Sprintf("%s%d", p.toks[j].text, n)), j + 2, true
	}
	if dir != noDirection {
		return series{}, i, false
	}
	n, next, ok := p.ordinal(j)
	if !ok {
		return series{}, i, false
	}
	switch {
	case p.word(next, "quarter"):
		return partOfYear(quarter, n), next + 1, true
	case p.word(next, "half", "semester"):
		if k, ok := p.words(next+1, "-", "year"); ok {
			return partOfYear(half, n), k, true
		}
		if _, _, ok := p.year(p.skip(next+1, "of")); ok {
			return partOfYear(half, n), next + 1, true
		}
		if k, ok := p.words(next+1, "of"); ok {
			if s, _, ok := p.unitPeriod(k); ok && s.unit == year {
				return partOfYear(half, n), next + 1, true
			}
		}
	}
	return series{}, i, false
}

func partOfYear(u unit, n int) series {
	name, count, months := "Q", 4, 3
	if u == half {
		name, count, months = "H", 2, 6
	}
	if n < 1 || n > count {
		return impossible(u, fmt.Sprintf("there is no %s%d", name, n))
	}
	return every(year).then(u, func(y span) occurrence {
		return at(unitSpan(u, rapport.NewDay(y.first.Time().Year(), time.Month(1+(n-1)*months), 1), 0))
	})
}

// wholeYear reads a year on its own.
func (p *parser) wholeYear(i int) (series, int, bool) {
	i = p.skip(i, "year")
	y, next, ok := p.year(i)
	if !ok || p.word(i, "'") {
		return series{}, i, false
	}
	return single(year, yearSpan(y)), next, true
}

// weekOf reads the week that holds a day: the week of 23 nov, w/c 23 nov; and
// the weekend of its week.
func (p *parser) weekOf(i int) (series, int, bool) {
	j := p.skip(i, "the")
	if next, ok := p.words(j, "weekend", "of"); ok {
		s, next, ok := p.days(p.skip(next, "the"))
		if !ok || s.unit != day {
			return series{}, i, false
		}
		return s.then(weekend, func(o span) occurrence { return at(unitSpan(weekend, o.first, 0)) }), next, true
	}
	next, ok := p.words(j, "w", "/", "c")
	if !ok {
		next, ok = p.words(j, "w", "/", "e")
	}
	if p.word(j, "wc") {
		next, ok = j+1, true
	}
	if !ok && p.word(j, "week") && p.word(j+1, "of", "commencing", "beginning", "starting", "ending") {
		next, ok = j+2, true
	}
	if !ok {
		return series{}, i, false
	}
	s, next, ok := p.days(next)
	if !ok || s.unit != day {
		return series{}, i, false
	}
	return weekHolding(s), next, true
}

// weekHolding is the week in which the day of s lies.
func weekHolding(s series) series {
	return s.then(week, func(o span) occurrence { return at(unitSpan(week, o.first, 0)) })
}
