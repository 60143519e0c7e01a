package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Word is one word of a text as search sees it.
type Word struct {
	// Folded is the word in lower case without accents.
	Folded string
	// Start and End are its place in the text, in bytes.
	Start, End int
}

// Words splits text into the words that search keeps: runs of letters and
// digits of any script, folded to lower case without accents. A script that is
// written without spaces is split into its characters, and a query for several
// of them becomes a phrase. Both databases are given these words, so both find
// the same.
func Words(text string) []Word {
	var words []Word
	start := -1
	flush := func(end int) {
		if start >= 0 {
			if folded := fold(text[start:end]); folded != "" {
				words = append(words, Word{folded, start, end})
			}
			start = -1
		}
	}
	for i, r := range text {
		switch {
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao):
			flush(i)
			start = i
			flush(i + len(string(r)))
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
			}
		default:
			flush(i)
		}
	}
	flush(len(text))
	return words
}

// fold lowers a word and drops accents; what is left holds only letters and
// digits, so that it needs no quoting in either database.
func fold(word string) string {
	ascii := true
	for i := range len(word) {
		if word[i] >= 0x80 || word[i] >= 'A' && word[i] <= 'Z' {
			ascii = false
			break
		}
	}
	if ascii {
		return word
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFKD.String(word))
}
