package calendar

import (
	"bufio"
	"bytes"
	"fmt"
	"strings"

	"github.com/emersion/go-ical"
)

// essential are the properties without which an event would stand at a wrong
// time: where one cannot be read, the event is left out.
func essential(name string) bool {
	switch name {
	case "DTSTART", "DTEND", "DURATION", "RRULE", "RECURRENCE-ID", "UID", "RDATE", "EXDATE", "TZOFFSETTO", "TZOFFSETFROM":
		return true
	}
	return false
}

// asked says which properties are read at all. The others (attachments, texts
// in HTML, what programs invent) are most of some calendars.
func asked(name string) bool {
	switch name {
	case "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP", "CATEGORIES", "ORGANIZER", "ATTENDEE",
		"X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-INTENDEDSTATUS", "X-MICROSOFT-CDO-ALLDAYEVENT", "TZID", "X-LIC-LOCATION":
		return true
	}
	return essential(name)
}

// decoded is a component as the library reads it, with the lines it came from.
type decoded struct {
	block
	props ical.Props
}

// lineOf returns the number of the n-th line with a property, or that of the
// component's BEGIN.
func (d decoded) lineOf(name string, n int) int {
	for _, l := range d.lines {
		if l.name == name {
			if n == 0 {
				return l.number
			}
			n--
		}
	}
	return d.begin
}

// value returns the first value of a property, as it stands.
func (d decoded) value(name string) string {
	if p := d.props.Get(name); p != nil {
		return p.Value
	}
	return ""
}

// text returns the first value of a text property, for people.
func (d decoded) text(name string) string {
	p := d.props.Get(name)
	if p == nil {
		return ""
	}
	return textOf(*p)
}

// fault is a place in a file that cannot be understood.
type fault struct {
	line int
	text string
}

func (f *fault) Error() string { return f.text }

func faultf(line int, format string, args ...any) *fault {
	return &fault{line: line, text: fmt.Sprintf(format, args...)}
}

// decode hands the lines of a component to the library. Where the library
// takes offence, each line is tried alone and put right if that is possible;
// what is not readable then is told and left out, and is a fault where the
// event would stand wrong without it.
func (b block) decode(p *parser, warn func(line int, text, hint string)) (decoded, error) {
	if props, err := p.parse(b.lines); err == nil {
		return decoded{b, props}, nil
	}
	kept := make([]line, 0, len(b.lines))
	for _, l := range b.lines {
		if _, err := p.parse([]line{l}); err != nil {
			l.text = straighten(l.text)
			if _, err := p.parse([]line{l}); err != nil {
				if essential(l.name) {
					return decoded{}, faultf(l.number, "%s cannot be read: %s", l.name, plainReason(err))
				}
				warn(l.number, fmt.Sprintf("%s cannot be read and was left out: %s", l.name, plainReason(err)), "")
				continue
			}
		}
		kept = append(kept, l)
	}
	b.lines = kept
	props, err := p.parse(kept)
	if err != nil {
		return decoded{}, faultf(b.begin, "%s cannot be read: %s", b.name, plainReason(err))
	}
	return decoded{b, props}, nil
}

// parser hands lines to the library, through buffers that all events share.
type parser struct {
	text []byte
	in   bytes.Reader
	br   *bufio.Reader
}

// parse decodes lines as one component. The library panics at a parameter that
// the line ends in; that is an error here.
func (p *parser) parse(lines []line) (props ical.Props, err error) {
	p.text = append(p.text[:0], "BEGIN:VCALENDAR\n"...)
	for _, l := range lines {
		if l.name == "BEGIN" || l.name == "END" {
			return nil, fmt.Errorf("it opens or closes a component")
		}
		p.text = append(appendLean(p.text, l.text), '\n')
	}
	p.text = append(p.text, "END:VCALENDAR\n"...)
	p.in.Reset(p.text)
	if p.br == nil {
		p.br = bufio.NewReader(&p.in)
	}
	p.br.Reset(&p.in) // the decoder uses a buffered reader as it is
	defer func() {
		if recover() != nil {
			props, err = nil, fmt.Errorf("the value is missing")
		}
	}()
	calendar, err := ical.NewDecoder(p.br).Decode()
	if err != nil {
		return nil, err
	}
	return calendar.Props, nil
}

// appendLean appends a line without the parameters that nobody asks for, which
// are most of what a list of attendees consists of. A line with quotation marks
// is left as it is.
func appendLean(b []byte, text string) []byte {
	end := strings.IndexAny(text, ":;\"")
	if end < 0 || text[end] != ';' {
		return append(b, text...)
	}
	colon := strings.IndexAny(text, ":\"")
	if colon < 0 || text[colon] == '"' {
		return append(b, text...)
	}
	head := text[:colon]
	b = append(b, head[:end]...)
	for part := range strings.SplitSeq(head[end+1:], ";") {
		name, value, has := strings.Cut(part, "=")
		if !has || askedParam(name, value) {
			b = append(append(b, ';'), part...)
		}
	}
	return append(b, text[colon:]...)
}

func askedParam(name, value string) bool {
	for _, known := range [...]string{"TZID", "VALUE", "CN", "EMAIL", "X-EMAIL", "RANGE", "ENCODING"} {
		if strings.EqualFold(name, known) {
			return true
		}
	}
	switch {
	case strings.EqualFold(name, "CUTYPE"):
		return !strings.EqualFold(value, "INDIVIDUAL")
	case strings.EqualFold(name, "PARTSTAT"):
		return true
	}
	return strings.EqualFold(name, "ROLE") && strings.EqualFold(value, "NON-PARTICIPANT")
}

// straighten puts right the parameters of a line: quotation marks inside a
// name (CN=Dana "Dee" Ines), an unclosed one, a parameter without a value.
func straighten(text string) string {
	end := strings.IndexAny(text, ";:")
	if end < 0 || text[end] == ':' {
		return text
	}
	head, value, ok := cutValue(text)
	if !ok {
		return text
	}
	parts := splitParams(head)
	var b strings.Builder
	b.WriteString(parts[0])
	for _, p := range parts[1:] {
		name, v, has := strings.Cut(p, "=")
		name = strings.TrimSpace(name)
		if !has || name == "" {
			continue
		}
		b.WriteByte(';')
		b.WriteString(name)
		b.WriteByte('=')
		b.WriteString(`"` + strings.ReplaceAll(v, `"`, "") + `"`)
	}
	return b.String() + ":" + value
}

// cutValue finds the colon at which the value begins: the first one outside of
// quotation marks; where these do not pair, the first before something that
// looks like a value, or else the first at all.
func cutValue(text string) (head, value string, ok bool) {
	quoted := false
	for i := range len(text) {
		switch text[i] {
		case '"':
			quoted = !quoted
		case ':':
			if !quoted {
				return text[:i], text[i+1:], true
			}
		}
	}
	if i := strings.Index(strings.ToLower(text), ":mailto:"); i >= 0 {
		return text[:i], text[i+1:], true
	}
	return strings.Cut(text, ":")
}

// splitParams cuts at semicolons outside of quotation marks, or at all of them
// where the marks do not pair.
func splitParams(head string) []string {
	if strings.Count(head, `"`)%2 == 1 {
		return strings.Split(head, ";")
	}
	var parts []string
	quoted, start := false, 0
	for i := range len(head) {
		switch {
		case head[i] == '"':
			quoted = !quoted
		case head[i] == ';' && !quoted:
			parts = append(parts, head[start:i])
			start = i + 1
		}
	}
	return append(parts, head[start:])
}

// plainReason takes the library's prefixes off a reason.
func plainReason(err error) string {
	text := strings.TrimPrefix(err.Error(), "ical: ")
	if _, rest, ok := strings.Cut(text, ": "); ok && strings.HasPrefix(text, "malformed") {
		text = rest
	}
	return text
}
