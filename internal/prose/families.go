package prose

import (
	_ "embed" // the families
	"slices"
	"strings"
	"sync"
)

// familyLines are the families of words: a name, a colon, and words.
//
//go:embed families.txt
var familyLines string

// familySigns are the signs of the families that a word belongs to.
var familySigns = sync.OnceValue(func() map[string][]string {
	m := make(map[string][]string, 2000)
	for line := range strings.Lines(familyLines) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		sign := "~" + name
		add := func(word string) {
			if !slices.Contains(m[word], sign) {
				m[word] = append(m[word], sign)
			}
		}
		for word := range strings.FieldsSeq(words) {
			if verb, ok := strings.CutPrefix(word, "~"); ok {
				for _, f := range forms(verb) {
					add(f)
				}
				continue
			}
			add(word)
		}
	}
	return m
})

// families returns the signs of the families of a word.
func (t *token) families() []string { return familySigns()[t.text] }
