package coach

import (
	"fmt"

	"rapport"
)

// Level says how much a finding matters now.
type Level string

// The levels. A day shows at most one high nudge unless all are asked for.
const (
	High   Level = "high"
	Medium Level = "medium"
	Low    Level = "low"
)

// rank orders levels, the most pressing first.
func (l Level) rank() int {
	switch l {
	case High:
		return 0
	case Medium:
		return 1
	}
	return 2
}

// Rule is one of the rules of the coach: a pure function of the facts with its
// reasons. Each stands in a file of its own.
type Rule struct {
	// ID is R01 to R58, or X1 to X5 for what the practice asks beyond them.
	ID string
	// Title names the rule in a few words, Source says where it comes from.
	Title, Source string
	// Quiet lists the situations in which the rule is not asked at all: they
	// suppress before ranking (P92). A situation of one boss quietens the rule
	// for this boss only.
	Quiet []Situation
	// Early lets the rule speak in the first days of a record.
	Early bool
	// Private keeps its findings in the private room: they show up in no
	// export and on no shared screen.
	Private bool
	// Check looks at the facts. It says what it found, and for whatever it
	// looked at and stayed silent about the condition that failed.
	Check func(*Facts) Verdict
}

// Object is what a finding is about, for "one finding per rule and object" and
// for the cool-down: a word that stays the same from day to day, such as
// @dana or the line id of a promise.
type Object string

// Finding is what a rule found: a nudge, if it is shown.
type Finding struct {
	Rule  string
	Level Level
	// Boss is whom it concerns; zero where it concerns none or all.
	Boss   rapport.BossID
	Object Object
	// About are the lines that it is about, Evidence all dated lines it rests
	// on, those included, oldest first.
	About    []rapport.LineID
	Evidence []Evidence
	// Why says in a sentence or two why now, Act what to do. Neither can hold
	// private text: [rapport.PrivateText] prints as nothing.
	Why string
	Act Act
	// Cost is what a further day of delay costs, from 0 to 100: it ranks
	// findings of one level. [CostOf] computes it.
	Cost int
	// Routine marks the care that is due by the calendar alone. It gives way
	// while something presses.
	Routine bool
	// Private as in [Rule].
	Private bool
}

// Evidence is one dated line that a finding rests on.
type Evidence struct {
	Line rapport.LineID
	Day  rapport.Day
	// Says is what people see beside the date: the text of a line that may be
	// shown, or what kind of line it is.
	Says string
}

// Do says what the button of a nudge does.
type Do string

// What buttons do.
const (
	OpenDraft Do = "draft"  // opens a text for the boss, never sends it
	SetDate   Do = "date"   // sets or moves a date
	MarkTold  Do = "told"   // marks that the boss knows
	AddToTalk Do = "agenda" // puts it on the agenda of the next talk
	Capture   Do = "log"    // writes something down
	Look      Do = "look"   // opens a view, private ones included
)

// Act is what a nudge offers: one small step on the user's own side (P45).
type Act struct {
	Do Do
	// Step says it in words.
	Step string
	// Command does it on the command line; empty where there is none.
	Command string
	// Draft is a sentence for the boss that the user may change; it is never
	// sent by itself.
	Draft string
}

// Silence is why a rule said nothing of an object it looked at.
type Silence struct {
	Rule string
	Boss rapport.BossID
	// Object as in [Finding]; empty where the rule looked at nothing at all.
	Object Object
	// Because names the failing condition with its numbers.
	Because string
}

// Verdict is what a rule came to.
type Verdict struct {
	Found  []Finding
	Silent []Silence
}

// find adds a finding.
func (v *Verdict) find(f Finding) { v.Found = append(v.Found, f) }

// silent notes the condition that failed for an object of a boss.
func (v *Verdict) silent(boss rapport.BossID, object Object, format string, args ...any) {
	v.Silent = append(v.Silent, Silence{Boss: boss, Object: object, Because: fmt.Sprintf(format, args...)})
}

// CostOf is the cost of a further day: the stake from 1 (nice to have) to 5 (a
// goal of the boss, people, money or safety), and the working days that are
// left before it is too late; zero or fewer means that each day hurts already.
func CostOf(stake, daysLeft int) int {
	return min(100, max(0, stake*20-max(0, daysLeft)*2))
}
