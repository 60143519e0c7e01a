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
	case main.who == thing && main.subject >= 0 && main.verb > main.subject:
		return false, false, true
	case hisOrHers:
		return false, true, false
	}
	return true, false, false
}
