package profile

import (
	"cmp"
	_ "embed" // the lexicon is text, so that it can be read and corrected as such
	"fmt"
	"slices"
	"strings"
	"sync"
)

//go:embed lexicon.txt
var lexiconText string

// strength says how much context a cue needs.
type strength int8

const (
	// faint counts only where the dimension is given.
	faint strength = iota
	// wished counts where a preference is being said.
	wished
	// plain speaks for itself.
	plain
)

// maxGap is how many words "_" may stand for, and maxWideGap "__".
const (
	maxGap     = 2
	maxWideGap = 5
)

// element is one place of a cue: alternatives, or a gap.
type element struct {
	gap int
	// comma lets a pause stand here.
	comma bool
	// any lists the alternatives; each is one word or several in a row.
	any [][]form
}

func (e element) isOptional() bool {
	return e.gap > 0 || e.comma || slices.ContainsFunc(e.any, func(row []form) bool { return len(row) == 0 })
}

// form is a word as a cue has it.
type form struct {
	text  string
	exact bool
}

func (f form) fits(w word) bool {
	if f.exact {
		return w.text == f.text
	}
	return w.stem == f.text
}

// cue is one line of the lexicon.
type cue struct {
	value    Value // empty for what only looks like one
	strength strength
	elements []element
}

// lexicon finds cues by the words they begin with.
type lexicon struct {
	byStem, byText map[string][]*cue
}

var lexiconOf = sync.OnceValue(func() *lexicon {
	l, err := parseLexicon(lexiconText)
	if err != nil {
		panic(err) // the text is compiled in, and a test reads it
	}
	return l
})

// parseLexicon reads the format that the head of lexicon.txt describes.
func parseLexicon(text string) (*lexicon, error) {
	l := &lexicon{byStem: map[string][]*cue{}, byText: map[string][]*cue{}}
	sets := map[string]string{}
	section, begun := Value(""), false
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case line[0] == '[':
			section, begun = Value(strings.Trim(line, "[]")), true
			if section == "-" {
				section = ""
			} else if section.Of() == "" {
				return nil, fmt.Errorf("line %d: %q is not a value", n, section)
			}
			continue
		case line[0] == '$' && strings.Contains(line, " = "):
			name, words, _ := strings.Cut(line, " = ")
			sets[name] = strings.Join(strings.Fields(words), "|")
			continue
		}
		if !begun {
			return nil, fmt.Errorf("line %d: a cue before the first section", n)
		}
		c := &cue{value: section, strength: plain}
		if rest, ok := strings.CutPrefix(line, "?? "); ok {
			c.strength, line = faint, rest
		} else if rest, ok := strings.CutPrefix(line, "? "); ok {
			c.strength, line = wished, rest
		}
		if err := c.parse(line, sets); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		for _, alternative := range c.elements[0].any {
			into, first := l.byStem, alternative[0]
			if first.exact {
				into = l.byText
			}
			if !slices.Contains(into[first.text], c) {
				into[first.text] = append(into[first.text], c)
			}
		}
	}
	return l, nil
}

func (c *cue) parse(line string, sets map[string]string) error {
	for _, field := range strings.Fields(line) {
		switch field {
		case "_":
			c.elements = append(c.elements, element{gap: maxGap})
			continue
		case "__":
			c.elements = append(c.elements, element{gap: maxWideGap})
			continue
		case ",":
			c.elements = append(c.elements, element{comma: true})
			continue
		}
		var e element
		for alternative := range strings.SplitSeq(field, "|") {
			words := alternative
			if strings.HasPrefix(alternative, "$") {
				if words = sets[alternative]; words == "" {
					return fmt.Errorf("there is no set %s", alternative)
				}
			}
			for one := range strings.SplitSeq(words, "|") {
				var row []form
				if one == "_" {
					e.any = append(e.any, row) // the place may be left out
					continue
				}
				for part := range strings.SplitSeq(one, "-") {
					f := form{text: part}
					if part, f.exact = strings.CutPrefix(part, "="); f.exact {
						f.text = part
					} else {
						f.text = stem(part)
					}
					if f.text == "" {
						return fmt.Errorf("%q holds no word", field)
					}
					row = append(row, f)
				}
				e.any = append(e.any, row)
			}
		}
		c.elements = append(c.elements, e)
	}
	if len(c.elements) == 0 || c.elements[0].isOptional() || c.elements[len(c.elements)-1].isOptional() {
		return fmt.Errorf("a cue begins and ends with a word")
	}
	return nil
}

// match is a cue found in a text.
type match struct {
	*cue
	// at are the places of the words that were asked for, in order, without
	// what stands in gaps.
	at []int
}

func (m match) first() int { return m.at[0] }
func (m match) last() int  { return m.at[len(m.at)-1] }

// find returns the cues in words that no longer cue contains, in the order of
// the text.
func (l *lexicon) find(words []word) []match {
	var all []match
	for i, w := range words {
		for _, cues := range [...][]*cue{l.byStem[w.stem], l.byText[w.text]} {
			for _, c := range cues {
				if at := c.matchAt(words, i); at != nil {
					all = append(all, match{c, at})
				}
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int {
		if n := len(b.at) - len(a.at); n != 0 {
			return n
		}
		// What only looks like a value goes before what is one.
		return cmp.Or(truth(b.value == "")-truth(a.value == ""), int(b.strength)-int(a.strength))
	})
	var kept []match
	for _, m := range all {
		if !slices.ContainsFunc(kept, func(k match) bool { return k.covers(m) }) {
			kept = append(kept, m)
		}
	}
	slices.SortStableFunc(kept, func(a, b match) int { return a.first() - b.first() })
	return kept
}

// covers reports whether other says nothing beside m: a longer cue has its
// words, or the same value has been found in the same words.
func (m match) covers(other match) bool {
	common := 0
	for _, i := range other.at {
		if slices.Contains(m.at, i) {
			common++
		}
	}
	switch {
	case common == 0:
		return false
	case m.value == "":
		return true
	case m.value == other.value:
		return common == len(other.at)
	}
	return common == len(other.at) && len(m.at) > len(other.at)
}

// matchAt returns the places of the cue's words where it begins at word i, or
// nil.
func (c *cue) matchAt(words []word, i int) []int {
	return matchFrom(c.elements, words, i, i, nil)
}

// matchFrom matches the rest of a cue from word i on. A pause is no part of
// it, except in front of word open.
func matchFrom(elements []element, words []word, i, open int, at []int) []int {
	if len(elements) == 0 {
		return at
	}
	e := elements[0]
	if e.comma {
		return matchFrom(elements[1:], words, i, i, at)
	}
	if e.gap > 0 {
		for n := 0; n <= e.gap && i+n < len(words); n++ {
			if n > 0 && (words[i+n-1].before != none || isNegator(words[i+n-1].text) || turns(words[i+n-1].text)) {
				return nil
			}
			if got := matchFrom(elements[1:], words, i+n, open, at); got != nil {
				return got
			}
		}
		return nil
	}
	for _, row := range e.any {
		if i+len(row) > len(words) {
			continue
		}
		fits := true
		for j, f := range row {
			if !f.fits(words[i+j]) || words[i+j].before != none && i+j != open {
				fits = false
				break
			}
		}
		if !fits {
			continue
		}
		next := slices.Clone(at)
		for j := range row {
			next = append(next, i+j)
		}
		if got := matchFrom(elements[1:], words, i+len(row), open, next); got != nil {
			return got
		}
	}
	return nil
}

// turns reports whether a word turns the sentence, so that a cue cannot reach
// over it.
func turns(text string) bool {
	switch text {
	case "than", "instead", "over", "but", "because", "if", "when", "unless", "versus", "before", "after", "until":
		return true
	}
	return false
}
