package when

import (
	"fmt"
	"strings"
	"time"

	"rapport"
)

// Rhythm is how often people agreed to meet.
type Rhythm struct {
	// Rule is a rule of RFC 5545 without its start, such as
	// FREQ=WEEKLY;INTERVAL=2;BYDAY=TH. Empty means only when needed.
	Rule string
	// Time is the clock time as HH:MM; empty where none was said.
	Time string
	// Zone is the IANA name of the zone that was named with the time; empty
	// where none was.
	Zone string
	// From is the day from which it holds; empty where none was said.
	From rapport.Day
	// Minutes is how long one takes; zero where that was not said.
	Minutes int
}

// ParseRhythm reads how often people agreed to meet, in words ("every two weeks
// on thursday 16:00", "first monday of the month at 9", "weekly", "only when
// needed") or as a rule of RFC 5545. The whole text must be understood.
func ParseRhythm(text string, c Clock) (Rhythm, error) {
	if strings.Contains(strings.ToUpper(text), "FREQ=") {
		rule, clock, err := settledRule(text)
		return Rhythm{Rule: rule, Time: clock}, err
	}
	c.Context = Meeting
	if len(text) > longest {
		return Rhythm{}, badRhythm(text, "it is too long")
	}
	toks := trim(tokenise(text))
	p := &rhythmParser{parser: parser{c: c, toks: toks, known: make([]*reading, len(toks)+1)}}
	return p.read(text)
}

func badRhythm(text, why string) error {
	return rapport.Errorf(rapport.Invalid, "%q is not a rhythm: %s", clip(text), why).
		WithHint(`write it as "every two weeks on thursday 16:00", "first monday of the month 9:30", weekly, none, or a rule such as FREQ=WEEKLY;BYDAY=TH`)
}

// rhythmParser reads how often something comes round.
type rhythmParser struct {
	parser
	// freq and interval are what comes round, such as every two weeks.
	freq     string
	interval int
	// days are the weekdays, with the number of one in its month in front, and
	// dates the days of the month.
	days, dates []string
	// nth and ofMonth say that days are numbered in their month.
	pos string
	out Rhythm
}

func (p *rhythmParser) read(text string) (Rhythm, error) {
	if len(p.toks) == 0 {
		return Rhythm{}, badRhythm(text, "nothing is written here")
	}
	if p.onlyWhenNeeded() {
		return Rhythm{}, nil
	}
	i := 0
	for i < len(p.toks) {
		next, ok := p.part(i)
		if !ok {
			if p.why == "" {
				p.why = fmt.Sprintf("“%s” is not understood", p.toks[i].text)
			}
			return Rhythm{}, badRhythm(text, p.why)
		}
		i = next
	}
	if p.freq == "" {
		return Rhythm{}, badRhythm(text, "it does not say how often")
	}
	if p.freq == "WEEKLY" && len(p.dates)+len(p.pos) > 0 || p.freq == "DAILY" && len(p.days)+len(p.dates) > 0 {
		return Rhythm{}, badRhythm(text, "the days contradict how often it is")
	}
	if p.freq == "MONTHLY" && p.pos == "" {
		for _, d := range p.days {
			if len(d) == 2 {
				return Rhythm{}, badRhythm(text, "which one in the month? write first, second or last in front of the weekday")
			}
		}
	}
	p.out.Rule = p.rule()
	if _, err := parseRule(p.out.Rule); err != nil {
		return Rhythm{}, badRhythm(text, "there is no such rule")
	}
	return p.out, nil
}

func (p *rhythmParser) rule() string {
	rule := "FREQ=" + p.freq
	if p.interval > 1 {
		rule += fmt.Sprintf(";INTERVAL=%d", p.interval)
	}
	if len(p.days) > 0 {
		rule += ";BYDAY=" + strings.Join(p.days, ",")
	}
	if len(p.dates) > 0 {
		rule += ";BYMONTHDAY=" + strings.Join(p.dates, ",")
	}
	return rule + p.pos
}

// onlyWhenNeeded reads the ways to say that there is no rhythm.
func (p *rhythmParser) onlyWhenNeeded() bool {
	for _, words := range [...][]string{
		{"none"},
		{"no"},
		{"no", "rhythm"},
		{"on", "demand"},
		{"ad", "hoc"},
		{"ad", "-", "hoc"},
		{"when", "needed"},
		{"as", "needed"},
		{"if", "needed"},
		{"when", "necessary"},
		{"on", "request"},
	} {
		if i := p.skip(0, "only"); p.wordsEnd(i, words...) {
			return true
		}
	}
	return false
}

// part reads one part of the rhythm.
func (p *rhythmParser) part(i int) (int, bool) {
	if p.freq == "" {
		return p.often(i)
	}
	switch {
	case p.word(i, "of", "in") && p.pos+strings.Join(p.days, "")+strings.Join(p.dates, "") != "" && p.freq == "MONTHLY":
		j := p.skip(i+1, "the", "each", "every", "a")
		if p.word(j, "month") {
			return j + 1, true
		}
	case p.word(i, "from", "starting", "beginning", "since", "as"):
		return p.begin(i)
	}
	if j := p.skip(i, "for", ","); p.out.Minutes == 0 {
		if l, next, ok := p.length(j); ok && l == (length{clock: l.clock}) && l.clock%time.Minute == 0 && l.clock > 0 {
			p.out.Minutes = int(l.clock / time.Minute)
			return next, true
		}
	}
	if next, ok := p.monthDays(p.skip(p.skip(i, "on", "and", "&"), "the")); ok && p.freq == "MONTHLY" {
		return next, true
	}
	if next, ok := p.weekdays(p.skip(i, "on", "and", "&")); ok {
		return next, true
	}
	if p.out.Time == "" {
		if t, next, ok := p.clock(i, true); ok {
			return next, p.at(t)
		}
	}
	if next := p.skip(i, ",", "on", "-"); next > i && next < len(p.toks) {
		return next, true
	}
	return i, false
}

// at takes the time of day.
func (p *rhythmParser) at(t clockTime) bool {
	t = t.settled()
	if t.bad != "" || t.hour == 24 || t.sec != 0 {
		p.note(cmpOr(t.bad, "there is no such time of day"))
		return false
	}
	p.out.Time = fmt.Sprintf("%02d:%02d", t.hour, t.min)
	if t.zone == nil {
		return true
	}
	p.out.Zone = t.zone.String()
	if _, err := time.LoadLocation(p.out.Zone); err != nil || p.out.Zone == "" || !strings.Contains(p.out.Zone, "/") && p.out.Zone != "UTC" {
		p.note("an abbreviation of a zone does not say when its clocks change: name the city, as in tz:Europe/London")
		return false
	}
	return true
}

func cmpOr(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// begin reads the day from which the rhythm holds.
func (p *rhythmParser) begin(i int) (int, bool) {
	j := i + 1
	if p.word(i, "as") {
		j = p.skip(j, "of", "from")
	}
	s, next, ok := p.parser.days(p.skip(j, "on"))
	if !ok || p.out.From != "" {
		return i, false
	}
	o := s.pick(p.c, nil)
	if o.why != "" {
		p.note(o.why)
		return i, false
	}
	p.out.From = o.first
	return next, true
}

// often reads how often: weekly, every other thursday, the first monday of the
// month, mondays and thursdays.
func (p *rhythmParser) often(i int) (int, bool) {
	every := func(n int, freq string) (int, bool) {
		p.interval, p.freq = n, freq
		return i + 1, true
	}
	switch p.text(i) {
	case "daily":
		return every(1, "DAILY")
	case "weekly":
		return every(1, "WEEKLY")
	case "biweekly", "fortnightly":
		return every(2, "WEEKLY")
	case "monthly":
		return every(1, "MONTHLY")
	case "quarterly":
		return every(3, "MONTHLY")
	case "yearly", "annually":
		return every(1, "YEARLY")
	case "bimonthly", "twice":
		p.note(fmt.Sprintf("“%s” can be read in two ways: say every two weeks, every two months, or the days", p.text(i)))
		return i, false
	case "every", "each":
		return p.every(i + 1)
	case "once", "one":
		if p.word(i+1, "a", "per", "every", "each") {
			return p.every(i + 2)
		}
	}
	if next, ok := p.words(i, "bi", "-", "weekly"); ok {
		p.interval, p.freq = 2, "WEEKLY"
		return next, true
	}
	if next, ok := p.numberedDay(p.skip(p.skip(i, "on"), "the")); ok {
		return next, true
	}
	if _, ok := weekdaysOf(p.text(p.skip(i, "on"))); ok {
		p.interval, p.freq = 1, "WEEKLY"
		return p.weekdays(p.skip(i, "on"))
	}
	return i, false
}

// every reads what stands behind "every".
func (p *rhythmParser) every(i int) (int, bool) {
	n, j := 1, i
	numbered := false
	switch {
	case p.word(i, "other"), p.word(i, "alternate"):
		n, j = 2, i+1
	case p.word(i, "single"):
		j = i + 1
	default:
		if m, next, ok := p.ordinal(i); ok {
			n, j, numbered = m, next, true
		} else if m, next, ok := p.count(i); ok && !p.word(i, "a", "an") {
			n, j = m, next
		} else if next, ok := p.numberedDay(p.skip(i, "the")); ok {
			return next, true
		}
	}
	if n < 1 || n > 99 {
		return i, false
	}
	p.interval = n
	if numbered && n <= 5 {
		// "every second thursday of the month" is one day a month, "every
		// first monday" cannot be anything else.
		if w, ok := weekdayOf(p.text(j)); ok && (n == 1 || p.ofMonth(j+1)) {
			p.interval, p.freq = 1, "MONTHLY"
			p.days = append(p.days, fmt.Sprintf("%d%s", n, ruleDay(w)))
			return p.behindMonth(j + 1), true
		}
	}
	if next, ok := p.workdayWord(j); ok || p.word(j, "weekday", "weekdays") {
		if n != 1 {
			p.note("a rhythm of several working days has no rule: name the weekdays")
			return i, false
		}
		p.freq = "WEEKLY"
		p.allWorkdays()
		if !ok {
			next = j + 1
		}
		return next, true
	}
	if u, ok := unitOf(p.text(j)); ok {
		switch u {
		case day:
			p.freq = "DAILY"
		case week:
			p.freq = "WEEKLY"
		case fortnight:
			p.freq, p.interval = "WEEKLY", 2*n
		case month:
			p.freq = "MONTHLY"
		case quarter:
			p.freq, p.interval = "MONTHLY", 3*n
		case half:
			p.freq, p.interval = "MONTHLY", 6*n
		case year:
			p.freq = "YEARLY"
		default:
			return i, false
		}
		return j + 1, true
	}
	if next, ok := p.weekdays(j); ok {
		p.freq = "WEEKLY"
		return next, true
	}
	return i, false
}

// allWorkdays takes the user's working days.
func (p *rhythmParser) allWorkdays() {
	for n := range 7 {
		if w := time.Weekday((n + 1) % 7); p.c.Week.Has(w) {
			p.days = append(p.days, ruleDay(w))
		}
	}
}

// numberedDay reads the first monday, the last friday, the last working day or
// the 15th, of the month.
func (p *rhythmParser) numberedDay(i int) (int, bool) {
	n, j, ok := p.ordinal(i)
	if p.word(i, "last") {
		n, j, ok = -1, i+1, true
	}
	if !ok || n > 31 {
		return i, false
	}
	if w, isDay := weekdayOf(p.text(j)); isDay && n <= 5 {
		p.freq, p.interval = "MONTHLY", max(1, p.interval)
		p.days = append(p.days, fmt.Sprintf("%d%s", n, ruleDay(w)))
		return p.behindMonth(j + 1), true
	}
	if next, isWork := p.workdayWord(j); isWork {
		p.freq, p.interval = "MONTHLY", max(1, p.interval)
		p.allWorkdays()
		p.pos = fmt.Sprintf(";BYSETPOS=%d", n)
		return p.behindMonth(next), true
	}
	if p.freq == "" && !p.ofMonth(p.skip(j, "day")) {
		return i, false
	}
	p.freq, p.interval = "MONTHLY", max(1, p.interval)
	p.dates = append(p.dates, fmt.Sprint(n))
	return p.behindMonth(p.skip(j, "day")), true
}

// ordinal reads first, 1st or fifteenth, and never a bare number.
func (p *rhythmParser) ordinal(i int) (n, next int, ok bool) {
	if n, ok := ordinalOf(p.text(i)); ok {
		return n, i + 1, true
	}
	if n, ok := p.num(i); ok && p.word(i+1, "st", "nd", "rd", "th") && p.glued(i+1) {
		return n, i + 2, true
	}
	return 0, i, false
}

// ofMonth reports whether "of the month" stands at i.
func (p *rhythmParser) ofMonth(i int) bool { return p.behindMonth(i) > i }

func (p *rhythmParser) behindMonth(i int) int {
	if p.word(i, "of", "in") {
		if j := p.skip(i+1, "the", "each", "every", "a"); p.word(j, "month") {
			return j + 1
		}
	}
	if p.word(i, "each", "every", "a") && p.word(i+1, "month") {
		return i + 2
	}
	return i
}

// monthDays reads the days of a month behind "monthly on": the 15th, the first
// tuesday.
func (p *rhythmParser) monthDays(i int) (int, bool) {
	if p.freq != "MONTHLY" {
		return i, false
	}
	return p.numberedDay(i)
}

// weekdays reads one or more weekdays.
func (p *rhythmParser) weekdays(i int) (int, bool) {
	found := false
	for {
		w, ok := weekdayOf(p.text(i))
		if !ok {
			w, ok = weekdaysOf(p.text(i))
		}
		if !ok {
			return i, found
		}
		p.days = append(p.days, ruleDay(w))
		found = true
		i++
		if j := p.skip(i, "and", "&", "+", "/", ","); j > i {
			if _, ok := weekdayOf(p.text(j)); ok {
				i = j
			} else if _, ok := weekdaysOf(p.text(j)); ok {
				i = j
			}
		}
	}
}

// ruleDay is a weekday in the words of RFC 5545.
func ruleDay(w time.Weekday) string { return strings.ToUpper(w.String()[:2]) }
