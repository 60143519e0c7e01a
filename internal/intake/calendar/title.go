package calendar

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// part says what a word of a title does in it.
type part int8

const (
	other  part = iota
	mark        // says that two people meet: 1:1, jour fixe, catch-up
	filler      // says how often or where: weekly, online, our
	with        // joins a mark and a name: with, mit
	join        // joins two people: and, &, /, <>
	topic       // starts what it is about: a colon, a dash, a bracket
	boss
	me
	never // a word that makes it something else: prep, birthday, vacation
)

// piece is a word or sign of a title, or a name of several words.
type piece struct {
	part part
	text string
}

// titleReading is what a title says about a meeting of two.
type titleReading struct {
	// strength is how sure it is, in percent; zero for no.
	strength int
	reason   string
}

// words cuts a title into folded words and signs. "1:1", "1-1", "1 on 1" and
// their like are one word.
func titleWords(title string) []string {
	text := softFold(title)
	for _, spelled := range [...]string{
		"one-on-one", "one on one", "one-to-one", "one to one", "one-2-one", "one:one", "1-on-1", "1 on 1", "1on1", "1-to-1", "1 to 1", "1to1", "1-2-1", "1:2:1", "1 2 1", "1 : 1", "1: 1", "1/1", "1:1", "1-1", "1x1", "1v1", "1–1", "1|1", "1&1", "eins zu eins", "uno a uno", "un a un", "tete-a-tete", "tete a tete",
	} {
		text = replaceWord(text, spelled, " oneonone ")
	}
	for _, spelled := range [...][2]string{
		{"catch-up", "catchup"},
		{"catch up", "catchup"},
		{"check-in", "checkin"},
		{"check in", "checkin"},
		{"jour-fixe", "jourfixe"},
		{"jour fixe", "jourfixe"},
		{"touch base", "touchbase"},
		{"touch-base", "touchbase"},
		{"touch point", "touchpoint"},
		{"bi-weekly", "biweekly"},
		{"bi weekly", "biweekly"},
		{"all hands", "allhands"},
		{"all-hands", "allhands"},
		{"skip level", "skiplevel"},
		{"skip-level", "skiplevel"},
		{"stand-up", "standup"},
		{"stand up", "standup"},
		{"vier augen", "vieraugen"},
		{"vier-augen", "vieraugen"},
		{"4-augen", "vieraugen"},
		{"4 augen", "vieraugen"},
		{"point hebdo", "pointhebdo"},
		{"out of office", "outofoffice"},
		{"out-of-office", "outofoffice"},
	} {
		text = replaceWord(text, spelled[0], " "+spelled[1]+" ")
	}
	var words []string
	start := -1
	flush := func(end int) {
		if start >= 0 {
			words = append(words, text[start:end])
			start = -1
		}
	}
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || (r == '\'' || r == '’') && start >= 0 {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
		if r == '-' && i+1 < len(text) && i > 0 && text[i-1] != ' ' && text[i+1] != ' ' {
			words = append(words, "hyphen")
			continue
		}
		if !unicode.IsSpace(r) {
			words = append(words, string(r))
		}
	}
	flush(len(text))
	return words
}

// replaceWord replaces a spelling where it stands on its own.
func replaceWord(text, spelled, by string) string {
	for from := 0; ; {
		i := strings.Index(text[from:], spelled)
		if i < 0 {
			return text
		}
		i += from
		end := i + len(spelled)
		if i > 0 && isWordByte(text[i-1]) || end < len(text) && isWordByte(text[end]) {
			from = end
			continue
		}
		text = text[:i] + by + text[end:]
		from = i + len(by)
	}
}

func isWordByte(b byte) bool {
	return isLetter(b) || '0' <= b && b <= '9' || b >= 0x80
}

// partOf says what a single word or sign does.
func partOf(word string) part {
	word = foldName(word)
	switch strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s") {
	case "oneonone", "121", "o3", "catchup", "checkin", "sync", "jourfixe", "jf", "touchbase", "touchpoint", "bilateral", "bilat", "bila", "rucksprache", "ruecksprache",
		"einzelgesprach", "einzelgespraech", "mitarbeitergesprach", "mitarbeitergespraech", "vieraugen", "vieraugengesprach", "wochengesprach", "monatsgesprach", "pointhebdo", "supervision", "austausch", "abstimmung", "tte", "afstemming":
		return mark
	case "weekly", "biweekly", "fortnightly", "monthly", "quarterly", "daily", "regular", "recurring", "our", "my", "the", "a", "virtual", "online", "remote", "call", "meeting", "meet", "chat", "talk", "conversation", "session", "zoom", "teams",
		"short", "quick", "coffee", "lunch", "walk", "gesprach", "gespraech", "termin", "regeltermin", "wochentlich", "wochentlicher", "woechentlich", "monatlich", "monatlicher", "zweiwochentlich", "14tagig", "kurzer", "kurz", "point", "reunion", "entretien", "hebdo", "mensuel", "bimensuel",
		"riunione", "reunion1", "semanal", "settimanale", "wekelijks", "overleg", "up", "30", "30min", "min", "minutes", "mins", "15", "45", "60", "h", "1h", "meine", "mein", "unser", "canceled", "cancelled", "abgesagt", "verschoben", "moved", "rescheduled", "placeholder", "hold", "tentative", "new", "neu", "fwd", "fw", "aw", "wg":
		return filler
	case "with", "mit", "bei", "chez", "avec", "con", "met", "w", "z", "med", "between", "zwischen", "for", "fur", "fuer":
		return with
	case "/", "&", "+", "and", "und", "et", "y", "e", "en", "<", ">", "x", "vs", ",", "↔", "⇄", "⟷", "→", "×", "·", "•", "∞", "i", "och", "og":
		return join
	case "re", "at", "in", "im", "via", "@", ":", "-", "–", "—", "(", ")", "[", "]", "|", "about", "re:", "zu", "uber", "ueber", "regarding", "on", "#", "!", "?", ".", ";", "*":
		return topic
	case "prep", "prepare", "preparation", "preparing", "vorbereitung", "vorbereiten", "notes", "notizen", "nachbereitung", "followup", "reminder", "erinnerung", "send", "write", "block", "agenda", "schedule", "book", "ask", "before", "after", "vor", "nach", "without", "ohne",
		"birthday", "geburtstag", "anniversary", "farewell", "leaving", "vacation", "urlaub", "holiday", "leave", "ooo", "pto", "off", "absent", "abwesend", "away", "sick", "krank", "travel", "dienstreise", "anniversaire", "conges", "cumpleanos", "vacaciones", "party":
		return never
	}
	if isDateWord(word) || !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return filler // also pictures and signs
	}
	return other
}

// isDateWord reports whether a word says when or which: a number, a weekday, a
// month, a quarter, a calendar week.
func isDateWord(word string) bool {
	digits := strings.TrimLeft(word, "0123456789")
	if digits == "" || len(word) == 2 && word[0] == 'q' && digits != word {
		return true
	}
	if rest, ok := strings.CutPrefix(word, "kw"); ok && strings.Trim(rest, "0123456789") == "" {
		return true
	}
	switch word {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "lundi", "mardi", "mercredi", "jeudi", "vendredi",
		"lunes", "martes", "miercoles", "jueves", "viernes", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"januar", "februar", "marz", "mai", "juni", "juli", "oktober", "dezember", "week", "woche", "month", "monat":
		return true
	}
	return false
}

// readTitle says whether a title announces a meeting of the user and the boss
// of a name, and nobody else. others are further bosses, so that a first name
// that two of them have decides nothing.
func readTitle(title, name string, own self, others []string) titleReading {
	words := nameWords(name)
	if len(words) == 0 {
		return titleReading{}
	}
	pieces := piecesOf(titleWords(title), words, own, others)
	return judge(pieces)
}

// piecesOf says what each word of a title does, names of several words as one.
func piecesOf(words, name []string, own self, others []string) []piece {
	firstShared := false
	for _, o := range others {
		if w := nameWords(o); len(w) > 0 && sameWord(w[0], name[0]) {
			firstShared = true
		}
	}
	var pieces []piece
	for i := 0; i < len(words); {
		if n := matchName(words[i:], name, firstShared); n > 0 {
			pieces = append(pieces, piece{boss, strings.Join(words[i:i+n], " ")})
			i += n
			continue
		}
		if n := own.match(words[i:]); n > 0 {
			pieces = append(pieces, piece{me, strings.Join(words[i:i+n], " ")})
			i += n
			continue
		}
		if isHonorific(words[i]) {
			i++
			continue
		}
		pieces = append(pieces, piece{partOf(words[i]), words[i]})
		i++
	}
	return pieces
}

// matchName says how many words from the first on are the person: the whole
// name, the first name, or the last name after a title. A first name with
// another last name behind it is somebody else; so is one with a hyphen.
func matchName(words, name []string, firstShared bool) int {
	possessive := func(w string) string { return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s") }
	if len(name) > 1 && len(words) >= len(name) {
		all := true
		for i, n := range name {
			all = all && sameWord(possessive(words[i]), n)
		}
		if all {
			return len(name)
		}
	}
	last := name[len(name)-1]
	if rest := words[1:]; len(name) > 1 && utf8.RuneCountInString(words[0]) == 1 && strings.HasPrefix(foldName(name[0]), foldName(words[0])) {
		// D. Ines
		n := 2
		if len(rest) > 0 && rest[0] == "." {
			rest, n = rest[1:], 3
		}
		if len(rest) > 0 && sameWord(possessive(rest[0]), last) {
			return n
		}
	}
	if len(name) > 1 && len(words) > 1 && sameWord(words[0], name[0]) && sameWord(possessive(words[1]), last) {
		return 2
	}
	if len(words) > 1 && len(name) > 1 && isHonorific(words[0]) && sameWord(possessive(words[1]), last) {
		return 2
	}
	if !sameWord(possessive(words[0]), name[0]) || firstShared {
		return 0
	}
	if len(words) > 1 {
		next := words[1]
		if next == "hyphen" {
			return 0
		}
		if utf8.RuneCountInString(next) == 1 && unicode.IsLetter([]rune(next)[0]) {
			switch {
			case len(name) > 1 && strings.HasPrefix(foldName(last), foldName(next)):
				return 2 // Dana I.
			case partOf(next) == other:
				return 0
			}
		}
	}
	return 1
}

// match says how many words from the first on are the user.
func (s self) match(words []string) int {
	if words[0] == "me" || words[0] == "ich" || words[0] == "moi" {
		return 1
	}
	for _, name := range s.names {
		if n := matchName(words, name, false); n > 0 {
			return n
		}
	}
	return 0
}

// judge weighs the pieces of a title.
func judge(pieces []piece) titleReading {
	first := -1
	for i, p := range pieces {
		switch {
		case p.part == never:
			return titleReading{}
		case p.part == boss && first < 0:
			first = i
		}
	}
	if first < 0 {
		return titleReading{}
	}
	// The run of pieces around the name that are about who meets.
	from, until := first, first+1
	for from > 0 && pieces[from-1].part != other {
		from--
	}
	for until < len(pieces) && pieces[until].part != other {
		until++
	}
	run := pieces[from:until]
	// What stands outside has to be held off by a colon, a dash or a bracket,
	// or else it is a person or a word that the name belongs to.
	heldBefore := from == 0 || run[0].part == topic
	heldAfter := until == len(pieces) || run[len(run)-1].part == topic
	if until < len(pieces) && run[len(run)-1].text == "," && hasMark(run) {
		heldAfter = false
	}
	marks, mine, name := 0, false, pieces[first].text
	marked := ""
	for _, p := range run {
		switch p.part {
		case mark:
			marks++
			marked = p.text
		case me:
			mine = true
		}
	}
	outside := from > 0 || until < len(pieces)
	switch {
	case !heldBefore || !heldAfter:
		return titleReading{}
	case marks > 0 && (marked == "oneonone" || marked == "121" || marked == "o3" || mine):
		strength := 85
		if outside {
			strength = 65
		}
		return titleReading{strength, "its title names a one-on-one and " + quoteName(name)}
	case marks > 0:
		strength := 75
		if outside {
			strength = 55
		}
		return titleReading{strength, "its title says that you two meet, and names " + quoteName(name)}
	case mine && joined(run):
		strength := 85
		if outside {
			strength = 60
		}
		return titleReading{strength, "its title is your name and " + quoteName(name)}
	case saysWith(run) && hasFiller(run) && !outside:
		return titleReading{55, "its title says that you meet " + quoteName(name)}
	}
	return titleReading{}
}

func quoteName(name string) string { return "“" + name + "”" }

func hasMark(run []piece) bool { return has(run, mark) }
func joined(run []piece) bool {
	return has(run, join) || has(run, topic) || has(run, with) || len(run) == 2
}
func saysWith(run []piece) bool  { return has(run, with) }
func hasFiller(run []piece) bool { return has(run, filler) }

func has(run []piece, p part) bool {
	for _, q := range run {
		if q.part == p {
			return true
		}
	}
	return false
}

// pairTitle recognises "Dana / Somebody" where who the user is called is not
// known: two names, a sign between them, and nothing else.
func pairTitle(title, name string, others []string) bool {
	words := nameWords(name)
	if len(words) == 0 {
		return false
	}
	pieces := piecesOf(titleWords(title), words, self{}, others)
	if len(pieces) != 3 && len(pieces) != 4 {
		return false
	}
	bosses, joins, strangers := 0, 0, 0
	for _, p := range pieces {
		switch p.part {
		case boss:
			bosses++
		case join, topic:
			joins++
		case other:
			strangers++
		default:
			return false
		}
	}
	return bosses == 1 && strangers == 1 && joins >= 1 && (pieces[0].part == boss || pieces[len(pieces)-1].part == boss)
}
