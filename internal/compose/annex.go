package compose

import (
	"slices"

	"rapport"
)

// annex spells out what the body only counts, and in full what it shortens.
func (w *writer) annex() []Section {
	var points []Point
	points = append(points, w.o.Counted...)
	for _, part := range w.o.Parts {
		for _, p := range part.Points {
			if w.isShortened(p) {
				points = append(points, p)
			}
		}
	}
	full := &writer{o: w.o, spoken: map[rapport.GoalID]bool{}, said: map[rapport.EntryID]bool{}}
	full.o.Budget = Budget{Line: wholeLine}
	full.o.Form = Form{Gaps: w.o.Form.Gaps || w.o.Form.Claims == Measured, Annex: NoAnnex}
	full.o.Parts = nil
	var all []Section
	for _, part := range annexParts(points) {
		s := Section{Role: part.Role, Project: part.Project.ID, Title: headingAnnex}
		if title := part.Project.Title; title != "" {
			s.Title = headingAnnexOn + title
		}
		common := commonGoals(part)
		if len(common) > 0 {
			s.Intro = append(s.Intro, full.soWhat(part, common))
		}
		for _, p := range part.Points {
			s.Items = append(s.Items, full.spelled(p, common))
		}
		all = append(all, s)
	}
	if w.o.Form.Terse && len(w.o.Quiet) > 0 {
		if line, ok := full.quietLine(); ok {
			all = append(all, Section{Title: headingAnnex, Outro: []Sentence{line}})
		}
	}
	return all
}

// wholeLine is a length that no entry has.
const wholeLine = 1 << 20

// spelled is a point in full, whatever its part.
func (w *writer) spelled(p Point, said []*rapport.Goal) Sentence {
	role := p.Role
	if role == Differs {
		role = Work
	}
	s := w.say(p, role)
	if role == Work {
		more := without(p.Goals, said)
		if len(more) > 0 {
			s.Text += " " + goalWords(more)
			for _, g := range more {
				s.Computed = append(s.Computed, Computed{g.Title, "the title of a goal"})
			}
		}
	}
	if c := p.Choice; c != nil {
		if c.Purpose != "" {
			s.Text += " " + stopped(capital(c.Purpose))
		}
		if len(c.Gains) > 0 {
			s.Text += " " + gainsPrefix + list(c.Gains) + "."
		}
		if len(c.Pays) > 0 {
			s.Text += " " + paysPrefix + list(c.Pays) + "."
		}
		if c.Unseen != "" {
			s.Text += " " + mindPrefix + stopped(c.Unseen)
		}
	}
	return s
}

// annexParts groups points by project, those of none last.
func annexParts(points []Point) []Part {
	var parts []Part
	for _, p := range points {
		i := slices.IndexFunc(parts, func(x Part) bool { return x.Project.ID == p.Project.ID })
		if i < 0 {
			i = len(parts)
			parts = append(parts, Part{Role: Work, Project: *p.Project})
		}
		parts[i].Points = append(parts[i].Points, p)
	}
	slices.SortStableFunc(parts, func(a, b Part) int { return compareTruth(a.Project.ID == 0, b.Project.ID == 0) })
	return parts
}

// isShortened reports whether a point stands in the body with less than all
// its words.
func (w *writer) isShortened(p Point) bool {
	if _, left := w.words(p.Entry); left > 0 {
		return true
	}
	if text, left := w.outcome(p.Entry); left > 0 || text == "" && p.Entry.Outcome != "" && !containsFold(p.Entry.Text, bare(p.Entry.Outcome)) {
		return true
	}
	c := p.Choice
	return c != nil && (c.Purpose != "" || len(c.Gains)+len(c.Pays) > 0 || c.Unseen != "")
}
