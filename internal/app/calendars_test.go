package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/diary"
	"rapport/internal/intake"
	"rapport/internal/store"
)

// weekly is a calendar with a series of one-on-ones on Thursdays at 16:00 in
// London, leave, and a talk of many.
const weekly = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Ward//EN
BEGIN:VEVENT
UID:series-1@ward.example
DTSTART;TZID=Europe/London:20261105T160000
DTEND;TZID=Europe/London:20261105T163000
RRULE:FREQ=WEEKLY
SUMMARY:Katrin / Ines
ORGANIZER:mailto:katrin@ward.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:ines@ward.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:katrin@ward.example
END:VEVENT
BEGIN:VEVENT
UID:leave-1@ward.example
DTSTART;VALUE=DATE:20261221
DTEND;VALUE=DATE:20270102
SUMMARY:Annual leave
END:VEVENT
BEGIN:VEVENT
UID:canarythree@ward.example
DTSTART;TZID=Europe/London:20261126T110000
DTEND;TZID=Europe/London:20261126T120000
SUMMARY:canarythree interview elsewhere
END:VEVENT
END:VCALENDAR
`

func (w *ward) place(text string) string {
	w.Helper()
	path := filepath.Join(w.TempDir(), "work.ics")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.Fatal(err)
	}
	return path
}

func (w *ward) rewrite(path, text string) {
	w.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.Fatal(err)
	}
}

func (w *ward) calendar(path string, d intake.CalendarDecisions) intake.CalendarTaken {
	w.Helper()
	r, err := w.intake.ReadCalendar(w.Context(), path, "")
	if err != nil {
		w.Fatal(err)
	}
	taken, err := w.intake.TakeCalendar(w.Context(), r, d)
	if err != nil {
		w.Fatal(err)
	}
	return taken
}

func (w *ward) meetings() (all []rapport.Meeting) {
	w.Helper()
	w.read(func(ctx context.Context, tx *store.Tx) (err error) {
		all, err = store.Meetings.List(ctx, tx, w.intake.User.ID, store.FactFilter{Oldest: true, Private: true})
		return err
	})
	return all
}

func (w *ward) change(n rapport.Number, f func(*rapport.Meeting)) {
	w.Helper()
	err := w.db.Write(w.Context(), func(tx *store.Tx) error {
		for _, m := range w.meetingsIn(tx) {
			if m.Number == n {
				f(&m)
				return store.Meetings.Update(w.Context(), tx, m)
			}
		}
		w.Fatalf("there is no meeting %d", n)
		return nil
	})
	if err != nil {
		w.Fatal(err)
	}
}

func (w *ward) meetingsIn(tx *store.Tx) []rapport.Meeting {
	all, err := store.Meetings.List(w.Context(), tx, w.intake.User.ID, store.FactFilter{Oldest: true, Private: true})
	if err != nil {
		w.Fatal(err)
	}
	return all
}

func TestASeriesCountsOnceItIsTakenOver(t *testing.T) {
	eachWard(t, func(w *ward) {
		path := w.place(weekly)
		first := w.calendar(path, intake.CalendarDecisions{})
		if len(first.Series) != 1 || first.Series[0].Boss != w.boss.ID || len(w.meetings()) != 0 {
			w.Fatalf("%+v", first)
		}
		if got := intake.Counts(first.New); got != "1 series of one-on-ones, 1 stretch of leave" {
			w.Errorf("proposed %s", got)
		}
		adopted := w.calendar(path, intake.CalendarDecisions{Adopt: []string{"series-1@ward.example"}})
		if len(adopted.Adopted) != 1 || len(adopted.Booked) != 8 {
			w.Fatalf("%+v", adopted)
		}
		for _, m := range w.meetings() {
			if m.Status != rapport.Booked || m.Begins().Time().UTC().Hour() != 16 || m.Zone != "Europe/London" || m.Series == "" {
				w.Errorf("%+v", m)
			}
		}
		// Those that are over are asked about.
		var past []rapport.Number
		for _, p := range w.open() {
			if p.Becomes == rapport.AsMeeting && p.Status == rapport.Held {
				past = append(past, p.Number)
			}
		}
		if len(past) != 3 {
			w.Errorf("%d past meetings are proposed", len(past))
		}
		w.accept(past...)
		if again := w.calendar(path, intake.CalendarDecisions{}); len(again.New)+len(again.Changed)+len(again.Booked)+len(again.Moved) != 0 {
			w.Errorf("again: %+v", again)
		}
		w.read(func(ctx context.Context, tx *store.Tx) error {
			rhythms, err := store.Rhythms.List(ctx, tx, w.intake.User.ID, store.FactFilter{})
			if len(rhythms) != 1 || rhythms[0].Every != "FREQ=WEEKLY;BYDAY=TH" || rhythms[0].Time != "16:00" || rhythms[0].Zone != "Europe/London" {
				w.Errorf("%+v", rhythms)
			}
			return err
		})
		if strings.Contains(w.export(), "canarythree") {
			w.Error("what is none of this came along")
		}
	})
}

func TestARefusedSeriesIsNotAskedAgain(t *testing.T) {
	eachWard(t, func(w *ward) {
		path := w.place(weekly)
		w.calendar(path, intake.CalendarDecisions{Refuse: []string{"series-1@ward.example"}, Pass: true})
		again := w.calendar(path, intake.CalendarDecisions{})
		if len(again.Series)+len(again.New) != 0 || len(w.open()) != 0 || len(w.meetings()) != 0 {
			w.Errorf("%+v", again)
		}
	})
}

func TestAMeetingFollowsTheCalendarUntilTheUserSaysOtherwise(t *testing.T) {
	eachWard(t, func(w *ward) {
		path := w.place(weekly)
		w.calendar(path, intake.CalendarDecisions{AdoptAll: true})
		all := w.meetings()
		// 26 Nov moves by a day in the calendar, 3 Dec is called off there, the
		// user moved 10 Dec and says that 17 Dec is off.
		w.change(all[2].Number, func(m *rapport.Meeting) { m.Start.At += 3_600_000_000; m.Notes = rapport.Private("canaryfour") })
		w.change(all[3].Number, func(m *rapport.Meeting) { m.Status = rapport.Missed })
		changed := strings.Replace(weekly, "RRULE:FREQ=WEEKLY\n", "RRULE:FREQ=WEEKLY\nEXDATE;TZID=Europe/London:20261203T160000\n", 1)
		changed = strings.Replace(changed, "BEGIN:VEVENT\nUID:leave", `BEGIN:VEVENT
UID:series-1@ward.example
RECURRENCE-ID;TZID=Europe/London:20261126T160000
DTSTART;TZID=Europe/London:20261127T140000
DTEND;TZID=Europe/London:20261127T143000
SUMMARY:Katrin / Ines
END:VEVENT
BEGIN:VEVENT
UID:leave`, 1)
		w.rewrite(path, changed)
		taken := w.calendar(path, intake.CalendarDecisions{})
		if len(taken.Moved) != 1 || len(taken.CalledOff) != 1 || len(taken.Booked) != 0 {
			w.Fatalf("%+v", taken)
		}
		now := w.meetings()
		if len(now) != len(all) {
			w.Errorf("%d meetings, were %d", len(now), len(all))
		}
		byNumber := map[rapport.Number]rapport.Meeting{}
		for _, m := range now {
			byNumber[m.Number] = m
		}
		if m := byNumber[all[0].Number]; rapport.DayOf(m.Begins().Time()) != "2026-11-27" || m.MovedFrom.At != all[0].Start.At {
			w.Errorf("moved: %+v", m)
		}
		if m := byNumber[all[1].Number]; m.Status != rapport.Cancelled {
			w.Errorf("called off: %+v", m)
		}
		if m := byNumber[all[2].Number]; m.Begins().Time().UTC().Hour() != 17 || m.Notes.IsEmpty() {
			w.Errorf("what the user moved: %+v", m)
		}
		if m := byNumber[all[3].Number]; m.Status != rapport.Missed {
			w.Errorf("what the user said: %+v", m)
		}
		// Time passes: what was booked is asked about, and the answer stays.
		w.now = time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)
		w.calendar(path, intake.CalendarDecisions{})
		for _, p := range w.open() {
			if p.Day == "2026-11-27" {
				w.accept(p.Number)
			}
		}
		for _, m := range w.meetings() {
			if m.Number == all[0].Number && m.Status != rapport.Held {
				w.Errorf("held: %+v", m)
			}
		}
		w.calendar(path, intake.CalendarDecisions{})
		for _, p := range w.open() {
			if p.Day == "2026-11-27" {
				w.Errorf("asked again: %+v", p)
			}
		}
	})
}

func TestASeriesAtAnotherTimeMovesItsMeetings(t *testing.T) {
	eachWard(t, func(w *ward) {
		path := w.place(weekly)
		w.calendar(path, intake.CalendarDecisions{AdoptAll: true})
		before := w.meetings()
		w.rewrite(path, strings.NewReplacer("20261105T160000", "20261106T093000", "20261105T163000", "20261106T100000").Replace(weekly))
		taken := w.calendar(path, intake.CalendarDecisions{})
		if len(taken.Moved) != len(before) || len(taken.Gone) != 0 || len(w.meetings()) != len(before) {
			w.Errorf("%d moved, %d gone, %d booked, %d meetings", len(taken.Moved), len(taken.Gone), len(taken.Booked), len(w.meetings()))
		}
		past := 0
		for _, p := range w.open() {
			if p.Becomes == rapport.AsMeeting {
				past++
			}
		}
		if past != 3 {
			w.Errorf("%d past meetings wait, want 3", past)
		}
		w.rewrite(path, "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nEND:VCALENDAR\n")
		gone := w.calendar(path, intake.CalendarDecisions{})
		if len(gone.Gone) != len(before) || len(w.meetings()) != 0 {
			w.Errorf("%d gone", len(gone.Gone))
		}
		w.undo()
		if n := len(w.meetings()); n != len(before) {
			w.Errorf("%d meetings after undo", n)
		}
	})
}

func TestAMeetingWrittenDownByHandIsTheCalendarsToo(t *testing.T) {
	eachWard(t, func(w *ward) {
		err := w.db.Write(w.Context(), func(tx *store.Tx) error {
			m := rapport.Meeting{Boss: w.boss.ID, Kind: rapport.OneOnOne, Status: rapport.Held, Notes: rapport.Private("canaryfive")}
			m.Owner, m.At = w.intake.User.ID, rapport.StampOf(time.Date(2026, 11, 19, 16, 5, 0, 0, time.UTC))
			return store.Meetings.Insert(w.Context(), tx, &m)
		})
		if err != nil {
			w.Fatal(err)
		}
		w.calendar(w.place(weekly), intake.CalendarDecisions{AdoptAll: true})
		n := 0
		for _, m := range w.meetings() {
			if rapport.DayOf(m.Begins().Time()) == "2026-11-19" {
				n++
				if m.Status != rapport.Held || m.Notes.IsEmpty() || m.UID == "" {
					w.Errorf("%+v", m)
				}
			}
		}
		if n != 1 {
			w.Errorf("%d meetings on the day", n)
		}
		for _, p := range w.open() {
			if p.Becomes == rapport.AsMeeting && p.Day == "2026-11-19" {
				w.Errorf("asked about what was said: %+v", p)
			}
		}
	})
}

func TestLeaveFollowsTheCalendarOnceAccepted(t *testing.T) {
	eachWard(t, func(w *ward) {
		path := w.place(weekly)
		w.calendar(path, intake.CalendarDecisions{Accept: true})
		w.rewrite(path, strings.Replace(weekly, "DTEND;VALUE=DATE:20270102", "DTEND;VALUE=DATE:20270105", 1))
		w.calendar(path, intake.CalendarDecisions{})
		w.read(func(ctx context.Context, tx *store.Tx) error {
			leave, err := tx.Calendar(ctx, w.intake.User.ID, rapport.Leave, "")
			if len(leave) != 1 || leave[0].Date != "2026-12-21" || leave[0].Until != "2027-01-04" {
				w.Errorf("%+v", leave)
			}
			return err
		})
	})
}

func TestCalendarsThatCannotBeReadChangeNothing(t *testing.T) {
	eachWard(t, func(w *ward) {
		before := w.export()
		for _, place := range []string{
			w.place("PK\x03\x04rest"), w.place("<html>log in</html>"), w.TempDir(), "/no/such/calendar.ics", "http://127.0.0.1:1/secret-token.ics", "https://",
		} {
			_, err := w.intake.ReadCalendar(w.Context(), place, "")
			if err == nil || rapport.CodeOf(err) == rapport.Internal || rapport.HintOf(err) == "" || strings.Contains(err.Error(), "secret-token") {
				w.Errorf("%s: %v, hint %q", place, err, rapport.HintOf(err))
			}
		}
		if w.export() != before {
			w.Error("something is half done")
		}
	})
}

func TestTheCalendarThatLeavesHoldsNothingPrivate(t *testing.T) {
	eachWard(t, func(w *ward) {
		w.calendar(w.place(weekly), intake.CalendarDecisions{AdoptAll: true, Accept: true})
		w.change(w.meetings()[0].Number, func(m *rapport.Meeting) { m.Notes = rapport.Private("canarysix") })
		w.take("notes", wardNotes)
		w.accept()
		c, err := w.diary.Calendar(w.Context(), diary.Options{All: true})
		if err != nil {
			w.Fatal(err)
		}
		text, err := w.diary.Encode(c)
		if err != nil {
			w.Fatal(err)
		}
		out := string(text)
		for _, want := range []string{
			"BEGIN:VTIMEZONE\r\nTZID:Europe/London", "RRULE:FREQ=WEEKLY;BYDAY=TH", "SUMMARY:Katrin / Ines", "SUMMARY:Report to Katrin Wolf due",
			"DTSTART;VALUE=DATE:20261125", // the working day before the talk of 26 November
			"EXDATE;TZID=Europe/London:20261126T160000",
		} {
			if !strings.Contains(out, want) {
				w.Errorf("it does not hold %q:\n%s", want, out)
			}
		}
		if strings.Contains(out, "canary") {
			w.Error("it holds something private")
		}
		again, err := w.diary.Calendar(w.Context(), diary.Options{All: true})
		if err != nil {
			w.Fatal(err)
		}
		if same, err := w.diary.Encode(again); err != nil || string(same) != out {
			w.Errorf("the same record gives another file: %v", err)
		}
		if c, err := w.diary.Calendar(w.Context(), diary.Options{}); err != nil || c.Talks != 0 || c.LeftOut == 0 {
			w.Errorf("what came from a calendar goes back there: %+v, %v", c, err)
		}
	})
}

func TestTheSequenceOfAnEventNeverFalls(t *testing.T) {
	eachWard(t, func(w *ward) {
		path := w.place(weekly)
		w.calendar(path, intake.CalendarDecisions{AdoptAll: true})
		sequence := func() (n int) {
			c, err := w.diary.Calendar(w.Context(), diary.Options{All: true})
			if err != nil {
				w.Fatal(err)
			}
			for _, e := range c.Events {
				if e.Summary == "Katrin / Ines" && e.Rule == "" {
					return e.Sequence
				}
			}
			w.Fatal("the talk is not in it")
			return 0
		}
		first := sequence()
		w.rewrite(path, strings.NewReplacer("20261105T160000", "20261105T150000", "20261105T163000", "20261105T153000").Replace(weekly))
		w.calendar(path, intake.CalendarDecisions{})
		moved := sequence()
		w.undo()
		if back := sequence(); moved <= first || back <= moved {
			w.Errorf("%d, %d when moved, %d when moved back", first, moved, back)
		}
	})
}
