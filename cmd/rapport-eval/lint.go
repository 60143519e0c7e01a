package main

import (
	"encoding/json"
	"slices"

	"rapport/internal/prose"
)

// lintCase is what the prose check may know of a text.
type lintCase struct {
	ID      string        `json:"id"`
	Text    string        `json:"text"`
	Channel prose.Channel `json:"channel"`
}

type lintFinding struct {
	Label prose.Label `json:"label"`
	Start int         `json:"start"`
	End   int         `json:"end"`
}

type lintPrediction struct {
	ID       string        `json:"id"`
	Findings []lintFinding `json:"findings"`
}

// predictLint answers with what the product would show; hints are not asked
// for.
func predictLint(line []byte) (any, error) {
	var c lintCase
	if err := decode(line, &c, &c.ID); err != nil {
		return nil, err
	}
	p := lintPrediction{ID: c.ID, Findings: []lintFinding{}}
	for _, f := range prose.Check(c.Text, prose.Options{Channel: c.Channel}) {
		p.Findings = append(p.Findings, lintFinding{f.Label, f.Start, f.End})
	}
	return p, nil
}

// clean is the label of a text in which nothing is wrong.
const clean prose.Label = "none"

// lintLabel is what a line says is wrong with its text; Labels is nil where no
// label is there.
type lintLabel struct {
	lintCase
	Labels     *[]prose.Label `json:"labels"`
	Spans      []lintFinding  `json:"spans"`
	Acceptable []prose.Label  `json:"also_acceptable"`
}

// wants lists the labels that must be found.
func (l lintLabel) wants() []prose.Label {
	return slices.DeleteFunc(slices.Clone(*l.Labels), func(w prose.Label) bool { return w == clean })
}

// overlapping is the intersection over union from which a passage is the right
// one.
const overlapping = 0.5

// scoreLint computes precision, recall and F1 of each label that occurs, their
// mean F1, how many clean texts were left alone, and how often the passage of
// a right label was the right one. An acceptable label neither rewards nor
// punishes.
func scoreLint(cases []scored) result {
	var r result
	labels := prose.Labels()
	tallies := make([]tally, len(labels))
	var cleanTexts, leftAlone, right, placed int
	for _, c := range cases {
		var want lintLabel
		var got lintPrediction
		if json.Unmarshal(c.label, &want) != nil || want.Labels == nil || json.Unmarshal(c.answer, &got) != nil {
			continue
		}
		r.labelled++
		wants := want.wants()
		alone := true
		for i, label := range labels {
			wanted := slices.Contains(wants, label)
			found := slices.ContainsFunc(got.Findings, func(f lintFinding) bool { return f.Label == label })
			switch acceptable := slices.Contains(want.Acceptable, label); {
			case wanted && found:
				tallies[i].right++
				best, spans := bestOverlap(label, got.Findings, want.Spans)
				if spans {
					right++
					if best >= overlapping {
						placed++
					} else {
						r.miss("%s %q: the passage of %s has an overlap of %.2f", want.ID, want.Text, label, best)
					}
				}
			case wanted:
				tallies[i].missed++
				r.miss("%s %q: missed %s", want.ID, want.Text, label)
			case found && !acceptable:
				tallies[i].wrong++
				alone = false
				r.miss("%s %q: wrongly %s, want %v", want.ID, want.Text, label, *want.Labels)
			}
		}
		if len(wants) == 0 {
			cleanTexts++
			if alone {
				leftAlone++
			}
		}
	}
	for i, t := range tallies {
		if t == (tally{}) {
			continue
		}
		r.add("precision "+string(labels[i]), t.right, t.right+t.wrong)
		r.add("recall "+string(labels[i]), t.right, t.right+t.missed)
		r.add("f1 "+string(labels[i]), 2*t.right, 2*t.right+t.missed+t.wrong)
	}
	r.figures = append(r.figures, macroF1(tallies))
	r.add("clean_left_alone", leftAlone, cleanTexts)
	r.add("span_overlap", placed, right)
	return r
}

// bestOverlap returns the largest intersection over union of a found and a
// labelled passage of the label, and whether any passage is labelled.
func bestOverlap(label prose.Label, found, labelled []lintFinding) (best float64, spans bool) {
	for _, w := range labelled {
		if w.Label != label {
			continue
		}
		spans = true
		for _, f := range found {
			if f.Label != label {
				continue
			}
			both := max(0, min(f.End, w.End)-max(f.Start, w.Start))
			either := max(f.End, w.End) - min(f.Start, w.Start)
			best = max(best, share(both, either))
		}
	}
	return best, spans
}
