package compose

import (
	"cmp"
	"slices"
	"strings"

	"rapport"
)

// Material is everything a report is made of. It has no place for anything
// private.
type Material struct {
	// User is the name of the one who reports; may be empty.
	User string
	// Boss is the reader.
	Boss rapport.Boss
	// Period is the days covered. An open end is today.
	Period rapport.Period
	// SinceLast says that the period starts at the last report sent.
	SinceLast bool
	Today     rapport.Day
	// Goals are those of this boss, current and closed.
	Goals []rapport.Goal
	// OtherGoals are the goals of the user's other bosses.
	OtherGoals []rapport.GoalID
	// Projects are the user's projects.
	Projects []rapport.Project
	// Entries are those of the period, and older ones that are still open:
	// challenges, questions, promises, and heads-ups nobody has told yet. A
	// promise that was kept and a challenge that was solved is left out by
	// whoever gathers them.
	Entries []rapport.Entry
	// Asks, Promises, Advice and Agenda are the open facts between the user and
	// this boss.
	Asks     []rapport.Ask
	Promises []rapport.Promise
	Advice   []rapport.AdviceSheet
	Agenda   []rapport.AgendaItem
	// OtherBosses are the user's other bosses: none of them is quoted to the
	// reader.
	OtherBosses []rapport.Boss
	// WrittenLate are the entries from before the period that were written
	// down only after the last report: they are news all the same.
	WrittenLate []rapport.EntryID
	// Week is the user's work week, Limits the agreed thresholds of the
	// colours; the zero values stand for the usual.
	Week   rapport.WorkWeek
	Limits Limits
	// Version counts the drafts of this report; zero where nobody counts.
	Version int
	// Pins are what the user fixed.
	Pins []Pin
	// Unseen lists what the record cannot see, such as "meetings" and
	// "decisions" where it was built from git alone.
	Unseen []string
}

// guessWorthNaming is the confidence, in percent, from which a guessed goal is
// mentioned in a reason.
const guessWorthNaming = 60

// view is a material made ready for look-ups: sorted, without duplicates and
// without what was removed.
type view struct {
	m        Material
	sources  []source
	projects []*rapport.Project // by id
	goals    []*rapport.Goal    // by id, current and of this boss
	reader   string             // the boss's first name, or "your boss"
	// noProject stands for the project of what belongs to none.
	noProject *rapport.Project
}

func viewOf(m Material) *view {
	if m.Period.Until == "" {
		m.Period.Until = m.Today
	}
	m.User, m.Boss.Name = rapport.OneLine(m.User), rapport.OneLine(m.Boss.Name)
	v := &view{m: m, reader: shortName(m.Boss.Name), noProject: new(rapport.Project)}
	for _, p := range m.Projects {
		if p.Removed == 0 {
			p.Title = rapport.OneLine(p.Title)
			v.projects = append(v.projects, &p)
		}
	}
	slices.SortFunc(v.projects, func(a, b *rapport.Project) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Title, b.Title))
	})
	for _, g := range m.Goals {
		if g.Removed == 0 && g.IsCurrent(m.Today) && (g.Boss == 0 || g.Boss == m.Boss.ID) {
			g.Title = rapport.OneLine(g.Title)
			v.goals = append(v.goals, &g)
		}
	}
	slices.SortFunc(v.goals, func(a, b *rapport.Goal) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Title, b.Title))
	})
	entries := tidy(m.Entries)
	facts := v.factsOf(&m)
	v.sources = make([]source, 0, len(entries)+len(facts))
	for _, e := range entries {
		v.sources = append(v.sources, source{Entry: e, noun: AnEntry})
	}
	if len(facts) > 0 {
		v.sources = append(v.sources, facts...)
		slices.SortStableFunc(v.sources, func(a, b source) int { return newestFirst(a.Entry, b.Entry) })
	}
	return v
}

// tidy returns the entries newest first, each once, with their text on one
// line. An outcome without a text is the text. The entries are large: those
// that are tidy already, nearly all, are not copied.
func tidy(entries []rapport.Entry) []*rapport.Entry {
	all := make([]*rapport.Entry, len(entries))
	for i := range entries {
		all[i] = &entries[i]
	}
	slices.SortFunc(all, newestFirst)
	seen := make(map[rapport.EntryID]bool, len(entries))
	once := all[:0]
	for _, e := range all {
		if e.ID != 0 && seen[e.ID] {
			continue
		}
		seen[e.ID] = true
		text, outcome := rapport.OneLine(e.Text), rapport.OneLine(e.Outcome)
		if text == "" {
			text, outcome = outcome, ""
		}
		if text != e.Text || outcome != e.Outcome {
			tidied := *e
			tidied.Text, tidied.Outcome = text, outcome
			e = &tidied
		}
		once = append(once, e)
	}
	return once
}

// newestFirst orders entries by day, then by arrival, the newest first. The
// text decides between entries that nothing else tells apart.
func newestFirst(a, b *rapport.Entry) int {
	return cmp.Or(
		cmp.Compare(b.Day, a.Day),
		cmp.Compare(b.At.At, a.At.At),
		cmp.Compare(b.ID, a.ID),
		cmp.Compare(a.Kind, b.Kind),
		cmp.Compare(a.Text, b.Text),
		cmp.Compare(a.Outcome, b.Outcome),
	)
}

// project returns the project of an entry: none where the user refused it or
// it is gone.
func (v *view) project(e *rapport.Entry) *rapport.Project {
	if e.Project == 0 || e.ProjectBy == rapport.Refused {
		return v.noProject
	}
	i, ok := slices.BinarySearchFunc(v.projects, e.Project, func(p *rapport.Project, id rapport.ProjectID) int {
		return cmp.Compare(p.ID, id)
	})
	if !ok {
		return v.noProject
	}
	return v.projects[i]
}

// goal returns a current goal of the reader, or nil.
func (v *view) goal(id rapport.GoalID) *rapport.Goal {
	i, ok := slices.BinarySearchFunc(v.goals, id, func(g *rapport.Goal, id rapport.GoalID) int {
		return cmp.Compare(g.ID, id)
	})
	if !ok {
		return nil
	}
	return v.goals[i]
}

// serves returns the current goals of the reader that an entry of a project
// serves by the user's word: its links that hold, best first, then the goal of
// the project.
func (v *view) serves(e *rapport.Entry, p *rapport.Project) []*rapport.Goal {
	var goals []*rapport.Goal
	add := func(id rapport.GoalID) {
		if g := v.goal(id); g != nil && !slices.Contains(goals, g) {
			goals = append(goals, g)
		}
	}
	for _, l := range e.Links {
		if l.By.Holds() {
			add(l.Goal)
		}
	}
	if p.Goal != 0 && e.ProjectBy.Holds() && !refuses(e, p.Goal) {
		add(p.Goal)
	}
	return goals
}

// servesAnother reports whether an entry serves the goal of another boss by
// the user's word. Whoever the user answers to first hears of that work too.
func (v *view) servesAnother(e *rapport.Entry) bool {
	return v.m.Boss.Relation != rapport.Solid && slices.ContainsFunc(e.Links, func(l rapport.Link) bool {
		return l.By.Holds() && slices.Contains(v.m.OtherGoals, l.Goal)
	})
}

func refuses(e *rapport.Entry, goal rapport.GoalID) bool {
	return slices.ContainsFunc(e.Links, func(l rapport.Link) bool {
		return l.Goal == goal && l.By == rapport.Refused
	})
}

// guess returns the best goal that is only guessed, if it is likely enough to
// be worth naming to the user.
func (v *view) guess(e *rapport.Entry) (*rapport.Goal, rapport.Link, bool) {
	for _, l := range e.Links {
		if l.By != rapport.Guessed || l.Confidence < guessWorthNaming {
			continue
		}
		if g := v.goal(l.Goal); g != nil {
			return g, l, true
		}
	}
	return nil, rapport.Link{}, false
}

// isForReader reports whether a project may be spoken of to this boss.
func (v *view) isForReader(p *rapport.Project) bool {
	return p.Boss == 0 || p.Boss == v.m.Boss.ID
}

func shortName(name string) string {
	if fields := strings.Fields(name); len(fields) > 0 {
		return fields[0]
	}
	return anyBoss
}
