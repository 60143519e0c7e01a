package readme

// languageOf returns the English name of the language of a text where it is
// surely not English, and otherwise nothing.
func languageOf(all []sentence) string {
	counts := map[string]int{}
	total := 0
	for _, s := range all {
		for _, w := range s.words {
			total++
			for _, l := range languages {
				if l.has(w) {
					counts[l.name]++
				}
			}
		}
	}
	best := ""
	for _, l := range languages {
		if l.name != english && (best == "" || counts[l.name] > counts[best]) {
			best = l.name
		}
	}
	// Some words belong to several languages, so the other one must be clearly
	// ahead, and common enough for running text.
	if counts[best] > 2*counts[english] && counts[best]*8 >= total {
		return best
	}
	return ""
}

const english = "English"

type language struct {
	name string
	has  func(word string) bool
}

// languages lists the commonest words of some languages.
var languages = [...]language{
	{english, func(w string) bool {
		switch w {
		case "the", "and", "to", "of", "i", "you", "is", "it", "me", "my", "for", "that", "with", "on", "be", "are", "at", "your", "not", "don't", "i'm", "have", "before", "when", "if", "or", "please", "what", "this", "by", "from":
			return true
		}
		return false
	}},
	{"German", func(w string) bool {
		switch w {
		case "der", "die", "das", "und", "ich", "nicht", "mit", "mir", "mich", "ist", "ein", "eine", "zu", "auf", "für", "von", "sie", "ihr", "bitte", "wenn", "mein", "meine", "keine", "wie", "vor", "es", "den", "dem", "sich", "auch", "im", "wir":
			return true
		}
		return false
	}},
	{"French", func(w string) bool {
		switch w {
		case "le", "la", "les", "et", "je", "pas", "moi", "avec", "une", "un", "des", "aux", "est", "que", "pour", "vous", "j'aime", "n'aime", "mes", "mon", "ma", "dans", "sur", "du", "au", "ne":
			return true
		}
		return false
	}},
	{"Spanish", func(w string) bool {
		switch w {
		case "el", "la", "los", "las", "y", "yo", "no", "me", "con", "una", "un", "que", "para", "por", "mi", "es", "antes", "prefiero", "gusta", "en", "del", "lo", "se":
			return true
		}
		return false
	}},
	{"Italian", func(w string) bool {
		switch w {
		case "il", "lo", "gli", "le", "e", "io", "non", "con", "una", "un", "che", "per", "mi", "è", "prima", "preferisco", "di", "della", "sono", "del", "nel":
			return true
		}
		return false
	}},
	{"Dutch", func(w string) bool {
		switch w {
		case "de", "het", "een", "en", "ik", "niet", "met", "mij", "me", "is", "van", "voor", "dat", "je", "jullie", "graag", "wil", "mijn", "geen", "op", "te", "als":
			return true
		}
		return false
	}},
	{"Polish", func(w string) bool {
		switch w {
		case "i", "w", "na", "nie", "z", "się", "do", "jest", "że", "mnie", "lubię", "proszę", "przed", "o", "ale", "mi", "wolę", "jak":
			return true
		}
		return false
	}},
	{"Portuguese", func(w string) bool {
		switch w {
		case "o", "os", "as", "e", "eu", "não", "com", "uma", "um", "que", "para", "por", "meu", "minha", "prefiro", "gosto", "de", "do", "da", "em":
			return true
		}
		return false
	}},
}
