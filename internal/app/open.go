// Package app wires the parts together: it is the only place that knows
// everybody.
//
// Reach for [Wiring], which is what the command line needs: how a store is
// opened with the use-cases of its user, and what there is on this machine.
// The list of sources stands in this package, written down, never registered
// by an import.
package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"time"

	"rapport"
	"rapport/internal/cli"
	"rapport/internal/desk"
	"rapport/internal/diary"
	"rapport/internal/growth"
	"rapport/internal/intake"
	"rapport/internal/intake/git"
	"rapport/internal/journal"
	"rapport/internal/meetings"
	"rapport/internal/nudges"
	"rapport/internal/people"
	"rapport/internal/promises"
	"rapport/internal/reports"
	"rapport/internal/store"
	"rapport/internal/when"
)

// me is the user of a store on one's own machine.
const me rapport.Slug = "me"

// Wiring returns what the command line needs.
func Wiring() cli.Wiring {
	return cli.Wiring{Open: open, Restore: restore, Identity: identity, Checks: checks}
}

func open(ctx context.Context, o cli.OpenOptions) (*cli.Session, error) {
	// The kinds of places that work can be read from.
	repositories := newGitSource()
	sources := []intake.Source{repositories}
	for _, place := range o.Ahead {
		if place.Kind == repositories.Kind() {
			repositories.begin(ctx, place.Location)
		}
	}
	s, err := openStore(ctx, o, sources)
	if err != nil {
		repositories.stop()
		return nil, err
	}
	leave, end := s.Leave, s.Close
	s.Leave = func() error { repositories.stop(); return leave() }
	s.Close = func() error { repositories.stop(); return end() }
	return s, nil
}

func openStore(ctx context.Context, o cli.OpenOptions, sources []intake.Source) (*cli.Session, error) {
	isNew := o.Create && isMissing(o.Location)
	db, err := store.Open(ctx, o.Location, store.Key{}, store.Options{
		Create: o.Create, Now: o.Now, Notice: o.Notice, MoveLines: journal.MoveLines,
	})
	if err != nil {
		return nil, err
	}
	user, err := people.EnsureUser(ctx, db, me, o.Now())
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	s := &cli.Session{
		People: &people.Service{DB: db}, Journal: &journal.Service{DB: db},
		Reports: &reports.Service{DB: db}, Intake: &intake.Service{DB: db, Sources: sources, Forms: forms(), Calendars: calendarReader{}},
		Growth:   &growth.Service{Desk: desk.Desk{DB: db}},
		Meetings: &meetings.Service{Desk: desk.Desk{DB: db}},
		Nudges:   &nudges.Service{Desk: desk.Desk{DB: db}},
		Promises: &promises.Service{Desk: desk.Desk{DB: db}},
		Diary:    &diary.Service{Desk: desk.Desk{DB: db}},
		Location: db.Location(), Database: db.Database(), Fresh: isNew,
		Backup: db.Backup, Check: db.Check, Close: db.Close, Leave: db.Leave,
	}
	s.Use = func(u rapport.User) { use(s, u, o.Now) }
	s.Use(user)
	s.Day = func(text string, ahead bool) (rapport.Day, error) { return day(text, ahead, s) }
	s.Period = func(text string) (rapport.Period, error) { return when.ParsePeriod(text, clock(s, when.Log)) }
	return s, nil
}

// isMissing reports whether a store in a file is not there yet.
func isMissing(location string) bool {
	_, err := os.Stat(location)
	return errors.Is(err, fs.ErrNotExist) && !isAddress(location)
}

func isAddress(location string) bool {
	return strings.HasPrefix(location, "postgres://") || strings.HasPrefix(location, "postgresql://")
}

// use gives all use-cases the user, and a clock in the user's zone.
func use(s *cli.Session, u rapport.User, system func() time.Time) {
	zone := time.Local
	if u.Zone != "" {
		// A zone that this machine does not know is the system's.
		if known, err := time.LoadLocation(u.Zone); err == nil {
			zone = known
		}
	}
	now := func() time.Time { return system().In(zone) }
	s.People.User, s.People.Now = u, now
	s.Journal.User, s.Journal.Now = u, now
	s.Reports.User, s.Reports.Now = u, now
	s.Intake.User, s.Intake.Now = u, now
	s.Growth.User, s.Growth.Now = u, now
	s.Meetings.User, s.Meetings.Now = u, now
	s.Nudges.User, s.Nudges.Now = u, now
	s.Promises.User, s.Promises.Now = u, now
	s.Diary.User, s.Diary.Now = u, now
}

func clock(s *cli.Session, c when.Context) when.Clock {
	u := s.People.User
	return when.Clock{Now: s.People.Now(), Locale: u.Locale, Week: u.WorkDays, Context: c}
}

// day reads a date in the user's words. Of a stretch that is ahead it is the
// last day, of one that is behind the first.
func day(text string, ahead bool, s *cli.Session) (rapport.Day, error) {
	context := when.Log
	if ahead {
		context = when.Due
	}
	answer := when.Parse(text, clock(s, context))
	switch {
	case answer.Kind == when.None:
		return "", rapport.Errorf(rapport.Invalid, "%q is not a date: %s", text, answer.Why).
			WithHint("write it as friday, 3 dec or 2026-11-03")
	case ahead:
		return answer.LastDay(), nil
	}
	return answer.FirstDay(), nil
}

// identity returns the name and address that git knows the user by.
func identity(ctx context.Context, dir string) (name, email string) {
	who, err := git.ConfiguredIdentity(ctx, dir)
	if err != nil {
		return "", ""
	}
	if len(who.Names) > 0 {
		name = who.Names[0]
	}
	if len(who.Emails) > 0 {
		email = who.Emails[0]
	}
	return name, email
}

// checks looks for what the program needs of the machine.
func checks(ctx context.Context) []cli.Check {
	out, err := exec.CommandContext(ctx, "git", "--version").Output()
	if err != nil {
		return []cli.Check{{Name: "git", Says: "git cannot be run", Hint: "install git to read your work from repositories"}}
	}
	return []cli.Check{{Name: "git", OK: true, Says: strings.TrimSpace(string(out))}}
}
