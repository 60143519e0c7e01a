package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport"
)

// countWords counts words as a reader meets them. Scripts without spaces count
// two characters as a word, and a very long run of characters counts as the
// words it takes the room of.
func countWords(text string) int {
	n := 0
	for field := range strings.FieldsSeq(text) {
		wide, narrow, spoken := 0, 0, false
		for _, r := range field {
			switch {
			case runeWidth(r) == 2:
				wide++
			case unicode.IsLetter(r) || unicode.IsNumber(r):
				spoken = true
				narrow++
			default:
				narrow++
			}
		}
		n += (wide + 1) / 2
		switch {
		case narrow > 30:
			n += narrow / 6
		case spoken:
			n++
		}
	}
	return n
}

// capital upper-cases the first letter where it begins an ordinary word. A
// name such as p99, iOS or path/file stays as it is written.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if !unicode.IsLower(first) {
		return text
	}
	word, _, _ := strings.Cut(text, " ")
	word = strings.TrimRight(word, ",.;:!?")
	for _, r := range word {
		if !unicode.IsLower(r) && r != '\'' && r != '’' && r != '-' {
			return text
		}
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

// isEnd reports whether r ends a sentence.
func isEnd(r rune) bool { return strings.ContainsRune(".!?…。！？؟۔।", r) }

func isCloser(r rune) bool { return strings.ContainsRune(`)"'”’»]`, r) }

// ended reports whether text closes with the end of a sentence.
func ended(text string) bool {
	text = strings.TrimRightFunc(text, isCloser)
	r, _ := utf8.DecodeLastRuneInString(text)
	return text != "" && isEnd(r)
}

// bare takes the punctuation off the end of a line that is joined to more
// words: a single full stop, commas and the like. Other ends stay.
func bare(text string) string {
	text = strings.TrimRight(text, " ,;:")
	if s, ok := strings.CutSuffix(text, "."); ok && !strings.HasSuffix(s, ".") {
		return s
	}
	return text
}

// stopped ends a line as a sentence ends, in its script.
func stopped(text string) string {
	text = strings.TrimRight(text, " ,;:")
	if text == "" || ended(text) {
		return text
	}
	if r, _ := utf8.DecodeLastRuneInString(text); unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
		return text + "。"
	}
	return text + "."
}

// sentences splits text where a sentence surely ends: after its end mark, a
// space and a capital or a letter of a script without capitals. A doubtful
// place, such as an abbreviation or an initial, is no end.
func sentences(text string) []string {
	var all []string
	start, seen := 0, 0
	for i, r := range text {
		if !isEnd(r) || i < seen {
			continue
		}
		end := i + utf8.RuneLen(r)
		for end < len(text) {
			c, size := utf8.DecodeRuneInString(text[end:])
			if !isCloser(c) && !isEnd(c) {
				break
			}
			end += size
		}
		seen = end
		if end == len(text) {
			break
		}
		wide := runeWidth(r) == 2
		if text[end] != ' ' && !wide {
			continue
		}
		rest := strings.TrimLeft(text[end:], " ")
		next, _ := utf8.DecodeRuneInString(rest)
		if unicode.IsLower(next) || r == '.' && isAbbreviation(lastWord(text[start:i])) {
			continue
		}
		if !wide && !unicode.IsLetter(next) && !unicode.IsNumber(next) && !strings.ContainsRune(`"'“‘(`, next) {
			continue
		}
		all = append(all, text[start:end])
		start = len(text) - len(rest)
	}
	if start < len(text) {
		all = append(all, text[start:])
	}
	return all
}

func lastWord(text string) string {
	return strings.TrimLeft(text[strings.LastIndexByte(text, ' ')+1:], `("'“‘`)
}

// shorten keeps as many whole sentences from the start of text as fit into
// limit words, and says how many it left. The first stays whatever its length.
func shorten(text string, limit int) (kept string, left int) {
	if len(text) < limit || countWords(text) <= limit {
		return text, 0
	}
	all := sentences(text)
	n := countWords(all[0])
	k := 1
	for k < len(all) && n+countWords(all[k]) <= limit {
		n += countWords(all[k])
		k++
	}
	return strings.Join(all[:k], " "), len(all) - k
}

// containsFold reports whether text contains part, whatever the case.
func containsFold(text, part string) bool {
	return part != "" && strings.Contains(strings.ToLower(text), strings.ToLower(part))
}

// namesPerson reports whether the text has the first name of a person as a
// word.
func namesPerson(text, name string) bool {
	first := rapport.FirstWord(name)
	if first == "" {
		return false
	}
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }) {
		if strings.EqualFold(field, string(first)) {
			return true
		}
	}
	return false
}
