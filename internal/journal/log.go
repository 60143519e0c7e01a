package journal

import (
	"context"
	"fmt"
	"slices"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/store"
	"rapport/internal/when"
)

// LogInput is one line to write down, in the quick grammar. What is set
// besides the text wins over the same mark in the line.
type LogInput struct {
	Text    string
	Kind    rapport.Kind
	Project rapport.Slug
	Goals   []rapport.Slug
	Bosses  []rapport.Slug
	Outcome string
	// On and By are dates in the user's words.
	On, By string
	URL    string
	// Helpers share the credit.
	Helpers []string
	// Private makes the line a private note.
	Private bool
}

// Logged says what became of a line, and what of it was guessed.
type Logged struct {
	// Entry is the entry written down; Note says that it became a private
	// note instead, whose number Entry.Number then is.
	Entry rapport.Entry
	Note  bool
	// KindWhy is the reason of a guessed kind.
	KindWhy string
	Project rapport.Project
	Bosses  []rapport.Boss
	Goals   []rapport.Goal
	// NewProject and NewBoss were made because the line named them.
	NewProject, NewBoss bool
	// On and By are the words that dates were read from.
	OnSaid, BySaid string
}

// Log writes lines down, all or none, and returns what was understood.
func (s *Service) Log(ctx context.Context, inputs ...LogInput) (logged []Logged, err error) {
	return logged, s.DB.Write(ctx, func(tx *store.Tx) error {
		logged = logged[:0]
		names, err := s.names(ctx, tx)
		if err != nil {
			return err
		}
		var steps []store.Step
		for i, input := range inputs {
			one, made, err := s.logLine(ctx, tx, &names, input)
			if err != nil {
				return placed(err, i, len(inputs))
			}
			logged = append(logged, one)
			steps = append(steps, made...)
		}
		return s.change(ctx, tx, fmt.Sprintf("logged %s", counted(len(inputs), "line", "lines")), steps...)
	})
}

func (s *Service) logLine(ctx context.Context, tx *store.Tx, names *names, input LogInput) (one Logged, steps []store.Step, err error) {
	line, err := s.parse(input)
	if err != nil {
		return one, nil, err
	}
	day, at := s.dated(line.On)
	if day > s.today() {
		return one, nil, rapport.Errorf(rapport.Invalid, "%s lies in the future; a log line is about what happened", day).
			WithHint("for something due then, write by:%s", day)
	}
	if line.Private {
		one.OnSaid = line.OnSaid
		step, err := s.note(ctx, tx, line, day, at, &one)
		return one, []store.Step{step}, err
	}
	var guess capture.Guess
	if !line.KindSaid || line.Kind == rapport.Commitment {
		if guess, err = names.guess(ctx, line.Text); err != nil {
			return one, nil, err
		}
	}
	line = line.As(guess.Kind, s.clock(when.Due))
	one.OnSaid, one.BySaid = line.OnSaid, line.DueSaid
	e := rapport.Entry{
		Record: rapport.Record{Owner: s.User.ID, At: at},
		Day:    day, Kind: line.Kind, KindBy: rapport.Said, Text: line.Text, Outcome: line.Outcome, Due: line.Due,
		URL: input.URL, Helpers: input.Helpers, ToldSaid: rapport.Yes,
	}
	if !line.KindSaid {
		e.KindBy, one.KindWhy = rapport.Guessed, guess.Reason
	}
	switch e.Kind {
	case rapport.Commitment:
		if e.CommittedBy = guess.CommittedBy; guess.Kind != rapport.Commitment || len(e.CommittedBy) == 0 {
			e.CommittedBy = []rapport.Party{rapport.Me}
		} else if names.beginsWithBoss(line.Text) {
			e.CommittedBy = slices.Clone(e.CommittedBy)
			for i, by := range e.CommittedBy {
				if by == rapport.Other {
					e.CommittedBy[i] = rapport.TheBoss
				}
			}
		}
	case rapport.Question:
		e.Asked = rapport.No
	case rapport.Idea:
		e.Raised = rapport.No
	}
	if steps, err = s.addressed(ctx, tx, names, line, &e, &one); err != nil {
		return one, nil, err
	}
	made, err := s.linked(ctx, tx, names, line, &e, &one)
	if err != nil {
		return one, nil, err
	}
	steps = append(steps, made...)
	if err := tx.InsertEntry(ctx, &e); err != nil {
		return one, nil, err
	}
	one.Entry = e
	return one, append(steps, store.Step{Verb: "add", Noun: store.EntryNoun, ID: rapport.RecordID(e.ID)}), nil
}

// longestLine bounds a line of work in bytes: more is a document, which no list
// and no report can show.
const longestLine = 16 << 10

// note writes a private line down as a note.
func (s *Service) note(ctx context.Context, tx *store.Tx, line capture.Line, day rapport.Day, at rapport.Stamp, one *Logged) (store.Step, error) {
	note := rapport.PrivateNote{Record: rapport.Record{Owner: s.User.ID, At: at}, Day: day, Text: rapport.Private(line.Text)}
	if err := tx.InsertNote(ctx, &note); err != nil {
		return store.Step{}, err
	}
	one.Note, one.Entry.Number, one.Entry.Day = true, note.Number, day
	return store.Step{Verb: "add", Noun: store.NoteNoun, ID: rapport.RecordID(note.ID)}, nil
}

// parse reads a line and lays what was said besides it over what it says.
func (s *Service) parse(input LogInput) (capture.Line, error) {
	switch n := len(input.Text); {
	case n > longestLine:
		return capture.Line{}, rapport.Errorf(rapport.Invalid, "the line is %d KB long; one thing has at most %d KB", n>>10, longestLine>>10).
			WithHint("write down what came of it, and name the long text: rapport log \"…\" --url FILE")
	case rapport.OneLine(input.Text) == "":
		return capture.Line{}, errNothing
	}
	line, err := capture.ParseLine(input.Text, s.clock(when.Log))
	if err != nil {
		return line, err
	}
	if input.Kind != "" {
		line.Kind, line.KindSaid = input.Kind, true
	}
	if input.Project != "" {
		line.Project = input.Project
	}
	if len(input.Goals) > 0 {
		line.Goals = input.Goals
	}
	if len(input.Bosses) > 0 {
		line.Bosses = input.Bosses
	}
	if input.Outcome != "" {
		line.Outcome = rapport.OneLine(input.Outcome)
	}
	if input.On != "" {
		answer := when.Parse(input.On, s.clock(when.Log))
		if answer.Kind == when.None {
			return line, undated("--on", input.On, answer)
		}
		line.On, line.OnSaid = answer.FirstDay(), input.On
	}
	if input.By != "" {
		answer := when.Parse(input.By, s.clock(when.Due))
		if answer.Kind == when.None {
			return line, undated("--by", input.By, answer)
		}
		line.Due, line.DueSaid = answer.LastDay(), input.By
	}
	line.Private = line.Private || input.Private
	if line.Text == "" {
		return line, errNothing
	}
	return line, nil
}

var errNothing = rapport.Errorf(rapport.Invalid, "there is nothing to write down").
	WithHint(`rapport log "won: cut waiting time from 40 to 25 minutes +ward"`)

func undated(flag, text string, a when.Answer) error {
	return rapport.Errorf(rapport.Invalid, "%s %q is not a date: %s", flag, text, a.Why).
		WithHint("write it as yesterday, last friday, 3 nov or 2026-11-03")
}

// dated returns the day of a line and its instant: now for today, noon of any
// other day, so that the journal's instant always falls on the day.
func (s *Service) dated(on rapport.Day) (rapport.Day, rapport.Stamp) {
	now := s.Now()
	if on == "" || on == rapport.DayOf(now) {
		return rapport.DayOf(now), rapport.StampOf(now)
	}
	return on, rapport.StampOf(on.Noon(now.Location()))
}

// addressed resolves the bosses a line names. The first boss ever named is
// made, any later unknown one is an error.
func (s *Service) addressed(ctx context.Context, tx *store.Tx, names *names, line capture.Line, e *rapport.Entry, one *Logged) (steps []store.Step, err error) {
	for _, slug := range line.Bosses {
		if len(names.bosses) == 0 {
			boss := rapport.Boss{
				Record: rapport.Record{Owner: s.User.ID, At: rapport.StampOf(s.Now())},
				Slug:   slug, Name: slug.Title(), Relation: rapport.Solid,
			}
			if err := tx.InsertBoss(ctx, &boss); err != nil {
				return nil, err
			}
			names.bosses, one.NewBoss = append(names.bosses, boss), true
			steps = append(steps, store.Step{Verb: "add", Noun: store.BossNoun, ID: rapport.RecordID(boss.ID)})
		}
		boss, err := names.boss(slug)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(e.Concerns, boss.ID) {
			e.Concerns = append(e.Concerns, boss.ID)
			one.Bosses = append(one.Bosses, boss)
		}
	}
	return steps, nil
}

// linked finds project and goals of an entry: said ones first, guesses after.
func (s *Service) linked(ctx context.Context, tx *store.Tx, names *names, line capture.Line, e *rapport.Entry, one *Logged) (steps []store.Step, err error) {
	project, ok := names.projectBySlug(line.Project)
	switch {
	case line.Project != "" && !ok:
		project = rapport.Project{
			Record: rapport.Record{Owner: s.User.ID, At: rapport.StampOf(s.Now())},
			Slug:   line.Project, Title: line.Project.Title(), Status: "active",
		}
		if err := tx.InsertProject(ctx, &project); err != nil {
			return nil, err
		}
		names.projects, one.NewProject = append(names.projects, project), true
		steps = append(steps, store.Step{Verb: "add", Noun: store.ProjectNoun, ID: rapport.RecordID(project.ID)})
		e.ProjectBy = rapport.Said
	case ok:
		e.ProjectBy = rapport.Said
	default:
		project, _ = names.mentioned(line.Text)
	}
	e.Project, one.Project = project.ID, project
	for _, slug := range line.Goals {
		goal, err := names.goal(slug)
		if err != nil {
			return nil, err
		}
		e.Links = append(e.Links, rapport.Link{Goal: goal.ID, By: rapport.Said, Confidence: 100, Reason: "you said so"})
	}
	if len(line.Goals) == 0 {
		if e.Links, err = names.links(ctx, *e); err != nil {
			return nil, err
		}
	}
	for _, l := range e.Links {
		for _, g := range names.goals {
			if g.ID == l.Goal {
				one.Goals = append(one.Goals, g)
			}
		}
	}
	return steps, nil
}

// placed names the line of an error where there are several.
func placed(err error, i, n int) error {
	if n < 2 {
		return err
	}
	if e, ok := err.(*rapport.Error); ok { //nolint:errorlint // only our own outermost error is placed
		return e.WithPlace("line %d", i+1)
	}
	return fmt.Errorf("line %d: %w", i+1, err)
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
