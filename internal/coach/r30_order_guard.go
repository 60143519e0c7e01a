package coach

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// orderGuard is R30: a contact past the boss about the user's own career, and
// the boss has not heard of it (P41, P50). Protected matters are nobody's
// business.
func orderGuard() Rule {
	return Rule{
		ID: "R30", Title: "a contact past the boss that they do not know of", Source: "S1, S2 (P41, P50)",
		Check: func(f *Facts) (v Verdict) {
			b := f.primary()
			if b == nil {
				return v
			}
			for _, c := range f.Contacts {
				f.guardContact(b, c, &v)
			}
			for _, p := range f.pastTheBoss() {
				f.guardPlan(b, p, &v)
			}
			return v
		},
	}
}

func (f *Facts) guardContact(b *File, c rapport.Contact, v *Verdict) {
	object := Object(c.Line)
	open := c.State() == rapport.StateOpen
	fresh := c.DoneOn != "" && f.Days(c.DoneOn) <= f.Limits.Of("R30.past")
	on := c.On
	if on == "" {
		on = c.Day()
	}
	switch {
	case !open && !fresh:
		v.silent(b.ID, object, "it is over since %s", f.date(c.DoneOn))
	case c.With == rapport.AMentor || c.With == rapport.AStakeholder:
		v.silent(b.ID, object, "a mentor or a stakeholder does not go past %s", b.Name)
	case !c.OnCareer.IsYes() && c.With != rapport.HumanResources && !spokenIn(c.Text).isOnCareer():
		v.silent(b.ID, object, "it is not about your own career")
	case !c.Protected.IsEmpty() || isSafeguarded(c.Text):
		v.silent(b.ID, object, "it is protected: you need tell nobody first")
	case c.Invited.IsYes():
		v.silent(b.ID, object, "%s suggested it", b.Name)
	case c.Told == b.ID:
		v.silent(b.ID, object, "%s knows since %s", b.Name, f.date(c.ToldOn))
	default:
		text := c.Name
		if c.Text != "" {
			text += ": " + c.Text
		}
		v.find(f.guarded(b, bypass{Record: c.Record, object: object, on: on, text: text, planned: open}))
	}
}

// bypass is a line that speaks of a contact past the boss.
type bypass struct {
	rapport.Record
	object  Object
	on      rapport.Day
	text    string
	planned bool
	told    []rapport.Told
}

// pastTheBoss reads plans out of what is written down elsewhere: the calendar,
// fresh entries, the user's own promises.
func (f *Facts) pastTheBoss() []bypass {
	var all []bypass
	for _, d := range f.Dates {
		if d.On >= f.Today && f.Left(d.On) <= 60 {
			all = append(all, bypass{Record: d.Record, on: d.On, text: d.Text, planned: true})
		}
	}
	for _, w := range f.Since(f.Today.Add(-30)) {
		if w.Closed == "" && w.Kind != rapport.FeedbackReceived && w.Kind != rapport.Accomplishment {
			all = append(all, bypass{Record: w.Record, on: w.Day, text: w.Text, told: w.Told})
		}
	}
	for _, p := range f.Promises {
		if p.IsMine() && p.State == rapport.StateOpen && p.Boss() == 0 && f.Days(p.Day()) <= 60 {
			all = append(all, bypass{Record: p.Record, on: max(p.DueNow, f.Today), text: "to " + f.Names.Person(p.To) + ": " + p.Text, planned: true})
		}
	}
	for i := range all {
		all[i].object = Object(all[i].Line)
	}
	return all
}

func (f *Facts) guardPlan(b *File, p bypass, v *Verdict) {
	s := spokenIn(p.text)
	if !s.goesPast() && !s.goesAbove(b) || !s.isOnCareer() || !p.planned && !s.isPlan() {
		return // an ordinary line: nothing was looked at
	}
	switch {
	case isSafeguarded(p.text):
		v.silent(b.ID, p.object, "it is protected: you need tell nobody first")
	case slices.ContainsFunc(p.told, func(t rapport.Told) bool { return t.Boss == b.ID }):
		v.silent(b.ID, p.object, "%s knows of it", b.Name)
	case f.careerShared(b):
		v.silent(b.ID, p.object, "%s has heard where you want to go", b.Name)
	case s.has("suggested|invited|proposed|sent|asked by") || f.invitedTo(b, p.text):
		v.silent(b.ID, p.object, "it was suggested to you")
	default:
		p.planned = true
		v.find(f.guarded(b, p))
	}
}

// goesPast reports whether a text speaks of somebody beside or above the boss.
func (s spoken) goesPast() bool {
	return s.has(
		"hr|personnel", "human resources", "people team|department|office|partner", "skip level", "boss's|manager's|chief's|superior's boss|manager|chief|superior",
		"another|other|different|neighbouring|their department|team|unit|ward|branch|school|office|division|section|site|store",
		"head|director|manager|lead|chief|chair|principal of", "vice president|ceo|cfo|coo|cto|superintendent|provost|dean|managing director", "works|staff council",
	)
}

// goesAbove reports whether a text speaks of meeting somebody by a title that
// is not the boss's own.
func (s spoken) goesAbove(b *File) bool {
	role := spokenIn(b.Role)
	for _, title := range [...]string{"director", "head", "principal", "owner", "president", "chief", "chair", "rector", "matron", "commander"} {
		if s.has("with|to|see|tell|ask the|our "+title) && !role.has(title) {
			return true
		}
	}
	return false
}

// isOnCareer reports whether a text is about where somebody wants to go.
func (s spoken) isOnCareer() bool {
	return s.has(
		"career|promotion|promoted|secondment|vacancy|vacant|posting|opening", "transfer|move|switch|change to|into|in|within|teams|department*", "my transfer|move|pay|salary|grade|future|next|development|role|contract",
		"apply|application|applying|interview", "a|the|that|her|his|their|new|open|for .. job|position|post|role", "a|my|internal|own transfer", "pay rise|raise", "raise|rise in pay|salary", "next step",
	)
}

// isPlan reports whether a text speaks of what is to be done.
func (s spoken) isPlan() bool {
	return s.has(
		"will|plan|planning|plans|going|want|wants|intend|thinking|should|could|might|shall|maybe|tomorrow|next|soon|todo", "let me", "coffee|lunch|appointment|call|slot|interview|meeting with|at|on|booked|set",
		"arrange*|booked|agreed .. with", "talk|speak|write|go|reach|turn|apply to",
	) && !s.has("i|we spoke|talked|met|asked|wrote|told|applied")
}

// careerShared reports whether the boss heard of a career goal that is open.
func (f *Facts) careerShared(b *File) bool {
	return slices.ContainsFunc(f.Careers, func(c rapport.CareerGoal) bool {
		return c.ClosedOn == "" && slices.Contains(c.SharedWith, b.ID)
	})
}

// invitedTo reports whether a text names somebody whom the boss suggested.
func (f *Facts) invitedTo(b *File, text string) bool {
	s := spokenIn(text)
	return slices.ContainsFunc(f.Stakeholders, func(h rapport.Stakeholder) bool {
		first, _, _ := strings.Cut(strings.ToLower(h.Name), " ")
		return h.SuggestedBy.Boss == b.ID && first != "" && slices.Contains(s, first)
	})
}

func (f *Facts) guarded(b *File, p bypass) Finding {
	finding := Finding{
		Level: High, Boss: b.ID, Object: p.object, About: []rapport.LineID{p.Line}, Cost: CostOf(4, max(0, f.Left(p.on))),
		Evidence: []Evidence{evidence(p.Record, quote(p.text))},
		Why:      fmt.Sprintf("%s has not heard of %s: told by you it is a plan, heard from others it is a surprise.", b.Name, quote(p.text)),
		Act: Act{
			Do: OpenDraft, Step: "Tell " + b.Name + " first, in a sentence, then go", Command: "rapport career",
			Draft: "I would like to talk to others about my next step as well, and wanted you to hear it from me first.",
		},
	}
	if !p.planned {
		finding.Level, finding.Cost = Medium, CostOf(3, 0)
		finding.Act.Step = "Tell " + b.Name + " soon, in a sentence, before it comes from others"
	}
	return finding
}
