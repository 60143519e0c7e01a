package reports

import (
	"cmp"
	"context"
	"time"

	"rapport"
	"rapport/internal/compose"
	"rapport/internal/profile"
	"rapport/internal/store"
	"rapport/internal/when"
)

// Talk is the next talk with a boss and when the report for it is due (P30).
type Talk struct {
	// Begins is zero where none is booked and no rhythm promises one.
	Begins time.Time
	// Meeting is the number of the booked one; zero for one of a rhythm.
	Meeting rapport.Number
	Minutes int
	compose.Timing
}

// talk finds the next talk with a boss and when the report for it is due.
func (s *Service) talk(ctx context.Context, tx *store.Tx, boss rapport.Boss, p profile.Profile) (t Talk, err error) {
	if t, err = s.nextTalk(ctx, tx, boss); err != nil || t.Begins.IsZero() {
		return t, err
	}
	mine, err := s.side(ctx, tx)
	if err != nil {
		return t, err
	}
	theirs := compose.Side{Zone: zoneOr(boss.Zone, mine.Zone), Hours: boss.Hours}
	t.Timing = compose.TimingOf(t.Begins, p.Style(), p.Expectations()[profile.Deadline], mine, theirs)
	return t, nil
}

// side is when the user works.
func (s *Service) side(ctx context.Context, tx *store.Tx) (compose.Side, error) {
	leave, err := tx.Calendar(ctx, s.User.ID, rapport.Leave, s.today())
	if err != nil {
		return compose.Side{}, err
	}
	return compose.Side{Zone: s.Now().Location(), Week: s.User.WorkDays, Off: func(d rapport.Day) bool {
		for _, fact := range leave {
			if fact.Date != "" && d >= fact.Date && d <= max(fact.Date, fact.Until) {
				return true
			}
		}
		return false
	}}, nil
}

// nextTalk is the first talk that is booked or that the rhythm promises.
func (s *Service) nextTalk(ctx context.Context, tx *store.Tx, boss rapport.Boss) (t Talk, err error) {
	now, today := s.Now(), s.today()
	meetings, err := store.Meetings.List(ctx, tx, s.User.ID, store.FactFilter{
		Boss: boss.ID, Period: rapport.Period{From: today.Add(-1)}, Oldest: true, Limit: meetingsMost,
	})
	if err != nil {
		return t, err
	}
	taken := map[rapport.Day]bool{}
	for _, m := range meetings {
		begins := m.Begins().Time().In(now.Location())
		taken[rapport.DayOf(begins)] = true
		if m.Status != rapport.Booked || m.Kind == rapport.Chat || begins.Before(now) {
			continue
		}
		if t.Begins.IsZero() || begins.Before(t.Begins) {
			t = Talk{Begins: begins, Meeting: m.Number, Minutes: int(m.Minutes.Value)}
		}
	}
	agreed, err := store.Rhythms.List(ctx, tx, s.User.ID, store.FactFilter{Boss: boss.ID, Limit: 1})
	if err != nil || len(agreed) == 0 {
		return t, err
	}
	r := agreed[0]
	rule, err := when.ParseRhythm(r.Every, s.desk().Clock(when.Meeting))
	if err != nil {
		return t, nil //nolint:nilerr // words of an older journal that nobody can read promise no talk
	}
	rule.Time, rule.From = cmp.Or(r.Time, rule.Time), cmp.Or(r.From, rule.From)
	for _, at := range rule.Next(zoneOr(cmp.Or(r.Zone, rule.Zone), now.Location()), r.Day(), now, 8) {
		at = at.In(now.Location())
		if !t.Begins.IsZero() && !at.Before(t.Begins) {
			break
		}
		if !taken[rapport.DayOf(at)] {
			return Talk{Begins: at, Minutes: cmp.Or(int(r.Minutes.Value), rule.Minutes)}, nil
		}
	}
	return t, nil
}

// meetingsMost bounds how many coming meetings are looked at.
const meetingsMost = 30

func zoneOr(name string, other *time.Location) *time.Location {
	if name == "" {
		return other
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return other
	}
	return zone
}
