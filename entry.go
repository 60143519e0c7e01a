package rapport

// Kind says what an entry is.
type Kind string

// The eight kinds of entries.
const (
	Progress         Kind = "progress"
	Accomplishment   Kind = "accomplishment"
	Challenge        Kind = "challenge"
	Idea             Kind = "idea"
	Question         Kind = "question"
	HeadsUp          Kind = "heads-up" // the boss lacks this information
	Commitment       Kind = "commitment"
	FeedbackReceived Kind = "feedback-received"
)

// Kinds lists the eight kinds in the order people think of them.
var Kinds = [...]Kind{Progress, Accomplishment, Challenge, Idea, Question, HeadsUp, Commitment, FeedbackReceived}

// ParseKind returns the kind that text names.
func ParseKind(text string) (Kind, error) {
	for _, k := range Kinds {
		if string(k) == text {
			return k, nil
		}
	}
	return "", Errorf(Invalid, "%q is not a kind of entry", text).
		WithHint("the kinds are progress, accomplishment, challenge, idea, question, heads-up, commitment and feedback-received")
}

// Certainty says how a value came about. A guess never counts as confirmed.
type Certainty int8

// The certainties.
const (
	// Guessed by the program; shown as such and correctable.
	Guessed Certainty = 0
	// Said by the user when the value was entered.
	Said Certainty = 1
	// Confirmed by the user afterwards.
	Confirmed Certainty = 2
	// Refused by the user: known not to be so.
	Refused Certainty = 3
)

// Holds reports whether the user stands behind the value.
func (c Certainty) Holds() bool { return c == Said || c == Confirmed }

// Party says who made a promise.
type Party string

// The parties to a promise.
const (
	Me      Party = "me"
	TheBoss Party = "boss"
	Other   Party = "other"
)

// Entry is a dated line of work: what the report, the review and the coach
// are computed from. It holds nothing private.
type Entry struct {
	ID EntryID
	Record
	// Day is the civil day of the work in the user's zone at the time.
	Day    Day
	Kind   Kind
	KindBy Certainty
	Text   string
	// Outcome is what changed for whom, with its number (P43).
	Outcome string
	// Project is zero where the entry belongs to none.
	Project ProjectID
	// ProjectBy says whether the project was said or guessed.
	ProjectBy Certainty
	// Concerns lists the bosses the user addressed with @.
	Concerns []BossID
	// Links are the goals the entry serves, best first, refused ones included.
	Links []Link
	// Told says which boss knows, since when and how (P20, P23).
	Told []Told
	// ToldSaid is No where the user never said whether anybody knows: an
	// imported line without that field. Natively kept entries say it.
	ToldSaid Truth
	// Evidence is what the entry rests on, such as commits.
	Evidence []Evidence
	// Helpers are the people who share the credit (P44).
	Helpers []string
	// CommittedBy says who promised, for commitments.
	CommittedBy []Party
	// Due is the day a commitment, an ask or a challenge's answer is due.
	Due Day
	// Closed is the day the matter ended: a challenge solved, a question
	// answered, a promise kept. Empty while it is open.
	Closed Day
	// Asked says whether a question was put to the boss.
	Asked Truth
	// Raised says whether an idea was raised.
	Raised Truth
	// BossSaid is the answer to an idea: yes, later or no.
	BossSaid string
	// OwnError marks a challenge that is the user's own mistake.
	OwnError Truth
	URL      string
	// Source is where the entry was proposed from; zero for a typed one.
	Source SourceID
}

// KnownTo reports whether the boss knows of the entry.
func (e Entry) KnownTo(boss BossID) bool {
	for _, t := range e.Told {
		if t.Boss == boss {
			return true
		}
	}
	return false
}

// Link says that an entry serves a goal.
type Link struct {
	Goal GoalID
	By   Certainty
	// Confidence is in percent; 100 for what the user said.
	Confidence int
	// Reason is a short phrase for people, such as "project checkout".
	Reason string
}

// How says by which way a boss came to know.
type How string

// The ways of knowing.
const (
	ByReport     How = "report"
	ByMeeting    How = "meeting"
	ByMessage    How = "message"
	ByThirdParty How = "third-party"
	// ByUnknown: the journal said that the boss knows and no more.
	ByUnknown How = ""
)

// Told says that a boss knows of an entry.
type Told struct {
	Boss  BossID
	Since Stamp
	How   How
	// Report is the report that told it, zero where none did.
	Report ReportID
	// Via is the medium in the user's words, such as mail.
	Via string
}

// Evidence is what an entry rests on: a commit subject is evidence, not a
// sentence for a boss.
type Evidence struct {
	// Kind is commit, url or file.
	Kind string
	// Ref is the commit id, address or path.
	Ref string
	// Title is the subject or name as it was found.
	Title string
}
