package when

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/teambition/rrule-go"

	"rapport"
)

// horizon is how far ahead of a day the next times of a rule are looked for. A
// rule that does not come round within it, such as 30 February, has none.
const horizon = 12 * 366 * 24 * time.Hour

// Recur returns the first n times, not before from, of a series that begins at
// start and comes round by a rule of RFC 5545, such as
// FREQ=WEEKLY;INTERVAL=2;BYDAY=TH. The series keeps the clock of start's zone:
// its times move in every other zone when the clocks change. Fewer than n come
// back where the rule ends, or where nothing comes round in twelve years.
//
// A rule that comes round several times a day is refused, and so is one that
// RFC 5545 does not know.
func Recur(rule string, start, from time.Time, n int) ([]time.Time, error) {
	option, err := parseRule(rule)
	if err != nil {
		return nil, err
	}
	// The library counts whole seconds.
	option.Dtstart = start.Truncate(time.Second)
	last := from.Add(horizon)
	if option.Until.IsZero() || option.Until.After(last) {
		option.Until = last
	}
	r, err := rrule.NewRRule(*option)
	if err != nil {
		return nil, badRule(rule, err.Error())
	}
	var times []time.Time
	next := r.Iterator()
	for len(times) < n {
		t, ok := next()
		if !ok {
			break
		}
		if !t.Before(from) {
			times = append(times, t)
		}
	}
	return times, nil
}

// parseRule reads a rule, with or without RRULE: in front.
func parseRule(text string) (*rrule.ROption, error) {
	rule := strings.ToUpper(strings.TrimSpace(text))
	rule = strings.TrimSuffix(strings.TrimPrefix(rule, "RRULE:"), ";")
	if len(rule) > longestRule || strings.ContainsAny(rule, "\r\n") {
		return nil, badRule(text, "it is too long, or has several lines")
	}
	seen := map[string]bool{}
	for part := range strings.SplitSeq(rule, ";") {
		key, _, _ := strings.Cut(part, "=")
		switch {
		case key == "DTSTART" || key == "BYEASTER":
			return nil, badRule(text, key+" is not part of a rule")
		case seen[key]:
			return nil, badRule(text, "it says "+key+" twice")
		}
		seen[key] = true
	}
	if seen["COUNT"] && seen["UNTIL"] {
		return nil, badRule(text, "COUNT and UNTIL contradict each other")
	}
	option, err := rrule.StrToROption(rule)
	if err != nil {
		return nil, badRule(text, err.Error())
	}
	if option.Freq > rrule.DAILY {
		return nil, badRule(text, "it comes round several times a day")
	}
	if option.Interval == 0 && seen["INTERVAL"] || option.Interval > 1000 || option.Count == 0 && seen["COUNT"] || option.Count < 0 {
		return nil, badRule(text, "INTERVAL and COUNT are numbers from 1 on")
	}
	if _, err := rrule.NewRRule(*option); err != nil {
		return nil, badRule(text, err.Error())
	}
	return option, nil
}

// longestRule is the length in bytes beyond which no text is a rule.
const longestRule = 400

func badRule(rule, why string) error {
	return rapport.Errorf(rapport.Invalid, "%q is not a rule of RFC 5545: %s", clip(rule), why).
		WithHint("such a rule looks like FREQ=WEEKLY;INTERVAL=2;BYDAY=TH")
}

// clip cuts what is quoted in an error.
func clip(text string) string {
	text = rapport.OneLine(text)
	if runes := []rune(text); len(runes) > 60 {
		return string(runes[:60]) + "…"
	}
	return text
}

// Days is about how many days lie between two turns of a rhythm: 14 for every
// two weeks, 30 for monthly. It is zero where meetings are held only when
// needed.
func (r Rhythm) Days() int {
	option, err := parseRule(r.Rule)
	if r.Rule == "" || err != nil {
		return 0
	}
	every, turns := max(1, option.Interval), max(1, len(option.Byweekday), len(option.Bymonthday))
	if len(option.Bysetpos) > 0 {
		turns = len(option.Bysetpos)
	}
	switch option.Freq {
	case rrule.DAILY:
		return every
	case rrule.WEEKLY:
		return max(1, 7*every/turns)
	case rrule.MONTHLY:
		return max(1, 30*every/turns)
	}
	return max(1, 365*every/max(1, len(option.Bymonth)))
}

// HasDay reports whether the rhythm says on which days it comes round: "every
// two weeks" alone does not.
func (r Rhythm) HasDay() bool {
	option, err := parseRule(r.Rule)
	if r.Rule == "" || err != nil {
		return false
	}
	return option.Freq == rrule.DAILY || len(option.Byweekday)+len(option.Bymonthday)+len(option.Byyearday) > 0
}

// Words says the rhythm for people, such as "every 2 weeks on Thursday at
// 16:00"; a rule that is too rare for words says itself.
func (r Rhythm) Words() string {
	if r.Rule == "" {
		return "only when needed"
	}
	text := r.ruleWords()
	if r.Time != "" {
		text += " at " + r.Time
	}
	return text
}

func (r Rhythm) ruleWords() string {
	option, err := parseRule(r.Rule)
	if err != nil {
		return r.Rule
	}
	var b strings.Builder
	units := [...]string{rrule.YEARLY: "year", rrule.MONTHLY: "month", rrule.WEEKLY: "week", rrule.DAILY: "day"}
	if n := option.Interval; n > 1 {
		fmt.Fprintf(&b, "every %d %ss", n, units[option.Freq])
	} else {
		b.WriteString("every " + units[option.Freq])
	}
	rare := len(option.Bymonth) + len(option.Byyearday) + len(option.Byweekno) + len(option.Bysetpos)
	if rare > 0 || len(option.Byweekday) > 0 && len(option.Bymonthday) > 0 {
		return r.Rule
	}
	var on []string
	for _, d := range option.Byweekday {
		name := time.Weekday((d.Day() + 1) % 7).String()
		if d.N() != 0 {
			name = "the " + nthWords(d.N()) + " " + name
		}
		on = append(on, name)
	}
	for _, n := range option.Bymonthday {
		if n < 0 {
			on = append(on, "the "+strings.TrimSuffix(nthWords(n), " ")+" day")
		} else {
			on = append(on, "the "+nthWords(n))
		}
	}
	if len(on) > 0 {
		b.WriteString(" on " + joined(on))
	}
	if option.Count > 0 {
		fmt.Fprintf(&b, ", %d times", option.Count)
	}
	if !option.Until.IsZero() {
		b.WriteString(", until " + option.Until.Format("2 Jan 2006"))
	}
	return b.String()
}

// nthWords says which one of several, counted from the end below zero.
func nthWords(n int) string {
	switch n {
	case 1, 21, 31:
		return fmt.Sprintf("%dst", n)
	case 2, 22:
		return fmt.Sprintf("%dnd", n)
	case 3, 23:
		return fmt.Sprintf("%drd", n)
	case -1:
		return "last"
	}
	if n < 0 {
		return nthWords(-n) + " last"
	}
	return fmt.Sprintf("%dth", n)
}

func joined(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// Next returns the first n times of the rhythm from a moment on. They are kept
// on the clock of zone; the rhythm begins on its first day From, or, where that
// was not said, on since. Without a time of day they are at noon, without days
// there are none.
func (r Rhythm) Next(zone *time.Location, since rapport.Day, from time.Time, n int) []time.Time {
	if !r.HasDay() {
		return nil
	}
	begin := r.From
	if begin == "" {
		begin = since
	}
	hour, minute := 12, 0
	if clock, err := time.Parse("15:04", r.Time); err == nil {
		hour, minute = clock.Hour(), clock.Minute()
	}
	d := begin.Time()
	start := time.Date(d.Year(), d.Month(), d.Day(), hour, minute, 0, 0, zone)
	times, err := Recur(r.Rule, start, from, n)
	if err != nil {
		return nil // HasDay has read the rule
	}
	return times
}

// settledRule takes the time of day out of a rule, which a rhythm keeps apart.
func settledRule(text string) (rule, clock string, err error) {
	option, err := parseRule(text)
	if err != nil {
		return "", "", err
	}
	if len(option.Byhour) > 1 || len(option.Byminute) > 1 || len(option.Bysecond) > 1 {
		return "", "", badRule(text, "it comes round several times a day")
	}
	if len(option.Byhour) == 1 {
		minute := 0
		if len(option.Byminute) == 1 {
			minute = option.Byminute[0]
		}
		clock = fmt.Sprintf("%02d:%02d", option.Byhour[0], minute)
	}
	parts := strings.Split(strings.TrimSuffix(strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(text)), "RRULE:"), ";"), ";")
	parts = slices.DeleteFunc(parts, func(part string) bool {
		key, _, _ := strings.Cut(part, "=")
		return key == "BYHOUR" || key == "BYMINUTE" || key == "BYSECOND"
	})
	return strings.Join(parts, ";"), clock, nil
}
