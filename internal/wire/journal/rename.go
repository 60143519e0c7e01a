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
	case *Other:
		b.rename(rename)
	}
}

// rename writes a field anew only where its name changed: the rest stays as it
// was said.
func (o *Other) rename(rename func(NameOf, *rapport.Slug)) {
	for i, spec := range o.form.fields {
		if o.values[i] == nil {
			continue
		}
		switch spec.is {
		case aBoss, aProject:
			of := OfBoss
			if spec.is == aProject {
				of = OfProject
			}
			was, _ := readSlug(value{'"', o.values[i]}) // it was read before
			slug := was
			if rename(of, &slug); slug != was {
				o.values[i] = appendText(nil, slug)
			}
		case aBossList:
			slugs, _ := listOf(readSlug)(value{'[', o.values[i]}) // it was read before
			changed := false
			for j, was := range slugs {
				rename(OfBoss, &slugs[j])
				changed = changed || slugs[j] != was
			}
			if changed {
				o.values[i] = appendList(appendText[rapport.Slug])(nil, slugs)
			}
		}
	}
}

// Names are the bosses, goals and projects that the line names, for the types
// that may be kept as they came.
func (l Line) Names() (names []Name) {
	if other, ok := l.Body.(*Other); ok {
		return other.names
	}
	l.Rename(func(name Name) rapport.Slug {
		names = append(names, name)
		return name.Slug
	})
	return names
}
