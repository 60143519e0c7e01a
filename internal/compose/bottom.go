package compose

import (
	"slices"
	"strconv"

	"rapport"
)

// isTrouble reports whether an item differs from what the reader may expect. It
// keeps its role wherever an outline puts it.
func isTrouble(it Item) bool {
	return it.Role == Differs
}

// troubles counts what differs, wherever it stands.
func (w *writer) troubles() int {
	n := 0
	for _, part := range w.o.Parts {
		for _, p := range part.Points {
			if isTrouble(p.Item) {
				n++
			}
		}
	}
	for _, p := range w.o.Counted {
		if isTrouble(p.Item) {
			n++
		}
	}
	return n
}

func (w *writer) countedOf(k rapport.Kind) int {
	n := 0
	for _, p := range w.o.Counted {
		if p.Entry.Kind == k {
			n++
		}
	}
	return n
}

func (w *writer) part(r Role) (Part, bool) {
	i := slices.IndexFunc(w.o.Parts, func(p Part) bool { return p.Role == r })
	if i < 0 {
		return Part{}, false
	}
	return w.o.Parts[i], true
}

// bottomLine says first whether anything is not as expected, then what is
// needed.
func (w *writer) bottomLine() Section {
	s := Section{Role: Differs}
	if len(w.o.Parts) == 0 && len(w.o.Counted) == 0 {
		s.Intro = append(s.Intro, w.nothing())
		if late, ok := w.late(); ok {
			s.Intro = append(s.Intro, late)
		}
		return s
	}
	late, isLate := w.late()
	part, _ := w.part(Differs)
	switch n := w.troubles(); {
	case n == 0 && !isLate:
		if calm, ok := w.calm(); ok {
			s.Intro = append(s.Intro, calm)
		}
	case n == 0:
	case n == 1 && len(part.Points) == 1:
		s.Intro = append(s.Intro, w.onlyTrouble(part.Points[0]))
	case w.o.Form.RiskTable && len(part.Points) > 0:
		s.Intro = append(s.Intro, w.troubleLead(n, part))
		s.Table = w.riskTable(part)
		s.Outro = append(s.Outro, Sentence{Text: riskUnknown, Computed: []Computed{{riskUnknown, "what the record does not say"}}})
	default:
		s.Intro = append(s.Intro, w.troubleLead(n, part))
		touched := map[rapport.GoalID]bool{}
		for _, p := range part.Points {
			sentence := w.say(p, Differs)
			w.touch(&sentence, p, touched)
			s.Items = append(s.Items, sentence)
		}
		if open, ok := w.allOpen(part.Points); ok {
			s.Outro = append(s.Outro, open)
		}
	}
	if isLate {
		s.Outro = append(s.Outro, late)
	}
	if knows, ok := w.whoKnows(part.Points); ok {
		s.Outro = append(s.Outro, knows)
	}
	if need, ok := w.need(); ok {
		s.Outro = append(s.Outro, need)
	}
	if len(s.Items) == 0 && w.troubles() == 0 {
		s.Intro, s.Outro = append(s.Intro, s.Outro...), nil
	}
	return s
}

func (w *writer) nothing() Sentence {
	text := nothingRecorded
	if w.o.SinceLast && w.o.Period.From != "" {
		text += " since " + shortDay(w.o.Period.From, w.o.Today)
	} else {
		text += " for " + periodWords(w.o.Period)
	}
	text += "."
	return Sentence{Text: text, Computed: []Computed{{text, "the period of the report"}}, Reason: "no entry of the material is in"}
}

// calm says that nothing differs, no more calmly than the record allows.
func (w *writer) calm() (Sentence, bool) {
	const from = "that no entry of the selection is a problem, a heads-up or a question"
	_, open := w.part(StillOpen)
	_, need := w.part(Needs)
	text := noTroubleNoNeed
	switch {
	case len(w.o.Unseen) > 0 && (need || open):
		return Sentence{}, false
	case len(w.o.Unseen) > 0 && w.o.FromGit:
		text = gitLead
	case len(w.o.Unseen) > 0:
		text = recordLead
	case open:
		text = nothingNewOff
	case w.countedKnown():
		return Sentence{}, false
	case need || w.countedOf(rapport.Question) > 0:
		text = noTrouble
	}
	return Sentence{Text: text, Computed: []Computed{{text, from}}, Reason: "the bottom line comes first"}, true
}

// countedKnown reports whether an old trouble is only counted.
func (w *writer) countedKnown() bool {
	return slices.ContainsFunc(w.o.Counted, func(p Point) bool { return p.Role == StillOpen })
}

func (w *writer) onlyTrouble(p Point) Sentence {
	s := w.begin(p)
	s.Text = "One thing you may not expect"
	s.Computed = append(s.Computed, Computed{"One", "the count of problems, heads-ups and promises past their day"})
	if title := w.prefix(p); title != "" {
		s.Text += ", on " + title
		s.Computed = append(s.Computed, Computed{title, "the title of the project"})
	}
	s.Text += ": "
	text, _ := w.words(p.Entry)
	w.tell(&s, p, text, Differs)
	w.finish(&s, p)
	w.touch(&s, p, map[rapport.GoalID]bool{})
	return s
}

func (w *writer) troubleLead(n int, part Part) Sentence {
	var s Sentence
	if n == 1 {
		s.Text = "One thing you may not expect"
	} else {
		s.Text = capital(number(n)) + " things you may not expect"
	}
	s.Computed = []Computed{{number(n), "the count of problems, heads-ups and promises past their day"}}
	on := ":"
	if title := w.common(part); title != "" {
		on = ", all on " + title + ":"
		if len(part.Points) == 2 {
			on = ", both on " + title + ":"
		}
		s.Computed = append(s.Computed, Computed{title, "the title of the project"})
	}
	s.Reason = "what differs from the reader's picture comes first"
	switch {
	case len(part.Points) == 0:
		if w.o.Form.Terse {
			s.Text += theListHasThem
			s.Computed = append(s.Computed, Computed{theListHasThem, "where they are spelled out"})
		} else {
			s.Text += "; see below."
		}
		for _, p := range w.o.Counted {
			if isTrouble(p.Item) {
				s.Entries = append(s.Entries, p.entries()...)
			}
		}
	case len(part.Points) < n:
		s.Text += "; the first " + number(len(part.Points)) + on
		s.Computed = append(s.Computed, Computed{number(len(part.Points)), "how many stand here"})
	default:
		s.Text += on
	}
	for _, p := range part.Points {
		s.Entries = append(s.Entries, p.entries()...)
	}
	return s
}

// touch adds the goal that a trouble stands in the way of, where no other
// sentence names it.
func (w *writer) touch(s *Sentence, p Point, touched map[rapport.GoalID]bool) {
	g, ok := namedGoal(p.Goals)
	if !ok || w.o.Form.Terse || touched[g.ID] || w.spoken[g.ID] {
		return
	}
	touched[g.ID] = true
	s.Text += " " + touches(g)
	s.Computed = append(s.Computed, Computed{g.Title, "the title of a goal"})
}

// allOpen says once that no trouble of the bottom line has an answer, where
// that is so.
func (w *writer) allOpen(points []Point) (Sentence, bool) {
	if !allUnanswered(points) {
		return Sentence{}, false
	}
	s := Sentence{Text: noAnswerToAny, Reason: "each stands in the record without an option or a day"}
	if len(points) == 2 {
		s.Text = noAnswerToEach
	}
	for _, p := range points {
		s.Entries = append(s.Entries, p.entries()...)
	}
	return s, true
}

func allUnanswered(points []Point) bool {
	return len(points) > 1 && !slices.ContainsFunc(points, func(p Point) bool { return !unanswered(p.Entry) || p.Entry.Due != "" })
}

// unanswered reports whether a challenge is written without anything done
// about it.
func unanswered(e *rapport.Entry) bool {
	return e.Kind == rapport.Challenge && e.Outcome == "" && !hasAnswer(e.Text)
}

// late names the projects whose day has passed.
func (w *writer) late() (Sentence, bool) {
	if len(w.o.Late) == 0 {
		return Sentence{}, false
	}
	s := Sentence{Reason: "a project whose day has passed is no longer as planned"}
	if n := len(w.o.Late); w.o.Form.Terse && (n > 1 || countWords(w.o.Late[0].Title) > shortTitle) {
		s.Text = capital(counted(n, "project")) + " past the date."
		s.Computed = []Computed{{s.Text, "the count of projects whose day has passed"}}
		return s, true
	}
	var names []string
	for i, p := range w.o.Late {
		if i == namedProjects && len(w.o.Late) > namedProjects+1 {
			rest := strconv.Itoa(len(w.o.Late)-i) + " more"
			names = append(names, rest)
			s.Computed = append(s.Computed, Computed{rest, "the count of the other projects"})
			break
		}
		name, day := p.Title, shortDay(p.Due, w.o.Today)
		s.Computed = append(s.Computed, Computed{name, "the title of a project"}, Computed{day, "the project's day"})
		if len(w.o.Late) == 1 {
			s.Text = "The date for " + name + ", " + day + ", has passed."
			return s, true
		}
		names = append(names, name+" ("+day+")")
	}
	s.Text = "Past their dates: " + list(names) + "."
	return s, true
}

// shortTitle is how many words a title may have where every word counts.
const shortTitle = 5

// namedProjects is how many projects one line names before it counts.
const namedProjects = 4

// need says what the reader is asked for, or how much.
func (w *writer) need() (Sentence, bool) {
	if p := w.oneNeed; p != nil {
		return w.onlyNeed(*p), true
	}
	if !w.announces() {
		return Sentence{}, false
	}
	part, ok := w.part(Needs)
	n := len(part.Points) + w.countedOf(rapport.Question)
	if n == 0 {
		return Sentence{}, false
	}
	s := Sentence{Reason: "what is needed stands in the bottom line"}
	count := number(n)
	if w.o.Form.Asks == Unhurried {
		s.Text = capital(counted(n, "question")) + "; see " + quoted(headingNextTime) + "."
		s.Computed = append(s.Computed, Computed{count, "the count of questions"}, Computed{headingNextTime, "the heading"})
		for _, p := range part.Points {
			s.Entries = append(s.Entries, p.entries()...)
		}
		return s, true
	}
	noun := " answers"
	if n == 1 {
		noun = " answer"
	}
	s.Text = "I need " + count + noun + " from you"
	s.Computed = append(s.Computed, Computed{count, "the count of questions"})
	first := rapport.Day("")
	for _, p := range part.Points {
		s.Entries = append(s.Entries, p.entries()...)
		if d := p.Entry.Due; d >= w.o.Today && d != "" && (first == "" || d < first) {
			first = d
		}
	}
	if first != "" {
		day := shortDay(first, w.o.Today)
		by := ", the first by "
		if n == 1 {
			by = ", by "
		}
		s.Text += by + day
		s.Computed = append(s.Computed, Computed{day, "the first day on which an answer is due"})
	}
	if heading := w.heading(Needs); ok && !w.o.Form.Plain {
		s.Text += "; see " + quoted(heading)
		if heading != headingNeeds {
			s.Computed = append(s.Computed, Computed{heading, "the heading"})
		}
	}
	s.Text += "."
	return s, true
}

func (w *writer) onlyNeed(p Point) Sentence {
	s := w.begin(p)
	s.Text = "I need one thing from you"
	if p.Known {
		s.Text = "I still need one thing from you"
	}
	s.Computed = append(s.Computed, Computed{"one", "the count of questions"})
	text, _ := w.words(p.Entry)
	day := shortDay(p.Entry.Due, w.o.Today)
	if p.Entry.Due != "" && !containsFold(text, day) {
		s.Computed = append(s.Computed, Computed{day, "the day on which the answer is due"})
		if p.Entry.Due < w.o.Today {
			s.Text += ", due since " + day
		} else {
			s.Text += ", by " + day
		}
	}
	s.Text += ": " + asQuestion(text)
	w.choice(&s, p)
	w.addOutcome(&s, p.Entry)
	w.finish(&s, p)
	return s
}
