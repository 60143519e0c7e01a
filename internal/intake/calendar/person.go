package calendar

import (
	"strings"
	"unicode"

	"rapport"
)

// Person is somebody to look for.
type Person struct {
	Slug  rapport.Slug
	Name  string
	Email string
}

// foldName makes text comparable: lower case, and accents as people leave them
// out.
func foldName(text string) string { return fold(text, false) }

// softFold is foldName, save that ä, ö and ü stay: sameWord knows how else they
// are written.
func softFold(text string) string { return fold(text, true) }

func fold(text string, umlauts bool) string {
	var b strings.Builder
	for _, r := range text {
		r = unicode.ToLower(r)
		switch {
		case r < 0x80, umlauts && (r == 'ä' || r == 'ö' || r == 'ü'):
			b.WriteRune(r)
		default:
			if plain := plainLetter(r); plain != "" {
				b.WriteString(plain)
			} else if !unicode.Is(unicode.Mn, r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// plainLetter returns what people write who cannot type an accented letter.
func plainLetter(r rune) string {
	const accented = "àáâãäåāăąçćčďđèéêëēėęěğìíîïīįıľłĺñńňòóôõöøōőŕřśšşșťțùúûüūůűųýÿžźż"
	const plain = "aaaaaaaaacccddeeeeeeeegiiiiiiilllnnnoooooooorrssssttuuuuuuuuyyzzz"
	i := 0
	for _, a := range accented {
		if a == r {
			return plain[i : i+1]
		}
		i++
	}
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ð':
		return "d"
	}
	return ""
}

// sameWord compares two words of names; Jürgen is also Jurgen and Juergen.
func sameWord(a, b string) bool {
	if a == b {
		return a != ""
	}
	return foldName(a) == foldName(b) || spelled(a) == spelled(b)
}

// spelled writes umlauts as two letters.
func spelled(word string) string {
	if !strings.ContainsAny(word, "äöü") {
		return word
	}
	return strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue").Replace(word)
}

// nameWords cuts a name into folded words. "Ines, Dana" is "dana ines"; what
// stands in brackets, a title before and a department behind are left out.
func nameWords(name string) []string {
	if i := strings.IndexAny(name, "([|"); i > 0 {
		name = name[:i]
	}
	if last, first, ok := strings.Cut(name, ","); ok && strings.TrimSpace(first) != "" {
		name = first + " " + last
	}
	var words []string
	for _, w := range strings.FieldsFunc(softFold(name), func(r rune) bool { return unicode.IsSpace(r) || r == '.' || r == '_' }) {
		w = strings.Trim(w, "-'’\"")
		if w != "" && !isHonorific(w) {
			words = append(words, w)
		}
	}
	return words
}

func isHonorific(word string) bool {
	switch word {
	case "mr", "mrs", "ms", "miss", "dr", "prof", "frau", "herr", "hr", "fr", "mme", "mlle", "monsieur", "madame", "sr", "sra", "signora", "signor", "dipl", "ing", "mag", "msc", "bsc", "mba", "phd", "sir", "dame":
		return true
	}
	return false
}

// sameName reports whether two names are one person's: all words of the
// shorter one, which has at least two, stand in the longer one in order.
func sameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 2 {
		return false
	}
	i := 0
	for _, w := range y {
		if i < len(x) && sameWord(x[i], w) {
			i++
		}
	}
	return i == len(x)
}

// self is what is known of the user: addresses, and names said or read from
// addresses.
type self struct {
	addresses []string
	names     [][]string
	// said is whether a name was given, and not only an address.
	said bool
}

// selfOf sorts what the user gave into addresses and names.
func selfOf(me []string) self {
	var s self
	for _, text := range me {
		if a := address(text); a != "" {
			s.addresses = append(s.addresses, a)
			local, _ := plainAddress(a)
			var words []string
			for _, w := range strings.FieldsFunc(local, func(r rune) bool { return r == '.' || r == '_' || r == '-' }) {
				if len(w) > 1 && !unicode.IsDigit(rune(w[0])) {
					words = append(words, w)
				}
			}
			if len(words) > 0 {
				s.names = append(s.names, words)
			}
			continue
		}
		if words := nameWords(text); len(words) > 0 {
			s.names, s.said = append(s.names, words), true
		}
	}
	return s
}

func (s self) has(a Attendee) bool {
	for _, own := range s.addresses {
		if sameAddress(own, a.Address) {
			return true
		}
	}
	if a.Address != "" && len(s.addresses) > 0 {
		return false
	}
	for _, name := range s.names {
		if sameName(strings.Join(name, " "), a.Name) {
			return true
		}
	}
	return false
}

// isThing reports whether an attendee is a room, a projector or a calendar,
// and not a person.
func isThing(a Attendee, where string) bool {
	switch a.Kind {
	case "room", "resource", "non-participant":
		return true
	}
	local, domain, _ := strings.Cut(a.Address, "@")
	switch {
	case strings.HasSuffix(domain, "resource.calendar.google.com"), strings.HasSuffix(domain, "group.calendar.google.com"), domain == "calendar.google.com":
		return true
	case strings.HasPrefix(local, "room-"), strings.HasPrefix(local, "room."), strings.HasPrefix(local, "room_"), strings.HasPrefix(local, "raum-"),
		strings.HasPrefix(local, "raum."), strings.HasPrefix(local, "meetingroom"), strings.HasPrefix(local, "confroom"), strings.HasPrefix(local, "conf-room"), strings.HasPrefix(local, "noreply"), strings.HasPrefix(local, "no-reply"):
		return true
	}
	// A room is invited under the name that the place of the meeting has.
	if len(a.Name) < 3 || a.Kind == "group" {
		return false
	}
	for part := range strings.FieldsFuncSeq(where, func(r rune) bool { return r == ';' || r == ',' || r == '|' }) {
		if strings.EqualFold(strings.TrimSpace(part), a.Name) {
			return true
		}
	}
	return false
}

// round is who takes part in a meeting, besides the user.
type round struct {
	// others are people, each once.
	others []Attendee
	// me is whether the user is listed, no whether they said no.
	me, no bool
	// group is whether a list of people was invited.
	group bool
	// listed is whether anybody is listed at all.
	listed bool
}

// roundOf lists who takes part.
func (s self) roundOf(e Event) round {
	var r round
	add := func(a Attendee, organizer bool) {
		if a == (Attendee{}) || isThing(a, e.Location) {
			return
		}
		r.listed = true
		switch {
		case a.Kind == "group":
			r.group = true
			return
		case s.has(a):
			r.me = true
			if !organizer {
				r.no = a.Answer == "declined"
			}
			return
		}
		for _, other := range r.others {
			if sameAddress(other.Address, a.Address) || sameName(other.Name, a.Name) || a.Address == "" && other.Name != "" && foldName(other.Name) == foldName(a.Name) {
				return
			}
		}
		r.others = append(r.others, a)
	}
	for _, a := range e.Attendees {
		add(a, false)
	}
	add(e.Organizer, true)
	return r
}
