package prose

import (
	"fmt"
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

// indexedCue is a cue with its first part that stands for a token.
type indexedCue struct {
	cue
	lead int
}

// cueIndex finds the cues that may begin at a token.
type cueIndex struct {
	byWord  map[string][]*indexedCue
	byClass []indexedCue
}

// cues is compiled when the first text is read, not when the program starts.
// A cue that cannot be compiled is a mistake of ours, found by a test.
var cues = sync.OnceValue(func() *cueIndex {
	index := &cueIndex{byWord: make(map[string][]*indexedCue, 1200)}
	for _, lists := range cueLists() {
		for _, list := range lists {
			for line := range strings.Lines(list.text) {
				line = strings.TrimSpace(line)
				if line == "" {
					continue
				}
				c, err := compileCue(list.group, line)
				if err != nil {
					panic(err)
				}
				index.add(c)
			}
		}
	}
	return index
})

func (x *cueIndex) add(c cue) {
	lead := 0
	if c.parts[0].kind == startPart {
		lead = 1
	}
	if c.parts[lead].optional {
		// A cue must begin with a word that is there: two cues are made of it.
		with, without := c, c
		with.parts, without.parts = slices.Clone(c.parts), slices.Delete(slices.Clone(c.parts), lead, lead+1)
		with.parts[lead].optional = false
		x.add(with)
		x.add(without)
		return
	}
	p := &c.parts[lead]
	ic := indexedCue{c, lead}
	if p.kind != onePart {
		panic(fmt.Sprintf("cue %v of group %d does not begin with a word", c.parts, c.group))
	}
	if p.class == 0 && !p.number && !p.name && !p.done && !p.going && !p.more {
		for _, w := range p.words {
			x.byWord[w] = append(x.byWord[w], &ic)
		}
		return
	}
	x.byClass = append(x.byClass, ic)
}
