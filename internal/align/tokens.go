package align

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTerms bounds the work done for one text: what a line of work is about is
// said in its first words, and a pasted log must not cost seconds.
const maxTerms = 64

// maxBytes bounds how far a text is read at all.
const maxBytes = 4096

// maxWord bounds one word, in bytes.
const maxWord = 48

// term is one content word of a text, or two neighbours taken together.
type term struct {
	// text is the word as it stood, in lower case, for reasons.
	text string
	// stem is the word without inflection, root without derivation.
	stem, root string
	// pos counts the words of the text; neighbours differ by one.
	pos int
	// place is the position in its own text, where pos goes on from one text
	// to the next.
	place int
	// span is how many positions the term covers.
	span int
	// governs says that "of", "for" or "to" follows: the word is only the kind
	// of thing, as in "letter to the mayor".
	governs bool
	// capitals says that the word was written like an acronym.
	capitals bool
	// initials are what this word and the following ones abbreviate to.
	initials string
	meaning
}

// terms returns the content words of text, then the pairs of neighbours that
// may mean something together.
func terms(text string) []term {
	all := words(text)
	compounds := pairs(all)
	all = slices.DeleteFunc(all, func(t term) bool { return t.span == 0 })
	for i := range all {
		all[i].initials = initials(all[i:])
	}
	return append(all, compounds...)
}

// words returns the content words of text and, with a span of 0, the particles
// that may make a pair with them.
func words(text string) []term { return appendWords(make([]term, 0, 24), text) }

// appendWords is words into a slice that is used again.
func appendWords(all []term, text string) []term {
	eachWord(text, func(word string, pos int) bool {
		lower := fold(word)
		if isParticle(lower) {
			all = append(all, term{text: lower, stem: lower, pos: pos})
			return len(all) < maxTerms
		}
		if n := len(all); n > 0 && all[n-1].pos+1 == pos {
			switch lower {
			case "of", "for", "to":
				all[n-1].governs = true
			}
		}
		if isStopWord(lower) || isBareNumber(lower) || utf8.RuneCountInString(lower) < 2 {
			return true
		}
		t := term{text: lower, pos: pos, place: pos, span: 1}
		if isAcronym(word) {
			t.capitals = true
			lower = strings.TrimSuffix(lower, "s")
		}
		t.stem = stem(lower)
		t.root = root(t.stem)
		t.meaning = lookUp(t.stem, t.root)
		all = append(all, t)
		return len(all) < maxTerms
	})
	return all
}

// initials returns the first letters of neighbours, at most six, or "" where
// they are of a script that acronyms are not made of.
func initials(words []term) string {
	var letters [6]byte
	n := 0
	for i, t := range words {
		if n == len(letters) || !isLower(t.text[0]) || i > 0 && t.pos != words[i-1].pos+1 {
			break
		}
		letters[n] = t.text[0]
		n++
	}
	return string(letters[:n])
}

// pairs returns neighbouring words as one: "check list" may meet "checklist",
// "scale down" may meet "downscale", and "near miss" has a meaning that its
// words have not.
func pairs(words []term) []term {
	var out []term
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		if a.pos+1 != b.pos || a.span == 0 && b.span == 0 {
			continue
		}
		t := term{text: a.text + " " + b.text, pos: a.pos, place: a.pos, span: 2}
		t.stem = stem(a.text + b.text)
		t.meaning = lookUp(a.stem+" "+b.stem, "")
		out = append(out, t)
		if b.span == 0 {
			t.stem, t.meaning = stem(b.text+a.text), meaning{}
			out = append(out, t)
		}
	}
	return out
}

// isParticle reports whether a stop word makes one word with its neighbour,
// as in "scale down" and "set up".
func isParticle(word string) bool {
	switch word {
	case "up", "down", "out", "in", "off", "on", "over", "under":
		return true
	}
	return false
}

// eachWord calls yield with the words of text and their positions until it
// returns false. Identifiers come in parts, the scripts that do not part words
// come in pairs of characters, and a stop between clauses leaves a gap in the
// positions so that words around it are no neighbours.
func eachWord(text string, yield func(word string, pos int) bool) {
	if len(text) > maxBytes {
		text = text[:maxBytes]
	}
	pos := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			if breaksClause(text[i:], r, size) {
				pos++
			}
			i += size
			continue
		}
		if isUnspaced(r) {
			next, n := utf8.DecodeRuneInString(text[i+size:])
			if isUnspaced(next) {
				pos++
				if !yield(text[i:i+size+n], pos) {
					return
				}
			}
			i += size
			continue
		}
		end := i + wordLength(text[i:])
		for part := range identifierParts(text[i:end]) {
			pos++
			if !yield(part, pos) {
				return
			}
		}
		i = end
	}
}

// wordLength returns the length in bytes of the word at the start of text. An
// apostrophe between letters belongs to the word.
func wordLength(text string) int {
	n := 0
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if isApostrophe(r) {
			next, _ := utf8.DecodeRuneInString(text[n+size:])
			if !unicode.IsLetter(next) {
				break
			}
		} else if !isWordRune(r) || isUnspaced(r) {
			break
		}
		n += size
	}
	return n
}

func isWordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// isUnspaced reports whether r is of a script that writes without spaces.
func isUnspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// breaksClause reports whether the mark at the start of text ends a clause.
func breaksClause(text string, r rune, size int) bool {
	switch r {
	case ',', ';', ':', '!', '?', '(', ')', '—', '–', '"', '\n':
		return true
	case '.':
		next, _ := utf8.DecodeRuneInString(text[size:])
		return !isWordRune(next)
	}
	return false
}

// identifierParts yields the parts of a CamelCase word, or the word itself.
// A word such as iPhone or PhD, whose parts would be single letters, stays
// whole.
func identifierParts(word string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		if len(word) <= 4 || !splitsCleanly(word) {
			yield(cut(word))
			return
		}
		start := 0
		for i := 1; i < len(word); i++ {
			if camelBoundary(word, i) {
				if !yield(cut(word[start:i])) {
					return
				}
				start = i
			}
		}
		yield(cut(word[start:]))
	}
}

// splitsCleanly reports whether every part of a CamelCase word has two
// letters or more.
func splitsCleanly(word string) bool {
	start := 0
	for i := 1; i < len(word); i++ {
		if camelBoundary(word, i) {
			if i-start < 2 {
				return false
			}
			start = i
		}
	}
	return start > 0 && len(word)-start >= 2
}

// camelBoundary reports whether a new part of an identifier begins at i: at
// the capital in "podReady" and at the second capital in "HTTPServer". The
// plural of an acronym, as in "APIs", is no new part.
func camelBoundary(word string, i int) bool {
	c := word[i]
	if !isUpper(c) {
		return false
	}
	prev := word[i-1]
	if isLower(prev) || isDigit(prev) {
		return true
	}
	return isUpper(prev) && i+1 < len(word) && isLower(word[i+1]) && word[i+1:] != "s"
}

// cut shortens a word to maxWord bytes at a character's edge.
func cut(word string) string {
	if len(word) <= maxWord {
		return word
	}
	n := maxWord
	for n > 0 && !utf8.RuneStart(word[n]) {
		n--
	}
	return word[:n]
}

// isAcronym reports whether a word is written in capitals, a plural s aside.
func isAcronym(word string) bool {
	word = strings.TrimSuffix(word, "s")
	if len(word) < 2 || len(word) > 6 {
		return false
	}
	for i := 0; i < len(word); i++ {
		if !isUpper(word[i]) {
			return false
		}
	}
	return true
}

// isBareNumber reports whether a word is a number that says nothing about the
// subject. The numbers of standards and cases, such as 17025, do say
// something; years do not.
func isBareNumber(word string) bool {
	for i := 0; i < len(word); i++ {
		if !isDigit(word[i]) {
			return isOrdinal(word[i:])
		}
	}
	year := len(word) == 4 && (word[:2] == "19" || word[:2] == "20")
	return len(word) < 4 || year || word[len(word)-2:] == "00"
}

func isOrdinal(suffix string) bool {
	switch suffix {
	case "st", "nd", "rd", "th", "h", "m", "k", "pm", "am", "x":
		return true
	}
	return false
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// fold returns the word in lower case without accents and without a
// possessive.
func fold(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || isUpper(c) || c == '\'' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	word = strings.Map(func(r rune) rune {
		if r == '’' {
			return '\''
		}
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unaccented(unicode.ToLower(r))
	}, word)
	word = strings.TrimSuffix(word, "'s")
	return strings.ReplaceAll(word, "'", "")
}

// unaccented returns the bare letter of the accented Latin ones.
func unaccented(r rune) rune {
	if r < 0xC0 || r > 0x17F {
		return r
	}
	for _, set := range [...]struct {
		letters string
		bare    rune
	}{
		{"àáâãäåāăą", 'a'},
		{"çćĉċč", 'c'},
		{"ďđ", 'd'},
		{"èéêëēĕėęě", 'e'},
		{"ĝğġģ", 'g'},
		{"ìíîïĩīĭį", 'i'},
		{"łļľ", 'l'},
		{"ñńņň", 'n'},
		{"òóôõöøōŏő", 'o'},
		{"ŕŗř", 'r'},
		{"śŝşš", 's'},
		{"ţťŧ", 't'},
		{"ùúûüũūŭůű", 'u'},
		{"ýÿŷ", 'y'},
		{"źżž", 'z'},
	} {
		if strings.ContainsRune(set.letters, r) {
			return set.bare
		}
	}
	return r
}

// isStopWord reports whether a word only holds sentences together.
func isStopWord(word string) bool {
	if len(word) > 10 {
		return false
	}
	switch word {
	case "a", "an", "the", "and", "or", "but", "nor", "so", "if", "then", "than", "that", "this", "these", "those",
		"of", "in", "on", "at", "to", "for", "from", "by", "with", "into", "onto", "as", "per", "via", "about", "after",
		"before", "against", "under", "over", "above", "below", "off", "out", "up", "down", "until", "till", "since",
		"during", "while", "when", "where", "which", "who", "whom", "whose", "what", "why", "how", "there", "here",
		"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours", "he", "him", "his", "she", "her",
		"hers", "it", "its", "they", "them", "their", "theirs", "one", "ones", "someone", "anyone", "everyone",
		"nobody", "somebody", "everybody", "anybody", "itself", "themselves", "myself", "ourselves",
		"is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "doing", "done", "has", "have",
		"had", "having", "can", "could", "may", "might", "must", "shall", "should", "will", "would", "wont", "dont",
		"didnt", "doesnt", "isnt", "arent", "cant", "wasnt", "not", "no", "yes", "too", "also", "just", "only", "very",
		"much", "more", "most", "less", "least", "such", "own", "both", "either", "neither", "because", "though",
		"although", "however", "else", "etc", "eg", "ie", "vs", "due", "ok", "weve", "thats", "theres",
		"lets", "im", "ive", "unless", "whether", "upon", "ago", "far", "yet", "ever", "never", "like":
		return true
	}
	return false
}
