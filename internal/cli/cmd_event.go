package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
)

// The commands that write down what happened around the user.

func newPing(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   `ping @BOSS ["WHAT THEY ASKED"] [topic:WORD]`,
		Short: "Write down that a boss asked for news",
		Example: `  rapport ping @dana "where are we with the checkout?" topic:checkout
  rapport ping @dana checkout`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error { return runPing(cmd.Context(), sh, args) },
	}
}

func runPing(ctx context.Context, sh *shell, args []string) error {
	line := quickLine(args, "topic")
	// One word is what they asked about.
	if words := withoutMarks(args); len(words) == 1 && !strings.Contains(words[0], " ") && !strings.Contains(line, "topic:") {
		line += " topic:" + words[0]
	}
	var p rapport.Ping
	var boss rapport.Boss
	times := 0
	if _, err := sh.attempt(ctx, func(s *Session) (err error) {
		p, boss, times, err = s.Journal.Pinged(ctx, line)
		return err
	}); err != nil {
		return err
	}
	if err := sh.told("ping", p.Fact, p.Text); err != nil || sh.asJSON || times < 2 {
		return err
	}
	about := ""
	if p.Topic != "" {
		about = " about " + p.Topic
	}
	sh.sayf("   the %s time in 14 days%s: tell first, and propose a fixed time: rapport boss agree @%s \"%s\" pace:weekly",
		ordinal(times), about, boss.Slug, orWord(p.Topic, "how it is going"))
	return nil
}

func orWord(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

func ordinal(n int) string {
	switch n {
	case 1:
		return "first"
	case 2:
		return "second"
	case 3:
		return "third"
	}
	return itoa(n) + "th"
}

// withoutMarks are the words that are no marks.
func withoutMarks(args []string) (words []string) {
	for _, a := range args {
		if name, _, marked := strings.Cut(a, ":"); !strings.HasPrefix(a, "@") && !strings.HasPrefix(a, "+") && (!marked || strings.Contains(name, " ")) {
			words = append(words, a)
		}
	}
	return words
}

func newSurprised(sh *shell) *cobra.Command {
	me := false
	cmd := &cobra.Command{
		Use:   `surprised @BOSS "BY WHAT"`,
		Short: "Write down that a boss heard of something from others first, or you did",
		Example: `  rapport surprised @dana "the supplier told her of the delay"
  rapport surprised --me "my post was moved; I read it on a slide"`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var x rapport.Surprise
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				x, _, err = s.Journal.Surprised(cmd.Context(), quickLine(args), me)
				return err
			}); err != nil {
				return err
			}
			return sh.told("surprise", x.Fact, x.Text)
		},
	}
	cmd.Flags().BoolVar(&me, "me", false, "it was you who heard from others")
	return cmd
}

func newHeard(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `heard "WHAT ABOUT THE ORGANISATION" [@BOSS]`,
		Short:   "Write down what you heard about the organisation",
		Example: `  rapport heard "the night desk moves to the main house in March"`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var x rapport.Heard
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				x, _, err = s.Journal.Heard(cmd.Context(), quickLine(args))
				return err
			}); err != nil {
				return err
			}
			return sh.told("heard", x.Fact, x.Text)
		},
	}
}

func newInPublic(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `in-public @BOSS "WHAT WAS SAID"`,
		Short:   "Write down what was said about or with a boss in front of others",
		Example: `  rapport in-public @dana "I disagreed with the plan in the team round"`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var x rapport.PublicEvent
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				x, _, err = s.Journal.InPublic(cmd.Context(), quickLine(args))
				return err
			}); err != nil {
				return err
			}
			return sh.told("public_event", x.Fact, x.Text)
		},
	}
}
