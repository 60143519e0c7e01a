package calendar

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rapport"
)

var update = flag.Bool("update", false, "write the golden files anew")

// people are the bosses and users of the invented calendars.
var people = map[string]struct {
	boss Person
	me   []string
	zone string
}{
	"google":      {Person{"noor", "Noor Salgado", "noor@harbourlight.example"}, []string{"ines@harbourlight.example", "Ines"}, "Europe/Lisbon"},
	"outlook":     {Person{"femke", "Femke Ott", "f.ott@gerberei.example"}, []string{"j.maelzer@gerberei.example", "Jürgen Mälzer"}, "Europe/Berlin"},
	"apple":       {Person{"priya", "Priya Venkat", "priya@cedarclinic.example"}, []string{"lou@cedarclinic.example"}, "America/New_York"},
	"thunderbird": {Person{"aino", "Aino Korpela", ""}, []string{"Sami Laine"}, "Europe/Helsinki"},
	"sabredav":    {Person{"margit", "Margit Lindner", "margit@gaertnerei.example"}, []string{"ben@gaertnerei.example"}, "Europe/Vienna"},
}

// TestCalendarsOfFivePrograms reads calendars written in the habits of the
// programs that most people have.
func TestCalendarsOfFivePrograms(t *testing.T) {
	t.Parallel()
	for name, who := range people {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(filepath.Join("testdata", name+".ics"))
			if err != nil {
				t.Fatal(err)
			}
			o := Options{From: date(2026, 9, 1), Until: date(2026, 12, 1), Zone: zoneNamed(t, who.zone)}
			result, err := Events([]File{{name + ".ics", text}}, o)
			if err != nil {
				t.Fatal(err)
			}
			golden(t, name+".golden", describe(result, who.boss, who.me))
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

func describe(r Result, boss Person, me []string) string {
	var b strings.Builder
	for _, w := range r.Warnings {
		fmt.Fprintf(&b, "warning: %v\n", w)
	}
	for _, e := range r.Events {
		if e.AllDay {
			fmt.Fprintf(&b, "%s to %s", e.First, e.Last)
		} else {
			fmt.Fprintf(&b, "%s to %s", e.Start.Time().Format("2006-01-02 15:04 -0700"), e.End.Time().Format("15:04"))
		}
		fmt.Fprintf(&b, " %s | %s | %s %s", e.Zone, e.Summary, e.Fate, e.Status)
		if e.Fate == Moved {
			fmt.Fprintf(&b, " from %s", e.Original.Time().Format("2006-01-02 15:04"))
		}
		if e.Series != nil {
			fmt.Fprintf(&b, " | %s", e.Series.Rhythm)
		}
		for _, a := range e.Attendees {
			fmt.Fprintf(&b, " | %s <%s> %s %s", a.Name, a.Address, a.Answer, a.Kind)
		}
		fmt.Fprintf(&b, " | line %d\n", e.Line)
	}
	for _, o := range OneOnOnes(r.Events, []Person{boss}, me) {
		fmt.Fprintf(&b, "one-on-one with %s, %d %%: %s, for %s\n", o.Boss, o.Confidence, o.Title, o.Reason)
		for _, m := range o.Meetings {
			held := ""
			if m.Held(rapport.InstantOf(date(2026, 11, 1))) {
				held = ", held"
			}
			fmt.Fprintf(&b, "  %s %s%s\n", m.Start.Time().Format("2006-01-02"), m.Fate, held)
		}
	}
	for _, d := range Leave(r.Events, []Person{boss}, me) {
		fmt.Fprintf(&b, "leave from %s to %s, %d %%: %s, for %s\n", d.First, d.Last, d.Confidence, d.Summary, d.Reason)
	}
	for _, d := range PublicHolidays(r.Events) {
		fmt.Fprintf(&b, "holiday on %s, %d %%: %s, for %s\n", d.First, d.Confidence, d.Summary, d.Reason)
	}
	return b.String()
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func zoneNamed(t testing.TB, name string) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return zone
}
