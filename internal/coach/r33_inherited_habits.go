package coach

import (
	"fmt"
	"strings"

	"rapport"
	"rapport/internal/profile"
)

// inheritedHabits is R33: what was learned with one boss was taken over for
// another, and nothing since speaks for it (P62).
func inheritedHabits() Rule {
	return Rule{
		ID: "R33", Title: "habits of an earlier boss, unconfirmed", Source: "S3 (P62), B11 (Watkins)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.inheritedFor(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) inheritedFor(b *File, v *Verdict) {
	days := f.Limits.Of("R33.days")
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0)}
	from, oldest := "an earlier boss", rapport.Day("")
	whole := false
	for _, c := range f.Copies {
		if c.To != b.ID {
			continue
		}
		if f.Days(c.Day()) < days {
			v.silent(b.ID, Object(c.Line), "copied %s ago; %d may pass", count(f.Days(c.Day()), "day"), days)
			continue
		}
		open, all := f.unconfirmedCopies(b, c)
		if all > 0 && len(open) == 0 || all == 0 && f.ownEvidence(b, c.Day()) >= 3 {
			v.silent(b.ID, Object(c.Line), "%s has evidence of their own for what was copied", b.Name)
			continue
		}
		whole = whole || all == 0
		from, oldest = f.Names.Boss(c.From).Name, c.Day()
		finding.About = append(finding.About, c.Line)
		finding.Evidence = append(finding.Evidence, evidence(c.Record, "copied from "+from))
		finding.Evidence = append(finding.Evidence, open...)
	}
	for _, p := range b.Preferences {
		if p.EndedOn == "" && strings.EqualFold(string(p.Grade), "inherited") && f.Days(p.Day()) >= days && !f.hasEvidence(b, p.Dim, p.Value, p.Day()) {
			if oldest == "" {
				oldest = p.Day()
			}
			finding.About = append(finding.About, p.Line)
			finding.Evidence = append(finding.Evidence, evidence(p.Record, quote(p.Dim+": "+p.Value)))
		}
	}
	if len(finding.About) == 0 {
		return
	}
	n := len(finding.Evidence) - len(f.copyLines(b, finding.About))
	what, it := "what fitted "+from, "it"
	if n > 1 && !whole {
		what, it = count(n, "habit")+" from "+from, "them"
	}
	finding.Why = fmt.Sprintf("For %s you use %s, since %s, and nothing since has confirmed %s.", b.Name, what, f.date(oldest), it)
	finding.Act = Act{
		Do: Capture, Step: "Take them for unknown, and ask about one of them in the next talk", Command: "rapport boss show @" + string(b.Slug),
		Draft: "I send you reports the way I did before. What would you rather have: shorter, longer, spoken, or as it is?",
	}
	v.find(finding)
}

// copyLines are those of some lines that are copies.
func (f *Facts) copyLines(b *File, about []rapport.LineID) (n []rapport.LineID) {
	for _, c := range f.Copies {
		for _, line := range about {
			if c.Line == line && c.To == b.ID {
				n = append(n, line)
			}
		}
	}
	return n
}

// unconfirmedCopies are the values that a copy took over and that the boss's
// own evidence does not cover, and how many it took over at all.
func (f *Facts) unconfirmedCopies(b *File, c rapport.PreferenceCopy) (open []Evidence, all int) {
	for _, p := range f.Preferences {
		if p.Boss != c.From || p.At.At > c.At.At || p.EndedOn != "" && p.EndedOn <= c.Day() {
			continue
		}
		if all++; !f.hasEvidence(b, p.Dim, p.Value, b.From) {
			open = append(open, evidence(p.Record, quote(p.Dim+": "+p.Value)))
		}
	}
	return open, all
}

// hasEvidence reports whether an inherited value is settled: the boss said
// something of that respect since a day, or was seen to like it so. What was
// seen against it settles nothing; it is one more reason to ask.
func (f *Facts) hasEvidence(b *File, dim, value string, since rapport.Day) bool {
	of, v, mapped := profile.Map(dim, value)
	if !mapped {
		of, _ = profile.ParseDimension(dim)
	}
	for _, p := range b.Preferences {
		if p.Day() >= since && p.EndedOn == "" && p.Grade != rapport.AnAssumption && !strings.EqualFold(string(p.Grade), "inherited") {
			if d, _, ok := profile.Map(p.Dim, p.Value); ok && d == of || strings.EqualFold(p.Dim, dim) {
				return true
			}
		}
	}
	for _, l := range b.likings() {
		if l.Day >= since && of != "" && l.Of() == of && (l.Value == v || l.Stated) {
			return true
		}
	}
	return false
}

// ownEvidence counts what was said and seen of the boss since a day.
func (f *Facts) ownEvidence(b *File, since rapport.Day) (n int) {
	for _, l := range b.likings() {
		if l.Day >= since {
			n++
		}
	}
	return n
}
