package align

import (
	"cmp"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"

	"rapport"
)

const (
	// closest is how many entries seen before are compared in full; a glance
	// at the beginnings of their words chooses them.
	closest = 24
	// alikeFrom is the likeness of two texts that begins to count.
	alikeFrom = 0.4
	// byLikeness is the evidence of an entry that is like the work in full.
	byLikeness = 2.2
	// byHabit is the evidence of a telling word that stood again and again in
	// entries confirmed for one goal.
	byHabit = 0.75
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
	// same says that it is the same text, likeness how alike it is, 0 to 1.
	same     bool
	likeness float64
	// shared has bit i set where the entry has the work's word i.
	shared uint64
}

// lessons returns the entries seen that are most like the work, the oldest
// first, so that the last word is the newest.
func (m *Model) lessons(w Work, ours []term) []lesson {
	type glance struct{ index, shared int }
	marks := beginningsOf(ours)
	whole := w.Text + " " + w.Outcome
	var glances []glance
	for i := range m.seen {
		n := sharedBeginnings(m.seen[i].Text, marks)
		if sameText(w.Text, m.seen[i].Text) || sameText(whole, m.seen[i].Text) {
			n = maxBytes
		}
		if n > 0 {
			glances = append(glances, glance{i, n})
		}
	}
	slices.SortFunc(glances, func(a, b glance) int {
		return cmp.Or(-cmp.Compare(a.shared, b.shared), -cmp.Compare(m.seen[a.index].Day, m.seen[b.index].Day), -cmp.Compare(a.index, b.index))
	})
	glances = glances[:min(len(glances), closest)]
	slices.SortFunc(glances, func(a, b glance) int {
		return cmp.Or(cmp.Compare(m.seen[a.index].Day, m.seen[b.index].Day), cmp.Compare(a.index, b.index))
	})
	lessons := make([]lesson, 0, len(glances))
	var theirs []term
	for _, g := range glances {
		l := lesson{Seen: &m.seen[g.index], same: g.shared == maxBytes}
		theirs = singles(appendWords(theirs[:0], l.Text))
		l.compare(ours, theirs)
		lessons = append(lessons, l)
	}
	return lessons
}

// remembered bounds how many words of a line of work are looked up in entries
// seen before: the bits of a word of memory.
const remembered = 64

// compare finds which of our words the entry has, and what share of the weight
// of all their words the two have in common. It uses theirs up.
func (l *lesson) compare(ours, theirs []term) {
	common, all := 0.0, 0.0
	for i, t := range ours[:min(len(ours), remembered)] {
		if t.span != 1 {
			continue
		}
		w := weightOf(t)
		all += w
		if at := slices.IndexFunc(theirs, func(x term) bool { return x.stem == t.stem }); at >= 0 {
			l.shared |= 1 << i
			common += w
			theirs = slices.Delete(theirs, at, at+1)
		}
	}
	for _, t := range theirs {
		all += weightOf(t)
	}
	if all > 0 {
		l.likeness = common / all
	}
}

// recall sums up what the lessons say about a goal.
func (m *Model) recall(id rapport.GoalID, ours []term, lessons []lesson) memory {
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
		is.learnt = max(is.learnt, habit(id, ours, lessons))
	}
	if refusal > alikeFrom && refusal >= nearest {
		is.doubt = min(1, byRefusal*(refusal-alikeFrom)/(1-alikeFrom))
	}
	return is
}

// habit returns the evidence of words that stood in entries confirmed for the
// goal and seldom in others.
func habit(id rapport.GoalID, ours []term, lessons []lesson) float64 {
	var here, all [remembered]float64
	for _, l := range lessons {
		one := 0.0
		if slices.Contains(l.Goals, id) {
			one = 1
		}
		for shared := l.shared; shared != 0; shared &= shared - 1 {
			i := bits.TrailingZeros64(shared)
			here[i] += one
			all[i]++
		}
	}
	sum := 0.0
	for i, t := range ours[:min(len(ours), remembered)] {
		if here[i] > 0 {
			w := weightOf(t)
			// Once is chance: half an entry is taken away.
			sum += byHabit * w * w * (here[i] - 0.5) / (all[i] + 0.5)
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

// singles leaves the words that are not particles, each once.
func singles(words []term) []term {
	out := words[:0]
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
