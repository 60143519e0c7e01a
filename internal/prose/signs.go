package prose

import (
	"math/bits"
	"strings"
	"sync"
)

// eachSign calls say with every sign of the sentence, by its name, and with the
// sign that it stands beside where it is one of two. say returns the sign's id.
func (s *sentence) eachSign(say func(name string, beside signID) signID) {
	s.wordSigns(say)
	s.clauseSigns(say)
	s.cueSigns(say)
	s.draftSigns(say)
}

// wordSigns are the words, their classes, and what stands beside what.
func (s *sentence) wordSigns(say func(name string, beside signID) signID) {
	say("always", 0)
	before, last := idOfSign("^"), signID(0)
	word, over := idOfSign("w"), idOfSign("_")
	var classes class
	met := make([]signID, 0, 16) // families, in their order
	for i := s.from; i < s.to; i++ {
		t := &s.draft.tokens[i]
		sort := t.sort()
		if sort == "" {
			continue
		}
		say(sort, before)
		if last != 0 {
			say(sort, pairOf(last, over))
		}
		last, before = before, say(sort, 0)
		if t.kind == wordToken && sort != t.text {
			say(t.text, word)
			if tail := t.tail(); tail != "" {
				say(tail, 0)
			}
		}
		for _, family := range t.families() {
			id := say(family, 0)
			if n := len(met); n > 0 && met[n-1] != id {
				say(family, met[n-1])
			}
			met = append(met, id)
		}
		classes |= t.class
	}
	for rest := classes; rest != 0; rest &= rest - 1 {
		say(classSign(bits.TrailingZeros64(uint64(rest))), 0)
	}
	say("$", before)
}

// clauseSigns say who does what: the person at the beginning of each clause and
// the sort of verb behind it.
func (s *sentence) clauseSigns(say func(name string, beside signID) signID) {
	tokens := s.draft.tokens
	for i := s.from; i < s.to; i++ {
		if tokens[i].kind != wordToken || !beginsClause(tokens, i, s.from) || tokens[i].is(joinClass|softenClass) && i+1 < s.to {
			continue
		}
		who := tokens[i].actor()
		subject := say("WHO", idOfSign(who))
		not := false
		for k := i; k < min(s.to, i+6); k++ {
			t := &tokens[k]
			if t.kind == markToken {
				break
			}
			if t.is(notClass) {
				not = true
			}
			if k == i && who != "DOES" {
				continue
			}
			if act := t.deed(); act != "" {
				say(act, subject)
				if not {
					say("not", subject)
				}
				break
			}
		}
	}
}

// actor is who stands at the beginning of a clause.
func (t *token) actor() string {
	switch {
	case t.is(iClass):
		return "I"
	case t.is(weClass):
		return "WE"
	case t.is(youClass):
		return "YOU"
	case t.is(sheClass):
		return "SHE"
	case t.is(bossClass):
		return "BOSS"
	case t.is(theyClass):
		return "THEY"
	case t.is(itClass):
		return "IT"
	case t.is(teamClass | roleClass | crowdClass):
		return "TEAM"
	case t.is(modalClass):
		return "MODAL"
	case t.is(beClass):
		return "BE"
	case t.is(askerClass):
		return "ASKER"
	case t.is(determinerClass):
		return "DET"
	case t.is(prepositionClass):
		return "PREP"
	case t.isName() && t.class == 0:
		return "NAME"
	case t.isDone():
		return "DONE"
	}
	return "DOES"
}

// deed is the sort of verb that a token is, or nothing.
func (t *token) deed() string {
	switch {
	case t.is(modalClass):
		return "modal"
	case t.is(beClass):
		return "be"
	case t.is(haveClass):
		return "have"
	case t.is(treatClass):
		return "treat"
	case t.is(failClass):
		return "fail"
	case t.is(improveClass):
		return "improve"
	case t.is(actClass):
		return "act"
	case t.isDone():
		return "done"
	}
	return ""
}

// groupNames are the signs of what the cues found.
var groupNames = [numGroups]string{
	timeAhead: "CUE-ahead", request: "CUE-request", nextStep: "CUE-step", statedWish: "CUE-wish", noAction: "CUE-none", reported: "CUE-reported",
	effectFact: "CUE-effect", sharedCause: "CUE-shared", flatPerson: "CUE-flat", flatThing: "CUE-flatThing", flatNot: "CUE-flatNot",
	grovelStrong: "CUE-grovel", grovelWeak: "CUE-grovelWeak", martyrGift: "CUE-gift", martyrShow: "CUE-show", martyrAlone: "CUE-martyr",
	martyrEffect: "CUE-martyrEffect", demandWhole: "CUE-demand", demandOpen: "CUE-demandOpen", demandTrait: "CUE-demandTrait", demandNot: "CUE-demandNot",
	blameStrong: "CUE-blame", blameWeak: "CUE-blameWeak", blameNot: "CUE-blameNot", vagueCore: "CUE-vague", vagueNot: "CUE-vagueNot",
	problemCore: "CUE-problem", problemNot: "CUE-problemNot", resultCore: "CUE-result", resultProof: "CUE-proof", resultNot: "CUE-resultNot",
	askCore: "CUE-ask", askUndated: "CUE-undated", askNobody: "CUE-nobody", askNot: "CUE-askNot", leakStrong: "CUE-leak", leakWeak: "CUE-leakWeak",
	leakJob: "CUE-job", leakNot: "CUE-leakNot", ledeGrave: "CUE-grave", ledeUrgent: "CUE-urgent", ledeTurn: "CUE-turn", ledeNot: "CUE-ledeNot",
	hintPressure: "CUE-pressure", hintCoalition: "CUE-coalition", hintBargain: "CUE-bargain",
}

// cueSigns are which cues were found, and where several were.
func (s *sentence) cueSigns(say func(name string, beside signID) signID) {
	var sums [numGroups]int
	for _, h := range s.hits {
		sums[h.group] += h.weight
	}
	for g, n := range sums {
		if n != 0 {
			id := say(groupNames[g], 0)
			if n >= 5 {
				say("MUCH", id)
			}
		}
	}
}

// draftSigns are the facts of the sentence and what the rest of the draft holds.
func (s *sentence) draftSigns(say func(name string, beside signID) signID) {
	d := s.draft
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
	ahead := s.ahead()
	if ahead {
		say("AHEAD", 0)
	}
	if s.has(request) && !ahead && !d.datedBy(s.number) {
		say("UNDATED", 0)
	}
	if d.answered(s.number) {
		say("ANSWERED", 0)
	}
	if len(d.sentences) == 1 {
		say("ALONE", 0)
	}
	say("IN-"+string(d.channel), 0)
	for i := max(0, s.number-2); i < min(len(d.sentences), s.number+3); i++ {
		o := &d.sentences[i]
		if i == s.number {
			continue
		}
		if o.has(request) || o.facts.question {
			say("ASKED-BESIDE", 0)
		}
		if i == s.number+1 {
			if o.facts.number {
				say("FIGURE-NEXT", 0)
			}
			if o.has(nextStep) {
				say("STEP-NEXT", 0)
			}
		}
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

// ranked are the classes that a token may stand for, the telling ones first.
const numRanked = 22

func rankedClasses() [numRanked]class {
	return [...]class{
		teamClass, bossClass, roleClass, crowdClass, warmClass, adoreClass, abaseClass, psychClass, insultClass, traitClass, treatClass, restClass,
		brokenClass, harmClass, failClass, unwantedClass, wantedClass, verdictClass, judgeClass, improveClass, greatClass, actClass,
	}
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
	for _, c := range rankedClasses() {
		if t.is(c) {
			return classSign(bits.TrailingZeros64(uint64(c)))
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

// tail is the ending of a word that tells its sort: happier, kindness, useless.
func (t *token) tail() string {
	if len(t.text) < 6 || t.capital {
		return ""
	}
	for _, tail := range [...]string{"est", "er", "ness", "less", "ful", "tion", "ity", "ship", "ous", "ive", "able"} {
		if strings.HasSuffix(t.text, tail) {
			return "-" + tail
		}
	}
	return ""
}
