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

// record is one commit as git log printed it. Its bytes are valid until the
// next record is read.
type record struct {
	sha, parents      []byte
	people            []byte // the four fields of the author, each ended by NUL
	author, committer rapport.Stamp
	message           []byte
}

// authorOf parts the people of a record into the author as committed and as
// .mailmap has them.
func authorOf(people string) (raw, mapped Person) {
	for _, field := range [...]*string{&raw.Name, &raw.Email, &mapped.Name, &mapped.Email} {
		var text string
		text, people, _ = strings.Cut(people, "\x00")
		*field = decode([]byte(text))
	}
	return raw, mapped
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
	const fields = 9
	var end [fields]int // of each field, with its NUL
	l.buf = l.buf[:0]
	for i := range fields {
		most := maxField
		if i == fields-1 {
			most = maxMessage
		}
		if err := l.field(most); err != nil {
			if errors.Is(err, io.EOF) && (i > 0 || len(l.buf) > 0) {
				err = io.ErrUnexpectedEOF
			}
			return record{}, err
		}
		l.buf = append(l.buf, 0)
		end[i] = len(l.buf)
	}
	rec := record{
		sha: l.buf[:end[0]-1], parents: l.buf[end[0] : end[1]-1], people: l.buf[end[1]:end[5]],
		author:    parseStamp(string(l.buf[end[5] : end[6]-1])),
		committer: parseStamp(string(l.buf[end[6] : end[7]-1])),
		message:   l.buf[end[7] : end[8]-1],
	}
	if !isHash(string(rec.sha)) {
		return record{}, fmt.Errorf("%.60q is not the id of a commit", rec.sha)
	}
	return rec, nil
}

// field reads up to the next NUL and appends at most max bytes of it to the
// buffer, cut between two letters.
func (l *logReader) field(max int) error {
	start := len(l.buf)
	for {
		part, err := l.r.ReadSlice(0)
		if err == nil {
			part = part[:len(part)-1]
		}
		room := max - (len(l.buf) - start)
		l.buf = append(l.buf, part[:min(len(part), room)]...)
		switch {
		case err == nil:
			if len(part) > room {
				l.buf = l.buf[:start+len(wholeLetters(l.buf[start:]))]
			}
			return nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return err
		}
	}
}

// wholeLetters returns text without the beginning of a letter at its end.
func wholeLetters(text []byte) []byte {
	for i := len(text) - 1; i >= 0 && i >= len(text)-utf8.UTFMax; i-- {
		if utf8.RuneStart(text[i]) {
			if !utf8.FullRune(text[i:]) {
				return text[:i]
			}
			break
		}
	}
	return text
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
