// Package nudge is the written form of what the coach found: a list of lines in
// the order they are shown.
//
// Reach for [Line]. Whatever cites evidence outside the store cites the ids of
// journal lines, and no line has a place for private text.
package nudge

import "rapport"

// Line is one finding.
type Line struct {
	Rule  string       `json:"rule"`
	Level string       `json:"level"`
	Boss  rapport.Slug `json:"boss"`
	// About are the lines it is about, Evidence all lines it rests on.
	About    []rapport.LineID `json:"about"`
	Evidence []rapport.LineID `json:"evidence"`
	Why      string           `json:"why"`
	Act      string           `json:"act"`
}
