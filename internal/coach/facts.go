package coach

import (
	"iter"
	"slices"
	"time"

	"rapport"
	"rapport/internal/when"
)

// Facts is all that the rules know: one value, computed from the record as it
// stood at Now. Nothing in it is later than that moment, but talks that are
// booked ahead. Rules read it and never change it.
type Facts struct {
	Record
	Now   time.Time
	Today rapport.Day
	// Clock counts working days: the user's week without their leave.
	Clock  when.Clock
	Limits Limits
	// Bosses are those the user answers to today, in the order of the record.
	// What concerns one of them stands in their file.
	Bosses []*File
	// Work holds the entries with the goals they serve, oldest first.
	Work []*Work
	// Late are those of the last month that say that something will not be
	// ready in time.
	Late []*Work
	// Dates are the dated facts of the calendar, each with the date and the
	// kind that its line or its words say, soonest first.
	Dates []Date
	// Drafts are the texts for bosses that have not left, agenda items
	// included, with what is wrong with them.
	Drafts []*Draft
	// Standing are the situations that hold.
	Standing []Standing
	// Derived says what was not recorded and had to be worked out, and how.
	Derived []Derivation

	workdays []int // see workDaysSince
}

// Derivation is a value that the record does not hold and that was worked out
// from it.
type Derivation struct {
	// What names the value, How says what it was read from.
	What, How string
	Lines     []rapport.LineID
}

// File is what the facts hold of one boss: slices of the record that concern
// them, oldest first, and what follows from those.
type File struct {
	rapport.Boss
	// From is the day on which the relation began, Age the days since.
	From rapport.Day
	Age  int
	// Zone is the boss's time zone, nil where it is not known.
	Zone *time.Location
	// Goals are those that count today, Past those that do not any more.
	Goals, Past []rapport.Goal
	// Rhythm is how often one-on-ones take place.
	Rhythm Rhythm
	// Notes is how often written reports went; Days is zero where fewer than
	// three did.
	Notes Rhythm

	Meetings     []rapport.Meeting
	Reports      []rapport.Report // those that were sent
	Drafts       []rapport.Report // those that were not
	Messages     []rapport.Message
	Asks         []rapport.Ask
	Mine, Theirs []rapport.Promise
	FeedbackAsks []rapport.FeedbackAsk
	Feedback     []rapport.Feedback
	Pings        []rapport.Ping
	Surprises    []rapport.Surprise
	Offers       []rapport.HelpOffer
	Instructions []rapport.Instruction
	Preferences  []rapport.Preference
	Agreements   []rapport.Agreement
	Observations []rapport.Observation
	Pressures    []rapport.BossPressure
	Reactions    []rapport.Reaction
	Reorgs       []rapport.Reorganisation
	// Unsent are the drafts to this boss that may still leave.
	Unsent []Unsent
	// Vague are the requests for feedback that name no work and no aspect.
	Vague []rapport.FactID
	// Wants are the values of style that the boss stated.
	Wants []Want
	// Taken are the reactions of the boss, those recorded as such and those
	// that feedback and observations show.
	Taken []Taken

	// likings are read when a rule asks for them, once.
	likings func() []liking
}

// Rhythm is how often something takes place.
type Rhythm struct {
	// Days is the interval; zero where nothing is known.
	Days int
	// Agreed says that it was agreed; otherwise it is the median gap of what
	// took place.
	Agreed bool
	Lines  []rapport.LineID
}

// Work is an entry with the goals that it serves.
type Work struct {
	rapport.Entry
	// Serves are the goals that count today, the user's word first, else the
	// guesses of the alignment.
	Serves []rapport.Goal
	// Guessed says that the goals are guesses.
	Guessed bool
	// Topic are the words that say what it is about.
	Topic Topic
	// Age is how many days old it is, Waited how many working days.
	Age, Waited int
	// What follows is only set for news that may have to be told: Over says
	// that a later entry ends the matter, the others what its words say.
	Over, Urgent, Touches, Protected, Gossip bool
}

// Date is a dated fact of the calendar.
type Date struct {
	rapport.CalendarFact
	// On is its day and End the last one; Sort what it is. Read says that one
	// of them was read out of its text.
	On, End rapport.Day
	Sort    rapport.CalendarKind
	Read    bool
	// Boss is the boss it names; zero where none.
	Boss rapport.BossID
}

// Derive computes the facts of a record as it stood at a moment, which is in
// the user's zone.
func Derive(r Record, now time.Time, limits Limits) *Facts {
	f := &Facts{Record: r.asOf(now), Now: now, Today: rapport.DayOf(now), Limits: limits}
	f.deriveDates()
	f.Clock = when.Clock{Now: now, Locale: r.User.Locale, Week: r.User.WorkDays, Context: when.Due, Off: f.onLeave}
	f.countWorkDays()
	f.derivePromises()
	f.deriveWork()
	for i := range f.Names.Bosses {
		if b := f.Names.Bosses[i]; b.Left.IsZero() {
			f.Bosses = append(f.Bosses, f.file(b))
		}
	}
	f.deriveDrafts()
	f.deriveSituations()
	return f
}

// Boss returns the file of a boss, nil where they are not answered to today.
func (f *Facts) Boss(id rapport.BossID) *File {
	for _, b := range f.Bosses {
		if b.ID == id {
			return b
		}
	}
	return nil
}

// Since is the work of a day and those after it, in the order in which it was
// written down.
func (f *Facts) Since(day rapport.Day) iter.Seq2[int, *Work] {
	return func(yield func(int, *Work) bool) {
		for i, w := range f.Work {
			if w.Day >= day && !yield(i, w) {
				return
			}
		}
	}
}

// Days is how many days ago a day was; negative for one that is ahead.
func (f *Facts) Days(d rapport.Day) int { return f.Today.Sub(d) }

// RecordDays is how many days ago the record began: its first line counts, not
// the day on which it was imported.
func (f *Facts) RecordDays() int {
	if f.First.IsZero() || f.First.At > rapport.InstantOf(f.Now) {
		return 0
	}
	return f.Days(rapport.DayOf(f.First.Time()))
}

// derived notes a value that was worked out.
func (f *Facts) derived(what, how string, lines ...rapport.LineID) {
	f.Derived = append(f.Derived, Derivation{what, how, lines})
}

// onLeave reports whether the user is on leave on a day.
func (f *Facts) onLeave(d rapport.Day) bool {
	return slices.ContainsFunc(f.Dates, func(x Date) bool { return x.Sort == rapport.Leave && x.Boss == 0 && x.On <= d && d <= x.End })
}

// reach is how many days around today working days are counted in advance.
const reach = 400

// countWorkDays sums the working days around today once, because the rules ask
// often.
func (f *Facts) countWorkDays() {
	f.workdays = make([]int, 2*reach+1)
	day := f.Today.Add(-reach)
	n := 0
	t := day.Time()
	for i := range f.workdays {
		d := rapport.DayOf(t.AddDate(0, 0, i))
		if f.User.WorkDays.Has(t.AddDate(0, 0, i).Weekday()) && !f.onLeave(d) {
			n++
		}
		f.workdays[i] = n
	}
}

// WorkDays counts the user's working days after from up to and including to;
// it is negative where to is before from.
func (f *Facts) WorkDays(from, to rapport.Day) int {
	a, b := reach-f.Days(from), reach-f.Days(to)
	if a < 0 || b < 0 || a > 2*reach || b > 2*reach {
		return when.WorkDaysBetween(from, to, f.Clock)
	}
	return f.workdays[b] - f.workdays[a]
}

// Waited counts the working days since a day.
func (f *Facts) Waited(since rapport.Day) int { return f.WorkDays(since, f.Today) }

// Left counts the working days until a day.
func (f *Facts) Left(until rapport.Day) int { return f.WorkDays(f.Today, until) }

// Goal returns a goal that counts today, of whichever boss.
func (f *Facts) Goal(id rapport.GoalID) (rapport.Goal, bool) {
	g := f.Names.Goal(id)
	return g, g.ID != 0 && g.IsCurrent(f.Today)
}
