package notes

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rapport"
)

// The classes of keys: what a thing is by its place in the file, since what it
// means may change with an answer.
const (
	lineClass    = "line"
	replyClass   = "reply"
	promiseClass = "promise"
	privateClass = "private"
)

// keyOf names a thing: its day, its words, and which of the same words it is.
func keyOf(day rapport.Day, class, text string, turn int) string {
	sum := sha256.Sum256([]byte(sameWords(text)))
	key := fmt.Sprintf("%s/%s/%s", day, class, hex.EncodeToString(sum[:8]))
	if turn > 1 {
		key += fmt.Sprintf("/%d", turn)
	}
	return key
}

// sameWords brings a text to the form in which two texts are the same: letters
// and digits in lower case. A text without any is itself.
func sameWords(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(text) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	if b.Len() == 0 {
		return text
	}
	return b.String()
}

// turns numbers equal things. They are numbered by their section and then by
// their place, so that sections may change places.
type turns struct {
	members map[string][]turn
}

type turn struct {
	within string
	at     int
}

func (t *turns) add(day rapport.Day, class, text, within string, at int) {
	if t.members == nil {
		t.members = map[string][]turn{}
	}
	k := keyOf(day, class, text, 1)
	t.members[k] = append(t.members[k], turn{within, at})
}

// number sorts the equal things and returns the keys by place.
func (t *turns) number(keys map[int]string) {
	for k, members := range t.members {
		slices.SortFunc(members, func(a, b turn) int {
			if c := strings.Compare(a.within, b.within); c != 0 {
				return c
			}
			return a.at - b.at
		})
		for n, m := range members {
			keys[m.at] = k
			if n > 0 {
				keys[m.at] = fmt.Sprintf("%s/%d", k, n+1)
			}
		}
	}
}
