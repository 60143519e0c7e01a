package main

import (
	"encoding/json"
	"slices"

	"rapport"
	"rapport/internal/align"
)

// linkCase is what the alignment may know of a line.
type linkCase struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Boss  string `json:"boss"`
	Goals []struct {
		ID    string `json:"id"`
		Title string `json:"title"`
	} `json:"goals"`
}

type linkPrediction struct {
	ID    string   `json:"id"`
	Links []string `json:"links"`
}

// predictLinks answers with the links that the product would show; candidates
// that it would only ask about are none.
func predictLinks(line []byte) (any, error) {
	var c linkCase
	if err := decode(line, &c, &c.ID); err != nil {
		return nil, err
	}
	goals := make([]align.Goal, len(c.Goals))
	for i, g := range c.Goals {
		goals[i] = align.Goal{ID: rapport.GoalID(i + 1), Boss: 1, Title: g.Title}
	}
	p := linkPrediction{ID: c.ID, Links: []string{}}
	for _, l := range align.Links(align.Work{Text: c.Text}, goals, nil) {
		if l.Confidence >= align.Threshold {
			p.Links = append(p.Links, c.Goals[l.Goal-1].ID)
		}
	}
	return p, nil
}

// linkLabel is what a line says its right links are; Links is nil where no
// label is there and empty where nothing is right.
type linkLabel struct {
	linkCase
	Links      *[]string `json:"links"`
	Acceptable []string  `json:"also_acceptable"`
	Shared     int       `json:"shared_words_with_right_goal"`
}

// scoreLinks computes how often the first link is right where there is a right
// goal, overall and where entry and goal share a word, and how often there is a
// false link where nothing is right.
func scoreLinks(cases []scored) result {
	var r result
	var some, right, shared, rightShared, silent, none, falsely int
	for _, c := range cases {
		var want linkLabel
		var got linkPrediction
		if json.Unmarshal(c.label, &want) != nil || want.Links == nil || json.Unmarshal(c.answer, &got) != nil {
			continue
		}
		r.labelled++
		isRight := func(id string) bool {
			return slices.Contains(*want.Links, id) || slices.Contains(want.Acceptable, id)
		}
		if len(*want.Links) == 0 {
			none++
			if slices.ContainsFunc(got.Links, func(id string) bool { return !isRight(id) }) {
				falsely++
				r.miss("%s %q: %v, want none", want.ID, want.Text, got.Links)
			}
			continue
		}
		some++
		ok := len(got.Links) > 0 && isRight(got.Links[0])
		if want.Shared > 0 {
			shared++
		}
		switch {
		case ok && want.Shared > 0:
			right++
			rightShared++
		case ok:
			right++
		default:
			if len(got.Links) == 0 {
				silent++
			}
			r.miss("%s %q: %v, want %v (%d shared words)", want.ID, want.Text, got.Links, *want.Links, want.Shared)
		}
	}
	r.add("top1", right, some)
	r.add("top1_shared_words", rightShared, shared)
	r.add("unlinked_where_a_goal_is_right", silent, some)
	r.add("false_links_where_none_is_right", falsely, none)
	return r
}
