package compose

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/profile"
)

func TestTiming(t *testing.T) {
	t.Parallel()
	mexico := time.FixedZone("CST", -6*3600)
	style := func(words ...string) profile.Style {
		s, err := profile.ParseStyle(words)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	at := func(text string) time.Time {
		x, err := time.Parse("2006-01-02 15:04", text)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	mine, theirs := Side{Zone: time.UTC}, Side{Zone: time.UTC}
	tests := []struct {
		name         string
		talk         string
		style        profile.Style
		said         string
		mine, theirs Side
		want         string
	}{
		{"a day before where nothing is known", "2026-11-26 16:00", style(), "", mine, theirs, "2026-11-25 16:00"},
		{"a Monday talk is prepared on Friday", "2026-11-30 10:00", style("reader"), "", mine, theirs, "2026-11-27 17:00"},
		{"a note shortly before for a listener", "2026-11-26 16:00", style("listener"), "", mine, theirs, "2026-11-26 14:00"},
		{"never before their day begins", "2026-11-26 10:00", style("listener"), "", mine, theirs, "2026-11-25 17:00"},
		{"five working days for one who hears others", "2026-11-26 16:00", style("consults"), "", mine, theirs, "2026-11-19 16:00"},
		{"two days for one who goes deep", "2026-11-26 16:00", style("deep"), "", mine, theirs, "2026-11-24 16:00"},
		{"what they said comes first", "2026-11-26 16:00", style("listener"), "papers three days before the meeting", mine, theirs, "2026-11-23 16:00"},
		{
			"at the start of a distant day", "2026-11-26 16:00",
			style("remote"), "",
			Side{Zone: mexico},
			Side{Zone: time.UTC, Hours: "08:30-17:30"},
			"2026-11-25 08:30",
		},
		{
			"not on my leave", "2026-11-26 16:00", style(), "",
			Side{Zone: time.UTC, Off: func(d rapport.Day) bool { return d >= "2026-11-23" && d <= "2026-11-25" }},
			theirs, "2026-11-20 17:00",
		},
	}
	for _, tc := range tests {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			var said []profile.Preference
			if tc.said != "" {
				said = append(said, profile.Preference{Text: tc.said})
			}
			got := TimingOf(at(tc.talk), tc.style, said, tc.mine, tc.theirs)
			if text := got.Due.UTC().Format("2006-01-02 15:04"); text != tc.want {
				t.Errorf("due %s (%s), want %s", text, got.Why, tc.want)
			}
		})
	}
}

func TestAReaderGetsADayAndBothAreAtWork(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		talk := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(rapid.IntRange(0, 60*24*60).Draw(t, "minutes")) * time.Minute)
		style := genStyle(t)
		mine := Side{Zone: time.FixedZone("mine", rapid.IntRange(-11, 13).Draw(t, "mine")*3600)}
		theirs := Side{Zone: time.FixedZone("theirs", rapid.IntRange(-11, 13).Draw(t, "theirs")*3600)}
		got := TimingOf(talk, style, nil, mine, theirs)
		if !got.Due.Before(talk) {
			t.Fatalf("due %s, after the talk at %s", got.Due, talk)
		}
		if style.Value(profile.Intake) == profile.Reader && talk.Sub(got.Due) < 24*time.Hour {
			t.Fatalf("%v: a reader gets it only %s before", style, talk.Sub(got.Due))
		}
		if d := rapport.DayOf(got.Due.In(theirs.Zone)); !theirs.works(d) {
			t.Fatalf("it arrives on %s, a %s for them", d, d.Weekday())
		}
		if d := rapport.DayOf(got.Due.In(mine.Zone)); !mine.works(d) {
			t.Fatalf("it leaves on %s, a %s for me", d, d.Weekday())
		}
	})
}
