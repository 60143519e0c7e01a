package compose

import (
	"strings"
	"time"
	"unicode"
)

// hasFigure reports whether text has a number that measures: a date, a clock
// time or a number that names something (p99, #41) is none.
func hasFigure(text string) bool { return countFigures(text) > 0 }

// countFigures counts the numbers of a text as a listener hears them: "12 of
// 42" is one, a date is none.
func countFigures(text string) int {
	n := 0
	if !hasDigit(text) {
		return 0
	}
	fields := strings.Fields(text)
	for i := 0; i < len(fields); i++ {
		f := strings.Trim(fields[i], `.,;:!?()"“”'`)
		if !strings.ContainsFunc(f, unicode.IsNumber) || isNameWithNumber(f) || isClock(f) || isDated(fields, i) || i > 0 && isCounter(fields[i-1]) {
			continue
		}
		n++
		if i+2 < len(fields) && strings.EqualFold(fields[i+1], "of") && strings.ContainsFunc(fields[i+2], unicode.IsNumber) {
			i += 2
		}
	}
	return n
}

// isNameWithNumber reports whether a word is a name that has a number in it.
func isNameWithNumber(f string) bool {
	first := firstRune(f)
	return first == '#' || unicode.IsLetter(first)
}

// isCounter reports whether a word is one that a number names a thing with:
// "hall 3" measures nothing.
func isCounter(word string) bool {
	switch strings.ToLower(strings.Trim(word, `.,;:!?()"“”'`)) {
	case "hall", "ward", "room", "row", "page", "version", "phase", "act", "bay", "dock", "floor", "chapter", "section", "year",
		"grade", "batch", "step", "item", "no", "nr", "number", "point", "article", "level", "building", "gate", "platform",
		"scene", "wave", "sprint", "release", "unit", "shelf", "aisle", "lane", "station", "zone", "block", "class", "team",
		"figure", "table", "paragraph", "question", "part", "stage", "round", "site", "plant", "bed", "desk":
		return true
	}
	return false
}

func isClock(f string) bool {
	hour, minute, ok := strings.Cut(f, ":")
	return ok && isNumber(hour) && len(minute) >= 2 && isNumber(minute[:2])
}

// isDated reports whether the number at i is a day or a year.
func isDated(fields []string, i int) bool {
	f := strings.Trim(fields[i], `.,;:!?()"“”'`)
	if len(f) == 10 && f[4] == '-' && f[7] == '-' {
		return true
	}
	day := strings.TrimRight(f, "stndrh")
	if !isNumber(day) || len(day) > 4 {
		return false
	}
	if i+1 < len(fields) && isMonth(fields[i+1]) || i > 0 && isMonth(fields[i-1]) {
		return true
	}
	if len(day) < len(f) && i > 0 && strings.EqualFold(fields[i-1], "the") {
		return true // the 4th
	}
	return i > 1 && len(day) == 4 && isMonth(fields[i-2])
}

func isMonth(word string) bool {
	word = strings.Trim(word, ".,;:!?()")
	for m := time.January; m <= time.December; m++ {
		name := m.String()
		if strings.EqualFold(word, name) || strings.EqualFold(word, name[:3]) && unicode.IsUpper(firstRune(word)) {
			return true
		}
	}
	return false
}

// pair is a figure that moved, or a part of a whole, as an entry says it.
type pair struct {
	// subject is what the figures are about, unit what they count.
	subject, unit string
	from, to      string
	a, b          float64
	// whole says that from is a part of to.
	whole bool
}

// pairIn finds "… from A to B …" or "A of B" in text.
func pairIn(text string) (p pair, ok bool) {
	fields := strings.Fields(text)
	clean := func(i int) string { return strings.Trim(fields[i], `.,;:!?()"“”'`) }
	for i := range fields {
		if strings.EqualFold(clean(i), "from") {
			for j := i + 2; j < len(fields) && j <= i+5; j++ {
				if !strings.EqualFold(clean(j), "to") || j+1 >= len(fields) || isDated(fields, i+1) || isDated(fields, j+1) {
					continue
				}
				a, oka := value(clean(i + 1))
				b, okb := value(clean(j + 1))
				if !oka || !okb {
					continue
				}
				p = pair{subject: strings.Join(fields[:i], " "), from: clean(i + 1), to: clean(j + 1), a: a, b: b}
				p.unit = strings.Join(fields[i+2:j], " ")
				if j+2 < len(fields) && p.unit == "" {
					p.unit = clean(j + 2)
				}
				return p, true
			}
		}
		if strings.EqualFold(clean(i), "of") && i > 0 && i+1 < len(fields) {
			a, oka := value(clean(i - 1))
			b, okb := value(clean(i + 1))
			if oka && okb && a <= b && b > 0 {
				p = pair{subject: strings.Join(fields[:i-1], " "), from: clean(i - 1), to: clean(i + 1), a: a, b: b, whole: true}
				if i+2 < len(fields) {
					p.unit = strings.Join(fields[i+2:], " ")
				}
				return p, true
			}
		}
	}
	return p, false
}

// value reads a number as people write it: 1,680, 40%, 3.5.
func value(text string) (float64, bool) {
	text = strings.TrimSuffix(strings.TrimLeft(text, "€$£"), "%")
	n, frac, seen, scale := 0.0, false, false, 1.0
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9':
			seen = true
			if frac {
				scale /= 10
				n += float64(r-'0') * scale
			} else {
				n = n*10 + float64(r-'0')
			}
		case r == ',' && i > 0:
		case r == '.' && !frac:
			frac = true
		default:
			return 0, false
		}
	}
	return n, seen
}

// sidesIn returns the ways that a sentence sets side by side: "rent for 140
// each or start a week later". A sentence with more than one "or", and one
// whose sides are too short to be ways to go, sets none.
func sidesIn(text string) []string {
	for _, sentence := range sentences(text) {
		lower := strings.ToLower(sentence)
		if strings.Count(lower, " or ") != 1 {
			continue
		}
		at := strings.Index(lower, " or ")
		if at+4 > len(sentence) || len(lower) != len(sentence) {
			continue
		}
		a, b := strings.TrimSpace(sentence[:at]), strings.TrimSpace(sentence[at+4:])
		if i := strings.LastIndex(a, ": "); i >= 0 {
			a = a[i+2:]
		}
		a, b = strings.TrimPrefix(strings.TrimPrefix(a, "either "), "Either "), strings.TrimRight(b, ".!?")
		if len(strings.Fields(a)) >= 2 && len(strings.Fields(b)) >= 2 {
			return []string{strings.TrimRight(a, ","), b}
		}
	}
	return nil
}

// preferenceIn returns what a sentence says the user would do: "I would rent."
func preferenceIn(text string) string {
	for _, sentence := range sentences(text) {
		lower := strings.ToLower(sentence)
		for _, start := range [...]string{"i would ", "i'd ", "i’d ", "i prefer ", "i recommend ", "i suggest ", "my preference: ", "my preference is "} {
			rest, ok := strings.CutPrefix(lower, start)
			if ok && len(lower) == len(sentence) && rest != "" {
				return bare(sentence[len(start):])
			}
		}
	}
	return ""
}

// costIn returns the figure of a text that says what something costs, with the
// word that says per what: money, or time. It is empty where none is plain.
func costIn(text string) string {
	fields := strings.Fields(text)
	for i := range fields {
		f := strings.Trim(fields[i], `.,;:!?()"“”'`)
		v, ok := value(f)
		if !ok || isDated(fields, i) {
			continue
		}
		after := ""
		if i+1 < len(fields) {
			after = strings.ToLower(strings.Trim(fields[i+1], `.,;:!?()`))
		}
		closed := strings.ContainsAny(fields[i][len(fields[i])-1:], ".,;:!?")
		money := strings.ContainsAny(f, "€$£")
		switch {
		case !closed && (after == "each" || isMoney(after) || v != 1 && isTime(after)):
			return f + " " + strings.Trim(fields[i+1], `.,;:!?()`)
		case !closed && i+2 < len(fields) && (after == "a" || after == "per") && len(fields[i+2]) > 1:
			return f + " " + after + " " + strings.Trim(fields[i+2], `.,;:!?()`)
		case money:
			return f
		case i > 0 && (strings.EqualFold(fields[i-1], "costs") || strings.EqualFold(fields[i-1], "cost")):
			return f
		}
	}
	return ""
}

func isMoney(w string) bool {
	switch w {
	case "euro", "euros", "eur", "dollar", "dollars", "usd", "pound", "pounds", "gbp", "francs", "chf", "crowns", "pesos", "rupees", "yen", "k":
		return true
	}
	return false
}

func isTime(w string) bool {
	switch w {
	case "hours", "days", "weeks", "months", "years", "shifts", "hour", "day", "week", "month":
		return true
	}
	return false
}
