package capture

import "strings"

// quantity reports whether a number in digits or words stands at i.
func (s *sentence) quantity(i int) bool {
	t := s.at(i)
	return t.kind == numberTerm || t.class&wNumber != 0
}

// quantityAfter skips up to two small words ("about", "the", "only") and
// returns the index of the number behind them, or -1.
func (s *sentence) quantityAfter(i int) int {
	for j := i; j < i+3; j++ {
		if s.quantity(j) {
			return j
		}
		if !s.is(j, wDeterminer|wPreposition) && !s.word(j, "only", "nearly", "almost", "roughly", "around", "some", "page", "version", "step", "case") {
			return -1
		}
	}
	return -1
}

// ordinal reports whether the number at i is a day of the month: the 12th.
func (s *sentence) ordinal(i int) bool {
	t := s.at(i)
	if t.kind != numberTerm || len(t.text) < 3 {
		return false
	}
	switch t.text[len(t.text)-2:] {
	case "st", "nd", "rd", "th":
		return t.text[0] >= '0' && t.text[0] <= '9'
	}
	return false
}

// timely reports whether the number at i is a date, a clock time or a year,
// and so no measure of the work.
func (s *sentence) timely(i int) bool {
	t := s.at(i)
	if s.ordinal(i) || s.is(i-1, wMoment) || s.is(i+1, wMoment) && !s.is(i+1, wSpan) {
		return true
	}
	if len(t.text) == 4 && (t.text[:2] == "19" || t.text[:2] == "20") && s.is(i-1, wPreposition) {
		return true
	}
	for _, c := range t.text {
		if c == ':' {
			return true
		}
	}
	return false
}

// seeNumbers reads figures and how they change.
func seeNumbers(s *sentence, g *signs) {
	count := 0
	for i, t := range s.terms {
		if t.kind == numberTerm && !s.timely(i) {
			count++
			g[seesPercent] = g[seesPercent] || t.text[len(t.text)-1] == '%' || s.word(i+1, "%", "percent")
			if len(t.text) >= 3 && !s.ordinal(i) {
				g[seesBigNumber] = true
			} else {
				g[seesSmallNumber] = true
			}
		} else if t.kind == wordTerm && t.class&wNumber != 0 && t.text != "one" {
			g[seesSmallNumber] = true
		}
		if s.word(i, "down", "lower", "below", "under", "fewer", "less") && (s.numberWithin(i+1, 3) >= 0 && !s.timely(i+1) || s.quantity(i-1)) {
			g[seesDownNumber] = s.main().tense != order || s.word(i, "down", "lower")
		}
		if s.word(i, "down", "up") && s.word(i+1, "by", "a", "to") && s.word(i+2, "half", "third", "quarter") || s.word(i, "halved", "doubled", "tripled") {
			g[seesMoreLess] = true
			g[seesDownNumber] = g[seesDownNumber] || s.word(i, "down", "halved")
		}
		if s.word(i, "up", "higher", "above", "over", "more") && (s.numberWithin(i+1, 3) >= 0 && !s.timely(i+1) || s.quantity(i-1)) {
			g[seesUpNumber] = true
		}
		switch {
		case t.text == "from" && s.numberWithin(i+1, 3) >= 0:
			g[seesFromTo] = g[seesFromTo] || s.toNumberBefore(i)
			n := s.numberWithin(i+1, 3)
			for j := n + 1; j < n+6; j++ {
				if s.word(j, "to", "->") && s.numberWithin(j+1, 3) >= 0 {
					g[seesFromTo] = true
				}
			}
		case (t.text == "to" || t.text == "->") && s.numberWithin(i+1, 3) >= 0 && s.numberWithin(i-3, 3) >= 0 && !s.timely(i+1) && !s.spansRange(i):
			g[seesFromTo] = true
		case s.word(i, "was", "were", "had", "been", "previously", "before", "target", "plan", "spec", "average", "usual", "usually", "normally") &&
			(s.numberWithin(i+1, 3) >= 0 || s.word(i+1, "half") || s.word(i+1, "a", "an") && s.is(i+2, wSpan)) && i > 0 && s.afterMark(i, 3):
			g[seesWasNumber] = true
		case s.word(i, "instead", "rather", "versus", "vs", "against") && s.numberWithin(i+1, 3) >= 0 && count > 0:
			g[seesWasNumber] = true
		case s.word(i, "by", "down", "up") && s.numberWithin(i+1, 1) >= 0 && !s.timely(i+1):
			g[seesChangeBy] = true
		case t.class&wMore != 0 && (s.word(i+1, "than", "since") || s.quantity(i-1)), s.word(i, "down", "up") && s.word(i+1, "to", "from", "since", "on", "by"):
			g[seesMoreLess] = true
		case s.word(i, "at") && s.at(i+1).kind == numberTerm && !s.timely(i+1):
			g[seesAtNumber] = true
		case s.word(i, "for", "since") && s.quantityAfter(i+1) >= 0 && s.spanWithin(i+1, 4):
			g[seesSpanOfTime] = true
		case s.word(i, "in", "within", "under") && s.quantityAfter(i+1) >= 0 && s.spanWithin(i+1, 4):
			g[seesInSpan] = true
		case s.word(i, "for", "in", "all", "during", "whole", "entire", "through") && (s.is(i+1, wSpan) || s.is(i+1, wDeterminer|wAgain|wExtreme) && s.spanWithin(i+2, 3)) && !s.word(i+1, "next", "every"):
			g[seesTimeSpanAny] = true
		case s.word(i, "row", "running") && s.is(i-1, wDeterminer):
			g[seesInARow] = true
		case s.word(i, "short", "too") && s.quantity(i-2):
			g[seesShortNumber] = true
		}
	}
	g[seesUnitStart] = s.quantity(s.start) && s.spanWithin(s.start, 2)
	g[seesTwoNumbers] = count >= 2
}

// toNumberBefore reports whether "to 40 seconds" stands before the "from" at
// i.
func (s *sentence) toNumberBefore(i int) bool {
	for j := i - 1; j >= 1 && j > i-5; j-- {
		if s.word(j-1, "to", "at") && s.quantity(j) {
			return true
		}
	}
	return false
}

func (s *sentence) numberWithin(from, n int) int {
	for i := max(from, 0); i < from+n; i++ {
		if s.quantity(i) && !s.word(i, "one", "once", "half", "first", "second", "third", "double", "couple", "pair", "quarter") {
			return i
		}
	}
	return -1
}

func (s *sentence) spanWithin(from, n int) bool {
	for i := from; i < from+n; i++ {
		if s.is(i, wSpan) || s.at(i).kind == numberTerm && unitOfTime(s.at(i).text) {
			return true
		}
	}
	return false
}

// unitOfTime reports whether a unit of time is glued to a number: 48h, 5min.
func unitOfTime(number string) bool {
	i := len(number)
	for i > 0 && number[i-1] >= 'a' && number[i-1] <= 'z' {
		i--
	}
	switch number[i:] {
	case "h", "d", "w", "min", "s", "ms", "hrs", "days":
		return true
	}
	return false
}

// afterMark reports whether a comma or the like stands at most n before i.
func (s *sentence) afterMark(i, n int) bool {
	for j := i - 1; j >= 0 && j >= i-n; j-- {
		if s.at(j).kind == markTerm {
			return true
		}
	}
	return false
}

// spansRange reports whether the "to" at i joins two numbers that name the
// first and the last of a row: aisles 1 to 9, weeks 3 to 6.
func (s *sentence) spansRange(i int) bool {
	low, high := s.at(i-1), s.at(i+1)
	if low.kind != numberTerm || high.kind != numberTerm || s.at(i-2).form&sForm == 0 || fraction(low.text) {
		return false
	}
	return len(low.text) < len(high.text) || len(low.text) == len(high.text) && low.text < high.text
}

// fraction reports whether a number has decimals, as a rating or a rate has.
func fraction(number string) bool {
	for i := 1; i+1 < len(number); i++ {
		if number[i] == '.' {
			return true
		}
	}
	return false
}

// seeParts reads how much of a whole is done, and what is left.
func seeParts(s *sentence, g *signs) {
	last := len(s.terms) - 1
	for i, t := range s.terms {
		switch {
		case t.text == "of" && s.quantity(i-1) && !fraction(s.at(i-1).text) &&
			(s.quantityAfter(i+1) >= 0 || s.word(i-2, "at") && strings.HasSuffix(s.at(i-1).text, "%")),
			t.text == "of" && s.word(i-1, "out") && s.quantity(i-2):
			g[seesPartOf] = true
		case t.text == "/" && s.quantity(i-1) && s.quantity(i+1):
			g[seesPartOf] = true
		case t.class&wPartly != 0 && !s.word(i+1, "the", "price"):
			g[seesPartly] = true
		}
		waits := s.word(i, "wait", "waiting", "awaiting")
		if t.class&wRest != 0 && i > s.start && (!waits || s.word(i+1, "for", "on") || s.ends(i+1) && t.form&ingForm != 0) && (t.text != "next" || s.ends(i+1) || s.is(i+1, wMoment|wSpan)) {
			g[seesRemainder] = true
			g[seesRemainderTail] = g[seesRemainderTail] || last-i <= 1
		}
		if s.word(i, "to") && (s.word(i+1, "go", "follow", "come", "do") && s.ends(i+2) && !s.is(i-1, wVerb) || s.word(i-1, "still", "left", "yet")) {
			g[seesRemainder], g[seesRemainderTail] = true, true
		}
		if t.class&wStage != 0 && (s.quantity(i+1) || s.quantity(i-1) && s.ordinalWord(i-1)) {
			g[seesAtStage] = true
		}
		if s.word(i, "at", "up", "to", "until") && s.is(i+1, wStage) {
			g[seesAtStage] = true
		}
		if s.word(i, "with", "at", "in") && last-i <= 3 && i > s.start && s.at(i+1).kind == wordTerm && s.at(i+1).form&ingForm == 0 {
			g[seesWithSomebody] = g[seesWithSomebody] || !s.is(i+1, wNo) && !s.is(last, wMoment|wSpan|wHarm)
		}
		if i > s.start && t.text == "not" && s.word(i+1, "yet") || s.word(i, "still") && i > s.start || t.text == "but" && s.is(i+2, wNot) {
			g[seesButNotYet] = true
		}
		if t.text == "," && i > 0 && i < last {
			head := s.clauseBefore(i)
			tail := s.clauseAfter(i)
			if tail && head {
				g[seesContrastParts] = true
			}
		}
	}
	if c := s.main(); c.verb < 0 || c.tense == order && s.is(s.start, wThing|wStage) {
		g[seesLiesWith] = g[seesWithSomebody]
		for i := s.start + 1; i < len(s.terms); i++ {
			g[seesVerblessFor] = g[seesVerblessFor] || s.word(i, "for")
		}
	}
	for i := s.start + 1; i <= last; i++ {
		if s.word(i, "due") || s.word(i, "in") && s.afterMark(i, 3) && s.spanWithin(i+1, 3) && last-i <= 4 && !g[seesExtreme] {
			g[seesDueLater] = true
		}
		if s.word(i, "in", "out", "back", "up", "off", "on", "through", "over", "done", "ready") && s.ends(i+1) && !s.is(i-1, wPreposition) {
			g[seesParticleState] = true
		}
	}
	if s.word(s.start, "still") || s.word(s.start, "waiting", "awaiting") {
		g[seesStillWaiting] = true
	}
}

func (s *sentence) ordinalWord(i int) bool {
	return s.word(i, "first", "second", "third", "fourth", "last", "next")
}

// clauseBefore reports whether something done stands before the mark at i.
func (s *sentence) clauseBefore(i int) bool {
	for j := i - 1; j >= 0 && s.at(j).kind != markTerm; j-- {
		if s.at(j).form&pastForm != 0 || s.is(j, wDone|wPartly|wStage) || s.word(j, "in", "out", "up") {
			return true
		}
	}
	return false
}

// clauseAfter reports whether what stands after the mark at i is still to
// come: waiting, next, tomorrow, missing, or a day.
func (s *sentence) clauseAfter(i int) bool {
	for j := i + 1; j < len(s.terms) && s.at(j).kind != markTerm; j++ {
		if s.is(j, wRest|wMoment) || s.word(j, "missing", "to", "needs", "not", "comes") {
			return true
		}
	}
	return false
}
