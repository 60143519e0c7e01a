package main

import (
	"fmt"
	"io"
)

// result is the score of one set.
type result struct {
	// labelled is how many lines had a label.
	labelled int
	figures  []figure
	// errors are the wrong answers, for -v.
	errors []string
}

// figure is one number of a score, with what it is a share of.
type figure struct {
	name  string
	value float64
	of    int
}

// share returns a part of a whole; of nothing it is zero.
func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// add adds the share of part in whole under a name.
func (r *result) add(name string, part, whole int) {
	r.figures = append(r.figures, figure{name, share(part, whole), whole})
}

// miss notes a wrong answer.
func (r *result) miss(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

// values returns the figures as they are kept in scores.json.
func (r result) values() map[string]float64 {
	v := map[string]float64{"cases": float64(r.labelled)}
	for _, f := range r.figures {
		v[f.name] = f.value
	}
	return v
}

// print writes the figures for people, and the errors where they are wanted.
func (r result) print(w io.Writer, name string, verbose bool) {
	if r.labelled == 0 {
		fmt.Fprintf(w, "%s: no labels, no score\n", name)
		return
	}
	fmt.Fprintf(w, "%s: %d labelled\n", name, r.labelled)
	for _, f := range r.figures {
		fmt.Fprintf(w, "  %-32s %.3f  of %d\n", f.name, f.value, f.of)
	}
	if verbose {
		for _, e := range r.errors {
			fmt.Fprintf(w, "  wrong: %s\n", e)
		}
	}
}
