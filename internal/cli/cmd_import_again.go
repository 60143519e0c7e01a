package cli

import (
	"context"
	"slices"

	"rapport"
	"rapport/internal/intake"
)

// importAgain reads all places again that were read before. One that cannot be
// read now is told, and the others are read all the same.
func importAgain(ctx context.Context, sh *shell) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	_, sources, err := s.Intake.Inbox(ctx)
	if err != nil {
		return err
	}
	sources = slices.DeleteFunc(sources, func(source rapport.Source) bool { return source.Removed != 0 || source.Location == "-" })
	if len(sources) == 0 {
		return rapport.Errorf(rapport.NotFound, "no place was read yet, so there is none to read again").
			WithHint("rapport import FILE.jsonl takes a journal in; rapport import git, notes, csv, bullets, readme and calendar read other places")
	}
	var failed error
	var shapes []againJSON
	for _, source := range sources {
		before, err := sh.waiting(ctx, s)
		if err != nil {
			return err
		}
		shape := againJSON{Source: sourceShape(source)}
		shape.Source.Location = shownPlace(source)
		if err := sh.readAgain(ctx, s, source); err != nil {
			if rapport.CodeOf(err) == rapport.Internal || ctx.Err() != nil {
				return err
			}
			failed, shape.Error = err, err.Error()
			if !sh.asJSON {
				sh.sayf("%s: %v; %s", source.Title, err, rapport.HintOf(err))
			}
		}
		after, err := sh.waiting(ctx, s)
		if err != nil {
			return err
		}
		shape.New = max(after-before, 0)
		shapes = append(shapes, shape)
	}
	if sh.asJSON {
		if err := sh.object("again", shapes); err != nil {
			return err
		}
	}
	if failed != nil && len(sources) == 1 {
		return failed
	}
	if failed != nil {
		return rapport.Errorf(rapport.CodeOf(failed), "not every place could be read; the others were").WithHint("what was said above says what to do")
	}
	return nil
}

type againJSON struct {
	Source sourceJSON `json:"source"`
	New    int        `json:"new"`
	Error  string     `json:"error,omitempty"`
}

func (sh *shell) waiting(ctx context.Context, s *Session) (int, error) {
	open, _, err := s.Intake.Inbox(ctx)
	return len(open), err
}

// readAgain reads one place again.
func (sh *shell) readAgain(ctx context.Context, s *Session, source rapport.Source) error {
	switch source.Kind {
	case "calendar":
		r, err := s.Intake.ReadCalendar(ctx, source.Location, "")
		if err != nil {
			return err
		}
		t, err := s.Intake.TakeCalendar(ctx, r, intake.CalendarDecisions{})
		if err == nil && !sh.asJSON {
			sh.sayCalendar(t, r, importCalendarOptions{})
		}
		return err
	case "git":
		result, err := sh.readPlace(ctx, s, intake.ReadRequest{Kind: source.Kind, Location: source.Location})
		if err == nil && result.Nothing != nil && !sh.asJSON {
			sh.sayf("%s: nothing new", source.Title)
		}
		return err
	}
	for _, form := range fileForms() {
		if form.kind != source.Kind {
			continue
		}
		text, err := sh.slurp(source.Location, form.most)
		if err != nil {
			return err
		}
		t, err := s.Intake.Take(ctx, intake.DocumentRequest{Kind: source.Kind, Location: source.Location, Title: source.Title, Text: text})
		if err != nil || sh.asJSON {
			return err
		}
		names, err := s.Intake.Names(ctx)
		if err != nil {
			return err
		}
		return sh.sayTaken(t, names, nil, []string{source.Location}, importFileOptions{fileForm: form})
	}
	return rapport.Errorf(rapport.Unsupported, "a place of the kind %q cannot be read", source.Kind).WithHint("a newer version may know it")
}
