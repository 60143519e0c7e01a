package rapport

import (
	"slices"
	"strings"
)

// FindBoss returns the boss called slug; the empty slug means the only one who
// has not left. The error names the bosses there are, the nearest first.
func FindBoss(bosses []Boss, slug Slug) (Boss, error) {
	if slug == "" {
		present := slices.DeleteFunc(slices.Clone(bosses), func(b Boss) bool { return !b.Left.IsZero() })
		switch len(present) {
		case 1:
			return present[0], nil
		case 0:
			return Boss{}, Errorf(NotFound, "no boss is on record yet").WithHint(`rapport boss add "Dana Weber"`)
		}
		return Boss{}, Errorf(Invalid, "you have several bosses").
			WithHint("name one of them: %s", names("@", slugs(present, func(b Boss) Slug { return b.Slug }), ""))
	}
	for _, b := range bosses {
		if b.Slug == slug {
			return b, nil
		}
	}
	if len(bosses) == 1 && bosses[0].Slug == UnnamedBoss {
		return Boss{}, Errorf(NotFound, "there is no boss @%s; the one you have has no name yet", slug).
			WithHint(`say who it is: rapport boss edit @%s --name %q`, UnnamedBoss, slug.Title())
	}
	return Boss{}, unknown("boss", "@", slug, slugs(bosses, func(b Boss) Slug { return b.Slug }), `rapport boss add "Full Name"`)
}

// shortestBeginning is how much of a goal's slug must be typed at least.
const shortestBeginning = 3

// FindGoal returns the goal called slug, or the only one whose slug begins
// with it. The error names the goals there are, the nearest first.
func FindGoal(goals []Goal, slug Slug) (Goal, error) {
	var begun []Goal
	for _, g := range goals {
		if g.Slug == slug {
			return g, nil
		}
		if len(slug) >= shortestBeginning && strings.HasPrefix(string(g.Slug), string(slug)) {
			begun = append(begun, g)
		}
	}
	if len(begun) == 1 {
		return begun[0], nil
	}
	return Goal{}, unknown("goal", "for:", slug, slugs(goals, func(g Goal) Slug { return g.Slug }), `rapport goal add "what they want" @boss`)
}

// FindProject returns the project called slug. The error names the projects
// there are, the nearest first.
func FindProject(projects []Project, slug Slug) (Project, error) {
	for _, p := range projects {
		if p.Slug == slug {
			return p, nil
		}
	}
	return Project{}, unknown("project", "+", slug, slugs(projects, func(p Project) Slug { return p.Slug }), `rapport project add "Title"`)
}

func slugs[T any](all []T, of func(T) Slug) []Slug {
	out := make([]Slug, len(all))
	for i, one := range all {
		out[i] = of(one)
	}
	return out
}

func unknown(noun, mark string, slug Slug, known []Slug, add string) error {
	e := Errorf(NotFound, "there is no %s %s%s", noun, mark, slug)
	if len(known) == 0 {
		return e.WithHint("add it with: %s", add)
	}
	return e.WithHint("known: %s; or add it with: %s", names(mark, known, slug), add)
}

// names lists at most eight slugs with their mark, those nearest to slug first.
func names(mark string, known []Slug, slug Slug) string {
	known = slices.Clone(known)
	if slug != "" {
		slices.SortStableFunc(known, func(a, b Slug) int { return Distance(string(a), string(slug)) - Distance(string(b), string(slug)) })
	}
	more := ""
	if len(known) > 8 {
		known, more = known[:8], " …"
	}
	marked := make([]string, len(known))
	for i, k := range known {
		marked[i] = mark + string(k)
	}
	return strings.Join(marked, " ") + more
}

// Distance is the number of letters to change, add or drop to make one word of
// the other.
func Distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range x {
		before := row[0]
		row[0] = i + 1
		for j, q := range y {
			cost := before
			if r != q {
				cost++
			}
			before = row[j+1]
			row[j+1] = min(cost, before+1, row[j]+1)
		}
	}
	return row[len(y)]
}
