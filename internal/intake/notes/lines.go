package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport"
)

// lineKind says what a line is, whatever its words mean.
type lineKind uint8

const (
	blank lineKind = iota
	heading
	bullet
	plain
	gone // left out, or a mark without words; its fate is known
)

// The levels of headings that Markdown does not know: a line that is bold as a
// whole, a label that ends in a colon, and bullets that head those below them.
const (
	boldLevel   = 7
	labelLevel  = 8
	bulletLevel = 10
)

// line is a line of the file with its marks taken off.
type line struct {
	// n is its number, from one.
	n    int
	kind lineKind
	// level is that of a heading.
	level int
	// indent is how far a bullet or text stands in, in columns.
	indent int
	quoted bool
	// heads says that a bullet has deeper bullets below it, or that a plain line
	// has bullets right below it.
	heads bool
	done  rapport.Truth
	// raw is what is written, without the marks in front.
	raw string
	// mark is the bullet as written, such as "-" or "1."; for a heading its
	// number signs, "**", or the line drawn below it.
	mark string
}

// scan finds out what each line is.
func (r *reader) scan(lines []string) []line {
	out := make([]line, len(lines))
	skip := r.frontMatter(lines)
	f := fences{}
	comments := lastComment(lines)
	for i := skip; i < len(lines); i++ {
		l := &out[i]
		l.n = i + 1
		text := lines[i]
		if len(text) > longestLine {
			l.kind = gone
			r.skip(l.n, l.n, "…", "a line this long is no sentence")
			continue
		}
		if end := f.end(lines, i); end > i {
			for j := i; j <= end; j++ {
				out[j] = line{n: j + 1, kind: gone}
			}
			r.skip(i+1, end+1, "```", "a block of code is no sentence")
			i = end
			continue
		}
		if strings.Contains(text, "<!--") {
			i = r.uncomment(lines, out, i, comments)
			continue
		}
		r.classify(l, text)
	}
	for i := range skip {
		out[i] = line{n: i + 1, kind: gone}
	}
	r.tables(lines, out)
	r.setext(lines, out)
	headed(out)
	for i := range out {
		switch {
		case out[i].kind == blank:
			r.out.Fates[i] = Blank
		case out[i].kind == gone && r.out.Fates[i] == Lost:
			r.out.Fates[i] = Heading
		}
	}
	return out
}

// frontMatter leaves out the settings between two lines of --- at the top, and
// returns how many lines they are.
func (r *reader) frontMatter(lines []string) int {
	if len(lines) == 0 || strings.TrimRight(lines[0], " \t") != "---" {
		return 0
	}
	for i := 1; i < len(lines) && i < 200; i++ {
		switch t := strings.TrimRight(lines[i], " \t"); {
		case t == "---" || t == "...":
			if i > 1 {
				r.skip(1, i+1, "---", "front matter holds settings, not notes")
				return i + 1
			}
			return 0
		case t == "" || strings.HasPrefix(t, "#") || t[0] == ' ' || t[0] == '-' || t[0] == '\t':
		case !strings.Contains(t, ":"):
			return 0
		}
	}
	return 0
}

// fences remembers for which sort of fence there is no end further down, so
// that one stray fence swallows nothing and many cost no more than one.
type fences struct{ open [2]int }

// end returns the line that ends the block of code beginning at i, or i.
func (f *fences) end(lines []string, i int) int {
	text := strings.TrimLeft(lines[i], " \t>")
	text = strings.TrimPrefix(text, "- ")
	for sort, mark := range [...]string{"```", "~~~"} {
		if !strings.HasPrefix(text, mark) {
			continue
		}
		n := len(text) - len(strings.TrimLeft(text, mark[:1]))
		if strings.Contains(text[n:], "`") || f.open[sort] > 0 && n >= f.open[sort] {
			return i
		}
		for j := i + 1; j < len(lines); j++ {
			t := strings.Trim(lines[j], " \t>")
			if len(t) >= n && strings.Trim(t, mark[:1]) == "" {
				return j
			}
		}
		f.open[sort] = n
	}
	return i
}

// lastComment returns the last line on which a comment ends, or -1.
func lastComment(lines []string) int {
	for i := len(lines) - 1; i >= 0; i-- {
		if strings.Contains(lines[i], "-->") {
			return i
		}
	}
	return -1
}

// uncomment takes the comments out of the lines from i on and classifies what
// is left of them. It returns the last line it looked at.
func (r *reader) uncomment(lines []string, out []line, i, last int) int {
	first, text := i, lines[i]
	for {
		start := strings.Index(text, "<!--")
		if start < 0 {
			break
		}
		if end := strings.Index(text[start:], "-->"); end >= 0 {
			text = text[:start] + text[start+end+len("-->"):]
			continue
		}
		if i >= last {
			break // it never ends, so it is no comment
		}
		head := text[:start]
		out[i].kind = gone
		if strings.TrimSpace(head) != "" {
			r.classify(&out[i], strings.TrimRight(head, " \t"))
		}
		for i++; i < last && !strings.Contains(lines[i], "-->"); i++ {
			out[i] = line{n: i + 1, kind: gone}
		}
		out[i].n = i + 1
		_, text, _ = strings.Cut(lines[i], "-->")
	}
	if strings.TrimSpace(text) == "" {
		out[i].kind = gone
	} else {
		r.classify(&out[i], text)
	}
	if i > first || text != lines[i] {
		// Its words are not repeated: a comment may be the most private part.
		r.out.Skipped = append(r.out.Skipped, Skipped{Line: first + 1, LastLine: i + 1, Text: "<!-- … -->", Reason: "a comment is not meant to be read"})
		for j := first; j <= i; j++ {
			if out[j].kind == gone {
				r.out.Fates[j] = LeftOut
			}
		}
	}
	return i
}

// classify reads the marks in front of a line.
func (r *reader) classify(l *line, text string) {
	text, l.indent = outdented(text)
	for strings.HasPrefix(text, ">") {
		l.quoted = true
		var more int
		text, more = outdented(text[1:])
		l.indent += more
	}
	text = strings.TrimRight(text, " \t\u00A0")
	switch {
	case strings.TrimFunc(text, unicode.IsSpace) == "":
		l.kind = blank
		if l.quoted {
			l.kind = gone
		}
		return
	case isRule(text):
		l.kind = gone
		return
	}
	if level, title, ok := atx(text); ok && !l.quoted {
		l.mark = strings.Repeat("#", level)
		if l.kind, l.level, l.raw = heading, level, title; title == "" {
			l.kind = gone
		}
		return
	}
	l.kind, l.raw = plain, text
	if mark, rest, ok := cutBullet(text); ok && !(mark != "-" && r.isDate(text)) {
		l.kind, l.mark, l.raw = bullet, mark, rest
	}
	l.done, l.raw = cutBox(l.raw)
	if l.raw == "" {
		l.kind = gone
		return
	}
	if l.kind != plain || l.quoted {
		return
	}
	if title, ok := allBold(text); ok {
		l.kind, l.level, l.raw, l.mark = heading, boldLevel, title, "**"
	} else if r.isDate(text) {
		l.kind, l.level = heading, labelLevel
	}
}

// outdented takes the white space off the front and counts its columns.
func outdented(text string) (string, int) {
	n := 0
	for i, r := range text {
		switch {
		case r == '\t':
			n += 4 - n%4
		case unicode.IsSpace(r):
			n++
		default:
			return text[i:], n
		}
	}
	return "", n
}

// isRule reports whether a line is nothing but a line.
func isRule(text string) bool {
	t := strings.ReplaceAll(text, " ", "")
	for _, mark := range [...]string{"-", "*", "_", "=", "—", "–", "~"} {
		if len(t) >= 3 && strings.Trim(t, mark) == "" {
			return true
		}
	}
	return false
}

// atx reads a heading with number signs in front. People leave the space out;
// one sign without it is a hash tag.
func atx(text string) (level int, title string, ok bool) {
	rest := strings.TrimLeft(text, "#")
	level = len(text) - len(rest)
	if level == 0 || level > 6 || level == 1 && rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		return 0, "", false
	}
	title = strings.TrimSpace(rest)
	if t := strings.TrimRight(title, "#"); t == "" || strings.HasSuffix(t, " ") {
		title = strings.TrimSpace(t)
	}
	return level, title, true
}

// cutBullet takes the mark of a bullet off the front.
func cutBullet(text string) (mark, rest string, ok bool) {
	first, size := utf8.DecodeRuneInString(text)
	if strings.ContainsRune("-*+•◦‣▪·●○–—", first) {
		rest := strings.TrimLeft(text[size:], " \t\u00A0")
		if next, _ := utf8.DecodeRuneInString(rest); first == '-' && unicode.IsLetter(next) {
			return "-", rest, true // the space is often forgotten
		}
		if rest == "" || len(rest) < len(text)-size || first > utf8.RuneSelf && first != '–' && first != '—' {
			return text[:size], rest, true
		}
		return "", text, false
	}
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits == 0 && len(text) > 1 && text[0] >= 'a' && text[0] <= 'z' && text[1] == ')' {
		digits = 1
	}
	if digits == 0 || digits > 3 || len(text) < digits+2 || text[digits] != '.' && text[digits] != ')' || text[digits+1] != ' ' {
		return "", text, false
	}
	rest = strings.TrimLeft(text[digits+1:], " \t")
	if first, _, _ := strings.Cut(strings.ToLower(rest), " "); text[digits] == '.' && isMonth(strings.Trim(first, ".,:")) {
		return "", text, false // "1. Dezember"
	}
	return text[:digits+1], rest, true
}

// cutBox takes a box to tick off the front.
func cutBox(text string) (rapport.Truth, string) {
	for _, box := range [...]struct {
		mark string
		done rapport.Truth
	}{
		{"[ ]", rapport.No},
		{"[]", rapport.No},
		{"[x]", rapport.Yes},
		{"[X]", rapport.Yes},
		{"[✓]", rapport.Yes},
		{"[/]", rapport.No},
		{"[-]", rapport.No},
		{"☐", rapport.No},
		{"☑", rapport.Yes},
		{"☒", rapport.Yes},
		{"✅", rapport.Yes},
		{"✔", rapport.Yes},
	} {
		if rest, ok := strings.CutPrefix(text, box.mark); ok && (rest == "" || rest[0] == ' ' || rest[0] == '\t') {
			return box.done, strings.TrimSpace(rest)
		}
	}
	return rapport.NotSaid, text
}

// allBold returns the words of a line that is bold as a whole.
func allBold(text string) (string, bool) {
	for _, mark := range [...]string{"***", "**", "__"} {
		t := strings.TrimSuffix(strings.TrimSpace(text), ":")
		inner, ok := strings.CutPrefix(t, mark)
		if !ok {
			continue
		}
		inner, ok = strings.CutSuffix(inner, mark)
		if ok && inner != "" && !strings.Contains(inner, mark) && utf8.RuneCountInString(inner) <= longestTitle {
			return strings.TrimSpace(inner), true
		}
	}
	return "", false
}

// longestTitle is how many characters a heading of one of our own sorts has at
// most; beyond it a bold line is a sentence.
const longestTitle = 80

// tables leaves tables out.
func (r *reader) tables(lines []string, out []line) {
	for i := 1; i < len(out); i++ {
		if !isTableRule(lines[i]) || out[i].quoted || out[i-1].kind != plain || !strings.Contains(lines[i-1], "|") {
			continue
		}
		first := i - 1
		last := i
		for last+1 < len(out) && out[last+1].kind == plain && strings.Contains(lines[last+1], "|") {
			last++
		}
		for j := first; j <= last; j++ {
			out[j].kind = gone
		}
		r.skip(first+1, last+1, "| … |", "a table is not read: write what matters in it as bullets")
		i = last
	}
}

func isTableRule(text string) bool {
	t := strings.TrimSpace(text)
	return strings.Contains(t, "|") && strings.Contains(t, "-") && strings.Trim(t, "|-: \t") == ""
}

// setext finds headings with a line drawn below them.
func (r *reader) setext(lines []string, out []line) {
	for i := 1; i < len(out); i++ {
		t := strings.TrimSpace(lines[i])
		above := &out[i-1]
		if out[i].kind != gone || r.out.Fates[i] == LeftOut || len(t) < 3 || above.quoted || above.indent > 3 ||
			above.kind != plain && !(above.kind == heading && above.level >= boldLevel) {
			continue
		}
		alone := i < 2 || out[i-2].kind != plain
		if strings.Trim(t, "=") == "" && alone {
			above.kind, above.level, above.mark = heading, 1, "==="
		} else if strings.Trim(t, "-") == "" && alone && utf8.RuneCountInString(above.raw) <= longestTitle {
			above.kind, above.level, above.mark = heading, 2, "---"
		}
	}
}

// headed finds the lines that stand over bullets.
func headed(out []line) {
	below := -1 // the next line with words
	for i := len(out) - 1; i >= 0; i-- {
		l := &out[i]
		if below >= 0 && out[below].kind == bullet {
			l.heads = l.kind == plain || l.kind == bullet && out[below].indent > l.indent
		}
		if l.kind != blank && !(l.kind == gone && l.raw == "") {
			below = i
		}
	}
}
