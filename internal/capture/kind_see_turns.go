package capture

// seeTurns reads turns of phrase that say by themselves what a line is: a
// question hidden in a statement, a liking, a word given at the end.
func seeTurns(s *sentence, g *signs) {
	last := len(s.terms) - 1
	for i, t := range s.terms {
		if t.kind != wordTerm || t.quoted {
			continue
		}
		switch {
		case s.hidesQuestion(i):
			g[seesHiddenQuestion] = true
		case i == last && i > s.start && s.word(i, "anyone", "anybody", "somebody", "right", "correct"):
			g[seesTagQuestion] = s.word(i-1, ",")
		case i > s.start && s.at(i-1).text == "," && (s.inverted(i) || s.asksAt(i)):
			g[seesTagQuestion] = true
		case i == s.start && s.word(i, "what", "how") && s.word(i+1, "about", "if"):
			g[seesWhatAbout] = true
		}
		if s.is(i, wMe) && s.word(i+1, "to") && i > s.start+1 && s.is(i-1, wWant|wSay|wThink|wLike|wVerb) {
			g[seesWantsMeTo] = true
		}
		if t.class&wLike != 0 && t.form&(pastForm|sForm) != 0 && i > s.start && !s.is(i-1, wI|wWe|wDeterminer|wPreposition) && s.clauseVerb(i) {
			g[seesLiking] = true
		}
		if i > s.start+1 && s.word(i, "says", "say", "said", "swears", "swore", "promises", "writes", "claims") && (s.afterMark(i, 4) || s.at(i-1).text == ",") && last-i <= 4 {
			g[seesSaysTail] = true
			g[seesOutsiderTail] = s.is(last, wOutsider|wPeople)
		}
		if last-i <= 1 && i > s.start && s.word(i, "handshake", "promise", "promised", "agreed", "fixed", "confirmed", "deal", "word", "guaranteed", "settled", "pinky", "honour", "noted", "sworn", "writing") && s.afterMark(i, 3) {
			g[seesSealedTail] = true
		}
		if s.word(i, "far") && s.word(i-1, "as", "so") || s.word(i, "by") && s.at(i-1).kind == wordTerm && s.at(i-1).text == s.at(i+1).text {
			g[seesAsFarAs] = true
		}
		if s.word(i, "another") && s.is(i+1, wSpan) || s.word(i, "then") && i > s.start+2 && s.afterMark(i, 2) || s.word(i, "one", "once") && s.word(i+1, "more") {
			g[seesOneMore] = true
		}
		if s.word(i, "none", "nothing") && (s.word(i+1, "since", "left", "yet", "for", "in", "until") || s.ends(i+1) && i == last) {
			g[seesNoneSince] = true
		}
		if s.word(i, "describe", "described", "called", "labelled", "seen", "known", "praised", "used", "reads", "held", "cited", "quoted") && s.asAfter(i) {
			g[seesCalledAs] = true
		}
		if t.class&wTrouble != 0 && !s.is(i-1, wNo|wNot) && !s.word(i-1, "without", "fewer", "less") {
			g[seesTrouble] = true
		}
		if s.rhythmAt(i) {
			g[seesRhythm] = true
		}
	}
	seeVerbless(s, g)
	seeOthers(s, g)
}

// asksAt reports whether the word at i asks, rather than ties a clause to the
// one before: ", whose is it", ", which one counts", but not ", which is good".
func (s *sentence) asksAt(i int) bool {
	if s.word(i, "whose") {
		return true
	}
	linked := s.is(i+1, wBe|wDo|wModal|wWill|wHave)
	return s.is(i, wAsker) && linked != s.word(i, "which") && !s.is(i+1, wDeterminer|wI|wWe|wHeShe|wThey) && (linked || s.word(i, "which"))
}

// hidesQuestion reports whether an indirect question starts at i: "wonder how
// long", "no idea if", "not written anywhere who".
func (s *sentence) hidesQuestion(i int) bool {
	if i == 0 || !s.is(i, wAsker) && !s.word(i, "if") {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-3 && s.at(j).kind == wordTerm; j-- {
		switch s.text(j) {
		case "wonder", "wondering", "idea", "clue", "know", "knows", "tell", "out", "clear", "unclear", "open", "decide", "decides", "say", "says", "written",
			"ask", "asking", "sure", "unsure", "remember", "settle", "depends", "figure", "understand", "silent", "clarify", "check", "confirm", "undecided", "explain", "guess", "see":
			return !s.is(i-1, wMe) || s.is(j-1, wModal|wMe) || s.word(j-1, "to")
		}
	}
	return false
}

// asAfter reports whether "as" follows the verb at i in its clause.
func (s *sentence) asAfter(i int) bool {
	for j := i + 1; j < len(s.terms) && !s.ends(j); j++ {
		if s.word(j, "as") && s.is(j+1, wDeterminer) {
			return true
		}
	}
	return false
}

// rhythmAt reports whether the words at i say how often: once a month, on
// Tuesdays, each week, every second room.
func (s *sentence) rhythmAt(i int) bool {
	switch {
	case s.word(i, "once", "twice", "times", "hour", "day", "evening", "one", "hours") && s.word(i+1, "a", "per", "each", "every") && s.is(i+2, wSpan|wMoment):
		return true
	case s.word(i, "every", "each") && (s.is(i+1, wSpan|wMoment|wNumber) || s.word(i+1, "second", "other")):
		return true
	case s.word(i, "on", "at") && plural(s.text(i+1)) && s.is(i+1, wMoment):
		return true
	}
	return s.word(i, "weekly", "monthly", "daily", "quarterly", "fortnightly", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "weekends", "mornings", "evenings")
}

func plural(word string) bool { return len(word) > 3 && word[len(word)-1] == 's' }

// seeVerbless reads a line that is one thing and no more: an idea, if nothing
// in it is bad news, good news, or a stage reached.
func seeVerbless(s *sentence, g *signs) {
	verbs := false
	for _, c := range s.clauses {
		verbs = verbs || c.from >= s.start && c.verb >= 0 && c.tense != order
	}
	if verbs || g[seesPastStart] || g[seesGoingStart] {
		return
	}
	good, bad, staged, joined := false, g[seesTrouble] || g[seesLacking] || g[seesNoLack], g[seesPartOf] || g[seesPartly] || g[seesAtStage], false
	for i := s.start; i < len(s.terms); i++ {
		good = good || s.is(i, wGood|wGain|wDone)
		bad = bad || s.is(i, wHarm)
		staged = staged || s.is(i, wRest) || s.word(i, "up", "out", "off", "over")
		joined = joined || i > s.start && s.word(i, "for", "with", "at", "on", "in", "as", "by", "without", "to", "who", "that", "where", "instead", "near", "next", "during", "before", "after")
	}
	g[seesBadThing] = bad && !good
	g[seesGoodThing] = good && !bad
	if !good && !bad && !staged {
		g[seesPlainThing] = true
		g[seesPlainJoined] = joined
		g[seesPlainRhythm] = g[seesRhythm]
		g[seesPlainPlural] = s.at(s.start).form&sForm != 0 || s.at(s.start+1).form&sForm != 0
	}
}

// seeOthers reads what somebody other than the boss does now or soon: a
// promise where it has a day, news where it changes something.
func seeOthers(s *sentence, g *signs) {
	c := s.main()
	if c.verb < 0 || c.verb < c.subject || c.tense == order || c.tense == going {
		return
	}
	others := c.who == outsider || c.who == insider || c.who == named || c.who == theBoss || c.who == heOrShe
	dated := false
	for i := c.verb + 1; i < len(s.terms); i++ {
		dated = dated || s.word(i, "by", "on", "until", "till", "next", "within", "before", "tomorrow", "tonight", "from") &&
			(s.is(i+1, wMoment|wSpan) || s.is(i, wMoment) || s.word(i+1, "the") && (s.ordinal(i+2) || s.is(i+2, wMoment|wSpan)))
	}
	ours := false
	for i := range s.terms {
		ours = ours || s.word(i, "us", "our", "me", "my", "ours")
	}
	now := c.tense == present
	g[seesOthersServe] = others && now && dated
	g[seesOthersDeliver] = others && now && !c.not && s.word(c.verb, "comes", "delivers", "repairs", "holds", "lends", "pays", "sends", "brings", "fixes", "replaces",
		"extends", "swaps", "returns", "supplies", "ships", "installs", "repeats", "keeps", "redoes", "prints", "signs", "calls", "writes", "gets", "takes", "handles", "books")
	g[seesOthersForUs] = others && now && ours && !c.not
	g[seesOthersUnwilling] = others && (now || c.tense == modal || c.tense == past) && c.not
	g[seesOthersPerfect] = others && c.tense == having
	g[seesWeUnable] = c.who == ourselves && c.not
	g[seesThingGiven] = c.who == thing && now && !c.not && s.is(c.verb, wFault)
	g[seesThingNot] = c.who == thing && c.not
	g[seesThingTook] = c.who == thing && c.tense == past && s.is(c.verb, wFault|wWant)
}
