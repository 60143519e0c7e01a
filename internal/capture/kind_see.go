package capture

// signs are the signs seen in one line.
type signs [numSigns]bool

// see collects the signs of a sentence, one aspect after the other.
func see(s *sentence) signs {
	var g signs
	g[seesAlways] = true
	if len(s.terms) == 0 {
		return g
	}
	seeMarks(s, &g)
	seeWords(s, &g)
	seeQuestion(s, &g)
	seeStart(s, &g)
	seeProposal(s, &g)
	seeNumbers(s, &g)
	seeParts(s, &g)
	seeOutcome(s, &g)
	seeTrouble(s, &g)
	seeWho(s, &g)
	seeNews(s, &g)
	seeDates(s, &g)
	seeSpeech(s, &g)
	seePromise(s, &g)
	seeTurns(s, &g)
	seeSuccess(s, &g)
	seeClasses(s, &g)
	settle(s, &g)
	return g
}

// settle takes back signs that others in the line explain away: nobody is
// told to do "3 of 9", and "mowing time from 5 to 3 hours" is not under way.
func settle(s *sentence, g *signs) {
	if s.main().not {
		g[seesDownNumber] = false
	}
	if g[seesRunOut] {
		g[seesOrderStart], g[seesOrderBare], g[seesOrderNounish] = false, false, false
	}
	for _, c := range s.clauses {
		if c.to-c.from == 2 && s.quantity(c.from) && s.is(c.from+1, wSpan) && g[seesNoLack] {
			g[seesNoLack], g[seesNoForSpan] = false, true // "no theft since then, two years"
		}
	}
	if g[seesRunOut] && g[seesNounPhraseOnly] {
		// "the money is used up by June" is no date that somebody gave
		g[seesDateBy], g[seesDueLater], g[seesGoodThing], g[seesOthersDated] = false, false, false, false
	}
	if g[seesYouShouldKnow] {
		g[seesHedge], g[seesWouldHelp], g[seesModalAny] = false, false, false
	}
	if g[seesGoingWant] {
		g[seesGoingStart], g[seesGoingWork], g[seesAtStage] = false, false, false
	}
	if g[seesRemainderTail] && s.at(s.start).form&pastForm != 0 {
		// "put up the fence, gate to follow": a verb with one form for all
		g[seesOrderStart], g[seesOrderDet], g[seesOrderBare], g[seesOrderParticle] = false, false, false, false
		g[seesPastStart] = true
	}
	if g[seesDoneWord] {
		g[seesLiesWith] = false
	}
	changed := g[seesFromTo] || g[seesWasNumber] || g[seesDownNumber]
	if changed || g[seesPartOf] {
		g[seesOrderStart], g[seesOrderDet], g[seesOrderBare] = false, false, false
		g[seesOrderPreposition], g[seesOrderNounish] = false, false
	}
	if changed {
		g[seesGoingStart], g[seesGoingWork], g[seesGoingWant] = false, false, false
	}
}

// seeMarks reads punctuation and length.
func seeMarks(s *sentence, g *signs) {
	words, quoted := 0, 0
	for i, t := range s.terms {
		switch t.kind {
		case wordTerm, numberTerm:
			words++
			if t.quoted {
				quoted++
			}
		case quoteTerm:
			g[seesQuoteAny] = g[seesQuoteAny] || s.quoteLength(i) > 0
			g[seesQuoteStart] = g[seesQuoteStart] || i == 0 && s.quoteLength(i) > 0
		default:
			switch t.text {
			case ",":
				g[seesComma] = true
			case "-":
				g[seesDash] = true
			case ":":
				g[seesColon] = true
			case ";":
				g[seesSemicolon] = true
			case "?":
				g[seesQuestionMark] = true
			}
		}
	}
	g[seesShort] = words <= 5
	g[seesLong] = words >= 13
	g[seesQuoteWhole] = quoted >= 2 && quoted*2 >= words
	for i, t := range s.terms {
		if t.quoted && (t.class&wYou != 0 || t.class&wI != 0) && s.quoteAround(i) >= 3 {
			g[seesQuoteYou] = true
		}
	}
}

// quoteLength counts the quoted terms after the quotation mark at i.
func (s *sentence) quoteLength(i int) int {
	n := 0
	for j := i + 1; j < len(s.terms) && s.terms[j].quoted; j++ {
		n++
	}
	return n
}

func (s *sentence) quoteAround(i int) int {
	for i > 0 && s.terms[i].quoted {
		i--
	}
	return s.quoteLength(i)
}

// seeWords reads which classes occur anywhere.
func seeWords(s *sentence, g *signs) {
	for i, t := range s.terms {
		if t.kind != wordTerm {
			continue
		}
		c := t.class
		g[seesStageWord] = g[seesStageWord] || c&wStage != 0
		g[seesDeviceWord] = g[seesDeviceWord] || c&wDevice != 0
		g[seesAppraisalWord] = g[seesAppraisalWord] || c&wAppraisal != 0
		g[seesProposalWord] = g[seesProposalWord] || c&wProposal != 0
		g[seesNewsWord] = g[seesNewsWord] || c&wNews != 0
		g[seesGainWord] = g[seesGainWord] || c&wGain != 0
		g[seesWordHarm] = g[seesWordHarm] || c&wHarm != 0
		g[seesWordMore] = g[seesWordMore] || c&wMore != 0
		g[seesQualityWord] = g[seesQualityWord] || c&wQuality != 0
		g[seesOutsiderAny] = g[seesOutsiderAny] || c&wOutsider != 0
		g[seesPeopleInside] = g[seesPeopleInside] || c&wPeople != 0
		g[seesBossInside] = g[seesBossInside] || c&(wHeShe|wBoss) != 0 || t.text == "him" || t.text == "her"
		g[seesMeInside] = g[seesMeInside] || t.text == "me"
		g[seesMyInside] = g[seesMyInside] || t.text == "my"
		g[seesIInside] = g[seesIInside] || c&wI != 0
		g[seesYouInside] = g[seesYouInside] || c&wYou != 0 || t.text == "your"
		g[seesNameInside] = g[seesNameInside] || t.capital && i > s.start && c == 0 && t.form&^sForm == 0
		g[seesSayVerb] = g[seesSayVerb] || c&wSay != 0 && t.form&(pastForm|sForm) != 0
		g[seesThinkVerb] = g[seesThinkVerb] || c&wThink != 0 && t.form&(pastForm|sForm) != 0
		g[seesJudgeVerb] = g[seesJudgeVerb] || c&wJudge != 0 && t.form&(pastForm|sForm) != 0
		g[seesOnlyWord] = g[seesOnlyWord] || t.text == "only" || t.text == "just"
		g[seesMustAny] = g[seesMustAny] || s.word(i, "must", "need", "needs", "have", "has") && s.word(i+1, "to") || t.text == "must"
		g[seesModalAny] = g[seesModalAny] || c&wModal != 0 && s.auxiliary(i)
		g[seesFutureAny] = g[seesFutureAny] || c&wWill != 0
		g[seesEveryEach] = g[seesEveryEach] || t.text == "every" || t.text == "each" || t.text == "daily" || t.text == "weekly" || t.text == "monthly"
		g[seesBothAll] = g[seesBothAll] || t.text == "all" || t.text == "whole" || t.text == "entire"
		g[seesNegated] = g[seesNegated] || c&wNot != 0
		g[seesQualityTail] = g[seesQualityTail] || c&wQuality != 0 && s.ends(i+1)
	}
	for i := s.start; i < s.start+3; i++ {
		g[seesAppraisalStart] = g[seesAppraisalStart] || s.is(i, wAppraisal)
	}
	if s.label {
		for i := range s.start {
			g[seesAppraisalStart] = g[seesAppraisalStart] || s.is(i, wAppraisal)
			g[seesLabelPerson] = g[seesLabelPerson] || s.is(i, wAppraisal|wBoss|wPeople|wHeShe)
		}
	}
}

// seeQuestion reads what asks.
func seeQuestion(s *sentence, g *signs) {
	for i := range s.start {
		if s.is(i, wQuery) || s.word(i, "unclear", "tbc", "tbd", "unsure", "ask", "asking") || s.word(i, "open", "point") && s.word(i+1, "point", "issue") {
			g[seesQueryLabel] = true
		}
	}
	first := s.start
	for s.word(first, "and", "so", "but", "also") {
		first++
	}
	switch {
	case s.word(first, "how", "what") && s.word(first+1, "about", "if"), s.word(first, "why") && s.word(first+1, "not"):
		g[seesOfferQuestion] = true
	case s.is(first, wAsker) && !s.word(first+1, "a", "an"), s.is(first, wPreposition) && (s.is(first+1, wAsker) || s.is(first+1, wPreposition) && s.is(first+2, wAsker)):
		g[seesAskerStart] = true
	}
	for i := len(s.terms) - 1; i > first && i >= len(s.terms)-3; i-- {
		g[seesAskerEnd] = g[seesAskerEnd] || s.is(i, wAsker) && s.ends(i+1) || s.is(i, wAsker) && s.word(i+1, "exactly")
	}
	g[seesInvertedStart] = s.inverted(first)
	for i := first + 1; i < len(s.terms); i++ {
		g[seesAskerInside] = g[seesAskerInside] || s.is(i, wAsker)
		g[seesWhetherInside] = g[seesWhetherInside] || s.word(i, "whether", "if")
		before := s.at(i - 1)
		boundary := before.kind == markTerm || before.kind == quoteTerm
		g[seesInvertedLater] = g[seesInvertedLater] || boundary && (s.inverted(i) || s.is(i, wAsker))
		if s.word(i, "can", "may", "do", "does", "must", "should", "is", "are") && s.is(i+1, wI|wWe) {
			g[seesInvertedLater] = true
		}
		if s.word(i, "or") && s.afterMark(i, 5) && len(s.terms)-i <= 5 {
			g[seesOrAfterMark] = true
		}
		if s.word(i, "or") && s.quantity(i+1) && s.ends(i+2) {
			g[seesOrNumber] = true
		}
		if s.word(i, "or") {
			g[seesOrInside] = true
			g[seesOrEnd] = g[seesOrEnd] || len(s.terms)-i <= 5
		}
	}
	for i, t := range s.terms {
		doubt := t.class&wUnsure != 0 && (t.form == 0 || s.is(i-1, wNot) || s.is(i+1, wAsker) || s.word(i+1, "if", "by", "of"))
		if s.word(i, "sure", "clear", "certain", "known", "decided") {
			doubt = s.is(i-1, wNot)
		}
		if doubt {
			g[seesUnsure] = true
			g[seesUnsureStart] = g[seesUnsureStart] || i <= s.start+2
		}
	}
}

// inverted reports whether an auxiliary stands before its subject at i, as in
// "does the freeze cover …".
func (s *sentence) inverted(i int) bool {
	t := s.at(i)
	if t.class&(wBe|wDo|wHave|wModal|wWill) == 0 || t.text == "'s" || s.is(i+1, wNot) && t.text != "is" {
		return false
	}
	next := s.at(i + 1)
	switch {
	case t.text == "done", t.text == "having", t.text == "been", t.text == "be", t.text == "being":
		return false
	case next.kind == quoteTerm, next.kind == numberTerm && i == s.start:
		return true
	case next.class&(wI|wWe|wHeShe|wThey|wYou|wIt|wDeterminer|wNobody|wMyOur|wHisHer) != 0:
		return t.class&wHave == 0 && t.class&wDo == 0 || next.class&wDeterminer == 0 || next.class&(wMyOur|wHisHer) != 0 || s.hasVerbAfter(i+2)
	case t.text == "may" && s.is(i+1, wPreposition), t.text == "will":
		return false
	case next.kind == wordTerm && i == s.start && s.word(i, "may", "can", "must", "should", "could"):
		return next.form&baseForm == 0 && next.class&wNot == 0 || s.hasVerbAfter(i+2)
	case next.kind == wordTerm && t.class&(wDo|wModal) != 0:
		return t.class&wDo != 0 || s.hasVerbAfter(i+1)
	case next.kind == wordTerm && t.class&wBe != 0:
		return true
	}
	return false
}

func (s *sentence) hasVerbAfter(i int) bool {
	for j := i; j < i+6 && j < len(s.terms) && !s.ends(j); j++ {
		if s.at(j).form&baseForm != 0 {
			return true
		}
	}
	return false
}

// seeStart reads how the line proper begins.
func seeStart(s *sentence, g *signs) {
	i := s.start
	t, next := s.at(i), s.at(i+1)
	c := s.main()
	if t.kind == numberTerm || t.class&wNumber != 0 {
		g[seesNumberStart] = true
	}
	if t.class&wNo != 0 || t.text == "not" || t.text == "nothing" || t.text == "nobody" {
		g[seesNoStart] = true
	}
	if s.word(i, "a", "an", "the", "one") {
		g[seesArticleStart] = true
	}
	if t.kind != wordTerm {
		return
	}
	if t.class&^wThing == 0 && t.form == 0 && s.word(i+1, "the", "a", "an", "our", "all", "every", "each", "my") {
		g[seesOrderStart], g[seesOrderDet] = true, true // a verb the lexicon lacks
	}
	switch {
	case t.form&ingForm != 0 && c.tense == going:
		g[seesGoingStart] = true
		g[seesGoingResult] = t.class&wResult != 0
		g[seesGoingWork] = t.class&wWork != 0
	case t.form&pastForm != 0 && c.verb == i && (c.tense == past || c.tense == order && t.text != "let"):
		g[seesPastStart] = true
		g[seesPastResult] = t.class&wResult != 0
		g[seesPastWork] = t.class&wWork != 0
		g[seesPastNews] = t.class&wTurn != 0
		g[seesPastFault] = t.class&wFault != 0
		g[seesPastWant] = t.class&wWant != 0
		g[seesPastOther] = t.class&(wResult|wWork|wTurn|wFault|wWant|wPledge|wSay|wThink) == 0
	}
	if t.form&baseForm != 0 && t.class&wWant != 0 {
		g[seesWantStart] = true
	} else if t.form&baseForm != 0 && t.class&wVerb != 0 && (c.verb == i || c.verb < 0) {
		g[seesOrderStart] = true
		opened := next.class&(wDeterminer|wMyOur|wHisHer|wMe|wNumber) != 0 || next.kind == numberTerm
		g[seesOrderDet] = opened
		particle := s.word(i+1, "up", "out", "off", "down", "back", "away", "over", "together", "in", "on")
		g[seesOrderParticle] = particle
		g[seesOrderPreposition] = !particle && next.class&wPreposition != 0
		bare := !opened && !particle && next.class&wPreposition == 0 && next.kind == wordTerm
		g[seesOrderBare] = bare && t.class&wThing == 0
		g[seesOrderNounish] = (bare || next.class&wPreposition != 0) && t.class&wThing != 0
		g[seesOrderStart] = !g[seesOrderNounish]
		g[seesOrderLet] = t.text == "let" || t.text == "lets"
	}
	g[seesPastQuote] = g[seesPastStart] && g[seesQuoteAny]
	if c.verb < 0 {
		g[seesNounPhraseOnly] = true
		g[seesIdeaNoun] = s.word(i, "a", "an", "one", "same", "more", "fewer", "another", "shared", "separate", "extra", "common", "free", "own")
	}
	g[seesFirstStart] = s.word(i, "first") && !s.word(i+1, "draft", "version", "half", "part", "coat", "round")
	g[seesConditionalStart] = s.word(i, "when", "if", "once", "whenever")
	g[seesWeCould] = s.is(i, wWe) && s.is(i+1, wModal)
}

// seeProposal reads what marks an idea.
func seeProposal(s *sentence, g *signs) {
	for i, t := range s.terms {
		switch {
		case s.word(i, "instead"), s.word(i, "rather") && s.word(i+1, "than"):
			g[seesInsteadOf] = true
		case s.word(i, "not", "never") && s.at(i-1).text == "," && s.at(i+1).kind == wordTerm:
			g[seesNotOther] = true
		case s.word(i, "idea", "clue") && s.word(i-1, "no"):
			g[seesNoIdea] = true
		case i <= s.start+1 && s.word(i, "maybe", "perhaps", "possibly", "idea", "suggestion", "proposal", "why", "imagine", "suppose", "consider", "could", "should"):
			g[seesHedge] = true
		case s.word(i, "could", "would", "might", "should", "'d") && (s.is(i+1, wVerb) || s.word(i+1, "be")) && !s.is(i-1, wHeShe|wI|wThey):
			g[seesWouldHelp] = true
		case s.word(i, "per", "by") && s.at(i+1).kind == wordTerm && s.at(i+1).form&ingForm == 0:
			g[seesPerEach] = g[seesPerEach] || t.text == "per"
		case (t.class&wMore != 0 || s.word(i, "half")) && s.word(i+1, "the") && s.word(i+2, "price", "cost", "time"):
			g[seesCheaper] = true
		case s.word(i, "saves", "save", "cheaper", "faster", "easier", "anyway"):
			g[seesCheaper] = g[seesCheaper] || i > s.start+2
		case s.word(i, "only") && (s.is(i+1, wPreposition|wJoiner) || s.word(i+1, "when", "what", "if")):
			g[seesOnlyWhen] = true
		case s.word(i, "when", "if", "before", "after", "while", "until") && i > s.start+1 && s.startsClause(i+1):
			g[seesConditional] = true
		}
	}
}
