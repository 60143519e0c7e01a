package rapport

// Currency is what an ask is for (P3): the coins in which a boss can help.
type Currency string

// The currencies.
const (
	Information Currency = "information"
	Resources   Currency = "resources"
	Backing     Currency = "backing"
	Development Currency = "development"
	ADecision   Currency = "decision"
	Advice      Currency = "advice"
)

// Currencies lists the currencies in the order of the practice.
var Currencies = [...]Currency{Information, Resources, Backing, Development, ADecision, Advice}

// Benefit is who gains by something, in words: it is best when all three do
// (P70, P74).
type Benefit struct {
	Me, Boss, Organisation string
}

// Ask is something the user asked a boss for (P3, P76).
type Ask struct {
	Fact
	Boss     BossID
	Text     string
	Currency Currency
	// Due is the day by which it is needed.
	Due Day
	// Answered is what a journal said; a journal that said nothing leaves an
	// ask open all the same.
	Answered Truth
	Answer   string
	// AnsweredOn is the day of the answer; empty where nobody said.
	AnsweredOn Day
	// WithdrawnOn is the day on which the user took it back.
	WithdrawnOn Day
	// Purpose says what it is good for, Benefit for whom.
	Purpose string
	Benefit Benefit
	// Goal is the goal of the boss that it helps.
	Goal GoalID
	// Gains and Pays name who wins and who bears the cost (P4).
	Gains, Pays []string
	// Options are what the boss can choose between.
	Options []string
	// Default says what happens without an answer.
	Default string
	// Channel is the way it was asked, in the user's words.
	Channel string
	// Again lists the days on which it was asked again, the oldest first.
	Again []Day
	// Outcome is what came of it.
	Outcome string
	// Introduce names who the boss is asked to introduce the user to, and
	// Forward the sentence the boss can pass on (P5).
	Introduce, Forward string
	// Meeting is the meeting in which it was raised.
	Meeting FactID
	// Project is the piece of work that waits for it (P2).
	Project ProjectID
}

// State is open, answered or withdrawn.
func (a Ask) State() State {
	switch {
	case a.WithdrawnOn != "":
		return StateWithdrawn
	case a.Answered.IsYes() || a.AnsweredOn != "":
		return StateAnswered
	}
	return StateOpen
}

// TimesAsked counts the first time and each time after it.
func (a Ask) TimesAsked() int { return 1 + len(a.Again) }

// Option is one way out of a matter that is to be decided.
type Option struct {
	Text string
	// Gains and Pays say who wins by it and who bears the cost (P4).
	Gains, Pays string
	Cost        string
}

// AdviceSheet prepares a decision on which the boss's advice is asked: the
// options with the people they touch, and what came of it (P4, P49).
type AdviceSheet struct {
	Fact
	Boss BossID
	// Text is what is to be decided.
	Text    string
	Options []Option
	// Recommend is what the user would do.
	Recommend string
	// Unseen is what the user may not see from where they stand.
	Unseen string
	Due    Day
	// Advice is what the boss said, on the day AdvisedOn.
	Advice    string
	AdvisedOn Day
	// Decided is what was done in the end, Outcome what came of it.
	Decided, Outcome string
	Goal             GoalID
}

// State is open until the advice came, answered until it is decided, then done.
func (a AdviceSheet) State() State {
	switch {
	case a.Decided != "" || a.Outcome != "":
		return StateDone
	case a.Advice != "":
		return StateAnswered
	}
	return StateOpen
}
