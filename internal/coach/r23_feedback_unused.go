package coach

import (
	"fmt"
	"slices"
	"strings"

	"rapport"
)

// feedbackUnused is R23: feedback that asks for a change, without a step or a
// word back after two weeks, or with something for this boss due before (B5).
func feedbackUnused() Rule {
	return Rule{
		ID: "R23", Title: "feedback not used yet", Source: "B5 (Ashford), P32",
		Check: func(f *Facts) (v Verdict) {
			for _, b := range f.Bosses {
				f.feedbackUnusedOf(b, &v)
			}
			return v
		},
	}
}

func (f *Facts) feedbackUnusedOf(b *File, v *Verdict) {
	finding := Finding{Level: Low, Boss: b.ID, Object: at(b), Cost: CostOf(2, 2)}
	var last rapport.Feedback
	output := ""
	for _, g := range b.Feedback {
		because, due := f.feedbackCalm(b, g)
		if because != "" {
			v.silent(b.ID, Object(g.Line), "%s: %s", quote(g.Text), because)
			continue
		}
		last = g
		if due != "" {
			output = due
		} else if f.Days(g.Day()) <= 45 {
			finding.Level = Medium
		}
		finding.About = append(finding.About, g.Line)
		finding.Evidence = append(finding.Evidence, evidence(g.Record, quote(g.Text)))
	}
	if last.ID == 0 {
		return
	}
	finding.Why = fmt.Sprintf("%s told you on %s: %s. No step is on record yet.", b.Name, f.date(last.Day()), quote(last.Text))
	if output != "" {
		finding.Why += " " + output
	}
	finding.Act = Act{
		Do: Capture, Step: "Pick one step, use it in the next thing they see, and say what changed", Command: fmt.Sprintf("rapport feedback used %d", last.Number),
		Draft: "I took up what you said last time: this one is done that way. Is it what you had in mind?",
	}
	v.find(finding)
}

// feedbackCalm says why feedback needs no reminder, or which output to the boss
// falls due first.
func (f *Facts) feedbackCalm(b *File, g rapport.Feedback) (because, output string) {
	days := f.Days(g.Day())
	switch {
	case g.State() != rapport.StateOpen:
		return "something was done about it, or it was praise", ""
	case !asksChange(g):
		return "it asks for no change", ""
	case days > f.Limits.Of("R23.back"):
		return "it is older than " + count(f.Limits.Of("R23.back"), "day"), ""
	case f.saidTwice(b, g):
		return "R24 has it: it was said twice", ""
	case f.usedSince(b, g):
		return "later work shows it", ""
	case days >= f.Limits.Of("R23.wait"):
		return "", ""
	}
	if next, ok := f.nextOutput(b); ok && next <= g.Day().Add(f.Limits.Of("R23.wait")) {
		return "", "Something for them falls due on " + f.date(next) + ": a good place to show it."
	}
	return fmt.Sprintf("it is %s old; %d may pass", count(days, "day"), f.Limits.Of("R23.wait")), ""
}

// nextOutput is the day on which the next report, talk or promise for the boss
// falls.
func (f *Facts) nextOutput(b *File) (next rapport.Day, found bool) {
	soonest := func(d rapport.Day) {
		if d >= f.Today && (!found || d < next) {
			next, found = d, true
		}
	}
	if n := len(b.Reports); n > 0 && b.Notes.Days > 0 {
		soonest(rapport.DayOf(b.Reports[n-1].At.Time()).Add(b.Notes.Days))
	}
	if on, _, _ := f.nextTalkDay(b); on != "" {
		soonest(on)
	}
	for _, p := range b.Mine {
		if p.State == rapport.StateOpen && p.DueNow != "" {
			soonest(p.DueNow)
		}
	}
	return next, found
}

// usedSince reports whether something written later is about the feedback.
func (f *Facts) usedSince(b *File, g rapport.Feedback) bool {
	topic := TopicOf(g.Text, g.About)
	for _, w := range f.Work {
		if w.At.At > g.At.At && (w.Kind == rapport.Progress || w.Kind == rapport.Accomplishment) && (w.Topic.Shared(topic) >= 2 || w.KnownTo(b.ID) && w.Topic.Meets(topic)) {
			return true
		}
	}
	for _, m := range b.Messages {
		if m.State == rapport.Sent && m.At.At > g.At.At && TopicOf(m.Text).Shared(topic) >= 2 {
			return true
		}
	}
	return false
}

// saidTwice reports whether feedback is one of two that say the same.
func (f *Facts) saidTwice(b *File, g rapport.Feedback) bool {
	var same Verdict
	f.sameFeedbackOf(b, &same)
	return slices.ContainsFunc(same.Found, func(x Finding) bool { return slices.Contains(x.About, g.Line) })
}

// asksChange reports whether feedback asks for something to be done otherwise.
// Where nobody said so, its words do.
func asksChange(g rapport.Feedback) bool {
	switch g.Kind {
	case rapport.Change:
		return true
	case rapport.Praise:
		return false
	}
	if hasWord(g.Text, "please", "should", "shouldn", "could.", "less.", "more.", "too.", "instead", "next.", "don't", "dont", "stop.", "avoid", "shorter", "longer", "earlier", "sooner", "clearer", "missing", "lack", "need.", "needs.", "without", "rather", "not.", "never", "try.", "wish") {
		return true
	}
	// An advice often begins with what to do, also behind a semicolon.
	for part := range strings.FieldsFuncSeq(g.Text, func(r rune) bool { return r == ';' || r == '.' || r == ':' || r == '!' }) {
		first, rest, _ := strings.Cut(strings.TrimSpace(part), " ")
		if rest != "" && isAdviceVerb(strings.ToLower(first)) {
			return true
		}
	}
	return false
}

// isAdviceVerb reports whether a word at the beginning of a sentence tells
// somebody to do something.
func isAdviceVerb(word string) bool {
	switch word {
	case "state", "start", "begin", "put", "bring", "show", "give", "tell", "send", "write", "use", "keep", "make", "cut", "lead", "add", "say", "name",
		"check", "ask", "let", "take", "come", "speak", "explain", "list", "drop", "leave", "call", "include", "mention", "prepare", "focus", "watch", "work", "involve", "share", "delegate", "round", "quote", "cite", "date", "sign", "slow", "wait", "be", "do", "go", "get", "move", "open", "close", "set":
		return true
	}
	return false
}
