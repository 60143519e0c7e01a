package notes

import (
	"slices"
	"strings"

	"rapport"
	"rapport/internal/when"
)

// dueIn finds the day by which a sentence says something will be done, counted
// from the day it was said; empty where it says none. With limit only a day that
// is said to be the last counts, as in "by friday".
func (r *reader) dueIn(sentence string, said rapport.Day, limit bool) rapport.Day {
	if said == "" {
		return ""
	}
	ws := strings.Fields(sentence)
	if len(ws) > 80 {
		ws = ws[:80]
	}
	hint := make([]bool, len(ws))
	for i, w := range ws {
		hint[i] = hintsAtDay(w)
	}
	clock := r.clock(said, when.Due)
	var due rapport.Day
	for i := 0; i < len(ws); i++ {
		if i > 0 && opens(ws[i-1]) {
			continue
		}
		for n := min(6, len(ws)-i); n > 0; n-- {
			if !slices.Contains(hint[i:i+n], true) {
				break // a shorter one has no more of a day in it
			}
			d, by := dueAt(ws[i:i+n], i > 0 && leads(ws[i-1]), clock)
			if d == "" {
				continue
			}
			if by {
				return d
			}
			if !limit {
				due = max(due, d)
			}
			i += n - 1
			break
		}
	}
	return due
}

// hintsAtDay is a cheap first look: whether a word may be what names a day.
func hintsAtDay(w string) bool {
	w = strings.ToLower(strings.Trim(w, ".,;:!?()\"“”…"))
	if strings.ContainsAny(w, "0123456789") {
		return strings.ContainsAny(w, "./-") || w[0] == 'q' || isOrdinal(w)
	}
	e := englishDue(w)
	if _, isDay := weekdayNamed(e); isDay || isMonth(e) {
		return true
	}
	return isTimeWord(firstWord(e))
}

// isOrdinal reports whether a word is such as 24th.
func isOrdinal(w string) bool {
	n := strings.TrimRight(w, "stndrh")
	return len(n) > 0 && len(n) <= 2 && len(w) == len(n)+2 && strings.Trim(n, "0123456789") == ""
}

func firstWord(text string) string {
	first, _, _ := strings.Cut(text, " ")
	return first
}

// isTimeWord reports whether a word names a day or stretch of days.
func isTimeWord(w string) bool {
	switch w {
	case "tomorrow", "today", "tonight", "week", "weeks", "month", "months", "quarter", "year", "days", "day", "end", "start", "eow", "eod", "eom", "weekend", "fortnight", "noon", "morning", "afternoon", "evening", "the":
		return true
	}
	return false
}

// dueAt reads the words as a date, whole. By says that they begin with the word
// that makes it a limit.
func dueAt(ws []string, led bool, c when.Clock) (d rapport.Day, by bool) {
	var out []string
	named := false
	for i, w := range ws {
		w = strings.ToLower(strings.Trim(w, ".,;:!?()\"“”…"))
		if w == "" {
			return "", false
		}
		e := englishDue(w)
		switch first := firstWord(e); first {
		case "by", "before", "until", "till":
			by = by || i == 0
		case "q1", "q2", "q3", "q4":
			named = named || by || led || i > 0 && (out[i-1] == "end of" || out[i-1] == "of" || out[i-1] == "in") // "the Q3 numbers" are not due
		default:
			if named = named || first != "the" && isTimeWord(first) || e == "the day after tomorrow"; named {
				break
			}
			_, isDay := weekdayNamed(e)
			named = named || isOrdinal(w) && i > 0 && out[i-1] == "the" || isDay && len(w) > 2 || isMonth(e) || strings.ContainsAny(w, "0123456789") && strings.ContainsAny(w, "./-")
		}
		out = append(out, e)
	}
	phrase := strings.Join(out, " ")
	if len(out) > 1 && out[1] == "next" && out[0] == "week" {
		phrase = "next " + out[0]
	}
	phrase = strings.Replace(phrase, "week next", "next week", 1)
	if !named {
		return "", false
	}
	if len(out) == 1 {
		switch phrase {
		case "may", "march", "mar", "sat", "sun", "wed", "mon", "day", "days", "week", "weeks", "month", "months", "year", "quarter", "end", "start", "end of", "start of", "noon", "weekend", "fortnight", "morning", "afternoon", "evening":
			if !led || !isMonth(phrase) {
				return "", false
			}
		}
	}
	switch out[0] {
	case "a", "of", "for":
		return "", false
	}
	if opens(out[0]) {
		return "", false
	}
	a := when.Parse(phrase, c)
	if a.Kind == when.None {
		return "", false
	}
	d = a.LastDay()
	if a.Kind == when.Range {
		for d > a.FirstDay() && !c.Week.Has(d.Weekday()) {
			d = d.Add(-1)
		}
		if by && strings.HasPrefix(phrase, "before") {
			d = a.FirstDay()
		}
	}
	if d < c.Today() {
		return "", false
	}
	return d, by
}

// leads reports whether a word before a date makes a month of "may" or "march".
func leads(w string) bool {
	switch strings.ToLower(w) {
	case "by", "in", "until", "before", "till", "bis", "im", "en":
		return true
	}
	return false
}

// opens reports whether a word before a day makes it the beginning of something
// or one of many, and so no day to be done by.
func opens(w string) bool {
	switch strings.ToLower(w) {
	case "since", "last", "from", "after", "every", "each", "past", "starting", "seit", "ab", "nach", "letzte", "letzten", "jeden", "jede", "depuis", "après", "chaque", "desde", "cada":
		return true
	}
	return false
}
