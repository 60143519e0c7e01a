package coach

import (
	"fmt"
	"strings"

	"rapport"
	"rapport/internal/profile"
)

// fiveConversations is R05: with a new boss five conversations have their time
// (B11, Watkins).
func fiveConversations() Rule {
	return Rule{
		ID: "R05", Title: "a conversation with the new boss is missing", Source: "B11 (Watkins)", Early: true,
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.conversationsWith(b, &v)
			}
			return v
		},
	}
}

// conversation is one of the five, with the limit that says by when.
type conversation struct{ name, limit, about string }

func conversations() []conversation {
	return []conversation{
		{"situation", "R05.situation", "how they see the situation"},
		{"expectations", "R05.expectations", "what they expect, and by when"},
		{"resources", "R05.resources", "what you need to deliver it"},
		{"style", "R05.style", "how they want to work and hear news"},
		{"development", "R05.development", "where you want to grow"},
	}
}

func (f *Facts) conversationsWith(b *File, v *Verdict) {
	switch {
	case !f.isNew(b):
		v.silent(b.ID, at(b), "%s is no new boss", b.Name)
		return
	case b.Age > f.Limits.Of("R05.until"):
		v.silent(b.ID, at(b), "day %d: after day %d R06 asks instead", b.Age, f.Limits.Of("R05.until"))
		return
	case isInterim(b.Role) && b.Age < 60:
		v.silent(b.ID, at(b), "an interim boss in the first 60 days")
		return
	}
	var missing []conversation
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), About: []rapport.LineID{b.Line}}
	finding.Evidence = []Evidence{{b.Line, b.From, b.Name + " on record"}}
	for _, c := range conversations() {
		if line, day, had := f.hadConversation(b, c.name); had {
			finding.Evidence = append(finding.Evidence, Evidence{line, day, "the talk about " + c.name})
			continue
		}
		if b.Age >= f.Limits.Of(c.limit) {
			missing = append(missing, c)
		}
	}
	if len(missing) == 0 {
		v.silent(b.ID, at(b), "day %d: no conversation is due that was not held", b.Age)
		return
	}
	if f.nothingNew(b) {
		finding.Level = High
	}
	if missing[0].name == "situation" || missing[0].name == "expectations" {
		finding.Level = High
	}
	finding.Cost = CostOf(4, 0)
	names := make([]string, len(missing))
	for i, c := range missing {
		names[i] = c.name
	}
	finding.Why = fmt.Sprintf("Day %d with %s: of the five talks that help with a new boss, %s on record yet.", b.Age, b.Name, notYet(names))
	finding.Act = Act{
		Do: SetDate, Step: "Book the next one, with three or four questions about " + missing[0].about, Command: "rapport book @" + string(b.Slug),
		Draft: "Could we take half an hour this week? I would like to understand " + missing[0].about + ".",
	}
	v.find(finding)
}

// notYet says that talks are missing.
func notYet(names []string) string {
	if len(names) == 1 {
		return "the one about " + names[0] + " is not"
	}
	return "those about " + and(names) + " are not"
}

// isNew reports whether the boss came while the record was kept, or is known to
// have begun not long ago.
func (f *Facts) isNew(b *File) bool {
	first := rapport.DayOf(f.First.Time())
	return b.Age <= f.Limits.Of("R05.until") && (b.Since != "" || b.From.Sub(first) > 14)
}

// nothingNew reports whether no talk of any kind was held with the boss.
func (f *Facts) nothingNew(b *File) bool { return len(b.Held()) == 0 }

func isInterim(role string) bool {
	t := TopicOf(role)
	return t.Shared(TopicOf("interim acting deputising caretaker temporary")) > 0
}

// hadConversation reports whether one of the five was held: a talk was marked
// so, or the record holds what only such a talk brings.
func (f *Facts) hadConversation(b *File, name string) (rapport.LineID, rapport.Day, bool) {
	for _, m := range b.Held() {
		if strings.EqualFold(m.Conversation, name) || strings.EqualFold(m.Conversation, strings.TrimSuffix(name, "s")) {
			return m.Line, rapport.DayOf(m.Begins().Time()), true
		}
	}
	switch name {
	case "expectations":
		for _, g := range b.Goals {
			if g.Confirmed || g.ConfirmedOn != "" {
				return g.Line, rapport.DayOf(g.At.Time()), true
			}
		}
	case "style":
		said := map[profile.Dimension]bool{}
		for _, w := range b.Wants {
			if !w.Assumed && !f.isInherited(b, w) {
				said[w.Dim] = true
			}
			if len(said) >= 2 {
				return w.Line, w.Day, true
			}
		}
	case "resources":
		for _, a := range b.Asks {
			if a.Currency == rapport.Resources {
				return a.Line, a.Day(), true
			}
		}
	case "development":
		for _, c := range f.Careers {
			for _, boss := range c.SharedWith {
				if boss == b.ID {
					return c.Line, c.Day(), true
				}
			}
		}
	}
	return "", "", false
}

// isInherited reports whether a value came with a copy from another boss on the
// same day.
func (f *Facts) isInherited(b *File, w Want) bool {
	for _, c := range f.Copies {
		if c.To == b.ID && c.Day() == w.Day {
			return true
		}
	}
	return false
}
