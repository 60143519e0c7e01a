package capture

import (
	"strings"
	"unicode"

	"rapport"
	"rapport/internal/when"
)

// Format writes the line so that [ParseLine] reads the same from it. Days
// come out as 2026-11-03 whatever words they were said in.
func (l Line) Format() string {
	var words []string
	switch {
	case l.Private:
		words = append(words, "private:")
	case l.KindSaid:
		words = append(words, kindToType(l.Kind)+":")
	}
	sentence := escaped(l.Text)
	if l.Outcome != "" {
		outcome := escaped(l.Outcome)
		if isNumeric(last(sentence)) && isNumeric(outcome[0]) {
			outcome[0] = `\` + outcome[0] // else it says that a number changed
		}
		sentence = append(append(sentence, "->"), outcome...)
	}
	if needsObject(last(sentence)) {
		// Behind such a word a mark would stay in the text.
		words = append(append(words, l.marks()...), sentence...)
	} else {
		words = append(append(words, sentence...), l.marks()...)
	}
	switch {
	case !l.At.IsZero():
		words = append(words, `on:"`+when.Answer{Kind: when.DateTime, Time: l.At}.String()+`"`)
	case l.On != "":
		words = append(words, "on:"+string(l.On))
	}
	if l.Due != "" {
		words = append(words, "by:"+string(l.Due))
	}
	return strings.Join(words, " ")
}

// last returns the last of some words, or the empty string.
func last(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// marks returns the line's project, goals and bosses as they are typed.
func (l Line) marks() []string {
	var words []string
	if l.Project != "" {
		words = append(words, "+"+string(l.Project))
	}
	for _, g := range l.Goals {
		words = append(words, "for:"+string(g))
	}
	for _, b := range l.Bosses {
		words = append(words, "@"+string(b))
	}
	return words
}

// kindToType returns the shortest word that names the kind.
func kindToType(kind rapport.Kind) string {
	for _, word := range [...]string{"did", "won", "stuck", "idea", "ask", "fyi", "promise", "heard"} {
		if k, _, _ := kindWord(word); k == kind {
			return word
		}
	}
	return string(kind)
}

// escaped returns the words of text, each with a backslash where it would be
// read as something else. The last one gets it where a date could end there.
func escaped(text string) []string {
	words := strings.Fields(text)
	for i, word := range words {
		words[i] = escape(word)
		if i == len(words)-1 && words[i] == word && couldEndDate(word) {
			words[i] = `\` + word
		}
	}
	return words
}

// couldEndDate reports whether a date may end with the word. It does not
// know the calendar: a backslash too many does no harm.
func couldEndDate(word string) bool {
	if word == `\` {
		return false
	}
	if strings.ContainsFunc(word, unicode.IsDigit) || !strings.ContainsFunc(word, unicode.IsLetter) {
		return true
	}
	name := strings.ToLower(strings.TrimFunc(word, unicode.IsPunct))
	if len(name) < 2 {
		return false
	}
	for _, stem := range [...]string{
		"mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug",
		"sep", "oct", "nov", "dec", "tod", "yes", "tom", "ton", "now", "ago", "noon", "mid", "mor", "aft", "eve", "nig",
		"day", "week", "fort", "quarter", "half", "year", "eo", "end", "am", "pm", "a.m", "p.m", "utc", "start", "beg",
		"work", "bus", "hour", "min", "sec", "first", "second", "third", "fourth", "fif", "six", "seven", "eig", "nin",
		"ten", "ele", "twe", "thi", "one", "two", "four", "last", "next", "this", "back", "earl", "late", "lun", "o'c",
		"clo", "spr", "summer", "aut", "win", "dusk", "dawn", "sharp", "before", "ult", "inst", "q", "h", "w",
	} {
		if strings.HasPrefix(name, stem) {
			return true
		}
	}
	return false
}
