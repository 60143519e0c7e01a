package reports

import (
	"context"

	"rapport"
	"rapport/internal/align"
	"rapport/internal/store"
)

// coverageReach is how many days of work the status looks at for goals
// without work and work without a goal.
const coverageReach = 28

// Status is where things stand.
type Status struct {
	// Counts are the records there are, by noun.
	Counts map[store.Noun]int
	// Proposals is how many wait in the inbox.
	Proposals int
	// LastEntry is the day of the newest entry; empty where there is none.
	LastEntry rapport.Day
	Bosses    []BossStatus
	Steps     []Step
	Projects  []rapport.Project
	// Unlinked are recent entries that serve no goal, newest first.
	Unlinked []rapport.Entry
}

// BossStatus is where things stand with one boss.
type BossStatus struct {
	Boss rapport.Boss
	// LastReport is when the last report went; zero where none did.
	LastReport rapport.Stamp
	// New are the entries that this boss has not heard of since then.
	New []rapport.Entry
	// Waiting are the accomplishments among them, with the days they wait
	// (P59).
	Waiting []Waiting
	// WithoutWork are current goals that nothing served in four weeks; Served
	// counts for the others.
	WithoutWork []rapport.Goal
	Goals       int
}

// Waiting is an outcome the boss does not know of yet.
type Waiting struct {
	Entry rapport.Entry
	Days  int
}

// Status computes where things stand. Its cost follows the last weeks, not the
// length of the record.
func (s *Service) Status(ctx context.Context) (st Status, err error) {
	return st, s.DB.Read(ctx, func(tx *store.Tx) error {
		st = Status{}
		owner, today := s.User.ID, s.today()
		if st.Counts, _, err = tx.CountRecords(ctx, owner); err != nil {
			return err
		}
		if st.Proposals, err = tx.CountProposals(ctx, owner, rapport.Open); err != nil {
			return err
		}
		last, found, err := tx.LastEntry(ctx, owner)
		if err != nil {
			return err
		}
		if found {
			st.LastEntry = last.Day
		}
		bosses, err := tx.Bosses(ctx, owner)
		if err != nil {
			return err
		}
		goals, err := tx.Goals(ctx, owner)
		if err != nil {
			return err
		}
		if st.Projects, err = tx.Projects(ctx, owner); err != nil {
			return err
		}
		recent, err := tx.Entries(ctx, owner, store.EntryFilter{Period: rapport.Period{From: today.Add(-coverageReach), Until: today}})
		if err != nil {
			return err
		}
		coverage := align.Cover(currentGoals(goals, today), recent)
		st.Unlinked = coverage.WithoutGoal
		for _, b := range bosses {
			if !b.Left.IsZero() {
				continue
			}
			one, err := s.bossStatus(ctx, tx, b, coverage)
			if err != nil {
				return err
			}
			for _, g := range goals {
				if g.Boss == b.ID && g.IsCurrent(today) {
					one.Goals++
				}
			}
			st.Bosses = append(st.Bosses, one)
		}
		st.Steps = steps(facts{today: today, bosses: bosses, goals: goals, recent: recent, counts: st.Counts})
		return nil
	})
}

func currentGoals(goals []rapport.Goal, today rapport.Day) []rapport.Goal {
	var current []rapport.Goal
	for _, g := range goals {
		if g.IsCurrent(today) {
			current = append(current, g)
		}
	}
	return current
}

func (s *Service) bossStatus(ctx context.Context, tx *store.Tx, b rapport.Boss, coverage align.Coverage) (one BossStatus, err error) {
	one.Boss = b
	today := s.today()
	last, found, err := tx.LastReport(ctx, s.User.ID, b.ID)
	if err != nil {
		return one, err
	}
	from := today.Add(-firstReach)
	if found {
		one.LastReport, from = last.At, lastCovered(last)
	}
	one.New, err = tx.Entries(ctx, s.User.ID, store.EntryFilter{Period: rapport.Period{From: from, Until: today}, Untold: b.ID})
	if err != nil {
		return one, err
	}
	for _, e := range one.New {
		if e.Kind == rapport.Accomplishment {
			one.Waiting = append(one.Waiting, Waiting{Entry: e, Days: today.Sub(e.Day)})
		}
	}
	for _, g := range coverage.WithoutWork {
		if g.Boss == b.ID {
			one.WithoutWork = append(one.WithoutWork, g)
		}
	}
	return one, nil
}
