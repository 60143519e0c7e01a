package notes

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport"
)

// inline is the words of a line without their Markdown.
type inline struct {
	text     string
	evidence []rapport.Evidence
	// struck says that all of it was struck through.
	struck bool
}

// plainOf returns the words of a text, and the addresses in it.
func plainOf(raw string) inline {
	w := inliner{raw: raw}
	w.run()
	out := inline{text: rapport.OneLine(w.out.String()), evidence: w.evidence}
	if out.text == "" && w.struck.Len() > 0 {
		out.text, out.struck = plainOf(w.struck.String()).text, true
	}
	return out
}

// words returns the words of a text without their Markdown.
func words(raw string) string { return plainOf(raw).text }

// inliner reads a text from left to right.
type inliner struct {
	raw      string
	out      strings.Builder
	struck   strings.Builder
	evidence []rapport.Evidence
	depth    int
}

// deepest is how far brackets within brackets are followed.
const deepest = 3

func (w *inliner) run() {
	for i := 0; i < len(w.raw); {
		i += w.step(i)
	}
}

// step reads what begins at i and returns its length.
func (w *inliner) step(i int) int {
	rest := w.raw[i:]
	switch c := rest[0]; c {
	case '\\':
		if len(rest) > 1 && isPunct(rest[1]) {
			w.out.WriteByte(rest[1])
			return 2
		}
	case '`':
		n := len(rest) - len(strings.TrimLeft(rest, "`"))
		if end := strings.Index(rest[n:], rest[:n]); end >= 0 && n <= 3 {
			w.out.WriteString(rest[n : n+end])
			return n + end + n
		}
		w.out.WriteString(rest[:n])
		return n
	case '!', '[':
		if n := w.link(rest); n > 0 {
			return n
		}
	case '<':
		if n := w.tag(rest); n > 0 {
			return n
		}
	case '&':
		if end := strings.IndexByte(rest[:min(len(rest), 12)], ';'); end > 1 {
			if s := html.UnescapeString(rest[:end+1]); s != rest[:end+1] {
				w.out.WriteString(s)
				return end + 1
			}
		}
	case '~', '=':
		mark := string([]byte{c, c})
		if strings.HasPrefix(rest, mark) {
			if end := strings.Index(rest[2:], mark); end > 0 && rest[2] != ' ' && rest[2] != c && rest[1+end] != ' ' {
				if c == '~' {
					w.struck.WriteString(rest[2 : 2+end])
					w.struck.WriteByte(' ')
				} else {
					w.inner(rest[2 : 2+end])
				}
				return end + 4
			}
		}
	case '*', '_':
		if n := w.emphasis(i); n > 0 {
			return n
		}
	case 'h':
		if n := addressLength(rest); n > 0 && (i == 0 || !isWordByte(w.raw[i-1])) {
			w.address(rest[:n], "")
			w.out.WriteString(rest[:n])
			return n
		}
	}
	_, size := utf8.DecodeRuneInString(rest)
	w.out.WriteString(rest[:size])
	return size
}

// emphasis drops a run of marks that begins or ends an emphasis.
func (w *inliner) emphasis(i int) int {
	c := w.raw[i]
	end := i
	for end < len(w.raw) && w.raw[end] == c {
		end++
	}
	n := end - i
	before, _ := utf8.DecodeLastRuneInString(w.raw[:i])
	after, _ := utf8.DecodeRuneInString(w.raw[end:])
	spaceBefore := i == 0 || unicode.IsSpace(before)
	spaceAfter := end == len(w.raw) || unicode.IsSpace(after)
	digits := unicode.IsDigit(before) && unicode.IsDigit(after) || unicode.IsDigit(after) && n == 1 && unicode.IsLetter(before)
	inside := c == '_' && isWord(before) && isWord(after) && i > 0 && end < len(w.raw)
	if n > 3 || spaceBefore && spaceAfter || digits || inside {
		w.out.WriteString(w.raw[i:end])
		return n
	}
	// A mark without its partner is a character of its own, such as a footnote's.
	mark := w.raw[i:end]
	opens := !spaceAfter && strings.Contains(w.raw[end:], mark)
	closes := !spaceBefore && strings.Contains(w.raw[:i], mark)
	if !opens && !closes {
		w.out.WriteString(mark)
	}
	return n
}

// inner reads a part on its own.
func (w *inliner) inner(raw string) {
	if w.depth >= deepest {
		w.out.WriteString(raw)
		return
	}
	part := inliner{raw: raw, depth: w.depth + 1}
	part.run()
	w.out.WriteString(part.out.String())
	w.struck.WriteString(part.struck.String())
	w.evidence = append(w.evidence, part.evidence...)
}

// link reads [text](address), ![text](address), [text][name] and [[page|text]].
func (w *inliner) link(rest string) int {
	start := 0
	if rest[0] == '!' {
		start = 1
	}
	if len(rest) <= start+1 || rest[start] != '[' {
		return 0
	}
	if strings.HasPrefix(rest[start:], "[[") {
		end := strings.Index(rest, "]]")
		if end < 0 {
			return 0
		}
		page, shown, ok := strings.Cut(rest[start+2:end], "|")
		if !ok {
			shown = page
		}
		w.inner(shown)
		return end + 2
	}
	end := closing(rest[start:], '[', ']')
	if end < 0 {
		return 0
	}
	end += start
	text, behind := rest[start+1:end], rest[end+1:]
	if strings.HasPrefix(behind, "[") && text != "" {
		if name := strings.IndexByte(behind, ']'); name > 0 {
			w.inner(text)
			return end + 1 + name + 1
		}
	}
	if !strings.HasPrefix(behind, "(") {
		return 0
	}
	stop := closing(behind, '(', ')')
	if stop < 0 {
		return 0
	}
	address, title, _ := strings.Cut(strings.TrimSpace(behind[1:stop]), " ")
	address = strings.Trim(address, "<>")
	if strings.TrimSpace(text) == "" {
		text = strings.Trim(title, `"' `)
	}
	w.inner(text)
	w.address(address, words(strings.ReplaceAll(text, "[", "(")))
	return end + 1 + stop + 1
}

// closing returns where the bracket at the start of text is closed, or -1.
func closing(text string, open, shut byte) int {
	const far = 2000
	deep := 0
	for i := 0; i < len(text) && i < far; i++ {
		switch text[i] {
		case '\\':
			i++
		case open:
			deep++
		case shut:
			if deep--; deep == 0 {
				return i
			}
		}
	}
	return -1
}

// address keeps an address as evidence.
func (w *inliner) address(ref, title string) {
	if ref == "" || strings.HasPrefix(ref, "#") {
		return
	}
	kind := "file"
	if strings.Contains(ref, "://") || strings.HasPrefix(ref, "mailto:") {
		kind = "url"
	}
	for _, e := range w.evidence {
		if e.Ref == ref {
			return
		}
	}
	w.evidence = append(w.evidence, rapport.Evidence{Kind: kind, Ref: rapport.OneLine(ref), Title: title})
}

// tag reads <address>, and drops a tag of HTML.
func (w *inliner) tag(rest string) int {
	end := strings.IndexByte(rest[:min(len(rest), 500)], '>')
	if end < 2 {
		return 0
	}
	inside := rest[1:end]
	if addressLength(inside) == len(inside) {
		w.address(inside, "")
		w.out.WriteString(inside)
		return end + 1
	}
	name := strings.ToLower(strings.TrimRight(strings.TrimPrefix(inside, "/"), "/ "))
	name, _, _ = strings.Cut(name, " ")
	switch name {
	case "br", "p", "div", "li", "hr":
		w.out.WriteByte(' ')
	case "b", "i", "u", "s", "em", "strong", "mark", "sub", "sup", "span", "small", "del", "ins", "kbd", "code", "font", "a", "details", "summary":
	default:
		return 0
	}
	return end + 1
}

// addressLength returns how long the web address at the start of text is.
func addressLength(text string) int {
	scheme := 0
	for _, s := range [...]string{"https://", "http://"} {
		if strings.HasPrefix(text, s) {
			scheme = len(s)
		}
	}
	if scheme == 0 {
		return 0
	}
	end := strings.IndexFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("<>\"`", r) })
	if end < 0 {
		end = len(text)
	}
	for end > scheme && strings.IndexByte(".,;:!?)]}*_'", text[end-1]) >= 0 {
		if text[end-1] == ')' && strings.Count(text[:end], "(") >= strings.Count(text[:end], ")") {
			break
		}
		end--
	}
	if end == scheme {
		return 0
	}
	return end
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7F && !isWordByte(c)
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// escaped puts a backslash in front of every mark, so that the words come back
// as they are wherever they stand.
func escaped(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if isPunct(text[i]) {
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
