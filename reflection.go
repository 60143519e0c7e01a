package rapport

// Rating is an answer in the private check of a relation. It is private.
type Rating struct {
	Fact
	Item       PrivateText
	Value, Was Amount
}

// WeekHours are the hours that the user worked in a week. They are private.
type WeekHours struct {
	Fact
	// Week is an ISO week, such as 2026-W47.
	Week  string
	Hours Amount
}

// Reflection is a private thought on a question of the practice, such as what
// earlier bosses left behind (P10).
type Reflection struct {
	Fact
	// Topic names the question, such as earlier-bosses.
	Topic string
	Text  PrivateText
	Boss  BossID
}

// Disclosure plans to show one weakness to a boss: its risk, what is done about
// it, the help that is wanted, and how it was taken (P14). It is private.
type Disclosure struct {
	Fact
	Boss                    BossID
	Item, Risk, Doing, Help PrivateText
	// Setting is the sort of talk it belongs in.
	Setting Purpose
	SaidOn  Day
	Taken   Sign
}
