package rapport

// Grade says how a value in a boss's profile is known.
type Grade string

// The grades.
const (
	// AFact: the boss said so.
	AFact Grade = "fact"
	// AnObservation: seen or heard, and how often is counted.
	AnObservation Grade = "observation"
	// AnAssumption: the user thinks so.
	AnAssumption Grade = "assumption"
)

// Preference is a stated or assumed value in a boss's profile, with its
// evidence (P35, P75, P86).
type Preference struct {
	Fact
	Boss BossID
	// Dim is one of the eight dimensions of style or any other word.
	Dim string
	// Value is a style's slug or free words. IsNumber says that a journal gave
	// it as a number.
	Value    string
	IsNumber bool
	Evidence string
	// Grade is in the words of the journal; empty means a fact.
	Grade Grade
	// EndedOn is the day from which it no longer holds.
	EndedOn Day
}

// PreferenceCopy says that a boss's values were taken over from another boss:
// inherited, until there is evidence (P62).
type PreferenceCopy struct {
	Fact
	From, To BossID
	By       Person
}

// Aspect says what an observation is about.
type Aspect string

// The aspects (P85). They are kept as behaviour that was seen, never as a
// diagnosis.
const (
	OfBehaviour Aspect = ""
	OfBias      Aspect = "bias"
	OfBlindSpot Aspect = "blind-spot"
	OfStrength  Aspect = "strength"
	OfMotive    Aspect = "motive"
)

// Observation is what the user saw or heard a boss do (P34). It is private.
type Observation struct {
	Fact
	Boss   BossID
	Text   PrivateText
	Dim    string
	Aspect Aspect
	// Value is the style's slug that it speaks for; empty where it was not
	// said.
	Value string
}

// BossPressure is what weighs on a boss (P78). It is private.
type BossPressure struct {
	Fact
	Boss  BossID
	Text  PrivateText
	From  Day
	Until Day
}

// HumanFact is something personal that a boss volunteered (P42). It is private
// and never in a draft.
type HumanFact struct {
	Fact
	Boss   BossID
	Text   PrivateText
	SaidOn Day
	// On is the date that it is about, such as a birthday; empty for none.
	On Day
}

// Sign says how somebody took something.
type Sign string

// The signs.
const (
	TakenWell  Sign = "good"
	TakenBadly Sign = "bad"
)

// Reaction is how a boss took something. It is private.
type Reaction struct {
	Fact
	Boss BossID
	To   PrivateText
	Sign Sign
}

// Cause is why a relation is hard (P19).
type Cause string

// The causes.
const (
	Clash     Cause = "clash"
	NoSupport Cause = "no-support"
	TooBusy   Cause = "too-busy"
	Elsewhere Cause = "elsewhere"
)

// Hardship says why the relation to a boss is hard. It is private.
type Hardship struct {
	Fact
	Boss    BossID
	Cause   Cause
	Text    PrivateText
	EndedOn Day
}

// Reorganisation marks what was agreed before it as to be confirmed again
// (P6). It concerns one boss, or all where Boss is zero.
type Reorganisation struct {
	Fact
	Boss BossID
	Text string
}

// Agreement is which events a boss hears live, daily or weekly (P61).
type Agreement struct {
	Fact
	Boss BossID
	// Text is what they hear of, Pace how soon, Via the way.
	Text, Pace, Via string
	EndedOn         Day
}

// RoleChange says that the user's role changed, or is tightly defined (P11,
// P92).
type RoleChange struct {
	Fact
	Text              string
	NewManager, Tight Truth
}
