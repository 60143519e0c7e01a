package store

import "rapport"

// The facts of growth, of help and of what happened around the user.

// Skills are what the user wants to learn.
var Skills = Facts[rapport.Skill, *rapport.Skill]{noun: SkillNoun, columns: func(s *rapport.Skill, c *columns) {
	c.boss(&s.Boss)
	c.text(&s.Text)
	c.due(&s.Due)
	c.said("level", &s.Level)
	c.said("target", &s.Target)
	c.said("evidence", &s.Evidence)
	c.said("boss_words", &s.BossWords)
	member(c, "reached_on", &s.ReachedOn)
	c.state(s.State())
}}

// Stakeholders are people whose view of the user's work counts.
var Stakeholders = Facts[rapport.Stakeholder, *rapport.Stakeholder]{noun: StakeholderNoun, columns: func(s *rapport.Stakeholder, c *columns) {
	c.text(&s.Name)
	member(c, "suggested_by", &s.SuggestedBy)
	c.concerns(s.SuggestedBy.Boss)
	member(c, "introduction", &s.Introduction)
	c.said("needs", &s.Needs)
}}

// Contacts are contacts besides the boss. Why one is protected is private.
var Contacts = Facts[rapport.Contact, *rapport.Contact]{noun: ContactNoun, columns: func(k *rapport.Contact, c *columns) {
	c.boss(&k.Told)
	c.text(&k.Text)
	c.said("name", &k.Name)
	member(c, "with", &k.With)
	member(c, "on_career", &k.OnCareer)
	c.secretly("protected", &k.Protected)
	member(c, "told_on", &k.ToldOn)
	member(c, "invited", &k.Invited)
	c.due(&k.On)
	member(c, "done_on", &k.DoneOn)
	c.state(k.State())
}}

// Pitches are what ideas need to be raised.
var Pitches = Facts[rapport.Pitch, *rapport.Pitch]{noun: PitchNoun, columns: func(p *rapport.Pitch, c *columns) {
	member(c, "entry", &p.Entry)
	c.boss(&p.Boss)
	c.text(&p.Text)
	member(c, "goal", &p.Goal)
	c.said("size", &p.Size)
	c.said("cost", &p.Cost)
	c.said("step", &p.Step)
	c.said("moment", &p.Moment)
	member(c, "benefit", &p.Benefit)
	c.said("unseen", &p.Unseen)
}}

// HelpOffers are bounded offers of help.
var HelpOffers = Facts[rapport.HelpOffer, *rapport.HelpOffer]{noun: HelpOfferNoun, columns: func(h *rapport.HelpOffer, c *columns) {
	c.boss(&h.Boss)
	c.text(&h.Task)
	c.due(&h.Until)
	member(c, "hours", &h.Hours)
	c.said("outcome", &h.Outcome)
	c.state(h.State())
}}

// Helps are help given and received.
var Helps = Facts[rapport.Help, *rapport.Help]{noun: HelpNoun, columns: func(h *rapport.Help, c *columns) {
	c.concerns(h.Boss())
	member(c, "by", &h.By)
	member(c, "to", &h.To)
	c.text(&h.Text)
	member(c, "hours", &h.Hours)
}}

// TeamDates are dates of others that the user's work could endanger.
var TeamDates = Facts[rapport.TeamDate, *rapport.TeamDate]{noun: TeamDateNoun, columns: func(t *rapport.TeamDate, c *columns) {
	c.text(&t.Text)
	c.said("whose", &t.Whose)
	c.due(&t.Due)
	member(c, "project", &t.Project)
	member(c, "done_on", &t.DoneOn)
	c.state(t.State())
}}

// Reorganisations mark what was agreed before as to be confirmed again.
var Reorganisations = Facts[rapport.Reorganisation, *rapport.Reorganisation]{noun: ReorgNoun, columns: func(r *rapport.Reorganisation, c *columns) {
	c.boss(&r.Boss)
	c.text(&r.Text)
}}

// RoleChanges say that the user's role changed.
var RoleChanges = Facts[rapport.RoleChange, *rapport.RoleChange]{noun: RoleNoun, columns: func(r *rapport.RoleChange, c *columns) {
	c.text(&r.Text)
	member(c, "new_manager", &r.NewManager)
	member(c, "tight", &r.Tight)
}}

// Messages are texts for a boss that are no reports.
var Messages = Facts[rapport.Message, *rapport.Message]{noun: MessageNoun, columns: func(m *rapport.Message, c *columns) {
	c.boss(&m.Boss)
	member(c, "draft_or_sent", &m.State)
	c.text(&m.Text)
	member(c, "medium", &m.Medium)
}}

// Pings are requests for an update.
var Pings = Facts[rapport.Ping, *rapport.Ping]{noun: PingNoun, columns: func(p *rapport.Ping, c *columns) {
	c.boss(&p.Boss)
	c.text(&p.Text)
	c.said("topic", &p.Topic)
	member(c, "answered_on", &p.AnsweredOn)
}}

// Surprises are what was learned from a third party first.
var Surprises = Facts[rapport.Surprise, *rapport.Surprise]{noun: SurpriseNoun, columns: func(s *rapport.Surprise, c *columns) {
	c.boss(&s.Boss)
	c.text(&s.Text)
	member(c, "to", &s.To)
}}

// HeardThings are what was learned about the organisation.
var HeardThings = Facts[rapport.Heard, *rapport.Heard]{noun: HeardNoun, columns: func(h *rapport.Heard, c *columns) {
	c.text(&h.Text)
	c.boss(&h.Boss)
}}

// PublicEvents are what was said about or with a boss in front of others.
var PublicEvents = Facts[rapport.PublicEvent, *rapport.PublicEvent]{noun: PublicNoun, columns: func(e *rapport.PublicEvent, c *columns) {
	c.boss(&e.Boss)
	c.text(&e.Text)
}}

// Mappings are decisions of the user that are remembered.
var Mappings = Facts[rapport.Mapping, *rapport.Mapping]{noun: MappingNoun, columns: func(m *rapport.Mapping, c *columns) {
	member(c, "about", &m.About)
	c.text(&m.Name)
	c.said("meaning", &m.Meaning)
	c.boss(&m.Boss)
}}
