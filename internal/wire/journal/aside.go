package journal

import (
	"rapport"
)

// NameOf says what a name names.
type NameOf string

// What names name.
const (
	OfBoss    NameOf = "boss"
	OfGoal    NameOf = "goal"
	OfProject NameOf = "project"
	// OfSource names are made by [SourceName].
	OfSource NameOf = "source"
)

// Name is the slug of something that another line introduces.
type Name struct {
	Of   NameOf
	Slug rapport.Slug
}

// Aside is a line with an unknown type or field, as a lenient Decode keeps it.
type Aside struct {
	typeName   string
	members    []byte
	introduces []Name
}

// Type returns the name of the type.
func (a *Aside) Type() string { return a.typeName }

// Introduces are the names that the line would introduce if it were known.
func (a *Aside) Introduces() []Name { return a.introduces }

func newAside(typeName string, members []member) *Aside {
	a := &Aside{typeName: typeName}
	source := map[string]string{}
	for _, m := range members {
		switch m.key {
		case "id", "t", "type":
			continue
		}
		a.members = append(appendString(append(a.members, ','), m.key), ':')
		a.members = appendCanonical(a.members, m.val)
		if m.val.kind != '"' {
			continue
		}
		text := unquote(m.val.raw)
		introduced := Name{NameOf(m.key), rapport.ParseSlug(text)}
		switch {
		case typeName == "source":
			source[m.key] = text
		case typeName == "add_boss" && introduced.Of == OfBoss,
			typeName == "boss_goal" && introduced.Of == OfGoal,
			typeName == "project" && introduced.Of == OfProject:
			a.introduces = append(a.introduces, introduced)
		}
	}
	if typeName == "source" {
		a.introduces = append(a.introduces, Name{OfSource, rapport.Slug(SourceName(source["kind"], source["location"]))})
	}
	return a
}

func (a *Aside) fields(f *fields) {
	if f.direction == writing {
		f.out = append(f.out, a.members...)
	}
}

// SetAside returns the line as an [Aside] that says the same: for a lenient
// reader that cannot take it because it names something kept aside.
func SetAside(line Line) (Line, error) {
	members, err := parseObject(Encode(line))
	if err != nil {
		return Line{}, err
	}
	line.Body = newAside(line.Body.Type(), members)
	return line, nil
}
