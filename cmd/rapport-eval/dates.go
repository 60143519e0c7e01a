package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"rapport/internal/when"
)

// dateCase is what the date engine may know of a line.
type dateCase struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Reference string `json:"reference"`
	Zone      string `json:"tz"`
	Locale    string `json:"locale"`
	Context   string `json:"context"`
}

// dateAnswer is the form in which a date is written, by us and in labels.
type dateAnswer struct {
	Kind   string `json:"kind"`
	Date   string `json:"date,omitempty"`
	Local  string `json:"local,omitempty"`
	Offset string `json:"offset,omitempty"`
	UTC    string `json:"utc,omitempty"`
	Start  string `json:"start,omitempty"`
	End    string `json:"end,omitempty"`
}

type datePrediction struct {
	ID     string     `json:"id"`
	Answer dateAnswer `json:"answer"`
}

func predictDate(line []byte) (any, error) {
	var c dateCase
	if err := decode(line, &c, &c.ID); err != nil {
		return nil, err
	}
	now, err := time.Parse(time.RFC3339, c.Reference)
	if err != nil {
		return nil, fmt.Errorf("its reference is no instant: %w", err)
	}
	zone, err := time.LoadLocation(c.Zone)
	if err != nil {
		return nil, fmt.Errorf("its time zone is not known: %w", err)
	}
	a := when.Parse(c.Text, when.Clock{Now: now.In(zone), Locale: c.Locale, Context: when.Context(c.Context)})
	return datePrediction{c.ID, writtenDate(a)}, nil
}

// writtenDate returns an answer in its written form.
func writtenDate(a when.Answer) dateAnswer {
	w := dateAnswer{Kind: string(a.Kind)}
	switch a.Kind {
	case when.Date:
		w.Date = string(a.Day)
	case when.DateTime:
		w.Local = a.Time.Format("2006-01-02T15:04")
		w.Offset = a.Time.Format("-07:00")
		w.UTC = a.Time.UTC().Format(time.RFC3339)
	case when.Range:
		w.Start, w.End = string(a.Day), string(a.End)
	}
	return w
}

// dateLabel is what a line says the right answer is.
type dateLabel struct {
	dateCase
	Answer     *dateAnswer  `json:"answer"`
	Acceptable []dateAnswer `json:"also_acceptable"`
}

// scoreDates computes the accuracy over all dates and per kind of answer.
func scoreDates(cases []scored) result {
	var r result
	kinds := [...]when.Kind{when.Date, when.DateTime, when.Range, when.None}
	var right, all [len(kinds)]int
	rightOf := 0
	for _, c := range cases {
		var want dateLabel
		var got datePrediction
		if json.Unmarshal(c.label, &want) != nil || want.Answer == nil || json.Unmarshal(c.answer, &got) != nil {
			continue
		}
		r.labelled++
		kind := slices.Index(kinds[:], when.Kind(want.Answer.Kind))
		ok := got.Answer == *want.Answer || slices.Contains(want.Acceptable, got.Answer)
		if kind >= 0 {
			all[kind]++
		}
		switch {
		case ok && kind >= 0:
			right[kind]++
			rightOf++
		case ok:
			rightOf++
		default:
			r.miss("%s %q at %s (%s, %s, %s): %+v, want %+v", want.ID, want.Text, want.Reference, want.Zone, want.Locale, want.Context, got.Answer, *want.Answer)
		}
	}
	r.add("accuracy", rightOf, r.labelled)
	for i, k := range kinds {
		r.add("accuracy_"+string(k), right[i], all[i])
	}
	return r
}
