package compose

import (
	"strconv"
	"strings"
)

// Markdown renders the report as GitHub-flavoured Markdown. No word of the
// user can become markup in it.
func (r Report) Markdown() string {
	var b strings.Builder
	b.WriteString("# " + escapeMarkdown(r.Title.Text) + "\n")
	byline := func() {
		if r.Byline.Text != "" {
			b.WriteString("\n" + escapeMarkdown(r.Byline.Text) + "\n")
		}
	}
	if !r.Form.AskFirst {
		byline()
	}
	for i, s := range r.pages() {
		if i == len(r.Sections) && r.Form.AskFirst {
			byline()
		}
		markdownSection(&b, s)
	}
	if r.Form.AskFirst && len(r.pages()) == len(r.Sections) {
		byline()
	}
	return b.String()
}

func markdownSection(b *strings.Builder, s Section) {
	if s.Title != "" {
		b.WriteString("\n## " + escapeMarkdown(s.Title) + "\n")
	}
	markdownParagraph(b, s.Intro)
	if len(s.Items) > 0 {
		b.WriteByte('\n')
	}
	for i, item := range s.Items {
		mark := "- "
		if s.Numbered {
			mark = strconv.Itoa(i+1) + ". "
		}
		b.WriteString(mark + escapeMarkdown(item.Text) + "\n")
	}
	if s.Figure != nil {
		b.WriteString("\n```\n" + strings.Join(s.Figure.Lines, "\n") + "\n```\n")
	}
	if t := s.Table; t != nil {
		b.WriteByte('\n')
		row := func(cells []string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
		row(t.Head)
		b.WriteString(strings.Repeat("|---", len(t.Head)) + "|\n")
		for _, cells := range t.Rows {
			texts := make([]string, len(cells))
			for i, c := range cells {
				texts[i] = escapeMarkdown(c.Text)
			}
			row(texts)
		}
	}
	markdownParagraph(b, s.Outro)
}

func markdownParagraph(b *strings.Builder, sentences []Sentence) {
	if len(sentences) > 0 {
		b.WriteString("\n" + escapeMarkdown(paragraph(sentences)) + "\n")
	}
}

// paragraph joins sentences with spaces.
func paragraph(sentences []Sentence) string {
	var b strings.Builder
	for i, s := range sentences {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

// escapeMarkdown escapes one line of text that begins a block, so that it
// reads as it is written.
func escapeMarkdown(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 8)
	b.WriteString(escapedStart(text))
	text = text[blockStart(text):]
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch c {
		case '\\', '`', '*', '[', ']', '<', '|', '~':
			b.WriteByte('\\')
		case '_':
			// Between letters or digits it is no markup.
			if i == 0 || i+1 == len(text) || !isWordByte(text[i-1]) || !isWordByte(text[i+1]) {
				b.WriteByte('\\')
			}
		case '&':
			if isEntity(text[i:]) {
				b.WriteByte('\\')
			}
		case '#':
			// At the end of a heading it would vanish.
			if strings.Trim(text[i:], "#") == "" {
				b.WriteByte('\\')
			}
		case '\n', '\r':
			c = ' '
		}
		b.WriteByte(c)
	}
	return b.String()
}

// blockStart returns how many bytes at the start of text could open a block:
// the marker of a heading, quotation, list, table or rule.
func blockStart(text string) int {
	if text == "" {
		return 0
	}
	switch text[0] {
	case '#', '>', '+', '-', '=':
		return 1
	}
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	if n > 0 && n < len(text) && (text[n] == '.' || text[n] == ')') {
		return n + 1
	}
	return 0
}

func escapedStart(text string) string {
	n := blockStart(text)
	if n == 0 {
		return ""
	}
	return text[:n-1] + `\` + text[n-1:n]
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// isEntity reports whether text begins as a character reference does.
func isEntity(text string) bool {
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == ';':
			return i > 1
		case c == '#' && i == 1:
		case c < 0x80 && isWordByte(c):
		default:
			return false
		}
	}
	return false
}
