package people

import (
	"context"
	"net/mail"
	"slices"
	"strings"
	"time"

	"rapport"
	"rapport/internal/store"
)

// UserChange says what the user tells of themselves; a nil field stays as it
// is.
type UserChange struct {
	Name, Zone, Locale, Editor *string
	WorkDays                   *rapport.WorkWeek
	// AddEmails and AddNames extend the identities under which the user's work
	// is found; DropIdentities takes names or addresses away.
	AddEmails, AddNames, DropIdentities []string
	// Sample marks the owner of a sample life.
	Sample *bool
}

// Configure changes what the store knows of its user and returns the user as
// they are now.
func (s *Service) Configure(ctx context.Context, c UserChange) (rapport.User, error) {
	next := s.User
	if c.Name != nil {
		if next.Name = clean(*c.Name); next.Name == "" {
			return s.User, rapport.Errorf(rapport.Invalid, "a name cannot be empty")
		}
	}
	if c.Zone != nil {
		if _, err := time.LoadLocation(*c.Zone); err != nil {
			return s.User, rapport.Errorf(rapport.Invalid, "%q is not a time zone", *c.Zone).
				WithHint("write it as Europe/Berlin or America/New_York")
		}
		next.Zone = *c.Zone
	}
	if c.Locale != nil {
		next.Locale = clean(*c.Locale)
	}
	if c.Editor != nil {
		next.Editor = clean(*c.Editor)
	}
	if c.WorkDays != nil {
		next.WorkDays = *c.WorkDays
	}
	if c.Sample != nil {
		next.Sample = *c.Sample
	}
	next.Emails, next.Names = slices.Clone(next.Emails), slices.Clone(next.Names)
	for _, address := range c.AddEmails {
		parsed, err := mail.ParseAddress(address)
		if err != nil {
			return s.User, rapport.Errorf(rapport.Invalid, "%q is not a mail address", address).
				WithHint("write it as name@example.org")
		}
		next.Emails = addFolded(next.Emails, parsed.Address)
	}
	for _, name := range c.AddNames {
		if name = clean(name); name != "" {
			next.Names = addFolded(next.Names, name)
		}
	}
	drop := func(have string) bool {
		return slices.ContainsFunc(c.DropIdentities, func(d string) bool { return strings.EqualFold(d, have) })
	}
	next.Emails, next.Names = slices.DeleteFunc(next.Emails, drop), slices.DeleteFunc(next.Names, drop)
	err := s.DB.Write(ctx, func(tx *store.Tx) error {
		step, err := store.Edited(store.UserNoun, rapport.RecordID(s.User.ID), s.User)
		if err != nil {
			return err
		}
		if err := tx.UpdateUser(ctx, next); err != nil {
			return err
		}
		return s.change(ctx, tx, "changed the configuration", step)
	})
	if err != nil {
		return s.User, err
	}
	s.User = next
	return next, nil
}

func addFolded(list []string, value string) []string {
	if slices.ContainsFunc(list, func(have string) bool { return strings.EqualFold(have, value) }) {
		return list
	}
	return append(list, value)
}

// ParseWorkDays reads a work week such as "mon-fri", "sun-thu" or "mon,wed,fri".
func ParseWorkDays(text string) (rapport.WorkWeek, error) {
	bad := func() (rapport.WorkWeek, error) {
		return 0, rapport.Errorf(rapport.Invalid, "%q is not a work week", text).
			WithHint("write it as mon-fri, sun-thu or mon,wed,fri")
	}
	var week rapport.WorkWeek
	for part := range strings.SplitSeq(strings.ToLower(text), ",") {
		first, last, isRange := strings.Cut(strings.TrimSpace(part), "-")
		from, ok := weekday(first)
		if !ok {
			return bad()
		}
		until := from
		if isRange {
			if until, ok = weekday(last); !ok {
				return bad()
			}
		}
		for day := from; ; day = (day + 1) % 7 {
			week |= 1 << day
			if day == until {
				break
			}
		}
	}
	return week, nil
}

// FormatWorkDays writes a work week as ParseWorkDays reads it.
func FormatWorkDays(week rapport.WorkWeek) string {
	if week == 0 {
		week = rapport.MondayToFriday
	}
	var days []string
	for i := range 7 {
		if day := time.Weekday((i + 1) % 7); week.Has(day) {
			days = append(days, strings.ToLower(day.String()[:3]))
		}
	}
	if week == rapport.MondayToFriday {
		return "mon-fri"
	}
	return strings.Join(days, ",")
}

func weekday(text string) (time.Weekday, bool) {
	text = strings.TrimSpace(text)
	for day := time.Sunday; day <= time.Saturday; day++ {
		if len(text) >= 2 && strings.HasPrefix(strings.ToLower(day.String()), text) {
			return day, true
		}
	}
	return 0, false
}

// AddLeave records days on which the user is away.
func (s *Service) AddLeave(ctx context.Context, p rapport.Period, text string) (fact rapport.CalendarFact, err error) {
	if p.From == "" {
		return fact, rapport.Errorf(rapport.Invalid, "leave needs a first day").WithHint("rapport config leave 2026-12-21..2027-01-03")
	}
	if p.Until != "" && p.Until < p.From {
		return fact, rapport.Errorf(rapport.Invalid, "leave cannot end on %s before it begins on %s", p.Until, p.From)
	}
	return fact, s.DB.Write(ctx, func(tx *store.Tx) error {
		fact = rapport.CalendarFact{Record: s.record(), Text: clean(text), Date: p.From, Until: p.Until, Kind: rapport.Leave}
		if fact.Text == "" {
			fact.Text = "leave"
		}
		if err := tx.InsertCalendar(ctx, &fact); err != nil {
			return err
		}
		return s.change(ctx, tx, "added leave", store.Step{Verb: "add", Noun: store.CalendarNoun, ID: rapport.RecordID(fact.ID)})
	})
}

// Leave lists the leave that ends on or after a day.
func (s *Service) Leave(ctx context.Context, from rapport.Day) (facts []rapport.CalendarFact, err error) {
	return facts, s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		facts, err = tx.Calendar(ctx, s.User.ID, rapport.Leave, from)
		return err
	})
}
