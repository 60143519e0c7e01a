package coach

import (
	"strings"
	"unicode"
)

// spoken is a text as its words in lower case, for rules that need to know how
// something was put, not only what it is about.
type spoken []string

// spokenIn cuts a text into its words.
func spokenIn(text string) spoken {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
}

// has reports whether one of some cues stands in the text. A cue is a row of
// words; "a|b" is either, "move*" any word that begins so, and ".." up to four
// words between.
func (s spoken) has(cues ...string) bool { return s.find(cues...) >= 0 }

// find returns where the first cue that is met begins, -1 for none. Rules ask
// this of many lines, so nothing is cut up or kept on the way.
func (s spoken) find(cues ...string) int {
	for _, cue := range cues {
		for i := range s {
			if s[i:].begins(cue) {
				return i
			}
		}
	}
	return -1
}

// begins reports whether the words begin with a cue.
func (s spoken) begins(cue string) bool {
	part, rest, more := strings.Cut(cue, " ")
	if part == ".." {
		for skip := 0; skip <= 4 && skip <= len(s); skip++ {
			if s[skip:].begins(rest) {
				return true
			}
		}
		return false
	}
	return len(s) > 0 && fitsPart(s[0], part) && (!more || s[1:].begins(rest))
}

// fitsPart reports whether a word is one of the alternatives of a part.
func fitsPart(word, part string) bool {
	for {
		end := strings.IndexByte(part, '|')
		alternative := part
		if end >= 0 {
			alternative = part[:end]
		}
		if n := len(alternative) - 1; n > 0 && alternative[n] == '*' && strings.HasPrefix(word, alternative[:n]) || word == alternative {
			return true
		}
		if end < 0 {
			return false
		}
		part = part[end+1:]
	}
}

// denied reports whether the words in front of a place take back what follows.
func (s spoken) denied(at int) bool {
	return s[max(0, at-3):at].has("no|not|never|without|nothing|none|less|neither|nor|don't|didn't|isn't|wasn't|hardly")
}

// isSafeguarded reports whether a text is about what nobody has to tell their
// boss first, and what no lint holds up: misconduct, safety, discrimination,
// health, a complaint (P41).
func isSafeguarded(text string) bool {
	return spokenIn(text).has(
		"misconduct|fraud|bribe*|corrupt*|illegal*|unlawful*|crime*|criminal*|embezzl*|theft|stealing",
		"harass*|bully*|bullied|mobbing|discriminat*|racis*|sexis*|assault*|violen*|threaten*|grievance*|whistle*",
		"safety|unsafe|danger*|accident*|injur*|hazard*", "health|sick|illness*|ill|disab*|pregnan*|burnout|doctor*",
		"file|make|filed|raise .. complaint", "complaint about|against",
	)
}
