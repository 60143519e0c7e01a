package notes

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// Export writes running notes: a heading for each day in the order of the style,
// the questions below it, the replies below the bullets. [Read] with the same
// options gives the same keys for what was written. Options matter only for how
// words that would be read as something else are written.
func Export(meetings []Meeting, s Style, o Options) string {
	w := writer{s: s, r: newReader(o, false, nil)}
	if s.Title != "" {
		w.out = append(w.out, "# "+w.title(s.Title), "")
	}
	sorted := slices.Clone(meetings)
	slices.SortStableFunc(sorted, func(a, b Meeting) int {
		if s.OldestFirst {
			return strings.Compare(string(a.Day), string(b.Day))
		}
		return strings.Compare(string(b.Day), string(a.Day))
	})
	for _, m := range sorted {
		w.meeting(m)
	}
	return strings.TrimRight(strings.Join(w.out, "\n"), "\n") + "\n"
}

// writer collects the lines of a file.
type writer struct {
	s   Style
	r   *reader
	out []string
}

func (w *writer) meeting(m Meeting) {
	w.out = append(w.out, w.dateLines(m.Day)...)
	w.out = append(w.out, "")
	for _, g := range m.Groups {
		w.group(g)
	}
}

// dateLines writes the heading of a day, in a form that reads back to the day:
// a form without the year does only near the day of reading.
func (w *writer) dateLines(d rapport.Day) []string {
	s := w.s
	if f, ok := w.r.dateIn(strings.Join(s.dateLines(d)[:1], "")); !ok || f.why != "" || w.r.readDate(f.phrase, w.r.o.Today).FirstDay() != d {
		s.DateLayout = ""
		if f, ok := w.r.dateIn(s.dateLines(d)[0]); !ok || f.why != "" || f.phrase != string(d) {
			s.Before, s.Behind = "", ""
		}
	}
	return s.dateLines(d)
}

func (w *writer) group(g Group) {
	if g.Title != "" {
		w.out = append(w.out, w.sectionLines(g.Title)...)
		if w.s.SectionMark != ":" {
			w.out = append(w.out, "")
		}
	}
	for _, e := range g.Entries {
		w.out = append(w.out, w.entry(e)...)
	}
	w.out = append(w.out, "")
}

// sectionLines writes the heading of a section; one that a label cannot say
// becomes a heading in bold.
func (w *writer) sectionLines(title string) []string {
	s := w.s
	if s.SectionMark == ":" {
		if _, _, known := w.r.sectionMeaning(title); !known || strings.Contains(title, ":") {
			s.SectionMark = "**"
		}
	}
	return s.sectionLines(w.title(title))
}

// title writes a heading so that it reads back to its words.
func (w *writer) title(title string) string {
	title = rapport.OneLine(title)
	if _, isDate := w.r.dateIn(title); isDate || words(title) != title || strings.HasSuffix(title, ":") || strings.HasSuffix(title, "#") {
		return escaped(title)
	}
	return title
}

// entry writes a bullet with what stands below it.
func (w *writer) entry(e Entry) []string {
	b := w.s.bullet()
	out := []string{b + " " + w.line(e)}
	for _, text := range e.Below {
		out = append(out, "  "+b+" "+w.plain(text, false))
	}
	for _, reply := range e.Replies {
		out = append(out, "  "+b+" "+w.line(reply))
		for _, text := range reply.Below {
			out = append(out, "    "+b+" "+w.plain(text, false))
		}
	}
	return out
}

// line writes the first line of an entry or reply.
func (w *writer) line(e Entry) string {
	text := w.plain(e.Text, e.By == "" && len(e.Below)+len(e.Replies) > 0)
	if e.Struck {
		text = "~~" + text + "~~"
	}
	if e.By != "" {
		text = e.By + ": " + text
	}
	switch e.Done {
	case rapport.Yes:
		return "[x] " + text
	case rapport.No:
		return "[ ] " + text
	}
	return text
}

// plain writes words so that they are read as these words and nothing else.
// With heads there are bullets below them.
func (w *writer) plain(text string, heads bool) string {
	text = rapport.OneLine(text)
	if w.reads(text, text, heads) {
		return text
	}
	for _, raw := range [...]string{`\` + text, escaped(text)} {
		if w.reads(raw, text, heads) {
			return raw
		}
	}
	return `\` + escaped(text)
}

// reads reports whether a line is read as a text and as nothing more.
func (w *writer) reads(raw, text string, heads bool) bool {
	if raw == "" || words(unlead(raw)) != text || strings.Contains(raw, "<!--") || strings.HasPrefix(raw, "```") || strings.HasPrefix(raw, "~~~") || isRule(w.s.bullet()+" "+raw) {
		return false
	}
	if done, rest := cutBox(raw); done != rapport.NotSaid || rest != raw {
		return false
	}
	if _, ok := w.r.known.spokenIn(raw, true); ok {
		return false
	}
	if _, _, ok := w.r.known.inlineReply(raw); ok {
		return false
	}
	f := found{own: raw}
	if w.r.labelIn(&f); f.label != "" {
		return false
	}
	if raw[0] == '\\' || !heads {
		return true
	}
	_, _, known := w.r.sectionMeaning(strings.TrimSuffix(raw, ":"))
	return !known && !w.r.isDate(raw)
}

// Continue writes meetings into running notes that the user keeps by hand, in
// the style and order of the file, and returns the new text and how many lines
// it added. Not a byte of what stands there is changed, and what stands there
// already, by its key, is not written again. A meeting of a day that the file
// has goes below that day, into the sections it has.
func Continue(text []byte, meetings []Meeting, o Options) (string, int, error) {
	n, r, err := readBoth(text, o)
	if err != nil {
		return "", 0, err
	}
	w := writer{s: n.Style, r: r}
	e := edit{r: r, w: &w, before: map[int][]string{}, have: map[string]int{}}
	for i := range r.found {
		f := &r.found[i]
		if p := r.partOf(f); p.why == "" {
			e.have[keyOf(p.from, f.class(), f.identity(), 1)]++
		}
	}
	for _, m := range slices.SortedStableFunc(slices.Values(meetings), func(a, b Meeting) int { return strings.Compare(string(b.Day), string(a.Day)) }) {
		e.meeting(m)
	}
	return e.text(string(text)), e.added, nil
}

func readBoth(text []byte, o Options) (Notes, *reader, error) {
	n, err := Read(text, o)
	if err != nil {
		return n, nil, err
	}
	lines, err := linesOf(text)
	if err != nil {
		return n, nil, err
	}
	r := newReader(o, false, lines)
	r.build()
	r.resolve()
	r.finish()
	return r.out, r, nil
}

// edit collects the lines to put into a file.
type edit struct {
	r *reader
	w *writer
	// before holds new lines by the index of the line they go in front of.
	before map[int][]string
	have   map[string]int
	added  int
}

// take reports whether a line stands in the file already; each counts once.
func (e *edit) take(d rapport.Day, class, text string) bool {
	k := keyOf(d, class, rapport.OneLine(text), 1)
	if e.have[k] > 0 {
		e.have[k]--
		return true
	}
	return false
}

func (e *edit) meeting(m Meeting) {
	missing := Meeting{Day: m.Day}
	for _, g := range m.Groups {
		for _, entry := range g.Entries {
			class := lineClass
			if entry.By != "" {
				class = replyClass
			}
			if !e.take(m.Day, class, entry.Text) {
				missing.add(g.Title, entry)
				continue
			}
			for _, reply := range entry.Replies {
				if !e.take(m.Day, replyClass, reply.Text) {
					e.reply(m.Day, entry, reply)
				}
			}
		}
	}
	if len(missing.Groups) == 0 {
		return
	}
	for i := range e.r.parts {
		if p := &e.r.parts[i]; p.why == "" && p.from == m.Day {
			e.into(p, i, missing)
			return
		}
	}
	w := writer{s: e.w.s, r: e.w.r}
	w.meeting(missing)
	e.insert(e.placeFor(m.Day), w.out)
}

// reply puts a new reply below the line it answers.
func (e *edit) reply(d rapport.Day, to, reply Entry) {
	for i := range e.r.found {
		f := &e.r.found[i]
		p := e.r.partOf(f)
		if f.reply || p.why != "" || p.from != d || sameWords(f.identity()) != sameWords(to.Text) {
			continue
		}
		indent := strings.Repeat(" ", f.indent)
		var lines []string
		for _, l := range e.w.entry(reply) {
			lines = append(lines, indent+"  "+l)
		}
		e.insert(f.last, lines)
		return
	}
}

// into puts entries below a day that the file has.
func (e *edit) into(p *part, at int, m Meeting) {
	for _, g := range m.Groups {
		last, indent := -1, 0
		for i := range e.r.found {
			if f := &e.r.found[i]; f.part == at && f.label == "" && SectionKey(f.section.title) == SectionKey(g.Title) {
				last = max(last, f.last)
				if !f.reply {
					indent = f.indent
				}
			}
		}
		if last >= 0 {
			var lines []string
			for _, entry := range g.Entries {
				for _, l := range e.w.entry(entry) {
					lines = append(lines, strings.Repeat(" ", indent)+l)
				}
			}
			e.insert(last, lines)
			continue
		}
		end := p.last
		for end > p.line && e.r.lines[end-1].kind == blank {
			end--
		}
		if g.Title == "" {
			end = p.line
			if k := e.r.lines[p.line-1].mark; k == "===" || k == "---" {
				end++
			}
		}
		w := writer{s: e.w.s, r: e.w.r, out: []string{""}}
		w.group(g)
		e.insert(end, w.out[:len(w.out)-1])
	}
}

// placeFor returns the line in front of which a new day goes.
func (e *edit) placeFor(d rapport.Day) int {
	end := len(e.r.lines)
	for i := range e.r.parts {
		p := &e.r.parts[i]
		if p.why != "" && !p.ahead {
			continue
		}
		if !e.w.s.OldestFirst && p.from < d || e.w.s.OldestFirst && p.from > d {
			return p.line - 1
		}
		if !p.ahead {
			end = p.last
		}
	}
	return end
}

func (e *edit) insert(at int, lines []string) {
	for _, l := range lines {
		if l != "" {
			e.added++
		}
	}
	e.before[at] = append(e.before[at], lines...)
}

// text puts the new lines between the old ones, with the file's own line ends.
func (e *edit) text(old string) string {
	if e.added == 0 {
		return old
	}
	end := "\n"
	if strings.Contains(old, "\r\n") {
		end = "\r\n"
	}
	var b strings.Builder
	n := 0
	put := func(lines []string) {
		s := b.String()
		if len(lines) > 0 && s != "" && !strings.HasSuffix(s, "\n") && !strings.HasSuffix(s, "\r") {
			b.WriteString(end)
		}
		if len(lines) > 0 && n == len(e.r.lines) && lines[0] != "" && e.r.lines[n-1].kind != blank && isHeadingLine(lines) {
			b.WriteString(end)
		}
		for _, l := range lines {
			b.WriteString(l)
			b.WriteString(end)
		}
	}
	for rest := old; rest != ""; n++ {
		put(e.before[n])
		i := strings.IndexAny(rest, "\r\n")
		if i < 0 {
			i = len(rest) - 1
		} else if strings.HasPrefix(rest[i:], "\r\n") {
			i++
		}
		b.WriteString(rest[:i+1])
		rest = rest[i+1:]
	}
	put(e.before[n])
	return b.String()
}

// isHeadingLine reports whether new lines begin with a day.
func isHeadingLine(lines []string) bool {
	return len(lines) > 1 && (lines[1] == "" || strings.Trim(lines[1], "=-") == "")
}

// String says in short what was read, for people; it names nothing private.
func (n Notes) String() string {
	return fmt.Sprintf("%d items, %d private, %d questions, %d parts left out", len(n.Items), len(n.Private), len(n.Unmapped)+len(n.Unknown), len(n.Skipped))
}
