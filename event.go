package rapport

// MessageState says whether a message left.
type MessageState = ReportState

// Message is any text for a boss that is not a report.
type Message struct {
	Fact
	Boss   BossID
	State  MessageState
	Text   string
	Medium string
}

// Ping is a request for an update by a boss (P87).
type Ping struct {
	Fact
	Boss  BossID
	Text  string
	Topic string
	// AnsweredOn is when the user told them.
	AnsweredOn Day
}

// Surprise is something that one side learned from a third party and should
// have heard from the other (P61).
type Surprise struct {
	Fact
	Boss BossID
	Text string
	// To is who was surprised: the boss, unless it is the user.
	To Person
}

// Heard is something learned about the organisation.
type Heard struct {
	Fact
	Text string
	Boss BossID
}

// PublicEvent is something said about or with a boss in front of others.
type PublicEvent struct {
	Fact
	Boss BossID
	Text string
}

// Mapping is a decision of the user that the program remembers, such as which
// meaning a section of their notes has, or that a calendar's series is a
// one-on-one.
type Mapping struct {
	Fact
	// About says for what, such as notes or calendar; Name what was found
	// there; Meaning what the user said it is.
	About, Name, Meaning string
	// Boss is whom it concerns; zero for nobody.
	Boss BossID
}
