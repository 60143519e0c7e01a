package nudges

import (
	"fmt"

	"rapport"
	"rapport/internal/coach"
)

// budget chooses what is shown: not in quiet hours or on leave, in the first
// days only what cannot wait, nothing that rests, three a day and one high.
func (d *Day) budget(marks []rapport.NudgeMark) {
	f := d.Facts
	d.Quiet = quiet(f)
	first := f.RecordDays() < f.Limits.Of("engine.first-days")
	most, mostHigh := f.Limits.Of("engine.day"), f.Limits.Of("engine.day-high")
	for _, found := range d.Advice.Findings {
		because := restsBecause(f, found, marks)
		switch {
		case because != "":
		case d.Quiet != "":
			because = d.Quiet
		case first && !speaksEarly(found.Rule):
			because = fmt.Sprintf("the record is %d days old; in the first %d only promises and the talks with a new boss come up", f.RecordDays(), f.Limits.Of("engine.first-days"))
		case len(d.Shown) >= most:
			because = "the budget of the day is spent"
		case found.Level == coach.High && mostHigh <= 0:
			because = "one pressing matter a day is enough"
		default:
			if found.Level == coach.High {
				mostHigh--
			}
			d.Shown = append(d.Shown, found)
			continue
		}
		d.Resting = append(d.Resting, Resting{found, because})
	}
}

// quiet says why no nudge is shown at this moment; empty where one may be.
func quiet(f *coach.Facts) string {
	from, until := f.Limits.Of("engine.hour-from"), f.Limits.Of("engine.hour-until")
	switch hour := f.Now.Hour(); {
	case f.Clock.Off(f.Today):
		return "you are on leave"
	case !f.User.WorkDays.Has(f.Today.Weekday()):
		return "it is no working day of yours"
	case hour < from || hour >= until:
		return fmt.Sprintf("it is outside your hours, %d to %d", from, until)
	}
	return ""
}

// speaksEarly reports whether a rule may speak in the first days of a record.
func speaksEarly(id string) bool {
	r, err := coach.FindRule(id)
	return err == nil && r.Early
}

// restsBecause says why a finding rests; empty where it does not.
func restsBecause(f *coach.Facts, found coach.Finding, marks []rapport.NudgeMark) (because string) {
	dismissed := 0
	muted := false
	cool := f.Limits.Of("engine.cool-down")
	if found.Level == coach.High {
		cool = f.Limits.Of("engine.cool-down-high")
	}
	for _, m := range marks {
		if m.Rule != found.Rule || m.Boss != 0 && m.Boss != found.Boss || m.Object != "" && m.Object != string(found.Object) {
			continue
		}
		switch days := f.Days(m.Day()); m.What {
		case rapport.NudgeMuted:
			muted = true
		case rapport.NudgeUnmuted:
			muted = false
		case rapport.NudgeSnoozed:
			if m.Until > f.Today {
				because = "snoozed until " + string(m.Until)
			}
		case rapport.NudgeDone:
			if days < f.Limits.Of("engine.cool-down") {
				because = "done on " + string(m.Day())
			}
		case rapport.NudgeDismissed:
			dismissed++
			if days < cool || dismissed >= 2 && days < f.Limits.Of("engine.dismissed") {
				because = "dismissed on " + string(m.Day())
			}
		case rapport.NudgeShown:
			if days > 0 && days < cool {
				because = "shown on " + string(m.Day())
			}
		}
	}
	if muted {
		return "muted"
	}
	return because
}
