package compose

import (
	"strconv"
	"strings"
)

// TextWidth is the width that any mail program shows without breaking lines.
const TextWidth = 72

// Text renders the report as plain text in lines of at most width columns; 0
// stands for [TextWidth].
func (r Report) Text(width int) string {
	if width <= 0 {
		width = TextWidth
	}
	var b strings.Builder
	wrap(&b, r.Title.Text, width, "", "")
	byline := func(before string) {
		if r.Byline.Text != "" {
			b.WriteString(before)
			wrap(&b, r.Byline.Text, width, "", "")
		}
	}
	if !r.Form.AskFirst {
		byline("")
	}
	pages := r.pages()
	for i, s := range pages {
		if i == len(r.Sections) && r.Form.AskFirst {
			byline("\n")
		}
		b.WriteByte('\n')
		textSection(&b, s, width)
	}
	if r.Form.AskFirst && len(pages) == len(r.Sections) {
		byline("\n")
	}
	return b.String()
}

func textSection(b *strings.Builder, s Section, width int) {
	if s.Title != "" {
		wrap(b, s.Title, width, "", "")
		b.WriteString(strings.Repeat("-", min(width, textWidth(s.Title))) + "\n")
	}
	before := false
	gap := func() {
		if before {
			b.WriteByte('\n')
		}
		before = true
	}
	if len(s.Intro) > 0 {
		gap()
		wrap(b, paragraph(s.Intro), width, "", "")
	}
	if len(s.Items) > 0 {
		gap()
	}
	for i, item := range s.Items {
		mark := "- "
		if s.Numbered {
			mark = strconv.Itoa(i+1) + ". "
		}
		wrap(b, item.Text, width, mark, strings.Repeat(" ", len(mark)))
	}
	if s.Figure != nil {
		gap()
		for _, line := range s.Figure.Lines {
			b.WriteString("  " + line + "\n")
		}
	}
	if s.Table != nil {
		gap()
		s.Table.text(b, width)
	}
	if len(s.Outro) > 0 {
		gap()
		wrap(b, paragraph(s.Outro), width, "", "")
	}
}

// text writes a table in columns where it fits, else row by row with the head
// before each cell.
func (t *Table) text(b *strings.Builder, width int) {
	widths := make([]int, len(t.Head))
	for i, h := range t.Head {
		widths[i] = textWidth(h)
	}
	for _, row := range t.Rows {
		for i, c := range row {
			widths[i] = max(widths[i], textWidth(c.Text))
		}
	}
	total := 2 * (len(widths) - 1)
	for _, w := range widths {
		total += w
	}
	if total > width {
		for _, row := range t.Rows {
			for i, c := range row {
				if c.Text == "" {
					continue
				}
				if i == 0 {
					wrap(b, c.Text, width, "- ", "  ")
					continue
				}
				wrap(b, t.Head[i]+": "+c.Text, width, "  ", "    ")
			}
		}
		return
	}
	line := func(cells []string) {
		var l strings.Builder
		for i, c := range cells {
			l.WriteString(c)
			if i+1 < len(cells) {
				l.WriteString(strings.Repeat(" ", widths[i]-textWidth(c)+2))
			}
		}
		b.WriteString(strings.TrimRight(l.String(), " ") + "\n")
	}
	line(t.Head)
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = c.Text
		}
		line(cells)
	}
}
