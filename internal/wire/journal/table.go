package journal

import (
	"strconv"
	"strings"

	"rapport"
)

// form is what the format says of one type.
type form struct {
	name   string
	fields []formField
	// oneOf are fields of which at least one must be there.
	oneOf [2]string
}

// formField is one field of a form, in the order of the format.
type formField struct {
	key  string
	is   sort
	need need
	// words are what an aChoice may say, separated by spaces.
	words string
}

// sort says what a field holds.
type sort int8

const (
	aText sort = iota
	aBoss      // the slug of a boss
	aBossList
	aProject
	aChoice // one of the words
	aFlag   // true or false
	aNumber
	aDay  // YYYY-MM-DD
	aWeek // an ISO week
	aTextOrNumber
)

// table holds the types that this version reads, checks and keeps, but has no
// noun for yet.
var table = [...]form{
	{name: "copy_prefs", fields: []formField{{"from_boss", aBoss, needed, ""}, {"to_boss", aBoss, needed, ""}, {"by", aText, needed, ""}}},
	{name: "boss_pref", fields: []formField{{"boss", aBoss, needed, ""}, {"dim", aText, needed, ""}, {"value", aTextOrNumber, needed, ""}, {"evidence", aText, needed, ""}, {"grade", aText, optional, ""}}},
	{name: "observation", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}, {"dim", aText, optional, ""}}},
	{name: "boss_pressure", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}, {"until", aDay, optional, ""}}},
	{name: "role", fields: []formField{{"text", aText, needed, ""}, {"new_manager", aFlag, optional, ""}, {"tight", aFlag, optional, ""}}},
	{name: "message_draft", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}, {"medium", aText, optional, ""}}},
	{name: "message_sent", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}, {"medium", aText, optional, ""}}},
	{name: "meeting", fields: []formField{
		{"boss", aBoss, needed, ""},
		{"kind", aChoice, needed, "1:1 ad-hoc chat review"},
		{"status", aChoice, needed, "held cancelled missed booked"},
		{"by", aText, optional, ""},
		{"minutes", aNumber, optional, ""},
		{"conversation", aText, optional, ""},
		{"agenda_sent", aFlag, optional, ""},
		{"notes", aText, optional, ""},
		{"purpose", aChoice, optional, "development evaluation"},
	}},
	{name: "ask", fields: []formField{
		{"boss", aBoss, needed, ""},
		{"text", aText, needed, ""},
		{"currency", aChoice, optional, "information resources backing development decision advice"},
		{"due", aDay, optional, ""},
		{"answered", aFlag, optional, ""},
		{"answer", aText, optional, ""},
	}},
	{name: "commitment", fields: []formField{{"by", aText, needed, ""}, {"to", aText, needed, ""}, {"text", aText, needed, ""}, {"due", aDay, optional, ""}, {"hours", aNumber, optional, ""}}},
	{name: "commitment_done", fields: outcomeOfPromise, oneOf: [2]string{"text", "ref"}},
	{name: "commitment_missed", fields: outcomeOfPromise, oneOf: [2]string{"text", "ref"}},
	{name: "commitment_moved", fields: outcomeOfPromise, oneOf: [2]string{"text", "ref"}},
	{name: "decision", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}, {"recorded_in_writing", aFlag, optional, ""}}},
	{name: "instruction", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}, {"project", aProject, optional, ""}}},
	{name: "feedback_ask", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}, {"about", aText, optional, ""}}},
	{name: "feedback", fields: []formField{{"sender", aText, needed, ""}, {"text", aText, needed, ""}, {"about", aText, optional, ""}, {"kind", aChoice, optional, "praise change"}}},
	{name: "boss_ping", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}, {"topic", aText, optional, ""}}},
	{name: "surprise", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}, {"to", aText, optional, ""}}},
	{name: "heard", fields: []formField{{"text", aText, needed, ""}, {"boss", aBoss, optional, ""}}},
	{name: "event_public", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}}},
	{name: "offer_help", fields: []formField{{"boss", aBoss, needed, ""}, {"task", aText, needed, ""}, {"hours", aNumber, optional, ""}, {"until", aDay, optional, ""}, {"outcome", aText, optional, ""}}},
	{name: "career_goal", fields: []formField{{"text", aText, needed, ""}, {"shared_with", aBossList, optional, ""}, {"shared_on", aDay, optional, ""}, {"state", aText, optional, ""}}},
	{name: "stakeholder", fields: []formField{{"name", aText, needed, ""}, {"suggested_by", aText, optional, ""}, {"introduction", aChoice, optional, "asked made used"}, {"needs", aText, optional, ""}}},
	{name: "rate", fields: []formField{{"item", aText, needed, ""}, {"value", aNumber, needed, ""}, {"was", aNumber, optional, ""}}},
	{name: "rhythm", fields: []formField{{"boss", aBoss, needed, ""}, {"every", aText, needed, ""}, {"from", aDay, optional, ""}}},
	{name: "criterion", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}}},
	{name: "human_fact", fields: []formField{{"boss", aBoss, needed, ""}, {"text", aText, needed, ""}, {"said_on", aDay, needed, ""}}},
	{name: "reaction", fields: []formField{{"boss", aBoss, needed, ""}, {"to", aText, needed, ""}, {"sign", aChoice, needed, "good bad"}}},
	{name: "hours", fields: []formField{{"week", aWeek, needed, ""}, {"hours", aNumber, needed, ""}}},
}

var outcomeOfPromise = []formField{{"text", aText, optional, ""}, {"ref", aText, optional, ""}, {"by", aText, optional, ""}, {"late", aFlag, optional, ""}, {"due", aDay, optional, ""}}

// Other is a line of a type of the format that this version has no noun for:
// its fields were checked, and are kept as they were said.
type Other struct {
	form   *form
	values [][]byte
	names  []Name
}

// Type returns the name of the type.
func (o *Other) Type() string { return o.form.name }

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

func (o *Other) fields(f *fields) {
	for i, spec := range o.form.fields {
		field(f, spec.key, &o.values[i], spec.need, o.values[i] != nil, func(raw value) ([]byte, *rapport.Error) {
			return appendCanonical(nil, raw), o.check(raw, spec)
		}, func(out, v []byte) []byte { return append(out, v...) })
	}
	if f.direction != reading || o.form.oneOf[0] == "" {
		return
	}
	for i, spec := range o.form.fields {
		if (spec.key == o.form.oneOf[0] || spec.key == o.form.oneOf[1]) && o.values[i] != nil {
			return
		}
	}
	if f.err == nil {
		f.err = rapport.Errorf(rapport.Invalid, "one of the fields %q and %q is missing", o.form.oneOf[0], o.form.oneOf[1])
	}
}

// check refuses what a field of its sort cannot hold, and notes names.
func (o *Other) check(raw value, spec formField) (err *rapport.Error) {
	note := func(of NameOf) {
		var slug rapport.Slug
		if slug, err = readSlug(raw); err == nil {
			o.names = append(o.names, Name{of, slug})
		}
	}
	switch spec.is {
	case aBoss:
		note(OfBoss)
	case aProject:
		note(OfProject)
	case aBossList:
		var slugs []rapport.Slug
		slugs, err = listOf(readSlug)(raw)
		for _, slug := range slugs {
			o.names = append(o.names, Name{OfBoss, slug})
		}
	case aChoice:
		_, err = oneOf(strings.Fields(spec.words))(raw)
	case aFlag:
		_, err = readBool(raw)
	case aNumber:
		if raw.kind != '0' {
			err = wrongKind(raw, "a number")
		}
	case aDay:
		_, err = readDay(raw)
	case aWeek:
		err = checkWeek(raw)
	case aTextOrNumber:
		if raw.kind != '"' && raw.kind != '0' {
			err = wrongKind(raw, "a text or a number")
		}
	default:
		if raw.kind != '"' {
			err = wrongKind(raw, "a text")
		}
	}
	return err
}

// checkWeek refuses what is no week of the calendar: a year has 53 of them or
// only 52.
func checkWeek(raw value) *rapport.Error {
	text, err := readLine(raw)
	if err != nil {
		return err
	}
	year, number, ok := strings.Cut(text, "-W")
	y, yearErr := strconv.Atoi(year)
	w, weekErr := strconv.Atoi(number)
	if ok && len(year) == 4 && len(number) == 2 && yearErr == nil && weekErr == nil {
		// 4 January lies in the first week of its year.
		if w >= 1 && rapport.NewDay(y, 1, 4).Add(7*(w-1)).ISOWeek() == text {
			return nil
		}
	}
	return rapport.Errorf(rapport.Invalid, "%q is not a week", shorten(text)).WithHint("write it as 2026-W45")
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
