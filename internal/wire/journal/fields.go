package journal

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"rapport"
)

// need says whether a field must be there.
type need bool

const (
	needed   need = true
	optional need = false
)

// fields is one walk over the fields of a line, in one of three directions:
// reading them from the members of an object, writing them out, or collecting
// their names. Each type lists its fields once for all three.
type fields struct {
	direction direction
	// t is the time of the line, from which some fields take their default.
	t       rapport.Stamp
	members []member
	out     []byte
	infos   []FieldInfo
	err     error
}

type direction int8

const (
	writing direction = iota
	reading
	listing
)

// key begins a field that is written.
func (f *fields) key(key string) []byte {
	if f.out[len(f.out)-1] != '{' {
		f.out = append(f.out, ',')
	}
	f.out = append(f.out, '"')
	f.out = append(f.out, key...)
	return append(f.out, '"', ':')
}

// take finds a field that is read.
func (f *fields) take(key string, n need) (value, bool) {
	if f.err != nil {
		return value{}, false
	}
	for i := range f.members {
		if m := &f.members[i]; m.key == key {
			m.used = true
			if m.val.kind == 'n' {
				f.fail(key, rapport.Errorf(rapport.Invalid, "null says nothing").WithHint("leave the field out"))
				return value{}, false
			}
			return m.val, true
		}
	}
	if n {
		f.err = rapport.Errorf(rapport.Invalid, "the field %q is missing", key)
	}
	return value{}, false
}

// fail names the field that err is about; the first error stays.
func (f *fields) fail(key string, err *rapport.Error) {
	if f.err == nil {
		f.err = rapport.Errorf(err.Code, "the field %q: %s", key, err.Message).WithHint("%s", err.Hint)
	}
}

// field walks one field. A written one stands only where it is needed or set.
func field[T any](f *fields, key string, v *T, n need, set bool, read func(value) (T, *rapport.Error), write func([]byte, T) []byte) {
	switch f.direction {
	case listing:
		f.infos = append(f.infos, FieldInfo{Name: key, Kind: kindOf(v), Needed: bool(n)})
	case writing:
		if set || bool(n) {
			f.out = write(f.key(key), *v)
		}
	case reading:
		raw, ok := f.take(key, n)
		if !ok {
			return
		}
		got, err := read(raw)
		if err != nil {
			f.fail(key, err)
			return
		}
		*v = got
	}
}

// text is a single line of words.
func (f *fields) text(key string, v *string, n need) {
	field(f, key, v, n, *v != "", readLine, appendString)
}

// exact is a text that is kept to the letter, such as what was sent.
func (f *fields) exact(key string, v *string, n need) {
	field(f, key, v, n, *v != "", readExact, appendString)
}

// private is a text that leaves only in its owner's own journal.
func (f *fields) private(key string, v *rapport.PrivateText, n need) {
	field(f, key, v, n, !v.IsEmpty(), func(raw value) (rapport.PrivateText, *rapport.Error) {
		text, err := readLines(raw)
		return rapport.Private(text), err
	}, func(out []byte, v rapport.PrivateText) []byte { return appendString(out, v.Reveal()) })
}

// slug is the short name of a boss, a goal or a project.
func (f *fields) slug(key string, v *rapport.Slug, n need) {
	field(f, key, v, n, *v != "", readSlug, appendText[rapport.Slug])
}

// slugs is a list of short names. A nil list is not written; an empty one is.
func (f *fields) slugs(key string, v *[]rapport.Slug) {
	field(f, key, v, optional, *v != nil, listOf(readSlug), appendList(appendText[rapport.Slug]))
}

// texts is a list of single lines.
func (f *fields) texts(key string, v *[]string) {
	field(f, key, v, optional, len(*v) > 0, listOf(readLine), appendList(appendString))
}

// word is one of a few words.
func word[T ~string](f *fields, key string, v *T, n need, allowed ...T) {
	field(f, key, v, n, *v != "", oneOf(allowed), appendText[T])
}

// words is a list of some of a few words.
func words[T ~string](f *fields, key string, v *[]T, allowed ...T) {
	field(f, key, v, optional, len(*v) > 0, listOf(oneOf(allowed)), appendList(appendText[T]))
}

// line is the id of another line.
func (f *fields) line(key string, v *rapport.LineID, n need) {
	field(f, key, v, n, *v != "", readID, appendText[rapport.LineID])
}

func (f *fields) day(key string, v *rapport.Day, n need) {
	field(f, key, v, n, *v != "", readDay, appendText[rapport.Day])
}

// count is a whole number from zero up; zero is as good as not said.
func (f *fields) count(key string, v *int) {
	field(f, key, v, optional, *v != 0, readCount, func(out []byte, n int) []byte { return strconv.AppendInt(out, int64(n), 10) })
}

func (f *fields) flag(key string, v *bool, n need) {
	field(f, key, v, n, *v, readBool, strconv.AppendBool)
}

// truth is a flag that may also not be said.
func (f *fields) truth(key string, v *rapport.Truth) {
	field(f, key, v, optional, *v != rapport.NotSaid, func(raw value) (rapport.Truth, *rapport.Error) {
		b, err := readBool(raw)
		return rapport.TruthOf(b), err
	}, func(out []byte, t rapport.Truth) []byte { return strconv.AppendBool(out, t.IsYes()) })
}

// stamp is an instant with its offset; the zero stamp is not set.
func (f *fields) stamp(key string, v *rapport.Stamp, n need) {
	field(f, key, v, n, !v.IsZero(), readStamp, appendStamp)
}

// instant is an instant without an offset, written in UTC.
func (f *fields) instant(key string, v *rapport.Instant) {
	field(f, key, v, optional, *v != 0, func(raw value) (rapport.Instant, *rapport.Error) {
		s, err := readStamp(raw)
		return s.At, err
	}, func(out []byte, i rapport.Instant) []byte { return appendStamp(out, rapport.Stamp{At: i}) })
}

// objects is a list of objects whose fields walk describes.
func objects[T any](f *fields, key string, v *[]T, walk func(*T, *fields)) {
	read := func(raw value) (one T, _ *rapport.Error) {
		inner := fields{direction: reading, t: f.t}
		if raw.kind != '{' {
			return one, wrongKind(raw, "an object")
		}
		members, err := parseObject(raw.raw)
		if err == nil {
			inner.members = members
			walk(&one, &inner)
			err = inner.leftOver("")
		}
		return one, fault(err)
	}
	write := func(out []byte, one T) []byte {
		inner := fields{direction: writing, t: f.t, out: append(out, '{')}
		walk(&one, &inner)
		return append(inner.out, '}')
	}
	field(f, key, v, optional, len(*v) > 0, listOf(read), appendList(write))
}

// leftOver refuses a field that nobody asked for.
func (f *fields) leftOver(typeName string) error {
	if f.err != nil {
		return f.err
	}
	for _, m := range f.members {
		if !m.used {
			where := ""
			if typeName != "" {
				where = " of " + typeName
			}
			return rapport.Errorf(rapport.Invalid, "the field %q%s is unknown", m.key, where)
		}
	}
	return nil
}

// fault returns err as the error for people that it is.
func fault(err error) *rapport.Error {
	var known *rapport.Error
	if err != nil && !errors.As(err, &known) {
		return rapport.Errorf(rapport.Internal, "%w", err)
	}
	return known
}

func wrongKind(raw value, expected string) *rapport.Error {
	found := "null"
	switch raw.kind {
	case '"':
		found = "a text"
	case '0':
		found = "a number"
	case 't':
		found = "true"
	case 'f':
		found = "false"
	case '{':
		found = "an object"
	case '[':
		found = "a list"
	}
	return rapport.Errorf(rapport.Invalid, "%s was expected, not %s", expected, found)
}

func listOf[T any](read func(value) (T, *rapport.Error)) func(value) ([]T, *rapport.Error) {
	return func(raw value) ([]T, *rapport.Error) {
		if raw.kind != '[' {
			return nil, wrongKind(raw, "a list")
		}
		all := []T{}
		s := scanner{text: raw.raw, pos: 1}
		for s.space(); s.peek() != ']'; s.space() {
			if s.peek() == ',' {
				s.pos++
				s.space()
			}
			one, err := s.value(1)
			if err != nil {
				return nil, fault(err)
			}
			got, refused := read(one)
			if refused != nil {
				return nil, refused
			}
			all = append(all, got)
		}
		return all, nil
	}
}

func appendList[T any](write func([]byte, T) []byte) func([]byte, []T) []byte {
	return func(out []byte, all []T) []byte {
		out = append(out, '[')
		for i, one := range all {
			if i > 0 {
				out = append(out, ',')
			}
			out = write(out, one)
		}
		return append(out, ']')
	}
}

func appendText[T ~string](out []byte, v T) []byte { return appendString(out, string(v)) }

func appendStamp(out []byte, s rapport.Stamp) []byte {
	out = append(out, '"')
	return append(s.Time().AppendFormat(out, time.RFC3339Nano), '"')
}

func readExact(raw value) (string, *rapport.Error) {
	if raw.kind != '"' {
		return "", wrongKind(raw, "a text")
	}
	text := unquote(raw.raw)
	if strings.IndexByte(text, 0) >= 0 {
		return "", rapport.Errorf(rapport.Invalid, "a text cannot hold the character NUL").WithHint("take \\u0000 out of the line")
	}
	return text, nil
}

// readLine cleans a text only where it holds what no single line may hold.
func readLine(raw value) (string, *rapport.Error) {
	if raw.kind != '"' {
		return "", wrongKind(raw, "a text")
	}
	text := unquote(raw.raw)
	if strings.ContainsFunc(text, unicode.IsControl) {
		text = strings.TrimSpace(rapport.OneLine(text))
	}
	return text, nil
}

// readLines cleans a text that may keep its line breaks.
func readLines(raw value) (string, *rapport.Error) {
	if raw.kind != '"' {
		return "", wrongKind(raw, "a text")
	}
	text := unquote(raw.raw)
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
		text = rapport.ManyLines(text)
	}
	return text, nil
}

// maxName bounds what names things: databases index it.
const maxName = 200

func readSlug(raw value) (rapport.Slug, *rapport.Error) {
	if raw.kind != '"' {
		return "", wrongKind(raw, "a short name")
	}
	text := unquote(raw.raw)
	slug := rapport.ParseSlug(text)
	if slug == "" || len(slug) > maxName {
		return "", rapport.Errorf(rapport.Invalid, "%q is not a short name", shorten(text)).
			WithHint("use lower-case letters, digits and hyphens, such as weekend-chat")
	}
	return slug, nil
}

func readID(raw value) (rapport.LineID, *rapport.Error) {
	if raw.kind != '"' {
		return "", wrongKind(raw, "a text")
	}
	text := unquote(raw.raw)
	if text == "" || len(text) > 5*maxName || strings.ContainsFunc(text, unicode.IsControl) {
		return "", rapport.Errorf(rapport.Invalid, "%q cannot name a line", shorten(text)).
			WithHint("use any text of 1 to %d bytes without control characters that no other line has", 5*maxName)
	}
	return rapport.LineID(text), nil
}

func readDay(raw value) (rapport.Day, *rapport.Error) {
	if raw.kind != '"' {
		return "", wrongKind(raw, "a day such as 2026-11-03")
	}
	text := unquote(raw.raw)
	day, err := rapport.ParseDay(text)
	if err != nil {
		return "", rapport.Errorf(rapport.Invalid, "%q is not a day", shorten(text)).WithHint("write it as 2026-11-03")
	}
	return day, nil
}

func readStamp(raw value) (rapport.Stamp, *rapport.Error) {
	if raw.kind != '"' {
		return rapport.Stamp{}, wrongKind(raw, "a time such as 2026-11-03T09:30:00+01:00")
	}
	text := unquote(raw.raw)
	var t time.Time
	if err := t.UnmarshalText([]byte(text)); err != nil {
		return rapport.Stamp{}, rapport.Errorf(rapport.Invalid, "%q is not a time with an offset", shorten(text)).
			WithHint("write it as 2026-11-03T09:30:00+01:00, or with Z for UTC")
	}
	return rapport.StampOf(t), nil
}

func readBool(raw value) (bool, *rapport.Error) {
	if raw.kind != 't' && raw.kind != 'f' {
		return false, wrongKind(raw, "true or false")
	}
	return raw.kind == 't', nil
}

func readCount(raw value) (int, *rapport.Error) {
	if raw.kind != '0' {
		return 0, wrongKind(raw, "a number")
	}
	n, err := strconv.Atoi(string(raw.raw))
	if err != nil || n < 0 || n > 1<<31-1 {
		return 0, rapport.Errorf(rapport.Invalid, "%s is not a whole number from 0 up", shorten(string(raw.raw)))
	}
	return n, nil
}

func oneOf[T ~string](allowed []T) func(value) (T, *rapport.Error) {
	return func(raw value) (T, *rapport.Error) {
		if raw.kind != '"' {
			return "", wrongKind(raw, "a text")
		}
		text := T(unquote(raw.raw))
		if slices.Contains(allowed, text) {
			return text, nil
		}
		names := make([]string, len(allowed))
		for i, a := range allowed {
			names[i] = string(a)
		}
		return "", rapport.Errorf(rapport.Invalid, "%q is none of %s", shorten(string(text)), strings.Join(names, ", ")).
			WithHint("did you mean %s?", Nearest(string(text), names))
	}
}

// shorten cuts a text that is shown in an error.
func shorten(text string) string {
	const most = 60
	for i := range text {
		if i > most {
			return text[:i] + "…"
		}
	}
	return text
}
