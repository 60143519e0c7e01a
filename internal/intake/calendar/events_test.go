package calendar

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/teambition/rrule-go"
	"pgregory.net/rapid"

	"rapport"
)

// one reads a calendar of lines, for a window of 2026.
func one(t testing.TB, lines ...string) Result {
	t.Helper()
	result, err := Events([]File{{"a.ics", []byte(vcalendar(lines...))}}, Options{From: date(2026, 1, 1), Until: date(2027, 1, 1), Zone: zoneNamed(t, "Europe/Berlin")})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func vcalendar(lines ...string) string {
	return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VCALENDAR\r\n"
}

func vevent(lines ...string) string {
	return "BEGIN:VEVENT\r\nUID:a\r\n" + strings.Join(lines, "\r\n") + "\r\nEND:VEVENT"
}

// starts lists when and how meetings are.
func starts(r Result) []string {
	var list []string
	for _, e := range r.Events {
		text := e.Start.Time().Format("01-02 15:04 -0700")
		if e.AllDay {
			text = string(e.First) + ".." + string(e.Last)
		}
		if e.Fate != Planned {
			text += " " + string(e.Fate)
		}
		list = append(list, text)
	}
	return list
}

func TestEvents_follow(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		lines []string
		want  []string
	}{
		"a clock change": {
			[]string{vevent("DTSTART;TZID=Europe/Berlin:20260322T090000", "DURATION:PT30M", "RRULE:FREQ=WEEKLY;COUNT=3")},
			[]string{"03-22 09:00 +0100", "03-29 09:00 +0200", "04-05 09:00 +0200"},
		},
		"the hour that does not exist": {
			[]string{vevent("DTSTART;TZID=Europe/Berlin:20260328T023000", "RRULE:FREQ=DAILY;COUNT=3")},
			[]string{"03-28 02:30 +0100", "03-29 03:30 +0200", "03-30 02:30 +0200"},
		},
		"the hour that comes twice": {
			[]string{vevent("DTSTART;TZID=America/New_York:20261031T013000", "RRULE:FREQ=DAILY;COUNT=2")},
			[]string{"10-31 01:30 -0400", "11-01 01:30 -0400"},
		},
		"an end in UTC against a local start": {
			[]string{vevent("DTSTART;TZID=America/New_York:20260105T200000", "RRULE:FREQ=DAILY;UNTIL=20260108T010000Z")},
			[]string{"01-05 20:00 -0500", "01-06 20:00 -0500", "01-07 20:00 -0500"},
		},
		"an end that is a day": {
			[]string{vevent("DTSTART;TZID=Europe/Berlin:20260105T200000", "RRULE:FREQ=DAILY;UNTIL=20260107")},
			[]string{"01-05 20:00 +0100", "01-06 20:00 +0100", "01-07 20:00 +0100"},
		},
		"an end in UTC of whole days": {
			[]string{vevent("DTSTART;VALUE=DATE:20260105", "RRULE:FREQ=DAILY;UNTIL=20260106T230000Z")},
			[]string{"2026-01-05..2026-01-05", "2026-01-06..2026-01-06", "2026-01-07..2026-01-07"},
		},
		"a start long ago": {
			[]string{vevent("DTSTART;TZID=Europe/Berlin:19700105T090000", "RRULE:FREQ=WEEKLY;INTERVAL=12;UNTIL=20260430T000000Z")},
			[]string{"02-16 09:00 +0100"},
		},
		"the last weekday of the month": {
			[]string{vevent("DTSTART;TZID=Europe/Berlin:20260130T090000", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3")},
			[]string{"01-30 09:00 +0100", "02-27 09:00 +0100", "03-31 09:00 +0200"},
		},
		"the second Tuesday, and its number": {
			[]string{vevent("DTSTART;TZID=Europe/Berlin:20260113T090000", "RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=2")},
			[]string{"01-13 09:00 +0100", "02-10 09:00 +0100"},
		},
		"a start that the rule does not have": {
			[]string{vevent("DTSTART;TZID=Europe/Berlin:20260106T090000", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3")},
			[]string{"01-06 09:00 +0100", "01-12 09:00 +0100", "01-19 09:00 +0100"},
		},
		"dates left out, in another zone and as days": {
			[]string{vevent("DTSTART;TZID=Europe/Berlin:20260105T090000", "RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20260106T080000Z", "EXDATE;VALUE=DATE:20260107")},
			[]string{"01-05 09:00 +0100", "01-06 09:00 +0100 left out", "01-07 09:00 +0100 left out", "01-08 09:00 +0100"},
		},
		"dates more": {
			[]string{vevent("DTSTART;TZID=Europe/Berlin:20260105T090000", "RDATE;TZID=Europe/Berlin:20260203T100000,20260304T110000")},
			[]string{"01-05 09:00 +0100", "02-03 10:00 +0100", "03-04 11:00 +0100"},
		},
		"a meeting moved into the window": {
			[]string{
				vevent("DTSTART;TZID=Europe/Berlin:20251201T090000", "RRULE:FREQ=WEEKLY;COUNT=4"),
				vevent("RECURRENCE-ID;TZID=Europe/Berlin:20251222T090000", "DTSTART;TZID=Europe/Berlin:20260102T090000"),
			},
			[]string{"01-02 09:00 +0100 moved"},
		},
		"a meeting called off without saying more": {
			[]string{
				vevent("DTSTART;TZID=Europe/Berlin:20260105T090000", "RRULE:FREQ=WEEKLY;COUNT=2"),
				vevent("RECURRENCE-ID:20260112T080000Z", "STATUS:CANCELLED"),
			},
			[]string{"01-05 09:00 +0100", "01-12 08:00 +0000 called off"},
		},
		"this and future moved, one of them again": {
			[]string{
				vevent("DTSTART;TZID=Europe/Berlin:20260105T090000", "RRULE:FREQ=WEEKLY;COUNT=4"),
				vevent("RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260112T090000", "DTSTART;TZID=Europe/Berlin:20260113T100000"),
				vevent("RECURRENCE-ID;TZID=Europe/Berlin:20260119T090000", "DTSTART;TZID=Europe/Berlin:20260121T120000"),
			},
			[]string{"01-05 09:00 +0100", "01-13 10:00 +0100 moved", "01-21 12:00 +0100 moved", "01-27 10:00 +0100"},
		},
		"the newer of two": {
			[]string{
				vevent("SEQUENCE:2", "DTSTART;TZID=Europe/Berlin:20260105T090000"),
				vevent("SEQUENCE:1", "DTSTART;TZID=Europe/Berlin:20260106T090000"),
				vevent("SEQUENCE:3", "DTSTART;TZID=Europe/Berlin:20260107T090000"),
			},
			[]string{"01-07 09:00 +0100"},
		},
		"two events of one identity": {
			[]string{vevent("DTSTART:20260105T090000Z"), vevent("DTSTART:20260106T090000Z")},
			[]string{"01-05 09:00 +0000", "01-06 09:00 +0000"},
		},
		"a cancelled calendar": {
			[]string{"METHOD:CANCEL", vevent("DTSTART:20260105T090000Z")},
			[]string{"01-05 09:00 +0000 called off"},
		},
		"days that end where they begin": {
			[]string{vevent("DTSTART:20260105", "DTEND:20260105"), "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE;TZID=Asia/Tokyo:20260110\r\nDTEND;VALUE=DATE:20260112\r\nEND:VEVENT"},
			[]string{"2026-01-05..2026-01-05", "2026-01-10..2026-01-11"},
		},
		"an alarm without an end": {
			[]string{"BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260105T090000Z\r\nBEGIN:VALARM\r\nTRIGGER:PT0S\r\nEND:VEVENT", vevent("DTSTART:20260106T090000Z")},
			[]string{"01-05 09:00 +0000", "01-06 09:00 +0000"},
		},
		"every two hours": {
			[]string{vevent("DTSTART:20260105T090000Z", "RRULE:FREQ=HOURLY;INTERVAL=2;BYHOUR=9,10,11;COUNT=3")},
			[]string{"01-05 09:00 +0000", "01-05 11:00 +0000", "01-06 09:00 +0000"},
		},
		"the calendar's own zone for times without one": {
			[]string{"X-WR-TIMEZONE:America/Denver", vevent("DTSTART:20260105T090000")},
			[]string{"01-05 09:00 -0700"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := one(t, test.lines...)
			if diff := cmp.Diff(test.want, starts(r)); diff != "" || len(r.Warnings) > 1 {
				t.Errorf("%s\n%v", diff, r.Warnings)
			}
		})
	}
}

func TestEvents_knowZones(t *testing.T) {
	t.Parallel()
	own := "BEGIN:VTIMEZONE\r\nTZID:House\r\nBEGIN:DAYLIGHT\r\nDTSTART:20000402T020000\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700\r\nRRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\nDTSTART:20001029T020000\r\nTZOFFSETFROM:-0700\r\nTZOFFSETTO:-0800\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE"
	for tzid, want := range map[string]string{
		"Europe/Berlin":                         "09:00 +0200 Europe/Berlin",
		"europe/berlin":                         "09:00 +0200 Europe/Berlin",
		"America/New York":                      "09:00 -0400 America/New_York",
		"W. Europe Standard Time":               "09:00 +0200 Europe/Berlin",
		"\"Tokyo Standard Time\"":               "09:00 +0900 Asia/Tokyo",
		"Eastern Standard Time":                 "09:00 -0400 America/New_York",
		"Central Standard Time (Mexico)":        "09:00 -0600 America/Mexico_City",
		"/mozilla.org/20050126_1/Europe/Berlin": "09:00 +0200 Europe/Berlin",
		"/freeassociation.sourceforge.net/Tzfile/America/Argentina/Salta": "09:00 -0300 America/Argentina/Salta",
		"(UTC-08:00) Pacific Time (US & Canada)":                          "09:00 -0700 America/Los_Angeles",
		"(GMT+01.00) Sarajevo/Warsaw/Zagreb":                              "09:00 +0200 Europe/Warsaw",
		"(UTC+05:30) Chennai\\, Kolkata\\, Mumbai\\, New Delhi":           "09:00 +0530 Asia/Kolkata",
		"UTC":       "09:00 +0000 UTC",
		"GMT":       "09:00 +0000 UTC",
		"GMT-0300":  "09:00 -0300 UTC-03:00",
		"UTC+05:45": "09:00 +0545 UTC+05:45",
		"House":     "09:00 -0700 House",
		"Local":     "09:00 +0200 Europe/Berlin",
		"Atlantis":  "09:00 +0200 Europe/Berlin",
	} {
		t.Run(tzid, func(t *testing.T) {
			t.Parallel()
			quoted := `"` + strings.Trim(tzid, `"`) + `"`
			r := one(t, own, vevent("DTSTART;TZID="+quoted+":20260706T090000"))
			if len(r.Events) != 1 {
				t.Fatalf("%+v", r)
			}
			e := r.Events[0]
			if got := e.Start.Time().Format("15:04 -0700 ") + e.Zone; got != want {
				t.Errorf("%s, want %s", got, want)
			}
			if known := len(r.Warnings) == 0; known == (tzid == "Local" || tzid == "Atlantis") {
				t.Errorf("warnings %v", r.Warnings)
			}
		})
	}
}

func TestEveryZoneNameIsKnown(t *testing.T) {
	t.Parallel()
	for _, zones := range [][]zoneName{windowsZones, menuZones} {
		if !slices.IsSortedFunc(zones, func(a, b zoneName) int { return strings.Compare(a.name, b.name) }) {
			t.Error("the names are not in order")
		}
		for _, z := range zones {
			if _, err := time.LoadLocation(z.iana); err != nil || z.name != strings.ToLower(z.name) {
				t.Errorf("%s: %v", z.name, err)
			}
		}
	}
}

// TestRulesAsTheLibraryHasThem compares the short way through a rule with the
// library's long one.
func TestRulesAsTheLibraryHasThem(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		pick := func(label string, texts ...string) string { return rapid.SampledFrom(texts).Draw(t, label) }
		freq := pick("freq", "DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY")
		text := "FREQ=" + freq + fmt.Sprintf(";INTERVAL=%d", rapid.IntRange(1, 14).Draw(t, "interval"))
		switch freq {
		case "WEEKLY":
			text += pick("days", "", ";BYDAY=MO", ";BYDAY=TU,TH", ";BYDAY=SU,MO;WKST=SU", ";WKST=WE")
		case "MONTHLY":
			text += pick("days", "", ";BYDAY=2TU", ";BYDAY=-1FR", ";BYMONTHDAY=31", ";BYMONTHDAY=-1", ";BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", ";BYMONTH=3,9")
		case "YEARLY":
			text += pick("days", "", ";BYMONTH=5;BYDAY=1MO", ";BYYEARDAY=100,-1", ";BYWEEKNO=20;BYDAY=MO", ";BYMONTH=1,7")
		case "DAILY":
			text += pick("days", "", ";BYDAY=MO,WE", ";BYHOUR=9,15", ";BYMONTH=2")
		}
		count := 0
		if rapid.Bool().Draw(t, "counted") {
			count = rapid.IntRange(1, 60).Draw(t, "count")
			text += fmt.Sprintf(";COUNT=%d", count)
		}
		start := date(1999, 1, 1).AddDate(0, 0, rapid.IntRange(0, 9000).Draw(t, "start")).Add(time.Duration(rapid.IntRange(0, 1439).Draw(t, "minute")) * time.Minute)
		from := start.AddDate(0, 0, rapid.IntRange(-100, 8000).Draw(t, "from"))
		until := from.AddDate(0, 0, rapid.IntRange(1, 800).Draw(t, "days"))
		option, err := rrule.StrToROption(text)
		if err != nil {
			t.Fatal(err)
		}
		option.Dtstart = start
		option.Until = until
		series, err := rrule.NewRRule(*option)
		if err != nil {
			t.Fatal(err)
		}
		var want []time.Time
		all := series.All()
		hasStart := len(all) > 0 && all[0].Equal(start)
		if !hasStart { // the start always counts
			all = append([]time.Time{start}, all...)
			if count > 0 && len(all) > count {
				all = all[:count]
			}
		}
		for _, at := range all {
			if !at.Before(from) && at.Before(until) {
				want = append(want, at)
			}
		}
		r, err := parseRule(text)
		if err != nil {
			t.Fatal(err)
		}
		got, more, err := r.expand(start, from, until, 1_000_000)
		if err != nil || more {
			t.Fatal(err, more)
		}
		if !slices.EqualFunc(got, want, time.Time.Equal) {
			t.Fatalf("%s from %v:\n got %v\nwant %v", text, start, got, want)
		}
	})
}

func TestEvents_keepTheRest(t *testing.T) {
	t.Parallel()
	good := "BEGIN:VEVENT\r\nUID:good\r\nDTSTART:20260105T090000Z\r\nSUMMARY:Good\r\nEND:VEVENT"
	for name, test := range map[string]struct {
		lines string
		line  int
		word  string
	}{
		"a month that is none":         {vevent("DTSTART:20261305T090000Z"), 5, "DTSTART"},
		"a day that is none":           {vevent("DTSTART:20260230T090000Z"), 5, "calendar does not have"},
		"no start":                     {vevent("SUMMARY:x"), 3, "no DTSTART"},
		"a start without a value":      {vevent("DTSTART;TZID=Europe/Berlin"), 5, "DTSTART"},
		"a length that is none":        {vevent("DTSTART:20260101T090000Z", "DURATION:soon"), 6, "DURATION"},
		"a rule that is none":          {vevent("DTSTART:20260101T090000Z", "RRULE:FREQ=SOMETIMES"), 6, "rule"},
		"every second":                 {vevent("DTSTART:20260101T090000Z", "RRULE:FREQ=SECONDLY"), 6, "every minute or faster"},
		"a million a day":              {vevent("DTSTART:20260101T090000Z", "RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9,10;BYMINUTE=1,2,3,4,5,6,7,8,9,10"), 6, "times a day"},
		"a fifty-third Monday":         {vevent("DTSTART:20260101T090000Z", "RRULE:FREQ=MONTHLY;BYDAY=53MO"), 6, "weekday"},
		"an Easter that fails":         {vevent("DTSTART:20260101T090000Z", "RRULE:FREQ=YEARLY;BYEASTER=9999"), 6, "BYEASTER"},
		"more meetings than anybody":   {vevent("DTSTART:20260101T000000Z", "RRULE:FREQ=MINUTELY;INTERVAL=5"), 6, "more than"},
		"an end before the beginning":  {vevent("DTSTART:20260101T090000Z", "DTEND:20260101T080000Z"), 6, "ends before"},
		"a date left out that is none": {vevent("DTSTART:20260101T090000Z", "EXDATE:never"), 6, "EXDATE"},
		"an event without end":         {"BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260101T090000Z", 6, "no END"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := one(t, test.lines, good)
			if !slices.ContainsFunc(r.Events, func(e Event) bool { return e.UID == "good" }) {
				t.Errorf("the good event is lost: %+v", r.Events)
			}
			if len(r.Warnings) != 1 || r.Warnings[0].Line != test.line || !strings.Contains(r.Warnings[0].Text, test.word) || r.Warnings[0].File != "a.ics" {
				t.Errorf("warnings %v", r.Warnings)
			}
		})
	}
}

func TestEvents_sayWhereAFileBreaksOff(t *testing.T) {
	t.Parallel()
	text := vcalendar(vevent("DTSTART:20260105T090000Z"), "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260106T090000Z\r\nSUMM")
	text = text[:strings.Index(text, "SUMM")+2]
	r, err := Events([]File{{"cut.ics", []byte(text)}}, Options{From: date(2026, 1, 1), Until: date(2026, 2, 1)})
	if err != nil || len(r.Events) != 1 || !r.Incomplete || len(r.Warnings) == 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	last := r.Warnings[len(r.Warnings)-1]
	if last.Line != 10 || last.Hint == "" || !strings.Contains(last.Text, "line 7") {
		t.Errorf("%+v", last)
	}
}

func TestEvents_refuseWhatIsNoCalendar(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                              "empty",
		"PK\x03\x04rest":                "zip",
		"\x1f\x8b\x08":                  "gzip",
		"<!DOCTYPE html><html>":         "web page",
		"BEGIN:VCARD\r\nEND:VCARD":      "address book",
		"[\"vcalendar\"]":               "JSON",
		"%PDF-1.7":                      "PDF",
		"Dear all, the next meeting is": "no BEGIN:VCALENDAR",
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			_, err := Events([]File{{"x.ics", []byte(text)}}, Options{From: date(2026, 1, 1), Until: date(2026, 2, 1)})
			if rapport.CodeOf(err) != rapport.Invalid || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "x.ics") || rapport.HintOf(err) == "" {
				t.Errorf("%v (%s)", err, rapport.HintOf(err))
			}
		})
	}
}

func TestEvents_readLettersOfAllKinds(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ raw, want string }{
		"folded inside a letter": {vcalendar(vevent("DTSTART:20260105T090000Z", "SUMMARY:Gespr\xc3\r\n \xa4ch")), "Gespräch"},
		"of Windows":             {vcalendar(vevent("DTSTART:20260105T090000Z", "SUMMARY:Gespr\xe4ch \x96 \x80")), "Gespräch – €"},
		"quoted-printable":       {vcalendar(vevent("DTSTART:20260105T090000Z", "SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gespr=C3=\r\n=A4ch")), "Gespräch"},
		"with a byte order mark": {"\xef\xbb\xbf" + vcalendar(vevent("DTSTART:20260105T090000Z", "SUMMARY:Talk")), "Talk"},
		"with line feeds only":   {strings.ReplaceAll(vcalendar(vevent("DTSTART:20260105T090000Z", "SUMMARY:Ta\r\n lk")), "\r", ""), "Talk"},
		"of an old Mac":          {strings.ReplaceAll(vcalendar(vevent("DTSTART:20260105T090000Z", "SUMMARY:Ta\r\n lk")), "\n", ""), "Talk"},
		"escaped":                {vcalendar(vevent("DTSTART:20260105T090000Z", `SUMMARY:a\, b\; c\\d\ne\: f`)), `a, b; c\d e: f`},
		"as UTF-16":              {utf16Of(vcalendar(vevent("DTSTART:20260105T090000Z", "SUMMARY:Gespräch"))), "Gespräch"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, err := Events([]File{{"", []byte(test.raw)}}, Options{From: date(2026, 1, 1), Until: date(2027, 1, 1)})
			if err != nil || len(r.Events) != 1 || r.Events[0].Summary != test.want {
				t.Errorf("%+v, %v", r, err)
			}
		})
	}
}

func utf16Of(text string) string {
	b := []byte{0xff, 0xfe}
	for _, r := range text {
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

// TestBombsEndSoon reads what was made to take for ever. The test's own time
// limit is the judge.
func TestBombsEndSoon(t *testing.T) {
	t.Parallel()
	var never, many, same strings.Builder
	for i := range 3_000 {
		fmt.Fprintf(&never, "BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:20260101T090000Z\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nEND:VEVENT\r\n", i)
		fmt.Fprintf(&many, "BEGIN:VEVENT\r\nUID:%d\r\nDTSTART:00010101T000000Z\r\nRRULE:FREQ=HOURLY\r\nEND:VEVENT\r\n", i)
	}
	for i := range 40_000 {
		fmt.Fprintf(&same, "BEGIN:VEVENT\r\nUID:x\r\nRECURRENCE-ID:%s\r\nDTSTART:20260101T090000Z\r\nEND:VEVENT\r\n", date(1900, 1, 1).AddDate(0, 0, i).Format("20060102T150405Z"))
	}
	for name, body := range map[string]string{
		"rules that never hold": never.String(), "series of a million": many.String(), "one series of changes": same.String(),
		"a million dates": vevent("DTSTART:20260101T090000Z", "RDATE:"+strings.Repeat("20260102T090000Z,", 60_000)),
		"a count of all":  vevent("DTSTART:00010101T090000Z", "RRULE:FREQ=DAILY;COUNT=1000000000"),
		"nested for ever": strings.Repeat("BEGIN:X\r\n", 200_000),
		"one long line":   "X:" + strings.Repeat("y\r\n ", 500_000),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before := time.Now()
			r := one(t, body)
			if took := time.Since(before); took > 20*time.Second {
				t.Errorf("%v", took)
			} else {
				t.Logf("%v, %d events, %d warnings", took.Round(time.Millisecond), len(r.Events), len(r.Warnings))
			}
			if len(r.Events) > maxEvents || len(r.Warnings) > maxWarnings+1 {
				t.Errorf("%d events, %d warnings", len(r.Events), len(r.Warnings))
			}
		})
	}
}
