package calendar

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"rapport"
)

// line is a content line: unfolded, with the number of its first line in the
// file.
type line struct {
	number int
	// name is the property's name in capitals.
	name string
	// text is the whole line, name included.
	text string
}

// value returns what stands behind the name and its parameters, for lines
// whose value matters before they are decoded: BEGIN and END.
func (l line) value() string {
	_, value, _ := strings.Cut(l.text, ":")
	return strings.ToUpper(strings.TrimSpace(value))
}

// reader cuts raw text into content lines and forgives what real programs do:
// line ends of all systems, lines folded inside a character, a byte order
// mark, UTF-16, bytes of Windows-1252, lines broken without being folded.
type reader struct {
	rest   []byte
	number int
	buffer []byte
	warn   func(line int, text, hint string)
	lost   bool // whether a line outside of any property was told of
}

// newReader returns a reader of raw text, or says what the text is where it is
// no calendar.
func newReader(raw []byte, warn func(line int, text, hint string)) (*reader, error) {
	text, err := plainText(raw)
	if err != nil {
		return nil, err
	}
	if err := recognise(text); err != nil {
		return nil, err
	}
	return &reader{rest: text, warn: warn}, nil
}

// plainText takes the byte order mark off, and UTF-16 into UTF-8.
func plainText(raw []byte) ([]byte, error) {
	if len(raw) > MaxFile {
		return nil, tooLarge()
	}
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return raw[3:], nil
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		order = binary.LittleEndian
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		order = binary.BigEndian
	default:
		if !bytes.Contains(raw, []byte{'\n'}) {
			return bytes.ReplaceAll(raw, []byte{'\r'}, []byte{'\n'}), nil // the line ends of old Macs
		}
		return raw, nil
	}
	text := make([]byte, 0, len(raw)/2)
	for i := 2; i+1 < len(raw); i += 2 {
		r := rune(order.Uint16(raw[i:]))
		if utf16.IsSurrogate(r) && i+3 < len(raw) {
			r = utf16.DecodeRune(r, rune(order.Uint16(raw[i+2:])))
			i += 2
		}
		text = utf8.AppendRune(text, r)
	}
	return text, nil
}

func tooLarge() *rapport.Error {
	return rapport.Errorf(rapport.Invalid, "the calendar is larger than %d MB", MaxFile>>20).
		WithHint("export a shorter time, or a calendar without attachments")
}

// recognise says what text is where it is no calendar.
func recognise(text []byte) error {
	head := bytes.TrimLeft(text[:min(len(text), 1<<16)], " \t\r\n\x00")
	is := func(what, hint string) error {
		return rapport.Errorf(rapport.Invalid, "this is %s, not a calendar", what).WithHint("%s", hint)
	}
	upper := bytes.ToUpper(head[:min(len(head), 4096)])
	switch {
	case len(head) == 0:
		return rapport.Errorf(rapport.Invalid, "the calendar is empty").WithHint("export it again; a calendar begins with BEGIN:VCALENDAR")
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return is("a zip archive", "unpack it and name the .ics file inside, or the folder")
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return is("a gzip archive", "unpack it with `gunzip` and name the .ics file")
	case bytes.HasPrefix(upper, []byte("BEGIN:VCALENDAR")):
		return nil
	case bytes.HasPrefix(upper, []byte("<!DOCTYPE")), bytes.HasPrefix(upper, []byte("<HTML")), bytes.Contains(upper, []byte("<HEAD")):
		return is("a web page", "if it asks for a log-in, use the calendar's private address that ends in .ics")
	case bytes.HasPrefix(head, []byte("<")):
		return is("XML", "export the calendar as iCalendar (.ics)")
	case bytes.HasPrefix(head, []byte("{")), bytes.HasPrefix(head, []byte("[")):
		return is("JSON", "export the calendar as iCalendar (.ics)")
	case bytes.HasPrefix(upper, []byte("BEGIN:VCARD")):
		return is("an address book", "export the calendar as iCalendar (.ics)")
	case bytes.HasPrefix(head, []byte("%PDF")):
		return is("a PDF", "export the calendar as iCalendar (.ics)")
	case bytes.Contains(bytes.ToUpper(text), []byte("BEGIN:VCALENDAR")):
		return nil
	}
	return rapport.Errorf(rapport.Invalid, "this is not a calendar: there is no BEGIN:VCALENDAR").
		WithPlace("line 1").WithHint("export the calendar as iCalendar (.ics)")
}

// physical returns the next line of the file without its end.
func (r *reader) physical() ([]byte, bool) {
	if len(r.rest) == 0 {
		return nil, false
	}
	r.number++
	l, rest, _ := bytes.Cut(r.rest, []byte{'\n'})
	r.rest = rest
	return bytes.TrimRight(l, "\r"), true // some programs end lines with two
}

// next returns the next content line.
func (r *reader) next() (line, bool) {
	for {
		first, ok := r.physical()
		if !ok {
			return line{}, false
		}
		number := r.number
		name, ok := propertyName(first)
		if !ok {
			if len(bytes.TrimSpace(first)) > 0 && !r.lost {
				r.lost = true
				r.warn(number, "a line that belongs to nothing was left out", "")
			}
			continue
		}
		whole, cut := r.unfold(first, printable(first))
		if cut {
			r.warn(number, fmt.Sprintf("%s is longer than %d KB and was cut", name, maxLine>>10), "")
		}
		return line{number: number, name: name, text: legible(whole)}, true
	}
}

// unfold adds the lines that continue first: those that begin with a space or
// tab, after an "=" those of quoted-printable text, and those that are no
// property, which is how a text with bare line breaks looks.
func (r *reader) unfold(first []byte, quoted bool) (whole []byte, cut bool) {
	whole = first
	for len(r.rest) > 0 {
		next, _, _ := bytes.Cut(r.rest, []byte{'\n'})
		next = bytes.TrimRight(next, "\r")
		var piece []byte
		switch {
		case quoted && bytes.HasSuffix(whole, []byte{'='}):
			piece = next
			if len(r.buffer) > 0 {
				r.buffer = r.buffer[:len(r.buffer)-1]
			}
			whole = whole[:len(whole)-1]
		case len(next) > 0 && (next[0] == ' ' || next[0] == '\t'):
			piece = next[1:]
		case len(bytes.TrimSpace(next)) == 0:
			piece = nil // an empty line inside an event means nothing
		default:
			if _, ok := propertyName(next); ok {
				return whole, cut
			}
			if r.atBegin(whole) {
				return whole, cut
			}
			piece = append([]byte(`\n`), next...)
		}
		r.physical()
		if len(piece) == 0 {
			continue
		}
		if len(whole)+len(piece) > maxLine {
			cut = true
			continue
		}
		if len(r.buffer) != len(whole) || &r.buffer[0] != &whole[0] {
			r.buffer = append(r.buffer[:0], whole...)
		}
		r.buffer = append(r.buffer, piece...)
		whole = r.buffer
	}
	return whole, cut
}

// atBegin reports whether a line opens or closes a component; no text can
// continue it.
func (r *reader) atBegin(text []byte) bool {
	name, _ := propertyName(text)
	return name == "BEGIN" || name == "END"
}

// propertyName returns the name a line begins with, in capitals, and whether
// it looks like a property at all.
func propertyName(text []byte) (string, bool) {
	i := 0
	for i < len(text) && (isLetter(text[i]) || i > 0 && (text[i] == '-' || text[i] == '.' || text[i] == '_' || '0' <= text[i] && text[i] <= '9')) {
		i++
	}
	if i == 0 || i > 64 || i == len(text) || text[i] != ':' && text[i] != ';' {
		return "", false
	}
	name := text[:i]
	if dot := bytes.LastIndexByte(name, '.'); dot >= 0 {
		name = name[dot+1:] // a group, as address books have
	}
	return capitals(name), len(name) > 0
}

// capitals returns a name in capitals; those that every event has cost nothing.
func capitals(name []byte) string {
	for _, known := range [...]string{
		"BEGIN", "END", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "ATTENDEE", "ORGANIZER", "SEQUENCE", "STATUS", "TRANSP", "CREATED",
		"LAST-MODIFIED", "LOCATION", "RRULE", "EXDATE", "RECURRENCE-ID", "TRIGGER", "ACTION", "CLASS", "PRIORITY", "CATEGORIES",
	} {
		if string(name) == known {
			return known
		}
	}
	return strings.ToUpper(string(name))
}

func isLetter(b byte) bool { return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' }

// printable reports whether the value of a line is quoted-printable.
func printable(text []byte) bool {
	head, _, _ := bytes.Cut(text, []byte{':'})
	return bytes.Contains(bytes.ToUpper(head), []byte("QUOTED-PRINTABLE"))
}

// legible returns text as UTF-8 without control characters: what is no UTF-8
// is read as Windows-1252, in which every byte is a letter.
func legible(text []byte) string {
	clean := true
	for _, b := range text {
		if b < ' ' && b != '\t' || b >= 0x7f {
			clean = false
			break
		}
	}
	if clean {
		return string(text)
	}
	var b strings.Builder
	b.Grow(len(text) + 8)
	valid := utf8.Valid(text)
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		switch {
		case valid:
			r, size = utf8.DecodeRune(text[i:])
		case 0x80 <= r && r < 0xa0:
			r = windows1252(text[i])
		}
		if (r >= ' ' || r == '\t') && r != 0x7f {
			b.WriteRune(r)
		}
		i += size
	}
	return b.String()
}

// windows1252 returns the letter of a byte from 80 to 9F, where Windows-1252
// differs from Latin-1.
func windows1252(b byte) rune {
	const letters = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"
	n := int(b - 0x80)
	for _, r := range letters {
		if n == 0 {
			return r
		}
		n--
	}
	return utf8.RuneError
}
