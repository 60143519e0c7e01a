package prose

import (
	"math"
	"slices"
	"strings"
	"sync"
)

// Beside the cues stands a small trained scorer. It sees how a sentence is
// built (little words, classes of words, what stands beside what, whether a
// number or a day is there) and never the words of a trade. It speaks only where
// the cues are silent, and only with much confidence.

// leaning names what the scorer can say, in the order of its weights.
var leaning = [...]Label{
	"", Flattery, Groveling, Martyrdom, DemandChange, Blame, VagueFeedback, ProblemOnly, UnprovedResult, OpenAsk, PrivateLeak,
}

// weightScale is what the weights were multiplied with to be kept as integers.
const weightScale = 16

// sure is how probable a leaning must be, by label, to become a finding: about
// nine of ten such sentences were right when the weights were learnt.
var sure = [...]float64{1, 0.7, 0.75, 0.75, 0.7, 0.75, 0.7, 0.8, 0.7, 0.55, 0.85}

// addLeanings adds what the scorer is sure of, for sentences in which no rule
// found anything.
func (d *draft) addLeanings(found *[numLabels][]passage, off []Label) {
	var added [numLabels][]passage
	for i := range d.sentences {
		s := &d.sentences[i]
		if s.facts.quoted || s.facts.words < 3 {
			continue
		}
		start, end := d.tokens[s.from].start, d.tokens[s.to-1].end
		here := passage{start: start, end: end}
		if slices.ContainsFunc(found[:firstHint], func(all []passage) bool { return touches(all, here) }) {
			continue
		}
		p := s.leanings()
		at := slices.Index(p[:], slices.Max(p[:]))
		l := leaning[at]
		if at == 0 || p[at] < sure[at] || slices.Contains(off, l) || s.speaksAgainst(l, i) {
			continue
		}
		start, end = s.span(s.from, s.to)
		added[at-1] = append(added[at-1], passage{start: start, end: end})
	}
	for i, more := range added {
		found[i] = append(found[i], more...)
	}
}

// speaksAgainst reports whether a sentence holds what makes one like it clean.
func (s *sentence) speaksAgainst(l Label, n int) bool {
	d := s.draft
	switch l {
	case Flattery:
		return s.has(flatNot) || s.has(effectFact) || s.facts.number
	case Groveling:
		return !s.holds(iClass) && s.sum(grovelStrong)+s.sum(grovelWeak) == 0 || s.facts.number
	case Martyrdom:
		return !s.holds(iClass) && s.most(martyrGift) == 0 || s.has(martyrEffect) || slices.ContainsFunc(d.sentences, func(o sentence) bool { return o.has(request) || o.facts.question })
	case DemandChange:
		return s.has(demandNot) || s.ahead() || s.facts.number
	case Blame:
		return s.has(blameNot) || s.has(sharedCause) || !s.others()
	case VagueFeedback:
		return s.has(vagueNot) || s.named(s.from, s.from) || !s.holds(iClass|judgeClass) || !s.holds(iClass)
	case ProblemOnly:
		return s.has(problemNot) || s.facts.question || s.has(request) || d.answered(n)
	case UnprovedResult:
		return s.has(resultNot) || s.has(resultProof) || s.facts.number || s.facts.question
	case OpenAsk:
		return s.has(askNot) || s.has(noAction) || s.has(statedWish) || s.ahead() || d.datedBy(n)
	case PrivateLeak:
		return s.has(leakNot) || s.has(statedWish) || !s.holds(iClass|sheClass|youClass|bossClass)
	}
	return false
}

// signID is a sign without its name: the scorer meets too many to make texts of
// them. Training checks that no two names share one.
type signID uint32

// idOfSign returns the id of a name.
func idOfSign(name string) signID {
	id := signID(2166136261)
	for i := range len(name) {
		if name[i] == ' ' {
			return pairOf(id, idOfSign(name[i+1:]))
		}
		id = (id ^ signID(name[i])) * 16777619
	}
	return id
}

// pairOf is the id of two signs that stand beside each other.
func pairOf(a, b signID) signID { return (a*31+b)*2654435761 + 1 }

// leanWeights are the weights by sign.
var leanWeights = sync.OnceValue(func() map[signID]*[len(leaning)]int8 {
	m := make(map[signID]*[len(leaning)]int8, len(trainedSigns))
	for i := range trainedSigns {
		m[idOfSign(trainedSigns[i].sign)] = &trainedSigns[i].weights
	}
	return m
})

// leanings returns how probable each label is for the sentence; the empty
// label stands for clean.
func (s *sentence) leanings() (p [len(leaning)]float64) {
	weights := leanWeights()
	for _, sign := range s.signs() {
		if w := weights[sign]; w != nil {
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
	return p
}

// chance is how probable one label is for the sentence.
func (s *sentence) chance(l Label) float64 { return s.leanings()[slices.Index(leaning[:], l)] }

// signs returns the signs of the sentence, each once.
func (s *sentence) signs() []signID {
	all := make([]signID, 0, 96)
	s.eachSign(func(name string, beside signID) signID {
		id := idOfSign(name)
		if beside != 0 {
			id = pairOf(beside, id)
		}
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
		return id
	})
	return all
}

// eachSign calls say with every sign of the sentence, by its name, and with the
// sign that it stands beside where it is one of two. say returns the sign's id.
func (s *sentence) eachSign(say func(name string, beside signID) signID) {
	say("always", 0)
	before := idOfSign("^")
	var classes class
	for i := s.from; i < s.to; i++ {
		t := &s.draft.tokens[i]
		sort := t.sort()
		if sort == "" {
			continue
		}
		say(sort, before)
		before = say(sort, 0)
		classes |= t.class
	}
	for bit, rest := 0, classes; rest != 0; bit, rest = bit+1, rest>>1 {
		if rest&1 != 0 {
			say(classSign(bit), 0)
		}
	}
	say("$", before)
	switch n := s.facts.words; {
	case n <= 4:
		say("SHORT", 0)
	case n >= 14:
		say("LONG", 0)
	}
	if s.facts.number {
		say("FIGURE", 0)
	}
	if s.facts.question {
		say("QUESTION", 0)
	}
	if s.ahead() {
		say("AHEAD", 0)
	}
	if len(s.draft.sentences) == 1 {
		say("ALONE", 0)
	}
}

// classSigns are the signs of the classes, by their bits.
var classSigns = sync.OnceValue(func() []string {
	names := strings.Fields(classNames)
	for i := range names {
		names[i] = "@" + names[i]
	}
	return names
})

func classSign(bit int) string {
	if names := classSigns(); bit < len(names) {
		return names[bit]
	}
	return ""
}

// sort is what a token is to the scorer: a little word stands for itself, any
// other for what sort of word it is.
func (t *token) sort() string {
	switch {
	case t.kind == markToken:
		switch t.text {
		case ",", ":", ";", "?", "!", "(", "-":
			return t.text
		}
		return ""
	case t.kind == signToken:
		return ""
	case t.kind == numberToken:
		if t.is(whenClass) {
			return "TIME"
		}
		return "NUMBER"
	case t.is(plainClass):
		return t.text
	case t.is(whenClass):
		return "TIME"
	case t.isName() && t.class == 0:
		return "NAME"
	}
	rank := [...]class{teamClass, bossClass, roleClass, crowdClass, warmClass, adoreClass, abaseClass, psychClass, insultClass, traitClass, treatClass, restClass, brokenClass, harmClass, failClass, unwantedClass, wantedClass, verdictClass, judgeClass, improveClass, greatClass, actClass}
	for _, c := range rank {
		if t.is(c) {
			bit := 0
			for c>>bit != 1 {
				bit++
			}
			return classSign(bit)
		}
	}
	switch {
	case t.isAdverb():
		return "ADVERB"
	case t.isDone():
		return "DONE"
	case strings.HasSuffix(t.text, "ing") && len(t.text) > 4:
		return "GOING"
	}
	return "WORD"
}
