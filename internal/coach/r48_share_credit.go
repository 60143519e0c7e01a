package coach

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// shareCredit is R48: a draft tells of a result and leaves out the people who
// share it (P44).
func shareCredit() Rule {
	return Rule{
		ID: "R48", Title: "a draft without the people who helped", Source: "S1 (P44)",
		Check: func(f *Facts) (v Verdict) {
			shared := f.sharedResults()
			for _, d := range f.Drafts {
				if b := f.Boss(d.Boss); b != nil {
					f.creditIn(b, d, shared, &v)
				}
			}
			return v
		},
	}
}

// sharedResults are the results of late that people helped with.
func (f *Facts) sharedResults() (all []*Work) {
	for _, w := range f.Work {
		if w.Kind == rapport.Accomplishment && len(w.Helpers) > 0 && f.Days(w.Day) <= f.Limits.Of("R48.back") {
			all = append(all, w)
		}
	}
	return all
}

func (f *Facts) creditIn(b *File, d *Draft, shared []*Work, v *Verdict) {
	topic, words := TopicOf(d.Text), spokenIn(d.Text)
	finding := Finding{Level: Medium, Boss: b.ID, Object: Object(d.Line), About: []rapport.LineID{d.Line}, Cost: CostOf(2, 0)}
	finding.Evidence = append(finding.Evidence, evidence(d.Record, quote(d.Text)))
	var names []string
	told := false
	for _, w := range shared {
		if !slices.Contains(d.Entries, w.ID) && (w.At.At > d.At.At || w.Topic.Shared(topic) < min(3, max(2, len(w.Topic)/2))) {
			continue
		}
		told = true
		var missing []string
		for _, name := range w.Helpers {
			if first, _, _ := strings.Cut(strings.ToLower(name), " "); !slices.Contains(words, first) && !slices.Contains(words, lastName(name)) && !slices.Contains(names, name) && !f.wantsNoName(first) {
				missing = append(missing, name)
			}
		}
		if len(missing) > 0 {
			names = append(names, missing...)
			finding.About = append(finding.About, w.Line)
			finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)+" with "+strings.Join(w.Helpers, ", ")))
		}
	}
	switch {
	case !told:
		v.silent(b.ID, Object(d.Line), "the %s tells of no result that somebody helped with", d.What)
		return
	case len(names) == 0:
		v.silent(b.ID, Object(d.Line), "the %s names them", d.What)
		return
	}
	slices.Sort(names)
	names = slices.Compact(names)
	finding.Why = fmt.Sprintf("Your %s to %s tells of a result that %s helped with, and does not name them.", d.What, b.Name, strings.Join(names, ", "))
	finding.Act = Act{Do: OpenDraft, Step: "Add what each of them did, in half a sentence", Command: "rapport check -"}
	v.find(finding)
}

func lastName(name string) string {
	fields := strings.Fields(strings.ToLower(name))
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}

// wantsNoName reports whether a fresh entry says that somebody does not want to
// be named.
func (f *Facts) wantsNoName(first string) bool {
	for _, w := range f.Since(f.Today.Add(-60)) {
		if names(w.Text, first) && spokenIn(w.Text).has("not|doesn't|don't|rather .. named|mentioned|credited", "without .. name", "anonym*") {
			return true
		}
	}
	return false
}
