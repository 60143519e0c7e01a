package rapport

// CareerState says how far a career goal has come into the open.
type CareerState string

// The states of a career goal. Journals may say others in their own words.
const (
	CareerPrivate   CareerState = "private"
	CareerSaid      CareerState = "said"
	CareerSupported CareerState = "supported"
	CareerPlanned   CareerState = "planned"
	CareerRefused   CareerState = "refused"
)

// CareerGoal is where the user wants to go (P36). It is private towards every
// boss it was not shared with, so its text is of the private type.
type CareerGoal struct {
	Fact
	Text       PrivateText
	SharedWith []BossID
	// SharedSaid tells an empty list from none.
	SharedSaid bool
	SharedOn   Day
	State      CareerState
	// Due is a dated opening or target.
	Due Day
	// NotNow is the day until which the user does not want to hear of it.
	NotNow   Day
	ClosedOn Day
}

// Skill is something to learn, in the boss's words, with what would show it
// (P37).
type Skill struct {
	Fact
	Boss BossID
	Text string
	// Level is where the user stands, Target where to, both in words.
	Level, Target string
	// Evidence is what would show it; BossWords what the boss said of it.
	Evidence, BossWords string
	Due                 Day
	ReachedOn           Day
}

// State is open or done.
func (s Skill) State() State {
	if s.ReachedOn != "" {
		return StateDone
	}
	return StateOpen
}

// Introduction is how far an introduction has come.
type Introduction string

// The steps of an introduction.
const (
	IntroductionAsked Introduction = "asked"
	IntroductionMade  Introduction = "made"
	IntroductionUsed  Introduction = "used"
)

// Stakeholder is somebody whose view of the user's work counts (P39).
type Stakeholder struct {
	Fact
	Name         string
	SuggestedBy  Person
	Introduction Introduction
	// Needs is what they need to see.
	Needs string
}

// ContactWith says towards whom a contact goes past the boss.
type ContactWith string

// Who is contacted.
const (
	SkipLevel       ContactWith = "skip-level"
	HumanResources  ContactWith = "hr"
	OtherDepartment ContactWith = "other-department"
	AMentor         ContactWith = "mentor"
	ASponsor        ContactWith = "sponsor"
	AStakeholder    ContactWith = "stakeholder"
)

// Contact is a contact besides the boss, planned or made: what the order guard
// looks at (P40, P41).
type Contact struct {
	Fact
	Name string
	With ContactWith
	Text string
	// OnCareer says that it is about the user's own career.
	OnCareer Truth
	// Protected says why the boss need not hear first: misconduct, safety,
	// discrimination or health. It is nobody else's business.
	Protected PrivateText
	// Told is the boss who knows of it, since ToldOn; Invited says that the
	// boss suggested it.
	Told    BossID
	ToldOn  Day
	Invited Truth
	// On is the day it is planned for, DoneOn the day it happened.
	On, DoneOn Day
}

// State is open while it is only planned.
func (c Contact) State() State {
	if c.DoneOn != "" {
		return StateDone
	}
	return StateOpen
}

// Criterion is what a boss measures the user's work by, in their words (P52).
type Criterion struct {
	Fact
	Boss BossID
	Text string
}

// Pitch is what an idea needs to be raised well (P90): a size, a first step, a
// moment, and who gains. The idea itself is an [Entry].
type Pitch struct {
	Fact
	Entry EntryID
	// Text is the idea in a sentence, as it would be said.
	Text string
	Boss BossID
	Goal GoalID
	// Size is big or small in the user's words, Cost what it takes, Step the
	// smallest first step, Moment the best time to raise it.
	Size, Cost, Step, Moment string
	Benefit                  Benefit
	// Unseen is what the user may not see (P49).
	Unseen string
}

// HelpOffer is a bounded offer of help: a task, hours, an end (P81).
type HelpOffer struct {
	Fact
	Boss  BossID
	Task  string
	Hours Amount
	Until Day
	// Outcome is what became of it, such as accepted, declined or done.
	Outcome string
}

// State is open until its outcome is known.
func (h HelpOffer) State() State {
	if h.Outcome != "" {
		return StateDone
	}
	return StateOpen
}

// Help is help that was given or received: what both sides had of each other
// (P58).
type Help struct {
	Fact
	By, To Person
	Text   string
	Hours  Amount
}

// Boss is the boss on either side; zero where there is none.
func (h Help) Boss() BossID {
	if h.By.Boss != 0 {
		return h.By.Boss
	}
	return h.To.Boss
}

// TeamDate is a date of somebody else that the user's work could endanger
// (P79).
type TeamDate struct {
	Fact
	Text string
	// Whose names the person or team.
	Whose   string
	Due     Day
	Project ProjectID
	DoneOn  Day
}

// State is open or done.
func (t TeamDate) State() State {
	if t.DoneOn != "" {
		return StateDone
	}
	return StateOpen
}
