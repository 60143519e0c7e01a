package when_test

import (
	"errors"
	"strings"
	"testing"
	"testing/quick"
	"time"

	"rapport"
	"rapport/internal/when"
)

// wednesday is the clock of most tests: 18 November 2026, 10:15 in Berlin.
func wednesday(t testing.TB, context when.Context) when.Clock {
	return clockAt(t, "2026-11-18T09:15:00Z", "Europe/Berlin", "en-GB", string(context))
}

func TestTrailing_takesTheDateOffTheLine(t *testing.T) {
	tests := []struct{ line, rest, want string }{
		{"replaced the valve in room 4 yesterday", "replaced the valve in room 4", "2026-11-17"},
		{"replaced the valve, yesterday.", "replaced the valve", "2026-11-17"},
		{"audited the Hoxton branch - last friday", "audited the Hoxton branch", "2026-11-13"},
		{"audited the Hoxton branch — 3 nov", "audited the Hoxton branch", "2026-11-03"},
		{"marked 28 essays 3 Nov 2026", "marked 28 essays", "2026-11-03"},
		{"marked 28 essays nov 3", "marked 28 essays", "2026-11-03"},
		{"marked 28 essays 2026-11-03", "marked 28 essays", "2026-11-03"},
		{"marked 28 essays 03.11.2026", "marked 28 essays", "2026-11-03"},
		{"marked 28 essays today", "marked 28 essays", "2026-11-18"},
		{"ran the tasting two mondays ago", "ran the tasting", "2026-11-09"},
		{"ran the tasting 3 days ago", "ran the tasting", "2026-11-15"},
		{"ran the tasting a week ago", "ran the tasting", "2026-11-11"},
		{"ran the tasting the day before yesterday", "ran the tasting", "2026-11-16"},
		{"stood at the oven all day yesterday", "stood at the oven all day", "2026-11-17"},
		{"ran the tasting day before yesterday", "ran the tasting", "2026-11-16"},
		{"the tasting went well friday", "the tasting went well", "2026-11-13"},
		{"ran the tasting yesterday afternoon", "ran the tasting", "2026-11-17"},
		{"ran the tasting 2026-11-10 14:00", "ran the tasting", "2026-11-10T14:00+01:00"},
		{"ran the tasting friday", "ran the tasting", "2026-11-13"},
		{"ran the tasting this morning", "ran the tasting", "2026-11-18"},
		{"ran the tasting fri 13 nov", "ran the tasting", "2026-11-13"},
		{"handed over to the night shift yesterday 22:00", "handed over to the night shift", "2026-11-17T22:00+01:00"},
	}
	for _, tt := range tests {
		t.Run(tt.line, func(t *testing.T) {
			rest, a, ok := when.Trailing(tt.line, wednesday(t, when.Log))
			if tt.rest == "" {
				tt.rest, tt.want = tt.line, "none"
			}
			if rest != tt.rest || ok != (tt.want != "none") || ok && compact(a) != tt.want {
				t.Errorf("%q, %s, %v; want %q, %s", rest, compact(a), ok, tt.rest, tt.want)
			}
		})
	}
}

func TestTrailing_leavesTheSentenceWhole(t *testing.T) {
	lines := []string{
		"two captains short for the weekend",
		"closed 4 of 11 by month end",
		"see the table on page 14",
		"launch moved to march",
		"answers due in 5 working days",
		"dentist on the 12th",
		"the review is on friday",
		"promised the figures by friday",
		"will send the figures friday",
		"moved the call to today",
		"planned the shop for black friday",
		"prepared good friday",
		"open since monday",
		"the patient sat",
		"took the class out into the sun",
		"we may",
		"scored 3/11",
		"released 1.2.3",
		"ticket 20261103",
		"raised the budget for 2026",
		"audit next friday",
		"stock count every friday",
		"covered the late shift last week",
		"inspection 3 dec",
		"booked the room for 3 dec",
		"between monday and friday",
		"yesterday",
		"3 nov",
		"finished chapter 3",
		"met at noon",
		"waiting until tomorrow",
		"the minutes of 3 nov",
		"swapped friday",
		"prepared patch tuesday",
		"we'll print the menus friday",
		"answered in 3 days",
		"",
		"   ",
	}
	for _, line := range lines {
		t.Run(line, func(t *testing.T) {
			if rest, a, ok := when.Trailing(line, wednesday(t, when.Log)); ok || rest != line {
				t.Errorf("took %s and left %q", a, rest)
			}
		})
	}
}

func TestTrailing_ofAVeryLongLineIsQuick(t *testing.T) {
	line := strings.Repeat("weighed the samples again, ", 400_000)
	rest, a, ok := when.Trailing(line+"yesterday", wednesday(t, when.Log))
	if !ok || a.Day != "2026-11-17" || len(rest) != len(line)-2 {
		t.Errorf("%v, %s, %d bytes left of %d", ok, a, len(rest), len(line))
	}
}

func TestTrailing_looksAheadForWhatIsDue(t *testing.T) {
	rest, a, ok := when.Trailing("send the slides friday", wednesday(t, when.Due))
	if !ok || rest != "send the slides" || a.Day != "2026-11-20" {
		t.Errorf("%q, %s, %v", rest, a, ok)
	}
	if _, a, ok := when.Trailing("send the slides yesterday", wednesday(t, when.Due)); ok {
		t.Errorf("took %s although it is over", a)
	}
}

func TestParsePeriod_readsTheValuesOfFlags(t *testing.T) {
	tests := []struct {
		text        string
		from, until rapport.Day
	}{
		{"7d", "2026-11-11", "2026-11-11"},
		{"2w", "2026-11-04", "2026-11-04"},
		{"monday", "2026-11-16", "2026-11-16"},
		{"last week", "2026-11-09", "2026-11-15"},
		{"2026-W47", "2026-11-16", "2026-11-22"},
		{"2026-11-01", "2026-11-01", "2026-11-01"},
		{"october", "2026-10-01", "2026-10-31"},
		{"since monday", "2026-11-16", "2026-11-18"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			p, err := when.ParsePeriod(tt.text, wednesday(t, when.Due))
			if err != nil || p != (rapport.Period{From: tt.from, Until: tt.until}) {
				t.Errorf("%v, %v", p, err)
			}
		})
	}
}

func TestParsePeriod_saysWhatToWriteInstead(t *testing.T) {
	_, err := when.ParsePeriod("blursday", wednesday(t, when.Log))
	var e *rapport.Error
	if !errors.As(err, &e) || e.Code != rapport.Invalid || !strings.Contains(e.Message, "blursday") || e.Hint == "" {
		t.Errorf("%v", err)
	}
}

func TestParse_followsTheWorkWeek(t *testing.T) {
	days := func(ws ...time.Weekday) (week rapport.WorkWeek) {
		for _, w := range ws {
			week |= 1 << w
		}
		return week
	}
	tests := []struct {
		name string
		week rapport.WorkWeek
		text string
		want rapport.Day
	}{
		{"monday to thursday", days(1, 2, 3, 4), "end of week", "2026-11-19"},
		{"sunday to thursday", days(0, 1, 2, 3, 4), "end of week", "2026-11-19"},
		{"tuesday to saturday", days(2, 3, 4, 5, 6), "end of week", "2026-11-21"},
		{"three days", days(1, 3, 5), "end of week", "2026-11-20"},
		{"monday to thursday counts on", days(1, 2, 3, 4), "in 2 working days", "2026-11-23"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := wednesday(t, when.Due)
			c.Week = tt.week
			if a := when.Parse(tt.text, c); a.Day != tt.want {
				t.Errorf("%s, want %s", a, tt.want)
			}
		})
	}
}

func TestAddWorkDays_stepsOverLeave(t *testing.T) {
	c := wednesday(t, when.Due)
	c.Off = func(d rapport.Day) bool { return d == "2026-11-19" || d == "2026-11-20" }
	if d := when.AddWorkDays("2026-11-18", 1, c); d != "2026-11-23" {
		t.Errorf("one day on is %s", d)
	}
	if d := when.AddWorkDays("2026-11-21", 0, c); d != "2026-11-21" {
		t.Errorf("no day on is %s", d)
	}
}

func TestAddWorkDays_endsWhereNobodyWorks(t *testing.T) {
	c := wednesday(t, when.Due)
	c.Off = func(rapport.Day) bool { return true }
	if d := when.AddWorkDays("2026-11-18", 3, c); d != "" {
		t.Errorf("found a working day: %s", d)
	}
	if a := when.Parse("in 3 working days", c); a.Kind != when.None || a.Why == "" {
		t.Errorf("%s (%s)", a, a.Why)
	}
}

func TestWorkDaysBetween_undoesAddWorkDays(t *testing.T) {
	c := wednesday(t, when.Due)
	c.Off = func(d rapport.Day) bool { return d.Time().Day()%7 == 3 }
	undoes := func(offset uint16, n int8) bool {
		from := rapport.Day("2026-01-01").Add(int(offset % 1000))
		return when.WorkDaysBetween(from, when.AddWorkDays(from, int(n), c), c) == int(n)
	}
	if err := quick.Check(undoes, nil); err != nil {
		t.Error(err)
	}
}

func TestWeek_isMondayToSunday(t *testing.T) {
	if p := when.Week("2027-01-01"); p.From != "2026-12-28" || p.Until != "2027-01-03" {
		t.Errorf("%v", p)
	}
}

func TestAnswer_lastDayOfARangeIsItsEnd(t *testing.T) {
	a := when.Parse("next week", wednesday(t, when.Due))
	if a.FirstDay() != "2026-11-23" || a.LastDay() != "2026-11-29" {
		t.Errorf("%s to %s", a.FirstDay(), a.LastDay())
	}
	if s := a.String(); s != "Mon 23 Nov 2026 – Sun 29 Nov 2026" {
		t.Error(s)
	}
}

// TestParse_keepsTheDirectionOfTheContext moves the clock over four years and
// asks for open expressions: what is due is never over, what is logged never
// ahead.
func TestParse_keepsTheDirectionOfTheContext(t *testing.T) {
	open := []string{
		"friday", "15 nov", "the 31st", "end of month", "eow", "q2", "week 20", "christmas",
		"first monday in march", "easter", "mid-june", "a week on friday", "2 days before christmas", "9am", "sun 23:30",
	}
	c := wednesday(t, when.Due)
	for hours := 0; hours < 4*366*24; hours += 61 {
		now := c.Now.Add(time.Duration(hours) * time.Hour)
		for _, text := range open {
			ahead := when.Parse(text, when.Clock{Now: now, Locale: "en-GB", Context: when.Due})
			back := when.Parse(text, when.Clock{Now: now, Locale: "en-GB", Context: when.Log})
			today := rapport.DayOf(now)
			if ahead.Kind == when.None || ahead.LastDay() < today {
				t.Fatalf("%s at %s is due %s (%s)", text, now, ahead, ahead.Why)
			}
			if text != "a week on friday" && (back.Kind == when.None || back.FirstDay() > today) {
				t.Fatalf("%s at %s was on %s (%s)", text, now, back, back.Why)
			}
		}
	}
}

func BenchmarkParse(b *testing.B) {
	c := wednesday(b, when.Due)
	for b.Loop() {
		when.Parse("first monday in december 9:30", c)
	}
}

func BenchmarkTrailing(b *testing.B) {
	c := wednesday(b, when.Log)
	for b.Loop() {
		when.Trailing("checkout p99 from 840 to 520 ms for the shops in the north yesterday", c)
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"yesterday", "next monday 9:30", "3-5 dec", "2026-W47-3", "in 1h30m", "end of Q3 2027",
		"two mondays ago", "the day after the day before friday", "9am London", "29 feb", "15.11. 9.30", "\xff", "a week on friday", "“３ nov”",
	} {
		f.Add(text, int64(1_795_000_000), true)
	}
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string, at int64, ahead bool) {
		c := when.Clock{Now: time.Unix(at%4_000_000_000, 0).In(zone), Locale: "en-GB", Context: when.Log}
		if ahead {
			c.Context = when.Due
		}
		a := when.Parse(text, c)
		if a.Kind == when.None {
			if a.Why == "" {
				t.Errorf("%q is nothing without a reason", text)
			}
			return
		}
		for _, d := range []rapport.Day{a.FirstDay(), a.LastDay()} {
			if _, err := rapport.ParseDay(string(d)); err != nil {
				t.Errorf("%q is the day %q", text, d)
			}
		}
		if a.LastDay() < a.FirstDay() {
			t.Errorf("%q runs backwards: %s", text, a)
		}
		if b := when.Parse(text+" zzz", c); b.Kind != when.None {
			t.Errorf("%q leaves a word unread: %s", text+" zzz", b)
		}
		readsBack(t, a, c)
	})
}

func FuzzTrailing(f *testing.F) {
	f.Add("fixed the pump yesterday")
	f.Add("fixed the pump — 3 nov.")
	f.Fuzz(func(t *testing.T, line string) {
		rest, a, ok := when.Trailing(line, wednesday(t, when.Log))
		if !ok && rest != line || ok && (!strings.HasPrefix(line, rest) || a.Kind == when.None || rest == "") {
			t.Errorf("%q became %q with %s", line, rest, a)
		}
	})
}
