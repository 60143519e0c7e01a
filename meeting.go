package rapport

// MeetingKind says what sort of conversation a meeting is.
type MeetingKind string

// The kinds of meetings.
const (
	OneOnOne   MeetingKind = "1:1"
	AdHoc      MeetingKind = "ad-hoc"
	Chat       MeetingKind = "chat"
	ReviewTalk MeetingKind = "review"
)

// MeetingStatus says what became of a meeting.
type MeetingStatus string

// What becomes of meetings.
const (
	Booked    MeetingStatus = "booked"
	Held      MeetingStatus = "held"
	Cancelled MeetingStatus = "cancelled"
	Missed    MeetingStatus = "missed"
)

// Purpose says whether a conversation helps or judges: the same boss does both,
// and what is said in one is heard differently in the other (P9).
type Purpose string

// The purposes.
const (
	ForDevelopment Purpose = "development"
	ForEvaluation  Purpose = "evaluation"
)

// Meeting is a conversation with a boss: booked, held, cancelled or missed.
type Meeting struct {
	Fact
	Boss   BossID
	Kind   MeetingKind
	Status MeetingStatus
	// By is who cancelled, missed or began it, in the words of the journal.
	By      Person
	Minutes Amount
	// Conversation names one of the five conversations with a new boss (B11).
	Conversation string
	AgendaSent   Truth
	// Notes are the user's own; Shared is what both may read.
	Notes   PrivateText
	Purpose Purpose
	// Start is when it begins, where that is not the instant of the record.
	Start Stamp
	// Zone is the IANA name of the zone in which the series is kept; empty
	// where not said.
	Zone   string
	Title  string
	Shared string
	// MovedFrom is when it was to begin before it was moved.
	MovedFrom Stamp
	// UID names the event in a calendar; Series the series there.
	UID, Series string
	// Why is the reason that was given for cancelling or moving it.
	Why string
}

// Begins returns when the meeting begins or began.
func (m Meeting) Begins() Stamp {
	if !m.Start.IsZero() {
		return m.Start
	}
	return m.At
}

// Rhythm is what was agreed about one-on-ones with a boss (P26).
type Rhythm struct {
	Fact
	Boss BossID
	// Every is an RFC 5545 rule, or words such as weekly.
	Every string
	From  Day
	// Time is the clock time, HH:MM, in Zone; both may be empty.
	Time, Zone string
	Minutes    Amount
	// Series names the calendar's series that it came from.
	Series string
}

// AgendaType says what is wanted of an agenda item (P28).
type AgendaType string

// The types of agenda items.
const (
	Decide AgendaType = "decide"
	Advise AgendaType = "advise"
	Inform AgendaType = "inform"
)

// AgendaItem is a topic for a one-on-one: the user's, or one the boss asked
// for (P29). An open one that was not raised is carried over by itself.
type AgendaItem struct {
	Fact
	Boss BossID
	Text string
	// Theirs says that the boss asked for it.
	Theirs  bool
	Type    AgendaType
	Minutes Amount
	// Meeting is the meeting it is meant for; zero means the next one.
	Meeting FactID
	// Ask is the ask that it puts to the boss, Entry the entry that it tells or
	// asks about.
	Ask   FactID
	Entry EntryID
	// Purpose is the sort of talk that it belongs in; empty for any (P9).
	Purpose Purpose
	// RaisedOn is the day on which it was talked about, DroppedOn the day on
	// which it was let go. Both empty: it is open.
	RaisedOn, DroppedOn Day
	// Result is what came of it.
	Result string
}

// State is open, done or withdrawn.
func (a AgendaItem) State() State {
	switch {
	case a.DroppedOn != "":
		return StateWithdrawn
	case a.RaisedOn != "":
		return StateDone
	}
	return StateOpen
}

// Decision is something a boss decided.
type Decision struct {
	Fact
	Boss              BossID
	Text              string
	RecordedInWriting Truth
	Meeting           FactID
}

// Instruction is something a boss told the user to do or to stop.
type Instruction struct {
	Fact
	Boss    BossID
	Text    string
	Project ProjectID
	// DoneOn is the day on which it was done or no longer held.
	DoneOn Day
}

// State is open or done.
func (i Instruction) State() State {
	if i.DoneOn != "" {
		return StateDone
	}
	return StateOpen
}
