package coach

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"rapport"
)

// questionUnasked is R47: a question whose answer lies with the boss waits for
// a week. Nobody knows what others need to know (P76).
func questionUnasked() Rule {
	return Rule{
		ID: "R47", Title: "a question that was not asked", Source: "S4 (P76)",
		Check: func(f *Facts) (v Verdict) {
			b := f.primary()
			if b == nil {
				return v
			}
			f.questions(b, &v)
			for _, other := range f.Bosses {
				if other != b {
					f.questions(other, &v)
				}
			}
			return v
		},
	}
}

func (f *Facts) questions(b *File, v *Verdict) {
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0)}
	var first *Work
	asked := sync.OnceValue(func() []asking { return f.askedOf(b) })
	for _, w := range f.Work {
		if w.Kind != rapport.Question || !f.isAddressed(b, w) {
			continue
		}
		if because := f.isAsked(b, w, asked); because != "" {
			v.silent(b.ID, Object(w.Line), "%s: %s", quote(w.Text), because)
			continue
		}
		if first == nil {
			first = w
		}
		finding.About = append(finding.About, w.Line)
		finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
	}
	if first == nil {
		return
	}
	finding.Why = fmt.Sprintf("%s is a question for %s and waits since %s.", quote(first.Text), b.Name, f.date(first.Day))
	if n := len(finding.About); n > 1 {
		finding.Why = fmt.Sprintf("%s for %s wait, the oldest since %s: %s.", count(n, "question"), b.Name, f.date(first.Day), quote(first.Text))
	}
	finding.Act = Act{Do: AddToTalk, Step: "Put it on the agenda of the next talk", Command: "rapport agenda @" + string(b.Slug), Draft: sentence(first.Text)}
	if m, ok := f.NextTalk(b); !ok || f.Left(rapport.DayOf(m.Begins().Time())) > 5 {
		finding.Act.Do, finding.Act.Step, finding.Act.Command = OpenDraft, "Ask it in a short message", "rapport ask @"+string(b.Slug)
	}
	v.find(finding)
}

// isAddressed reports whether a question goes to a boss: to those it names, to
// the one whose goal it serves, else to the boss one answers to first.
func (f *Facts) isAddressed(b *File, w *Work) bool {
	if len(w.Concerns) > 0 {
		return w.IsFor(b.ID)
	}
	if named := f.bossIn(w.Text); named != 0 {
		return named == b.ID
	}
	for _, g := range w.Serves {
		if g.Boss != 0 && f.Boss(g.Boss) != nil {
			_, ours := w.For(b.ID)
			return ours
		}
	}
	return f.primary() == b
}

// isAsked says why a question need not be asked; empty where it waits.
func (f *Facts) isAsked(b *File, w *Work, asked func() []asking) string {
	wait := f.Limits.Of("R47.wait")
	s := spokenIn(w.Text)
	switch {
	case w.Asked.IsYes() || w.KnownTo(b.ID):
		return "it was asked"
	case w.Closed != "" || w.Outcome != "":
		return "it has its answer"
	case f.Waited(w.Day) < wait:
		return fmt.Sprintf("it is %s old; %d may pass", count(f.Waited(w.Day), "working day"), wait)
	case f.Days(w.Day) > f.Limits.Of("R47.back"):
		return "it is older than " + count(f.Limits.Of("R47.back"), "day")
	case s.has("goal|goals|priority|priorities|objective|objectives|target|targets|expect*", "matters .. most", "what .. want|wants|need|needs .. from") && f.asksForGoals(b):
		return "it is about the goals of " + b.Name + ": R06 asks for those"
	case s.has("can|could|does|do|did|will|would|has|have|is|are the|our|their it|hr|vendor|supplier*|support|colleague*|neighbour*|landlord|client*|customer*|helpdesk|union|contractor*|lab|registry"):
		return "somebody else knows better"
	case w.Asked != rapport.No && !s.dependsOnBoss(b):
		return "nothing says that the answer lies with " + b.Name
	}
	for _, a := range asked() {
		if (a.at >= w.At.At || a.always) && a.topic.Shared(w.Topic) >= 2 {
			return a.says
		}
	}
	return ""
}

// asksForGoals reports whether R06 asks for the goals of a boss.
func (f *Facts) asksForGoals(b *File) bool {
	return len(b.Goals) == 0 || slices.ContainsFunc(goalsUnconfirmed().Check(f).Found, func(x Finding) bool { return x.Boss == b.ID })
}

// asking is a line by which something was asked or decided.
type asking struct {
	at     rapport.Instant
	topic  Topic
	says   string
	always bool
}

// askedOf are the lines by which things were asked of a boss, or decided.
func (f *Facts) askedOf(b *File) (all []asking) {
	since := f.Today.Add(-f.Limits.Of("R47.back"))
	for _, a := range b.Asks {
		if a.Day() >= since {
			all = append(all, asking{at: a.At.At, topic: TopicOf(a.Text), says: "you asked on " + f.date(a.Day())})
		}
	}
	for _, a := range f.Agenda {
		if a.Boss == b.ID && a.State() != rapport.StateWithdrawn && a.Day() >= since {
			all = append(all, asking{at: a.At.At, topic: TopicOf(a.Text), says: "it is on the agenda", always: true})
		}
	}
	for _, m := range b.Messages {
		if m.State == rapport.Sent && m.Day() >= since && strings.Contains(m.Text, "?") {
			all = append(all, asking{at: m.At.At, topic: TopicOf(m.Text), says: "you wrote on " + f.date(m.Day())})
		}
	}
	for _, d := range f.Decisions {
		if d.Boss == b.ID && d.Day() >= since {
			all = append(all, asking{at: d.At.At, topic: TopicOf(d.Text), says: "it was decided on " + f.date(d.Day())})
		}
	}
	return all
}

// dependsOnBoss reports whether a question asks for leave, a decision, money,
// an order of things, or for what the boss wants.
func (s spoken) dependsOnBoss(b *File) bool {
	return s.has(strings.ToLower(string(rapport.FirstWord(b.Name)))+"|boss|she|he|manager|chief",
		"may|can|should|shall|could|are|am i|we", "do|does we|i need|have to|want", "approv*|permission|allowed|budget|sign|decide|decides|decision|priority|first")
}
