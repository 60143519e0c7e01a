package capture

import (
	"slices"
	"strings"

	"rapport"
)

// Guesser guesses kinds with what one user taught it. It is ready for many
// lines: each corrected line is read once.
type Guesser struct {
	memories []memory
}

// memory is a corrected line as far as others are compared with it.
type memory struct {
	likeness
	right rapport.Kind
}

// likeness is what two lines must share to be plainly alike.
type likeness struct {
	// exact is the whole line, numbers and marks left out.
	exact string
	// label is what stands before a colon, or the first words.
	label string
	// content holds the stems of the words that carry meaning, each once.
	content []string
	tense   tense
	who     who
	asks    bool
	denies  bool
}

// NewGuesser returns a guesser that knows the corrections of one user, in the
// order they were made: where two corrections fit a line equally well, the
// later one holds.
func NewGuesser(learned []Learned) *Guesser {
	g := &Guesser{memories: make([]memory, 0, len(learned))}
	for _, l := range learned {
		s := readSentence(l.Text)
		g.memories = append(g.memories, memory{likenessOf(&s), l.Right})
	}
	return g
}

// recall returns the kind of the corrected line that the sentence is plainly
// like, and says how; the reason is empty where there is none.
func (g *Guesser) recall(s *sentence) (rapport.Kind, string) {
	if len(g.memories) == 0 {
		return "", ""
	}
	l := likenessOf(s)
	best, kind := 0, rapport.Kind("")
	for _, m := range g.memories {
		if score := l.compare(m.likeness); score > 0 && score >= best {
			best, kind = score, m.right
		}
	}
	switch best {
	case 0:
		return "", ""
	case sameLine:
		return kind, "you corrected this line before"
	}
	return kind, "like a line that you corrected"
}

// sameLine is the score of two lines that differ at most in numbers and marks.
const sameLine = 1000

// compare scores how alike two lines are; zero where they are not plainly so.
// Lines are alike that share their label or most of the words that carry
// meaning, and that are built the same way: a promise is never like a report
// of the same thing done, nor a question like its answer.
func (l likeness) compare(m likeness) int {
	if l.exact == m.exact && l.exact != "" {
		return sameLine
	}
	if l.asks != m.asks || l.denies != m.denies || l.tense != m.tense || l.who != m.who {
		return 0
	}
	shared := 0
	for _, w := range l.content {
		if slices.Contains(m.content, w) {
			shared++
		}
	}
	union := len(l.content) + len(m.content) - shared
	switch {
	case shared >= 2 && shared*2 >= union:
		return shared * 100 / union
	case l.label != "" && l.label == m.label:
		return 40
	}
	return 0
}

const smallWords = wI | wWe | wHeShe | wThey | wYou | wIt | wMyOur | wHisHer | wMe | wDeterminer | wAsker | wBe | wDo | wHave |
	wModal | wWill | wNot | wNo | wPreposition | wJoiner | wNumber | wMoment

func likenessOf(s *sentence) likeness {
	c := s.main()
	l := likeness{tense: c.tense, who: c.who, denies: c.not}
	var exact strings.Builder
	for i, t := range s.terms {
		if t.text == "?" || s.inverted(i) && i == s.start {
			l.asks = true
		}
		if t.kind == markTerm || t.kind == quoteTerm {
			if t.text == ":" && i > 0 && i < 5 && l.label == "" && len(l.content) > 0 {
				l.label = exact.String()
			}
			continue
		}
		if t.kind == numberTerm {
			exact.WriteString("# ")
			continue
		}
		exact.WriteString(t.text)
		exact.WriteByte(' ')
		if t.class&smallWords == 0 && len(t.text) > 2 {
			if stem := stemOf(t.text); !slices.Contains(l.content, stem) {
				l.content = append(l.content, stem)
			}
		}
	}
	l.exact = exact.String()
	return l
}

// stemOf takes the endings off that do not change what a word is about.
func stemOf(word string) string {
	for _, ending := range [...]string{"ing", "ied", "ies", "ed", "es", "s", "e"} {
		if stem, ok := strings.CutSuffix(word, ending); ok && len(stem) >= 3 {
			word = stem
			break
		}
	}
	if n := len(word); n > 3 && word[n-1] == word[n-2] {
		word = word[:n-1]
	}
	return strings.TrimSuffix(word, "y")
}
