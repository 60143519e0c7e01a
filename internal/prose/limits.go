package prose

import "unicode"

// Limits says, in words for people, what could not be checked in a text, or
// nothing where all could. The rules read English; the comparison with private
// notes and the passages that are meant work in any language.
func Limits(text string) string {
	if len(text) > longestCheckable {
		return "the text is longer than 8 MB, so only its beginning was checked"
	}
	var letters, latin, words, known int
	tokens := tokenise(text[:min(len(text), 20_000)])
	for i := range tokens {
		t := &tokens[i]
		if t.kind != wordToken {
			continue
		}
		words++
		if t.class&plainClass != 0 {
			known++
		}
		for _, c := range t.text {
			if unicode.IsLetter(c) {
				letters++
				if unicode.Is(unicode.Latin, c) {
					latin++
				}
			}
		}
	}
	switch {
	case words == 0:
		return "there are no words in it, so there was nothing to check"
	case latin*2 < letters:
		return "it is not written in Latin letters; the rules read English, so only your private notes were compared"
	case words >= 8 && known*5 < words:
		return "it does not read like English; the rules read English, so little but your private notes was compared"
	}
	return ""
}
