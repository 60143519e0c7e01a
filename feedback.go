package rapport

// FeedbackKind says what feedback wants.
type FeedbackKind string

// The kinds of feedback.
const (
	Praise FeedbackKind = "praise"
	Change FeedbackKind = "change"
)

// FeedbackAsk is a request for feedback, best about one item, one aspect and
// one moment (P32, P33, B5).
type FeedbackAsk struct {
	Fact
	Boss  BossID
	Text  string
	About string
	// Item is the piece of work, Aspect the side of it, Moment when it could
	// be seen.
	Item, Aspect, Moment string
	Entry                EntryID
	Answer               string
	AnsweredOn           Day
}

// State is open or answered.
func (f FeedbackAsk) State() State {
	if f.Answer != "" || f.AnsweredOn != "" {
		return StateAnswered
	}
	return StateOpen
}

// Feedback is feedback that the user received.
type Feedback struct {
	Fact
	Sender Person
	Text   string
	About  string
	Kind   FeedbackKind
	// Ask is the request that it answers.
	Ask FactID
	// Action is the one step the user took, on ActionOn; ToldBackOn is when
	// the sender heard what changed (B5).
	Action               string
	ActionOn, ToldBackOn Day
	// Disagree is why the user does not follow it.
	Disagree string
	// Same is earlier feedback that says the same.
	Same FactID
}

// State is open until something was done about it.
func (f Feedback) State() State {
	switch {
	case f.Kind == Praise, f.ToldBackOn != "", f.Disagree != "":
		return StateDone
	case f.Action != "" || f.ActionOn != "":
		return StateAnswered
	}
	return StateOpen
}
