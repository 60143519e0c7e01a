package people

import (
	"context"
	"slices"

	"rapport"
	"rapport/internal/profile"
	"rapport/internal/store"
	"rapport/internal/when"
)

// File is all that is known of a boss on a day (P1, P75), for the owner's own
// eyes.
type File struct {
	Boss    rapport.Boss
	Day     rapport.Day
	Names   rapport.Names
	Profile profile.Profile
	// Goals are what they want now, with the state of what is known of each.
	Goals []KnownGoal
	// Projects are those that matter to them, with what depends on them (P2).
	Projects []rapport.Project
	// Rhythm is what was agreed about one-on-ones, in words; empty for nothing.
	Rhythm     string
	Agreements []rapport.Agreement
	Criteria   []rapport.Criterion
	// Asks and the promises of both sides that are open.
	Asks         []rapport.Ask
	Mine, Theirs []rapport.Promise
	// LastMeeting and LastReport are the newest of each; nil where there was
	// none. Pinged and Asked are the days on which they last asked for news and
	// the user last asked for anything.
	LastMeeting   *rapport.Meeting
	LastReport    *rapport.Report
	Pinged, Asked rapport.Day
	// Reorganised is the day before which nothing is taken for granted.
	Reorganised rapport.Day

	// Private is what is nobody else's business.
	Private PrivateFile
}

// PrivateFile is the private part of a boss's file.
type PrivateFile struct {
	Pressures  []rapport.BossPressure
	Hardships  []rapport.Hardship
	HumanFacts []rapport.HumanFact
	// Aspects are observations of strengths, motives, biases and blind spots
	// (P85): behaviour that was seen.
	Aspects   []rapport.Observation
	Reactions []rapport.Reaction
}

// KnownGoal is a goal and how far it is known.
type KnownGoal struct {
	rapport.Goal
	// State is known where they said so and it is fresh, assumed where the
	// user inferred it, and to re-confirm where it is old or older than a
	// reorganisation.
	State string
	// ConfirmedOn is the day on which they last confirmed it, empty for never.
	LastConfirmed rapport.Day
}

// The states of a goal in a file.
const (
	GoalKnown       = "known"
	GoalAssumed     = "assumed"
	GoalToReconfirm = "to re-confirm"
)

// freshGoal is for how many days a confirmation of a goal holds (P21).
const freshGoal = 90

// How much of each sort a file shows.
const (
	fileOpen    = 50
	filePrivate = 20
)

// BossFile gathers what is known of a boss.
func (s *Service) BossFile(ctx context.Context, slug rapport.Slug) (file File, err error) {
	d := s.desk()
	return file, d.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		boss, err := rapport.FindBoss(names.Bosses, slug)
		if err != nil {
			return err
		}
		file = File{Boss: boss, Day: d.Today(), Names: names}
		if file.Profile, file.Reorganised, err = d.Profile(ctx, tx, names, boss); err != nil {
			return err
		}
		file.goals(names)
		if err := s.open(ctx, tx, &file); err != nil {
			return err
		}
		if err := s.contacts(ctx, tx, &file); err != nil {
			return err
		}
		return s.private(ctx, tx, &file)
	})
}

func (f *File) goals(names rapport.Names) {
	for _, g := range names.Goals {
		if g.Boss == f.Boss.ID && g.IsCurrent(f.Day) {
			f.Goals = append(f.Goals, f.known(g))
		}
	}
	for _, p := range names.Projects {
		if p.Boss == f.Boss.ID && !p.IsDone() {
			f.Projects = append(f.Projects, p)
		}
	}
}

func (f *File) known(g rapport.Goal) KnownGoal {
	k := KnownGoal{Goal: g, State: GoalAssumed, LastConfirmed: g.ConfirmedOn}
	if g.Confirmed && k.LastConfirmed == "" {
		k.LastConfirmed = rapport.DayOf(g.At.Time())
	}
	switch {
	case !g.Confirmed:
	case k.LastConfirmed < f.Reorganised || f.Day.Sub(k.LastConfirmed) > freshGoal:
		k.State = GoalToReconfirm
	default:
		k.State = GoalKnown
	}
	return k
}

// open reads what waits and what was agreed.
func (s *Service) open(ctx context.Context, tx *store.Tx, f *File) (err error) {
	of := store.FactFilter{Boss: f.Boss.ID}
	waiting := store.FactFilter{Boss: f.Boss.ID, Open: true, SoonestDue: true, Limit: fileOpen}
	if f.Asks, err = store.Asks.List(ctx, tx, s.User.ID, waiting); err != nil {
		return err
	}
	promises, err := store.Promises.List(ctx, tx, s.User.ID, waiting)
	if err != nil {
		return err
	}
	for _, p := range promises {
		if p.By.Boss == f.Boss.ID {
			f.Theirs = append(f.Theirs, p)
		} else if p.IsMine() {
			f.Mine = append(f.Mine, p)
		}
	}
	if f.Agreements, err = store.Agreements.List(ctx, tx, s.User.ID, of); err != nil {
		return err
	}
	f.Agreements = slices.DeleteFunc(f.Agreements, func(a rapport.Agreement) bool { return a.EndedOn != "" && a.EndedOn <= f.Day })
	if f.Criteria, err = store.Criteria.List(ctx, tx, s.User.ID, of); err != nil {
		return err
	}
	rhythm, err := newest(ctx, tx, s.User.ID, store.Rhythms, of)
	if err == nil && rhythm != nil {
		f.Rhythm = s.rhythmWords(*rhythm)
	}
	return err
}

// rhythmWords says a rhythm for people; one that a journal tells in words of
// its own stays as it is.
func (s *Service) rhythmWords(r rapport.Rhythm) string {
	read, err := when.ParseRhythm(r.Every, s.desk().Clock(when.Meeting))
	if err != nil {
		return r.Every
	}
	if r.Time != "" {
		read.Time, read.Zone = r.Time, r.Zone
	}
	return read.Words()
}

// newest returns the newest fact of a list, nil where there is none.
func newest[T any, P interface {
	*T
	Head() *rapport.Fact
}](ctx context.Context, tx *store.Tx, owner rapport.UserID, table store.Facts[T, P], f store.FactFilter) (*T, error) {
	f.Limit = 1
	all, err := table.List(ctx, tx, owner, f)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	return &all[0], nil
}

// contacts reads when both sides last had to do with each other.
func (s *Service) contacts(ctx context.Context, tx *store.Tx, f *File) error {
	of := store.FactFilter{Boss: f.Boss.ID}
	// A few meetings back there is one that was held, or there is none to speak of.
	const back = 20
	meetings, err := store.Meetings.List(ctx, tx, s.User.ID, store.FactFilter{Boss: f.Boss.ID, Period: rapport.Period{Until: f.Day}, Limit: back})
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(meetings, func(m rapport.Meeting) bool { return m.Status == rapport.Held }); i >= 0 {
		f.LastMeeting = &meetings[i]
	}
	report, found, err := tx.LastReport(ctx, s.User.ID, f.Boss.ID)
	if err != nil {
		return err
	}
	if found {
		f.LastReport = &report
	}
	ping, err := newest(ctx, tx, s.User.ID, store.Pings, of)
	if err != nil {
		return err
	}
	if ping != nil {
		f.Pinged = ping.Day()
	}
	ask, err := newest(ctx, tx, s.User.ID, store.Asks, of)
	if err == nil && ask != nil {
		f.Asked = ask.Day()
	}
	return err
}

// private reads what is nobody else's business.
func (s *Service) private(ctx context.Context, tx *store.Tx, f *File) (err error) {
	of := store.FactFilter{Boss: f.Boss.ID, Limit: filePrivate}
	if f.Private.Pressures, err = store.BossPressures.List(ctx, tx, s.User.ID, of); err != nil {
		return err
	}
	f.Private.Pressures = slices.DeleteFunc(f.Private.Pressures, func(p rapport.BossPressure) bool { return p.Until != "" && p.Until < f.Day })
	if f.Private.Hardships, err = store.Hardships.List(ctx, tx, s.User.ID, of); err != nil {
		return err
	}
	f.Private.Hardships = slices.DeleteFunc(f.Private.Hardships, func(h rapport.Hardship) bool { return h.EndedOn != "" && h.EndedOn <= f.Day })
	if f.Private.HumanFacts, err = store.HumanFacts.List(ctx, tx, s.User.ID, of); err != nil {
		return err
	}
	if f.Private.Reactions, err = store.Reactions.List(ctx, tx, s.User.ID, of); err != nil {
		return err
	}
	seen, err := store.Observations.List(ctx, tx, s.User.ID, store.FactFilter{Boss: f.Boss.ID})
	for _, o := range seen {
		if o.Aspect != rapport.OfBehaviour {
			f.Private.Aspects = append(f.Private.Aspects, o)
		}
	}
	return err
}
