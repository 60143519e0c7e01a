package compose

import (
	"strings"
	"unicode/utf8"
)

// Figure is something to look at before reading: a small chart in text.
type Figure struct{ Lines []string }

// barWidth is how many cells the longest bar has.
const barWidth = 24

// shown is what a reader who looks first gets: the first link or picture that
// an entry names, or a chart of the first figure that moved.
func (w *writer) shown() (Section, bool) {
	var points []Point
	for _, part := range w.o.Parts {
		points = append(points, part.Points...)
	}
	points = append(points, w.o.Counted...)
	for _, p := range points {
		link := p.Entry.URL
		for _, e := range p.Entry.Evidence {
			if link == "" && (e.Kind == "url" || e.Kind == "file") {
				link = e.Ref
			}
		}
		if link == "" || strings.ContainsAny(link, " \t\n") {
			continue
		}
		see := w.begin(p)
		see.Text = seePrefix + link
		see.Computed = []Computed{{link, "the link of the entry"}}
		return Section{Intro: []Sentence{see, w.caption(p)}, Shown: true}, true
	}
	for _, p := range points {
		figures, ok := pairIn(p.Entry.Outcome)
		if !ok {
			if figures, ok = pairIn(p.Entry.Text); !ok {
				continue
			}
		}
		return Section{Intro: []Sentence{w.caption(p)}, Figure: &Figure{figures.bars()}, Shown: true}, true
	}
	return Section{}, false
}

// caption is the message of what is shown.
func (w *writer) caption(p Point) Sentence {
	s := w.begin(p)
	text, _ := w.words(p.Entry)
	s.Text = w.claim(capital(text), p.Entry)
	s.Reason += "; it is what there is to show"
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
