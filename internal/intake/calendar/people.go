package calendar

import (
	"strings"

	"github.com/emersion/go-ical"

	"rapport"
)

// maxAttendees is how many people of one meeting are kept; nobody asks for
// more than whether there are more than two.
const maxAttendees = 200

// people reads organiser and attendees.
func (r *entryReader) people(e *entry, d decoded) {
	if p := d.props.Get("ORGANIZER"); p != nil {
		e.event.Organizer = attendeeOf(*p)
	}
	for _, p := range d.props.Values("ATTENDEE") {
		if len(e.event.Attendees) == maxAttendees {
			break
		}
		e.event.Attendees = append(e.event.Attendees, attendeeOf(p))
	}
}

func attendeeOf(p ical.Prop) Attendee {
	a := Attendee{
		Name:   rapport.OneLine(shorten(caret(strings.Trim(unescape(p.Params.Get("CN")), `'"`)), 200)),
		Answer: strings.ToLower(p.Params.Get("PARTSTAT")),
		Kind:   strings.ToLower(p.Params.Get("CUTYPE")),
	}
	if a.Kind == "individual" || a.Kind == "unknown" {
		a.Kind = ""
	}
	if role := p.Params.Get("ROLE"); a.Kind == "" && strings.EqualFold(role, "NON-PARTICIPANT") {
		a.Kind = "non-participant"
	}
	for _, text := range [...]string{p.Value, p.Params.Get("EMAIL"), p.Params.Get("X-EMAIL")} {
		if a.Address = address(text); a.Address != "" {
			break
		}
	}
	if address(a.Name) == a.Address && a.Address != "" {
		a.Name = "" // some programs repeat the address as the name
	}
	return a
}

// caret takes the escapes of RFC 6868 off a parameter.
func caret(text string) string {
	if !strings.Contains(text, "^") {
		return text
	}
	return strings.NewReplacer("^n", " ", "^'", `"`, "^^", "^").Replace(text)
}

// address returns the e-mail address in text in lower case, or nothing.
func address(text string) string {
	text = strings.ToLower(strings.Trim(strings.TrimSpace(text), `"'<>`))
	text = strings.TrimSpace(strings.TrimPrefix(text, "mailto:"))
	text, _, _ = strings.Cut(text, "?")
	at := strings.LastIndexByte(text, '@')
	if at <= 0 || at == len(text)-1 || strings.ContainsAny(text, " /,;:<>\"") || len(text) > 254 {
		return ""
	}
	return text
}

// sameAddress compares addresses, forgiving what servers forgive: a "+word"
// before the @, and Google's second name.
func sameAddress(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	localA, domainA := plainAddress(a)
	localB, domainB := plainAddress(b)
	return localA == localB && domainA == domainB
}

func plainAddress(text string) (local, domain string) {
	local, domain, _ = strings.Cut(text, "@")
	if plus := strings.IndexByte(local, '+'); plus > 0 {
		local = local[:plus]
	}
	if domain == "googlemail.com" {
		domain = "gmail.com"
	}
	return local, domain
}
