package calendar

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// yearOf makes a year of calendar with n events as a busy person has them:
// most are single, some repeat, many list people.
func yearOf(n int) []byte {
	var b strings.Builder
	b.WriteString("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:Europe/Berlin\r\n")
	for i := range n {
		start := date(2026, 1, 1).AddDate(0, 0, i*365/n).Add(time.Duration(7+i%10) * time.Hour)
		fmt.Fprintf(&b, "BEGIN:VEVENT\r\nUID:%d@bench.example\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID=Europe/Berlin:%s\r\nDTEND;TZID=Europe/Berlin:%s\r\nSUMMARY:Meeting number %d about the\r\n  hall\r\n", i, start.Format("20060102T150405"), start.Add(30*time.Minute).Format("20060102T150405"), i)
		fmt.Fprintf(&b, "SEQUENCE:1\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nLAST-MODIFIED:20260101T000000Z\r\nORGANIZER;CN=Dana Ines:mailto:dana@bench.example\r\n")
		for k := range i % 4 {
			fmt.Fprintf(&b, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Person %d;X-N\r\n UM-GUESTS=0:mailto:p%d@bench.example\r\n", k, k)
		}
		if i%50 == 0 {
			b.WriteString("RRULE:FREQ=WEEKLY;BYDAY=MO\r\nEXDATE;TZID=Europe/Berlin:20260601T090000\r\n")
		}
		fmt.Fprintf(&b, "DESCRIPTION:%s\r\nBEGIN:VALARM\r\nTRIGGER:-PT10M\r\nACTION:DISPLAY\r\nEND:VALARM\r\nEND:VEVENT\r\n", strings.Repeat("Agenda and notes of it. ", 10))
	}
	b.WriteString("END:VCALENDAR\r\n")
	return []byte(b.String())
}

// BenchmarkYear reads a year with 5,000 events and finds the one-on-ones in it.
func BenchmarkYear(b *testing.B) {
	text := yearOf(5_000)
	files := []File{{"year.ics", text}}
	o := Options{From: date(2026, 1, 1), Until: date(2027, 1, 1), Zone: zoneNamed(b, "Europe/Berlin")}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r, err := Events(files, o)
		if err != nil || len(r.Events) < 5_000 {
			b.Fatal(len(r.Events), err)
		}
		OneOnOnes(r.Events, []Person{{"dana", "Dana Ines", "dana@bench.example"}}, []string{"p0@bench.example"})
		Leave(r.Events, nil, nil)
		PublicHolidays(r.Events)
	}
}

func FuzzEvents(f *testing.F) {
	for _, name := range []string{"google", "outlook", "apple", "thunderbird", "sabredav"} {
		text, err := os.ReadFile("testdata/" + name + ".ics")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte(vcalendar(vevent("DTSTART;TZID=:1", "RRULE:FREQ=YEARLY;BYWEEKNO=-53,53;BYDAY=-53SU", "RDATE;VALUE=PERIOD:20260101T000000Z/P1W"))))
	f.Add([]byte("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:A\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETTO:+9999\nRRULE:FREQ=MONTHLY;BYDAY=5SU;BYSETPOS=-1\nBEGIN:VEVENT\nDTSTART;TZID=A:20260101T000000"))
	zone := zoneNamed(f, "America/New_York")
	f.Fuzz(func(t *testing.T, text []byte) {
		o := Options{From: date(2026, 1, 1), Until: date(2026, 7, 1), Zone: zone}
		r, err := Events([]File{{"f.ics", text}}, o)
		if err != nil {
			return
		}
		again, err := Events([]File{{"f.ics", text}}, o)
		if err != nil || len(again.Events) != len(r.Events) {
			t.Fatal("another reading gives something else")
		}
		for i, e := range r.Events {
			if e.Key() != again.Events[i].Key() || e.UID == "" || e.End.At < e.Start.At || e.Last < e.First || strings.ContainsAny(e.Summary, "\n\r\x00") || e.Fate == "" || e.Status == "" {
				t.Fatalf("%+v", e)
			}
		}
		OneOnOnes(r.Events, []Person{{"dana", "Dana Ines", ""}}, []string{"me@x.example"})
		Leave(r.Events, nil, []string{"Ines"})
		PublicHolidays(r.Events)
	})
}

func FuzzParseRule(f *testing.F) {
	for _, rule := range []string{"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20400101", "FREQ=HOURLY;INTERVAL=5;BYDAY=MO", "FREQ=MINUTELY;INTERVAL=1439;BYMONTHDAY=-31", "FREQ=YEARLY;BYWEEKNO=1,-1,53;WKST=SU;BYSETPOS=-1"} {
		f.Add(rule, int64(1_600_000_000))
	}
	f.Fuzz(func(t *testing.T, text string, at int64) {
		if at < -40_000_000_000 || at > 100_000_000_000 {
			return
		}
		r, err := parseRule(text)
		if err != nil {
			return
		}
		start := time.Unix(at, 0).UTC()
		from := date(2026, 1, 1)
		walls, _, err := r.expand(start, from, from.AddDate(0, 3, 0), 100)
		if err != nil {
			return
		}
		for i, w := range walls {
			if w.Before(from) || !w.Before(from.AddDate(0, 3, 0)) || i > 0 && !walls[i-1].Before(w) {
				t.Fatalf("%q from %v: %v", text, start, walls)
			}
		}
		r.rhythm()
	})
}

func FuzzValues(f *testing.F) {
	for _, text := range []string{"20260105T090000Z", "2026-01-05T09:00:00+01:00", "P1DT2H", "-PT15M", "+0100", "calendar1\nfile a 1+2\n", "(UTC+01:00) Berlin", "mailto:a@b.c", "1:1 Dana – x", "Frau Dr. Ines, Dana (HR)"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if m, err := parseMoment(text); err == nil && !m.date && !m.utc {
			if again, err := parseMoment(m.wall.Format("20060102T150405")); err != nil || !again.wall.Equal(m.wall) {
				t.Fatalf("%q is %v and then %v", text, m.wall, again.wall)
			}
		}
		if s, err := parseSpan(text); err == nil && (s.days < 0 || s.clock < 0) {
			t.Fatalf("%q is %v", text, s)
		}
		if c := parseCursor(text); parseCursor(c.String()).String() != c.String() {
			t.Fatalf("cursor %q", text)
		}
		shownName(text)
		address(text)
		readTitle(text, "Dana Ines", self{}, nil)
		readTitle("1:1 Dana", text, self{}, []string{text})
		own := selfOf([]string{text})
		leaveWords(titleWords(text), own)
	})
}
