package compose

import (
	"slices"
	"strings"

	"rapport"
)

// put asks a question in the form that the reader decides by.
func (w *writer) put(s *Sentence, p Point, text string) {
	e, f := p.Entry, w.o.Form
	by := shortDay(e.Due, w.o.Today)
	s.Text = pleaseDecide
	if p.Choice != nil && p.Choice.Type == rapport.Advise {
		s.Text = pleaseAdvise
	}
	switch {
	case e.Due == "":
	case e.Due < w.o.Today:
		s.Text += ", due since " + by
	default:
		s.Text += " by " + by
	}
	if e.Due != "" {
		s.Computed = append(s.Computed, Computed{by, "the day on which the answer is due"})
	}
	s.Text += ": " + asQuestion(text)
	if f.Asks == Recommended && preferred(p) == "" && asksLeave(text) {
		s.Text += " " + yesIsEnough
		s.Computed = append(s.Computed, Computed{yesIsEnough, "that the question asks for leave"})
	}
	w.choice(s, p)
}

// preferred is what the user would do, where the record says so: as a
// recommendation of its own, or as a sentence of the words.
func preferred(p Point) string {
	if p.Choice != nil && p.Choice.Prefer != "" {
		return p.Choice.Prefer
	}
	return preferenceIn(p.Entry.Text)
}

// choice adds the ways to go, what the user would do and what holds without an
// answer, as far as the record says them.
func (w *writer) choice(s *Sentence, p Point) {
	c := p.Choice
	if c == nil {
		c = &Choice{}
	}
	if len(c.Options) > 0 {
		s.Text += " " + waysPrefix
		for i, o := range c.Options {
			if i > 0 {
				s.Text += ";"
			}
			s.Text += " " + bare(optionText(o))
		}
		s.Text += "."
	}
	if c.Prefer != "" {
		s.Text += " " + preferPrefix + stopped(c.Prefer)
	}
	if c.Default != "" {
		s.Text += " " + defaultPrefix + stopped(c.Default)
	} else if w.o.Form.Limit && !w.o.Form.Talk {
		stays := w.stays(p)
		s.Text += " " + stays
		s.Computed = append(s.Computed, Computed{stays, "that the record names nothing else"})
	}
}

// stays says that nothing changes without an answer.
func (w *writer) stays(p Point) string {
	if w.o.Budget.Hard && p.Entry.Due > w.o.Today {
		return staysShort
	}
	return staysAsItIs
}

func optionText(o rapport.Option) string {
	text := bare(o.Text)
	if o.Cost != "" {
		text += " (" + costPrefix + o.Cost + ")"
	}
	return text
}

// ways returns what the reader may choose between: what the record lists, what
// the words of the question, or of the open problem that it is about, set side
// by side, or yes and no. There are always at least two. The entries are those
// that say them, beyond the question itself.
func (w *writer) ways(p Point) (options []rapport.Option, prefer string, said []rapport.EntryID) {
	prefer = preferred(p)
	if p.Choice != nil && len(p.Choice.Options) > 0 {
		options = slices.Clone(p.Choice.Options)
		if len(options) == 1 {
			options = append(options, rapport.Option{Text: stayOption})
		}
		return options, prefer, nil
	}
	sides := sidesIn(p.Entry.Text)
	if problem, ok := w.counter(p); ok && len(sides) == 0 {
		if sides = sidesIn(problem.Entry.Text); len(sides) > 0 {
			said = problem.entries()
			if prefer == "" {
				prefer = preferenceIn(problem.Entry.Text)
			}
		}
	}
	for _, side := range sides {
		options = append(options, rapport.Option{Text: side})
	}
	if len(options) > 0 {
		return options, prefer, said
	}
	no := noOption
	if asksLeave(p.Entry.Text) || !strings.HasSuffix(asQuestion(p.Entry.Text), "?") {
		no = stayOption
	}
	if p.Choice != nil && p.Choice.Default != "" {
		no = noPrefix + p.Choice.Default
	}
	return []rapport.Option{{Text: yesOption, Cost: costIn(p.Entry.Text)}, {Text: no}}, prefer, nil
}

// alternatives puts a question as ways in equal form, each with its cost, the
// user's preference marked.
func (w *writer) alternatives(s *Section, p Point) {
	question := w.begin(p)
	text, left := w.words(p.Entry)
	w.question(&question, p, text)
	if left > 0 {
		w.more(&question, left)
	}
	options, prefer, said := w.ways(p)
	marked := false
	var rows []Sentence
	var cells [][]Sentence
	for i, o := range options {
		label := string(rune('A' + i))
		if i >= 26 {
			label = number(i + 1)
		}
		row := Sentence{Entries: append(p.entries(), said...), Computed: []Computed{{label, "the count of ways"}}}
		row.Text = label + ". " + stopped(capital(o.Text))
		cost := o.Cost
		if cost == "" {
			if cost = costIn(o.Text); cost == "" {
				cost = costUnknown
			}
		}
		row.Text += " " + capital(costPrefix) + stopped(cost)
		row.Computed = append(row.Computed, Computed{costUnknown, "that the record names no cost"})
		if o.Gains != "" {
			row.Text += " " + gainsPrefix + stopped(o.Gains)
		}
		if o.Pays != "" {
			row.Text += " " + paysPrefix + stopped(o.Pays)
		}
		mine := prefer != "" && !marked && isPreferred(o.Text, prefer)
		if mine {
			marked = true
			row.Text += " " + minePreferred
		}
		rows = append(rows, row)
		cells = append(cells, []Sentence{
			{Text: label + ". " + capital(bare(o.Text)), Entries: row.Entries, Computed: row.Computed},
			{Text: cost, Entries: row.Entries, Computed: row.Computed},
			{Text: strings.TrimSpace(o.Gains + tradeOff(o)), Entries: row.Entries, Computed: []Computed{{"", "who gains and who pays"}}},
			{Text: map[bool]string{true: minePreferred}[mine], Entries: row.Entries, Computed: []Computed{{"", "the user's preference"}}},
		})
	}
	if prefer != "" && !marked {
		question.Text += " " + preferPrefix + stopped(prefer)
	}
	if c := p.Choice; c != nil && c.Default != "" {
		question.Text += " " + defaultPrefix + stopped(c.Default)
	} else if w.o.Form.Limit {
		stays := w.stays(p)
		question.Text += " " + stays
		question.Computed = append(question.Computed, Computed{stays, "that the record names nothing else"})
	}
	w.addOutcome(&question, p.Entry)
	if w.o.Form.Tables && s.Table == nil && len(s.Items) == 0 {
		s.Intro = append(s.Intro, question)
		s.Table = &Table{Head: []string{"Way", "Cost", "Who gains, who pays", "Mine"}, Rows: cells}
		return
	}
	s.Items = append(s.Items, question)
	s.Items = append(s.Items, rows...)
}

// isPreferred reports whether an option is what the user would take: one says
// what the other says, or the preference is the word that the option opens
// with ("I would rent").
func isPreferred(option, prefer string) bool {
	prefer = bare(prefer)
	if containsFold(option, prefer) || containsFold(prefer, bare(option)) {
		return true
	}
	words := strings.Fields(prefer)
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	return hasWord(option, words[len(words)-1]) || hasWord(option, words[0]) && len(words[0]) > 3
}

func tradeOff(o rapport.Option) string {
	if o.Pays == "" {
		return ""
	}
	return "; " + o.Pays
}

// question writes the question itself, with its project and day.
func (w *writer) question(s *Sentence, p Point, text string) {
	e := p.Entry
	if title := w.prefix(p); title != "" {
		s.Text = introduce(title, text)
		s.Computed = append(s.Computed, Computed{title, "the title of the project"})
	} else {
		text = capital(text)
	}
	text = asQuestion(text)
	day := shortDay(e.Due, w.o.Today)
	switch {
	case e.Due == "":
		s.Text += text
		return
	case e.Due < w.o.Today:
		s.Text += stopped(text) + " I needed it by " + day + "."
	default:
		s.Text += byDay(text, day, e.Due)
	}
	s.Computed = append(s.Computed, Computed{day, "the day on which the answer is due"})
}

// argued puts a question as a claim, the strongest thing against it, and what
// would change the user's mind. Where the record has none of it, it says so and
// asks.
func (w *writer) argued(s *Section, p Point) {
	claim := w.begin(p)
	text, left := w.words(p.Entry)
	w.question(&claim, p, text)
	claim.Text = claimPrefix + claim.Text
	if left > 0 {
		w.more(&claim, left)
	}
	w.choice(&claim, p)
	w.addOutcome(&claim, p.Entry)
	against := Sentence{Entries: p.entries(), Text: againstPrefix}
	switch counter, ok := w.counter(p); {
	case ok:
		words, _ := w.words(counter.Entry)
		against.Text += stopped(capital(words))
		against.Entries = append(against.Entries, counter.entries()...)
	case p.Choice != nil && len(p.Choice.Pays) > 0:
		against.Text += "it costs " + list(p.Choice.Pays) + "."
	default:
		against.Text += nothingAgainst
		against.Computed = []Computed{{nothingAgainst, "that the record has no problem of the same project"}}
	}
	mind := Sentence{Entries: p.entries(), Text: mindPrefix}
	if p.Choice != nil && p.Choice.Unseen != "" {
		mind.Text += stopped(p.Choice.Unseen)
	} else {
		mind.Text += cannotSee
		mind.Computed = []Computed{{cannotSee, "that the record names nothing"}}
	}
	s.Items = append(s.Items, claim, against, mind)
}

// counter is the strongest thing that the record has against a request: an open
// problem of the same project, or of the same goal.
func (w *writer) counter(p Point) (Point, bool) {
	var byGoal *Point
	for i := range w.o.Parts {
		for j := range w.o.Parts[i].Points {
			q := &w.o.Parts[i].Points[j]
			if q.Entry.ID == p.Entry.ID || q.Entry.Kind != rapport.Challenge || isSettled(q.Entry, w.o.Today) {
				continue
			}
			if p.Project.ID != 0 && q.Project.ID == p.Project.ID {
				return *q, true
			}
			for _, g := range q.Goals {
				if byGoal == nil && slices.ContainsFunc(p.Goals, func(h *rapport.Goal) bool { return h.ID == g.ID }) {
					byGoal = q
				}
			}
		}
	}
	if byGoal == nil {
		return Point{}, false
	}
	return *byGoal, true
}
