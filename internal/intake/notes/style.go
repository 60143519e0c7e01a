package notes

import (
	"strings"

	"rapport"
)

// Style is how a file is written: what a hand that continues it has to keep.
// The zero Style is a heading of two number signs for a day, three for a
// section, the newest day first.
type Style struct {
	// OldestFirst says that new days stand at the end.
	OldestFirst bool
	// DateMark is the number signs of a dated heading, "**" for one in bold,
	// "===" or "---" for the line drawn below it; empty for "##".
	DateMark string
	// DateLayout is how a date is written, as [time.Time.Format] takes it; empty
	// for "2006-01-02".
	DateLayout string
	// Before and Behind are the words around the date that every heading has.
	Before, Behind string
	// SectionMark is as DateMark, or ":" for a label; empty for "###".
	SectionMark string
	// Bullet is the mark of a bullet; empty for "-".
	Bullet string
	// Title stands at the top of a new file; empty for none.
	Title string
}

// layouts are the ways of writing a date that can be continued. What says its
// year goes first.
var layouts = [...]string{
	"2006-01-02", "2006/01/02", "2006.01.02", "02.01.2006", "2.1.2006", "02/01/2006", "2/1/2006", "01/02/2006", "1/2/2006", "02-01-2006",
	"2 January 2006", "2. January 2006", "2 Jan 2006", "January 2, 2006", "Jan 2, 2006", "January 2 2006", "Jan 2 2006", "02 Jan 2006", "02 January 2006",
	"Mon 2 Jan 2006", "Mon, 2 Jan 2006", "Monday 2 January 2006", "Monday, 2 January 2006", "Monday, January 2, 2006", "Mon 2006-01-02", "2006-01-02 Mon", "2006-01-02 (Mon)", "Mon 02.01.2006",
	"Mon 2 Jan", "Mon, 2 Jan", "Monday 2 January", "Monday, 2 January", "2 January", "2 Jan", "January 2", "Jan 2", "02.01.", "2.1.", "02/01", "2/1", "01/02", "1/2", "2. January",
}

// style finds out how the file is written: as most of its days are.
func (r *reader) style() Style {
	s := r.out.Style
	marks, forms, before, behind := votes{}, votes{}, votes{}, votes{}
	days := 0
	for i := range r.parts {
		p := &r.parts[i]
		if p.why != "" {
			continue
		}
		days++
		before.add(p.form.before)
		behind.add(p.form.behind)
		if p.level < bulletLevel {
			marks.add(r.lines[p.line-1].mark)
		}
		for _, layout := range layouts {
			if p.from.Time().Format(layout) == p.form.written && p.from == p.day {
				forms.add(layout)
			}
		}
	}
	s.DateMark = marks.most()
	for _, layout := range layouts {
		if forms[layout] > forms[s.DateLayout] {
			s.DateLayout = layout // of equals the one that is listed first
		}
	}
	if w := before.most(); before[w] == days {
		s.Before = w
	}
	if w := behind.most(); behind[w] == days {
		s.Behind = w
	}
	sections, bullets := votes{}, votes{}
	for i := range r.found {
		f := &r.found[i]
		if f.section.line > 0 && f.label == "" && !f.section.above {
			l := r.lines[f.section.line-1]
			switch l.kind {
			case heading:
				sections.add(l.mark)
			case plain:
				sections.add(":")
			}
		}
		if f.isBullet {
			if m := r.lines[f.line-1].mark; strings.Trim(m, "0123456789.)") == m {
				bullets.add(m)
			}
		}
	}
	s.SectionMark, s.Bullet = sections.most(), bullets.most()
	return s
}

// votes counts how often something is done in one way.
type votes map[string]int

func (v votes) add(way string) { v[way]++ }

// most returns the way done most often; of equals the one that sorts first, so
// that the same file gives the same answer.
func (v votes) most() string {
	best := ""
	for way, n := range v {
		if n > v[best] || n == v[best] && (best == "" || way < best) {
			best = way
		}
	}
	return best
}

// dateLines writes the heading of a day.
func (s Style) dateLines(d rapport.Day) []string {
	layout := s.DateLayout
	if layout == "" {
		layout = "2006-01-02"
	}
	text := d.Time().Format(layout)
	if s.Before != "" {
		text = s.Before + " " + text
	}
	if s.Behind != "" {
		if !strings.ContainsAny(s.Behind[:1], ":,)") {
			text += " "
		}
		text += s.Behind
	}
	return marked(s.DateMark, "##", text)
}

// sectionLines writes the heading of a section.
func (s Style) sectionLines(title string) []string {
	if s.SectionMark == ":" {
		return []string{strings.TrimSuffix(title, ":") + ":"}
	}
	return marked(s.SectionMark, "###", title)
}

// marked writes a heading with its mark.
func marked(mark, otherwise, text string) []string {
	switch mark {
	case "":
		return []string{otherwise + " " + text}
	case "**":
		return []string{"**" + text + "**"}
	case "===", "---":
		return []string{text, strings.Repeat(mark[:1], max(3, len([]rune(text))))}
	}
	return []string{mark + " " + text}
}

func (s Style) bullet() string {
	if s.Bullet == "" {
		return "-"
	}
	return s.Bullet
}
