package journal

import (
	"context"
	"fmt"
	"strings"

	"rapport"
	"rapport/internal/prose"
	"rapport/internal/store"
)

// CheckRequest is a text to be checked before it goes to somebody.
type CheckRequest struct {
	Text string
	// Channel is email, message, report or agenda; empty stands for email.
	Channel string
	// Off are labels that are not looked for this time.
	Off []string
	// Hints asks for the soft hints too.
	Hints bool
}

// CheckResult is what a check found.
type CheckResult struct {
	Findings []prose.Finding
	// Limits says what could not be checked; empty where all could.
	Limits string
}

// learntPassages is how many passages that are fine are remembered at most.
const learntPassages = 1000

// CheckText checks a text without a record: what the user taught and wrote in
// private is not known.
func CheckText(r CheckRequest) (CheckResult, error) {
	o, err := checkOptions(r)
	if err != nil {
		return CheckResult{}, err
	}
	return checkWith(r.Text, o), nil
}

// Check checks a text with what the user taught, and compares it with their
// own private notes. No finding holds the words of a note.
func (s *Service) Check(ctx context.Context, r CheckRequest) (CheckResult, error) {
	o, err := checkOptions(r)
	if err != nil {
		return CheckResult{}, err
	}
	err = s.DB.Read(ctx, func(tx *store.Tx) error {
		notes, err := tx.Notes(ctx, s.User.ID, rapport.Period{}, 0)
		if err != nil {
			return err
		}
		for _, n := range notes {
			o.Private = append(o.Private, n.Text)
		}
		taught, err := tx.Corrections(ctx, s.User.ID, rapport.AboutProse, learntPassages)
		if err != nil {
			return err
		}
		o.teach(taught)
		return nil
	})
	if err != nil {
		return CheckResult{}, err
	}
	return checkWith(r.Text, o), nil
}

// taughtOptions are the options of a check while they are put together.
type taughtOptions struct{ prose.Options }

func checkWith(text string, o taughtOptions) CheckResult {
	return CheckResult{Findings: prose.Check(text, o.Options), Limits: prose.Limits(text)}
}

func checkOptions(r CheckRequest) (o taughtOptions, err error) {
	o.Hints = r.Hints
	switch c := prose.Channel(r.Channel); c {
	case "", prose.Email, prose.Message, prose.Report, prose.Agenda:
		o.Channel = c
	default:
		return o, rapport.Errorf(rapport.Invalid, "%q is not a channel", r.Channel).WithHint("the channels are email, message, report and agenda")
	}
	for _, name := range r.Off {
		label, err := proseLabel(name)
		if err != nil {
			return o, err
		}
		o.Off = append(o.Off, label)
	}
	return o, nil
}

// teach applies what the user said before, oldest first.
func (o *taughtOptions) teach(taught []rapport.Correction) {
	off := map[string]bool{}
	for _, c := range taught {
		switch c.Right {
		case rapport.ProseFine:
			o.Fine = append(o.Fine, prose.Fine{Label: prose.Label(c.Wrong), Text: c.Text})
		case rapport.ProseOff:
			off[c.Wrong] = true
		case rapport.ProseOn:
			delete(off, c.Wrong)
		}
	}
	for _, l := range prose.Labels() {
		if off[string(l)] {
			o.Off = append(o.Off, l)
		}
	}
}

// proseLabel finds a label by its name; the error names the nearest.
func proseLabel(name string) (prose.Label, error) {
	names := make([]string, 0, len(prose.Labels()))
	best, distance := "", 4
	for _, l := range prose.Labels() {
		if string(l) == name {
			return l, nil
		}
		names = append(names, string(l))
		if d := rapport.Distance(name, string(l)); d < distance {
			best, distance = string(l), d
		}
	}
	e := rapport.Errorf(rapport.Invalid, "%q is not a label of the check", name)
	if best != "" {
		return "", e.WithHint("did you mean %s?", best)
	}
	return "", e.WithHint("the labels are %s", strings.Join(names, ", "))
}

// SayFine remembers that a passage is meant as it is; an empty label stands for
// whatever is found in it.
func (s *Service) SayFine(ctx context.Context, label, passage string) error {
	if label != "" {
		if _, err := proseLabel(label); err != nil {
			return err
		}
	}
	passage = rapport.OneLine(passage)
	if passage == "" {
		return rapport.Errorf(rapport.Invalid, "there are no words in it").WithHint("give the passage that is meant")
	}
	return s.teachProse(ctx, rapport.Correction{Text: passage, Wrong: label, Right: rapport.ProseFine}, "said that a passage is fine")
}

// SwitchLabel switches a label of the check off or on again.
func (s *Service) SwitchLabel(ctx context.Context, label string, on bool) error {
	l, err := proseLabel(label)
	if err != nil {
		return err
	}
	word := rapport.ProseOff
	if on {
		word = rapport.ProseOn
	}
	return s.teachProse(ctx, rapport.Correction{Text: string(l), Wrong: string(l), Right: word}, fmt.Sprintf("switched %s %s", l, word))
}

func (s *Service) teachProse(ctx context.Context, c rapport.Correction, what string) error {
	return s.DB.Write(ctx, func(tx *store.Tx) error {
		c.About = rapport.AboutProse
		c.Record = rapport.Record{Owner: s.User.ID, At: rapport.StampOf(s.Now())}
		if err := tx.InsertCorrection(ctx, &c); err != nil {
			return err
		}
		return s.change(ctx, tx, what, store.Step{Verb: "add", Noun: store.CorrectionNoun, ID: rapport.RecordID(c.ID)})
	})
}
