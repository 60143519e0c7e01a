package rapport

// Names are the things that have a word of their own: what ids are shown by,
// and what a typed word is looked up in.
type Names struct {
	Bosses   []Boss
	Goals    []Goal
	Projects []Project
}

// Boss returns the boss with an id, the zero Boss where there is none.
func (n Names) Boss(id BossID) (b Boss) {
	for _, b := range n.Bosses {
		if b.ID == id {
			return b
		}
	}
	return b
}

// Goal returns the goal with an id, the zero Goal where there is none.
func (n Names) Goal(id GoalID) (g Goal) {
	for _, g := range n.Goals {
		if g.ID == id {
			return g
		}
	}
	return g
}

// Project returns the project with an id, the zero Project where there is none.
func (n Names) Project(id ProjectID) (p Project) {
	for _, p := range n.Projects {
		if p.ID == id {
			return p
		}
	}
	return p
}

// Person names somebody for people: "me", a boss by name, anybody else as they
// were named.
func (n Names) Person(p Person) string {
	if p.Boss != 0 {
		return n.Boss(p.Boss).Name
	}
	return p.Name
}

// FindPerson returns whom a typed word means: "me", a boss by @word or word, or
// anybody else by that name.
func (n Names) FindPerson(text string) (Person, error) {
	text = OneLine(text)
	switch {
	case text == string(Me):
		return Myself(), nil
	case len(text) > 1 && text[0] == '@':
		b, err := FindBoss(n.Bosses, ParseSlug(text[1:]))
		return Person{Boss: b.ID}, err
	}
	for _, b := range n.Bosses {
		if slug := ParseSlug(text); slug != "" && (b.Slug == slug || ParseSlug(b.Name) == slug) {
			return Person{Boss: b.ID}, nil
		}
	}
	return Person{Name: text}, nil
}
