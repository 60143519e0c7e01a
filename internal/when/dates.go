package when

import (
	"fmt"
	"strings"
	"time"
)

// count reads a number of things: digits, number words, or "a".
func (p *parser) count(i int) (n, next int, ok bool) {
	if n, ok = p.num(i); ok {
		return n, i + 1, len(p.toks[i].text) <= 5
	}
	if next, ok = p.words(p.skip(i, "a", "one"), "hundred"); ok {
		return 100, next, true
	}
	if n, next, ok = p.spelled(i); ok {
		return n, next, true
	}
	if next, ok = p.words(i, "a", "couple"); ok {
		return 2, p.skip(next, "of"), true
	}
	if p.word(i, "couple") {
		return 2, p.skip(i+1, "of"), true
	}
	if p.word(i, "a", "an") {
		return 1, i + 1, true
	}
	return 0, i, false
}

// spelled reads a number in words, such as twenty-one.
func (p *parser) spelled(i int) (n, next int, ok bool) {
	n, ok = numberOf(p.text(i))
	if !ok {
		return 0, i, false
	}
	next = i + 1
	if n >= 20 {
		if one, ok := numberOf(p.text(p.skip(next, "-"))); ok && one > 0 && one < 10 {
			return n + one, p.skip(next, "-") + 1, true
		}
	}
	return n, next, true
}

// ordinal reads 15th, fifteenth or twenty-first.
func (p *parser) ordinal(i int) (n, next int, ok bool) {
	if n, ok = p.num(i); ok {
		if !p.word(i+1, "st", "nd", "rd", "th") || !p.glued(i+1) {
			return 0, i, false
		}
		return n, i + 2, true
	}
	if n, ok = ordinalOf(p.text(i)); ok {
		return n, i + 1, true
	}
	if tens, isTens := numberOf(p.text(i)); isTens && (tens == 20 || tens == 30) {
		j := p.skip(i+1, "-")
		if n, ok = ordinalOf(p.text(j)); ok && n < 10 {
			return tens + n, j + 1, true
		}
	}
	return 0, i, false
}

// dayNumber reads the day of a date with a month name: 15, 15. or 15th.
func (p *parser) dayNumber(i int) (n, next int, ok bool) {
	if n, next, ok = p.ordinal(i); ok {
		return n, next, true
	}
	if n, ok = p.num(i); !ok || len(p.toks[i].text) > 2 {
		return 0, i, false
	}
	if p.timeColon(i + 1) {
		return 0, i, false
	}
	if _, _, isTime := p.meridiem(i + 1); isTime {
		return 0, i, false
	}
	return n, i + 1, true
}

// monthDate reads a day of a month with a name: 15 nov, nov 15th 2026,
// 15-Nov-26, the fifteenth of november.
func (p *parser) monthDate(i int) (series, int, bool) {
	if y, next, ok := p.year(i); ok {
		// "2026 nov 15"
		j := p.skip(next, "-", "/", ".")
		if m, ok := monthOf(p.text(j)); ok {
			if n, next, ok := p.dayNumber(p.skip(j+1, "-", "/", ".")); ok {
				return p.inYear(yearly(m, n), y), next, true
			}
		}
		return series{}, i, false
	}
	start := p.skip(i, "the")
	if m, ok := monthOf(p.text(start)); ok && start == i {
		j := p.skip(i+1, "the")
		if p.word(j, "-") && p.glued(j) && p.glued(j+1) {
			j++
		}
		n, next, ok := p.dayNumber(j)
		if !ok {
			return series{}, i, false
		}
		s, next := p.withYear(yearly(m, n), next)
		return s, next, true
	}
	n, j, ok := p.dayNumber(start)
	if !ok {
		return series{}, i, false
	}
	j = p.skip(j, ".")
	if p.word(j, "-", "/") && p.glued(j) && p.glued(j+1) {
		j++
	}
	j = p.skip(j, "of")
	m, ok := monthOf(p.text(j))
	if !ok {
		return series{}, i, false
	}
	s, next := p.withYear(yearly(m, n), j+1)
	if y, ok := p.shortYear(next); ok && next == j+1 {
		return p.inYear(s, y), next + 1, true
	}
	return s, next, true
}

// shortYear reads a year of two digits with nothing to mark it, as in "15 nov
// 26". It takes only one that is near, and none that could begin something
// else, such as a time, a range or another date.
func (p *parser) shortYear(i int) (int, bool) {
	if i >= len(p.toks) || !p.toks[i].digits(2) || p.toks[i].glued {
		return 0, false
	}
	if next := i + 1; next < len(p.toks) && (p.toks[next].glued || p.word(next, "-", "to") || p.partBehind(next)) {
		return 0, false
	}
	if _, isMonth := monthOf(p.text(i + 1)); isMonth {
		return 0, false
	}
	if _, _, isTime := p.meridiem(i + 1); isTime {
		return 0, false
	}
	y := fullYear(p.toks[i].int())
	far := y - p.c.Now.Year()
	return y, far >= -5 && far <= 5
}

// withYear reads the year behind a day and month.
func (p *parser) withYear(s series, i int) (series, int) {
	j := p.skip(i, ",", ".")
	if p.word(j, "-", "/") && p.glued(j) && p.glued(j+1) {
		j++
		if p.toks[j].digits(2) && !p.word(j+1, ".", "-") {
			if _, isMonth := monthOf(p.text(j + 1)); !isMonth && p.toks[j].int() > 0 && p.dashed(i) {
				return p.inYear(s, fullYear(p.toks[j].int())), j + 1
			}
		}
	}
	if y, next, ok := p.year(j); ok {
		return p.inYear(s, y), next
	}
	return s, i
}

// dashed reports whether the month before i was itself joined with a sign, as
// in 15-nov-26; in "nov 15-26" the last number is a day.
func (p *parser) dashed(i int) bool {
	return i >= 2 && p.toks[i-1].kind == word && p.word(i-2, "-", "/")
}

// inYear fixes a yearly series; one that cannot exist stays as it is.
func (p *parser) inYear(s series, y int) series {
	if t, ok := s.within(single(year, yearSpan(y))); ok {
		return t
	}
	return s
}

// ordinalDay reads a day of the month without its name: the 15th.
func (p *parser) ordinalDay(i int) (series, int, bool) {
	j := p.skip(i, "the")
	n, next, ok := p.ordinal(j)
	if !ok || j == i && p.toks[i].kind != number {
		if !ok || !p.word(next, "of") {
			return series{}, i, false
		}
	}
	return monthly(n), next, true
}

// order is how a locale writes a date in numbers.
type order int8

const (
	unknownOrder order = iota
	dayFirst
	monthFirst
)

// numberOrder returns how people of a locale read 3/4. Where nobody can know,
// as in Canada or without a region, it is unknown and both readings have to
// agree.
func numberOrder(locale string) order {
	locale = strings.ReplaceAll(locale, "_", "-")
	language, rest, _ := strings.Cut(locale, "-")
	switch strings.ToLower(language) {
	case "ja", "zh", "ko", "hu", "lt", "mn":
		return monthFirst
	case "", "c", "posix", "und":
		return unknownOrder
	}
	region := ""
	for _, tag := range strings.Split(rest, "-") {
		tag, _, _ = strings.Cut(tag, ".")
		if len(tag) == 2 {
			region = strings.ToUpper(tag)
			break
		}
	}
	switch region {
	case "US", "PH", "PR", "GU", "VI", "AS", "MP", "UM", "FM", "MH", "PW":
		return monthFirst
	case "CA":
		return unknownOrder
	case "":
		if strings.EqualFold(language, "en") {
			return unknownOrder
		}
	}
	return dayFirst
}

// numericDate reads dates without words: 2026-11-15, 20261115, 2026-W47-3,
// 15.11., 15/11/2026, 11/15.
func (p *parser) numericDate(i int) (series, int, bool) {
	if i >= len(p.toks) || p.toks[i].kind != number {
		return series{}, i, false
	}
	t := p.toks[i]
	if t.digits(8) {
		n := t.int()
		return exactDay(n/10000, n/100%100, n%100), i + 1, true
	}
	sep := ""
	if p.word(i+1, "-", "/", ".") && p.glued(i+1) && p.hour(i+2) && p.glued(i+2) {
		sep = p.toks[i+1].text
	}
	if sep == "" {
		return series{}, i, false
	}
	three := p.word(i+3, sep) && p.glued(i+3) && p.hour(i+4) && p.glued(i+4)
	a, b := t.int(), p.toks[i+2].int()
	switch {
	case t.digits(4) && three:
		return exactDay(a, b, p.toks[i+4].int()), i + 5, true
	case t.digits(4) && sep == "-" && p.toks[i+2].digits(3) && isYear(t):
		d := yearSpan(a).first.Add(b - 1)
		if b < 1 || d > yearSpan(a).last {
			return impossible(day, fmt.Sprintf("%d has no day %d", a, b)), i + 3, true
		}
		return singleDay(d), i + 3, true
	case len(t.text) > 2 || len(p.toks[i+2].text) > 2:
		return series{}, i, false
	case three && (p.toks[i+4].digits(2) || p.toks[i+4].digits(4)):
		y := p.toks[i+4].int()
		if p.toks[i+4].digits(2) {
			y = fullYear(y)
			if far := y - p.c.Now.Year(); sep == "-" && (far < -5 || far > 5) {
				// "26-11-18" is as likely to begin with the year.
				return impossible(day, "the year is not clear: write it with four digits"), i + 5, true
			}
		}
		return p.numbers(a, b, sep, y), i + 5, true
	case sep == "/":
		return p.numbers(a, b, sep, 0), i + 3, true
	case sep == ".":
		next := p.skip(i+3, ".")
		if next == i+3 && b > 12 {
			return series{}, i, false
		}
		s, next := p.withYear(p.numbers(a, b, sep, 0), next)
		return s, next, true
	}
	return series{}, i, false
}

// exactDay is one day of the calendar, or why there is none.
func exactDay(y, m, n int) series {
	if m < 1 || m > 12 {
		return impossible(day, fmt.Sprintf("there is no month %d", m))
	}
	o := dateIn(y, time.Month(m), n)
	return series{unit: day, of: func(span) occurrence { return o }}
}

// numbers reads two numbers as day and month in the order of the locale; a dot
// between them means the day comes first. Year zero stands for every year.
func (p *parser) numbers(a, b int, sep string, y int) series {
	ord := numberOrder(p.c.Locale)
	if sep == "." && (ord != monthFirst || a > 12) {
		ord = dayFirst
	}
	if sep == "." && ord == monthFirst && b <= 12 && a != b {
		ord = unknownOrder
	}
	d, m := a, b
	switch {
	case ord == monthFirst, ord == unknownOrder && b > 12:
		d, m = b, a
	case ord == unknownOrder && a <= 12 && a != b:
		return impossible(day, fmt.Sprintf("%d%s%d could be %d %s or %d %s: write the month as a word",
			a, sep, b, a, short(b), b, short(a)))
	}
	if m < 1 || m > 12 {
		why := fmt.Sprintf("there is no month %d", m)
		if d >= 1 && d <= 12 {
			why += ": here the day comes first"
			if ord == monthFirst {
				why = fmt.Sprintf("there is no month %d: here the month comes first", m)
			}
		}
		return impossible(day, why)
	}
	if y != 0 {
		return p.inYear(yearly(time.Month(m), d), y)
	}
	return yearly(time.Month(m), d)
}

// short returns the short name of a month.
func short(m int) string {
	if m < 1 || m > 12 {
		return "?"
	}
	return time.Month(m).String()[:3]
}

// looksLikeTime reports whether the tokens from i to next are two numbers with
// a dot between them that could be a clock time, as in "fri 9.30".
func (p *parser) looksLikeTime(i, next int) bool {
	return next == i+3 && p.word(i+1, ".") && p.toks[i+2].digits(2)
}
