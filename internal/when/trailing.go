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
	for i := 1; i < len(toks); i++ {
		if toks[i].glued || !unmistakable(toks, i) || !detached(toks[:i]) {
			continue
		}
		rest := strings.TrimRightFunc(line[:from+toks[i].start], isSeparator)
		a := parseTokens(toks[i:], c)
		if rest == "" || a.Kind != Date && a.Kind != DateTime {
			continue
		}
		open := isOpen(toks[i:])
		if !inDirection(a, open, c) || open && belongsTo(rest, c) {
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
		return rest == 1 || p.clockBehind(i+1) || rest == 2 && p.partBehind(i+1)
	case p.word(i, "this"):
		return rest == 2 && p.partBehind(i+1)
	case p.word(i, "the", "day"):
		j := p.skip(i, "the")
		if p.wordsEnd(j, "day", "before", "yesterday") || p.wordsEnd(j, "day", "after", "tomorrow") {
			return true
		}
	case p.word(i, "last", "next"):
		if p.word(i, "last") && rest == 2 && p.word(i+1, "night") {
			return true
		}
		_, ok := weekdayOf(p.text(i + 1))
		return ok && (rest == 2 || p.clockBehind(i+2) || rest == 3 && p.partBehind(i+2))
	}
	if _, ok := weekdayOf(t.text); ok && t.kind == word {
		if rest > 1 {
			return p.clockBehind(i+1) || p.plainDate(i+1) || rest == 2 && p.partBehind(i+1)
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

// partBehind reports whether a part of the day stands at i.
func (p *parser) partBehind(i int) bool {
	return p.word(i, "morning", "afternoon", "evening", "night")
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
	if _, next, ok := p.monthDate(i); ok && (next == end || p.clockBehind(next)) {
		return !p.word(i, "the") && !p.word(i, "may", "march", "mar", "second", "third")
	}
	if _, next, ok := p.numericDate(i); ok && (next == end || p.clockBehind(next)) && next == i+5 {
		return p.toks[i].digits(4) || p.toks[i+4].digits(4)
	}
	return false
}

// detached reports whether a sentence may end with the head before a date: a
// date behind a preposition or an article belongs to the sentence.
func detached(head []token) bool {
	before := head[len(head)-1]
	if before.is("day") && len(head) > 1 && head[len(head)-2].is("all") {
		return true
	}
	switch before.kind {
	case sign:
		return before.is("-") && !before.glued || strings.Contains(`)"'”%;!`, before.text)
	case number:
		return true
	}
	_, isMonth := monthOf(before.text)
	_, isWeekday := weekdayOf(before.text)
	return !isWeekday && (!isMonth || before.is("may")) && !leansOn(before.text)
}

// leansOn reports whether a word needs the one behind it, or makes another
// thing of it, as "black" does of friday.
func leansOn(w string) bool {
	switch w {
	case "on", "by", "for", "until", "till", "til", "since", "from", "to", "of", "in", "at", "before", "after", "than",
		"between", "through", "thru", "per", "as", "with", "about", "around", "over", "within", "into", "via", "under",
		"against", "during", "toward", "towards", "like", "except", "plus", "versus", "vs":
		return true
	case "and", "or", "but", "if", "when", "because", "that", "not", "no", "only", "is", "was", "are", "were", "be":
		return true
	case "the", "a", "an", "this", "next", "last", "past", "coming", "following", "previous", "every", "each", "other", "same",
		"my", "our", "their", "his", "her", "your", "its", "one", "two", "three", "first", "second", "third", "fourth", "fifth", "half":
		return true
	case "due", "dated", "planned", "scheduled", "expected", "called", "named", "effective", "starting", "beginning", "ending",
		"latest", "late", "early", "start", "mid", "end", "week", "day", "business", "play",
		"version", "page", "section", "chapter", "room", "ward", "step", "level", "item", "ticket", "nr":
		return true
	case "black", "cyber", "good", "easter", "casual", "ash", "whit", "palm", "holy", "free", "patch", "taco", "giving", "bowl",
		"fat", "shrove", "election":
		return true
	}
	return false
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

// belongsTo reports whether an open date belongs to the sentence before it: to
// a single word, as in "swapped friday", or in the log to what is still to come.
func belongsTo(rest string, c Clock) bool {
	if !strings.ContainsRune(rest, ' ') {
		return true
	}
	if c.ahead() {
		return false
	}
	const near = 200
	rest = strings.ToValidUTF8(rest[max(0, len(rest)-near):], " ")
	if strings.Contains(rest, "'ll ") || strings.Contains(rest, "’ll ") {
		return true
	}
	for _, t := range tokenise(rest) {
		switch t.text {
		case "will", "shall", "promise", "promised", "promises", "plan", "plans", "going", "due", "must", "should", "need", "needs",
			"want", "wants", "upcoming", "commit", "committed", "deadline", "can", "could", "would":
			return true
		}
	}
	return false
}
