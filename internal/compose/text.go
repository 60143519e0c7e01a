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
	wrap(&b, r.Byline.Text, width, "", "")
	for _, s := range r.Sections {
		b.WriteByte('\n')
		if s.Title != "" {
			wrap(&b, s.Title, width, "", "")
			b.WriteString(strings.Repeat("-", min(width, textWidth(s.Title))) + "\n")
		}
		if len(s.Intro) > 0 {
			wrap(&b, paragraph(s.Intro), width, "", "")
		}
		if len(s.Intro) > 0 && len(s.Items) > 0 {
			b.WriteByte('\n')
		}
		for i, item := range s.Items {
			mark := "- "
			if s.Numbered {
				mark = strconv.Itoa(i+1) + ". "
			}
			wrap(&b, item.Text, width, mark, strings.Repeat(" ", len(mark)))
		}
		if len(s.Outro) > 0 {
			if len(s.Intro)+len(s.Items) > 0 {
				b.WriteByte('\n')
			}
			wrap(&b, paragraph(s.Outro), width, "", "")
		}
	}
	return b.String()
}
