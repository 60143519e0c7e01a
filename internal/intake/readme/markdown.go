package readme

import (
	"strings"
	"unicode"
)

// block is a paragraph or an item of a list.
type block struct {
	lines   []string
	line    int // of the first one, from 1
	heading string
	// stem is the unfinished sentence that introduces a list: "I prefer:".
	stem string
	item bool
	// quoted marks the words of somebody else.
	quoted bool
}

// blocksOf takes Markdown apart as far as sentences need it, and returns all
// headings, too. Code, comments, tables and front matter hold no sentences.
func blocksOf(text string) (blocks []block, headings []string) {
	lines := strings.Split(text, "\n")
	var open *block
	heading, stem := "", ""
	fence, comment := "", false
	flush := func() {
		if open != nil {
			blocks = append(blocks, *open)
			open = nil
		}
	}
	for i := frontMatter(lines); i < len(lines); i++ {
		raw := lines[i]
		line := strings.TrimSpace(raw)
		if fence != "" {
			if strings.HasPrefix(line, fence) {
				fence = ""
			}
			continue
		}
		if comment || strings.HasPrefix(line, "<!--") {
			comment = !strings.Contains(line, "-->")
			continue
		}
		if strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~") {
			flush()
			fence = line[:3]
			continue
		}
		switch {
		case line == "":
			flush()
			continue
		case isRule(line):
			// A line of signs is a rule, or makes a heading of the line above.
			if open != nil && len(open.lines) == 1 && !open.item && (line[0] == '=' || line[0] == '-') {
				heading, stem = bare(open.lines[0]), ""
				headings = append(headings, heading)
				open = nil
			}
			flush()
			continue
		case open == nil && isCode(raw):
			continue
		case strings.HasPrefix(line, "|"):
			flush()
			continue
		}
		if h, ok := headingOf(lines, i, open == nil); ok {
			flush()
			heading, stem = h, ""
			headings = append(headings, heading)
			continue
		}
		if rest, ok := itemOf(line); ok {
			if open != nil && !open.item && endsOpen(open.lines[len(open.lines)-1]) {
				stem = lastSentence(strings.Join(open.lines, " "))
			}
			flush()
			if stem == "" && len(blocks) > 0 {
				if b := blocks[len(blocks)-1]; !b.item && b.heading == heading && endsOpen(b.lines[len(b.lines)-1]) {
					stem = lastSentence(strings.Join(b.lines, " "))
				}
			}
			open = &block{line: i + 1, heading: heading, stem: stem, item: true, lines: []string{rest}}
			continue
		}
		quoted := strings.HasPrefix(line, ">")
		if open != nil && open.quoted != quoted {
			flush()
		}
		if open == nil {
			open = &block{line: i + 1, heading: heading, quoted: quoted}
		}
		if !open.item {
			stem = ""
		}
		open.lines = append(open.lines, strings.TrimSpace(strings.TrimLeft(line, "> ")))
	}
	flush()
	return blocks, headings
}

// frontMatter returns the number of lines at the top that are settings.
func frontMatter(lines []string) int {
	if len(lines) == 0 || strings.TrimSpace(lines[0]) != "---" {
		return 0
	}
	for i := 1; i < len(lines) && i < 40; i++ {
		if strings.TrimSpace(lines[i]) == "---" {
			return i + 1
		}
	}
	return 0
}

func isRule(line string) bool {
	return len(line) >= 2 && (strings.Trim(line, "=") == "" || strings.Trim(line, "-") == "" || strings.Trim(line, "*_ ") == "")
}

// isCode reports whether a line that begins a block is indented as code is; a
// list that is indented is none.
func isCode(raw string) bool {
	if _, ok := itemOf(strings.TrimSpace(raw)); ok {
		return false
	}
	return strings.HasPrefix(raw, "    ") || strings.HasPrefix(raw, "\t")
}

// headingOf returns the text of a heading: marked as such, in bold alone on
// its line, or in capitals.
func headingOf(lines []string, i int, fresh bool) (string, bool) {
	line := strings.TrimSpace(lines[i])
	if strings.HasPrefix(line, "#") {
		text := strings.TrimLeft(line, "#")
		if strings.HasPrefix(text, " ") {
			return bare(text), true
		}
	}
	for _, mark := range []string{"**", "__"} {
		if inner, ok := strings.CutPrefix(line, mark); ok {
			if inner, ok = strings.CutSuffix(inner, mark); ok && inner != "" && !strings.Contains(inner, mark) && len(strings.Fields(inner)) < 9 && !strings.HasSuffix(inner, ".") {
				return bare(inner), true
			}
		}
	}
	if !fresh || len(strings.Fields(line)) > 8 {
		return "", false
	}
	if line == strings.ToUpper(line) && strings.ContainsFunc(line, unicode.IsLetter) && len(line) > 3 && !strings.HasSuffix(line, ".") {
		if _, ok := itemOf(line); !ok {
			return bare(line), true
		}
	}
	// A short first line without a verb or a stop that has a blank line behind
	// it names what follows.
	alone := i+1 >= len(lines) || strings.TrimSpace(lines[i+1]) == ""
	if alone && i+1 < len(lines) && !strings.ContainsAny(line[len(line)-1:], ".!?,;:…)") && !isMeant(line) {
		if _, ok := itemOf(line); !ok {
			return bare(line), true
		}
	}
	return "", false
}

// isMeant reports whether a short line without a stop is a sentence after all.
func isMeant(line string) bool {
	w := wordsOf(line)
	if len(w) == 0 {
		return false
	}
	return isImperative(w[0]) || w[0] == "i" || strings.HasPrefix(w[0], "i'") || w[0] == "no" || w[0] == "don't" || w[0] == "please"
}

// itemOf returns the text of an item of a list.
func itemOf(line string) (string, bool) {
	for _, mark := range []string{"- ", "* ", "+ ", "• ", "– ", "— ", "· ", "▪ "} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			rest = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(rest, "[ ] "), "[x] "), "[X] ")
			return strings.TrimSpace(rest), strings.TrimSpace(rest) != ""
		}
	}
	n := 0
	for n < len(line) && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n > 0 && n < 3 && n+1 < len(line) && (line[n] == '.' || line[n] == ')') && line[n+1] == ' ' {
		return strings.TrimSpace(line[n+2:]), true
	}
	return "", false
}

func endsOpen(line string) bool { return strings.HasSuffix(strings.TrimRight(line, "*_ "), ":") }

// lastSentence returns what stands behind the last stop of a text that ends
// openly, without its colon.
func lastSentence(text string) string {
	text = strings.TrimRight(strings.TrimRight(text, "*_ "), ":")
	if i := strings.LastIndexAny(text, ".!?"); i >= 0 {
		text = text[i+1:]
	}
	return strings.TrimSpace(text)
}

// bare takes the marks of emphasis and links off a text.
func bare(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '*', '`', '#':
			continue
		case '_':
			if i == 0 || i+1 == len(text) || !isWordByte(text[i-1]) || !isWordByte(text[i+1]) {
				continue
			}
		case '[':
			continue
		case ']':
			if i+1 < len(text) && text[i+1] == '(' {
				if end := strings.IndexByte(text[i:], ')'); end > 0 {
					i += end
				}
			}
			continue
		}
		b.WriteByte(text[i])
	}
	return strings.TrimSpace(b.String())
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
