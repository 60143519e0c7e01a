package profile

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxText bounds how far a text is read, in bytes: a preference is said in a
// few sentences.
const maxText = 4096

// pause is what stands between a word and the one before it.
type pause int8

const (
	none pause = iota
	comma
	stop
)

// word is one word of a text as it is compared.
type word struct {
	text string // in lower case, contractions written out
	stem string
	// before is the pause in front of the word.
	before pause
	// from and to are its bytes in the text.
	from, to int
}

// wordsOf takes a text apart.
func wordsOf(text string) []word {
	if len(text) > maxText {
		text = text[:maxText]
	}
	words := make([]word, 0, len(text)/5+1)
	gap := none
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) {
			gap = max(gap, pauseOf(text, i, r, size))
			i += size
			continue
		}
		from := i
		for i < len(text) {
			r, size := utf8.DecodeRuneInString(text[i:])
			if !isLetter(r) && !joins(text, i, r, size) {
				break
			}
			i += size
		}
		for _, part := range written(strings.ToLower(text[from:i])) {
			words = append(words, word{text: part, stem: stem(part), before: gap, from: from, to: i})
			gap = none
		}
	}
	return joined(words)
}

// joined makes one word of "e-mail", which people write in three ways.
func joined(words []word) []word {
	for i := len(words) - 2; i >= 0; i-- {
		if next := words[i+1]; words[i].text == "e" && next.before == none && next.stem == "mail" {
			words[i].text, words[i].stem, words[i].to = "e"+next.text, "email", next.to
			words = slices.Delete(words, i+1, i+2)
		}
	}
	return words
}

func isLetter(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

// joins reports whether the mark at i is inside a word: an apostrophe between
// letters, a colon or full stop between digits.
func joins(text string, i int, r rune, size int) bool {
	next, _ := utf8.DecodeRuneInString(text[i+size:])
	switch r {
	case '\'', '’':
		return unicode.IsLetter(next)
	case ':', '.':
		last, _ := utf8.DecodeLastRuneInString(text[:i])
		return unicode.IsDigit(next) && unicode.IsDigit(last)
	}
	return false
}

// pauseOf says what the mark at i separates.
func pauseOf(text string, i int, r rune, size int) pause {
	switch r {
	case '.', '!', '?', ';', '\n', '•', '…':
		return stop
	case ',', ':', '(', ')', '—', '–', '"', '“', '”', '[', ']':
		return comma
	case '-', '/', '+', '=':
		// A hyphen joins, a dash between blanks separates.
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if unicode.IsSpace(next) {
			return comma
		}
	}
	return none
}

// written returns a word with its contraction written out.
func written(text string) []string {
	text = strings.ReplaceAll(text, "’", "'")
	if whole := irregular(text); whole != "" {
		return strings.Fields(whole)
	}
	if first, ok := strings.CutSuffix(text, "n't"); ok && first != "" {
		return []string{first, "not"}
	}
	for _, c := range [...][2]string{{"'m", "am"}, {"'re", "are"}, {"'ll", "will"}, {"'ve", "have"}, {"'d", "would"}} {
		if first, ok := strings.CutSuffix(text, c[0]); ok && first != "" {
			return []string{first, c[1]}
		}
	}
	if first, ok := strings.CutSuffix(text, "'s"); ok && first != "" {
		switch first {
		case "it", "that", "he", "she", "there", "what", "here", "who":
			return []string{first, "is"}
		}
		return []string{first}
	}
	return []string{text}
}

func irregular(text string) string {
	switch text {
	case "can't", "cannot", "cant":
		return "can not"
	case "won't", "wont":
		return "will not"
	case "dont":
		return "do not"
	case "doesnt":
		return "does not"
	case "shan't":
		return "shall not"
	case "let's":
		return "let us"
	case "i'd":
		return "i would"
	case "1":
		return "one"
	case "2":
		return "two"
	case "3":
		return "three"
	}
	return ""
}

// stem takes the inflection off an English word, roughly: it only has to do
// the same to the words of a text and of the lexicon.
func stem(w string) string {
	switch {
	case len(w) < 4 || strings.HasSuffix(w, "ews") || strings.HasSuffix(w, "ss"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ing") && len(w) > 5:
		return undouble(w[:len(w)-3])
	case strings.HasSuffix(w, "ed") && len(w) > 4 && w != "need" && w != "speed":
		return undouble(w[:len(w)-2])
	case strings.HasSuffix(w, "es") && len(w) > 4 && strings.ContainsAny(w[len(w)-3:len(w)-2], "sxzh"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "s"):
		w = w[:len(w)-1]
	}
	if len(w) > 3 {
		w = strings.TrimSuffix(w, "e")
	}
	return w
}

// undouble makes "plan" of "plann", and takes off the e that "writing" lost
// and "write" has.
func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsAny(w[n-1:], "lsz") {
		return w[:n-1]
	}
	if n > 3 {
		return strings.TrimSuffix(w, "e")
	}
	return w
}
