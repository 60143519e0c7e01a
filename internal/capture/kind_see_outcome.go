package capture

// seeOutcome reads results: what was reached, first, best, or did not happen.
func seeOutcome(s *sentence, g *signs) {
	for i, t := range s.terms {
		if t.kind != wordTerm {
			continue
		}
		if t.class&wExtreme != 0 && s.extremeAt(i) {
			g[seesExtreme] = true
		}
		if s.word(i, "first") && (s.word(i+1, "time", "try", "attempt", "ever") || s.is(i+1, wSpan) || s.is(i-1, wHisHer)) || s.word(i, "ever") ||
			s.word(i, "record") && (s.is(i-1, wDeterminer) || s.at(i-1).text == ",") {
			g[seesFirstEver] = true
		}
		if (t.class&wNo != 0 || t.text == "not" && s.word(i+1, "one", "a")) && s.harmAfter(i+1) {
			g[seesNoHarm] = true
		}
		if s.word(i, "no", "none", "zero", "nothing") {
			g[seesNoThing] = true
		}
		if t.class&wDone != 0 && (t.form == 0 || i > s.start) {
			g[seesDoneWord] = true
			g[seesIsDone] = g[seesIsDone] || s.is(i-1, wBe|wHave)
		}
		if t.class&wAhead != 0 && (s.word(i-1, "on", "of", "below", "above", "under", "within", "before", "than") || s.quantity(i-2) || s.is(i-1, wSpan)) {
			g[seesAhead] = true
		}
		if t.class&wResult != 0 && t.form&pastForm != 0 {
			g[seesResultVerb] = true
			g[seesMoreVerb] = g[seesMoreVerb] || t.class&wTurn == 0
		}
		if t.form&pastForm != 0 && t.form&baseForm == 0 && i > s.start {
			g[seesParticipleLater] = true
		}
		if s.word(i, "success", "successful", "successfully", "record", "won", "award", "passed", "approved", "accepted", "praised", "solved", "favour", "favor") {
			g[seesWordResult] = true
		}
	}
}

// extremeAt reports whether a superlative at i is one: "never", "first" and
// "most" need their noun.
func (s *sentence) extremeAt(i int) bool {
	switch s.at(i).text {
	case "never", "ever", "record":
		return s.ends(i+1) || s.is(i-1, wDeterminer|wMore)
	case "first":
		return s.is(i+1, wSpan) || s.word(i+1, "time")
	case "most", "least":
		return s.word(i-1, "the") && (s.ends(i+1) || s.is(i+1, wPreposition|wExtreme))
	}
	return true
}

// harmAfter reports whether a harm follows within four words.
func (s *sentence) harmAfter(i int) bool {
	for j := i; j < i+4 && s.at(j).kind == wordTerm && (j == i || !s.is(j, wPreposition)); j++ {
		if s.is(j, wHarm) {
			return true
		}
	}
	return false
}

// seeTrouble reads obstacles: what is lacking, broken, refused, or pulls in
// two directions.
func seeTrouble(s *sentence, g *signs) {
	for i, t := range s.terms {
		if t.kind != wordTerm || t.quoted {
			continue
		}
		if t.class&wLacking != 0 && s.lacksAt(i) {
			g[seesLacking] = true
			g[seesLackingHead] = g[seesLackingHead] || i <= s.start+4 && !g[seesPastStart] && !g[seesExtreme]
		}
		g[seesFaultAny] = g[seesFaultAny] || t.class&wFault != 0
		if t.class&wWant != 0 && (t.form&(sForm|ingForm|pastForm) != 0 || s.is(i-1, wWe|wI|wThey)) {
			g[seesWantVerb] = true
		}
		if t.class&wNot != 0 && s.is(i-1, wModal) || t.text == "cannot" || s.word(i, "can") && s.is(i+1, wNobody) {
			g[seesCannot] = true
		}
		if t.class&wNot != 0 && s.is(i-1, wDo|wWill|wBe|wHave) {
			g[seesDoesNot] = true
		}
		if t.text == "not" && !s.is(i-1, wBe|wDo|wHave|wModal|wWill) && (s.at(i+1).form&pastForm != 0 || s.word(i+1, "available", "possible", "ready", "enough")) {
			g[seesNotDone] = true
		}
		if t.text == "no" && s.word(i+1, "longer", "more") {
			g[seesNoLonger] = true
		}
		if s.word(i, "single") && s.is(i-1, wDeterminer) || t.text == "not" && s.word(i+1, "one") {
			g[seesNotASingle] = true
		}
		if t.class&wFault != 0 && s.word(i+1, "again") {
			g[seesFaultAgain] = true
		}
		if s.word(i, "too") && s.at(i+1).kind == wordTerm && !s.ends(i+1) && !s.is(i-1, wI|wHeShe) {
			g[seesTooWithout] = !g[seesSayVerb] && !g[seesThinkVerb]
		}
		if s.word(i, "nobody", "noone") || s.word(i, "no", "neither") && s.word(i+1, "one") {
			g[seesNobodyDoes] = true
		}
		if s.word(i, "too") && s.at(i+1).kind == wordTerm {
			g[seesTooMuch] = true
		}
		if t.class&wClash != 0 && (t.form != 0 || i > s.start) {
			g[seesClash] = true
		}
		if s.word(i, "every", "each") && (s.is(i+1, wNumber|wMoment|wSpan) || s.word(i+1, "other", "time")) || s.word(i, "keeps", "keep", "always", "whenever") {
			g[seesRecurrent] = true
		}
		if t.class&wDevice != 0 && s.troubleAfter(i+1) {
			g[seesDeviceFails] = true
		}
		if s.word(i, "up", "out", "over", "full", "fully", "empty") && s.word(i-1, "used", "booked", "run", "ran", "runs", "running", "worn", "eaten", "burnt", "maxed", "snowed", "double", "fully") {
			g[seesRunOut] = true
		}
		if t.text == "no" && !s.ends(i+1) && !s.word(i+1, "one") && !s.harmAfter(i+1) && !s.word(i+1, "more", "longer") {
			happened := !s.word(i+2, "left") && !s.word(i+3, "left") && s.at(i+2).form&pastForm != 0 && s.is(i+2, wVerb) || !s.word(i+2, "left") && !s.word(i+3, "left") && s.at(i+3).form&pastForm != 0 && s.is(i+3, wVerb)
			lasted := g[seesTimeSpanAny] || g[seesSpanOfTime] || g[seesInSpan]
			g[seesNoForSpan] = g[seesNoForSpan] || lasted
			g[seesNoPast] = g[seesNoPast] || happened
			g[seesNoLack] = g[seesNoLack] || !happened && !lasted
		}
		g[seesWithoutIt] = g[seesWithoutIt] || t.text == "without"
		if s.is(i, wWe|wMyOur) && s.troubleAfter(i+1) {
			g[seesOurTrouble] = true
		}
	}
}

// lacksAt reports whether a word of lack at i is one. "Down", "out", "full"
// and their like lack only where nothing but a time or a reason follows.
func (s *sentence) lacksAt(i int) bool {
	if s.is(i-1, wNot|wNo) {
		return false
	}
	switch s.at(i).text {
	case "down", "out", "away", "behind", "open", "off":
		return s.ends(i+1) && !s.is(i-1, wResult|wWork) || s.word(i+1, "since", "until", "till", "again", "when", "on", "in") && s.is(i-1, wBe) ||
			s.text(i) == "out" && (s.word(i+1, "of") && !s.is(i+2, wDeterminer) || s.is(i-1, wNumber|wBe))
	case "full", "gone", "late", "short":
		return !s.is(i-1, wNo|wDeterminer) || s.text(i) == "short"
	}
	return true
}

func (s *sentence) text(i int) string { return s.at(i).text }

// troubleAfter reports whether a lack, a fault or a "not" follows soon.
func (s *sentence) troubleAfter(i int) bool {
	for j := i; j < i+6 && !s.ends(j); j++ {
		if s.is(j, wLacking|wNot|wNo) || s.is(j, wFault|wWant) && s.at(j).form&(sForm|pastForm) != 0 {
			return true
		}
	}
	return false
}
