package journal

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"rapport"
)

// Bounds of a line that a person or a program in good faith never meets.
const (
	maxDepth  = 32
	maxFields = 1000
)

// value is one JSON value as it stands in the line.
type value struct {
	// kind is the first byte of the value, with '0' for every number.
	kind byte
	raw  []byte
}

// member is one field of an object.
type member struct {
	key  string
	val  value
	used bool
}

// scanner reads JSON strictly: no duplicate fields, no broken Unicode, nothing
// after the end.
type scanner struct {
	text []byte
	pos  int
}

// parseObject reads text, which must be one JSON object and nothing else.
func parseObject(text []byte) ([]member, error) {
	if i := invalidUTF8(text); i >= 0 {
		return nil, rapport.Errorf(rapport.Invalid, "byte %d is not UTF-8", i+1).
			WithHint("save the file as UTF-8 and import it again")
	}
	s := scanner{text: text}
	s.space()
	if s.peek() != '{' {
		return nil, s.wrong("a JSON object, such as {\"id\":\"…\",\"t\":\"…\",\"type\":\"log\",…}")
	}
	members, err := s.members()
	if err != nil {
		return nil, err
	}
	if s.space(); s.pos < len(text) {
		return nil, s.wrong("nothing more after the object; one object a line")
	}
	return members, nil
}

func invalidUTF8(text []byte) int {
	if utf8.Valid(text) {
		return -1
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// peek returns the byte at hand, zero at the end.
func (s *scanner) peek() byte {
	if s.pos < len(s.text) {
		return s.text[s.pos]
	}
	return 0
}

func (s *scanner) space() {
	for s.pos < len(s.text) {
		switch s.text[s.pos] {
		case ' ', '\t', '\n', '\r':
			s.pos++
		default:
			return
		}
	}
}

// wrong says what was expected at the place at hand.
func (s *scanner) wrong(expected string) error {
	if s.pos >= len(s.text) {
		return rapport.Errorf(rapport.Invalid, "the line ends too early: expected %s", expected)
	}
	column := utf8.RuneCount(s.text[:s.pos]) + 1
	r, _ := utf8.DecodeRune(s.text[s.pos:])
	return rapport.Errorf(rapport.Invalid, "%s at character %d: expected %s", strconv.QuoteRune(r), column, expected)
}

// members reads an object from its opening brace to its closing one.
func (s *scanner) members() ([]member, error) {
	s.pos++
	members := make([]member, 0, 12)
	for s.space(); s.peek() != '}'; {
		if len(members) > 0 {
			if s.peek() != ',' {
				return nil, s.wrong("a comma or }")
			}
			s.pos++
			s.space()
		}
		if s.peek() != '"' {
			return nil, s.wrong("a field name in quotes")
		}
		name, err := s.value(0)
		if err != nil {
			return nil, err
		}
		key := unquote(name.raw)
		for i := range members {
			if members[i].key == key {
				return nil, rapport.Errorf(rapport.Invalid, "the field %q stands twice", key).
					WithHint("keep one of them")
			}
		}
		if len(members) == maxFields {
			return nil, rapport.Errorf(rapport.Invalid, "the line has more than %d fields", maxFields)
		}
		if s.space(); s.peek() != ':' {
			return nil, s.wrong("a colon")
		}
		s.pos++
		s.space()
		val, err := s.value(1)
		if err != nil {
			return nil, err
		}
		members = append(members, member{key: key, val: val})
		s.space()
	}
	s.pos++
	return members, nil
}

// value reads the value at hand, whatever it is.
func (s *scanner) value(depth int) (value, error) {
	start, kind := s.pos, s.peek()
	var err error
	switch {
	case depth > maxDepth:
		return value{}, rapport.Errorf(rapport.Invalid, "values stand within values more than %d deep", maxDepth)
	case kind == '"':
		err = s.str()
	case kind == '{' || kind == '[':
		err = s.nested(depth)
	case kind == '-' || kind >= '0' && kind <= '9':
		kind = '0'
		err = s.number()
	case s.word("true"), s.word("false"), s.word("null"):
	default:
		err = s.wrong("a value")
	}
	return value{kind, s.text[start:s.pos]}, err
}

func (s *scanner) word(w string) bool {
	if !bytes.HasPrefix(s.text[s.pos:], []byte(w)) {
		return false
	}
	s.pos += len(w)
	return true
}

// nested reads a list, or an object within a value.
func (s *scanner) nested(depth int) error {
	closing := s.text[s.pos] + 2 // ] after [ and } after {
	object := closing == '}'
	s.pos++
	for first := true; ; first = false {
		if s.space(); s.peek() == closing {
			s.pos++
			return nil
		}
		if !first {
			if s.peek() != ',' {
				return s.wrong("a comma or " + string(rune(closing)))
			}
			s.pos++
			s.space()
		}
		if object {
			if s.peek() != '"' {
				return s.wrong("a field name in quotes")
			}
			if err := s.str(); err != nil {
				return err
			}
			if s.space(); s.peek() != ':' {
				return s.wrong("a colon")
			}
			s.pos++
			s.space()
		}
		if _, err := s.value(depth + 1); err != nil {
			return err
		}
	}
}

// str reads a string with its quotes.
func (s *scanner) str() error {
	s.pos++
	for s.pos < len(s.text) {
		switch c := s.text[s.pos]; {
		case c == '"':
			s.pos++
			return nil
		case c == '\\':
			if err := s.escape(); err != nil {
				return err
			}
		case c < ' ':
			return s.wrong("no control character within a text; write \\n for a new line")
		default:
			s.pos++
		}
	}
	return s.wrong("a closing quote")
}

func (s *scanner) escape() error {
	s.pos++
	switch s.peek() {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		s.pos++
		return nil
	case 'u':
		r, ok := hex4(s.text[s.pos+1:])
		if !ok {
			return s.wrong("four hexadecimal digits after \\u")
		}
		if utf16.IsSurrogate(r) {
			rest := s.text[s.pos+5:]
			if len(rest) < 6 || rest[0] != '\\' || rest[1] != 'u' {
				return s.wrong("both halves of a pair of \\u escapes")
			}
			low, ok := hex4(rest[2:])
			if !ok || utf16.DecodeRune(r, low) == utf8.RuneError {
				return s.wrong("both halves of a pair of \\u escapes")
			}
			s.pos += 6
		}
		s.pos += 5
		return nil
	}
	return s.wrong("an escape that JSON knows")
}

func hex4(text []byte) (rune, bool) {
	if len(text) < 4 {
		return 0, false
	}
	var r rune
	for _, c := range text[:4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

func (s *scanner) number() error {
	if s.peek() == '-' {
		s.pos++
	}
	if s.peek() == '0' {
		s.pos++
	} else if err := s.digits(); err != nil {
		return err
	}
	if s.peek() == '.' {
		s.pos++
		if err := s.digits(); err != nil {
			return err
		}
	}
	if c := s.peek(); c == 'e' || c == 'E' {
		s.pos++
		if c := s.peek(); c == '+' || c == '-' {
			s.pos++
		}
		return s.digits()
	}
	return nil
}

func (s *scanner) digits() error {
	start := s.pos
	for c := s.peek(); c >= '0' && c <= '9'; c = s.peek() {
		s.pos++
	}
	if s.pos == start {
		return s.wrong("a digit")
	}
	return nil
}

// unquote returns the text of a string that str accepted.
func unquote(raw []byte) string {
	raw = raw[1 : len(raw)-1]
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw)
	}
	out := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		c := raw[i]
		if c != '\\' {
			out = append(out, c)
			continue
		}
		i++
		switch c = raw[i]; c {
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r, _ := hex4(raw[i+1:])
			i += 4
			if utf16.IsSurrogate(r) {
				low, _ := hex4(raw[i+3:])
				r = utf16.DecodeRune(r, low)
				i += 6
			}
			out = utf8.AppendRune(out, r)
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

// appendString writes text as JSON with as few escapes as JSON allows.
func appendString(out []byte, text string) []byte {
	const hex = "0123456789abcdef"
	out = append(out, '"')
	done := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		out = append(out, text[done:i]...)
		done = i + 1
		switch c {
		case '"', '\\':
			out = append(out, '\\', c)
		case '\n':
			out = append(out, '\\', 'n')
		case '\r':
			out = append(out, '\\', 'r')
		case '\t':
			out = append(out, '\\', 't')
		default:
			out = append(out, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	return append(append(out, text[done:]...), '"')
}

// appendCanonical writes a value without spaces and with canonical strings;
// numbers stay as they were written.
func appendCanonical(out []byte, v value) []byte {
	for i := 0; i < len(v.raw); i++ {
		switch c := v.raw[i]; c {
		case ' ', '\t', '\n', '\r':
		case '"':
			s := scanner{text: v.raw, pos: i}
			_ = s.str() // the value was accepted before
			out = appendString(out, unquote(v.raw[i:s.pos]))
			i = s.pos - 1
		default:
			out = append(out, c)
		}
	}
	return out
}
