package coach

import (
	"fmt"

	"rapport"
)

// leaveCover is R53: leave is near and nobody knows yet who decides what.
func leaveCover() Rule {
	return Rule{
		ID: "R53", Title: "leave without a handover", Source: "B3 (no surprises)",
		Check: func(f *Facts) (v Verdict) {
			for _, d := range f.Dates {
				if d.Sort == rapport.Leave && d.Boss == 0 && d.On > f.Today {
					f.coverFor(d, &v)
				}
			}
			return v
		},
	}
}

func (f *Facts) coverFor(d Date, v *Verdict) {
	boss, object := f.onlyBoss(), Object(d.Line)
	ahead := f.Limits.Of("R53.ahead")
	// Leave does not count as working days, so the user's week decides here.
	length := 0
	for day := d.On; day <= d.End && length <= 60; day = day.Add(1) {
		if f.User.WorkDays.Has(day.Weekday()) {
			length++
		}
	}
	left := d.On.Sub(f.Today)
	switch {
	case left > ahead:
		v.silent(boss, object, "it begins in %s; from %d on it is time", count(left, "day"), ahead)
		return
	case length < f.Limits.Of("R53.least"):
		v.silent(boss, object, "it is %s long", count(length, "working day"))
		return
	}
	if on := f.handedOver(d); on != "" {
		v.silent(boss, object, "a handover is on record of %s", f.date(on))
		return
	}
	finding := Finding{Level: Medium, Boss: boss, Object: object, About: []rapport.LineID{d.Line}, Cost: CostOf(3, left/2)}
	finding.Evidence = append(finding.Evidence, evidence(d.Record, quote(d.Text)))
	open := 0
	for _, p := range f.Promises {
		if p.IsMine() && p.State == rapport.StateOpen && p.DueNow != "" && p.DueNow <= d.End.Add(3) {
			open++
			finding.Evidence = append(finding.Evidence, evidence(p.Record, quote(p.Text)+", due "+f.date(p.DueNow)))
			if p.DueNow >= d.On && p.DueNow <= d.End {
				finding.Level, finding.Cost = High, CostOf(4, left/2)
			}
		}
	}
	for _, a := range f.Asks {
		if a.State() == rapport.StateOpen && a.Due != "" && a.Due >= f.Today && a.Due <= d.End {
			open++
			finding.Evidence = append(finding.Evidence, evidence(a.Record, quote(a.Text)))
		}
	}
	if length < 2 && open == 0 {
		v.silent(boss, object, "one day, and nothing falls due in it")
		return
	}
	finding.Why = fmt.Sprintf("You are away from %s to %s, no handover is on record, and %s due by then.", f.date(d.On), f.date(d.End), thatFall(open))
	finding.Act = Act{Do: OpenDraft, Step: "Write a page: what is open, who decides in the meantime, when you are back", Command: "rapport report"}
	v.find(finding)
}

func thatFall(n int) string {
	switch n {
	case 0:
		return "nothing falls"
	case 1:
		return "1 matter falls"
	}
	return fmt.Sprintf("%d matters fall", n)
}

// handedOver is the day on which a handover for a leave was logged, written or
// planned; empty where none was.
func (f *Facts) handedOver(d Date) rapport.Day {
	since := d.On.Add(-45)
	isCover := func(text string) bool {
		return spokenIn(text).has("handover*|hand-over|cover|covers|covering|deputy|deputise*|substitute*|replacement", "hand|hands|handed|handing .. over", "stand*|fill* in for", "while i am|i'm away|off|out|gone", "takes|take over .. me|my")
	}
	for _, w := range f.Since(since) {
		if isCover(w.Text) {
			return w.Day
		}
	}
	for _, m := range f.Messages {
		if m.Day() >= since && isCover(m.Text) {
			return m.Day()
		}
	}
	for _, r := range f.Reports {
		if on := rapport.DayOf(r.At.Time()); on >= since && isCover(r.Text) {
			return on
		}
	}
	for _, a := range f.Agenda {
		if a.Day() >= since && isCover(a.Text) {
			return a.Day()
		}
	}
	for _, p := range f.Promises {
		if p.Day() >= since && isCover(p.Text) {
			return p.Day()
		}
	}
	return ""
}
