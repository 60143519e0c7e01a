package git

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapport"
)

// logFormat asks git log for one commit as nine fields, each ended by a NUL
// that no field can hold. The name and address stand twice: as committed, and
// as .mailmap has them.
const logFormat = "--format=tformat:%H%x00%P%x00%an%x00%ae%x00%aN%x00%aE%x00%ad%x00%cd%x00%B"

const (
	// maxField caps names, addresses and parents.
	maxField = 16 << 10
	// maxMessage caps a commit message; the rest of a longer one is passed over.
	maxMessage = 32 << 10
)

// record is one commit as git log printed it.
type record struct {
	sha, parents      string
	rawName, rawEmail string
	name, email       string
	author, committer rapport.Stamp
	message           []byte // valid until the next record is read
}

// logReader reads the output of git log with [logFormat].
type logReader struct {
	r   *bufio.Reader
	buf []byte
}

func newLogReader(r io.Reader) *logReader {
	return &logReader{r: bufio.NewReaderSize(r, 64<<10)}
}

// next returns the next commit, or io.EOF after the last.
func (l *logReader) next() (record, error) {
	var rec record
	var authored, committed string
	for i, field := range [...]*string{&rec.sha, &rec.parents, &rec.rawName, &rec.rawEmail, &rec.name, &rec.email, &authored, &committed} {
		text, err := l.field(maxField)
		if errors.Is(err, io.EOF) && (i > 0 || len(text) > 0) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return record{}, err
		}
		*field = decode(text)
	}
	if !isHash(rec.sha) {
		return record{}, fmt.Errorf("%.60q is not the id of a commit", rec.sha)
	}
	rec.author, rec.committer = parseStamp(authored), parseStamp(committed)
	var err error
	rec.message, err = l.field(maxMessage)
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return rec, err
}

// field reads up to the next NUL and returns at most max bytes of it, cut
// between two letters. The bytes are valid until the next call.
func (l *logReader) field(max int) ([]byte, error) {
	part, err := l.r.ReadSlice(0)
	if err == nil && len(part)-1 <= max {
		return part[:len(part)-1], nil
	}
	l.buf = l.buf[:0]
	for {
		if err == nil {
			part = part[:len(part)-1]
		}
		l.buf = append(l.buf, part[:min(len(part), max-len(l.buf))]...)
		if err == nil {
			break
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return l.buf, err
		}
		part, err = l.r.ReadSlice(0)
	}
	if len(l.buf) < max {
		return l.buf, nil
	}
	for i := len(l.buf) - 1; i >= 0 && i >= len(l.buf)-utf8.UTFMax; i-- {
		if utf8.RuneStart(l.buf[i]) {
			if !utf8.FullRune(l.buf[i:]) {
				l.buf = l.buf[:i]
			}
			break
		}
	}
	return l.buf, nil
}

// parseStamp reads a date of --date=raw, such as "1795000000 +0530". What
// cannot be a date is the zero stamp; a year beyond 9999 is the end of 9999.
func parseStamp(text string) rapport.Stamp {
	seconds, zone, _ := strings.Cut(text, " ")
	unix, err := strconv.ParseInt(seconds, 10, 64)
	if err != nil && unix != math.MaxInt64 {
		return rapport.Stamp{}
	}
	const endOf9999 = 253402300799
	unix = min(max(unix, 0), endOf9999)
	stamp := rapport.Stamp{At: rapport.Instant(unix * 1e6)}
	if len(zone) != 5 || zone[0] != '+' && zone[0] != '-' {
		return stamp
	}
	n, err := strconv.ParseUint(zone[1:], 10, 16)
	if err != nil {
		return stamp
	}
	minutes := int(n/100)*60 + int(n%100)
	if minutes > 16*60 {
		return stamp
	}
	if zone[0] == '-' {
		minutes = -minutes
	}
	stamp.Offset = minutes
	return stamp
}

// isHash reports whether text is a full SHA-1 or SHA-256 object id.
func isHash(text string) bool {
	if len(text) != 40 && len(text) != 64 {
		return false
	}
	for i := range len(text) {
		if c := text[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// decode returns text as UTF-8. Git converts what says its encoding; what lies
// about it or says nothing and is not UTF-8 is read as Windows-1252, the
// superset of Latin-1 in which such messages were mostly written.
func decode(text []byte) string {
	if utf8.Valid(text) {
		return string(text)
	}
	var b strings.Builder
	b.Grow(len(text) + len(text)/8)
	for _, c := range text {
		b.WriteRune(fromWindows1252(c))
	}
	return b.String()
}

// fromWindows1252 returns the letter of a byte. The five bytes without one are
// replacement characters, which later cleaning drops.
func fromWindows1252(c byte) rune {
	if c < 0x80 || c > 0x9F {
		return rune(c)
	}
	const high = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ"
	n := byte(0x80)
	for _, r := range high {
		if n == c {
			return r
		}
		n++
	}
	return utf8.RuneError
}

// splitMessage parts a message into its subject, the first paragraph on one
// line as git itself sees it, and the body.
func splitMessage(message string) (subject, body string) {
	message = strings.TrimLeft(rapport.ManyLines(message), "\n\t ")
	subject, body, _ = strings.Cut(message, "\n\n")
	return rapport.OneLine(subject), strings.Trim(body, "\n\t ")
}

// Person is a name and an address as a commit has them.
type Person struct{ Name, Email string }

// coAuthors returns the people named in Co-authored-by lines.
func coAuthors(message string) []Person {
	var people []Person
	for line := range strings.Lines(message) {
		const key = "co-authored-by:"
		line = strings.TrimSpace(line)
		if len(line) < len(key) || !strings.EqualFold(line[:len(key)], key) {
			continue
		}
		name, rest, _ := strings.Cut(line[len(key):], "<")
		email, _, _ := strings.Cut(rest, ">")
		p := Person{Name: rapport.OneLine(name), Email: rapport.OneLine(email)}
		if p != (Person{}) {
			people = append(people, p)
		}
	}
	return people
}
