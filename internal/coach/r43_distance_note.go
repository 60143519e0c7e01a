package coach

import (
	"fmt"
	"strings"

	"rapport"
)

// distanceNote is R43: a boss who sits elsewhere has had nothing in writing for
// a week, or for longer than the rhythm that went before (P63, B13).
func distanceNote() Rule {
	return Rule{
		ID: "R43", Title: "no written note to a distant boss", Source: "S3 (P63), B13",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.noteFor(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) noteFor(b *File, v *Verdict) {
	if !f.In(Remote, b.ID) {
		v.silent(b.ID, at(b), "nothing says that %s sits elsewhere", b.Name)
		return
	}
	for _, d := range f.Dates {
		if d.Sort == rapport.Leave && (d.Boss == b.ID || d.Boss == 0) && d.On <= f.Today && f.Today <= d.End {
			v.silent(b.ID, at(b), "leave until %s", f.date(d.End))
			return
		}
	}
	last, line, what := b.From, b.Line, "your boss since"
	for _, r := range b.Reports {
		if d := rapport.DayOf(r.At.Time()); d >= last {
			last, line, what = d, r.Line, "the last report"
		}
	}
	for _, m := range b.Messages {
		if m.State == rapport.Sent && m.Day() >= last {
			last, line, what = m.Day(), m.Line, "the last message"
		}
	}
	most, why := f.Limits.Of("R43.days"), "a week at most is well over a distance"
	if pace := f.agreedPace(b); pace > 0 {
		most, why = max(most, workingDays(pace)), fmt.Sprintf("every %s is agreed", count(pace, "day"))
	} else if b.Notes.Days > 0 {
		most, why = max(most, workingDays(b.Notes.Days)), fmt.Sprintf("until then a note went every %s", count(b.Notes.Days, "day"))
	}
	waited := f.Waited(last)
	if talk := b.lastTalk(); b.Notes.Days == 0 && talk != "" && f.Waited(talk) <= most {
		v.silent(b.ID, at(b), "you talked %s ago, and no written notes were ever a habit", count(f.Waited(talk), "working day"))
		return
	}
	if waited <= most {
		v.silent(b.ID, at(b), "%s was %s ago; up to %d is well (%s)", what, count(waited, "working day"), most, why)
		return
	}
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0)}
	finding.About = []rapport.LineID{line}
	finding.Evidence = append(finding.Evidence, Evidence{Line: line, Day: last, Says: what})
	asked := 0
	for _, p := range b.Pings {
		if p.Day() >= last {
			asked++
			finding.Evidence = append(finding.Evidence, evidence(p.Record, quote(p.Text)))
		}
	}
	for _, l := range b.likings() {
		if l.Value == "real-time" || l.Value == "reader" {
			finding.Evidence = append(finding.Evidence, l.Evidence)
		}
	}
	if asked > 0 || waited >= 2*most {
		finding.Level, finding.Cost = High, CostOf(4, 0)
	}
	finding.Why = fmt.Sprintf("%s has had nothing in writing since %s, %s ago; %s.", b.Name, f.date(last), count(waited, "working day"), why)
	if asked > 0 {
		finding.Why += " Since then they asked for news " + times(asked) + "."
	}
	finding.Act = Act{
		Do: OpenDraft, Step: "Send five lines today" + f.theirMorning(b) + ", and then on a fixed day", Command: "rapport report @" + string(b.Slug),
		Draft: "Five lines from here: what is done, what comes next, what is in doubt, what I need, and when the next note comes.",
	}
	v.find(finding)
}

// lastTalk is the day of the last talk of whatever kind; empty for none.
func (of *File) lastTalk() (last rapport.Day) {
	for _, m := range of.Held() {
		last = max(last, rapport.DayOf(m.Begins().Time()))
	}
	return last
}

// agreedPace is the slowest pace of written news that was agreed, in days; zero
// where none was.
func (f *Facts) agreedPace(b *File) (days int) {
	for _, a := range b.Agreements {
		if a.EndedOn == "" {
			days = max(days, everyDays(a.Pace))
		}
	}
	for _, p := range b.Preferences {
		if p.EndedOn == "" && spokenIn(p.Dim).has("update*|report*|rhythm|cadence|frequency|news|medium|involvement") {
			days = max(days, everyDays(p.Value))
		}
	}
	return days
}

// workingDays are the working days in a stretch of days, with one day's grace.
func workingDays(days int) int { return days*5/7 + 1 }

// theirMorning says when a note is there as the boss's day begins.
func (f *Facts) theirMorning(b *File) string {
	begins, _, found := strings.Cut(b.Hours, "-")
	if !found || b.Zone == nil {
		return ""
	}
	t, err := f.wall(begins, b.Zone)
	if err != nil {
		return ""
	}
	return fmt.Sprintf(", so that they are there when %s's day begins (%s there, %s here)", b.Name, strings.TrimSpace(begins), t.In(f.Now.Location()).Format("15:04"))
}
