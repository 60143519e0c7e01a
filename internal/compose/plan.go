package compose

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// Header says who reports to whom about which days.
type Header struct {
	User      string
	Boss      rapport.Boss
	Period    rapport.Period
	SinceLast bool
	Today     rapport.Day
	Unseen    []string
	// FromGit says that everything in the report was read from commits.
	FromGit bool
	// Version counts the drafts; zero where nobody counts.
	Version int
	// Pins are what the user fixed.
	Pins []Pin
	// OtherBosses are the user's other bosses.
	OtherBosses []rapport.Boss
}

// Budget is how long a report may be, in words.
type Budget struct {
	// Target is what ordinary items fill up to.
	Target int
	// Cap is what bad news and questions may fill up to.
	Cap int
	// Lines is how many ordinary items are spelled out: a list of everything
	// that was done is no report.
	Lines int
	// Line is how long one entry may be before it is shortened at the end of
	// a sentence.
	Line int
	// Items is how many things are spelled out at most, whatever they are; zero
	// means no bound. Room is then shared: one trouble, one question, one
	// result, and so on.
	Items int
	// Hard counts title and all into the cap, and keeps to it even where that
	// leaves nothing but counts.
	Hard bool
}

// NeutralBudget returns the length for a reader of whom nothing is known: about
// a minute.
func NeutralBudget() Budget { return Budget{Target: 250, Cap: 320, Lines: 15, Line: 60} }

// Outline is the second step: what is said, in which order. It is what an
// [Adaptation] changes.
type Outline struct {
	Header
	Parts []Part
	// Counted are the points that are not spelled out, only counted.
	Counted []Point
	// Out are the entries that do not belong in the report.
	Out []Item
	// Late are projects past their day, Quiet those without news.
	Late, Quiet []rapport.Project
	// Standings says where each project stands, the worst first.
	Standings []Standing
	Doubts    []Doubt
	Budget    Budget
	// Form is how it is told, Moves the decisions that made it so.
	Form  Form
	Moves []Move
}

// Part is a stretch of the report with one purpose.
type Part struct {
	Role Role
	// Project is the one that a Work part is about; its ID is zero for none.
	Project rapport.Project
	// Goal is what a Work part without a project is for; its ID is zero where
	// it serves no goal.
	Goal   rapport.Goal
	Points []Point
	// Lead marks an opening line that stands without a heading.
	Lead bool
	// Show marks one that is something to look at.
	Show bool
}

// Point is one thing that is said, and the entries that say it.
type Point struct {
	Item
	// Same are further records of the same matter, which Entry covers.
	Same []Item
}

// Adaptation suits an outline to a reader: it may reorder, move and shorten,
// never drop.
type Adaptation func(Outline) Outline

// Neutral is the adaptation to a reader of whom nothing is known: none.
func Neutral(o Outline) Outline { return o }

// Compose makes the report of a material.
func Compose(m Material, adapt Adaptation) Report {
	return Write(adapt(Plan(Select(m))))
}

// headlines is how many troubles the bottom line spells out; the others stand
// under their projects.
const headlines = 3

// Plan puts what was selected in order: the bottom line first, then the work
// by project with those that touch the reader's goals first, then what is
// still open, what is needed, and the promises.
func Plan(s Selection) Outline {
	m := s.Material
	o := Outline{
		Header: Header{
			User: m.User, Boss: m.Boss, Period: m.Period, SinceLast: m.SinceLast,
			Today: m.Today, Unseen: m.Unseen, FromGit: allFromGit(s.In), Version: m.Version, Pins: m.Pins, OtherBosses: m.OtherBosses,
		},
		Out: s.Out, Late: s.Late, Quiet: s.Quiet, Standings: s.Standings, Doubts: s.Doubts, Budget: NeutralBudget(),
	}
	points := make([]Point, len(s.In))
	byRole := map[Role][]Point{}
	for i, it := range s.In {
		points[i].Item = it
		// The items come ordered by role, so that a role's are neighbours.
		n := len(byRole[it.Role]) + 1
		byRole[it.Role] = points[i+1-n : i+1 : i+1]
	}
	differs := mergeMatters(byRole[Differs])
	work := mergeMatters(byRole[Work])
	if len(differs) > headlines {
		for _, p := range differs[headlines:] {
			p.Reason += fmt.Sprintf("; the bottom line has the %d that come before it", headlines)
			work = append(work, p)
		}
		differs = differs[:headlines]
	}
	for _, r := range roles {
		switch r {
		case Differs:
			o.add(Part{Role: Differs, Points: differs})
		case Work:
			for _, part := range workParts(work) {
				o.add(part)
			}
		default:
			o.add(Part{Role: r, Points: mergeMatters(byRole[r])})
		}
	}
	return o
}

func (o *Outline) add(p Part) {
	if len(p.Points) > 0 {
		o.Parts = append(o.Parts, p)
	}
}

// workParts groups points by project, and those of no project by the goal they
// serve: those that touch a goal first, then those with results; what belongs
// to nothing comes last.
func workParts(points []Point) []Part {
	type group struct {
		project rapport.ProjectID
		goal    rapport.GoalID
	}
	groupOf := func(p *Point) (of group, goal rapport.Goal) {
		if g, ok := namedGoal(p.Goals); ok && p.Project.ID == 0 {
			return group{goal: g.ID}, *g
		}
		return group{project: p.Project.ID}, goal
	}
	var parts []Part
	size := map[group]int{}
	for i := range points {
		of, _ := groupOf(&points[i])
		size[of]++
	}
	at := make(map[group]int, len(size))
	for i := range points {
		p := &points[i]
		of, goal := groupOf(p)
		k, ok := at[of]
		if !ok {
			k = len(parts)
			at[of] = k
			parts = append(parts, Part{Role: Work, Project: *p.Project, Goal: goal, Points: make([]Point, 0, size[of])})
		}
		parts[k].Points = append(parts[k].Points, *p)
	}
	slices.SortStableFunc(parts, func(a, b Part) int {
		return cmp.Or(
			compareTruth(a.isOther(), b.isOther()),
			cmp.Compare(best(a.Points, goalRank), best(b.Points, goalRank)),
			cmp.Compare(best(a.Points, kindRank), best(b.Points, kindRank)),
			cmp.Compare(strings.ToLower(a.Project.Title), strings.ToLower(b.Project.Title)),
			cmp.Compare(a.Project.ID, b.Project.ID),
			cmp.Compare(a.Goal.ID, b.Goal.ID),
		)
	})
	return parts
}

// isOther reports whether a part of the work belongs to no project and no goal.
func (p Part) isOther() bool { return p.Project.ID == 0 && p.Goal.ID == 0 }

func best(points []Point, rank func(*Item) int) int {
	least := rank(&points[0].Item)
	for i := range points {
		least = min(least, rank(&points[i].Item))
	}
	return least
}

// allFromGit reports whether every entry rests on commits.
func allFromGit(in []Item) bool {
	for _, it := range in {
		if !slices.ContainsFunc(it.Entry.Evidence, func(e rapport.Evidence) bool { return e.Kind == "commit" }) {
			return false
		}
	}
	return len(in) > 0
}

// entries returns the ids of everything that the point rests on.
func (p Point) entries() []rapport.EntryID {
	ids := make([]rapport.EntryID, 0, 1+len(p.Same))
	ids = append(ids, p.Entry.ID)
	for _, it := range p.Same {
		ids = append(ids, it.Entry.ID)
	}
	return ids
}

// String lists the outline, one point a line.
func (o Outline) String() string {
	var b strings.Builder
	for _, part := range o.Parts {
		fmt.Fprintf(&b, "%s", part.Role)
		if part.Project.ID != 0 {
			fmt.Fprintf(&b, ": %s", part.Project.Title)
		}
		b.WriteByte('\n')
		for _, p := range part.Points {
			p.line(&b)
		}
	}
	if len(o.Counted) > 0 {
		b.WriteString("counted\n")
		for _, p := range o.Counted {
			p.line(&b)
		}
	}
	return b.String()
}

func (p Point) line(b *strings.Builder) {
	fmt.Fprintf(b, "  %s", p.Entry.Text)
	if len(p.Same) > 0 {
		fmt.Fprintf(b, " (and %d more of the same matter)", len(p.Same))
	}
	fmt.Fprintf(b, " [%s]\n", p.Reason)
}
