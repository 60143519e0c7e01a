package diary

import (
	"strings"
	"time"

	"github.com/teambition/rrule-go"
)

// ruleOf returns the rule of RFC 5545 that a rhythm is: as it stands, or by the
// words that journals use. One that comes round without a day is none.
func ruleOf(every string) (rule string, ok bool) {
	text := strings.TrimPrefix(strings.ToUpper(strings.TrimSpace(every)), "RRULE:")
	if strings.Contains(text, "FREQ=") {
		return text, true
	}
	switch strings.ToLower(strings.TrimSpace(every)) {
	case "daily", "every day":
		return "FREQ=DAILY", true
	case "weekly", "every week", "each week", "once a week":
		return "FREQ=WEEKLY", true
	case "biweekly", "bi-weekly", "fortnightly", "every two weeks", "every 2 weeks", "every other week", "every second week":
		return "FREQ=WEEKLY;INTERVAL=2", true
	case "every three weeks", "every 3 weeks":
		return "FREQ=WEEKLY;INTERVAL=3", true
	case "every four weeks", "every 4 weeks":
		return "FREQ=WEEKLY;INTERVAL=4", true
	case "monthly", "every month", "once a month":
		return "FREQ=MONTHLY", true
	}
	return "", false
}

// times returns the first n times of a rule, not before from, of a series that
// may begin at start. They keep the clock of start's zone.
func times(rule string, start, from time.Time, n int) ([]time.Time, error) {
	option, err := rrule.StrToROption(rule)
	if err != nil {
		return nil, err
	}
	// The rule walks by the clock of the wall, and the zone is put back behind.
	wall := func(t time.Time) time.Time {
		t = t.In(start.Location())
		return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	}
	option.Dtstart = wall(start)
	if !option.Until.IsZero() {
		option.Until = wall(option.Until)
	}
	r, err := rrule.NewRRule(*option)
	if err != nil {
		return nil, err
	}
	var out []time.Time
	next := r.Iterator()
	for range 20_000 {
		t, more := next()
		if !more || len(out) == n {
			break
		}
		at := time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, start.Location())
		if !at.Before(from) {
			out = append(out, at)
		}
	}
	return out, nil
}
