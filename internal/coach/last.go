package coach

import (
	"slices"

	"rapport"
)

// lastLine is the day of the newest line that the user wrote, of whatever kind.
func (f *Facts) lastLine() rapport.Day {
	last := max(f.LastEntry, "")
	if last > f.Today {
		last = ""
	}
	for _, e := range f.Entries {
		last = max(last, rapport.DayOf(e.At.Time()))
	}
	last = max(last, newest(f.Reports, func(r rapport.Report) rapport.Stamp { return r.At }))
	last = max(last, newest(f.Notes, func(n rapport.PrivateNote) rapport.Stamp { return n.At }))
	last = max(last, newest(f.Calendar, func(c rapport.CalendarFact) rapport.Stamp { return c.At }))
	last = max(last, newestFact(f.Messages), newestFact(f.written()), newestFact(f.Asks), newestFact(f.Promises))
	last = max(last, newestFact(f.PromiseEvents), newestFact(f.FeedbackAsks), newestFact(f.Feedback), newestFact(f.Pings))
	last = max(last, newestFact(f.Surprises), newestFact(f.Heard), newestFact(f.Observations), newestFact(f.Reactions))
	last = max(last, newestFact(f.Careers), newestFact(f.Offers), newestFact(f.Instructions), newestFact(f.Decisions))
	return max(last, newestFact(f.Hours), newestFact(f.Agenda), newestFact(f.Ratings), newestFact(f.Preferences))
}

// written are the meetings without those that are filed under a time to come.
func (f *Facts) written() []rapport.Meeting {
	return slices.DeleteFunc(slices.Clone(f.Meetings), func(m rapport.Meeting) bool { return m.At.At > rapport.InstantOf(f.Now) })
}

func newest[T any](all []T, at func(T) rapport.Stamp) rapport.Day {
	if len(all) == 0 {
		return ""
	}
	return rapport.DayOf(at(all[len(all)-1]).Time())
}

func newestFact[T any, P interface {
	*T
	Head() *rapport.Fact
}](all []T) rapport.Day {
	return newest(all, func(t T) rapport.Stamp { return P(&t).Head().At })
}
