package prose

import (
	"strings"

	"rapport"
)

// likeNotes finds passages that repeat one of the user's private notes, in
// other words or another order too. The words of a note are compared here and
// go no further: a passage holds places in the draft alone.
func likeNotes(d *draft, notes []rapport.PrivateText) []passage {
	if len(notes) == 0 {
		return nil
	}
	if len(notes) > mostNotes {
		notes = notes[len(notes)-mostNotes:]
	}
	drafted := make([][]string, len(d.sentences))
	where := map[string][]int{}
	for i := range d.sentences {
		drafted[i] = telling(d.sentences[i].tokens())
		for _, w := range drafted[i] {
			if at := where[w]; len(at) == 0 || at[len(at)-1] != i {
				where[w] = append(at, i)
			}
		}
	}
	var out []passage
	for _, note := range notes {
		read := readDraft(note.Reveal(), Email)
		for k := range read.sentences {
			words := telling(read.sentences[k].tokens())
			if len(words) < 2 {
				continue
			}
			shared := map[int]int{}
			for _, w := range words {
				for _, i := range where[w] {
					shared[i]++
				}
			}
			for i, n := range shared {
				if repeats(n, len(words), len(drafted[i])) {
					s := &d.sentences[i]
					start, end := s.span(s.from, s.to)
					out = append(out, passage{start: start, end: end, why: "says what one of your private notes says", sure: true})
				}
			}
		}
	}
	return out
}

// repeats reports whether n shared words out of a note's and a draft's make a
// repetition: three of them at least, and most of the shorter of the two.
func repeats(n, note, draft int) bool {
	shorter := min(note, draft)
	switch {
	case shorter <= 2:
		return false
	case shorter == 3:
		return n == 3
	}
	return n >= 3 && n*10 >= shorter*6
}

// telling returns the different stems of the words that carry a text.
func telling(tokens []token) []string {
	var out []string
	for i := range tokens {
		t := &tokens[i]
		if t.kind != wordToken || t.is(plainClass) && !t.is(generalClass) || len(t.text) < 3 {
			continue
		}
		w := stemOf(t.text)
		seen := false
		for _, o := range out {
			seen = seen || o == w
		}
		if !seen {
			out = append(out, w)
		}
	}
	return out
}

// stemOf takes the commonest endings off a word, so that "shouts" meets
// "shouting".
func stemOf(w string) string {
	for _, ending := range [...]string{"ings", "ing", "edly", "ies", "ied", "ed", "es", "ly", "s", "e", "y"} {
		if s, ok := strings.CutSuffix(w, ending); ok && len(s) >= 4 {
			if n := len(s); s[n-1] == s[n-2] {
				return s[:n-1]
			}
			return s
		}
	}
	return w
}
