package rapport

// Goal is something a boss wants. It carries no status of its own: only the
// user's contributions do (P46).
type Goal struct {
	ID GoalID
	Record
	Boss  BossID
	Slug  Slug
	Title string
	// Confirmed says that the boss said so; otherwise the user inferred it.
	Confirmed bool
	Due       Day
	// Closed is the day the boss stopped wanting it; empty while current.
	Closed Day
}

// IsCurrent reports whether the goal still counts on day.
func (g Goal) IsCurrent(day Day) bool { return g.Closed == "" || g.Closed > day }
