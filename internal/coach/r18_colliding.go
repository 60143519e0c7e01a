package coach

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rapport"
)

// colliding is R18: what several bosses want does not fit into the hours that
// are left, or contradicts itself. One neutral page goes to all of them with
// the question of order; which boss wins is never decided here (B12).
func colliding() Rule {
	return Rule{
		ID: "R18", Title: "demands of several bosses collide", Source: "B12 (Gallo)",
		Check: func(f *Facts) (v Verdict) {
			if len(f.Bosses) < 2 {
				v.silent(0, "demands", "there is one boss")
				return v
			}
			f.promisesCollide(&v)
			f.instructionsCollide(&v)
			return v
		},
	}
}

// promisesCollide looks for days by which more hours are promised to several
// bosses than there are.
func (f *Facts) promisesCollide(v *Verdict) {
	var due []rapport.Promise
	for _, p := range f.Promises {
		if p.IsMine() && p.State == rapport.StateOpen && p.Boss() != 0 && p.DueNow >= f.Today.Add(-7) && f.Boss(p.Boss()) != nil {
			due = append(due, p)
		}
	}
	slices.SortStableFunc(due, func(a, b rapport.Promise) int { return cmp.Compare(a.DueNow, b.DueNow) })
	perDay := f.Limits.Of("R18.hours")
	hours, bosses, said := 0.0, map[rapport.BossID]bool{}, false
	for i, p := range due {
		bosses[p.Boss()] = true
		if p.Hours.Said {
			hours, said = hours+p.Hours.Value, true
		}
		room := float64(max(0, f.Left(p.DueNow)) * perDay)
		if len(bosses) < 2 || f.Left(p.DueNow) > f.Limits.Of("R18.window") {
			continue
		}
		crowd := !said && i >= 2 && f.WorkDays(due[i-2].DueNow, p.DueNow) <= 2
		if hours <= room && !crowd {
			continue
		}
		if order, ok := f.orderDecided(due[:i+1]); ok {
			v.silent(0, "promises", "the order was settled on %s", f.date(order))
			return
		}
		finding := Finding{Level: High, Object: "promises", Cost: CostOf(5, f.Left(p.DueNow))}
		for _, q := range due[:i+1] {
			finding.About = append(finding.About, q.Line)
			finding.Evidence = append(finding.Evidence, evidence(q.Record, fmt.Sprintf("%s, due %s", quote(q.Text), f.date(q.DueNow))))
		}
		finding.Why = fmt.Sprintf("By %s you promised %s to %s: %.0f hours of work, and about %.0f are left until then.", f.date(p.DueNow), count(i+1, "thing"), count(len(bosses), "boss"), hours, room)
		if !said {
			finding.Why = fmt.Sprintf("%s promised to %s fall due within a few days of %s.", upper(count(i+1, "thing")), count(len(bosses), "boss"), f.date(p.DueNow))
		}
		finding.Act = neutralPage()
		v.find(finding)
		return
	}
	v.silent(0, "promises", "what is promised fits into the hours that are left")
}

func neutralPage() Act {
	return Act{
		Do: OpenDraft, Step: "Send one neutral page to all of them, with the dates and the question of order", Command: "rapport load",
		Draft: "These are the things I have promised, with their dates. They do not all fit. Which order suits you together?",
	}
}

// orderDecided finds a decision on the matters at hand.
func (f *Facts) orderDecided(promises []rapport.Promise) (rapport.Day, bool) {
	for _, d := range f.Decisions {
		for _, p := range promises {
			if d.At.At >= p.At.At && TopicOf(d.Text).Meets(TopicOf(p.Text)) {
				return d.Day(), true
			}
		}
		if f.Days(d.Day()) <= 14 && hasWord(d.Text, "priorit", "first.", "order.", "before.") {
			return d.Day(), true
		}
	}
	return "", false
}

// instructionsCollide looks for opposing instructions of two bosses on one
// matter.
func (f *Facts) instructionsCollide(v *Verdict) {
	var open []rapport.Instruction
	for _, i := range f.Instructions {
		if i.State() == rapport.StateOpen && f.Days(i.Day()) <= f.Limits.Of("R18.back") && f.Boss(i.Boss) != nil {
			open = append(open, i)
		}
	}
	for j, b := range open {
		for _, a := range open[:j] {
			if a.Boss == b.Boss || !sameMatter(a, b) || !opposed(a.Text, b.Text) {
				continue
			}
			object := Object(b.Line)
			if settled, ok := f.settledSince(a, b); ok {
				v.silent(0, object, "the order was settled on %s", f.date(settled))
				continue
			}
			v.find(Finding{
				Level: High, Object: object, About: []rapport.LineID{a.Line, b.Line}, Cost: CostOf(5, 0),
				Evidence: []Evidence{evidence(a.Record, quote(a.Text)), evidence(b.Record, quote(b.Text))},
				Why: fmt.Sprintf("Two instructions do not go together: on %s from %s, on %s from %s.",
					f.date(a.Day()), f.Names.Boss(a.Boss).Name, f.date(b.Day()), f.Names.Boss(b.Boss).Name),
				Act: neutralPage(),
			})
		}
	}
}

func sameMatter(a, b rapport.Instruction) bool {
	return a.Project != 0 && a.Project == b.Project || TopicOf(a.Text).Meets(TopicOf(b.Text))
}

// settledSince finds a decision on the matter of two instructions that came
// after both.
func (f *Facts) settledSince(a, b rapport.Instruction) (rapport.Day, bool) {
	for _, d := range f.Decisions {
		topic := TopicOf(d.Text)
		if d.At.At >= max(a.At.At, b.At.At) && (topic.Meets(TopicOf(a.Text)) || topic.Meets(TopicOf(b.Text)) || hasWord(d.Text, "priorit", "order.")) {
			return d.Day(), true
		}
	}
	return "", false
}

// opposed reports whether two instructions on one matter pull apart: one stops
// what the other starts, both come first, or they name different numbers,
// people or days for it.
func opposed(a, b string) bool {
	stops := func(text string) bool {
		return hasWord(text, "stop", "don't", "dont", "not.", "no.", "never", "freeze", "pause", "drop.", "cancel", "hold.", "wait.", "without", "only.", "instead", "postpone", "leave.")
	}
	first := func(text string) bool {
		return hasWord(text, "first.", "priority", "before.", "immediately", "today.", "tomorrow", "this.", "top.", "urgent", "everything.")
	}
	switch {
	case stops(a) != stops(b):
		return true
	case first(a) && first(b):
		return true
	}
	return numbersDiffer(a, b)
}

// numbersDiffer reports whether two texts name different numbers of the same
// thing, such as one nurse and two nurses.
func numbersDiffer(a, b string) bool {
	of := func(text string) map[string]int {
		counted := map[string]int{}
		words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		for i := 0; i+1 < len(words); i++ {
			if n := numberOf(words[i]); n > 0 {
				if stem := stemOf(words[i+1]); stem != "" {
					counted[stem] = n
				}
			}
		}
		return counted
	}
	ours, theirs := of(a), of(b)
	for stem, n := range ours {
		if m, ok := theirs[stem]; ok && m != n {
			return true
		}
	}
	return false
}

// numberOf reads a small number, in words or digits.
func numberOf(word string) int {
	for i, name := range [...]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"} {
		if word == name {
			return i + 1
		}
	}
	return leadingNumber(word)
}
