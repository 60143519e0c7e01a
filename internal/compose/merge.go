package compose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rapport"
)

// mergeMatters joins entries that say the same thing, such as the successive
// steps of one job. An entry is only ever joined to one that says everything
// it says: each of its words, states of progress aside, stands in the other,
// and so does each number, unless both are counts of the same whole ("crate 3
// of 8" and "crate 5 of 8"). So nothing that the reader would miss goes.
func mergeMatters(points []Point) []Point {
	if len(points) < 2 {
		return points
	}
	gists := make([]gist, len(points))
	var tokens []string
	for i, p := range points {
		tokens = appendTokens(tokens[:0], strings.ToLower(p.Entry.Text))
		tokens = appendTokens(tokens, strings.ToLower(p.Entry.Outcome))
		gists[i] = gistOf(tokens)
	}
	// What an entry covers is found by its rarest word, which must be one of
	// the entry's own.
	often := make(map[string]int, 4*len(points))
	for _, g := range gists {
		for _, word := range g.words {
			often[word]++
		}
	}
	type key struct {
		project rapport.ProjectID
		word    string
	}
	keyed := make(map[key][]int, len(points))
	for i, g := range gists {
		if len(g.words) > 0 {
			rarest := slices.MinFunc(g.words, func(a, b string) int { return cmp.Compare(often[a], often[b]) })
			k := key{points[i].Project.ID, rarest}
			keyed[k] = append(keyed[k], i)
		}
	}
	joined := make([]bool, len(points))
	var likely []int
	for i := range points {
		if joined[i] {
			continue
		}
		likely = likely[:0]
		for _, word := range gists[i].words {
			likely = append(likely, keyed[key{points[i].Project.ID, word}]...)
		}
		slices.Sort(likely)
		for _, j := range likely {
			if i == j || joined[j] || !gists[i].covers(gists[j]) {
				continue
			}
			// Of two that say the same, the one that ranks first stays.
			if j < i && gists[j].covers(gists[i]) {
				continue
			}
			if !mayJoin(points[i].Item, points[j].Item) {
				continue
			}
			joined[j] = true
			points[i].Same = append(points[i].Same, points[j].Item)
			if points[i].Choice == nil {
				points[i].Choice = points[j].Choice
			}
			points[i].Same = append(points[i].Same, points[j].Same...)
			points[i].Goals = unionGoals(points[i].Goals, points[j].Goals)
		}
	}
	kept := points[:0]
	for i, p := range points {
		if !joined[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

// mayJoin reports whether b may stand behind a: of the same project and day
// due, never a result behind a mere step, nor anything newer behind something
// older.
func mayJoin(a, b Item) bool {
	if a.Project.ID != b.Project.ID || a.Known != b.Known || b.Entry.Due != "" && b.Entry.Due != a.Entry.Due {
		return false
	}
	if a.Choice != nil && b.Choice != nil {
		return false // two choices are two matters
	}
	switch {
	case a.Entry.Kind == b.Entry.Kind:
		return a.Entry.Day >= b.Entry.Day || a.Entry.Text == b.Entry.Text
	case a.Entry.Kind == rapport.Accomplishment && b.Entry.Kind == rapport.Progress:
		return a.Entry.Day >= b.Entry.Day
	}
	return false
}

func unionGoals(a, b []*rapport.Goal) []*rapport.Goal {
	for _, g := range b {
		if !slices.ContainsFunc(a, func(h *rapport.Goal) bool { return h.ID == g.ID }) {
			a = append(slices.Clip(a), g)
		}
	}
	return a
}

// gist is what an entry says, without order, grammar and states of progress.
type gist struct {
	// words are stems, sorted.
	words []string
	// numbers are sorted; counters are those that count towards a whole, put
	// as the whole alone.
	numbers, counters []string
	// mask has a bit for each word, so that most comparisons end at once.
	mask uint64
}

// covers reports whether g says everything that h says.
func (g gist) covers(h gist) bool {
	return h.mask&^g.mask == 0 && len(h.words) > 0 &&
		hasAll(g.words, h.words) && hasAll(g.numbers, h.numbers) && hasAll(g.counters, h.counters)
}

func hasAll(have, want []string) bool {
	i := 0
	for _, w := range want {
		for i < len(have) && have[i] < w {
			i++
		}
		if i == len(have) || have[i] != w {
			return false
		}
	}
	return true
}

// appendTokens adds the words and numbers of a text.
func appendTokens(tokens []string, text string) []string {
	start := -1
	for i, r := range text {
		switch {
		case !inToken(r):
			if start >= 0 {
				tokens = append(tokens, text[start:i])
			}
			start = -1
		case start < 0:
			start = i
		}
	}
	if start >= 0 {
		tokens = append(tokens, text[start:])
	}
	return tokens
}

func inToken(r rune) bool {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		return true
	case r == ' ':
		return false
	case r == '%' || r == '/' || r == '.' || r == '\'' || r == '-':
		return true
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.IsSymbol(r)
}

// gistOf reads what the tokens of an entry, in lower case, say.
func gistOf(tokens []string) gist {
	g := gist{words: make([]string, 0, len(tokens))}
	for i := 0; i < len(tokens); i++ {
		t := strings.Trim(tokens[i], ".'-")
		switch {
		case t == "":
		case isNumber(t) && i+2 < len(tokens) && tokens[i+1] == "of" && isNumber(strings.Trim(tokens[i+2], ".")):
			g.counters = append(g.counters, strings.Trim(tokens[i+2], "."))
			i += 2
		case isShare(t):
			_, whole, _ := strings.Cut(t, "/")
			g.counters = append(g.counters, whole)
		case isPercent(t):
			g.counters = append(g.counters, "%")
		case hasDigit(t):
			g.numbers = append(g.numbers, t)
		case isStateOrSmallWord(t):
		default:
			s := stem(t)
			g.words = append(g.words, s)
			g.mask |= 1 << (hash(s) % 64)
		}
	}
	slices.Sort(g.words)
	g.words = slices.Compact(g.words)
	slices.Sort(g.numbers)
	g.numbers = slices.Compact(g.numbers)
	slices.Sort(g.counters)
	g.counters = slices.Compact(g.counters)
	return g
}

func isNumber(t string) bool {
	for _, r := range t {
		if r < '0' || r > '9' {
			return false
		}
	}
	return t != ""
}

func isShare(t string) bool {
	part, whole, ok := strings.Cut(t, "/")
	return ok && isNumber(part) && isNumber(whole)
}

// isPercent reports whether t is a share of a hundred. A fraction such as
// 0.7% is a measurement, not a state of progress, and stays a number.
func isPercent(t string) bool {
	n, ok := strings.CutSuffix(t, "%")
	return ok && isNumber(n)
}

func hasDigit(t string) bool { return strings.ContainsFunc(t, unicode.IsNumber) }

// stem cuts the commonest endings, so that "packing" and "packed" meet.
func stem(w string) string {
	for _, ending := range [...]string{"ing", "ed", "es", "s"} {
		if s, ok := strings.CutSuffix(w, ending); ok && len(s) >= 4 {
			return s
		}
	}
	return w
}

func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h >> 17
}
