package compose

import (
	"slices"
	"strconv"
	"strings"

	"rapport"
)

// mayInline reports whether a single question may stand in the bottom line.
func (w *writer) mayInline() bool {
	f := w.o.Form
	return f.Asks == Plainly && !f.AskFirst && !f.AsksLast && !f.Fixed && !f.Joint
}

// title is the subject: for whom it is, or what matters most where the form has
// no headings.
func (w *writer) title() Sentence {
	f := w.o.Form
	title := "Report"
	if name := w.o.Boss.Name; name != "" {
		title += " for " + name
	}
	s := Sentence{Text: title, Computed: []Computed{{title, "the reader's name"}}}
	if f.Plain && f.Medium == Paper && !f.Talk {
		if p, ok := w.first(); ok && countWords(p.Entry.Text) <= subjectWords {
			s = Sentence{Text: capital(bare(w.plain(p.Entry))), Entries: p.entries(), Reason: "the most important thing is the subject"}
		}
	}
	if !f.Keyword {
		return s
	}
	word, day := keywordInfo, rapport.Day("")
	for _, p := range w.everything() {
		if p.Role != Needs {
			continue
		}
		word = keywordDecision
		if d := p.Entry.Due; d >= w.o.Today && (day == "" || d < day) {
			day = d
		}
	}
	if day != "" {
		word += " by " + shortDay(day, w.o.Today)
	}
	s.Computed = append(s.Computed, Computed{word, "whether an answer is needed, and by when"})
	s.Text = word + ": " + s.Text
	return s
}

// subjectWords is how long a line may be to serve as a subject.
const subjectWords = 14

// first returns the point that comes first.
func (w *writer) first() (Point, bool) {
	for _, part := range w.o.Parts {
		if len(part.Points) > 0 {
			return part.Points[0], true
		}
	}
	return Point{}, false
}

// asked puts the questions of a part, or an opening line.
func (w *writer) asked(part Part) Section {
	s := Section{Role: part.Role, Project: part.Project.ID}
	if part.Role != Needs {
		line := w.lead(part.Points[0])
		s.Project, s.Intro = 0, []Sentence{line}
		return s
	}
	if !part.Lead {
		s.Title = w.heading(Needs)
		s.Numbered = len(part.Points) > 1 && w.o.Form.Asks != Alternatives && w.o.Form.Asks != Argued
	}
	for _, p := range part.Points {
		switch f := w.o.Form.Asks; {
		case isOpenQuestion(p):
			// Neither a yes nor a way to go answers it, so it is put as it is.
			s.Items = append(s.Items, w.say(p, Needs))
		case f == Alternatives:
			w.alternatives(&s, p)
		case f == Argued:
			w.argued(&s, p)
		default:
			s.Items = append(s.Items, w.say(p, Needs))
		}
	}
	if part.Lead && s.Table == nil {
		s.Intro, s.Items = append(s.Intro, s.Items...), nil
	}
	isNear := func(p Point) bool { return p.Entry.Due != "" && p.Entry.Due <= w.o.Today.Add(nearDays) }
	if w.o.Form.Asks == Unhurried && !slices.ContainsFunc(part.Points, isNear) {
		s.Outro = append(s.Outro, Sentence{Text: notForNow, Computed: []Computed{{notForNow, "the reader hears others first"}}})
	}
	return s
}

// nearDays is how soon a day makes a question one for now.
const nearDays = 7

// isOpenQuestion reports whether a question asks who, what, when or how, and
// the record has no ways to choose between.
func isOpenQuestion(p Point) bool {
	if p.Choice != nil && len(p.Choice.Options) > 0 || len(sidesIn(p.Entry.Text)) > 0 {
		return false
	}
	for _, clause := range strings.FieldsFunc(p.Entry.Text, func(r rune) bool { return r == ':' || r == ',' || r == ';' || r == '.' }) {
		word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(clause)), " ")
		if isOpenWord(word) {
			return true
		}
	}
	return false
}

// lead is an opening line.
func (w *writer) lead(p Point) Sentence {
	s := w.begin(p)
	text, _ := w.words(p.Entry)
	if title := w.prefix(p); title != "" {
		s.Text = introduce(title, text)
		s.Computed = append(s.Computed, Computed{title, "the title of the project"})
	} else {
		text = capital(text)
	}
	w.tell(&s, p, text, Work)
	w.gap(&s, p)
	w.finish(&s, p)
	return s
}

// claims tells a part of the work in the form that the reader is used to.
func (w *writer) claims(part Part, several bool) Section {
	s := w.section(part, several)
	switch w.o.Form.Claims {
	case ByGoal:
		if part.Goal.ID != 0 {
			s.Title, s.Goal, s.Project, s.Intro = goalHeading(&part.Goal), part.Goal.ID, 0, nil
		}
		for i, p := range part.Points {
			if title := w.prefix(p); title != "" && !strings.HasPrefix(s.Items[i].Text, title) {
				prefix := kindPrefix(p.Entry.Kind)
				rest := strings.TrimPrefix(s.Items[i].Text, prefix)
				s.Items[i].Text = prefix + introduce(title, rest) + rest
				s.Items[i].Computed = append(s.Items[i].Computed, Computed{title, "the title of the project"})
			}
		}
	case Driven:
		w.driven(&s, part)
	case InDepth:
		w.inDepth(&s, part)
	}
	return s
}

// driven tells a project as state, why, next.
func (w *writer) driven(s *Section, part Part) {
	var items []Sentence
	isNext := func(p Point) bool {
		return p.Role != Work && !isTrouble(p.Item)
	}
	next := 0
	for i, p := range part.Points {
		item := s.Items[i]
		if isNext(p) {
			item = w.say(p, p.Role)
			if !strings.HasPrefix(item.Text, "Next") {
				item.Text = nextPrefix + item.Text
			}
			next++
		} else if prefix := kindPrefix(p.Entry.Kind); prefix == "" || !strings.HasPrefix(item.Text, prefix) {
			item.Text = statePrefix + item.Text
		}
		items = append(items, item)
	}
	why := Sentence{Reason: "the goals that these entries serve by your word"}
	for _, p := range part.Points {
		why.Entries = append(why.Entries, p.entries()...)
	}
	if goals := partGoals(part); len(goals) > 0 {
		why.Text = whyPrefix + lowerFirst(goalWords(goals))
		for _, g := range goals {
			why.Computed = append(why.Computed, Computed{g.Title, "the title of a goal"})
		}
		s.Intro = nil
	} else {
		why.Text = whyPrefix + noGoalKnown
		why.Computed = append(why.Computed, Computed{noGoalKnown, "that no entry is linked to a goal"})
	}
	at := len(items) - next
	items = slices.Insert(items, at, why)
	if next == 0 {
		items = append(items, Sentence{Text: nextPrefix + noNext, Entries: why.Entries, Computed: []Computed{{noNext, "that the record has no plan and no promise of the project"}}})
	}
	s.Items = items
}

// inDepth tells a project as a table of days, results and sources.
func (w *writer) inDepth(s *Section, part Part) {
	t := &Table{Head: []string{"Day", "What", "Result", "Source"}}
	for i, p := range part.Points {
		if isTrouble(p.Item) || isSettled(p.Entry, w.o.Today) {
			continue
		}
		_ = i
		e := p.Entry
		day := shortDay(e.Day, w.o.Today)
		what := w.begin(p)
		text, left := w.words(e)
		if what.Text = kindPrefix(e.Kind); what.Text == "" {
			text = capital(text)
		}
		what.Text += stopped(text)
		if left > 0 {
			w.more(&what, left)
		}
		w.credit(&what, p)
		result, _ := w.outcome(e)
		if result == "" {
			result = noResult
		}
		t.Rows = append(t.Rows, []Sentence{
			{Text: day, Entries: p.entries(), Computed: []Computed{{day, "the day of the entry"}}},
			what,
			{Text: capital(result), Entries: p.entries(), Computed: []Computed{{noResult, "where the entry says no result"}}},
			w.source(p),
		})
	}
	if len(t.Rows) == 0 {
		return
	}
	var items []Sentence
	for i, p := range part.Points {
		if isTrouble(p.Item) || isSettled(p.Entry, w.o.Today) {
			items = append(items, s.Items[i])
		}
	}
	s.Items, s.Table = items, t
}

// source says what an entry rests on.
func (w *writer) source(p Point) Sentence {
	s := Sentence{Entries: p.entries()}
	kinds := map[string]int{}
	var order []string
	for _, e := range p.Entry.Evidence {
		if kinds[e.Kind] == 0 {
			order = append(order, e.Kind)
		}
		kinds[e.Kind]++
	}
	var parts []string
	for _, k := range order {
		parts = append(parts, counted(kinds[k], evidenceNoun(k)))
	}
	s.Text = list(parts)
	if s.Text == "" {
		s.Text = myRecord
	}
	s.Computed = []Computed{{s.Text, "the count of evidence that the entry rests on"}}
	return s
}

// gap says of a claim without a figure that it has none, and of one with a
// figure when and on what it rests, where the form asks for it.
func (w *writer) gap(s *Sentence, p Point) {
	f := w.o.Form
	if f.Claims != Measured && !f.Gaps || !p.isWork() || isSettled(p.Entry, w.o.Today) {
		return
	}
	if !p.hasFigure() {
		s.Text += " " + noFigure
		s.Computed = append(s.Computed, Computed{noFigure, "that the entry has no number"})
		return
	}
	if f.Claims != Measured {
		return
	}
	day, source := shortDay(p.Entry.Day, w.o.Today), w.source(p)
	s.Text += " (" + day + "; " + source.Text + ".)"
	s.Computed = append(append(s.Computed, Computed{day, "the day of the entry"}), source.Computed...)
}

// formed gives the sections the headings, or the lack of them, of the form.
func (w *writer) formed(all []Section) []Section {
	f := w.o.Form
	if f.Lights {
		all = w.lights(all)
	}
	if f.Fixed {
		all = w.fixed(all)
	}
	if f.Plain && f.Medium != Messages {
		for i := range all {
			w.flatten(&all[i])
		}
	}
	return all
}

// fixed adds the headings that a formal report always has.
func (w *writer) fixed(all []Section) []Section {
	for i := range all {
		if all[i].Role == Differs && all[i].Title == "" {
			all[i].Title = headingSummary
		}
		if all[i].Role == Needs && len(all[i].Items) > 0 && w.o.Form.Asks != Alternatives && w.o.Form.Asks != Argued {
			all[i].Numbered = true
		}
	}
	if w.o.Budget.Hard {
		return all
	}
	rest := len(all)
	if rest > 0 && all[rest-1].Title == headingRest {
		rest--
	}
	for _, r := range [...]Role{Needs, StillOpen, Mine, Theirs, Next} {
		if !slices.ContainsFunc(all, func(s Section) bool { return s.Role == r }) {
			none := Section{Role: r, Title: w.heading(r), Intro: []Sentence{{Text: none, Computed: []Computed{{none, "that the record has none"}}}}}
			all = slices.Insert(all, rest, none)
			rest++
		}
	}
	return all
}

// flatten turns a section into a paragraph.
func (w *writer) flatten(s *Section) {
	if s.Table != nil || s.Figure != nil {
		return
	}
	s.Intro = slices.Concat(s.Intro, s.Items, s.Outro)
	s.Items, s.Outro, s.Numbered = nil, nil, false
	if s.Title != "" && s.Title != headingRest && len(s.Intro) > 0 {
		first := &s.Intro[0]
		first.Text = s.Title + ": " + first.Text
		first.Computed = append(slices.Clip(first.Computed), Computed{s.Title, "the heading"})
	}
	s.Title = ""
}

// lights adds where each project stands.
func (w *writer) lights(all []Section) []Section {
	if len(w.o.Standings) == 0 {
		return all
	}
	s := Section{Role: Work, Title: headingLights}
	green := 0
	for _, st := range w.o.Standings {
		if st.Colour == Green {
			green++
			if w.o.Form.Terse || green > namedProjects {
				continue
			}
		}
		text := st.Project.Title + ": " + string(st.Colour)
		if st.Why != "" {
			text += "; " + st.Why
		}
		s.Items = append(s.Items, Sentence{
			Text: text + ".", Entries: st.Entries, Computed: []Computed{{text, "the state of the project by the agreed thresholds"}},
		})
	}
	if more := green - namedProjects; more > 0 || w.o.Form.Terse && green > 0 {
		if w.o.Form.Terse {
			more = green
		}
		text := capital(counted(more, "project")) + " on plan."
		s.Items = append(s.Items, Sentence{Text: text, Computed: []Computed{{text, "the count of projects that nothing stands against"}}})
	}
	if w.o.Budget.Hard && len(s.Items) > namedProjects {
		return all
	}
	at := 0
	for at < len(all) && all[at].Title == "" {
		at++
	}
	return slices.Insert(all, at, s)
}

// heading is the heading of a role in this form.
func (w *writer) heading(r Role) string {
	f := w.o.Form
	switch {
	case r == Needs && f.Joint:
		return headingJoint
	case r == Needs && f.Asks == Unhurried:
		return headingNextTime
	case r == StillOpen && f.Knows:
		return headingMove
	}
	return heading(r)
}

// more says how many sentences of a long entry were left out, and where they
// are.
func (w *writer) more(s *Sentence, left int) {
	if w.o.Form.Talk || w.o.Budget.Hard {
		s.Text = bare(s.Text) + " …" // the talk or the annex says the rest
		return
	}
	if w.o.Form.Annex != NoAnnex {
		s.Text += " " + inFull
		s.Computed = append(s.Computed, Computed{inFull, "that the entry is longer than this form allows"})
		return
	}
	more := counted(left, "more sentence")
	s.Text += " (" + capital(more) + " in my notes.)"
	s.Computed = append(s.Computed, Computed{more, "the count of sentences left out of a long entry"})
}

// credit names those who helped.
func (w *writer) credit(s *Sentence, p Point) {
	var names []string
	add := func(helpers []string) {
		for _, h := range helpers {
			h = rapport.OneLine(h)
			if h != "" && !slices.Contains(names, h) && !namesPerson(s.Text, h) {
				names = append(names, h)
			}
		}
	}
	add(p.Entry.Helpers)
	for _, it := range p.Same {
		add(it.Entry.Helpers)
	}
	if len(names) == 0 {
		return
	}
	most := namedHelpers
	if w.o.Budget.Hard {
		most = 2
	}
	if len(names) > most {
		names = append(names[:most:most], strconv.Itoa(len(names)-most)+" others")
	}
	credit := list(names)
	s.Text += " With " + credit + "."
	s.Computed = append(s.Computed, Computed{credit, "the helpers that the entry names"})
}
