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

// Becoming says what a proposal becomes once it is accepted.
type Becoming string

// What a proposal can become.
const (
	// AsEntry is an entry of work, of the proposal's kind.
	AsEntry      Becoming = ""
	AsPromise    Becoming = "promise"
	AsAsk        Becoming = "ask"
	AsReply      Becoming = "reply"
	AsFeedback   Becoming = "feedback"
	AsDecision   Becoming = "decision"
	AsPreference Becoming = "preference"
	AsGoal       Becoming = "goal"
	// AsMeeting is a meeting; accepting says that it was as its status says.
	AsMeeting Becoming = "meeting"
	// AsSeries is a calendar's series of one-on-ones with a boss.
	AsSeries Becoming = "one-on-ones"
	// AsDaysOff is leave or a public holiday.
	AsDaysOff Becoming = "leave"
)

// Becomings lists what a proposal can become, in the order to show.
var Becomings = [...]Becoming{AsEntry, AsPromise, AsAsk, AsReply, AsFeedback, AsDecision, AsPreference, AsGoal, AsMeeting, AsSeries, AsDaysOff}

// Particulars are what else is known of a proposal, according to what it
// becomes. Nothing private has a place here.
type Particulars struct {
	// Outcome and Goal belong to an entry or an ask.
	Outcome string
	Goal    Slug
	// Answers are the words that a reply or a promise answers, AnswersKey the
	// key of the proposal that holds them.
	Answers, AnswersKey string
	// AsRead is the line of a file that it was read from, where the text is more
	// of the file than that line, or less.
	AsRead string
	// Known says that the boss has answered it, so that they know of it.
	Known bool
	// Done says whether its box was ticked.
	Done Truth
	// Dim and Value are those of a preference.
	Dim, Value string
	// Quote is the sentence that it rests on.
	Quote string
	// Start, Minutes, Zone, Status, UID and Series are those of a meeting or a
	// series of meetings, Rule and Until the end of a stretch of days.
	Start       Stamp
	Minutes     int
	Zone        string
	Status      MeetingStatus
	UID, Series string
	Rule        string
	Until       Day
	// Holiday says that the days are a public holiday.
	Holiday bool
}

// Proposal is an entry, or another noun, that a source suggests. Nothing counts
// before the user accepts it.
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
	// Entry is the entry that it became once accepted; Became the record, where
	// it became anything else.
	Entry  EntryID
	Became RecordID
	// Becomes says what it becomes.
	Becomes Becoming
	// Boss is whom it concerns; zero for nobody.
	Boss BossID
	// By and To are the people of a promise, By whoever replied or gave
	// feedback.
	By, To Person
	Due    Day
	Particulars
}
