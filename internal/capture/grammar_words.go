package capture

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rapport"
)

// value is what stands behind on:, by: or for:.
type value struct {
	text   string
	quoted bool
}

// splitLine cuts a line at its spaces. A quote right behind on:, by:, for: or a
// further mark holds its words together.
func splitLine(line string, further []string) ([]string, error) {
	var words []string
	for line != "" {
		line = strings.TrimLeft(line, " ")
		if line == "" {
			break
		}
		if name, rest, ok := openQuote(line, further); ok {
			inside, after, closed := cutQuote(rest)
			if !closed {
				return nil, rapport.Errorf(rapport.Invalid, "the quote after %s: is never closed", name).
					WithHint(`write %s:"…" with a quote at both ends, or %s\: to keep the words as text`, name, name)
			}
			if end := strings.TrimLeft(after, ".,;:!?)"); end == "" || end[0] == ' ' {
				words = append(words, name+`:"`+inside+`"`)
				line = end
				continue
			}
		}
		word, after, _ := strings.Cut(line, " ")
		words = append(words, word)
		line = after
	}
	return words, nil
}

// openQuote reports whether the line begins with on:", by:", for:" or a further
// mark and a quote.
func openQuote(line string, further []string) (name, rest string, ok bool) {
	for _, name := range append([]string{"on", "by", "for"}, further...) {
		if len(line) <= len(name)+1 || line[len(name)] != ':' || !strings.EqualFold(line[:len(name)], name) {
			continue
		}
		r, size := utf8.DecodeRuneInString(line[len(name)+1:])
		if opensValue(r) {
			return name, line[len(name)+1+size:], true
		}
	}
	return "", "", false
}

func opensValue(r rune) bool { return r == '"' || r == '“' || r == '”' || r == '„' }

// cutQuote cuts text at its first quote.
func cutQuote(text string) (inside, after string, ok bool) {
	for i, r := range text {
		if opensValue(r) {
			return text[:i], text[i+utf8.RuneLen(r):], true
		}
	}
	return "", "", false
}

// valued reads on:VALUE, by:VALUE, for:VALUE and further marks. Without a value it is text,
// as the colon at the end of a phrase is.
func valued(word string, further []string) (name string, v value, ok bool) {
	name, text, found := strings.Cut(word, ":")
	name = strings.ToLower(name)
	if !found || !isValued(name) && !slices.Contains(further, name) {
		return "", value{}, false
	}
	if rest, quoted := strings.CutPrefix(text, `"`); quoted {
		v = value{text: strings.TrimSpace(strings.TrimSuffix(rest, `"`)), quoted: true}
	} else {
		v = value{text: strings.TrimRight(text, ",;!?)")}
	}
	return name, v, v.text != ""
}

func isValued(name string) bool { return name == "on" || name == "by" || name == "for" }

// unescape takes the backslash off a word that has one in front of its first
// letter or mark, or before the colon of a word that means something.
func unescape(word string, further []string) (plain string, escaped bool) {
	if len(word) > 1 && word[0] == '\\' {
		return word[1:], true
	}
	if name, rest, ok := reserved(word, further); ok && rest[0] == '\\' {
		return name + rest[1:], true
	}
	return word, false
}

// reserved cuts a word that begins with a name of the grammar before the
// backslashes and the colon behind it.
func reserved(word string, further []string) (name, rest string, ok bool) {
	colon := strings.IndexByte(word, ':')
	if colon < 0 {
		return "", "", false
	}
	name = strings.TrimRight(word[:colon], `\`)
	lower := strings.ToLower(name)
	if _, _, isKind := kindWord(lower); isKind || isValued(lower) || slices.Contains(further, lower) {
		return name, word[len(name):], true
	}
	return "", "", false
}

// escape puts a backslash into a word that would otherwise be read.
func escape(word string) string {
	if name, rest, ok := reserved(word, nil); ok {
		return name + `\` + rest
	}
	if word != "" && word != `\` {
		if _, isMark := sluggedMark(word); isMark || word[0] == '\\' || isArrow(word) {
			return `\` + word
		}
	}
	return word
}
