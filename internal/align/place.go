package align

import "math"

// asideFrom returns the position in a goal's title after which words only tell
// where, when or for whom: the first preposition that has a word of substance
// before it. What follows "of" belongs to the matter itself.
func asideFrom(title string, words []term) int {
	found := math.MaxInt
	eachWord(title, func(word string, pos int) bool {
		if isPreposition(fold(word)) && hasSubstanceBefore(words, pos) {
			found = pos
			return false
		}
		return true
	})
	return found
}

func hasSubstanceBefore(words []term, pos int) bool {
	for _, t := range words {
		if t.span == 1 && t.pos < pos && t.tier < common {
			return true
		}
	}
	return false
}

func isPreposition(word string) bool {
	switch word {
	case "in", "on", "at", "for", "to", "by", "from", "with", "within", "across", "among", "between", "into", "before", "during":
		return true
	}
	return false
}

// isChore reports whether a stem names what goes on at every workplace beside
// the work: the house, the canteen, the festivities. Work that is about it
// seldom serves a goal that is not.
func isChore(stem string) bool {
	switch stem {
	case "birthday", "cak", "canteen", "cafeteria", "carpet", "chair", "christma", "coffe", "corridor", "dinner",
		"elevator", "holiday", "kettl", "lift", "locker", "lunch", "microwav", "offsit", "parking", "party", "picnic",
		"printer", "tea", "toilet", "wedding":
		return true
	}
	return false
}
