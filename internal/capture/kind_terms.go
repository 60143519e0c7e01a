package capture

import (
	"unicode"
	"unicode/utf8"
)

// termKind says what sort of thing a term is.
type termKind uint8

const (
	wordTerm   termKind = iota
	numberTerm          // 12, 4.5, 14,000, 1-9, 30%, 4th, 17:00
	markTerm            // punctuation: , ; : . ? ! - ( ) and arrows
	quoteTerm           // an opening or closing quotation mark
)

// term is one word, number or mark of a line, in lower case.
type term struct {
	text string
	kind termKind
	// class and form come from the lexicon; zero for what it does not know.
	class wordClass
	form  verbForm
	// capital marks a word that was written with a capital letter.
	capital bool
	// quoted marks what stands inside quotation marks.
	quoted bool
}

// A line of a log is read this far: what decides its kind stands early, and
// the guess must cost the same for a line of ten megabytes.
const (
	maxBytes = 600
	maxTerms = 90
)

// readTerms splits a line into terms and looks each word up.
func readTerms(line string) []term {
	if len(line) > maxBytes {
		cut := maxBytes
		for cut > 0 && !utf8.RuneStart(line[cut]) {
			cut--
		}
		line = line[:cut]
	}
	r := termReader{line: line, terms: make([]term, 0, 32)}
	for r.pos < len(r.line) && len(r.terms) < maxTerms {
		r.next()
	}
	r.closeQuotes()
	return r.terms
}

type termReader struct {
	line  string
	pos   int
	terms []term
	// openQuote is the index of the term that opened a quotation, plus one.
	openQuote int
}

func (r *termReader) next() {
	c, size := r.rune(r.pos)
	switch {
	case unicode.IsSpace(c) || unicode.IsControl(c):
		r.pos += size
	case unicode.IsDigit(c) || isMoney(c) && r.digitAt(r.pos+size):
		r.number(size)
	case unicode.IsLetter(c):
		r.word()
	case isQuote(c):
		r.quote(c, size)
	case c == '-' && r.hasPrefix("->"), c == '=' && r.hasPrefix("=>"):
		r.add(term{text: "->", kind: markTerm})
		r.pos += 2
	case c == '→':
		r.add(term{text: "->", kind: markTerm})
		r.pos += size
	case c == '-', c == '–', c == '—':
		r.add(term{text: "-", kind: markTerm})
		r.pos += size
	default:
		r.add(term{text: r.line[r.pos : r.pos+size], kind: markTerm})
		r.pos += size
	}
}

func (r *termReader) rune(at int) (rune, int) { return utf8.DecodeRuneInString(r.line[at:]) }

func (r *termReader) hasPrefix(p string) bool {
	return len(r.line)-r.pos >= len(p) && r.line[r.pos:r.pos+len(p)] == p
}

func (r *termReader) digitAt(at int) bool {
	return at < len(r.line) && r.line[at] >= '0' && r.line[at] <= '9'
}

func (r *termReader) letterAt(at int) bool {
	if at >= len(r.line) {
		return false
	}
	c, _ := r.rune(at)
	return unicode.IsLetter(c)
}

func (r *termReader) add(t term) {
	t.quoted = r.openQuote > 0
	r.terms = append(r.terms, t)
}

// number reads digits with their separators, signs and a unit that is glued
// to them: 14,000  1.9%  1-9  48h  12th  17:00  24/7.
func (r *termReader) number(first int) {
	start := r.pos
	r.pos += first
	for r.pos < len(r.line) {
		c, size := r.rune(r.pos)
		switch {
		case unicode.IsDigit(c) || unicode.IsLetter(c) || c == '%' || isMoney(c):
		case (c == ',' || c == '.' || c == ':' || c == '/' || c == '-' || c == '–') && r.digitAt(r.pos+size):
		default:
			r.add(term{text: lower(r.line[start:r.pos]), kind: numberTerm})
			return
		}
		r.pos += size
	}
	r.add(term{text: lower(r.line[start:r.pos]), kind: numberTerm})
}

// word reads letters with inner apostrophes and hyphens, and splits what
// English contracts: I'll, she's, don't.
func (r *termReader) word() {
	start := r.pos
	apostrophe := -1
	for r.pos < len(r.line) {
		c, size := r.rune(r.pos)
		inner := r.letterAt(r.pos + size)
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c):
		case (c == '\'' || c == '’') && inner && apostrophe < 0:
			apostrophe = r.pos
		case (c == '-' || c == '_') && (inner || r.digitAt(r.pos+size)):
		case c == '&' && inner:
		default:
			r.addWord(start, apostrophe, r.pos)
			return
		}
		r.pos += size
	}
	r.addWord(start, apostrophe, r.pos)
}

func (r *termReader) addWord(start, apostrophe, end int) {
	if apostrophe < 0 {
		r.addPart(start, end, "")
		return
	}
	_, size := r.rune(apostrophe)
	stem, tail := r.line[start:apostrophe], lower(r.line[apostrophe+size:end])
	switch {
	case tail == "t" && len(stem) > 1 && (stem[len(stem)-1] == 'n' || stem[len(stem)-1] == 'N'):
		switch lower(stem) {
		case "can":
			r.addPart(start, apostrophe, "")
		case "won":
			r.addPart(start, apostrophe, "will")
		default:
			r.addPart(start, apostrophe-1, "")
		}
		r.addPart(start, end, "n't")
	case tail == "ll", tail == "d", tail == "s", tail == "re", tail == "ve", tail == "m":
		r.addPart(start, apostrophe, "")
		r.addPart(start, end, "'"+tail)
	default:
		r.addPart(start, end, "")
	}
}

// addPart adds line[start:end] as a word, or text in its place.
func (r *termReader) addPart(start, end int, text string) {
	first, _ := r.rune(start)
	t := term{capital: unicode.IsUpper(first)}
	if text == "" {
		text = lower(r.line[start:end])
	} else {
		t.capital = false
	}
	t.text = text
	t.class, t.form = lookUp(text)
	r.add(t)
}

// quote tells an opening quotation mark from a closing one and from the
// apostrophe of a plural.
func (r *termReader) quote(c rune, size int) {
	open := r.openQuote > 0
	before := r.pos == 0 || isGap(rune(r.line[r.pos-1]))
	r.pos += size
	after := r.pos < len(r.line) && !unicode.IsSpace(rune(r.line[r.pos]))
	switch {
	case !open && before && after:
		r.add(term{text: "“", kind: quoteTerm})
		r.openQuote = len(r.terms)
	case open && (c != '\'' && c != '’' || !before):
		r.openQuote = 0
		r.add(term{text: "”", kind: quoteTerm})
	}
}

// closeQuotes takes back a quotation that never ended.
func (r *termReader) closeQuotes() {
	if r.openQuote == 0 {
		return
	}
	for i := r.openQuote; i < len(r.terms); i++ {
		r.terms[i].quoted = false
	}
	r.terms[r.openQuote-1].kind = markTerm
}

func isGap(c rune) bool { return unicode.IsSpace(c) || c == '(' || c == ':' || c == '-' || c == ',' }

func isQuote(c rune) bool {
	switch c {
	case '\'', '"', '’', '‘', '“', '”', '„', '«', '»':
		return true
	}
	return false
}

func isMoney(c rune) bool {
	switch c {
	case '$', '€', '£', '¥':
		return true
	}
	return false
}

// lower is strings.ToLower without an allocation for what is lower already.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return toLower(s)
		}
	}
	return s
}

func toLower(s string) string {
	b := make([]byte, 0, len(s))
	for _, c := range s {
		if c == '’' {
			c = '\''
		}
		b = utf8.AppendRune(b, unicode.ToLower(c))
	}
	return string(b)
}
