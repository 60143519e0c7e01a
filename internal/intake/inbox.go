package intake

import (
	"context"
	"fmt"

	"rapport"
	"rapport/internal/align"
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

// ProposalChange puts a proposal right before it is accepted; a nil field
// stays as it is.
type ProposalChange struct {
	Text    *string
	Kind    *rapport.Kind
	Project *rapport.Slug
	Day     *rapport.Day
}

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
		if c.Text != nil {
			if p.Text = rapport.OneLine(*c.Text); p.Text == "" {
				return rapport.Errorf(rapport.Invalid, "a proposal needs words").WithHint("`rapport inbox drop %d` drops it", n)
			}
		}
		if c.Kind != nil {
			p.Kind, p.Confidence, p.Reason = *c.Kind, 100, "you said so"
		}
		if c.Project != nil {
			p.Project = *c.Project
		}
		if c.Day != nil {
			p.Day = *c.Day
			p.From = min(p.From, p.Day)
		}
		if err := tx.UpdateProposal(ctx, p); err != nil {
			return err
		}
		return s.change(ctx, tx, fmt.Sprintf("changed proposal %d", n), step)
	})
}

// Accept makes entries of proposals: those with the numbers given, all that
// wait where none is given.
func (s *Service) Accept(ctx context.Context, numbers ...rapport.Number) (entries []rapport.Entry, err error) {
	return entries, s.DB.Write(ctx, func(tx *store.Tx) error {
		entries = entries[:0]
		proposals, err := s.chosen(ctx, tx, numbers)
		if err != nil {
			return err
		}
		hand, err := s.newHand(ctx, tx)
		if err != nil {
			return err
		}
		for _, p := range proposals {
			e, err := hand.accept(ctx, p)
			if err != nil {
				return err
			}
			entries = append(entries, e)
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

// hand is what accepting needs, read once for many proposals.
type hand struct {
	s        *Service
	tx       *store.Tx
	goals    []rapport.Goal
	projects []rapport.Project
	seen     []align.Seen
	steps    []store.Step
}

func (s *Service) newHand(ctx context.Context, tx *store.Tx) (h hand, err error) {
	h.s, h.tx = s, tx
	if h.goals, err = tx.Goals(ctx, s.User.ID); err != nil {
		return h, err
	}
	if h.projects, err = tx.Projects(ctx, s.User.ID); err != nil {
		return h, err
	}
	linked, err := tx.LinkedEntries(ctx, s.User.ID, 100)
	h.seen = align.SeenIn(linked)
	return h, err
}

func (h *hand) accept(ctx context.Context, p rapport.Proposal) (e rapport.Entry, err error) {
	project, err := h.project(ctx, p.Project)
	if err != nil {
		return e, err
	}
	e = rapport.Entry{
		Record: h.s.record(), Day: p.Day, Kind: p.Kind, Text: p.Text, Project: project.ID,
		ToldSaid: rapport.Yes, Evidence: p.Evidence, Source: p.Source,
	}
	if p.Confidence == 100 {
		e.KindBy = rapport.Confirmed
	}
	// The journal's instant lies on the day of the work.
	now := h.s.Now()
	if p.Day != rapport.DayOf(now) {
		e.At = rapport.StampOf(p.Day.Noon(now.Location()))
	}
	e.Links = align.Sure(align.Links(align.WorkOf(e, project), align.GoalsOf(h.goals, h.projects, e.Day), h.seen))
	if err := h.tx.InsertEntry(ctx, &e); err != nil {
		return e, err
	}
	step, err := store.Edited(store.ProposalNoun, rapport.RecordID(p.ID), p)
	if err != nil {
		return e, err
	}
	h.steps = append(h.steps, store.Step{Verb: "add", Noun: store.EntryNoun, ID: rapport.RecordID(e.ID)}, step)
	p.State, p.Entry = rapport.Accepted, e.ID
	return e, h.tx.UpdateProposal(ctx, p)
}

// project finds the project called slug, or makes it.
func (h *hand) project(ctx context.Context, slug rapport.Slug) (p rapport.Project, err error) {
	if slug == "" {
		return p, nil
	}
	for _, p := range h.projects {
		if p.Slug == slug {
			return p, nil
		}
	}
	p = rapport.Project{Record: h.s.record(), Slug: slug, Title: slug.Title(), Status: "active"}
	if err := h.tx.InsertProject(ctx, &p); err != nil {
		return p, err
	}
	h.projects = append(h.projects, p)
	h.steps = append(h.steps, store.Step{Verb: "add", Noun: store.ProjectNoun, ID: rapport.RecordID(p.ID)})
	return p, nil
}
