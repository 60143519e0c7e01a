package prose

import "slices"

// meant remembers the passages that the user said are fine.
type meant struct{ fine []fineWords }

type fineWords struct {
	label Label
	words []string
}

func newMeant(o Options) meant {
	var m meant
	for _, f := range o.Fine {
		if words := contentOf(tokenise(f.Text)); len(words) > 0 {
			m.fine = append(m.fine, fineWords{f.Label, words})
		}
	}
	return m
}

// covers reports whether a passage says, give or take a figure, what the user
// said is fine.
func (m meant) covers(d *draft, l Label, p passage) bool {
	for _, f := range m.fine {
		if f.label != "" && f.label != l {
			continue
		}
		if alike(f.words, contentOf(d.within(p))) {
			return true
		}
	}
	return false
}

// within returns the tokens of a passage.
func (d *draft) within(p passage) []token {
	from, _ := slices.BinarySearchFunc(d.tokens, p.start, func(t token, at int) int { return t.start - at })
	to := from
	for to < len(d.tokens) && d.tokens[to].start < p.end {
		to++
	}
	return d.tokens[from:to]
}

// contentOf returns the words of tokens; figures count as one word, so that
// next week's figure does not undo what was learnt.
func contentOf(tokens []token) []string {
	words := make([]string, 0, len(tokens))
	for i := range tokens {
		switch tokens[i].kind {
		case wordToken:
			words = append(words, tokens[i].text)
		case numberToken:
			words = append(words, "#")
		}
	}
	return words
}

// alike reports whether two texts have nine of ten words in common.
func alike(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	left := slices.Clone(b)
	both := 0
	for _, w := range a {
		if i := slices.Index(left, w); i >= 0 {
			left = slices.Delete(left, i, i+1)
			both++
		}
	}
	return both*10 >= max(len(a), len(b))*9
}
