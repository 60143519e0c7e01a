package when

import (
	"time"

	"rapport"
)

// length is a stretch of time as people count it. Months and days are counted
// on the calendar, clock is elapsed time.
type length struct {
	months, weeks, days, workdays int
	clock                         time.Duration
}

// mostCounted is the highest count that is still taken for a date.
const mostCounted = 40000

func lengthOf(n int, u unit) length {
	switch u {
	case day:
		return length{days: n}
	case workday:
		return length{workdays: n}
	case week:
		return length{weeks: n}
	case fortnight:
		return length{weeks: 2 * n}
	case month:
		return length{months: n}
	case quarter:
		return length{months: 3 * n}
	case half:
		return length{months: 6 * n}
	case year:
		return length{months: 12 * n}
	case hour:
		return length{clock: time.Duration(n) * time.Hour}
	case minute:
		return length{clock: time.Duration(n) * time.Minute}
	case second:
		return length{clock: time.Duration(n) * time.Second}
	}
	return length{}
}

func (l length) plus(m length) length {
	return length{l.months + m.months, l.weeks + m.weeks, l.days + m.days, l.workdays + m.workdays, l.clock + m.clock}
}

// onlyWeeks reports whether the length is counted in weeks alone.
func (l length) onlyWeeks() bool { return l == length{weeks: l.weeks} }

// shift counts the calendar part of the length from d, backwards for a
// negative sign. A month later than the 31st is the last day of the month.
func (l length) shift(d rapport.Day, sign int, c Clock) rapport.Day {
	if l.months != 0 {
		t := d.Time()
		m := monthSpan(t.Year(), t.Month()+time.Month(sign*l.months))
		d = m.first.Add(t.Day() - 1)
		if d > m.last {
			d = m.last
		}
	}
	d = d.Add(sign * (7*l.weeks + l.days))
	if l.workdays != 0 {
		d = AddWorkDays(d, sign*l.workdays, c)
	}
	return d
}

// length reads one or more amounts: 3 days, 2w, an hour and a half, half a
// year, 1h30m, 2 weeks and 3 days.
func (p *parser) length(i int) (length, int, bool) {
	l, next, ok := p.amount(i)
	if !ok {
		return length{}, i, false
	}
	for {
		j := p.skip(next, "and", "&")
		if m, end, ok := p.amount(j); ok && (j > next || p.hour(j)) {
			l, next = l.plus(m), end
			continue
		}
		// "1h30"
		if p.word(next-1, "h") && p.glued(next) && next < len(p.toks) && p.toks[next].digits(2) {
			return l.plus(lengthOf(p.toks[next].int(), minute)), next + 1, true
		}
		return l, next, true
	}
}

// amount reads a count with its unit.
func (p *parser) amount(i int) (length, int, bool) {
	if l, next, ok := p.fraction(i); ok {
		return l, next, true
	}
	n, j, ok := p.count(i)
	if !ok || n > mostCounted {
		return length{}, i, false
	}
	if p.word(j, "further", "more", "full", "whole", "calendar") {
		j++
	}
	if next, ok := p.workdayWord(j); ok {
		return lengthOf(n, workday), next, true
	}
	if next, ok := p.words(j, "half", "-", "years"); ok {
		return lengthOf(n, half), next, true
	}
	u, ok := unitOf(p.text(j))
	if !ok || u == weekend {
		return length{}, i, false
	}
	next := j + 1
	if k, ok := p.words(next, "and", "a", "half"); ok {
		switch u {
		case hour:
			return lengthOf(n*60+30, minute), k, true
		case year:
			return lengthOf(n*12+6, month), k, true
		case day, week, month, quarter, fortnight:
			return length{}, i, false
		}
	}
	return lengthOf(n, u), next, true
}

// fraction reads half an hour, 1.5 hours, an hour's quarter, half a year.
func (p *parser) fraction(i int) (length, int, bool) {
	if p.hour(i) && p.word(i+1, ".", ",") && p.glued(i+1) && p.hour(i+2) && p.glued(i+2) {
		u, ok := unitOf(p.text(i + 3))
		tenths := p.toks[i+2]
		if !ok || u != hour && u != minute || len(tenths.text) > 2 || len(p.toks[i].text) > 4 {
			return length{}, i, false
		}
		whole := lengthOf(p.toks[i].int(), u).clock
		part := lengthOf(tenths.int(), u).clock / 10
		if len(tenths.text) == 2 {
			part /= 10
		}
		return length{clock: whole + part}, i + 4, true
	}
	if p.hour(i) || p.text(i) != "" {
		// "one and a half hours"
		if n, j, ok := p.count(i); ok && n < 100 {
			if k, ok := p.words(j, "and", "a", "half"); ok && p.word(k, "hours", "hrs") {
				return lengthOf(n*60+30, minute), k + 1, true
			}
		}
	}
	j := p.skip(i, "a")
	switch {
	case p.word(j, "half"):
		j = p.skip(j+1, "a", "an", "-")
		switch {
		case p.word(j, "hour"):
			return lengthOf(30, minute), j + 1, true
		case p.word(j, "year"):
			return lengthOf(6, month), j + 1, true
		}
	case p.word(j, "three", "3") && p.word(j+1, "quarters"):
		if next, ok := p.words(j+2, "of", "an", "hour"); ok {
			return lengthOf(45, minute), next, true
		}
	case p.word(j, "quarter"):
		j = p.skip(p.skip(j+1, "of"), "an")
		if p.word(j, "hour") {
			return lengthOf(15, minute), j + 1, true
		}
	}
	return length{}, i, false
}

// workdayWord reads "working days" in its many forms.
func (p *parser) workdayWord(i int) (int, bool) {
	if p.word(i, "business", "working", "work") {
		j := p.skip(i+1, "-")
		return j + 1, p.word(j, "day", "days")
	}
	return i + 1, p.word(i, "workday", "workdays", "weekdays", "bd")
}

// offset is a length with its direction in time.
type offset struct {
	length
	sign int
}

// offset reads a length counted from now: in 3 days, 2 weeks ago, -3d, 2w.
func (p *parser) offset(i int) (offset, int, bool) {
	if p.word(i, "+", "-") {
		l, next, ok := p.length(i + 1)
		sign := 1
		if p.word(i, "-") {
			sign = -1
		}
		return offset{l, sign}, next, ok
	}
	j := i
	in := p.word(i, "in", "within")
	if in {
		j = p.skip(i+1, "the")
		j = p.skip(j, "next", "about")
	} else if p.word(i, "after") {
		in, j = true, i+1
	}
	if p.word(j-1, "about") {
		return offset{}, i, false
	}
	l, next, ok := p.length(j)
	if !ok {
		return offset{}, i, false
	}
	if in {
		return offset{l, 1}, p.skip(next, "time"), true
	}
	if p.word(next, "ago", "back", "earlier") {
		return offset{l, -1}, next + 1, true
	}
	if p.word(next, "hence", "out", "later") {
		return offset{l, 1}, next + 1, true
	}
	if end, ok := p.words(next, "from", "now"); ok {
		return offset{l, 1}, end, true
	}
	if p.c.ahead() {
		return offset{l, 1}, next, true
	}
	return offset{l, -1}, next, true
}

// relative reads a day counted from today.
func (p *parser) relative(i int) (series, int, bool) {
	if s, next, ok := p.nearWorkday(i); ok {
		return s, next, true
	}
	o, next, ok := p.offset(i)
	if !ok || o.clock != 0 {
		return series{}, i, false
	}
	d := o.shift(p.c.Today(), o.sign, p.c)
	if d == "" {
		return impossible(day, "there are no such working days"), next, true
	}
	if w, ok := weekdayOf(p.text(p.skip(next, "on"))); ok && o.onlyWeeks() &&
		(p.word(i, "in") || p.word(next-1, "ago", "back")) {
		// "two weeks ago on tuesday" is the tuesday of that week.
		return singleDay(weekdayIn(d.Monday(), w)), p.skip(next, "on") + 1, true
	}
	return singleDay(d), next, true
}

// nearWorkday reads the next or last working day.
func (p *parser) nearWorkday(i int) (series, int, bool) {
	dir, j := p.direction(i)
	next, ok := p.workdayWord(j)
	if !ok || dir != toNext && dir != toLast || p.word(next-1, "days", "workdays", "weekdays") {
		return series{}, i, false
	}
	n := 1
	if dir == toLast {
		n = -1
	}
	d := AddWorkDays(p.c.Today(), n, p.c)
	if d == "" {
		return impossible(day, "there are no such working days"), next, true
	}
	return singleDay(d), next, true
}

// elapsed reads an instant counted from now, up to the end: in 90 minutes, two
// hours ago, now. Hours are elapsed time whatever the clocks on the wall do.
func (p *parser) elapsed(i int) (Answer, bool) {
	end := len(p.toks)
	if j := p.skip(i, "right", "just"); p.word(j, "now") && j+1 == end {
		return p.instantAnswer(p.c.Now), true
	}
	if n, ok := p.num(i); ok && (n >= 8 && n < 24 && p.word(i+1, "h") && p.glued(i+1) || p.toks[i].digits(4)) {
		// "17h", "17h30" and "1730h" are times of day; "2h" is a length.
		return Answer{}, false
	}
	o, next, ok := p.sameTimeIn(i)
	if !ok {
		o, next, ok = p.offset(i)
		ok = ok && o.clock != 0 && o.workdays == 0
	}
	if !ok || next != end {
		return Answer{}, false
	}
	t := p.c.Now
	if o.length != (length{clock: o.clock}) {
		d := o.shift(rapport.DayOf(t), o.sign, p.c)
		if t, ok = p.wall(civil{d, t.Hour(), t.Minute(), t.Second()}, t.Location()); !ok {
			return Answer{}, false
		}
	}
	return p.instantAnswer(t.Add(time.Duration(o.sign) * o.clock)), true
}

// sameTimeIn reads "this time next week" as a week on the wall clock.
func (p *parser) sameTimeIn(i int) (offset, int, bool) {
	j, ok := p.sameTime(i)
	if !ok {
		return offset{}, i, false
	}
	dir, j := p.direction(j)
	u, ok := unitOf(p.text(j))
	if !ok || u < week || u > year || u == weekend || dir != toNext && dir != toLast {
		return offset{}, i, false
	}
	sign := 1
	if dir == toLast {
		sign = -1
	}
	return offset{lengthOf(1, u), sign}, j + 1, true
}

// instantAnswer answers with an instant, in the user's zone.
func (p *parser) instantAnswer(t time.Time) Answer {
	t = t.In(p.c.Now.Location()).Truncate(time.Second)
	return Answer{Kind: DateTime, Day: rapport.DayOf(t), Time: t}
}

// anchored reads a day counted from another: 3 days before christmas, a week
// on friday, the day after the 15th, the friday before easter.
func (p *parser) anchored(i int) (series, int, bool) {
	if s, next, ok := p.weekdayBeside(i); ok {
		return s, next, true
	}
	if s, next, ok := p.weekBeside(i); ok {
		return s, next, true
	}
	j := p.skip(i, "the")
	l, next, ok := p.length(j)
	if !ok {
		// "the day after christmas"
		if next, ok = p.workdayWord(p.skip(j, "next", "first", "last")); ok {
			l = lengthOf(1, workday)
		} else if u, isUnit := unitOf(p.text(j)); isUnit && u == day && len(p.text(j)) > 2 {
			l, next = lengthOf(1, day), j+1
		} else {
			return series{}, i, false
		}
		if !p.word(next, "after", "before", "following") {
			return series{}, i, false
		}
	} else if l.clock != 0 {
		return series{}, i, false
	}
	sign, at := 1, next+1
	onlyWeeks := l.onlyWeeks()
	switch {
	case p.word(next, "after", "from", "following"):
	case p.word(next, "before"), p.word(next, "prior") && p.word(next+1, "to"):
		sign = -1
		at = p.skip(at, "to")
	case p.word(next, "on") && onlyWeeks:
	case onlyWeeks && p.word(next, "ago") && p.word(at, "today", "yesterday"):
		sign = -1
	case onlyWeeks && p.word(next, "yesterday"):
		sign, at = -1, next
	case onlyWeeks && p.word(next, "today", "tomorrow"), onlyWeeks && p.plainWeekday(next):
		at = next
	default:
		return series{}, i, false
	}
	s, end, ok := p.days(at)
	if !ok || s.unit != day {
		return series{}, i, false
	}
	return s.moved(func(d rapport.Day) rapport.Day { return l.shift(d, sign, p.c) }), end, true
}

// weekBeside reads the week next to the one of a day: the week after easter.
func (p *parser) weekBeside(i int) (series, int, bool) {
	j := p.skip(i, "the")
	if !p.word(j, "week") || !p.word(j+1, "after", "before", "following") {
		return series{}, i, false
	}
	s, next, ok := p.days(j + 2)
	if !ok || s.unit != day {
		return series{}, i, false
	}
	k := 1
	if p.word(j+1, "before") {
		k = -1
	}
	return s.then(week, func(o span) occurrence { return at(unitSpan(week, o.first, k)) }), next, true
}

// plainWeekday reports whether the name of a weekday stands at i.
func (p *parser) plainWeekday(i int) bool {
	_, ok := weekdayOf(p.text(i))
	return ok
}

// weekdayBeside reads the weekday next to another day: the friday before
// christmas, monday after easter.
func (p *parser) weekdayBeside(i int) (series, int, bool) {
	j := p.skip(p.skip(i, "the"), "first")
	w, ok := weekdayOf(p.text(j))
	if !ok || !p.word(j+1, "after", "before", "following") {
		return series{}, i, false
	}
	s, next, ok := p.days(j + 2)
	if !ok || s.unit != day {
		return series{}, i, false
	}
	if p.word(j+1, "before") {
		return s.moved(func(d rapport.Day) rapport.Day { return weekdayBefore(d, w) }), next, true
	}
	return s.moved(func(d rapport.Day) rapport.Day { return weekdayAfter(d, w) }), next, true
}
