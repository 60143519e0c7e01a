package readme

import (
	"slices"
	"strings"

	"rapport/internal/profile"
)

// who is the subject of a clause.
type who int8

const (
	nobody   who = iota // a fragment, such as "numbers first"
	author              // I, my calendar, or the author by name
	command             // an imperative, which the author addresses to the reader
	reader              // you
	together            // we
	thing               // a figure, every claim
	stranger            // anybody else
)

// clauseOf returns the clause of text that the bytes from to to stand in, and
// the one before it.
func clauseOf(text string, from, to int) (clause, before string) {
	starts := boundaries(text)
	at, end, last := 0, len(text), 0
	for _, b := range starts {
		switch {
		case b <= from:
			last, at = at, b
		case b >= to && b < end:
			end = b
		}
	}
	if at > 0 {
		before = text[last:at]
	}
	return text[at:end], before
}

// boundaries returns where the clauses of text begin, in order.
func boundaries(text string) []int {
	var out []int
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case strings.IndexByte(",;:()", c) >= 0:
			out = append(out, i+1)
		case c == ' ' && i+1 < len(text):
			if strings.HasPrefix(text[i+1:], "– ") || strings.HasPrefix(text[i+1:], "— ") || strings.HasPrefix(text[i+1:], "- ") {
				out = append(out, i+1)
				continue
			}
			rest := strings.ToLower(text[i+1 : min(len(text), i+20)])
			for _, joint := range [...]string{
				"and i ", "and i'", "and you ", "and we ", "and she ", "and he ", "and they ", "but ", "so ", "because ", "since ", "when ", "while ", "although ", "though ", "whereas ", "unless ", "if ", "whether ", "until ", "and then ", "and please ", "before i ", "before you ", "before we ", "before she ", "before he ", "before the ", "after i ", "after you ", "after we ", "that ",
			} {
				if strings.HasPrefix(rest, joint) {
					out = append(out, i+1)
					break
				}
			}
		}
	}
	return out
}

// subject returns who a clause is about, and its words from there on. In a
// text that speaks of its author by name, she or he is the author.
func (d document) subject(words []string) (who, []string) {
	w := words
	for len(w) > 0 && isLeadIn(w[0]) {
		w = w[1:]
	}
	if len(w) == 0 {
		return nobody, nil
	}
	if isPreposition(w[0]) {
		for i := range w {
			if s := d.pronoun(w[i:]); s != nobody {
				return s, w[i:]
			}
		}
		return nobody, w
	}
	if s := d.pronoun(w); s != nobody {
		return s, w
	}
	if len(w) > 1 && (w[0] == "don't" || w[0] == "never" || w[0] == "dont") || len(w) > 2 && w[0] == "do" && w[1] == "not" {
		return command, w
	}
	if isImperative(w[0]) {
		return command, w
	}
	if isPersonVerb(second(w)) {
		if profile.IsOther(w[0]) || !isDeterminer(w[0]) && w[0] != "everything" && w[0] != "that" {
			return stranger, w
		}
	}
	if isDeterminer(w[0]) {
		for _, verb := range w[1:min(5, len(w))] {
			switch verb {
			case "prefers", "likes", "wants", "hates", "loves", "decides", "believes", "thinks", "enjoys":
				return stranger, w // only people do
			}
		}
		if len(w) > 2 && strings.HasSuffix(w[1], "s") {
			switch w[2] {
			case "prefer", "like", "want", "hate", "love", "believe", "think", "enjoy", "decide":
				return stranger, w
			}
		}
		if len(w) > 1 && profile.IsOther(w[1]) || len(w) > 2 && profile.IsOther(w[2]) && !profile.IsOther(w[0]) && isPersonVerb(second(w[2:])) {
			return stranger, w
		}
		return thing, w
	}
	if v := second(w); profile.IsOther(w[0]) && (v == "is" || v == "are" || v == "has" || v == "have" || v == "was" || v == "were") {
		return stranger, w
	}
	return thing, w
}

// pronoun returns whom the first word, or the first two, stand for.
func (d document) pronoun(w []string) who {
	switch w[0] {
	case "i", "i'm", "i'd", "i've", "i'll", "im":
		return author
	case "my", "mine":
		if len(w) > 1 && (profile.IsOther(w[1]) || isKin(w[1])) || len(w) > 2 && (w[1] == "old" || w[1] == "last" || w[1] == "former" || w[1] == "own" || w[1] == "new") && profile.IsOther(w[2]) {
			return stranger
		}
		return author
	case "you", "your", "you're", "you'll", "you'd", "you've":
		return reader
	case "we", "we're", "we'll", "we'd", "we've", "our", "us", "let's":
		return together
	case "they", "they're", "their", "them", "someone", "somebody", "everybody", "everyone", "anyone", "anybody", "nobody", "others", "people", "some", "many", "most", "one's":
		if w[0] == "people" || w[0] == "some" || w[0] == "many" || w[0] == "most" {
			if !isPersonVerb(second(w)) && (len(w) < 2 || !profile.IsOther(w[1])) {
				return nobody
			}
		}
		return stranger
	case "he", "she", "he's", "she's", "her", "his", "she'd", "he'd", "she'll", "he'll":
		if !d.byName {
			return stranger
		}
		if (w[0] == "her" || w[0] == "his") && len(w) > 1 && (profile.IsOther(w[1]) || isKin(w[1])) {
			return stranger
		}
		return author
	}
	if d.byName && d.isName(w[0]) {
		return author
	}
	return nobody
}

// second returns the verb of a clause of the form "Tom usually prefers".
func second(w []string) string {
	for i := 1; i < len(w); i++ {
		if !isAdverb(w[i]) {
			return w[i]
		}
	}
	return ""
}

// meant says whether the clause that holds a cue is a wish of the author that
// holds today, and how plainly: in percent, and as a reason.
func (d document) meant(s sentence, r profile.Reading) (sure int, why string) {
	of, from := r.Dimension, r.From
	clause, before := clauseOf(s.text, from, r.To)
	if first := firstOf(clause); first == "when" || isConditional(first) {
		// "When you see a problem, bring a proposal": the wish comes behind.
		if later, _ := clauseOf(s.text, r.To-1, r.To); later != clause {
			clause, before, from = later, "", r.To-1
		}
	}
	words := wordsOf(clause)
	who, rest := d.subject(words)
	first := ""
	if len(words) > 0 {
		first = words[0]
	}
	if isConditional(first) && !startsWithin(s.text, from, clause) {
		return 0, "" // "if you like surprises"
	}
	// "I read papers and decide at once": the subject stands further ahead.
	if who == nobody || who == thing || who == command && before != "" {
		if w, r := d.subject(wordsOf(before)); before != "" && (w == stranger || w == author && who != command) && !isConditional(firstOf(before)) && (first == "and" || first == "or") {
			who, rest = w, r
		}
	}
	switch who {
	case author:
		if !isPresent(rest) {
			return 0, ""
		}
		if r.Dimension != profile.Structure && isGiving(rest) {
			return 0, "" // what the author does for the reader
		}
		if d.nestsStranger(clause, from-strings.Index(s.text, clause)) {
			return 0, "" // "I think she prefers mails"
		}
		return 90, "said as I, in the present"
	case command:
		if verb := firstWord(rest); (verb == "read" || verb == "listen" || verb == "think" || verb == "look" || verb == "decide" || verb == "wait") && (of == profile.Intake || of == profile.Decision) {
			return 0, "" // what the reader is to do, not how the author does it
		}
		if first == "imagine" || first == "suppose" || first == "let" && len(words) > 1 && words[1] == "us" {
			return 0, ""
		}
		return 85, "asked of you"
	case reader:
		if !grants(rest) && !slices.Contains(s.words, "me") && !slices.Contains(s.words, "i") {
			return 0, ""
		}
		if wants(rest) {
			return 0, ""
		}
		return 75, "said of what you may do"
	case together:
		if wants(rest) || !isPresent(append([]string{"i"}, rest[min(1, len(rest)):]...)) {
			return 0, ""
		}
		return 70, "said of how we work"
	case thing:
		if isPastThing(rest) {
			return 0, ""
		}
		return 75, "said of what they are given"
	case nobody:
		return 70, "said in short"
	case stranger:
	}
	return 0, ""
}

func firstWord(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[0]
}

func firstOf(text string) string {
	if w := wordsOf(text); len(w) > 0 {
		return w[0]
	}
	return ""
}

// startsWithin reports whether the cue at byte from begins with the first word
// of its clause, as "if you hear nothing" does.
func startsWithin(text string, from int, clause string) bool {
	i := strings.Index(text, clause)
	return i >= 0 && strings.TrimSpace(text[i:max(i, from)]) == ""
}

func isConditional(word string) bool {
	switch word {
	case "if", "whether", "unless", "before", "after", "suppose", "imagine", "supposing", "assuming", "had":
		return true
	}
	return false
}

// isPresent reports whether what follows the author's "I" holds today.
func isPresent(w []string) bool {
	if len(w) == 0 {
		return false
	}
	subject := w[0]
	w = w[1:]
	if subject == "my" || subject == "her" || subject == "his" || subject == "mine" {
		// "My door was open".
		for _, verb := range w[:min(5, len(w))] {
			if verb == "was" || verb == "were" || verb == "had" || verb == "would" {
				return false
			}
			if isPersonVerb(verb) || verb == "is" || verb == "are" {
				return true
			}
		}
		return true
	}
	if subject == "i'd" || subject == "she'd" || subject == "he'd" || slices.Contains(w[:min(3, len(w))], "would") {
		return slices.ContainsFunc(w[:min(4, len(w))], func(next string) bool {
			return next == "like" || next == "love" || next == "rather" || next == "prefer" || next == "appreciate" || next == "sooner"
		})
	}
	habit := slices.Contains(w, "never") || slices.Contains(w, "always")
	for len(w) > 0 && isAdverb(w[0]) {
		w = w[1:]
	}
	if len(w) == 0 {
		return true
	}
	verb := w[0]
	next := ""
	for _, n := range w[1:] {
		if !isAdverb(n) {
			next = n
			break
		}
	}
	switch {
	case subject == "i've" || verb == "have" && (strings.HasSuffix(next, "ed") || next == "been" || next == "had" || next == "led" || next == "seen"):
		return habit // "I've never been much of a reader" holds today
	case verb == "might" || verb == "could" || verb == "may" || verb == "should" || verb == "used" || verb == "was" || verb == "were" || verb == "had" || verb == "did" || verb == "didn't" || verb == "wasn't":
		return false
	}
	if verb == "read" && subject != "i" {
		return false // "she read": of today it would be "she reads"
	}
	return !isPast(verb)
}

// nestsStranger reports whether another person is the subject of the words
// just before byte at of a clause that begins with the author.
func (d document) nestsStranger(clause string, at int) bool {
	if at <= 0 || at > len(clause) {
		return false
	}
	for _, w := range wordsOf(clause[:at]) {
		switch w {
		case "she", "he", "they", "she's", "he's", "they're", "people", "everybody", "everyone":
			return !d.byName
		}
	}
	return false
}

// isGiving reports whether the author says what they give to others: "I will
// tell you the reasons", "I write a short note to everybody".
func isGiving(w []string) bool {
	w = w[min(1, len(w)):]
	for len(w) > 0 && isAdverb(w[0]) || len(w) > 0 && (w[0] == "can" || w[0] == "try" || w[0] == "to" || w[0] == "promise") {
		w = w[1:]
	}
	if len(w) == 0 {
		return false
	}
	switch w[0] {
	case "write", "send", "give", "tell", "share", "present", "explain", "show", "publish", "provide", "offer", "bring", "pass", "inform", "keep":
		return w[0] != "keep" || len(w) > 1 && w[1] == "you"
	}
	return false
}

// isPast reports whether a verb behind "I" is in the past.
func isPast(verb string) bool {
	switch verb {
	case "led", "wrote", "kept", "went", "came", "grew", "ran", "taught", "thought", "knew", "saw", "felt", "got", "began", "met", "took", "gave", "told", "said", "found", "spent", "left", "hated", "held", "made", "brought", "sent", "heard", "chose", "spoke", "lost", "won", "bought", "built", "fell":
		return true
	case "need", "feed", "speed", "proceed", "exceed", "succeed", "bleed":
		return false
	}
	return strings.HasSuffix(verb, "ed")
}

func isPastThing(w []string) bool {
	for _, verb := range w[:min(6, len(w))] {
		switch verb {
		case "was", "were", "had", "went", "came", "said", "asked", "wanted", "preferred", "liked":
			return true
		}
	}
	return false
}

// grants reports whether a clause about the reader gives them room.
func grants(w []string) bool {
	if len(w) < 2 {
		return false
	}
	switch w[1] {
	case "can", "may", "own", "run", "don't", "needn't", "won't", "lead":
		return true
	}
	return w[1] == "do" && len(w) > 2 && w[2] == "not"
}

// wants reports whether a clause says what its subject, who is not the author,
// likes.
func wants(w []string) bool {
	for _, word := range w[min(1, len(w)):min(3, len(w))] {
		switch word {
		case "prefer", "like", "want", "love", "hate", "would", "think", "liked", "wanted", "preferred", "wish", "enjoy", "might":
			return true
		}
	}
	return false
}

func isLeadIn(word string) bool {
	switch word {
	case ",", "and", "but", "so", "then", "also", "please", "actually", "honestly", "usually", "generally", "often", "ideally", "just", "mostly", "normally", "typically", "personally", "yes", "ok", "okay", "frankly", "overall",
		"instead", "otherwise", "still", "plus", "therefore", "simply", "really", "because", "since", "although", "though", "while", "whereas", "finally", "first", "second", "third", "secondly", "above", "kindly", "always", "feel", "free", "better", "or", "that", "if", "when", "until", "unless", "as", "now", "today", "nowadays", "only":
		return true
	}
	return false
}

func isPreposition(word string) bool {
	switch word {
	case "at", "in", "on", "for", "by", "from", "during", "after", "before", "between", "with", "without", "to", "under", "this", "once", "of", "about", "most":
		return true
	}
	return false
}

func isDeterminer(word string) bool {
	switch word {
	case "the", "a", "an", "this", "that", "these", "those", "every", "each", "no", "any", "all", "some", "many", "most", "other", "her", "his", "their", "our", "both", "few":
		return true
	}
	return false
}

func isAdverb(word string) bool {
	switch word {
	case "always", "usually", "often", "never", "really", "also", "generally", "mostly", "just", "still", "only", "very", "much", "strongly", "normally", "typically", "honestly", "rarely", "hardly", "ever", "quite", "rather", "not", "even", "seldom", "absolutely", "definitely", "personally", "actually", "simply", "fully", "both", "sometimes", "currently", "now", "then", "too", "genuinely", "truly", "do", "don't", "does", "doesn't", "will":
		return true
	}
	return false
}

func isKin(word string) bool {
	switch word {
	case "wife", "husband", "partner", "son", "daughter", "mother", "father", "kids", "children", "family", "friend", "friends", "dog", "brother", "sister", "old", "predecessor", "mentor":
		return true
	}
	return false
}

// isPersonVerb reports whether a word is a verb that only people do.
func isPersonVerb(word string) bool {
	switch word {
	case "prefers", "likes", "wants", "loves", "hates", "decides", "asks", "expects", "believes", "trusts", "thinks", "reads", "says", "said", "asked", "wanted", "preferred", "liked", "told", "enjoys", "dislikes", "prefer", "like", "want", "love", "hate", "expect", "believe", "think", "ask", "say", "decide", "wrote", "writes", "knows", "tell":
		return true
	}
	return false
}

// isImperative reports whether a word may begin an order or a request.
func isImperative(word string) bool {
	switch word {
	case "send", "tell", "bring", "give", "show", "keep", "start", "begin", "open", "call", "phone", "ring", "write", "talk", "come", "ask", "let", "make", "use", "put", "say", "add", "include", "prepare", "book", "drop", "stop",
		"ping", "text", "message", "mail", "email", "e-mail", "involve", "invite", "challenge", "argue", "disagree", "contradict", "push", "back", "lead", "expect", "assume", "avoid", "skip", "forget", "spare", "don't", "do", "never",
		"collect", "batch", "bundle", "save", "explain", "draw", "walk", "offer", "lay", "propose", "suggest", "recommend", "warn", "inform", "report", "share", "attach", "link", "tie", "connect", "get", "be", "check", "speak", "read",
		"hand", "leave", "take", "treat", "trust", "think", "summarise", "summarize", "quantify", "measure", "flag", "raise", "escalate", "interrupt", "knock", "pop", "swing", "stick", "follow", "finish", "end", "limit", "cut", "go", "run", "decide", "own", "try", "help", "remember", "wait", "plan", "provide", "discuss", "imagine", "suppose", "poke", "play", "pick", "reach", "contact", "present", "consult", "loop", "copy", "cc", "mention", "state", "name", "set", "submit", "circulate", "document", "record", "see", "meet", "find", "hide", "surprise", "bother":
		return true
	}
	return false
}
