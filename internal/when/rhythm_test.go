package when_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/when"
)

// agreed is a Wednesday, 18 November 2026, 15:30 in Berlin.
func agreed(t testing.TB) when.Clock {
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return when.Clock{Now: time.Date(2026, 11, 18, 15, 30, 0, 0, zone), Week: rapport.MondayToFriday}
}

func TestARhythmIsReadFromWords(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]when.Rhythm{
		"weekly":                                      {Rule: "FREQ=WEEKLY"},
		"every two weeks on thursday 16:00":           {Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", Time: "16:00"},
		"Every other Thursday at 4pm":                 {Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", Time: "16:00"},
		"every second week, tue 9:30":                 {Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", Time: "09:30"},
		"every 2nd thursday":                          {Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"},
		"every 2nd thursday of the month":             {Rule: "FREQ=MONTHLY;BYDAY=2TH"},
		"the second thursday of every month":          {Rule: "FREQ=MONTHLY;BYDAY=2TH"},
		"every first monday at 10":                    {Rule: "FREQ=MONTHLY;BYDAY=1MO", Time: "10:00"},
		"last friday of the month, 14:00":             {Rule: "FREQ=MONTHLY;BYDAY=-1FR", Time: "14:00"},
		"last working day of the month":               {Rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"},
		"monthly on the 15th at 8:30":                 {Rule: "FREQ=MONTHLY;BYMONTHDAY=15", Time: "08:30"},
		"on the 1st of each month":                    {Rule: "FREQ=MONTHLY;BYMONTHDAY=1"},
		"every month on the first tuesday":            {Rule: "FREQ=MONTHLY;BYDAY=1TU"},
		"fortnightly on wed":                          {Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"},
		"bi-weekly":                                   {Rule: "FREQ=WEEKLY;INTERVAL=2"},
		"once a week":                                 {Rule: "FREQ=WEEKLY"},
		"once every 3 weeks on mon":                   {Rule: "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO"},
		"mondays and thursdays 11:15":                 {Rule: "FREQ=WEEKLY;BYDAY=MO,TH", Time: "11:15"},
		"every tue, thu at noon":                      {Rule: "FREQ=WEEKLY;BYDAY=TU,TH", Time: "12:00"},
		"every workday 8:45":                          {Rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", Time: "08:45"},
		"daily at 9":                                  {Rule: "FREQ=DAILY", Time: "09:00"},
		"quarterly":                                   {Rule: "FREQ=MONTHLY;INTERVAL=3"},
		"every six weeks on friday for 45 min":        {Rule: "FREQ=WEEKLY;INTERVAL=6;BYDAY=FR", Minutes: 45},
		"weekly thu 16:00 london time":                {Rule: "FREQ=WEEKLY;BYDAY=TH", Time: "16:00", Zone: "Europe/London"},
		"every two weeks on thursday from 3 dec":      {Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", From: "2026-12-03"},
		"every thursday starting next week 9:00":      {Rule: "FREQ=WEEKLY;BYDAY=TH", Time: "09:00", From: "2026-11-23"},
		"none":                                        {},
		"only when needed":                            {},
		"RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH":       {Rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"},
		"freq=monthly;byday=1mo;byhour=9":             {Rule: "FREQ=MONTHLY;BYDAY=1MO", Time: "09:00"},
		"FREQ=WEEKLY;BYDAY=FR;UNTIL=20270101T000000Z": {Rule: "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270101T000000Z"},
	} {
		if got, err := when.ParseRhythm(text, agreed(t)); err != nil || got != want {
			t.Errorf("%q: %+v, %v; want %+v", text, got, err, want)
		}
	}
}

func TestWhatIsNoRhythmIsRefusedWithAReason(t *testing.T) {
	t.Parallel()
	for text, why := range map[string]string{
		"":                                   "nothing",
		"thursday":                           "not understood",
		"thu 16:00":                          "not understood",
		"sometimes":                          "not understood",
		"twice a month":                      "two ways",
		"bimonthly":                          "two ways",
		"weekly 25:00":                       "no 25:00",
		"weekly on the 15th":                 "not understood",
		"monthly on thursday":                "which one",
		"every thursday 16:00 BST":           "clocks change",
		"weekly and so on":                   "not understood",
		"every 0 weeks":                      "not understood",
		"FREQ=HOURLY":                        "several times a day",
		"FREQ=WEEKLY;BYHOUR=9,15":            "several times a day",
		"FREQ=WEEKLY;COUNT=3;UNTIL=20270101": "contradict",
		"FREQ=WEEKLY;BYEASTER=1":             "not part",
		"FREQ=WEEKLY;INTERVAL=0":             "from 1 on",
		"FREQ=SOMETIMES":                     "not a rule",
		strings.Repeat("weekly ", 100):       "too long",
	} {
		got, err := when.ParseRhythm(text, agreed(t))
		if rapport.CodeOf(err) != rapport.Invalid || !strings.Contains(err.Error(), why) || rapport.HintOf(err) == "" {
			t.Errorf("%q: %+v, %v; want %q", text, got, err, why)
		}
	}
}

func TestASeriesKeepsTheClockOfItsZone(t *testing.T) {
	t.Parallel()
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	r := when.Rhythm{Rule: "FREQ=WEEKLY;BYDAY=TH", Time: "16:00"}
	from := time.Date(2026, 10, 20, 0, 0, 0, 0, time.UTC)
	got := r.Next(london, "2026-05-01", from, 3)
	for i, want := range []string{"2026-10-22T15:00:00Z", "2026-10-29T16:00:00Z", "2026-11-05T16:00:00Z"} {
		if i >= len(got) || got[i].UTC().Format(time.RFC3339) != want {
			t.Fatalf("%v, want %s at %d", got, want, i)
		}
	}
}

func TestARuleThatNeverComesRoundEnds(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
	got, err := when.Recur("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", start, start, 1)
	if err != nil || len(got) != 0 {
		t.Errorf("%v, %v", got, err)
	}
	if got, err = when.Recur("FREQ=WEEKLY;COUNT=2", start, start.AddDate(0, 0, 7), 5); err != nil || len(got) != 1 {
		t.Errorf("a rule that ends: %v, %v", got, err)
	}
}

func TestARhythmSaysItselfAndIsReadBack(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"every other thursday 16:00":    "every 2 weeks on Thursday at 16:00",
		"weekly":                        "every week",
		"first monday of the month 9am": "every month on the 1st Monday at 09:00",
		"last friday of the month":      "every month on the last Friday",
		"mondays and thursdays":         "every week on Monday and Thursday",
		"monthly on the 15th":           "every month on the 15th",
		"none":                          "only when needed",
		"every 3 months":                "every 3 months",
	} {
		r, err := when.ParseRhythm(text, agreed(t))
		if err != nil || r.Words() != want {
			t.Errorf("%q says %q, %v; want %q", text, r.Words(), err, want)
			continue
		}
		if again, err := when.ParseRhythm(r.Words(), agreed(t)); err != nil || again != r {
			t.Errorf("%q is read back as %+v, %v; want %+v", r.Words(), again, err, r)
		}
	}
}

func TestTheDaysBetweenTwoTurns(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]int{
		"weekly": 7, "every two weeks": 14, "monthly": 30, "mondays and thursdays": 3, "daily": 1, "none": 0, "quarterly": 90,
		"last working day of the month": 30, "every workday": 1,
	} {
		r, err := when.ParseRhythm(text, agreed(t))
		if err != nil || r.Days() != want {
			t.Errorf("%q: %d days, %v; want %d", text, r.Days(), err, want)
		}
	}
}

// TestTimesOfASeriesAreInOrderAndOnItsClock: whatever the rule, zone and year,
// times come in order, none before the day asked for, and all on the wall clock
// of the series unless the clocks skip it.
func TestTimesOfASeriesAreInOrderAndOnItsClock(t *testing.T) {
	t.Parallel()
	zones := []string{"Europe/London", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"}
	rules := []string{
		"FREQ=WEEKLY;BYDAY=TH", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=31",
		"FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
	}
	rapid.Check(t, func(t *rapid.T) {
		zone, err := time.LoadLocation(rapid.SampledFrom(zones).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		rule := rapid.SampledFrom(rules).Draw(t, "rule")
		// Noon is skipped by no clock.
		start := time.Date(rapid.IntRange(2015, 2035).Draw(t, "year"), 1, rapid.IntRange(1, 365).Draw(t, "day"), 12, 0, 0, 0, zone)
		from := start.AddDate(0, 0, rapid.IntRange(0, 1500).Draw(t, "later"))
		times, err := when.Recur(rule, start, from, 5)
		if err != nil || len(times) != 5 {
			t.Fatalf("%v, %v", times, err)
		}
		for i, at := range times {
			if at.Before(from) || i > 0 && !at.After(times[i-1]) || at.Hour() != 12 || at.Minute() != 0 {
				t.Fatalf("%s from %s: %v", rule, from, times)
			}
		}
		// Asking later gives the rest of the same series.
		again, err := when.Recur(rule, start, times[2], 3)
		if err != nil || !again[0].Equal(times[2]) || !again[2].Equal(times[4]) {
			t.Fatalf("asked again %v, first %v, %v", again, times, err)
		}
	})
}

func FuzzParseRhythm(f *testing.F) {
	for _, text := range []string{"every two weeks on thursday 16:00", "first monday of the month", "FREQ=WEEKLY;BYDAY=TH", "every\x00", "every 9999999999 weeks", "last", "FREQ=YEARLY;BYDAY=53MO", "FREQ=MONTHLY;BYSETPOS=1", "RRULE:", "FREQ=DAILY;BYMONTHDAY=-31;BYMONTH=2"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r, err := when.ParseRhythm(text, agreed(t))
		if err != nil {
			if rapport.CodeOf(err) != rapport.Invalid {
				t.Fatalf("%q: %v", text, err)
			}
			return
		}
		_ = r.Words()
		_ = r.Days()
		r.Next(time.UTC, "2026-01-01", time.Date(2026, 11, 18, 0, 0, 0, 0, time.UTC), 3)
	})
}
