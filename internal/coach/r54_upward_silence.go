package coach

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/profile"
)

// upwardSilence is R54: a new manager, or somebody whose results come by
// themselves, has hardly any planned contact upwards, and asks for nothing
// (P11, P12, P82).
func upwardSilence() Rule {
	return Rule{
		ID: "R54", Title: "hardly any planned contact upwards", Source: "S0 (P11, P12), S4 (P82)",
		Check: func(f *Facts) (v Verdict) {
			if b := f.primary(); b != nil {
				f.silenceTo(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) silenceTo(b *File, v *Verdict) {
	days := f.Limits.Of("R54.days")
	since := max(f.Today.Add(-days), b.From)
	planned, minutes := 0, 0
	var chance []Evidence
	var role *rapport.RoleChange
	for i := range f.Roles {
		if r := &f.Roles[i]; r.NewManager.IsYes() && f.Days(r.Day()) <= 365 {
			role = r
		}
	}
	from := since
	if role != nil {
		from = min(since, max(role.Day(), b.From))
	}
	for _, m := range b.Meetings {
		on := rapport.DayOf(m.Begins().Time())
		switch {
		case m.Status == rapport.Booked && on >= f.Today && (m.Kind == rapport.OneOnOne || m.Kind == rapport.ReviewTalk):
			planned++
		case m.Status != rapport.Held || on < from:
		case m.Kind == rapport.OneOnOne || m.Kind == rapport.ReviewTalk:
			if on >= since {
				planned++
			}
		default:
			chance = append(chance, evidence(m.Record, string(m.Kind)+" "+minutesOf(m)))
			minutes += int(m.Minutes.Value)
		}
	}
	star := f.unseenResults(b)
	switch least := f.Limits.Of("R54.planned"); {
	case role == nil && len(star) < f.Limits.Of("R54.results"):
		v.silent(b.ID, at(b), "you do not lead people since lately, and %s of yours went up without a word (%d would be a sign)", count(len(star), "result"), f.Limits.Of("R54.results"))
		return
	case role != nil && f.Days(role.Day()) < f.Limits.Of("R54.settle"):
		v.silent(b.ID, at(b), "you lead people for %s; after %d it is time", count(f.Days(role.Day()), "day"), f.Limits.Of("R54.settle"))
		return
	case planned >= least || role == nil && planned > 0:
		v.silent(b.ID, at(b), "%s in %d days; fewer than %d would be silence", count(planned, "planned talk"), days, least)
		return
	case f.silenceAgreed(b) != "":
		v.silent(b.ID, at(b), "%s", f.silenceAgreed(b))
		return
	}
	finding := Finding{Level: High, Boss: b.ID, Object: at(b), Cost: CostOf(4, 0), Evidence: chance}
	if role != nil {
		finding.About = append(finding.About, role.Line)
		finding.Evidence = append(finding.Evidence, evidence(role.Record, quote(role.Text)))
	} else {
		finding.Level, finding.Cost = Medium, CostOf(3, 0)
		for _, w := range star {
			finding.About = append(finding.About, w.Line)
			finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
		}
	}
	finding.About = append(finding.About, lines(chance)...)
	finding.Why = fmt.Sprintf("%s with %s in the last %d days, and %s since %s.", upper(noOrCount(planned, "planned talk")), b.Name, days, chanceWords(len(chance), minutes), f.date(from))
	finding.Act = Act{
		Do: OpenDraft, Step: "Ask for a regular talk" + f.overlapWords(b), Command: "rapport book @" + string(b.Slug),
		Draft: "I would like half an hour with you every two weeks: what you need from us, what is coming, and two or three decisions.",
	}
	if d, ok := f.occasion(b); ok {
		finding.Act.Step += fmt.Sprintf(", the first before %s (%s)", f.date(d.On), quote(d.Text))
		finding.Evidence = append(finding.Evidence, evidence(d.Record, quote(d.Text)))
	}
	v.find(finding)
	f.needsUnsaid(b, since, v)
}

func minutesOf(m rapport.Meeting) string {
	if !m.Minutes.Said {
		return "talk"
	}
	return fmt.Sprintf("of %d minutes", int(m.Minutes.Value))
}

func noOrCount(n int, what string) string {
	if n == 0 {
		return "no " + what
	}
	return count(n, what)
}

func chanceWords(n, minutes int) string {
	if n == 0 {
		return "no other contact"
	}
	text := count(n, "chance contact")
	if minutes > 0 {
		text += fmt.Sprintf(" (%d minutes in all)", minutes)
	}
	return text
}

// unseenResults are the results of the last months that the boss surely never
// heard of.
func (f *Facts) unseenResults(b *File) (all []*Work) {
	for _, w := range f.Work {
		if w.Kind == rapport.Accomplishment && f.Days(w.Day) <= 120 && w.Day >= b.From && w.ToldSaid.IsYes() && len(w.Told) == 0 && w.IsFor(b.ID) {
			all = append(all, w)
		}
	}
	return all
}

// silenceAgreed says that few contacts are what was agreed; empty where not.
func (f *Facts) silenceAgreed(b *File) string {
	rare := func(text string) bool {
		return spokenIn(text).has("only when|if needed|necessary|urgent|something", "when|as needed|necessary|required", "no need", "no meetings|talks|reports|news", "need not|no .. meet|report", "exceptions only", "only .. exceptions")
	}
	for _, a := range b.Agreements {
		if a.EndedOn == "" && (rare(a.Text) || rare(a.Pace)) {
			return "you agreed so on " + f.date(a.Day())
		}
	}
	for _, p := range b.Preferences {
		if p.EndedOn == "" && p.Grade != rapport.AnAssumption && (rare(p.Value) || strings.EqualFold(p.Value, string(profile.Exceptions))) {
			return b.Name + " said so on " + f.date(p.Day())
		}
	}
	return ""
}

// needsUnsaid is the second finding of the rule: what the user needs, and asks
// for nothing.
func (f *Facts) needsUnsaid(b *File, since rapport.Day, v *Verdict) {
	object := at(b) + " needs"
	for _, a := range b.Asks {
		if a.Day() >= since {
			v.silent(b.ID, object, "you asked for something on %s", f.date(a.Day()))
			return
		}
	}
	finding := Finding{Level: High, Boss: b.ID, Object: object, Cost: CostOf(4, 1)}
	for _, w := range f.Work {
		if w.Kind == rapport.Challenge && w.Closed == "" && !w.KnownTo(b.ID) && w.IsFor(b.ID) && w.ToldSaid.IsYes() && f.Days(w.Day) <= f.Limits.Of("R54.needs-days") {
			finding.About = append(finding.About, w.Line)
			finding.Evidence = append(finding.Evidence, evidence(w.Record, quote(w.Text)))
		}
	}
	least := f.Limits.Of("R54.needs")
	if len(finding.About) < least {
		v.silent(b.ID, object, "%s untold; %d would show that something is needed", count(len(finding.About), "challenge"), least)
		return
	}
	for _, s := range b.Surprises {
		if s.To.IsMe() && f.Days(s.Day()) <= f.Limits.Of("R54.needs-days") {
			finding.Evidence = append(finding.Evidence, evidence(s.Record, quote(s.Text)))
		}
	}
	last := f.lineOf(finding.About[len(finding.About)-1])
	finding.Why = fmt.Sprintf("%s stand in your log, the last %s, and %s was asked for nothing in %d days. Nobody guesses what another needs.",
		count(len(finding.About), "obstacle"), quote(last), b.Name, f.Days(since))
	finding.Act = Act{
		Do: OpenDraft, Step: "Bring three needs, each with its reason and a date: what should come first, what you lack, what you would trade", Command: "rapport ask @" + string(b.Slug),
		Draft: "Three things would help us most: …, …, and …. For each I have said by when and what it unlocks.",
	}
	v.find(finding)
}

// lineOf is the text of an entry.
func (f *Facts) lineOf(line rapport.LineID) string {
	if i := slices.IndexFunc(f.Work, func(w *Work) bool { return w.Line == line }); i >= 0 {
		return f.Work[i].Text
	}
	return ""
}
