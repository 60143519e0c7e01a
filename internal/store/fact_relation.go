package store

import "rapport"

// The facts between a user and a boss that are no secret from either.

// Asks are what the user asked for.
var Asks = Facts[rapport.Ask, *rapport.Ask]{noun: AskNoun, columns: func(a *rapport.Ask, c *columns) {
	c.boss(&a.Boss)
	c.text(&a.Text)
	c.due(&a.Due)
	member(c, "currency", &a.Currency)
	member(c, "answered", &a.Answered)
	c.said("answer", &a.Answer)
	member(c, "answered_on", &a.AnsweredOn)
	member(c, "withdrawn_on", &a.WithdrawnOn)
	c.said("purpose", &a.Purpose)
	member(c, "benefit", &a.Benefit)
	member(c, "goal", &a.Goal)
	c.listed("gains", &a.Gains)
	c.listed("pays", &a.Pays)
	c.listed("options", &a.Options)
	c.said("default", &a.Default)
	member(c, "channel", &a.Channel)
	member(c, "again", &a.Again)
	c.said("outcome", &a.Outcome)
	c.said("introduce", &a.Introduce)
	c.said("forward", &a.Forward)
	member(c, "meeting", &a.Meeting)
	member(c, "project", &a.Project)
	c.state(a.State())
}}

// AdviceSheets are decisions on which advice is asked.
var AdviceSheets = Facts[rapport.AdviceSheet, *rapport.AdviceSheet]{noun: AdviceNoun, columns: func(a *rapport.AdviceSheet, c *columns) {
	c.boss(&a.Boss)
	c.text(&a.Text)
	c.due(&a.Due)
	member(c, "options", &a.Options)
	c.said("recommend", &a.Recommend)
	c.said("unseen", &a.Unseen)
	c.said("advice", &a.Advice)
	member(c, "advised_on", &a.AdvisedOn)
	c.said("decided", &a.Decided)
	c.said("outcome", &a.Outcome)
	member(c, "goal", &a.Goal)
	c.state(a.State())
}}

// Promises are commitments of either side.
var Promises = Facts[rapport.Promise, *rapport.Promise]{noun: PromiseNoun, columns: func(p *rapport.Promise, c *columns) {
	c.concerns(p.Boss())
	member(c, "by", &p.By)
	member(c, "to", &p.To)
	c.text(&p.Text)
	member(c, "first_due", &p.Due)
	member(c, "hours", &p.Hours)
	member(c, "meeting", &p.Meeting)
	member(c, "project", &p.Project)
	member(c, "standing", &p.Standing)
	c.dueBy(p.DueNow)
	c.state(p.State)
}}

// PromiseEvents are what happened to promises.
var PromiseEvents = Facts[rapport.PromiseEvent, *rapport.PromiseEvent]{noun: PromiseEventNoun, columns: func(e *rapport.PromiseEvent, c *columns) {
	member(c, "kind", &e.Kind)
	c.about(&e.Promise)
	c.text(&e.Text)
	member(c, "ref", &e.Ref)
	member(c, "by", &e.By)
	member(c, "late", &e.Late)
	c.due(&e.Due)
	c.said("why", &e.Why)
	c.concerns(e.By.Boss)
}}

// Meetings are conversations with a boss. Their notes are private.
var Meetings = Facts[rapport.Meeting, *rapport.Meeting]{noun: MeetingNoun, columns: func(m *rapport.Meeting, c *columns) {
	c.boss(&m.Boss)
	c.text(&m.Title)
	member(c, "kind", &m.Kind)
	member(c, "status", &m.Status)
	member(c, "by", &m.By)
	member(c, "minutes", &m.Minutes)
	member(c, "conversation", &m.Conversation)
	member(c, "agenda_sent", &m.AgendaSent)
	c.secretly("notes", &m.Notes)
	member(c, "purpose", &m.Purpose)
	member(c, "start", &m.Start)
	member(c, "zone", &m.Zone)
	c.said("shared", &m.Shared)
	member(c, "moved_from", &m.MovedFrom)
	member(c, "uid", &m.UID)
	member(c, "series", &m.Series)
	c.said("why", &m.Why)
	c.on(rapport.DayOf(m.Begins().Time()))
	if m.Status == rapport.Booked {
		c.state(rapport.StateOpen)
	}
}}

// Rhythms are the agreed rhythms of one-on-ones.
var Rhythms = Facts[rapport.Rhythm, *rapport.Rhythm]{noun: RhythmNoun, columns: func(r *rapport.Rhythm, c *columns) {
	c.boss(&r.Boss)
	c.text(&r.Every)
	member(c, "from", &r.From)
	member(c, "time", &r.Time)
	member(c, "zone", &r.Zone)
	member(c, "minutes", &r.Minutes)
	member(c, "series", &r.Series)
}}

// AgendaItems are topics for one-on-ones.
var AgendaItems = Facts[rapport.AgendaItem, *rapport.AgendaItem]{noun: AgendaNoun, columns: func(a *rapport.AgendaItem, c *columns) {
	c.boss(&a.Boss)
	c.text(&a.Text)
	member(c, "theirs", &a.Theirs)
	member(c, "type", &a.Type)
	member(c, "minutes", &a.Minutes)
	member(c, "meeting", &a.Meeting)
	member(c, "ask", &a.Ask)
	member(c, "entry", &a.Entry)
	member(c, "purpose", &a.Purpose)
	member(c, "raised_on", &a.RaisedOn)
	member(c, "dropped_on", &a.DroppedOn)
	c.said("result", &a.Result)
	c.state(a.State())
}}

// Replies are what others answered to something on record.
var Replies = Facts[rapport.Reply, *rapport.Reply]{noun: ReplyNoun, columns: func(r *rapport.Reply, c *columns) {
	c.concerns(r.By.Boss)
	member(c, "by", &r.By)
	c.text(&r.Text)
	member(c, "to", &r.To)
	c.said("answers", &r.Answers)
}}

// Decisions are what bosses decided.
var Decisions = Facts[rapport.Decision, *rapport.Decision]{noun: DecisionNoun, columns: func(d *rapport.Decision, c *columns) {
	c.boss(&d.Boss)
	c.text(&d.Text)
	member(c, "in_writing", &d.RecordedInWriting)
	member(c, "meeting", &d.Meeting)
}}

// Instructions are what bosses told the user to do or to stop.
var Instructions = Facts[rapport.Instruction, *rapport.Instruction]{noun: InstructionNoun, columns: func(i *rapport.Instruction, c *columns) {
	c.boss(&i.Boss)
	c.text(&i.Text)
	member(c, "project", &i.Project)
	member(c, "done_on", &i.DoneOn)
	c.state(i.State())
}}

// FeedbackAsks are requests for feedback.
var FeedbackAsks = Facts[rapport.FeedbackAsk, *rapport.FeedbackAsk]{noun: FeedbackAskNoun, columns: func(f *rapport.FeedbackAsk, c *columns) {
	c.boss(&f.Boss)
	c.text(&f.Text)
	c.said("about", &f.About)
	c.said("item", &f.Item)
	c.said("aspect", &f.Aspect)
	c.said("moment", &f.Moment)
	member(c, "entry", &f.Entry)
	c.said("answer", &f.Answer)
	member(c, "answered_on", &f.AnsweredOn)
	c.state(f.State())
}}

// Feedbacks are feedback that the user received.
var Feedbacks = Facts[rapport.Feedback, *rapport.Feedback]{noun: FeedbackNoun, columns: func(f *rapport.Feedback, c *columns) {
	member(c, "sender", &f.Sender)
	c.concerns(f.Sender.Boss)
	c.text(&f.Text)
	c.said("about", &f.About)
	member(c, "kind", &f.Kind)
	member(c, "ask", &f.Ask)
	c.said("action", &f.Action)
	member(c, "action_on", &f.ActionOn)
	member(c, "told_back_on", &f.ToldBackOn)
	c.said("disagree", &f.Disagree)
	member(c, "same", &f.Same)
	c.state(f.State())
}}

// Preferences are values in a boss's profile.
var Preferences = Facts[rapport.Preference, *rapport.Preference]{noun: PreferenceNoun, columns: func(p *rapport.Preference, c *columns) {
	c.boss(&p.Boss)
	c.text(&p.Value)
	c.said("dim", &p.Dim)
	member(c, "number", &p.IsNumber)
	c.said("evidence", &p.Evidence)
	member(c, "grade", &p.Grade)
	member(c, "ended_on", &p.EndedOn)
}}

// PreferenceCopies say whose values were taken over for whom.
var PreferenceCopies = Facts[rapport.PreferenceCopy, *rapport.PreferenceCopy]{noun: CopyNoun, columns: func(p *rapport.PreferenceCopy, c *columns) {
	member(c, "from", &p.From)
	c.boss(&p.To)
	member(c, "by", &p.By)
}}

// Agreements are which events a boss hears of, and how soon.
var Agreements = Facts[rapport.Agreement, *rapport.Agreement]{noun: AgreementNoun, columns: func(a *rapport.Agreement, c *columns) {
	c.boss(&a.Boss)
	c.text(&a.Text)
	member(c, "pace", &a.Pace)
	member(c, "via", &a.Via)
	member(c, "ended_on", &a.EndedOn)
}}

// Criteria are what bosses measure the user's work by.
var Criteria = Facts[rapport.Criterion, *rapport.Criterion]{noun: CriterionNoun, columns: func(k *rapport.Criterion, c *columns) {
	c.boss(&k.Boss)
	c.text(&k.Text)
}}
