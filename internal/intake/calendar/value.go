package calendar

import (
	"fmt"
	"io"
	"mime/quotedprintable"
	"strings"
	"time"

	"github.com/emersion/go-ical"
)

// unescape takes the escapes of a text value off. What is not an escape stays.
func unescape(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c != '\\' || i+1 == len(text) {
			b.WriteByte(c)
			continue
		}
		switch i++; text[i] {
		case 'n', 'N':
			b.WriteByte('\n')
		case ';', ',', ':', '\\', '"', '\'':
			b.WriteByte(text[i])
		default:
			b.WriteByte(c)
			b.WriteByte(text[i])
		}
	}
	return b.String()
}

// textOf returns a text value for people, also one in quoted-printable, as
// calendars of the nineties and some telephones write.
func textOf(p ical.Prop) string {
	value := p.Value
	if strings.EqualFold(p.Params.Get("ENCODING"), "QUOTED-PRINTABLE") {
		if plain, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value))); err == nil {
			return strings.TrimSpace(unescape(legible([]byte(strings.NewReplacer("\r\n", `\n`, "\n", `\n`).Replace(string(plain))))))
		}
	}
	return strings.TrimSpace(unescape(value))
}

// shorten cuts text at a rune border.
func shorten(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	for limit > 0 && text[limit]&0xc0 == 0x80 {
		limit--
	}
	return text[:limit]
}

// moment is a date or a time as a calendar writes it, before a zone is
// applied: the wall clock in UTC.
type moment struct {
	wall time.Time
	// date says that it is a day, utc that the wall is that of UTC.
	date, utc bool
	// zone is the TZID, as it stands.
	zone string
}

// momentOf reads the value of a property with its parameters.
func momentOf(p ical.Prop, value string) (moment, error) {
	m, err := parseMoment(strings.TrimSpace(value))
	if err != nil {
		return m, err
	}
	if !m.utc && !m.date {
		m.zone = p.Params.Get("TZID")
	}
	return m, nil
}

// parseMoment reads 20260105, 20260105T0900, 20260105T090000Z and, as some
// programs write, 2026-01-05T09:00:00 with or without an offset.
func parseMoment(text string) (m moment, err error) {
	bad := badMoment(text)
	var digits [14]byte
	n, i := 0, 0
	for ; i < len(text) && n < len(digits); i++ {
		switch c := text[i]; {
		case '0' <= c && c <= '9':
			digits[n] = c - '0'
			n++
		case c == '-' && (n == 4 || n == 6) && i < 8, c == ':' && (n == 10 || n == 12), (c == 'T' || c == 't' || c == ' ') && n == 8:
		default:
			goto end
		}
	}
end:
	rest := text[i:]
	if dot := strings.IndexByte(rest, '.'); dot == 0 {
		rest = strings.TrimLeft(rest[1:], "0123456789") // fractions of a second
	}
	number := func(from, to int) (v int) {
		for _, d := range digits[from:to] {
			v = v*10 + int(d)
		}
		return v
	}
	year, month, day := number(0, 4), number(4, 6), number(6, 8)
	hour, minute, second := number(8, 10), number(10, 12), number(12, 14)
	if n != 8 && n != 12 && n != 14 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60 || hour == 24 && minute+second > 0 {
		return m, bad
	}
	m.date = n == 8
	m.wall = time.Date(year, time.Month(month), day, hour, minute, min(second, 59), 0, time.UTC)
	if hour < 24 && m.wall.Day() != day {
		return m, fmt.Errorf("%q is a day that the calendar does not have", shorten(text, 40))
	}
	switch {
	case rest == "":
	case m.date && (rest == "Z" || rest == "T"):
	case m.date:
		return m, bad
	case rest == "Z" || rest == "z":
		m.utc = true
	default:
		seconds, ok := parseOffset(rest)
		if !ok {
			return m, bad
		}
		m.wall, m.utc = m.wall.Add(-time.Duration(seconds)*time.Second), true
	}
	return m, nil
}

// badMoment is an error that is put into words only where it is shown.
type badMoment string

func (text badMoment) Error() string {
	return fmt.Sprintf("%q is neither a date nor a time", shorten(string(text), 40))
}

// parseOffset reads +0100, -03:30, +01 and +010000 as seconds east of UTC.
func parseOffset(text string) (seconds int, ok bool) {
	if len(text) < 2 || text[0] != '+' && text[0] != '-' {
		return 0, false
	}
	digits := strings.ReplaceAll(text[1:], ":", "")
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
	}
	pair := func(i int) int {
		if i+2 > len(digits) {
			return 0
		}
		return int(digits[i]-'0')*10 + int(digits[i+1]-'0')
	}
	switch len(digits) {
	case 1:
		seconds = int(digits[0]-'0') * 3600
	case 2, 4, 6:
		seconds = pair(0)*3600 + pair(2)*60 + pair(4)
	default:
		return 0, false
	}
	if pair(2) > 59 || pair(4) > 59 || seconds > 18*3600 {
		return 0, false
	}
	if text[0] == '-' {
		seconds = -seconds
	}
	return seconds, true
}

// span is a length of time: days of the calendar, then seconds of the clock.
type span struct {
	days  int
	clock time.Duration
}

// parseSpan reads a DURATION. Weeks and days are days of the calendar, so that
// a day over a clock change still ends at the same time on the wall.
func parseSpan(text string) (s span, err error) {
	bad := fmt.Errorf("%q is not a duration", shorten(text, 40))
	rest := strings.ToUpper(strings.TrimSpace(text))
	negative := strings.HasPrefix(rest, "-")
	rest = strings.TrimLeft(rest, "+-")
	rest, ok := strings.CutPrefix(rest, "P")
	if !ok || rest == "" {
		return s, bad
	}
	inTime := false
	for rest != "" {
		if rest[0] == 'T' {
			inTime, rest = true, rest[1:]
			continue
		}
		n, i := 0, 0
		for i < len(rest) && '0' <= rest[i] && rest[i] <= '9' && i < 7 {
			n, i = n*10+int(rest[i]-'0'), i+1
		}
		if i == 0 || i == len(rest) {
			return s, bad
		}
		switch unit := rest[i]; {
		case unit == 'W' && !inTime:
			s.days += 7 * n
		case unit == 'D' && !inTime:
			s.days += n
		case unit == 'H' && inTime:
			s.clock += time.Duration(n) * time.Hour
		case unit == 'M' && inTime:
			s.clock += time.Duration(n) * time.Minute
		case unit == 'S' && inTime:
			s.clock += time.Duration(n) * time.Second
		default:
			return s, bad
		}
		rest = rest[i+1:]
	}
	if negative || s.days > maxDays || s.clock > maxDays*24*time.Hour {
		return span{}, bad
	}
	return s, nil
}

// maxDays is the longest that one event lasts.
const maxDays = 3_660

// wallTime returns the instant at which the clocks of zone show wall, by RFC
// 5545, 3.3.5: the first of two, and where clocks skip it, as far after the
// change as it says.
func wallTime(wall time.Time, zone *time.Location) time.Time {
	_, before := wall.Add(-24 * time.Hour).In(zone).Zone()
	first := wall.Add(-time.Duration(before) * time.Second).In(zone)
	_, there := first.Zone()
	if there == before {
		return first
	}
	_, after := wall.Add(24 * time.Hour).In(zone).Zone()
	second := wall.Add(-time.Duration(after) * time.Second).In(zone)
	if _, offset := second.Zone(); offset == after {
		return second
	}
	return first
}

// wallOf returns what the clock of t shows, as a time in UTC.
func wallOf(t time.Time) time.Time {
	_, offset := t.Zone()
	return t.UTC().Add(time.Duration(offset) * time.Second)
}
