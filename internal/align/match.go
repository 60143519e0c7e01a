package align

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// What a listed word weighs, where one that is not listed weighs 1.
const (
	everydayWeight = 0.545
	commonWeight   = 0.402
	emptyWeight    = 0.1
)

// How much of a word's weight a match of each kind is worth.
const (
	sameWord   = 1.0
	sameRoot   = 0.88
	sameStart  = 0.9
	negated    = 0.65
	insideWord = 0.5
)

// What belonging to one family is worth, by its grade: the nearest two make a
// link alone, if only just and only for words that are not plain.
const (
	nearlySame  = 0.57
	sameSubject = 0.52
	sameField   = 0.286
)

// What a listed word keeps of the worth of its families.
const (
	plainEveryday = 0.892
	plainCommon   = 0.677
	plainEmpty    = 0.65
)

const (
	// phrase is what two neighbours that meet two neighbours add.
	phrase = 0.402
	// familyLimit is the most that words of one family can add up to: alone
	// they should link only where several agree.
	familyLimit = 1.046
	// lifting is how far a goal of plain words is lifted: 0 not at all, 1 so
	// that its best word weighs like a telling one.
	lifting = 0.166
	// again is what a second word adds that meets the same word of the goal.
	again = 0.01
	// further is what a second word of a family adds that is met already.
	further = 0.6
	// later is what a word loses for each word before it: what a line is about
	// comes first.
	later = 0.016
	// unfocused is what is left of the evidence where it is next to nothing of
	// what the work says.
	unfocused = 0.76
	// bent is what is left of a word that is only the kind of something else,
	// bentAside where it only tells where, when or for whom in the goal too.
	bent      = 0.896
	bentAside = 0.45
	// besides is what is left of the evidence where the work is about a chore
	// of any workplace that the goal does not name.
	besides = 0.507
	// covering is what it adds when the whole title is met.
	covering = 0.349
)

// hit is a word of the work that meets a word of a goal.
type hit struct {
	// pos and span are the work's, word is the index in the goal's words.
	pos, span, word int
	work            string
	value           float64
	// family says that only the families of the words are the same.
	family bool
}

// weightOf returns how much a word tells.
func weightOf(t term) float64 {
	switch t.tier {
	case empty:
		return emptyWeight
	case common:
		return commonWeight
	case everyday:
		return everydayWeight
	}
	return 1
}

// compare returns a candidate for every goal.
func compare(words []term, goals []goal) []candidate {
	found := make([]candidate, len(goals))
	for i := range goals {
		found[i].goal = &goals[i]
	}
	best := make([]hit, len(goals))
	whole := 0.0
	var chores []int
	for _, t := range words {
		if t.span == 1 {
			whole += weightOf(t)
			if isChore(t.stem) {
				chores = append(chores, t.pos)
			}
		}
		total, top := 0.0, 0.0
		for i := range goals {
			best[i] = goals[i].meet(t)
			total += best[i].value
			top = max(top, best[i].value)
		}
		if top == 0 {
			continue
		}
		rare := rarity(total/top, len(goals)) * (1 - later*float64(min(t.place-1, 20)))
		for i := range best {
			if best[i].value > 0 {
				best[i].value *= rare
				found[i].hits = append(found[i].hits, best[i])
			}
		}
	}
	for i := range found {
		found[i].bend(words)
		found[i].addUp(max(whole, 2))
		if slices.ContainsFunc(chores, func(pos int) bool { return !found[i].meets(pos) }) {
			found[i].words *= besides
		}
	}
	return found
}

// rarity says how well a word tells goals apart that speaks for share of n
// goals.
func rarity(share float64, n int) float64 {
	return math.Log(1+float64(n)/share) / math.Log(1+float64(n))
}

// meet returns the best match of a word of the work among the goal's words.
func (g *goal) meet(t term) hit {
	best := hit{pos: t.pos, span: t.span, work: t.text}
	for i, w := range g.words {
		value, family := match(t, w)
		if !family {
			value *= g.lift
		}
		if value *= w.part; value > best.value {
			best.value, best.family, best.word = value, family, i
		}
	}
	return best
}

// match returns what it is worth that a word of the work stands where the goal
// has w, and whether that is for their family only.
func match(t term, w goalWord) (value float64, family bool) {
	if t.span == 2 && w.span == 2 {
		// Their words meet one by one; only a meaning of the pair is new.
		return related(t, w.term), true
	}
	weight := min(weightOf(t), weightOf(w.term))
	value = alike(t, w.term) * weight
	if t.span == 1 && w.span == 1 && (abbreviates(t, w.term) || abbreviates(w.term, t)) {
		value = sameWord
	}
	if r := related(t, w.term); r > value {
		return r, true
	}
	return value, false
}

// alike compares two words by their form.
func alike(a, b term) float64 {
	switch {
	case a.stem == b.stem:
		return sameWord
	case a.span != b.span:
		return 0
	case len(a.root) < 3 || len(b.root) < 3:
		return 0
	case a.root == b.root:
		return sameRoot
	case beginsAlike(a.root, b.root):
		return sameStart
	case unprefixed(a.root) == b.root, unprefixed(b.root) == a.root:
		return negated
	case isInside(a.root, b.root), isInside(b.root, a.root):
		return insideWord
	}
	return 0
}

// beginsAlike reports whether two roots begin alike and differ only at the
// very end, as "analys" and "analyt" do. A final y alone makes another word:
// "factor", "factory".
func beginsAlike(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && 5*n >= 4*max(len(a), len(b)) && a+"i" != b && b+"i" != a
}

// isInside reports whether long is a compound with short at either end, as
// "timesheet" is with "sheet".
func isInside(short, long string) bool {
	if len(short) < 5 || len(long) < len(short)+3 {
		return false
	}
	if rest, ok := strings.CutPrefix(long, short); ok {
		return len(rest) >= 4 && rest != "ment"
	}
	return strings.HasSuffix(long, short)
}

// abbreviates reports whether a is written as the initials of b and the words
// that follow it. Small letters count only for three initials and more that
// are no word of the lexicon.
func abbreviates(a, b term) bool {
	name := a.text
	if a.capitals {
		name = strings.TrimSuffix(name, "s")
	} else if len(name) < 3 || a.known {
		return false
	}
	return len(name) >= 2 && len(name) <= len(b.initials) && strings.HasPrefix(b.initials, name)
}

// related returns what the families of two words are worth.
func related(a, b term) float64 {
	grade := int8(0)
	for _, x := range a.senses[:a.count] {
		for _, y := range b.senses[:b.count] {
			if x.family == y.family {
				grade = max(grade, min(x.grade, y.grade))
			}
		}
	}
	worth := 0.0
	switch grade {
	case 3:
		worth = nearlySame
	case 2:
		worth = sameSubject
	case 1:
		worth = sameField
	}
	return worth * plainness(a) * plainness(b)
}

// plainness is how much of a family's worth a listed plain word keeps.
func plainness(t term) float64 {
	switch t.tier {
	case empty:
		return plainEmpty
	case common:
		return plainCommon
	case everyday:
		return plainEveryday
	}
	return 1
}

// bend takes from the words of the work that are only the kind or the place of
// something that the goal does not speak of: "village" in "village fete" and
// "letter" in "letter to the mayor".
func (c *candidate) bend(words []term) {
	for i, h := range c.hits {
		if h.family || h.span > 1 || !c.isBent(h, words) {
			continue
		}
		if c.goal.words[h.word].aside {
			c.hits[i].value *= bentAside
		} else {
			c.hits[i].value *= bent
		}
	}
}

// isBent reports whether what follows the word of a hit turns it to something
// else.
func (c *candidate) isBent(h hit, words []term) bool {
	for _, t := range words {
		if t.span != 1 {
			continue
		}
		if t.pos == h.pos && t.governs {
			return true
		}
		if t.pos == h.pos+1 {
			return t.tier != empty && !isVerbal(t.text) && !c.meets(t.pos)
		}
	}
	return false
}

// meets reports whether the word of the work at pos meets a word of the goal.
func (c *candidate) meets(pos int) bool {
	return slices.ContainsFunc(c.hits, func(h hit) bool { return h.pos <= pos && pos < h.pos+h.span })
}

// isVerbal reports whether a word looks like a form of a verb.
func isVerbal(word string) bool {
	return strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing")
}

// addUp turns the hits of a candidate into evidence. Each word of the work
// speaks once and each word of the goal is met once; what comes on top adds
// little.
func (c *candidate) addUp(whole float64) {
	slices.SortStableFunc(c.hits, func(a, b hit) int {
		return cmp.Or(-cmp.Compare(a.value, b.value), cmp.Compare(a.pos, b.pos))
	})
	var kept []hit
	form, family, covered := 0.0, 0.0, 0.0
	for _, h := range c.hits {
		if slices.ContainsFunc(kept, func(k hit) bool { return overlaps(k.pos, k.span, h.pos, h.span) }) {
			continue
		}
		w := c.goal.words[h.word]
		met := slices.ContainsFunc(kept, func(k hit) bool {
			g := c.goal.words[k.word]
			return overlaps(g.pos, g.span, w.pos, w.span)
		})
		switch {
		case met && h.family:
			h.value *= further
		case met:
			h.value *= again
		}
		if h.family {
			family += h.value
		} else {
			form += h.value
			if !met && w.part == inTitle {
				covered += weightOf(w.term)
			}
		}
		for _, k := range kept {
			if !k.family && !h.family && abs(k.pos-h.pos) == 1 && abs(c.goal.words[k.word].pos-w.pos) == 1 {
				form += phrase * min(2*weightOf(w.term), 1)
			}
		}
		kept = append(kept, h)
	}
	c.hits = kept
	if c.weight > 0 {
		form *= 1 + covering*min(1, covered/c.weight)
	}
	c.words = form + min(family, familyLimit)
	c.words *= unfocused + (1-unfocused)*min(1, 2*c.words/whole)
}

func overlaps(a, aSpan, b, bSpan int) bool { return a < b+bSpan && b < a+aSpan }

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// reasonOf says in a few words which words speak for a goal.
func reasonOf(hits []hit, g *goal) string {
	title := g.Title
	if title == "" {
		title = string(g.Slug)
	}
	h := hits[0]
	// A family may lie in several words, and then they can be the very same.
	if h.family && !strings.EqualFold(h.work, g.words[h.word].text) {
		return "'" + h.work + "' is close to '" + g.words[h.word].text + "' in " + title
	}
	shared := "shares '" + h.work + "'"
	for _, next := range hits[1:] {
		if !next.family {
			shared += " and '" + next.work + "'"
			break
		}
	}
	return shared + " with " + title
}
