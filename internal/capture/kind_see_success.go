package capture

import "strings"

// seeSuccess reads how people say that a thing worked out without saying so:
// all of them, zero left, nothing to fix, up and running, still standing.
func seeSuccess(s *sentence, g *signs) {
	for i, t := range s.terms {
		switch {
		case t.quoted:
			continue
		case t.kind == numberTerm && s.ordinal(i) && len(t.text) >= 5:
			g[seesRoundOrdinal] = true
		case t.text == "of" && s.wholeOf(i):
			g[seesAllOfAll] = true
		case t.text == "of" && s.quantity(i-1) && s.quantityAfter(i+1) >= 0:
			g[seesSomeOfAll] = true
		}
		if t.kind != wordTerm {
			continue
		}
		switch {
		case s.word(i, "nothing", "none", "nobody") && (s.word(i+1, "to", "on", "noticed", "missing", "broke", "lost", "hurt", "returned", "came", "open") || s.is(i+1, wFault|wHarm)):
			g[seesNothingAmiss] = true
		case s.word(i, "zero") && !s.is(i+1, wDone), t.text == "0":
			g[seesZero] = true
		case s.word(i, "up", "in", "on", "live", "open", "running", "out", "online", "back", "clean", "full") && s.word(i+1, "and", "again", "within", "after", "before") && i > s.start:
			g[seesUpAgain] = true
		case s.word(i, "still") && (s.is(i+1, wVerb) || s.word(i+1, "on", "up", "there", "in", "open")):
			g[seesStillIs] = true
		case s.word(i, "through", "up") && (s.word(i+1, "the", "to") || s.quantity(i+1)) && (s.word(i+2, "first", "last", "point", "letter", "end", "night", "page") || s.word(i+2, "the")):
			g[seesThroughFirst] = true
		case s.word(i, "without") && i > s.start+1:
			g[seesWithoutTail] = true
		case s.word(i, "our", "my") && s.is(i-1, wVerb) && s.at(i-1).form&pastForm != 0:
			g[seesTookOurs] = true
		case s.word(i, "all", "every", "each", "both", "everyone", "everybody") && i <= s.start+1 && s.at(s.main().verb).form&pastForm != 0:
			g[seesAllDid] = true
		case s.word(i, "in", "within", "under", "after", "for") && s.quantity(i+1) && s.is(i+2, wSpan) && s.main().tense == past:
			g[seesPastInSpan] = true
		case s.word(i, "year", "month", "week", "day", "season", "quarter") && s.word(i-1, "this", "all", "whole", "the") && g[seesNoStart]:
			g[seesNoneAllSeason] = true
		case s.word(i, "used") && s.word(i+1, "to"):
			g[seesUsedTo] = true
		}
	}
	c := s.main()
	g[seesPastDatedEnd] = c.tense == past && c.who == thing && s.is(len(s.terms)-1, wMoment)
	g[seesThingDone] = c.who == thing && c.tense == past && s.is(c.verb, wResult|wWork) && !c.not
	for i := range s.clauses {
		g[seesAndNobody] = g[seesAndNobody] || i > 0 && s.clauses[i].who == noOne
		g[seesButClause] = g[seesButClause] || i > 0 && s.clauses[i].not
	}
}

// wholeOf reports whether the "of" at i says all: eight of eight, 99 of 100,
// all of them.
func (s *sentence) wholeOf(i int) bool {
	low, high := s.at(i-1), s.at(i+1)
	if low.text == high.text && s.quantity(i-1) {
		return true
	}
	whole := strings.Trim(high.text, "0") == "1" && len(high.text) > 1 // 10, 100, 1000
	return whole && len(low.text)+1 == len(high.text) && strings.Count(low.text, "9") == len(low.text)
}
