package capture

import (
	_ "embed" // for kind_clues.txt
	"strings"

	"rapport"
)

// clueBook says how much each clue speaks for each of [rapport.Kinds]: lines
// of a clue, a tab, and a letter for each kind, sorted by clue. It is searched
// as it stands, so that a program that guesses one kind builds nothing.
//
//go:embed kind_clues.txt
var clueBook string

// A weight is written as the letter that stands as many steps after clueZero
// as the weight has parts of clueScale.
const (
	clueZero  = 'O'
	clueRange = 45
	clueScale = 25.0
)

// clueWeights finds the weights of a clue in the book, one letter for each
// kind; empty where the book lacks it.
func clueWeights(clue []byte) string {
	low, high := 0, len(clueBook)
	for low < high {
		mid := int(uint(low+high) >> 1)
		start := low + strings.LastIndexByte(clueBook[low:mid], '\n') + 1
		end := start + strings.IndexByte(clueBook[start:], '\n')
		line := clueBook[start:end]
		tab := len(line) - len(rapport.Kinds) - 1
		switch {
		case string(clue) == line[:tab]:
			return line[tab+1:]
		case string(clue) < line[:tab]:
			high = start
		default:
			low = end + 1
		}
	}
	return ""
}

// addClues adds what the clues of a sentence weigh.
func addClues(s *sentence, sum *[len(rapport.Kinds)]float64) {
	eachClue(s, func(clue []byte) {
		for k, letter := range []byte(clueWeights(clue)) {
			sum[k] += (float64(letter) - clueZero) / clueScale
		}
	})
}
