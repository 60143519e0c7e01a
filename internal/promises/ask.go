package promises

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// AskInput is an ask as typed, with what the flags said. Marks are those of the
// line: currency, purpose, default, channel, introduce, forward, benefit-me,
// benefit-boss, benefit-org.
type AskInput struct {
	Input
	// Options are what the boss can choose between, Gains and Pays who wins and
	// who bears the cost.
	Options, Gains, Pays []string
}

// Asked is an ask that was just written down, with how it was understood.
type Asked struct {
	Ask   rapport.Ask
	Names rapport.Names
	// CurrencyWhy is why the currency was guessed; empty where it was said.
	CurrencyWhy string
	DueSaid     string
	// Question is the one question back that a three-way check has, such as an
	// ask from which only one side gains (P74). It refuses nothing.
	Question string
	// Advice is what makes an ask easier to answer: a day, a default.
	Advice string
	// OtherZone says that the boss's clock differs from the user's now.
	OtherZone bool
}

// Ask writes down an ask. A currency that is not said is guessed, and the
// answer says so and why.
func (s *Service) Ask(ctx context.Context, in AskInput) (Asked, error) {
	return s.ask(ctx, in, func(*rapport.Ask) {})
}

// Introduce writes down that the user asked a boss for an introduction (P5):
// the words of the line are the name of whom they want to meet, forward: is the
// sentence that the boss can pass on.
func (s *Service) Introduce(ctx context.Context, in AskInput) (Asked, error) {
	return s.ask(ctx, in, func(a *rapport.Ask) {
		if a.Introduce == "" {
			a.Introduce = a.Text
			a.Text = "an introduction to " + a.Introduce
		}
	})
}

func (s *Service) ask(ctx context.Context, in AskInput, complete func(*rapport.Ask)) (asked Asked, err error) {
	line, err := s.line(in.Input, "currency", "purpose", "default", "channel", "via", "introduce", "forward", "benefit-me", "benefit-boss", "benefit-org")
	if err != nil {
		return asked, err
	}
	a := rapport.Ask{
		Text: line.Text, Due: line.Due, Purpose: line.Said["purpose"], Default: line.Said["default"],
		Channel: line.Said["channel"], Introduce: line.Said["introduce"], Forward: line.Said["forward"],
		Benefit: rapport.Benefit{Me: line.Said["benefit-me"], Boss: line.Said["benefit-boss"], Organisation: line.Said["benefit-org"]},
		Options: tidy(in.Options), Gains: tidy(in.Gains), Pays: tidy(in.Pays),
	}
	switch via := line.Said["via"]; {
	case via == "":
	case a.Channel != "":
		return asked, rapport.Errorf(rapport.Invalid, "the line says channel: and via:, which are the same").WithHint("keep one")
	default:
		a.Channel = via
	}
	// What stands behind an arrow is what it is good for.
	switch {
	case a.Purpose == "":
		a.Purpose = line.Outcome
	case line.Outcome != "":
		a.Text = textOf(line)
	}
	complete(&a)
	return asked, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		b, err := desk.Boss(names, line)
		if err != nil {
			return err
		}
		asked = Asked{Names: names, DueSaid: line.DueSaid, OtherZone: s.otherZone(b)}
		a.Boss = b.ID
		if a.Goal, err = desk.Goal(names, line); err != nil {
			return err
		}
		if a.Project, err = desk.Project(names, line); err != nil {
			return err
		}
		if a.Currency, asked.CurrencyWhy, err = currency(line.Said["currency"], a); err != nil {
			return err
		}
		if a.Forward != "" && a.Introduce == "" {
			return rapport.Errorf(rapport.Invalid, "there is a sentence to forward, but nobody to be introduced to").WithHint(`name them: introduce:"Priya Nair"`)
		}
		if a.Fact, err = s.record(line); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.Asks, &a)
		if err != nil {
			return err
		}
		asked.Ask, asked.Question, asked.Advice = a, threeWay(a, b), easier(a)
		steps, err := s.introduction(ctx, tx, a, rapport.IntroductionAsked)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, fmt.Sprintf("wrote down ask %d", a.Number), append(steps, step)...)
	})
}

// currency is the one that was said, else the one that the words sound like
// and why.
func currency(said string, a rapport.Ask) (rapport.Currency, string, error) {
	if said == "" {
		if a.Introduce != "" {
			return rapport.Backing, "", nil // an introduction lends a name
		}
		c, why := GuessCurrency(a.Text)
		return c, why, nil
	}
	c, err := ParseCurrency(said)
	return c, "", err
}

// ParseCurrency reads the name of a currency.
func ParseCurrency(text string) (rapport.Currency, error) {
	c := rapport.Currency(strings.ToLower(rapport.OneLine(text)))
	if slices.Contains(rapport.Currencies[:], c) {
		return c, nil
	}
	return "", rapport.Errorf(rapport.Invalid, "%q is not a currency", text).
		WithHint("an ask is for information, resources, backing, development, a decision or advice: currency:resources")
}

// threeWay asks who else gains where an ask names one winner only (P70, P74).
// An ask that says nothing about it is asked nothing: it may be three words to
// a boss who knows why.
func threeWay(a rapport.Ask, b rapport.Boss) string {
	boss := a.Benefit.Boss != "" || a.Goal != 0
	me, org := a.Benefit.Me != "", a.Benefit.Organisation != ""
	for _, g := range a.Gains {
		switch slug := rapport.ParseSlug(strings.TrimPrefix(g, "@")); {
		case slug == rapport.Slug(rapport.Me) || slug == "i":
			me = true
		case slug == b.Slug || slug == rapport.ParseSlug(b.Name):
			boss = true
		default:
			org = true
		}
	}
	name := b.Name
	switch {
	case me && !boss && !org:
		return fmt.Sprintf("only you gain by it so far: what is in it for %s, and for the organisation?", name)
	case boss && !me && !org && a.Goal == 0:
		return fmt.Sprintf("only %s gains by it so far: what is in it for you, and for the organisation?", name)
	case org && !me && !boss && a.Benefit.Organisation != "":
		return fmt.Sprintf("it says what the organisation gains: what is in it for %s, and for you?", name)
	case org && !me && !boss && len(a.Gains) == 1:
		return fmt.Sprintf("only %s gains by it so far: what is in it for %s, and for you?", a.Gains[0], name)
	}
	return ""
}

// easier says in one line what would make the ask easier to answer.
func easier(a rapport.Ask) string {
	switch {
	case a.Due == "" && a.Default == "":
		return `it is easier to answer with a day and a default: by:fri default:"I go on with what we have"`
	case a.Due == "":
		return "it is easier to answer with a day: by:fri"
	case a.Default == "":
		return `it is easier to answer when it says what happens without an answer: default:"I go on with what we have"`
	}
	return ""
}

// tidy folds each text into a line and drops empty ones.
func tidy(texts []string) []string {
	var kept []string
	for _, t := range texts {
		if t = rapport.OneLine(t); t != "" {
			kept = append(kept, t)
		}
	}
	return kept
}

// Answer writes down the answer to an ask, on a day in the user's words.
func (s *Service) Answer(ctx context.Context, n rapport.Number, answer, on string) (rapport.Ask, rapport.Names, error) {
	answer = rapport.OneLine(answer)
	if answer == "" {
		return rapport.Ask{}, rapport.Names{}, rapport.Errorf(rapport.Invalid, "an answer has words").WithHint(`rapport answer %d "yes, from January"`, n)
	}
	return changed(ctx, s, store.Asks, n, fmt.Sprintf("answered ask %d", n), func(a *rapport.Ask, _ rapport.Names) (err error) {
		if a.State() != rapport.StateOpen {
			return over(n, *a)
		}
		a.Answer, a.Answered = answer, rapport.Yes
		a.AnsweredOn, err = s.on(on, a.Day())
		return err
	})
}

// AskAgain says that an ask was put once more, by a way in the user's words.
func (s *Service) AskAgain(ctx context.Context, n rapport.Number, via, on string) (rapport.Ask, rapport.Names, error) {
	return changed(ctx, s, store.Asks, n, fmt.Sprintf("asked %d again", n), func(a *rapport.Ask, _ rapport.Names) error {
		if a.State() != rapport.StateOpen {
			return over(n, *a)
		}
		day, err := s.on(on, a.Day())
		if err != nil {
			return err
		}
		a.Again = append(a.Again, day)
		slices.Sort(a.Again)
		if via = rapport.OneLine(via); via != "" {
			a.Channel = via
		}
		return nil
	})
}

// WithdrawAsk takes an ask back.
func (s *Service) WithdrawAsk(ctx context.Context, n rapport.Number, on string) (rapport.Ask, rapport.Names, error) {
	return changed(ctx, s, store.Asks, n, fmt.Sprintf("withdrew ask %d", n), func(a *rapport.Ask, _ rapport.Names) (err error) {
		if a.State() != rapport.StateOpen {
			return over(n, *a)
		}
		a.WithdrawnOn, err = s.on(on, a.Day())
		return err
	})
}

// AskOutcome says what came of an ask that was answered.
func (s *Service) AskOutcome(ctx context.Context, n rapport.Number, outcome string) (rapport.Ask, rapport.Names, error) {
	outcome = rapport.OneLine(outcome)
	return changed(ctx, s, store.Asks, n, fmt.Sprintf("said what came of ask %d", n), func(a *rapport.Ask, _ rapport.Names) error {
		switch {
		case outcome == "":
			return rapport.Errorf(rapport.Invalid, "an outcome has words").WithHint(`rapport ask outcome %d "two analysts since January"`, n)
		case a.State() == rapport.StateOpen:
			return rapport.Errorf(rapport.Invalid, "ask %d has no answer yet", n).WithHint(`first: rapport answer %d "…"`, n)
		}
		a.Outcome = outcome
		return nil
	})
}

func over(n rapport.Number, a rapport.Ask) error {
	word, day := "answered", a.AnsweredOn
	if a.State() == rapport.StateWithdrawn {
		word, day = "withdrawn", a.WithdrawnOn
	}
	if day != "" {
		word += " on " + string(day)
	}
	return rapport.Errorf(rapport.Conflict, "ask %d was %s", n, word).WithHint("`rapport reopen %d` opens it again; `rapport undo` takes the last change back", n)
}
