package journal

import "rapport"

// Rename gives what the line names the names that now returns: for a line that
// was kept while something it names was given another name.
func (l Line) Rename(now func(Name) rapport.Slug) {
	rename := func(of NameOf, slug *rapport.Slug) {
		if *slug != "" {
			*slug = now(Name{of, *slug})
		}
	}
	switch b := l.Body.(type) {
	case *AddBoss:
		rename(OfBoss, &b.Boss)
	case *BossLeft:
		rename(OfBoss, &b.Boss)
	case *BossGoal:
		rename(OfBoss, &b.Boss)
		rename(OfGoal, &b.Goal)
	case *Project:
		rename(OfProject, &b.Project)
		rename(OfBoss, &b.Boss)
		rename(OfGoal, &b.Goal)
	case *Source:
		rename(OfProject, &b.Project)
	}
}

// Names are the bosses, goals and projects that the line names, for the types
// that may be kept as they came.
func (l Line) Names() (names []Name) {
	l.Rename(func(name Name) rapport.Slug {
		names = append(names, name)
		return name.Slug
	})
	return names
}
