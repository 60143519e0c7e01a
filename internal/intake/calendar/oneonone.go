package calendar

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"rapport"
)

// OneOnOne is a series, or a single meeting, that looks like one of the user
// and a boss. It is a guess with a reason: the user is asked before it counts.
type OneOnOne struct {
	// Key names it for ever: reading again gives the same series the same key.
	Key  string
	Boss rapport.Slug
	// Title is what the calendar calls it.
	Title string
	// Series is nil for a single meeting.
	Series *Series
	// Meetings are those in the window, in order.
	Meetings []Meeting
	// Confidence is in percent.
	Confidence int
	// Reason says why, as the end of a sentence that begins with the title.
	Reason string
}

// Meeting is one meeting of a one-on-one.
type Meeting struct {
	Event
	// Declined says that the user or the boss said no.
	Declined bool
}

// Held reports whether the meeting took place before an instant, as far as the
// calendar knows: it is over, and nobody called it off.
func (m Meeting) Held(now rapport.Instant) bool {
	return !m.Off() && !m.Declined && m.End.At <= now
}

// long is from when on two people are at something else than a one-on-one.
const long = 4 * time.Hour

// OneOnOnes finds what looks like a one-on-one with one of the bosses, the
// surest first. me are the user's addresses and names. Addresses of attendees
// decide where there are any: two people, whatever the title says, and never
// more than two; rooms are no people. The title decides where nobody is listed.
func OneOnOnes(events []Event, bosses []Person, me []string) []OneOnOne {
	own := selfOf(me)
	found := map[string]*OneOnOne{}
	var order []string
	for _, e := range events {
		if e.AllDay {
			continue
		}
		r := own.roundOf(e)
		who, confidence, reason := whoMeets(e, r, bosses, own)
		if confidence == 0 {
			continue
		}
		if e.Length() > long {
			confidence -= 30
			reason += "; it is long for a one-on-one"
		}
		key := rootUID(e.UID) + " " + string(who.Slug)
		o := found[key]
		if o == nil {
			o = &OneOnOne{Key: key, Boss: who.Slug, Title: e.Summary, Series: e.Series, Confidence: confidence, Reason: reason}
			found[key] = o
			order = append(order, key)
		}
		if confidence > o.Confidence {
			o.Confidence, o.Reason = confidence, reason
		}
		if e.Series != nil {
			// A series that was split goes on under its newest form.
			o.Series, o.Title = e.Series, cmp.Or(e.Summary, o.Title)
		}
		o.Meetings = append(o.Meetings, Meeting{e, r.no || r.refused(who)})
	}
	list := make([]OneOnOne, 0, len(order))
	for _, key := range order {
		list = append(list, *found[key])
	}
	slices.SortStableFunc(list, func(a, b OneOnOne) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(len(b.Meetings), len(a.Meetings)), strings.Compare(a.Key, b.Key))
	})
	return list
}

// rootUID takes off what Google adds where a series is split.
func rootUID(uid string) string {
	local, domain, _ := strings.Cut(uid, "@")
	i := strings.LastIndex(local, "_R")
	if i <= 0 {
		return uid
	}
	if _, err := parseMoment(local[i+2:]); err != nil {
		return uid
	}
	return local[:i] + "@" + domain
}

// refused reports whether the boss said no.
func (r round) refused(who Person) bool {
	for _, a := range r.others {
		if a.Answer == "declined" && (sameAddress(a.Address, address(who.Email)) || sameName(a.Name, who.Name)) {
			return true
		}
	}
	return false
}

// whoMeets says which boss a meeting is a one-on-one with, how sure that is,
// and why; no confidence where it is none.
func whoMeets(e Event, r round, bosses []Person, own self) (who Person, confidence int, reason string) {
	if r.group || len(r.others) > 2 {
		return who, 0, ""
	}
	if len(r.others) == 0 {
		return byTitle(e, bosses, own)
	}
	for _, b := range bosses {
		if c, why := byAttendees(e, r, b, own); c > confidence {
			who, confidence, reason = b, c, why
		}
	}
	return who, confidence, reason
}

// byAttendees weighs who is listed.
func byAttendees(e Event, r round, b Person, own self) (confidence int, reason string) {
	email := address(b.Email)
	for _, a := range r.others {
		var how int
		switch {
		case sameAddress(a.Address, email):
			how, reason = 95, "you and "+a.Address+" are the only people in it"
		case sameName(a.Name, b.Name) && (email == "" || a.Address == ""):
			how, reason = 85, "you and "+a.Name+" are the only people in it"
		case sameName(a.Name, b.Name):
			how, reason = 70, "you and "+a.Name+" are the only people in it, though under another address"
		case email == "" && oneName(a, b):
			how, reason = 55, "you and somebody called "+cmp.Or(a.Name, a.Address)+" are the only people in it"
			if t := readTitle(e.Summary, b.Name, own, nil); t.strength > 0 {
				how, reason = 75, reason+", and "+t.reason
			}
		default:
			continue
		}
		switch {
		case len(r.others) == 1 && (r.me || len(own.addresses) == 0):
			return how, reason
		case len(r.others) == 1:
			return how - 15, strings.Replace(reason, "are the only people in it", "are in it, as far as it says", 1)
		case !r.me:
			// Two people, neither of whom is known to be the user: it stands in
			// the user's calendar, so that the other may be the user.
			return how - 40, strings.Replace(reason, "you and ", "one other person and ", 1) + "; none of your addresses is there"
		}
	}
	return 0, ""
}

// oneName compares an attendee with a boss of whom only one name is known.
func oneName(a Attendee, b Person) bool {
	name := nameWords(b.Name)
	if len(name) == 0 {
		return false
	}
	words := nameWords(a.Name)
	if len(words) == 0 {
		local, _, _ := strings.Cut(a.Address, "@")
		words = nameWords(strings.ReplaceAll(local, "-", " "))
	}
	if len(words) == 0 || !sameWord(words[0], name[0]) {
		return false
	}
	return len(name) == 1 || len(words) == 1
}

// byTitle weighs the title of a meeting that lists nobody.
func byTitle(e Event, bosses []Person, own self) (who Person, confidence int, reason string) {
	for i, b := range bosses {
		var others []string
		for j, o := range bosses {
			if j != i {
				others = append(others, o.Name)
			}
		}
		t := readTitle(e.Summary, b.Name, own, others)
		if t.strength == 0 && len(own.names) == 0 && e.Series != nil && pairTitle(e.Summary, b.Name, others) {
			t = titleReading{40, "its title is a pair of names"}
		}
		if t.strength > 0 && e.Series == nil {
			t.strength -= 5
		}
		if t.strength > confidence {
			who, confidence, reason = b, t.strength, t.reason+"; nobody is listed in it"
		}
	}
	return who, confidence, reason
}
