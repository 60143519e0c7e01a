package readme

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/profile"
)

// maxText bounds a text, in bytes: the longest of its kind fill some pages.
const maxText = 256 << 10

// Author is whose text it is.
type Author struct {
	// Name is the boss's name as the user keeps it. A text may speak of its
	// author by name.
	Name string
}

// The words under which other things than values are proposed.
const (
	Goal     = "goal"      // what the author wants to reach
	Pressure = "pressure"  // what weighs on them; private once it is kept
	Hours    = "hours"     // when they work and when they do not
	Channel  = "channel"   // which way for what
	LeadTime = "lead-time" // how early papers have to be there (P86)
	Feedback = "feedback"  // how they give it and want it
	Format   = "format"    // what a file or page must look like (P86)
	Depth    = "depth"     // how long or deep something may be (P86)
)

// Proposal is one thing that the text says of its author.
type Proposal struct {
	// Dimension and Value are set for one of the eight dimensions; otherwise
	// About is one of the words above and Text says what is proposed.
	Dimension profile.Dimension
	Value     profile.Value
	About     string
	Text      string
	// Quote is the sentence as it stands in the text, on one line, and Line
	// where it begins, counted from 1. Heading is the one above it.
	Quote   string
	Line    int
	Heading string
	// Day is the day on which it counts as said.
	Day rapport.Day
	// Confidence is in percent; Reason says for people why.
	Confidence int
	Reason     string
	// Contradicts says that another sentence names another value of the
	// dimension: the user has to choose.
	Contradicts bool
}

// Item returns the proposal as evidence: a fact, stated on its day.
func (p Proposal) Item(ref string) profile.Item {
	item := profile.Item{Ref: ref, Day: p.Day, Grade: profile.Fact, About: p.About, Value: p.Text, Text: p.Quote}
	if p.Value != profile.Unknown {
		item.About, item.Value = string(p.Dimension), string(p.Value)
	}
	return item
}

// Result is what a text says.
type Result struct {
	Proposals []Proposal
	// Unknown lists the dimensions of which the text says nothing.
	Unknown []profile.Dimension
	// Why says for people why there is no proposal; empty where there is one.
	Why string
	// Language is the English name of the language, where it is not English.
	Language string
	// Sentences counts what was read.
	Sentences int
}

// Read returns what text says of how to work with its author. Day is when it
// counts as said: the day of the text, or of reading it. It refuses only what
// is no text, or far too long for one.
func Read(text string, author Author, day rapport.Day) (Result, error) {
	if len(text) > maxText {
		return Result{}, rapport.Errorf(rapport.Invalid, "the text has %d KiB, more than %d", len(text)>>10, maxText>>10).
			WithHint("keep the part about how to work with them")
	}
	if strings.ContainsRune(text, 0) {
		return Result{}, rapport.Errorf(rapport.Invalid, "this is no text: it holds zero bytes").WithHint("save it as Markdown or plain text")
	}
	blocks, headings := blocksOf(rapport.ManyLines(text))
	result := Result{}
	all := sentencesOf(blocks)
	result.Sentences = len(all)
	d := survey(blocks, headings, all, author)
	switch {
	case len(all) == 0:
		result.Why = "there is no sentence in it"
	case d.language != "":
		result.Language = d.language
		result.Why = fmt.Sprintf("it is written in %s, and only English is read", d.language)
	case d.isNot != "":
		result.Why = d.isNot
	default:
		for _, s := range all {
			result.Proposals = append(result.Proposals, d.propose(s, day)...)
		}
		result.Proposals = settle(result.Proposals)
		if d.doubtful(result.Proposals) {
			result.Proposals, result.Why = nil, notSuch
		}
		if result.Why == "" && len(result.Proposals) == 0 {
			result.Why = "no sentence says plainly how the author likes to work"
		}
	}
	for _, dimension := range profile.Dimensions {
		if !slices.ContainsFunc(result.Proposals, func(p Proposal) bool { return p.Dimension == dimension }) {
			result.Unknown = append(result.Unknown, dimension)
		}
	}
	return result, nil
}

// settle keeps the surest proposal of each value and marks contradictions.
func settle(all []Proposal) []Proposal {
	var kept []Proposal
	for _, p := range all {
		same := slices.IndexFunc(kept, func(k Proposal) bool {
			return k.Dimension == p.Dimension && k.Value == p.Value && k.About == p.About && (p.Value != profile.Unknown || k.Quote == p.Quote)
		})
		switch {
		case same < 0:
			kept = append(kept, p)
		case p.Confidence > kept[same].Confidence:
			kept[same] = p
		}
	}
	for i := range kept {
		for _, other := range kept {
			if kept[i].Value != profile.Unknown && other.Dimension == kept[i].Dimension && other.Value != kept[i].Value && !kept[i].Contradicts {
				kept[i].Contradicts = true
				kept[i].Confidence -= 30
				kept[i].Reason += fmt.Sprintf("; another sentence says %s, so it is for you to choose", other.Value)
			}
		}
	}
	slices.SortStableFunc(kept, func(a, b Proposal) int { return a.Line - b.Line })
	return kept
}
