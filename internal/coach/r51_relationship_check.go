package coach

import (
	"fmt"

	"rapport"
)

// relationshipCheck is R51: an answer of the private check fell by two steps,
// stays at the lowest, or the last check is eight weeks old. It shows events,
// and reads nothing into silence (B2, B4).
func relationshipCheck() Rule {
	return Rule{
		ID: "R51", Title: "the private check of the relation", Source: "B2 (Hill and Lineback), B4 (LMX)", Private: true,
		Check: func(f *Facts) (v Verdict) {
			f.checkRelation(&v)
			return v
		},
	}
}

const theCheck Object = "check"

func (f *Facts) checkRelation(v *Verdict) {
	boss := f.onlyBoss()
	if len(f.Ratings) == 0 {
		v.silent(boss, theCheck, "no private check was ever made: one is yours to begin")
		return
	}
	last := f.Ratings[len(f.Ratings)-1].Day()
	steps, days := f.Limits.Of("R51.fall"), f.Limits.Of("R51.days")
	var fell []Evidence
	before := map[rapport.PrivateText]rapport.Rating{}
	since := last
	for _, r := range f.Ratings {
		was := r.Was
		old, known := before[r.Item]
		if !was.Said && known {
			was = old.Value
		}
		recent := last.Sub(r.Day()) <= 14 // one sitting, or nearly
		switch {
		case !recent:
		case was.Said && was.Value-r.Value.Value >= float64(steps):
			fell = append(fell, Evidence{Line: r.Line, Day: r.Day(), Says: "an answer that fell"})
			if known {
				since = min(since, old.Day())
			}
		case known && old.Value.Value <= 1 && r.Value.Value <= 1 && r.Day() > old.Day():
			fell = append(fell, Evidence{Line: r.Line, Day: r.Day(), Says: "an answer that stays at the lowest"})
		}
		before[r.Item] = r
	}
	age := f.Days(last)
	switch {
	case len(fell) > 0 && age <= days:
		if since == last {
			since = last.Add(-days)
		}
		finding := Finding{Level: Medium, Boss: boss, Object: theCheck, Cost: CostOf(3, 0), About: lines(fell), Evidence: append(fell, f.eventsBetween(since, last)...)}
		finding.Why = fmt.Sprintf("In your check of %s %s fell by %d steps or stays at the lowest. What happened in between stands beside it; one event is often the whole of it.", f.date(last), count(len(fell), "answer"), steps)
		finding.Act = Act{Do: Look, Step: "Look at the events, and choose one thing to do about one of them", Command: "rapport reflect"}
		v.find(finding)
	case age < days:
		v.silent(boss, theCheck, "the last check was %s ago and nothing fell by %d; after %d days it is time", count(age, "day"), steps, days)
	case f.inSeason() != "":
		v.silent(boss, theCheck, "%s", f.inSeason())
	default:
		v.find(Finding{
			Level: Low, Boss: boss, Object: theCheck, Cost: CostOf(1, 0), Routine: true, About: []rapport.LineID{f.Ratings[len(f.Ratings)-1].Line},
			Evidence: []Evidence{{Line: f.Ratings[len(f.Ratings)-1].Line, Day: last, Says: "your last check"}},
			Why:      fmt.Sprintf("The last private check was on %s, %s ago.", f.date(last), count(age, "day")),
			Act:      Act{Do: Look, Step: "Take the seven questions again, for yourself alone", Command: "rapport reflect"},
		})
	}
}

// inSeason says that a marked time of pressure is on; empty where none is.
func (f *Facts) inSeason() string {
	for _, d := range f.Dates {
		if d.Sort == rapport.Pressure && d.On <= f.Today && f.Today <= d.End {
			return quote(d.Text) + " until " + f.date(d.End) + ": afterwards"
		}
	}
	return ""
}

// eventsBetween are the events between two days that may stand behind a change
// of mind.
func (f *Facts) eventsBetween(from, until rapport.Day) (all []Evidence) {
	within := func(d rapport.Day) bool { return d >= from && d <= until }
	for _, b := range f.Bosses {
		for _, s := range f.signalsOf(b) {
			if within(s.Day) {
				all = append(all, s.Evidence)
			}
		}
		for _, s := range f.goodSigns(b) {
			if within(s.Day) {
				all = append(all, s)
			}
		}
	}
	return all[:min(len(all), 8)]
}
