package compose

import "rapport/internal/profile"

// apply lets a value of the reader's style act on the form.
func (a *fitting) apply(v profile.Value) {
	switch v.Of() {
	case profile.Availability:
		a.availability(v)
	case profile.Intake:
		a.intake(v)
	case profile.Decision:
		a.decision(v)
	case profile.News:
		a.news(v)
	case profile.Involvement:
		a.involvement(v)
	case profile.Detail:
		a.detail(v)
	case profile.Evidence:
		a.evidence(v)
	case profile.Structure:
		a.structure(v)
	}
}

// The lengths of the forms, in words. A reader on a phone takes in about two
// hundred words a minute, so that half a minute is a hundred.
const (
	noteWords     = 60
	shownWords    = 80
	phoneWords    = 100
	headlineWords = 120
	messageWords  = 60
	stepsWords    = 150
	deepWords     = 600
)

// shorter sets a cap that holds whatever comes, unless a smaller one does.
func (a *fitting) shorter(v profile.Value, most, items, line int, what string) {
	b := &a.o.Budget
	if b.Hard && b.Cap <= most {
		a.claim("length", v, what)
		return
	}
	if _, taken := a.claimed["length"]; taken {
		a.move(v, "%s", what+", the smaller of two lengths")
	} else {
		a.claim("length", v, what)
	}
	*b = Budget{Target: most, Cap: most, Lines: items, Line: line, Items: items, Hard: true}
	a.f.Terse = true
}

// longer sets a length that yields to any cap.
func (a *fitting) longer(v profile.Value, b Budget, what string) {
	if a.claim("length", v, what) {
		a.o.Budget = b
	}
}

func (a *fitting) availability(v profile.Value) {
	switch v {
	case profile.Scarce:
		a.shorter(v, phoneWords, 4, 20, "one message that a phone shows in half a minute, 100 words")
		a.claim("subject", v, "the subject begins with DECISION or INFO")
		a.claim("annex", v, "the annex is offered, not attached")
		a.f.Keyword, a.f.Limit = true, true
	case profile.RealTime:
		a.claim("medium", v, "split into messages of at most 60 words, one thread for each project")
		a.f.Medium, a.f.Plain = Messages, true
		a.o.Budget.Line = 25
	case profile.Remote:
		a.claim("subject", v, "the subject begins with DECISION or INFO and the day")
		a.claim("default", v, "each question says what holds without an answer")
		a.f.Keyword, a.f.Limit = true, true
	}
}

func (a *fitting) intake(v profile.Value) {
	switch v {
	case profile.Reader:
		if a.claim("medium", v, "on paper, with headings and figures in a table") {
			a.f.Tables = true
		}
		if a.claim("annex", v, "what does not fit is attached as an annex") {
			a.f.Annex = Attached
		}
		if a.claim("place of the question", v, "ends with numbered questions") {
			a.f.AsksLast = true
			a.last(Needs)
			delete(a.claimed, "place of the question") // a decision style ranks higher here
		}
	case profile.Listener:
		a.shorter(v, noteWords, 3, 14, "a note of 60 words: state, change, question")
		a.f.Talk, a.f.Plain = true, true
		a.move(v, "what is to be said stands in a talk track of five to seven sentences")
		if a.claim("medium", v, "no table; the paper comes after the talk") {
			a.f.Medium = Note
		}
		a.claim("annex", v, "the annex is offered, not attached")
	case profile.Visual:
		a.shorter(v, shownWords, 4, 16, "80 words besides what is shown")
		if a.claim("opening", v, "a link, a picture or a chart comes first") {
			a.f.Show = true
		}
		a.claim("annex", v, "the annex is offered, not attached")
	}
}

func (a *fitting) decision(v profile.Value) {
	switch v {
	case profile.Quick:
		if a.claim("place of the question", v, "the first question is the first line") {
			a.f.AskFirst, a.f.Asks, a.f.Limit = true, Recommended, true
		}
	case profile.Options:
		if a.claim("place of the question", v, "each question as two or more ways in equal form, with the cost and my preference") {
			a.f.Asks = Alternatives
			a.after(Differs, Needs)
		}
	case profile.Debater:
		if a.claim("place of the question", v, "each question as a claim, what speaks against it, and what would change my mind") {
			a.f.Asks = Argued
			a.after(Differs, Needs)
		}
	case profile.Consults:
		if a.claim("place of the question", v, "questions come last, and none is for now: inform first, decide next time") {
			a.f.Asks = Unhurried
			a.last(Needs)
		}
	}
}

func (a *fitting) news(v profile.Value) {
	switch v {
	case profile.NoSurprise:
		if a.claim("order", v, "what changed and what could still move comes first, with who else knows") {
			a.after(Differs, StillOpen)
			a.after(StillOpen, Mine)
			a.f.Knows = true
		}
	case profile.Solutions:
		if a.claim("order", v, "each problem in one block with its ways out; one without is flagged as an early warning") {
			a.f.OneBlock = true
			if !a.f.AsksLast && a.f.Asks != Unhurried {
				a.after(Differs, Needs)
			}
		}
	case profile.GoodNews:
		if a.claim("order", v, "true progress first, in one line; the risk follows with its full weight") {
			a.f.Lead = LeadGood
		}
	case profile.ThreatSensitive:
		a.f.Joint = true
		a.move(v, "questions are something for both to decide, as ways to go rather than verdicts")
		if a.f.Asks == Plainly {
			a.f.Asks = Alternatives
		}
	}
}

func (a *fitting) involvement(v profile.Value) {
	switch v {
	case profile.TouchIn:
		a.f.Steps = true
		a.move(v, "unfinished work is shown and marked as in progress, what is not settled as still open")
		a.longer(v, Budget{Target: stepsWords, Cap: stepsWords + 70, Lines: 12, Line: 40}, "short, because there are two or three a week")
	case profile.Checkpoint:
		a.f.Lights = true
		a.gates(v)
	case profile.Exceptions:
		a.f.Silence = true
		a.move(v, "silence is given a meaning: the plan holds")
		a.exceptions(v)
	}
}

func (a *fitting) detail(v profile.Value) {
	switch v {
	case profile.Headline:
		a.shorter(v, headlineWords, 3, 20, "at most 120 words and three items; the rest is counted")
	case profile.Drivers:
		a.longer(v, NeutralBudget(), "250 words")
		if a.claim("claims", v, "each project as state, why and next") {
			a.f.Claims = Driven
		}
	case profile.Deep:
		a.longer(v, Budget{Target: deepWords, Cap: deepWords + 120, Lines: 60, Line: 120}, "600 words")
		if a.claim("annex", v, "the annex is attached") {
			a.f.Annex = Attached
		}
		if !a.f.Talk && a.f.Medium == Paper && a.claim("claims", v, "a table for each project, with dates, figures and sources") {
			a.f.Claims, a.f.Tables, a.f.Lights = InDepth, true, true
		}
	}
}

func (a *fitting) evidence(v profile.Value) {
	switch v {
	case profile.Numbers:
		a.f.Claims = a.measured(v)
	case profile.Story:
		if a.claim("opening", v, "one concrete case comes first, its number second") {
			if a.f.Lead == NoLead {
				a.f.Lead = LeadCase
			}
		}
	case profile.Risk:
		if a.claim("order", v, "what could go wrong comes first, results last") {
			a.after(Differs, StillOpen)
			a.last(Work)
			if a.f.Asks != Unhurried && !a.f.AsksLast {
				a.after(StillOpen, Needs)
			} else {
				a.last(Needs)
			}
		}
		if !a.f.Talk && !a.f.Plain {
			a.f.RiskTable = true
			a.move(v, "risks stand in a table: what, effect, way out, date")
		}
	case profile.Strategy:
		if a.claim("claims", v, "each item opens with the goal that it serves; what serves none is in the annex") {
			a.f.Claims = ByGoal
			a.byGoal(v)
		}
	}
}

// measured acts beside whatever else decides about claims: figures are declared
// in every form.
func (a *fitting) measured(v profile.Value) ClaimForm {
	if a.claim("claims", v, "each claim with its figure, day and source, or “no figure yet”; booster words go") {
		return Measured
	}
	a.f.Gaps = true
	a.move(v, "claims without a figure say so all the same, and booster words go")
	return a.f.Claims
}

func (a *fitting) structure(v profile.Value) {
	switch v {
	case profile.Formal:
		if !a.f.Plain {
			a.f.Fixed = true
			a.move(v, "the same headings every time, numbered questions, the day and the version")
			return
		}
		a.claim("medium", v, "the same headings every time")
	case profile.Loose:
		if a.f.Tables || a.f.RiskTable {
			a.claim("medium", v, "no headings and no lists")
			return
		}
		a.f.Plain = true
		a.move(v, "a plain note: no headings, no lists, the most important thing as subject")
	}
}

// after moves a role directly behind another.
func (a *fitting) after(other, r Role) {
	order := make([]Role, 0, len(a.f.Order))
	for _, x := range a.f.Order {
		if x != r {
			order = append(order, x)
		}
		if x == other {
			order = append(order, r)
		}
	}
	a.f.Order = order
}
