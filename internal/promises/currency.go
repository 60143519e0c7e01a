package promises

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rapport"
)

// A cue is a stretch of words that sounds like a currency. A star at the end
// of a word stands for any ending.
type cue struct {
	words    string
	currency rapport.Currency
	// weight is 3 for words that say what is wanted, 2 for things that are
	// mostly one currency, 1 for a leaning.
	weight int
}

// cues are ordered by currency; where two weigh the same, the one whose
// currency stands first wins: who says "what do you think" means it, whatever
// it is about.
var cues = [...]cue{
	{"what do you think", rapport.Advice, 5},
	{"what would you", rapport.Advice, 5},
	{"how would you", rapport.Advice, 5},
	{"would you rather", rapport.Advice, 4},
	{"which would you", rapport.Advice, 5},
	{"if you were me", rapport.Advice, 5},
	{"in my place", rapport.Advice, 4},
	{"your advice", rapport.Advice, 5},
	{"your view", rapport.Advice, 4},
	{"your views", rapport.Advice, 4},
	{"your opinion", rapport.Advice, 4},
	{"your take", rapport.Advice, 4},
	{"your thoughts", rapport.Advice, 4},
	{"your read", rapport.Advice, 4},
	{"your experience", rapport.Advice, 3},
	{"thoughts on", rapport.Advice, 4},
	{"advice", rapport.Advice, 3},
	{"advise", rapport.Advice, 4},
	{"sanity check", rapport.Advice, 4},
	{"sense check", rapport.Advice, 4},
	{"sounding board", rapport.Advice, 4},
	{"second opinion", rapport.Advice, 4},
	{"pair of eyes", rapport.Advice, 3},
	{"look over my", rapport.Advice, 3},
	{"should i", rapport.Advice, 3},
	{"should we", rapport.Advice, 3},
	{"how best", rapport.Advice, 3},
	{"best way", rapport.Advice, 3},
	{"wise", rapport.Advice, 3},
	{"worth it", rapport.Advice, 3},
	{"right tone", rapport.Advice, 3},
	{"torn between", rapport.Advice, 4},
	{"where do you lean", rapport.Advice, 4},
	{"think through", rapport.Advice, 4},
	{"what am i missing", rapport.Advice, 4},
	{"am i missing", rapport.Advice, 4},
	{"am i right to", rapport.Advice, 4},
	{"handle", rapport.Advice, 1},
	{"make sense", rapport.Advice, 2},
	{"where it is weak", rapport.Advice, 3},
	{"which way", rapport.Advice, 3},

	{"introduce", rapport.Backing, 5},
	{"introduction", rapport.Backing, 4},
	{"put me in touch", rapport.Backing, 5},
	{"connect me", rapport.Backing, 4},
	{"good word", rapport.Backing, 4},
	{"word with", rapport.Backing, 4},
	{"back me", rapport.Backing, 4},
	{"back us", rapport.Backing, 4},
	{"backing", rapport.Backing, 4},
	{"stand behind", rapport.Backing, 4},
	{"stand by", rapport.Backing, 3},
	{"support me", rapport.Backing, 3},
	{"support us", rapport.Backing, 3},
	{"your support", rapport.Backing, 4},
	{"vouch", rapport.Backing, 4},
	{"sponsor", rapport.Backing, 3},
	{"champion", rapport.Backing, 3},
	{"defend", rapport.Backing, 4},
	{"recommend me", rapport.Backing, 4},
	{"endorse", rapport.Backing, 3},
	{"speak to", rapport.Backing, 3},
	{"speak with", rapport.Backing, 3},
	{"speak for", rapport.Backing, 4},
	{"speak up for", rapport.Backing, 4},
	{"talk to", rapport.Backing, 3},
	{"raise it with", rapport.Backing, 4},
	{"take it up with", rapport.Backing, 4},
	{"on my behalf", rapport.Backing, 4},
	{"on our behalf", rapport.Backing, 4},
	{"in my name", rapport.Backing, 3},
	{"chase", rapport.Backing, 3},
	{"lean on", rapport.Backing, 3},
	{"weigh in", rapport.Backing, 3},
	{"shield", rapport.Backing, 3},
	{"a seat at", rapport.Backing, 3},
	{"your trust", rapport.Backing, 3},
	{"your name", rapport.Backing, 3},
	{"your weight", rapport.Backing, 4},
	{"a line from you", rapport.Backing, 3},
	{"a word from you", rapport.Backing, 4},
	{"letter of support", rapport.Backing, 5},
	{"reference for", rapport.Backing, 3},
	{"with me", rapport.Backing, 2},
	{"at my side", rapport.Backing, 3},
	{"open a door", rapport.Backing, 4},
	{"open doors", rapport.Backing, 4},
	{"when you meet", rapport.Backing, 3},
	{"when you see", rapport.Backing, 3},

	{"decide", rapport.ADecision, 4},
	{"decision", rapport.ADecision, 4},
	{"make the call", rapport.ADecision, 4},
	{"approv*", rapport.ADecision, 4},
	{"sign off", rapport.ADecision, 4},
	{"signoff", rapport.ADecision, 4},
	{"signature", rapport.ADecision, 4},
	{"go ahead", rapport.ADecision, 4},
	{"go-ahead", rapport.ADecision, 4},
	{"sign-off", rapport.ADecision, 4},
	{"green light", rapport.ADecision, 4},
	{"permission", rapport.ADecision, 4},
	{"authoris*", rapport.ADecision, 4},
	{"authoriz*", rapport.ADecision, 4},
	{"yes or no", rapport.ADecision, 4},
	{"ok to", rapport.ADecision, 3},
	{"okay to", rapport.ADecision, 3},
	{"choose", rapport.ADecision, 3},
	{"pick one", rapport.ADecision, 3},
	{"rule on", rapport.ADecision, 4},
	{"settle", rapport.ADecision, 3},
	{"prioriti*", rapport.ADecision, 3},
	{"which comes first", rapport.ADecision, 4},
	{"what comes first", rapport.ADecision, 4},
	{"agree to", rapport.ADecision, 3},
	{"waive", rapport.ADecision, 3},
	{"a yes", rapport.ADecision, 4},
	{"yours to say", rapport.ADecision, 3},
	{"your word on", rapport.ADecision, 3},
	{"allowed", rapport.ADecision, 3},
	{"rule out", rapport.ADecision, 4},
	{"turn down", rapport.ADecision, 2},
	{"priority of", rapport.ADecision, 2},
	{"deadline", rapport.ADecision, 1},

	{"training", rapport.Development, 3},
	{"train", rapport.Development, 2},
	{"course*", rapport.Development, 3},
	{"conference", rapport.Development, 3},
	{"seminar", rapport.Development, 3},
	{"workshop", rapport.Development, 2},
	{"mentor*", rapport.Development, 4},
	{"coach*", rapport.Development, 3},
	{"shadow", rapport.Development, 3},
	{"sit in on", rapport.Development, 3},
	{"learn", rapport.Development, 3},
	{"certif*", rapport.Development, 3},
	{"qualif*", rapport.Development, 3},
	{"apprenticeship", rapport.Development, 3},
	{"secondment", rapport.Development, 4},
	{"rotation", rapport.Development, 2},
	{"study leave", rapport.Development, 4},
	{"exam", rapport.Development, 3},
	{"promotion", rapport.Development, 4},
	{"promoted", rapport.Development, 4},
	{"stretch", rapport.Development, 3},
	{"chance to", rapport.Development, 3},
	{"opportunity to", rapport.Development, 3},
	{"let me lead", rapport.Development, 4},
	{"let me chair", rapport.Development, 4},
	{"let me present", rapport.Development, 4},
	{"let me run", rapport.Development, 3},
	{"next grade", rapport.Development, 3},
	{"my career", rapport.Development, 4},
	{"class", rapport.Development, 3},
	{"classes", rapport.Development, 3},
	{"stint", rapport.Development, 3},
	{"placement", rapport.Development, 3},
	{"internship", rapport.Development, 3},
	{"a turn at", rapport.Development, 3},
	{"try my hand", rapport.Development, 4},
	{"under supervision", rapport.Development, 3},
	{"how others", rapport.Development, 3},
	{"feedback", rapport.Development, 3},
	{"study", rapport.Development, 3},
	{"skill*", rapport.Development, 2},
	{"next step", rapport.Development, 2},
	{"degree", rapport.Development, 2},
	{"diploma", rapport.Development, 3},

	{"budget", rapport.Resources, 3},
	{"money", rapport.Resources, 3},
	{"fund*", rapport.Resources, 3},
	{"headcount", rapport.Resources, 4},
	{"hire", rapport.Resources, 3},
	{"hiring", rapport.Resources, 2},
	{"recruit*", rapport.Resources, 3},
	{"overtime", rapport.Resources, 3},
	{"agency staff", rapport.Resources, 3},
	{"temp", rapport.Resources, 3},
	{"temps", rapport.Resources, 3},
	{"licen*", rapport.Resources, 2},
	{"laptop*", rapport.Resources, 3},
	{"equipment", rapport.Resources, 3},
	{"machine*", rapport.Resources, 2},
	{"vehicle*", rapport.Resources, 2},
	{"tool*", rapport.Resources, 1},
	{"room", rapport.Resources, 1},
	{"spare parts", rapport.Resources, 3},
	{"replacement", rapport.Resources, 3},
	{"cover for", rapport.Resources, 3},
	{"a stand-in", rapport.Resources, 3},
	{"extra", rapport.Resources, 2},
	{"additional", rapport.Resources, 2},
	{"another", rapport.Resources, 2},
	{"a second", rapport.Resources, 2},
	{"a third", rapport.Resources, 2},
	{"more time", rapport.Resources, 3},
	{"more hands", rapport.Resources, 3},
	{"more people", rapport.Resources, 3},
	{"more staff", rapport.Resources, 3},
	{"days off the rota", rapport.Resources, 2},
	{"borrow", rapport.Resources, 3},
	{"lend", rapport.Resources, 3},
	{"buy", rapport.Resources, 3},
	{"purchase", rapport.Resources, 3},
	{"order for", rapport.Resources, 1},
	{"help from", rapport.Resources, 2},
	{"pay for", rapport.Resources, 3},

	{"do you know", rapport.Information, 4},
	{"can you tell", rapport.Information, 4},
	{"could you tell", rapport.Information, 4},
	{"tell me", rapport.Information, 4},
	{"let me know", rapport.Information, 4},
	{"send me", rapport.Information, 3},
	{"share the", rapport.Information, 3},
	{"explain", rapport.Information, 4},
	{"clarif*", rapport.Information, 4},
	{"details", rapport.Information, 3},
	{"background", rapport.Information, 3},
	{"figures", rapport.Information, 3},
	{"numbers for", rapport.Information, 2},
	{"minutes of", rapport.Information, 3},
	{"notes from", rapport.Information, 3},
	{"copy of", rapport.Information, 3},
	{"list of", rapport.Information, 3},
	{"dates of", rapport.Information, 3},
	{"date of", rapport.Information, 3},
	{"status of", rapport.Information, 3},
	{"news on", rapport.Information, 3},
	{"news of", rapport.Information, 3},
	{"update on", rapport.Information, 3},
	{"reason for", rapport.Information, 3},
	{"access to", rapport.Information, 2},
	{"results of", rapport.Information, 3},
	{"forecast", rapport.Information, 2},
	{"name of", rapport.Information, 3},
	{"names of", rapport.Information, 3},
	{"address of", rapport.Information, 3},
	{"number of", rapport.Information, 2},
	{"map of", rapport.Information, 3},
	{"plan of", rapport.Information, 2},
	{"text of", rapport.Information, 3},
	{"cost of", rapport.Information, 2},
	{"word from", rapport.Information, 2},
	{"any news", rapport.Information, 4},
	{"any word", rapport.Information, 4},
	{"what happened", rapport.Information, 3},
	{"data", rapport.Information, 2},
	{"agenda", rapport.Information, 2},
}

// GuessCurrency returns the currency that the words of an ask sound like, and
// why, in words for people. How the ask is put, its verb, and the things that it
// names all count; words that say what is wanted weigh more than what
// it is about. Where nothing speaks for any, a question is for information and
// anything else for resources, and the reason says that it is a mere guess.
func GuessCurrency(text string) (rapport.Currency, string) {
	words := askWords(text)
	scores, best := map[rapport.Currency]int{}, map[rapport.Currency]cue{}
	add := func(c cue) {
		scores[c.currency] += c.weight
		if c.weight > best[c.currency].weight {
			best[c.currency] = c
		}
	}
	for _, c := range cues {
		if found, ok := says(words, strings.Fields(c.words)); ok {
			c.words = found // the words as they were typed
			add(c)
		}
	}
	for _, c := range frames(words) {
		add(c)
	}
	if more, ok := howMany(words); ok {
		add(cue{more, rapport.Resources, 2})
	}
	var found rapport.Currency
	for _, c := range cues { // in the order of the table, so that ties have one answer
		if scores[c.currency] > scores[found] {
			found = c.currency
		}
	}
	switch {
	case found != "":
		return found, fmt.Sprintf("%q sounds like %s", best[found].words, sounds(found))
	case strings.HasSuffix(strings.TrimSpace(text), "?"):
		return rapport.Information, "a question with no other sign"
	}
	return rapport.Resources, "no word says what it is for, and a thing asked for is most often means"
}

// sounds names a currency as what is wanted.
func sounds(c rapport.Currency) string {
	switch c {
	case rapport.Resources:
		return "people, money, time or means"
	case rapport.ADecision:
		return "a decision"
	case rapport.Backing:
		return "backing"
	}
	return string(c)
}

// askWords cuts a text into its words, in lower case; a hyphen holds a word
// together.
func askWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '\'' && r != '’' && !unicode.Is(unicode.Sc, r)
	})
}

// says returns the words that are those of a cue, and whether there are any.
func says(words, wanted []string) (string, bool) {
	for i := 0; i+len(wanted) <= len(words); i++ {
		if slices.EqualFunc(words[i:i+len(wanted)], wanted, fits) {
			return strings.Join(words[i:i+len(wanted)], " "), true
		}
	}
	return "", false
}

func fits(word, wanted string) bool {
	if stem, open := strings.CutSuffix(wanted, "*"); open {
		return strings.HasPrefix(word, stem)
	}
	return word == wanted
}

// howMany returns a number of things that are asked for: "two more analysts",
// "3 licences", "4,000 euros", "£300".
func howMany(words []string) (string, bool) {
	for i, w := range words {
		if i+1 == len(words) {
			if hasMoney(w) {
				return w, true
			}
			break
		}
		next := words[i+1]
		switch {
		case hasMoney(w), hasMoney(next):
			return w, true
		case isCount(w) && (next == "more" || next == "extra" || next == "additional"), w == "more" && strings.HasSuffix(next, "s"),
			isCount(w) && strings.HasSuffix(next, "s") && !isUnitOfTime(next):
			return w + " " + next, true
		case isCount(w) && isUnitOfTime(next) && i+2 < len(words):
			return w + " " + next, true
		}
	}
	return "", false
}

func hasMoney(w string) bool {
	return strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Sc, r) }) || w == "euros" || w == "dollars" || w == "pounds" || w == "francs"
}

func isCount(w string) bool {
	switch w {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "half":
		return true
	}
	return w != "" && w[0] >= '0' && w[0] <= '9' && !strings.ContainsFunc(w, unicode.IsLetter)
}

func isUnitOfTime(w string) bool {
	switch w {
	case "days", "weeks", "months", "years", "hours", "minutes", "day", "week", "month":
		return true
	}
	return false
}
