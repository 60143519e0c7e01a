package notes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport"
)

// people knows by which marks each person speaks.
type people struct {
	boss  rapport.Slug
	marks []mark
	asked map[string]Speaker
}

// mark is a word or words by which somebody is named: initials, first name,
// whole name.
type mark struct {
	text     string // in lower case
	initials bool
	who      Speaker
}

func knownPeople(o Options) people {
	k := people{boss: o.Boss, asked: o.People}
	add := func(who Speaker, p Person) {
		names := strings.Fields(p.Name)
		if len(names) > 0 {
			k.add(who, false, strings.Join(names, " "))
			k.add(who, false, names[0])
			if last := names[len(names)-1]; len(names) > 1 {
				k.add(who, false, last)
				k.add(who, true, initialOf(names[0])+initialOf(last))
			}
			var all strings.Builder
			for _, n := range names {
				for _, part := range strings.Split(n, "-") {
					all.WriteString(initialOf(part))
				}
			}
			k.add(who, true, all.String())
			k.add(who, true, initialOf(names[0]))
		}
		if p.Slug != "" && who.Party == TheBoss {
			k.add(who, false, string(p.Slug))
		}
		for _, i := range p.Initials {
			k.add(who, true, i)
		}
	}
	me := Speaker{Party: Me}
	for _, b := range o.Bosses {
		add(Speaker{Party: TheBoss, Boss: b.Slug}, b)
	}
	add(me, o.Me)
	for _, w := range [...]string{"me", "ich", "moi", "yo", "myself"} {
		k.add(me, false, w)
	}
	if o.Boss != "" {
		for _, w := range [...]string{"boss", "chef", "chefin"} {
			k.add(Speaker{Party: TheBoss, Boss: o.Boss}, false, w)
		}
	}
	return k
}

func initialOf(name string) string {
	r, _ := utf8.DecodeRuneInString(name)
	if !unicode.IsLetter(r) {
		return ""
	}
	return string(r)
}

func (k *people) add(who Speaker, initials bool, text string) {
	if text != "" {
		k.marks = append(k.marks, mark{strings.ToLower(text), initials, who})
	}
}

// find returns who is named by a mark. A mark of several people is the one the
// file is kept for, or nobody; single letters count only where they name one.
func (k *people) find(text string) (who Speaker, initials, ok bool) {
	text = strings.ToLower(text)
	if w, answered := k.asked[SpeakerKey(text)]; answered {
		return w, false, w.Party != Nobody
	}
	for _, m := range k.marks {
		if m.text != text || ok && m.who == who {
			continue
		}
		if ok && m.who.Boss != k.boss {
			if who.Boss != k.boss || k.boss == "" {
				return Speaker{}, false, false // two people sign like this
			}
			continue
		}
		who, initials, ok = m.who, m.initials, true
	}
	return who, initials, ok
}

// has reports whether a word is part of somebody's name.
func (k *people) has(word string) bool {
	return slices.ContainsFunc(k.marks, func(m mark) bool { return m.text == word })
}

// SpeakerKey returns what an answer about a mark such as "KW" is remembered by.
func SpeakerKey(label string) string { return sameWords(label) }

// spoken is a line with the mark of its speaker taken off.
type spoken struct {
	who   Speaker
	label string
	rest  string
	// unknown says that the mark names nobody we know.
	unknown bool
	// sure says that the mark cannot be a word of the line.
	sure bool
}

// spokenIn reads the mark of a speaker at the start of a line: "KW: yes",
// "**Dana:** yes", "— Dana: yes", "[DW] yes", "KW – yes". Below says that the
// line stands where a reply stands.
func (k *people) spokenIn(raw string, below bool) (spoken, bool) {
	text := strings.TrimLeft(raw, " \t>")
	arrow := false
	for _, a := range [...]string{"—", "–", "->", "=>", "→", "↳", "⮑", "»", "--"} {
		if t, ok := strings.CutPrefix(text, a); ok {
			text, arrow = strings.TrimLeft(t, " \t"), true
		}
	}
	text = strings.TrimPrefix(text, "@")
	for _, w := range [...]string{"Reply from ", "Reply ", "Re: ", "Antwort von ", "Antwort ", "Réponse ", "Respuesta "} {
		if t, ok := strings.CutPrefix(text, w); ok {
			text, below = t, true
		}
	}
	below = below || arrow
	if label, rest, ok := bracketed(text); ok {
		who, initials, known := k.find(label)
		switch {
		case known:
			return spoken{who: who, label: label, rest: rest, sure: true}, true
		case below && isInitials(label):
			return k.stranger(label, rest)
		}
		_ = initials // in brackets both are as plain
		return spoken{}, false
	}
	label, rest, strong := labelled(text)
	if label == "" {
		return k.bareInitials(text, below)
	}
	who, initials, known := k.find(label)
	switch {
	case !known && below && isInitials(label) && !isAbbreviation(label):
		return k.stranger(label, rest)
	case !known:
		return spoken{}, false
	case len([]rune(label)) == 1 && !below:
		return spoken{}, false
	case initials && !below && !strong && label != strings.ToUpper(label):
		return spoken{}, false
	}
	return spoken{who: who, label: label, rest: rest, sure: true}, true
}

// stranger is a reply by somebody unknown, unless the user said it is none.
func (k *people) stranger(label, rest string) (spoken, bool) {
	if w, answered := k.asked[SpeakerKey(label)]; answered && w.Party == Nobody {
		return spoken{}, false
	}
	return spoken{who: Speaker{Party: Somebody, Name: label}, label: label, rest: rest, unknown: true}, true
}

// labelled cuts "KW:" in its many forms off a text. Strong says that it was
// bold or italic.
func labelled(text string) (label, rest string, strong bool) {
	const longest = 60
	head := text[:min(len(text), longest)]
	colon := strings.IndexByte(head, ':')
	if colon <= 0 {
		return "", "", false
	}
	label, rest = head[:colon], text[colon+1:]
	trimmed := strings.TrimLeft(label, "*_")
	if marks := label[:len(label)-len(trimmed)]; marks != "" {
		strong = true
		label = strings.TrimRight(trimmed, "*_")
		// "**Dana:** yes" closes behind the colon.
		rest = strings.TrimPrefix(rest, marks)
	}
	label, _, _ = strings.Cut(label, " (") // "KW (18.11.): yes"
	for _, w := range [...]string{" says", " said", " sagt", " replied", " answered", " wrote", " commented"} {
		label = strings.TrimSuffix(label, w)
	}
	label = strings.TrimSpace(label)
	if strings.ContainsAny(label, `\[]<>`) || strings.HasPrefix(rest, "//") {
		return "", "", false
	}
	return label, strings.TrimSpace(rest), strong
}

// bracketed cuts "[KW]" or "(KW)" off a text.
func bracketed(text string) (label, rest string, ok bool) {
	for _, pair := range [...]string{"[]", "()"} {
		if !strings.HasPrefix(text, pair[:1]) {
			continue
		}
		end := strings.IndexByte(text[:min(len(text), 40)], pair[1])
		if end < 2 || strings.HasPrefix(text[end+1:], "(") || strings.HasPrefix(text[end+1:], "[") {
			return "", "", false
		}
		rest = strings.TrimSpace(strings.TrimPrefix(text[end+1:], ":"))
		return strings.Trim(text[1:end], ": "), rest, rest != ""
	}
	return "", "", false
}

// bareInitials reads initials that only a dash or a space divides from the
// words, as in "> KW fine by me".
func (k *people) bareInitials(text string, below bool) (spoken, bool) {
	label, rest, ok := strings.Cut(text, " ")
	if !ok {
		return spoken{}, false
	}
	label = strings.Trim(label, "*_")
	who, initials, known := k.find(label)
	rest = strings.TrimSpace(rest)
	dashed := startsInSeparator(rest)
	if dashed {
		rest = strings.TrimLeft(rest, "-–—|· ")
	}
	if !known || rest == "" || len([]rune(label)) < 2 || !dashed && (!initials || !below) || dashed && !below && !initials {
		return spoken{}, false
	}
	if initials && label != strings.ToUpper(label) {
		return spoken{}, false
	}
	return spoken{who: who, label: label, rest: rest}, true
}

// isInitials reports whether a label looks like somebody's initials.
func isInitials(label string) bool {
	n := 0
	for _, r := range label {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 4
}

// isAbbreviation reports whether capitals before a colon are a word of work.
func isAbbreviation(label string) bool {
	switch label {
	case "FYI", "NB", "PS", "TODO", "ETA", "QA", "PR", "HR", "IT", "KPI", "OKR", "AI", "AOB", "DONE", "WIP", "RE", "FW", "EOD", "CC", "TBD", "NOTE", "FAQ", "ID", "UI", "UX", "API", "CI", "VAT", "ICU", "ER":
		return true
	}
	return false
}

// mostColons is how many colons of a line are looked at for a reply.
const mostColons = 40

// inlineReply finds a reply at the end of a line: "asked for a nurse. KW: from
// January". Only somebody known speaks there.
func (k *people) inlineReply(raw string) (head string, s spoken, ok bool) {
	colons := 0
	for i := 1; i < len(raw); i++ {
		if raw[i] != ':' {
			continue
		}
		if colons++; colons > mostColons {
			break
		}
		for from := i - 1; from >= max(0, i-40); from-- {
			if from > 0 && raw[from-1] != ' ' && raw[from-1] != '(' {
				continue
			}
			label := strings.Trim(raw[from:i], "*_@")
			who, initials, known := k.find(label)
			before := strings.TrimRight(raw[:from], " *_")
			if !known || before == "" || len([]rune(label)) < 2 || initials && label != strings.ToUpper(label) {
				continue
			}
			open := strings.HasSuffix(before, "(")
			if !initials && !open && !endsSentence(before) {
				continue
			}
			rest := strings.TrimSpace(strings.TrimLeft(raw[i+1:], "*_"))
			if open {
				rest = strings.TrimSuffix(rest, ")")
			}
			before = strings.TrimRight(before, " ,(-–—→>=/")
			if rest == "" || strings.TrimSpace(before) == "" {
				continue
			}
			return before, spoken{who: who, label: label, rest: rest, sure: true}, true
		}
	}
	return raw, spoken{}, false
}

func endsSentence(text string) bool {
	for _, end := range [...]string{".", "!", "?", ";", "-", "–", "—", "/", "→", ">"} {
		if strings.HasSuffix(text, end) {
			return true
		}
	}
	return false
}
