package coach

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// stayOrGo is R35: signals of several kinds over weeks, adaptations tried, and
// still the thought that it works only if the boss changes. It offers a private
// review with both sides of the evidence, and no verdict (P8, P54, P57, B18).
func stayOrGo() Rule {
	return Rule{
		ID: "R35", Title: "it may be time to look at the whole", Source: "S2 (P54, P57), B18 (McLean et al. 2013)", Private: true,
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.wholeOf(b, &v)
			}
			return v
		},
	}
}

// signal is one sign that something in a relation does not work.
type signal struct {
	kind string
	Evidence
}

func (f *Facts) wholeOf(b *File, v *Verdict) {
	signals := f.signalsOf(b)
	kinds := map[string]bool{}
	var first, last rapport.Day
	for _, s := range signals {
		kinds[s.kind] = true
		if first == "" || s.Day < first {
			first = s.Day
		}
		last = max(last, s.Day)
	}
	span := 0
	if first != "" {
		span = last.Sub(first)
	}
	if len(kinds) < f.Limits.Of("R35.kinds") {
		v.silent(b.ID, at(b), "signals of %s; %d would be a pattern", count(len(kinds), "kind"), f.Limits.Of("R35.kinds"))
		return
	}
	tried := f.adaptationsOf(b)
	good := f.goodSigns(b)
	var thoughts []thought
	for _, t := range f.leanings() {
		if f.Days(t.Day) <= f.Limits.Of("R35.said") {
			thoughts = append(thoughts, t)
		}
	}
	switch {
	case span < f.Limits.Of("R35.span"):
		v.silent(b.ID, at(b), "the signals lie within %s; a pattern takes %d", count(span, "day"), f.Limits.Of("R35.span"))
	case len(tried) < f.Limits.Of("R35.adapted"):
		v.silent(b.ID, at(b), "%s tried; %d come first", count(len(tried), "adaptation"), f.Limits.Of("R35.adapted"))
	case len(thoughts) == 0 && len(b.hardships(f)) == 0:
		v.silent(b.ID, at(b), "nothing you wrote says that only a change of theirs would help")
	case b.Age < 90:
		v.silent(b.ID, at(b), "the relation is %s old", count(b.Age, "day"))
	case len(good) >= len(signals):
		v.silent(b.ID, at(b), "as much speaks for the relation (%d) as against it (%d)", len(good), len(signals))
	case slices.ContainsFunc(f.Careers, func(c rapport.CareerGoal) bool { return c.ClosedOn == "" && c.State == rapport.CareerPlanned }):
		v.silent(b.ID, at(b), "a next step is planned already")
	default:
		finding := Finding{Level: High, Boss: b.ID, Object: at(b), Cost: CostOf(4, 0), Private: true}
		for _, s := range signals {
			finding.About = append(finding.About, s.Line)
			finding.Evidence = append(finding.Evidence, s.Evidence)
		}
		finding.Evidence = slices.Concat(finding.Evidence, tried, good)
		for _, t := range thoughts {
			finding.Evidence = append(finding.Evidence, Evidence{Line: t.Line, Day: t.Day, Says: t.Kind})
		}
		var names []string
		for _, s := range signals {
			if !slices.Contains(names, s.kind) {
				names = append(names, s.kind)
			}
		}
		finding.Why = fmt.Sprintf("With %s: %s, since %s, and %s tried. What speaks for the relation (%s) stands in the list as well.", b.Name, strings.Join(names, ", "),
			f.date(first), count(len(tried), "adaptation"), count(len(good), "line"))
		finding.Act = Act{
			Do: Look, Step: "Look at both sides in private, with the options and a date for each; nothing is decided by it, and your health counts in it",
			Command: "rapport reflect --boss @" + string(b.Slug),
		}
		v.find(finding)
	}
}

func (of *File) hardships(f *Facts) (open []rapport.Hardship) {
	for _, h := range f.Hardships {
		if h.Boss == of.ID && h.EndedOn == "" {
			open = append(open, h)
		}
	}
	return open
}

// signalsOf collects the signals by kind. A kind that can happen to anybody
// once counts from the second time.
func (f *Facts) signalsOf(b *File) []signal {
	var all []signal
	since := f.Today.Add(-f.Limits.Of("R35.back"))
	add := func(kind string, least int, lines []Evidence) {
		lines = slices.DeleteFunc(lines, func(e Evidence) bool { return e.Day < since })
		if len(lines) >= least {
			for _, e := range lines {
				all = append(all, signal{kind, e})
			}
		}
	}
	var cancelled, broken, unanswered, surprised, badly, public, refused, sunk []Evidence
	for _, m := range b.Meetings {
		if m.Status == rapport.Cancelled && m.By.Boss == b.ID {
			cancelled = append(cancelled, evidence(m.Record, "one-on-one cancelled"))
		}
	}
	for _, p := range b.Theirs {
		if p.State == rapport.StateMissed || p.State == rapport.StateOpen && p.DueNow != "" && f.Waited(p.DueNow) > 5 {
			broken = append(broken, evidence(p.Record, quote(p.Text)))
		}
	}
	for _, a := range b.Asks {
		if a.State() == rapport.StateOpen && f.Waited(a.Day()) > 15 {
			unanswered = append(unanswered, evidence(a.Record, quote(a.Text)))
		}
		if a.Answered.IsYes() && spokenIn(a.Answer).has("no|refused|declined|rejected|denied") {
			refused = append(refused, evidence(a.Record, quote(a.Text)))
		}
	}
	for _, s := range b.Surprises {
		if s.To.IsMe() {
			surprised = append(surprised, evidence(s.Record, quote(s.Text)))
		}
	}
	for _, t := range b.Taken {
		if t.Sign == rapport.TakenBadly && !t.Derived {
			badly = append(badly, Evidence{Line: t.Line, Day: t.Day, Says: "a bad reaction"})
		}
	}
	for _, e := range f.Public {
		if e.Boss == b.ID && spokenIn(e.Text).isHostile() {
			public = append(public, evidence(e.Record, quote(e.Text)))
		}
	}
	for _, c := range f.Careers {
		if c.State == rapport.CareerRefused && slices.Contains(c.SharedWith, b.ID) {
			refused = append(refused, evidence(c.Record, "your career goal"))
		}
	}
	for _, r := range f.Ratings {
		if r.Was.Said && r.Value.Value < r.Was.Value {
			sunk = append(sunk, evidence(r.Record, "your rating"))
		}
	}
	add("talks cancelled by them", 2, cancelled)
	add("promises not kept", 2, broken)
	add("asks without an answer", 2, unanswered)
	add("news that reached you through others", 1, surprised)
	add("bad reactions", 2, badly)
	add("being put down in front of others", 1, public)
	add("refusals", 1, refused)
	add("ratings of yours that fell", 1, sunk)
	slices.SortStableFunc(all, func(x, y signal) int { return cmp.Compare(x.Day, y.Day) })
	return all
}

// isHostile reports whether something in public put the user down.
func (s spoken) isHostile() bool {
	return s.has(
		"shout*|yell*|humiliat*|mock*|ridicul*|belittl*|insult*|sneer*|snap*|interrupt*|sarcas*|laughed|blam*|dismiss*|ignored|scold*", "put|cut|talked|talks me down|off|over",
		"took|takes|claimed|claims|presented .. credit|my|own|his|her", "as her|his own", "without naming|mentioning|crediting|thanking", "in front of everyone|everybody .. me",
	)
}

// adaptationsOf are the things that the user tried: a step after feedback, an
// agreement on news, a new rhythm, another form, help, and entries that say so.
func (f *Facts) adaptationsOf(b *File) []Evidence {
	var all []Evidence
	for _, fb := range b.Feedback {
		if fb.Action != "" || fb.ActionOn != "" {
			all = append(all, evidence(fb.Record, quote(fb.Action)))
		}
	}
	for _, a := range b.Agreements {
		all = append(all, evidence(a.Record, quote(a.Text)))
	}
	for _, r := range f.Rhythms {
		if r.Boss == b.ID && r.Day().Sub(b.From) > 14 {
			all = append(all, evidence(r.Record, "a rhythm agreed"))
		}
	}
	for _, d := range f.Disclosures {
		if d.Boss == b.ID && d.SaidOn != "" {
			all = append(all, evidence(d.Record, "something told in confidence"))
		}
	}
	for i, r := range b.Reports {
		if i > 0 && r.Medium != "" && b.Reports[i-1].Medium != "" && r.Medium != b.Reports[i-1].Medium {
			all = append(all, evidence(r.Record, "a report by another way"))
		}
	}
	for _, w := range f.Work {
		if s := spokenIn(w.Text); s.has(
			"tried|trying|switched|switching|adapted|adapting|adjusted|experiment*", "changed my|the .. report*|form*|way|style|update*|mail*|agenda|note*", "instead of",
			"now send|sending|write|writing|bring|bringing|call|calling|report|reporting", "started sending|writing|bringing|asking|calling|to", "new format|form|way|rhythm",
		) && s.has("report*|update*|mail*|note*|agenda|brief*|summar*|talk*|meeting*|one|weekly|daily|page|call*|option*|her|him|minutes|hour|lines|phone|morning*|evening*|monday*|friday*|written|short*|early|"+strings.ToLower(string(b.Slug))) {
			all = append(all, evidence(w.Record, quote(w.Text)))
		}
	}
	for _, t := range f.thoughts(func(s spoken) bool {
		return s.has("tried|adapted|switched .. report*|update*|talk*|mail*|meeting*|agenda|page|form*|option*|asking|early|short*|written|calm*|way*")
	}) {
		all = append(all, Evidence{Line: t.Line, Day: t.Day, Says: t.Kind})
	}
	return all
}

// goodSigns are what speaks for the relation: it is shown beside the rest.
func (f *Facts) goodSigns(b *File) []Evidence {
	var all []Evidence
	for _, t := range b.Taken {
		if t.Sign == rapport.TakenWell && !t.Derived {
			all = append(all, Evidence{Line: t.Line, Day: t.Day, Says: "a good reaction"})
		}
	}
	for _, fb := range b.Feedback {
		if fb.Kind == rapport.Praise {
			all = append(all, evidence(fb.Record, quote(fb.Text)))
		}
	}
	for _, p := range b.Theirs {
		if p.State == rapport.StateKept {
			all = append(all, evidence(p.Record, quote(p.Text)))
		}
	}
	return all
}
