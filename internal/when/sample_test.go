package when_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
	"time"

	"rapport/internal/when"
)

// labelled is a line of the labelled examples.
type labelled struct {
	ID, Text, Reference, TZ, Locale, Context string
	Answer                                   answerJSON
	AlsoAcceptable                           []answerJSON `json:"also_acceptable"`
}

type answerJSON struct {
	Kind, Date, Local, Offset, UTC, Start, End string
}

func (want answerJSON) matches(a when.Answer) bool {
	if want.Kind != string(a.Kind) {
		return false
	}
	switch a.Kind {
	case when.Date:
		return want.Date == string(a.Day)
	case when.DateTime:
		return want.Local == a.Time.Format("2006-01-02T15:04") && want.Offset == a.Time.Format("-07:00") &&
			want.UTC == a.Time.UTC().Format(time.RFC3339)
	case when.Range:
		return want.Start == string(a.Day) && want.End == string(a.End)
	}
	return true
}

func TestParse_agreesWithTheLabelledSample(t *testing.T) {
	file, err := os.Open("../../testdata/eval/dates.jsonl")
	if err != nil {
		t.Skip("no sample:", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var l labelled
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		t.Run(l.ID+" "+l.Text, func(t *testing.T) {
			a := when.Parse(l.Text, clockAt(t, l.Reference, l.TZ, l.Locale, l.Context))
			for _, want := range append([]answerJSON{l.Answer}, l.AlsoAcceptable...) {
				if want.matches(a) {
					return
				}
			}
			t.Errorf("%s (%s), want %+v", a, a.Why, l.Answer)
		})
	}
}

// clockAt returns the clock of a user in zone at an instant.
func clockAt(t testing.TB, instant, zone, locale, context string) when.Clock {
	t.Helper()
	at, err := time.Parse(time.RFC3339, instant)
	if err != nil {
		t.Fatal(err)
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		t.Fatal(err)
	}
	return when.Clock{Now: at.In(loc), Locale: locale, Context: when.Context(context)}
}
