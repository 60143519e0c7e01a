package ics_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/intake/calendar"
	"rapport/internal/wire/ics"
)

var update = flag.Bool("update", false, "write the golden files anew")

var stamp = rapport.InstantOf(time.Date(2026, 11, 3, 8, 0, 0, 0, time.UTC))

func at(t testing.TB, zone string, year int, month time.Month, day, hour, minute int) rapport.Instant {
	t.Helper()
	location, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	return rapport.InstantOf(time.Date(year, month, day, hour, minute, 0, 0, location))
}

func sample(t testing.TB) ics.Calendar {
	before := 30 * time.Minute
	return ics.Calendar{Name: "Rapport: Ines, work", Refresh: time.Hour, Events: []ics.Event{
		{
			UID: "report-12@rapport", Sequence: 2, Modified: stamp, Day: "2026-11-06",
			Summary: "Report for Maren is due", Description: "Week 45;\nsee C:\\notes, page 2", Categories: []string{"report", "due, weekly"}, Free: true,
		},
		{
			UID: "meeting-7@rapport", Start: at(t, "Europe/Berlin", 2026, 3, 23, 9, 0), End: at(t, "Europe/Berlin", 2026, 3, 23, 9, 30), Zone: "Europe/Berlin",
			Rule: "FREQ=WEEKLY;INTERVAL=2", Except: []rapport.Instant{at(t, "Europe/Berlin", 2026, 4, 6, 9, 0)},
			Summary: "One-on-one with Maren Öztürk-Vandenberghe about the night shifts of the second ward – 夜勤", Alarm: &before,
		},
		{UID: "promise-3@rapport", Day: "2026-12-23", Until: "2026-12-24", Summary: "Rota for January", Status: ics.Tentative, URL: "https://rapport.example/p/3"},
		{UID: "meeting-9@rapport", Start: at(t, "America/Santiago", 2026, 9, 8, 15, 0), End: at(t, "America/Santiago", 2026, 9, 8, 16, 0), Zone: "America/Santiago", Summary: "One-on-one with Pilar", Status: ics.Cancelled},
		{UID: "meeting-10@rapport", Start: at(t, "Africa/Casablanca", 2027, 2, 10, 10, 0), End: at(t, "Africa/Casablanca", 2027, 2, 10, 11, 0), Zone: "Africa/Casablanca", Summary: "One-on-one with Salma"},
		{UID: "meeting-11@rapport", Start: at(t, "Asia/Kolkata", 2026, 9, 8, 15, 0), Zone: "Asia/Kolkata", Summary: "Call"},
	}}
}

func TestEncodeIsWhatItWas(t *testing.T) {
	t.Parallel()
	got, err := sample(t).Encode(stamp)
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "sample.ics")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Error(diff)
	}
}

func TestEncodeKeepsTheFormOfLines(t *testing.T) {
	t.Parallel()
	text, err := sample(t).Encode(stamp)
	if err != nil {
		t.Fatal(err)
	}
	for l := range bytes.SplitSeq(bytes.TrimSuffix(text, []byte("\r\n")), []byte("\r\n")) {
		if len(l) > 75 || !utf8.Valid(l) || bytes.ContainsAny(l, "\r\n\x00") {
			t.Errorf("line of %d bytes: %q", len(l), l)
		}
	}
}

func TestEncodeDoesNotDependOnTheOrder(t *testing.T) {
	t.Parallel()
	c := sample(t)
	first, err := c.Encode(stamp)
	if err != nil {
		t.Fatal(err)
	}
	for i, j := 0, len(c.Events)-1; i < j; i, j = i+1, j-1 {
		c.Events[i], c.Events[j] = c.Events[j], c.Events[i]
	}
	if second, err := c.Encode(stamp); err != nil || !bytes.Equal(first, second) {
		t.Errorf("another order gives other bytes (%v)", err)
	}
}

func TestALibraryReadsWhatIsWritten(t *testing.T) {
	t.Parallel()
	c := sample(t)
	text, err := c.Encode(stamp)
	if err != nil {
		t.Fatal(err)
	}
	decoded, err := ical.NewDecoder(bytes.NewReader(text)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	summaries := map[string]string{}
	for _, e := range decoded.Events() {
		uid, _ := e.Props.Text("UID")
		summaries[uid], _ = e.Props.Text("SUMMARY")
	}
	for _, e := range c.Events {
		if summaries[e.UID] != e.Summary {
			t.Errorf("%s reads %q, not %q", e.UID, summaries[e.UID], e.Summary)
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	t.Parallel()
	start := at(t, "UTC", 2026, 3, 1, 9, 0)
	for name, e := range map[string]ics.Event{
		"no identity":         {Day: "2026-03-01"},
		"two lines of one":    {UID: "a\r\nBEGIN:VEVENT", Day: "2026-03-01"},
		"no time":             {UID: "a"},
		"days and instants":   {UID: "a", Day: "2026-03-01", Start: start},
		"a day that is none":  {UID: "a", Day: "2026-02-30"},
		"an end before it":    {UID: "a", Start: start, End: start - 1},
		"last day before":     {UID: "a", Day: "2026-03-02", Until: "2026-03-01"},
		"an unknown zone":     {UID: "a", Start: start, Zone: "Europe/Atlantis"},
		"the machine's zone":  {UID: "a", Start: start, Zone: "Local"},
		"a rule of two lines": {UID: "a", Start: start, Rule: "FREQ=DAILY\r\nX:Y"},
		"an unknown status":   {UID: "a", Start: start, Status: "MAYBE\r\n"},
		"a broken address":    {UID: "a", Start: start, URL: "https://x\r\ny"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := ics.Calendar{Events: []ics.Event{e}}.Encode(stamp)
			if rapport.CodeOf(err) != rapport.Invalid || text != nil {
				t.Errorf("%v, %q", err, text)
			}
		})
	}
	if _, err := (ics.Calendar{Events: []ics.Event{{UID: "a", Day: "2026-03-01"}, {UID: "a", Day: "2026-03-02"}}}).Encode(stamp); err == nil {
		t.Error("two events with one identity pass")
	}
}

// zones are such as have each kind of rule, and some without.
var zones = []string{
	"Europe/Berlin", "Europe/London", "Europe/Dublin", "Europe/Istanbul", "Europe/Moscow", "America/New_York", "America/Sao_Paulo",
	"America/Santiago", "America/Asuncion", "America/Nuuk", "America/St_Johns", "America/Havana", "America/Caracas", "America/Phoenix",
	"Africa/Casablanca", "Africa/Cairo", "Africa/Juba", "Africa/Lagos", "Asia/Jerusalem", "Asia/Gaza", "Asia/Beirut", "Asia/Tehran", "Asia/Kolkata",
	"Asia/Kathmandu", "Asia/Pyongyang", "Asia/Tokyo", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland", "Pacific/Chatham",
	"Pacific/Apia", "Pacific/Kiritimati", "Antarctica/Troll", "Etc/GMT+5", "UTC", "",
}

// TestWhatIsWrittenIsRead writes events, renames the zones so that a reader
// has nothing but the VTIMEZONE, and reads them.
func TestWhatIsWrittenIsRead(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom(zones).Draw(t, "zone")
		n := rapid.IntRange(1, 6).Draw(t, "events")
		hidden := rapid.Bool().Draw(t, "zone known by its rules only")
		var c ics.Calendar
		low, high := time.Date(1995, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2045, 1, 1, 0, 0, 0, 0, time.UTC)
		location, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		base := time.Unix(rapid.Int64Range(low.Unix(), high.Unix()).Draw(t, "about"), 0)
		first, last := high.AddDate(50, 0, 0), low
		for i := range n {
			var start time.Time
			if rapid.Bool().Draw(t, "near a change") {
				_, change := base.In(location).ZoneBounds()
				if change.IsZero() || change.Sub(base) > 5*365*24*time.Hour {
					change = base
				}
				start = change.Add(time.Duration(rapid.IntRange(-180, 180).Draw(t, "minutes")) * time.Minute)
			} else {
				start = base.Add(time.Duration(rapid.IntRange(0, 5*365*24*60).Draw(t, "later")) * time.Minute)
			}
			if start.Before(first) {
				first = start
			}
			if start.After(last) {
				last = start
			}
			length := time.Duration(rapid.IntRange(0, 600).Draw(t, "length")) * time.Minute
			c.Events = append(c.Events, ics.Event{
				UID: fmt.Sprintf("e%02d", i), Start: rapport.InstantOf(start), End: rapport.InstantOf(start.Add(length)), Zone: zone,
				Summary: rapport.OneLine(rapid.String().Draw(t, "summary")),
			})
		}
		text, err := c.Encode(stamp)
		if err != nil {
			t.Fatal(err)
		}
		if hidden && zone != "" && zone != "UTC" {
			plain := bytes.ReplaceAll(text, []byte("X-LIC-LOCATION:"+zone+"\r\n"), nil)
			text = bytes.ReplaceAll(bytes.ReplaceAll(plain, []byte("TZID="+zone), []byte("TZID=Own")), []byte("TZID:"+zone), []byte("TZID:Own"))
		}
		result, err := calendar.Events([]calendar.File{{Name: "own.ics", Text: text}}, calendar.Options{From: first.AddDate(0, 0, -1), Until: last.AddDate(0, 0, 2)})
		if err != nil || len(result.Warnings) > 0 || len(result.Events) != n {
			t.Fatalf("%d events, %v, %v\n%s", len(result.Events), result.Warnings, err, text)
		}
		read := map[string]calendar.Event{}
		for _, e := range result.Events {
			read[e.UID] = e
		}
		for _, e := range c.Events {
			got := read[e.UID]
			if got.Start.At != e.Start || got.End.At != e.End || got.Summary != strings.TrimSpace(e.Summary) {
				t.Fatalf("%s (%s): %v to %v %q, not %v to %v %q\n%s", e.UID, zone, got.Start.Time(), got.End.Time(), got.Summary, e.Start.Time().In(location), e.End.Time().In(location), e.Summary, text)
			}
		}
	})
}

// TestASeriesKeepsItsClock writes a weekly series and compares what a reader
// that has nothing but the VTIMEZONE sees with the zone database.
func TestASeriesKeepsItsClock(t *testing.T) {
	t.Parallel()
	for _, zone := range zones {
		if zone == "UTC" || zone == "" {
			continue
		}
		t.Run(zone, func(t *testing.T) {
			t.Parallel()
			location, err := time.LoadLocation(zone)
			if err != nil {
				t.Fatal(err)
			}
			start := time.Date(2024, 1, 3, 12, 15, 0, 0, location)
			c := ics.Calendar{Events: []ics.Event{{UID: "a", Start: rapport.InstantOf(start), Zone: zone, Rule: "FREQ=WEEKLY"}}}
			text, err := c.Encode(stamp)
			if err != nil {
				t.Fatal(err)
			}
			plain := bytes.ReplaceAll(text, []byte("X-LIC-LOCATION:"+zone+"\r\n"), nil)
			plain = bytes.ReplaceAll(bytes.ReplaceAll(plain, []byte("TZID="+zone), []byte("TZID=Own")), []byte("TZID:"+zone), []byte("TZID:Own"))
			result, err := calendar.Events([]calendar.File{{Text: plain}}, calendar.Options{From: start.AddDate(0, 0, -1), Until: start.AddDate(11, 0, 0)})
			if err != nil || len(result.Events) < 570 {
				t.Fatalf("%d events, %v", len(result.Events), err)
			}
			for i, e := range result.Events {
				if want := time.Date(2024, 1, 3+7*i, 12, 15, 0, 0, location); e.Start.At.Time().Unix() != want.Unix() {
					t.Fatalf("meeting %d is at %v, not %v\n%s", i, e.Start.Time(), want, text)
				}
			}
			if lines := bytes.Count(text, []byte("\n")); lines > 120 {
				t.Errorf("%d lines for one zone", lines)
			}
		})
	}
}

func TestZonesHaveRulesWhereTheyHaveAPattern(t *testing.T) {
	t.Parallel()
	for zone, want := range map[string][]string{
		"Europe/Berlin":     {"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"},
		"America/New_York":  {"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"},
		"Australia/Sydney":  {"RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU"},
		"America/Santiago":  {"BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8"},
		"Asia/Jerusalem":    {"BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29", "BYDAY=-1SU"},
		"Africa/Casablanca": {"RDATE:"},
	} {
		t.Run(zone, func(t *testing.T) {
			t.Parallel()
			text, err := ics.Calendar{Events: []ics.Event{{UID: "a", Start: at(t, zone, 2026, 5, 6, 9, 0), Zone: zone}}}.Encode(stamp)
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range want {
				if !bytes.Contains(text, []byte(w)) {
					t.Errorf("%q is missing in\n%s", w, text)
				}
			}
		})
	}
	t.Run("none without clock changes", func(t *testing.T) {
		t.Parallel()
		text, err := ics.Calendar{Events: []ics.Event{{UID: "a", Start: at(t, "Asia/Kolkata", 2026, 5, 6, 9, 0), Zone: "Asia/Kolkata"}}}.Encode(stamp)
		if err != nil || bytes.Contains(text, []byte("RRULE")) || bytes.Count(text, []byte("BEGIN:STANDARD")) != 1 {
			t.Errorf("%v\n%s", err, text)
		}
	})
}

func BenchmarkEncode(b *testing.B) {
	c := sample(b)
	for b.Loop() {
		if _, err := c.Encode(stamp); err != nil {
			b.Fatal(err)
		}
	}
}
