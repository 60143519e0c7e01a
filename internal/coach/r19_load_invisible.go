package coach

import (
	"fmt"

	"rapport"
)

// loadInvisible is R19: nobody but the user sees all that was promised to
// several bosses (B12).
func loadInvisible() Rule {
	return Rule{
		ID: "R19", Title: "nobody sees the whole load", Source: "B12 (Gallo)",
		Check: func(f *Facts) (v Verdict) {
			f.loadUnseen(&v)
			return v
		},
	}
}

func (f *Facts) loadUnseen(v *Verdict) {
	if len(f.Bosses) < 2 {
		v.silent(0, "load", "there is one boss")
		return
	}
	finding := Finding{Level: Medium, Object: "load", Cost: CostOf(4, 3)}
	share := map[rapport.BossID]int{}
	all := 0
	add := func(boss rapport.BossID, r rapport.Record, text string, counts bool) {
		if f.Boss(boss) == nil {
			return
		}
		share[boss]++
		all++
		if counts {
			finding.About = append(finding.About, r.Line)
			finding.Evidence = append(finding.Evidence, evidence(r, quote(text)))
		}
	}
	for _, p := range f.Promises {
		if p.IsMine() && p.State == rapport.StateOpen {
			add(p.Boss(), p.Record, p.Text, true)
		}
	}
	for _, i := range f.Instructions {
		if i.State() == rapport.StateOpen && f.Days(i.Day()) <= 60 {
			add(i.Boss, i.Record, i.Text, true)
		}
	}
	for _, w := range f.Work {
		if len(w.Serves) > 0 && w.Age <= 28 {
			add(w.Serves[0].Boss, w.Record, w.Text, false)
		}
	}
	bosses := 0
	for _, n := range share {
		if 100*n >= f.Limits.Of("R19.share")*all {
			bosses++
		}
	}
	if bosses < 2 || len(finding.About) < 2 {
		v.silent(0, "load", "fewer than two bosses have a real part of what is promised")
		return
	}
	for _, r := range f.Roles {
		if hasWord(r.Text, "confidential", "client") {
			v.silent(0, "load", "clients are kept apart in this role")
			return
		}
	}
	if day, seen := f.wholeListSeen(); seen {
		v.silent(0, "load", "the whole list was shared on %s", f.date(day))
		return
	}
	if f.In(Overload, 0) {
		finding.Level = High
	}
	finding.Why = fmt.Sprintf("You owe %s to %s, and in %s none of them saw the whole list.", count(len(finding.About), "thing"), count(bosses, "boss"), count(f.Limits.Of("R19.days"), "day"))
	finding.Act = Act{
		Do: OpenDraft, Step: "Share one list of what you promised, with dates and hours", Command: "rapport load",
		Draft: "So that you see what I am working on for all of you: here is the list with its dates.",
	}
	v.find(finding)
}

// wholeListSeen finds a message or report that shows one boss what is owed to
// all.
func (f *Facts) wholeListSeen() (rapport.Day, bool) {
	days := f.Limits.Of("R19.days")
	for _, b := range f.Bosses {
		for _, m := range b.Messages {
			if m.State == rapport.Sent && f.Days(m.Day()) <= days && f.showsLoad(m.Text, b) {
				return m.Day(), true
			}
		}
		for _, r := range b.Reports {
			if day := rapport.DayOf(r.At.Time()); f.Days(day) <= days && f.showsLoad(r.Text, b) {
				return day, true
			}
		}
	}
	return "", false
}

// showsLoad reports whether a text lists what is owed to others too.
func (f *Facts) showsLoad(text string, to *File) bool {
	if hasWord(text, "commitments", "workload", "capacity") || hasWord(text, "list.", "overview") && hasWord(text, "all.", "whole", "everything", "both.") {
		return true
	}
	for _, b := range f.Bosses {
		if b.ID == to.ID {
			continue
		}
		n := 0
		for _, p := range b.Mine {
			if TopicOf(text).Shared(TopicOf(p.Text)) >= 2 {
				n++
			}
		}
		if n >= 2 {
			return true
		}
	}
	return false
}
