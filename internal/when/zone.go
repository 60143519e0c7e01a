package when

import (
	"fmt"
	"strings"
	"time"

	"rapport"
)

// civil is a time on the wall: a day and a clock, without a zone.
type civil struct {
	day            rapport.Day
	hour, min, sec int
}

func civilOf(t time.Time) civil {
	return civil{rapport.DayOf(t), t.Hour(), t.Minute(), t.Second()}
}

// instants returns the instants at which the clocks of a zone show c, earliest
// first: none in the hour that clocks skip, two in the hour they repeat.
func instants(c civil, zone *time.Location) []time.Time {
	d := c.day.Time()
	utc := time.Date(d.Year(), d.Month(), d.Day(), c.hour, c.min, c.sec, 0, time.UTC)
	want := civilOf(utc)
	var found []time.Time
	for _, from := range [...]time.Duration{-36 * time.Hour, 36 * time.Hour} {
		_, offset := utc.Add(from).In(zone).Zone()
		t := utc.Add(-time.Duration(offset) * time.Second).In(zone)
		if civilOf(t) != want {
			continue
		}
		switch {
		case len(found) == 0:
			found = append(found, t)
		case t.Before(found[0]):
			found = append([]time.Time{t}, found...)
		case t.After(found[0]):
			found = append(found, t)
		}
	}
	return found
}

// readings returns how many instants a wall time has.
func readings(c civil, zone *time.Location) int { return len(instants(c, zone)) }

// wall returns the first instant at which the clocks of a zone show c.
func (p *parser) wall(c civil, zone *time.Location) (time.Time, bool) {
	if found := instants(c, zone); len(found) > 0 {
		return found[0], true
	}
	p.note(fmt.Sprintf("the clocks are put forward then: there is no %02d:%02d on %s", c.hour, c.min, c.day.Time().Format("2 January 2006")))
	return time.Time{}, false
}

// timed answers with the instant of a time on the day that the context means.
func (p *parser) timed(days series, haveDays bool, t clockTime, part dayPart) (Answer, bool) {
	if part == morning || part == evening {
		if t.open || t.dozen {
			t = t.inPart(part)
		} else if part == morning && t.hour > 12 {
			t.bad = "the time is not in the morning"
		}
	}
	t = t.settled()
	if t.bad != "" {
		p.note(t.bad)
		return Answer{}, false
	}
	if haveDays && days.unit != day {
		p.note("a clock time needs one day")
		return Answer{}, false
	}
	zone := p.c.Now.Location()
	c := p.c
	if t.zone != nil {
		zone = t.zone
	}
	if !haveDays {
		days = every(day)
		c.Now = c.Now.In(zone)
	}
	var accept func(occurrence) bool
	if days.cycle == day || days.strict {
		accept = func(o occurrence) bool {
			if o.base != "" {
				return days.fits(o, c.Today(), c.ahead())
			}
			at := p.roughly(t.on(o.first), zone)
			if c.ahead() {
				// A weekday means today only with a time still to come.
				return at.After(c.Now) || at.Equal(c.Now) && !days.strict
			}
			return !at.After(c.Now)
		}
	}
	o := days.pick(c, accept)
	if o.why != "" {
		p.note(o.why)
		return Answer{}, false
	}
	at, ok := p.wall(t.on(o.first), zone)
	if !ok {
		return Answer{}, false
	}
	return p.instantAnswer(at), true
}

// on returns the time of day on a day; 24:00 is the start of the next.
func (t clockTime) on(d rapport.Day) civil {
	if t.hour == 24 {
		return civil{day: d.Add(1)}
	}
	return civil{d, t.hour, t.min, t.sec}
}

// roughly returns the instant of a wall time, for comparing: where clocks skip
// it, an instant beside it.
func (p *parser) roughly(c civil, zone *time.Location) time.Time {
	if found := instants(c, zone); len(found) > 0 {
		return found[0]
	}
	d := c.day.Time()
	return time.Date(d.Year(), d.Month(), d.Day(), c.hour, c.min, c.sec, 0, zone)
}

// zone reads the zone behind a time: utc, +01:00, CET, london, New York time,
// Europe/Berlin.
func (p *parser) zone(i int) (*time.Location, int, bool) {
	if offset, next, ok := p.utcOffset(i); ok {
		return time.FixedZone("", offset), next, true
	}
	j := p.skip(i, "in")
	if p.text(j) == "" {
		return nil, i, false
	}
	if j == i {
		if offset, ok := offsetOf(p.text(i)); ok {
			offset = offset * 60
			next := i + 1
			if p.word(i, "utc", "gmt") {
				if more, end, ok := p.utcOffset(next); ok {
					offset, next = more, end
				}
			}
			return time.FixedZone(strings.ToUpper(p.text(i)), offset), p.skip(next, "time"), true
		}
	}
	name, next, ok := p.zoneName(j)
	if !ok {
		return nil, i, false
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, i, false
	}
	return zone, p.skip(next, "time"), true
}

// utcOffset reads +01:00, +0100, +1 or -5:30, in seconds.
func (p *parser) utcOffset(i int) (seconds, next int, ok bool) {
	if p.word(i, "z") && p.glued(i) {
		return 0, i + 1, true
	}
	if !p.word(i, "+", "-") || !p.hour(i+1) || !p.glued(i+1) {
		return 0, i, false
	}
	t := p.toks[i+1]
	h, m := t.int(), 0
	next = i + 2
	switch {
	case len(t.text) <= 2 && p.timeColon(next) && next+1 < len(p.toks) && p.toks[next+1].digits(2):
		m, next = p.toks[next+1].int(), next+2
	case t.digits(4):
		h, m = h/100, h%100
	case len(t.text) > 2:
		return 0, i, false
	case p.word(i, "-") && !p.word(i-1, "utc", "gmt"):
		// "9:00-10" is a stretch of hours.
		return 0, i, false
	}
	if h > 14 || m > 59 {
		return 0, i, false
	}
	seconds = (h*60 + m) * 60
	if p.word(i, "-") {
		seconds = -seconds
	}
	return seconds, next, true
}

// offsetOf returns the minutes east of UTC of an abbreviation that means the
// same everywhere it is used; IST and the like do not.
func offsetOf(w string) (int, bool) {
	switch w {
	case "utc", "gmt", "wet":
		return 0, true
	case "bst", "cet", "west":
		return 60, true
	case "cest", "eet", "sast":
		return 120, true
	case "eest", "msk":
		return 180, true
	case "sgt", "hkt", "awst":
		return 480, true
	case "jst", "kst":
		return 540, true
	case "aest":
		return 600, true
	case "aedt":
		return 660, true
	case "nzst":
		return 720, true
	case "nzdt":
		return 780, true
	case "edt":
		return -240, true
	case "est", "cdt":
		return -300, true
	case "cst", "mdt":
		return -360, true
	case "mst", "pdt":
		return -420, true
	case "pst", "akdt":
		return -480, true
	case "akst":
		return -540, true
	case "hst":
		return -600, true
	}
	return 0, false
}

// zoneName reads a city or an IANA name and returns the latter.
func (p *parser) zoneName(i int) (name string, next int, ok bool) {
	if p.word(i+1, "/") && p.glued(i+1) {
		var b strings.Builder
		next = i
		for next < len(p.toks) && (next == i || p.toks[next].glued) && (p.text(next) != "" || p.word(next, "/", "_", "-")) {
			t := p.toks[next].text
			if p.text(next) != "" {
				t = strings.ToUpper(t[:1]) + t[1:]
			}
			b.WriteString(t)
			next++
		}
		return b.String(), next, true
	}
	for n := 3; n >= 1; n-- {
		words := ""
		for k := range n {
			if p.text(i+k) == "" {
				words = ""
				break
			}
			words += p.text(i+k) + " "
		}
		if name := zoneOf(strings.TrimSpace(words)); name != "" {
			return name, i + n, true
		}
	}
	return "", i, false
}

// zoneOf returns the zone of a city, or of the name people give to the zones
// of the United States.
func zoneOf(city string) string {
	switch city {
	case "et", "eastern", "new york", "nyc", "boston", "washington", "atlanta", "miami":
		return "America/New_York"
	case "ct", "central", "chicago", "austin", "dallas", "houston":
		return "America/Chicago"
	case "mt", "mountain", "denver":
		return "America/Denver"
	case "pt", "pacific", "los angeles", "san francisco", "seattle", "la", "sf":
		return "America/Los_Angeles"
	case "phoenix":
		return "America/Phoenix"
	case "toronto", "montreal", "ottawa":
		return "America/Toronto"
	case "vancouver":
		return "America/Vancouver"
	case "mexico city":
		return "America/Mexico_City"
	case "são paulo", "sao paulo":
		return "America/Sao_Paulo"
	case "buenos aires":
		return "America/Argentina/Buenos_Aires"
	case "london", "uk", "edinburgh", "manchester":
		return "Europe/London"
	case "dublin":
		return "Europe/Dublin"
	case "lisbon":
		return "Europe/Lisbon"
	case "berlin", "munich", "hamburg", "frankfurt", "german":
		return "Europe/Berlin"
	case "paris", "madrid", "rome", "amsterdam", "brussels", "vienna", "zurich", "stockholm", "oslo",
		"copenhagen", "warsaw", "prague", "budapest":
		return "Europe/" + strings.ToUpper(city[:1]) + city[1:]
	case "barcelona":
		return "Europe/Madrid"
	case "milan":
		return "Europe/Rome"
	case "zürich", "geneva":
		return "Europe/Zurich"
	case "helsinki", "athens", "istanbul", "kyiv", "bucharest", "sofia", "moscow":
		return "Europe/" + strings.ToUpper(city[:1]) + city[1:]
	case "cairo", "johannesburg", "nairobi", "lagos":
		return "Africa/" + strings.ToUpper(city[:1]) + city[1:]
	case "cape town":
		return "Africa/Johannesburg"
	case "dubai", "karachi", "dhaka", "bangkok", "jakarta", "singapore", "shanghai", "tokyo", "seoul", "manila":
		return "Asia/" + strings.ToUpper(city[:1]) + city[1:]
	case "tel aviv", "jerusalem":
		return "Asia/Jerusalem"
	case "india", "mumbai", "bangalore", "bengaluru", "delhi", "new delhi", "hyderabad", "chennai", "pune":
		return "Asia/Kolkata"
	case "kathmandu":
		return "Asia/Kathmandu"
	case "beijing":
		return "Asia/Shanghai"
	case "hong kong":
		return "Asia/Hong_Kong"
	case "sydney", "melbourne", "brisbane", "perth", "adelaide":
		return "Australia/" + strings.ToUpper(city[:1]) + city[1:]
	case "auckland", "wellington":
		return "Pacific/Auckland"
	}
	return ""
}
