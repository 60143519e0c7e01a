package meetings

import (
	"context"
	"strconv"
	"strings"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Moved records that a conversation moved to another time, as typed: "41 fri
// 10:00", or "@dana fri 10:00" for the next one. One that only the rhythm
// promised becomes a booked one, moved from its time.
func (s *Service) Moved(ctx context.Context, text string) (done Done, err error) {
	return done, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		number, rest := leadingNumber(text)
		t, err := s.read(names, atBoss(names, rest, number), planned)
		if err != nil {
			return err
		}
		if done, err = s.move(ctx, tx, names, t, number); err != nil {
			return err
		}
		return nil
	})
}

// leadingNumber cuts a number off the front of a line.
func leadingNumber(text string) (rapport.Number, string) {
	first, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	n, err := strconv.ParseInt(strings.TrimPrefix(first, "#"), 10, 64)
	if err != nil || n < 1 || strings.Contains(first, ":") {
		return 0, text
	}
	return rapport.Number(n), rest
}

// atBoss names a boss in a line whose number names one: which does not matter,
// where there are several, until the meeting is read.
func atBoss(names rapport.Names, rest string, n rapport.Number) string {
	if n == 0 || strings.Contains(rest, "@") || len(names.Bosses) == 0 {
		return rest
	}
	return rest + " @" + string(names.Bosses[0].Slug)
}

func (s *Service) move(ctx context.Context, tx *store.Tx, names rapport.Names, t typed, number rapport.Number) (done Done, err error) {
	m, err := s.toMove(ctx, tx, &t, names, number)
	if err != nil {
		return done, err
	}
	done = Done{Boss: t.boss, OnSaid: t.on, Was: m.Status}
	rhythm, err := s.rhythmWith(ctx, tx, t.boss)
	if err != nil {
		return done, err
	}
	at, err := s.slot(t, rhythm)
	if err != nil {
		return done, err
	}
	if done.Says, err = s.sameDay(ctx, tx, t.boss, at, m.ID); err != nil {
		return done, err
	}
	before := m
	m.MovedFrom, m.Start, m.Status = m.Begins(), rapport.StampOf(at), rapport.Booked
	why := t.words
	t.words = ""
	apply(&m, t)
	if why != "" {
		m.Why = why
	}
	var step store.Step
	if m.ID == 0 {
		done.Was = ""
		step, err = desk.Add(ctx, tx, store.Meetings, &m)
	} else if step, err = store.Meetings.Edited(before); err == nil {
		err = store.Meetings.Update(ctx, tx, m)
	}
	if err != nil {
		return done, err
	}
	done.Meeting = m
	done.Says = append(done.Says, s.outside(at, t.boss)...)
	return done, s.Remember(ctx, tx, "moved a meeting with "+t.boss.Name, step)
}

// toMove finds the meeting that is moved: the one with the number, else the
// next one that is booked or promised.
func (s *Service) toMove(ctx context.Context, tx *store.Tx, t *typed, names rapport.Names, number rapport.Number) (m rapport.Meeting, err error) {
	if number != 0 {
		if m, err = desk.ByNumber(ctx, tx, s.User.ID, store.Meetings, number); err != nil {
			return m, err
		}
		t.boss = names.Boss(m.Boss)
		if m.Status != rapport.Booked {
			return m, rapport.Errorf(rapport.Conflict, "%d was %s, so it cannot move", number, m.Status).
				WithHint("book another one: rapport book @%s \"fri 10:00\"", t.boss.Slug)
		}
		return m, nil
	}
	all, err := s.wholeFrom(ctx, tx, t.boss.ID, s.Today().Add(-movedWithin), "")
	if err != nil {
		return m, err
	}
	rhythm, err := s.rhythmWith(ctx, tx, t.boss)
	if err != nil {
		return m, err
	}
	next := s.next(all, rhythm)
	switch {
	case next.At.IsZero():
		return m, rapport.Errorf(rapport.NotFound, "no meeting with @%s is booked, and no rhythm promises one", t.boss.Slug).
			WithHint(`book one: rapport book @%s "fri 10:00"`, t.boss.Slug)
	case next.Booked != 0:
		return next.Meeting, nil
	}
	m = rapport.Meeting{Boss: t.boss.ID, Kind: rapport.OneOnOne, Status: rapport.Booked, Start: rapport.StampOf(next.At), Zone: rhythm.Zone}
	if rhythm.minutes > 0 {
		m.Minutes = rapport.AmountOf(float64(rhythm.minutes))
	}
	m.Record, err = s.Record("")
	return m, err
}
