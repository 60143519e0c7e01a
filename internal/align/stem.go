package align

import "strings"

// stem returns an English word without its inflection and in one spelling:
// "centres" and "center", "organised" and "organizing" meet. A stem need not
// be a word. Words of other languages pass with little harm.
func stem(word string) string {
	if len(word) <= 3 {
		return word
	}
	if s := irregular(word); s != "" {
		word = s
	} else {
		word = uninflected(word)
	}
	return bare(oneSpelling(word))
}

// uninflected drops the endings of plural, past and progressive.
func uninflected(word string) string {
	switch {
	case keepsEnding(word):
		return word
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "ied") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "ss"), strings.HasSuffix(word, "us"), strings.HasSuffix(word, "is"):
		return word
	case strings.HasSuffix(word, "s"):
		return word[:len(word)-1]
	case strings.HasSuffix(word, "eed"):
		return word
	case strings.HasSuffix(word, "ed") && hasVowel(word[:len(word)-2]) && len(word) > 4:
		return word[:len(word)-2]
	case strings.HasSuffix(word, "ing") && hasVowel(word[:len(word)-3]) && len(word) > 5:
		return word[:len(word)-3]
	}
	return word
}

// oneSpelling folds the British and the American way into one.
func oneSpelling(word string) string {
	if len(word) < 4 {
		return word
	}
	if i := strings.LastIndex(word, "our"); i >= 2 && len(word) > 4 && oneOf(word[i+3:], "", "al", "abl", "able", "ful", "it", "ite", "er", "hood", "y") {
		word = word[:i] + "or" + word[i+3:]
	}
	for _, f := range [...][2]string{
		{"ization", "isation"},
		{"izational", "isational"},
		{"ize", "ise"},
		{"izer", "iser"},
		{"iz", "is"},
		{"yze", "yse"},
		{"yz", "ys"},
		{"izable", "isable"},
		{"ogue", "og"},
		{"tre", "ter"},
		{"bre", "ber"},
		{"mme", "m"},
	} {
		if len(word) > len(f[0])+1 && strings.HasSuffix(word, f[0]) {
			word = word[:len(word)-len(f[0])] + f[1]
			break
		}
	}
	if len(word) > 5 {
		if i := strings.Index(word, "ae"); i >= 0 {
			word = word[:i] + word[i+1:]
		}
		if strings.HasPrefix(word, "oe") {
			word = word[1:]
		}
	}
	return word
}

// bare drops a silent e and makes a double consonant at the end single, so
// that "making" meets "make" and "planned" meets "plan".
func bare(word string) string {
	if len(word) > 3 && strings.HasSuffix(word, "e") {
		word = word[:len(word)-1]
	}
	if n := len(word); n > 3 && word[n-1] == word[n-2] && !isVowel(word[n-1]) && isLower(word[n-1]) {
		word = word[:n-1]
	}
	return word
}

// root returns a stem without the endings that make nouns of verbs and
// adjectives of nouns: "compliance" and "compliant", "tax" and "taxation".
func root(stem string) string {
	for range 2 {
		shorter := underived(stem)
		if shorter == stem {
			break
		}
		stem = shorter
	}
	if n := len(stem); n > 4 && stem[n-1] == 'y' {
		stem = stem[:n-1] + "i"
	}
	return stem
}

// underived drops one derivational ending where enough of the word is left.
func underived(stem string) string {
	if keepsDerivation(stem) {
		return stem
	}
	for _, e := range [...]struct {
		ending, instead string
		// least is how many bytes must be left.
		least int
	}{
		{"isation", "", 4},
		{"ational", "", 4},
		{"ication", "i", 4},
		{"icat", "i", 4},
		{"ability", "", 3},
		{"ibility", "", 3},
		{"abilit", "", 3},
		{"fulnes", "", 4},
		{"ivenes", "", 4},
		{"ation", "", 3},
		{"ition", "", 4},
		{"ement", "", 4},
		{"ator", "", 4},
		{"ativ", "", 4},
		{"ment", "", 3},
		{"ship", "", 4},
		{"hood", "", 4},
		{"ness", "", 4},
		{"nes", "", 4},
		{"less", "", 4},
		{"les", "", 4},
		{"anc", "", 4},
		{"enc", "", 4},
		{"ancy", "", 4},
		{"ency", "", 4},
		{"ant", "", 5},
		{"ent", "", 5},
		{"abl", "", 4},
		{"ibl", "", 4},
		{"ical", "", 4},
		{"ial", "", 4},
		{"ally", "", 4},
		{"very", "ver", 3},
		{"iv", "", 4},
		{"ity", "", 4},
		{"ty", "", 4},
		{"ous", "", 4},
		{"ful", "", 4},
		{"ist", "", 5},
		{"ism", "", 4},
		{"ion", "", 4},
		{"al", "", 4},
		{"ic", "", 5},
		{"er", "", 4},
		{"or", "", 4},
		{"ur", "", 4},
		{"ag", "", 4},
		{"at", "", 4},
		{"is", "", 4},
		{"ly", "", 4},
	} {
		if !strings.HasSuffix(stem, e.ending) {
			continue
		}
		left := stem[:len(stem)-len(e.ending)] + e.instead
		if len(left) >= e.least && hasVowel(left) {
			return bare(left)
		}
	}
	return stem
}

// unprefixed returns a root without the prefix that negates it, such as
// "non" in "nonurgent", or "" where it has none.
func unprefixed(root string) string {
	for _, p := range [...]string{"non", "un", "mis", "dis"} {
		if rest, ok := strings.CutPrefix(root, p); ok && len(rest) >= 4 {
			return rest
		}
	}
	return ""
}

func hasVowel(s string) bool {
	for i := 0; i < len(s); i++ {
		if isVowel(s[i]) || s[i] == 'y' && i > 0 {
			return true
		}
	}
	return false
}

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	}
	return false
}

func oneOf(s string, set ...string) bool {
	for _, x := range set {
		if s == x {
			return true
		}
	}
	return false
}

// irregular returns the base of a word that English bends irregularly or
// spells in two ways, or "".
func irregular(word string) string {
	switch word {
	case "bought":
		return "buy"
	case "sold":
		return "sell"
	case "paid":
		return "pay"
	case "built":
		return "build"
	case "wrote", "written":
		return "write"
	case "taught":
		return "teach"
	case "sent":
		return "send"
	case "spent":
		return "spend"
	case "kept":
		return "keep"
	case "found":
		return "find"
	case "made":
		return "make"
	case "held":
		return "hold"
	case "lost":
		return "lose"
	case "grew", "grown":
		return "grow"
	case "drew", "drawn":
		return "draw"
	case "chose", "chosen":
		return "choose"
	case "broke", "broken":
		return "break"
	case "drove", "driven":
		return "drive"
	case "gave", "given":
		return "give"
	case "took", "taken":
		return "take"
	case "spoke", "spoken":
		return "speak"
	case "stole", "stolen":
		return "steal"
	case "caught":
		return "catch"
	case "fell", "fallen":
		return "fall"
	case "froze", "frozen":
		return "freeze"
	case "began", "begun":
		return "begin"
	case "learnt":
		return "learn"
	case "flown", "flew":
		return "fly"
	case "shown":
		return "show"
	case "worn":
		return "wear"
	case "sought":
		return "seek"
	case "brought":
		return "bring"
	case "children":
		return "child"
	case "women":
		return "woman"
	case "people":
		return "person"
	case "teeth":
		return "tooth"
	case "feet":
		return "foot"
	case "mice":
		return "mouse"
	case "lives":
		return "life"
	case "knives":
		return "knife"
	case "shelves":
		return "shelf"
	case "halves", "halved", "halving":
		return "half"
	case "analyses":
		return "analysis"
	case "indices":
		return "index"
	case "criteria":
		return "criterion"
	case "complaint", "complaints":
		return "complain"
	case "licence", "licences":
		return "license"
	case "practise", "practised", "practising":
		return "practice"
	case "grey":
		return "gray"
	case "tyre", "tyres":
		return "tire"
	case "plough", "ploughs", "ploughed":
		return "plow"
	case "cheque", "cheques":
		return "cheque"
	case "judgement", "judgements":
		return "judgment"
	case "agreed":
		return "agree"
	}
	return ""
}

// keepsEnding reports whether a word only looks inflected.
func keepsEnding(word string) bool {
	switch word {
	case "news", "goods", "customs", "series", "species", "lens", "always", "towards", "perhaps", "means", "glasses",
		"economics", "physics", "ethics", "sales", "express", "windows", "morning", "evening", "during", "ceiling",
		"something", "nothing", "anything", "everything", "hundred", "wedding", "earnings", "savings", "accounting", "marketing", "reading", "writing", "sibling", "less":
		return true
	}
	return false
}

// keepsDerivation reports whether a stem only looks derived, or has gone its
// own way since: a customer is not a custom.
func keepsDerivation(stem string) bool {
	switch stem {
	case "customer", "department", "depart", "apartment", "basement", "number", "paper", "power", "tower", "order", "water",
		"letter", "matter", "offer", "buffer", "master", "corner", "former", "summer", "winter", "dinner", "banner",
		"manner", "copper", "counter", "border", "center", "quarter", "server", "weather", "chapter", "charter",
		"station", "portion", "mission", "pension", "session", "section", "version", "position", "condition", "function",
		"portal", "signal", "general", "formal", "digital", "capital", "hospital", "journal", "animal", "terminal",
		"important", "constant", "instant", "different", "restaurant", "content", "incident", "accident", "resident",
		"quality", "university", "community", "property", "facility", "party", "charity", "utility",
		"factor", "sector", "doctor", "motor", "monitor", "messag", "passag", "manag", "packag", "averag", "languag", "villag",
		"pressur", "measur", "structur", "figur", "captur", "pictur", "lectur", "featur",
		"assist", "consist", "regist", "register", "exist", "minister", "supply", "family", "assembly", "reply", "apply",
		"internal", "international", "executiv", "nativ", "relativ", "activ", "incentiv", "objectiv", "repair", "privat", "climat", "candidat", "corporat",
		"organis", "exercis", "promis", "enterpris", "surpris", "analysis", "basis", "process", "access", "express",
		"parent", "patient", "student", "agent", "element", "document", "moment", "segment", "comment", "talent", "client", "current", "recent",
		"public", "traffic", "fabric", "graphic", "publish", "format", "chemist", "holiday", "hotel", "council", "panel":
		return true
	}
	return false
}
