package when

import "rapport"

// rangeAnswer reads two ends with a sign or word between them.
func (p *parser) rangeAnswer(i int) (Answer, bool) {
	between := p.word(i, "between")
	if between {
		i++
	}
	for cut := i + 1; cut < len(p.toks)-1; cut++ {
		switch {
		case p.word(cut, "-", "..", "to", "until", "till", "til", "through", "thru", "bis"):
		case p.word(cut, "and", "&"):
		case p.word(cut, "/") && p.toks[i].digits(4) && p.toks[cut+1].digits(4):
		default:
			continue
		}
		if o, ok := p.rangeOf(i, cut); ok {
			if !between && p.word(cut, "and", "&") && o.why == "" && o.last != o.first.Add(1) {
				// "the 3rd and the 5th" are two days, not three.
				p.note("that is more than one day: name one")
				return Answer{}, false
			}
			if o.why != "" {
				p.note(o.why)
				return Answer{}, false
			}
			return Answer{Kind: Range, Day: o.first, End: o.last}, true
		}
	}
	return Answer{}, false
}

// rangeOf reads a range whose ends are divided by the token at cut.
func (p *parser) rangeOf(i, cut int) (occurrence, bool) {
	head := &parser{c: p.c, toks: p.toks[:cut], known: make([]*reading, cut+1)}
	from, next, okFrom := head.days(head.skip(i, "on"))
	okFrom = okFrom && next == cut
	right := p.skip(cut+1, "on", "including")
	to, next, okTo := p.days(right)
	okTo = okTo && next == len(p.toks)

	switch {
	case okFrom && okTo:
		return p.joined(from, to), true
	case okTo:
		if n, ok := p.bareDay(i, cut); ok {
			return p.paired(to, n, true), true
		}
	case okFrom:
		if n, y, ok := p.bareDayYear(right); ok {
			if y != 0 {
				if from, ok = from.within(single(year, yearSpan(y))); !ok {
					return occurrence{}, false
				}
			}
			return p.paired(from, n, false), true
		}
	}
	if p.endsInTime(right) && (okFrom || head.endsInTime(i)) {
		p.note("a stretch of hours is no date: give its start, such as fri 14:00")
	}
	return occurrence{}, false
}

// endsInTime reports whether the last thing from i on is a clock time.
func (p *parser) endsInTime(i int) bool {
	for ; i < len(p.toks); i++ {
		if _, next, ok := p.clock(i, true); ok && next == len(p.toks) {
			return true
		}
	}
	return false
}

// bareDay reads the single day number between i and end, as in "3-5 dec".
func (p *parser) bareDay(i, end int) (int, bool) {
	i = p.skip(i, "the")
	n, next, ok := p.ordinal(i)
	if !ok {
		if n, ok = p.num(i); !ok {
			return 0, false
		}
		next = p.skip(i+1, ".")
	}
	return n, next == end && n >= 1 && n <= 31
}

// bareDayYear reads the day number, and perhaps a year, that ends a range such
// as "dec 3-5 2026".
func (p *parser) bareDayYear(i int) (n, y int, ok bool) {
	end := len(p.toks)
	if n, ok = p.bareDay(i, end); ok {
		return n, 0, true
	}
	if y, ok = p.num(end - 1); !ok || !isYear(p.toks[end-1]) {
		return 0, 0, false
	}
	n, ok = p.bareDay(i, end-1)
	return n, y, ok
}

// endsFirst is the reason against a range that runs backwards.
const endsFirst = "the range ends before it begins"

// paired returns the range between the day of s and the n-th of the same
// month, which stands first or last.
func (p *parser) paired(s series, n int, first bool) occurrence {
	if s.unit != day {
		return missing(span{}, "a range needs two days")
	}
	return p.pickRange(s.then(stretch, func(o span) occurrence {
		t := o.first.Time()
		other := dateIn(t.Year(), t.Month(), n)
		from, until := o, other.span
		if first {
			from, until = until, from
		}
		switch {
		case other.why != "":
			return other
		case until.last < from.first:
			return missing(o, endsFirst)
		}
		return at(span{from.first, until.last})
	}))
}

// joined returns the range from one series to another.
func (p *parser) joined(from, to series) occurrence {
	if from.cycle == month && to.cycle != month && to.unit == day && from.unit == day {
		// "between the 3rd and the 5th of december"
		inMonth := from.of
		from = to.then(day, func(o span) occurrence { return inMonth(unitSpan(month, o.first, 0)) })
	}
	if to.cycle == 0 && from.cycle != 0 {
		end := to.of(span{})
		if end.why != "" {
			return end
		}
		o := from.nearest(end.last, -1)
		if o.why != "" {
			return o
		}
		return at(span{o.first, end.last})
	}
	return p.pickRange(series{unit: stretch, cycle: from.cycle, strict: from.strict, of: func(turn span) occurrence {
		o := from.of(turn)
		if o.gap || o.why != "" {
			return o
		}
		end := to.nearest(o.first, 1)
		switch {
		case end.why != "":
			return missing(o.span, end.why)
		case end.last < o.first, from.cycle == year && end.last.Sub(o.first) > 300:
			return missing(o.span, endsFirst)
		}
		return at(span{o.first, end.last})
	}})
}

// pickRange picks a range: one of weekdays lies wholly in the direction of the
// context, others may be under way.
func (p *parser) pickRange(s series) occurrence {
	today := p.c.Today()
	return s.pick(p.c, func(o occurrence) bool {
		switch {
		case s.strict && p.c.ahead():
			return o.first > today
		case s.strict:
			return o.last <= today
		case p.c.ahead():
			return o.last >= today
		}
		return o.first <= today
	})
}

// nearest returns the first occurrence that is not over on d, or for a negative
// step the last that has begun on d.
func (s series) nearest(d rapport.Day, step int) occurrence {
	if s.cycle == 0 {
		return s.of(span{})
	}
	for n := range 30 {
		o := s.of(unitSpan(s.cycle, d, (n-6)*step))
		if !o.gap && (step > 0 && o.last >= d || step < 0 && o.first <= d) {
			return o
		}
	}
	return missing(span{}, "no such day is near")
}
