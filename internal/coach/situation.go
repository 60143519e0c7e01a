package coach

import (
	"slices"

	"rapport"
)

// Situation is a circumstance that changes what a sensible coach says (P92).
// It is derived from the record or switched by hand. It is about the
// circumstances, never a label on a person.
type Situation string

// The situations.
const (
	NewBoss         Situation = "new-boss"
	Remote          Situation = "remote"
	SeveralBosses   Situation = "several-bosses"
	Insecure        Situation = "insecure-boss"
	TightRole       Situation = "tight-role"
	NewManager      Situation = "new-manager"
	Overload        Situation = "overload"
	ThreatSensitive Situation = "threat-sensitive"
)

// Situations lists all, in the order of the practice.
var Situations = [...]Situation{NewBoss, Remote, SeveralBosses, Insecure, TightRole, NewManager, Overload, ThreatSensitive}

// Meaning says what the situation is, in a line.
func (s Situation) Meaning() string {
	switch s {
	case NewBoss:
		return "the relation is younger than 90 days: nothing older than it counts as known"
	case Remote:
		return "the boss sits elsewhere: written notes carry what a corridor would"
	case SeveralBosses:
		return "more than one person is answered to: nobody sees the whole list by themselves"
	case Insecure:
		return "the boss needs to hear things first and in private, with options rather than verdicts"
	case TightRole:
		return "tasks are fixed by law or rules: no offers of help, ideas by the proper route"
	case NewManager:
		return "the user leads people since not long ago: information, resources and expectations change"
	case Overload:
		return "there is more work than hours: nothing that adds work is proposed"
	case ThreatSensitive:
		return "what could sound like leaving or judging is held back"
	}
	return ""
}

// ParseSituation returns the situation that text names. The error names them
// all.
func ParseSituation(text string) (Situation, error) {
	known := make([]string, len(Situations))
	for i, s := range Situations {
		if string(s) == text {
			return s, nil
		}
		known[i] = string(s)
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is not a situation", text).WithHint("the situations are %s", and(known))
}

// Switch is a situation that the user switched by hand.
type Switch struct {
	Situation Situation
	// Boss is whom it concerns; zero means all.
	Boss rapport.BossID
	On   bool
}

// Standing is a situation that holds, with the reason.
type Standing struct {
	Situation Situation
	Boss      rapport.BossID
	// ByHand says that the user switched it.
	ByHand bool
	Reason string
}

// In reports whether a situation holds for a boss; zero asks about any.
func (f *Facts) In(s Situation, boss rapport.BossID) bool {
	return slices.ContainsFunc(f.Standing, func(st Standing) bool {
		return st.Situation == s && (st.Boss == 0 || boss == 0 || st.Boss == boss)
	})
}
