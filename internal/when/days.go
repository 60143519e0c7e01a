package when

import (
	"fmt"
	"time"

	"rapport"
)

// rule reads one kind of day expression at a place.
type rule func(p *parser, i int) (series, int, bool)

// days reads the longest day or period expression at i.
func (p *parser) days(i int) (series, int, bool) {
	if i >= len(p.toks) {
		return series{}, i, false
	}
	if r := p.known[i]; r != nil {
		return r.s, r.next, r.ok
	}
	best := &reading{}
	p.known[i] = best
	rules := [...]rule{
		(*parser).named, (*parser).weekday, (*parser).monthDate, (*parser).numericDate, (*parser).ordinalDay,
		(*parser).nthOf, (*parser).edge, (*parser).period, (*parser).holiday, (*parser).relative, (*parser).anchored,
	}
	for _, rule := range rules {
		if s, next, ok := rule(p, i); ok && next > best.next {
			*best = reading{s, next, true}
		}
	}
	if best.ok {
		best.s, best.next = p.qualified(best.s, best.next)
		p.reached(best.next)
	}
	return best.s, best.next, best.ok
}

// qualified reads what narrows a day or period from behind: "monday" by "next
// week", "15 nov" by "next year", "friday" by "week".
func (p *parser) qualified(s series, i int) (series, int) {
	for {
		t, next, ok := p.qualifier(s, i)
		if !ok {
			return s, i
		}
		s, i = t, next
	}
}

func (p *parser) qualifier(s series, i int) (series, int, bool) {
	if (s.strict || p.word(i-1, "today", "tomorrow")) && p.word(i, "week", "fortnight") && !p.hour(i+1) {
		n := 7
		if p.word(i, "fortnight") {
			n = 14
		}
		return s.moved(func(d rapport.Day) rapport.Day { return d.Add(n) }), i + 1, true
	}
	if s.strict && p.word(i, "in") {
		// "monday in two weeks"
		if l, next, ok := p.length(i + 1); ok && l.weeks > 0 && l.onlyWeeks() {
			outer := single(week, unitSpan(week, p.c.Today(), l.weeks))
			if t, ok := s.within(outer); ok {
				return t, next, true
			}
		}
	}
	if s.strict {
		// "monday two weeks ago"
		if l, next, ok := p.length(i); ok && l.onlyWeeks() && p.word(next, "ago", "back") {
			outer := single(week, unitSpan(week, p.c.Today(), -l.weeks))
			if t, ok := s.within(outer); ok {
				return t, next + 1, true
			}
		}
	}
	if j := p.skip(i, "-"); s.unit > day && p.word(j, "end") {
		return p.endOf(s), j + 1, true
	}
	if s.cycle == week || s.cycle == month || s.cycle == year {
		j := p.skip(i, "of", "in", "/", "-")
		if outer, next, ok := p.period(j); ok {
			if t, ok := s.within(outer); ok {
				return t, next, true
			}
		}
		y, next, ok := p.year(j)
		if s.unit != day && p.word(i, "/") && p.glued(i) && p.glued(i+1) && p.toks[i+1].digits(2) {
			y, next, ok = fullYear(p.toks[i+1].int()), i+2, true
		}
		if ok {
			if t, ok := s.within(single(year, yearSpan(y))); ok {
				return t, next, true
			}
		}
	}
	if s.unit == week || s.unit == month || s.unit == year {
		j := p.skip(i, "on", "in", "-")
		if inner, next, ok := p.inner(j); ok {
			if t, ok := inner.within(s); ok {
				return t, next, true
			}
		}
	}
	return series{}, i, false
}

// inner reads the day that stands behind its period, as in "next week monday".
func (p *parser) inner(i int) (series, int, bool) {
	if w, ok := weekdayOf(p.text(i)); ok {
		return weekly(w), i + 1, true
	}
	if s, next, ok := p.monthDate(i); ok {
		return s, next, true
	}
	if s, next, ok := p.ordinalDay(i); ok {
		return s, next, true
	}
	return p.monthName(i)
}

// year reads a year of four digits, or of two behind an apostrophe.
func (p *parser) year(i int) (y, next int, ok bool) {
	if i < len(p.toks) && isYear(p.toks[i]) && !p.timeColon(i+1) {
		return p.toks[i].int(), i + 1, true
	}
	if p.word(i, "'") && p.glued(i+1) && p.toks[i+1].digits(2) {
		return fullYear(p.toks[i+1].int()), i + 2, true
	}
	return 0, i, false
}

// timeColon reports whether a glued colon stands at i.
func (p *parser) timeColon(i int) bool { return p.word(i, ":") && p.glued(i) }

// isYear reports whether a number reads as a year rather than a clock time.
func isYear(t token) bool {
	return t.digits(4) && t.int() >= firstYear && t.int() <= lastYear
}

// fullYear completes a year of two digits.
func fullYear(y int) int {
	if y >= 70 {
		return 1900 + y
	}
	return 2000 + y
}

// named reads today and its neighbours.
func (p *parser) named(i int) (series, int, bool) {
	today := p.c.Today()
	switch p.text(i) {
	case "today", "tdy":
		return singleDay(today), i + 1, true
	case "tomorrow", "tmrw", "tmr", "tmw", "tom":
		return singleDay(today.Add(1)), i + 1, true
	case "yesterday", "yday", "yest":
		return singleDay(today.Add(-1)), i + 1, true
	case "overmorrow":
		return singleDay(today.Add(2)), i + 1, true
	}
	if p.word(i, "earlier", "later") && p.word(i+1, "today") {
		return singleDay(today), i + 2, true
	}
	j := p.skip(i, "the")
	if next, ok := p.words(j, "day", "after", "tomorrow"); ok {
		return singleDay(today.Add(2)), next, true
	}
	if next, ok := p.words(j, "day", "before", "yesterday"); ok {
		return singleDay(today.Add(-2)), next, true
	}
	return p.toDate(i)
}

// toDate reads "year to date" and its like.
func (p *parser) toDate(i int) (series, int, bool) {
	today := p.c.Today()
	switch p.text(i) {
	case "ytd":
		return single(stretch, span{unitSpan(year, today, 0).first, today}), i + 1, true
	case "mtd":
		return single(stretch, span{unitSpan(month, today, 0).first, today}), i + 1, true
	}
	if u, ok := unitOf(p.text(i)); ok && u >= week {
		if next, ok := p.words(i+1, "to", "date"); ok {
			return single(stretch, span{unitSpan(u, today, 0).first, today}), next, true
		}
	}
	return series{}, i, false
}

// direction is a word such as next or last before a weekday or unit.
type direction int8

const (
	noDirection direction = iota
	toThis
	toNext
	toLast
	toComing
)

// direction reads this, next, last or coming.
func (p *parser) direction(i int) (direction, int) {
	i = p.skip(i, "the")
	switch p.text(i) {
	case "this", "current":
		if d, next := p.direction(i + 1); d == toComing || p.word(i+1, "past") {
			return d, next
		}
		return toThis, i + 1
	case "next":
		return toNext, i + 1
	case "last", "past", "previous", "prev":
		return toLast, i + 1
	case "coming", "upcoming":
		return toComing, i + 1
	}
	return noDirection, i
}

// weekday reads a weekday, with the word before it and the date behind it that
// tells the same day.
func (p *parser) weekday(i int) (series, int, bool) {
	today := p.c.Today()
	dir, j := p.direction(i)
	if dir == noDirection {
		if n, next, ok := p.count(j); ok {
			return p.weekdaysAgo(n, next)
		}
	}
	w, ok := weekdayOf(p.text(j))
	if !ok {
		return series{}, i, false
	}
	j++
	thisWeek := weekdayIn(today.Monday(), w)
	switch dir {
	case toThis:
		if p.c.ahead() && thisWeek < today {
			return singleDay(thisWeek.Add(7)), j, true
		}
		return singleDay(thisWeek), j, true
	case toNext:
		return singleDay(thisWeek.Add(7)), j, true
	case toLast:
		return singleDay(weekdayBefore(today, w)), j, true
	case toComing:
		return singleDay(weekdayAfter(today, w)), j, true
	}
	if next, ok := p.words(j, "after", "next"); ok {
		return singleDay(thisWeek.Add(14)), next, true
	}
	if next, ok := p.words(j, "before", "last"); ok {
		return singleDay(weekdayBefore(weekdayBefore(today, w), w)), next, true
	}
	if s, next, ok := p.dateBehind(j, w); ok {
		return s, next, true
	}
	return weekly(w), j, true
}

// dateBehind reads the date that tells the same day as the weekday before it.
func (p *parser) dateBehind(i int, w time.Weekday) (series, int, bool) {
	for _, rule := range [...]rule{(*parser).monthDate, (*parser).numericDate, (*parser).ordinalDay} {
		s, next, ok := rule(p, i)
		if !ok || s.unit != day || p.looksLikeTime(i, next) {
			continue
		}
		if s.cycle == month || s.cycle == year {
			s, next = p.qualified(s, next)
		}
		return p.onlyOn(w, s), next, true
	}
	if n, ok := p.num(i); ok && n >= 1 && n <= 31 && i+1 == len(p.toks) {
		return p.onlyOn(w, monthly(n)), i + 1, true
	}
	return series{}, i, false
}

// weekdaysAgo reads "mondays ago" behind a number.
func (p *parser) weekdaysAgo(n, i int) (series, int, bool) {
	w, ok := weekdaysOf(p.text(i))
	if !ok {
		if w, ok = weekdayOf(p.text(i)); !ok || n != 1 {
			return series{}, i, false
		}
	}
	today := p.c.Today()
	if p.word(i+1, "ago", "back") {
		return singleDay(weekdayBefore(today, w).Add(-7 * (n - 1))), i + 2, true
	}
	if next, ok := p.words(i+1, "from", "now"); ok {
		return singleDay(weekdayAfter(today, w).Add(7 * (n - 1))), next, true
	}
	return series{}, i, false
}

// weekdayBefore returns the last w strictly before d.
func weekdayBefore(d rapport.Day, w time.Weekday) rapport.Day {
	return d.Add(-(int(d.Weekday()-w+6)%7 + 1))
}

// weekdayAfter returns the first w strictly after d.
func weekdayAfter(d rapport.Day, w time.Weekday) rapport.Day {
	return d.Add(int(w-d.Weekday()+6)%7 + 1)
}

// dateIn returns a day of a month, or why there is none.
func dateIn(y int, m time.Month, n int) occurrence {
	s := monthSpan(y, m)
	length := s.last.Time().Day()
	switch {
	case n < 1:
		return missing(oneDay(s.first), noDayZero)
	case n <= length:
		return at(oneDay(rapport.NewDay(y, m, n)))
	case m == time.February && n == 29:
		return missing(oneDay(s.last), fmt.Sprintf("%d is no leap year: February has 28 days then", y))
	}
	return missing(oneDay(s.last), fmt.Sprintf("%s has only %d days", m, length))
}

// noDayZero is the reason against the day before the first.
const noDayZero = "there is no day 0"

// yearly is a day of every year.
func yearly(m time.Month, n int) series {
	if n < 1 {
		return impossible(day, noDayZero)
	}
	if longest := [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[m-1]; n > longest {
		return impossible(day, fmt.Sprintf("%s has only %d days", m, longest))
	}
	return every(year).then(day, func(y span) occurrence { return dateIn(y.first.Time().Year(), m, n) })
}

// monthly is a day of every month that has it.
func monthly(n int) series {
	if n < 1 || n > 31 {
		return impossible(day, fmt.Sprintf("no month has a day %d", n))
	}
	return every(month).then(day, func(m span) occurrence {
		o := dayOf(m, n)
		o.gap = o.why != ""
		return o
	})
}

// dayOf returns the n-th day of the month that begins m.
func dayOf(m span, n int) occurrence {
	t := m.first.Time()
	return dateIn(t.Year(), t.Month(), n)
}
