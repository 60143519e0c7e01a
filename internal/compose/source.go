package compose

import (
	"slices"

	"rapport"
)

// Noun says what sort of record an item rests on.
type Noun string

// The nouns that a report is made of, by the names that the store gives them.
const (
	AnEntry      Noun = "entry"
	AnAsk        Noun = "ask"
	APromise     Noun = "promise"
	AnAgendaItem Noun = "agenda-item"
	AnAdvice     Noun = "advice"
)

// Choice is what the reader may decide between, as the record has it. Nothing
// of it is guessed: what the record does not say is empty.
type Choice struct {
	Options []rapport.Option
	// Prefer is what the user would do, Default what happens without an
	// answer, Unseen what the user may not see from where they stand (P49).
	Prefer, Default, Unseen string
	// Purpose says what it is good for; Gains and Pays name who wins and who
	// bears the cost (P4).
	Purpose     string
	Gains, Pays []string
	// Type is that of an agenda item, with the minutes it was given.
	Type    rapport.AgendaType
	Minutes int
	// Theirs says that the reader asked for the topic (P29).
	Theirs bool
}

// source is a record in the form that all records of a report have: that of an
// entry. An ask is a question to the reader, a promise a commitment.
type source struct {
	*rapport.Entry
	noun   Noun
	choice *Choice
	// why is set for a fact that is out whatever its text says.
	why string
}

// promiseReach is how many days before its day a promise is told of: what is
// due later is on the list of promises.
const promiseReach = 14

// factsOf returns the facts of the relation as sources.
func (v *view) factsOf(m *Material) []source {
	var all []source
	asked := make(map[rapport.FactID]bool, len(m.Asks))
	logged := make(map[rapport.EntryID]bool, len(m.Entries))
	if len(m.Agenda) > 0 {
		for i := range m.Entries {
			logged[m.Entries[i].ID] = true
		}
	}
	for i := range m.Asks {
		asked[m.Asks[i].ID] = true
		all = append(all, v.ofAsk(&m.Asks[i]))
	}
	for i := range m.Promises {
		all = append(all, v.ofPromise(&m.Promises[i]))
	}
	for i := range m.Advice {
		all = append(all, v.ofAdvice(&m.Advice[i]))
	}
	for i := range m.Agenda {
		s := v.ofAgenda(&m.Agenda[i])
		if asked[m.Agenda[i].Ask] && s.why == "" {
			s.why = "it puts an ask that is told itself"
		}
		if e := m.Agenda[i].Entry; e != 0 && logged[e] && s.why == "" {
			s.why = "it is about an entry that stands here itself"
		}
		all = append(all, s)
	}
	for _, s := range all {
		s.Text, s.Outcome = rapport.OneLine(s.Text), rapport.OneLine(s.Outcome)
		s.KindBy = rapport.Said
	}
	return all
}

func (v *view) fact(f *rapport.Fact, boss rapport.BossID, text string) *rapport.Entry {
	return &rapport.Entry{
		ID: rapport.EntryID(f.ID), Record: f.Record, Day: f.Day(), Text: text, Concerns: []rapport.BossID{boss},
	}
}

func serving(e *rapport.Entry, goal rapport.GoalID) {
	if goal != 0 {
		e.Links = []rapport.Link{{Goal: goal, By: rapport.Said, Confidence: 100}}
	}
}

// ofAsk: an ask that was made before the period is one that the reader knows.
func (v *view) ofAsk(a *rapport.Ask) source {
	e := v.fact(&a.Fact, a.Boss, a.Text)
	e.Kind, e.Due = rapport.Question, a.Due
	serving(e, a.Goal)
	e.Project, e.ProjectBy = a.Project, rapport.Said
	if v.m.Period.From != "" && e.Day < v.m.Period.From || len(a.Again) > 0 {
		e.Asked = rapport.Yes
		e.Told = []rapport.Told{{Boss: a.Boss, Since: a.At}}
	}
	c := &Choice{Default: a.Default, Purpose: a.Purpose, Gains: a.Gains, Pays: a.Pays}
	switch a.Currency {
	case rapport.ADecision:
		c.Type = rapport.Decide
	case rapport.Advice:
		c.Type = rapport.Advise
	}
	for _, text := range a.Options {
		c.Options = append(c.Options, rapport.Option{Text: text})
	}
	s := source{Entry: e, noun: AnAsk, choice: c.tidy()}
	switch a.State() {
	case rapport.StateAnswered:
		s.why = "it is answered"
	case rapport.StateWithdrawn:
		s.why = "it was withdrawn"
	}
	return s
}

func (v *view) ofPromise(p *rapport.Promise) source {
	e := v.fact(&p.Fact, p.Boss(), p.Text)
	e.Kind, e.Due = rapport.Commitment, p.DueNow
	e.Project, e.ProjectBy = p.Project, rapport.Said
	e.CommittedBy = []rapport.Party{rapport.Other}
	switch {
	case p.IsMine():
		e.CommittedBy[0] = rapport.Me
	case p.By.Boss != 0:
		e.CommittedBy[0] = rapport.TheBoss
	}
	s := source{Entry: e, noun: APromise}
	switch {
	case p.State != rapport.StateOpen:
		s.why = "the promise is " + string(p.State)
	case p.DueNow == "":
		s.why = "the promise has no day; the list of promises has it"
	case p.DueNow > v.m.Today.Add(promiseReach):
		s.why = "the promise is not due before " + v.day(p.DueNow)
	}
	return s
}

func (v *view) ofAdvice(a *rapport.AdviceSheet) source {
	e := v.fact(&a.Fact, a.Boss, a.Text)
	e.Kind, e.Due = rapport.Question, a.Due
	serving(e, a.Goal)
	c := &Choice{Options: slices.Clone(a.Options), Prefer: a.Recommend, Unseen: a.Unseen, Type: rapport.Advise}
	s := source{Entry: e, noun: AnAdvice, choice: c.tidy()}
	if a.State() != rapport.StateOpen {
		s.why = "the advice was given"
	}
	return s
}

// ofAgenda: a topic on which something is wanted is a question; the others are
// for the talk.
func (v *view) ofAgenda(a *rapport.AgendaItem) source {
	e := v.fact(&a.Fact, a.Boss, a.Text)
	e.Kind = rapport.HeadsUp
	if !a.Theirs && (a.Type == rapport.Decide || a.Type == rapport.Advise) {
		e.Kind = rapport.Question
	}
	c := &Choice{Type: a.Type, Minutes: int(a.Minutes.Value), Theirs: a.Theirs}
	s := source{Entry: e, noun: AnAgendaItem, choice: c}
	switch a.State() {
	case rapport.StateDone:
		s.why = "it was talked about"
	case rapport.StateWithdrawn:
		s.why = "it was dropped"
	}
	return s
}

// tidy puts every text of a choice on one line.
func (c *Choice) tidy() *Choice {
	for i := range c.Options {
		o := &c.Options[i]
		o.Text, o.Gains, o.Pays, o.Cost = rapport.OneLine(o.Text), rapport.OneLine(o.Gains), rapport.OneLine(o.Pays), rapport.OneLine(o.Cost)
	}
	c.Options = slices.DeleteFunc(c.Options, func(o rapport.Option) bool { return o.Text == "" })
	c.Prefer, c.Default, c.Unseen, c.Purpose = rapport.OneLine(c.Prefer), rapport.OneLine(c.Default), rapport.OneLine(c.Unseen), rapport.OneLine(c.Purpose)
	return c
}
