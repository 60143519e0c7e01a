package coach

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"rapport"
)

// count says a number of things: "1 day", "3 days".
func count(n int, what string) string {
	switch {
	case n == 1:
		return "1 " + what
	case strings.HasSuffix(what, "ss"):
		return fmt.Sprintf("%d %ses", n, what)
	case strings.HasSuffix(what, "y") && !strings.HasSuffix(what, "ay"):
		return fmt.Sprintf("%d %sies", n, what[:len(what)-1])
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// quote shows the beginning of a text that may be shown.
func quote(text string) string {
	const most = 60
	text = rapport.OneLine(text)
	if utf8.RuneCountInString(text) <= most {
		return "“" + text + "”"
	}
	cut, n := 0, 0
	for i, r := range text {
		if n++; n > most {
			break
		}
		if r == ' ' {
			cut = i
		}
	}
	if cut == 0 {
		cut = len(string([]rune(text)[:most]))
	}
	return "“" + text[:cut] + " …”"
}

// date shows a day as people read it in a sentence, such as 3 Nov; one of
// another year has its year.
func (f *Facts) date(d rapport.Day) string {
	if d == "" {
		return "an unknown day"
	}
	if d.Time().Year() != f.Today.Time().Year() {
		return d.Time().Format("2 Jan 2006")
	}
	return d.Time().Format("2 Jan")
}

// at is the object of what concerns a boss as a whole.
func at(b *File) Object { return Object("@" + b.Slug) }

// evidence makes the evidence of a fact.
func evidence(r rapport.Record, says string) Evidence {
	return Evidence{Line: r.Line, Day: rapport.DayOf(r.At.Time()), Says: says}
}

// lines are the ids of evidence.
func lines(all []Evidence) []rapport.LineID {
	ids := make([]rapport.LineID, len(all))
	for i, e := range all {
		ids[i] = e.Line
	}
	return ids
}

// and lists words: "a", "a and b", "a, b and c".
func and(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}
