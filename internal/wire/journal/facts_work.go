package journal

import "rapport"

// Skill is what the user wants to learn.
type Skill struct {
	rapport.Skill
	Boss rapport.Slug
}

// Type returns "skill".
func (*Skill) Type() string { return "skill" }

func (b *Skill) fields(f *fields) {
	f.text("text", &b.Text, needed)
	f.slug("boss", &b.Boss, optional)
	f.text("level", &b.Level, optional)
	f.text("target", &b.Target, optional)
	f.text("evidence", &b.Evidence, optional)
	f.text("boss_words", &b.BossWords, optional)
	f.day("due", &b.Due, optional)
	f.day("reached_on", &b.ReachedOn, optional)
	f.instant("removed", &b.Removed)
}

// Stakeholder is somebody whose view of the user's work counts.
type Stakeholder struct {
	rapport.Stakeholder
	SuggestedBy string
}

// Type returns "stakeholder".
func (*Stakeholder) Type() string { return "stakeholder" }

func (b *Stakeholder) fields(f *fields) {
	f.text("name", &b.Name, needed)
	f.text("suggested_by", &b.SuggestedBy, optional)
	word(f, "introduction", &b.Introduction, optional, rapport.IntroductionAsked, rapport.IntroductionMade, rapport.IntroductionUsed)
	f.text("needs", &b.Needs, optional)
	f.instant("removed", &b.Removed)
}

// Contact is a contact besides the boss.
type Contact struct {
	rapport.Contact
	Told rapport.Slug
}

// Type returns "contact".
func (*Contact) Type() string { return "contact" }

func (b *Contact) fields(f *fields) {
	f.text("name", &b.Name, needed)
	word(f, "with", &b.With, optional, rapport.SkipLevel, rapport.HumanResources, rapport.OtherDepartment, rapport.AMentor,
		rapport.ASponsor, rapport.AStakeholder)
	f.text("text", &b.Text, optional)
	f.truth("on_career", &b.OnCareer)
	f.private("protected", &b.Protected, optional)
	f.slug("told", &b.Told, optional)
	f.day("told_on", &b.ToldOn, optional)
	f.truth("invited", &b.Invited)
	f.day("on", &b.On, optional)
	f.day("done_on", &b.DoneOn, optional)
	f.instant("removed", &b.Removed)
}

// Pitch is what an idea needs to be raised.
type Pitch struct {
	rapport.Pitch
	Entry      rapport.LineID
	Boss, Goal rapport.Slug
}

// Type returns "pitch".
func (*Pitch) Type() string { return "pitch" }

func (b *Pitch) fields(f *fields) {
	f.line("entry", &b.Entry, optional)
	f.text("text", &b.Text, needed)
	f.slug("boss", &b.Boss, optional)
	f.slug("goal", &b.Goal, optional)
	f.text("size", &b.Size, optional)
	f.text("cost", &b.Cost, optional)
	f.text("step", &b.Step, optional)
	f.text("moment", &b.Moment, optional)
	f.benefit(&b.Benefit)
	f.text("unseen", &b.Unseen, optional)
	f.instant("removed", &b.Removed)
}

// OfferHelp is a bounded offer of help.
type OfferHelp struct {
	rapport.HelpOffer
	Boss rapport.Slug
}

// Type returns "offer_help".
func (*OfferHelp) Type() string { return "offer_help" }

func (b *OfferHelp) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("task", &b.Task, needed)
	f.amount("hours", &b.Hours, optional)
	f.day("until", &b.Until, optional)
	f.text("outcome", &b.Outcome, optional)
	f.instant("removed", &b.Removed)
}

// Help is help given or received.
type Help struct {
	rapport.Help
	By, To string
}

// Type returns "help".
func (*Help) Type() string { return "help" }

func (b *Help) fields(f *fields) {
	f.text("by", &b.By, needed)
	f.text("to", &b.To, needed)
	f.text("text", &b.Text, needed)
	f.amount("hours", &b.Hours, optional)
	f.instant("removed", &b.Removed)
}

// TeamDate is a date of others that the user's work could endanger.
type TeamDate struct {
	rapport.TeamDate
	Project rapport.Slug
}

// Type returns "team_date".
func (*TeamDate) Type() string { return "team_date" }

func (b *TeamDate) fields(f *fields) {
	f.text("text", &b.Text, needed)
	f.text("whose", &b.Whose, optional)
	f.day("due", &b.Due, optional)
	f.slug("project", &b.Project, optional)
	f.day("done_on", &b.DoneOn, optional)
	f.instant("removed", &b.Removed)
}

// Reorganisation marks what was agreed before as to be confirmed again.
type Reorganisation struct {
	rapport.Reorganisation
	Boss rapport.Slug
}

// Type returns "reorganisation".
func (*Reorganisation) Type() string { return "reorganisation" }

func (b *Reorganisation) fields(f *fields) {
	f.text("text", &b.Text, needed)
	f.slug("boss", &b.Boss, optional)
	f.instant("removed", &b.Removed)
}

// Role says that the user's role changed, or is tightly defined.
type Role struct{ rapport.RoleChange }

// Type returns "role".
func (*Role) Type() string { return "role" }

func (b *Role) fields(f *fields) {
	f.text("text", &b.Text, needed)
	f.truth("new_manager", &b.NewManager)
	f.truth("tight", &b.Tight)
	f.instant("removed", &b.Removed)
}

// Message is a text for a boss that is no report: a draft, or one that was
// sent, which is kept to the letter.
type Message struct {
	rapport.Message
	Boss rapport.Slug
}

func newMessage(state rapport.MessageState) *Message {
	return &Message{Message: rapport.Message{State: state}}
}

// Type returns "message_draft" or "message_sent".
func (b *Message) Type() string { return "message_" + string(b.State) }

func (b *Message) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.exact("text", &b.Text, needed)
	f.text("medium", &b.Medium, optional)
	f.instant("removed", &b.Removed)
}

// BossPing is a request for an update.
type BossPing struct {
	rapport.Ping
	Boss rapport.Slug
}

// Type returns "boss_ping".
func (*BossPing) Type() string { return "boss_ping" }

func (b *BossPing) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	f.text("topic", &b.Topic, optional)
	f.day("answered_on", &b.AnsweredOn, optional)
	f.instant("removed", &b.Removed)
}

// Surprise is something learned from a third party first. To is who was
// surprised, the boss unless it says me.
type Surprise struct {
	rapport.Surprise
	Boss rapport.Slug
	To   string
}

// Type returns "surprise".
func (*Surprise) Type() string { return "surprise" }

func (b *Surprise) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	f.text("to", &b.To, optional)
	f.instant("removed", &b.Removed)
}

// Heard is something learned about the organisation.
type Heard struct {
	rapport.Heard
	Boss rapport.Slug
}

// Type returns "heard".
func (*Heard) Type() string { return "heard" }

func (b *Heard) fields(f *fields) {
	f.text("text", &b.Text, needed)
	f.slug("boss", &b.Boss, optional)
	f.instant("removed", &b.Removed)
}

// EventPublic is something said about or with a boss in front of others.
type EventPublic struct {
	rapport.PublicEvent
	Boss rapport.Slug
}

// Type returns "event_public".
func (*EventPublic) Type() string { return "event_public" }

func (b *EventPublic) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	f.instant("removed", &b.Removed)
}

// Mapping is a decision of the user that is remembered.
type Mapping struct {
	rapport.Mapping
	Boss rapport.Slug
}

// Type returns "mapping".
func (*Mapping) Type() string { return "mapping" }

func (b *Mapping) fields(f *fields) {
	f.text("about", &b.About, needed)
	f.text("name", &b.Name, needed)
	f.text("meaning", &b.Meaning, needed)
	f.slug("boss", &b.Boss, optional)
	f.instant("removed", &b.Removed)
}
