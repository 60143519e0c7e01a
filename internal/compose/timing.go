package compose

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"rapport"
	"rapport/internal/profile"
	"rapport/internal/when"
)

// Side is when somebody works: their zone, their working days and their hours
// as HH:MM-HH:MM. Empty hours are 09:00-17:00; Off may be nil.
type Side struct {
	Zone  *time.Location
	Week  rapport.WorkWeek
	Hours string
	// Off reports days off, such as leave.
	Off func(rapport.Day) bool
}

func (s Side) works(d rapport.Day) bool {
	return s.Week.Has(d.Weekday()) && (s.Off == nil || !s.Off(d))
}

// hours returns the minutes of the day at which the side begins and ends.
func (s Side) hours() (begin, end int) {
	from, until, _ := strings.Cut(s.Hours, "-")
	begin, ok := minuteOf(from)
	end, also := minuteOf(until)
	if !ok || !also || end <= begin {
		return 9 * 60, 17 * 60
	}
	return begin, end
}

func minuteOf(clock string) (int, bool) {
	t, err := time.Parse("15:04", strings.TrimSpace(clock))
	return t.Hour()*60 + t.Minute(), err == nil
}

// at is a minute of a day on the side's clock.
func (s Side) at(d rapport.Day, minute int) time.Time {
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), minute/60, minute%60, 0, 0, s.Zone)
}

// Timing says when a report is due before a talk, and why then (P30).
type Timing struct {
	// Due is when it should have arrived; zero where no talk is known.
	Due time.Time
	// Talk is the beginning of the talk.
	Talk time.Time
	Why  string
}

// IsLate reports whether the time has passed.
func (t Timing) IsLate(now time.Time) bool { return !t.Due.IsZero() && now.After(t.Due) }

// lead is how long before a talk the reader wants it: hours of the clock, or
// working days of theirs.
type lead struct {
	hours, days int
	why         string
	// morning asks for the start of their day.
	morning bool
}

// leadOf takes the longest lead that the style asks for. What the reader said
// themselves comes before all.
func leadOf(style profile.Style, said []profile.Preference) lead {
	for _, p := range said {
		if l, ok := leadIn(p.Text); ok {
			return l
		}
	}
	is := func(v profile.Value) bool { return style.Value(v.Of()) == v }
	l := lead{hours: 24, why: "a day before, since nothing else is known"}
	switch {
	case is(profile.Consults):
		l = lead{days: 5, why: "five working days before: they hear others first"}
	case is(profile.Deep):
		l = lead{hours: 48, why: "two days before: they go into detail"}
	case is(profile.Reader):
		l = lead{hours: 24, why: "a day before: they read first"}
	case is(profile.Listener):
		l = lead{hours: 2, why: "a note two hours before: they want to hear it, and the paper follows the talk"}
	case is(profile.RealTime):
		l = lead{hours: 2, why: "two hours before: they answer short messages at once"}
	}
	if is(profile.Remote) {
		l.morning = true
		l.why += ", at the start of their day: they work in other hours"
	}
	return l
}

// leadIn reads "two days before the meeting" or "24 hours ahead".
func leadIn(text string) (lead, bool) {
	fields := strings.Fields(strings.ToLower(text))
	for i := 0; i+2 < len(fields); i++ {
		var n int
		switch w := strings.Trim(fields[i], ".,;:"); w {
		case "a", "one", "an":
			n = 1
		case "two":
			n = 2
		case "three":
			n = 3
		case "four":
			n = 4
		case "five":
			n = 5
		default:
			n, _ = strconv.Atoi(w)
		}
		unit := strings.TrimSuffix(strings.Trim(fields[i+1], ".,;:"), "s")
		if unit == "working" && i+3 < len(fields) {
			unit = "day"
		}
		rest := strings.Join(fields[i+2:min(len(fields), i+4)], " ")
		if n < 1 || n > 30 || !strings.Contains(rest, "before") && !strings.Contains(rest, "ahead") && !strings.Contains(rest, "in advance") {
			continue
		}
		why := "they said: " + text
		switch unit {
		case "day":
			return lead{days: n, why: why}, true
		case "hour":
			return lead{hours: n, why: why}, true
		}
	}
	return lead{}, false
}

// TimingOf computes when a report must have arrived so that the reader can
// prepare: their lead before the talk, moved earlier to a time at which both
// sides work. Said are what they said of it themselves.
func TimingOf(talk time.Time, style profile.Style, said []profile.Preference, mine, theirs Side) Timing {
	if talk.IsZero() {
		return Timing{}
	}
	if mine.Zone == nil {
		mine.Zone = talk.Location()
	}
	if theirs.Zone == nil {
		theirs.Zone = mine.Zone
	}
	l := leadOf(style, said)
	day := rapport.DayOf(talk.In(theirs.Zone))
	at := talk.Add(-time.Duration(l.hours) * time.Hour)
	if l.days > 0 {
		clock := when.Clock{Week: theirs.Week, Off: theirs.Off}
		back := when.AddWorkDays(day, -l.days, clock)
		at = theirs.at(back, talk.In(theirs.Zone).Hour()*60+talk.In(theirs.Zone).Minute())
	}
	begin, end := theirs.hours()
	due := at.In(theirs.Zone)
	d := rapport.DayOf(due)
	minute := due.Hour()*60 + due.Minute()
	switch {
	case l.morning && minute >= begin:
		minute = begin
	case l.morning:
		d, minute = d.Add(-1), begin
	case minute > end:
		minute = end
	case minute < begin:
		d, minute = d.Add(-1), end
	}
	moved := false
	// Both must be at work: it is sent on a day of mine and read on one of
	// theirs.
	for range 60 {
		sent := rapport.DayOf(theirs.at(d, minute).In(mine.Zone))
		if theirs.works(d) && mine.works(sent) {
			break
		}
		d, moved = d.Add(-1), true
		if !l.morning {
			minute = end
		}
	}
	t := Timing{Due: theirs.at(d, minute).In(mine.Zone), Talk: talk.In(mine.Zone), Why: l.why}
	if moved {
		t.Why += "; moved to a day on which both work"
	}
	return t
}

// String says a timing in a line.
func (t Timing) String() string {
	if t.Due.IsZero() {
		return ""
	}
	return fmt.Sprintf("due %s, %s", t.Due.Format("Mon 2 Jan 15:04"), t.Why)
}
