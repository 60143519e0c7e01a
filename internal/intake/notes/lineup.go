package notes

import (
	"strings"

	"rapport"
)

// words reads a line that says something: an item, a part of one, or a reply.
func (r *reader) words(l *line) {
	if r.at.part < 0 && !r.loose {
		r.at.undated = append(r.at.undated, l.n-1)
		return
	}
	if r.labelled(l) {
		return
	}
	below := r.at.item >= 0 && (l.quoted || l.kind == bullet && l.indent > r.found[r.at.item].indent+1 && r.found[r.at.item].isBullet ||
		l.kind == plain && l.indent > r.found[r.at.item].indent)
	private := r.private()
	if s, ok := r.known.spokenIn(l.raw, below); ok && !private && !(l.done != rapport.NotSaid && !below) {
		r.reply(l, s)
		return
	}
	switch {
	case l.quoted && !private && r.at.item >= 0:
		if r.at.reply >= 0 && r.at.quoted {
			r.join(r.at.reply, l)
			return
		}
		if r.o.Boss != "" {
			r.reply(l, spoken{who: Speaker{Party: TheBoss, Boss: r.o.Boss}, rest: l.raw})
			return
		}
	case below && r.at.reply >= 0 && l.indent > r.found[r.at.reply].indent:
		r.join(r.at.reply, l)
		return
	case l.kind == bullet && below:
		r.at.reply = -1
		r.join(r.at.item, l)
		return
	case l.kind == plain && r.at.item >= 0 && (!r.at.spaced || below):
		if r.at.reply >= 0 && !r.at.spaced {
			r.join(r.at.reply, l)
			return
		}
		r.at.reply = -1
		r.join(r.at.item, l)
		return
	}
	r.item(l)
}

// labelled reads a plain line that begins with the label of a section and goes
// on behind it: "Wins: stock counted". What follows stands in that section. A
// private label makes a line private wherever it stands.
func (r *reader) labelled(l *line) bool {
	title, m, ok := r.labelOf(l.raw)
	switch {
	case !ok || r.private():
		return false
	case m == PrivateNotes && (l.kind == bullet || l.quoted || r.at.item >= 0 && l.indent > r.found[r.at.item].indent):
		r.item(l)
		return true
	case l.kind != plain || l.quoted || r.at.item >= 0 && l.indent > r.found[r.at.item].indent:
		return false
	}
	r.section(l, title, labelLevel)
	rest := *l
	rest.raw = strings.TrimLeft(l.raw[strings.IndexByte(l.raw, ':')+1:], "*_ ")
	r.item(&rest)
	return true
}

// item opens an item.
func (r *reader) item(l *line) {
	f := found{
		part: r.at.part, section: r.current(), parent: -1, done: l.done, line: l.n, last: l.n, indent: l.indent,
		isBullet: l.kind == bullet, own: unlead(l.raw),
	}
	var s spoken
	said := false
	if f.section.meaning != PrivateNotes && f.own == l.raw {
		f.own, s, said = r.known.inlineReply(f.own)
		r.labelIn(&f)
	}
	f.size = len(f.own)
	r.found = append(r.found, f)
	r.at.item, r.at.reply = len(r.found)-1, -1
	r.out.Fates[l.n-1] = InItem
	if said {
		r.reply(l, s)
		// What stands below belongs to the line, not to the words in it.
		r.at.reply = -1
	}
}

// labelIn takes a section named in the line itself: "Blocker: no key for the
// store", "private: …".
func (r *reader) labelIn(f *found) {
	title, m, ok := r.labelOf(f.own)
	if !ok || f.section.meaning == Ignored {
		return
	}
	if m == General && f.section.known && f.section.meaning != General {
		return // "Status: done" under Achieved says nothing new
	}
	_, reason, _ := r.sectionMeaning(title)
	raw := strings.TrimLeft(f.own, "*_")
	rest := strings.TrimLeft(raw[strings.IndexByte(raw, ':')+1:], "*_ ")
	f.label = title
	f.section = section{title: words(title), meaning: m, reason: reason, known: true, line: f.line}
	f.own = rest
}

// unlead takes the backslash off the front by which a line is said to be
// nothing but words.
func unlead(raw string) string {
	if len(raw) > 1 && raw[0] == '\\' && !isPunct(raw[1]) {
		return raw[1:]
	}
	return raw
}

// labelOf reads the label of a section at the start of a line that goes on.
func (r *reader) labelOf(text string) (title string, m Meaning, ok bool) {
	raw := strings.TrimLeft(text, "*_")
	colon := strings.IndexByte(raw[:min(len(raw), 40)], ':')
	if colon <= 0 || strings.HasPrefix(raw[colon+1:], "//") || strings.Contains(raw[:colon], `\`) || strings.Trim(raw[colon+1:], "*_ ") == "" {
		return "", "", false
	}
	title = strings.Trim(raw[:colon], "*_ ")
	if n := len(fields(title)); n == 0 || n > 4 {
		return "", "", false
	}
	m, _, known := r.sectionMeaning(title)
	return title, m, known && m != BossSays
}

// join adds a line to an open item or reply.
func (r *reader) join(at int, l *line) {
	f := &r.found[at]
	if f.size+len(l.raw) > most {
		text := words(l.raw)
		if f.section.meaning == PrivateNotes {
			text = "(private)"
		}
		r.skip(l.n, l.n, text, "the item above is too long already")
		return
	}
	f.size += len(l.raw)
	text := unlead(l.raw)
	switch {
	case f.own == "":
		f.own, text = text, "" // the words of "KW:" stand below it
	case l.done == rapport.Yes:
		text += " (done)"
	case l.kind == plain && len(f.more) == 0 && !r.at.spaced && (!l.quoted || f.reply && r.at.quoted):
		head, s, said := text, spoken{}, false
		if !f.reply && f.section.meaning != PrivateNotes {
			head, s, said = r.known.inlineReply(text)
		}
		f.own += " " + head // a sentence goes on
		text = ""
		if said {
			r.out.Fates[l.n-1] = InItem
			f.last = max(f.last, l.n)
			r.reply(l, s)
			r.at.reply = -1
			return
		}
	}
	if text != "" {
		f.more = append(f.more, more{text: text, runsOn: l.kind == plain})
	}
	f.last = max(f.last, l.n)
	r.out.Fates[l.n-1] = InItem
	if f.reply && f.parent >= 0 {
		r.found[f.parent].last = max(r.found[f.parent].last, l.n)
	}
}

// reply opens a reply to the open item.
func (r *reader) reply(l *line, s spoken) {
	f := found{
		part: r.at.part, section: r.current(), parent: r.at.item, reply: true, who: s, own: unlead(s.rest), done: l.done,
		line: l.n, last: l.n, indent: l.indent, isBullet: l.kind == bullet, size: len(s.rest),
	}
	r.out.Fates[l.n-1] = InItem
	if f.parent >= 0 {
		f.section = r.found[f.parent].section
		r.found[f.parent].last = max(r.found[f.parent].last, l.n)
		f.indent = max(f.indent, r.found[f.parent].indent)
	}
	r.found = append(r.found, f)
	r.at.reply = len(r.found) - 1
}
