package reports

import (
	"context"
	"fmt"

	"rapport"
)

// Step is something worth doing first, with the reason and the command (P18).
// It covers the upward side only: goals, style, rhythm, feedback, career.
type Step struct {
	// About is goals, style, rhythm, feedback, career or work.
	About string
	// Do says what to do in one line; Why says why, from the record.
	Do, Why string
	// Command does it, or writes down its result.
	Command string
}

// stepsShown is how many steps are offered at a time.
const stepsShown = 3

// facts are what the first steps are computed from.
type facts struct {
	today  rapport.Day
	bosses []rapport.Boss
	goals  []rapport.Goal
	recent []rapport.Entry
	// known says of which bosses it is known how they take things in.
	known map[rapport.BossID]bool
	// talks says with which bosses a talk is booked or a rhythm agreed.
	talks map[rapport.BossID]bool
	// feedback says that feedback was asked for or came lately, career that a
	// career goal is on record.
	feedback, career bool
}

// Steps returns the first three things worth doing.
func (s *Service) Steps(ctx context.Context) ([]Step, error) {
	st, err := s.Status(ctx)
	return st.Steps, err
}

func steps(f facts) []Step {
	var all []Step
	add := func(s Step) {
		if len(all) < stepsShown {
			all = append(all, s)
		}
	}
	boss := rapport.Boss{Slug: "boss", Name: "your boss"}
	for _, b := range f.bosses {
		if b.Left.IsZero() {
			boss = b
			break
		}
	}
	if boss.ID == 0 {
		add(Step{"goals", "Say whom you answer to", "no boss is on record yet", `rapport boss add "Full Name"`})
	}
	goals, inferred := 0, rapport.Goal{}
	for _, g := range f.goals {
		if g.Boss != boss.ID || !g.IsCurrent(f.today) {
			continue
		}
		goals++
		if !g.Confirmed && inferred.ID == 0 {
			inferred = g
		}
	}
	switch {
	case boss.ID != 0 && goals == 0:
		add(Step{
			"goals", fmt.Sprintf("Ask %s: what are the three things you most want done this quarter?", boss.Name),
			"none of their goals is on record, so no work can be shown to serve one",
			fmt.Sprintf(`rapport goal add "what they want" @%s --confirmed`, boss.Slug),
		})
	case inferred.ID != 0:
		add(Step{
			"goals", fmt.Sprintf("Play the goals back to %s in one sentence and ask whether they are right", boss.Name),
			fmt.Sprintf("%q is what you think they want; they have not said so", inferred.Title),
			fmt.Sprintf("rapport goal confirm %s", inferred.Slug),
		})
	}
	style := Step{
		"style", fmt.Sprintf("Ask %s how they like to be kept informed: paper first or talk first, headline or detail?", boss.Name),
		"nothing is known yet of how they like to work, so the report has the neutral form",
		fmt.Sprintf(`rapport says "what they said, in their words" @%s`, boss.Slug),
	}
	if !f.known[boss.ID] {
		add(style)
	}
	if !f.feedback && !has(f.recent, rapport.FeedbackReceived) {
		add(Step{
			"feedback", fmt.Sprintf("Ask %s for advice on one finished thing: one aspect, one moment, one change", boss.Name),
			"no feedback was written down in the last four weeks",
			fmt.Sprintf(`rapport feedback ask @%s "what is one thing you would change?" item:"…" aspect:"…"`, boss.Slug),
		})
	}
	rhythm := Step{
		"rhythm", fmt.Sprintf("Agree with %s how often you talk; weekly is a good opening proposal", boss.Name),
		"no rhythm of one-on-ones is on record",
		fmt.Sprintf(`rapport rhythm @%s "every week on thursday 10:00"`, boss.Slug),
	}
	if !f.talks[boss.ID] {
		add(rhythm)
	}
	if f.career {
		return all
	}
	add(Step{
		"career", fmt.Sprintf("Say to %s where you want to go, and ask which skills it takes", boss.Name),
		"no talk about your own development is on record",
		`rapport career add "where you want to go"`,
	})
	return all
}

func has(entries []rapport.Entry, kind rapport.Kind) bool {
	for _, e := range entries {
		if e.Kind == kind {
			return true
		}
	}
	return false
}
