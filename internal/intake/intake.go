// Package intake reads the user's work where it happens and proposes entries.
//
// Nothing counts before it is accepted. [Service.Read] fetches what is new at
// a source, keeps it as it was fetched, and maps it to proposals; the
// [Service.Inbox] holds them until [Service.Accept] makes of them what they
// become or [Service.Drop] puts them aside. Reading again proposes nothing
// twice.
//
// Files that the user keeps, such as running notes, come in by [Service.Take];
// [Service.Look] says beforehand what is in them and what has to be asked. The
// text of such a file is not kept: it stays with the user, and reading it again
// needs no network. Its private parts are counted and never proposed.
//
// A source is an implementation of [Source], and a form of files one of
// [Form], over a package of its own below this one, which knows neither the
// store nor the user.
package intake

import (
	"context"
	"time"

	"rapport"
	"rapport/internal/store"
)

// Source reads one kind of place.
type Source interface {
	// Kind is its name, such as git.
	Kind() string
	// Describe finds the place a person named, or says why it is none.
	Describe(ctx context.Context, location string) (Place, error)
	// Fetch reads what is new since the cursor.
	Fetch(ctx context.Context, r FetchRequest) (Fetched, error)
	// Map makes proposals of raw items. It is a pure function: the same items
	// always give the same proposals with the same keys.
	Map(items []store.RawItem, o MapOptions) ([]rapport.Proposal, error)
}

// Place is where work can be read.
type Place struct {
	// Location is the canonical path or address.
	Location string
	// Title is how people call it.
	Title string
	// Names and Emails are the identities configured there.
	Names, Emails []string
}

// FetchRequest says what to fetch.
type FetchRequest struct {
	Location      string
	Names, Emails []string
	// Since is the first instant of interest.
	Since  time.Time
	Cursor string
	// OrLatest asks, where nothing of the user lies in the window, for the
	// weeks before their newest work, and where they are not known at all, for
	// the newest work of whoever worked last.
	OrLatest bool
	// Progress may be nil.
	Progress func(done int)
}

// Fetched is what a source said.
type Fetched struct {
	Items  []store.RawItem
	Cursor string
	// Unmoved says that nothing is new.
	Unmoved bool
	// Instead says what was read instead of the window; nil where that was.
	Instead *Instead
	// Nothing says why nothing of the user was found; nil where something was.
	Nothing *rapport.Error
	// Warnings are for people.
	Warnings []string
}

// Instead is the newest work at a place, read because nothing of the user lay
// in the window that was asked for.
type Instead struct {
	// Since is the first day read.
	Since rapport.Day
	// Name and Email are of somebody else, where the user is not known at the
	// place; empty for the user.
	Name, Email string
}

// MapOptions are what mapping may know besides the items.
type MapOptions struct {
	Title string
	// Projects are the slugs the user has.
	Projects []rapport.Slug
	Today    rapport.Day
	// Decided reports whether an item stands in a proposal that was accepted
	// or dropped; it is not proposed again.
	Decided   func(key string) bool
	GuessKind func(text string) (rapport.Kind, int)
}

// Service runs the use-cases for one user.
type Service struct {
	DB   *store.DB
	User rapport.User
	// Now is the clock, in the user's zone.
	Now func() time.Time
	// Sources are the kinds of places that can be read.
	Sources []Source
	// Forms are the kinds of files that can be taken in.
	Forms []Form
	// Calendars reads calendars.
	Calendars CalendarReader
}

func (s *Service) source(kind string) (Source, error) {
	known := ""
	for _, source := range s.Sources {
		if source.Kind() == kind {
			return source, nil
		}
		known += " " + source.Kind()
	}
	return nil, rapport.Errorf(rapport.Invalid, "%q cannot be read", kind).WithHint("sources that can be read:%s", known)
}

// Describe finds a place without reading it.
func (s *Service) Describe(ctx context.Context, kind, location string) (Place, error) {
	source, err := s.source(kind)
	if err != nil {
		return Place{}, err
	}
	return source.Describe(ctx, location)
}

func (s *Service) record() rapport.Record {
	return rapport.Record{Owner: s.User.ID, At: rapport.StampOf(s.Now())}
}

// recordOn is the common part of something dated on a day; the empty day is
// today. The journal's instant lies on the day of the work.
func (s *Service) recordOn(day rapport.Day) rapport.Record {
	now := s.Now()
	r := rapport.Record{Owner: s.User.ID, At: rapport.StampOf(now)}
	if day != "" && day != rapport.DayOf(now) {
		r.At = rapport.StampOf(day.Noon(now.Location()))
	}
	return r
}

func (s *Service) change(ctx context.Context, tx *store.Tx, what string, steps ...store.Step) error {
	return tx.InsertSteps(ctx, s.User.ID, rapport.InstantOf(s.Now()), what, steps)
}
