package align

import "rapport"

// GoalsOf makes ready the goals that count on a day, each with the titles and
// slugs of the projects that serve it.
func GoalsOf(goals []rapport.Goal, projects []rapport.Project, day rapport.Day) []Goal {
	ready := make([]Goal, 0, len(goals))
	for _, g := range goals {
		if !g.IsCurrent(day) {
			continue
		}
		goal := Goal{ID: g.ID, Boss: g.Boss, Slug: g.Slug, Title: g.Title}
		for _, p := range projects {
			if p.Goal == g.ID {
				goal.Words = append(goal.Words, p.Title, string(p.Slug))
			}
		}
		ready = append(ready, goal)
	}
	return ready
}

// WorkOf makes an entry ready, with the project it belongs to.
func WorkOf(e rapport.Entry, project rapport.Project) Work {
	return Work{Text: e.Text, Outcome: e.Outcome, Project: string(project.Slug), ProjectTitle: project.Title, ProjectGoal: project.Goal}
}

// Sure returns the links that are guesses and not mere questions: those at or
// above [Threshold].
func Sure(links []rapport.Link) []rapport.Link {
	var sure []rapport.Link
	for _, l := range links {
		if l.Confidence >= Threshold {
			sure = append(sure, l)
		}
	}
	return sure
}

// SeenIn returns what can be learnt of entries: the links that the user said,
// confirmed or refused.
func SeenIn(entries []rapport.Entry) []Seen {
	seen := make([]Seen, 0, len(entries))
	for _, e := range entries {
		one := Seen{Text: e.Text + " " + e.Outcome, Day: e.Day}
		for _, l := range e.Links {
			switch {
			case l.By.Holds():
				one.Goals = append(one.Goals, l.Goal)
			case l.By == rapport.Refused:
				one.Refused = append(one.Refused, l.Goal)
			}
		}
		if len(one.Goals)+len(one.Refused) > 0 {
			seen = append(seen, one)
		}
	}
	return seen
}
