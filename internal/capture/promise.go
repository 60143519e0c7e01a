package capture

import "rapport"

// seePromise reads promises: mine, the boss's, or somebody else's.
func seePromise(s *sentence, g *signs) {
	for i, t := range s.terms {
		if t.kind != wordTerm {
			continue
		}
		switch {
		case s.word(i, "word", "hand", "hands") && (s.is(i-1, wMyOur|wHisHer) || s.word(i-1, "shook", "shake", "firm")):
			g[seesWordGiven] = true
			g[seesHandshake] = g[seesHandshake] || s.word(i-1, "shook", "shake")
		case s.word(i, "deal", "agreed") && (i == 0 && t.text == "agreed" || s.at(i+1).text == ":" || s.is(i-1, wWe)):
			g[seesHandshake] = true
		case s.word(i, "yes", "fine", "ok", "okay", "deal", "granted") && (s.is(i-1, wSay) || s.word(i+1, "to")):
			g[seesAcceptance] = true
		case s.word(i, "off") && s.is(i+1, wMyOur|wMe), s.word(i, "over") && s.is(i-2, wVerb):
			g[seesTakesOver] = true
		}
		if t.class&wPledge != 0 && t.form&pastForm != 0 && i == s.start {
			g[seesPledgeStart] = true
		}
	}
	if n := len(s.clauses); n > 1 {
		tail := s.clauses[n-1]
		for i := tail.from; i < tail.to && tail.to-tail.from <= 4; i++ {
			t := s.at(i)
			said := s.word(i, "said", "says") && (s.is(i-1, wHeShe|wThey) || s.word(i+1, "so"))
			if said || t.class&wPledge != 0 && t.form&pastForm != 0 || s.word(i, "promise", "word", "writing") {
				g[seesPledgeTail] = true
			}
		}
	}
	if s.mutual() && len(s.clauses) > 1 {
		g[seesAgreedSplit] = true
	}
	for _, c := range s.clauses {
		p := s.pledgeIn(c)
		if c.who == heOrShe && s.main().from < c.from && (s.main().who == insider || s.main().who == outsider) {
			c.who = outsider // "the tenant says he'll …"
		}
		switch {
		case p == noPledge:
		case c.who == thing && p == willPledge && s.word(c.verb+1, "be"):
			g[seesThingWill] = true
		case c.who == myself:
			g[seesIWill] = g[seesIWill] || p == willPledge
			g[seesIPledge] = g[seesIPledge] || p != willPledge
		case c.who == ourselves:
			g[seesWePledge] = true
		case c.who == heOrShe || c.who == theBoss:
			g[seesHeWill] = g[seesHeWill] || p == willPledge
			g[seesHePledge] = g[seesHePledge] || p != willPledge
		case c.who == nobodyNamed:
			g[seesIWill] = g[seesIWill] || p == willPledge && c.from <= s.start
			g[seesPledgeStart] = g[seesPledgeStart] || p == saidPledge && c.from <= s.start
		case c.who == thing && !s.word(c.verb+1, "to") && s.word(c.verb, "agreed", "settled", "accepted", "signed", "confirmed", "offered"):
		case c.who != noOne && c.who != addressed:
			g[seesOtherWill] = g[seesOtherWill] || p == willPledge
			g[seesOtherPledge] = g[seesOtherPledge] || p != willPledge
		}
	}
}

// pledge says by what sort of verb a clause promises.
type pledge uint8

const (
	noPledge   pledge = iota
	willPledge        // I'll, she is going to
	verbPledge        // promised, committed to
	saidPledge        // said he would
)

// pledgeIn reports how the subject of a clause promises something in it.
func (s *sentence) pledgeIn(c clause) pledge {
	if c.verb < 0 || c.not && c.tense != past {
		return noPledge
	}
	if c.verb < c.subject { // an inverted question
		return noPledge
	}
	if c.tense == future {
		return willPledge
	}
	v := s.at(c.verb)
	if c.tense == having {
		v = s.at(c.verb + 1)
	}
	if v.class&wPledge != 0 && v.form&(pastForm|sForm) != 0 {
		return verbPledge
	}
	if v.class&wSay != 0 {
		for i := c.verb + 1; i < c.to; i++ {
			if s.is(i, wI|wHeShe|wThey|wIt) && (s.is(i+1, wWill) || s.word(i+1, "would", "'d")) {
				return saidPledge
			}
		}
	}
	return noPledge
}

// committedBy names who promised in a line that is a commitment: each party
// once, mine first. A promise without a named promiser is mine, since it is
// my log.
func committedBy(s *sentence) []rapport.Party {
	var mine, boss, other bool
	credit := func(w who) {
		switch w {
		case myself, nobodyNamed:
			mine = true
		case ourselves:
			mine, boss = true, true
		case heOrShe, theBoss:
			boss = true
		default:
			other = true
		}
	}
	agreed := s.mutual()
	main := s.main()
	if s.myWord() {
		return []rapport.Party{rapport.Me}
	}
	if by := s.promisedToMe(); by != "" {
		return []rapport.Party{by}
	}
	if tail := s.clauses; len(tail) > 1 && tail[len(tail)-1].who == heOrShe && main.who != myself && main.tense == future {
		if v := s.at(tail[len(tail)-1].verb); v.class&(wSay|wPledge) != 0 {
			return []rapport.Party{rapport.TheBoss} // "IT will call back, he said"
		}
	}
	for _, c := range s.clauses {
		v := s.at(c.verb)
		p := s.pledgeIn(c)
		switch {
		case c.verb < 0 || c.verb < c.subject:
		case p == saidPledge:
			credit(s.promiserAfter(c))
		case p != noPledge && c.who == heOrShe && c.from > main.from && main.tense == present &&
			(main.who == thing || main.who == insider || main.who == outsider || main.who == named):
			other = true // "the weaver ships on Friday, he swore"
		case p != noPledge && c.who == nobodyNamed && c.from > main.from && main.who != nobodyNamed:
			credit(main.who) // "the baker brings forty loaves, promised"
		case p != noPledge && c.who != noOne && c.who != addressed:
			if c.who != ourselves || !agreed {
				credit(c.who)
			}
		case c.who == myself && s.word(c.from-1, "if", "when", "until", "because", "while"): // what it hangs on
		case c.who == myself && (v.class&wSay != 0 || c.tense == present || c.tense == past):
			mine = true
		case agreed && c.who != ourselves && c.who != nobodyNamed && (c.tense == present || c.tense == future):
			credit(c.who)
		case c.who == nobodyNamed && c.tense == past && v.class&(wPledge|wSay) != 0 && !s.word(c.verb, "asked") && c.from == main.from:
			if p := s.promiserAfter(c); p != nobodyNamed {
				credit(p)
			} else {
				mine = true
			}
		}
	}
	if !mine && !boss && !other {
		mine, boss, other = s.likelyPromiser(agreed)
	}
	mine = mine || s.andI()
	var by []rapport.Party
	if mine {
		by = append(by, rapport.Me)
	}
	if boss {
		by = append(by, rapport.TheBoss)
	}
	if other {
		by = append(by, rapport.Other)
	}
	return by
}

// mutual reports whether two sides agreed: we settled, we shook hands, deal.
func (s *sentence) mutual() bool {
	for i := range s.terms {
		if s.word(i, "agreed", "settled", "split", "shook", "deal", "divided", "bargain") && (i <= s.start+1 || i < s.start || s.is(i-1, wWe)) {
			if s.word(i, "agreed") && s.word(i+1, "to") && !s.is(i-1, wWe) {
				continue
			}
			if s.is(i-1, wHeShe) {
				continue
			}
			return true
		}
	}
	return s.divides()
}

// divides reports whether one clause says what I do and another what somebody
// else does: "she takes the press, I take the sponsors".
func (s *sentence) divides() bool {
	var mine, theirs bool
	for _, c := range s.clauses {
		if c.tense != present || c.verb < 0 || s.is(c.verb, wWant|wSay|wThink) || c.not {
			continue
		}
		mine = mine || c.who == myself
		theirs = theirs || c.who == heOrShe || c.who == named || c.who == theBoss
	}
	return mine && theirs
}

// promiserAfter finds who "would" behind a verb of saying: "promised that
// she'd …". It is the speaker where nobody else is named.
func (s *sentence) promiserAfter(c clause) who {
	if c.who == myself {
		return myself // "I told them they would have it"
	}
	for i := c.verb + 1; i < len(s.terms); i++ {
		if s.is(i+1, wWill) || s.word(i+1, "would", "'d") {
			switch {
			case s.is(i, wI):
				return myself
			case s.is(i, wHeShe):
				if c.who == outsider || c.who == named || c.who == insider || c.who == thing {
					return c.who
				}
				return heOrShe
			case s.is(i, wThey):
				return outsider
			}
		}
	}
	return c.who
}

// likelyPromiser is asked where no clause promises in so many words.
func (s *sentence) likelyPromiser(agreed bool) (mine, boss, other bool) {
	if agreed {
		return true, true, false
	}
	main := s.main()
	switch main.who {
	case heOrShe, theBoss:
		return false, true, false
	case outsider, named, insider, themselves:
		return false, false, true
	case thing:
		if main.tense == present && main.verb > main.subject && s.is(main.verb+1, wMe) {
			return false, false, true // "the yard lends us a launch"
		}
	}
	if mine, boss, other = s.namedAtEnds(); boss || other {
		return mine, boss, other
	}
	asked := s.word(s.start, "asked")
	hisOrHers := false
	for i, t := range s.terms {
		switch {
		case asked && t.class&wHeShe != 0 && s.word(i+1, "said", "agreed"):
			return false, true, false
		case t.text == "their" && s.word(i+1, "word", "promise", "hand"):
			return false, false, true
		case t.class&(wI|wMe) != 0, t.text == "my" && !t.quoted:
			mine = true
		case t.class&wHeShe != 0, s.word(i, "her", "his"):
			hisOrHers = true
		}
	}
	switch {
	case mine:
		return true, false, false
	case main.who == thing && main.subject >= 0 && main.verb > main.subject && main.tense != being && !s.is(main.verb+1, wBe):
		return false, false, true
	case hisOrHers:
		return false, true, false
	}
	return true, false, false
}

// andI reports whether a second part without a verb is mine: "he closes the
// shop and I the till", "she agreed to wait and I to hurry".
func (s *sentence) andI() bool {
	for i := range s.terms {
		if s.word(i, "and") && s.is(i+1, wI) && (s.word(i+2, "to") || s.is(i+2, wDeterminer) && !s.is(i+2, wVerb)) {
			return true
		}
	}
	return false
}

// promisedToMe names who promised where the line says that something was
// promised, and by whom; empty where it does not say so.
func (s *sentence) promisedToMe() rapport.Party {
	if !(s.word(s.start, "was", "were", "been", "got") && s.is(s.start+1, wPledge)) {
		return ""
	}
	for i := s.start + 2; i < len(s.terms); i++ {
		if s.word(i, "by") && (s.word(i+1, "her", "him") || s.is(i+1, wBoss) || s.word(i+1, "my", "the", "our") && s.is(i+2, wBoss)) {
			return rapport.TheBoss
		}
	}
	return rapport.Other
}

// myWord reports whether the line says that I gave my word, whatever others
// are to have of it: "she'll have the list, I told her", "my word on it".
func (s *sentence) myWord() bool {
	if s.word(s.start, "told", "assured") && !s.is(s.start+1, wMe) && len(s.clauses) > 0 && s.main().who == nobodyNamed {
		return true
	}
	given := false
	for i := range s.terms {
		if s.is(i, wBe) && (s.word(i+1, "mine") || s.word(i+1, "on") && s.word(i+2, "me")) {
			given = true
		}
		if s.word(i, "my") && s.word(i+1, "word", "promise", "name", "hand") && !s.is(i+2, wVerb) {
			given = true
		}
	}
	for n, c := range s.clauses {
		if c.verb < 0 || c.verb < c.subject {
			continue
		}
		switch {
		case c.who == ourselves && s.is(c.verb, wSay|wPledge), n == 0 && (c.who == heOrShe || c.who == theBoss) && s.is(c.verb, wSay|wPledge):
			return false // "he said I get a say"
		case c.who == myself && n > 0 && c.tense == past && s.word(c.verb, "told", "assured", "said", "announced", "promised", "offered", "swore", "decided"),
			c.who == myself && n > 0 && s.at(c.verb).class&(wHave|wBe) != 0 &&
				s.word(c.verb+1, "told", "assured", "said", "announced", "promised", "offered", "seeing", "signed"):
			given = given || s.clauses[0].who != myself && !s.is(c.to-1, wHeShe)
		}
	}
	return given
}

// namedAtEnds looks for the promiser where no verb was understood: in the
// words before the second mark or verb at the start ("marketing", "the
// toolmaker"), and behind the last mark ("says the dealer", "dealer's word").
func (s *sentence) namedAtEnds() (mine, boss, other bool) {
	credit := func(i int) bool {
		t := s.at(i)
		switch {
		case t.class&(wI|wMe) != 0 || t.text == "my":
			mine = true
		case t.class&wBoss != 0:
			boss = true
		case t.class&(wOutsider|wPeople) != 0 && t.class&wDeterminer == 0, t.capital && i > 0 && t.class == 0 && t.form == 0:
			other = true
		default:
			return false
		}
		return true
	}
	for i := s.start; i < len(s.terms) && i < s.start+4 && !s.ends(i) && !s.is(i, wPreposition); i++ {
		if credit(i) && !s.word(i+1, "'s") {
			return mine, boss && !mine, other && !mine
		}
	}
	mark := len(s.terms) - 1
	for mark > s.start && s.at(mark).kind != markTerm {
		mark--
	}
	for i := mark + 1; mark > s.start && i < len(s.terms); i++ {
		credit(i)
	}
	return mine, boss && !mine, other && !mine && !boss
}
