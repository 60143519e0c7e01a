// Package when reads the dates that people type: "yesterday", "next friday",
// "in 3 working days", "end of Q3", "mon-wed next week", "12/25".
//
// Reach first for [Parse], which understands the whole of a text or nothing.
// Nothing is guessed silently: what it understood is an [Answer] to echo, and
// where it understood nothing, [Answer.Why] says so in words for people. A
// [Clock] carries everything an answer depends on: the instant in the user's
// zone, the locale (which decides how 3/4 is read), the work week, and the
// [Context], which decides in which direction an open expression looks: the
// log looks back, what is due and a meeting look ahead.
//
// [Trailing] finds a date at the end of a log line, [ParsePeriod] reads the
// values of --since, --until and --week, and [AddWorkDays] and
// [WorkDaysBetween] count working days.
//
// The policy, where English leaves a choice: weeks start on Monday; the end of
// a week is its last working day; a bare weekday ahead is after today unless a
// later clock time today is given with it; "next friday" is the Friday of the
// next calendar week; days keep the wall clock across clock changes, hours
// count elapsed time; what the calendar does not have (31 june, 02:30 while
// the clocks go forward) is nothing, and never the day beside it.
package when

import (
	"fmt"
	"time"

	"rapport"
)

// Context says what the date is for, and so in which direction an open
// expression looks.
type Context string

// The contexts.
const (
	Log     Context = "log"     // looks back
	Due     Context = "due"     // looks ahead
	Meeting Context = "meeting" // looks ahead
)

// Clock is everything an answer depends on besides the text.
type Clock struct {
	// Now is the reference instant, in the user's zone.
	Now time.Time
	// Locale is a BCP 47 tag such as en-GB; it decides how 3/4 is read.
	Locale string
	// Week is the user's work week; zero stands for Monday to Friday.
	Week rapport.WorkWeek
	// Context is the direction in which open expressions look.
	Context Context
	// Off reports days without work, such as leave and holidays; may be nil.
	Off func(rapport.Day) bool
}

// Today returns the civil day of the clock.
func (c Clock) Today() rapport.Day { return rapport.DayOf(c.Now) }

// Kind says what a text turned out to be.
type Kind string

// The kinds of answers.
const (
	None     Kind = "none"
	Date     Kind = "date"
	DateTime Kind = "datetime"
	Range    Kind = "range"
)

// Answer is what a text means.
type Answer struct {
	Kind Kind
	// Day is the day of a date or datetime and the first day of a range.
	Day rapport.Day
	// End is the last day of a range.
	End rapport.Day
	// Time is the instant of a datetime, in the zone of the clock.
	Time time.Time
	// Why says, for people, why there is no answer.
	Why string
}

// FirstDay returns the day of a date or datetime and the first day of a range.
func (a Answer) FirstDay() rapport.Day { return a.Day }

// LastDay returns the day of a date or datetime and the last day of a range:
// what "by" means.
func (a Answer) LastDay() rapport.Day {
	if a.Kind == Range {
		return a.End
	}
	return a.Day
}

// String returns the answer as it is echoed to the user, such as
// "Tue 17 Nov 2026" or "Tue 17 Nov 2026 09:30". [Parse] reads it back.
func (a Answer) String() string {
	const day = "Mon 2 Jan 2006"
	switch a.Kind {
	case Date:
		return a.Day.Time().Format(day)
	case DateTime:
		layout := day + " 15:04"
		if a.Time.Second() != 0 {
			layout += ":05"
		}
		if readings(civilOf(a.Time), a.Time.Location()) > 1 {
			layout += " -07:00"
		}
		return a.Time.Format(layout)
	case Range:
		return a.Day.Time().Format(day) + " – " + a.End.Time().Format(day)
	}
	return "no date"
}

// none is the answer that says why there is none.
func none(format string, args ...any) Answer {
	return Answer{Kind: None, Why: fmt.Sprintf(format, args...)}
}

// longest is the length in bytes beyond which no text is a date.
const longest = 120

// Parse reads text as one date, datetime or range of days. The whole text must
// be understood: anything else answers None with the reason.
func Parse(text string, c Clock) Answer {
	if len(text) > longest {
		return none("this is too long to be a date")
	}
	toks := trim(tokenise(text))
	if len(toks) == 0 {
		return none("no date is written here")
	}
	a := parseTokens(toks, c)
	if a.Kind == None && toks[len(toks)-1].is(".") {
		// The full stop of a sentence; in "3.12." it belongs to the date.
		if b := parseTokens(toks[:len(toks)-1], c); b.Kind != None {
			return b
		}
	}
	return a
}

// The years that an answer may lie in. A number from here reads as a year, any
// other four digits as a clock time.
const (
	firstYear = 1970
	lastYear  = 2099
)

// checked turns answers outside the years we know into None.
func checked(a Answer) Answer {
	if a.Kind == None {
		return a
	}
	for _, d := range [...]rapport.Day{a.FirstDay(), a.LastDay()} {
		if len(d) != len("2006-01-02") || d < "1970-01-01" || d > "2099-12-31" {
			return none("this is too far away: years from %d to %d are known", firstYear, lastYear)
		}
	}
	if a.LastDay() < a.FirstDay() {
		return none(endsFirst)
	}
	return a
}

// ParsePeriod reads the value of --since, --until or --week: any expression of
// [Parse], looking back. A single day is a period of one day: --since takes
// its From, --until its Until.
func ParsePeriod(text string, c Clock) (rapport.Period, error) {
	c.Context = Log
	a := Parse(text, c)
	if a.Kind == None {
		return rapport.Period{}, rapport.Errorf(rapport.Invalid, "%q is not a date: %s", rapport.OneLine(text), a.Why).
			WithHint("write a day or a period, such as 7d, monday, last week, october, 2026-W47 or 2026-11-03")
	}
	return rapport.Period{From: a.FirstDay(), Until: a.LastDay()}, nil
}

// Week returns the ISO week of d, Monday to Sunday.
func Week(d rapport.Day) rapport.Period {
	return rapport.Period{From: d.Monday(), Until: d.Monday().Add(6)}
}
