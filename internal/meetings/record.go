package meetings

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
	"rapport/internal/when"
)

// movedWithin is how many days a meeting may have moved, so that the record of
// one day still says what became of another.
const movedWithin = 31

// Met records a conversation that was held, as typed: "@dana 30m on:yesterday
// kind:chat". One that was booked for the day becomes held.
func (s *Service) Met(ctx context.Context, text string) (done Done, err error) {
	return done, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		t, err := s.read(names, text, held)
		if err != nil {
			return err
		}
		var step store.Step
		if done, step, err = s.heldOn(ctx, tx, t); err != nil {
			return err
		}
		return s.Remember(ctx, tx, "recorded a meeting with "+done.Boss.Name, step)
	})
}

// heldOn writes that a conversation was held, and returns it with the step that
// undoes it.
func (s *Service) heldOn(ctx context.Context, tx *store.Tx, t typed) (done Done, step store.Step, err error) {
	done = Done{Boss: t.boss, OnSaid: t.on}
	at := when.Answer{Kind: when.Date, Day: s.Today()}
	if t.on != "" {
		if at, err = s.dayOrError(t.on, false); err != nil {
			return done, step, err
		}
	}
	if at.Day > s.Today() || at.Kind == when.DateTime && at.Time.After(s.Now()) {
		return done, step, rapport.Errorf(rapport.Invalid, "%s is still ahead, so it was not held yet", at).
			WithHint(`book it: rapport book @%s "%s"`, t.boss.Slug, at)
	}
	all, err := s.wholeFrom(ctx, tx, t.boss.ID, at.Day.Add(-1), at.Day.Add(1))
	if err != nil {
		return done, step, err
	}
	for _, m := range all {
		if s.meetsOn(m) != at.Day || t.kind != "" && m.Kind != t.kind {
			continue
		}
		switch m.Status {
		case rapport.Booked:
			done.Was = m.Status
			if step, err = store.Meetings.Edited(m); err != nil {
				return done, step, err
			}
			m.Status = rapport.Held
			apply(&m, t)
			done.Meeting = m
			return done, step, store.Meetings.Update(ctx, tx, m)
		case rapport.Held:
			done.Says = append(done.Says, fmt.Sprintf("%d is on record for the same day; if this was it: rapport undo", m.Number))
		}
	}
	m := rapport.Meeting{Boss: t.boss.ID, Kind: rapport.OneOnOne, Status: rapport.Held}
	if m.Record, err = s.Record(at.Day); err != nil {
		return done, step, err
	}
	if at.Kind == when.DateTime {
		m.At = rapport.StampOf(at.Time)
		m.Start = m.At
	}
	apply(&m, t)
	step, err = desk.Add(ctx, tx, store.Meetings, &m)
	done.Meeting = m
	return done, step, err
}

// apply sets what a line says of a meeting; what it does not say stays.
func apply(m *rapport.Meeting, t typed) {
	if t.kind != "" {
		m.Kind = t.kind
	}
	if t.purpose != "" {
		m.Purpose = t.purpose
	}
	if t.minutes.Said {
		m.Minutes = t.minutes
	}
	if !t.by.IsZero() {
		m.By = t.by
	}
	if t.talk != "" {
		m.Conversation = t.talk
	}
	if t.words != "" {
		m.Title = t.words
	}
	m.Notes = m.Notes.AndLine(t.notes)
	if len(t.shared) > 0 {
		m.Shared = strings.TrimLeft(m.Shared+"\n"+strings.Join(t.shared, "\n"), "\n")
	}
}

// Book records that a conversation is to be held: "@dana thu 16:00 minutes:30".
func (s *Service) Book(ctx context.Context, text string) (done Done, err error) {
	return done, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		t, err := s.read(names, text, planned)
		if err != nil {
			return err
		}
		var step store.Step
		if done, step, err = s.bookOn(ctx, tx, t); err != nil {
			return err
		}
		return s.Remember(ctx, tx, "booked a meeting with "+done.Boss.Name, step)
	})
}

// bookOn writes that a conversation is to be held, and returns it with the step
// that undoes it.
func (s *Service) bookOn(ctx context.Context, tx *store.Tx, t typed) (done Done, step store.Step, err error) {
	done = Done{Boss: t.boss, OnSaid: t.on}
	rhythm, err := s.rhythmWith(ctx, tx, t.boss)
	if err != nil {
		return done, step, err
	}
	at, err := s.slot(t, rhythm)
	if err != nil {
		return done, step, err
	}
	if done.Says, err = s.sameDay(ctx, tx, t.boss, at, 0); err != nil {
		return done, step, err
	}
	m := rapport.Meeting{Boss: t.boss.ID, Kind: rapport.OneOnOne, Status: rapport.Booked, Start: rapport.StampOf(at), Zone: s.User.Zone}
	if m.Record, err = s.Record(""); err != nil {
		return done, step, err
	}
	if rhythm.minutes > 0 {
		m.Minutes = rapport.AmountOf(float64(rhythm.minutes))
	}
	apply(&m, t)
	if step, err = desk.Add(ctx, tx, store.Meetings, &m); err != nil {
		return done, step, err
	}
	done.Meeting = m
	done.Says = append(done.Says, s.outside(at, t.boss)...)
	return done, step, nil
}

// slot is the time a meeting is booked for. A day alone takes the time of the
// agreed rhythm.
func (s *Service) slot(t typed, r agreed) (time.Time, error) {
	if t.on == "" {
		return time.Time{}, rapport.Errorf(rapport.Invalid, "when is it?").WithHint(`rapport book @%s "thu 16:00"`, t.boss.Slug)
	}
	a, err := s.dayOrError(t.on, true)
	if err != nil {
		return time.Time{}, err
	}
	at := a.Time
	if a.Kind == when.Date {
		clock, err := time.Parse("15:04", r.Time)
		if err != nil {
			return at, rapport.Errorf(rapport.Invalid, "at what time on %s?", shortDay(a.Day)).
				WithHint(`rapport book @%s "%s 16:00"`, t.boss.Slug, a.Day)
		}
		d := a.Day.Time()
		at = time.Date(d.Year(), d.Month(), d.Day(), clock.Hour(), clock.Minute(), 0, 0, r.zone)
	}
	if !at.After(s.Now()) {
		return at, rapport.Errorf(rapport.Invalid, "%s is over", s.moment(at)).
			WithHint("for one that was held: rapport met @%s on:%q", t.boss.Slug, t.on)
	}
	return at, nil
}

// sameDay refuses a second meeting at the same time, and says where there is
// one on the same day.
func (s *Service) sameDay(ctx context.Context, tx *store.Tx, boss rapport.Boss, at time.Time, but rapport.FactID) (says []string, err error) {
	booked, err := store.Meetings.List(ctx, tx, s.User.ID, store.FactFilter{Boss: boss.ID, Open: true})
	if err != nil {
		return nil, err
	}
	for _, m := range booked {
		begins := m.Begins().Time()
		switch {
		case m.ID == but:
		case begins.Equal(at):
			return nil, rapport.Errorf(rapport.Conflict, "%s with @%s is booked already, as %d", s.moment(at), boss.Slug, m.Number).
				WithHint("`rapport moved %d \"fri 10:00\"` moves it", m.Number)
		case s.meetsOn(m) == rapport.DayOf(at.In(s.zone())):
			says = append(says, fmt.Sprintf("%d is booked for the same day, at %s", m.Number, begins.In(s.zone()).Format("15:04")))
		}
	}
	return says, nil
}

// Cancelled records that a conversation was cancelled, and by whom:
// "@dana by:dana travelling". Without a day it is the next one that was booked
// or that the rhythm promises.
func (s *Service) Cancelled(ctx context.Context, text string) (Done, error) {
	return s.fellThrough(ctx, text, rapport.Cancelled)
}

// Missed records that a conversation was not held although nobody cancelled
// it. Without a day it is the last one that was to begin.
func (s *Service) Missed(ctx context.Context, text string) (Done, error) {
	return s.fellThrough(ctx, text, rapport.Missed)
}

func (s *Service) fellThrough(ctx context.Context, text string, status rapport.MeetingStatus) (done Done, err error) {
	return done, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		t, err := s.read(names, text, fallen)
		if err != nil {
			return err
		}
		done = Done{Boss: t.boss, OnSaid: t.on}
		why := t.words
		t.words = ""
		m, isNew, err := s.meant(ctx, tx, t, status)
		if err != nil {
			return err
		}
		if isNew && t.on == "" && m.Start.IsZero() {
			done.Says = append(done.Says, "nothing was booked or agreed, so it counts as today's; for another day say on:DAY")
		}
		var step store.Step
		if !isNew {
			done.Was = m.Status
			if step, err = store.Meetings.Edited(m); err != nil {
				return err
			}
		}
		m.Status = status
		apply(&m, t)
		if why != "" {
			m.Why = why
		}
		if isNew {
			step, err = desk.Add(ctx, tx, store.Meetings, &m)
		} else {
			err = store.Meetings.Update(ctx, tx, m)
		}
		if err != nil {
			return err
		}
		done.Meeting = m
		return s.Remember(ctx, tx, fmt.Sprintf("%s a meeting with %s", status, done.Boss.Name), step)
	})
}

// meant finds the meeting that fell through: one that was booked, else one that
// the rhythm promises, else a new one on the day.
func (s *Service) meant(ctx context.Context, tx *store.Tx, t typed, status rapport.MeetingStatus) (m rapport.Meeting, isNew bool, err error) {
	rhythm, err := s.rhythmWith(ctx, tx, t.boss)
	if err != nil {
		return m, false, err
	}
	days, err := s.daysMeant(t.on, status)
	if err != nil {
		return m, false, err
	}
	from := slices.Min(append(days[:len(days):len(days)], s.Today().Add(-missedWithin(rhythm))))
	all, err := s.wholeFrom(ctx, tx, t.boss.ID, from.Add(-movedWithin), "")
	if err != nil {
		return m, false, err
	}
	if m, ok := s.bookedAmong(all, days, status); ok {
		return m, false, nil
	}
	fresh := rapport.Meeting{Boss: t.boss.ID, Kind: rapport.OneOnOne}
	if at, ok := s.promised(all, rhythm, days, status); ok {
		if fresh.Record, err = s.Record(min(rapport.DayOf(at.In(s.zone())), s.Today())); err != nil {
			return m, true, err
		}
		fresh.Start, fresh.Zone = rapport.StampOf(at.In(s.zone())), rhythm.Zone
		if at.Before(s.Now()) {
			fresh.At = fresh.Start
		}
		if rhythm.minutes > 0 {
			fresh.Minutes = rapport.AmountOf(float64(rhythm.minutes))
		}
		return fresh, true, nil
	}
	day := days[0]
	for _, had := range all {
		if s.meetsOn(had) == day && had.Status == status && had.Kind == rapport.OneOnOne {
			return m, false, rapport.Errorf(rapport.Conflict, "%d is on record as %s on %s already", had.Number, status, shortDay(day)).
				WithHint("`rapport edit %d` changes it", had.Number)
		}
	}
	if day <= s.Today() {
		fresh.Record, err = s.Record(day)
		return fresh, true, err
	}
	fresh.Record, err = s.Record("")
	fresh.Start = rapport.StampOf(day.Noon(s.zone()))
	return fresh, true, err
}

// daysMeant are the days that the words may mean, the likelier first; today
// where nothing was said.
func (s *Service) daysMeant(on string, status rapport.MeetingStatus) ([]rapport.Day, error) {
	if on == "" {
		return []rapport.Day{s.Today()}, nil
	}
	back := s.day(on, false)
	if status == rapport.Missed {
		if back.Kind == when.None || back.Day > s.Today() {
			_, err := s.dayOrError(on, false)
			if err == nil {
				err = rapport.Errorf(rapport.Invalid, "%s is still ahead, so nobody missed it", back).WithHint("`rapport cancelled` says that it will not be held")
			}
			return nil, err
		}
		return []rapport.Day{back.Day}, nil
	}
	var days []rapport.Day
	for _, a := range []when.Answer{s.day(on, true), back} {
		if a.Kind != when.None {
			days = append(days, a.Day)
		}
	}
	if len(days) == 0 {
		_, err := s.dayOrError(on, true)
		return nil, err
	}
	return days, nil
}

// bookedAmong finds the booked meeting on one of the days. Where the only day
// is today, one nearby is meant: the next one to be cancelled, the last one to
// have been missed.
func (s *Service) bookedAmong(all []rapport.Meeting, days []rapport.Day, status rapport.MeetingStatus) (best rapport.Meeting, found bool) {
	for _, d := range days {
		for _, m := range all {
			if m.Status == rapport.Booked && s.meetsOn(m) == d && (status != rapport.Missed || m.Begins().Time().Before(s.Now())) {
				return m, true
			}
		}
	}
	if len(days) != 1 || days[0] != s.Today() {
		return best, false
	}
	for _, m := range all {
		if m.Status != rapport.Booked {
			continue
		}
		begins := m.Begins().Time()
		switch {
		case status == rapport.Missed && begins.Before(s.Now()) && (!found || begins.After(best.Begins().Time())),
			status == rapport.Cancelled && begins.After(s.Now()) && (!found || begins.Before(best.Begins().Time())):
			best, found = m, true
		}
	}
	return best, found
}

// promised finds the time that the rhythm promises on one of the days, or
// nearby where the only day is today, and that nothing is on record of yet.
func (s *Service) promised(all []rapport.Meeting, r agreed, days []rapport.Day, status rapport.MeetingStatus) (time.Time, bool) {
	taken := s.takenDays(all)
	from := s.Today()
	if status == rapport.Missed {
		from = from.Add(-missedWithin(r))
	}
	for _, d := range days {
		from = min(from, d)
	}
	var last time.Time
	for _, at := range r.next(from.In(s.zone()), 40) {
		day := rapport.DayOf(at.In(s.zone()))
		if taken[day] {
			continue
		}
		for _, d := range days {
			if d == day {
				return at, status != rapport.Missed || at.Before(s.Now())
			}
		}
		if len(days) == 1 && days[0] == s.Today() {
			if status == rapport.Cancelled && at.After(s.Now()) {
				return at, true
			}
			if status == rapport.Missed && at.Before(s.Now()) {
				last = at
			}
		}
	}
	return last, !last.IsZero()
}

// takenDays are the days for which the record says what became of a
// one-on-one: the rhythm promises none there.
func (s *Service) takenDays(all []rapport.Meeting) map[rapport.Day]bool {
	taken := map[rapport.Day]bool{}
	for _, m := range all {
		if m.Kind == rapport.Chat || m.Kind == rapport.AdHoc {
			continue
		}
		taken[s.meetsOn(m)] = true
		if !m.MovedFrom.IsZero() {
			taken[s.dayOf(m.MovedFrom)] = true
		}
	}
	return taken
}

// missedWithin is how many days back the last one of a rhythm is looked for.
func missedWithin(r agreed) int { return 2 * max(7, r.Days()) }

// wholeFrom reads the meetings between two days with their private notes, so
// that what is written back is whole.
func (s *Service) wholeFrom(ctx context.Context, tx *store.Tx, boss rapport.BossID, from, until rapport.Day) ([]rapport.Meeting, error) {
	return store.Meetings.List(ctx, tx, s.User.ID, store.FactFilter{Boss: boss, Period: rapport.Period{From: from, Until: until}, Private: true})
}

// Who names somebody for people: the boss by name; empty for nobody.
func (s *Service) Who(boss rapport.Boss, p rapport.Person) string {
	if p.Boss != 0 {
		return boss.Name
	}
	return p.Name
}
