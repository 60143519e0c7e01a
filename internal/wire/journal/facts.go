package journal

import (
	"math"
	"strconv"

	"rapport"
)

// The bodies of facts hold the noun itself, and beside it what lines name by a
// word or by the id of another line where the noun has an id of the store.

// factTypes lists the types of facts with how their bodies begin.
func factTypes() []factType {
	return []factType{
		{"copy_prefs", func() Body { return &CopyPrefs{} }},
		{"boss_pref", func() Body { return &BossPref{} }},
		{"observation", func() Body { return &Observation{} }},
		{"boss_pressure", func() Body { return &BossPressure{} }},
		{"role", func() Body { return &Role{} }},
		{"message_draft", func() Body { return newMessage(rapport.Draft) }},
		{"message_sent", func() Body { return newMessage(rapport.Sent) }},
		{"meeting", func() Body { return &Meeting{} }},
		{"ask", func() Body { return &Ask{} }},
		{"commitment", func() Body { return &Commitment{} }},
		{"commitment_done", func() Body { return newCommitmentEvent(rapport.PromiseDone) }},
		{"commitment_missed", func() Body { return newCommitmentEvent(rapport.PromiseMissed) }},
		{"commitment_moved", func() Body { return newCommitmentEvent(rapport.PromiseMoved) }},
		{"commitment_withdrawn", func() Body { return newCommitmentEvent(rapport.PromiseWithdrawn) }},
		{"commitment_reopened", func() Body { return newCommitmentEvent(rapport.PromiseReopened) }},
		{"decision", func() Body { return &Decision{} }},
		{"instruction", func() Body { return &Instruction{} }},
		{"feedback_ask", func() Body { return &FeedbackAsk{} }},
		{"feedback", func() Body { return &Feedback{} }},
		{"boss_ping", func() Body { return &BossPing{} }},
		{"surprise", func() Body { return &Surprise{} }},
		{"heard", func() Body { return &Heard{} }},
		{"event_public", func() Body { return &EventPublic{} }},
		{"offer_help", func() Body { return &OfferHelp{} }},
		{"career_goal", func() Body { return &CareerGoal{} }},
		{"stakeholder", func() Body { return &Stakeholder{} }},
		{"rate", func() Body { return &Rate{} }},
		{"rhythm", func() Body { return &Rhythm{} }},
		{"criterion", func() Body { return &Criterion{} }},
		{"human_fact", func() Body { return &HumanFact{} }},
		{"reaction", func() Body { return &Reaction{} }},
		{"hours", func() Body { return &Hours{} }},
		// Added by Rapport.
		{"advice_sheet", func() Body { return &AdviceSheet{} }},
		{"agenda_item", func() Body { return &AgendaItem{} }},
		{"skill", func() Body { return &Skill{} }},
		{"contact", func() Body { return &Contact{} }},
		{"pitch", func() Body { return &Pitch{} }},
		{"help", func() Body { return &Help{} }},
		{"team_date", func() Body { return &TeamDate{} }},
		{"hardship", func() Body { return &Hardship{} }},
		{"reorganisation", func() Body { return &Reorganisation{} }},
		{"agreement", func() Body { return &Agreement{} }},
		{"mapping", func() Body { return &Mapping{} }},
		{"reply", func() Body { return &Reply{} }},
		{"reflection", func() Body { return &Reflection{} }},
		{"disclosure", func() Body { return &Disclosure{} }},
		{"nudge", func() Body { return &NudgeMark{} }},
	}
}

// factType is a type of the journal for a fact.
type factType struct {
	name  string
	begin func() Body
}

// amount is a number that may not have been said.
func (f *fields) amount(key string, v *rapport.Amount, n need) {
	field(f, key, v, n, v.Said, readAmount, func(out []byte, a rapport.Amount) []byte {
		return strconv.AppendFloat(out, a.Value, 'f', -1, 64)
	})
}

func readAmount(raw value) (a rapport.Amount, _ *rapport.Error) {
	if raw.kind != '0' {
		return a, wrongKind(raw, "a number")
	}
	v, err := strconv.ParseFloat(string(raw.raw), 64)
	if err != nil || math.Abs(v) > 1e15 {
		return a, rapport.Errorf(rapport.Invalid, "%s is too large a number", shorten(string(raw.raw)))
	}
	if v == 0 {
		v = 0 // a negative zero is zero
	}
	return rapport.AmountOf(v), nil
}

// free is a text of a type of its own whose words the format does not fix.
func free[T ~string](f *fields, key string, v *T, n need) {
	field(f, key, v, n, *v != "", func(raw value) (T, *rapport.Error) {
		text, err := readLine(raw)
		return T(text), err
	}, appendText[T])
}

// days is a list of civil days.
func (f *fields) days(key string, v *[]rapport.Day) {
	field(f, key, v, optional, len(*v) > 0, listOf(readDay), appendList(appendText[rapport.Day]))
}

// lines is a text that keeps its line breaks.
func (f *fields) lines(key string, v *string, n need) {
	field(f, key, v, n, *v != "", readLines, appendString)
}

// stampOr is an instant that is written only where it is not the line's own.
func (f *fields) stampOr(key string, v *rapport.Stamp) {
	field(f, key, v, optional, !v.IsZero() && *v != f.t, readStamp, appendStamp)
	if f.direction == reading && *v == f.t {
		*v = rapport.Stamp{}
	}
}

// benefit is who gains by something.
func (f *fields) benefit(v *rapport.Benefit) {
	f.text("benefit_me", &v.Me, optional)
	f.text("benefit_boss", &v.Boss, optional)
	f.text("benefit_organisation", &v.Organisation, optional)
}
