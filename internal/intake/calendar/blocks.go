package calendar

import (
	"fmt"
	"strings"

	"rapport"
)

// block is one component of a calendar with its own lines; components inside
// it are kept where they matter.
type block struct {
	name  string
	begin int // the line of its BEGIN
	lines []line
	inner []block
}

// sheet is one VCALENDAR: its properties, zones and events.
type sheet struct {
	file   string
	props  []line
	zones  []block
	events []block
}

// property returns the value of a property of the calendar itself.
func (s sheet) property(name string) string {
	for _, l := range s.props {
		if l.name == name {
			_, value, _ := strings.Cut(l.text, ":")
			return strings.TrimSpace(unescape(value))
		}
	}
	return ""
}

// sheetReader cuts a file into sheets. It keeps what BEGIN and END enclose
// even where some are missing, and says so.
type sheetReader struct {
	file    string
	warn    func(line int, text, hint string)
	sheets  []sheet
	stack   []block
	skipped int  // depth inside a component that nobody needs
	inside  bool // between BEGIN:VCALENDAR and its END
	broke   bool
}

// wanted says which components are read; all others (tasks, alarms, busy
// times, what programs invent) are skipped whole.
func wanted(parent, name string) bool {
	switch name {
	case "VCALENDAR", "VEVENT", "VTIMEZONE":
		return true
	case "STANDARD", "DAYLIGHT":
		return parent == "VTIMEZONE"
	}
	return false
}

// sheetsOf cuts a file into its calendars. broke says that the file ends
// inside one.
func sheetsOf(f File, warn func(line int, text, hint string)) (sheets []sheet, broke bool, err error) {
	in, err := newReader(f.Text, warn)
	if err != nil {
		return nil, false, err
	}
	r := &sheetReader{file: f.Name, warn: warn}
	for {
		l, ok := in.next()
		if !ok {
			break
		}
		switch l.name {
		case "BEGIN":
			r.open(l)
		case "END":
			r.close(l)
		default:
			r.add(l)
		}
	}
	r.finish(in.number)
	if len(r.sheets) == 0 {
		return nil, false, rapport.Errorf(rapport.Invalid, "this is not a calendar: there is no BEGIN:VCALENDAR").
			WithHint("export the calendar as iCalendar (.ics)")
	}
	return r.sheets, r.broke, nil
}

func (r *sheetReader) top() *block {
	if len(r.stack) == 0 {
		return nil
	}
	return &r.stack[len(r.stack)-1]
}

func (r *sheetReader) sheet() *sheet {
	if len(r.sheets) == 0 {
		r.sheets = append(r.sheets, sheet{file: r.file})
	}
	return &r.sheets[len(r.sheets)-1]
}

func (r *sheetReader) open(l line) {
	name := l.value()
	parent := ""
	if top := r.top(); top != nil {
		parent = top.name
	}
	// A calendar, event or zone never lies inside another component than a
	// calendar: where it seems so, an END is missing.
	if wanted("", name) {
		r.closeAll(l.number)
		parent = ""
	}
	switch {
	case r.skipped > 0 || !wanted(parent, name):
		r.skipped++
	case name == "VCALENDAR":
		r.sheets = append(r.sheets, sheet{file: r.file})
		r.inside = true
	default:
		r.stack = append(r.stack, block{name: name, begin: l.number})
	}
}

func (r *sheetReader) close(l line) {
	name := l.value()
	top := r.top()
	switch {
	case top != nil && name == top.name:
		r.skipped = 0 // an END inside was missing
		r.pop()
	case r.skipped > 0 && name != "VCALENDAR" && (top == nil || !r.holds(name)):
		r.skipped--
	case name == "VCALENDAR":
		r.closeAll(l.number)
		r.inside = false
	case r.holds(name):
		for r.top() != nil && r.top().name != name {
			r.pop()
		}
		r.skipped = 0
		r.pop()
	}
}

// closeAll closes what is open although its END is missing.
func (r *sheetReader) closeAll(number int) {
	for top := r.top(); top != nil; top = r.top() {
		if top.name == "VEVENT" {
			r.warn(number, fmt.Sprintf("the event from line %d has no END before this line; what it holds was read", top.begin), "")
		}
		r.pop()
	}
	r.skipped = 0
}

// holds reports whether a component of that name is open.
func (r *sheetReader) holds(name string) bool {
	for _, b := range r.stack {
		if b.name == name {
			return true
		}
	}
	return false
}

// pop closes the innermost component and puts it where it belongs.
func (r *sheetReader) pop() {
	b := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	if parent := r.top(); parent != nil {
		parent.inner = append(parent.inner, b)
		return
	}
	s := r.sheet()
	switch b.name {
	case "VEVENT":
		s.events = append(s.events, b)
	case "VTIMEZONE":
		s.zones = append(s.zones, b)
	}
}

func (r *sheetReader) add(l line) {
	switch top := r.top(); {
	case r.skipped > 0:
	case top != nil && !asked(l.name):
	case top != nil:
		top.lines = append(top.lines, l)
	default:
		s := r.sheet()
		s.props = append(s.props, l)
	}
}

// finish says what is open at the end of the file. An event that breaks off is
// left out: half of a meeting is worse than none.
func (r *sheetReader) finish(last int) {
	if !r.inside && len(r.stack) == 0 {
		return
	}
	r.broke = true
	what := "the calendar ends without END:VCALENDAR"
	if len(r.stack) > 0 {
		what = fmt.Sprintf("the file ends inside the %s from line %d, which was left out", partName(r.stack[0].name), r.stack[0].begin)
	}
	r.warn(last, what, "the file was probably cut off: export or load it again")
	r.stack = nil
}

func partName(name string) string {
	if name == "VTIMEZONE" {
		return "time zone"
	}
	return "event"
}
