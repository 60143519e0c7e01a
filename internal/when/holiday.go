package when

import (
	"strings"
	"time"

	"rapport"
)

// holiday reads a feast that the calendar fixes: christmas, new year's eve,
// easter monday. Feasts that move from country to country are not known.
func (p *parser) holiday(i int) (series, int, bool) {
	i = p.skip(i, "the")
	for n := 3; n >= 1; n-- {
		if i+n > len(p.toks) {
			continue
		}
		name := make([]string, n)
		for k := range n {
			name[k] = p.text(i + k)
		}
		if s, ok := p.feast(strings.Join(name, " ")); ok {
			if p.word(i+n, "week") {
				return weekHolding(s), i + n + 1, true
			}
			return s, i + n, true
		}
	}
	return series{}, i, false
}

func (p *parser) feast(name string) (series, bool) {
	switch name {
	case "christmas", "christmas day", "xmas", "xmas day":
		return yearly(time.December, 25), true
	case "christmas eve", "xmas eve":
		return yearly(time.December, 24), true
	case "boxing day", "st stephens day":
		return yearly(time.December, 26), true
	case "new years eve", "new year eve", "nye", "silvester":
		return yearly(time.December, 31), true
	case "new years day", "new years", "new year", "new year day":
		return yearly(time.January, 1), true
	case "epiphany":
		return yearly(time.January, 6), true
	case "valentines day", "valentines", "valentine":
		return yearly(time.February, 14), true
	case "may day":
		return yearly(time.May, 1), true
	case "halloween":
		return yearly(time.October, 31), true
	case "ash wednesday":
		return easter(-46), true
	case "palm sunday":
		return easter(-7), true
	case "maundy thursday":
		return easter(-3), true
	case "good friday":
		return easter(-2), true
	case "easter saturday":
		return easter(-1), true
	case "easter", "easter sunday":
		return easter(0), true
	case "easter monday":
		return easter(1), true
	case "ascension", "ascension day":
		return easter(39), true
	case "pentecost", "whit sunday":
		return easter(49), true
	case "whit monday", "pentecost monday":
		return easter(50), true
	case "thanksgiving", "thanksgiving day":
		return p.thanksgiving(), true
	}
	return series{}, false
}

// thanksgiving is a different day in Canada and unknown elsewhere.
func (p *parser) thanksgiving() series {
	m, w, n := time.November, time.Thursday, 4
	switch {
	case strings.HasSuffix(p.c.Locale, "US"):
	case strings.HasSuffix(p.c.Locale, "CA"):
		m, w, n = time.October, time.Monday, 2
	default:
		return impossible(day, "thanksgiving is a different day in each country: write the date")
	}
	return every(year).then(day, func(y span) occurrence {
		d, _ := nthWeekday(monthSpan(y.first.Time().Year(), m), w, n)
		return at(d)
	})
}

// easter is the day so many days after Easter Sunday of the western churches.
func easter(after int) series {
	return every(year).then(day, func(y span) occurrence {
		return at(oneDay(easterSunday(y.first.Time().Year()).Add(after)))
	})
}

// easterSunday is computed by the Gregorian rule: the Sunday after the first
// full moon of the church's calendar on or after 21 March.
func easterSunday(y int) rapport.Day {
	century := y / 100
	golden := y % 19
	epact := (century - century/4 - (8*century+13)/25 + 19*golden + 15) % 30
	epact -= epact / 28 * (1 - epact/28*(29/(epact+1))*((21-golden)/11))
	weekday := (y + y/4 + epact + 2 - century + century/4) % 7
	fromMarch := epact - weekday
	m := 3 + (fromMarch+40)/44
	return rapport.NewDay(y, time.Month(m), fromMarch+28-31*(m/4))
}
