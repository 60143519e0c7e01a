package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rapport"
)

// The commands that write one fact about a boss down.

func newPressure(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   `pressure @BOSS ["WHAT WEIGHS ON THEM" | -]`,
		Short: "Write down what weighs on a boss now; private",
		Example: `  rapport pressure @dana "board on the eighth" until:"8 dec"
  rapport pressure @dana -`,
		Args: argsBetween(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := sh.privateWords(cmd.Context(), args, "what weighs on them", "until", "from")
			if err != nil {
				return err
			}
			var p rapport.BossPressure
			s, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				p, err = s.People.Pressure(cmd.Context(), text)
				return err
			})
			if err != nil {
				return err
			}
			if p.Until != "" && !sh.asJSON {
				sh.sayf("until %s", shortDay(p.Until))
			}
			return sh.privatelyOf(cmd.Context(), s, "pressure", p.Fact, p.Boss)
		},
	}
}

// privatelyOf is privately for a fact that knows its boss by id.
func (sh *shell) privatelyOf(ctx context.Context, s *Session, what string, f rapport.Fact, boss rapport.BossID) error {
	bosses, err := s.People.Bosses(ctx)
	if err != nil {
		return err
	}
	return sh.privately(what, f, bossSlug(bosses, boss))
}

func newReacted(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   `reacted good|bad @BOSS ["TO WHAT" | -]`,
		Short: "Write down how a boss took something; private",
		Example: `  rapport reacted good @dana "told her about the delay two days early"
  rapport reacted bad @dana -`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			sign := rapport.Sign(args[0])
			if sign != rapport.TakenWell && sign != rapport.TakenBadly {
				return rapport.Errorf(rapport.Invalid, "%q is neither good nor bad", args[0]).WithHint(`rapport reacted good @dana "…"`)
			}
			text, err := sh.privateWords(cmd.Context(), args[1:], "what they reacted to")
			if err != nil {
				return err
			}
			var r rapport.Reaction
			s, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				r, err = s.People.Reacted(cmd.Context(), sign, text)
				return err
			})
			if err != nil {
				return err
			}
			return sh.privatelyOf(cmd.Context(), s, "reaction", r.Fact, r.Boss)
		},
	}
}

func newBossHuman(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `human @BOSS ["WHAT THEY TOLD YOU" | -]`,
		Short:   "Keep something personal that a boss told you; private, deleted at any time",
		Example: `  rapport boss human @dana "runs her first marathon" date:"4 april"`,
		Args:    argsBetween(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			text, err := sh.privateWords(cmd.Context(), args, "what they told you of themselves", "date")
			if err != nil {
				return err
			}
			var h rapport.HumanFact
			s, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				h, err = s.People.HumanFact(cmd.Context(), text)
				return err
			})
			if err != nil {
				return err
			}
			return sh.privatelyOf(cmd.Context(), s, "human fact", h.Fact, h.Boss)
		},
	}
}

func newBossHard(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "hard @BOSS clash|no-support|too-busy|elsewhere [-]",
		Short: "Say why the relation is hard, if it is; private",
		Long: `Hard keeps which of four causes makes a relation hard: a clash, no support for what you
want, a boss who is too busy, or one in another place. Each leads to a different plan. With -
the reason is read from stdin.`,
		Example: "  rapport boss hard @dana too-busy",
		Args:    argsBetween(1, 3),
		RunE:    func(cmd *cobra.Command, args []string) error { return runBossHard(cmd.Context(), sh, args) },
	}
}

func runBossHard(ctx context.Context, sh *shell, args []string) error {
	var boss, why string
	var cause rapport.Cause
	for _, a := range args {
		switch {
		case a == "-":
			text, err := sh.readAll()
			if err != nil {
				return err
			}
			why = strings.TrimSpace(rapport.ManyLines(text))
		case strings.HasPrefix(a, "@"):
			boss = a
		default:
			cause = rapport.Cause(a)
		}
	}
	var h rapport.Hardship
	s, err := sh.attempt(ctx, func(s *Session) (err error) {
		h, err = s.People.Hard(ctx, cause, bossArg(boss), rapport.Private(why))
		return err
	})
	if err != nil {
		return err
	}
	return sh.privatelyOf(ctx, s, "hardship", h.Fact, h.Boss)
}

// told says that a fact was written down, and of what it was understood.
func (sh *shell) told(what string, f rapport.Fact, text string) error {
	if sh.asJSON {
		return sh.object(what, struct {
			Number rapport.Number `json:"number"`
			Day    rapport.Day    `json:"day"`
			Text   string         `json:"text"`
		}{f.Number, f.Day(), text})
	}
	sh.printf("%d\n", f.Number)
	sh.sayf("%d %s, %s: %s", f.Number, what, shortDay(f.Day()), text)
	sh.sayf("   wrong? rapport edit %d, or rapport undo", f.Number)
	return nil
}

func newBossAgree(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `agree @BOSS "WHAT THEY HEAR OF" pace:live|daily|weekly`,
		Short:   "Write down what a boss wants to hear of, and how soon",
		Example: `  rapport boss agree @dana "anything a customer may call her about" pace:live via:phone`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var a rapport.Agreement
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				a, err = s.People.Agree(cmd.Context(), quickLine(args, "pace", "via"))
				return err
			}); err != nil {
				return err
			}
			return sh.told("agreement", a.Fact, a.Text)
		},
	}
}

func newBossCriterion(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     `criterion @BOSS "IN THEIR WORDS"`,
		Short:   "Write down what a boss measures your work by, in their words",
		Example: `  rapport boss criterion @dana "I look at whether the ward runs without me"`,
		Args:    argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			var c rapport.Criterion
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				c, err = s.People.Criterion(cmd.Context(), quickLine(args))
				return err
			}); err != nil {
				return err
			}
			return sh.told("criterion", c.Fact, c.Text)
		},
	}
}

func newBossCopy(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "copy @FROM @TO",
		Short:   "Take the style of one boss over for another, to be confirmed within 30 days",
		Example: "  rapport boss copy @dana @lena",
		Args:    argsBetween(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := sh.read(cmd.Context())
			if err != nil {
				return err
			}
			c, err := s.People.CopyStyle(cmd.Context(), bossArg(args[0]), bossArg(args[1]))
			if err != nil {
				return err
			}
			return sh.told("preference_copy", c.Fact, "inherited from "+args[0]+", until there is evidence or 30 days are over")
		},
	}
}

func newBossBack(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "back @BOSS",
		Short:   "Say that you answer to a boss again; nothing from before is taken for granted",
		Example: "  rapport boss back @dana",
		Args:    argsBetween(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := sh.read(cmd.Context())
			if err != nil {
				return err
			}
			b, err := s.People.BossBack(cmd.Context(), bossArg(args[0]))
			if err != nil {
				return err
			}
			return sh.bossDone(b, "is back; what was known is to be confirmed again")
		},
	}
}

func newReorg(sh *shell) *cobra.Command {
	return &cobra.Command{
		Use:   `reorg ["WHAT CHANGED"] [@BOSS]`,
		Short: "Say that the organisation or a boss's goals changed: all is to be confirmed again",
		Long: `Reorg marks all goals, preferences and agreements of a boss, or of all bosses, as to be
confirmed again, and prints a ten-minute agenda for doing so.`,
		Example: `  rapport reorg "our unit joins operations" @dana`,
		Args:    argsBetween(1, -1),
		RunE:    func(cmd *cobra.Command, args []string) error { return runReorg(cmd.Context(), sh, args) },
	}
}

func runReorg(ctx context.Context, sh *shell, args []string) error {
	var r rapport.Reorganisation
	s, err := sh.attempt(ctx, func(s *Session) (err error) {
		r, err = s.People.Reorganised(ctx, quickLine(args))
		return err
	})
	if err != nil {
		return err
	}
	if err := sh.told("reorganisation", r.Fact, r.Text); err != nil || sh.asJSON {
		return err
	}
	bosses, err := s.People.Bosses(ctx)
	if err != nil {
		return err
	}
	for _, b := range bosses {
		if !b.Left.IsZero() || r.Boss != 0 && r.Boss != b.ID {
			continue
		}
		file, err := s.People.BossFile(ctx, b.Slug)
		if err != nil {
			return err
		}
		sh.reconfirm(file)
	}
	return nil
}

func newRole(sh *shell) *cobra.Command {
	var newManager, tight bool
	cmd := &cobra.Command{
		Use:   `role "WHAT YOUR ROLE IS NOW"`,
		Short: "Say that your role changed, or is tightly defined",
		Example: `  rapport role "lead of seven analysts" --new-manager
  rapport role "case officer, tasks fixed by law" --tight`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			said := func(name string, yes bool) rapport.Truth {
				if !cmd.Flags().Changed(name) {
					return rapport.NotSaid
				}
				return rapport.TruthOf(yes)
			}
			var r rapport.RoleChange
			if _, err := sh.attempt(cmd.Context(), func(s *Session) (err error) {
				r, err = s.People.RoleChanged(cmd.Context(), quickLine(args), said("new-manager", newManager), said("tight", tight))
				return err
			}); err != nil {
				return err
			}
			return sh.told("role", r.Fact, r.Text)
		},
	}
	cmd.Flags().BoolVar(&newManager, "new-manager", false, "you lead people for the first time")
	cmd.Flags().BoolVar(&tight, "tight", false, "your tasks and theirs are fixed by rules")
	return cmd
}
