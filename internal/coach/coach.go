package coach

import (
	"cmp"
	"slices"

	"rapport"
)

// Advice is what the coach came to: everything found, ranked, and why it was
// silent about the rest.
type Advice struct {
	// Findings are ranked by level, then by the cost of delay. Routine care is
	// bounded; the rest of it stands among the silences.
	Findings []Finding
	Silent   []Silence
}

// Consult asks the rules, all of them where none is named. Situations suppress
// before anything is ranked; a rule and an object make one finding.
func Consult(f *Facts, rules ...Rule) Advice {
	var a Advice
	if len(rules) == 0 {
		rules = Rules()
	}
	for _, r := range rules {
		v := r.ask(f)
		a.Findings = append(a.Findings, v.Found...)
		a.Silent = append(a.Silent, v.Silent...)
	}
	slices.SortStableFunc(a.Findings, byWeight)
	a.boundRoutine(f)
	return a
}

// ask runs one rule, with its name on what it says and without what a
// situation suppresses.
func (r Rule) ask(f *Facts) Verdict {
	all := r.Check(f)
	v := Verdict{Silent: all.Silent}
	seen := map[Object]bool{}
	for _, found := range all.Found {
		if st, quiet := r.quietedBy(f, found.Boss); quiet {
			v.silent(found.Boss, found.Object, "suppressed: %s (%s)", st.Situation.Meaning(), st.Reason)
			continue
		}
		if seen[found.Object] {
			continue
		}
		seen[found.Object] = true
		found.Rule, found.Private = r.ID, found.Private || r.Private
		if len(found.Evidence) == 0 {
			found.Evidence = f.relation(found.Boss)
		}
		slices.SortStableFunc(found.Evidence, func(a, b Evidence) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Line, b.Line)) })
		found.Evidence = slices.CompactFunc(found.Evidence, func(a, b Evidence) bool { return a.Line == b.Line })
		v.Found = append(v.Found, found)
	}
	for i := range v.Silent {
		v.Silent[i].Rule = r.ID
	}
	return v
}

// relation is what a finding about something missing rests on: the line that
// said who the boss is, of every boss where it concerns none in particular.
func (f *Facts) relation(boss rapport.BossID) []Evidence {
	var all []Evidence
	for _, b := range f.Bosses {
		if boss == 0 || b.ID == boss {
			all = append(all, evidence(b.Record, "you answer to "+b.Name))
		}
	}
	return all
}

// quietedBy returns the situation that suppresses a finding about a boss.
func (r Rule) quietedBy(f *Facts, boss rapport.BossID) (Standing, bool) {
	for _, st := range f.Standing {
		if slices.Contains(r.Quiet, st.Situation) && (st.Boss == 0 || st.Boss == boss) {
			return st, true
		}
	}
	return Standing{}, false
}

// byWeight orders findings: level, then cost of delay, then rule and object, so
// that the order is the same every time.
func byWeight(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.Level.rank(), b.Level.rank()), cmp.Compare(b.Cost, a.Cost), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Object, b.Object))
}

// boundRoutine keeps the first routine findings and holds the others back: who
// is told of everything that could be done hears nothing. Where three high
// findings wait, one routine matter is enough.
func (a *Advice) boundRoutine(f *Facts) {
	most, pressing := f.Limits.Of("engine.routine"), 0
	for _, found := range a.Findings {
		if found.Level == High {
			pressing++
		}
	}
	if pressing >= 3 {
		most = min(most, 1)
	}
	kept := a.Findings[:0]
	routine := 0
	for _, found := range a.Findings {
		if found.Routine {
			if routine++; routine > most {
				a.Silent = append(a.Silent, Silence{
					Rule: found.Rule, Boss: found.Boss, Object: found.Object,
					Because: "held back: it would apply (" + found.Why + ") and gives way to what presses more",
				})
				continue
			}
		}
		kept = append(kept, found)
	}
	a.Findings = kept
}

// WhyNot returns why a rule said nothing, of one boss where boss is not zero;
// it is empty where the rule has a finding.
func (a Advice) WhyNot(f *Facts, rule string, boss rapport.BossID) []Silence {
	fits := func(of rapport.BossID) bool { return boss == 0 || of == 0 || of == boss }
	for _, found := range a.Findings {
		if found.Rule == rule && fits(found.Boss) {
			return nil
		}
	}
	var why []Silence
	for _, s := range a.Silent {
		if s.Rule == rule && fits(s.Boss) {
			why = append(why, s)
		}
	}
	if len(why) == 0 {
		because := "the record holds nothing that it looks at"
		if len(f.Bosses) == 0 {
			because = "no boss is on record"
		}
		why = append(why, Silence{Rule: rule, Boss: boss, Because: because})
	}
	return why
}
