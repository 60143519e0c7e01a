package when

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number or a sign. Words are in lower case without
// apostrophes; a number never holds letters: "15th" is two glued tokens.
type token struct {
	text string
	kind tokenKind
	// glued says that nothing stands between this token and the one before.
	glued bool
	// start and end are byte offsets in the text.
	start, end int
}

type tokenKind int8

const (
	word tokenKind = iota
	number
	sign
)

func (t token) is(text string) bool { return t.text == text && t.kind != number }

// int returns the value of a number of at most eight digits, and -1 for
// anything else.
func (t token) int() int {
	if t.kind != number || len(t.text) > 8 {
		return -1
	}
	n := 0
	for _, r := range t.text {
		n = n*10 + int(r-'0')
	}
	return n
}

// digits reports whether the token is a number of exactly n digits.
func (t token) digits(n int) bool { return t.kind == number && len(t.text) == n }

// fold returns the plain form of a rune: fullwidth forms, odd dashes and
// quotes become their ASCII cousins, letters lower case, and marks that nobody
// sees become -1.
func fold(r rune) rune {
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		r -= 0xFEE0
	case r >= 0x2010 && r <= 0x2015, r == 0x2212, r == 0xFE58, r == 0xFE63:
		return '-'
	case r == '’', r == '‘', r == 'ʼ', r == '´', r == '`':
		return '\''
	case r >= 0x200B && r <= 0x200F, r == 0x2060, r == 0xFEFF, r == 0x00AD:
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	return unicode.ToLower(r)
}

// tokenise cuts text into tokens. Commas and the full stops of abbreviations
// go; whatever is not known stays as a sign, so that it cannot be overlooked.
func tokenise(text string) []token {
	var out []token
	glued := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		start := i
		i += size
		r = fold(r)
		switch {
		case r < 0:
		case r == ' ':
			glued = false
		case r >= '0' && r <= '9':
			i = lexNumber(text, start, &out, glued)
			glued = true
		case unicode.IsLetter(r):
			i = lexWord(text, start, &out, glued)
			glued = true
		default:
			if c, keep := lexSign(r, text[i:], out); keep {
				out = append(out, token{text: c, kind: sign, glued: glued, start: start, end: i})
				glued = true
			}
		}
	}
	return joinDots(out)
}

func lexNumber(text string, i int, out *[]token, glued bool) int {
	var b strings.Builder
	start := i
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r = fold(r); r < '0' || r > '9' {
			break
		}
		b.WriteRune(r)
		i += size
	}
	*out = append(*out, token{text: b.String(), kind: number, glued: glued, start: start, end: i})
	return i
}

func lexWord(text string, i int, out *[]token, glued bool) int {
	var b strings.Builder
	start := i
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		r = fold(r)
		if !unicode.IsLetter(r) && r != '\'' && r >= 0 {
			break
		}
		if r != '\'' && r >= 0 {
			b.WriteRune(r)
		}
		i += size
	}
	*out = append(*out, token{text: b.String(), kind: word, glued: glued, start: start, end: i})
	return i
}

// lexSign returns the sign for r, or false where it says nothing: a comma that
// is no decimal comma, and the full stop of an abbreviation.
func lexSign(r rune, rest string, before []token) (string, bool) {
	afterWord := len(before) > 0 && before[len(before)-1].kind == word
	switch r {
	case ',':
		return ",", rest != "" && rest[0] >= '0' && rest[0] <= '9' && len(before) > 0 && before[len(before)-1].kind == number
	case '.':
		return ".", !afterWord || strings.HasPrefix(rest, ".")
	}
	return string(r), true
}

// joinDots makes one sign of two dots, which stand between the ends of a range.
func joinDots(toks []token) []token {
	out := toks[:0]
	for _, t := range toks {
		if n := len(out); t.is(".") && t.glued && n > 0 && out[n-1].is(".") {
			out[n-1].text, out[n-1].end = "..", t.end
			continue
		}
		out = append(out, t)
	}
	return out
}

// trim drops the brackets, quotes and closing signs around an expression.
func trim(toks []token) []token {
	for len(toks) > 0 && toks[0].kind == sign && strings.Contains(`("'[“”«,`, toks[0].text) {
		toks = toks[1:]
	}
	for len(toks) > 0 && toks[len(toks)-1].kind == sign && strings.Contains(`)"']“”»!?;:,`, toks[len(toks)-1].text) {
		toks = toks[:len(toks)-1]
	}
	return toks
}
