package profile

import (
	"slices"
	"strings"

	"rapport"
)

// Dimension is one of the eight respects in which bosses differ and to which a
// report or an agenda can be fitted.
type Dimension string

// The eight dimensions.
const (
	// Intake: how they take things in. The split of readers and listeners is
	// Drucker's (B1).
	Intake Dimension = "intake"
	// Detail: how deep they go.
	Detail Dimension = "detail"
	// Evidence: what convinces them.
	Evidence Dimension = "evidence"
	// Involvement: how closely they want to follow while work goes on (B1).
	Involvement Dimension = "involvement"
	// Decision: how they come to one.
	Decision Dimension = "decision"
	// Structure: how fixed the form should be.
	Structure Dimension = "structure"
	// Availability: when and how they can be had (B13).
	Availability Dimension = "availability"
	// News: what they need in order not to be caught out (B14).
	News Dimension = "news"
)

// Dimensions lists the eight in the order in which people are shown them.
var Dimensions = [...]Dimension{Intake, Detail, Evidence, Involvement, Decision, Structure, Availability, News}

// Value is one of the 26 ways of working; each belongs to one dimension. The
// empty Value is [Unknown].
type Value string

// Unknown is a value with a behaviour of its own: the neutral form.
const Unknown Value = ""

// The values.
const (
	Reader   Value = "reader"
	Listener Value = "listener"
	Visual   Value = "visual"

	Headline Value = "headline"
	Drivers  Value = "drivers"
	Deep     Value = "deep"

	Numbers  Value = "numbers"
	Story    Value = "story"
	Risk     Value = "risk"
	Strategy Value = "strategy"

	TouchIn    Value = "touch-in"
	Checkpoint Value = "checkpoint"
	Exceptions Value = "exceptions"

	Quick    Value = "quick"
	Options  Value = "options"
	Debater  Value = "debater"
	Consults Value = "consults"

	Formal Value = "formal"
	Loose  Value = "loose"

	Scarce   Value = "scarce"
	RealTime Value = "real-time"
	Remote   Value = "remote"

	NoSurprise Value = "no-surprise"
	Solutions  Value = "solutions"
	GoodNews   Value = "good-news"
	// ThreatSensitive is for the user's eyes: it is never read out of
	// somebody's words, because it would be a judgement of a person (B14).
	ThreatSensitive Value = "threat-sensitive"
)

// sense is what a value belongs to and means.
type sense struct {
	value   Value
	of      Dimension
	meaning string
}

// senses lists the values in the order of their dimensions.
var senses = [...]sense{
	{Reader, Intake, "wants it on paper first and talks afterwards"},
	{Listener, Intake, "wants to hear it first and has the paper afterwards"},
	{Visual, Intake, "wants to see a chart, a photo or the thing itself first"},
	{Headline, Detail, "reads the first lines; the rest is counted"},
	{Drivers, Detail, "wants state, cause and next step for each item"},
	{Deep, Detail, "goes into dates, figures, assumptions and sources"},
	{Numbers, Evidence, "is convinced by figures with baseline and source"},
	{Story, Evidence, "is convinced by one concrete case of a person or customer"},
	{Risk, Evidence, "looks at what could go wrong before anything else"},
	{Strategy, Evidence, "wants each item tied to the goal or principle it serves"},
	{TouchIn, Involvement, "wants to follow closely and to see unfinished work"},
	{Checkpoint, Involvement, "wants to be involved at agreed gates and not between them"},
	{Exceptions, Involvement, "wants to hear of exceptions and decisions only"},
	{Quick, Decision, "decides fast on a recommendation"},
	{Options, Decision, "chooses among options laid side by side"},
	{Debater, Decision, "decides by argument and expects to be challenged"},
	{Consults, Decision, "takes time and hears others first"},
	{Formal, Structure, "wants a fixed form, an agenda and a written record"},
	{Loose, Structure, "wants plain notes without form"},
	{Scarce, Availability, "has little time and takes things in batches"},
	{RealTime, Availability, "answers short messages as things happen"},
	{Remote, Availability, "works elsewhere or in other hours, with little overlap"},
	{NoSurprise, News, "wants to know before anybody else does"},
	{Solutions, News, "wants a way out together with each problem"},
	{GoodNews, News, "wants true progress first and then the risk with its full weight"},
	{ThreatSensitive, News, "hears joint framing and options better than verdicts; for your eyes only"},
}

// Values returns the values of a dimension in the order of the list, and all
// 26 for the empty one.
func Values(of Dimension) []Value {
	var out []Value
	for _, s := range senses {
		if of == "" || s.of == of {
			out = append(out, s.value)
		}
	}
	return out
}

// Of returns the dimension of a value; empty for [Unknown] and for a word that
// is none.
func (v Value) Of() Dimension {
	for _, s := range senses {
		if s.value == v {
			return s.of
		}
	}
	return ""
}

// Meaning says in a line, without a subject, what the value stands for.
func (v Value) Meaning() string {
	for _, s := range senses {
		if s.value == v {
			return s.meaning
		}
	}
	return "is not known yet"
}

// Meaning says in a line what the dimension asks.
func (d Dimension) Meaning() string {
	switch d {
	case Intake:
		return "how they take things in"
	case Detail:
		return "how deep they go"
	case Evidence:
		return "what convinces them"
	case Involvement:
		return "how closely they follow work"
	case Decision:
		return "how they decide"
	case Structure:
		return "how fixed the form should be"
	case Availability:
		return "when they can be had"
	case News:
		return "how they want to hear of trouble"
	}
	return ""
}

// ParseDimension returns the dimension that text names. The error names the
// nearest one first.
func ParseDimension(text string) (Dimension, error) {
	d := Dimension(strings.ToLower(strings.TrimSpace(text)))
	if d.Meaning() != "" {
		return d, nil
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is not a dimension", text).
		WithHint("the nearest is %s; there are %s", nearest(string(d), Dimensions[:])[0], list(nearest(string(d), Dimensions[:])))
}

// ParseValue returns the value that text names. Case, and blanks for hyphens,
// do not matter. The error names the nearest ones.
func ParseValue(text string) (Value, error) {
	v := Value(strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == '-' || r == '_' }), "-"))
	if v.Of() != "" {
		return v, nil
	}
	near := nearest(string(v), Values(""))
	return "", rapport.Errorf(rapport.Invalid, "%q is not a working style", text).
		WithHint("did you mean %s (%s)? The others near it: %s", near[0], near[0].Of(), list(near[1:5]))
}

// nearest returns all sorted by how near they are to text.
func nearest[T ~string](text string, all []T) []T {
	if len(text) > 64 {
		text = strings.ToValidUTF8(text[:64], "")
	}
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b T) int { return rapport.Distance(string(a), text) - rapport.Distance(string(b), text) })
	return all
}

func list[T ~string](all []T) string {
	words := make([]string, len(all))
	for i, one := range all {
		words[i] = string(one)
	}
	return strings.Join(words, ", ")
}

// Style is at most one value in each dimension, in the order of [Dimensions].
type Style [len(Dimensions)]Value

// Value returns the value of a dimension, [Unknown] where the style has none.
func (s Style) Value(of Dimension) Value {
	if i := slices.Index(Dimensions[:], of); i >= 0 {
		return s[i]
	}
	return Unknown
}

// ParseStyle reads values that a person typed, such as "reader" and "quick",
// in any order. Two of one dimension are refused by name; the same twice is
// once.
func ParseStyle(words []string) (Style, error) {
	var style Style
	for _, word := range words {
		v, err := ParseValue(word)
		if err != nil {
			return Style{}, err
		}
		at := slices.Index(Dimensions[:], v.Of())
		if style[at] != Unknown && style[at] != v {
			return Style{}, rapport.Errorf(rapport.Invalid, "%s and %s are both about %s: only one of them can hold", style[at], v, v.Of()).
				WithHint("keep %s (%s) or %s (%s)", style[at], style[at].Meaning(), v, v.Meaning())
		}
		style[at] = v
	}
	return style, nil
}
