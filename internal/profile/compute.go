package profile

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rapport"
)

// Forgotten is after how many days an observation makes no difference any more.
const Forgotten = faded

// The numbers of the rules (styles, P34, P62).
const (
	// halfLife is after how many days evidence weighs half.
	halfLife = 180
	// enough observations make a value.
	enough = 3
	// doubting are so many recent observations against a value.
	doubting = 3
	// recent is how old an observation may be, in days, to raise a doubt.
	recent = halfLife
	// faded is after how many days without evidence a value is to be asked
	// again, and an observation no longer makes one: two half-lives.
	faded = 2 * halfLife
	// inheritedFor is how many days a copied value holds without own evidence.
	inheritedFor = 30
	// lead is how much more the observations for one value must weigh than
	// those for another, where both are enough. It is the weight of one
	// observation of today, so that no single one can turn a value into
	// another: between them lies "unknown".
	lead = 1.0
)

// Compute says what is known on day now. Evidence of later days, and without
// a day, is left out. Reorganised are the days on which the organisation or
// the boss's goals changed: what is older is to be confirmed again (P6).
// The order of both does not matter.
func Compute(evidence []Item, reorganised []rapport.Day, now rapport.Day) Profile {
	p := Profile{Day: now}
	var changed rapport.Day
	for _, day := range reorganised {
		if day <= now {
			changed = max(changed, day)
		}
	}
	byDimension := map[Dimension][]Cited{}
	var free []Item
	for _, item := range sorted(evidence, now) {
		d, v, mapped := item.means()
		if v == Unknown {
			if item.Grade == Observation {
				p.Unread++
			} else {
				free = append(free, item)
			}
			continue
		}
		if item.Grade == Observation {
			item.Value, item.Text = string(v), "" // its words are private
		}
		cited := Cited{Item: item, Value: v, Mapped: mapped, ToReconfirm: item.Day < changed}
		byDimension[d] = append(byDimension[d], cited)
	}
	for i, d := range Dimensions {
		p.Findings[i] = findingOf(d, once(byDimension[d]), now)
	}
	p.Free = preferences(free, changed)
	return p
}

// means returns the dimension and value that an item speaks for.
func (i Item) means() (d Dimension, v Value, mapped bool) {
	about, err := ParseDimension(i.About)
	value, wrong := ParseValue(i.Value)
	if err == nil && wrong == nil && value.Of() == about {
		return about, value, false
	}
	if i.About == "" && wrong == nil {
		return value.Of(), value, false
	}
	d, v, ok := Map(i.About, i.Value)
	if !ok {
		return "", Unknown, false
	}
	return d, v, true
}

// once keeps one item of each line of the journal: a line that says the same
// twice is one piece of evidence.
func once(all []Cited) []Cited {
	return slices.CompactFunc(all, func(a, b Cited) bool {
		return a.Ref != "" && a.Ref == b.Ref && a.Value == b.Value && a.Day == b.Day && a.Grade == b.Grade
	})
}

// weight is what evidence of a day weighs on day now: half for each half-life.
func weight(day, now rapport.Day) float64 {
	return math.Exp2(-float64(now.Sub(day)) / halfLife)
}

// heap is the observations for one value.
type heap struct {
	value Value
	count int
	sum   float64
	// made is the day of the observation that made the value, last that of the
	// newest.
	made, last rapport.Day
}

// findingOf weighs the evidence of one dimension, which is in the order of
// time.
func findingOf(d Dimension, all []Cited, now rapport.Day) Finding {
	f := Finding{Dimension: d, State: NotKnown}
	facts, assumptions, inherited, seen := apart(all)
	heaps := heapsOf(seen, now)
	said, divided := newest(facts)
	switch {
	case divided:
		f.Reason = "two statements of " + string(said.Day) + " name different values: ask which holds"
	case said != nil:
		f.fromStatement(facts, said)
	default:
		before := Finding{Dimension: d, State: NotKnown}
		before.fromSupposed(assumptions, inherited, all, now)
		f.fromObservations(heaps, before.Value)
		if f.Value == Unknown && f.Reason == "" {
			f = before
		}
	}
	f.doubt(seen, now)
	f.Evidence = cite(all, f.Value)
	f.reconfirm(all, now)
	f.explain(heaps, inherited, now)
	return f
}

// fromSupposed takes what the user supposes, or else what was copied.
func (f *Finding) fromSupposed(assumptions, inherited, all []Cited, now rapport.Day) {
	if last, divided := newest(assumptions); last != nil && !divided {
		f.Value, f.State, f.Grade, f.Since, f.LastEvidence = last.Value, Assumed, Assumption, last.Day, last.Day
		return
	}
	f.fromInherited(inherited, all, now)
}

// apart divides evidence by what it can do.
func apart(all []Cited) (facts, assumptions, inherited, seen []Cited) {
	for _, c := range all {
		switch {
		case c.isInherited():
			inherited = append(inherited, c)
		case c.Grade == Observation && c.InheritedFrom == "":
			seen = append(seen, c)
		case c.Grade == Assumption, c.InheritedFrom != "":
			// What was copied and then confirmed by the user is the user's
			// word, not the boss's.
			assumptions = append(assumptions, c)
		default:
			facts = append(facts, c)
		}
	}
	return facts, assumptions, inherited, seen
}

// newest returns the last of some evidence, and whether another of the same
// moment names another value.
func newest(all []Cited) (last *Cited, divided bool) {
	if len(all) == 0 {
		return nil, false
	}
	last = &all[len(all)-1]
	for i := range all {
		if c := all[i]; c.Day == last.Day && c.At == last.At && c.Value != last.Value {
			return last, true
		}
	}
	return last, false
}

// fromStatement takes what the boss said last.
func (f *Finding) fromStatement(facts []Cited, said *Cited) {
	f.Value, f.State, f.Grade = said.Value, Known, Fact
	f.Since, f.LastEvidence = said.Day, said.Day
	until := said.Day
	for i := len(facts) - 2; i >= 0; i-- {
		switch c := facts[i]; {
		case c.Value != said.Value || len(f.Replaced) > 0:
			if n := len(f.Replaced); n > 0 && f.Replaced[n-1].Value == c.Value {
				f.Replaced[n-1].Said, f.Replaced[n-1].Ref = c.Day, c.Ref
			} else {
				f.Replaced = append(f.Replaced, Replaced{Value: c.Value, Said: c.Day, Until: until, Ref: c.Ref})
			}
			until = c.Day
		default:
			f.Since, until = c.Day, c.Day
		}
	}
}

// heapsOf counts the observations that have not faded, for each value, the
// heaviest first.
func heapsOf(seen []Cited, now rapport.Day) []heap {
	var heaps []heap
	for _, v := range Values("") {
		h := heap{value: v}
		for _, c := range seen {
			if c.Value != v || now.Sub(c.Day) > faded {
				continue
			}
			h.count++
			h.sum += weight(c.Day, now)
			h.last = c.Day
			if h.count == enough {
				h.made = c.Day
			}
		}
		if h.count > 0 {
			heaps = append(heaps, h)
		}
	}
	slices.SortStableFunc(heaps, func(a, b heap) int { return cmp.Compare(b.sum, a.sum) })
	return heaps
}

// fromObservations takes the value that enough observations make. Where those
// for another value, or what the user supposed, stand against it, it must be
// more than enough and weigh clearly more: the step that ends one value never
// begins the next.
func (f *Finding) fromObservations(heaps []heap, supposed Value) {
	strong := slices.DeleteFunc(slices.Clone(heaps), func(h heap) bool { return h.count < enough })
	if len(strong) == 0 {
		return
	}
	best := strong[0]
	contested := len(strong) > 1
	if contested && (best.count == enough || best.sum < strong[1].sum+lead) {
		f.Leaning = best.value
		f.Reason = "observations point both to " + string(strong[0].value) + " and to " + string(strong[1].value) + ": ask"
		return
	}
	if supposed != Unknown && supposed != best.value && best.count == enough {
		f.Leaning = best.value
		f.Reason = "three observations point to " + string(best.value) + " where " + string(supposed) + " was supposed: ask, or wait for one more"
		return
	}
	f.Value, f.State, f.Grade = best.value, Known, Observation
	f.Since, f.LastEvidence = best.made, best.last
}

// fromInherited takes what was copied from another boss, while it lasts.
func (f *Finding) fromInherited(inherited, all []Cited, now rapport.Day) {
	last, divided := newest(inherited)
	if last == nil || divided {
		return
	}
	// Own evidence for the value keeps it alive.
	fresh := last.Day
	for _, c := range all {
		if !c.isInherited() && c.Value == last.Value {
			fresh = max(fresh, c.Day)
		}
	}
	ends := fresh.Add(inheritedFor)
	if now >= ends {
		return
	}
	f.Value, f.State, f.Grade, f.InheritedFrom = last.Value, Assumed, Assumption, last.InheritedFrom
	f.Since, f.LastEvidence, f.ExpiresOn = last.Day, fresh, ends
}

// doubt counts the recent observations against the value. What was seen before
// the boss said so, or before the value was made, is no contradiction.
func (f *Finding) doubt(seen []Cited, now rapport.Day) {
	if f.Value == Unknown {
		return
	}
	against := map[Value]int{}
	n := 0
	for _, c := range seen {
		if c.Value != f.Value && c.Day >= f.newestStatement() && now.Sub(c.Day) <= recent {
			against[c.Value]++
			n++
		}
	}
	if n < doubting {
		return
	}
	f.InDoubt = true
	for _, v := range Values(f.Dimension) {
		if against[v] > against[f.Leaning] {
			f.Leaning = v
		}
	}
}

// newestStatement is the day from which observations can contradict.
func (f *Finding) newestStatement() rapport.Day {
	if f.Grade == Fact {
		return f.LastEvidence
	}
	return f.Since
}

// reconfirm looks for evidence that is younger than the last reorganisation
// and not faded, and updates the day of the last evidence.
func (f *Finding) reconfirm(all []Cited, now rapport.Day) {
	if f.Value == Unknown {
		return
	}
	fresh := false
	for _, c := range all {
		if c.Value == f.Value && (!c.isInherited() || f.InheritedFrom != "") {
			f.LastEvidence = max(f.LastEvidence, c.Day)
			fresh = fresh || !c.ToReconfirm
		}
	}
	f.ToReconfirm = !fresh || now.Sub(f.LastEvidence) > faded
	if f.ToReconfirm || f.InDoubt {
		f.State = Assumed
	}
}

// cite orders evidence for showing: what speaks against the value first, then
// newest first (B19).
func cite(all []Cited, value Value) []Cited {
	out := slices.Clone(all)
	for i := range out {
		out[i].Contradicts = value != Unknown && out[i].Value != value
	}
	slices.Reverse(out)
	slices.SortStableFunc(out, func(a, b Cited) int { return truth(b.Contradicts) - truth(a.Contradicts) })
	return out
}

// preferences returns the newest free preference for each word.
func preferences(items []Item, changed rapport.Day) []Preference {
	newest := map[string]Preference{}
	for _, i := range items {
		about := strings.ToLower(rapport.OneLine(i.About))
		older := 0
		if p, ok := newest[about]; ok {
			older = p.Older + 1
		}
		newest[about] = Preference{
			About: about, Text: i.Value, Day: i.Day, Ref: i.Ref, Grade: i.Grade,
			ToReconfirm: i.Day < changed, Older: older,
		}
		if i.isInherited() {
			p := newest[about]
			p.InheritedFrom = i.InheritedFrom
			newest[about] = p
		}
	}
	out := make([]Preference, 0, len(newest))
	for _, p := range newest {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b Preference) int { return cmp.Compare(a.About, b.About) })
	return out
}
