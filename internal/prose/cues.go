package prose

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"
)

// group names what a list of cues is a sign of.
type group uint8

// The groups, by the label that asks for them first.
const (
	noGroup group = iota

	// What several labels ask for.
	timeAhead   // by friday, on the 9th, before we decide
	request     // could you, please
	nextStep    // we are trying, results monday, I suggest
	statedWish  // as you asked, you said you prefer
	noAction    // for information, no action needed
	reported    // she says that I
	effectFact  // saved, caught, got us
	sharedCause // we both, agreed

	flatPerson
	flatThing
	flatNot
	grovelStrong
	grovelWeak
	martyrGift
	martyrShow
	martyrAlone
	martyrEffect
	demandWhole
	demandOpen
	demandTrait
	demandNot
	blameStrong
	blameWeak
	blameNot
	vagueCore
	vagueNot
	problemCore
	problemNot
	resultCore
	resultProof
	resultNot
	askCore
	askUndated
	askNobody
	askNot
	leakStrong
	leakWeak
	leakJob
	leakNot
	ledeGrave
	ledeUrgent
	ledeTurn
	ledeNot
	hintPressure
	hintCoalition
	hintBargain

	numGroups
)

// cueList is a list of cues of one group.
type cueList struct {
	group group
	text  string
}

// cueLists are all lists; each label keeps its own beside its rule.
func cueLists() [][]cueList {
	return [][]cueList{
		commonCues[:], flatteryCues[:], grovelingCues[:], martyrdomCues[:], demandCues[:], blameCues[:],
		vagueCues[:], problemCues[:], resultCues[:], askCues[:], leakCues[:], ledeCues[:], hintCues[:],
	}
}

// indexedCue is a cue with its first part that stands for a token, and its
// number.
type indexedCue struct {
	cue
	lead, number int
}

// cueBook holds the words and the cues, and finds the cues that may begin at
// a token.
type cueBook struct {
	words lexicon
	// byWord is indexed by the number of a word, byClass by the bit of a class.
	byWord  [][]*indexedCue
	byClass [64][]*indexedCue
	// byShape are cues that begin with a number, a name or a form.
	byShape []*indexedCue
	count   int
}

// book is compiled when the first text is read, not when the program starts.
// A cue that cannot be compiled is a mistake of ours, found by a test.
var book = sync.OnceValue(func() *cueBook {
	b := &cueBook{words: newLexicon()}
	var all []cue
	for _, lists := range cueLists() {
		for _, list := range lists {
			for line := range strings.Lines(list.text) {
				if line = strings.TrimSpace(line); line == "" {
					continue
				}
				c, err := compileCue(list.group, line, b.words)
				if err != nil {
					panic(err)
				}
				all = append(all, c)
			}
		}
	}
	b.byWord = make([][]*indexedCue, len(b.words)+1)
	for _, c := range all {
		b.add(c)
	}
	return b
})

func (b *cueBook) add(c cue) {
	lead := 0
	if c.parts[0].kind == startPart {
		lead = 1
	}
	if c.parts[lead].optional {
		// A cue must begin with a word that is there: two cues are made of it.
		with, without := c, c
		with.parts, without.parts = slices.Clone(c.parts), slices.Delete(slices.Clone(c.parts), lead, lead+1)
		with.parts[lead].optional = false
		b.add(with)
		b.add(without)
		return
	}
	p := &c.parts[lead]
	if p.kind != onePart {
		panic(fmt.Sprintf("cue %v of group %d does not begin with a word", c.parts, c.group))
	}
	b.count++
	ic := &indexedCue{c, lead, b.count}
	for _, w := range p.words {
		b.byWord[w] = append(b.byWord[w], ic)
	}
	for rest := p.class; rest != 0; rest &= rest - 1 {
		bit := bits.TrailingZeros64(uint64(rest))
		b.byClass[bit] = append(b.byClass[bit], ic)
	}
	if p.number || p.name || p.done || p.going || p.more {
		b.byShape = append(b.byShape, ic)
	}
}
