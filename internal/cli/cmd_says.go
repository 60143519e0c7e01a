package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
	"rapport/internal/people"
	"rapport/internal/profile"
)

func newSays(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   `says @BOSS "HOW THEY WANT IT"`,
		Short: "Write down how a boss says they like to work",
		Long: `Says writes down a preference that a boss stated: a fact, with their words as evidence.
Where the words plainly say one of the styles it is read from them; dim: and value: say it
outright; everything else is kept in their words.

  intake        reader listener visual
  detail        headline drivers deep
  evidence      numbers story risk strategy
  involvement   touch-in checkpoint exceptions
  decision      quick options debater consults
  structure     formal loose
  availability  scarce real-time remote
  news          no-surprise solutions good-news threat-sensitive`,
		Example: `  rapport says @dana "send me a page the day before, I read on the train"
  rapport says @dana "slides, never more than five" dim:format
  rapport says @dana "call me" value:listener`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runPrefers(cmd.Context(), sh, args, rapport.AFact)
		},
	}
}

func newAssume(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `assume @BOSS "HOW YOU THINK THEY WANT IT"`,
		Short:   "Write down how you think a boss likes to work, to be tested",
		Example: `  rapport assume @dana "wants the numbers first" value:numbers`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runPrefers(cmd.Context(), sh, args, rapport.AnAssumption)
		},
	}
}

type preferredJSON struct {
	Number  rapport.Number `json:"number"`
	Boss    rapport.Slug   `json:"boss"`
	Dim     string         `json:"dim"`
	Value   string         `json:"value"`
	Grade   rapport.Grade  `json:"grade"`
	Guessed bool           `json:"guessed,omitempty"`
}

func runPrefers(ctx context.Context, sh *shell, args []string, grade rapport.Grade) error {
	var done []people.Preferred
	_, err := sh.attempt(ctx, func(s *Session) (err error) {
		done, err = s.People.Prefers(ctx, quickLine(args, "dim", "value"), grade)
		return err
	})
	if err != nil {
		return err
	}
	shapes := make([]preferredJSON, len(done))
	for i, p := range done {
		shapes[i] = preferredJSON{p.Number, p.Boss.Slug, p.Dim, p.Value, p.Grade, p.Guessed}
	}
	if sh.asJSON {
		return sh.object("preferences", shapes)
	}
	for _, p := range done {
		sh.printf("%d\n", p.Number)
		switch value, err := profile.ParseValue(p.Value); {
		case err != nil:
			sh.sayf("%d @%s, in their words under %s: %s", p.Number, p.Boss.Slug, p.Dim, p.Value)
		case p.Guessed:
			sh.sayf("%d @%s  %s: %s (read from the words), %s", p.Number, p.Boss.Slug, p.Dim, value, value.Meaning())
		default:
			sh.sayf("%d @%s  %s: %s, %s", p.Number, p.Boss.Slug, p.Dim, value, value.Meaning())
		}
	}
	sh.sayf("   wrong? rapport edit %d value:…, or rapport undo", done[0].Number)
	return nil
}

func newSaw(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   `saw @BOSS ["WHAT THEY DID" | -]`,
		Short: "Write down what you saw or heard a boss do; private",
		Long: `Saw keeps an observation: private, nothing of it can be in any text for somebody else.
Three of them that point the same way make a value of their style; one never does. dim: names
the dimension, value: the style it speaks for, about: a bias, blind-spot, strength or motive,
kept as behaviour that was seen. Without words the editor opens; - reads stdin.`,
		Example: `  rapport saw @dana "asked for the numbers first" dim:evidence
  rapport saw @dana - < note.txt`,
		Args: argsBetween(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error { return runSaw(cmd.Context(), sh, args) },
	}
}

func runSaw(ctx context.Context, sh *shell, args []string) error {
	text, err := sh.privateWords(ctx, args, "what you saw them do", "dim", "value", "about")
	if err != nil {
		return err
	}
	var o rapport.Observation
	var boss rapport.Boss
	if _, err = sh.attempt(ctx, func(s *Session) (err error) {
		o, boss, err = s.People.Saw(ctx, text)
		return err
	}); err != nil {
		return err
	}
	return sh.privately("observation", o.Fact, boss.Slug)
}

// privateWords are words that no shell needs to remember: those given, those
// of stdin, or those written in the editor. Marks such as @boss may stand on
// the command line beside them.
func (sh *shell) privateWords(ctx context.Context, args []string, what string, marks ...string) (string, error) {
	var beside, words []string
	stdin := false
	for _, a := range args {
		name, _, marked := strings.Cut(a, ":")
		switch {
		case a == "-":
			stdin = true
		case strings.HasPrefix(a, "@") || marked && (name == "on" || name == "by" || slices.Contains(marks, name)):
			beside = append(beside, a)
		default:
			words = append(words, a)
		}
	}
	switch {
	case stdin:
		text, err := sh.readAll()
		return rapport.OneLine(text) + " " + quickLine(beside, marks...), err
	case len(words) > 0:
		return quickLine(args, marks...), nil
	case !sh.env.Asks:
		return "", rapport.Errorf(rapport.Invalid, "there is nothing to write down").WithHint("give the words, or - to read them from stdin")
	}
	text, err := sh.edit(context.WithoutCancel(ctx), "\n# Write down "+what+". Lines that begin with # are ignored.\n", "private.txt")
	if err != nil {
		return "", err
	}
	return rapport.OneLine(withoutComments(text)) + " " + quickLine(beside, marks...), nil
}

// escaped is a text that the quick grammar takes as words.
func escaped(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if strings.HasPrefix(w, "@") || strings.HasPrefix(w, "+") || strings.Contains(w, ":") {
			words[i] = `\` + w
		}
	}
	return strings.Join(words, " ")
}

// privately says that something private was written down, without its words.
func (sh *shell) privately(what string, f rapport.Fact, boss rapport.Slug) error {
	if sh.asJSON {
		return sh.object(strings.ReplaceAll(what, " ", "_"), struct {
			Number rapport.Number `json:"number"`
			Day    rapport.Day    `json:"day"`
			Boss   rapport.Slug   `json:"boss,omitempty"`
		}{f.Number, f.Day(), boss})
	}
	sh.printf("%d\n", f.Number)
	about := ""
	if boss != "" {
		about = ", @" + string(boss)
	}
	sh.sayf("%d %s, private%s, %s", f.Number, what, about, shortDay(f.Day()))
	sh.sayf("   wrong? rapport edit %d, or rapport undo", f.Number)
	return nil
}
