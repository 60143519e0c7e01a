package align

import (
	"slices"

	"rapport"
)

// Support is what the user's work does for one goal.
type Support struct {
	Goal rapport.GoalID
	// Confirmed counts the entries whose link to the goal the user stands
	// behind, Guessed those that are only guessed to serve it.
	Confirmed, Guessed int
	// Last is the day of the latest confirmed entry, empty where there is
	// none.
	Last rapport.Day
}

// Contribution is the map from work to goals and back.
type Contribution struct {
	// Goals has one Support for every goal, in the order they were given.
	Goals []Support
	// Unserved are the goals that no confirmed entry serves, in the same
	// order. Some may have guesses: their Support says so.
	Unserved []rapport.GoalID
	// Unsure are the entries that have guesses and no confirmed link: one key
	// from the user puts each right. They are in the order they were given.
	Unsure []rapport.EntryID
	// Loose are the entries that serve none of the goals even by a guess.
	Loose []rapport.EntryID
	// Work counts all entries that are work, Linked those of them with a
	// confirmed link.
	Work, Linked int
}

// Coverage says which goals have no work and which work has no goal. Only
// progress, accomplishments and challenges are work: a question or an idea
// about a goal does not serve it yet. Removed entries and links to other goals
// do not count, and a guess never counts as confirmed.
func Coverage(goals []Goal, entries []rapport.Entry) Contribution {
	var c Contribution
	place := make(map[rapport.GoalID]int, len(goals))
	for _, g := range goals {
		if _, double := place[g.ID]; !double {
			place[g.ID] = len(c.Goals)
			c.Goals = append(c.Goals, Support{Goal: g.ID})
		}
	}
	for _, e := range entries {
		if e.Removed != 0 || !isWork(e.Kind) {
			continue
		}
		c.Work++
		switch confirmed, guessed := c.count(e, place); {
		case confirmed:
			c.Linked++
		case guessed:
			c.Unsure = append(c.Unsure, e.ID)
		default:
			c.Loose = append(c.Loose, e.ID)
		}
	}
	for _, s := range c.Goals {
		if s.Confirmed == 0 {
			c.Unserved = append(c.Unserved, s.Goal)
		}
	}
	return c
}

// count adds the links of an entry to the goals and reports which sorts of
// links it has.
func (c *Contribution) count(e rapport.Entry, place map[rapport.GoalID]int) (confirmed, guessed bool) {
	for i, l := range e.Links {
		at, ok := place[l.Goal]
		if !ok || slices.ContainsFunc(e.Links[:i], func(x rapport.Link) bool { return x.Goal == l.Goal }) {
			continue
		}
		s := &c.Goals[at]
		switch {
		case l.By.Holds():
			confirmed = true
			s.Confirmed++
			s.Last = max(s.Last, e.Day)
		case l.By == rapport.Guessed && l.Confidence >= Threshold:
			guessed = true
			s.Guessed++
		}
	}
	return confirmed, guessed
}

func isWork(k rapport.Kind) bool {
	switch k {
	case rapport.Progress, rapport.Accomplishment, rapport.Challenge:
		return true
	}
	return false
}
