package coach

import (
	"cmp"
	"fmt"
	"slices"

	"rapport"
	"rapport/internal/profile"
	"rapport/internal/prose"
)

// stance is R41: problems brought without an own recommendation, or repeated
// disagreement in front of others. Both are habits towards authority that one
// can look at in private, with one experiment (B1).
func stance() Rule {
	return Rule{
		ID: "R41", Title: "a habit towards authority to look at", Source: "B1 (Gabarro and Kotter), B8 (Isaakyan 2021)", Private: true,
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.dependenceOn(b, &v)
				f.counterTo(b, &v)
			}
			return v
		},
	}
}

// brought is a problem that the boss got from the user.
type brought struct {
	rapport.Record
	text string
	own  bool
}

func (f *Facts) dependenceOn(b *File, v *Verdict) {
	object := at(b) + " problems"
	since := f.Today.Add(-f.Limits.Of("R41.back"))
	var all []brought
	for _, w := range f.Work {
		if w.Day >= since && w.Kind == rapport.Challenge && w.KnownTo(b.ID) {
			all = append(all, brought{w.Record, w.Text, w.Outcome != "" || w.Closed != "" || recommends(w.Text)})
		}
	}
	for _, a := range b.Asks {
		if a.Day() >= since && (a.Currency == rapport.ADecision || a.Currency == rapport.Advice || spokenIn(a.Text).has("what|how|who|which|when should|shall|do i|we")) {
			all = append(all, brought{a.Record, a.Text, a.Default != "" || len(a.Options) > 0 || a.Purpose != "" || recommends(a.Text)})
		}
	}
	for _, m := range b.Messages[max(0, len(b.Messages)-mostDrafts):] {
		if m.State == rapport.Sent && m.Day() >= since && len(m.Text) < 4000 {
			for _, found := range prose.Check(m.Text, prose.Options{Channel: prose.Message}) {
				if found.Label == prose.ProblemOnly {
					all = append(all, brought{m.Record, m.Text, recommends(m.Text)})
					break
				}
			}
		}
	}
	slices.SortStableFunc(all, func(x, y brought) int { return cmp.Compare(x.At.At, y.At.At) })
	least := f.Limits.Of("R41.problems")
	last := all[max(0, len(all)-least):]
	without := 0
	for _, p := range last {
		if !p.own {
			without++
		}
	}
	if len(last) < least || without < len(last) {
		v.silent(b.ID, object, "%d of the last %s came without a recommendation of your own; %d of %d would be a habit", without, count(len(last), "problem"), least, least)
		return
	}
	finding := Finding{Level: Low, Boss: b.ID, Object: object, Cost: CostOf(2, 0)}
	for _, p := range last {
		finding.About = append(finding.About, p.Line)
		finding.Evidence = append(finding.Evidence, evidence(p.Record, quote(p.text)))
	}
	finding.Why = fmt.Sprintf("The last %s went to %s without saying what you would do. You see these matters from closer than anybody.", count(len(last), "problem"), b.Name)
	finding.Act = Act{Do: Look, Step: "Try it once: add “I would …” to the next one, and see what happens", Command: "rapport reflect stance"}
	v.find(finding)
}

// recommends reports whether a text says what the writer would do.
func recommends(text string) bool {
	return spokenIn(text).has(
		"recommend*|suggest*|propos*|prefer*|option*|alternative*|instead|unless|plan*|fix*|solved|workaround", "i'd|i'll", "i|we would|will|could|can", "next step", "my idea|view|advice", "so i|we",
	)
}

func (f *Facts) counterTo(b *File, v *Verdict) {
	object := at(b) + " in public"
	days := f.Limits.Of("R41.public-days")
	var against []Evidence
	for _, e := range f.Public {
		if e.Boss == b.ID && f.Days(e.Day()) <= days && spokenIn(e.Text).isOwnDissent() {
			against = append(against, evidence(e.Record, quote(e.Text)))
		}
	}
	least := f.Limits.Of("R41.public")
	if len(against) < least {
		v.silent(b.ID, object, "%s in front of others in %d; %d would be a habit", count(len(against), "disagreement"), days, least)
		return
	}
	for _, l := range b.likings() {
		if l.Value == profile.Debater {
			v.silent(b.ID, object, "%s decides by argument and welcomes it", b.Name)
			return
		}
	}
	v.find(Finding{
		Level: Medium, Boss: b.ID, Object: object, Cost: CostOf(3, 0), About: lines(against), Evidence: against,
		Why: fmt.Sprintf("You disagreed with %s in front of others %s in %d days. Being right is one matter; the same point is taken up more often when it is made one to one, before.",
			b.Name, times(len(against)), days),
		Act: Act{Do: Look, Step: "Try it once: make the next point one to one before the meeting", Command: "rapport reflect stance"},
	})
}

// isOwnDissent reports whether an event in public was the user's disagreement.
func (s spoken) isOwnDissent() bool {
	if s.has("shouted|snapped|yelled|told at|me", "she|he|they|boss contradict*|correct*|interrupt*|object*") {
		return false
	}
	return s.has("contradict*|disagree*|object*|oppos*|challeng*|argued|arguing|dispute*|rebut*|refut*", "correct*|overruled|questioned .. her|him|boss|figure*|number*|decision|plan", "push* back", "spoke|voted|talked|argued|stood .. against",
		"said|saying .. wrong|nonsense|no", "said|saying .. her|his|their|boss's .. wrong|late|nonsense|impossible|mistaken|unrealistic", "told .. wrong|mistaken|nonsense", "called .. wrong|nonsense|unrealistic|mistake")
}
