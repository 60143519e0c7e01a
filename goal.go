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
	// Source says how the user knows of it; empty where Confirmed says all.
	Source GoalSource
	// OwnedBy is whose goal it is in the organisation, in words; Horizon how
	// far it reaches, such as this quarter.
	OwnedBy, Horizon string
	// ConfirmedOn is the day on which the boss last confirmed it, PlayedBack
	// the sentence with which they did (P88).
	ConfirmedOn Day
	PlayedBack  string
	// Closed is the day the boss stopped wanting it; empty while current.
	Closed Day
}

// GoalSource says how the user knows of a goal (P21).
type GoalSource string

// The sources of goals.
const (
	GoalSaid     GoalSource = "said"
	GoalWritten  GoalSource = "written"
	GoalInferred GoalSource = "inferred"
)

// IsCurrent reports whether the goal still counts on day.
func (g Goal) IsCurrent(day Day) bool { return g.Closed == "" || g.Closed > day }
