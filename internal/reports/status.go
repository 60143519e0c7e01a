package reports

import (
	"context"
	"slices"

	"rapport"
	"rapport/internal/align"
	"rapport/internal/profile"
	"rapport/internal/store"
)

// coverageReach is how many days of work the status looks at for goals
// without work and work without a goal.
const coverageReach = 28

// Status is where things stand.
type Status struct {
	// Entries and Notes count all entries and private notes there are.
	Entries, Notes int
	// Proposals is how many wait in the inbox.
	Proposals int
	// LastEntry is the day of the newest entry; empty where there is none.
	LastEntry rapport.Day
	Bosses    []BossStatus
	Steps     []Step
	Projects  []rapport.Project
	// Loose are recent entries of work that serve no goal even by a guess;
	// Unsure those whose goal is only guessed. Newest first.
	Loose, Unsure []rapport.Entry
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
	// Goals are the current goals and what served them in the last weeks.
	Goals []GoalStatus
	// Talk is the next talk, and when the report for it is due.
	Talk Talk
	// StyleKnown says that it is known how they take things in.
	StyleKnown bool
}

// GoalStatus is a current goal and the recent work for it (P22). A goal
// carries no status of its own (P46).
type GoalStatus struct {
	Goal rapport.Goal
	// Support counts the work; its Goal is the id of the same goal.
	Support align.Support
}

// Waiting is an outcome the boss does not know of yet.
type Waiting struct {
	Entry rapport.Entry
	Days  int
}

// News is what a prompt or a cron job says: how much is new, in numbers.
type News struct {
	// Proposals is how many wait in the inbox.
	Proposals int
	Bosses    []BossNews
}

// BossNews counts what a boss has not heard since the last report.
type BossNews struct {
	Boss rapport.Boss
	New  int
}

// News counts what is new, and reads nothing else: a prompt asks often.
func (s *Service) News(ctx context.Context) (n News, err error) {
	return n, s.DB.Read(ctx, func(tx *store.Tx) error {
		n = News{}
		if n.Proposals, err = tx.CountProposals(ctx, s.User.ID, rapport.Open); err != nil {
			return err
		}
		bosses, err := tx.Bosses(ctx, s.User.ID)
		if err != nil {
			return err
		}
		for _, b := range bosses {
			if !b.Left.IsZero() {
				continue
			}
			_, unheard, err := s.unheard(ctx, tx, b)
			if err != nil {
				return err
			}
			one := BossNews{Boss: b}
			if one.New, err = tx.CountEntries(ctx, s.User.ID, unheard); err != nil {
				return err
			}
			n.Bosses = append(n.Bosses, one)
		}
		return nil
	})
}

// unheard is the filter for what a boss has not heard since the last report.
func (s *Service) unheard(ctx context.Context, tx *store.Tx, b rapport.Boss) (last rapport.Report, f store.EntryFilter, err error) {
	last, found, err := tx.LastReport(ctx, s.User.ID, b.ID)
	from := s.today().Add(-firstReach)
	if found {
		from = lastCovered(last)
	}
	return last, store.EntryFilter{Period: rapport.Period{From: from, Until: s.today()}, Untold: b.ID, Hears: b.ID}, err
}

// Status computes where things stand. Its cost follows the last weeks, not the
// length of the record.
func (s *Service) Status(ctx context.Context) (st Status, err error) {
	return st, s.DB.Read(ctx, func(tx *store.Tx) error {
		st = Status{}
		owner, today := s.User.ID, s.today()
		if st.Entries, st.Notes, err = tx.CountWork(ctx, owner); err != nil {
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
		coverage := align.Coverage(align.GoalsOf(goals, nil, today), recent)
		st.Loose, st.Unsure = pick(recent, coverage.Loose), pick(recent, coverage.Unsure)
		known, talks := map[rapport.BossID]bool{}, map[rapport.BossID]bool{}
		for _, b := range bosses {
			if !b.Left.IsZero() {
				continue
			}
			one, err := s.bossStatus(ctx, tx, b, bosses, goals, coverage)
			if err != nil {
				return err
			}
			st.Bosses = append(st.Bosses, one)
			known[b.ID], talks[b.ID] = one.StyleKnown, !one.Talk.Begins.IsZero()
		}
		f := facts{today: today, bosses: bosses, goals: goals, recent: recent, known: known, talks: talks}
		if f.feedback, f.career, err = s.growing(ctx, tx, today); err != nil {
			return err
		}
		st.Steps = steps(f)
		return nil
	})
}

// growing reports whether feedback was asked for or came lately, and whether a
// career goal is on record.
func (s *Service) growing(ctx context.Context, tx *store.Tx, today rapport.Day) (feedback, career bool, err error) {
	lately := store.FactFilter{Period: rapport.Period{From: today.Add(-coverageReach)}, Limit: 1}
	asked, err := store.FeedbackAsks.List(ctx, tx, s.User.ID, lately)
	if err != nil {
		return false, false, err
	}
	came, err := store.Feedbacks.List(ctx, tx, s.User.ID, lately)
	if err != nil {
		return false, false, err
	}
	goals, err := store.CareerGoals.List(ctx, tx, s.User.ID, store.FactFilter{Open: true, Limit: 1})
	return len(asked)+len(came) > 0, len(goals) > 0, err
}

func (s *Service) bossStatus(ctx context.Context, tx *store.Tx, b rapport.Boss, bosses []rapport.Boss, goals []rapport.Goal, coverage align.Contribution) (one BossStatus, err error) {
	one.Boss = b
	today := s.today()
	last, unheard, err := s.unheard(ctx, tx, b)
	if err != nil {
		return one, err
	}
	one.LastReport = last.At
	if one.New, err = tx.Entries(ctx, s.User.ID, unheard); err != nil {
		return one, err
	}
	for _, e := range one.New {
		if e.Kind == rapport.Accomplishment {
			one.Waiting = append(one.Waiting, Waiting{Entry: e, Days: today.Sub(e.Day)})
		}
	}
	names := rapport.Names{Bosses: bosses, Goals: goals}
	known, _, err := s.desk().Profile(ctx, tx, names, b)
	if err != nil {
		return one, err
	}
	one.StyleKnown = known.Style().Value(profile.Intake) != profile.Unknown
	if one.Talk, err = s.talk(ctx, tx, b, known); err != nil {
		return one, err
	}
	for _, g := range goals {
		if g.Boss != b.ID || !g.IsCurrent(today) {
			continue
		}
		for _, support := range coverage.Goals {
			if support.Goal == g.ID {
				one.Goals = append(one.Goals, GoalStatus{Goal: g, Support: support})
			}
		}
	}
	return one, nil
}

// pick returns the entries with the ids, in the order of the entries.
func pick(entries []rapport.Entry, ids []rapport.EntryID) []rapport.Entry {
	var picked []rapport.Entry
	for _, e := range entries {
		if slices.Contains(ids, e.ID) {
			picked = append(picked, e)
		}
	}
	return picked
}
