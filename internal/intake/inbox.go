package intake

import (
	"context"
	"fmt"
	"strings"

	"rapport"
	"rapport/internal/store"
)

// Inbox lists the proposals that wait, oldest work first, with the places they
// came from.
func (s *Service) Inbox(ctx context.Context) (open []rapport.Proposal, sources []rapport.Source, err error) {
	return open, sources, s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		if open, err = tx.Proposals(ctx, s.User.ID, rapport.Open); err != nil {
			return err
		}
		sources, err = tx.AllSources(ctx, s.User.ID)
		return err
	})
}

// Names are what proposals are shown with.
func (s *Service) Names(ctx context.Context) (names rapport.Names, err error) {
	return names, s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		names, err = tx.Names(ctx, s.User.ID)
		return err
	})
}

// ProposalChange puts a proposal right before it is accepted; a nil field
// stays as it is.
type ProposalChange struct {
	Text    *string
	Kind    *rapport.Kind
	Project *rapport.Slug
	Day     *rapport.Day
	Due     *rapport.Day
	// Becomes makes it something else.
	Becomes *rapport.Becoming
	// Boss, By and To name people: a boss by @word or word, me, or anybody else.
	Boss, By, To *string
}

// Why a proposal is what it is where the user put it right. What they changed
// is not changed again when its source is read.
const (
	kindSaid = "you said so"
	putRight = "you put it right"
)

func isEdited(p rapport.Proposal) bool { return p.Reason == kindSaid || p.Reason == putRight }

// Edit puts a proposal right.
func (s *Service) Edit(ctx context.Context, n rapport.Number, c ProposalChange) (p rapport.Proposal, err error) {
	return p, s.DB.Write(ctx, func(tx *store.Tx) error {
		if p, err = s.open(ctx, tx, n); err != nil {
			return err
		}
		step, err := store.Edited(store.ProposalNoun, rapport.RecordID(p.ID), p)
		if err != nil {
			return err
		}
		if !isEdited(p) {
			p.Reason = putRight
		}
		if c.Text != nil {
			if p.Text = rapport.OneLine(*c.Text); p.Text == "" {
				return rapport.Errorf(rapport.Invalid, "a proposal needs words").WithHint("`rapport inbox drop %d` drops it", n)
			}
		}
		if c.Kind != nil {
			p.Kind, p.Confidence, p.Reason = *c.Kind, 100, kindSaid
		}
		if c.Project != nil {
			p.Project = *c.Project
		}
		if c.Day != nil {
			p.Day = *c.Day
			p.From = min(p.From, p.Day)
		}
		if c.Due != nil {
			p.Due = *c.Due
		}
		if err := s.editPeople(ctx, tx, &p, c); err != nil {
			return err
		}
		if err := tx.UpdateProposal(ctx, p); err != nil {
			return err
		}
		return s.change(ctx, tx, fmt.Sprintf("changed proposal %d", n), step)
	})
}

// editPeople puts right what a proposal becomes, and for whom. One that becomes
// a promise and says nobody is taken for the user's own, to their boss.
func (s *Service) editPeople(ctx context.Context, tx *store.Tx, p *rapport.Proposal, c ProposalChange) error {
	names, err := tx.Names(ctx, s.User.ID)
	if err != nil {
		return err
	}
	if c.Boss != nil {
		b, err := rapport.FindBoss(names.Bosses, rapport.ParseSlug(strings.TrimPrefix(*c.Boss, "@")))
		if err != nil {
			return err
		}
		p.Boss = b.ID
	}
	for _, change := range [...]struct {
		said *string
		who  *rapport.Person
	}{{c.By, &p.By}, {c.To, &p.To}} {
		if change.said == nil {
			continue
		}
		if *change.who, err = names.FindPerson(*change.said); err != nil {
			return err
		}
	}
	if c.Becomes != nil && *c.Becomes != p.Becomes {
		if p.Becomes == rapport.AsSeries || p.Becomes == rapport.AsMeeting || *c.Becomes == rapport.AsSeries || *c.Becomes == rapport.AsMeeting {
			return rapport.Errorf(rapport.Invalid, "what a calendar knows stays what it is").WithHint("`rapport inbox drop %d` drops it", p.Number)
		}
		if p.Becomes = *c.Becomes; p.Kind == "" {
			p.Kind, p.Confidence = rapport.Progress, 0
		}
	}
	if p.Becomes == rapport.AsPromise && p.By.IsZero() && p.To.IsZero() && p.Boss != 0 {
		p.By, p.To = rapport.Myself(), rapport.Person{Boss: p.Boss}
	}
	if p.Becomes == rapport.AsPromise && p.By.IsMe() && p.To.IsMe() {
		p.To = rapport.Person{Boss: p.Boss}
	}
	if p.Becomes == rapport.AsPromise && !p.By.IsMe() && p.To.IsZero() {
		p.To = rapport.Myself()
	}
	return nil
}

// Accept makes of proposals what they become: of those with the numbers given,
// of all that wait where none is given.
func (s *Service) Accept(ctx context.Context, numbers ...rapport.Number) (accepted []Accepted, err error) {
	return accepted, s.DB.Write(ctx, func(tx *store.Tx) error {
		accepted = accepted[:0]
		proposals, err := s.chosen(ctx, tx, numbers)
		if err != nil {
			return err
		}
		hand, err := s.newHand(ctx, tx)
		if err != nil {
			return err
		}
		for _, p := range proposals {
			a, err := hand.accept(ctx, p)
			if err != nil {
				return err
			}
			accepted = append(accepted, a)
		}
		return s.change(ctx, tx, fmt.Sprintf("accepted %d proposals", len(proposals)), hand.steps...)
	})
}

// Drop puts proposals aside: those with the numbers given, all that wait where
// none is given. They are not proposed again.
func (s *Service) Drop(ctx context.Context, numbers ...rapport.Number) (dropped []rapport.Proposal, err error) {
	return dropped, s.DB.Write(ctx, func(tx *store.Tx) error {
		if dropped, err = s.chosen(ctx, tx, numbers); err != nil {
			return err
		}
		var steps []store.Step
		for i, p := range dropped {
			step, err := store.Edited(store.ProposalNoun, rapport.RecordID(p.ID), p)
			if err != nil {
				return err
			}
			steps = append(steps, step)
			dropped[i].State = rapport.Dropped
			if err := tx.UpdateProposal(ctx, dropped[i]); err != nil {
				return err
			}
		}
		return s.change(ctx, tx, fmt.Sprintf("dropped %d proposals", len(dropped)), steps...)
	})
}

func (s *Service) chosen(ctx context.Context, tx *store.Tx, numbers []rapport.Number) ([]rapport.Proposal, error) {
	if len(numbers) == 0 {
		return tx.Proposals(ctx, s.User.ID, rapport.Open)
	}
	var chosen []rapport.Proposal
	for _, n := range numbers {
		p, err := s.open(ctx, tx, n)
		if err != nil {
			return nil, err
		}
		chosen = append(chosen, p)
	}
	return chosen, nil
}

// open finds the proposal that people call by a number and that still waits.
func (s *Service) open(ctx context.Context, tx *store.Tx, n rapport.Number) (p rapport.Proposal, err error) {
	ref, found, err := tx.RecordByNumber(ctx, s.User.ID, n)
	if err != nil {
		return p, err
	}
	if !found || ref.Noun != store.ProposalNoun {
		return p, rapport.Errorf(rapport.NotFound, "there is no proposal %d", n).WithHint("`rapport inbox` lists those that wait")
	}
	proposals, err := tx.ProposalsByID(ctx, s.User.ID, []rapport.ProposalID{rapport.ProposalID(ref.ID)})
	if err != nil {
		return p, err
	}
	p = proposals[0]
	if p.State != rapport.Open {
		return p, rapport.Errorf(rapport.Conflict, "proposal %d is %s already", n, p.State).WithHint("`rapport undo` takes the last change back")
	}
	return p, nil
}
