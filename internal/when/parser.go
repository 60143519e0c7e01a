package when

import (
	"fmt"
	"time"
)

// parser reads one run of tokens. Every rule takes the place to start at and
// returns what it read, the place behind it, and whether it read anything.
type parser struct {
	c    Clock
	toks []token
	// known remembers the result of days by place, so that nested expressions
	// cost no more than their length.
	known []*reading
	// why is the most telling reason found so far.
	why string
	// far is the first token that no rule could make use of.
	far int
	// refused says that the whole text names one day or period, which does not
	// exist: "2027-W53" is no range from 2027 to some week 53 either.
	refused bool
}

// reading is a remembered result of [parser.days].
type reading struct {
	s    series
	next int
	ok   bool
}

func parseTokens(toks []token, c Clock) Answer {
	toks = withoutSuffix(toks)
	p := &parser{c: c, toks: toks, known: make([]*reading, len(toks)+1)}
	a, ok := p.whole()
	if !ok {
		return none("%s", p.reason())
	}
	return checked(a)
}

// word reports whether token i is one of the words.
func (p *parser) word(i int, words ...string) bool {
	if i < 0 || i >= len(p.toks) {
		return false
	}
	for _, w := range words {
		if p.toks[i].is(w) {
			return true
		}
	}
	return false
}

// words returns the place behind the given words in a row, or false.
func (p *parser) words(i int, words ...string) (int, bool) {
	for _, w := range words {
		if !p.word(i, w) {
			return i, false
		}
		i++
	}
	return i, true
}

// skip returns i, or the place behind it where token i is one of the words.
func (p *parser) skip(i int, words ...string) int {
	if p.word(i, words...) {
		return i + 1
	}
	return i
}

// glued reports whether token i exists and nothing stands before it.
func (p *parser) glued(i int) bool { return i < len(p.toks) && i > 0 && p.toks[i].glued }

// num reports the value of the number at i.
func (p *parser) num(i int) (int, bool) {
	if i >= len(p.toks) || p.toks[i].kind != number {
		return 0, false
	}
	n := p.toks[i].int()
	return n, n >= 0
}

// text returns the word at i, or the empty string.
func (p *parser) text(i int) string {
	if i < 0 || i >= len(p.toks) || p.toks[i].kind != word {
		return ""
	}
	return p.toks[i].text
}

// note keeps the first reason: rules are tried from the plain to the rare.
func (p *parser) note(why string) {
	if p.why == "" {
		p.why = why
	}
}

// reached remembers how far a rule could read.
func (p *parser) reached(i int) {
	if i > p.far {
		p.far = i
	}
}

// reason says why the text is no date.
func (p *parser) reason() string {
	for i, t := range p.toks {
		if p.word(i, "every", "each", "daily", "weekly", "monthly", "yearly", "quarterly", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays") && p.why == "" {
			return fmt.Sprintf("“%s” comes round again and again: name one day", t.text)
		}
		if p.word(i, "or") {
			return "“or” leaves two dates: name one"
		}
		if i < 2 && p.word(i, "after", "not", "except") && p.why == "" {
			return fmt.Sprintf("“%s” leaves the day open: name the day itself", t.text)
		}
	}
	if p.why != "" {
		return p.why
	}
	for _, t := range p.toks {
		if t.kind == word && isVague(t.text) {
			return fmt.Sprintf("“%s” names no day: write one, such as fri or 3 dec", t.text)
		}
	}
	for p.word(p.far, "next", "last", "this", "the", "on", "by", "in", "of", "at", "end", "-") && p.far+1 < len(p.toks) {
		p.far++
	}
	if p.far < len(p.toks) {
		return fmt.Sprintf("“%s” is not understood as part of a date", p.toks[p.far].text)
	}
	return "this is not a whole date: write it as fri, 3 dec or 2026-11-03"
}

// withoutSuffix drops the words behind a date that do not change it.
func withoutSuffix(toks []token) []token {
	p := &parser{toks: toks}
	for _, words := range [...][]string{{"at", "the", "latest"}, {"at", "latest"}, {"latest"}, {"or", "earlier"}, {"or", "sooner"}, {"or", "before"}, {"sharp"}, {"on", "the", "dot"}} {
		if n := len(toks) - len(words); n > 0 && p.wordsEnd(n, words...) {
			toks = toks[:n]
		}
	}
	return toks
}

// wordsEnd reports whether exactly these words stand from i to the end.
func (p *parser) wordsEnd(i int, words ...string) bool {
	next, ok := p.words(i, words...)
	return ok && next == len(p.toks)
}

// whole reads all tokens.
func (p *parser) whole() (Answer, bool) {
	if i, ok := p.since(0); ok {
		return p.sinceAnswer(i)
	}
	i := p.prefix(0)
	if a, ok := p.elapsed(i); ok {
		return a, true
	}
	if a, ok := p.moment(i); ok || p.refused {
		return a, ok
	}
	return p.rangeAnswer(i)
}

// since reads the word that makes a range up to today of the day behind it.
func (p *parser) since(i int) (int, bool) {
	if p.word(i, "since") {
		return i + 1, true
	}
	if j, ok := p.words(i, "ever", "since"); ok {
		return j, true
	}
	return i, false
}

func (p *parser) sinceAnswer(i int) (Answer, bool) {
	back := p.c
	back.Context = Log
	s, next, ok := p.days(i)
	if !ok || next != len(p.toks) {
		return Answer{}, false
	}
	o := s.pick(back, nil)
	today := p.c.Today()
	if o.why != "" || o.first > today {
		if o.why == "" {
			o.why = "that is still ahead, so nothing is since then"
		}
		p.note(o.why)
		return Answer{}, false
	}
	return Answer{Kind: Range, Day: o.first, End: today}, true
}

// prefix skips the words before a date that do not change it.
func (p *parser) prefix(i int) int {
	for {
		j := i
		j = p.skip(j, "due", "deadline", "from", "starting", "effective")
		if p.word(j-1, "due", "deadline") {
			j = p.skip(j, ":", "is")
		}
		if k, ok := p.words(j, "on", "or", "before"); ok {
			j = k
		}
		if k, ok := p.words(j, "no", "later", "than"); ok {
			j = k
		}
		if k, ok := p.words(j, "not", "later", "than"); ok {
			j = k
		}
		if k, ok := p.words(j, "at", "the", "latest"); ok {
			j = k
		}
		if k, ok := p.words(j, "up", "to"); ok {
			j = p.skip(k, "including")
			if k, ok := p.words(j, "and", "including"); ok {
				j = k
			}
		}
		if k, ok := p.words(j, "as", "of"); ok {
			j = k
		}
		if k, ok := p.words(j, "some", "time"); ok && k < len(p.toks) {
			j = k
		}
		j = p.skip(j, "sometime")
		j = p.skip(j, "on", "by", "until", "till", "til", "through", "thru", "before", "for", "during", "over", "latest")
		if k, ok := p.words(j, "and", "including"); ok && j > i {
			j = k
		}
		if p.word(j, "at") && !p.hour(j+1) {
			j++
		}
		if _, _, ok := p.period(j + 1); ok && p.word(j, "in") {
			j++ // "in december"
		}
		if j == i || j >= len(p.toks) {
			return i
		}
		i = j
	}
}

// hour reports whether a bare number stands at i, which only "at" makes a time.
func (p *parser) hour(i int) bool {
	_, ok := p.num(i)
	return ok
}

// moment reads a day, a clock time and a part of the day in any order, all of
// it up to the end.
func (p *parser) moment(i int) (Answer, bool) {
	var (
		days     series
		haveDays bool
		clock    clockTime
		haveTime bool
		part     dayPart
		weekdays []time.Weekday
	)
	for i < len(p.toks) {
		p.reached(i)
		if pt, next, ok := p.part(i); ok && part == noPart {
			part = pt
			if d, named := p.partDay(i); named && !haveDays {
				days, haveDays = d, true
			}
			i = next
			continue
		}
		if !haveDays {
			if s, next, ok := p.days(i); ok {
				days, haveDays, i = s, true, next
				continue
			}
		} else if w, ok := weekdayOf(p.text(i)); ok && !days.strict {
			weekdays = append(weekdays, w)
			i++
			continue
		}
		if !haveTime {
			if t, next, ok := p.clock(i, haveDays || part != noPart); ok {
				clock, haveTime, i = t, true, next
				continue
			}
		}
		next := p.connector(i, haveDays || haveTime || part != noPart)
		if next == i || next >= len(p.toks) {
			return Answer{}, false
		}
		i = next
	}
	p.reached(i)
	for _, w := range weekdays {
		days = p.onlyOn(w, days)
	}
	if !haveDays && part == endOfDay {
		days, haveDays = singleDay(p.c.Today()), true
	}
	switch {
	case haveTime:
		return p.timed(days, haveDays, clock, part)
	case haveDays:
		if part != noPart && days.unit != day {
			return Answer{}, false
		}
		return p.dated(days)
	}
	return Answer{}, false
}

// connector skips a word between a day and its time.
func (p *parser) connector(i int, begun bool) int {
	if !begun {
		return p.skip(i, "the", "on")
	}
	if p.word(i, "t") && p.glued(i) && p.glued(i+1) {
		return i + 1
	}
	if p.word(i, "-") && !p.glued(i) && !p.glued(i+1) {
		return i + 1
	}
	return p.skip(i, "at", "on", "by", "@", "of", "in", "from", ",")
}

// dated answers with the day or days that the context means.
func (p *parser) dated(s series) (Answer, bool) {
	o := s.pick(p.c, nil)
	if o.why != "" {
		p.note(o.why)
		p.refused = true
		return Answer{}, false
	}
	if s.unit == day {
		return Answer{Kind: Date, Day: o.first}, true
	}
	return Answer{Kind: Range, Day: o.first, End: o.last}, true
}

// onlyOn makes sure that the day of s falls on w: of "mon 23 nov" both halves
// have to be true.
func (p *parser) onlyOn(w time.Weekday, s series) series {
	return s.then(s.unit, func(o span) occurrence {
		if s.unit != day || o.first.Weekday() != w {
			return missing(o, fmt.Sprintf("%s is not a %s", o.first.Time().Format("2 January 2006"), w))
		}
		return at(o)
	})
}
