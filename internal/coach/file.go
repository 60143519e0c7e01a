package coach

import (
	"slices"
	"sync"
	"time"

	"rapport"
)

// file gathers what concerns one boss.
func (f *Facts) file(b rapport.Boss) *File {
	of := &File{Boss: b, From: b.Since}
	if of.From == "" {
		of.From = rapport.DayOf(b.At.Time())
	}
	of.Age = f.Days(of.From)
	if b.Zone != "" {
		if zone, err := time.LoadLocation(b.Zone); err == nil {
			of.Zone = zone
		}
	}
	for _, g := range f.Names.Goals {
		switch {
		case g.Boss != b.ID:
		case g.IsCurrent(f.Today):
			of.Goals = append(of.Goals, g)
		default:
			of.Past = append(of.Past, g)
		}
	}
	of.Meetings = with(f.Meetings, b.ID, func(m rapport.Meeting) rapport.BossID { return m.Boss })
	slices.SortStableFunc(of.Meetings, func(x, y rapport.Meeting) int { return compare(x.Begins().At, y.Begins().At) })
	for _, r := range f.Reports {
		switch {
		case r.Boss != b.ID:
		case r.State == rapport.Sent:
			of.Reports = append(of.Reports, r)
		default:
			of.Drafts = append(of.Drafts, r)
		}
	}
	of.Messages = with(f.Messages, b.ID, func(m rapport.Message) rapport.BossID { return m.Boss })
	of.Asks = with(f.Asks, b.ID, func(a rapport.Ask) rapport.BossID { return a.Boss })
	for _, p := range f.Promises {
		switch {
		case p.Boss() != b.ID:
		case p.IsMine():
			of.Mine = append(of.Mine, p)
		case p.By.Boss == b.ID:
			of.Theirs = append(of.Theirs, p)
		}
	}
	of.FeedbackAsks = with(f.FeedbackAsks, b.ID, func(a rapport.FeedbackAsk) rapport.BossID { return a.Boss })
	of.Feedback = with(f.Feedback, b.ID, func(a rapport.Feedback) rapport.BossID { return a.Sender.Boss })
	of.Pings = with(f.Pings, b.ID, func(p rapport.Ping) rapport.BossID { return p.Boss })
	of.Surprises = with(f.Surprises, b.ID, func(s rapport.Surprise) rapport.BossID { return s.Boss })
	of.Offers = with(f.Offers, b.ID, func(o rapport.HelpOffer) rapport.BossID { return o.Boss })
	of.Instructions = with(f.Instructions, b.ID, func(i rapport.Instruction) rapport.BossID { return i.Boss })
	of.Preferences = with(f.Preferences, b.ID, func(p rapport.Preference) rapport.BossID { return p.Boss })
	of.Agreements = with(f.Agreements, b.ID, func(a rapport.Agreement) rapport.BossID { return a.Boss })
	of.Observations = with(f.Observations, b.ID, func(o rapport.Observation) rapport.BossID { return o.Boss })
	of.Pressures = with(f.Pressures, b.ID, func(p rapport.BossPressure) rapport.BossID { return p.Boss })
	of.Reactions = with(f.Reactions, b.ID, func(r rapport.Reaction) rapport.BossID { return r.Boss })
	for _, r := range f.Reorgs {
		if r.Boss == 0 || r.Boss == b.ID {
			of.Reorgs = append(of.Reorgs, r)
		}
	}
	f.deriveRhythms(of)
	f.deriveTaken(of)
	of.deriveWants()
	of.likings = sync.OnceValue(func() []liking { return f.readLikings(of) })
	f.deriveUnsent(of)
	return of
}

// with keeps what concerns a boss.
func with[T any](all []T, boss rapport.BossID, of func(T) rapport.BossID) []T {
	var own []T
	for _, one := range all {
		if of(one) == boss {
			own = append(own, one)
		}
	}
	return own
}

// Held are the meetings that took place, of some kinds; all kinds where none
// is named.
func (of *File) Held(kinds ...rapport.MeetingKind) []rapport.Meeting {
	return with(of.Meetings, 1, func(m rapport.Meeting) rapport.BossID {
		if m.Status == rapport.Held && (len(kinds) == 0 || slices.Contains(kinds, m.Kind)) {
			return 1
		}
		return 0
	})
}

// LastHeard is the day on which the boss last heard anything of the user: a
// talk, a report, a message.
func (of *File) LastHeard() rapport.Day {
	var last rapport.Day
	for _, m := range of.Held() {
		last = max(last, rapport.DayOf(m.Begins().Time()))
	}
	for _, r := range of.Reports {
		last = max(last, rapport.DayOf(r.At.Time()))
	}
	for _, m := range of.Messages {
		if m.State == rapport.Sent {
			last = max(last, m.Day())
		}
	}
	return last
}

// NextTalk returns the next talk that is booked, and whether there is one.
func (f *Facts) NextTalk(of *File) (rapport.Meeting, bool) {
	now := rapport.InstantOf(f.Now)
	for _, m := range of.Meetings {
		if m.Status == rapport.Booked && m.Begins().At >= now {
			return m, true
		}
	}
	return rapport.Meeting{}, false
}

// Pressed reports whether a recorded pressure weighs on the boss today, and
// until when; an empty day means that nobody said.
func (f *Facts) Pressed(of *File) (until rapport.Day, pressed bool) {
	const unsaid = 14 // days that a pressure without an end is taken to last
	for _, p := range of.Pressures {
		from := max(p.From, p.Day())
		if p.From != "" {
			from = p.From
		}
		end := p.Until
		if end == "" {
			end = from.Add(unsaid)
		}
		if from <= f.Today && f.Today <= end {
			until, pressed = max(until, end), true
		}
	}
	for _, d := range f.Dates {
		if d.Sort == rapport.Pressure && (d.Boss == of.ID || d.Boss == 0) && d.On <= f.Today && f.Today <= d.End {
			until, pressed = max(until, d.End), true
		}
	}
	return until, pressed
}
