package align

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"rapport"
)

const (
	// closest is how many entries seen before are compared in full; a glance
	// at the beginnings of their words chooses them.
	closest = 32
	// alikeFrom is the likeness of two texts that begins to count.
	alikeFrom = 0.2
	// byLikeness is the evidence of an entry that is like the work in full.
	byLikeness = 2.2
	// byHabit is the evidence of a telling word that stood again and again in
	// entries confirmed for one goal.
	byHabit = 0.7
	// habitLimit is the most that such words add up to.
	habitLimit = 1.4
	// byRefusal is how strongly the likeness of a refused entry counts.
	byRefusal = 1.4
)

// memory is what entries seen before say about one goal.
type memory struct {
	// learnt is their evidence.
	learnt float64
	// doubt is the share of all evidence that refused entries take away.
	doubt float64
	// like names the confirmed entry that speaks most.
	like string
	// confirmed and refused say what the user decided for this very text.
	confirmed, refused bool
}

// lesson is an entry seen before, compared with the work at hand.
type lesson struct {
	*Seen
	words []term
	// same says that it is the same text, likeness how alike it is, 0 to 1.
	same     bool
	likeness float64
}

// lessons returns the entries seen that are most like the text, the oldest
// first, so that the last word is the newest.
func (m *Model) lessons(text string, ours []term) []lesson {
	type glance struct{ index, shared int }
	marks := beginningsOf(ours)
	var glances []glance
	for i := range m.seen {
		n := sharedBeginnings(m.seen[i].Text, marks)
		if sameText(text, m.seen[i].Text) {
			n = maxBytes
		}
		if n > 0 {
			glances = append(glances, glance{i, n})
		}
	}
	slices.SortStableFunc(glances, func(a, b glance) int {
		return cmp.Or(-cmp.Compare(a.shared, b.shared), -cmp.Compare(m.seen[a.index].Day, m.seen[b.index].Day))
	})
	glances = glances[:min(len(glances), closest)]
	slices.SortFunc(glances, func(a, b glance) int {
		return cmp.Or(cmp.Compare(m.seen[a.index].Day, m.seen[b.index].Day), cmp.Compare(a.index, b.index))
	})
	lessons := make([]lesson, 0, len(glances))
	for _, g := range glances {
		s := &m.seen[g.index]
		l := lesson{Seen: s, words: singles(words(s.Text)), same: sameText(text, s.Text)}
		l.likeness = likeness(ours, l.words)
		lessons = append(lessons, l)
	}
	return lessons
}

// recall sums up what the lessons say about a goal.
func (m *Model) recall(id rapport.GoalID, words []term, lessons []lesson) memory {
	var is memory
	nearest, refusal := 0.0, 0.0
	for _, l := range lessons {
		confirmed, refused := slices.Contains(l.Goals, id), slices.Contains(l.Refused, id)
		switch {
		case confirmed && l.same:
			is.confirmed, is.refused = true, false
			nearest, is.like = 1, m.likeOn(l.Day)
		case refused && l.same:
			is.confirmed, is.refused = false, true
		case confirmed && l.likeness > nearest && !is.confirmed:
			nearest, is.like = l.likeness, m.likeOn(l.Day)
		case refused:
			refusal = max(refusal, l.likeness)
		}
	}
	if nearest > alikeFrom {
		is.learnt = byLikeness * (nearest - alikeFrom) / (1 - alikeFrom)
	}
	if nearest > 0 {
		is.learnt = max(is.learnt, habit(id, words, lessons))
	}
	if refusal > alikeFrom && refusal >= nearest {
		is.doubt = min(1, byRefusal*(refusal-alikeFrom)/(1-alikeFrom))
	}
	return is
}

// habit returns the evidence of words that stood in entries confirmed for the
// goal and seldom in others.
func habit(id rapport.GoalID, words []term, lessons []lesson) float64 {
	sum := 0.0
	for _, t := range words {
		if t.span != 1 {
			continue
		}
		here, all := 0.0, 0.0
		for _, l := range lessons {
			if !slices.ContainsFunc(l.words, func(x term) bool { return x.stem == t.stem }) {
				continue
			}
			all++
			if slices.Contains(l.Goals, id) {
				here++
			}
		}
		if here > 0 {
			w := weightOf(t)
			sum += byHabit * w * w * here / (all + 0.5)
		}
	}
	return min(sum, habitLimit)
}

// likeOn is the reason that points to a confirmed entry.
func (m *Model) likeOn(day rapport.Day) string {
	const reason = "like the entry you confirmed"
	t := day.Time()
	switch {
	case t.IsZero():
		return reason + " before"
	case m.years:
		return reason + " on " + t.Format("2 Jan 2006")
	}
	return reason + " on " + t.Format("2 Jan")
}

// likeness returns the share of the words' weight that two texts have in
// common.
func likeness(a, b []term) float64 {
	common, all := 0.0, 0.0
	for _, t := range a {
		if t.span != 1 {
			continue
		}
		w := weightOf(t)
		all += w
		if slices.ContainsFunc(b, func(x term) bool { return x.stem == t.stem }) {
			common += w
		}
	}
	for _, t := range b {
		if !slices.ContainsFunc(a, func(x term) bool { return x.span == 1 && x.stem == t.stem }) {
			all += weightOf(t)
		}
	}
	if all == 0 {
		return 0
	}
	return common / all
}

// singles returns the words that are not particles, each once.
func singles(words []term) []term {
	out := make([]term, 0, len(words))
	for _, t := range words {
		if t.span == 1 && !slices.ContainsFunc(out, func(x term) bool { return x.stem == t.stem }) {
			out = append(out, t)
		}
	}
	return out
}

// sameText reports whether two texts have the same letters and digits in the
// same order, capitals aside.
func sameText(a, b string) bool {
	for {
		x, restA := nextLetter(a)
		y, restB := nextLetter(b)
		if x != y {
			return false
		}
		if x == 0 {
			return true
		}
		a, b = restA, restB
	}
}

// nextLetter returns the first letter or digit of text in lower case and what
// follows it, or 0 at the end.
func nextLetter(text string) (rune, string) {
	for i, r := range text {
		if isWordRune(r) {
			return unicode.ToLower(r), text[i+utf8.RuneLen(r):]
		}
	}
	return 0, ""
}

// beginning is how many bytes of a word are looked at in a glance.
const beginning = 4

// beginningsOf returns the beginnings of the words that tell something.
func beginningsOf(words []term) []uint32 {
	var marks []uint32
	for _, t := range words {
		if t.span != 1 || t.tier == empty {
			continue
		}
		mark := uint32(0)
		for _, c := range []byte(t.text[:min(len(t.text), beginning)]) {
			mark = mark<<8 | uint32(c)
		}
		marks = append(marks, mark)
	}
	return marks
}

// sharedBeginnings counts the words of text that begin with one of marks,
// without allocating: it is asked of every entry seen.
func sharedBeginnings(text string, marks []uint32) int {
	text = text[:min(len(text), maxBytes)]
	n, mark, length := 0, uint32(0), 0
	for i := 0; i <= len(text); i++ {
		c := byte(' ')
		if i < len(text) {
			c = text[i]
		}
		if length > 0 && (!isWordByte(c) || isUpper(c) && isLower(text[i-1])) {
			if slices.Contains(marks, mark) {
				n++
			}
			mark, length = 0, 0
		}
		if isWordByte(c) {
			if length < beginning {
				if isUpper(c) {
					c += 'a' - 'A'
				}
				mark = mark<<8 | uint32(c)
			}
			length++
		}
	}
	return n
}

func isWordByte(c byte) bool {
	return isLower(c) || isUpper(c) || isDigit(c) || c >= utf8.RuneSelf
}

// manyYears reports whether the entries seen are of several years.
func manyYears(seen []Seen) bool {
	year := rapport.Day("")
	for _, s := range seen {
		if len(s.Day) < 4 {
			continue
		}
		if year != "" && s.Day[:4] != year {
			return true
		}
		year = s.Day[:4]
	}
	return false
}
