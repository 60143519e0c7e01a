package promises

import (
	"context"
	"fmt"
	"strings"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// AdviceInput is what is said of a decision on which advice is asked. The line
// says what is to be decided, with marks; recommend: and unseen: may stand in
// it.
type AdviceInput struct {
	Input
	Options           []rapport.Option
	Recommend, Unseen string
}

// Sheet is an advice sheet with what a reader would miss in it.
type Sheet struct {
	Sheet rapport.AdviceSheet
	Names rapport.Names
	// DueSaid are the words that were read as the day the advice is needed.
	DueSaid string
	// Missing are questions that the sheet leaves open, the most useful first
	// (P4, P49).
	Missing []string
}

// Advise begins an advice sheet (P4).
func (s *Service) Advise(ctx context.Context, in AdviceInput) (sheet Sheet, err error) {
	line, err := s.line(in.Input, "recommend", "unseen")
	if err != nil {
		return sheet, err
	}
	a := rapport.AdviceSheet{Text: textOf(line), Due: line.Due, Recommend: line.Said["recommend"], Unseen: line.Said["unseen"]}
	return sheet, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		b, err := desk.Boss(names, line)
		if err != nil {
			return err
		}
		a.Boss = b.ID
		if a.Goal, err = desk.Goal(names, line); err != nil {
			return err
		}
		if err := addToSheet(&a, in); err != nil {
			return err
		}
		if a.Fact, err = s.record(line); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.AdviceSheets, &a)
		if err != nil {
			return err
		}
		sheet = Sheet{Sheet: a, Names: names, DueSaid: line.DueSaid, Missing: missing(a)}
		return s.Remember(ctx, tx, fmt.Sprintf("began advice sheet %d", a.Number), step)
	})
}

// AddToSheet adds options to a sheet, and says anew what is recommended and
// what may not be seen, where the input says it.
func (s *Service) AddToSheet(ctx context.Context, n rapport.Number, in AdviceInput) (Sheet, error) {
	if len(in.Options) == 0 && in.Recommend == "" && in.Unseen == "" {
		return Sheet{}, rapport.Errorf(rapport.Invalid, "there is nothing to add to sheet %d", n).
			WithHint(`rapport advice %d --option "move to January | gains: the clinics | pays: finance | cost: two weeks"`, n)
	}
	return s.onSheet(ctx, n, "added to", func(a *rapport.AdviceSheet) error { return addToSheet(a, in) })
}

func addToSheet(a *rapport.AdviceSheet, in AdviceInput) error {
	for _, o := range in.Options {
		if o.Text == "" {
			return rapport.Errorf(rapport.Invalid, "an option has words").WithHint(`--option "move to January | gains: the clinics | pays: finance | cost: two weeks"`)
		}
		for _, had := range a.Options {
			if strings.EqualFold(had.Text, o.Text) {
				return rapport.Errorf(rapport.Conflict, "the option %q is on the sheet already", o.Text).WithHint("say each way out once")
			}
		}
		a.Options = append(a.Options, o)
	}
	if text := rapport.OneLine(in.Recommend); text != "" {
		a.Recommend = text
	}
	if text := rapport.OneLine(in.Unseen); text != "" {
		a.Unseen = text
	}
	return nil
}

// AdviceGiven writes down what the boss said, on a day in the user's words.
func (s *Service) AdviceGiven(ctx context.Context, n rapport.Number, words, on string) (Sheet, error) {
	return s.onSheet(ctx, n, "wrote down the advice on", func(a *rapport.AdviceSheet) (err error) {
		if a.Advice = rapport.OneLine(words); a.Advice == "" {
			return rapport.Errorf(rapport.Invalid, "advice has words").WithHint(`rapport advice given %d "wait for the audit first"`, n)
		}
		a.AdvisedOn, err = s.on(on, a.Day())
		return err
	})
}

// AdviceDecided writes down what was decided in the end, what came of it, or
// both; an empty text leaves what is there.
func (s *Service) AdviceDecided(ctx context.Context, n rapport.Number, decided, outcome string) (Sheet, error) {
	return s.onSheet(ctx, n, "wrote down the decision on", func(a *rapport.AdviceSheet) error {
		decided, outcome = rapport.OneLine(decided), rapport.OneLine(outcome)
		if decided == "" && outcome == "" {
			return rapport.Errorf(rapport.Invalid, "nothing says what was decided").WithHint(`rapport advice decided %d "we move in January" --outcome "…"`, n)
		}
		if decided != "" {
			a.Decided = decided
		}
		if outcome != "" {
			a.Outcome = outcome
		}
		return nil
	})
}

func (s *Service) onSheet(ctx context.Context, n rapport.Number, what string, apply func(*rapport.AdviceSheet) error) (Sheet, error) {
	a, names, err := changed(ctx, s, store.AdviceSheets, n, fmt.Sprintf("%s sheet %d", what, n), func(a *rapport.AdviceSheet, _ rapport.Names) error { return apply(a) })
	return Sheet{Sheet: a, Names: names, Missing: missing(a)}, err
}

// AdviceSheet returns a sheet.
func (s *Service) AdviceSheet(ctx context.Context, n rapport.Number) (sheet Sheet, err error) {
	return sheet, s.Read(ctx, func(tx *store.Tx, names rapport.Names) error {
		a, err := desk.ByNumber(ctx, tx, s.User.ID, store.AdviceSheets, n)
		sheet = Sheet{Sheet: a, Names: names, Missing: missing(a)}
		return err
	})
}

// AdviceSheets lists the sheets that wait for advice or for a decision, the
// soonest needed first; with all those of any time, the newest first.
func (s *Service) AdviceSheets(ctx context.Context, slug rapport.Slug, all bool) (sheets []rapport.AdviceSheet, names rapport.Names, err error) {
	return sheets, names, s.Read(ctx, func(tx *store.Tx, known rapport.Names) error {
		names = known
		id, err := boss(names, slug)
		if err != nil {
			return err
		}
		// One that was answered waits for the decision: it is not open to the
		// store, but it is not over either. There are few sheets in a year.
		found, err := store.AdviceSheets.List(ctx, tx, s.User.ID, store.FactFilter{Boss: id})
		for _, a := range found {
			if all || a.State() != rapport.StateDone {
				sheets = append(sheets, a)
			}
		}
		return err
	})
}

// missing lists what a reader would ask of a sheet.
func missing(a rapport.AdviceSheet) []string {
	open := []string{}
	var gains, pays bool
	for _, o := range a.Options {
		gains, pays = gains || o.Gains != "", pays || o.Pays != ""
	}
	switch {
	case len(a.Options) == 0:
		open = append(open, "which ways out there are (--option, at least two)")
	case len(a.Options) == 1:
		open = append(open, "what else could be done (a second --option)")
	}
	if len(a.Options) > 0 && !gains {
		open = append(open, "who gains by each")
	}
	if len(a.Options) > 0 && !pays {
		open = append(open, "who pays for each")
	}
	if a.Recommend == "" {
		open = append(open, "what you would do (--recommend)")
	}
	if a.Unseen == "" {
		open = append(open, "what you may not see from where you stand (--unseen)")
	}
	if a.Due == "" {
		open = append(open, "by when you need it (by:)")
	}
	return open
}

// ParseOption reads a way out with the people it touches: "move to January |
// gains: the clinics | pays: finance | cost: two weeks". Only the words before
// the first bar are needed.
func ParseOption(text string) (o rapport.Option, err error) {
	parts := strings.Split(text, "|")
	o.Text = rapport.OneLine(parts[0])
	for _, part := range parts[1:] {
		name, value, found := strings.Cut(rapport.OneLine(part), ":")
		value = rapport.OneLine(value)
		var field *string
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "gains", "gain":
			field = &o.Gains
		case "pays", "pay":
			field = &o.Pays
		case "cost", "costs":
			field = &o.Cost
		}
		if field == nil || !found || value == "" || *field != "" {
			return rapport.Option{}, rapport.Errorf(rapport.Invalid, "%q is not understood behind an option", rapport.OneLine(part)).
				WithHint(`write it as "move to January | gains: the clinics | pays: finance | cost: two weeks", each once`)
		}
		*field = value
	}
	if o.Text == "" {
		return rapport.Option{}, rapport.Errorf(rapport.Invalid, "an option has words").WithHint(`write it as "move to January | gains: the clinics | pays: finance"`)
	}
	return o, nil
}

// ParseSheet reads a whole sheet: what is to be decided on the first line, then
// lines that begin with option:, recommend: or unseen:. An empty value says
// nothing.
func ParseSheet(text string) (in AdviceInput, err error) {
	for i, line := range strings.Split(rapport.ManyLines(text), "\n") {
		line = rapport.OneLine(line)
		name, value, found := strings.Cut(line, ":")
		value = rapport.OneLine(value)
		switch name = strings.ToLower(name); {
		case line == "":
		case found && name == "option":
			if value == "" {
				continue
			}
			o, err := ParseOption(value)
			if err != nil {
				return in, placed(err, i+1)
			}
			in.Options = append(in.Options, o)
		case found && (name == "recommend" || name == "unseen"):
			field := &in.Recommend
			if name == "unseen" {
				field = &in.Unseen
			}
			if *field != "" && value != "" {
				return in, placed(rapport.Errorf(rapport.Invalid, "%s: is said twice", name).WithHint("keep one"), i+1)
			}
			*field = strings.TrimSpace(*field + value)
		case len(in.Words) > 0:
			return in, placed(rapport.Errorf(rapport.Invalid, "%q is a second matter", line).
				WithHint("the first line says what is to be decided; the others begin with option:, recommend: or unseen:"), i+1)
		default:
			in.Words = []string{line}
		}
	}
	if len(in.Words) == 0 {
		return in, rapport.Errorf(rapport.Invalid, "nothing says what is to be decided").WithHint(`begin with a line such as: move the cut-over? @dana by:fri`)
	}
	return in, nil
}

func placed(err error, line int) error {
	if e, ok := err.(*rapport.Error); ok { //nolint:errorlint // made above, never wrapped
		return e.WithPlace("line %d", line)
	}
	return err
}
