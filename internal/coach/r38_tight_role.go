package coach

import (
	"fmt"
	"strings"

	"rapport"
)

// tightRole is R38: a draft or an offer takes over what is the boss's, in a
// role with fixed tasks or after offers were declined. What is not wanted, or
// not allowed, helps nobody; the own files do (P92).
func tightRole() Rule {
	return Rule{
		ID: "R38", Title: "a task that is the boss's own", Source: "S4 (P81, P92)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.remitOf(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) remitOf(b *File, v *Verdict) {
	var declined, plans []Evidence
	var last rapport.Day
	for _, o := range b.Offers {
		switch {
		case isDeclined(o.Outcome):
			declined = append(declined, evidence(o.Record, "declined: "+quote(o.Task)))
			last = o.Day()
		case o.State() == rapport.StateOpen && f.Days(o.Day()) <= draftFresh:
			plans = append(plans, evidence(o.Record, "offered: "+quote(o.Task)))
		}
	}
	tight := f.In(TightRole, b.ID)
	role := f.tightWords()
	asked := ""
	for _, d := range f.DraftsFor(b.ID) {
		s := spokenIn(d.Text)
		if !s.takesOver() && (!tight || TopicOf(d.Text).Shared(role) < 2 || !s.has("i .. could|can|would|will|might", "let me", "happy|glad to")) {
			continue
		}
		if asked = f.askedFor(b, d.Text); asked == "" {
			plans = append(plans, evidence(d.Record, quote(d.Text)))
		}
	}
	least := f.Limits.Of("R38.declined")
	finding := Finding{Boss: b.ID, Object: at(b)}
	switch {
	case tight && len(plans) > 0, len(declined) >= least && len(plans) > 0:
		finding.Level, finding.Cost = High, CostOf(4, 0)
		finding.Why = fmt.Sprintf("The offer of %s takes over what is %s's own", f.date(plans[len(plans)-1].Day), b.Name)
		if tight {
			finding.Why += ", and your role is tightly defined"
		}
		if len(declined) > 0 {
			finding.Why += fmt.Sprintf("; %s declined before", count(len(declined), "offer"))
		}
		finding.Why += ". The wish to help is good, and has a place inside your own remit."
	case len(declined) >= least && f.Days(last) <= f.Limits.Of("R38.back"):
		finding.Level, finding.Cost = Medium, CostOf(3, 0)
		finding.Why = fmt.Sprintf("%s declined %s, the last on %s: that says where help is not wanted.", b.Name, count(len(declined), "offer"), f.date(last))
	case asked != "":
		v.silent(b.ID, at(b), "%s", asked)
		return
	case !tight && len(declined) == 0:
		v.silent(b.ID, at(b), "the role is not marked as tight and no offer was declined")
		return
	default:
		v.silent(b.ID, at(b), "no draft and no open offer takes over anything; %s declined (%d would be a sign)", count(len(declined), "offer"), least)
		return
	}
	finding.Evidence = append(declined, plans...)
	for _, r := range f.Roles {
		if tight && r.Tight.IsYes() {
			finding.Evidence = append(finding.Evidence, evidence(r.Record, quote(r.Text)))
		}
	}
	finding.About = lines(append(plans, declined...))
	finding.Act = Act{Do: Capture, Step: "Leave it unsent, and bring what you found inside your own tasks by the proper route", Command: "rapport ideas"}
	v.find(finding)
}

// isDeclined reports whether the outcome of an offer is a no.
func isDeclined(outcome string) bool {
	return spokenIn(outcome).has("declin*|refus*|reject*|no|unwanted|den*", "turned down", "not now|needed|wanted|necessary", "please don't|dont", "would rather not|do")
}

// takesOver reports whether a text offers to do what is another person's.
func (s spoken) takesOver() bool {
	return s.has(
		"take|taking over .. your", "take|taking over .. from you", "take .. off|from your|you", "do|draft|write|sign|decide|handle|answer|chair|run|approve|manage|lead your",
		"sign|decide|handle|answer|chair|run|approve|manage|lead .. for you",
		"on your behalf", "in your place|name|stead", "instead of you", "relieve|unburden you", "stand|step in for you",
	) && s.has("i .. could|can|would|will|might|should", "let me", "happy|glad to", "i'll|i'd")
}

// tightWords are the telling words of a tightly defined role.
func (f *Facts) tightWords() Topic {
	var texts []string
	for _, r := range f.Roles {
		if r.Tight.IsYes() {
			texts = append(texts, r.Text)
		}
	}
	return TopicOf(texts...)
}

// askedFor says that the boss asked for what a text offers; empty where not.
func (f *Facts) askedFor(b *File, text string) string {
	topic := TopicOf(text)
	for _, i := range b.Instructions {
		if i.State() == rapport.StateOpen && TopicOf(i.Text).Meets(topic) {
			return b.Name + " asked for it on " + f.date(i.Day()) + " (" + quote(i.Text) + ")"
		}
	}
	for _, d := range f.Decisions {
		if d.Boss == b.ID && d.RecordedInWriting.IsYes() && TopicOf(d.Text).Meets(topic) {
			return "it was decided in writing on " + f.date(d.Day())
		}
	}
	for _, p := range b.Pings {
		if strings.Contains(p.Text, "?") && spokenIn(p.Text).has("can|could|would you .. take|do|draft|write|handle|stand|chair") && TopicOf(p.Text).Meets(topic) {
			return b.Name + " asked for it on " + f.date(p.Day())
		}
	}
	return ""
}
