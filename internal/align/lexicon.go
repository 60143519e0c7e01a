package align

import (
	_ "embed"
	"strings"
)

// The lexicon is written by people in lexicon/concepts.txt, trades.txt,
// topics.txt and plain.txt. A test makes one sorted table of them, keyed by stems, so that the
// program looks words up in a constant string and starts with nothing to build.
//
//go:generate go test -run ^TestTheLexiconTableIsCurrent$ -update
//go:embed lexicon/table.txt
var lexicon string

// tier says how much a word tells about what work is for.
type tier int8

// The tiers, as in lexicon/plain.txt.
const (
	// telling is every word that is not listed.
	telling tier = iota
	// everyday words name a subject, but less surely than a rare one.
	everyday
	// common words alone make a question, not a link.
	common
	// empty words are said of almost any work.
	empty
)

// sense is one family of words, and how near its members are to each other.
type sense struct {
	family int16
	grade  int8
}

// maxSenses is how many families a word may belong to; a test sees that the
// lexicon keeps to it.
const maxSenses = 10

// meaning is what the lexicon knows of a word.
type meaning struct {
	tier   tier
	known  bool
	senses [maxSenses]sense
	count  int8
}

// lookUp returns what the lexicon knows of a stem or, failing that, of its
// root. A derived word says a little more than the plain word it comes from:
// "storage" more than "store".
func lookUp(stem, root string) meaning {
	if line, ok := findLine(lexicon, stem); ok {
		return parseMeaning(line)
	}
	if root == "" || root == stem {
		return meaning{}
	}
	line, ok := findLine(lexicon, root)
	if !ok {
		return meaning{}
	}
	m := parseMeaning(line)
	m.tier = max(m.tier-1, telling)
	return m
}

// findLine returns what stands behind key and a tab in a table of sorted
// lines, by halving the table.
func findLine(table, key string) (string, bool) {
	low, high := 0, len(table)
	for low < high {
		mid := low + (high-low)/2
		start := strings.LastIndexByte(table[low:mid], '\n') + 1 + low
		end := strings.IndexByte(table[start:], '\n')
		if end < 0 {
			end = len(table)
		} else {
			end += start
		}
		name, rest, _ := strings.Cut(table[start:end], "\t")
		switch strings.Compare(name, key) {
		case 0:
			return rest, true
		case -1:
			low = min(end+1, len(table))
		default:
			high = start
		}
	}
	return "", false
}

// parseMeaning reads a tier and then pairs of family and grade, as in
// "1 17.3 42.2".
func parseMeaning(line string) meaning {
	m := meaning{known: true}
	if line == "" {
		return m
	}
	m.tier = tier(line[0] - '0')
	for i := 1; i < len(line) && int(m.count) < maxSenses; {
		i++ // the space
		family := 0
		for ; i < len(line) && isDigit(line[i]); i++ {
			family = family*10 + int(line[i]-'0')
		}
		if i+1 >= len(line) {
			break
		}
		m.senses[m.count] = sense{family: int16(family), grade: int8(line[i+1] - '0')}
		m.count++
		i += 2
	}
	return m
}
