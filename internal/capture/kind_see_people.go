package capture

// seeWho reads who does what in the first clause.
func seeWho(s *sentence, g *signs) {
	c := s.main()
	now := c.tense == present || c.tense == having && c.who != myself
	g[seesPresentAny] = now || c.tense == being
	g[seesPastAny] = c.tense == past
	g[seesNegatedThing] = c.not && c.who == thing
	for i := s.start + 1; i < s.start+5 && c.verb < 0; i++ {
		if s.at(i).form&ingForm != 0 && s.is(i-1, wOutsider|wPeople) && s.is(i, wVerb) {
			g[seesHeadlineGoing] = true
		}
	}
	for _, c := range s.clauses {
		g[seesFaultPresent] = g[seesFaultPresent] || c.tense == present && s.is(c.verb, wFault) && c.who != nobodyNamed
	}
	if c.verb >= 0 {
		seeMainVerb(s, g, c)
	}
	if c.verb < 0 || c.tense == order || c.tense == going || c.who == nobodyNamed {
		return
	}
	inverted := c.verb < c.subject
	if inverted {
		return
	}
	switch c.who {
	case myself:
		g[seesIPresent] = now
		if now {
			for i := c.verb + 1; i < len(s.terms); i++ {
				g[seesIPresentDated] = g[seesIPresentDated] || s.is(i, wMoment|wSpan) || s.ordinal(i)
			}
		}
		g[seesIPast] = c.tense == past
		g[seesIBeing] = c.tense == being
		g[seesIHave] = c.tense == having
	case ourselves:
		g[seesWePresent] = now || c.tense == modal
		g[seesWePast] = c.tense == past
		g[seesWeBeing] = c.tense == being
	case heOrShe:
		g[seesHeSheStart] = true
		g[seesHeShePresent] = now || c.tense == being
		g[seesHeShePast] = c.tense == past
	case theBoss:
		g[seesBossSubject] = true
		g[seesBossPast] = c.tense == past
	case outsider:
		g[seesOutsiderPresent] = now || c.tense == being
		g[seesOutsiderPast] = c.tense == past
	case insider:
		g[seesInsiderPresent] = now || c.tense == being
		g[seesInsiderPast] = c.tense == past
	case named:
		g[seesNamedPresent] = now || c.tense == being
		g[seesNamedPast] = c.tense == past
	case thing, themselves:
		g[seesThingPresent] = now
		g[seesThingPast] = c.tense == past
		g[seesThingBeing] = c.tense == being
	case noOne:
		g[seesNobodyPast] = c.tense == past || s.word(c.verb, "had", "was", "did")
		g[seesNobodyNow] = !g[seesNobodyPast]
	}
	if c.who != myself && c.who != ourselves && c.who != heOrShe && c.who != noOne {
		g[seesOthersGoing] = c.tense == being && s.at(c.verb+1).form&ingForm != 0
		for i := c.verb + 1; i < c.to && c.tense != past; i++ {
			g[seesOthersDated] = g[seesOthersDated] || s.is(i, wMoment) || s.ordinal(i) || s.word(i, "next")
		}
	}
	v := s.at(c.verb)
	if v.class&wTurn != 0 && (now || c.tense == future || s.is(c.verb+1, wVerb)) {
		g[seesTurnPresent] = true
		g[seesOutsiderTurn] = c.who == outsider || c.who == insider || c.who == named
	}
}

// seeMainVerb reads what the verb of the first clause is about.
func seeMainVerb(s *sentence, g *signs, c clause) {
	v := s.at(c.verb)
	for i := c.verb + 1; v.class&(wBe|wHave|wModal|wWill|wDo) != 0 && i < min(c.to, c.verb+4); i++ {
		if s.at(i).form&(baseForm|pastForm|ingForm) != 0 && s.is(i, wVerb) {
			v = s.at(i)
			break
		}
	}
	g[seesMainResult] = v.class&wResult != 0
	g[seesMainWork] = v.class&wWork != 0
	g[seesMainTurn] = v.class&wTurn != 0
	g[seesMainFault] = v.class&wFault != 0
	g[seesMainWant] = v.class&wWant != 0
	g[seesMainPledge] = v.class&wPledge != 0
	g[seesMainSay] = v.class&wSay != 0
	g[seesMainThink] = v.class&wThink != 0
	g[seesMainJudge] = v.class&wJudge != 0
	if c.tense == past {
		g[seesMainPastResult] = v.class&wResult != 0
		g[seesMainPastWork] = v.class&wWork != 0
		g[seesMainPastTurn] = v.class&wTurn != 0
		g[seesMainPastFault] = v.class&wFault != 0
		g[seesMainPastWant] = v.class&wWant != 0
		g[seesThingPastWork] = v.class&wWork != 0 && c.who == thing
		g[seesThingPastResult] = v.class&wResult != 0 && c.who == thing
	}
	g[seesPerfectTense] = s.is(c.verb, wHave) && s.at(c.verb+1).form&pastForm != 0
	g[seesOutsiderMain] = c.who == outsider
	g[seesInsiderMain] = c.who == insider
	g[seesGoingWant] = c.tense == going && v.class&wWant != 0
}

// seeNews reads what the boss may not know: hearsay, plans, and what others
// change.
func seeNews(s *sentence, g *signs) {
	for i, t := range s.terms {
		if t.kind != wordTerm {
			continue
		}
		g[seesTurnAny] = g[seesTurnAny] || t.class&wTurn != 0 && t.form&(sForm|pastForm|ingForm) != 0 && i > s.start
		switch {
		case s.word(i, "heard", "rumour", "rumor", "gossip", "hear", "learned", "learnt", "overheard", "apparently", "supposedly", "hinted", "hints"):
			g[seesHearsay] = true
			g[seesHearsayMine] = g[seesHearsayMine] || s.myWithin(i+1, 7)
		case s.word(i, "word") && s.word(i+1, "from", "is", "on"), s.word(i, "told") && s.is(i+1, wMe) && s.is(i+2, wHeShe|wThey):
			g[seesHearsay] = true
		case s.word(i, "know", "aware", "note", "forget", "careful") && i <= s.start+3:
			g[seesYouShouldKnow] = s.is(i-1, wModal|wBe|wVerb|wYou) || s.word(i, "note", "careful") && s.word(i+1, "that")
		case s.word(i, "plan", "plans", "planning", "intends", "intend", "considers", "considering", "wants", "want", "hopes", "threatens", "thinking", "about") && s.word(i+1, "to", "about"),
			s.word(i, "considering", "considers", "planning"):
			g[seesPlanTo] = true
		case s.word(i, "leaving", "leaves", "resigned", "resigns", "retires", "retiring", "quits", "quit", "quitting", "notice", "moves", "elsewhere", "departs"):
			g[seesLeaving] = g[seesLeaving] || i > s.start
		case s.word(i, "visits", "visit", "inspects", "audits", "inspection", "audit", "visiting"):
			g[seesVisiting] = g[seesVisiting] || i > s.start
		case s.word(i, "decides", "votes", "vote", "decide", "decided", "announced", "announces", "voting", "ruling"):
			g[seesDecision] = g[seesDecision] || i > s.start
		case s.word(i, "may", "might", "could", "likely", "probably", "soon") && i > s.start+1:
			g[seesRisky] = true
		}
		if s.word(i, "planned", "expected", "announced", "scheduled", "foreseen") && i > s.start {
			g[seesTurnPlanned] = true
		}
		if s.word(i, "to") && s.word(i+1, "be") && s.at(i+2).form&pastForm != 0 && !s.is(i-1, wVerb) {
			g[seesToBeDone] = true
		}
		if s.word(i, "from", "of") && s.word(i+1, "me") {
			g[seesFromMe] = true
		}
		if s.word(i, "raises", "raised", "lowers", "lowered", "rose", "fell", "rises", "falls", "drops", "dropped", "moved", "jumped", "increases", "cuts", "up", "down") &&
			(s.word(i+1, "by", "from", "to") || s.quantity(i+1) || s.quantity(i+2)) && i > s.start {
			g[seesChangePresent] = true
		}
		if s.word(i, "another", "other", "elsewhere", "neighbouring", "neighboring", "rival", "nearby", "next") && (t.text != "next" || s.word(i+1, "door", "to")) && (t.text != "other" || !s.word(i-1, "every", "the", "each")) {
			g[seesElsewhere] = true
		}
		if t.class&wOutsider != 0 && i <= s.start+2 {
			for j := i + 1; j < i+4; j++ {
				g[seesOutsiderMoves] = g[seesOutsiderMoves] || s.word(j, "up", "down", "by", "to", "rose", "fell", "moved", "jumped", "dropped") && (s.quantity(j+1) || s.quantity(j+2))
			}
		}
		if t.class&wNews != 0 && i <= s.start+1 || i < s.start && t.class&wNews != 0 {
			g[seesNewsWord] = true
		}
	}
}

// seeDates reads when something happens.
func seeDates(s *sentence, g *signs) {
	for i := range s.terms {
		when := s.is(i+1, wMoment) || s.ordinal(i+1) || s.word(i+1, "the") && (s.ordinal(i+2) || s.is(i+2, wMoment)) ||
			s.word(i+1, "end", "next", "half", "month", "week") || s.at(i+1).kind == numberTerm && s.is(i+2, wMoment)
		switch {
		case !when:
		case s.word(i, "on"):
			g[seesDateOn] = true
		case s.word(i, "from", "starting", "since", "as"):
			g[seesDateFrom] = true
		case s.word(i, "in", "for", "at", "over", "during", "this"):
			g[seesDateIn] = true
		case s.word(i, "by", "until", "till", "before"):
			g[seesDateBy] = true
		}
		if s.word(i, "by") && s.word(i+1, "the") && (s.is(i+2, wSpan) || s.at(i+2).kind == wordTerm && s.ends(i+3) && !s.is(i+2, wMoment)) {
			g[seesByUnit] = true
			continue
		}
		if s.word(i, "by", "until", "till", "before", "within", "in") && s.spanWithin(i+1, 3) && i > s.start+1 {
			g[seesDateBy] = g[seesDateBy] || !s.word(i, "in", "within")
		}
		if s.word(i, "next", "this", "coming") && s.is(i+1, wSpan|wMoment) || s.word(i, "tomorrow", "tonight", "soon") {
			g[seesNextTime] = true
		}
		if s.word(i, "from", "starting") && s.word(i+1, "now", "today") || s.word(i, "myself") {
			g[seesFromNowOn] = true
		}
	}
}

// seeSpeech reads what somebody said or thinks, and of whom.
func seeSpeech(s *sentence, g *signs) {
	for i, t := range s.terms {
		if t.kind != wordTerm || t.quoted {
			continue
		}
		if t.class&(wSay|wThink|wJudge) != 0 && t.form&(pastForm|sForm|baseForm|ingForm) != 0 {
			seeSaid(s, g, i)
		}
		if s.word(i, "called", "calls", "rated", "rates") && s.is(i+1, wMyOur|wMe) && i > s.start {
			g[seesJudgedMe] = true
		}
		if s.word(i, "feedback", "praise", "criticism", "compliment", "compliments") && i <= s.start+4 &&
			s.word(s.start, "got", "received", "had", "heard", "took", "collected", "earned") {
			g[seesGotFeedback] = true
		}
		if s.word(i, "wants", "wishes", "prefers", "expects", "wanted", "needs", "likes") && s.is(i-1, wHeShe|wBoss|wPeople) && !s.word(i+1, "to") && s.myWithin(i+1, 6) {
			g[seesWantsOfMe] = true
		}
		if (t.text == "i" || t.text == "my") && i > s.start+1 {
			g[seesILateSubject] = true
		}
		if s.word(i, "asked") && i <= s.start+1 {
			g[seesAskedAbout] = g[seesAskedAbout] || s.word(i+1, "about", "how", "what") || s.is(i+1, wHeShe|wPeople|wBoss) || s.word(i+1, "him", "her", "them")
			for j := i + 1; j < len(s.terms); j++ {
				g[seesAskedGranted] = g[seesAskedGranted] || s.is(j, wHeShe) && s.word(j+1, "said", "agreed", "says") && !g[seesAskedAbout]
			}
		}
		if s.word(i, "thank", "thanked", "thanks", "compliment", "complimented") && i > s.start {
			g[seesThankYou] = true
		}
		if s.word(i, "too", "more", "less", "so", "very", "really", "enough") && (s.is(i+1, wQuality) || s.is(i-1, wQuality)) {
			g[seesTooQuality] = true
		}
		if t.class&wMyOur != 0 && s.judgedAfter(i+1) {
			g[seesAboutMine] = true
		}
		if t.class&wHeShe != 0 && s.is(i+1, wBe) && s.is(i+2, wQuality|wThink) {
			g[seesReportedBeing] = true
		}
	}
}

// judgedAfter reports whether a judgement follows "my report …": is clear,
// buried, too long.
func (s *sentence) judgedAfter(i int) bool {
	for j := i; j < i+6 && j < len(s.terms); j++ {
		if s.at(j).kind == markTerm && s.at(j).text != ":" {
			return false
		}
		if s.is(j, wQuality|wExtreme|wJudge) || s.word(j, "too") {
			return true
		}
	}
	return false
}

// seeSaid reads the verb of saying, thinking or judging at i.
func seeSaid(s *sentence, g *signs, i int) {
	t := s.at(i)
	if s.word(i, "wrote", "writes", "posted", "posts", "notes", "noted", "points", "asked", "asks", "states") &&
		!s.word(i+1, "that", ":", "me", "to") && s.at(i+1).kind != quoteTerm && !s.word(i+1, "not") {
		return
	}
	saidBy, subject := s.speaker(i)
	if saidBy == myself && s.word(i, "said", "told", "offered", "confirmed", "named", "gave", "set") {
		for j := i + 1; j < i+4; j++ {
			g[seesISaidDate] = g[seesISaidDate] || s.is(j, wMoment) || s.ordinal(j)
		}
	}
	toMe := saidBy == myself && (s.is(i-1, wBe) || s.word(i-1, "got", "get")) // "I was told"
	if !toMe && (saidBy == myself || saidBy == ourselves) {
		return
	}
	if saidBy != nobodyNamed && (t.form&(pastForm|sForm) != 0 || s.clauseVerb(i)) {
		for j := i + 1; j < len(s.terms); j++ {
			g[seesSaidJudgement] = g[seesSaidJudgement] || (s.is(j, wQuality|wExtreme) || s.word(j, "too")) && s.clauseVerb(i)
		}
		would := s.is(i+2, wWill) || s.word(i+2, "would", "'d") || s.is(i+3, wWill) || s.word(i+3, "would", "'d")
		g[seesBossSaid] = g[seesBossSaid] || t.class&(wSay|wThink) != 0 && (saidBy == heOrShe || saidBy == theBoss) && !would
	}
	passive := toMe || subject < 0 && (s.is(i-1, wBe) || s.word(i-1, "got")) && i-2 <= s.start || i == s.start && t.form&pastForm != 0 && s.word(i, "told", "reminded", "advised", "warned", "asked", "criticised", "criticized", "praised", "thanked")
	next1 := s.at(i + 1)
	if passive && i == s.start && (s.word(i+1, "him", "her", "them", "everyone", "the", "our") || s.is(i+1, wBoss|wPeople) || next1.capital && next1.class == 0) {
		g[seesToldThem] = true
		return
	}
	if passive && (!s.word(i, "asked") || !s.word(i+1, "for", "about")) {
		g[seesPassiveTold] = true
	}
	third := saidBy != nobodyNamed || passive
	if !third || t.form == baseForm && saidBy != insider {
		return
	}
	j := i + 1
	if s.is(j, wMe) {
		g[seesSaidToMe] = g[seesSaidToMe] || t.class&(wSay|wJudge) != 0
		if t.class&wJudge != 0 {
			g[seesJudgedMe] = true
		}
		j++
	}
	if s.word(j, "that") || s.at(j).text == ":" || s.at(j).text == "," {
		j++
	}
	next, after := s.at(j), s.at(j+1)
	switch {
	case next.class&(wI|wMyOur) != 0 || next.text == "me":
		will := after.class&wWill != 0 || after.text == "would" || after.text == "'d"
		g[seesSaidOfMe] = g[seesSaidOfMe] || t.class&(wSay|wJudge) != 0 && !will
		g[seesThinksOfMe] = g[seesThinksOfMe] || t.class&wThink != 0 && !will && !s.word(j, "our")
		if t.class&wJudge != 0 {
			g[seesJudgedMe] = true
		}
	case next.text == "to" || next.class&wNot != 0 && s.word(j+1, "to"):
		g[seesToldTo] = g[seesToldTo] || s.word(i, "told", "asked", "advised", "reminded", "urged", "warned", "encouraged")
	case next.class&(wHeShe|wThey) != 0 && (after.class&wWill != 0 || after.text == "would" || after.text == "'d"):
		g[seesSaidTheyWould] = true
	case next.kind == quoteTerm:
		g[seesSaidOfMe] = true
	case next.kind == wordTerm && t.class&(wSay|wThink) != 0 && next.class&(wPreposition|wYou) == 0:
		g[seesSaidNews] = g[seesSaidNews] || s.hasFiniteAfter(j+1) || saidBy == outsider || saidBy == insider || saidBy == thing
	}
	if t.class&wSay != 0 && s.myWithin(j, 3) {
		g[seesSaidOfMe] = true
	}
	if t.class&wThink != 0 && s.myWithin(j, 4) {
		g[seesThinksOfMe] = true
	}
}

// clauseVerb reports whether the finite verb of a clause stands at i.
func (s *sentence) clauseVerb(i int) bool {
	for _, c := range s.clauses {
		if c.verb == i {
			return true
		}
	}
	return false
}

func (s *sentence) hasFiniteAfter(i int) bool {
	for j := i; j < i+5 && j < len(s.terms) && s.at(j).kind != markTerm; j++ {
		if s.auxiliary(j) || s.at(j).form&(pastForm|sForm) != 0 && s.is(j, wVerb) {
			return true
		}
	}
	return false
}

func (s *sentence) myWithin(from, n int) bool {
	for i := from; i < from+n && i < len(s.terms); i++ {
		if s.word(i, "my", "i", "me", "mine") {
			return true
		}
	}
	return false
}

// speaker names the subject of the verb at i, looking back to the last mark.
func (s *sentence) speaker(i int) (who, int) {
	from := i
	for from > 0 && from > i-7 && s.at(from-1).kind != markTerm && s.at(from-1).kind != quoteTerm {
		from--
	}
	if from == i {
		return nobodyNamed, -1
	}
	for j := i - 1; j >= from; j-- {
		if s.is(j, wHave|wModal|wWill|wNot|wBe) || s.word(j, "also", "just", "got", "again", "to") {
			continue
		}
		if s.is(j, wI|wWe|wHeShe|wThey) || s.at(j).kind == wordTerm && s.at(j).form&pastForm == 0 {
			return s.whoIs(j, i)
		}
		break
	}
	return nobodyNamed, -1
}
