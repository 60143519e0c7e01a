package git

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrase is what a commit did in the words of a report.
type phrase struct {
	// text starts with a capital letter, inner is how it reads within a
	// sentence.
	text, inner string
	// verb says that text starts with a verb in the past tense.
	verb bool
	// sure says that the words were understood and not only passed on.
	sure bool
}

// tell turns the cleaned words of a subject into a phrase: an order to the code
// ("add retry") becomes what was done ("Added retry"). What it does not
// understand it leaves as it is.
func tell(h headline) phrase {
	p := tellWords(h)
	if p.inner == "" {
		p.inner = p.text
		if p.verb {
			p.inner = small(p.text)
		}
	}
	return p
}

func tellWords(h headline) phrase {
	text := strings.ReplaceAll(h.text, "`", "")
	words := strings.Fields(text)
	if len(words) == 0 {
		return tellNothing(h)
	}
	first := plainWord(words[0])
	rest := words[1:]
	if p, ok := tellNegation(first, rest); ok {
		return p
	}
	adverb := ""
	if listed(adverbs, first) && len(rest) > 0 {
		if _, form := baseOf(plainWord(rest[0])); form != noVerb {
			adverb = first + " "
			first, rest = plainWord(rest[0]), rest[1:]
		}
	}
	if did, rest, ok := didWhat(h.typ, first, rest); ok {
		if h.wip && did.verb != "" {
			return phrase{text: "Worked on " + adverb + sentence(gerund(did.verb), rest), verb: true}
		}
		return phrase{text: capital(adverb + sentence(did.past, joined(rest, past))), verb: true, sure: true}
	}
	return tellThing(h, text, words)
}

func sentence(first string, rest []string) string {
	return strings.Join(append([]string{first}, rest...), " ")
}

// tellNothing is the phrase for a subject of which only marks were left.
func tellNothing(h headline) phrase {
	what := strings.Join(h.numbers, ", ")
	if what == "" {
		return phrase{}
	}
	if h.typ == "fix" {
		return phrase{text: "Fixed " + what, verb: true}
	}
	return phrase{text: "Worked on " + what, verb: true}
}

// tellNegation understands "don't panic on …" and "no longer panic on …".
func tellNegation(first string, rest []string) (phrase, bool) {
	skip := 0
	switch {
	case first == "don't" || first == "dont":
		skip = 1
	case (first == "do" && len(rest) > 1 && plainWord(rest[0]) == "not") || (first == "no" && len(rest) > 1 && plainWord(rest[0]) == "longer"):
		skip = 2
	}
	if skip == 0 || len(rest) < skip {
		return phrase{}, false
	}
	verb := strings.ToLower(rest[skip-1])
	if !isPlain(verb) {
		return phrase{}, false
	}
	return phrase{text: "Stopped " + sentence(gerund(verb), joined(rest[skip:], gerund)), verb: true, sure: true}, true
}

// did is a verb that was understood.
type did struct{ verb, past string }

// didWhat reads the first word of a subject as a verb, if it is one there.
func didWhat(typ, first string, rest []string) (did, []string, bool) {
	verb, form := baseOf(first)
	next := ""
	if len(rest) > 0 {
		next = plainWord(rest[0])
	}
	weak := listed(weakVerbs, verb)
	switch form {
	case noVerb:
		return didLoosely(first, next, rest)
	case pastForm:
		return did{verb: verb, past: first}, rest, len(rest) > 0
	case gerundForm:
		if typ == "fix" || typ == "perf" {
			return did{}, nil, false // "fix: rounding of totals"
		}
		if next == "of" {
			return did{verb, past(verb)}, rest[1:], len(rest) > 1
		}
		return did{verb, past(verb)}, rest, len(rest) > 0 && !weak && !isPreposition(next)
	case thirdPerson:
		if (verb == "fix") && (next == "for" || next == "to" || next == "in") && len(rest) > 1 {
			return did{verb, "fixed"}, rest[1:], true
		}
		if isPreposition(next) || len(rest) == 0 || weak && !isDeterminer(next) {
			return did{}, nil, false
		}
		return did{verb, past(verb)}, rest, true
	}
	switch {
	case len(rest) == 0:
		return did{}, nil, false
	case verb == "fix" && (next == "for" || next == "of") && len(rest) > 1:
		return did{verb, "fixed"}, rest[1:], true
	case verb == "support" && next == "for" && len(rest) > 1:
		return did{verb, past(verb)}, rest[1:], true
	case weak && !isDeterminer(next) && !startsObject(rest[0]):
		return did{}, nil, false
	}
	return did{verb, past(verb)}, rest, true
}

// didLoosely understands the words that stand for a verb without being one.
func didLoosely(first, next string, rest []string) (did, []string, bool) {
	switch {
	case len(rest) == 0:
	case first == "new" || first == "more":
		return did{"add", "added " + first}, rest, true
	case first == "better":
		return did{"improve", "improved"}, rest, true
	case first == "cleanup" && !isPreposition(next):
		return did{"clean", "cleaned up"}, rest, true
	}
	return did{}, nil, false
}

// joined puts the verbs that follow an "and" or a comma into the form of the
// first one too.
func joined(words []string, form func(verb string) string) []string {
	out := make([]string, len(words))
	copy(out, words)
	for i := 1; i+1 < len(words); i++ {
		before := words[i-1]
		if before != "and" && before != "then" && !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, ";") {
			continue
		}
		isVerb := listed(joinVerbs, words[i]) || listed(strongVerbs, words[i]) && words[i+1] != "and"
		if i == 1 && before == "and" || isDeterminer(words[i+1]) {
			// "build and release": nothing stands between the verbs; "and test
			// the guess": a noun would not be followed by "the".
			_, of := baseOf(words[i])
			isVerb = isVerb || of == imperative
		}
		if isVerb && !isPreposition(words[i+1]) {
			out[i] = form(words[i])
		}
	}
	return out
}

// tellThing is the phrase for words that name a thing and not a deed.
func tellThing(h headline, text string, words []string) phrase {
	told := func(verb string) phrase { return phrase{text: verb + " " + text, verb: true, sure: true} }
	if h.wip {
		return phrase{text: "Worked on " + text, verb: true}
	}
	switch h.typ {
	case "feat":
		if !isStatement(words) {
			return told("Added")
		}
	case "fix":
		if isStatement(words) {
			return told("Fixed:")
		}
		return told("Fixed")
	case "perf":
		if !isStatement(words) {
			return told("Sped up")
		}
	case "refactor":
		if !isStatement(words) {
			return told("Reworked")
		}
	case "docs":
		return told("Documented")
	case "test":
		return told("Tested")
	}
	r, _ := utf8.DecodeRuneInString(text)
	if isStatement(words) || !unicode.IsLower(r) || r >= utf8.RuneSelf || !isPlain(words[0]) {
		if strings.ContainsAny(words[0], "_-./=") {
			return phrase{text: text} // the name of something in code
		}
		return phrase{text: capital(text), inner: text}
	}
	if about, order, ok := strings.Cut(text, ": "); ok {
		inner := h
		inner.text = order
		if p := tellWords(inner); p.sure && p.verb {
			return phrase{text: p.text + " (" + about + ")", verb: true, sure: true}
		}
	}
	return phrase{text: "Worked on " + text, verb: true}
}

// isStatement reports whether words hold a verb that tells how things are. A
// verb that only says when or where something happens makes none.
func isStatement(words []string) bool {
	for _, w := range words[1:] {
		switch strings.ToLower(w) {
		case "after", "because", "before", "if", "that", "unless", "until", "when", "whenever", "where", "which", "while", "who":
			return false
		case "is", "are", "was", "were", "isn't", "aren't", "does", "doesn't", "don't", "can", "can't", "cannot",
			"should", "must", "will", "won't", "has", "have", "now", "no", "longer", "gets", "fails", "returns":
			return true
		}
	}
	return false
}

func isPreposition(word string) bool {
	return listed(" about after around at before between by during for from in into of on onto over per since through to under until upon via with within without ", word)
}

func isDeterminer(word string) bool {
	return listed(" a all an another any both down each either every everything how if into its it many more multiple no off only our out over several some that the their them these this those three through two up various what when where whether which ", word)
}

// startsObject reports whether a word, as written, looks like the name of a
// thing in code, which follows a verb: `retry_count`, userID, --flag, /path.
func startsObject(word string) bool {
	if strings.ContainsAny(word, "_/`\"'<") || strings.HasPrefix(word, "-") {
		return true
	}
	if len(word) < 2 {
		return false
	}
	return strings.IndexFunc(word[1:], unicode.IsUpper) >= 0 && strings.IndexFunc(word[:1], unicode.IsLower) == 0
}

// plainWord returns a word as the lists have it; the empty word where it is a
// name: mixed case, digits or signs.
func plainWord(word string) string {
	word = strings.TrimRight(word, ",.;:!")
	lower := strings.ToLower(word)
	if !isPlain(lower) && lower != "don't" {
		return ""
	}
	if word == lower || word[1:] == lower[1:] || word == strings.ToUpper(word) && listed(strongVerbs, lower) {
		return lower
	}
	return ""
}

// isPlain reports whether a word is made of a to z and hyphens only.
func isPlain(word string) bool {
	for i := range len(word) {
		if c := word[i]; (c < 'a' || c > 'z') && (c != '-' || i == 0) {
			return false
		}
	}
	return word != ""
}

func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[n:]
}

// small undoes capital for a phrase that follows another one.
func small(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	return string(unicode.ToLower(r)) + text[n:]
}

// shorten cuts text after a word so that it has at most max runes.
func shorten(text string, max int) string {
	if utf8.RuneCountInString(text) <= max {
		return text
	}
	cut, n, space := 0, 0, 0
	for i, r := range text {
		if n == max-1 {
			cut = i
			break
		}
		if r == ' ' {
			space = i
		}
		n++
	}
	if space > cut/2 {
		cut = space
	}
	return strings.TrimRight(text[:cut], " ,;:") + "…"
}
