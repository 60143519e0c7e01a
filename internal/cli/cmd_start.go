package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/journal"
	"rapport/internal/people"
)

func newStart(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "start",
		Short: "Begin here: a few questions, then your first report",
		Long: `Start asks whom you answer to, what they want, and where your work can be read, and
ends with the first report and the next three steps. Run again, it goes on from where
things stand. Without a terminal it asks nothing and does what init does.`,
		Example: "  rapport start",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !sh.env.Asks {
				return runInit(cmd.Context(), sh, initOptions{})
			}
			return runStart(cmd.Context(), sh)
		},
	}
}

// goalsAsked is how many goals the first questions ask for.
const goalsAsked = 3

// linesAsked bounds how many lines of work are asked for at a time.
const linesAsked = 100

func runStart(ctx context.Context, sh *shell) error {
	s, err := sh.write(ctx)
	if err != nil {
		return err
	}
	if err := sh.askName(ctx, s); err != nil {
		return err
	}
	boss, err := sh.askBoss(ctx, s)
	if err != nil {
		return err
	}
	if err := sh.askGoals(ctx, s, boss); err != nil {
		return err
	}
	hasSource, err := sh.askPlaces(ctx, s)
	if err != nil {
		return err
	}
	if err := sh.settleInbox(ctx, s, false); err != nil {
		return err
	}
	if err := sh.askWork(ctx, s, hasSource); err != nil {
		return err
	}
	sh.sayf("")
	return sh.firstReport(ctx, s, boss)
}

func (sh *shell) askName(ctx context.Context, s *Session) error {
	if s.People.User.Name != "" {
		return nil
	}
	preset, _ := sh.wiring.Identity(ctx, sh.env.Dir)
	name, err := sh.ask("Your name:", preset)
	if err != nil || name == "" {
		return err
	}
	user, err := s.People.Configure(ctx, people.UserChange{Name: &name})
	if err == nil {
		s.Use(user)
	}
	return err
}

// askBoss asks for the boss's name where none is known, or only one without a
// name.
func (sh *shell) askBoss(ctx context.Context, s *Session) (rapport.Boss, error) {
	bosses, err := s.People.Bosses(ctx)
	if err != nil {
		return rapport.Boss{}, err
	}
	var first rapport.Boss
	for _, b := range bosses {
		if b.Left.IsZero() {
			first = b
			break
		}
	}
	if first.ID != 0 && first.Name != someBoss {
		return first, nil
	}
	name, err := sh.ask("Your boss's name:", "")
	switch {
	case err != nil:
		return first, err
	case first.ID == 0:
		return sh.initBoss(ctx, s, name)
	case name == "":
		return first, nil
	}
	slug := rapport.FirstWord(name)
	return s.People.EditBoss(ctx, first.Slug, people.BossChange{Name: &name, Slug: &slug})
}

func (sh *shell) askGoals(ctx context.Context, s *Session, boss rapport.Boss) error {
	goals, err := s.People.Goals(ctx)
	if err != nil {
		return err
	}
	today := rapport.DayOf(s.People.Now())
	for _, g := range goals {
		if g.Boss == boss.ID && g.IsCurrent(today) {
			return nil
		}
	}
	titles, err := sh.lines("What does "+boss.Name+" want most this quarter? Up to three things, one a line; an empty line ends.", goalsAsked)
	if err != nil {
		return err
	}
	return sh.addGoals(ctx, s, boss, titles)
}

// askPlaces reads the places that are known for what is new; where none is
// known it offers the repository that the user stands in. It reports whether
// there is a place to read from.
func (sh *shell) askPlaces(ctx context.Context, s *Session) (bool, error) {
	_, sources, err := s.Intake.Inbox(ctx)
	if err != nil {
		return false, err
	}
	if len(sources) > 0 {
		for _, source := range sources {
			sh.readOrSay(ctx, s, source.Kind, source.Location)
		}
		return true, nil
	}
	place := ""
	if here, err := s.Intake.Describe(ctx, "git", sh.env.Dir); err == nil {
		answer, err := sh.choose("Read your work from the git repository here ("+here.Title+")?", "yes", "no")
		if err != nil {
			return false, err
		}
		if answer == "yes" {
			place = here.Location
		}
	}
	read := false
	for {
		if place != "" && sh.readOrSay(ctx, s, "git", sh.path(place)) {
			read = true
		}
		question := "The folder of a git repository with your work (empty for none):"
		if read {
			question = "Another one (empty for no more):"
		}
		if place, err = sh.ask(question, ""); err != nil || place == "" {
			return read, err
		}
	}
}

// readOrSay reads a place; what is wrong with it is said and stops nothing.
func (sh *shell) readOrSay(ctx context.Context, s *Session, kind, location string) bool {
	result, err := sh.readPlace(ctx, s, intake.ReadRequest{Kind: kind, Location: location, OrLatest: true})
	switch {
	case err != nil:
		sh.sayProblem(err)
	case result.Nothing != nil:
		sh.sayProblem(result.Nothing)
	}
	return err == nil
}

// sayProblem says what is wrong with something that stops nothing.
func (sh *shell) sayProblem(err error) {
	sh.sayf("  %v", err)
	if hint := rapport.HintOf(err); hint != "" {
		sh.sayf("  %s", hint)
	}
}

// askWork asks what the user did, where nothing can be read or nothing was
// written down in the last week. Each line is kept at once; one that is not
// understood is said and can be typed again.
func (sh *shell) askWork(ctx context.Context, s *Session, hasSource bool) error {
	today := rapport.DayOf(s.People.Now())
	recent, _, err := s.Journal.List(ctx, journal.ListFilter{Period: rapport.Period{From: today.Add(-7)}, Limit: 1})
	if err != nil || len(recent) > 0 {
		return err
	}
	question := "What did you do since last week? One thing a line; an empty line ends."
	if hasSource {
		question = "What else did you do since last week? One thing a line; an empty line ends."
	}
	sh.sayf("%s", sh.errPaint().bold(question))
	var guess rapport.Entry
	defer func() {
		if guess.Number != 0 {
			sh.sayf("  a kind with a question mark is a guess; to put one right: rapport edit %d --kind %s", guess.Number, otherKind(guess.Kind))
		}
	}()
	for range linesAsked {
		line, err := sh.ask("  -", "")
		if err != nil || line == "" {
			return err
		}
		logged, err := s.Journal.Log(ctx, journal.LogInput{Text: line})
		if err != nil {
			sh.sayProblem(err)
			continue
		}
		sh.sayf("    %s", understood(logged[0]))
		if e := logged[0].Entry; !logged[0].Note && e.KindBy == rapport.Guessed {
			guess = e
		}
	}
	return nil
}

// understood says in one line what became of a line of work.
func understood(one journal.Logged) string {
	e := one.Entry
	if one.Note {
		return fmt.Sprintf("%d private note, %s", e.Number, shortDay(e.Day))
	}
	kind := kindWords(e)
	if e.KindBy == rapport.Guessed {
		kind += "?"
	}
	text := fmt.Sprintf("%d %s, %s", e.Number, kind, shortDay(e.Day))
	if e.Due != "" {
		text += ", due " + shortDay(e.Due)
	}
	return text
}
