package promises

import (
	"context"
	"fmt"
	"strings"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Unbounded is the cause of the error about an offer that has no bounds: it
// says which are missing.
type Unbounded struct{ Hours, Until bool }

// Error says that an offer has no bounds.
func (Unbounded) Error() string { return "an offer without bounds" }

// Offered is an offer of help that was just written down.
type Offered struct {
	Offer rapport.HelpOffer
	Names rapport.Names
	// UntilSaid are the words that were read as its end.
	UntilSaid string
}

// Offer writes down an offer of help to a boss. It is bounded (P81): a task,
// hours:, and until: or by: for its end; and there is one open offer to a boss
// at a time.
func (s *Service) Offer(ctx context.Context, in Input) (offered Offered, err error) {
	line, err := s.line(in, "hours", "until")
	if err != nil {
		return offered, err
	}
	o := rapport.HelpOffer{Task: textOf(line), Until: line.Due}
	said := line.DueSaid
	if until := line.Said["until"]; until != "" {
		if said != "" && said != until {
			return offered, rapport.Errorf(rapport.Invalid, "the offer has two ends, until:%q and by:%q", until, said).WithHint("keep one")
		}
		said = until
		if o.Until, err = s.Day(until, true); err != nil {
			return offered, err
		}
	}
	if o.Hours, err = hours(line.Said["hours"]); err != nil {
		return offered, err
	}
	if open := (Unbounded{!o.Hours.Said, o.Until == ""}); open.Hours || open.Until {
		return offered, unbounded(open)
	}
	return offered, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		b, err := desk.Boss(names, line)
		if err != nil {
			return err
		}
		o.Boss = b.ID
		if o.Fact, err = s.record(line); err != nil {
			return err
		}
		if o.Until < o.Day() {
			return rapport.Errorf(rapport.Invalid, "the offer would end on %s, before it was made on %s", o.Until, o.Day()).WithHint("until: is its last day")
		}
		open, err := store.HelpOffers.List(ctx, tx, s.User.ID, store.FactFilter{Boss: b.ID, Open: true, Limit: 1})
		if err != nil {
			return err
		}
		if len(open) > 0 {
			return rapport.Errorf(rapport.Conflict, "an offer to %s is open already: %d, %s", b.Name, open[0].Number, open[0].Task).
				WithHint(`one at a time keeps help help, and not a second job; say what became of it: rapport offer done %d "accepted"`, open[0].Number)
		}
		step, err := desk.Add(ctx, tx, store.HelpOffers, &o)
		if err != nil {
			return err
		}
		offered = Offered{o, names, said}
		return s.Remember(ctx, tx, fmt.Sprintf("wrote down offer %d", o.Number), step)
	})
}

func unbounded(open Unbounded) error {
	var lacks, marks []string
	if open.Hours {
		lacks, marks = append(lacks, "hours"), append(marks, "hours:4")
	}
	if open.Until {
		lacks, marks = append(lacks, "an end"), append(marks, "until:fri")
	}
	return rapport.Errorf(rapport.Invalid, "an offer of help needs %s", strings.Join(lacks, " and ")).
		WithHint("bounded help stays help: add %s", strings.Join(marks, " ")).WithCause(open)
}

// OfferDone says what became of an offer, such as accepted or declined.
func (s *Service) OfferDone(ctx context.Context, n rapport.Number, outcome string) (rapport.HelpOffer, rapport.Names, error) {
	outcome = rapport.OneLine(outcome)
	return changed(ctx, s, store.HelpOffers, n, fmt.Sprintf("said what became of offer %d", n), func(o *rapport.HelpOffer, _ rapport.Names) error {
		switch {
		case outcome == "":
			return rapport.Errorf(rapport.Invalid, "nothing says what became of the offer").WithHint(`rapport offer done %d "accepted"`, n)
		case o.State() != rapport.StateOpen:
			return rapport.Errorf(rapport.Conflict, "what became of offer %d is known: %s", n, o.Outcome).WithHint("`rapport reopen %d` opens it again", n)
		}
		o.Outcome = outcome
		return nil
	})
}

// Offers lists the open offers, the soonest to end first.
func (s *Service) Offers(ctx context.Context, slug rapport.Slug) (offers []rapport.HelpOffer, names rapport.Names, err error) {
	return offers, names, s.Read(ctx, func(tx *store.Tx, known rapport.Names) error {
		names = known
		id, err := boss(names, slug)
		if err != nil {
			return err
		}
		offers, err = store.HelpOffers.List(ctx, tx, s.User.ID, store.FactFilter{Boss: id, Open: true, SoonestDue: true})
		return err
	})
}

// Helped writes down help that the user gave to a boss or, with to:, to anybody
// else.
func (s *Service) Helped(ctx context.Context, in Input) (rapport.Help, rapport.Names, error) {
	return s.help(ctx, in, "to", func(them rapport.Person) (by, to rapport.Person) { return rapport.Myself(), them })
}

// HelpedBy writes down help that the user had from a boss or, with from:, from
// anybody else: whose credit it is (P44, P58).
func (s *Service) HelpedBy(ctx context.Context, in Input) (rapport.Help, rapport.Names, error) {
	return s.help(ctx, in, "from", func(them rapport.Person) (by, to rapport.Person) { return them, rapport.Myself() })
}

func (s *Service) help(ctx context.Context, in Input, mark string, between func(rapport.Person) (by, to rapport.Person)) (h rapport.Help, names rapport.Names, err error) {
	text, said, err := s.split(in, []string{"hours", mark})
	if err != nil {
		return h, names, err
	}
	// Help looks back, as the log does: no date in it is ahead.
	line, err := s.Line(text, "hours", mark)
	if err != nil {
		return h, names, err
	}
	if err := s.beside(&line, said); err != nil {
		return h, names, err
	}
	return h, names, s.Write(ctx, func(tx *store.Tx, known rapport.Names) error {
		names, h = known, rapport.Help{Text: textOf(line)}
		them, err := either(names, line, mark)
		if err != nil {
			return err
		}
		h.By, h.To = between(them)
		if h.Hours, err = hours(line.Said["hours"]); err != nil {
			return err
		}
		if h.Fact, err = s.record(line); err != nil {
			return err
		}
		step, err := desk.Add(ctx, tx, store.Helps, &h)
		if err != nil {
			return err
		}
		return s.Remember(ctx, tx, fmt.Sprintf("wrote down help %d", h.Number), step)
	})
}
