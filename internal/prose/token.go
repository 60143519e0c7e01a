package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind says what sort of thing a token is.
type tokenKind uint8

const (
	wordToken   tokenKind = iota
	numberToken           // 12, 4.5, 30%, 14th, 17:00, 3k
	markToken             // punctuation, brackets, bullets
	signToken             // emoji and other signs that are no punctuation
)

// token is one word, number or mark. Two tokens may stand on the same letters:
// "can't" is read as can and not.
type token struct {
	// text is in lower case, with contractions written out.
	text string
	// start and end count Unicode code points; end is exclusive.
	start, end int
	lexeme
	kind tokenKind
	// capital marks a word that was written with a capital letter.
	capital bool
	// shout marks a word of several capitals, such as IT.
	shout bool
	// line marks the first token of a line, para the first of a paragraph.
	line, para bool
	// space marks a token with white space in front of it.
	space bool
	// quoted marks what stands between quotation marks: somebody else's words.
	quoted bool
	// done marks a past form or a participle.
	done bool
}

func (t *token) is(c class) bool { return t.class&c != 0 }

// reader splits a text into tokens.
type reader struct {
	text string
	// pos counts bytes, at counts code points.
	pos, at           int
	tokens            []token
	line, para, space bool
	// quote is the index of the token that opened a quotation, plus one.
	quote int
}

// tokenise splits a text into tokens.
func tokenise(text string) []token {
	r := reader{text: text, tokens: make([]token, 0, len(text)/5+4), line: true, para: true}
	for r.pos < len(text) {
		r.next()
	}
	markQuoted(r.tokens)
	return r.tokens
}

// markQuoted marks what stands between single quotation marks on one line.
func markQuoted(tokens []token) {
	open := -1
	for i := range tokens {
		t := &tokens[i]
		if t.line {
			open = -1
		}
		if t.kind != markToken || t.text != "'" {
			continue
		}
		switch closes := !t.space && (i+1 == len(tokens) || tokens[i+1].space || tokens[i+1].kind == markToken); {
		case open >= 0 && closes:
			for k := open; k < i; k++ {
				tokens[k].quoted = true
			}
			open = -1
		case t.space && i+1 < len(tokens) && !tokens[i+1].space:
			open = i + 1
		}
	}
}

func (r *reader) peek(pos int) (rune, int) {
	if pos >= len(r.text) {
		return 0, 0
	}
	if c := r.text[pos]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(r.text[pos:])
}

func (r *reader) next() {
	c, size := r.peek(r.pos)
	switch {
	case c == '\n' || c == '\r':
		r.para = r.para || r.line && c == '\n'
		r.line, r.space = true, true
		r.quote = 0 // no quotation goes on behind its line
		r.step(size)
	case unicode.IsSpace(c) || unicode.IsControl(c):
		r.space = true
		r.step(size)
	case unicode.IsDigit(c), isMoney(c) && r.digitAt(r.pos+size):
		r.number(size)
	case unicode.IsLetter(c):
		r.word()
	case unicode.IsMark(c) || unicode.Is(unicode.Cf, c):
		r.step(size) // belongs to what stands before it
	default:
		kind := markToken
		if c > 0x2100 && unicode.IsSymbol(c) && c != '→' || c >= 0x1F000 {
			kind = signToken
		}
		start := r.at
		text := r.text[r.pos : r.pos+size]
		r.step(size)
		switch c {
		case '–', '—':
			text = "-"
		case '’', '‘', '`':
			text = "'"
		case '“', '”', '«', '»', '„':
			text = `"`
		}
		r.add(token{text: text, start: start, end: r.at, kind: kind, lexeme: lexeme{id: book().words[text].id}})
	}
}

func (r *reader) step(bytes int) {
	r.pos += bytes
	r.at++
}

// add appends a token; what stands inside a quotation is marked when the
// quotation is closed.
func (r *reader) add(t token) {
	t.done = t.looksDone()
	t.line, t.para, t.space = r.line, r.para && r.line, r.space || r.line
	r.line, r.para, r.space = false, false, false
	if t.text == `"` && t.kind == markToken {
		if r.quote > 0 {
			for i := r.quote; i < len(r.tokens); i++ {
				r.tokens[i].quoted = true
			}
			r.quote = 0
		} else {
			r.quote = len(r.tokens) + 1
		}
	}
	r.tokens = append(r.tokens, t)
}

func (r *reader) digitAt(pos int) bool {
	c, _ := r.peek(pos)
	return unicode.IsDigit(c)
}

func (r *reader) letterAt(pos int) bool {
	c, _ := r.peek(pos)
	return unicode.IsLetter(c)
}

// number reads digits with separators, a sign of money and a glued unit.
func (r *reader) number(first int) {
	from, start := r.pos, r.at
	r.step(first)
	for r.pos < len(r.text) {
		c, size := r.peek(r.pos)
		switch {
		case unicode.IsDigit(c) || unicode.IsLetter(c) || c == '%' || isMoney(c):
		case (c == ',' || c == '.' || c == ':' || c == '/') && r.digitAt(r.pos+size):
		default:
			r.addNumber(from, start)
			return
		}
		r.step(size)
	}
	r.addNumber(from, start)
}

func (r *reader) addNumber(from, start int) {
	text := lower(r.text[from:r.pos])
	r.add(token{text: text, start: start, end: r.at, kind: numberToken, lexeme: lexeme{classOfNumber(text), book().words[text].id}})
}

// word reads letters with inner apostrophes and hyphens.
func (r *reader) word() {
	from, start := r.pos, r.at
	apostrophe := -1
	for r.pos < len(r.text) {
		c, size := r.peek(r.pos)
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c):
		case (c == '\'' || c == '’') && apostrophe < 0 && r.letterAt(r.pos+size):
			apostrophe = r.pos
		case (c == '-' || c == '_' || c == '&' || c == '‑') && r.letterAt(r.pos+size):
		default:
			r.addWord(from, start, apostrophe)
			return
		}
		r.step(size)
	}
	r.addWord(from, start, apostrophe)
}

func (r *reader) addWord(from, start, apostrophe int) {
	raw := r.text[from:r.pos]
	first, size := utf8.DecodeRuneInString(raw)
	t := token{text: lower(raw), start: start, end: r.at, capital: unicode.IsUpper(first)}
	t.shout = t.capital && len(raw) > size && isUpper(raw)
	if head, tail := contracted(t.text, apostrophe >= 0); head != "" {
		t.text, t.lexeme = head, lookUp(head)
		r.add(t)
		t.text, t.lexeme, t.capital, t.shout = tail, lookUp(tail), false, false
		r.line, r.para = false, false
		r.add(t)
		return
	}
	t.lexeme = lookUp(t.text)
	if t.text == "it" && t.shout {
		t.class = teamClass
	}
	if t.text == "us" && t.shout {
		t.class = 0
	}
	r.add(t)
}

// contracted writes a contraction out as two words: don't, dont → do not;
// I'm, im → i am. Both are empty where the word is none.
func contracted(word string, apostrophe bool) (head, tail string) {
	if !apostrophe {
		switch word {
		case "im":
			return "i", "am"
		case "ive":
			return "i", "have"
		case "youre":
			return "you", "are"
		case "youve":
			return "you", "have"
		case "youll":
			return "you", "will"
		case "theyre":
			return "they", "are"
		case "thats", "whats", "hes", "shes", "theres":
			return word[:len(word)-1], "'s"
		case "cannot", "cant":
			return "can", "not"
		case "wont":
			return "will", "not"
		case "dont", "didnt", "doesnt", "isnt", "arent", "wasnt", "werent", "havent", "hasnt", "hadnt", "couldnt", "shouldnt", "wouldnt":
			return word[:len(word)-2], "not"
		}
		return "", ""
	}
	cut := strings.IndexByte(word, '\'')
	head, tail = word[:cut], word[cut+1:]
	switch tail {
	case "t":
		switch head {
		case "can":
			return "can", "not"
		case "won":
			return "will", "not"
		case "shan":
			return "shall", "not"
		}
		if stem, ok := strings.CutSuffix(head, "n"); ok {
			return stem, "not"
		}
		return "", ""
	case "m":
		return head, "am"
	case "re":
		return head, "are"
	case "ve":
		return head, "have"
	case "ll":
		return head, "will"
	case "d":
		return head, "would"
	case "s":
		if head == "let" {
			return "let", "us"
		}
		return head, "'s"
	}
	return "", ""
}

func isUpper(word string) bool {
	for _, c := range word {
		if unicode.IsLower(c) {
			return false
		}
	}
	return true
}

func isMoney(c rune) bool { return c == '$' || c == '€' || c == '£' || c == '¥' }

// lower is strings.ToLower with one sort of apostrophe, and without an
// allocation for what is lower already.
func lower(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(s), "’", "'"), "‑", "-")
		}
	}
	return s
}
