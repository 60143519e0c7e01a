package journal

import "rapport"

// Ask is something the user asked a boss for.
type Ask struct {
	rapport.Ask
	Boss, Goal, Project rapport.Slug
	Meeting             rapport.LineID
}

// Type returns "ask".
func (*Ask) Type() string { return "ask" }

func (b *Ask) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	word(f, "currency", &b.Currency, optional, rapport.Currencies[:]...)
	f.day("due", &b.Due, optional)
	f.truth("answered", &b.Answered)
	f.text("answer", &b.Answer, optional)
	f.day("answered_on", &b.AnsweredOn, optional)
	f.day("withdrawn_on", &b.WithdrawnOn, optional)
	f.text("purpose", &b.Purpose, optional)
	f.benefit(&b.Benefit)
	f.slug("goal", &b.Goal, optional)
	f.texts("gains", &b.Gains)
	f.texts("pays", &b.Pays)
	f.texts("options", &b.Options)
	f.text("default", &b.Default, optional)
	f.text("channel", &b.Channel, optional)
	f.days("asked_again", &b.Again)
	f.text("outcome", &b.Outcome, optional)
	f.text("introduce", &b.Introduce, optional)
	f.text("forward", &b.Forward, optional)
	f.line("meeting", &b.Meeting, optional)
	f.slug("project", &b.Project, optional)
	f.instant("removed", &b.Removed)
}

// AdviceSheet prepares a decision on which advice is asked.
type AdviceSheet struct {
	rapport.AdviceSheet
	Boss, Goal rapport.Slug
}

// Type returns "advice_sheet".
func (*AdviceSheet) Type() string { return "advice_sheet" }

func (b *AdviceSheet) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	objects(f, "choices", &b.Options, func(o *rapport.Option, f *fields) {
		f.text("text", &o.Text, needed)
		f.text("gains", &o.Gains, optional)
		f.text("pays", &o.Pays, optional)
		f.text("cost", &o.Cost, optional)
	})
	f.text("recommend", &b.Recommend, optional)
	f.text("unseen", &b.Unseen, optional)
	f.day("due", &b.Due, optional)
	f.text("advice", &b.Advice, optional)
	f.day("advised_on", &b.AdvisedOn, optional)
	f.text("decided", &b.Decided, optional)
	f.text("outcome", &b.Outcome, optional)
	f.slug("goal", &b.Goal, optional)
	f.instant("removed", &b.Removed)
}

// Commitment is a promise of either side. By and To are me, a boss, or any
// other name.
type Commitment struct {
	rapport.Promise
	By, To  string
	Project rapport.Slug
	Meeting rapport.LineID
}

// Type returns "commitment".
func (*Commitment) Type() string { return "commitment" }

func (b *Commitment) fields(f *fields) {
	f.text("by", &b.By, needed)
	f.text("to", &b.To, needed)
	f.text("text", &b.Text, needed)
	f.day("due", &b.Due, optional)
	f.amount("hours", &b.Hours, optional)
	f.line("meeting", &b.Meeting, optional)
	f.slug("project", &b.Project, optional)
	f.instant("removed", &b.Removed)
	if f.direction == reading && f.err == nil {
		for key, who := range map[string]string{"by": b.By, "to": b.To} {
			if who == "" {
				f.fail(key, rapport.Errorf(rapport.Invalid, "a promise is made by somebody to somebody").WithHint("say me, a boss, or a name"))
			}
		}
	}
}

// CommitmentEvent is how a promise went.
type CommitmentEvent struct {
	rapport.PromiseEvent
	By string
}

func newCommitmentEvent(kind rapport.PromiseEventKind) *CommitmentEvent {
	return &CommitmentEvent{PromiseEvent: rapport.PromiseEvent{Kind: kind}}
}

// Type returns "commitment_" and what happened.
func (b *CommitmentEvent) Type() string { return "commitment_" + string(b.Kind) }

func (b *CommitmentEvent) fields(f *fields) {
	f.text("text", &b.Text, optional)
	f.line("ref", &b.Ref, optional)
	f.text("by", &b.By, optional)
	f.truth("late", &b.Late)
	f.day("due", &b.Due, optional)
	f.text("why", &b.Why, optional)
	f.instant("removed", &b.Removed)
	if f.direction == reading && f.err == nil && b.Text == "" && b.Ref == "" {
		f.err = rapport.Errorf(rapport.Invalid, "one of the fields %q and %q is missing", "text", "ref")
	}
}

// Meeting is a conversation with a boss.
type Meeting struct {
	rapport.Meeting
	Boss rapport.Slug
	By   string
}

// Type returns "meeting".
func (*Meeting) Type() string { return "meeting" }

func (b *Meeting) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	word(f, "kind", &b.Kind, needed, rapport.OneOnOne, rapport.AdHoc, rapport.Chat, rapport.ReviewTalk)
	word(f, "status", &b.Status, needed, rapport.Held, rapport.Cancelled, rapport.Missed, rapport.Booked)
	f.text("by", &b.By, optional)
	f.amount("minutes", &b.Minutes, optional)
	f.text("conversation", &b.Conversation, optional)
	f.truth("agenda_sent", &b.AgendaSent)
	f.private("notes", &b.Notes, optional)
	word(f, "purpose", &b.Purpose, optional, rapport.ForDevelopment, rapport.ForEvaluation)
	f.stampOr("start", &b.Start)
	f.text("tz", &b.Zone, optional)
	f.text("title", &b.Title, optional)
	f.lines("shared", &b.Shared, optional)
	f.stamp("moved_from", &b.MovedFrom, optional)
	f.text("uid", &b.UID, optional)
	f.text("series", &b.Series, optional)
	f.text("why", &b.Why, optional)
	f.instant("removed", &b.Removed)
}

// Rhythm is the agreed rhythm of one-on-ones.
type Rhythm struct {
	rapport.Rhythm
	Boss rapport.Slug
}

// Type returns "rhythm".
func (*Rhythm) Type() string { return "rhythm" }

func (b *Rhythm) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("every", &b.Every, needed)
	f.day("from", &b.From, optional)
	f.text("time", &b.Time, optional)
	f.text("tz", &b.Zone, optional)
	f.amount("minutes", &b.Minutes, optional)
	f.text("series", &b.Series, optional)
	f.instant("removed", &b.Removed)
}

// AgendaItem is a topic for a one-on-one.
type AgendaItem struct {
	rapport.AgendaItem
	Boss                rapport.Slug
	Meeting, Ask, Entry rapport.LineID
}

// Type returns "agenda_item".
func (*AgendaItem) Type() string { return "agenda_item" }

func (b *AgendaItem) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	f.flag("theirs", &b.Theirs, optional)
	// The word kind keeps clear of the type of the line.
	word(f, "kind", &b.AgendaItem.Type, optional, rapport.Decide, rapport.Advise, rapport.Inform)
	f.amount("minutes", &b.Minutes, optional)
	f.line("meeting", &b.Meeting, optional)
	f.line("ask", &b.Ask, optional)
	f.day("raised_on", &b.RaisedOn, optional)
	f.day("dropped_on", &b.DroppedOn, optional)
	f.text("result", &b.Result, optional)
	f.line("entry", &b.Entry, optional)
	word(f, "purpose", &b.Purpose, optional, rapport.ForDevelopment, rapport.ForEvaluation)
	f.instant("removed", &b.Removed)
}

// Reply is what somebody answered to something on record.
type Reply struct {
	rapport.Reply
	By string
	To rapport.LineID
}

// Type returns "reply".
func (*Reply) Type() string { return "reply" }

func (b *Reply) fields(f *fields) {
	f.text("by", &b.By, needed)
	f.text("text", &b.Text, needed)
	f.line("to", &b.To, optional)
	f.text("answers", &b.Answers, optional)
	f.instant("removed", &b.Removed)
}

// Decision is something a boss decided.
type Decision struct {
	rapport.Decision
	Boss    rapport.Slug
	Meeting rapport.LineID
}

// Type returns "decision".
func (*Decision) Type() string { return "decision" }

func (b *Decision) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	f.truth("recorded_in_writing", &b.RecordedInWriting)
	f.line("meeting", &b.Meeting, optional)
	f.instant("removed", &b.Removed)
}

// Instruction is something a boss told the user to do or to stop.
type Instruction struct {
	rapport.Instruction
	Boss, Project rapport.Slug
}

// Type returns "instruction".
func (*Instruction) Type() string { return "instruction" }

func (b *Instruction) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	f.slug("project", &b.Project, optional)
	f.day("done_on", &b.DoneOn, optional)
	f.instant("removed", &b.Removed)
}

// FeedbackAsk is a request for feedback.
type FeedbackAsk struct {
	rapport.FeedbackAsk
	Boss  rapport.Slug
	Entry rapport.LineID
}

// Type returns "feedback_ask".
func (*FeedbackAsk) Type() string { return "feedback_ask" }

func (b *FeedbackAsk) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	f.text("about", &b.About, optional)
	f.text("item", &b.Item, optional)
	f.text("aspect", &b.Aspect, optional)
	f.text("moment", &b.Moment, optional)
	f.line("entry", &b.Entry, optional)
	f.text("answer", &b.Answer, optional)
	f.day("answered_on", &b.AnsweredOn, optional)
	f.instant("removed", &b.Removed)
}

// Feedback is feedback that the user received. Sender is a boss or any other
// name.
type Feedback struct {
	rapport.Feedback
	Sender    string
	Ask, Same rapport.LineID
}

// Type returns "feedback".
func (*Feedback) Type() string { return "feedback" }

func (b *Feedback) fields(f *fields) {
	f.text("sender", &b.Sender, needed)
	f.text("text", &b.Text, needed)
	f.text("about", &b.About, optional)
	word(f, "kind", &b.Kind, optional, rapport.Praise, rapport.Change)
	f.line("ask", &b.Ask, optional)
	f.text("action", &b.Action, optional)
	f.day("action_on", &b.ActionOn, optional)
	f.day("told_back_on", &b.ToldBackOn, optional)
	f.text("disagree", &b.Disagree, optional)
	f.line("same", &b.Same, optional)
	f.instant("removed", &b.Removed)
}

// BossPref is a value in a boss's profile.
type BossPref struct {
	rapport.Preference
	Boss rapport.Slug
}

// Type returns "boss_pref".
func (*BossPref) Type() string { return "boss_pref" }

func (b *BossPref) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("dim", &b.Dim, needed)
	field(f, "value", &b.Value, needed, true, func(raw value) (string, *rapport.Error) {
		if b.IsNumber = raw.kind == '0'; b.IsNumber {
			return string(raw.raw), nil
		}
		if raw.kind != '"' {
			return "", wrongKind(raw, "a text or a number")
		}
		return readLine(raw)
	}, func(out []byte, v string) []byte {
		if b.IsNumber {
			return append(out, v...)
		}
		return appendString(out, v)
	})
	f.text("evidence", &b.Evidence, needed)
	free(f, "grade", &b.Grade, optional)
	f.day("ended_on", &b.EndedOn, optional)
	f.instant("removed", &b.Removed)
}

// CopyPrefs says that values were taken over from another boss.
type CopyPrefs struct {
	rapport.PreferenceCopy
	From, To rapport.Slug
	By       string
}

// Type returns "copy_prefs".
func (*CopyPrefs) Type() string { return "copy_prefs" }

func (b *CopyPrefs) fields(f *fields) {
	f.slug("from_boss", &b.From, needed)
	f.slug("to_boss", &b.To, needed)
	f.text("by", &b.By, needed)
	f.instant("removed", &b.Removed)
}

// Agreement is which events a boss hears of, and how soon.
type Agreement struct {
	rapport.Agreement
	Boss rapport.Slug
}

// Type returns "agreement".
func (*Agreement) Type() string { return "agreement" }

func (b *Agreement) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	f.text("pace", &b.Pace, optional)
	f.text("via", &b.Via, optional)
	f.day("ended_on", &b.EndedOn, optional)
	f.instant("removed", &b.Removed)
}

// Criterion is what a boss measures the user's work by.
type Criterion struct {
	rapport.Criterion
	Boss rapport.Slug
}

// Type returns "criterion".
func (*Criterion) Type() string { return "criterion" }

func (b *Criterion) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.text("text", &b.Text, needed)
	f.instant("removed", &b.Removed)
}
