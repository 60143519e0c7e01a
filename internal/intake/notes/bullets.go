package notes

import (
	"strings"

	"rapport/internal/when"
)

// Bullets reads a list of bullets into items for the log. The day of a bullet is
// the date it begins with ("17 Nov: new rota", "2026-11-17 - …"), else the one it
// ends with ("new rota, 17 Nov", "… yesterday"), else that of the heading above;
// where there is none it is the day of reading, and the item is Undated: such an
// item is known by its words alone. Headings that are no date say at most what
// the bullets below them are; nothing is asked.
//
// A bullet whose date cannot be is left out and named.
func Bullets(text []byte, o Options) (Notes, error) {
	return read(text, o, true)
}

// bulletDate takes the date off a bullet of a plain list. Why says why it is none
// although it is meant as one.
func (r *reader) bulletDate(raw string) (f dateForm, rest string, ok bool) {
	if mayDateIn(raw) {
		for _, cut := range dateCuts(raw) {
			head := strings.TrimRight(raw[:cut], " \t:–—-|")
			f, found := r.dateIn(strings.Trim(head, "*_[]()"))
			rest := strings.TrimLeft(raw[cut:], " \t:–—-|*_]),")
			if plain := strings.TrimLeft(raw[cut:], " \t"); found && !f.year && numericDate(f.phrase) && !strings.HasSuffix(f.phrase, ".") && (plain == "" || isWordByte(plain[0])) {
				continue // "1/2 of the boxes"
			}
			if found && !f.group && f.before == "" && f.behind == "" && rest != "" {
				return f, rest, true
			}
		}
	}
	return dateForm{}, raw, false
}

// mayDateIn is a cheap first look at the start of a bullet.
func mayDateIn(raw string) bool {
	return strings.ContainsAny(raw[:min(len(raw), 24)], "0123456789")
}

// dateCuts returns the places at which a date at the start of a bullet may end,
// the furthest first.
func dateCuts(raw string) []int {
	var cuts []int
	for i := 1; i < len(raw) && i < 40; i++ {
		if c := raw[i]; c == ':' && (i+1 == len(raw) || raw[i+1] == ' ' || raw[i+1] == '*') || c == ' ' || c == ']' || c == ')' || c == '|' {
			cuts = append(cuts, i)
		}
	}
	for i, j := 0, len(cuts)-1; i < j; i, j = i+1, j-1 {
		cuts[i], cuts[j] = cuts[j], cuts[i]
	}
	return cuts
}

// ownDates gives the bullets of a plain list the dates that they hold, each as a
// part of its own.
func (r *reader) ownDates() {
	ref := r.now
	for i := range r.found {
		f := &r.found[i]
		if f.reply {
			continue
		}
		above := part{}
		if f.part >= 0 {
			above = r.parts[f.part]
			if above.why != "" {
				continue
			}
		}
		if form, rest, ok := r.bulletDate(f.own); ok {
			p := part{line: f.line, last: f.last, raw: f.own, form: form, why: form.why, level: bulletLevel}
			if p.why == "" {
				from := r.o.Today
				if above.from != "" && !form.year {
					from = min(above.from.Add(slack), from)
				}
				r.settle(&p, r.readDate(form.phrase, from))
				if p.why == "" && p.from > r.o.Today {
					r.aheadOf(&p)
				}
				p.checkWeekday()
			}
			f.own = rest
			r.own(f, p)
			continue
		}
		clock := ref
		if above.from != "" {
			clock = r.clock(above.day, when.Log)
		}
		rest, a, ok := when.Trailing(words(f.own), clock)
		if !ok {
			continue
		}
		if fixed := strings.ContainsAny(f.own[max(0, len(f.own)-24):], "0123456789"); !fixed && above.from == "" {
			// "yesterday" of no known day: right today, and no part of the key.
			f.day, f.own = a.Day, rest
			continue
		}
		f.own = rest
		r.own(f, part{line: f.line, last: f.last, raw: f.own, from: a.Day, day: a.Day, level: bulletLevel})
	}
}

// own gives a thing, and the replies to it, a part of its own.
func (r *reader) own(f *found, p part) {
	p.private = f.section.meaning == PrivateNotes
	r.parts = append(r.parts, p)
	f.part = len(r.parts) - 1
}
