package coach

import (
	"fmt"
	"slices"

	"rapport"
)

// roleChanged is R55: the job became another one, and nobody has said yet what
// it is now (P11, P88, B11).
func roleChanged() Rule {
	return Rule{
		ID: "R55", Title: "the role changed and nobody said what it is now", Source: "S0 (P11), B11 (Watkins)",
		Check: func(f *Facts) (v Verdict) {
			if b := f.primary(); b != nil {
				f.changedRole(b, &v)
			}
			return v
		},
	}
}

// change is something that made another job of the user's.
type change struct {
	rapport.Fact
	text string
}

// changes are the role changes and reorganisations, oldest first.
func (f *Facts) changes(b *File) []change {
	var all []change
	for _, r := range f.Roles {
		if f.isChange(r) {
			all = append(all, change{r.Fact, r.Text})
		}
	}
	for _, r := range b.Reorgs {
		all = append(all, change{r.Fact, r.Text})
	}
	for _, h := range f.Heard {
		if s := spokenIn(h.Text); s.has("reorgani*|restructur*|merger|merged|merges|merging", "reports|report|moves|move|moved to .. from", "new structure|organisation|organization") {
			all = append(all, change{h.Fact, h.Text})
		}
	}
	slices.SortStableFunc(all, func(x, y change) int { return compare(x.At.At, y.At.At) })
	return all
}

// isChange reports whether a line on the role says that it became another one:
// the first line of a record mostly says what it is.
func (f *Facts) isChange(r rapport.RoleChange) bool {
	if r.NewManager.IsYes() {
		return true
	}
	if spokenIn(r.Text).has("promot*|new|became|become|becoming|moved|moves|transfer*|acting|interim|extended|extra|additional|added|also|takes|taking|took|now|changed|change|from") {
		return true
	}
	// What the user does from the start stands at the start of a record.
	return len(f.Roles) > 0 && (f.Roles[0].ID != r.ID || f.RecordDays()-f.Days(r.Day()) > f.Limits.Of("R55.start"))
}

func (f *Facts) changedRole(b *File, v *Verdict) {
	all := f.changes(b)
	if len(all) == 0 {
		v.silent(b.ID, at(b), "no change of role or structure is on record")
		return
	}
	last := all[len(all)-1]
	days, back := f.Days(last.Day()), f.Limits.Of("R55.back")
	switch {
	case spokenIn(last.text).has("cancel*|revers*|withdrawn|dropped|postponed", "called off", "will not happen|come", "won't happen|come"):
		v.silent(b.ID, at(b), "it was taken back on %s", f.date(last.Day()))
		return
	case days <= f.Limits.Of("R55.days"):
		v.silent(b.ID, at(b), "the change is %s old; %d may pass", count(days, "day"), f.Limits.Of("R55.days"))
		return
	case days > back:
		v.silent(b.ID, at(b), "the change of %s is more than %d days old", f.date(last.Day()), back)
		return
	case f.expectedSince(b, last.Day()) != "":
		v.silent(b.ID, at(b), "%s", f.expectedSince(b, last.Day()))
		return
	case last.Day() < b.From:
		v.silent(b.ID, at(b), "%s came after the change: the talks with a new boss cover it", b.Name)
		return
	}
	finding := Finding{Level: Medium, Boss: b.ID, Object: at(b), Cost: CostOf(3, 0), About: []rapport.LineID{last.Line}}
	if days > f.Limits.Of("R55.late") {
		finding.Level, finding.Cost = Low, CostOf(2, 0)
	}
	finding.Evidence = append(finding.Evidence, evidence(last.Record, quote(last.text)))
	for i := len(f.Work) - 1; i >= 0 && len(finding.Evidence) < 6; i-- {
		if w := f.Work[i]; w.Day >= last.Day() && w.Kind == rapport.Progress {
			finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
		}
	}
	finding.Why = fmt.Sprintf("Your role changed on %s (%s), and no talk about what is expected now is on record since.", f.date(last.Day()), quote(last.text))
	finding.Act = Act{
		Do: AddToTalk, Step: "Agree what the job is now: what to stop, what to begin, what it is measured by", Command: "rapport agenda @" + string(b.Slug),
		Draft: "What do you expect of me in this role by the end of the quarter, and what of the old work shall I let go?",
	}
	v.find(finding)
}

// expectedSince says that expectations were talked about since a day; empty where
// not.
func (f *Facts) expectedSince(b *File, since rapport.Day) string {
	for _, m := range b.Held() {
		if on := rapport.DayOf(m.Begins().Time()); on >= since && (spokenIn(m.Conversation).has("expect*|role|situation|goals") || m.Kind == rapport.ReviewTalk) {
			return "expectations were talked about on " + f.date(on)
		}
	}
	for _, c := range f.Criteria {
		if c.Boss == b.ID && c.Day() >= since {
			return "a criterion was recorded on " + f.date(c.Day())
		}
	}
	for _, g := range b.Goals {
		if on := rapport.DayOf(g.At.Time()); g.Confirmed && on >= since {
			return "a goal was confirmed on " + f.date(on)
		}
		if g.ConfirmedOn >= since && g.ConfirmedOn != "" {
			return "a goal was confirmed on " + f.date(g.ConfirmedOn)
		}
	}
	for _, a := range f.Agenda {
		if a.Boss == b.ID && a.RaisedOn >= since && a.RaisedOn != "" && spokenIn(a.Text).has("expect*|role|job|tasks|responsib*") {
			return "it was on the agenda of " + f.date(a.RaisedOn)
		}
	}
	for _, i := range b.Instructions {
		if i.Day() >= since && spokenIn(i.Text).has("expect*|role|responsib*|job") {
			return b.Name + " said on " + f.date(i.Day()) + " what is expected"
		}
	}
	return ""
}
