package compose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapport"
)

// wordsPerMinute is the pace of a reader of short business prose.
const wordsPerMinute = 240

// Write cuts the outline to its length and puts it into sentences.
func Write(o Outline) Report {
	return newWriter(Fit(o.withPins())).write()
}

// writer puts one outline into sentences.
type writer struct {
	o Outline
	// spoken are the goals that a part of the work names.
	spoken map[rapport.GoalID]bool
	// said are the records that the talk track tells.
	said map[rapport.EntryID]bool
	// oneNeed is the only question, where it is short enough to stand in the
	// bottom line itself.
	oneNeed *Point
}

func newWriter(o Outline) *writer {
	w := &writer{o: o, spoken: map[rapport.GoalID]bool{}, said: map[rapport.EntryID]bool{}}
	needs := 0
	var one *Point
	for i := range o.Parts {
		part := &o.Parts[i]
		switch part.Role {
		case Work:
			for _, g := range partGoals(*part) {
				w.spoken[g.ID] = true
			}
		case Needs:
			needs += len(part.Points)
			if len(part.Points) == 1 {
				one = &part.Points[0]
			}
		}
	}
	if needs == 1 && one != nil && w.mayInline() && w.countedOf(rapport.Question) == 0 && countWords(w.say(*one, Needs).Text) <= inlineNeed {
		w.oneNeed = one
	}
	return w
}

// inlineNeed is how many words a single question may have to stand in the
// bottom line.
const inlineNeed = 40

func (w *writer) write() Report {
	f := w.o.Form
	r := Report{
		Boss: w.o.Boss.ID, Period: w.o.Period, Sections: w.sections(), Form: f, Moves: w.o.Moves,
		Standings: w.o.Standings, Doubts: w.o.Doubts, Attached: f.Annex == Attached,
	}
	r.Title = w.title()
	r.Words = length(r.Sections)
	r.Seconds = max(10, (r.Words*60/wordsPerMinute+5)/10*10)
	r.Byline = w.byline(r)
	if f.Medium == Messages {
		r.Sections = w.messages(r.Sections)
		r.Words = length(r.Sections)
	}
	if f.Talk {
		r.Talk, r.Confirm = w.talk()
	}
	if f.Annex != NoAnnex {
		r.Annex = w.annex()
	}
	r.Facts, r.Out = w.facts()
	return r
}

// length is how many words the outline takes; where the cap is hard, with all
// that stands around them.
func (w *writer) length() int {
	sections := w.sections()
	if w.o.Form.Show {
		// What is shown is looked at, not read.
		sections = slices.DeleteFunc(slices.Clone(sections), func(s Section) bool { return s.Shown })
	}
	n := length(sections)
	if w.o.Budget.Hard && !w.o.Form.Talk {
		r := Report{Words: n, Seconds: max(10, (n*60/wordsPerMinute+5)/10*10)}
		n += countWords(w.title().Text) + countWords(w.byline(r).Text)
	}
	return n
}

func length(sections []Section) int {
	n := 0
	for _, s := range sections {
		n += countWords(s.Title)
		for _, group := range [...][]Sentence{s.Intro, s.Items, s.Outro} {
			for _, sentence := range group {
				n += countWords(sentence.Text)
			}
		}
		if s.Table == nil {
			continue
		}
		for _, h := range s.Table.Head {
			n += countWords(h)
		}
		for _, row := range s.Table.Rows {
			for _, cell := range row {
				n += countWords(cell.Text)
			}
		}
	}
	return n
}

// sections puts the outline into sentences, part by part. The bottom line comes
// first unless the outline gives it another place.
func (w *writer) sections() []Section {
	if w.o.Form.Talk && w.o.Form.Medium != Messages {
		return w.formed(w.note())
	}
	var all []Section
	bottom := func() {
		if s := w.bottomLine(); len(s.Intro)+len(s.Items)+len(s.Outro) > 0 {
			all = append(all, s)
		}
	}
	if !slices.ContainsFunc(w.o.Parts, func(p Part) bool { return p.Role == Differs }) {
		bottom()
	}
	several := 0
	for _, part := range w.o.Parts {
		if part.Role == Work && !part.Lead {
			several++
		}
	}
	for _, part := range w.o.Parts {
		switch {
		case part.Role == Differs:
			bottom()
		case part.Show:
			all = append(all, w.shown(part.Points[0]))
		case part.Role == Needs && w.oneNeed != nil:
		case part.Lead || part.Role == Needs && w.o.Form.Asks != Plainly:
			all = append(all, w.asked(part))
		case part.Role == Work && w.o.Form.Claims != AsWritten:
			all = append(all, w.claims(part, several > 1))
		default:
			all = append(all, w.section(part, several > 1))
		}
	}
	if rest := w.rest(); len(rest) > 0 {
		s := Section{Title: headingRest, Outro: rest}
		if w.o.Form.Terse {
			s.Title = ""
		}
		all = append(all, s)
	}
	return w.formed(all)
}

func (w *writer) byline(r Report) Sentence {
	var s Sentence
	if w.o.Form.Talk {
		return s // the note is as short as can be
	}
	period := periodWords(w.o.Period)
	if w.o.SinceLast {
		s.Text = "Since my last report, "
	}
	s.Text = capital(s.Text + period)
	s.Computed = append(s.Computed, Computed{period, "the period of the report"})
	if n := w.o.Version; n > 0 && w.o.Form.Fixed {
		s.Text += ", version " + strconv.Itoa(n)
		s.Computed = append(s.Computed, Computed{"version " + strconv.Itoa(n), "the count of drafts of this report"})
	}
	if name := w.o.User; name != "" {
		s.Text += ", from " + name
		s.Computed = append(s.Computed, Computed{name, "the name of the one who reports"})
	}
	if w.o.Budget.Hard {
		s.Text += "."
		return s
	}
	read := readingTime(r.Seconds)
	s.Text += ". " + read
	s.Computed = append(s.Computed, Computed{read, fmt.Sprintf("%d words at %d words a minute", r.Words, wordsPerMinute)})
	return s
}

// section puts a part into sentences.
func (w *writer) section(part Part, several bool) Section {
	s := Section{Role: part.Role, Title: w.heading(part.Role), Project: part.Project.ID, Goal: part.Goal.ID, Numbered: part.Role == Needs && len(part.Points) > 1}
	if part.Role == Work {
		s.Title = part.Project.Title
		switch {
		case part.Project.ID != 0 && s.Title != "":
		case part.Goal.ID != 0:
			s.Title = goalHeading(&part.Goal)
		case several:
			s.Title = headingOther
		default:
			s.Title = headingWork
		}
		common := commonGoals(part)
		said := append(slices.Clip(common), &part.Goal)
		if len(common) > 0 {
			s.Intro = append(s.Intro, w.soWhat(part, common))
		}
		for _, p := range part.Points {
			s.Items = append(s.Items, w.withGoals(w.say(p, part.Role), p, said))
		}
		return s
	}
	for _, p := range part.Points {
		s.Items = append(s.Items, w.say(p, part.Role))
	}
	return s
}

// withGoals adds to a point the goals that it serves beyond those said of its
// whole part.
func (w *writer) withGoals(s Sentence, p Point, said []*rapport.Goal) Sentence {
	more := without(p.Goals, said)
	if len(more) == 0 {
		return s
	}
	if isTroubleKind(p.Entry.Kind) || p.Entry.Kind == rapport.Commitment {
		more = more[:1]
		s.Text += " " + touches(more[0])
	} else {
		s.Text += " " + goalWords(more)
	}
	for _, g := range more {
		s.Computed = append(s.Computed, Computed{g.Title, "the title of a goal"})
	}
	return s
}

func without(goals, said []*rapport.Goal) []*rapport.Goal {
	var more []*rapport.Goal
	for _, g := range goals {
		if !slices.ContainsFunc(said, func(h *rapport.Goal) bool { return h.ID == g.ID }) {
			more = append(more, g)
		}
	}
	return more
}

// commonGoals returns the goals that every point of a part serves, but for the
// one that its heading names.
func commonGoals(part Part) []*rapport.Goal {
	common := without(part.Points[0].Goals, []*rapport.Goal{&part.Goal})
	for _, p := range part.Points[1:] {
		common = slices.DeleteFunc(common, func(g *rapport.Goal) bool {
			return !slices.ContainsFunc(p.Goals, func(h *rapport.Goal) bool { return h.ID == g.ID })
		})
	}
	return common
}

// partGoals returns the goals that the points of a part serve.
func partGoals(part Part) []*rapport.Goal {
	var goals []*rapport.Goal
	for _, p := range part.Points {
		goals = unionGoals(goals, p.Goals)
	}
	return goals
}

func (w *writer) soWhat(part Part, goals []*rapport.Goal) Sentence {
	s := Sentence{Text: goalWords(goals), Reason: "the goals that these entries serve by your word"}
	for _, g := range goals {
		s.Computed = append(s.Computed, Computed{g.Title, "the title of a goal"})
	}
	for _, p := range part.Points {
		s.Entries = append(s.Entries, p.entries()...)
	}
	return s
}

// overhead is how many words a part takes besides its points.
func (w *writer) overhead(part Part) int {
	if part.Role == Differs {
		return 0
	}
	n := countWords(heading(part.Role)) + countWords(part.Project.Title)
	if part.Goal.ID != 0 {
		return n + countWords(goalHeading(&part.Goal))
	}
	if part.Role == Work {
		n += countWords(goalWords(partGoals(part)))
	}
	return n
}

// fixedWords is how many words stand in the report whatever is kept.
func (w *writer) fixedWords() int {
	n := countWords(noTroubleNoNeed)
	for _, s := range w.rest() {
		n += countWords(s.Text)
	}
	if s, ok := w.late(); ok {
		n += countWords(s.Text)
	}
	return n
}

// facts lists what the report tells, in the order of telling, and what not.
func (w *writer) facts() (in, out []Fact) {
	said := len(w.o.Counted)
	for _, part := range w.o.Parts {
		said += len(part.Points)
	}
	in, out = make([]Fact, 0, said), make([]Fact, 0, len(w.o.Out))
	add := func(p Point, place string) {
		in = append(in, factOf(p.Item, place, p.Reason))
		for _, it := range p.Same {
			in = append(in, factOf(it, place, fmt.Sprintf("the same matter as %s %d, which says all that it says", p.Noun.word(), p.Entry.Number)))
		}
	}
	for _, part := range w.o.Parts {
		for _, p := range part.Points {
			add(p, InBody)
		}
	}
	for _, p := range w.o.Counted {
		switch {
		case w.said[p.Entry.ID]:
			add(p, InTalk)
		case w.o.Form.Annex != NoAnnex:
			add(p, InAnnex)
		default:
			add(p, InCount)
		}
	}
	for _, it := range w.o.Out {
		out = append(out, factOf(it, LeftOut, it.Reason))
	}
	return in, out
}

func factOf(it Item, place, reason string) Fact {
	return Fact{it.Entry.ID, it.Noun, it.Entry.Number, it.Entry.Line, it.Entry.Kind, place, reason, beginning(it.Entry.Text)}
}

// beginning is as much of a text as tells it from others.
func beginning(text string) string {
	const most = 60
	if len(text) <= most {
		return text
	}
	cut := strings.ToValidUTF8(text[:most], "")
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return cut + " …"
}
