package when

import (
	"fmt"
	"time"
)

// dayPart is a part of the day in words.
type dayPart int8

const (
	noPart dayPart = iota
	morning
	evening // afternoon, evening and night: a bare 8 is 20:00
	endOfDay
)

// part reads a part of the day: this morning, tonight, in the afternoon, eod,
// close of business, first thing.
func (p *parser) part(i int) (dayPart, int, bool) {
	switch p.text(i) {
	case "eod", "cob", "eob", "eop":
		return endOfDay, i + 1, true
	case "tonight", "tonite":
		return evening, i + 1, true
	}
	if next, ok := p.words(i, "last", "night"); ok {
		return evening, next, true
	}
	if next, ok := p.words(i, "first", "thing"); ok {
		if end, ok := p.words(next, "in", "the", "morning"); ok {
			next = end
		}
		return morning, next, true
	}
	if next, ok := p.endOfDay(p.skip(i, "the")); ok {
		return endOfDay, next, true
	}
	j := p.skip(i, "in", "this", "at", "on")
	j = p.skip(j, "the")
	j = p.skip(j, "early")
	switch p.text(j) {
	case "morning":
		return morning, j + 1, true
	case "afternoon", "evening", "night", "lunch", "lunchtime":
		return evening, j + 1, true
	}
	if i > 0 && !p.glued(i) && !p.hour(i-1) {
		// "thursday pm"
		switch p.text(i) {
		case "am":
			return morning, i + 1, true
		case "pm":
			return evening, i + 1, true
		}
	}
	return noPart, i, false
}

// endOfDay reads the ways to say that a day of work is over.
func (p *parser) endOfDay(i int) (int, bool) {
	if next, ok := p.words(i, "close", "of"); ok {
		return next + 1, p.word(next, "business", "play", "day")
	}
	next, ok := p.words(i, "end", "of")
	if !ok {
		return i, false
	}
	if p.word(next, "business", "play") && !p.word(next+1, "day") {
		return next + 1, true
	}
	next = p.skip(p.skip(next, "the"), "working", "business", "work")
	return next + 1, p.word(next, "day", "workday")
}

// partDay returns the day that a part of the day implies: this morning is
// today, last night began yesterday.
func (p *parser) partDay(i int) (series, bool) {
	today := p.c.Today()
	switch {
	case p.word(i, "last"):
		return singleDay(today.Add(-1)), true
	case p.word(i, "this", "tonight", "tonite"):
		return singleDay(today), true
	}
	return series{}, false
}

// clockTime is a time of day as it was written.
type clockTime struct {
	hour, min, sec int
	// open says that morning or evening was left open, as in "at 8".
	open bool
	// dozen says that the hour could be either of two, as in 8:30.
	dozen bool
	// zone is the zone that was named, or nil.
	zone *time.Location
	// bad says why there is no such time.
	bad string
}

// clock reads a time of day with its zone. A number alone is one only behind
// "at" or where a day was read before.
func (p *parser) clock(i int, haveDay bool) (clockTime, int, bool) {
	j := p.skip(i, "at", "@")
	t, next, ok := p.timeOfDay(j, haveDay, j > i)
	if !ok {
		return clockTime{}, i, false
	}
	if t.open || t.dozen {
		if part, end, ok := p.part(next); ok && part != endOfDay && p.word(next, "in", "at") {
			t = t.inPart(part)
			next = end
		}
	}
	if zone, end, ok := p.zone(next); ok {
		t.zone, next = zone, end
	}
	if t.bad == "" && (t.hour > 24 || t.min > 59 || t.sec > 59 || t.hour == 24 && t.min+t.sec > 0) {
		t.bad = fmt.Sprintf("there is no %02d:%02d on a clock", t.hour, t.min)
	}
	return t, next, true
}

// inPart settles an open hour by the part of the day.
func (t clockTime) inPart(part dayPart) clockTime {
	switch {
	case part == evening && t.hour < 12 && t.hour > 0:
		t.hour += 12
	case part == morning && t.hour > 12:
		t.bad = fmt.Sprintf("%02d:%02d is not in the morning", t.hour, t.min)
	}
	t.open, t.dozen = false, false
	return t
}

// settled chooses the hour that people mean by "at 3": one of the working day.
func (t clockTime) settled() clockTime {
	if t.open && t.hour >= 1 && t.hour <= 6 {
		t.hour += 12
	}
	t.open = false
	return t
}

func (p *parser) timeOfDay(i int, haveDay, behindAt bool) (clockTime, int, bool) {
	j := i
	if p.hour(i) && p.toks[i].int() == 12 {
		j++
	} else {
		j = p.skip(i, "12")
	}
	switch p.text(j) {
	case "noon", "midday":
		return clockTime{hour: 12}, j + 1, true
	case "midnight":
		return clockTime{hour: 24}, j + 1, true
	}
	if next, ok := p.sameTime(i); ok {
		now := p.c.Now
		return clockTime{hour: now.Hour(), min: now.Minute(), sec: now.Second()}, next, true
	}
	if t, next, ok := p.spokenTime(i); ok {
		return t, next, true
	}
	if !p.hour(i) {
		return p.wordTime(i, behindAt)
	}
	t := p.toks[i]
	switch {
	case p.timeColon(i+1) && p.hour(i+2):
		return p.colonTime(i)
	case len(t.text) <= 2 && p.word(i+1, ".") && p.glued(i+1) && p.glued(i+2) && p.toks[i+2].digits(2):
		if t.int() > 24 || p.toks[i+2].int() > 59 {
			break
		}
		c := clockTime{hour: t.int(), min: p.toks[i+2].int(), dozen: t.int() < 12}
		return p.closed(c, i+3)
	case len(t.text) <= 2 && p.word(i+1, "h") && p.glued(i+1):
		c := clockTime{hour: t.int()}
		if p.glued(i+2) && p.toks[i+2].digits(2) {
			c.min = p.toks[i+2].int()
			return c, i + 3, true
		}
		return c, i + 2, true
	case t.digits(6) && p.word(i-1, "t"):
		n := t.int()
		return clockTime{hour: n / 10000, min: n / 100 % 100, sec: n % 100}, i + 1, true
	case t.digits(4), t.digits(3):
		return p.militaryTime(i, haveDay || behindAt)
	}
	if len(t.text) > 2 {
		return clockTime{}, i, false
	}
	if p.word(i+1, "oclock") {
		return p.closed(clockTime{hour: t.int(), open: t.int() < 12, dozen: t.int() < 12}, i+2)
	}
	c := clockTime{hour: t.int(), open: t.int() <= 12, dozen: t.int() < 12}
	c, next, ok := p.closed(c, i+1)
	if ok && next > i+1 {
		return c, next, true
	}
	if _, _, ok := p.part(i + 1); ok && p.word(i+1, "in") {
		return c, i + 1, true
	}
	return c, i + 1, behindAt || t.digits(2) && p.glued(i) && p.word(i-1, "t")
}

// sameTime reads "same time" and "this time", which keep the clock of now.
func (p *parser) sameTime(i int) (int, bool) {
	if next, ok := p.words(p.skip(i, "the"), "same", "time"); ok {
		return next, true
	}
	return p.words(i, "this", "time")
}

// colonTime reads 9:30, 09:30:15 or 9:30 pm.
func (p *parser) colonTime(i int) (clockTime, int, bool) {
	h, m := p.toks[i], p.toks[i+2]
	if len(h.text) > 2 || !m.digits(2) {
		return clockTime{}, i, false
	}
	c := clockTime{hour: h.int(), min: m.int(), dozen: h.int() < 12 && len(h.text) == 1}
	next := i + 3
	if p.timeColon(next) && p.hour(next+1) {
		if !p.toks[next+1].digits(2) {
			return clockTime{}, i, false
		}
		c.sec = p.toks[next+1].int()
		next += 2
		if p.word(next, ".", ",") && p.glued(next) && p.hour(next+1) && p.glued(next+1) {
			next += 2
		}
	}
	next = p.skip(next, "h", "hrs", "hours", "oclock")
	return p.closed(c, next)
}

// militaryTime reads 0930 or 1530, which need company to be a time.
func (p *parser) militaryTime(i int, company bool) (clockTime, int, bool) {
	n := p.toks[i].int()
	c := clockTime{hour: n / 100, min: n % 100, dozen: n < 1200 && p.toks[i].digits(3)}
	if c, next, ok := p.closed(c, i+1); ok && next > i+1 {
		return c, next, true
	}
	if p.toks[i].digits(3) {
		return clockTime{}, i, false
	}
	if p.word(i+1, "h", "hrs", "hours") {
		return c, i + 2, true
	}
	return c, i + 1, company || !isYear(p.toks[i])
}

// wordTime reads an hour in words: nine am, at nine, nine o'clock.
func (p *parser) wordTime(i int, behindAt bool) (clockTime, int, bool) {
	n, next, ok := p.spelled(i)
	if !ok || n < 1 || n > 12 {
		return clockTime{}, i, false
	}
	c := clockTime{hour: n, open: true, dozen: n < 12}
	if p.word(next, "oclock") {
		return p.closed(c, next+1)
	}
	if m, end, ok := p.spelled(next); ok && m >= 10 && m < 60 {
		// "nine thirty"
		c.min, next = m, end
		c.open = true
		behindAt = true
	}
	c, end, ok := p.closed(c, next)
	return c, end, ok && (end > next || behindAt)
}

// spokenTime reads half past nine and quarter to five.
func (p *parser) spokenTime(i int) (clockTime, int, bool) {
	j := p.skip(i, "a")
	var min int
	switch p.text(j) {
	case "half":
		min = 30
	case "quarter":
		min = 15
	default:
		// "ten past nine", "twenty-five to ten"
		n, next, ok := p.spelled(j)
		if !ok || n%5 != 0 || n == 0 || n > 25 {
			return clockTime{}, i, false
		}
		min, j = n, next-1
	}
	past := p.word(j+1, "past")
	if !past && (min == 30 || !p.word(j+1, "to")) {
		return clockTime{}, i, false
	}
	n, next, ok := p.count(j + 2)
	if !ok || n < 1 || n > 12 || p.word(j+2, "a", "an") {
		return clockTime{}, i, false
	}
	c := clockTime{hour: n % 12, min: min, open: true, dozen: true}
	if !past {
		c.hour, c.min = (n+11)%12, 60-min
	}
	if c.hour == 0 {
		c.hour = 12
	}
	return p.closed(c, next)
}

// meridiem reads am or pm, also as a.m. and as the a of "9a".
func (p *parser) meridiem(i int) (pm bool, next int, ok bool) {
	switch p.text(i) {
	case "am", "pm":
		return p.word(i, "pm"), i + 1, true
	case "a", "p":
		if p.word(i+1, "m") && p.glued(i+1) {
			return p.word(i, "p"), i + 2, true
		}
		if p.glued(i) {
			return p.word(i, "p"), i + 1, true
		}
	}
	return false, i, false
}

// closed settles a time by the am or pm behind it, if there is one.
func (p *parser) closed(c clockTime, i int) (clockTime, int, bool) {
	pm, next, ok := p.meridiem(i)
	if !ok {
		return c, i, true
	}
	if c.hour < 1 || c.hour > 12 {
		c.bad = fmt.Sprintf("there is no hour %d am or pm", c.hour)
		return c, next, true
	}
	c.hour %= 12
	if pm {
		c.hour += 12
	}
	c.open, c.dozen = false, false
	return c, next, true
}
