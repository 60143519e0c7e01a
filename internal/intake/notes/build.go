package notes

import (
	"strings"
	"unicode/utf8"

	"rapport"
)

// found is a thing found in the file, before its day and kind are known.
type found struct {
	// part is the place of its dated heading in reader.parts; -1 for none.
	part int
	// section is what it stands under.
	section section
	// parent is the place of what it answers; -1 for nothing.
	parent int
	reply  bool
	who    spoken
	// own are its first words, as written: what it is known by. They end with
	// the line, or for a paragraph with the paragraph.
	own string
	// more are the lines below that belong to it.
	more []more
	// label is the section named in the line itself, as in "Blocker: no key".
	label string
	// day is that of a bullet which says it in relation to the day of reading.
	day        rapport.Day
	done       rapport.Truth
	line, last int
	indent     int
	isBullet   bool
	size       int
}

// more is a line below a thing that belongs to it.
type more struct {
	text string
	// runsOn says that it goes on with the words before it and is no bullet.
	runsOn bool
}

func (f *found) class() string {
	if f.reply {
		return replyClass
	}
	return lineClass
}

// identity is the text a thing is known by.
func (f *found) identity() string { return words(f.own) }

// section is a heading in force.
type section struct {
	title   string
	meaning Meaning
	reason  string
	known   bool
	level   int
	line    int
	// above says that it stood over the dates, not below one.
	above bool
}

// place is where the reading is.
type place struct {
	part     int
	sections []section
	// item and reply are the places of the open item and reply; -1 for none.
	item, reply int
	// spaced says that an empty line came since the last words.
	spaced bool
	// quoted says that the last line was quoted.
	quoted bool
	// within is the month or year of a heading above; it holds for headings below
	// that one's level.
	within      rapport.Period
	withinLevel int
	// undated collects lines under no date.
	undated []int
}

// most is how many bytes an item may hold with all that stands below it.
const most = 8 << 10

// build goes through the lines and finds what stands where.
func (r *reader) build() {
	r.at = place{part: -1, item: -1, reply: -1}
	for i := range r.lines {
		l := &r.lines[i]
		switch l.kind {
		case blank:
			r.at.spaced, r.at.quoted = true, false
			continue
		case gone:
			r.at.spaced = true
			if r.out.Fates[i] == Heading && l.indent < 2 && !l.quoted {
				r.at.item, r.at.reply = -1, -1 // nothing goes on behind a rule
			}
			continue
		case heading:
			r.heading(l)
		case bullet, plain:
			if !r.heads(l) {
				r.words(l)
			}
		}
		r.at.spaced, r.at.quoted = false, l.quoted
	}
	r.endPart(len(r.lines))
}

// heads reads a bullet or plain line that is a heading by its words, and
// reports whether it was one.
func (r *reader) heads(l *line) bool {
	if l.kind == bullet {
		if r.at.part >= 0 && r.parts[r.at.part].level >= bulletLevel && bulletLevel+l.indent <= r.parts[r.at.part].level && !r.isDate(l.raw) {
			r.closePart(l.n - 1)
		}
		for n := len(r.at.sections); n > 0 && r.at.sections[n-1].level >= bulletLevel && bulletLevel+l.indent <= r.at.sections[n-1].level; n-- {
			r.at.sections = r.at.sections[:n-1]
			r.at.item, r.at.reply = -1, -1
		}
	}
	if !l.heads || l.done != rapport.NotSaid || l.quoted || l.raw[0] == '\\' || utf8.RuneCountInString(l.raw) > longestTitle {
		return false
	}
	level := labelLevel
	if l.kind == bullet {
		if level = bulletLevel + l.indent; r.isDate(l.raw) {
			r.date(l, level)
			return true
		}
	}
	title, colon := strings.CutSuffix(l.raw, ":")
	if inner, bold := allBold(l.raw); bold {
		title, colon = strings.TrimSuffix(inner, ":"), true
	}
	if strings.Contains(title, ":") {
		return false
	}
	if _, _, known := r.sectionMeaning(title); !known && (l.kind == bullet || !colon) {
		return false
	} else if known && !colon && len(fields(title)) > 4 {
		return false // a sentence with a known word in it
	} else if known && l.kind == bullet && !colon && len(fields(title)) > 3 {
		return false
	}
	if l.kind == plain && (!r.at.spaced || l.indent > 0) && r.at.item >= 0 && !colon {
		return false
	}
	r.section(l, title, level)
	return true
}

// heading reads a heading: a date or a section.
func (r *reader) heading(l *line) {
	if f, ok := r.dateIn(l.raw); ok {
		if f.group {
			r.group(l, f)
			return
		}
		r.dateWith(l, l.level, f)
		return
	}
	if w := fields(words(l.raw)); len(w) == 1 && isMonth(w[0]) && l.level <= 6 {
		r.closePart(l.n - 1)
		r.at.sections = nil
		r.out.Fates[l.n-1] = Heading
		return
	}
	r.section(l, strings.TrimSuffix(l.raw, ":"), l.level)
}

// group reads a heading that names a month or a year.
func (r *reader) group(l *line, f dateForm) {
	r.closePart(l.n - 1)
	r.at.sections = nil
	a := r.readDate(f.phrase, r.o.Today)
	r.at.within, r.at.withinLevel = rapport.Period{From: a.FirstDay(), Until: a.LastDay()}, l.level
	r.out.Fates[l.n-1] = Heading
}

func (r *reader) date(l *line, level int) {
	if f, ok := r.dateIn(l.raw); ok {
		r.dateWith(l, level, f)
	}
}

// dateWith opens a part.
func (r *reader) dateWith(l *line, level int, f dateForm) {
	r.endPart(l.n - 1)
	after := r.private()
	kept := r.at.sections[:0]
	for _, s := range r.at.sections {
		if s.above && s.level < level {
			kept = append(kept, s)
		}
	}
	r.at.sections = kept
	if level <= r.at.withinLevel {
		r.at.within, r.at.withinLevel = rapport.Period{}, 0
	}
	r.parts = append(r.parts, part{line: l.n, last: len(r.lines), raw: l.raw, level: level, form: f, within: r.at.within, private: r.private(), afterPrivate: after})
	r.at.part, r.at.item, r.at.reply = len(r.parts)-1, -1, -1
	r.out.Fates[l.n-1] = Heading
}

// closePart ends the part: what follows stands under no date.
func (r *reader) closePart(last int) {
	r.endPart(last)
	r.at.part, r.at.item, r.at.reply = -1, -1, -1
}

// endPart notes where the part ends, and tells of lines that stood under no
// date.
func (r *reader) endPart(last int) {
	if p := r.at.part; p >= 0 {
		r.parts[p].last = last
	}
	if n := len(r.at.undated); n > 0 {
		first := r.lines[r.at.undated[0]]
		text := words(first.raw)
		if r.private() {
			text = "(private)"
		}
		for _, i := range r.at.undated {
			r.out.Fates[i] = LeftOut
		}
		r.out.Skipped = append(r.out.Skipped, Skipped{Line: first.n, LastLine: r.at.undated[n-1] + 1, Text: shortened(text), Reason: "it stands under no date"})
		r.at.undated = nil
	}
}

// section opens a section.
func (r *reader) section(l *line, title string, level int) {
	r.out.Fates[l.n-1] = Heading
	meaning, reason, known := r.sectionMeaning(title)
	if p := r.at.part; p >= 0 && level < r.parts[p].level && r.parts[p].level <= 6 && level <= 6 && !known ||
		p >= 0 && r.parts[p].level <= 6 && level <= 6 && level < r.parts[p].level && meaning != "" && level == 1 {
		r.closePart(l.n - 1)
		r.at.sections = nil
	}
	for n := len(r.at.sections); n > 0 && r.at.sections[n-1].level >= level; n-- {
		r.at.sections = r.at.sections[:n-1]
	}
	if len(r.at.undated) > 0 {
		r.endPart(l.n - 1)
	}
	r.at.sections = append(r.at.sections, section{
		title: words(title), meaning: meaning, reason: reason, known: known, level: level, line: l.n, above: r.at.part < 0,
	})
	r.at.item, r.at.reply = -1, -1
}

// sectionMeaning says what a title means: by the user's answer, or by its words.
func (r *reader) sectionMeaning(title string) (m Meaning, reason string, known bool) {
	if m, ok := r.o.Mapping[SectionKey(title)]; ok {
		return m, "you said what “" + words(title) + "” means", true
	}
	return r.meaningOf(title)
}

// current returns the section in force: the innermost one that is known, a
// private one before all, and the innermost unknown one where none is known. A
// heading above the dates is the title of the file: it says what stands below
// only where no other heading does, and a boss who is named there says nothing.
func (r *reader) current() section {
	var unknown, known, title section
	for _, s := range r.at.sections {
		switch {
		case s.meaning == PrivateNotes:
			return s
		case s.known && s.above && !r.loose:
			if s.meaning != BossSays {
				title = s
			}
		case s.known:
			known = s
		case !s.above || r.loose:
			unknown = s
		}
	}
	switch {
	case known.known:
		return known
	case unknown.line > 0 && r.loose:
		return section{title: unknown.title, meaning: General, known: true, line: unknown.line}
	case unknown.line > 0:
		return unknown
	case title.known:
		return title
	}
	return section{meaning: General, known: true}
}

// private reports whether the lines here are private.
func (r *reader) private() bool { return r.current().meaning == PrivateNotes }
