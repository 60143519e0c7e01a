package rapport

// CorrectionAbout says what kind of guess was corrected.
type CorrectionAbout string

// What can be corrected.
const (
	AboutKind    CorrectionAbout = "kind"
	AboutGoal    CorrectionAbout = "goal"
	AboutProject CorrectionAbout = "project"
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
