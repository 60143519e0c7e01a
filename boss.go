package rapport

// Relation is the line on which a boss stands to the user.
type Relation string

// The relations.
const (
	Solid       Relation = "solid"
	Dotted      Relation = "dotted"
	ProjectLine Relation = "project"
)

// UnnamedBoss is what people type for a boss whose name they have not said yet.
const UnnamedBoss Slug = "boss"

// Boss is a person the user answers to (P1).
type Boss struct {
	ID BossID
	Record
	// Slug is what people type after @.
	Slug     Slug
	Name     string
	Relation Relation
	Role     string
	// Zone is the IANA name of the boss's time zone, empty where unknown.
	Zone string
	// Hours is the boss's working day as HH:MM-HH:MM in Zone, empty where
	// unknown.
	Hours string
	// Evaluates says whether this boss writes the user's review.
	Evaluates Truth
	Email     string
	// Since is the day from which the relation counts; empty where it is that
	// of the record.
	Since Day
	// Left is when the relation ended; zero while it lasts.
	Left Stamp
	// LeftLine is the journal line that said so.
	LeftLine LineID
}

// Truth is yes, no, or not said.
type Truth int8

// The three truths.
const (
	NotSaid Truth = 0
	No      Truth = 1
	Yes     Truth = 2
)

// TruthOf returns Yes or No.
func TruthOf(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// IsYes reports whether the truth is Yes.
func (t Truth) IsYes() bool { return t == Yes }
