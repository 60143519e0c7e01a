package rapport

// NudgeMarkKind says what became of a nudge.
type NudgeMarkKind string

// What becomes of nudges.
const (
	// NudgeShown: it was among the nudges of a day.
	NudgeShown NudgeMarkKind = "shown"
	// NudgeDone: the user did what it offered.
	NudgeDone NudgeMarkKind = "done"
	// NudgeSnoozed: it rests until a day.
	NudgeSnoozed NudgeMarkKind = "snoozed"
	// NudgeDismissed: the user does not want it.
	NudgeDismissed NudgeMarkKind = "dismissed"
	// NudgeMuted: the rule is silent until it is unmuted.
	NudgeMuted NudgeMarkKind = "muted"
	// NudgeUnmuted takes muting back.
	NudgeUnmuted NudgeMarkKind = "unmuted"
)

// NudgeMark is what became of a nudge on a day: what the coach needs in order
// not to say the same thing every morning. It is private: which advice somebody
// got, and why they did not want it, is nobody else's business.
type NudgeMark struct {
	Fact
	// Rule names the rule, such as R10.
	Rule string
	// Boss is whom it concerned; zero means all.
	Boss BossID
	// Object is what the finding was about; empty means all of the rule.
	Object string
	What   NudgeMarkKind
	// Until is the last day on which it rests.
	Until Day
	// Because is the reason in the user's words.
	Because PrivateText
}
