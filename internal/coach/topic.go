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
	return word
}

// isPlain reports whether a word says nothing of a topic.
func isPlain(word string) bool {
	_, found := slices.BinarySearch(plainWords[:], word)
	return found
}

// plainWords are sorted: a test says so.
var plainWords = [...]string{
	"about", "after", "again", "ago", "all", "already", "also", "am", "an", "and", "answer", "answered", "answering", "answers", "any", "are", "as",
	"ask", "asked", "asking", "asks", "at", "away", "back", "be", "because", "been", "before", "being", "between", "but", "by", "call", "called",
	"calling", "calls", "can", "come", "comes", "coming", "could", "day", "days", "did", "do", "does", "doing", "done", "down", "due", "during", "each",
	"either", "even", "every", "far", "few", "first", "for", "friday", "from", "get", "gets", "give", "given", "gives", "giving", "go", "goes", "going",
	"good", "got", "had", "has", "have", "he", "her", "here", "him", "his", "hour", "hours", "how", "if", "in", "into", "is", "it", "its", "just",
	"keep", "keeping", "keeps", "kept", "know", "last", "later", "let", "like", "long", "look", "looked", "looking", "looks", "made", "make", "makes",
	"making", "many", "may", "me", "meeting", "meetings", "might", "monday", "month", "months", "more", "most", "much", "must", "my", "need", "needed",
	"needs", "new", "news", "next", "no", "not", "nothing", "now", "of", "off", "ok", "on", "one", "only", "or", "other", "our", "out", "over", "own",
	"please", "put", "puts", "putting", "really", "said", "same", "say", "saying", "says", "see", "seen", "send", "sending", "sends", "sent", "she",
	"should", "since", "so", "some", "soon", "status", "still", "such", "take", "takes", "taking", "tell", "telling", "tells", "than", "that", "the",
	"their", "them", "then", "there", "these", "they", "thing", "things", "think", "this", "those", "three", "thursday", "time", "to", "today", "told",
	"tomorrow", "too", "tuesday", "two", "until", "up", "update", "updated", "updates", "us", "use", "used", "uses", "using", "very", "want", "wanted",
	"wants", "was", "we", "wednesday", "week", "weeks", "well", "went", "were", "what", "when", "where", "which", "while", "who", "why", "will", "with",
	"without", "work", "working", "works", "would", "year", "years", "yes", "yesterday", "yet", "you", "your",
}
