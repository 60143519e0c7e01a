package capture

// A clue is a word, or a few words in a row, that says something of the kind
// of a line beside the [signs]. There are two sorts. The words themselves, by
// their stems: "wait", "wait for". And the shape of the line, in which every
// word that means something in one trade alone is replaced by what it is: in
// "the Name Past to", "Outside S #", no ward and no warehouse is left, so what
// is learnt of it in some trades holds in all.

// clueReader builds the clues of a line, one after the other, in one buffer.
type clueReader struct {
	s     *sentence
	words []string
	shape []string
	key   []byte
	found func(clue []byte)
}

// eachClue calls found with every clue of a line. What it is called with is
// overwritten by the next call.
func eachClue(s *sentence, found func(clue []byte)) {
	r := clueReader{s: s, found: found, key: make([]byte, 0, 64)}
	r.words = make([]string, 0, len(s.terms)+2)
	r.shape = make([]string, 0, len(s.terms)+2)
	r.words, r.shape = append(r.words, "^"), append(r.shape, "^")
	for i := range s.terms {
		if i == s.start && i > 0 {
			r.words, r.shape = append(r.words, "^"), append(r.shape, "^")
		}
		r.words = append(r.words, s.clueWord(i))
		r.shape = append(r.shape, s.clueShape(i))
	}
	r.words, r.shape = append(r.words, "$"), append(r.shape, "$")
	for i := range r.words {
		if i > 0 && i+1 < len(r.words) {
			r.emit('w', r.words[i:i+1])
		}
		r.row('w', r.words, i, 2)
		r.row('s', r.shape, i, 2)
		r.row('s', r.shape, i, 3)
		r.row('s', r.shape, i, 4)
	}
}

// row tells of n terms in a row from i on.
func (r *clueReader) row(sort byte, terms []string, i, n int) {
	if i+n <= len(terms) {
		r.emit(sort, terms[i:i+n])
	}
}

func (r *clueReader) emit(sort byte, terms []string) {
	r.key = append(r.key[:0], sort)
	for _, t := range terms {
		r.key = append(r.key, ' ')
		r.key = append(r.key, t...)
	}
	r.found(r.key)
}

// clueWord is the i-th term as a word clue names it.
func (s *sentence) clueWord(i int) string {
	t := s.at(i)
	switch {
	case t.kind == numberTerm:
		return "#"
	case t.kind != wordTerm:
		return t.text
	case t.capital && i > s.start && t.class == 0 && t.form&^sForm == 0:
		return "Name"
	case t.class&smallWords != 0:
		return t.text
	}
	return stemOf(t.text)
}

// clueShape is the i-th term as a shape clue names it: a small word stands for
// itself, any other for what it is.
func (s *sentence) clueShape(i int) string {
	t := s.at(i)
	const kept = wI | wWe | wHeShe | wThey | wYou | wIt | wMyOur | wHisHer | wMe | wAsker | wBe | wDo | wHave | wModal | wWill | wNot | wNo | wNobody | wPreposition | wJoiner
	switch {
	case t.kind == numberTerm || t.class&wNumber != 0 && t.text != "one":
		return "#"
	case t.kind != wordTerm:
		return t.text
	case t.class&kept != 0:
		return t.text
	case t.class&wMoment != 0:
		return "Day"
	case t.class&wSpan != 0:
		return "Span"
	case t.class&wBoss != 0:
		return "Boss"
	case t.class&wOutsider != 0:
		return "Outside"
	case t.class&wPeople != 0:
		return "People"
	case t.class&wDeterminer != 0:
		return t.text
	case t.form&pastForm != 0 && t.form&baseForm == 0:
		return "Past"
	case t.form&ingForm != 0:
		return "Ing"
	case t.class&wThing != 0:
		return "Noun"
	case t.form&baseForm != 0:
		return "Base"
	case t.form&sForm != 0 && t.class&wVerb != 0:
		return "Verbs"
	case t.class&(wQuality|wLacking|wMore|wExtreme) != 0:
		return "How"
	case t.capital && i > s.start:
		return "Name"
	}
	return "Noun"
}
