package prose

import (
	_ "embed" // the weights
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Beside the cues stands a small trained scorer. It sees how a sentence is
// built (who does what to whom, which little words stand beside which, which
// cues were found, what the rest of the draft holds) and gives every label a
// chance. It takes back what a rule said where the whole sentence speaks
// against it, and speaks itself where the rules are silent.

// leaning names what the scorer can say, in the order of its weights.
var leaning = [...]Label{
	"", Flattery, Groveling, Martyrdom, DemandChange, Blame, VagueFeedback, ProblemOnly, UnprovedResult, OpenAsk, PrivateLeak,
}

// chances are how probable each leaning is for a sentence; the first stands for
// clean.
type chances [len(leaning)]float64

// weightScale is what the weights were multiplied with to be kept as integers.
const weightScale = 16

// scorer holds the weights by sign, and from which chance on a label is found.
type scorer struct {
	weights map[signID]*[len(leaning)]int8
	// fire is the chance from which the scorer speaks by itself, keep the one
	// under which a rule's finding is taken back. Both were set by
	// cross-validation on the lines to learn from.
	fire, keep chances
}

// weightLines are the thresholds and the weights, as training writes them.
//
//go:embed weights.txt
var weightLines string

// learnt is the scorer with the weights that were learnt. They are read when the
// first text is, not when the program starts; a test reads them too.
var learnt = sync.OnceValue(func() *scorer {
	sc, err := readScorer(weightLines)
	if err != nil {
		panic(err)
	}
	return sc
})

// readScorer reads thresholds and weights: a name, a tab, and a figure for each
// leaning.
func readScorer(lines string) (*scorer, error) {
	sc := &scorer{weights: make(map[signID]*[len(leaning)]int8, 8000)}
	for line := range strings.Lines(lines) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
		var row chances
		k := 0
		for figure := range strings.FieldsSeq(rest) {
			x, err := strconv.ParseFloat(figure, 64)
			if err != nil || k == len(row) {
				return nil, fmt.Errorf("weights of %q: %q", name, rest)
			}
			row[k] = x
			k++
		}
		if k != len(row) {
			return nil, fmt.Errorf("weights of %q: %d figures for %d leanings", name, k, len(row))
		}
		switch name {
		case "fire":
			sc.fire = row
		case "keep":
			sc.keep = row
		default:
			w := new([len(leaning)]int8)
			for k, x := range row {
				w[k] = int8(x)
			}
			sc.weights[idOfSign(name)] = w
		}
	}
	return sc, nil
}

// dropUnlikely takes back what a rule found in sentences that the scorer holds
// for something else.
func (d *draft) dropUnlikely(found *[numLabels][]passage) {
	for k, l := range leaning {
		if l == "" {
			continue
		}
		found[k-1] = slices.DeleteFunc(found[k-1], func(p passage) bool {
			if p.sure {
				return false
			}
			i, _ := slices.BinarySearchFunc(d.sentences, p.start, func(s sentence, at int) int { return d.tokens[s.to-1].end - at - 1 })
			best := 0.0
			for ; i < len(d.sentences) && d.tokens[d.sentences[i].from].start < p.end; i++ {
				best = max(best, d.sentences[i].leanings()[k])
			}
			return best < d.scorer.keep[k]
		})
	}
}

// addLeanings adds what the scorer is sure of, for sentences in which no rule
// found anything.
func (d *draft) addLeanings(found *[numLabels][]passage, off []Label) {
	var added [numLabels][]passage
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.facts.quoted || s.facts.words < 2 {
			continue
		}
		start, end := d.tokens[s.from].start, d.tokens[s.to-1].end
		here := passage{start: start, end: end}
		if slices.ContainsFunc(found[:firstHint], func(all []passage) bool { return touches(all, here) }) {
			continue
		}
		at, p := 0, s.leanings()
		for k := 1; k < len(p); k++ {
			if p[k] >= d.scorer.fire[k] && (at == 0 || p[k] > p[at]) {
				at = k
			}
		}
		if at == 0 || slices.Contains(off, leaning[at]) || s.speaksAgainst(leaning[at], i) {
			continue
		}
		start, end = s.span(s.from, s.to)
		added[at-1] = append(added[at-1], passage{start: start, end: end})
	}
	for i, more := range added {
		found[i] = append(found[i], more...)
	}
}

// speaksAgainst reports whether what makes a label is not there at all,
// whatever the words: a problem that is answered, a request with its day.
func (s *sentence) speaksAgainst(l Label, n int) bool {
	switch l {
	case ProblemOnly:
		return s.facts.question || s.draft.answeredBeside(n)
	case UnprovedResult:
		return s.has(resultProof) || s.facts.number || s.facts.question
	case OpenAsk:
		return s.has(noAction) || s.draft.datedBy(n)
	}
	return false
}

// signID is a sign without its name: the scorer meets too many to make texts of
// them. Training checks that no two names share one.
type signID uint64

// idOfSign returns the id of a name. In a name of several words each stands
// beside those in front of it.
func idOfSign(name string) signID {
	if i := strings.LastIndexByte(name, ' '); i >= 0 {
		return pairOf(idOfSign(name[:i]), idOfSign(name[i+1:]))
	}
	id := signID(14695981039346656037)
	for i := range len(name) {
		id = (id ^ signID(name[i])) * 1099511628211
	}
	return id
}

// pairOf is the id of two signs that stand beside each other.
func pairOf(a, b signID) signID { return (a*31+b)*11400714819323198485 + 1 }

// leanings returns how probable each label is for the sentence.
func (s *sentence) leanings() *chances {
	if s.lean != nil {
		return s.lean
	}
	var p chances
	for _, sign := range s.signs() {
		if w := s.draft.scorer.weights[sign]; w != nil {
			for k := range p {
				p[k] += float64(w[k]) / weightScale
			}
		}
	}
	top, total := slices.Max(p[:]), 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		total += p[k]
	}
	for k := range p {
		p[k] /= total
	}
	s.lean = &p
	return s.lean
}

// signs returns the signs of the sentence, each once.
func (s *sentence) signs() []signID {
	all := make([]signID, 0, 160)
	s.eachSign(func(name string, beside signID) signID {
		id := idOfSign(name)
		if beside != 0 {
			id = pairOf(beside, id)
		}
		all = append(all, id)
		return id
	})
	slices.Sort(all)
	return slices.Compact(all)
}
