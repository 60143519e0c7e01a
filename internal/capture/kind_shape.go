package capture

// sentence is a line read into terms and clauses.
type sentence struct {
	terms []term
	// start is the first term after a label such as "FYI:" or "hall floor:".
	start int
	// label reports whether the line starts with such a label.
	label   bool
	clauses []clause
}

// clause is a stretch between marks or joiners, with what makes it a
// statement: who does it, and the finite verb.
type clause struct {
	from, to int
	// verb is the index of the finite verb, or -1.
	verb  int
	who   who
	tense tense
	not   bool
	// subject is the index of the word that names who does it, or -1.
	subject int
}

// who says what sort of subject a clause has.
type who uint8

const (
	nobodyNamed who = iota // a fragment: "packed the crates"
	myself
	ourselves
	heOrShe
	themselves
	addressed // you
	noOne     // nobody, no one
	theBoss   // a word for a boss
	named     // a name
	outsider
	insider // staff, customers, pupils
	thing
)

// tense says how the finite verb of a clause is put.
type tense uint8

const (
	verbless tense = iota
	order          // base form first: "group the tickets"
	going          // -ing form first
	past
	present
	being // is, are, was
	future
	modal
	having
)

// readSentence parses a line.
func readSentence(line string) sentence {
	s := sentence{terms: readTerms(line)}
	s.findStart()
	s.findClauses()
	return s
}

// at returns the i-th term, an empty one outside the line.
func (s *sentence) at(i int) term {
	if i < 0 || i >= len(s.terms) {
		return term{kind: markTerm}
	}
	return s.terms[i]
}

func (s *sentence) is(i int, c wordClass) bool { return s.at(i).class&c != 0 }

func (s *sentence) word(i int, words ...string) bool {
	text := s.at(i).text
	for _, w := range words {
		if text == w {
			return true
		}
	}
	return false
}

// findStart looks for a label of at most four words before a colon.
func (s *sentence) findStart() {
	for i := range min(len(s.terms), 6) {
		if s.terms[i].kind == quoteTerm {
			break
		}
		if s.terms[i].text == ":" {
			if i > 0 && i+1 < len(s.terms) {
				s.start, s.label = i+1, true
			}
			return
		}
	}
	for s.start < len(s.terms)-1 && s.at(s.start).kind == markTerm {
		s.start++
	}
	if s.word(s.start, "fyi") && s.start+1 < len(s.terms) {
		s.start++
		for s.word(s.start, ",", "-") {
			s.start++
		}
	}
}

// ends reports whether a clause ends before the i-th term.
func (s *sentence) ends(i int) bool {
	t := s.at(i)
	switch t.kind {
	case quoteTerm:
		return true
	case markTerm:
		return t.text != "(" && t.text != ")" && t.text != "/" && t.text != "+" && t.text != "&"
	}
	switch t.text {
	case "and", "but", "so", "because", "when", "while", "if", "until", "till", "since":
		// "Priya and I" is one subject; "he books, and I pay" is two clauses.
		return s.startsClause(i + 1)
	}
	return false
}

// startsClause reports whether a pronoun, or a subject with its verb, stands
// at i.
func (s *sentence) startsClause(i int) bool {
	if s.is(i, wI|wWe|wHeShe|wThey|wIt|wNobody) {
		return s.at(i+1).class&(wVerb|wBe|wDo|wHave|wModal|wWill) != 0 || s.at(i+1).form != 0
	}
	for j := i; j < i+4; j++ {
		if s.at(j).kind == markTerm {
			return false
		}
		if j > i && s.is(j, wBe|wHave|wModal|wWill|wDo) {
			return true
		}
		if j > i && s.at(j).form&(pastForm|sForm) != 0 && s.is(j, wVerb) && !s.is(j-1, wPreposition|wDeterminer) {
			return true
		}
	}
	return false
}

func (s *sentence) findClauses() {
	from := 0
	for i := 0; i <= len(s.terms); i++ {
		if i < len(s.terms) && !s.ends(i) {
			continue
		}
		if i > from {
			s.clauses = append(s.clauses, s.readClause(from, i))
		}
		from = i + 1
	}
}

// readClause finds the finite verb of terms[from:to] and its subject.
func (s *sentence) readClause(from, to int) clause {
	c := clause{from: from, to: to, verb: -1, subject: -1}
	first := from
	for first < to-1 && (s.is(first, wJoiner) || s.word(first, "maybe", "perhaps", "then", "also", "please", "still", "just", "now")) {
		first++
	}
	t := s.at(first)
	switch {
	case t.kind != wordTerm:
	case s.auxiliary(first):
		c.verb, c.tense = first, s.tenseOf(first)
		if t.class&wNot == 0 && s.is(first+1, wI|wWe|wHeShe|wThey|wYou|wIt|wDeterminer) {
			c.subject = first + 1
		}
	case t.form&pastForm != 0 && t.form&baseForm == 0 && !s.actsAsAdjective(first):
		c.verb, c.tense = first, past
	case t.form&ingForm != 0 && !s.actsAsAdjective(first):
		c.verb, c.tense = first, going
	}
	command := t.form&baseForm != 0 && t.class&wVerb != 0 && t.kind == wordTerm && !s.auxiliary(first)
	if c.verb < 0 && (!command || !s.opensObject(first+1)) {
		s.findVerb(&c, first, to)
	}
	const nouns = wPeople | wOutsider | wBoss | wDevice | wStage | wHarm | wAppraisal | wGain
	if command && (c.verb < 0 || t.text == "let" || c.tense == present && t.class&nouns == 0 && !s.is(c.verb-1, nouns) && !s.is(c.verb+1, wDeterminer) && !surelyVerb(s.at(c.verb).text)) {
		c.verb, c.tense = first, order
	}
	if c.verb > first {
		c.who, c.subject = s.whoIs(first, c.verb)
	} else if c.subject >= 0 {
		c.who, _ = s.whoIs(c.subject, to)
	}
	for i := max(c.verb, from); c.verb >= 0 && i <= c.verb+2 && i < to; i++ {
		c.not = c.not || s.is(i, wNot)
	}
	return c
}

// surelyVerb reports whether a word in -s is never the plural of a noun.
func surelyVerb(word string) bool {
	switch word {
	case "takes", "gets", "gives", "makes", "says", "goes", "comes", "keeps", "wants", "becomes", "brings", "puts",
		"sends", "sees", "tells", "thinks", "knows", "lets", "asks", "does", "has", "is", "fails", "arrives", "works",
		"happens", "seems", "remains", "allows", "pays", "lends", "sells", "buys", "meets", "finds", "loses", "speaks", "delivers", "follows", "teaches", "holds", "begins", "refuses", "ignores", "insists", "agrees", "writes", "eats", "grows":
		return true
	}
	return false
}

// opensObject reports whether what stands at i is sooner found behind a verb
// than behind a noun: a determiner, a number, a pronoun, a particle.
func (s *sentence) opensObject(i int) bool {
	return s.is(i, wDeterminer|wMyOur|wHisHer|wMe|wNumber) || s.at(i).kind == numberTerm ||
		s.word(i, "only", "up", "out", "off", "down", "back", "over", "away")
}

// findVerb looks for a finite verb behind a subject.
func (s *sentence) findVerb(c *clause, first, to int) {
	for i := first + 1; i < to; i++ {
		t := s.at(i)
		if t.kind != wordTerm {
			continue
		}
		before := s.at(i - 1)
		if s.auxiliary(i) {
			c.verb, c.tense = i, s.tenseOf(i)
			return
		}
		if before.class&(wDeterminer|wPreposition|wHisHer|wMyOur) != 0 && before.class&(wIt|wNobody) == 0 ||
			before.text == "to" || before.text == "'s" {
			continue
		}
		pronoun := before.class&(wI|wWe|wHeShe|wThey|wYou|wIt|wNobody) != 0
		plural := before.form&sForm != 0 || before.text == "people" || before.text == "staff" || before.text == "police"
		switch {
		case t.form&pastForm != 0 && (t.form&baseForm == 0 || pronoun || t.class&wVerb == 0):
			c.verb, c.tense = i, past
			return
		case t.form&sForm != 0 && t.class&wVerb != 0 && (!s.word(i+1, "for", "of") || t.class&(wWant|wSay) != 0 || surelyVerb(t.text)) && (before.class&wHeShe != 0 || before.kind == wordTerm && before.form&sForm == 0):
			c.verb, c.tense = i, present
			return
		case t.form&baseForm != 0 && (before.class&(wI|wWe|wThey|wYou) != 0 || plural && !s.actsAsNoun(i) &&
			(before.class&(wPeople|wOutsider|wBoss) != 0 || s.opensObject(i+1) || s.word(i+1, "to"))):
			c.verb, c.tense = i, present
			return
		}
	}
}

// actsAsNoun reports whether the base form at i is followed by what only a
// verb cannot have: another verb, or the end.
func (s *sentence) actsAsNoun(i int) bool {
	return s.is(i+1, wBe|wHave|wModal|wWill) || s.at(i+1).form&pastForm != 0
}

// actsAsAdjective reports whether a past or -ing form stands before the noun
// it describes: "leaking pipe is …".
func (s *sentence) actsAsAdjective(i int) bool {
	next := s.at(i + 1)
	return next.kind == wordTerm && next.class&(wDeterminer|wPreposition|wMe|wI|wWe|wHeShe|wNumber|wHisHer) == 0 &&
		(next.form&sForm == 0 && s.auxiliary(i+2) || s.at(i+2).form&sForm != 0 && surelyVerb(s.at(i+2).text))
}

// auxiliary reports whether the i-th term is a form of be, do, have, a modal
// or will, and not the month of May or the 's of an owner.
func (s *sentence) auxiliary(i int) bool {
	t := s.at(i)
	if t.class&(wBe|wDo|wHave|wModal|wWill) == 0 {
		return false
	}
	switch t.text {
	case "'s":
		return s.is(i-1, wHeShe|wIt|wAsker|wNobody)
	case "may":
		return !s.is(i-1, wPreposition) && s.at(i-1).kind != numberTerm && !t.capital || i == 0 && !s.is(1, wPreposition)
	case "being", "been", "be", "having", "done":
		return false
	}
	return true
}

func (s *sentence) tenseOf(i int) tense {
	t := s.at(i)
	switch {
	case t.class&wWill != 0:
		return future
	case t.text == "'d", t.class&wModal != 0:
		return modal
	case t.class&wHave != 0:
		return having
	case t.class&wBe != 0:
		if s.word(i+1, "going") && s.word(i+2, "to") {
			return future
		}
		return being
	}
	return present
}

// whoIs names the subject in terms[from:to].
func (s *sentence) whoIs(from, to int) (who, int) {
	head := -1
	for i := from; i < to && i < from+8; i++ {
		t := s.at(i)
		switch {
		case t.class&wI != 0:
			return myself, i
		case t.class&wWe != 0:
			return ourselves, i
		case t.class&wHeShe != 0:
			return heOrShe, i
		case t.class&wThey != 0:
			return themselves, i
		case t.class&wYou != 0:
			return addressed, i
		case t.text == "nobody", t.text == "none", t.text == "no" && s.word(i+1, "one"):
			return noOne, i
		case t.class&wPreposition != 0 && i > from && head >= 0:
			to = i
		case t.kind == wordTerm && t.class&(wDeterminer|wHave|wBe|wModal|wDo|wWill) == 0:
			head = i
		}
	}
	if head < 0 {
		return thing, from
	}
	t := s.at(head)
	mine := s.is(from, wMyOur)
	switch {
	case t.class&wBoss != 0 && s.at(head).form&sForm == 0:
		return theBoss, head
	case t.class&wOutsider != 0 && !mine:
		return outsider, head
	case t.class&wPeople != 0:
		return insider, head
	case t.capital && (head > from || t.class == 0 && t.form&^sForm == 0):
		return named, head
	}
	return thing, head
}

// main returns the first clause at or after the start of the line proper.
func (s *sentence) main() clause {
	for _, c := range s.clauses {
		if c.from >= s.start {
			return c
		}
	}
	if len(s.clauses) > 0 {
		return s.clauses[len(s.clauses)-1]
	}
	return clause{verb: -1, subject: -1}
}
