package when

import "time"

// weekdayOf returns the weekday that a word names.
func weekdayOf(w string) (time.Weekday, bool) {
	switch w {
	case "monday", "mon":
		return time.Monday, true
	case "tuesday", "tue", "tues":
		return time.Tuesday, true
	case "wednesday", "wed", "weds":
		return time.Wednesday, true
	case "thursday", "thu", "thur", "thurs":
		return time.Thursday, true
	case "friday", "fri":
		return time.Friday, true
	case "saturday", "sat":
		return time.Saturday, true
	case "sunday", "sun":
		return time.Sunday, true
	}
	return 0, false
}

// weekdaysOf returns the weekday that a plural such as "mondays" names.
func weekdaysOf(w string) (time.Weekday, bool) {
	if n := len(w); n > 6 && w[n-1] == 's' {
		return weekdayOf(w[:n-1])
	}
	return 0, false
}

// monthOf returns the month that a word names.
func monthOf(w string) (time.Month, bool) {
	switch w {
	case "january", "jan":
		return time.January, true
	case "february", "feb", "febr":
		return time.February, true
	case "march", "mar":
		return time.March, true
	case "april", "apr":
		return time.April, true
	case "may":
		return time.May, true
	case "june", "jun":
		return time.June, true
	case "july", "jul":
		return time.July, true
	case "august", "aug":
		return time.August, true
	case "september", "sep", "sept":
		return time.September, true
	case "october", "oct":
		return time.October, true
	case "november", "nov":
		return time.November, true
	case "december", "dec":
		return time.December, true
	}
	return 0, false
}

// numberOf returns the value of a number word up to nineteen, or of a ten.
func numberOf(w string) (int, bool) {
	small := [...]string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
		"ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	for n, s := range small {
		if s == w {
			return n, true
		}
	}
	tens := [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	for n, s := range tens {
		if s == w {
			return 20 + 10*n, true
		}
	}
	return 0, false
}

// ordinalOf returns the value of an ordinal word up to twentieth, or thirtieth.
func ordinalOf(w string) (int, bool) {
	words := [...]string{
		"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
		"eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
	}
	for n, s := range words {
		if s == w {
			return n + 1, true
		}
	}
	return 30, w == "thirtieth"
}

// unitOf returns the calendar unit that a word names, singular or plural.
func unitOf(w string) (unit, bool) {
	switch w {
	case "day", "days", "nights", "d":
		return day, true
	case "workday", "workdays", "bd", "wd":
		return workday, true
	case "week", "weeks", "w", "wk", "wks":
		return week, true
	case "weekend", "weekends":
		return weekend, true
	case "fortnight", "fortnights":
		return fortnight, true
	case "month", "months", "mo", "mos", "mth", "mths":
		return month, true
	case "quarter", "quarters":
		return quarter, true
	case "semester", "semesters":
		return half, true
	case "year", "years", "y", "yr", "yrs":
		return year, true
	case "hour", "hours", "h", "hr", "hrs":
		return hour, true
	case "minute", "minutes", "min", "mins", "m":
		return minute, true
	case "second", "seconds", "sec", "secs":
		return second, true
	}
	return 0, false
}

// isVague reports whether a word is the kind that names no day.
func isVague(w string) bool {
	switch w {
	case "asap", "soon", "soonish", "later", "someday", "sometime", "eventually", "whenever", "never", "ever",
		"tbd", "tba", "tbc", "shortly", "recently", "lately", "early", "late", "few", "several", "some",
		"around", "about", "roughly", "approximately", "immediately", "urgent", "urgently", "ongoing", "maybe",
		"other", "once", "when", "if", "possible", "ready", "time", "long", "ages", "nobody", "unknown", "none", "na":
		return true
	}
	return false
}
