package meetings_test

import (
	"strings"
	"testing"
	"time"

	"rapport"
)

func TestARhythmShowsBothClocksAndWhereTheyMove(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		// The day before London's clocks go back, which Guadalajara's do not.
		*w.now = time.Date(2026, 10, 21, 9, 0, 0, 0, w.now.Location())
		a := w.agree(t, "@fiona weekly on thursday 16:00 tz:Europe/London minutes:30")
		want := []string{"22 Oct 09:00 16:00", "29 Oct 10:00 16:00", "5 Nov 10:00 16:00", "12 Nov 10:00 16:00", "19 Nov 10:00 16:00"}
		if len(a.Dates) != len(want) {
			t.Fatalf("%d dates", len(a.Dates))
		}
		for i, d := range a.Dates {
			got := d.Mine.Format("2 Jan 15:04") + " " + d.Theirs.Format("15:04")
			marks := strings.Join(d.Marks, "; ")
			if got != want[i] || (i == 1) != strings.Contains(marks, "from 29 Oct on 10:00 for you instead of 09:00") || i != 1 && marks != "" {
				t.Errorf("%d: %s %q, want %s", i, got, marks, want[i])
			}
		}
		if a.Words != "every week on Thursday at 16:00 Europe/London, 30 minutes" {
			t.Errorf("words %q", a.Words)
		}
	})
}

func TestARhythmKeptOnMyClockMovesOnTheirs(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		*w.now = time.Date(2026, 10, 21, 9, 0, 0, 0, w.now.Location())
		a := w.agree(t, "every thursday at 11:00")
		first, second := a.Dates[0], a.Dates[1]
		if first.Theirs.Format("15:04") != "18:00" || !strings.Contains(strings.Join(first.Marks, ""), "outside of their hours") {
			t.Errorf("before: %v %q", first.Theirs, first.Marks)
		}
		if second.Theirs.Format("15:04") != "17:00" || strings.Join(second.Marks, "") != "from 29 Oct on 17:00 for them instead of 18:00: a clock change" {
			t.Errorf("after: %v %q", second.Theirs, second.Marks)
		}
	})
}

func TestTheNewestAgreementCounts(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		w.agree(t, "every two weeks on thursday 10:00")
		if next := w.overview(t).Next; next.At.Format("2 Jan 15:04") != "19 Nov 10:00" || next.Booked != 0 {
			t.Errorf("next %+v", next)
		}
		w.agree(t, "weekly")
		if o := w.overview(t); !o.Next.At.IsZero() || o.Rhythm.Words != "every week" {
			t.Errorf("a rhythm without a day promises %v, %q", o.Next.At, o.Rhythm.Words)
		}
		w.agree(t, "@fiona none")
		if o := w.overview(t); !o.Rhythm.Found || o.Rhythm.Words != "only when needed" || !o.Next.At.IsZero() {
			t.Errorf("none: %+v", o.Rhythm)
		}
	})
}

func TestWhatBecameOfADayIsNotPromisedAgain(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		w.agree(t, "weekly on thursday 10:00")
		if _, err := w.Cancelled(t.Context(), "@fiona by:fiona"); err != nil {
			t.Fatal(err)
		}
		if next := w.overview(t).Next; next.At.Format("2 Jan") != "26 Nov" {
			t.Errorf("after the cancelled one: %v", next.At)
		}
		moved, err := w.Moved(t.Context(), "@fiona 27 nov 8:00")
		if err != nil || moved.Was != "" || moved.Meeting.MovedFrom.Time().Format("2 Jan 15:04") != "26 Nov 10:00" {
			t.Fatalf("moved %+v, %v", moved, err)
		}
		next := w.overview(t).Next
		if next.At.Format("2 Jan 15:04") != "27 Nov 08:00" || next.Booked != moved.Meeting.Number {
			t.Errorf("after the moved one: %+v", next)
		}
		// A chat on a Thursday leaves the promise as it is.
		w.turn(14)
		w.met(t, "@fiona 5m kind:chat")
		if next := w.overview(t).Next; next.At.Format("2 Jan") != "3 Dec" {
			t.Errorf("after a chat: %v", next.At)
		}
	})
}

func TestARhythmThatCannotBeIsRefused(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		for text, words := range map[string]string{
			"@fiona thursday":                                   "not a rhythm",
			"@fiona weekly thu 16:00 tz:Mars/Base":              "nobody knows a zone",
			"@fiona weekly minutes:0":                           "no length",
			"@fiona none 16:00":                                 "not a rhythm",
			"@fiona none tz:Europe/London":                      "has no time",
			"@fiona weekly by:fri":                              "no place for by:fri",
			"@fiona weekly thu 16:00 london time tz:Asia/Tokyo": "two zones",
		} {
			_, err := w.SetRhythm(t.Context(), text)
			refused(t, err, rapport.Invalid, words)
		}
		if o := w.overview(t); o.Rhythm.Found {
			t.Errorf("a refused rhythm was kept: %+v", o.Rhythm)
		}
	})
}
