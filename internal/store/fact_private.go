package store

import "rapport"

// The facts that are nobody else's business.

// Observations are what the user saw or heard a boss do.
var Observations = Facts[rapport.Observation, *rapport.Observation]{noun: ObservationNoun, private: true, columns: func(o *rapport.Observation, c *columns) {
	c.boss(&o.Boss)
	c.private(&o.Text)
	member(c, "dim", &o.Dim)
	member(c, "aspect", &o.Aspect)
	member(c, "value", &o.Value)
}}

// BossPressures are what weighs on a boss.
var BossPressures = Facts[rapport.BossPressure, *rapport.BossPressure]{noun: PressureNoun, private: true, columns: func(p *rapport.BossPressure, c *columns) {
	c.boss(&p.Boss)
	c.private(&p.Text)
	member(c, "from", &p.From)
	c.due(&p.Until)
}}

// HumanFacts are personal facts that a boss volunteered.
var HumanFacts = Facts[rapport.HumanFact, *rapport.HumanFact]{noun: HumanFactNoun, private: true, columns: func(h *rapport.HumanFact, c *columns) {
	c.boss(&h.Boss)
	c.private(&h.Text)
	member(c, "said_on", &h.SaidOn)
	member(c, "on", &h.On)
}}

// Reactions are how a boss took something.
var Reactions = Facts[rapport.Reaction, *rapport.Reaction]{noun: ReactionNoun, private: true, columns: func(r *rapport.Reaction, c *columns) {
	c.boss(&r.Boss)
	c.private(&r.To)
	member(c, "sign", &r.Sign)
}}

// Hardships say why the relation to a boss is hard.
var Hardships = Facts[rapport.Hardship, *rapport.Hardship]{noun: HardshipNoun, private: true, columns: func(h *rapport.Hardship, c *columns) {
	c.boss(&h.Boss)
	c.private(&h.Text)
	member(c, "cause", &h.Cause)
	member(c, "ended_on", &h.EndedOn)
}}

// CareerGoals are where the user wants to go.
var CareerGoals = Facts[rapport.CareerGoal, *rapport.CareerGoal]{noun: CareerNoun, private: true, columns: func(g *rapport.CareerGoal, c *columns) {
	c.private(&g.Text)
	c.due(&g.Due)
	member(c, "shared_with", &g.SharedWith)
	member(c, "shared_said", &g.SharedSaid)
	member(c, "shared_on", &g.SharedOn)
	member(c, "state", &g.State)
	member(c, "not_now", &g.NotNow)
	member(c, "closed_on", &g.ClosedOn)
	if g.ClosedOn == "" {
		c.state(rapport.StateOpen)
	}
}}

// Ratings are answers in the private check of a relation.
var Ratings = Facts[rapport.Rating, *rapport.Rating]{noun: RatingNoun, private: true, columns: func(r *rapport.Rating, c *columns) {
	c.private(&r.Item)
	member(c, "value", &r.Value)
	member(c, "was", &r.Was)
}}

// HoursWorked are the hours of weeks.
var HoursWorked = Facts[rapport.WeekHours, *rapport.WeekHours]{noun: HoursNoun, private: true, columns: func(h *rapport.WeekHours, c *columns) {
	member(c, "week", &h.Week)
	member(c, "hours", &h.Hours)
}}

// Reflections are private thoughts on questions of the practice.
var Reflections = Facts[rapport.Reflection, *rapport.Reflection]{noun: ReflectionNoun, private: true, columns: func(r *rapport.Reflection, c *columns) {
	member(c, "topic", &r.Topic)
	c.private(&r.Text)
	c.boss(&r.Boss)
}}

// Disclosures plan to show a weakness.
var Disclosures = Facts[rapport.Disclosure, *rapport.Disclosure]{noun: DisclosureNoun, private: true, columns: func(d *rapport.Disclosure, c *columns) {
	c.boss(&d.Boss)
	c.private(&d.Item)
	c.secretly("risk", &d.Risk)
	c.secretly("doing", &d.Doing)
	c.secretly("help", &d.Help)
	member(c, "setting", &d.Setting)
	member(c, "said_on", &d.SaidOn)
	member(c, "taken", &d.Taken)
}}

// NudgeMarks are what became of nudges.
var NudgeMarks = Facts[rapport.NudgeMark, *rapport.NudgeMark]{noun: NudgeNoun, private: true, columns: func(m *rapport.NudgeMark, c *columns) {
	c.boss(&m.Boss)
	member(c, "rule", &m.Rule)
	member(c, "object", &m.Object)
	member(c, "what", &m.What)
	c.due(&m.Until)
	c.secretly("because", &m.Because)
}}
