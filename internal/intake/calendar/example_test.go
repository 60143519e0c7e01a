package calendar_test

import (
	"fmt"
	"time"

	"rapport/internal/intake/calendar"
)

func ExampleEvents() {
	text := "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Jour fixe mit Dana\n" +
		"DTSTART;TZID=W. Europe Standard Time:20260325T090000\nDURATION:PT30M\nRRULE:FREQ=WEEKLY\n" +
		"EXDATE;TZID=W. Europe Standard Time:20260401T090000\nEND:VEVENT\nEND:VCALENDAR\n"
	result, err := calendar.Events([]calendar.File{{Name: "work.ics", Text: []byte(text)}}, calendar.Options{
		From:  time.Date(2026, 3, 23, 0, 0, 0, 0, time.UTC),
		Until: time.Date(2026, 4, 13, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range calendar.OneOnOnes(result.Events, []calendar.Person{{Slug: "dana", Name: "Dana Ines"}}, nil) {
		fmt.Printf("%s, %s, %d %%: %s\n", o.Title, o.Series.Rhythm, o.Confidence, o.Reason)
		for _, m := range o.Meetings {
			fmt.Println(m.Start.Time().Format("2 January 15:04 -0700"), m.Fate)
		}
	}
	// Output:
	// Jour fixe mit Dana, weekly, 75 %: its title says that you two meet, and names “dana”; nobody is listed in it
	// 25 March 09:00 +0100 planned
	// 1 April 09:00 +0200 left out
	// 8 April 09:00 +0200 planned
}
