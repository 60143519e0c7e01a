package calendar

import (
	"testing"
	"time"

	"rapport"
)

// single makes an event of half an hour with a title and nobody listed.
func single(title string) Event {
	start := date(2026, 9, 7).Add(9 * time.Hour)
	return Event{
		UID: title, Summary: title, Start: rapport.StampOf(start), End: rapport.StampOf(start.Add(30 * time.Minute)),
		First: "2026-09-07", Last: "2026-09-07", Fate: Planned, Status: Confirmed, Series: &Series{Rhythm: "weekly"},
	}
}

func TestOneOnOnes_byTitle(t *testing.T) {
	t.Parallel()
	dana := Person{"dana", "Dana Öztürk", "dana@x.example"}
	for title, want := range map[string]bool{
		"1:1 Dana":                            true,
		"Dana 1:1":                            true,
		"Dana/Ines 1:1":                       true,
		"Ines <> Dana":                        true,
		"Dana / Ines":                         true,
		"Dana & Ines weekly":                  true,
		"Ines × Dana":                         true,
		"121 with Dana":                       true,
		"One-on-one: Dana and Ines":           true,
		"Jour fixe mit Dana":                  true,
		"JF Dana":                             true,
		"Catch-up with Dana":                  true,
		"Weekly catch up w/ Dana":             true,
		"Dana Ozturk sync":                    true,
		"Oeztuerk":                            false,
		"Rücksprache Frau Öztürk":             true,
		"Bila Dana":                           true,
		"1-1 (Dana)":                          true,
		"1on1 Dana – budget for 2027":         true,
		"1:1 Dana: team budget":               true,
		"Check-in with Dana at noon":          true,
		"Dana + Ines | Q3":                    true,
		"Monthly 1:1 Dana Ö.":                 true,
		"1:1 D. Öztürk":                       true,
		"1:1 T. Öztürk":                       false,
		"📅 1:1 Dana":                          true,
		"Dana <=> Ines":                       true,
		"Sync up with Dana":                   true,
		"Supervision Dana":                    true,
		"":                                    false,
		"Dana":                                false,
		"1:1":                                 false,
		"1:1 Danae":                           false,
		"Danaher 1:1":                         false,
		"1:1 Bogdana":                         false,
		"1:1 Dana Müller":                     false,
		"1:1 Dana-Marie":                      false,
		"1:1 Tom":                             false,
		"1:1 Tom re Dana":                     false,
		"Dana / Tom":                          false,
		"Dana, Tom, Ines sync":                false,
		"Jour fixe mit Dana und Tom":          false,
		"Catch-up with Dana, Tom":             false,
		"Team sync with Dana":                 false,
		"Dana's team weekly sync":             false,
		"Prep 1:1 Dana":                       false,
		"Vorbereitung Jour fixe Dana":         false,
		"Dana's birthday":                     false,
		"Send Dana the report":                false,
		"Urlaub Dana":                         false,
		"Interview with Dana":                 false,
		"Sync calendar of Dana":               false,
		"Version 1.1 release, Dana":           false,
		"Sunday: Dana drives":                 false,
		"Dana and the others":                 false,
		"Budget 11:11 Dana":                   false,
		"Reminder: book 1:1 with Dana":        false,
		"Cancelled: 1:1 Dana":                 true,
		"Coffee with Dana":                    true,
		"Presentation of Dana to sync leads":  false,
		"Dana Öztürk / Ines Falk: Mid-year":   true,
		"Ines / Tom (Dana optional)":          false,
		"Point hebdo avec Dana":               true,
		"Afstemming met Dana":                 true,
		"Skip-level: Dana's boss":             false,
		"Quarterly review of Dana's accounts": false,
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			found := OneOnOnes([]Event{single(title)}, []Person{dana}, []string{"Ines Falk", "ines.falk@x.example"})
			if got := len(found) == 1; got != want {
				t.Errorf("found %+v", found)
			}
			for _, o := range found {
				if o.Reason == "" || o.Confidence < 40 || o.Confidence > 100 || o.Boss != "dana" {
					t.Errorf("%+v", o)
				}
			}
		})
	}
}

func TestOneOnOnes_byAttendees(t *testing.T) {
	t.Parallel()
	dana := Person{"dana", "Dana Öztürk", "dana@x.example"}
	tom := Person{"tom", "Tom Adeyemi", ""}
	d, ines := Attendee{Address: "dana@x.example"}, Attendee{Address: "ines@x.example"}
	for name, test := range map[string]struct {
		title     string
		organizer Attendee
		attendees []Attendee
		want      rapport.Slug
	}{
		"the two of them":                 {"Numbers", d, []Attendee{d, ines}, "dana"},
		"an address with a plus":          {"Numbers", Attendee{Address: "dana+cal@x.example"}, []Attendee{ines}, "dana"},
		"a room is nobody":                {"Numbers", d, []Attendee{ines, {Name: "Elm", Kind: "room"}, {Address: "c1@resource.calendar.google.com"}}, "dana"},
		"three people":                    {"1:1 Dana", d, []Attendee{ines, {Address: "kim@x.example"}}, ""},
		"a list of people":                {"1:1 Dana", d, []Attendee{ines, {Address: "all@x.example", Kind: "group"}}, ""},
		"somebody else":                   {"1:1 Dana", ines, []Attendee{{Address: "kim@x.example"}}, ""},
		"a namesake at another address":   {"1:1", ines, []Attendee{{Name: "Dana Ozturk", Address: "d.o@y.example"}}, "dana"},
		"no address known, the full name": {"Numbers", ines, []Attendee{{Name: "Adeyemi, Tom", Address: "ta@x.example"}}, "tom"},
		"only the user":                   {"Numbers", ines, []Attendee{ines}, ""},
		"the user alone and a title":      {"1:1 Dana", ines, []Attendee{ines}, "dana"},
		"the boss twice":                  {"Numbers", Attendee{Name: "Dana Öztürk", Address: "dana@x.example"}, []Attendee{ines, {Name: "Dana Öztürk", Address: "dana.oe@x.example"}}, "dana"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := single(test.title)
			e.Organizer, e.Attendees = test.organizer, test.attendees
			found := OneOnOnes([]Event{e}, []Person{dana, tom}, []string{"ines@x.example", "Ines"})
			if len(found) > 1 || len(found) == 1 != (test.want != "") || len(found) == 1 && found[0].Boss != test.want {
				t.Errorf("%+v", found)
			}
		})
	}
	t.Run("two bosses of one first name need more", func(t *testing.T) {
		t.Parallel()
		both := []Person{dana, {"dana2", "Dana Kim", ""}}
		if found := OneOnOnes([]Event{single("1:1 Dana")}, both, nil); len(found) != 0 {
			t.Errorf("%+v", found)
		}
		if found := OneOnOnes([]Event{single("1:1 Dana Kim")}, both, nil); len(found) != 1 || found[0].Boss != "dana2" {
			t.Errorf("%+v", found)
		}
	})
}

func TestLeave(t *testing.T) {
	t.Parallel()
	days := func(title string) Event {
		return Event{UID: title, Summary: title, AllDay: true, First: "2026-08-03", Last: "2026-08-14", Fate: Planned}
	}
	for name, test := range map[string]struct {
		event Event
		want  bool
	}{
		"vacation":                   {days("Vacation"), true},
		"annual leave":               {days("Annual leave"), true},
		"Urlaub":                     {days("Urlaub"), true},
		"with a place":               {days("Urlaub Kroatien"), true},
		"my own name":                {days("Ines Falk: Urlaub"), true},
		"congés":                     {days("Congés d'été"), true},
		"out of office":              {days("Out of office"), true},
		"a colleague's":              {days("Tom: Urlaub"), false},
		"a colleague's, said else":   {days("Tom on vacation"), false},
		"the boss's":                 {days("Urlaub Dana"), false},
		"planning it":                {days("Vacation planning"), false},
		"a party":                    {days("Holiday party"), false},
		"part of a word":             {days("Urlaubsantrag"), false},
		"work elsewhere":             {func() Event { e := days("Dienstreise Lyon"); e.Away = true; return e }(), false},
		"marked as away":             {func() Event { e := days("Dolomiten"); e.Away = true; return e }(), true},
		"by category":                {func() Event { e := days("Dolomiten"); e.Categories = []string{"Urlaub"}; return e }(), true},
		"for the airport":            {days("Leave for airport"), false},
		"by the hour":                {days("Sick day"), true},
		"cancelled":                  {func() Event { e := days("Vacation"); e.Fate = CalledOff; return e }(), false},
		"an hour at the dentist's":   {func() Event { e := single("OOO dentist"); e.Away = true; return e }(), false},
		"a bank holiday is no leave": {func() Event { e := days("Bank holiday"); e.Last = e.First; return e }(), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := Leave([]Event{test.event}, []Person{{"dana", "Dana Öztürk", ""}}, []string{"Ines Falk", "ines@x.example"})
			if got := len(found) == 1; got != test.want {
				t.Errorf("found %+v", found)
			}
		})
	}
}

func TestPublicHolidays(t *testing.T) {
	t.Parallel()
	day := func(title, description, calendar string) Event {
		return Event{UID: title, Summary: title, Description: description, Calendar: calendar, AllDay: true, First: "2026-05-25", Last: "2026-05-25", Fate: Planned}
	}
	for name, test := range map[string]struct {
		event Event
		want  bool
	}{
		"by name":                   {day("Whit Monday", "", ""), true},
		"with accents":              {day("Lundi de Pâques", "", ""), true},
		"by description":            {day("Día de Galicia", "Public holiday", ""), true},
		"by calendar":               {day("Liberation Day", "", "Holidays in the Netherlands"), true},
		"only remembered":           {day("Mother's Day", "Observance\nTo hide observances, go to settings", "Holidays in Ireland"), false},
		"an egg hunt":               {day("Easter Monday egg hunt", "", ""), false},
		"school holidays":           {day("Pfingstferien", "", "Schulferien Bayern"), false},
		"a colleague's calendar":    {day("Kim", "", "Team holidays"), false},
		"a meeting has no feast":    {single("Christmas"), false},
		"leave is no feast":         {day("Vacation", "", "Work"), false},
		"an ordinary working title": {day("Release", "", "Work"), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := len(PublicHolidays([]Event{test.event})) == 1; got != test.want {
				t.Errorf("found: %v", got)
			}
		})
	}
}
