package profile

import "slices"

// isNegator reports whether a word denies what follows it.
func isNegator(text string) bool {
	switch text {
	case "not", "no", "never", "without", "nor", "neither", "none", "hardly", "rarely", "seldom", "hate", "hates", "hated", "hating", "dislike", "dislikes", "avoid", "avoids", "avoiding",
		"detest", "detests", "loathe", "loathes", "stop", "skip", "spare", "less", "fewer", "nothing", "refuse", "refuses", "few", "little", "tired", "sick", "allergic", "minimise", "minimize",
		"reduce", "nobody", "cannot", "despise", "despises", "distrust", "distrusts", "drop", "ban", "limit", "struggle", "struggles", "mistrust", "ignore", "ignores", "forget", "bad", "poor", "terrible", "hopeless", "weak":
		return true
	}
	return false
}

// reach is how many words a denial can be away from what it denies.
const reach = 24

// negations counts what denies a cue.
func (c *context) negations(m match) int {
	n := 0
	for _, k := range c.cues {
		if k.first() <= m.first() && k.last() >= m.first() && k.denies(m, c.words) {
			return 1
		}
	}
	for i := max(0, m.first()-reach); i < min(len(c.words), m.last()+reach); i++ {
		if c.inCue[i] {
			continue // the "no" of "no surprises" denies nothing else
		}
		switch {
		case isNegator(c.words[i].text) && !c.isNoDenial(i):
			if i < m.first() && c.reaches(i, m) || i > m.last() && c.reachesBack(i, m) {
				n++
			}
		case c.prefersOver(i):
			if i < m.first() && m.first()-i <= maxWideGap && c.reaches(i, m) {
				n++
			}
		case c.isDispraise(i) && i > m.last():
			if from, to := c.clause(m.last()); i >= from && i < to && i-m.last() <= maxWideGap && !c.cueBetween(m.last(), i) {
				n++
			}
		}
	}
	return n
}

// denies reports whether a cue holds a "not" in front of words that it shares
// with m: "hardly read long mails" speaks against long mails.
func (m match) denies(other match, words []word) bool {
	if m.value == other.value || !slices.ContainsFunc(m.at, func(i int) bool { return slices.Contains(other.at, i) }) {
		return false
	}
	return slices.ContainsFunc(m.at, func(i int) bool {
		return i < other.first() && isNegator(words[i].text) && words[i].text != "few" && words[i].text != "little"
	})
}

// isNoDenial recognises a "not" that denies nothing.
func (c *context) isNoDenial(i int) bool {
	at := c.after(i)
	text := c.words[i].text
	next := ""
	if i+1 < len(c.words) {
		next = c.words[i+1].text
	}
	if next == "be" && i+2 < len(c.words) {
		next = c.words[i+2].text
	}
	switch next {
	case "hesitate", "only", "just", "merely", "afraid", "shy", "scared", "doubt", "forget", "beats", "beat", "better", "matter", "least", "tire", "fail", "miss", "without", "underestimate", "simply", "worry", "problem", "wonder", "sooner", "later":
		return true
	}
	switch text {
	case "bad", "poor", "terrible", "hopeless", "weak":
		return next != "at" && next != "on" && next != "with"
	case "without":
		return c.prior(i, "not", "never")
	case "few":
		return c.prior(i, "a") || at("few", "words")
	case "little":
		return c.prior(i, "a") || c.prior(i, "as")
	case "less":
		return at("less", "than")
	case "drop", "forget", "stop", "limit", "sick", "tired", "ignore":
		return at("drop", "me") || at("drop", "by") || at("drop", "in") || at("stop", "by") || at("forget", "to")
	}
	return at("not", "at", "all") && c.prior(i, "or")
}

// prefersOver reports whether word i sets what follows it behind what came
// before: "rather than", "instead of", "over", "not".
func (c *context) prefersOver(i int) bool {
	at := c.after(i)
	from, _ := c.clause(i)
	switch c.words[i].text {
	case "than":
		return !c.prior(i, "less", "longer", "later")
	case "instead":
		return at("instead", "of")
	case "opposed":
		return at("opposed", "to")
	case "over", "before", "above":
		if c.words[i].text != "over" && c.words[i].text != "above" {
			return false
		}
		for j := from; j < i; j++ {
			if c.inCue[j] {
				return true
			}
		}
	case "to":
		if i+1 < len(c.words) && isBareVerb(c.words[i+1].text) {
			return false
		}
		for j := from; j < i; j++ {
			if stem(c.words[j].text) == "prefer" && c.cueBetween(j, i) && i > j+1 {
				return true
			}
		}
	}
	return false
}

func isBareVerb(text string) bool {
	switch text {
	case "read", "see", "look", "review", "discuss", "talk", "decide", "prepare", "be", "have", "write", "call", "hear", "know", "think", "me", "get", "digest", "start", "work", "understand", "go", "make", "help", "keep", "ask", "my", "the", "myself", "begin":
		return true
	}
	return false
}

// cueBetween reports whether a cue has a word between the words a and b, both
// excluded.
func (c *context) cueBetween(a, b int) bool {
	for i := a + 1; i < b; i++ {
		if c.inCue[i] {
			return true
		}
	}
	return false
}

// reaches reports whether the denial at word i goes as far as the cue after
// it.
func (c *context) reaches(i int, m match) bool {
	for j := i + 1; j <= m.first(); j++ {
		w := c.words[j]
		if w.before == stop || w.before == comma && !c.isListed(i, j) {
			return false
		}
		if j == m.first() && !endsDenial(w.text) {
			return true
		}
		if endsDenial(w.text) && j > i+1 {
			return false
		}
		if w.text == "and" && j+1 < len(c.words) && begins(c.words[j+1].text) {
			return false
		}
	}
	return true
}

func endsDenial(text string) bool {
	switch text {
	case "but", "just", "instead", "rather", "however", "though", "although", "unless", "until", "till", "because", "since", "so", "yet", "then", "when", "if", "while":
		return true
	}
	return false
}

// begins reports whether a word begins a clause of its own.
func begins(text string) bool {
	switch text {
	case "i", "we", "you", "he", "she", "they", "it", "but", "just", "please", "instead", "prefer", "prefers", "call", "send", "write", "give", "show", "tell", "bring", "start", "use", "keep", "only", "rather",
		"likes", "wants", "loves", "needs", "like", "want", "love", "need", "put", "come", "get", "ask", "talk", "be", "make", "let", "always", "that", "phone", "ring", "email", "mail", "expects", "expect",
		"what", "do", "yes", "better", "go", "if", "this", "numbers", "my", "there", "trust", "trusts", "decides", "reads", "read", "skip":
		return true
	}
	return false
}

// isListed reports whether the comma before word j continues the list that the
// denial at word i began: "no decks, calls or long mails".
func (c *context) isListed(i, j int) bool {
	if begins(c.words[j].text) || isNegator(c.words[j].text) {
		return false
	}
	for k := j; k < len(c.words) && c.words[k].before != stop; k++ {
		switch c.words[k].text {
		case "or", "nor":
			return k+1 >= len(c.words) || !begins(c.words[k+1].text)
		case "and":
			return c.words[i].text != "no" && c.words[i].text != "not" && (k+1 >= len(c.words) || !begins(c.words[k+1].text))
		}
		if k > j && c.words[k].before == comma && begins(c.words[k].text) {
			return false
		}
	}
	return false
}

// reachesBack reports whether the denial at word i is said of the cue before
// it: "long reports are not for me".
func (c *context) reachesBack(i int, m match) bool {
	from, to := c.clause(m.last())
	if i < from || i >= to || i-m.last() > maxWideGap || c.cueBetween(m.last(), i) || c.cueBetween(i, to) {
		return false
	}
	switch c.words[i-1].text {
	case "is", "are", "do", "does", "can", "will", "was", "have", "has", "would", "should", "mean", "means":
		return true
	}
	return false
}

// isDispraise reports whether word i says of its subject that it is not liked.
func (c *context) isDispraise(i int) bool {
	at := c.after(i)
	switch stem(c.words[i].text) {
	case "bor", "annoy", "irritat", "useless", "overrat", "wast", "pointless", "unwelcom", "tir", "exhaust", "distract", "tedious", "frustrat", "overwhelm", "confus", "suck", "fail", "optional", "unnecessary", "taboo":
		return true
	case "driv", "mak", "put", "turn", "leav":
		return at("drive", "me") || at("drives", "me") || at("drive", "her") || at("drive", "him") || at("drives", "her") || at("drives", "him") || at("put", "me", "off") || at("turn", "me", "off") ||
			at("leave", "me") || at("leaves", "me") || at("leave", "her", "cold") || at("leave", "him", "cold") || at("put", "her", "off") || at("put", "him", "off")
	}
	return false
}
