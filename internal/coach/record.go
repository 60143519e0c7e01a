package coach

import (
	"cmp"
	"slices"
	"time"

	"rapport"
)

// Record is what was gathered of a person's record, noun by noun. The feature
// that fills it reads by index and by period: entries reach back as far as any
// rule looks, not to the beginning.
type Record struct {
	User  rapport.User
	Names rapport.Names
	// First is when the record begins, LastEntry the day of the newest entry:
	// both are of the whole record, however little of it was gathered.
	First     rapport.Stamp
	LastEntry rapport.Day

	Entries      []rapport.Entry
	Reports      []rapport.Report
	Messages     []rapport.Message
	Meetings     []rapport.Meeting
	Rhythms      []rapport.Rhythm
	Agenda       []rapport.AgendaItem
	Decisions    []rapport.Decision
	Instructions []rapport.Instruction

	Asks          []rapport.Ask
	Promises      []rapport.Promise
	PromiseEvents []rapport.PromiseEvent
	FeedbackAsks  []rapport.FeedbackAsk
	Feedback      []rapport.Feedback
	Pings         []rapport.Ping
	Surprises     []rapport.Surprise
	Heard         []rapport.Heard
	Public        []rapport.PublicEvent

	Preferences []rapport.Preference
	Copies      []rapport.PreferenceCopy
	Reorgs      []rapport.Reorganisation
	Agreements  []rapport.Agreement
	Roles       []rapport.RoleChange
	Criteria    []rapport.Criterion
	Calendar    []rapport.CalendarFact

	Skills       []rapport.Skill
	Stakeholders []rapport.Stakeholder
	Contacts     []rapport.Contact
	Pitches      []rapport.Pitch
	Offers       []rapport.HelpOffer
	Helps        []rapport.Help
	TeamDates    []rapport.TeamDate

	// Private ones: no finding can hold a word of them.
	Observations []rapport.Observation
	Pressures    []rapport.BossPressure
	HumanFacts   []rapport.HumanFact
	Reactions    []rapport.Reaction
	Hardships    []rapport.Hardship
	Careers      []rapport.CareerGoal
	Ratings      []rapport.Rating
	Hours        []rapport.WeekHours
	Reflections  []rapport.Reflection
	Disclosures  []rapport.Disclosure
	Notes        []rapport.PrivateNote

	// Switches are the situations that the user switched by hand.
	Switches []Switch
}

// asOf returns the record as it was known at a moment: nothing that was
// written later, no answer, end or telling that came later.
func (r Record) asOf(now time.Time) Record {
	at, today := rapport.InstantOf(now), rapport.DayOf(now)
	k := knowledge{at, today}
	r.Names.Bosses = known(r.Names.Bosses, func(b *rapport.Boss) *rapport.Record { return &b.Record }, at)
	for i := range r.Names.Bosses {
		if b := &r.Names.Bosses[i]; b.Left.At > at {
			b.Left = rapport.Stamp{}
		}
	}
	r.Names.Goals = known(r.Names.Goals, func(g *rapport.Goal) *rapport.Record { return &g.Record }, at)
	for i := range r.Names.Goals {
		k.forget(&r.Names.Goals[i].ConfirmedOn)
	}
	r.Names.Projects = known(r.Names.Projects, func(p *rapport.Project) *rapport.Record { return &p.Record }, at)
	r.Entries = known(r.Entries, func(e *rapport.Entry) *rapport.Record { return &e.Record }, at)
	for i := range r.Entries {
		e := &r.Entries[i]
		k.forget(&e.Closed)
		if slices.ContainsFunc(e.Told, func(t rapport.Told) bool { return t.Since.At > at }) {
			e.Told = slices.DeleteFunc(slices.Clone(e.Told), func(t rapport.Told) bool { return t.Since.At > at })
		}
	}
	r.Reports = known(r.Reports, func(p *rapport.Report) *rapport.Record { return &p.Record }, at)
	r.Calendar = known(r.Calendar, func(c *rapport.CalendarFact) *rapport.Record { return &c.Record }, at)
	r.Notes = known(r.Notes, func(n *rapport.PrivateNote) *rapport.Record { return &n.Record }, at)
	r.relationAsOf(k)
	r.growthAsOf(k)
	return r
}

// relationAsOf does the facts between the user and a boss.
func (r *Record) relationAsOf(k knowledge) {
	r.Messages = facts(r.Messages, k)
	ahead := bookedAhead(r.Meetings, k.at)
	r.Meetings = append(facts(r.Meetings, k), ahead...)
	r.Rhythms = facts(r.Rhythms, k)
	r.Agenda = facts(r.Agenda, k)
	for i := range r.Agenda {
		k.forget(&r.Agenda[i].RaisedOn)
		k.forget(&r.Agenda[i].DroppedOn)
	}
	r.Decisions = facts(r.Decisions, k)
	r.Instructions = facts(r.Instructions, k)
	for i := range r.Instructions {
		k.forget(&r.Instructions[i].DoneOn)
	}
	r.Asks = facts(r.Asks, k)
	for i := range r.Asks {
		a := &r.Asks[i]
		if k.forget(&a.AnsweredOn) {
			a.Answered, a.Answer = rapport.No, ""
		}
		k.forget(&a.WithdrawnOn)
		a.Again = slices.DeleteFunc(slices.Clone(a.Again), func(d rapport.Day) bool { return d > k.today })
	}
	r.PromiseEvents = facts(r.PromiseEvents, k)
	r.Promises = facts(r.Promises, k)
	for i := range r.Promises {
		if p := &r.Promises[i]; p.Last > k.at {
			own := slices.DeleteFunc(slices.Clone(r.PromiseEvents), func(e rapport.PromiseEvent) bool { return e.Promise != p.ID })
			*p = p.After(own)
		}
	}
	r.FeedbackAsks = facts(r.FeedbackAsks, k)
	for i := range r.FeedbackAsks {
		if a := &r.FeedbackAsks[i]; k.forget(&a.AnsweredOn) {
			a.Answer = ""
		}
	}
	r.Feedback = facts(r.Feedback, k)
	for i := range r.Feedback {
		f := &r.Feedback[i]
		if k.forget(&f.ActionOn) {
			f.Action = ""
		}
		k.forget(&f.ToldBackOn)
	}
	r.Pings = facts(r.Pings, k)
	for i := range r.Pings {
		k.forget(&r.Pings[i].AnsweredOn)
	}
	r.Surprises = facts(r.Surprises, k)
	r.Heard = facts(r.Heard, k)
	r.Public = facts(r.Public, k)
	r.Preferences = facts(r.Preferences, k)
	for i := range r.Preferences {
		k.forget(&r.Preferences[i].EndedOn)
	}
	r.Copies = facts(r.Copies, k)
	r.Reorgs = facts(r.Reorgs, k)
	r.Agreements = facts(r.Agreements, k)
	for i := range r.Agreements {
		k.forget(&r.Agreements[i].EndedOn)
	}
	r.Roles = facts(r.Roles, k)
	r.Criteria = facts(r.Criteria, k)
}

// growthAsOf does the facts of growth and of the private room.
func (r *Record) growthAsOf(k knowledge) {
	r.Skills = facts(r.Skills, k)
	for i := range r.Skills {
		k.forget(&r.Skills[i].ReachedOn)
	}
	r.Stakeholders = facts(r.Stakeholders, k)
	r.Contacts = facts(r.Contacts, k)
	for i := range r.Contacts {
		k.forget(&r.Contacts[i].ToldOn)
		k.forget(&r.Contacts[i].DoneOn)
	}
	r.Pitches = facts(r.Pitches, k)
	r.Offers = facts(r.Offers, k)
	r.Helps = facts(r.Helps, k)
	r.TeamDates = facts(r.TeamDates, k)
	for i := range r.TeamDates {
		k.forget(&r.TeamDates[i].DoneOn)
	}
	r.Observations = facts(r.Observations, k)
	r.Pressures = facts(r.Pressures, k)
	r.HumanFacts = facts(r.HumanFacts, k)
	r.Reactions = facts(r.Reactions, k)
	r.Hardships = facts(r.Hardships, k)
	for i := range r.Hardships {
		k.forget(&r.Hardships[i].EndedOn)
	}
	r.Careers = facts(r.Careers, k)
	for i := range r.Careers {
		if c := &r.Careers[i]; k.forget(&c.SharedOn) {
			c.SharedWith, c.State = nil, rapport.CareerPrivate
		}
		k.forget(&r.Careers[i].ClosedOn)
	}
	r.Ratings = facts(r.Ratings, k)
	r.Hours = facts(r.Hours, k)
	r.Reflections = facts(r.Reflections, k)
	r.Disclosures = facts(r.Disclosures, k)
	for i := range r.Disclosures {
		if d := &r.Disclosures[i]; k.forget(&d.SaidOn) {
			d.Taken = ""
		}
	}
}

// knowledge is the moment up to which something is known.
type knowledge struct {
	at    rapport.Instant
	today rapport.Day
}

// forget clears a day that is later than the moment, and reports whether it
// did.
func (k knowledge) forget(d *rapport.Day) bool {
	if *d > k.today {
		*d = ""
		return true
	}
	return false
}

// known returns a copy of the records that were there at a moment, oldest
// first.
func known[T any](all []T, record func(*T) *rapport.Record, at rapport.Instant) []T {
	// Entries are large: their places are sorted, not they themselves.
	order := make([]int, 0, len(all))
	for i := range all {
		if r := record(&all[i]); r.At.At <= at && r.Removed == 0 {
			order = append(order, i)
		}
	}
	byTime := func(i, j int) int {
		x, y := record(&all[i]), record(&all[j])
		return cmp.Or(compare(x.At.At, y.At.At), cmp.Compare(x.Line, y.Line))
	}
	if !slices.IsSortedFunc(order, byTime) {
		slices.SortStableFunc(order, byTime)
	}
	kept := make([]T, len(order))
	for i, from := range order {
		kept[i] = all[from]
	}
	return kept
}

// bookedAhead are the talks that are booked and stand in the journal under the
// time at which they begin. Whoever books writes before that time, so they are
// known although their stamp lies ahead.
func bookedAhead(meetings []rapport.Meeting, at rapport.Instant) (ahead []rapport.Meeting) {
	for _, m := range meetings {
		if m.Status == rapport.Booked && m.Start.IsZero() && m.At.At > at && m.Removed == 0 {
			ahead = append(ahead, m)
		}
	}
	return ahead
}

// facts is [known] for dated facts.
func facts[T any, P interface {
	*T
	Head() *rapport.Fact
}](all []T, k knowledge) []T {
	return known(all, func(t *T) *rapport.Record { return &P(t).Head().Record }, k.at)
}

func compare[T ~int64](a, b T) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
