package coach

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/profile"
)

// styleUnknown is R32: after four weeks little is known of how the boss likes
// things (P75). It speaks while the relation is young and texts go out in a form
// that nobody asked for, and later only when a talk is near in which something
// can be seen.
func styleUnknown() Rule {
	return Rule{
		ID: "R32", Title: "little is known of how the boss likes things", Source: "S1 (P34, P75), B1",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.unknownStyle(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) unknownStyle(b *File, v *Verdict) {
	known := map[profile.Dimension]bool{}
	seen := map[profile.Value]int{}
	var behind []Evidence
	for _, l := range b.likings() {
		if seen[l.Value]++; l.Stated || seen[l.Value] >= 3 {
			known[l.Of()] = true
		}
		behind = append(behind, l.Evidence)
	}
	for _, p := range b.Preferences {
		if p.EndedOn == "" && p.Grade != rapport.AnAssumption {
			if d, err := profile.ParseDimension(p.Dim); err == nil {
				known[d] = true
			}
		}
	}
	after, enough := f.Limits.Of("R32.after"), f.Limits.Of("R32.known")
	talk, booked := f.NextTalk(b)
	near := booked && f.Days(rapport.DayOf(talk.Begins().Time())) >= -f.Limits.Of("R32.ahead")
	switch {
	case len(known) >= enough:
		v.silent(b.ID, at(b), "%s of style are known; %d are enough", count(len(known), "dimension"), enough)
		return
	case b.Age < after:
		v.silent(b.ID, at(b), "%s is your boss for %s; after %d it is time", b.Name, count(b.Age, "day"), after)
		return
	case b.Age > f.Limits.Of("R32.until") && !near:
		v.silent(b.ID, at(b), "no talk within %s in which something could be seen", count(f.Limits.Of("R32.ahead"), "day"))
		return
	case slices.ContainsFunc(fiveConversations().Check(f).Found, func(x Finding) bool { return x.Boss == b.ID }):
		v.silent(b.ID, at(b), "the talk about style is one of those that R05 asks for")
		return
	case !near && len(f.lastOutputs(b)) == 0:
		v.silent(b.ID, at(b), "nothing was written to %s yet, and no talk is near", b.Name)
		return
	case f.copiedTo(b):
		v.silent(b.ID, at(b), "habits were copied from another boss: R33 looks after those")
		return
	}
	unknown := slices.DeleteFunc(slices.Clone(profile.Dimensions[:]), func(d profile.Dimension) bool { return known[d] })
	var words []string
	for _, d := range unknown[:min(2, len(unknown))] {
		words = append(words, whatToWatch(d))
	}
	finding := Finding{Level: Low, Boss: b.ID, Object: at(b), Cost: CostOf(2, 0), Routine: true, Evidence: behind}
	finding.Evidence = append(finding.Evidence, Evidence{Line: b.Line, Day: b.From, Says: "your boss since"})
	finding.About = []rapport.LineID{b.Line}
	finding.Why = fmt.Sprintf("Of how %s likes things %d of 8 are known after %s.", b.Name, len(known), count(b.Age, "day"))
	finding.Act = Act{
		Do: Capture, Step: "In the next talk watch " + strings.Join(words, " and ") + ", or ask", Command: "rapport saw @" + string(b.Slug),
		Draft: "How do you like to hear from me: on paper first or in a talk, and how much of the detail?",
	}
	v.find(finding)
}

func (f *Facts) copiedTo(b *File) bool {
	return slices.ContainsFunc(f.Copies, func(c rapport.PreferenceCopy) bool { return c.To == b.ID })
}

// whatToWatch says by what a dimension shows.
func whatToWatch(d profile.Dimension) string {
	switch d {
	case profile.Intake:
		return "whether they read first or ask you to tell it"
	case profile.Detail:
		return "where they stop: at the headline or in the figures"
	case profile.Evidence:
		return "what convinces them: a number, a case, a risk, a goal"
	case profile.Involvement:
		return "whether they want to see unfinished work"
	case profile.Decision:
		return "how they decide: at once, among options, after hearing others"
	case profile.Structure:
		return "whether they keep to an agenda"
	case profile.Availability:
		return "when they answer"
	}
	return "what they say when news is bad"
}
