package compose

import (
	"strings"
	"unicode"
)

// runeWidth is how many columns a terminal or mail program gives to r: none
// for marks and joiners, two for East Asian wide characters and emoji.
func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		if r < 0x20 || r == 0xAD {
			return 0
		}
		return 1
	case r >= 0x200B && r <= 0x200F, r >= 0x2060 && r <= 0x2064, r >= 0xFE00 && r <= 0xFE0F,
		r >= 0x1F3FB && r <= 0x1F3FF, r >= 0xE0020 && r <= 0xE007F:
		return 0
	case r >= 0x1100 && r <= 0x115F, r >= 0x2E80 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7A3,
		r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE6F, r >= 0xFF01 && r <= 0xFF60,
		r >= 0xFFE0 && r <= 0xFFE6, r >= 0x1F300 && r <= 0x1F64F, r >= 0x1F680 && r <= 0x1F6FF,
		r >= 0x1F900 && r <= 0x1FAFF, r >= 0x20000 && r <= 0x3FFFD:
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	return 1
}

// textWidth is how many columns text takes. What a joiner binds to an emoji
// takes no further room.
func textWidth(text string) int {
	n, emoji, bound := 0, false, false
	for _, r := range text {
		w := runeWidth(r)
		if !bound {
			n += w
		}
		if w > 0 {
			emoji = w == 2
		}
		bound = r == 0x200D && emoji
	}
	return n
}

// wrap writes text in lines of at most width columns. The first line begins
// with first, the others with rest. It breaks at spaces and between wide
// characters; a longer word, such as an address, keeps a line of its own.
func wrap(b *strings.Builder, text string, width int, first, rest string) {
	b.WriteString(first)
	col, empty := textWidth(first), true
	newLine := func() {
		b.WriteByte('\n')
		b.WriteString(rest)
		col, empty = textWidth(rest), true
	}
	for field := range strings.FieldsSeq(text) {
		for i, piece := range pieces(field) {
			w := textWidth(piece)
			space := 0
			if i == 0 && !empty {
				space = 1
			}
			if !empty && col+space+w > width {
				newLine()
				space = 0
			}
			if space > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(piece)
			col += space + w
			empty = false
		}
	}
	b.WriteByte('\n')
}

// pieces splits a word where a line may break inside it: before an ideograph
// or kana that does not close something.
func pieces(word string) []string {
	var all []string
	start := 0
	for i, r := range word {
		if i > start && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			all = append(all, word[start:i])
			start = i
		}
	}
	return append(all, word[start:])
}
