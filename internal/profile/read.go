package profile

import (
	"slices"
	"strings"
)

// Sense says which way words point.
type Sense int8

// The senses.
const (
	// Void: the words are hedged, conditional, past or about somebody else.
	Void Sense = iota
	// For: this is how it is wished.
	For
	// Against: this is how it is not wished. It says nothing for another value.
	Against
)

// Reading is a value that a sentence speaks of.
type Reading struct {
	Dimension Dimension
	Value     Value
	Sense     Sense
	// Plain says that the words speak for themselves; other words do only
	// where it is known that a preference is being said, or even what it is
	// about, as in "length: short".
	Plain bool
	// wished says that they speak where a preference is being said.
	wished bool
	// Joined says that "and" or "or" stands in front: the words name one more.
	Joined bool
	// From and To are the bytes of the words in the text.
	From, To int
	// Why is, for a reading that is void, what makes it so.
	Why string
}

// Read returns the values that text speaks of, in the order of the text. It
// takes the text for a preference of one person; whose it is, is for the
// caller to know.
func Read(text string) []Reading {
	words := wordsOf(text)
	found := lexiconOf().find(words)
	c := newContext(text, words, found)
	var out []Reading
	for _, m := range found {
		if m.value == "" {
			continue
		}
		r := Reading{
			Dimension: m.value.Of(), Value: m.value, Plain: m.strength == plain, wished: m.strength >= wished,
			From: words[m.first()].from, To: words[m.last()].to,
		}
		r.Sense, r.Why = c.sense(m)
		r.Joined = c.isJoined(m.first())
		out = append(out, r)
	}
	return out
}

// context is what surrounds the cues of a text.
type context struct {
	text  string
	words []word
	cues  []match
	// inCue marks the words that a cue asks for.
	inCue []bool
}

func newContext(text string, words []word, cues []match) *context {
	c := &context{text: text, words: words, cues: cues, inCue: make([]bool, len(words))}
	for _, m := range cues {
		for _, i := range m.at {
			c.inCue[i] = true
		}
	}
	return c
}

// sense says which way a cue points.
func (c *context) sense(m match) (Sense, string) {
	from, to := c.sentence(m.first())
	if why := c.voided(m, from, to); why != "" {
		return Void, why
	}
	switch c.negations(m) {
	case 0:
		return For, ""
	case 1:
		return Against, ""
	}
	return Void, "it is denied twice"
}

// isJoined reports whether word i is joined to what came before it.
func (c *context) isJoined(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch c.words[j].text {
		case "and", "or", "plus", "both", "also":
			return true
		}
	}
	return false
}

// longest is how many words of a sentence are looked at to either side.
const longest = 60

// sentence returns the words between the stops around word i.
func (c *context) sentence(i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && i-from < longest && c.words[from].before != stop {
		from--
	}
	for to < len(c.words) && to-i < longest && c.words[to].before != stop {
		to++
	}
	return from, to
}

// clause returns the words between the pauses around word i.
func (c *context) clause(i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && i-from < longest && c.words[from].before == none {
		from--
	}
	for to < len(c.words) && to-i < longest && c.words[to].before == none {
		to++
	}
	return from, to
}

// voided returns what keeps a cue from being a wish of the person, or "".
func (c *context) voided(m match, from, to int) string {
	if c.isAsked(to) {
		return "it is a question"
	}
	for i := from; i < to; i++ {
		if c.inCue[i] {
			continue
		}
		switch at := c.after(i); {
		case at("used", "to") && !c.prior(i, "am", "is", "get", "got", "are"), at("formerly"), at("previously"), at("in", "the", "past"), at("back", "then"), at("once", "liked"):
			return "it is about the past"
		case at("either"), at("whatever"), at("whichever"), at("no", "preference"), at("not", "care"), at("not", "mind"), at("both", "fine"), at("both", "work"), at("both", "are"),
			at("depends"), at("depending"), at("depend"), at("up", "to", "you"), at("not", "sure"), at("unclear"), at("not", "know", "whether"), at("not", "matter"), at("no", "matter"):
			return "it leaves the choice"
		case !c.sameClause(i, m):
		case at("sometimes"), at("occasionally"), at("now", "and", "then"), at("maybe"), at("perhaps"), at("might"), at("not", "always"), at("probably"), at("possibly"), at("guess"), at("at", "times"):
			return "it is said with a doubt"
		case at("only", "for"), at("only", "on"), at("only", "about"), at("only", "with"), at("only", "when", "it", "comes"):
			if i > m.last() && i-m.last() < 3 {
				return "it is for one matter only"
			}
		}
	}
	if of := m.value.Of(); (of == Intake || of == Availability) && c.isUrgency(m, from, to) {
		return "it is for what is urgent"
	}
	if c.isOfOthers(m.first()) {
		return "it is about somebody else"
	}
	return ""
}

func (c *context) sameClause(i int, m match) bool {
	from, _ := c.clause(m.first())
	_, to := c.clause(m.last())
	return i >= from && i < to
}

// after returns a question about the words from i on.
func (c *context) after(i int) func(texts ...string) bool {
	return func(texts ...string) bool {
		for j, text := range texts {
			if i+j >= len(c.words) || c.words[i+j].text != text || j > 0 && c.words[i+j].before == stop {
				return false
			}
		}
		return true
	}
}

func (c *context) prior(i int, texts ...string) bool {
	return i > 0 && slices.Contains(texts, c.words[i-1].text)
}

// isAsked reports whether the sentence that ends before word to is a question.
func (c *context) isAsked(to int) bool {
	end := len(c.text)
	if to < len(c.words) {
		end = c.words[to].from
	}
	from := c.words[to-1].to
	if from > end {
		return false
	}
	between := c.text[from:end]
	return strings.Contains(between, "?")
}

// isUrgency reports whether the clause of a cue, or a bare condition before or
// after it, speaks of urgent things.
func (c *context) isUrgency(m match, from, to int) bool {
	a, b := c.clause(m.first())
	if c.urgent(a, b) {
		return true
	}
	// "If it is urgent, call me" and "call me, if it is urgent".
	if b < to {
		if x, y := c.clause(b); c.isCondition(x) && c.urgent(x, y) {
			return true
		}
	}
	if a > from {
		if x, y := c.clause(a - 1); c.isCondition(x) && c.urgent(x, y) && x == from {
			return true
		}
	}
	return false
}

func (c *context) isCondition(i int) bool {
	if i+1 < len(c.words) && (c.words[i].text == "only" || c.words[i].text == "except" || c.words[i].text == "but") {
		i++
	}
	switch c.words[i].text {
	case "if", "when", "in", "for", "unless", "should", "where", "urgent", "except", "anything", "something", "emergency", "emergencies":
		return true
	}
	return false
}

func (c *context) urgent(from, to int) bool {
	for i := from; i < to; i++ {
		switch c.words[i].text {
		case "urgent", "urgently", "urgency", "emergency", "emergencies", "fire", "burning", "burns", "crisis", "crises", "outage", "outages", "critical", "catastrophe", "asap", "exceptionally":
			return !c.denied(i)
		case "wait":
			if i > from && c.words[i-1].text == "not" {
				return true
			}
		}
	}
	return false
}

func (c *context) denied(i int) bool {
	return c.prior(i, "not", "no", "non", "nothing") || i > 1 && c.words[i-2].text == "not"
}

// isOfOthers reports whether the clause around word i has somebody else for a
// subject.
func (c *context) isOfOthers(i int) bool {
	from, to := c.clause(i)
	for _, joint := range []string{"and", "but", "while", "whereas", "because", "since", "unlike"} {
		for j := from; j < i; j++ {
			if c.words[j].text == joint && !c.inCue[j] {
				if joint == "unlike" {
					continue
				}
				from = j + 1
			}
		}
	}
	for from < to {
		switch c.words[from].text {
		case "the", "her", "his", "my", "our", "your", "some", "most", "many", "their", "other", "all", "a", "an", "this", "that", "these", "new", "old", "former":
			from++
			continue
		}
		break
	}
	if from+1 >= to || from >= i && c.inCue[from] {
		return false
	}
	return IsOther(c.words[from].text) && isFinite(c.words[from+1].text)
}

// IsOther reports whether a word names people who are neither the boss nor
// the reader: what they like is no evidence.
func IsOther(word string) bool {
	if word == "boss" {
		return true
	}
	switch strings.TrimSuffix(word, "s") {
	case "board", "deputy", "deputie", "team", "colleague", "customer", "auditor", "ceo", "cfo", "cto", "coo", "director", "predecessor", "successor", "peer", "people", "other",
		"everyone", "everybody", "someone", "somebody", "husband", "wife", "partner", "company", "bosse", "manager", "chair", "chairman", "chairwoman", "president", "minister", "head",
		"client", "patient", "parent", "pupil", "student", "council", "committee", "minist", "leader", "executive", "shareholder", "investor", "supplier", "union", "assistant", "mentor",
		"organisation", "organization", "department", "headquarter", "hq", "owner", "founder", "principal", "regulator", "nobody", "they", "inspector", "guest", "matron", "consultant", "producer":
		return true
	}
	return false
}

// isFinite reports whether a word may be the verb behind a subject.
func isFinite(word string) bool {
	switch word {
	case "is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "will", "would", "can", "may", "always", "usually", "often", "never", "really", "only", "who", "also", "tend", "tends", "just", "still", "all", "should", "must", "and", "generally", "mostly":
		return true
	}
	switch stem(word) {
	case "want", "lik", "lov", "prefer", "need", "hat", "ask", "read", "decid", "expect", "think", "demand", "insist", "trust", "believ", "look", "see", "hear", "know", "work", "get", "like", "love", "hate", "decide", "believe", "require", "requir", "enjoy", "dislike", "dislik", "call", "writ", "write", "send", "take", "tak":
		return true
	}
	return false
}
