package rapport

// Project is a piece of work that entries belong to.
type Project struct {
	ID ProjectID
	Record
	// Slug is what people type after +.
	Slug  Slug
	Title string
	// Boss is whom the project matters to; zero where not said.
	Boss BossID
	// Goal is the goal it serves; zero where not said.
	Goal GoalID
	Due  Day
	// Status is the user's own word for where it stands, such as active,
	// paused or done.
	Status string
	// Level says how far the user may decide alone, in the boss's words.
	Level string
	// Depends says what of the project depends on the boss, such as a
	// decision, money or protection (P2).
	Depends []string
}

// IsDone reports whether the user said that the project is over.
func (p Project) IsDone() bool { return p.Status == "done" || p.Status == "dropped" }
