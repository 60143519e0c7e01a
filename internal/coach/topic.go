package coach

import (
	"slices"
	"strings"
	"unicode"
)

// Topic is what a text is about: its telling words, shortened to their stems,
// sorted. Two texts with a common topic share telling words.
type Topic []string

// TopicOf returns the topic of texts.
func TopicOf(texts ...string) Topic {
	var t Topic
	for _, text := range texts {
		for word := range strings.FieldsFuncSeq(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if stem := stemOf(word); stem != "" {
				t = append(t, stem)
			}
		}
	}
	slices.Sort(t)
	return slices.Compact(t)
}

// Shared counts the telling words that two topics share.
func (t Topic) Shared(u Topic) (n int) {
	for i, j := 0, 0; i < len(t) && j < len(u); {
		switch {
		case t[i] == u[j]:
			n, i, j = n+1, i+1, j+1
		case t[i] < u[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// Meets reports whether two texts are about the same thing: they share two
// telling words, or one where either says little more than that word.
func (t Topic) Meets(u Topic) bool {
	switch n := t.Shared(u); {
	case n >= 2:
		return true
	case n == 1:
		return min(len(t), len(u)) <= 2
	}
	return false
}

// stemOf shortens a word so that "answers", "answered" and "answering" are the
// same, and drops words that tell nothing.
func stemOf(word string) string {
	if isPlain(word) || len(word) < 2 || word[0] >= '0' && word[0] <= '9' && len(word) < 3 {
		return ""
	}
	letters := 0
	for range word {
		letters++
	}
	for _, ending := range [...]string{"ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ions", "ion", "ers", "er", "ed", "es", "ly", "s", "y", "e"} {
		if rest, ok := strings.CutSuffix(word, ending); ok && letters-len(ending) >= 3 {
			word = rest
			break
		}
	}
	if n := len(word); n > 3 && word[n-1] == word[n-2] { // planned and plan
		word = word[:n-1]
	}
	if isPlain(word) {
		return ""
	}
	return word
}

// isPlain reports whether a word says nothing of a topic.
func isPlain(word string) bool {
	_, found := slices.BinarySearch(plainWords[:], word)
	return found
}

// plainWords are sorted: a test says so.
var plainWords = [...]string{
	"about", "after", "again", "ago", "all", "already", "also", "am", "an", "and", "answer", "any", "are", "as", "ask", "asked", "at", "away",
	"back", "be", "because", "been", "before", "being", "between", "but", "by",
	"call", "can", "come", "comes", "could", "day", "days", "did", "do", "does", "doing", "done", "down", "due", "during",
	"each", "either", "even", "every", "far", "few", "first", "for", "friday", "from", "get", "gets", "give", "given", "go", "goes", "going", "good", "got",
	"had", "has", "have", "he", "her", "here", "him", "his", "hour", "hours", "how", "if", "in", "into", "is", "it", "its",
	"just", "keep", "kept", "know", "last", "later", "let", "like", "long", "look", "made", "make", "makes", "many", "may", "me", "meeting", "might", "monday", "month", "months", "more", "most", "much", "must", "my",
	"need", "needs", "new", "news", "next", "no", "not", "nothing", "now", "of", "off", "ok", "on", "one", "only", "or", "other", "our", "out", "over", "own",
	"please", "put", "really", "said", "same", "say", "says", "see", "seen", "send", "sent", "she", "should", "since", "so", "some", "soon", "status", "still", "such",
	"take", "tell", "than", "that", "the", "their", "them", "then", "there", "these", "they", "thing", "things", "think", "this", "those", "three", "thursday", "time", "to", "today", "told", "tomorrow", "too", "tuesday", "two",
	"until", "up", "update", "us", "use", "used", "very", "want", "wants", "was", "we", "wednesday", "week", "weeks", "well", "went", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with", "without", "work", "would",
	"year", "years", "yes", "yesterday", "yet", "you", "your",
}
