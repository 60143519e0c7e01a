package meetings

import (
	"strings"
	"unicode"

	"rapport"
)

// spoken is one line of what came of a talk, cut into its kind and the rest.
type spoken struct {
	// line counts from one, as typed.
	line int
	kind lineKind
	text string
}

// lineKind says what a line of a talk is.
type lineKind string

// The kinds of lines, as they are typed before the colon.
const (
	saysMeeting  lineKind = "meeting"  // when it was, how long, what for
	saysDecided  lineKind = "decided"  // the boss decided
	saysThey     lineKind = "they"     // the boss promised
	saysMe       lineKind = "me"       // the user promised
	saysTold     lineKind = "told"     // the boss told the user to do or stop something
	saysFeedback lineKind = "feedback" // the boss said of the user's work
	saysSaw      lineKind = "saw"      // private: what the user saw them do
	saysPlate    lineKind = "plate"    // private: what weighs on them
	saysTheirs   lineKind = "theirs"   // they want it on the next agenda
	saysRaised   lineKind = "raised"   // an item of the agenda, with its result
	saysNotes    lineKind = "notes"    // private
	saysShared   lineKind = "shared"   // notes that both may read
	saysNext     lineKind = "next"     // when the next talk is
)

// knownKinds names the kinds for an error.
const knownKinds = "decided, they, me, told, feedback, saw, plate, theirs, raised, notes, shared, next, meeting"

// kindNamed returns the kind that a word before a colon names. The boss's own
// name stands for they.
func kindNamed(word string, boss rapport.Boss) (lineKind, bool) {
	switch kind := lineKind(strings.ToLower(word)); kind {
	case saysMeeting, saysDecided, saysThey, saysMe, saysTold, saysFeedback, saysSaw, saysPlate, saysTheirs, saysRaised, saysNotes, saysShared, saysNext:
		return kind, true
	case "i":
		return saysMe, true
	case "done":
		return saysRaised, true
	case "note", "private":
		return saysNotes, true
	case "decision":
		return saysDecided, true
	}
	slug := rapport.ParseSlug(strings.TrimPrefix(word, "@"))
	if slug != "" && !strings.ContainsFunc(word, unicode.IsSpace) && (slug == boss.Slug || slug == rapport.FirstWord(boss.Name)) {
		return saysThey, true
	}
	return "", false
}

// spokenLines cuts what was written about a talk into its lines. An indented
// line goes on the one above it.
func spokenLines(text string, boss rapport.Boss) (lines []spoken, err error) {
	for i, raw := range strings.Split(rapport.ManyLines(text), "\n") {
		line := strings.TrimSpace(raw)
		if line == "" {
			continue
		}
		word, rest, found := strings.Cut(line, ":")
		kind, known := kindNamed(strings.TrimSpace(word), boss)
		switch {
		case found && known:
			lines = append(lines, spoken{line: i + 1, kind: kind, text: strings.TrimSpace(rest)})
		case unicode.IsSpace([]rune(raw)[0]) && len(lines) > 0:
			lines[len(lines)-1].goesOn(line)
		default:
			// The words stay out of the error: they may be private.
			return nil, rapport.Errorf(rapport.Invalid, "the line does not begin with a kind and a colon").
				WithPlace("line %d", i+1).
				WithHint("the kinds are %s; a line that goes on the one above is indented", knownKinds)
		}
	}
	for _, l := range lines {
		if l.text == "" {
			return nil, rapport.Errorf(rapport.Invalid, "nothing stands behind %s:", l.kind).
				WithPlace("line %d", l.line).WithHint("write what it was, or take the line out")
		}
	}
	return lines, nil
}

// goesOn adds a further line: notes keep their lines, a sentence stays one.
func (l *spoken) goesOn(line string) {
	if l.kind == saysNotes || l.kind == saysShared {
		l.text += "\n" + line
		return
	}
	l.text += " " + line
}

// cutMark takes name:VALUE or name:"VALUE" off a private text. The grammar of
// public lines is not asked: what it refuses it quotes.
func cutMark(text, name string) (rest, value string) {
	words := strings.Fields(text)
	for i, word := range words {
		if len(word) <= len(name)+1 || !strings.EqualFold(word[:len(name)+1], name+":") {
			continue
		}
		value, end := word[len(name)+1:], i+1
		if quoted, ok := strings.CutPrefix(value, `"`); ok {
			value = quoted
			for !strings.HasSuffix(value, `"`) && end < len(words) {
				value += " " + words[end]
				end++
			}
			value = strings.TrimSuffix(value, `"`)
		}
		return strings.Join(append(words[:i:i], words[end:]...), " "), value
	}
	return strings.Join(words, " "), ""
}

// SplitAfter cuts the arguments of one command into what is said of the meeting
// itself and the lines of what came of it. Behind the first line only marks are
// about the meeting.
func SplitAfter(args []string) (about, text string) {
	var marks, lines []string
	for _, arg := range args {
		word, rest, found := strings.Cut(arg, ":")
		_, known := kindNamed(word, rapport.Boss{})
		isLine := found && (known || strings.HasPrefix(rest, " ")) || strings.Contains(arg, "\n")
		if isLine || len(lines) > 0 && !found && !strings.HasPrefix(arg, "@") {
			lines = append(lines, arg)
		} else {
			marks = append(marks, arg)
		}
	}
	return strings.Join(marks, " "), strings.Join(lines, "\n")
}
