package when

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tail is how many bytes at the end of a line are searched for a date.
const tail = 64

// Trailing finds a date at the very end of a line and returns the line without
// it: "fixed the pump yesterday", "visited ward 4, last friday". It takes only
// what is unmistakably a date, says one day, and lies in the direction of the
// context; a phrase that the sentence needs ("due on friday", "moved to 3
// dec", "by month end") stays where it is.
func Trailing(text string, c Clock) (rest string, a Answer, ok bool) {
	line := strings.TrimRight(text, " \t\r\n.!")
	from := max(0, len(line)-tail)
	for from > 0 && from < len(line) && !utf8.RuneStart(line[from]) {
		from++
	}
	toks := tokenise(line[from:])
	for i, t := range toks {
		if t.glued || i == 0 && (from > 0 || t.start == 0) {
			continue
		}
		if i == 0 || !unmistakable(toks, i) || !detached(toks, i) {
			continue
		}
		rest := strings.TrimRightFunc(line[:from+t.start], isSeparator)
		if rest == "" {
			continue
		}
		a := parseTokens(toks[i:], c)
		if a.Kind != Date && a.Kind != DateTime || !inDirection(a, isOpen(toks[i:]), c) {
			continue
		}
		if isOpen(toks[i:]) && speaksOfFuture(rest, c) {
			continue
		}
		return rest, a, true
	}
	return text, Answer{}, false
}

// isSeparator reports whether a rune may stand between a line and its date.
func isSeparator(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune(",;-–—", r)
}

// inDirection reports whether an answer lies where the context looks. A date
// without its year that is far off is more likely part of the sentence.
func inDirection(a Answer, open bool, c Clock) bool {
	const far = 200
	away := c.Today().Sub(a.Day)
	if c.ahead() {
		away = -away
	} else if a.Kind == DateTime && a.Time.After(c.Now) {
		return false
	}
	return away >= 0 && (away < far || !open)
}

// unmistakable reports whether the tokens from i on begin like nothing but a
// date and hold nothing but a date.
func unmistakable(toks []token, i int) bool {
	p := &parser{toks: toks}
	rest := len(toks) - i
	t := toks[i]
	switch {
	case p.word(i, "today", "yesterday", "tomorrow", "tonight"):
		return rest == 1 || p.clockBehind(i+1)
	case p.word(i, "this"):
		return rest == 2 && p.word(i+1, "morning", "afternoon", "evening")
	case p.word(i, "day"):
		return p.wordsEnd(i, "day", "before", "yesterday") || p.wordsEnd(i, "day", "after", "tomorrow")
	case p.word(i, "last", "next"):
		if p.word(i, "last") && rest == 2 && p.word(i+1, "night") {
			return true
		}
		_, ok := weekdayOf(p.text(i + 1))
		return ok && (rest == 2 || p.clockBehind(i+2))
	}
	if _, ok := weekdayOf(t.text); ok && t.kind == word {
		if rest > 1 {
			return p.clockBehind(i+1) || p.plainDate(i+1)
		}
		// "sat", "sun" and "wed" are words of their own.
		return !p.word(i, "sat", "sun", "wed")
	}
	if p.word(len(toks)-1, "ago") {
		l := &parser{toks: toks[:len(toks)-1], c: Clock{}}
		if _, next, ok := l.length(i); ok && next == len(toks)-1 {
			return true
		}
		_, next, ok := l.count(i)
		if !ok || next != len(toks)-2 {
			return false
		}
		_, ok = weekdaysOf(p.text(next))
		return ok
	}
	return p.plainDate(i)
}

// clockBehind reports whether a clock time stands from i to the end.
func (p *parser) clockBehind(i int) bool {
	_, next, ok := p.clock(i, false)
	return ok && next == len(p.toks)
}

// plainDate reports whether a date with the name of its month, or one with all
// four digits of its year, stands from i to the end.
func (p *parser) plainDate(i int) bool {
	p.known = make([]*reading, len(p.toks)+1)
	end := len(p.toks)
	if _, next, ok := p.monthDate(i); ok && next == end {
		return !p.word(i, "the") && !p.word(i, "may", "march", "mar", "second", "third")
	}
	if _, next, ok := p.numericDate(i); ok && next == end && next == i+5 {
		return p.toks[i].digits(4) || p.toks[end-1].digits(4)
	}
	return false
}

// detached reports whether the word before i lets the sentence end there: a
// date behind a preposition or an article belongs to the sentence.
func detached(toks []token, i int) bool {
	before := toks[i-1]
	if before.kind == sign {
		return before.is("-") && !before.glued || strings.Contains(`)"'”%;!`, before.text)
	}
	switch before.text {
	case "on", "by", "for", "until", "till", "til", "since", "from", "to", "of", "in", "at", "before", "after", "the",
		"than", "and", "or", "between", "through", "thru", "per", "as", "with", "about", "around", "over", "within", "into",
		"this", "next", "every", "each", "coming", "week", "late", "early", "end", "mid", "start", "is", "was", "are", "were",
		"be", "due", "a", "an", "not", "no", "only", "vs", "versus", "via", "under", "against", "during", "toward",
		"towards", "like", "that", "black", "cyber", "good", "easter", "casual", "ash", "whit", "palm", "holy", "free",
		"half", "last", "past", "my", "our", "their", "his", "her", "your", "its", "one", "two", "three", "first", "second",
		"third", "fourth", "fifth", "business", "play", "day", "same", "planned", "scheduled", "expected", "called",
		"named", "version", "page", "section", "chapter", "room", "ward", "step", "level", "item", "ticket", "nr", "other", "except", "plus",
		"if", "when", "because", "but", "starting", "beginning", "ending", "effective", "latest", "following", "previous":
		return false
	}
	if before.kind == word {
		if _, ok := monthOf(before.text); ok && before.text != "may" {
			return false
		}
		if _, ok := weekdayOf(before.text); ok {
			return false
		}
	}
	return true
}

// isOpen reports whether a date has no year and no direction of its own: a bare
// weekday, 3 nov.
func isOpen(toks []token) bool {
	for _, t := range toks {
		if t.digits(4) && isYear(t) || t.is("ago") {
			return false
		}
	}
	_, isWeekday := weekdayOf(toks[0].text)
	_, isMonth := monthOf(toks[0].text)
	return isWeekday || isMonth || toks[0].kind == number
}

// speaksOfFuture reports whether a line of the log tells what is still to come,
// so that its weekday is no day of work done.
func speaksOfFuture(rest string, c Clock) bool {
	if c.ahead() {
		return false
	}
	from := max(0, len(rest)-200)
	for _, t := range tokenise(strings.ToValidUTF8(rest[from:], " ")) {
		switch t.text {
		case "will", "ill", "well", "shall", "promise", "promised", "promises", "plan", "plans", "going", "due",
			"must", "should", "need", "needs", "want", "wants", "upcoming", "commit", "committed", "deadline", "can", "could", "would":
			return true
		}
	}
	return false
}
