package coach

import (
	"fmt"

	"rapport"
)

// noRhythm is R04: two weeks with a boss and no rhythm of contact (P26).
func noRhythm() Rule {
	return Rule{
		ID: "R04", Title: "no rhythm agreed", Source: "S1, S4 (P26)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.noRhythmWith(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) noRhythmWith(b *File, v *Verdict) {
	known := min(b.Age, f.RecordDays())
	switch {
	case b.Rhythm.Agreed && b.Rhythm.Days == 0:
		v.silent(b.ID, at(b), "contact for when it is needed is agreed")
		return
	case b.Rhythm.Agreed:
		v.silent(b.ID, at(b), "a rhythm of %s is agreed", count(b.Rhythm.Days, "day"))
		return
	case b.Rhythm.Days > 0:
		v.silent(b.ID, at(b), "one-on-ones take place every %s", count(b.Rhythm.Days, "day"))
		return
	case known < f.Limits.Of("R04.wait"):
		v.silent(b.ID, at(b), "the record knows %s for %s", b.Name, count(known, "day"))
		return
	case b.Relation == rapport.ProjectLine && b.Age < f.Limits.Of("R04.project"):
		v.silent(b.ID, at(b), "a short project line")
		return
	case f.In(NewManager, b.ID):
		v.silent(b.ID, at(b), "R54 asks for it: you lead people since not long ago")
		return
	}
	if p, ok := b.onlyWhenNeeded(); ok {
		v.silent(b.ID, at(b), "%s said on %s that contact is for when it is needed", b.Name, f.date(p.Day()))
		return
	}
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0), About: []rapport.LineID{b.Line}}
	finding.Evidence = []Evidence{{b.Line, b.From, b.Name + " on record"}}
	if b.Relation != rapport.Solid && !f.answersTo(b) {
		finding.Level, finding.Routine = Low, true
	}
	held := b.Held()
	for _, m := range held[max(0, len(held)-5):] {
		finding.Evidence = append(finding.Evidence, evidence(m.Record, string(m.Kind)+" held"))
	}
	finding.Why = fmt.Sprintf("You answer to %s for %s and no rhythm of talks is agreed; %s on record.", b.Name, count(b.Age, "day"), are(len(held), "contact"))
	finding.Act = Act{
		Do: OpenDraft, Step: "Ask how, and how often, contact suits them", Command: "rapport rhythm @" + string(b.Slug),
		Draft: "What suits you better: a short talk every week, or every second one? I would bring the topics the day before.",
	}
	v.find(finding)
}
