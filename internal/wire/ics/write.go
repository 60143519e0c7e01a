package ics

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"rapport"
)

// writer puts content lines together.
type writer struct{ b []byte }

// maxOctets is how long a line may be, without its end (RFC 5545, 3.1).
const maxOctets = 75

// line writes a property, folded on rune borders. name may have parameters.
func (w *writer) line(name, value string) {
	left := maxOctets
	put := func(text string) {
		for i := 0; i < len(text); {
			_, size := utf8.DecodeRuneInString(text[i:])
			if size > left {
				w.b = append(w.b, "\r\n "...)
				left = maxOctets - 1
			}
			w.b = append(w.b, text[i:i+size]...)
			left -= size
			i += size
		}
	}
	put(name)
	put(":")
	put(value)
	w.b = append(w.b, "\r\n"...)
}

// text writes a text for people.
func (w *writer) text(name, value string) { w.line(name, escape(value)) }

// escape prepares text for a value: line breaks are kept as such, control
// characters are not.
func escape(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 8)
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\ufffd"), "\r\n", "\n")
	for _, r := range text {
		switch {
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteByte(' ')
		case r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0:
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

const (
	localForm = "20060102T150405"
	utcForm   = "20060102T150405Z"
	dayForm   = "20060102"
)

// duration writes a length of time.
func duration(d time.Duration) string {
	sign := ""
	if d < 0 {
		sign, d = "-", -d
	}
	seconds := int64(d / time.Second)
	switch {
	case seconds == 0:
		return "PT0S"
	case seconds%86_400 == 0:
		return fmt.Sprintf("%sP%dD", sign, seconds/86_400)
	case seconds%3600 == 0:
		return fmt.Sprintf("%sPT%dH", sign, seconds/3600)
	case seconds%60 == 0:
		return fmt.Sprintf("%sPT%dM", sign, seconds/60)
	}
	return fmt.Sprintf("%sPT%dS", sign, seconds)
}

// event writes one event.
func (w *writer) event(e Event, stamp rapport.Instant, zones []*zone) {
	w.line("BEGIN", "VEVENT")
	w.text("UID", e.UID)
	w.line("DTSTAMP", stamp.Time().Format(utcForm))
	if e.Modified != 0 {
		w.line("LAST-MODIFIED", e.Modified.Time().Format(utcForm))
	}
	w.line("SEQUENCE", fmt.Sprint(e.Sequence))
	if e.allDay() {
		w.line("DTSTART;VALUE=DATE", e.Day.Time().Format(dayForm))
		w.line("DTEND;VALUE=DATE", max(e.Until, e.Day).Add(1).Time().Format(dayForm))
	} else {
		w.when("DTSTART", e, e.Start, zones)
		if e.End != 0 {
			w.when("DTEND", e, e.End, zones)
		}
	}
	if e.Rule != "" {
		w.line("RRULE", e.Rule)
	}
	for _, at := range e.Except {
		if e.allDay() {
			w.line("EXDATE;VALUE=DATE", at.Time().Format(dayForm))
		} else {
			w.when("EXDATE", e, at, zones)
		}
	}
	w.text("SUMMARY", rapport.OneLine(e.Summary))
	if e.Description != "" {
		w.text("DESCRIPTION", e.Description)
	}
	if e.Location != "" {
		w.text("LOCATION", rapport.OneLine(e.Location))
	}
	if e.URL != "" {
		w.line("URL", e.URL)
	}
	if len(e.Categories) > 0 {
		escaped := make([]string, len(e.Categories))
		for i, c := range e.Categories {
			escaped[i] = escape(rapport.OneLine(c))
		}
		w.line("CATEGORIES", strings.Join(escaped, ","))
	}
	status := e.Status
	if status == "" {
		status = Confirmed
	}
	w.line("STATUS", string(status))
	if e.Free {
		w.line("TRANSP", "TRANSPARENT")
		w.line("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
	} else {
		w.line("TRANSP", "OPAQUE")
	}
	if e.Alarm != nil {
		w.line("BEGIN", "VALARM")
		w.line("ACTION", "DISPLAY")
		w.text("DESCRIPTION", rapport.OneLine(e.Summary))
		w.line("TRIGGER", duration(-*e.Alarm))
		w.line("END", "VALARM")
	}
	w.line("END", "VEVENT")
}

// when writes an instant in the zone of its event. The second of two equal
// wall times cannot be said in a zone, as the first is meant; it is written in
// UTC, save for a series, which follows the wall.
func (w *writer) when(name string, e Event, at rapport.Instant, zones []*zone) {
	if isUTC(e.Zone) {
		w.line(name, at.Time().Format(utcForm))
		return
	}
	var location *time.Location
	for _, z := range zones {
		if z.name == e.Zone {
			location = z.location
		}
	}
	t := at.Time().In(location)
	if e.Rule == "" && isSecond(t) {
		w.line(name, at.Time().Format(utcForm))
		return
	}
	w.line(name+";TZID="+e.Zone, t.Format(localForm))
}

// isSecond reports whether the clocks of t's zone showed the same wall time
// once before.
func isSecond(t time.Time) bool {
	start, _ := t.ZoneBounds()
	if start.IsZero() {
		return false
	}
	_, now := t.Zone()
	_, before := start.Add(-time.Second).Zone()
	return before > now && t.Sub(start) < time.Duration(before-now)*time.Second
}
