package prose

import (
	"cmp"
	"slices"

	"rapport"
)

// Label names a fault.
type Label string

// The labels. The last three are hints, given only where they are asked for.
const (
	Flattery         Label = "flattery"
	Groveling        Label = "groveling"
	Martyrdom        Label = "martyrdom"
	DemandChange     Label = "demand-to-change-boss"
	Blame            Label = "blame"
	VagueFeedback    Label = "vague-feedback-request"
	ProblemOnly      Label = "problem-without-solution"
	UnprovedResult   Label = "unquantified-accomplishment"
	OpenAsk          Label = "ask-without-deadline-or-owner"
	PrivateLeak      Label = "private-leak"
	BuriedLede       Label = "buried-lede"
	Pressure         Label = "pressure"
	Coalition        Label = "coalition"
	Bargaining       Label = "bargaining"
	numLabels              = 14
	firstHint              = 11 // the place of the first hint among the rules
	mostNotes              = 2000
	longestCheckable       = 8 << 20
)

// Channel says where a text goes, which decides how it is cut and what is
// normal in it. The empty channel is an e-mail.
type Channel string

// The channels.
const (
	Email   Channel = "email"
	Message Channel = "message"
	Report  Channel = "report"
	Agenda  Channel = "agenda"
)

// Options say what to look for and what to leave alone.
type Options struct {
	Channel Channel
	// Off are labels that the user switched off.
	Off []Label
	// Fine are passages that the user said are meant.
	Fine []Fine
	// Private are the user's own private notes. No finding holds their words.
	Private []rapport.PrivateText
	// Hints asks for the soft hints on pressure, coalition and bargaining.
	Hints bool
}

// Fine is a passage that the user said is meant as it is. An empty label
// stands for all.
type Fine struct {
	Label Label
	Text  string
}

// Finding is one fault, with what to do about it.
type Finding struct {
	Label Label
	// Start and End are the passage, counted in Unicode code points from the
	// beginning of the text; End is exclusive.
	Start, End int
	// Why says in one line what is wrong, and Source what that rests on: the
	// practice (P…), the rules (R…), the research (B…).
	Why, Source string
	// Suggest says how to put it right in terms of the text: what can stay as it
	// is, in quotation marks, or which piece is missing. It adds no fact and never
	// repeats a leak.
	Suggest string
	// Soft marks a hint that blocks nothing.
	Soft bool
	// Blocks says that the text must not be sent before the passage is gone or
	// marked as meant.
	Blocks bool
}

// rule finds the faults of one label.
type rule struct {
	label               Label
	why, source, advice string
	find                func(*draft) []passage
}

// passage is a stretch of code points with, where it is more than the rule
// says of all, its own reason.
type passage struct {
	start, end int
	why        string
	// sure marks what the scorer may not take back: a repetition of a private note.
	sure bool
}

// rules lists the rules in the order of the labels.
func rules() [numLabels]rule {
	return [numLabels]rule{
		flatteryRule, grovelingRule, martyrdomRule, demandRule, blameRule, vagueRule, problemRule, resultRule, askRule,
		leakRule, ledeRule, pressureRule, coalitionRule, bargainingRule,
	}
}

// Labels lists all labels in their order; hints come last.
func Labels() []Label {
	all := rules()
	labels := make([]Label, len(all))
	for i, r := range all {
		labels[i] = r.label
	}
	return labels
}

// IsHint reports whether a label is a soft hint.
func IsHint(l Label) bool { return l == Pressure || l == Coalition || l == Bargaining }

// Check reads a text and returns what is wrong with it, in the order of the
// text. The same text with the same options always gives the same findings.
func Check(text string, o Options) []Finding { return check(text, o, learnt()) }

// check is Check with a scorer, which training sets.
func check(text string, o Options, sc *scorer) []Finding {
	if len(text) > longestCheckable {
		text = text[:longestCheckable]
	}
	d := readDraft(text, o.Channel)
	d.scorer = sc
	var found [numLabels][]passage
	all := rules()
	meant := newMeant(o)
	for i, r := range all {
		if i >= firstHint && !o.Hints || slices.Contains(o.Off, r.label) {
			continue
		}
		found[i] = r.find(d)
		if i == atLeak {
			found[i] = append(found[i], likeNotes(d, o.Private)...)
		}
	}
	for i := range found {
		found[i] = merged(found[i])
	}
	d.dropUnlikely(&found)
	d.addLeanings(&found, o.Off)
	if len(found[atProblem]) > 1 && len(d.sentences) <= 6 {
		found[atProblem] = merged(found[atProblem])[:1] // one problem told in several sentences
	}
	for i, r := range all {
		found[i] = slices.DeleteFunc(merged(found[i]), func(p passage) bool { return meant.covers(d, r.label, p) })
	}
	settle(&found)
	var out []Finding
	var runes []rune
	for i, r := range all {
		for _, p := range found[i] {
			if runes == nil {
				runes = []rune(text)
			}
			f := Finding{
				Label: r.label, Start: p.start, End: p.end, Why: r.why, Source: r.source, Suggest: d.suggest(runes, r, p),
				Soft: i >= firstHint, Blocks: i == atLeak,
			}
			if p.why != "" {
				f.Why = p.why
			}
			out = append(out, f)
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return out
}

// places of the labels among the rules.
const (
	atFlattery = iota
	atGroveling
	atMartyrdom
	atDemand
	atBlame
	atVague
	atProblem
	atResult
	atAsk
	atLeak
	atLede
)

// settle leaves one label where two would say the same: the tone of a sentence
// comes before what it lacks.
func settle(found *[numLabels][]passage) {
	// Of two labels on one passage the first stays.
	for _, pair := range [...][2]int{
		{atGroveling, atMartyrdom},
		{atGroveling, atBlame},
		{atDemand, atLeak},
		{atFlattery, atProblem},
		{atFlattery, atResult},
		{atGroveling, atProblem},
		{atGroveling, atResult},
		{atMartyrdom, atProblem},
		{atMartyrdom, atResult},
		{atDemand, atProblem},
		{atDemand, atResult},
		{atLeak, atProblem},
		{atLeak, atResult},
		{atProblem, atResult},
		{atFlattery, atAsk},
		{atGroveling, atAsk},
		{atMartyrdom, atAsk},
		{atDemand, atAsk},
		{atBlame, atAsk},
		{atBlame, atResult},
		{atVague, atAsk},
		{atLeak, atAsk},
		{atLede, atAsk},
		{atProblem, atAsk},
	} {
		found[pair[1]] = slices.DeleteFunc(found[pair[1]], func(p passage) bool {
			return touches(found[pair[0]], p)
		})
	}
	// Blame, a confession and a buried lede are about the problem already, and
	// what can wait in front of a lede needs no proof.
	if len(found[atBlame])+len(found[atLede])+len(found[atGroveling]) > 0 {
		found[atProblem] = nil
	}
	if len(found[atLede]) > 0 {
		found[atResult] = nil
	}
}

// touches reports whether p overlaps one of the passages, which are in order
// and do not overlap each other.
func touches(all []passage, p passage) bool {
	i, _ := slices.BinarySearchFunc(all, p.start, func(q passage, at int) int { return cmp.Compare(q.end, at+1) })
	return i < len(all) && all[i].start < p.end
}

// merged sorts passages and joins those that overlap.
func merged(all []passage) []passage {
	slices.SortStableFunc(all, func(a, b passage) int { return cmp.Or(a.start-b.start, a.end-b.end) })
	var out []passage
	for _, p := range all {
		if n := len(out); n > 0 && p.start < out[n-1].end {
			out[n-1].end = max(out[n-1].end, p.end)
			out[n-1].sure = out[n-1].sure || p.sure
			continue
		}
		out = append(out, p)
	}
	return out
}
