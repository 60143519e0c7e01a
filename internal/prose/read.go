package prose

import (
	"math/bits"
	"strings"
)

// draft is a text that was read: its tokens, its sentences, and what was said
// in them.
type draft struct {
	channel   Channel
	tokens    []token
	sentences []sentence
	scorer    *scorer
}

// sentence is a sentence, an item of a list or a line.
type sentence struct {
	draft *draft
	// from and to are the first token and the one behind the last.
	from, to int
	// number counts the sentences of the draft, paragraph its paragraphs.
	number, paragraph int
	hits              []hit
	// facts are what the sentence holds, whatever it means.
	facts facts
	// lean is what the scorer says of it, once it was asked.
	lean *chances
}

// hit is a cue that was found in a sentence.
type hit struct {
	group    group
	weight   int
	from, to int
}

// facts are signs that several labels ask for.
type facts struct {
	number   bool // a number of something, in figures or letters
	question bool // ends in a question mark
	quoted   bool // most of it is quoted
	words    int
}

// readDraft reads a text.
func readDraft(text string, channel Channel) *draft {
	d := &draft{channel: channel, tokens: tokenise(text)}
	d.findSentences()
	b := book()
	tried := make([]int, b.count+1)
	for i := range d.sentences {
		d.sentences[i].lookAround()
		d.sentences[i].findCues(b, tried)
	}
	return d
}

// longestSentence is how many tokens are read as one sentence: what goes on for
// longer is a table or no prose.
const longestSentence = 250

// findSentences cuts the tokens into sentences: at full stops, question and
// exclamation marks, at the ends of lines, at semicolons of an agenda and in
// front of the numbers of a list.
func (d *draft) findSentences() {
	from, paragraph := 0, 0
	for i := 0; i <= len(d.tokens); i++ {
		if i < len(d.tokens) && i-from < longestSentence && !d.breaks(from, i) {
			continue
		}
		d.addSentence(from, i, paragraph)
		from = i
		if i < len(d.tokens) && d.tokens[i].para {
			paragraph++
		}
	}
}

// addSentence adds the tokens as a sentence, without bullets around it.
func (d *draft) addSentence(from, to, paragraph int) {
	if n := d.listNumber(from); n > 0 && from+n < to {
		from += n
	}
	for from < to && d.tokens[from].kind == markToken && strings.Contains("-*•·#>|→_", d.tokens[from].text) {
		from++
	}
	for from < to && d.tokens[to-1].kind == markToken && strings.Contains(";|,-*_", d.tokens[to-1].text) {
		to--
	}
	if from < to {
		d.sentences = append(d.sentences, sentence{draft: d, from: from, to: to, number: len(d.sentences), paragraph: paragraph})
	}
}

// listNumber is how many tokens at i are the number of a list item: "2.", "b)".
func (d *draft) listNumber(i int) int {
	if i+2 >= len(d.tokens) {
		return 0
	}
	t, mark := &d.tokens[i], &d.tokens[i+1]
	if (t.kind == numberToken && len(t.text) <= 2 && isDigits(t.text) || t.kind == wordToken && len(t.text) == 1) &&
		mark.kind == markToken && (mark.text == "." || mark.text == ")") && !mark.space && d.tokens[i+2].space && !d.tokens[i+2].line {
		return 2
	}
	return 0
}

// breaks reports whether a sentence that began at token from ends before i.
func (d *draft) breaks(from, i int) bool {
	t := &d.tokens[i]
	if i == 0 {
		return false
	}
	if t.line {
		return true
	}
	if i == from+2 && d.listNumber(from) > 0 {
		return false
	}
	before := &d.tokens[i-1]
	if d.listNumber(i) > 0 && t.kind == numberToken && t.space && (before.kind != wordToken || d.numbered(i)) {
		return true
	}
	if before.kind == signToken && t.kind != signToken && t.kind != markToken && t.space {
		return t.capital
	}
	if before.kind != markToken {
		return false
	}
	// Closing marks belong to the sentence that they close.
	if t.kind == markToken && !t.space && strings.Contains(`.!?…"')]`, t.text) {
		return false
	}
	end := before
	for b := i - 1; b > 0 && strings.Contains(`"')]`, d.tokens[b].text) && d.tokens[b].kind == markToken; b-- {
		end = &d.tokens[b-1]
	}
	if end.kind != markToken {
		return false
	}
	if end != before && before.text == `"` && !t.capital && t.kind == wordToken {
		return false // a quotation in the middle
	}
	switch end.text {
	case "!", "?", "…":
		return t.space || end.text != "…"
	case ".":
		return t.space && !d.abbreviates(i-1)
	case ";":
		return d.channel == Agenda
	}
	return false
}

// numbered reports whether the number at i goes on a list that began before:
// a 2 behind a 1.
func (d *draft) numbered(i int) bool {
	text := d.tokens[i].text
	if len(text) != 1 || text[0] < '2' {
		return false
	}
	want := string(text[0] - 1)
	for b := i - 1; b >= 0 && i-b < 40; b-- {
		if d.tokens[b].text == want && d.listNumber(b) > 0 {
			return true
		}
	}
	return false
}

// abbreviates reports whether the full stop at token i ends an abbreviation
// rather than a sentence.
func (d *draft) abbreviates(i int) bool {
	if i == 0 {
		return false
	}
	t := &d.tokens[i-1]
	if t.kind != wordToken || d.tokens[i].space {
		return false
	}
	switch t.text {
	case "e", "g", "i", "mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx", "incl", "excl", "resp", "fig", "ref", "dept", "inc", "ltd", "a", "cf", "ca", "jr", "sr", "hon", "rev", "capt", "sgt", "p":
		return true
	case "no", "nr", "min", "max", "sec", "tel", "pp", "art", "vol", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return i+1 < len(d.tokens) && d.tokens[i+1].kind == numberToken
	case "etc":
		return i+1 < len(d.tokens) && !d.tokens[i+1].capital
	}
	if len(t.text) != 1 {
		return false
	}
	next := i+1 < len(d.tokens) && d.tokens[i+1].kind == wordToken && !d.tokens[i+1].capital
	return next || t.capital && t.text != "i" // p.m. and an initial
}

// words returns the tokens of a sentence.
func (s *sentence) tokens() []token { return s.draft.tokens[s.from:s.to] }

// lookAround fills in the facts.
func (s *sentence) lookAround() {
	quoted := 0
	for i := s.from; i < s.to; i++ {
		t := &s.draft.tokens[i]
		switch t.kind {
		case wordToken:
			s.facts.words++
			if t.quoted {
				quoted++
			}
			s.facts.number = s.facts.number || t.is(countClass) && !t.is(plainClass)
		case numberToken:
			s.facts.number = true
		}
	}
	s.facts.quoted = quoted*2 > s.facts.words
	for i := s.to - 1; i >= s.from && s.draft.tokens[i].kind != wordToken; i-- {
		if s.draft.tokens[i].text == "?" {
			s.facts.question = true
		}
	}
}

// findCues matches all cues against the sentence. tried remembers at which
// token a cue was tried last: a token may call a cue by its word and its class.
func (s *sentence) findCues(b *cueBook, tried []int) {
	for i := s.from; i < s.to; i++ {
		t := &s.draft.tokens[i]
		if t.kind != wordToken && t.kind != numberToken {
			continue
		}
		if t.id != 0 {
			s.try(b.byWord[t.id], i, tried)
		}
		for rest := t.class; rest != 0; rest &= rest - 1 {
			s.try(b.byClass[bits.TrailingZeros64(uint64(rest))], i, tried)
		}
		for _, c := range b.byShape {
			if c.parts[c.lead].fits(t) {
				s.try([]*indexedCue{c}, i, tried)
			}
		}
	}
}

// try matches cues whose first solid part fits token i.
func (s *sentence) try(all []*indexedCue, i int, tried []int) {
	tokens := s.draft.tokens
	for _, c := range all {
		if tried[c.number] == i+1 {
			continue
		}
		tried[c.number] = i + 1
		if c.lead > 0 && !beginsClause(tokens, i, s.from) {
			continue
		}
		if to, ok := match(c.parts[c.lead:], tokens, i, s.to, s.from); ok {
			s.hits = append(s.hits, hit{c.group, int(c.weight), i, to})
		}
	}
}

// sum adds up what a sentence says of a group.
func (s *sentence) sum(g group) int {
	n := 0
	for _, h := range s.hits {
		if h.group == g {
			n += h.weight
		}
	}
	return n
}

// most is the weight of the heaviest cue of a group.
func (s *sentence) most(g group) int {
	n := 0
	for _, h := range s.hits {
		if h.group == g && h.weight > n {
			n = h.weight
		}
	}
	return n
}

// has reports whether a sentence has a cue of a group.
func (s *sentence) has(g group) bool {
	for _, h := range s.hits {
		if h.group == g {
			return true
		}
	}
	return false
}

// holds reports whether a word of the sentence has one of the classes.
func (s *sentence) holds(c class) bool {
	for i := s.from; i < s.to; i++ {
		if s.draft.tokens[i].is(c) {
			return true
		}
	}
	return false
}

// covers returns the tokens that the cues of the groups reach over.
func (s *sentence) covers(groups ...group) (from, to int) {
	from, to = s.to, s.from
	for _, h := range s.hits {
		for _, g := range groups {
			if h.group == g && h.weight > 0 {
				from, to = min(from, h.from), max(to, h.to)
			}
		}
	}
	if from >= to {
		return s.from, s.to
	}
	return from, to
}

// span returns the code points of the sentence, without clauses at its ends
// that hold a fact of their own: "HR lost it again, new form sent at 9".
func (s *sentence) span(from, to int) (start, end int) {
	tokens := s.draft.tokens
	first, last := s.from, s.to
	for i := to; i < s.to; i++ {
		if t := &tokens[i]; t.kind == markToken && (t.text == "," || t.text == ";" || t.text == "-") && s.isFact(i+1, s.to) {
			last = i
			break
		}
	}
	for i := from - 1; i > s.from; i-- {
		if t := &tokens[i]; t.kind == markToken && (t.text == "," || t.text == ";" || t.text == "-") && s.isFact(s.from, i) {
			first = i + 1
			break
		}
	}
	return tokens[first].start, tokens[last-1].end
}

// isFact reports whether tokens are a statement of their own with a number or
// a time, or a label in front of one.
func (s *sentence) isFact(from, to int) bool {
	n, number := 0, false
	for i := from; i < to; i++ {
		t := &s.draft.tokens[i]
		if t.kind == wordToken || t.kind == numberToken {
			n++
		}
		number = number || t.kind == numberToken || t.is(whenClass|countClass)
	}
	return number && n >= 3
}
