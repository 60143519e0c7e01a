package journal

import (
	"strconv"
	"strings"

	"rapport"
)

// Observation is what the user saw or heard a boss do.
type Observation struct {
	rapport.Observation
	Boss rapport.Slug
}

// Type returns "observation".
func (*Observation) Type() string { return "observation" }

func (b *Observation) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.private("text", &b.Text, needed)
	f.text("dim", &b.Dim, optional)
	word(f, "aspect", &b.Aspect, optional, rapport.OfBias, rapport.OfBlindSpot, rapport.OfStrength, rapport.OfMotive)
	f.text("value", &b.Value, optional)
	f.instant("removed", &b.Removed)
}

// BossPressure is what weighs on a boss.
type BossPressure struct {
	rapport.BossPressure
	Boss rapport.Slug
}

// Type returns "boss_pressure".
func (*BossPressure) Type() string { return "boss_pressure" }

func (b *BossPressure) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.private("text", &b.Text, needed)
	f.day("until", &b.Until, optional)
	f.day("from", &b.From, optional)
	f.instant("removed", &b.Removed)
}

// HumanFact is something personal that a boss volunteered.
type HumanFact struct {
	rapport.HumanFact
	Boss rapport.Slug
}

// Type returns "human_fact".
func (*HumanFact) Type() string { return "human_fact" }

func (b *HumanFact) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.private("text", &b.Text, needed)
	f.day("said_on", &b.SaidOn, needed)
	f.day("on", &b.On, optional)
	f.instant("removed", &b.Removed)
}

// Reaction is how a boss took something.
type Reaction struct {
	rapport.Reaction
	Boss rapport.Slug
}

// Type returns "reaction".
func (*Reaction) Type() string { return "reaction" }

func (b *Reaction) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.private("to", &b.To, needed)
	word(f, "sign", &b.Sign, needed, rapport.TakenWell, rapport.TakenBadly)
	f.instant("removed", &b.Removed)
}

// Hardship says why the relation to a boss is hard.
type Hardship struct {
	rapport.Hardship
	Boss rapport.Slug
}

// Type returns "hardship".
func (*Hardship) Type() string { return "hardship" }

func (b *Hardship) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	word(f, "cause", &b.Cause, needed, rapport.Clash, rapport.NoSupport, rapport.TooBusy, rapport.Elsewhere)
	f.private("text", &b.Text, optional)
	f.day("ended_on", &b.EndedOn, optional)
	f.instant("removed", &b.Removed)
}

// CareerGoal is where the user wants to go.
type CareerGoal struct {
	rapport.CareerGoal
	SharedWith []rapport.Slug
}

// Type returns "career_goal".
func (*CareerGoal) Type() string { return "career_goal" }

func (b *CareerGoal) fields(f *fields) {
	f.private("text", &b.Text, needed)
	if f.direction == writing && b.SharedSaid && b.SharedWith == nil {
		b.SharedWith = []rapport.Slug{}
	}
	f.slugs("shared_with", &b.SharedWith)
	if f.direction == reading {
		b.SharedSaid = b.SharedWith != nil
	}
	f.day("shared_on", &b.SharedOn, optional)
	free(f, "state", &b.State, optional)
	f.day("due", &b.Due, optional)
	f.day("not_now", &b.NotNow, optional)
	f.day("closed_on", &b.ClosedOn, optional)
	f.instant("removed", &b.Removed)
}

// Rate is an answer in the private check of a relation.
type Rate struct{ rapport.Rating }

// Type returns "rate".
func (*Rate) Type() string { return "rate" }

func (b *Rate) fields(f *fields) {
	f.private("item", &b.Item, needed)
	f.amount("value", &b.Value, needed)
	f.amount("was", &b.Was, optional)
	f.instant("removed", &b.Removed)
}

// Hours are the hours that the user worked in a week.
type Hours struct{ rapport.WeekHours }

// Type returns "hours".
func (*Hours) Type() string { return "hours" }

func (b *Hours) fields(f *fields) {
	field(f, "week", &b.Week, needed, true, readISOWeek, appendString)
	f.amount("hours", &b.Hours, needed)
	f.instant("removed", &b.Removed)
}

// Reflection is a private thought on a question of the practice.
type Reflection struct {
	rapport.Reflection
	Boss rapport.Slug
}

// Type returns "reflection".
func (*Reflection) Type() string { return "reflection" }

func (b *Reflection) fields(f *fields) {
	f.text("topic", &b.Topic, needed)
	f.private("text", &b.Text, needed)
	f.slug("boss", &b.Boss, optional)
	f.instant("removed", &b.Removed)
}

// Disclosure plans to show a weakness.
type Disclosure struct {
	rapport.Disclosure
	Boss rapport.Slug
}

// Type returns "disclosure".
func (*Disclosure) Type() string { return "disclosure" }

func (b *Disclosure) fields(f *fields) {
	f.slug("boss", &b.Boss, needed)
	f.private("item", &b.Item, needed)
	f.private("risk", &b.Risk, optional)
	f.private("doing", &b.Doing, optional)
	f.private("help", &b.Help, optional)
	word(f, "setting", &b.Setting, optional, rapport.ForDevelopment, rapport.ForEvaluation)
	f.day("said_on", &b.SaidOn, optional)
	word(f, "taken", &b.Taken, optional, rapport.TakenWell, rapport.TakenBadly)
	f.instant("removed", &b.Removed)
}

// NudgeMark is what became of a nudge.
type NudgeMark struct {
	rapport.NudgeMark
	Boss rapport.Slug
}

// Type returns "nudge".
func (*NudgeMark) Type() string { return "nudge" }

func (b *NudgeMark) fields(f *fields) {
	f.text("rule", &b.Rule, needed)
	word(f, "what", &b.What, needed, rapport.NudgeShown, rapport.NudgeDone, rapport.NudgeSnoozed, rapport.NudgeDismissed, rapport.NudgeMuted, rapport.NudgeUnmuted)
	f.slug("boss", &b.Boss, optional)
	f.text("object", &b.Object, optional)
	f.day("until", &b.Until, optional)
	f.private("because", &b.Because, optional)
	f.instant("removed", &b.Removed)
}

// readISOWeek refuses what is no week of the calendar: a year has 53 of them
// or only 52.
func readISOWeek(raw value) (string, *rapport.Error) {
	text, err := readLine(raw)
	if err != nil {
		return "", err
	}
	year, number, ok := strings.Cut(text, "-W")
	y, yearErr := strconv.Atoi(year)
	w, weekErr := strconv.Atoi(number)
	if ok && len(year) == 4 && len(number) == 2 && yearErr == nil && weekErr == nil {
		// 4 January lies in the first week of its year.
		if w >= 1 && rapport.NewDay(y, 1, 4).Add(7*(w-1)).ISOWeek() == text {
			return text, nil
		}
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is not a week", shorten(text)).WithHint("write it as 2026-W45")
}
