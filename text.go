package rapport

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ParseSlug makes a slug of a word a person typed: letters and digits of any
// script are kept in lower case, everything between them becomes one hyphen.
// The result is empty when nothing is left.
func ParseSlug(text string) Slug {
	var b strings.Builder
	gap := false
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r == '\'' || r == '’':
			// "women's" stays one word.
		default:
			gap = true
		}
	}
	return Slug(b.String())
}

// FirstWord returns the slug of the first word of a name: what people type
// for a colleague.
func FirstWord(name string) Slug {
	for _, field := range strings.Fields(name) {
		if s := ParseSlug(field); s != "" {
			return s
		}
	}
	return ""
}

// Title makes a name of a slug: "dana" is Dana, "returns-desk" Returns desk.
func (s Slug) Title() string {
	text := strings.ReplaceAll(string(s), "-", " ")
	for i, r := range text {
		return string(unicode.ToUpper(r)) + text[i+utf8.RuneLen(r):]
	}
	return text
}

// OneLine folds white space and control characters of text into single
// spaces, so that a stored line can never break a list, a terminal or a mail
// header. Joiners and direction marks that scripts and emoji need are kept;
// direction overrides, which can disguise text, are not.
func OneLine(text string) string {
	if isPlainLine(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	gap := false
	for _, r := range text {
		if unicode.IsSpace(r) || unicode.IsControl(r) || r == unicode.ReplacementChar {
			gap = true
			continue
		}
		if overridesDirection(r) {
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}

// isPlainLine reports whether text is surely one line already: ASCII that can
// be seen, and single spaces between. Nearly all that is stored is, and need
// not be copied.
func isPlainLine(text string) bool {
	gap := true
	for i := range len(text) {
		c := text[i]
		if c < ' ' || c >= 0x7F || gap && c == ' ' {
			return false
		}
		gap = c == ' '
	}
	return !gap || text == ""
}

// ManyLines cleans text that may keep its line breaks, such as a note or a
// report: control characters other than newline and tab go, line ends become
// one newline.
func ManyLines(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), r == unicode.ReplacementChar, overridesDirection(r):
			return -1
		}
		return r
	}, text)
}

func overridesDirection(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}
