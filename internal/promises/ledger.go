package promises

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/store"
)

// RateDays is how far back the rate of promises kept looks.
const RateDays = 180

// LoggedMost is how many open lines of the log a list shows where not all are
// asked for. Who never settles a line has thousands, and the list is for what
// waits.
const LoggedMost = 100

// Rate is how the user's own promises went in a period: counts, with the
// promises behind them in [Ledger.Ended].
type Rate struct {
	rapport.Period
	// Kept, Late and Missed are promises that ended in the period; a promise
	// that was released is none of them.
	Kept, Late, Missed int
	// MovedInTime and MovedLate count how often the promises that something
	// happened to in the period were moved, before they were due and after.
	MovedInTime, MovedLate int
}

// Ended is how many promises came to an end that counts.
func (r Rate) Ended() int { return r.Kept + r.Late + r.Missed }

// Item is a promise in a list: one of the ledger, or a line of the log.
type Item struct {
	Number   rapport.Number
	By, To   rapport.Person
	Text     string
	Made     rapport.Day
	FirstDue rapport.Day
	Due      rapport.Day
	Hours    rapport.Amount
	Project  rapport.ProjectID
	State    rapport.State
	ClosedOn rapport.Day
	// Moved counts how often it was moved.
	Moved int
	// InLog says that it is a line of the log.
	InLog bool
}

// Days is how many days are left until the promise is due, negative where the
// day is behind. It reports false where no day was said.
func (i Item) Days(today rapport.Day) (int, bool) {
	if i.Due == "" {
		return 0, false
	}
	return i.Due.Sub(today), true
}

// Ledger is the promises of both sides.
type Ledger struct {
	Today rapport.Day
	// Boss is whose ledger it is; zero for all.
	Boss rapport.Boss
	Rate Rate
	// Mine are the user's open promises, Theirs what others promised, the
	// soonest due first and those without a day last. Lines of the log that are
	// older than the rate's period are there only where all were asked for.
	Mine, Theirs []Item
	// More says that the log has more open promises than the newest
	// [LoggedMost], which are here.
	More bool
	// Ended are promises that came to an end in the period, the newest first;
	// all there are where all were asked for.
	Ended []Item
	Names rapport.Names
}

// LedgerFilter says which promises to list.
type LedgerFilter struct {
	// Boss restricts to one boss; empty for all.
	Boss rapport.Slug
	// All adds what has ended, however long ago.
	All bool
}

// Ledger returns the promises of both sides (P20). It reads what is open, and
// of what has ended only the last [RateDays] days, unless all is asked for.
func (s *Service) Ledger(ctx context.Context, f LedgerFilter) (l Ledger, err error) {
	return l, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		id, err := boss(names, f.Boss)
		if err != nil {
			return err
		}
		today := s.Today()
		l = Ledger{Today: today, Boss: names.Boss(id), Names: names}
		l.Rate.Period = rapport.Period{From: today.Add(-RateDays), Until: today}
		logged := store.EntryFilter{Period: rapport.Period{From: l.Rate.From}, Limit: LoggedMost + 1}
		if f.All {
			logged = store.EntryFilter{}
		}
		if err := s.open(ctx, tx, &l, id, logged); err != nil {
			return err
		}
		if err := s.endedInLog(ctx, tx, &l, id, f.All); err != nil {
			return err
		}
		if err := s.ended(ctx, tx, &l, id, f.All); err != nil {
			return err
		}
		slices.SortFunc(l.Ended, func(a, b Item) int {
			return cmp.Or(cmp.Compare(b.ClosedOn, a.ClosedOn), cmp.Compare(b.Number, a.Number))
		})
		return nil
	})
}

// open adds the promises that are open, those that are lines of the log among
// them, as far as the filter for these goes. One that both made is the user's
// first of all.
func (s *Service) open(ctx context.Context, tx *store.Tx, l *Ledger, boss rapport.BossID, filter store.EntryFilter) error {
	open, err := store.Promises.List(ctx, tx, s.User.ID, store.FactFilter{Boss: boss, Open: true, SoonestDue: true})
	if err != nil {
		return err
	}
	for _, p := range open {
		l.wait(itemOf(p))
	}
	filter.Kinds, filter.Open, filter.Boss = []rapport.Kind{rapport.Commitment}, true, boss
	logged, err := tx.Entries(ctx, s.User.ID, filter)
	if err != nil {
		return err
	}
	if l.More = filter.Limit > 0 && len(logged) == filter.Limit; l.More {
		logged = logged[:filter.Limit-1]
	}
	for _, e := range logged {
		l.wait(itemInLog(e))
	}
	slices.SortFunc(l.Mine, sooner)
	slices.SortFunc(l.Theirs, sooner)
	return nil
}

// sooner orders by the day due, those without one last, then by number.
func sooner(a, b Item) int {
	return cmp.Or(noneLast(a.Due, b.Due), cmp.Compare(a.Number, b.Number))
}

func noneLast(a, b rapport.Day) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	}
	return strings.Compare(string(a), string(b))
}

// wait adds an open promise to those it belongs to.
func (l *Ledger) wait(i Item) {
	if i.By.IsMe() {
		l.Mine = append(l.Mine, i)
	} else {
		l.Theirs = append(l.Theirs, i)
	}
}

func itemOf(p rapport.Promise) Item {
	return Item{
		Number: p.Number, By: p.By, To: p.To, Text: p.Text, Made: p.Day(), FirstDue: p.Due, Due: p.DueNow, Hours: p.Hours,
		Project: p.Project, State: p.State, ClosedOn: p.ClosedOn, Moved: p.MovedInTime + p.MovedLate,
	}
}

// endedInLog adds the promises that are settled lines of the log.
func (s *Service) endedInLog(ctx context.Context, tx *store.Tx, l *Ledger, boss rapport.BossID, all bool) error {
	filter := store.EntryFilter{Kinds: []rapport.Kind{rapport.Commitment}, ClosedSince: l.Rate.From, Boss: boss}
	if all {
		filter.ClosedSince = "0001-01-01"
	}
	closed, err := tx.Entries(ctx, s.User.ID, filter)
	for _, e := range closed {
		i := itemInLog(e)
		l.Ended = append(l.Ended, i)
		l.Rate.count(i)
	}
	return err
}

func itemInLog(e rapport.Entry) Item {
	i := Item{
		Number: e.Number, Text: e.Text, Made: e.Day, FirstDue: e.Due, Due: e.Due, Project: e.Project,
		State: rapport.StateOpen, ClosedOn: e.Closed, InLog: true,
	}
	them := rapport.Person{}
	if len(e.Concerns) > 0 {
		them.Boss = e.Concerns[0]
	}
	if mine := len(e.CommittedBy) == 0 || slices.Contains(e.CommittedBy, rapport.Me); mine {
		i.By, i.To = rapport.Myself(), them
	} else {
		i.By, i.To = them, rapport.Myself()
	}
	switch {
	case e.Closed == "":
	case e.Due != "" && e.Closed > e.Due:
		i.State = rapport.StateLate
	default:
		i.State = rapport.StateKept
	}
	return i
}

// ended adds the promises that ended, and counts how the user's own went. What
// happened in the period leads to them: the promises of ten years stay unread.
func (s *Service) ended(ctx context.Context, tx *store.Tx, l *Ledger, boss rapport.BossID, all bool) error {
	events, err := store.PromiseEvents.List(ctx, tx, s.User.ID, store.FactFilter{Period: rapport.Period{From: l.Rate.From}, Oldest: true})
	if err != nil {
		return err
	}
	var ids []rapport.FactID
	for _, e := range events {
		if e.Promise != 0 {
			ids = append(ids, e.Promise)
		}
	}
	slices.Sort(ids)
	touched, err := store.Promises.ByID(ctx, tx, s.User.ID, slices.Compact(ids))
	if err != nil {
		return err
	}
	for _, p := range touched {
		if p.Removed != 0 || boss != 0 && p.Boss() != boss {
			continue
		}
		if p.IsMine() {
			l.Rate.MovedInTime += p.MovedInTime
			l.Rate.MovedLate += p.MovedLate
		}
		if p.State != rapport.StateOpen && p.ClosedOn >= l.Rate.From {
			l.Ended = append(l.Ended, itemOf(p))
			l.Rate.count(itemOf(p))
		}
	}
	if !all {
		return nil
	}
	older, err := store.Promises.List(ctx, tx, s.User.ID, store.FactFilter{Boss: boss})
	for _, p := range older {
		if p.State != rapport.StateOpen && p.ClosedOn < l.Rate.From {
			l.Ended = append(l.Ended, itemOf(p))
		}
	}
	return err
}

// count adds a promise of the user that ended in the period.
func (r *Rate) count(i Item) {
	if !i.By.IsMe() || i.ClosedOn < r.From {
		return
	}
	switch i.State {
	case rapport.StateKept:
		r.Kept++
	case rapport.StateLate:
		r.Late++
	case rapport.StateMissed:
		r.Missed++
	}
}
