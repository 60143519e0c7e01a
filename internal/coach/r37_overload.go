package coach

import (
	"fmt"
	"slices"

	"rapport"
)

// overload is R37: most of the last weeks above the limit of hours while new
// work was taken on, or several promises overdue. Hours never stand in a draft
// (B17).
func overload() Rule {
	return Rule{
		ID: "R37", Title: "more work than hours", Source: "S4, B17 (Pencavel 2014)",
		Check: func(f *Facts) (v Verdict) {
			f.load(&v)
			return v
		},
	}
}

const theLoad Object = "load"

func (f *Facts) load(v *Verdict) {
	boss := f.onlyBoss()
	weeks := f.lastWeeks()
	limit := float64(f.Limits.Of("R37.hours"))
	var long, late, taken []Evidence
	for _, h := range weeks {
		if h.Hours.Value > limit {
			long = append(long, evidence(h.Record, "hours of a week, above your limit"))
		}
	}
	since := f.Today.Add(-7 * f.Limits.Of("R37.weeks"))
	for _, p := range f.Promises {
		if !p.IsMine() || p.State == rapport.StateWithdrawn || p.State == rapport.StateMissed {
			continue
		}
		if p.State == rapport.StateOpen && p.DueNow != "" && p.DueNow < f.Today {
			late = append(late, evidence(p.Record, quote(p.Text)+", due "+f.date(p.DueNow)))
		} else if p.Day() >= since {
			taken = append(taken, evidence(p.Record, quote(p.Text)))
		}
	}
	for _, i := range f.Instructions {
		if i.Day() >= since && i.State() == rapport.StateOpen {
			taken = append(taken, evidence(i.Record, quote(i.Text)))
		}
	}
	for _, w := range f.Since(since) {
		if w.Kind == rapport.Commitment && (len(w.CommittedBy) == 0 || w.CommittedBy[0] == rapport.Me) {
			taken = append(taken, evidence(w.Record, quote(w.Text)))
		}
	}
	over, most := f.Limits.Of("R37.over"), f.Limits.Of("R37.overdue")
	finding := Finding{Level: High, Boss: boss, Object: theLoad, Cost: CostOf(4, 0)}
	switch byHours := len(long) >= over && len(taken) > 0; {
	case byHours:
		finding.Evidence = append(long, taken...)
		finding.Why = fmt.Sprintf("%d of the last %s were above your limit, and %s came on top", len(long), count(len(weeks), "week"), count(len(taken), "matter"))
		if len(late) > 0 {
			finding.Evidence = append(finding.Evidence, late...)
			finding.Why += fmt.Sprintf("; %s overdue", count(len(late), "promise"))
		}
	case len(late) >= most:
		finding.Evidence = late
		finding.Why = fmt.Sprintf("%s of yours are overdue, the oldest since %s", count(len(late), "promise"), f.date(f.oldestDue()))
	default:
		v.silent(boss, theLoad, "%d of the last %s above the limit with %d taken on (%d weeks are a sign), %s overdue (%d are)",
			len(long), count(len(weeks), "week"), len(taken), over, count(len(late), "promise"), most)
		return
	}
	for _, d := range f.Dates {
		if d.Sort == rapport.Pressure && d.Boss == 0 && d.On <= f.Today && f.Today <= d.End && d.End > d.On {
			v.silent(boss, theLoad, "you marked a season until %s", f.date(d.End))
			return
		}
	}
	finding.About = lines(finding.Evidence)
	finding.Why += ": that is more than fits, and not a matter of trying harder."
	finding.Act = Act{
		Do: OpenDraft, Step: "Put the list with dates on a page and ask what may move", Command: "rapport load",
		Draft: "Here is what is on my list with its dates. It does not all fit: which of these may wait, and until when?",
	}
	v.find(finding)
}

// onlyBoss is the boss where there is one, zero where there are several.
func (f *Facts) onlyBoss() rapport.BossID {
	if len(f.Bosses) == 1 {
		return f.Bosses[0].ID
	}
	return 0
}

// lastWeeks are the newest of the weeks whose hours are on record, one line a
// week, oldest first.
func (f *Facts) lastWeeks() []rapport.WeekHours {
	var weeks []rapport.WeekHours
	most := f.Limits.Of("R37.weeks")
	for i := len(f.Hours) - 1; i >= 0 && len(weeks) < most; i-- {
		h := f.Hours[i]
		if !h.Hours.Said || f.Days(h.Day()) > 7*(most+2) {
			continue
		}
		if n := len(weeks); n > 0 && weeks[n-1].Week == h.Week {
			continue // an older line of the same week
		}
		weeks = append(weeks, h)
	}
	slices.Reverse(weeks)
	return weeks
}

func (f *Facts) oldestDue() rapport.Day {
	oldest := f.Today
	for _, p := range f.Promises {
		if p.IsMine() && p.State == rapport.StateOpen && p.DueNow != "" {
			oldest = min(oldest, p.DueNow)
		}
	}
	return oldest
}
