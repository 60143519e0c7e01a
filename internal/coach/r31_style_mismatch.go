package coach

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/profile"
)

// styleMismatch is R31: what was seen and said of how a boss likes things
// contradicts the form of the last outputs (P35).
func styleMismatch() Rule {
	return Rule{
		ID: "R31", Title: "the form does not fit what the boss showed", Source: "S1 (P34, P35), B1 (Gabarro and Kotter)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.mismatched(b, &v)
			}
			return v
		},
	}
}

// output is something that the boss got, with its form.
type output struct {
	rapport.Record
	text     string
	written  rapport.Truth
	long     rapport.Truth
	unopened bool
}

func (f *Facts) mismatched(b *File, v *Verdict) {
	last := f.lastOutputs(b)
	most := f.Limits.Of("R31.outputs")
	if len(last) < most {
		v.silent(b.ID, at(b), "%s left for %s; a form shows in %d", count(len(last), "text"), b.Name, most)
		return
	}
	least, best := f.Limits.Of("R31.contrary"), 0
	for _, form := range append(forms(last), f.copiedForm(b)...) {
		var contrary []Evidence
		weight := 0
		for _, l := range b.likings() {
			if !slices.Contains(form.against, l.Value) || f.Days(l.Day) > f.Limits.Of("R31.back") && !l.Stated {
				continue
			}
			contrary = append(contrary, l.Evidence)
			weight++
			if l.Stated && l.Day <= rapport.DayOf(last[len(last)-1].At.Time()) {
				weight = max(weight, least) // their own word is no single observation
			}
		}
		seen := len(contrary)
		for _, o := range last {
			if o.unopened {
				contrary = append(contrary, evidence(o.Record, "not opened"))
				weight++
			}
		}
		if best = max(best, weight); seen == 0 || weight < least {
			continue
		}
		finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0), Evidence: contrary}
		slices.SortStableFunc(contrary, func(x, y Evidence) int { return cmp.Compare(x.Day, y.Day) })
		finding.About = slices.Compact(lines(contrary))
		for _, o := range last {
			finding.Evidence = append(finding.Evidence, evidence(o.Record, form.name))
		}
		finding.Why = fmt.Sprintf("The last %s to %s were %s; %s point another way.", count(len(last), "text"), b.Name, form.name, count(len(contrary), "line"))
		finding.Act = Act{Do: OpenDraft, Step: "Try the next one as " + form.instead + ", and look at both versions side by side", Command: "rapport report @" + string(b.Slug)}
		v.find(finding)
		return
	}
	v.silent(b.ID, at(b), "%s against the form of the last %d; %d would be a sign", count(best, "line"), len(last), least)
}

// form is a form that all of the last outputs share, with the values of style
// that it does not suit.
type form struct {
	name, instead string
	against       []profile.Value
}

func forms(last []output) []form {
	all := func(is func(output) bool) bool {
		return !slices.ContainsFunc(last, func(o output) bool { return !is(o) })
	}
	var found []form
	if all(func(o output) bool { return o.long == rapport.Yes }) {
		found = append(found, form{"long", "five lines with the decision first and the rest below", []profile.Value{profile.Headline}})
	}
	if all(func(o output) bool { return o.long == rapport.No }) {
		found = append(found, form{"short", "the same five lines with figures, assumptions and sources behind them", []profile.Value{profile.Deep}})
	}
	if all(func(o output) bool { return o.written == rapport.Yes }) {
		found = append(found, form{"written", "a talk of five minutes, with the paper afterwards", []profile.Value{profile.Listener}})
	}
	if all(func(o output) bool { return o.written == rapport.No }) {
		found = append(found, form{"spoken", "a page beforehand, with the talk afterwards", []profile.Value{profile.Reader}})
	}
	if all(func(o output) bool { return o.text != "" && !strings.ContainsAny(o.text, "0123456789") }) {
		found = append(found, form{"without a figure", "the same with baseline, figure and source", []profile.Value{profile.Numbers}})
	}
	return found
}

// copiedForm is the form that was taken over from another boss, where the boss
// has said nothing else of that respect.
func (f *Facts) copiedForm(b *File) []form {
	for _, c := range f.Copies {
		if c.To != b.ID {
			continue
		}
		var against []profile.Value
		for _, p := range f.Preferences {
			of, v, ok := profile.Map(p.Dim, p.Value)
			if p.Boss != c.From || !ok || p.At.At > c.At.At || slices.ContainsFunc(b.likings(), func(l liking) bool { return l.Stated && l.Of() == of }) {
				continue
			}
			for _, other := range profile.Values(of) {
				if other != v {
					against = append(against, other)
				}
			}
		}
		if len(against) > 0 {
			name := f.Names.Boss(c.From).Name
			return []form{{"in the form that was made for " + name, "what you saw of them, not of " + name, against}}
		}
	}
	return nil
}

// lastOutputs are the newest reports and messages that left, oldest first.
func (f *Facts) lastOutputs(b *File) []output {
	var all []output
	for _, r := range b.Reports {
		o := output{Record: r.Record, text: r.Text, written: writtenBy(r.Medium, rapport.Yes), unopened: r.Opened == rapport.No}
		o.long = f.longness(r.Text, r.Pages)
		all = append(all, o)
	}
	for _, m := range b.Messages {
		if m.State == rapport.Sent {
			all = append(all, output{Record: m.Record, text: m.Text, written: writtenBy(m.Medium, rapport.Yes), long: f.longness(m.Text, 0)})
		}
	}
	slices.SortStableFunc(all, func(x, y output) int { return cmp.Compare(x.At.At, y.At.At) })
	return all[max(0, len(all)-f.Limits.Of("R31.outputs")):]
}

func (f *Facts) longness(text string, pages int) rapport.Truth {
	n := 0
	for range strings.FieldsSeq(text) {
		n++
	}
	switch {
	case pages >= 2 || n >= f.Limits.Of("R31.long"):
		return rapport.Yes
	case pages == 1 || n > 0 && n <= f.Limits.Of("R31.short"):
		return rapport.No
	}
	return rapport.NotSaid
}

// writtenBy reads a medium; what says nothing is taken for otherwise.
func writtenBy(medium string, otherwise rapport.Truth) rapport.Truth {
	switch s := spokenIn(medium); {
	case s.has("call|phone|talk|voice|oral|orally|verbal|verbally|spoken|person|standup|video|meeting"):
		return rapport.No
	case medium != "":
		return rapport.Yes
	}
	return otherwise
}
