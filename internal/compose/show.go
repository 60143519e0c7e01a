package compose

import (
	"strings"
	"unicode/utf8"

	"rapport"
)

// Figure is something to look at before reading: a small chart in text.
type Figure struct{ Lines []string }

// barWidth is how many cells the longest bar has.
const barWidth = 24

// linkOf is the first link or picture that an entry names.
func linkOf(e *rapport.Entry) string {
	link := e.URL
	for _, ev := range e.Evidence {
		if link == "" && (ev.Kind == "url" || ev.Kind == "file") {
			link = ev.Ref
		}
	}
	if strings.ContainsAny(link, " \t\n") {
		return ""
	}
	return link
}

// figuresOf is the figure of an entry that moved, or the part of a whole.
func figuresOf(e *rapport.Entry) (pair, bool) {
	if p, ok := pairIn(e.Outcome); ok {
		return p, true
	}
	return pairIn(e.Text)
}

// showScore says how good a point is to look at: a link before a chart, what
// was reached before what is off course. A negative score is nothing to show.
func showScore(p Point) int {
	score := -1
	if linkOf(p.Entry) != "" {
		score = 20
	} else if _, ok := figuresOf(p.Entry); ok {
		score = 10
	}
	if score > 0 && isTrouble(p.Item) {
		score--
	}
	return score
}

// takeShown takes what there is to show out of its part.
func (a *fitting) takeShown() (Part, bool) {
	p, ok := a.take(Work, showScore)
	if !ok {
		p, ok = a.take(Differs, showScore)
	}
	if !ok {
		return Part{}, false
	}
	p.Reason += "; it is what there is to show"
	return Part{Role: Work, Project: *p.Project, Points: []Point{p}, Lead: true, Show: true}, true
}

// shown is what a reader who looks first gets, with the message as caption.
func (w *writer) shown(p Point) Section {
	caption := w.lead(p)
	s := Section{Role: Work, Shown: true}
	if link := linkOf(p.Entry); link != "" {
		see := w.begin(p)
		see.Text = seePrefix + link
		see.Computed = []Computed{{link, "the link of the entry"}}
		s.Intro = append(s.Intro, see)
	} else if figures, ok := figuresOf(p.Entry); ok {
		s.Figure = &Figure{figures.bars()}
	}
	s.Intro = append(s.Intro, caption)
	return s
}

// bars draws a pair of figures.
func (p pair) bars() []string {
	top := max(p.a, p.b)
	if top <= 0 {
		top = 1
	}
	bar := func(v float64) string {
		n := int(v/top*barWidth + 0.5)
		if v > 0 {
			n = max(n, 1)
		}
		return strings.Repeat("█", n)
	}
	if p.whole {
		part := bar(p.a)
		return []string{part + strings.Repeat("░", barWidth-utf8.RuneCountInString(part)) + "  " + p.from + " of " + p.to}
	}
	return []string{"before  " + bar(p.a) + "  " + p.from, "now     " + bar(p.b) + "  " + p.to}
}
