package compose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"rapport"
	"rapport/internal/profile"
)

// count moves points to what is only counted.
func (a *fitting) count(why string, unless func(Role, Point) bool) {
	for i := range a.o.Parts {
		part := &a.o.Parts[i]
		kept := make([]Point, 0, len(part.Points))
		for _, p := range part.Points {
			if unless(part.Role, p) {
				kept = append(kept, p)
				continue
			}
			p.Reason = countedPrefix + why + "; " + p.Reason
			a.o.Counted = append(a.o.Counted, p)
		}
		part.Points = kept
	}
	a.o.Parts = slices.DeleteFunc(a.o.Parts, func(p Part) bool { return len(p.Points) == 0 })
}

// isException reports whether a point is what somebody hears of who wants to
// hear of exceptions and decisions only.
func (a *fitting) isException(r Role, p Point) bool {
	switch r {
	case Differs, Needs, StillOpen, Theirs, Topics:
		return true
	case Mine, Both, Others:
		return p.Entry.Due != "" && p.Entry.Due < a.o.Today
	}
	return isTrouble(p.Item)
}

func (a *fitting) exceptions(v profile.Value) {
	a.move(v, "exceptions and decisions only; what is on plan is counted")
	a.count("on plan", a.isException)
}

// gates counts what is between two gates: only a project whose day is near is
// told in full.
func (a *fitting) gates(v profile.Value) {
	a.move(v, "projects at a gate in full; of the others where they stand, in a word")
	a.count("between two gates", func(r Role, p Point) bool {
		due := p.Project.Due
		atGate := due != "" && due >= a.o.Period.From && due <= a.o.Today.Add(gateReach)
		return atGate || a.isException(r, p)
	})
}

// gateReach is how many days before its day a project is at a gate.
const gateReach = 7

// byGoal groups the work by the goal that it serves; what serves none moves to
// the annex.
func (a *fitting) byGoal(profile.Value) {
	a.count("it serves no goal by your word", func(r Role, p Point) bool {
		return r != Work || len(p.Goals) > 0 || isTrouble(p.Item)
	})
	var parts []Part
	at := map[rapport.GoalID]int{}
	for _, part := range a.o.Parts {
		if part.Role != Work {
			parts = append(parts, part)
			continue
		}
		for _, p := range part.Points {
			var goal rapport.Goal
			if g, ok := namedGoal(p.Goals); ok {
				goal = *g
			}
			k, ok := at[goal.ID]
			if !ok {
				k = len(parts)
				at[goal.ID] = k
				parts = append(parts, Part{Role: Work, Goal: goal})
			}
			parts[k].Points = append(parts[k].Points, p)
		}
	}
	a.o.Parts = parts
}

// arrange puts the parts into the order of the form, takes the opening lines
// out of their parts, and sees to what no style may change.
func (a *fitting) arrange() {
	a.boundLines()
	slices.SortStableFunc(a.o.Parts, func(x, y Part) int {
		return cmp.Compare(slices.Index(a.f.Order, x.Role), slices.Index(a.f.Order, y.Role))
	})
	switch a.f.Claims {
	case Measured:
		a.figuresFirst()
	case Driven:
		a.withNext()
	}
	if a.f.OneBlock {
		a.pair()
	}
	var lead []Part
	if a.f.AskFirst {
		if p, ok := a.take(Needs, func(Point) int { return 0 }); ok {
			p.Reason += "; the question comes first"
			lead = append(lead, Part{Role: Needs, Points: []Point{p}, Lead: true})
		}
	}
	if a.f.Show {
		if part, ok := a.takeShown(); ok {
			lead = append(lead, part)
		} else {
			a.move(profile.Visual, "the record has no link, picture or figure to show")
		}
	}
	switch a.f.Lead {
	case LeadGood:
		if p, ok := a.take(Work, func(p Point) int {
			if isTrouble(p.Item) || p.Entry.Kind != rapport.Accomplishment && p.Entry.Kind != rapport.Progress {
				return -1
			}
			return 10 - kindRank(&p.Item) - goalRank(&p.Item)
		}); ok {
			p.Reason += "; true progress comes first"
			lead = append(lead, Part{Role: Work, Project: *p.Project, Points: []Point{p}, Lead: true})
		}
	case LeadCase:
		if p, ok := a.take(Work, caseScore); ok {
			p.Reason += "; one concrete case comes first"
			lead = append(lead, Part{Role: Work, Project: *p.Project, Points: []Point{p}, Lead: true})
		} else {
			a.move(profile.Story, "the record has no case of a person, so the order stays")
		}
	}
	a.o.Parts = append(lead, a.o.Parts...)
	a.badNewsEarly()
	if !slices.ContainsFunc(a.o.Parts, func(p Part) bool { return p.Role == Differs && !p.Lead }) {
		// The bottom line has a place even where nothing differs.
		at := len(lead)
		a.o.Parts = slices.Insert(a.o.Parts, at, Part{Role: Differs})
	}
}

// take removes the point of a role with the highest score from its part; a
// negative score is none.
func (a *fitting) take(r Role, score func(Point) int) (best Point, ok bool) {
	part, at, most := -1, -1, -1
	for i := range a.o.Parts {
		if a.o.Parts[i].Role != r {
			continue
		}
		for j, p := range a.o.Parts[i].Points {
			if s := score(p); s > most {
				part, at, most = i, j, s
			}
		}
	}
	if part < 0 {
		return best, false
	}
	best = a.o.Parts[part].Points[at]
	a.o.Parts[part].Points = slices.Delete(slices.Clone(a.o.Parts[part].Points), at, at+1)
	a.o.Parts = slices.DeleteFunc(a.o.Parts, func(p Part) bool { return len(p.Points) == 0 })
	return best, true
}

// bestOf returns where the point with the highest score is; a negative score is
// none.
func bestOf(points []Point, score func(Point) int) (at int, ok bool) {
	most := -1
	for i, p := range points {
		if s := score(p); s > most {
			at, most = i, s
		}
	}
	return at, most >= 0
}

// caseScore says how well an entry tells of one case: a person or somebody
// served, in enough words to be a story. A negative score is no case.
func caseScore(p Point) int {
	if isTrouble(p.Item) || !p.isWork() {
		return -1
	}
	score := 0
	for word := range strings.FieldsFuncSeq(p.Entry.Text+" "+p.Entry.Outcome, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }) {
		if isPersonWord(strings.ToLower(word)) {
			score += 4
		}
	}
	if len(p.Entry.Helpers) > 0 {
		score += 2
	}
	if p.Entry.Kind == rapport.FeedbackReceived {
		score += 3
	}
	if score == 0 {
		return -1
	}
	return score*10 + min(countWords(p.Entry.Text), 60)/10 + 3 - kindRank(&p.Item)/3
}

func (p Point) isWork() bool {
	switch p.Entry.Kind {
	case rapport.Accomplishment, rapport.Progress, rapport.FeedbackReceived:
		return true
	}
	return false
}

// pair puts each question directly behind the problem of the same project, so
// that they make one block.
func (a *fitting) pair() {
	needs := slices.IndexFunc(a.o.Parts, func(p Part) bool { return p.Role == Needs })
	differs := slices.IndexFunc(a.o.Parts, func(p Part) bool { return p.Role == Differs })
	if needs < 0 || differs < 0 {
		return
	}
	rank := map[rapport.ProjectID]int{}
	for i, p := range a.o.Parts[differs].Points {
		if _, ok := rank[p.Project.ID]; !ok && p.Project.ID != 0 {
			rank[p.Project.ID] = i + 1
		}
	}
	points := slices.Clone(a.o.Parts[needs].Points)
	slices.SortStableFunc(points, func(x, y Point) int {
		rx, okx := rank[x.Project.ID]
		ry, oky := rank[y.Project.ID]
		return cmp.Or(compareTruth(!okx, !oky), cmp.Compare(rx, ry))
	})
	a.o.Parts[needs].Points = points
}

// figuresFirst puts what has a figure before what has none, within each part of
// the work.
func (a *fitting) figuresFirst() {
	for i := range a.o.Parts {
		if a.o.Parts[i].Role != Work {
			continue
		}
		points := slices.Clone(a.o.Parts[i].Points)
		slices.SortStableFunc(points, func(x, y Point) int { return compareTruth(!x.hasFigure(), !y.hasFigure()) })
		a.o.Parts[i].Points = points
	}
}

// withNext puts what comes next, and what the user promised, under the project
// that it belongs to.
func (a *fitting) withNext() {
	at := map[rapport.ProjectID]int{}
	for i, part := range a.o.Parts {
		if part.Role == Work && part.Project.ID != 0 {
			at[part.Project.ID] = i
		}
	}
	for i := range a.o.Parts {
		part := &a.o.Parts[i]
		if part.Role != Mine && part.Role != Next {
			continue
		}
		var stay []Point
		for _, p := range part.Points {
			k, ok := at[p.Project.ID]
			if !ok {
				stay = append(stay, p)
				continue
			}
			p.Reason += "; it is what comes next there"
			a.o.Parts[k].Points = append(slices.Clip(a.o.Parts[k].Points), p)
		}
		part.Points = stay
	}
	a.o.Parts = slices.DeleteFunc(a.o.Parts, func(p Part) bool { return len(p.Points) == 0 })
}

func (p Point) hasFigure() bool { return hasFigure(p.Entry.Text) || hasFigure(p.Entry.Outcome) }

// mostBefore is how many other things may stand before bad news on a goal: it
// never ranks below third.
const mostBefore = 2

// badNewsEarly moves bad news on a goal of the reader up where a form put more
// than two other things before it. It holds for the first three pieces of bad
// news; those after them follow in their order.
func (a *fitting) badNewsEarly() {
	isBad := func(p Point) bool { return isTrouble(p.Item) && len(p.Goals) > 0 }
	others, bad := 0, 0
	for i := 0; i < len(a.o.Parts); i++ {
		part := a.o.Parts[i]
		if !slices.ContainsFunc(part.Points, isBad) {
			others += len(part.Points)
			continue
		}
		var up []Point
		points := slices.Clone(part.Points)
		for j := 0; j < len(points); j++ {
			switch {
			case !isBad(points[j]):
				others++
				continue
			case bad >= headlines:
				continue
			}
			bad++
			if others > mostBefore {
				p := points[j]
				p.Reason += "; moved up: bad news on a goal never ranks below third"
				up = append(up, p)
				points = slices.Delete(points, j, j+1)
				j--
			}
		}
		if len(up) == 0 {
			continue
		}
		a.o.Moves = append(a.o.Moves, Move{What: "bad news on a goal moves up: it never ranks below third", Why: "an invariant"})
		a.o.Parts[i].Points = points
		a.raise(up)
		i = -1
		others, bad = 0, 0
	}
	a.o.Parts = slices.DeleteFunc(a.o.Parts, func(p Part) bool { return len(p.Points) == 0 })
}

// raise puts points into the bottom line, which then comes before all but the
// opening lines.
func (a *fitting) raise(up []Point) {
	a.o.Parts = slices.DeleteFunc(a.o.Parts, func(p Part) bool { return len(p.Points) == 0 })
	differs := Part{Role: Differs}
	if i := slices.IndexFunc(a.o.Parts, func(p Part) bool { return p.Role == Differs && !p.Lead }); i >= 0 {
		differs = a.o.Parts[i]
		a.o.Parts = slices.Delete(slices.Clone(a.o.Parts), i, i+1)
	}
	differs.Points = append(slices.Clone(up), differs.Points...)
	slices.SortStableFunc(differs.Points, func(x, y Point) int {
		return cmp.Or(compareTruth(len(x.Goals) == 0, len(y.Goals) == 0), cmp.Compare(x.Rank, y.Rank))
	})
	at := 0
	for at < len(a.o.Parts) && a.o.Parts[at].Lead && at < mostBefore {
		at++
	}
	a.o.Parts = slices.Insert(a.o.Parts, at, differs)
}

// boundLines keeps the length of a line within what the form can hold.
func (a *fitting) boundLines() {
	if a.f.Medium == Messages && a.o.Budget.Line > 25 {
		a.o.Budget.Line = 25
	}
	if a.o.Budget.Hard || a.f.Medium == Messages {
		if a.f.RiskTable || a.f.Tables {
			a.o.Moves = append(a.o.Moves, Move{What: "tables give way to sentences: the form is too short for them", Why: "the order of precedence", Yields: true})
		}
		a.f.RiskTable, a.f.Tables = false, false
		if a.f.Claims == InDepth {
			a.f.Claims = AsWritten
		}
	}
}
