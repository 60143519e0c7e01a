package prose

import "strings"

// class is a set of classes that a word belongs to: what it does in a
// sentence, or what sort of thing it names.
type class uint64

const (
	iClass class = 1 << iota
	weClass
	youClass
	sheClass // he and she, him and her
	theyClass
	itClass
	joinClass   // and, but, so: a clause may begin behind it
	softenClass // just, really, please: a clause begins in front of it
	beClass
	haveClass
	modalClass
	notClass
	determinerClass
	prepositionClass
	askerClass // what, how, which
	countClass // numbers in letters
	whenClass  // names of days and months, today, tonight
	spanClass  // day, week, shift, quarter
	teamClass
	roleClass // people by what they do: drivers, nurses, interns
	bossClass
	adoreClass       // brilliant, inspiring
	superlativeClass // best, wisest
	idolClass        // genius, legend
	giftClass        // vision, instinct, leadership
	fineClass        // good, great, clear
	insultClass      // lazy, clueless
	psychClass       // insecure, vain: what a private note says of a boss
	abaseClass       // idiot, failure: said of oneself
	sadClass         // ashamed, mortified
	restClass        // sleep, weekend, family: what a martyr gives up
	traitClass       // patient, approachable, rude
	moreClass        // clearer, nicer: a trait in the comparative
	conductClass     // micromanaging, shouting
	failClass        // verbs of things that go wrong
	brokenClass      // states of things that went wrong
	harmClass        // outage, leak, shortage
	wantedClass      // sales, attendance: more is better
	unwantedClass    // complaints, errors: less is better
	riseClass        // verbs
	dropClass        // verbs
	improveClass     // verbs whose success is claimed: improve, boost
	greatClass       // big, strong, significant
	vastlyClass      // strongly, significantly
	verdictClass     // sign-off, approval, answer
	generalClass     // work, performance: no work item
	plainClass       // words without a subject of their own
	actClass         // verbs of doing something about it
	crowdClass       // customers, parents, guests
	treatClass       // verbs of how one treats people: shout, praise, trust
	warmClass        // words of admiration: admire, grace, proud
	ownClass         // words of a private life or plan: cv, recruiter, ego
	judgeClass       // feedback, opinion, happy with: words of appraisal
	pastClass        // past forms of irregular verbs
)

// classNames lists the names that cues use, in the order of the bits.
const classNames = "i we you she they it join soften be have modal not det prep asker count when span team role boss adore superlative idol gift fine insult psych abase sad rest trait more conduct fail broken harm wanted unwanted rise drop improve great vastly verdict general plain act crowd treat warm own judge past"

// classNamed returns the class that a cue calls by name.
func classNamed(name string) (class, bool) {
	bit := class(1)
	for n := range strings.FieldsSeq(classNames) {
		if n == name {
			return bit, true
		}
		bit <<= 1
	}
	return 0, false
}

// wordID numbers the words that the lexicon or a cue knows; zero is any other.
type wordID int32

// lexeme is what is known of a word.
type lexeme struct {
	class class
	id    wordID
}

// lexicon is the words that are known, with their classes.
type lexicon map[string]lexeme

// newLexicon builds the lexicon of the word lists.
func newLexicon() lexicon {
	m := make(lexicon, 6000)
	for _, list := range wordLists {
		for word := range strings.FieldsSeq(list.words) {
			if verb, ok := strings.CutPrefix(word, "~"); ok {
				for _, f := range forms(verb) {
					m.add(f, list.class)
				}
				continue
			}
			m.add(word, list.class)
		}
	}
	for verb := range strings.SplitSeq(irregulars, ";") {
		if _, past, ok := strings.Cut(verb, " "); ok {
			for form := range strings.FieldsSeq(past) {
				m.add(form, pastClass)
			}
		}
	}
	return m
}

// add gives a word a class, and a number where it has none.
func (m lexicon) add(word string, c class) wordID {
	l, ok := m[word]
	if !ok {
		l.id = wordID(len(m) + 1)
	}
	l.class |= c
	m[word] = l
	return l.id
}

// lookUp finds a word in lower case. A plural has the classes of its singular
// where it has none of its own.
func lookUp(word string) lexeme {
	m := book().words
	l, ok := m[word]
	if ok && l.class != 0 {
		return l
	}
	if s, ok := strings.CutSuffix(word, "s"); ok && len(s) > 3 {
		const nouns = teamClass | roleClass | bossClass | idolClass | harmClass | wantedClass | unwantedClass | restClass | verdictClass | crowdClass | spanClass | whenClass | giftClass
		if c := m[s].class & nouns; c != 0 {
			l.class = c
		} else if strings.HasSuffix(s, "er") && len(s) > 5 {
			l.class = roleClass
		}
	}
	return l
}

// classOfNumber tells clock times and ordinals from other numbers.
func classOfNumber(text string) class {
	n := len(text)
	switch {
	case n > 2 && (strings.HasSuffix(text, "am") || strings.HasSuffix(text, "pm")),
		n > 2 && (strings.HasSuffix(text, "th") || strings.HasSuffix(text, "st") || strings.HasSuffix(text, "nd") || strings.HasSuffix(text, "rd")):
		return whenClass
	case n == 5 && (text[2] == ':' || text[2] == '.') && text[0] < '3' && isDigits(text[:2]) && isDigits(text[3:]) && text[3] < '6' && text[2] == ':',
		n == 4 && text[1] == ':' && isDigits(text[2:]),
		n == 10 && text[4] == '-':
		return whenClass
	}
	return 0
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// wordList gives the words of a list their classes. "~lose" stands for all
// forms of a verb.
type wordList struct {
	class class
	words string
}
