package rapport

// Source is a place where the user's work can be read, such as a git
// repository.
type Source struct {
	ID SourceID
	Record
	// Kind is the reader's name, such as git.
	Kind string
	// Location is a path or address.
	Location string
	// Title is how people call it, such as the folder's name.
	Title string
	// Project is the project that work from here belongs to unless something
	// better is known; zero for none.
	Project ProjectID
}

// ProposalState says what became of a proposal.
type ProposalState string

// The states of a proposal.
const (
	Open     ProposalState = "open"
	Accepted ProposalState = "accepted"
	Dropped  ProposalState = "dropped"
)

// Proposal is an entry that a source suggests. Nothing counts before the user
// accepts it.
type Proposal struct {
	ID ProposalID
	Record
	Source SourceID
	// Key names the matter within the source for ever (a pull request, an
	// issue, a scope and week), so that reading again proposes nothing twice.
	Key string
	// Day is the last day of the work in the author's own clock; From the
	// first.
	From, Day Day
	Kind      Kind
	Text      string
	// Project is the slug guessed for it; empty for none.
	Project Slug
	// Reason says why these belong together and why the kind was guessed.
	Reason string
	// Confidence in kind and text, in percent.
	Confidence int
	Evidence   []Evidence
	// Noise counts what was folded into it and says nothing to a boss, such
	// as formatting and version bumps; those are among the Evidence.
	Noise int
	State ProposalState
	// Entry is what it became once accepted.
	Entry EntryID
}
