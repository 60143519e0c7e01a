package journal

import (
	"slices"
	"strings"

	"rapport"
)

// Line is one line of the journal.
type Line struct {
	ID rapport.LineID
	// T is when it happened, with the offset it came with, cut to
	// microseconds.
	T rapport.Stamp
	// Body is what happened.
	Body Body
}

// Body is what a line says beyond its id and time: one of the structs of this
// package, as a pointer.
type Body interface {
	// Type is the name of the line's type.
	Type() string
	// fields walks the fields in the order of the format.
	fields(f *fields)
}

// Decode reads one line. What cannot be read, and a type or field that this
// version does not know, is refused by name; a lenient Decode returns a line
// with an unknown type or field as an [Aside] instead.
func Decode(text []byte, lenient bool) (Line, error) {
	members, err := parseObject(text)
	if err != nil {
		return Line{}, err
	}
	var line Line
	var typeName string
	head := fields{direction: reading, members: members}
	head.line("id", &line.ID, needed)
	head.stamp("t", &line.T, needed)
	head.exact("type", &typeName, needed)
	if head.err != nil {
		return Line{}, head.err
	}
	body := newBody(typeName)
	if body == nil {
		if lenient {
			line.Body = newAside(typeName, members)
			return line, nil
		}
		return Line{}, rapport.Errorf(rapport.Invalid, "the type %q is unknown", shorten(typeName)).
			WithHint("did you mean %s? `--lenient` keeps lines of unknown types aside and loses nothing", Nearest(typeName, Types()))
	}
	f := fields{direction: reading, t: line.T, members: members}
	body.fields(&f)
	if f.err != nil {
		return Line{}, f.err
	}
	if err := f.leftOver(typeName); err != nil {
		if lenient {
			line.Body = newAside(typeName, members)
			return line, nil
		}
		known := fieldsOf(body)
		for _, m := range members {
			if !m.used {
				return Line{}, fault(err).WithHint("did you mean %s? `--lenient` keeps such lines aside and loses nothing", Nearest(m.key, known))
			}
		}
	}
	line.Body = body
	return line, nil
}

// Encode writes the line in its canonical form, without a line end.
func Encode(line Line) []byte { return Append(nil, line) }

// Append writes the line in its canonical form behind out.
func Append(out []byte, line Line) []byte {
	typeName := line.Body.Type()
	f := fields{direction: writing, t: line.T, out: append(out, '{')}
	f.line("id", &line.ID, needed)
	field(&f, "t", &line.T, needed, true, readStamp, appendStamp)
	f.exact("type", &typeName, needed)
	line.Body.fields(&f)
	return append(f.out, '}')
}

// fieldsOf lists the names of a body's fields.
func fieldsOf(body Body) []string {
	f := fields{direction: listing}
	body.fields(&f)
	names := make([]string, len(f.infos))
	for i, info := range f.infos {
		names[i] = info.Name
	}
	return names
}

// Types lists the names of all types of the format, sorted.
func Types() []string {
	names := []string{
		"add_boss", "boss_left", "boss_goal", "project", "log", "report_draft", "report_sent",
		"note_private", "calendar", "user", "source", "proposal", "correction",
	}
	for _, t := range factTypes() {
		names = append(names, t.name)
	}
	slices.Sort(names)
	return names
}

func newBody(typeName string) Body {
	switch typeName {
	case "add_boss":
		return &AddBoss{}
	case "boss_left":
		return &BossLeft{}
	case "boss_goal":
		return &BossGoal{}
	case "project":
		return &Project{}
	case "log":
		return &Log{}
	case "report_draft":
		return &Report{State: rapport.Draft}
	case "report_sent":
		return &Report{State: rapport.Sent}
	case "note_private":
		return &NotePrivate{}
	case "calendar":
		return &Calendar{}
	case "user":
		return &User{}
	case "source":
		return &Source{}
	case "proposal":
		return &Proposal{}
	case "correction":
		return &Correction{}
	}
	for _, t := range factTypes() {
		if t.name == typeName {
			return t.begin()
		}
	}
	return nil
}

// Nearest returns the name among known that is spelt most like word, the first
// of them where several are; empty where none is known.
func Nearest(word string, known []string) string {
	const longest = 100 // nobody misspells a longer name
	if len(word) > longest {
		word = word[:longest]
	}
	best, least := "", -1
	for _, name := range known {
		if d := rapport.Distance(strings.ToLower(word), name); least < 0 || d < least {
			best, least = name, d
		}
	}
	return best
}
