package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// Role says what a part of a report is for, and so where an entry stands.
type Role string

// The roles, in the order of the neutral form.
const (
	// Differs is what may not be as the reader expects: the bottom line.
	Differs Role = "differs"
	// Work is what was done, by project.
	Work Role = "work"
	// StillOpen recalls troubles the reader knows of already.
	StillOpen Role = "still open"
	// Needs is what the reader is asked for.
	Needs Role = "needs"
	// Mine is what the user promised.
	Mine Role = "mine"
	// Theirs is what the reader promised.
	Theirs Role = "theirs"
	// Both is what the two agreed to do.
	Both Role = "both"
	// Others is what somebody else promised.
	Others Role = "others"
	// Next is what the user said comes next without promising it.
	Next Role = "next"
	// Topics are what the two want to talk about.
	Topics Role = "topics"
)

// roles lists the roles in the order of the neutral form.
var roles = [...]Role{Differs, Work, StillOpen, Needs, Mine, Theirs, Both, Others, Next, Topics}

func (r Role) order() int { return slices.Index(roles[:], r) }

// Item is a record of the material with the decision made about it.
type Item struct {
	// Entry is what the record says. A fact of the relation has the form of an
	// entry here; Noun tells what it is, and the id is that of its record.
	Entry *rapport.Entry
	Noun  Noun
	// Choice is what the reader may decide between; nil where the record says
	// nothing of it.
	Choice *Choice
	// Role and Rank say where the entry stands; Rank counts from 1 within the
	// role. Both are zero for an entry that is out.
	Role Role
	Rank int
	// Known says that the reader was told before: the entry is recalled, not
	// told as news.
	Known bool
	// Project is the one that the entry stands under; its ID is zero for none.
	Project *rapport.Project
	// Goals are the reader's current goals that it serves by the user's word.
	Goals []*rapport.Goal
	// Reason says why it is in, and why there, or why it is out.
	Reason string
}

// Selection is the first step: every entry of the material, in or out.
type Selection struct {
	Material Material
	// In is ordered by role and rank.
	In []Item
	// Out is ordered newest first.
	Out []Item
	// Quiet lists the current projects of which there is nothing to say, by
	// title.
	Quiet []rapport.Project
	// Late lists the current projects whose day has passed, by day.
	Late []rapport.Project
	// Standings says where each current project stands, the worst first.
	Standings []Standing
	// Doubts are to be settled before the report leaves.
	Doubts []Doubt
}

// Select decides about every entry of the material whether it belongs in the
// report and where.
func Select(m Material) Selection {
	v := viewOf(m)
	s := Selection{Material: v.m}
	in := make([]*Item, 0, len(v.sources))
	for _, src := range v.sources {
		e := src.Entry
		it := &Item{Entry: e, Noun: src.noun, Choice: src.choice, Project: v.project(e)}
		it.Goals = v.serves(e, it.Project)
		why := v.whyOut(it)
		if why == "" {
			why = src.why
		}
		if why != "" {
			it.Reason = outPrefix + why
			s.Out = append(s.Out, *it)
			continue
		}
		it.Known = e.KnownTo(m.Boss.ID) || e.Kind == rapport.Question && e.Asked.IsYes()
		it.Role = v.role(it)
		it.Reason = v.whyIn(it)
		in = append(in, it)
	}
	slices.SortStableFunc(in, compareItems)
	s.In = make([]Item, len(in))
	rank := map[Role]int{}
	for i, it := range in {
		rank[it.Role]++
		it.Rank = rank[it.Role]
		s.In[i] = *it
	}
	s.Quiet, s.Late = v.currentProjects(s.In)
	s.Standings = v.standings(s.In)
	s.Doubts = v.doubts(s.In, s.Standings)
	return s
}

// WhyNot says why an entry was left out. The second result is false for one
// that is in, and for one that the material does not have.
func (s Selection) WhyNot(id rapport.EntryID) (string, bool) {
	for _, it := range s.Out {
		if it.Entry.ID == id {
			return it.Reason, true
		}
	}
	return "", false
}

// String lists the decisions, one a line.
func (s Selection) String() string {
	var b strings.Builder
	for _, it := range s.In {
		fmt.Fprintf(&b, "%s %d: %s [%s]\n", it.Role, it.Rank, it.Entry.Text, it.Reason)
	}
	for _, it := range s.Out {
		fmt.Fprintf(&b, "%s [%s]\n", it.Entry.Text, it.Reason)
	}
	return b.String()
}

// whyOut returns why an entry does not belong in this report, or nothing.
func (v *view) whyOut(it *Item) string {
	e := it.Entry
	concerned := slices.Contains(e.Concerns, v.m.Boss.ID)
	switch {
	case e.Removed != 0:
		return "it was removed"
	case e.Text == "":
		return "nothing is written in it"
	case len(e.Concerns) > 0 && !concerned:
		return "it is addressed to another boss, not to " + v.reader
	case !concerned && it.Project.ID != 0 && !v.isForReader(it.Project) && len(it.Goals) == 0:
		return "its project is another boss's and it serves no goal of " + v.reader
	case !concerned && len(it.Goals) == 0 && v.servesAnother(e):
		return "it serves a goal of another boss and none of " + v.reader
	case e.Day == "" || e.Day > v.m.Period.Until:
		return "its day is not in the period"
	case it.Noun != AnEntry:
		return "" // what is open between the two is news in every period
	}
	if name := v.quotes(e); name != "" {
		return "it quotes " + name + ", and no boss is quoted to another"
	}
	if e.Kind == rapport.HeadsUp && saidBy(e.Text, v.m.Boss.Name) {
		return "it is from " + v.reader + ", who need not be told"
	}
	before := !v.m.Period.Contains(e.Day)
	known := e.KnownTo(v.m.Boss.ID)
	if isSettled(e, v.m.Today) && (before || known) {
		if v.isNewsThatItEnded(e) {
			return ""
		}
		return "it is settled, since " + v.day(e.Closed)
	}
	switch e.Kind {
	case rapport.Challenge, rapport.Question, rapport.Commitment:
		return "" // open until whoever gathers the material leaves it out
	case rapport.HeadsUp:
		if known {
			return v.alreadyTold(e)
		}
		return ""
	}
	switch {
	case known:
		return v.alreadyTold(e)
	case before && !slices.Contains(v.m.WrittenLate, e.ID):
		return "it is from before the period, on " + v.day(e.Day)
	case e.Kind == rapport.Idea && e.BossSaid != "":
		return "the idea has its answer: " + e.BossSaid
	case e.Kind == rapport.Idea && !concerned && !e.Raised.IsYes():
		return "the idea was neither addressed to " + v.reader + " nor raised"
	case e.Kind == rapport.FeedbackReceived && (concerned || namesPerson(e.Text, v.m.Boss.Name)):
		return "feedback from " + v.reader + " is not repeated to " + v.reader
	case e.Kind == rapport.FeedbackReceived && (it.Project.ID == 0 || !e.ProjectBy.Holds()):
		return "the feedback is about no project; it is kept for your review"
	}
	return ""
}

// isNewsThatItEnded reports whether the reader hears for the first time that
// what was open has ended: it did so in the period. What was told as news after
// that is over.
func (v *view) isNewsThatItEnded(e *rapport.Entry) bool {
	switch e.Kind {
	case rapport.Challenge, rapport.Question, rapport.Commitment:
		return v.m.Period.Contains(e.Closed) && !slices.ContainsFunc(e.Told, func(t rapport.Told) bool {
			return t.Boss == v.m.Boss.ID && !t.Since.IsZero() && rapport.DayOf(t.Since.Time()) > e.Closed
		})
	}
	return false
}

// quotes returns the name of another boss whom an entry quotes.
func (v *view) quotes(e *rapport.Entry) string {
	for _, b := range v.m.OtherBosses {
		name := b.Name
		if saidBy(e.Text, name) || quotesPerson(e.Text, name) || e.Outcome != "" && (saidBy(e.Outcome, name) || quotesPerson(e.Outcome, name)) {
			return shortName(name)
		}
		if e.Kind == rapport.FeedbackReceived && namesPerson(e.Text, name) {
			return shortName(name)
		}
	}
	return ""
}

func (v *view) alreadyTold(e *rapport.Entry) string {
	for _, t := range e.Told {
		if t.Boss != v.m.Boss.ID {
			continue
		}
		why := "already told " + v.reader
		if t.How == rapport.ByThirdParty {
			why = v.reader + " knows already"
		}
		if !t.Since.IsZero() {
			why += ", since " + v.day(rapport.DayOf(t.Since.Time()))
		}
		switch t.How {
		case rapport.ByThirdParty:
			why += ", from somebody else"
		case rapport.ByReport, rapport.ByMeeting, rapport.ByMessage:
			why += ", by " + string(t.How)
		}
		return why
	}
	return "already told"
}

// isSettled reports whether the matter of an entry has ended: a challenge
// solved, a question answered, a promise kept.
func isSettled(e *rapport.Entry, today rapport.Day) bool { return e.Closed != "" && e.Closed <= today }

// role gives an entry that is in its part of the report.
func (v *view) role(it *Item) Role {
	e := it.Entry
	if isSettled(e, v.m.Today) {
		return Work
	}
	if it.Noun == AnAgendaItem && e.Kind == rapport.HeadsUp {
		return Topics
	}
	switch e.Kind {
	case rapport.Challenge, rapport.HeadsUp:
		if it.Known {
			return StillOpen
		}
		return Differs
	case rapport.Question:
		return Needs
	case rapport.Commitment:
		me := len(e.CommittedBy) == 0 || slices.Contains(e.CommittedBy, rapport.Me)
		boss := slices.Contains(e.CommittedBy, rapport.TheBoss)
		switch {
		case me && boss:
			return Both
		case me && e.Due != "" && e.Due < v.m.Today:
			return Differs
		case me:
			return Mine
		case boss:
			return Theirs
		}
		return Others
	case rapport.Progress:
		if saysPlan(e.Text) {
			return Next
		}
	}
	return Work
}

// compareItems orders what is in: news before what is known, what touches a
// goal before what does not, dated before undated.
func compareItems(a, b *Item) int {
	if a.Role == Topics && b.Role == Topics && a.Choice.Theirs != b.Choice.Theirs {
		return compareTruth(!a.Choice.Theirs, !b.Choice.Theirs)
	}
	return cmp.Or(
		cmp.Compare(a.Role.order(), b.Role.order()),
		compareTruth(a.Known, b.Known),
		cmp.Compare(goalRank(a), goalRank(b)),
		cmp.Compare(kindRank(a), kindRank(b)),
		compareDue(a, b),
		cmp.Compare(size(b), size(a)),
		newestFirst(a.Entry, b.Entry),
	)
}

// size is how much stands behind an entry that a source proposed: the larger
// matter is told first. What the user wrote comes before all of those.
func size(it *Item) int {
	if it.Entry.Source == 0 {
		return 1 << 20
	}
	return len(it.Entry.Evidence)
}

func compareTruth(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func compareDue(a, b *Item) int {
	if (a.Entry.Due == "") != (b.Entry.Due == "") {
		return compareTruth(a.Entry.Due == "", b.Entry.Due == "")
	}
	return cmp.Compare(a.Entry.Due, b.Entry.Due)
}

// goalRank is 0 for what serves a goal that the boss named, 1 for a goal that
// the user inferred, 2 for none.
func goalRank(it *Item) int {
	rank := 2
	for _, g := range it.Goals {
		if g.Confirmed {
			return 0
		}
		rank = 1
	}
	return rank
}

func kindRank(it *Item) int {
	switch it.Entry.Kind {
	case rapport.Accomplishment:
		if it.Entry.Outcome != "" || strings.ContainsAny(it.Entry.Text, "0123456789") {
			return 0 // measured (P43)
		}
		return 1
	case rapport.Challenge, rapport.Question:
		return 2
	case rapport.Commitment:
		return 3
	case rapport.HeadsUp:
		return 4
	case rapport.Progress:
		return 5
	case rapport.FeedbackReceived:
		return 6
	}
	return 7
}

// whyIn puts into words why an entry is in and why it stands where it does.
func (v *view) whyIn(it *Item) string {
	e := it.Entry
	var b strings.Builder
	if it.Noun == AnEntry {
		b.WriteString(kindNoun(e.Kind, 1))
	} else {
		b.WriteString(it.Noun.word())
	}
	if it.Project.ID != 0 {
		b.WriteString(" on " + it.Project.Title)
		if !e.ProjectBy.Holds() {
			b.WriteString(" (the project is a guess)")
		}
	}
	switch it.Role {
	case Differs:
		if e.Kind == rapport.Commitment {
			b.WriteString("; its day has passed")
		} else {
			b.WriteString("; " + v.reader + " has not been told")
		}
	case StillOpen:
		b.WriteString("; " + v.alreadyTold(e) + ", and it is still open")
	case Needs:
		if it.Known {
			b.WriteString("; asked before and still without an answer")
		} else {
			b.WriteString("; it needs an answer from " + v.reader)
		}
	case Mine, Theirs, Both, Others:
		if e.Due != "" {
			b.WriteString("; due " + v.day(e.Due))
		} else {
			b.WriteString("; without a day")
		}
	case Next:
		b.WriteString("; you wrote it as a plan")
	case Topics:
		if it.Choice.Theirs {
			b.WriteString("; " + v.reader + " asked for it")
		} else {
			b.WriteString("; you want to talk about it")
		}
	}
	if g, ok := namedGoal(it.Goals); ok {
		b.WriteString("; serves “" + g.Title + "” (" + whyServes(e, g) + ")")
	} else if g, l, ok := v.guess(e); ok {
		fmt.Fprintf(&b, "; perhaps serves “%s” (a guess, %d %%", g.Title, l.Confidence)
		if l.Reason != "" {
			b.WriteString(": " + l.Reason)
		}
		b.WriteString("), which the text does not say")
	}
	return b.String()
}

// whyServes says on whose word an entry serves a goal.
func whyServes(e *rapport.Entry, g *rapport.Goal) string {
	for _, l := range e.Links {
		if l.Goal == g.ID && l.By.Holds() {
			return "you said so"
		}
	}
	return "you said so of its project"
}

func namedGoal(goals []*rapport.Goal) (*rapport.Goal, bool) {
	if len(goals) == 0 {
		return nil, false
	}
	return goals[0], true
}

// currentProjects returns the reader's current projects that nothing was said
// about, and those whose day has passed.
func (v *view) currentProjects(in []Item) (quiet, late []rapport.Project) {
	spoken := make(map[rapport.ProjectID]bool, len(v.projects))
	for i := range in {
		spoken[in[i].Project.ID] = true
	}
	for _, p := range v.projects {
		if p.IsDone() || !v.isForReader(p) || p.Title == "" {
			continue
		}
		switch {
		case p.Due != "" && p.Due < v.m.Today:
			late = append(late, *p)
		case !spoken[p.ID]:
			quiet = append(quiet, *p)
		}
	}
	byTitle := func(a, b rapport.Project) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)), cmp.Compare(a.ID, b.ID))
	}
	slices.SortFunc(quiet, byTitle)
	slices.SortFunc(late, func(a, b rapport.Project) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), byTitle(a, b))
	})
	return quiet, late
}

// day writes a day as the user's reader would.
func (v *view) day(d rapport.Day) string { return shortDay(d, v.m.Today) }
