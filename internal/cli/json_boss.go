package cli

import (
	"rapport"
	"rapport/internal/people"
)

// fileJSON is the published form of a boss's file.
type fileJSON struct {
	bossJSON
	Goals      []knownGoalJSON `json:"goals"`
	Style      []styleJSON     `json:"style"`
	Free       []freeJSON      `json:"preferences,omitempty"`
	Rhythm     string          `json:"rhythm,omitempty"`
	Agreements []agreementJSON `json:"agreements,omitempty"`
	Criteria   []string        `json:"criteria,omitempty"`
	Mine       []openFactJSON  `json:"mine,omitempty"`
	Theirs     []openFactJSON  `json:"theirs,omitempty"`
	Asks       []openFactJSON  `json:"asks,omitempty"`
	LastTalk   rapport.Day     `json:"last_talk,omitempty"`
	LastReport rapport.Day     `json:"last_report,omitempty"`
	Asked      rapport.Day     `json:"last_asked,omitempty"`
	Pinged     rapport.Day     `json:"last_pinged,omitempty"`
	Private    []ownJSON       `json:"private,omitempty"`
}

type knownGoalJSON struct {
	goalJSON
	State string `json:"state"`
}

type styleJSON struct {
	Dim           string      `json:"dim"`
	Value         string      `json:"value"`
	State         string      `json:"state"`
	Grade         string      `json:"grade,omitempty"`
	InheritedFrom string      `json:"inherited_from,omitempty"`
	Expires       rapport.Day `json:"expires,omitempty"`
	InDoubt       bool        `json:"in_doubt,omitempty"`
	ToReconfirm   bool        `json:"to_reconfirm,omitempty"`
	Since         rapport.Day `json:"since,omitempty"`
	Reason        string      `json:"reason,omitempty"`
	Evidence      []citedJSON `json:"evidence,omitempty"`
}

type citedJSON struct {
	Day         rapport.Day `json:"day"`
	Value       string      `json:"value"`
	Grade       string      `json:"grade"`
	Text        string      `json:"text,omitempty"`
	Contradicts bool        `json:"contradicts,omitempty"`
}

type freeJSON struct {
	About string      `json:"about"`
	Text  string      `json:"text"`
	Day   rapport.Day `json:"day"`
	Grade string      `json:"grade"`
}

type agreementJSON struct {
	Text string `json:"text"`
	Pace string `json:"pace,omitempty"`
	Via  string `json:"via,omitempty"`
}

type openFactJSON struct {
	Number rapport.Number `json:"number"`
	Text   string         `json:"text"`
	Due    rapport.Day    `json:"due,omitempty"`
}

// ownJSON is something private, for its owner's own eyes.
type ownJSON struct {
	Number rapport.Number `json:"number"`
	Day    rapport.Day    `json:"day"`
	What   string         `json:"what"`
	Text   string         `json:"text"`
}

func fileShape(f people.File, isPrivate bool) fileJSON {
	s := fileJSON{bossJSON: bossShape(f.Boss), Goals: []knownGoalJSON{}, Asked: f.Asked, Pinged: f.Pinged}
	for _, g := range f.Goals {
		s.Goals = append(s.Goals, knownGoalJSON{goalShape(g.Goal, f.Boss.Slug), g.State})
	}
	for _, x := range f.Profile.Findings {
		one := styleJSON{
			Dim: string(x.Dimension), Value: string(x.Value), State: string(x.State), Grade: string(x.Grade), InheritedFrom: x.InheritedFrom,
			Expires: x.ExpiresOn, InDoubt: x.InDoubt, ToReconfirm: x.ToReconfirm, Since: x.Since, Reason: x.Reason,
		}
		for _, e := range x.Evidence {
			cited := citedJSON{e.Day, string(e.Value), string(e.Grade), e.Text, e.Contradicts}
			if isPrivate && !e.Private.IsEmpty() {
				cited.Text = ownWords(e.Private)
			}
			one.Evidence = append(one.Evidence, cited)
		}
		s.Style = append(s.Style, one)
	}
	for _, x := range f.Profile.Free {
		s.Free = append(s.Free, freeJSON{x.About, x.Text, x.Day, string(x.Grade)})
	}
	s.Rhythm = f.Rhythm
	for _, a := range f.Agreements {
		s.Agreements = append(s.Agreements, agreementJSON{a.Text, a.Pace, a.Via})
	}
	for _, c := range f.Criteria {
		s.Criteria = append(s.Criteria, c.Text)
	}
	for _, p := range f.Mine {
		s.Mine = append(s.Mine, openFactJSON{p.Number, p.Text, p.DueNow})
	}
	for _, p := range f.Theirs {
		s.Theirs = append(s.Theirs, openFactJSON{p.Number, p.Text, p.DueNow})
	}
	for _, a := range f.Asks {
		s.Asks = append(s.Asks, openFactJSON{a.Number, a.Text, a.Due})
	}
	if f.LastMeeting != nil {
		s.LastTalk = rapport.DayOf(f.LastMeeting.Begins().Time())
	}
	if f.LastReport != nil {
		s.LastReport = rapport.DayOf(f.LastReport.At.Time())
	}
	if isPrivate {
		s.Private = privateShapes(f.Private)
	}
	return s
}

func privateShapes(f people.PrivateFile) (all []ownJSON) {
	add := func(x rapport.Fact, what string, text rapport.PrivateText) {
		all = append(all, ownJSON{x.Number, x.Day(), what, ownWords(text)})
	}
	for _, x := range f.Pressures {
		add(x.Fact, "pressure", x.Text)
	}
	for _, x := range f.Hardships {
		add(x.Fact, string(x.Cause), x.Text)
	}
	for _, x := range f.Aspects {
		add(x.Fact, string(x.Aspect), x.Text)
	}
	for _, x := range f.Reactions {
		add(x.Fact, "reaction "+string(x.Sign), x.To)
	}
	for _, x := range f.HumanFacts {
		add(x.Fact, "human fact", x.Text)
	}
	return all
}
