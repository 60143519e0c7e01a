package coach

import (
	"fmt"
	"slices"

	"rapport"
)

// whatWorks is R56: reactions of both signs show by which way a thing is taken
// well. It repeats what worked, and says nothing of what the boss is like (B8,
// B14).
func whatWorks() Rule {
	return Rule{
		ID: "R56", Title: "the way that worked", Source: "B14 (Gallo), B8 (Isaakyan et al. 2021)", Private: true,
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.worksWith(b, &v)
			}
			return v
		},
	}
}

// way is a reaction with the manners of what it was to.
type way struct {
	rapport.Record
	sign    rapport.Sign
	manners []manner
}

func countOf(all []way, is func(way) bool) (n int) {
	for _, w := range all {
		if is(w) {
			n++
		}
	}
	return n
}

// inFront reports whether a reaction was to something said in front of others.
func inFront(b *File, line rapport.LineID) bool {
	return slices.ContainsFunc(b.Taken, func(t Taken) bool { return t.Line == line && t.Form == "word in public" })
}

func (f *Facts) worksWith(b *File, v *Verdict) {
	var good, bad []way
	for _, r := range b.Reactions[max(0, len(b.Reactions)-mostSeen):] {
		if f.Days(r.Day()) > f.Limits.Of("R56.back") {
			continue
		}
		w := way{r.Record, r.Sign, mannersOf(r)}
		if inFront(b, r.Line) && !slices.Contains(w.manners, inPrivate) {
			w.manners = append(w.manners, inPublic)
		}
		if r.Sign == rapport.TakenBadly {
			bad = append(bad, w)
		} else {
			good = append(good, w)
		}
	}
	least := f.Limits.Of("R56.each")
	if len(good) < least || len(bad) < least {
		v.silent(b.ID, at(b), "%d good and %d bad on record; %d of each show something", len(good), len(bad), least)
		return
	}
	has := func(all []way, m manner) (n int) {
		for _, w := range all {
			if slices.Contains(w.manners, m) {
				n++
			}
		}
		return n
	}
	formless := func(w way) bool { return len(w.manners) == 0 }
	shaped := min(len(good)-countOf(good, formless), len(bad)-countOf(bad, formless))
	if shaped < least {
		v.silent(b.ID, at(b), "only %d of a sign say by which way a thing came; %d of each would show something", shaped, least)
		return
	}
	best, lead := manner(""), 0
	for _, m := range [...]manner{inPrivate, early, asOptions, unprompted, inWriting, byWord} {
		other := m.opposite()
		// The way of the good ones, against that of the bad ones.
		clear := has(good, m) - has(bad, m) + has(bad, other) - has(good, other)
		told := has(good, m) >= least && has(bad, m) == 0 || has(bad, other) >= least && has(good, other) == 0
		if told && clear > lead {
			best, lead = m, clear
		}
	}
	if best == "" {
		v.silent(b.ID, at(b), "nothing sets the %d good ones apart from the %d bad ones", len(good), len(bad))
		return
	}
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0)}
	for _, w := range slices.Concat(good, bad) {
		says := "a good reaction"
		if w.sign == rapport.TakenBadly {
			says = "a bad reaction"
		}
		finding.About = append(finding.About, w.Line)
		finding.Evidence = append(finding.Evidence, evidence(w.Record, says))
	}
	other := best.opposite()
	switch n := has(good, best); {
	case n < least:
		finding.Why = fmt.Sprintf("With %s %d things were taken badly that came %s, and none of the %d that were taken well did", b.Name, has(bad, other), other, len(good))
	case has(bad, other) > 0:
		finding.Why = fmt.Sprintf("With %s %d things were taken well that came %s, and %d badly that came %s", b.Name, n, best, has(bad, other), other)
	default:
		finding.Why = fmt.Sprintf("With %s %d things were taken well that came %s, and none of the %d that were taken badly did", b.Name, n, best, len(bad))
	}
	finding.Why += ": that is about the way, and the way is yours."
	step := "Bring the next matter " + string(best) + ", and disagree one to one before the meeting"
	if best == inPrivate {
		step = "Bring the next disagreement one to one, before the meeting"
	}
	finding.Act = Act{Do: Look, Step: step, Command: "rapport boss show @" + string(b.Slug)}
	v.find(finding)
}
