package calendar

import (
	"fmt"
	"strings"
	"time"
)

// clock is a zone under the name that people should see.
type clock struct {
	name string
	zone *time.Location
}

// clocks finds the zones that one calendar speaks of.
type clocks struct {
	// blocks are the VTIMEZONEs of the calendar by TZID.
	blocks map[string]block
	known  map[string]clock
	// floating is for times without a zone.
	floating clock
	// first and last bound the years that a zone of the calendar's own has to
	// be right for.
	first, last int
	parser      parser
	warn        func(line int, text, hint string)
}

// newClocks prepares the zones of a sheet. user is for times without a zone
// where the calendar names none.
func newClocks(s sheet, o window, warn func(line int, text, hint string)) *clocks {
	c := &clocks{
		blocks: map[string]block{}, known: map[string]clock{}, warn: warn,
		floating: clock{o.zone.String(), o.zone},
		first:    o.from.Year() - 1, last: o.until.Year() + 1,
	}
	for _, b := range s.zones {
		for _, l := range b.lines {
			if l.name == "TZID" {
				_, value, _ := cutValue(l.text)
				c.blocks[cleanZone(value)] = b
				break
			}
		}
	}
	if name := cleanZone(s.property("X-WR-TIMEZONE")); name != "" {
		if found, ok := c.find(name); ok {
			c.floating = found
		}
	}
	return c
}

// cleanZone takes off what programs put around the name of a zone.
func cleanZone(name string) string {
	return strings.TrimSpace(strings.Trim(strings.TrimSpace(unescape(name)), `"'`))
}

// of returns the zone of a TZID. An unknown one is told once and read as the
// zone of times without one.
func (c *clocks) of(tzid string, line int) clock {
	name := cleanZone(tzid)
	if name == "" {
		return c.floating
	}
	if found, ok := c.known[name]; ok {
		return found
	}
	found, ok := c.find(name)
	if !ok {
		found = c.floating
		c.warn(line, fmt.Sprintf("the time zone %q is not known; its times are read as those of %s", shorten(name, 60), found.name),
			"set the time zone of the calendar in the program that it comes from")
	}
	c.known[name] = found
	return found
}

// find looks a zone up: by the names that are known, then by the calendar's
// own block, then by what the name itself tells.
func (c *clocks) find(name string) (clock, bool) {
	if found, ok := named(name); ok {
		return found, true
	}
	b, hasBlock := c.blocks[name]
	if hasBlock {
		for _, l := range b.lines {
			if l.name != "X-LIC-LOCATION" {
				continue
			}
			_, value, _ := cutValue(l.text)
			if found, ok := named(cleanZone(value)); ok {
				return found, true
			}
		}
		if zone, ok := c.derive(name, b); ok {
			return clock{name, zone}, true
		}
	}
	if found, ok := shownName(name); ok {
		return found, true
	}
	return clock{}, false
}

// named knows IANA names, the names of Windows, and both inside a path such as
// /mozilla.org/20050126_1/Europe/Berlin.
func named(name string) (clock, bool) {
	if found, ok := loadZone(name); ok {
		return found, true
	}
	if iana := windowsZone(name); iana != "" {
		return loadZone(iana)
	}
	if strings.Contains(name, "/") {
		parts := strings.Split(strings.Trim(name, "/"), "/")
		for keep := min(3, len(parts)-1); keep > 0; keep-- {
			if found, ok := loadZone(strings.Join(parts[len(parts)-keep:], "/")); ok && (keep > 1 || strings.HasPrefix(name, "/")) {
				return found, true
			}
		}
	}
	return clock{}, false
}

// loadZone looks an IANA name up, in any case and with spaces for underlines.
func loadZone(name string) (clock, bool) {
	switch strings.ToUpper(name) {
	case "":
		return clock{}, false
	case "UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT", "UNIVERSAL", "ZULU", "ETC/ZULU", "TZONE://MICROSOFT/UTC", "COORDINATED UNIVERSAL TIME", "GREENWICH MEAN TIME":
		return clock{"UTC", time.UTC}, true
	case "LOCAL": // the machine's own, for Go
		return clock{}, false
	}
	if len(name) > 60 {
		return clock{}, false
	}
	if zone, err := time.LoadLocation(name); err == nil {
		return clock{name, zone}, true
	}
	if !strings.Contains(name, "/") {
		return clock{}, false
	}
	spelled := zoneCase(name)
	if spelled == name {
		return clock{}, false
	}
	zone, err := time.LoadLocation(spelled)
	return clock{spelled, zone}, err == nil
}

// zoneCase writes a name as the zone database does: America/Port_of_Spain.
func zoneCase(name string) string {
	text := []byte(strings.ReplaceAll(strings.ToLower(name), " ", "_"))
	start := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '/' && text[i] != '_' && text[i] != '-' {
			continue
		}
		switch word := string(text[start:i]); word {
		case "of", "es", "au":
		default:
			if len(word) > 0 && 'a' <= word[0] && word[0] <= 'z' {
				text[start] -= 'a' - 'A'
			}
		}
		start = i + 1
	}
	return string(text)
}

// shownName reads the names that Windows shows in its menus, such as
// "(UTC+01:00) Amsterdam, Berlin, Bern" or "Eastern Time (US & Canada)", and
// bare offsets such as GMT+0200.
func shownName(name string) (clock, bool) {
	rest := name
	offset, hasOffset := 0, false
	if inner, after, ok := strings.Cut(strings.TrimPrefix(name, "("), ")"); ok && strings.HasPrefix(name, "(") {
		if seconds, ok := offsetName(inner); ok {
			offset, hasOffset, rest = seconds, true, strings.TrimSpace(after)
		}
	} else if seconds, ok := offsetName(name); ok {
		return fixed(seconds), true
	}
	if iana := menuZone(rest); iana != "" {
		return loadZone(iana)
	}
	if !hasOffset {
		return clock{}, false
	}
	for city := range strings.FieldsFuncSeq(rest, func(r rune) bool { return r == ',' || r == '/' }) {
		if found, ok := cityZone(strings.TrimSpace(city), offset); ok {
			return found, true
		}
	}
	return fixed(offset), true
}

// offsetName reads UTC+01:00, GMT-3, GMT+01.00 and bare offsets.
func offsetName(name string) (seconds int, ok bool) {
	rest := strings.ToUpper(strings.TrimSpace(name))
	prefixed := false
	for _, p := range [...]string{"UTC", "GMT"} {
		if r, found := strings.CutPrefix(rest, p); found {
			rest, prefixed = strings.TrimSpace(r), true
		}
	}
	rest = strings.NewReplacer(".", ":", "−", "-", "–", "-").Replace(rest)
	if rest == "" && prefixed {
		return 0, true
	}
	return parseOffset(rest)
}

// fixed is a zone without clock changes.
func fixed(seconds int) clock {
	if seconds == 0 {
		return clock{"UTC", time.UTC}
	}
	sign, s := '+', seconds
	if s < 0 {
		sign, s = '-', -s
	}
	name := fmt.Sprintf("UTC%c%02d:%02d", sign, s/3600, s/60%60)
	return clock{name, time.FixedZone(name, seconds)}
}

// cityZone finds the zone named after a city whose winter or summer clock has
// an offset, which tells cities of one name apart.
func cityZone(city string, offset int) (clock, bool) {
	if len(city) < 3 || len(city) > 40 {
		return clock{}, false
	}
	for _, area := range [...]string{"Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian", "America/Argentina"} {
		found, ok := loadZone(zoneCase(area + "/" + city))
		if !ok {
			continue
		}
		for _, month := range [...]time.Month{time.January, time.July} {
			if _, there := time.Date(2024, month, 1, 0, 0, 0, 0, found.zone).Zone(); there == offset {
				return found, true
			}
		}
	}
	return clock{}, false
}
