package promises

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// DayHours is what a working day holds where the user said nothing else.
const DayHours = 8.0

// Week is one row of the load: what is due in it.
type Week struct {
	// From and Until are its days; of the present week it is what is left.
	rapport.Period
	// Overdue says that this is the row of what was due before today.
	Overdue bool
	// Capacity is the hours of the working days in it, leave apart; zero in
	// the row of what is overdue.
	Capacity float64
	// Hours is the work in the items that say it, Offered the part of it that
	// is an offer of help.
	Hours, Offered float64
	Items          []LoadItem
	// Unsized counts the items that say no hours.
	Unsized int
}

// LoadItem is a promise of the user, or an open offer of help.
type LoadItem struct {
	Item
	Offer bool
}

// Share is how the hours of the load spread over those who wait for them.
type Share struct {
	To      rapport.Person
	Hours   float64
	Items   int
	Unsized int
}

// Load is the user's promises by week over all bosses (P58, R18, R19).
type Load struct {
	Today rapport.Day
	// DayHours is what a working day holds.
	DayHours float64
	// Weeks begins with the row of what is overdue, where there is any.
	Weeks []Week
	// Later counts what is due after the last week, Undated what has no day.
	Later, Undated int
	UndatedHours   float64
	// Unsized counts the items that say no hours, wherever they are.
	Unsized int
	// Shares says who waits for how much, the most first.
	Shares []Share
	// Endangered are dates of others that something of the user's comes after.
	Endangered []Endangered
	Names      rapport.Names
}

// MostWeeks bounds how far ahead the load looks.
const MostWeeks = 53

// Load adds up what the user promised, and offered, by ISO week.
func (s *Service) Load(ctx context.Context, weeks int) (load Load, err error) {
	if weeks < 1 || weeks > MostWeeks {
		return load, rapport.Errorf(rapport.Invalid, "%d weeks cannot be shown", weeks).WithHint("from 1 to %d", MostWeeks)
	}
	return load, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		today := s.Today()
		mine, err := s.minePromised(ctx, tx)
		if err != nil {
			return err
		}
		offers, err := store.HelpOffers.List(ctx, tx, s.User.ID, store.FactFilter{Open: true, SoonestDue: true})
		if err != nil {
			return err
		}
		leave, err := tx.Calendar(ctx, s.User.ID, rapport.Leave, today)
		if err != nil {
			return err
		}
		dates, err := s.openDates(ctx, tx)
		if err != nil {
			return err
		}
		perDay, err := s.dayHours(ctx, tx)
		if err != nil {
			return err
		}
		items := make([]LoadItem, 0, len(mine)+len(offers))
		for _, i := range mine {
			items = append(items, LoadItem{Item: i})
		}
		for _, o := range offers {
			items = append(items, LoadItem{Offer: true, Item: Item{
				Number: o.Number, By: rapport.Myself(), To: rapport.Person{Boss: o.Boss}, Text: o.Task, Made: o.Day(), Due: o.Until, Hours: o.Hours, State: rapport.StateOpen,
			}})
		}
		load = spread(items, today, weeks, capacityOf(s.User.WorkDays, leave, perDay))
		load.DayHours, load.Names, load.Endangered = perDay, names, endangered(dates, mine, names)
		return nil
	})
}

// spread puts items into weeks.
func spread(items []LoadItem, today rapport.Day, weeks int, capacity func(rapport.Period) float64) Load {
	load := Load{Today: today}
	overdue := Week{Overdue: true, Period: rapport.Period{Until: today.Add(-1)}}
	rows := make([]Week, weeks)
	for i := range rows {
		monday := today.Monday().Add(7 * i)
		rows[i].Period = rapport.Period{From: max(today, monday), Until: monday.Add(6)}
		rows[i].Capacity = capacity(rows[i].Period)
	}
	for _, item := range items {
		load.share(item)
		if !item.Hours.Said {
			load.Unsized++
		}
		switch {
		case item.Due == "":
			load.Undated++
			load.UndatedHours += item.Hours.Value
		case item.Due < today:
			overdue.add(item)
		case item.Due > rows[weeks-1].Until:
			load.Later++
		default:
			rows[item.Due.Monday().Sub(today.Monday())/7].add(item)
		}
	}
	if len(overdue.Items) > 0 {
		load.Weeks = append(load.Weeks, overdue)
	}
	load.Weeks = append(load.Weeks, rows...)
	slices.SortStableFunc(load.Shares, func(a, b Share) int {
		switch {
		case a.Hours != b.Hours:
			if a.Hours > b.Hours {
				return -1
			}
			return 1
		default:
			return b.Items - a.Items
		}
	})
	return load
}

func (w *Week) add(i LoadItem) {
	w.Items = append(w.Items, i)
	w.Hours += i.Hours.Value
	if i.Offer {
		w.Offered += i.Hours.Value
	}
	if !i.Hours.Said {
		w.Unsized++
	}
}

// share adds an item to what the one who waits for it has.
func (l *Load) share(i LoadItem) {
	at := slices.IndexFunc(l.Shares, func(s Share) bool { return s.To == i.To })
	if at < 0 {
		at = len(l.Shares)
		l.Shares = append(l.Shares, Share{To: i.To})
	}
	l.Shares[at].Hours += i.Hours.Value
	l.Shares[at].Items++
	if !i.Hours.Said {
		l.Shares[at].Unsized++
	}
}

// capacityOf returns the hours of the working days in a period, those of leave
// apart.
func capacityOf(week rapport.WorkWeek, leave []rapport.CalendarFact, perDay float64) func(rapport.Period) float64 {
	return func(p rapport.Period) (hours float64) {
		for d := p.From; d <= p.Until; d = d.Add(1) {
			away := slices.ContainsFunc(leave, func(c rapport.CalendarFact) bool {
				return c.Date != "" && d >= c.Date && d <= max(c.Date, c.Until)
			})
			if week.Has(d.Weekday()) && !away {
				hours += perDay
			}
		}
		return hours
	}
}

// The names under which the hours of a working day are remembered.
const (
	mappedAbout = "load"
	mappedName  = "hours a day"
)

// dayHours is what a working day holds: what the user said, else [DayHours].
func (s *Service) dayHours(ctx context.Context, tx *store.Tx) (float64, error) {
	m, found, err := s.mapped(ctx, tx)
	if err != nil || !found {
		return DayHours, err
	}
	if n, err := strconv.ParseFloat(m.Meaning, 64); err == nil && n > 0 && n <= 24 {
		return n, nil
	}
	return DayHours, nil
}

func (s *Service) mapped(ctx context.Context, tx *store.Tx) (m rapport.Mapping, found bool, err error) {
	all, err := store.Mappings.List(ctx, tx, s.User.ID, store.FactFilter{})
	i := slices.IndexFunc(all, func(m rapport.Mapping) bool { return m.About == mappedAbout && m.Name == mappedName })
	if err != nil || i < 0 {
		return m, false, err
	}
	return all[i], true, nil
}

// SetDayHours remembers how many hours of a working day can go into promises.
func (s *Service) SetDayHours(ctx context.Context, n float64) error {
	if !(n > 0 && n <= 24) {
		return rapport.Errorf(rapport.Invalid, "a working day of %g hours cannot be", n).WithHint("from 0.5 to 24, such as 6 where meetings take the rest")
	}
	return s.Write(ctx, func(tx *store.Tx, _ rapport.Names) error {
		m, found, err := s.mapped(ctx, tx)
		if err != nil {
			return err
		}
		meaning := strconv.FormatFloat(n, 'f', -1, 64)
		what := fmt.Sprintf("set a working day to %s hours", meaning)
		if found {
			if m.Meaning == meaning {
				return nil
			}
			_, step, err := desk.Change(ctx, tx, s.User.ID, store.Mappings, m.Number, func(m *rapport.Mapping) error {
				m.Meaning = meaning
				return nil
			})
			if err != nil {
				return err
			}
			return s.Remember(ctx, tx, what, step)
		}
		m = rapport.Mapping{About: mappedAbout, Name: mappedName, Meaning: meaning}
		if m.Record, err = s.Record(""); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.Mappings, &m)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, what, step)
	})
}
