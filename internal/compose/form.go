package compose

import (
	"fmt"
	"slices"

	"rapport/internal/profile"
)

// Form is how an outline is put on paper or into speech. The zero Form is the
// neutral one.
type Form struct {
	// Style is what the form was fitted to.
	Style profile.Style
	// Medium is what leaves.
	Medium Medium
	// Talk asks for a talk track: what the user says, and what they send after
	// the talk.
	Talk bool
	// Annex says where what is only counted is spelled out.
	Annex Annex
	// Asks is how a question is put.
	Asks AskForm
	// Claims is how work is told.
	Claims ClaimForm
	// AskFirst puts the first question before everything else.
	AskFirst bool
	// AsksLast ends the text with numbered questions.
	AsksLast bool
	// Terse counts without naming projects.
	Terse bool
	// Tables allows tables.
	Tables bool
	// Fixed has the same headings every time, empty ones too.
	Fixed bool
	// Plain has no headings and no lists.
	Plain bool
	// Keyword begins the subject with DECISION or INFO.
	Keyword bool
	// Limit gives each question what happens without an answer.
	Limit bool
	// Silence states that silence means the plan holds.
	Silence bool
	// Joint frames questions as something for both to decide.
	Joint bool
	// Lights shows where each project stands, in a word.
	Lights bool
	// Steps marks unfinished work as such.
	Steps bool
	// Knows says who else has heard of what is off course.
	Knows bool
	// Gaps says of each claim without a figure that it has none yet.
	Gaps bool
	// OneBlock puts a problem, its ways out and the recommendation together.
	OneBlock bool
	// RiskTable shows what could go wrong as a table.
	RiskTable bool
	// Show puts a link, a picture or a chart before the words.
	Show bool
	// Order is the order of the parts; Lead is the opening line besides the
	// bottom line: a good result or a case.
	Order []Role
	Lead  Lead
}

// Medium is what leaves.
type Medium string

// The media.
const (
	Paper    Medium = ""
	Note     Medium = "note"
	Messages Medium = "messages"
)

// Annex says where what is only counted is spelled out.
type Annex string

// The places of the annex.
const (
	NoAnnex  Annex = ""
	Offered  Annex = "offered"
	Attached Annex = "attached"
)

// AskForm is how a question is put.
type AskForm string

// The forms of a question.
const (
	Plainly      AskForm = ""
	Recommended  AskForm = "recommendation"
	Alternatives AskForm = "alternatives"
	Argued       AskForm = "argument"
	Unhurried    AskForm = "in two steps"
)

// ClaimForm is how work is told.
type ClaimForm string

// The forms of a claim.
const (
	AsWritten ClaimForm = ""
	// Measured: each claim with its figure, or that there is none yet.
	Measured ClaimForm = "measured"
	// ByGoal: each item opens with the goal it serves.
	ByGoal ClaimForm = "by goal"
	// Driven: state, why, next.
	Driven ClaimForm = "state, why, next"
	// InDepth: dates, figures and sources in tables.
	InDepth ClaimForm = "in depth"
)

// Lead is the opening line besides the bottom line.
type Lead string

// The leads.
const (
	NoLead   Lead = ""
	LeadGood Lead = "good news"
	LeadCase Lead = "case"
)

// Move is one decision of an adaptation with its reason.
type Move struct {
	// Dimension and Value name what of the style it follows; both are empty
	// for an invariant.
	Dimension profile.Dimension
	Value     profile.Value
	// What says what is changed; Why on what evidence.
	What, Why string
	// Yields says that something of higher rank decided otherwise.
	Yields bool
}

// String puts a move on a line.
func (m Move) String() string {
	line := m.What
	if m.Value != "" {
		line = string(m.Value) + ": " + line
	}
	if m.Why != "" {
		line += " (" + m.Why + ")"
	}
	return line
}

// Known is a reader's style with the reason of each value, in the order of
// [profile.Dimensions].
type Known struct {
	Style profile.Style
	Why   [len(profile.Dimensions)]string
}

// KnownOf takes what a profile says. The reasons hold no word of an
// observation.
func KnownOf(p profile.Profile) Known {
	k := Known{Style: p.Style()}
	for i, f := range p.Findings {
		k.Why[i] = f.Reason
	}
	return k
}

// Tried is a style that the user tries out.
func Tried(s profile.Style) Known {
	k := Known{Style: s}
	for i, v := range s {
		if v != profile.Unknown {
			k.Why[i] = "you try it"
		}
	}
	return k
}

// IsNeutral reports whether nothing is known.
func (k Known) IsNeutral() bool { return k.Style == profile.Style{} }

// fitting is an adaptation at work.
type fitting struct {
	o     *Outline
	known Known
	f     *Form
	// claimed says which value decided about a matter first: the values come
	// in the order of precedence.
	claimed map[string]profile.Value
}

// Adapt returns the adaptation to what is known of a reader. The values act in
// the order of precedence: invariants, then availability, intake, decision,
// news, involvement, detail, evidence, structure, then what the user fixed. A
// value of lower rank that wants something else yields, and the outline says
// so.
func Adapt(k Known) Adaptation {
	if k.IsNeutral() {
		return Neutral
	}
	return func(o Outline) Outline {
		o.Parts = slices.Clone(o.Parts)
		a := &fitting{o: &o, known: k, f: &o.Form, claimed: map[string]profile.Value{}}
		a.f.Style = k.Style
		a.f.Order = slices.Clone(roles[:])
		a.f.Annex = Offered
		for _, d := range precedence {
			if v := k.Style.Value(d); v != profile.Unknown {
				a.apply(v)
			}
		}
		a.arrange()
		return o
	}
}

// precedence is the order in which the dimensions act.
var precedence = [...]profile.Dimension{
	profile.Availability, profile.Intake, profile.Decision, profile.News, profile.Involvement,
	profile.Detail, profile.Evidence, profile.Structure,
}

// why returns the evidence for a value.
func (a *fitting) why(d profile.Dimension) string {
	if i := slices.Index(profile.Dimensions[:], d); i >= 0 {
		return a.known.Why[i]
	}
	return ""
}

// move records a decision.
func (a *fitting) move(v profile.Value, format string, args ...any) {
	d := v.Of()
	a.o.Moves = append(a.o.Moves, Move{Dimension: d, Value: v, What: fmt.Sprintf(format, args...), Why: a.why(d)})
}

// claim lets a value decide about a matter, unless one of higher rank did; what
// it wanted is then recorded as yielding.
func (a *fitting) claim(matter string, v profile.Value, want string) bool {
	if by, taken := a.claimed[matter]; taken {
		a.o.Moves = append(a.o.Moves, Move{
			Dimension: v.Of(), Value: v, What: want + ": yields to " + string(by), Why: "the order of precedence", Yields: true,
		})
		return false
	}
	a.claimed[matter] = v
	a.move(v, "%s", want)
	return true
}

// last moves roles to the end, in the order given.
func (a *fitting) last(rs ...Role) {
	a.f.Order = append(slices.DeleteFunc(a.f.Order, func(x Role) bool { return slices.Contains(rs, x) }), rs...)
}
