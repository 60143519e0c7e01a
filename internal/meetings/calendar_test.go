package meetings_test

import (
	"fmt"
	"testing"
	"time"

	"rapport"
	"rapport/internal/meetings"
	"rapport/internal/people"
	"rapport/internal/store"
)

func peopleChange() people.BossChange { return people.BossChange{} }

// occurrence is one of a weekly series on Thursdays at 16:00 in London, moved by
// some hours.
func occurrence(day rapport.Day, moved time.Duration) meetings.CalendarEvent {
	at := day.Time().Add(16 * time.Hour)
	return meetings.CalendarEvent{
		UID: "weekly@calendar.example", Occurrence: at, Begins: at.Add(moved), Ends: at.Add(moved + 30*time.Minute), Zone: "Europe/London", Title: "Tomas / Fiona",
	}
}

// said counts what a calendar changed.
func said(f meetings.FromCalendar) string {
	return fmt.Sprintf("booked %d held %d moved %d cancelled %d ask %d unchanged %d",
		len(f.Booked), len(f.Held), len(f.Moved), len(f.Cancelled), len(f.Ask), f.Unchanged)
}

func TestACalendarIsTakenOverOnce(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		ctx := t.Context()
		take := func(past meetings.PastAs, want string, events ...meetings.CalendarEvent) {
			t.Helper()
			f, err := w.RecordFromCalendar(ctx, "fiona", events, past)
			if err != nil || said(f) != want {
				t.Errorf("%s, %v; want %s", said(f), err, want)
			}
		}
		past, today, next, later := occurrence("2026-11-12", 0), occurrence("2026-11-19", 0), occurrence("2026-11-26", 0), occurrence("2026-12-03", 0)
		take(meetings.AskPast, "booked 3 held 0 moved 0 cancelled 0 ask 1 unchanged 0", past, today, next, later)
		take(meetings.AskPast, "booked 0 held 0 moved 0 cancelled 0 ask 1 unchanged 3", past, today, next, later)
		take(meetings.HoldPast, "booked 0 held 1 moved 0 cancelled 0 ask 0 unchanged 3", past, today, next, later)

		moved, gone := occurrence("2026-11-26", 2*time.Hour), occurrence("2026-12-03", 0)
		gone.Cancelled = true
		take(meetings.AskPast, "booked 0 held 0 moved 1 cancelled 1 ask 0 unchanged 2", past, today, moved, gone)
		take(meetings.AskPast, "booked 0 held 0 moved 0 cancelled 0 ask 0 unchanged 4", past, today, moved, gone)

		// What the user said became of one stays, whatever the calendar says.
		w.turn(1)
		if done, err := w.Cancelled(ctx, "@fiona on:2026-11-19 by:fiona"); err != nil || done.Was != rapport.Booked {
			t.Fatalf("%+v, %v", done, err)
		}
		take(meetings.HoldPast, "booked 0 held 0 moved 0 cancelled 0 ask 0 unchanged 1", today)

		// What the user removed does not come back.
		if err := w.DB.Write(ctx, func(tx *store.Tx) error {
			for _, m := range w.private(t) {
				if m.Status == rapport.Cancelled {
					if _, err := tx.SetRemoved(ctx, w.User.ID, rapport.RecordID(m.ID), 1); err != nil {
						return err
					}
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		take(meetings.AskPast, "booked 0 held 0 moved 0 cancelled 0 ask 0 unchanged 2", today, gone)
	})
}

func TestACalendarMeetsWhatWasTypedByHand(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		ctx := t.Context()
		byHand := w.book(t, "@fiona thu 10:00")
		held := w.met(t, "@fiona 20m on:2026-11-12")
		f, err := w.RecordFromCalendar(ctx, "fiona", []meetings.CalendarEvent{occurrence("2026-11-12", 0), occurrence("2026-11-19", time.Hour)}, meetings.AskPast)
		if err != nil || len(f.Ask) != 0 || len(f.Moved) != 1 || f.Moved[0].ID != byHand.ID {
			t.Fatalf("%s, %v", said(f), err)
		}
		all := w.private(t)
		if len(all) != 2 || all[1].ID != held.ID || all[1].Minutes.Value != 20 || all[1].Status != rapport.Held {
			t.Errorf("%+v", all)
		}
	})
}

func TestASeriesIsAdoptedOnce(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		ctx := t.Context()
		london, err := time.LoadLocation("Europe/London")
		if err != nil {
			t.Fatal(err)
		}
		series := meetings.CalendarSeries{
			UID: "weekly@calendar.example", Rule: "FREQ=WEEKLY;INTERVAL=2", Start: time.Date(2026, 11, 5, 16, 0, 0, 0, london), Zone: "Europe/London", Minutes: 30,
		}
		first, err := w.AdoptSeries(ctx, "fiona", series)
		if err != nil || first.Words != "every 2 weeks on Thursday at 16:00 Europe/London, 30 minutes" || first.Dates[0].Mine.Format("2 Jan 15:04") != "19 Nov 10:00" {
			t.Fatalf("%+v, %v", first, err)
		}
		again, err := w.AdoptSeries(ctx, "fiona", series)
		if err != nil || again.Rhythm.Number != first.Rhythm.Number {
			t.Errorf("adopted anew: %+v, %v", again.Rhythm, err)
		}
		bosses, err := w.AdoptedSeries(ctx)
		if err != nil || bosses[series.UID].Slug != "fiona" {
			t.Errorf("%v, %v", bosses, err)
		}
		series.Rule = "FREQ=WEEKLY;BYDAY=FR"
		if changed, err := w.AdoptSeries(ctx, "fiona", series); err != nil || changed.Rhythm.Number == first.Rhythm.Number {
			t.Errorf("a changed series: %+v, %v", changed.Rhythm, err)
		}
		_, err = w.AdoptSeries(ctx, "fiona", meetings.CalendarSeries{UID: "x", Rule: "FREQ=HOURLY"})
		refused(t, err, rapport.Invalid, "several times a day")
		_, err = w.RecordFromCalendar(ctx, "fiona", []meetings.CalendarEvent{{}}, meetings.AskPast)
		refused(t, err, rapport.Invalid, "no UID")
	})
}
