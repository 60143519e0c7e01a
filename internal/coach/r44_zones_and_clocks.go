package coach

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"rapport"
)

// zonesAndClocks is R44: a talk booked outside of somebody's working day, or a
// clock change that moved a series for one side (B13).
func zonesAndClocks() Rule {
	return Rule{
		ID: "R44", Title: "a clock moved, or a slot outside the working day", Source: "B13 (remote practice)",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				if b.Zone == nil {
					v.silent(b.ID, at(b), "the zone of %s is not known", b.Name)
					continue
				}
				f.clockChange(b, &v)
				f.slotOutside(b, &v)
			}
			return v
		},
	}
}

// clockChange looks for a day on which the clocks of the two sides moved
// against each other, and for what it did to the talks.
func (f *Facts) clockChange(b *File, v *Verdict) {
	object := at(b) + " clocks"
	ahead, back := f.Limits.Of("R44.ahead"), f.Limits.Of("R44.back")
	day, before, after := f.nearestChange(b, back, ahead)
	if day == "" {
		v.silent(b.ID, object, "the clocks here and with %s keep the same distance from %s ago until %s ahead", b.Name, count(back, "day"), count(ahead, "day"))
		return
	}
	series := b.seriesBefore(day)
	if len(series) < f.Limits.Of("R44.series") && b.Rhythm.Days == 0 {
		v.silent(b.ID, object, "the clocks move on %s, and there is no series of talks", f.date(day))
		return
	}
	if b.Rhythm.Days > 14 && day > f.Today {
		v.silent(b.ID, object, "the clocks move on %s; talks are every %d days", f.date(day), b.Rhythm.Days)
		return
	}
	finding := Finding{Level: Medium, Boss: b.ID, Object: object, Cost: CostOf(3, max(0, f.Left(day)))}
	shift := after - before
	if day > f.Today {
		if len(series) > 0 {
			last := series[len(series)-1]
			finding.About, finding.Evidence = []rapport.LineID{last.Line}, []Evidence{evidence(last.Record, "the talks so far")}
		} else {
			finding.About = []rapport.LineID{b.Line}
			finding.Evidence = []Evidence{{Line: b.Line, Day: b.From, Says: b.Boss.Zone}}
		}
		finding.Why = fmt.Sprintf("On %s the clocks move %s: %s from then on.", f.date(day), whose(before, after, b), f.movedWords(b, series, day, shift))
		finding.Act = Act{Do: SetDate, Step: "Say by whose clock the talks go, and correct the entry in the calendar", Command: "rapport meetings @" + string(b.Slug)}
		v.find(finding)
		return
	}
	missed, kept := 0, false
	for _, m := range b.Meetings {
		on := rapport.DayOf(m.Begins().Time())
		if on < day || m.Kind != rapport.OneOnOne || on > f.Today {
			continue
		}
		switch m.Status {
		case rapport.Missed:
			missed++
			finding.About = append(finding.About, m.Line)
			finding.Evidence = append(finding.Evidence, evidence(m.Record, "one-on-one missed"))
		case rapport.Held:
			kept = true
		case rapport.Cancelled:
			finding.Evidence = append(finding.Evidence, evidence(m.Record, "one-on-one cancelled"))
		}
	}
	switch {
	case kept:
		v.silent(b.ID, object, "a talk was held since the clocks moved on %s", f.date(day))
		return
	case missed == 0 && f.Days(day) > ahead:
		v.silent(b.ID, object, "the clocks moved on %s, and no talk was missed since", f.date(day))
		return
	case missed > 0:
		finding.Level, finding.Cost = High, CostOf(4, 0)
	}
	if len(series) > 0 {
		last := series[len(series)-1]
		finding.Evidence = append(finding.Evidence, evidence(last.Record, "the talks before"))
		if len(finding.About) == 0 {
			finding.About = []rapport.LineID{last.Line}
		}
	}
	if len(finding.About) == 0 {
		finding.About = []rapport.LineID{b.Line}
	}
	finding.Why = fmt.Sprintf("On %s the clocks moved %s: %s.", f.date(day), whose(before, after, b), f.movedWords(b, series, day, shift))
	if missed > 0 {
		finding.Why += fmt.Sprintf(" %s missed since, by the clock and by nobody's fault.", upper(count(missed, "talk")))
	}
	finding.Act = Act{Do: SetDate, Step: "Correct the entry in your calendar, and confirm the time of the next talk" + f.overlapWords(b), Command: "rapport meetings @" + string(b.Slug)}
	v.find(finding)
}

// nearestChange is the day around today on which the distance of the clocks
// changed, the newest one that is past first, with the distances around it.
func (f *Facts) nearestChange(b *File, back, ahead int) (day rapport.Day, before, after time.Duration) {
	for d := f.Today; f.Days(d) <= back; d = d.Add(-1) {
		if x, y := f.apart(b, d.Add(-1)), f.apart(b, d); x != y {
			return d, x, y
		}
	}
	for d := f.Today; f.Days(d) >= -ahead; d = d.Add(1) {
		if x, y := f.apart(b, d), f.apart(b, d.Add(1)); x != y {
			return d.Add(1), x, y
		}
	}
	return "", 0, 0
}

// seriesBefore are the one-on-ones in the weeks before a day that began at the
// commonest time of theirs.
func (of *File) seriesBefore(day rapport.Day) []rapport.Meeting {
	byClock := map[string][]rapport.Meeting{}
	best := ""
	for _, m := range of.Meetings {
		if on := rapport.DayOf(m.Begins().Time()); m.Kind == rapport.OneOnOne && on < day && day.Sub(on) <= 120 && m.Status != rapport.Missed {
			clock := m.Begins().At.Time().In(of.Zone).Format("15:04")
			byClock[clock] = append(byClock[clock], m)
			if n, most := len(byClock[clock]), len(byClock[best]); n > most || n == most && clock > best {
				best = clock
			}
		}
	}
	return byClock[best]
}

// whose says whose clock moved against the other.
func whose(before, after time.Duration, b *File) string {
	return fmt.Sprintf("by %s between you and %s", count(int((after-before).Abs().Minutes()), "minute"), b.Name)
}

// movedWords says what a change of clocks means for a series: in the clock of
// the boss where later talks show that it stays there, else for both cases.
func (f *Facts) movedWords(b *File, series []rapport.Meeting, day rapport.Day, shift time.Duration) string {
	if len(series) == 0 {
		return "a fixed time on one side is another one on the other"
	}
	last := series[len(series)-1].Begins().At.Time()
	theirs, ours := last.In(b.Zone).Format("15:04"), last.In(f.Now.Location()).Format("15:04")
	moved := last.In(f.Now.Location()).Add(-shift).Format("15:04")
	follows := series[len(series)-1].Zone == b.Boss.Zone && b.Boss.Zone != ""
	for _, r := range f.Rhythms {
		follows = follows || r.Boss == b.ID && r.Zone == b.Boss.Zone && r.Zone != ""
	}
	for _, m := range b.Meetings {
		if rapport.DayOf(m.Begins().Time()) >= day && m.Begins().At.Time().In(b.Zone).Format("15:04") == theirs && m.Status != rapport.Missed {
			follows = true
		}
	}
	if follows {
		return fmt.Sprintf("the series stays at %s with %s and is at %s for you instead of %s", theirs, b.Name, moved, ours)
	}
	return fmt.Sprintf("a series at %s with %s is at %s for you instead of %s, unless it goes by your clock", theirs, b.Name, moved, ours)
}

// slotOutside looks for talks that are booked outside a working day.
func (f *Facts) slotOutside(b *File, v *Verdict) {
	object := at(b) + " slot"
	if !f.In(Remote, b.ID) {
		v.silent(b.ID, object, "you share the clock")
		return
	}
	begins, ends, known := strings.Cut(b.Hours, "-")
	finding := Finding{Level: Medium, Boss: b.ID, Object: object}
	now := rapport.InstantOf(f.Now)
	for _, m := range b.Meetings {
		if m.Status != rapport.Booked || m.Begins().At < now {
			continue
		}
		start := m.Begins().At.Time()
		ours, theirs := start.In(f.Now.Location()).Format("15:04"), start.In(b.Zone).Format("15:04")
		outOurs := ours < dayBegins || ours >= dayEnds
		outTheirs := known && (theirs < strings.TrimSpace(begins) || theirs >= strings.TrimSpace(ends))
		if !outOurs && !outTheirs {
			continue
		}
		on := rapport.DayOf(start.In(f.Now.Location()))
		if len(finding.About) == 0 {
			side := b.Name
			if outOurs {
				side = "you"
			}
			finding.Why = fmt.Sprintf("The talk of %s begins at %s for you and %s with %s: outside the working day for %s.", f.date(on), ours, theirs, b.Name, side)
		}
		finding.About = append(finding.About, m.Line)
		finding.Evidence = append(finding.Evidence, evidence(m.Record, "booked for "+f.date(on)))
		finding.Cost = max(finding.Cost, CostOf(3, f.Left(on)))
	}
	if len(finding.About) == 0 {
		v.silent(b.ID, object, "no talk is booked outside of a working day")
		return
	}
	finding.About = slices.Compact(finding.About)
	finding.Act = Act{Do: SetDate, Step: "Move it" + cmp.Or(f.overlapWords(b), ", or agree that it stays once"), Command: "rapport moved @" + string(b.Slug)}
	v.find(finding)
}
