package prose

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// suggest says how to put a passage right, in terms of what stands in the text.
// What it quotes is quoted as it stands; it adds no fact. A leak is never
// repeated.
func (d *draft) suggest(text []rune, r rule, p passage) string {
	s := d.sentenceAt(p.start)
	if s == nil {
		return r.advice
	}
	switch r.label {
	case Flattery:
		return d.without(text, p, "leave it out", "or thank for one thing they did and say what it changed", r)
	case Groveling:
		return d.without(text, p, "say once what happened", "", r)
	case Martyrdom:
		if fact := s.cleanPart(text, martyrShow, martyrAlone); fact != "" {
			return "say only " + quote(fact) + ", and ask for what you need"
		}
		return d.without(text, p, "leave the sacrifice out", "", r)
	case Blame:
		if fact := s.cleanPart(text, blameStrong, blameWeak); fact != "" {
			return "keep " + quote(fact) + ", and say what is agreed or needed now"
		}
		return d.without(text, p, "say what happened and when, without a judgement", "", r)
	case DemandChange:
		return d.without(text, p, "ask for one thing about the work (a slot, a date, an input), or say what you will do yourself", "", r)
	case VagueFeedback:
		if other := d.otherSentence(text, p); other != "" {
			return "is it about " + quote(other) + "? Then name the part, and ask for one thing to change"
		}
	case ProblemOnly:
		if day := s.day(p); day != "" {
			return "what can be done before " + quote(day) + "? Add two options with your choice, the next step, or the day you come back with an answer"
		}
		return "keep " + quote(cut(text, p)) + ", and add two options with your choice, the next step, or \"no answer yet, back on\" a date"
	case UnprovedResult:
		return s.proofAsked(p)
	case OpenAsk:
		return s.missing(text, p)
	case BuriedLede:
		return "begin with " + quote(cut(text, p)) + "; the rest may follow"
	}
	return r.advice
}

// without says that the rest of the text stands without the passage, where there is
// a rest.
func (d *draft) without(text []rune, p passage, first, or string, r rule) string {
	rest := d.otherSentence(text, p)
	if rest == "" {
		if before, behind := d.aroundIn(p); behind.end > behind.start {
			rest = cut(text, behind)
		} else if before.end > before.start {
			rest = cut(text, before)
		}
	}
	if rest == "" {
		return r.advice
	}
	out := first + "; keep " + quote(rest)
	if or != "" {
		out += ", " + or
	}
	return out
}

// sentenceAt returns the sentence that holds a code point.
func (d *draft) sentenceAt(at int) *sentence {
	i, _ := slices.BinarySearchFunc(d.sentences, at, func(s sentence, at int) int { return d.tokens[s.to-1].end - at - 1 })
	if i == len(d.sentences) {
		return nil
	}
	return &d.sentences[i]
}

// otherSentence returns the sentence beside the passage, the one behind it first.
func (d *draft) otherSentence(text []rune, p passage) string {
	own := d.sentenceAt(p.start).number
	behind := own + 1
	for behind < len(d.sentences) && d.tokens[d.sentences[behind].from].start < p.end {
		behind++
	}
	for _, i := range [...]int{behind, behind + 1, own - 1} {
		if i < 0 || i >= len(d.sentences) || d.sentences[i].facts.words < 2 {
			continue
		}
		s := &d.sentences[i]
		return cut(text, passage{start: d.tokens[s.from].start, end: d.tokens[s.to-1].end})
	}
	return ""
}

// aroundIn returns what the sentence of the passage says in front of it and behind
// it.
func (d *draft) aroundIn(p passage) (before, behind passage) {
	s := d.sentenceAt(p.start)
	for i := s.from; i < s.to; i++ {
		t := &d.tokens[i]
		if t.kind == markToken || t.is(joinClass) && (before.end == 0 || behind.end == 0) && t.start >= p.end && behind.end == 0 {
			continue
		}
		switch {
		case t.end <= p.start:
			if before.end == 0 {
				before.start = t.start
			}
			before.end = t.end
		case t.start >= p.end:
			if behind.end == 0 {
				behind.start = t.start
			}
			behind.end = t.end
		}
	}
	return before, behind
}

// cleanPart returns the parts of a sentence, cut at commas and the like and in
// front of "but", that hold a fact of their own and no cue of the groups; it is
// empty where nothing or everything remains.
func (s *sentence) cleanPart(text []rune, groups ...group) string {
	tokens := s.draft.tokens
	from := s.from
	for i := s.from; i <= s.to; i++ {
		if i < s.to && !s.cutsAt(i) {
			continue
		}
		if i-from >= 3 && !s.hitIn(from, i, groups) && s.tells(from, i) && i-from < s.to-s.from {
			last := i
			for last > from+1 && tokens[last-1].kind == markToken {
				last--
			}
			return cut(text, passage{start: tokens[from].start, end: tokens[last-1].end})
		}
		from = i
		for from < s.to && (tokens[from].kind == markToken || tokens[from].is(joinClass)) {
			from++
		}
	}
	return ""
}

// cutsAt reports whether a part of a sentence may end in front of token i.
func (s *sentence) cutsAt(i int) bool {
	t := &s.draft.tokens[i]
	if t.kind == markToken {
		return t.text == "," || t.text == ";" || t.text == ":" || t.text == "-" || t.text == "("
	}
	return t.text == "but" || t.text == "because"
}

// hitIn reports whether a cue of the groups reaches into the tokens.
func (s *sentence) hitIn(from, to int, groups []group) bool {
	for _, h := range s.hits {
		for _, g := range groups {
			if h.group == g && h.weight > 1 && h.from < to && from < h.to {
				return true
			}
		}
	}
	return false
}

// tells reports whether the tokens hold somebody or something and a number, a
// time or a deed.
func (s *sentence) tells(from, to int) bool {
	said, done := false, false
	for i := from; i < to; i++ {
		t := &s.draft.tokens[i]
		said = said || t.is(iClass|weClass|teamClass|roleClass|crowdClass|determinerClass) || t.isName()
		done = done || t.kind == numberToken || t.is(countClass|whenClass) || t.isDone()
	}
	return said && done
}

// day returns the day or time that a passage names, as it is written there in
// lower case, or nothing.
func (s *sentence) day(p passage) string {
	for i := s.from; i < s.to; i++ {
		t := &s.draft.tokens[i]
		if t.is(whenClass) && t.start >= p.start && t.end <= p.end && s.ahead() {
			if t.kind == wordToken && t.capital {
				return strings.ToUpper(t.text[:1]) + t.text[1:]
			}
			return t.text
		}
	}
	return ""
}

// proofAsked asks for the proof of a result by what was said to be better.
func (s *sentence) proofAsked(p passage) string {
	const end = "? Where there is no figure, name who can confirm it"
	for _, sort := range [...]struct {
		class class
		ask   string
	}{
		{wantedClass | unwantedClass, ": from how many to how many, and since when"},
		{crowdClass, ": how many of them, and what did they say or do"},
		{improveClass | riseClass | dropClass, ": what was it before, and what is it now"},
		{moreClass | greatClass, ": by what is that seen or counted"},
	} {
		for i := s.from; i < s.to; i++ {
			if t := &s.draft.tokens[i]; t.is(sort.class) && t.kind == wordToken && t.start >= p.start && t.end <= p.end {
				return quote(t.text) + sort.ask + end
			}
		}
	}
	return "how many, from what to what, or who noticed" + end
}

// missing asks for what a request leaves open: who, by when, or both.
func (s *sentence) missing(text []rune, p passage) string {
	what := quote(cut(text, p)) + ": "
	if s.asksSomebody() {
		for _, h := range s.hits {
			if h.group == askUndated {
				t := &s.draft.tokens[h.from]
				return what + quote(cut(text, passage{start: t.start, end: s.draft.tokens[h.to-1].end})) + " is no day: by when, and what happens otherwise?"
			}
		}
		return what + "by when, and what happens otherwise?"
	}
	return what + "who does it, and by when?"
}

// asksSomebody reports whether a request says whom it asks: you, a person by
// name, or an order.
func (s *sentence) asksSomebody() bool {
	if s.has(askNobody) {
		return false
	}
	first := &s.draft.tokens[s.from]
	return s.holds(youClass) || first.text == "please" || first.text == "kindly" || first.is(actClass) && !first.isDone()
}

// longestQuote is how many code points of the text are quoted.
const longestQuote = 90

// cut returns a passage of the text on one line, shortened at a word where it is
// long.
func cut(text []rune, p passage) string {
	words := strings.Fields(string(text[p.start:min(p.end, len(text))]))
	out := strings.Join(words, " ")
	if utf8.RuneCountInString(out) <= longestQuote {
		return strings.TrimRight(out, ".,;: ")
	}
	short := ""
	for _, w := range words {
		if utf8.RuneCountInString(short)+utf8.RuneCountInString(w) >= longestQuote {
			break
		}
		short = strings.TrimSpace(short + " " + w)
	}
	return short + "…"
}

func quote(s string) string { return "\"" + s + "\"" }
