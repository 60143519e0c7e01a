package cli

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paint colours text for a terminal; the zero paint leaves it plain.
type paint struct{ on bool }

func (sh *shell) outPaint() paint { return paint{sh.env.OutWidth > 0 && sh.wantsColour()} }
func (sh *shell) errPaint() paint { return paint{sh.env.ErrWidth > 0 && sh.wantsColour()} }

func (sh *shell) wantsColour() bool {
	return sh.env.Getenv("NO_COLOR") == "" && sh.env.Getenv("TERM") != "dumb"
}

func (p paint) with(code, text string) string {
	if !p.on || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (p paint) bold(text string) string   { return p.with("1", text) }
func (p paint) dim(text string) string    { return p.with("2", text) }
func (p paint) red(text string) string    { return p.with("31", text) }
func (p paint) green(text string) string  { return p.with("32", text) }
func (p paint) yellow(text string) string { return p.with("33", text) }
func (p paint) cyan(text string) string   { return p.with("36", text) }

// columns returns how many columns text takes on a terminal: two for wide
// scripts and emoji, none for marks and joiners, nothing for colours.
func columns(text string) int {
	n := 0
	for i := 0; i < len(text); {
		if text[i] == '\x1b' {
			if end := strings.IndexByte(text[i:], 'm'); end > 0 {
				i += end + 1
				continue
			}
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		i += size
		switch {
		case r < ' ' || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case isWide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

func isWide(r rune) bool {
	return r >= 0x1100 && r <= 0x115F || r >= 0x2E80 && r <= 0xA4CF || r >= 0xAC00 && r <= 0xD7A3 ||
		r >= 0xF900 && r <= 0xFAFF || r >= 0xFE30 && r <= 0xFE6F || r >= 0xFF00 && r <= 0xFF60 ||
		r >= 0xFFE0 && r <= 0xFFE6 || r >= 0x1F300 && r <= 0x1FAFF || r >= 0x20000 && r <= 0x3FFFD
}

// pad fills text up with spaces to a width in columns.
func pad(text string, width int) string {
	if gap := width - columns(text); gap > 0 {
		return text + strings.Repeat(" ", gap)
	}
	return text
}

// wrapped breaks each line of text at spaces to the width, indenting what goes
// on as far as the line began; a width of zero breaks nothing.
func wrapped(text string, width int) string {
	if width <= 0 {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		indent := len(line) - len(strings.TrimLeft(line, " "))
		lines[i] = hanging(line, indent, width)
	}
	return strings.Join(lines, "\n")
}

// hanging breaks one line at spaces to the width; every line after the first
// is indented.
func hanging(line string, indent, width int) string {
	if width <= 0 || columns(line) <= width || width-indent < 16 {
		return line
	}
	var b strings.Builder
	used, gap := 0, 0 // gap counts the spaces before the next word
	for i, word := range strings.Split(line, " ") {
		if i > 0 {
			gap++
		}
		if word == "" {
			continue
		}
		w := columns(word)
		if used+gap+w > width && used > indent {
			b.WriteString("\n" + strings.Repeat(" ", indent))
			used = indent
		} else {
			b.WriteString(strings.Repeat(" ", gap))
			used += gap
		}
		gap = 0
		b.WriteString(word)
		used += w
	}
	return b.String()
}

// highlighted marks stretches of text, given as byte offsets in order.
func highlighted(text string, marks [][2]int, p paint) string {
	if !p.on {
		return text
	}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		if m[0] < at || m[1] > len(text) || m[1] < m[0] {
			continue
		}
		b.WriteString(text[at:m[0]])
		b.WriteString(p.bold(p.yellow(text[m[0]:m[1]])))
		at = m[1]
	}
	return b.String() + text[at:]
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return itoa(n) + " " + many
}

// table prints rows with their columns side by side.
func (sh *shell) table(rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], columns(cell))
		}
	}
	for _, row := range rows {
		var b strings.Builder
		for i, cell := range row {
			if i > 0 {
				b.WriteString("  ")
			}
			b.WriteString(pad(cell, widths[i]))
		}
		sh.printf("%s\n", strings.TrimRight(b.String(), " "))
	}
}
