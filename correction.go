package rapport

// CorrectionAbout says what kind of guess was corrected.
type CorrectionAbout string

// What can be corrected.
const (
	AboutKind    CorrectionAbout = "kind"
	AboutGoal    CorrectionAbout = "goal"
	AboutProject CorrectionAbout = "project"
	// AboutProse: a finding of the prose check that is fine. Text is the
	// passage, or the label itself; Wrong is the label, and Right
	// says [ProseFine], [ProseOff] or [ProseOn].
	AboutProse CorrectionAbout = "prose"
)

// What a correction of the prose check says.
const (
	// ProseFine: the passage is meant as it is.
	ProseFine = "fine"
	// ProseOff: the label is not looked for.
	ProseOff = "off"
	// ProseOn: it is again.
	ProseOn = "on"
)

// Correction is what this user taught the program by putting a guess right.
// It is learnt for this user only.
type Correction struct {
	ID CorrectionID
	Record
	About CorrectionAbout
	// Text is the line whose guess was wrong.
	Text string
	// Wrong is what was guessed, Right what the user said: kinds or slugs;
	// empty for none.
	Wrong, Right string
}
