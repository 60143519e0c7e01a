package meetings

import (
	"context"
	"fmt"
	"time"

	"rapport"
	"rapport/internal/store"
)

// Overview is what became of the meetings with a boss, as counts and dates.
type Overview struct {
	Boss rapport.Boss
	// Meetings are those of the period, the newest first, those to come at the
	// beginning.
	Meetings []rapport.Meeting
	// From is the first day that is listed.
	From    rapport.Day
	Neglect Neglect
	Rhythm  Agreed
	Next    Next
	// Months are the last six with their minutes of contact, the newest first
	// (P12).
	Months []Month
	// FellThrough counts what was cancelled or missed in the last eight weeks.
	FellThrough []FellThrough
	// Unsaid are booked ones whose time is over and of which nobody said what
	// became of them.
	Unsaid []rapport.Meeting
	names  rapport.Names
}

// Next is the next one-on-one.
type Next struct {
	// At is when it begins; zero where there is none. Booked is its number
	// where it was booked; otherwise the rhythm promises it.
	At     time.Time
	Booked rapport.Number
	// Meeting is the booked one, zero without one.
	Meeting rapport.Meeting
}

// Month counts the contact within one month.
type Month struct {
	// Month is written 2026-11.
	Month string
	// Meetings were held, together Minutes long as far as that was said: of
	// Unsaid of them nobody said how long they took.
	Meetings, Minutes, Unsaid int
	// Mine were begun by the user, Theirs by the boss; of the rest nobody said.
	Mine, Theirs int
}

// FellThrough counts meetings that were not held, by who let them fall.
type FellThrough struct {
	Status rapport.MeetingStatus
	By     rapport.Person
	Count  int
}

// The stretches that an overview looks back.
const (
	listedDays  = 84
	fellDays    = 56
	monthsShown = 6
)

// Overview shows the meetings with a boss from a day on, twelve weeks where
// none is said.
func (s *Service) Overview(ctx context.Context, boss rapport.Slug, from rapport.Day) (o Overview, err error) {
	return o, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		o = Overview{From: from, names: names}
		if o.Boss, err = rapport.FindBoss(names.Bosses, boss); err != nil {
			return err
		}
		if from == "" {
			o.From = s.Today().Add(-listedDays)
		}
		oldest := rapport.Day(monthsBack(s.Today(), monthsShown)[monthsShown-1] + "-01")
		all, err := s.since(ctx, tx, o.Boss.ID, min(o.From, oldest.Add(-1)))
		if err != nil {
			return err
		}
		for _, m := range all {
			d := s.meetsOn(m)
			if d >= o.From {
				o.Meetings = append(o.Meetings, m)
			}
			if m.Status == rapport.Booked && m.Begins().Time().Before(s.Now()) && d < s.Today() {
				o.Unsaid = append(o.Unsaid, m)
			}
		}
		if o.Neglect, err = s.neglect(ctx, tx, o.Boss, all); err != nil {
			return err
		}
		rhythm, err := s.rhythmWith(ctx, tx, o.Boss)
		if err != nil {
			return err
		}
		o.Rhythm = Agreed{Boss: o.Boss, Rhythm: rhythm.record, Found: rhythm.found}
		if rhythm.found {
			o.Rhythm.Words = s.rhythmWords(rhythm)
		}
		o.Next = s.next(all, rhythm)
		o.Months = s.months(all, o.Boss.ID)
		o.FellThrough = s.fell(all)
		return nil
	})
}

// next finds the next one-on-one: the first that is booked or that the rhythm
// promises. One that began today and of which nobody said yet that it is over
// is still the next.
func (s *Service) next(all []rapport.Meeting, r agreed) (n Next) {
	for _, m := range all {
		begins := m.Begins().Time()
		if m.Status != rapport.Booked || m.Kind == rapport.Chat || s.meetsOn(m) < s.Today() {
			continue
		}
		if n.At.IsZero() || begins.Before(n.At) {
			n = Next{At: begins.In(s.zone()), Booked: m.Number, Meeting: m}
		}
	}
	taken := s.takenDays(all)
	for _, at := range r.next(s.Now(), 40) {
		if !n.At.IsZero() && !at.Before(n.At) {
			break
		}
		if !taken[rapport.DayOf(at.In(s.zone()))] {
			return Next{At: at.In(s.zone())}
		}
	}
	return n
}

// months counts the contact of the last months.
func (s *Service) months(all []rapport.Meeting, boss rapport.BossID) []Month {
	names := monthsBack(s.Today(), monthsShown)
	months := make([]Month, len(names))
	at := map[string]*Month{}
	for i, name := range names {
		months[i].Month = name
		at[name] = &months[i]
	}
	for _, m := range all {
		month := at[monthOf(s.meetsOn(m))]
		if m.Status != rapport.Held || month == nil {
			continue
		}
		month.Meetings++
		if m.Minutes.Said {
			month.Minutes += int(m.Minutes.Value)
		} else {
			month.Unsaid++
		}
		switch {
		case m.By.IsMe():
			month.Mine++
		case m.By.Boss == boss:
			month.Theirs++
		}
	}
	return months
}

// fell counts what fell through in the last eight weeks, by whom.
func (s *Service) fell(all []rapport.Meeting) (fell []FellThrough) {
	from := s.Today().Add(-fellDays)
	for _, m := range all {
		if m.Status != rapport.Cancelled && m.Status != rapport.Missed || s.meetsOn(m) < from {
			continue
		}
		at := -1
		for i, f := range fell {
			if f.Status == m.Status && f.By == m.By {
				at = i
			}
		}
		if at < 0 {
			fell, at = append(fell, FellThrough{Status: m.Status, By: m.By}), len(fell)
		}
		fell[at].Count++
	}
	return fell
}

// Who names somebody for people; empty where nobody was named.
func (o Overview) Who(p rapport.Person) string { return o.names.Person(p) }

// FellWords says what fell through in the last eight weeks.
func (o Overview) FellWords() []string {
	words := make([]string, 0, len(o.FellThrough))
	for _, f := range o.FellThrough {
		text := fmt.Sprintf("%d %s", f.Count, f.Status)
		if who := o.Who(f.By); who != "" {
			text += " by " + who
		}
		words = append(words, text)
	}
	return words
}
