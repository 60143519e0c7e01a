package promises

import (
	"cmp"
	"context"
	"slices"

	"rapport"
	"rapport/internal/store"
)

// CurrencyDays is how far back the account of the currencies looks.
const CurrencyDays = 365

// AskFilter says which asks to list.
type AskFilter struct {
	// Boss restricts to one boss, Project to one piece of work; empty for all.
	Boss, Project rapport.Slug
	// Currency restricts to one; empty for all.
	Currency rapport.Currency
	// All adds what was answered or withdrawn, however long ago.
	All bool
}

// Needs is what the user asked for: what waits, and how each currency fares.
type Needs struct {
	Today rapport.Day
	// Open are the asks that wait, the soonest needed first and those without a
	// day last.
	Open []rapport.Ask
	// Over are those that were answered or withdrawn, the newest first; only
	// where all were asked for.
	Over []rapport.Ask
	// Questions are open questions in the log that concern a boss or nobody
	// (P76).
	Questions []rapport.Entry
	// More says that the log has more open questions than the newest
	// [LoggedMost], which are here.
	More bool
	// Currencies says for each currency how it fares, in the order of the
	// practice.
	Currencies []CurrencyAccount
	Names      rapport.Names
}

// CurrencyAccount is when a currency was last asked for and last answered
// (P3): dates and counts, no score. Both days are empty where nothing is
// known of the last [CurrencyDays] days and nothing waits.
type CurrencyAccount struct {
	Currency rapport.Currency
	// Asked and Answered count asks of the last [CurrencyDays] days and those
	// of them that got an answer; Open are those that wait, whatever their age.
	Asked, Answered, Open int
	LastAsked             rapport.Day
	LastAnswered          rapport.Day
}

// Asks returns what waits and how each currency fares. It reads what is open,
// and the last [CurrencyDays] days.
func (s *Service) Asks(ctx context.Context, f AskFilter) (needs Needs, err error) {
	return needs, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		id, err := boss(names, f.Boss)
		if err != nil {
			return err
		}
		var project rapport.ProjectID
		if f.Project != "" {
			p, err := rapport.FindProject(names.Projects, f.Project)
			if err != nil {
				return err
			}
			project = p.ID
		}
		wanted := func(a rapport.Ask) bool {
			return (f.Currency == "" || a.Currency == f.Currency) && (project == 0 || a.Project == project)
		}
		today := s.Today()
		needs = Needs{Today: today, Names: names}
		open, err := store.Asks.List(ctx, tx, s.User.ID, store.FactFilter{Boss: id, Open: true, SoonestDue: true})
		if err != nil {
			return err
		}
		since := today.Add(-CurrencyDays)
		if f.All {
			since = ""
		}
		past, err := store.Asks.List(ctx, tx, s.User.ID, store.FactFilter{Boss: id, Period: rapport.Period{From: since}})
		if err != nil {
			return err
		}
		needs.Currencies = accounts(open, past, today.Add(-CurrencyDays))
		for _, a := range open {
			if wanted(a) {
				needs.Open = append(needs.Open, a)
			}
		}
		if f.All {
			for _, a := range past {
				if a.State() != rapport.StateOpen && wanted(a) {
					needs.Over = append(needs.Over, a)
				}
			}
		}
		if f.Currency == "" || f.Currency == rapport.Information {
			err = s.questions(ctx, tx, &needs, store.EntryFilter{Hears: id, Project: project}, f.All)
		}
		return err
	})
}

// questions adds the open questions of the log, the oldest first.
func (s *Service) questions(ctx context.Context, tx *store.Tx, needs *Needs, filter store.EntryFilter, all bool) (err error) {
	filter.Kinds, filter.Open = []rapport.Kind{rapport.Question}, true
	if !all {
		filter.From, filter.Limit = needs.Today.Add(-RateDays), LoggedMost+1
	}
	needs.Questions, err = tx.Entries(ctx, s.User.ID, filter)
	if needs.More = filter.Limit > 0 && len(needs.Questions) == filter.Limit; needs.More {
		needs.Questions = needs.Questions[:LoggedMost]
	}
	slices.Reverse(needs.Questions)
	return err
}

// accounts makes the account of each currency from the asks that wait and
// those of the period, which overlap.
func accounts(open, past []rapport.Ask, since rapport.Day) []CurrencyAccount {
	all := make([]CurrencyAccount, len(rapport.Currencies))
	at := func(c rapport.Currency) *CurrencyAccount {
		i := slices.Index(rapport.Currencies[:], c)
		if i < 0 {
			return &CurrencyAccount{} // a journal that said no currency
		}
		return &all[i]
	}
	for i, c := range rapport.Currencies {
		all[i].Currency = c
	}
	for _, a := range open {
		c := at(a.Currency)
		c.Open++
		c.LastAsked = max(c.LastAsked, lastAsked(a))
	}
	for _, a := range past {
		if a.Day() < since {
			continue
		}
		c := at(a.Currency)
		c.Asked++
		c.LastAsked = max(c.LastAsked, lastAsked(a))
		if a.State() == rapport.StateAnswered {
			c.Answered++
			c.LastAnswered = max(c.LastAnswered, cmp.Or(a.AnsweredOn, a.Day()))
		}
	}
	return all
}

// lastAsked is the day on which an ask was put, or put again, last.
func lastAsked(a rapport.Ask) rapport.Day {
	if len(a.Again) == 0 {
		return a.Day()
	}
	return max(a.Day(), slices.Max(a.Again))
}
