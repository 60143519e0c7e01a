package compose

import (
	"slices"
	"strings"

	"rapport"
)

// announces reports whether the bottom line counts the questions: not where
// they stand beside it, or come first.
func (w *writer) announces() bool {
	f := w.o.Form
	switch {
	case f.AskFirst, f.Talk, f.Medium == Messages, f.Asks == Alternatives, f.Asks == Argued, f.OneBlock:
		return false
	}
	return !w.o.Budget.Hard
}

// riskTable shows what could go wrong: what, what it touches, the way out, the
// day. What the record does not say is said to be missing.
func (w *writer) riskTable(part Part) *Table {
	t := &Table{Head: []string{"Risk", "It touches", "Way out", "Day"}}
	for _, p := range part.Points {
		e := p.Entry
		text, left := w.words(e)
		all := sentences(text)
		risk := w.begin(p)
		if title := w.prefix(p); title != "" && w.common(part) == "" {
			risk.Text = introduce(title, all[0]) + bare(all[0])
			risk.Computed = append(risk.Computed, Computed{title, "the title of the project"})
		} else {
			risk.Text = capital(bare(all[0]))
		}
		if e.Kind == rapport.Commitment && e.Due != "" {
			day := shortDay(e.Due, w.o.Today)
			risk.Text += " (I promised it for " + day + ")"
			risk.Computed = append(risk.Computed, Computed{day, "the day of the promise"})
		}
		if left > 0 {
			w.more(&risk, left)
		}
		risk.Text = stopped(risk.Text)
		w.credit(&risk, p)
		touched := w.missing(p, "that the entry is linked to no goal")
		if g, ok := namedGoal(p.Goals); ok {
			touched.Text, touched.Computed = quoted(g.Title), []Computed{{g.Title, "the title of a goal"}}
		}
		out := Sentence{Text: strings.Join(all[1:], " "), Entries: p.entries()}
		if result, _ := w.outcome(e); result != "" {
			out.Text = strings.TrimSpace(out.Text + " " + stopped(capital(result)))
		}
		switch {
		case out.Text != "":
		case unanswered(e):
			out.Text, out.Computed = noAnswer, []Computed{{noAnswer, "that the entry names no way out"}}
		default:
			out = w.missing(p, "that the entry names no way out of its own")
		}
		day := w.missing(p, "that the entry has no day")
		if e.Due != "" {
			by := shortDay(e.Due, w.o.Today)
			day.Text, day.Computed = by, []Computed{{by, "the day on which the answer is due"}}
		}
		t.Rows = append(t.Rows, []Sentence{risk, touched, out, day})
	}
	return t
}

func (w *writer) missing(p Point, why string) Sentence {
	return Sentence{Text: notRecorded, Entries: p.entries(), Computed: []Computed{{notRecorded, why}}}
}

// whoKnows says which other boss has heard of what is off course, for a reader
// who wants to hear first.
func (w *writer) whoKnows(points []Point) (Sentence, bool) {
	if !w.o.Form.Knows || len(points) == 0 || w.o.Budget.Hard {
		return Sentence{}, false
	}
	s := Sentence{Reason: "the reader wants to know who else knows"}
	var names []string
	for _, p := range points {
		s.Entries = append(s.Entries, p.entries()...)
		for _, t := range p.Entry.Told {
			i := slices.IndexFunc(w.o.OtherBosses, func(b rapport.Boss) bool { return b.ID == t.Boss })
			if i >= 0 && !slices.Contains(names, w.o.OtherBosses[i].Name) {
				names = append(names, w.o.OtherBosses[i].Name)
			}
		}
	}
	if len(names) == 0 {
		s.Text = nobodyElse
		s.Computed = []Computed{{nobodyElse, "that no other boss is marked as told"}}
		return s, true
	}
	slices.Sort(names)
	s.Text = list(names) + knowOfIt(len(names))
	s.Computed = []Computed{{s.Text, "the other bosses that are marked as told"}}
	return s, true
}
