package main

import (
	"encoding/json"
	"slices"

	"rapport"
	"rapport/internal/capture"
)

// kindCase is what the guess of a kind may know of a line.
type kindCase struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type kindPrediction struct {
	ID          string          `json:"id"`
	Kind        rapport.Kind    `json:"kind"`
	CommittedBy []rapport.Party `json:"committed_by,omitempty"`
}

func predictKind(line []byte) (any, error) {
	var c kindCase
	if err := decode(line, &c, &c.ID); err != nil {
		return nil, err
	}
	g := capture.GuessKind(c.Text, nil)
	return kindPrediction{c.ID, g.Kind, g.CommittedBy}, nil
}

// kindLabel is what a line says its kind is.
type kindLabel struct {
	kindCase
	Kind        rapport.Kind    `json:"kind"`
	Acceptable  []rapport.Kind  `json:"also_acceptable"`
	CommittedBy []rapport.Party `json:"committed_by"`
	Hard        bool            `json:"hard"`
}

// tally counts what became of one kind.
type tally struct{ right, missed, wrong int }

// f1 is the harmonic mean of precision and recall.
func (t tally) f1() float64 { return share(2*t.right, 2*t.right+t.missed+t.wrong) }

// scoreKinds computes the accuracy, overall and on hard lines, the mean F1 over
// the kinds that occur, and how often a promise was given to the right person.
// An acceptable kind counts as right everywhere.
func scoreKinds(cases []scored) result {
	var r result
	var kinds [len(rapport.Kinds)]tally
	var right, hard, rightHard, promises, rightBy int
	count := func(k rapport.Kind, f func(*tally)) {
		if i := slices.Index(rapport.Kinds[:], k); i >= 0 {
			f(&kinds[i])
		}
	}
	for _, c := range cases {
		var want kindLabel
		var got kindPrediction
		if json.Unmarshal(c.label, &want) != nil || want.Kind == "" || json.Unmarshal(c.answer, &got) != nil {
			continue
		}
		r.labelled++
		ok := got.Kind == want.Kind || slices.Contains(want.Acceptable, got.Kind)
		if ok {
			right++
			count(got.Kind, func(t *tally) { t.right++ })
		} else {
			count(want.Kind, func(t *tally) { t.missed++ })
			count(got.Kind, func(t *tally) { t.wrong++ })
			r.miss("%s %q: %s, want %s", want.ID, want.Text, got.Kind, want.Kind)
		}
		if want.Hard {
			hard++
			if ok {
				rightHard++
			}
		}
		if want.Kind == rapport.Commitment && len(want.CommittedBy) > 0 {
			promises++
			if sameParties(got.CommittedBy, want.CommittedBy) {
				rightBy++
			} else {
				r.miss("%s %q: promised by %v, want %v", want.ID, want.Text, got.CommittedBy, want.CommittedBy)
			}
		}
	}
	r.add("accuracy", right, r.labelled)
	r.add("accuracy_hard", rightHard, hard)
	r.figures = append(r.figures, macroF1(kinds[:]))
	r.add("committed_by", rightBy, promises)
	return r
}

// macroF1 is the mean over the kinds that occur as a label or an answer.
func macroF1(kinds []tally) figure {
	f := figure{name: "macro_f1"}
	for _, t := range kinds {
		if t != (tally{}) {
			f.value += t.f1()
			f.of++
		}
	}
	if f.of > 0 {
		f.value /= float64(f.of)
	}
	return f
}

// sameParties compares without order.
func sameParties(a, b []rapport.Party) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(a, b)
}
