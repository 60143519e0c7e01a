package journal

import (
	"slices"
	"strings"

	"rapport"
)

// FieldKind says what a field of a line holds, for whoever lets people change
// it.
type FieldKind int8

// The kinds of fields.
const (
	TextField FieldKind = iota
	// PrivateField is a text that leaves only in its owner's own journal.
	PrivateField
	NumberField
	FlagField
	DayField
	StampField
	// ListField is a list of texts or days.
	ListField
	// ObjectsField is a list of objects, which people do not change by hand.
	ObjectsField
)

// FieldInfo describes a field of a type of line.
type FieldInfo struct {
	Name   string
	Kind   FieldKind
	Needed bool
}

func kindOf(v any) FieldKind {
	switch v.(type) {
	case *rapport.PrivateText:
		return PrivateField
	case *rapport.Amount, *int:
		return NumberField
	case *bool, *rapport.Truth:
		return FlagField
	case *rapport.Day:
		return DayField
	case *rapport.Stamp, *rapport.Instant:
		return StampField
	case *[]string, *[]rapport.Slug, *[]rapport.Day, *[]rapport.Party:
		return ListField
	case *[]Link, *[]Told, *[]rapport.Evidence, *[]rapport.Option, *[]ReportEntry, *rapport.WorkWeek:
		return ObjectsField
	}
	return TextField
}

// Fields describes the fields of the line's type, in the order of the format.
func (l Line) Fields() []FieldInfo {
	f := fields{direction: listing}
	l.Body.fields(&f)
	return f.infos
}

// Pair is a field and what it says, for people.
type Pair struct {
	Name, Value string
	Kind        FieldKind
}

// Pairs lists what the line says beyond its id, time and type, in the order of
// the format. Private texts are among them: it is for the owner's own eyes.
func (l Line) Pairs() []Pair {
	members, err := parseObject(Encode(l))
	if err != nil {
		return nil // what was encoded can be read
	}
	infos := l.Fields()
	var pairs []Pair
	for _, m := range members {
		i := slices.IndexFunc(infos, func(info FieldInfo) bool { return info.Name == m.key })
		if i < 0 {
			continue
		}
		pairs = append(pairs, Pair{m.key, plainText(m.val), infos[i].Kind})
	}
	return pairs
}

// plainText is a value without the marks of JSON.
func plainText(v value) string {
	switch v.kind {
	case '"':
		return unquote(v.raw)
	case 't':
		return "yes"
	case 'f':
		return "no"
	case '[':
		texts, err := listOf(func(one value) (string, *rapport.Error) { return plainText(one), nil })(v)
		if err == nil {
			return strings.Join(texts, ", ")
		}
	case '{':
		members, err := parseObject(v.raw)
		if err != nil {
			break
		}
		var parts []string
		for _, m := range members {
			parts = append(parts, m.key+": "+plainText(m.val))
		}
		return strings.Join(parts, "; ")
	}
	return string(v.raw)
}

// Change says what a field is to hold, as a person would write it: a day as
// 2026-11-03, a flag as yes or no, a list with commas. The empty value takes
// the field away.
type Change struct{ Name, Value string }

// Changed returns the line with some fields changed. What a field cannot hold,
// and a field that the type does not have, is refused by name.
func (l Line) Changed(changes ...Change) (Line, error) {
	members, err := parseObject(Encode(l))
	if err != nil {
		return l, err
	}
	infos := l.Fields()
	for _, change := range changes {
		i := slices.IndexFunc(infos, func(info FieldInfo) bool { return info.Name == change.Name })
		if i < 0 {
			names := fieldsOf(l.Body)
			return l, rapport.Errorf(rapport.Invalid, "there is no field %q", shorten(change.Name)).
				WithHint("did you mean %s? there are %s", Nearest(change.Name, names), strings.Join(names, ", "))
		}
		if infos[i].Kind == ObjectsField || change.Name == "removed" {
			return l, rapport.Errorf(rapport.Invalid, "the field %s is not changed by hand", change.Name)
		}
		members = slices.DeleteFunc(members, func(m member) bool { return m.key == change.Name })
		if change.Value == "" {
			continue
		}
		raw, fault := rawValue(infos[i], change.Value)
		if fault != nil {
			return l, fault
		}
		members = append(members, member{key: change.Name, val: raw})
	}
	out := []byte{'{'}
	for i, m := range members {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(appendString(out, m.key), ':')
		out = append(out, m.val.raw...)
	}
	return Decode(append(out, '}'), false)
}

// rawValue writes what a person typed as a value of the field's kind.
func rawValue(info FieldInfo, text string) (value, *rapport.Error) {
	var raw []byte
	switch info.Kind {
	case NumberField:
		raw = []byte(strings.ReplaceAll(strings.TrimSpace(text), ",", "."))
		s := scanner{text: raw}
		if err := s.number(); err != nil || s.pos != len(raw) {
			return value{}, rapport.Errorf(rapport.Invalid, "%s: %q is not a number", info.Name, shorten(text))
		}
	case FlagField:
		switch strings.ToLower(strings.TrimSpace(text)) {
		case "yes", "y", "true":
			raw = []byte("true")
		case "no", "n", "false":
			raw = []byte("false")
		default:
			return value{}, rapport.Errorf(rapport.Invalid, "%s: %q is neither yes nor no", info.Name, shorten(text))
		}
	case ListField:
		raw = append(raw, '[')
		for part := range strings.SplitSeq(text, ",") {
			if part = strings.TrimSpace(part); part == "" {
				continue
			}
			if len(raw) > 1 {
				raw = append(raw, ',')
			}
			raw = appendString(raw, strings.TrimPrefix(part, "@"))
		}
		raw = append(raw, ']')
	default:
		raw = appendString(nil, text)
	}
	return value{raw: raw}, nil
}
