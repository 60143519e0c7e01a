package coach

import (
	"fmt"

	"rapport"
)

// drift is R07: less than half of the last weeks' work serves a goal of any
// boss (P60). It is a question, not a reproach.
func drift() Rule {
	return Rule{
		ID: "R07", Title: "work that serves no goal", Source: "S3, S2 (P60)",
		Check: func(f *Facts) (v Verdict) {
			f.drifting(&v)
			return v
		},
	}
}

func (f *Facts) drifting(v *Verdict) {
	goals := 0
	for _, b := range f.Bosses {
		goals += len(b.Goals)
		if b.Age < 30 && f.isNew(b) {
			v.silent(b.ID, at(b), "%s is new: goals are still being found out", b.Name)
			return
		}
	}
	if goals == 0 {
		v.silent(0, "work", "no goal of a boss is on record: R06 asks for them")
		return
	}
	for _, r := range f.Roles {
		if TopicOf(r.Text).Meets(TopicOf("run the shop operations")) && r.Tight.IsYes() {
			v.silent(0, "work", "the role is to keep things running")
			return
		}
	}
	weeks := f.Limits.Of("R07.days")
	var all, loose []*Work
	for _, w := range f.Work {
		if isWork(w.Kind) && w.Age <= weeks {
			all = append(all, w)
			if len(w.Serves) == 0 {
				loose = append(loose, w)
			}
		}
	}
	if len(all) < f.Limits.Of("R07.least") {
		v.silent(0, "work", "%s of work in %s are too few to judge", count(len(all), "entry"), count(weeks, "day"))
		return
	}
	share := 100 * (len(all) - len(loose)) / len(all)
	if share >= f.Limits.Of("R07.share") {
		v.silent(0, "work", "%d percent of the last %s serve a goal", share, count(weeks, "day"))
		return
	}
	finding := Finding{Level: Medium, Object: "work", Cost: CostOf(3, 5)}
	if b := f.primary(); b != nil {
		finding.Boss = b.ID
	}
	for _, w := range loose[max(0, len(loose)-8):] {
		finding.About = append(finding.About, w.Line)
		finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
	}
	finding.Why = fmt.Sprintf("Of %s in the last %s, %d serve a goal on record. That may be intended; then it is worth saying so.", count(len(all), "entry"), count(weeks, "day"), len(all)-len(loose))
	finding.Act = Act{
		Do: AddToTalk, Step: "Link what does serve a goal, and ask which of the rest to drop", Command: "rapport goal review",
		Draft: "Much of my time went into things outside your goals. Which of them shall I go on with, and which can wait?",
	}
	v.find(finding)
}

// isWork reports whether a kind of entry is work done, and no thought about it.
func isWork(k rapport.Kind) bool {
	return k == rapport.Progress || k == rapport.Accomplishment || k == rapport.Challenge
}
