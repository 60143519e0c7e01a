package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/journal"
	"rapport/internal/nudges"
	"rapport/internal/people"
	"rapport/internal/store"
	"rapport/internal/wire/nudge"
)

// The scenarios of the coach: a history, and what it should have said at the
// end of it.
const (
	eventsEnd = ".events.jsonl"
	expectEnd = ".expect.json"
	coachEnd  = ".coach.json"
)

// expectation is what a careful grader wants of a scenario.
type expectation struct {
	Now        time.Time `json:"now"`
	Zone       string    `json:"tz"`
	ShouldFind []struct {
		Rule     string `json:"rule"`
		Intent   string `json:"intent"`
		Priority string `json:"priority"`
	} `json:"should_find"`
	MustNot []struct {
		Rule string `json:"rule"`
		What string `json:"what"`
	} `json:"must_not"`
}

// scenarios lists the histories in the data folder and in its scenarios
// folder, by name.
func scenarios(data string) ([]string, error) {
	var all []string
	for _, dir := range [...]string{data, filepath.Join(data, "scenarios")} {
		found, err := filepath.Glob(filepath.Join(dir, "*"+eventsEnd))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortFunc(all, func(a, b string) int { return strings.Compare(filepath.Base(a), filepath.Base(b)) })
	return all, nil
}

// coachAll replays every scenario, writes what the coach says, and scores it
// where an expectation is there. It reports how many it replayed.
func coachAll(o options, stderr io.Writer) (r result, replayed int, err error) {
	files, err := scenarios(o.data)
	if err != nil || len(files) == 0 {
		return r, 0, err
	}
	var score coachScore
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), eventsEnd)
		events, err := os.ReadFile(file)
		if err != nil {
			return r, replayed, err
		}
		at, err := momentOf(file, events)
		if err == nil {
			var said []nudge.Line
			if said, err = replay(events, at); err == nil {
				err = writeJSON(filepath.Join(o.out, name+coachEnd), said)
			}
		}
		if err != nil {
			fmt.Fprintf(stderr, "%s: skipped: %v\n", filepath.Base(file), err)
			continue
		}
		replayed++
	}
	// Labels are only looked at now, when all answers are written.
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), eventsEnd)
		want, labelled, err := expectationOf(file)
		if err != nil || !labelled {
			continue
		}
		text, err := os.ReadFile(filepath.Join(o.out, name+coachEnd))
		if err != nil {
			continue
		}
		var said []nudge.Line
		if err := json.Unmarshal(text, &said); err != nil {
			return r, replayed, err
		}
		r.labelled++
		score.scenario(&r, name, want, said)
	}
	score.figures(&r)
	return r, replayed, nil
}

// momentOf is when a scenario asks: the moment of its expectation, else that of
// its last line.
func momentOf(file string, events []byte) (at time.Time, err error) {
	text, err := os.ReadFile(strings.TrimSuffix(file, eventsEnd) + expectEnd)
	switch {
	case err == nil:
		// Of the expectation only the moment is read here.
		var when struct {
			Now  time.Time `json:"now"`
			Zone string    `json:"tz"`
		}
		if err := json.Unmarshal(text, &when); err != nil {
			return at, err
		}
		zone, err := time.LoadLocation(when.Zone)
		if err != nil || when.Zone == "" {
			zone = time.FixedZone(when.Now.Zone())
		}
		return when.Now.In(zone), nil
	case !errors.Is(err, os.ErrNotExist):
		return at, err
	}
	err = eachLine(bytes.NewReader(events), func(_ int, line []byte) error {
		var l struct {
			T time.Time `json:"t"`
		}
		if err := json.Unmarshal(line, &l); err != nil {
			return err
		}
		if l.T.After(at) {
			at = l.T
		}
		return nil
	})
	return at, err
}

// expectationOf reads what a scenario wants; it reports false where there is
// no such file.
func expectationOf(file string) (want expectation, labelled bool, err error) {
	text, err := os.ReadFile(strings.TrimSuffix(file, eventsEnd) + expectEnd)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return want, false, nil
	case err != nil:
		return want, false, err
	}
	return want, true, json.Unmarshal(text, &want)
}

// replay imports a history into a store of its own and asks the coach as of a
// moment.
func replay(events []byte, at time.Time) (said []nudge.Line, err error) {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "rapport-eval-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	now := func() time.Time { return at }
	db, err := store.Open(ctx, filepath.Join(dir, "rapport.db"), store.Key{}, store.Options{Create: true, Now: now})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	user, err := people.EnsureUser(ctx, db, rapport.Slug(rapport.Me), at)
	if err != nil {
		return nil, err
	}
	in := &journal.Service{DB: db, User: user, Now: now}
	if _, err := in.Import(ctx, bytes.NewReader(events), journal.ImportOptions{}); err != nil {
		return nil, err
	}
	s := &nudges.Service{Desk: desk.Desk{DB: db, User: in.User, Now: now}}
	facts, advice, err := s.All(ctx, at)
	if err != nil {
		return nil, err
	}
	return nudges.Lines(facts, advice.Findings), nil
}

func writeJSON(name string, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		return err
	}
	return os.WriteFile(name, b.Bytes(), 0o644)
}

// coachScore adds up over scenarios.
type coachScore struct {
	high, highFound, other, otherFound, forbidden, outside, shown int
	// over counts the scenarios with more than three findings outside.
	over int
}

// shownFirst is how many findings a person looks at.
const shownFirst = 10

// allowedOutside is how many findings outside the list a scenario may have.
const allowedOutside = 3

// scenario scores one. A finding answers the first expectation of its rule that
// has none yet: a letter behind a rule's number marks a second one. What must
// not be said is counted where the rule is not wanted at all; of a rule that is
// wanted only a reader can tell whether it was said in the wrong way.
func (s *coachScore) scenario(r *result, name string, want expectation, said []nudge.Line) {
	taken := make([]bool, len(said))
	wanted := map[string]bool{}
	for _, w := range want.ShouldFind {
		rule := strings.TrimRight(w.Rule, "abcdefgh")
		wanted[rule] = true
		place := -1
		for i, l := range said {
			if l.Rule == rule && !taken[i] {
				place, taken[i] = i, true
				break
			}
		}
		switch isHigh := w.Priority == "high"; {
		case isHigh:
			s.high++
			if place >= 0 && place < shownFirst {
				s.highFound++
			} else {
				r.miss("%s: high %s not among the first %d: %s", name, w.Rule, shownFirst, w.Intent)
			}
		default:
			s.other++
			if place >= 0 {
				s.otherFound++
			} else {
				r.miss("%s: %s %s not found: %s", name, w.Priority, w.Rule, w.Intent)
			}
		}
	}
	for _, m := range want.MustNot {
		if wanted[m.Rule] {
			continue
		}
		for _, l := range said {
			if l.Rule == m.Rule {
				s.forbidden++
				r.miss("%s: forbidden %s: %s; said: %s", name, m.Rule, m.What, l.Why)
			}
		}
	}
	outside := 0
	for i, l := range said {
		s.shown++
		if !taken[i] {
			outside++
			r.miss("%s: outside the list: %s %s: %s", name, l.Level, l.Rule, l.Why)
		}
	}
	s.outside += outside
	if outside > allowedOutside {
		s.over++
	}
}

func (s *coachScore) figures(r *result) {
	r.add("high_in_first_ten", s.highFound, s.high)
	r.add("others_found", s.otherFound, s.other)
	r.figures = append(r.figures,
		figure{"forbidden", float64(s.forbidden), r.labelled},
		figure{"outside_the_list", float64(s.outside), s.shown},
		figure{"scenarios_over_three_outside", float64(s.over), r.labelled})
}
