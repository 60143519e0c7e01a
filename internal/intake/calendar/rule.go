package calendar

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/teambition/rrule-go"
)

// rule is an RRULE, checked so that following it ends soon.
//
// The library is right about the calendar and trusting about its input: it
// looks for a rule that never holds until the year 9999, turns in a circle for
// hours that an interval never meets, and fails on a fifty-third Monday of a
// month. What it is given here has none of that.
type rule struct {
	text   string
	option rrule.ROption
	// stop is the UNTIL as it stands.
	stop    moment
	hasStop bool
	// end is the last wall time of the series; zero where there is none.
	end time.Time
	// fruitless is whether expanding found that the rule never holds.
	fruitless bool
}

// parseRule reads an RRULE and forgives spaces, lower case and an empty part.
func parseRule(text string) (*rule, error) {
	r := &rule{text: strings.ToUpper(strings.Join(strings.Fields(text), ""))}
	if len(r.text) > 4_000 {
		return nil, fmt.Errorf("the rule is too long")
	}
	var parts []string
	for part := range strings.SplitSeq(strings.TrimPrefix(r.text, "RRULE:"), ";") {
		name, value, _ := strings.Cut(part, "=")
		switch {
		case part == "" || strings.HasPrefix(name, "X-"):
			continue
		case name == "UNTIL":
			stop, err := parseMoment(value)
			if err != nil {
				return nil, fmt.Errorf("UNTIL: %w", err)
			}
			r.stop, r.hasStop = stop, true
			continue
		case name == "BYEASTER" || name == "DTSTART":
			return nil, fmt.Errorf("%s has no place in a rule", name)
		case name == "RSCALE":
			if value == "GREGORIAN" {
				continue
			}
			return nil, fmt.Errorf("rules of the calendar %s are not known", shorten(value, 20))
		case name == "SKIP":
			continue
		case name == "BYSECOND":
			part = strings.ReplaceAll(part+",", "60,", "59,")
			part = strings.TrimSuffix(part, ",")
		}
		parts = append(parts, part)
	}
	option, err := rrule.StrToROption(strings.Join(parts, ";"))
	if err != nil {
		return nil, fmt.Errorf("the rule %q cannot be read: %w", shorten(text, 60), err)
	}
	r.option = *option
	return r, r.check()
}

// until returns the UNTIL of the rule.
func (r *rule) until() (moment, bool) { return r.stop, r.hasStop }

// check says what is wrong with a rule, or would never end.
func (r *rule) check() error {
	o := &r.option
	switch {
	case o.Interval < 0 || o.Interval == 0 && strings.Contains(r.text, "INTERVAL="):
		return fmt.Errorf("an interval of %d goes nowhere", o.Interval)
	case o.Interval > 10_000:
		return fmt.Errorf("an interval of %d is longer than any calendar", o.Interval)
	case o.Count < 0 || o.Count == 0 && strings.Contains(r.text, "COUNT="):
		return fmt.Errorf("a count of %d is none", o.Count)
	case o.Freq == rrule.SECONDLY || o.Freq == rrule.MINUTELY && o.Interval < 5:
		return fmt.Errorf("the rule repeats every minute or faster, which no meeting does")
	}
	o.Interval = max(o.Interval, 1)
	if times := max(len(o.Byhour), 1) * max(len(o.Byminute), 1) * max(len(o.Bysecond), 1); times > 96 {
		return fmt.Errorf("the rule repeats %d times a day", times)
	}
	for _, day := range o.Byweekday {
		limit := 53
		if o.Freq == rrule.MONTHLY || o.Freq == rrule.YEARLY && len(o.Bymonth) > 0 {
			limit = 5
		}
		if n := day.N(); n > limit || n < -limit {
			return fmt.Errorf("there is no weekday number %d", n)
		}
	}
	if o.Freq == rrule.HOURLY && 24%o.Interval == 0 {
		return nil // becomes a daily rule, see settle
	}
	if o.Freq > rrule.DAILY && len(o.Byhour)+len(o.Byminute)+len(o.Bysecond) > 0 {
		return fmt.Errorf("rules that repeat within the day and name hours are not followed")
	}
	return nil
}

// settle fills in what a rule takes from the start of its series, so that the
// start may be put elsewhere.
func (r *rule) settle(start time.Time) rrule.ROption {
	o := r.option
	if o.Freq == rrule.HOURLY && 24%o.Interval == 0 {
		// Every second hour is the same as every day at twelve hours.
		var hours []int
		for h := start.Hour() % o.Interval; h < 24; h += o.Interval {
			if len(o.Byhour) == 0 || holds(o.Byhour, h) {
				hours = append(hours, h)
			}
		}
		if len(hours) > 0 {
			o.Freq, o.Interval, o.Byhour = rrule.DAILY, 1, hours
		}
	}
	weekday := [...]rrule.Weekday{rrule.SU, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA}[start.Weekday()]
	bare := len(o.Byyearday) == 0 && len(o.Bymonthday) == 0 && len(o.Byweekday) == 0
	switch {
	case !bare:
	case o.Freq == rrule.YEARLY && len(o.Byweekno) > 0, o.Freq == rrule.WEEKLY:
		o.Byweekday = []rrule.Weekday{weekday}
	case o.Freq == rrule.YEARLY:
		if len(o.Bymonth) == 0 {
			o.Bymonth = []int{int(start.Month())}
		}
		o.Bymonthday = []int{start.Day()}
	case o.Freq == rrule.MONTHLY:
		o.Bymonthday = []int{start.Day()}
	}
	if o.Freq <= rrule.DAILY && len(o.Byhour) == 0 {
		o.Byhour = []int{start.Hour()}
	}
	if o.Freq <= rrule.DAILY && len(o.Byminute) == 0 {
		o.Byminute = []int{start.Minute()}
	}
	if o.Freq <= rrule.DAILY && len(o.Bysecond) == 0 {
		o.Bysecond = []int{start.Second()}
	}
	return o
}

// cycle is after how many years the calendar has the same weekdays and leap
// years again.
const cycle = 400

// expand lists the wall times of a series that lie in [from, until), without
// walking there from a start long before. The start itself belongs to every
// series. more says that there are more than limit.
func (r *rule) expand(start, from, until time.Time, limit int) (walls []time.Time, more bool, err error) {
	defer func() {
		if recover() != nil {
			walls, more, err = nil, false, fmt.Errorf("the rule %q cannot be followed", shorten(r.text, 60))
		}
	}()
	if !r.end.IsZero() && r.end.Before(until) {
		until = r.end.Add(time.Second)
	}
	if !start.Before(from) && start.Before(until) {
		walls = append(walls, start)
	}
	if !from.Before(until) || !start.Before(until) {
		return walls, false, nil
	}
	option := r.settle(start)
	near := start
	if option.Count == 0 {
		near = approach(start, from, option)
	}
	left := option.Count
	option.Count = 0
	// The library looks for the next time until the year 9999: as close to it
	// as the same calendar comes round, it soon gives up.
	shift := (9_999 - until.Year()) / cycle * cycle
	option.Dtstart = near.AddDate(shift, 0, 0)
	series, err := rrule.NewRRule(option)
	if err != nil {
		return nil, false, fmt.Errorf("the rule %q cannot be followed: %w", shorten(r.text, 60), err)
	}
	next := series.Iterator()
	counted, seenStart := 0, false
	for steps := 0; ; steps++ {
		t, ok := next()
		if !ok {
			r.fruitless = true
			break
		}
		t = t.AddDate(-shift, 0, 0)
		if counted++; t.Equal(start) {
			seenStart = true
		} else if !seenStart && counted == 1 && near.Equal(start) {
			counted++ // the start counts, whether the rule has it or not
		}
		if !t.Before(until) || left > 0 && counted > left {
			break
		}
		if steps > 100_000 || len(walls) >= limit {
			return walls, true, nil
		}
		if !t.Before(from) && t.After(start) {
			walls = append(walls, t)
		}
	}
	return walls, false, nil
}

// approach returns the beginning of a turn of the rule that lies shortly before
// from, or start where that is not long before.
func approach(start, from time.Time, o rrule.ROption) time.Time {
	if !start.Before(from) {
		return start
	}
	days := int((from.Unix() - start.Unix()) / 86_400)
	hour, minute, second := start.Clock()
	at := func(year int, month time.Month, day int) time.Time {
		return time.Date(year, month, day, hour, minute, second, 0, time.UTC)
	}
	switch n := o.Interval; o.Freq {
	case rrule.YEARLY:
		if k := (from.Year() - start.Year() - 2) / n; k > 0 {
			return at(start.Year()+k*n, 1, 1).Truncate(24 * time.Hour)
		}
	case rrule.MONTHLY:
		months := (from.Year()-start.Year())*12 + int(from.Month()) - int(start.Month())
		if k := (months - 2) / n; k > 0 {
			return at(start.Year(), start.Month()+time.Month(k*n), 1).Truncate(24 * time.Hour)
		}
	case rrule.WEEKLY:
		if k := (days/7 - 2) / n; k > 0 {
			// The first day of the week, by the rule's own WKST.
			back := ((int(start.Weekday())+6)%7 - o.Wkst.Day() + 7) % 7
			return at(start.Year(), start.Month(), start.Day()-back+7*k*n).Truncate(24 * time.Hour)
		}
	case rrule.DAILY:
		if k := (days - 2) / n; k > 0 {
			return at(start.Year(), start.Month(), start.Day()+k*n).Truncate(24 * time.Hour)
		}
	case rrule.HOURLY:
		if k := (days - 2) * 24 / n; k > 0 {
			return time.Unix(start.Unix()+int64(k*n)*3600, 0).UTC()
		}
	case rrule.MINUTELY:
		if k := (days - 2) * 1440 / n; k > 0 {
			return time.Unix(start.Unix()+int64(k*n)*60, 0).UTC()
		}
	}
	return start
}

func holds(list []int, n int) bool {
	for _, v := range list {
		if v == n {
			return true
		}
	}
	return false
}

// rhythm says a rule in words, and how many days lie between meetings.
func (r *rule) rhythm() (words string, days int) {
	o := r.option
	n := o.Interval
	every := func(unit string) string {
		if n == 2 {
			return "every two " + unit + "s"
		}
		return "every " + strconv.Itoa(n) + " " + unit + "s"
	}
	turns := max(len(o.Byweekday), 1)
	switch o.Freq {
	case rrule.DAILY:
		switch {
		case len(o.Byweekday) == 5 && n == 1:
			return "every working day", 1
		case len(o.Byweekday) > 0 && n == 1:
			return weekly(turns), max(7/turns, 1)
		case n == 1:
			return "daily", 1
		case n%7 == 0:
			n /= 7
			if n == 1 {
				return "weekly", 7
			}
			return every("week"), 7 * n
		}
		return every("day"), n
	case rrule.WEEKLY:
		switch {
		case n == 1 && isWorkWeek(o.Byweekday):
			return "every working day", 1
		case n == 1:
			return weekly(turns), max(7/turns, 1)
		case turns > 1:
			return weekly(turns) + ", " + every("week"), 7 * n / turns
		}
		return every("week"), 7 * n
	case rrule.MONTHLY:
		if days := max(len(o.Bymonthday), len(o.Byweekday)); days > 1 && len(o.Bysetpos) == 0 {
			if n == 1 && days == 2 {
				return "twice a month", 15
			}
			if n == 1 {
				return strconv.Itoa(days) + " times a month", max(30/days, 1)
			}
		}
		switch n {
		case 1:
			return "monthly", 30
		case 3:
			return "quarterly", 91
		case 6:
			return "twice a year", 182
		case 12:
			return "yearly", 365
		}
		return every("month"), 30 * n
	case rrule.YEARLY:
		switch {
		case n == 1 && len(o.Bymonth) == 12:
			return "monthly", 30
		case n == 1 && len(o.Bymonth) > 1:
			return strconv.Itoa(len(o.Bymonth)) + " times a year", 365 / len(o.Bymonth)
		case n == 1:
			return "yearly", 365
		}
		return every("year"), 365 * n
	}
	return "several times a day", 1
}

func weekly(turns int) string {
	switch turns {
	case 1:
		return "weekly"
	case 2:
		return "twice a week"
	}
	return strconv.Itoa(turns) + " times a week"
}

func isWorkWeek(days []rrule.Weekday) bool {
	n := 0
	for _, d := range days {
		if d.Day() < 5 {
			n++
		}
	}
	return n == 5 && len(days) == 5
}
