package intake

import (
	"context"
	"slices"
	"time"

	"rapport"
	"rapport/internal/store"
)

// CalendarReader reads calendars.
type CalendarReader interface {
	// Place says how the calendar at a location is remembered. The title never
	// holds its address, which is often a secret.
	Place(location string) (Place, error)
	// Read fetches a calendar, from a file, a folder or an address that the user
	// gave, and finds in it what matters between the user and their bosses.
	Read(ctx context.Context, location string, w CalendarWindow) (CalendarFound, error)
}

// CalendarWindow is what reading a calendar depends on.
type CalendarWindow struct {
	From, Until time.Time
	User        rapport.User
	Bosses      []rapport.Boss
}

// CalendarFound is what a calendar holds in a window.
type CalendarFound struct {
	Series  []FoundSeries
	DaysOff []FoundDaysOff
	// Present are the keys of all meetings there are, whatever they are.
	Present map[string]bool
	// Incomplete says that something may be there and was not read.
	Incomplete bool
	Warnings   []string
}

// FoundSeries is a series, or a single meeting, that looks like one-on-ones with
// a boss.
type FoundSeries struct {
	// UID names it for ever.
	UID   string
	Boss  rapport.Slug
	Title string
	// Rule is its rule of RFC 5545, Rhythm the same in words; both are empty
	// for a single meeting.
	Rule, Rhythm string
	// From is the day of the first meeting that the rule puts into the window:
	// where a rule leaves weeks out, it says which.
	From       rapport.Day
	Confidence int
	Reason     string
	Meetings   []FoundMeeting
}

// FoundMeeting is one meeting in a calendar.
type FoundMeeting struct {
	// Key names it for ever, also after it was moved.
	Key     string
	Title   string
	Start   rapport.Stamp
	Minutes int
	Zone    string
	// Off says that it was called off or declined.
	Off bool
}

// FoundDaysOff is leave or a public holiday.
type FoundDaysOff struct {
	Key, Text   string
	From, Until rapport.Day
	Holiday     bool
	Confidence  int
	Reason      string
}

// calendarKind is the kind of the sources of calendars, and what decisions about
// series in them are remembered under.
const calendarKind = "calendar"

// How far a calendar is looked at: back to what may still have to be said, and
// ahead to what is booked.
const (
	calendarBack  = 84
	calendarAhead = 56
)

// CalendarReading is a calendar as it was read, with nothing written down yet.
type CalendarReading struct {
	Place Place
	Found CalendarFound
	// Names are those it was read with.
	Names rapport.Names
	since time.Time
	until time.Time
}

// CalendarTaken says what came of taking a calendar in.
type CalendarTaken struct {
	Source rapport.Source
	Names  rapport.Names
	// New are the proposals made, Changed those that the calendar changed.
	New, Changed []rapport.Proposal
	// Adopted are the series that were taken over now.
	Adopted []rapport.Proposal
	// Booked, Moved, CalledOff and Gone are the meetings of adopted series that
	// were written, moved, cancelled, and taken away.
	Booked, Moved, CalledOff, Gone []rapport.Meeting
	// Series are those that wait for a decision.
	Series []rapport.Proposal
	// Before counts what was known and has not changed.
	Before   int
	Warnings []string
}

// CalendarDecisions are what the user said about the series of a calendar.
type CalendarDecisions struct {
	// Adopt and Refuse hold the UIDs of series; AdoptAll takes all of them over.
	Adopt, Refuse []string
	AdoptAll      bool
	// Accept takes leave and public holidays over, Pass puts them aside; neither
	// leaves them in the inbox.
	Accept, Pass bool
}

// ReadCalendar reads the calendar at a location and writes nothing down. The
// empty since is twelve weeks ago.
func (s *Service) ReadCalendar(ctx context.Context, location string, since rapport.Day) (r CalendarReading, err error) {
	if r.Place, err = s.Calendars.Place(location); err != nil {
		return r, err
	}
	if r.Names, err = s.Names(ctx); err != nil {
		return r, err
	}
	now := s.Now()
	today := rapport.DayOf(now)
	if since == "" {
		since = today.Add(-calendarBack)
	}
	r.since, r.until = since.In(now.Location()), today.Add(calendarAhead+1).In(now.Location())
	present := slices.DeleteFunc(slices.Clone(r.Names.Bosses), func(b rapport.Boss) bool { return !b.Left.IsZero() })
	r.Found, err = s.Calendars.Read(ctx, r.Place.Location, CalendarWindow{From: r.since, Until: r.until, User: s.User, Bosses: present})
	return r, err
}

// TakeCalendar writes down what a calendar holds, with the user's decisions, all
// in one step or nothing. A series is proposed until it is taken over; from then
// on its meetings that are to come are booked, moved and cancelled as they are
// there, and those that are over are proposed as held. What the user said of a
// meeting is never changed.
func (s *Service) TakeCalendar(ctx context.Context, r CalendarReading, d CalendarDecisions) (t CalendarTaken, err error) {
	return t, s.DB.Write(ctx, func(tx *store.Tx) error {
		k := &calendarTaking{taking: taking{
			s: s, request: DocumentRequest{Kind: calendarKind, Location: r.Place.Location, Title: r.Place.Title}, before: map[rapport.ProposalID]rapport.Proposal{},
		}, tx: tx, reading: r, decisions: d, now: rapport.InstantOf(s.Now())}
		if err := k.take(ctx); err != nil {
			return err
		}
		t = k.result
		t.Warnings = r.Found.Warnings
		return s.change(ctx, tx, "read the calendar "+t.Source.Title, append(k.steps, k.hand.steps...)...)
	})
}

// Undecided lists the series and the days off of a calendar about which the user
// has said nothing yet.
func (s *Service) Undecided(ctx context.Context, r CalendarReading) (series, daysOff []rapport.Proposal, err error) {
	return series, daysOff, s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		k := &calendarTaking{taking: taking{s: s, request: DocumentRequest{Kind: calendarKind, Location: r.Place.Location}}, tx: tx, reading: r}
		series, daysOff = nil, nil
		if err := k.findSource(ctx, tx); err != nil {
			return err
		}
		if k.hand.names, err = tx.Names(ctx, s.User.ID); err != nil {
			return err
		}
		if err := k.readKnown(ctx); err != nil {
			return err
		}
		waits := func(key string) bool {
			p, known := k.known[key]
			return !known || p.Removed != 0 || p.State == rapport.Open
		}
		for _, found := range r.Found.Series {
			_, isAdopted := k.adopted[found.UID]
			b, err := rapport.FindBoss(k.hand.names.Bosses, found.Boss)
			if err == nil && !isAdopted && len(found.Meetings) > 0 && found.Rhythm != "" && waits("series/"+found.UID) {
				series = append(series, k.seriesProposal(found, b.ID))
			}
		}
		for _, off := range r.Found.DaysOff {
			if p := daysOffProposal(off); waits(p.Key) {
				daysOff = append(daysOff, p)
			}
		}
		return nil
	})
}

// calendarTaking is one calendar on its way into the record. Each event that
// was ever taken in has a proposal that remembers what the calendar last said of
// it, so that a change there is told from a change by the user.
type calendarTaking struct {
	taking
	tx        *store.Tx
	reading   CalendarReading
	decisions CalendarDecisions
	now       rapport.Instant
	hand      hand
	result    CalendarTaken
	known     map[string]rapport.Proposal
	adopted   map[string]rapport.BossID
	meetings  []rapport.Meeting
	seen      map[string]bool
}

func (k *calendarTaking) take(ctx context.Context) (err error) {
	if err := k.findSource(ctx, k.tx); err != nil {
		return err
	}
	if err := k.writeSource(ctx, k.tx); err != nil {
		return err
	}
	k.result.Source = k.taken.Source
	if k.hand, err = k.s.newHand(ctx, k.tx); err != nil {
		return err
	}
	k.result.Names = k.hand.names
	if err := k.readKnown(ctx); err != nil {
		return err
	}
	for _, found := range k.reading.Found.Series {
		if err := k.series(ctx, found); err != nil {
			return err
		}
	}
	if err := k.vanish(ctx); err != nil {
		return err
	}
	for _, off := range k.reading.Found.DaysOff {
		if err := k.daysOff(ctx, off); err != nil {
			return err
		}
	}
	return nil
}

func (k *calendarTaking) readKnown(ctx context.Context) error {
	owner := k.s.User.ID
	all, err := k.tx.ProposalsOfKind(ctx, owner, calendarKind)
	if err != nil {
		return err
	}
	k.known, k.adopted, k.seen = map[string]rapport.Proposal{}, map[string]rapport.BossID{}, map[string]bool{}
	for _, p := range all {
		if have, twice := k.known[p.Key]; !twice || have.Source != k.taken.Source.ID {
			k.known[p.Key] = p
		}
	}
	mappings, err := store.Mappings.List(ctx, k.tx, owner, store.FactFilter{Oldest: true})
	if err != nil {
		return err
	}
	for _, m := range mappings {
		if m.About == calendarKind && m.Boss != 0 {
			k.adopted[m.Name] = m.Boss
		}
	}
	k.meetings, err = store.Meetings.List(ctx, k.tx, owner, store.FactFilter{Private: true})
	return err
}
