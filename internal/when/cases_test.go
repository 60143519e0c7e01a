package when_test

import (
	"bufio"
	"os"
	"strings"
	"testing"
	"time"

	"rapport/internal/when"
)

// compact writes an answer as the cases do.
func compact(a when.Answer) string {
	switch a.Kind {
	case when.Date:
		return string(a.Day)
	case when.DateTime:
		return a.Time.Format("2006-01-02T15:04-07:00")
	case when.Range:
		return string(a.Day) + ".." + string(a.End)
	}
	return "none"
}

func TestParse_ofTheCases(t *testing.T) {
	file, err := os.Open("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var clock when.Clock
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := lines.Text()
		if at, ok := strings.CutPrefix(line, "@ "); ok {
			clock = wallClock(t, strings.Fields(at))
			continue
		}
		fields := strings.SplitN(line, "|", 3)
		if strings.HasPrefix(line, "#") || len(fields) != 3 {
			continue
		}
		text, want := strings.TrimSpace(fields[1]), strings.TrimSpace(fields[2])
		c := clock
		c.Context = when.Context(strings.TrimSpace(fields[0]))
		t.Run(string(c.Context)+" "+text+" "+c.Now.Format("2 Jan 15:04"), func(t *testing.T) {
			a := when.Parse(text, c)
			want, why, _ := strings.Cut(want, " ")
			if got := compact(a); got != want {
				t.Fatalf("%s (%s), want %s", got, a.Why, want)
			}
			if !strings.Contains(a.Why, why) {
				t.Errorf("the reason is %q, want one with %q", a.Why, why)
			}
			if (a.Why == "") == (a.Kind == when.None) {
				t.Errorf("%s with the reason %q", a.Kind, a.Why)
			}
			readsBack(t, a, c)
		})
	}
}

// readsBack checks that an answer is understood as it was echoed.
func readsBack(t testing.TB, a when.Answer, c when.Clock) {
	t.Helper()
	if a.Kind == when.None {
		return
	}
	b := when.Parse(a.String(), c)
	if b.Kind != a.Kind || b.Day != a.Day || b.End != a.End || !b.Time.Equal(a.Time) {
		t.Errorf("%q reads back as %q (%s)", a, b, b.Why)
	}
}

// wallClock returns the clock that a line of the cases sets.
func wallClock(t testing.TB, fields []string) when.Clock {
	t.Helper()
	if len(fields) != 3 {
		t.Fatalf("a clock needs a time, a zone and a locale: %q", fields)
	}
	zone, err := time.LoadLocation(fields[1])
	if err != nil {
		t.Fatal(err)
	}
	now, err := time.ParseInLocation("2006-01-02T15:04", fields[0], zone)
	if err != nil {
		t.Fatal(err)
	}
	return when.Clock{Now: now, Locale: fields[2]}
}
