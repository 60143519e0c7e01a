package git

import (
	"encoding/hex"
	"hash/fnv"
	"io"
	"strconv"
	"strings"
	"time"

	"rapport"
)

// maxTips is how many branch tips a cursor remembers. Any number is right: a
// reading that knows fewer only sees again what it has seen.
const maxTips = 64

// Cursor says what was read from a repository. The zero Cursor says nothing.
type Cursor struct {
	// Look identifies who was looked for and through which .mailmap; another
	// look starts afresh.
	Look string
	// Refs identifies where all branches stood.
	Refs string
	// Since and Until are the window that was read; zero for an open end.
	Since, Until time.Time
	// Tips are commits up to which all is known.
	Tips []string
}

// IsZero reports whether nothing was read before.
func (c Cursor) IsZero() bool { return c.Look == "" }

// covers reports whether a reading with this cursor saw the whole window.
func (c Cursor) covers(since, until time.Time) bool {
	return (c.Since.IsZero() || !since.IsZero() && !since.Before(c.Since)) &&
		(c.Until.IsZero() || !until.IsZero() && !until.After(c.Until))
}

const cursorVersion = "git1"

// Encode returns the cursor as one line of text; the empty text for the zero
// Cursor.
func (c Cursor) Encode() string {
	if c.IsZero() {
		return ""
	}
	unix := func(t time.Time) string {
		if t.IsZero() {
			return "-"
		}
		return strconv.FormatInt(t.Unix(), 10)
	}
	return strings.Join([]string{cursorVersion, c.Look, c.Refs, unix(c.Since), unix(c.Until), strings.Join(c.Tips, ",")}, " ")
}

// DecodeCursor reads what [Cursor.Encode] wrote. Who cannot use a broken
// cursor may read from the start instead: nothing is proposed twice.
func DecodeCursor(text string) (Cursor, error) {
	if text == "" {
		return Cursor{}, nil
	}
	broken := rapport.Errorf(rapport.Invalid, "the note of what was read from git last time is broken").
		WithHint("read again from the start")
	f := strings.Split(text, " ")
	if len(f) != 6 || f[0] != cursorVersion || f[1] == "" || f[2] == "" {
		return Cursor{}, broken
	}
	c := Cursor{Look: f[1], Refs: f[2]}
	for i, t := range [...]*time.Time{&c.Since, &c.Until} {
		if f[3+i] == "-" {
			continue
		}
		unix, err := strconv.ParseInt(f[3+i], 10, 64)
		if err != nil {
			return Cursor{}, broken.WithCause(err)
		}
		*t = time.Unix(unix, 0).UTC()
	}
	if f[5] == "" {
		return c, nil
	}
	c.Tips = strings.Split(f[5], ",")
	for _, tip := range c.Tips {
		if !isHash(tip) {
			return Cursor{}, broken
		}
	}
	return c, nil
}

// fingerprint returns a short text that differs where any of the parts does.
func fingerprint(parts ...string) string {
	h := fnv.New128a()
	for _, p := range parts {
		_, _ = io.WriteString(h, strconv.Itoa(len(p))) // a hash cannot fail
		_, _ = io.WriteString(h, ":"+p)
	}
	return hex.EncodeToString(h.Sum(nil))
}
