package store

import "context"

// The nouns of facts.
const (
	AskNoun          Noun = "ask"
	AdviceNoun       Noun = "advice"
	PromiseNoun      Noun = "promise"
	PromiseEventNoun Noun = "promise-event"
	MeetingNoun      Noun = "meeting"
	RhythmNoun       Noun = "rhythm"
	AgendaNoun       Noun = "agenda-item"
	DecisionNoun     Noun = "decision"
	InstructionNoun  Noun = "instruction"
	FeedbackAskNoun  Noun = "feedback-ask"
	FeedbackNoun     Noun = "feedback"
	SkillNoun        Noun = "skill"
	StakeholderNoun  Noun = "stakeholder"
	ContactNoun      Noun = "contact"
	CriterionNoun    Noun = "criterion"
	PitchNoun        Noun = "pitch"
	HelpOfferNoun    Noun = "help-offer"
	HelpNoun         Noun = "help"
	TeamDateNoun     Noun = "team-date"
	PreferenceNoun   Noun = "preference"
	CopyNoun         Noun = "preference-copy"
	ReorgNoun        Noun = "reorganisation"
	AgreementNoun    Noun = "agreement"
	RoleNoun         Noun = "role"
	MessageNoun      Noun = "message"
	PingNoun         Noun = "ping"
	SurpriseNoun     Noun = "surprise"
	HeardNoun        Noun = "heard"
	PublicNoun       Noun = "public-event"
	MappingNoun      Noun = "mapping"
	ReplyNoun        Noun = "reply"

	// Private ones.
	ObservationNoun Noun = "observation"
	PressureNoun    Noun = "pressure"
	HumanFactNoun   Noun = "human-fact"
	ReactionNoun    Noun = "reaction"
	HardshipNoun    Noun = "hardship"
	CareerNoun      Noun = "career-goal"
	RatingNoun      Noun = "rating"
	HoursNoun       Noun = "hours"
	ReflectionNoun  Noun = "reflection"
	DisclosureNoun  Noun = "disclosure"
	NudgeNoun       Noun = "nudge"
)

// IsPrivate reports whether a noun is nobody else's business: no view but the
// owner's private one shows its records.
func (n Noun) IsPrivate() bool {
	switch n {
	case NoteNoun, ObservationNoun, PressureNoun, HumanFactNoun, ReactionNoun, HardshipNoun, CareerNoun, RatingNoun, HoursNoun,
		ReflectionNoun, DisclosureNoun, NudgeNoun:
		return true
	}
	return false
}

// factTable is what can be done with the facts of a noun without knowing their
// type.
type factTable interface {
	Noun() Noun
	IsPrivate() bool
	takeBack(ctx context.Context, tx *Tx, s Step) error
}

// factTables lists the nouns of facts.
func factTables() []factTable {
	return []factTable{
		Asks, AdviceSheets, Promises, PromiseEvents, Meetings, Rhythms, AgendaItems, Decisions, Instructions, FeedbackAsks, Feedbacks,
		Skills, Stakeholders, Contacts, Criteria, Pitches, HelpOffers, Helps, TeamDates, Preferences, PreferenceCopies, Reorganisations,
		Agreements, RoleChanges, Messages, Pings, Surprises, HeardThings, PublicEvents, Mappings, Replies,
		Observations, BossPressures, HumanFacts, Reactions, Hardships, CareerGoals, Ratings, HoursWorked, Reflections, Disclosures,
		NudgeMarks,
	}
}

// FactNouns lists the nouns of facts.
func FactNouns() []Noun {
	tables := factTables()
	nouns := make([]Noun, len(tables))
	for i, t := range tables {
		nouns[i] = t.Noun()
	}
	return nouns
}

// privateNouns lists the nouns that are nobody else's business.
func privateNouns() []Noun {
	nouns := []Noun{NoteNoun}
	for _, t := range factTables() {
		if t.IsPrivate() {
			nouns = append(nouns, t.Noun())
		}
	}
	return nouns
}
