package meetings_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/meetings"
	"rapport/internal/people"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// world is a store with one boss, and a clock that a test can turn.
type world struct {
	*meetings.Service
	people *people.Service
	now    *time.Time
}

// each runs a body on every database; now is Wednesday 18 November 2026, 09:00
// in Guadalajara, where the clocks stay as they are; the boss is in London.
func each(t *testing.T, body func(t *testing.T, w world)) {
	t.Helper()
	t.Parallel()
	zone, err := time.LoadLocation("America/Mexico_City")
	if err != nil {
		t.Fatal(err)
	}
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		db := open()
		now := time.Date(2026, 11, 18, 9, 0, 0, 0, zone)
		clock := func() time.Time { return now }
		user, err := people.EnsureUser(t.Context(), db, "me", now)
		if err != nil {
			t.Fatal(err)
		}
		user.Zone = "America/Mexico_City"
		p := &people.Service{DB: db, User: user, Now: clock}
		hours, tz := "09:00-17:30", "Europe/London"
		if _, err := p.AddBoss(t.Context(), "Fiona Baird", people.BossChange{Zone: &tz, Hours: &hours}); err != nil {
			t.Fatal(err)
		}
		body(t, world{&meetings.Service{Desk: desk.Desk{DB: db, User: user, Now: clock}}, p, &now})
	})
}

func (w world) turn(days int) { *w.now = w.now.AddDate(0, 0, days) }

func (w world) met(t *testing.T, text string) rapport.Meeting {
	t.Helper()
	done, err := w.Met(t.Context(), text)
	if err != nil {
		t.Fatalf("met %q: %v", text, err)
	}
	return done.Meeting
}

func (w world) book(t *testing.T, text string) rapport.Meeting {
	t.Helper()
	done, err := w.Book(t.Context(), text)
	if err != nil {
		t.Fatalf("book %q: %v", text, err)
	}
	return done.Meeting
}

func (w world) agree(t *testing.T, text string) meetings.Agreed {
	t.Helper()
	a, err := w.SetRhythm(t.Context(), text)
	if err != nil {
		t.Fatalf("rhythm %q: %v", text, err)
	}
	return a
}

func (w world) overview(t *testing.T) meetings.Overview {
	t.Helper()
	o, err := w.Overview(t.Context(), "fiona", "")
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// refused checks that an error is the user's to fix, names what is wrong, and
// offers the next step.
func refused(t *testing.T, err error, code rapport.Code, words string) {
	t.Helper()
	if rapport.CodeOf(err) != code || !strings.Contains(fmt.Sprint(err), words) || rapport.HintOf(err) == "" {
		t.Errorf("error %v (%s), hint %q; want %s with %q", err, rapport.CodeOf(err), rapport.HintOf(err), code, words)
	}
}

func TestAHeldMeetingIsReadFromALine(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		for text, want := range map[string]rapport.Meeting{
			"@fiona 30m":                            {Kind: rapport.OneOnOne, Minutes: rapport.AmountOf(30)},
			"":                                      {Kind: rapport.OneOnOne},
			"@fiona yesterday half an hour":         {Kind: rapport.OneOnOne, Minutes: rapport.AmountOf(30)},
			"45 minutes kind:chat on:yesterday":     {Kind: rapport.Chat, Minutes: rapport.AmountOf(45)},
			"review of the year kind:review 1h30":   {Kind: rapport.ReviewTalk, Minutes: rapport.AmountOf(90), Title: "review of the year"},
			"minutes:20 purpose:evaluation by:me":   {Kind: rapport.OneOnOne, Minutes: rapport.AmountOf(20), Purpose: rapport.ForEvaluation},
			"conversation:Situation kind:ad-hoc":    {Kind: rapport.AdHoc, Conversation: "situation"},
			"last tuesday 10m corridor kind:adhoc":  {Kind: rapport.AdHoc, Minutes: rapport.AmountOf(10), Title: "corridor"},
			"on:2026-11-03 budget of 30 min slots ": {Kind: rapport.OneOnOne, Title: "budget of 30 min slots"},
		} {
			m := w.met(t, text)
			if m.Status != rapport.Held || m.Kind != want.Kind || m.Minutes != want.Minutes || m.Title != want.Title ||
				m.Purpose != want.Purpose || m.Conversation != want.Conversation || m.Number == 0 {
				t.Errorf("%q became %+v, want %+v", text, m, want)
			}
		}
	})
}

func TestAMeetingThatCannotBeIsRefused(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		for text, words := range map[string]string{
			"@fiona on:tomorrow":        "still ahead",
			"@fiona on:asap":            "not the day",
			"@nobody 30m":               "no boss @nobody",
			"@fiona minutes:0":          "no length",
			"@fiona minutes:soon":       "no length",
			"@fiona kind:party":         "not a kind",
			"@fiona purpose:fun":        "not the purpose",
			"@fiona conversation:golf":  "none of the five",
			"@fiona +pilot 30m":         "no place for +pilot",
			"@fiona for:waiting 30m":    "no place for for:waiting",
			"@fiona on:\"last week\"":   "more than one day",
			"@fiona @other 30m":         "several bosses",
			"@fiona on:\"never closed":  "never closed",
			"@fiona on:x on:yesterday ": "twice",
		} {
			_, err := w.Met(t.Context(), text)
			code := rapport.Invalid
			if strings.HasPrefix(text, "@nobody") {
				code = rapport.NotFound
			}
			refused(t, err, code, words)
		}
		if o := w.overview(t); len(o.Meetings) != 0 {
			t.Errorf("refused meetings were kept: %v", o.Meetings)
		}
		_, err := w.Book(t.Context(), "@fiona")
		refused(t, err, rapport.Invalid, "when is it")
		_, err = w.Book(t.Context(), "@fiona thu")
		refused(t, err, rapport.Invalid, "at what time")
		_, err = w.Book(t.Context(), "@fiona yesterday 10:00")
		refused(t, err, rapport.Invalid, "is over")
		_, err = w.Missed(t.Context(), "@fiona on:tomorrow")
		refused(t, err, rapport.Invalid, "still ahead")
	})
}

func TestABookedMeetingBecomesWhatHappened(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		booked := w.book(t, "@fiona thu 10:00 minutes:30")
		if booked.Status != rapport.Booked || booked.Begins().Time().Format(time.RFC3339) != "2026-11-19T10:00:00-06:00" {
			t.Fatalf("booked %+v", booked)
		}
		_, err := w.Book(t.Context(), "@fiona thu 10:00")
		refused(t, err, rapport.Conflict, "booked already")

		moved, err := w.Moved(t.Context(), "@fiona fri 7:30")
		if err != nil || moved.Meeting.ID != booked.ID || moved.Meeting.MovedFrom.IsZero() {
			t.Fatalf("moved %+v, %v", moved, err)
		}
		w.turn(2)
		held := w.met(t, "@fiona 25m")
		if held.ID != booked.ID || held.Status != rapport.Held || held.Minutes.Value != 25 || held.Start != moved.Meeting.Start {
			t.Errorf("held %+v", held)
		}
		_, err = w.Moved(t.Context(), fmt.Sprintf("%d sat 10:00", booked.Number))
		refused(t, err, rapport.Conflict, "was held")
	})
}

func TestCancellingFindsTheMeetingThatIsMeant(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		booked := w.book(t, "@fiona thu 10:00")
		done, err := w.Cancelled(t.Context(), "@fiona by:fiona travelling")
		if err != nil || done.Meeting.ID != booked.ID || done.Meeting.Why != "travelling" || done.Meeting.By.Boss == 0 {
			t.Fatalf("the booked one: %+v, %v", done.Meeting, err)
		}
		// None is booked: the rhythm says which one is meant.
		w.agree(t, "@fiona weekly thu 16:00 tz:Europe/London")
		done, err = w.Cancelled(t.Context(), "@fiona by:me on leave")
		if err != nil || done.Meeting.ID == booked.ID || done.Meeting.Begins().Time().UTC().Format("2006-01-02T15:04") != "2026-11-26T16:00" {
			t.Fatalf("the promised one: %+v, %v", done.Meeting, err)
		}
		// One in the past that nobody wrote down.
		done, err = w.Missed(t.Context(), "@fiona on:2026-11-12")
		if err != nil || done.Meeting.Status != rapport.Missed || done.Meeting.Day() != "2026-11-12" {
			t.Fatalf("the missed one: %+v, %v", done.Meeting, err)
		}
		_, err = w.Missed(t.Context(), "@fiona on:2026-11-12")
		refused(t, err, rapport.Conflict, "already")
		o := w.overview(t)
		if got := strings.Join(o.FellWords(), ", "); got != "1 cancelled by me, 1 cancelled by Fiona Baird, 1 missed" {
			t.Errorf("fell through: %q", got)
		}
	})
}

func TestAnUpdateKeepsPrivateNotes(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		if _, err := w.After(t.Context(), "@fiona", "notes: canary-note\ndecided: go"); err != nil {
			t.Fatal(err)
		}
		if _, err := w.After(t.Context(), "@fiona 30m", "notes: second\nshared: both may read"); err != nil {
			t.Fatal(err)
		}
		all := w.private(t)
		if len(all) != 1 || all[0].Notes != rapport.Private("canary-note\nsecond") || all[0].Minutes.Value != 30 || all[0].Shared != "both may read" {
			t.Errorf("%d meetings, minutes %v, shared %q, notes kept %t", len(all), all[0].Minutes, all[0].Shared, all[0].Notes == rapport.Private("canary-note\nsecond"))
		}
		booked := w.book(t, "@fiona thu 10:00")
		if _, err := w.Cancelled(t.Context(), "@fiona"); err != nil {
			t.Fatal(err)
		}
		if all := w.private(t); len(all) != 2 || all[0].ID != booked.ID || all[1].Notes.IsEmpty() {
			t.Error("another meeting lost its notes")
		}
	})
}

// private reads the meetings with their notes.
func (w world) private(t *testing.T) (all []rapport.Meeting) {
	t.Helper()
	if err := w.DB.Read(t.Context(), func(tx *store.Tx) (err error) {
		all, err = store.Meetings.List(t.Context(), tx, w.User.ID, store.FactFilter{Private: true})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTheOverviewCounts(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		w.met(t, "@fiona 30m on:2026-11-05 by:fiona")
		w.met(t, "@fiona 15m on:2026-11-06 kind:chat by:me")
		w.met(t, "@fiona on:2026-11-10 kind:ad-hoc")
		w.met(t, "@fiona 40m on:2026-09-08")
		w.met(t, "@fiona 40m on:2026-01-08")
		booked := w.book(t, "@fiona thu 10:00")
		o := w.overview(t)
		if len(o.Meetings) != 5 || o.Meetings[0].ID != booked.ID {
			t.Errorf("listed %d meetings", len(o.Meetings))
		}
		m := o.Months[0]
		if m != (meetings.Month{Month: "2026-11", Meetings: 3, Minutes: 45, Unsaid: 1, Mine: 1, Theirs: 1}) {
			t.Errorf("November: %+v", m)
		}
		if s := o.Months[2]; s.Month != "2026-09" || s.Minutes != 40 {
			t.Errorf("September: %+v", s)
		}
		if o.Next.Booked != booked.Number {
			t.Errorf("next: %+v", o.Next)
		}
		n := o.Neglect
		if n.Contact.Day != "2026-11-10" || n.Contact.Days != 8 || n.OneOnOne.Day != "2026-11-05" || n.OneOnOne.Days != 13 || n.Report.Day != "" || n.Question.Day != "" {
			t.Errorf("neglect: %+v", n)
		}
		all, err := w.Overview(t.Context(), "fiona", "2026-01-01")
		if err != nil || len(all.Meetings) != 6 {
			t.Errorf("since January: %d, %v", len(all.Meetings), err)
		}
		w.turn(3)
		if o := w.overview(t); len(o.Unsaid) != 1 || !o.Next.At.IsZero() {
			t.Errorf("a booked one that is over: unsaid %v, next %v", o.Unsaid, o.Next)
		}
	})
}

func TestNeglectCountsEverySortOfContact(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		ctx := t.Context()
		if _, err := w.After(ctx, "@fiona on:2026-11-02", "feedback: reports are too long"); err != nil {
			t.Fatal(err)
		}
		var fiona rapport.Boss
		err := w.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
			fiona = names.Bosses[0]
			on := func(day rapport.Day) rapport.Fact {
				r, err := w.Record(day)
				if err != nil {
					t.Fatal(err)
				}
				return rapport.Fact{Record: r}
			}
			ask := rapport.Ask{Fact: on("2026-10-01"), Boss: fiona.ID, Text: "headsets", Again: []rapport.Day{"2026-11-09"}}
			if err := store.Asks.Insert(ctx, tx, &ask); err != nil {
				return err
			}
			sent := rapport.Message{Fact: on("2026-11-11"), Boss: fiona.ID, State: rapport.Sent, Text: "numbers"}
			if err := store.Messages.Insert(ctx, tx, &sent); err != nil {
				return err
			}
			draft := rapport.Message{Fact: on("2026-11-17"), Boss: fiona.ID, State: rapport.Draft, Text: "not sent"}
			if err := store.Messages.Insert(ctx, tx, &draft); err != nil {
				return err
			}
			report := rapport.Report{Record: on("2026-10-09").Record, Boss: fiona.ID, State: rapport.Sent, Version: 1, Format: "md", Text: "x"}
			return tx.InsertReport(ctx, &report)
		})
		if err != nil {
			t.Fatal(err)
		}
		n, err := w.Neglect(ctx, "")
		if err != nil || n.Contact != (meetings.Since{Day: "2026-11-11", Days: 7, How: "message"}) ||
			n.OneOnOne.Days != 16 || n.Report.Days != 40 || n.Question.Days != 9 {
			t.Errorf("%+v, %v", n, err)
		}
	})
}

func TestTheFiveConversationsFollowTheFirstDay(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		w.turn(9)
		w.met(t, "@fiona 30m conversation:situation")
		w.book(t, "@fiona tue 10:00 conversation:expectations")
		_, five, err := w.Conversations(t.Context(), "fiona")
		if err != nil || len(five) != 5 {
			t.Fatalf("%v, %v", five, err)
		}
		if c := five[0]; c.By != "2026-11-28" || c.HeldOn != "2026-11-27" || c.Number == 0 {
			t.Errorf("situation: %+v", c)
		}
		if c := five[1]; c.By != "2026-12-08" || c.HeldOn != "" || c.Booked != "2026-12-01" {
			t.Errorf("expectations: %+v", c)
		}
		if c := five[4]; c.From != "2027-01-17" || c.By != "2027-02-16" {
			t.Errorf("development: %+v", c)
		}
	})
}
