package intake

import (
	"context"
	"fmt"
	"slices"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/store"
)

// DefaultReach is how many days back a source is read the first time.
const DefaultReach = 28

// ReadRequest says which place to read.
type ReadRequest struct {
	Kind, Location string
	// Since is the first day of interest; empty means what is new, or the last
	// weeks the first time.
	Since rapport.Day
	// Names and Emails are further identities of the user, besides those in
	// the store and those configured at the place.
	Names, Emails []string
	Progress      func(done int)
}

// ReadResult says what reading found.
type ReadResult struct {
	Source rapport.Source
	// New are the proposals made, Changed those that grew.
	New, Changed []rapport.Proposal
	// Raw is how many raw items were kept for the first time or again.
	Raw      int
	Unmoved  bool
	Warnings []string
}

// known is what the store knows of a place before it is read.
type known struct {
	source   rapport.Source
	found    bool
	cursor   string
	earliest rapport.Day
	learnt   []capture.Learned
}

// Read fetches what is new at a place and proposes entries of it.
func (s *Service) Read(ctx context.Context, r ReadRequest) (result ReadResult, err error) {
	source, err := s.source(r.Kind)
	if err != nil {
		return result, err
	}
	place, err := source.Describe(ctx, r.Location)
	if err != nil {
		return result, err
	}
	before, err := s.known(ctx, r.Kind, place)
	if err != nil {
		return result, err
	}
	since := r.Since
	if since == "" {
		since = rapport.DayOf(s.Now()).Add(-DefaultReach)
		if before.earliest != "" {
			since = min(since, before.earliest)
		}
	}
	fetched, err := source.Fetch(ctx, FetchRequest{
		Location: place.Location, Since: since.In(s.Now().Location()), Cursor: before.cursor, Progress: r.Progress,
		Names:  slices.Concat(s.User.Names, r.Names, place.Names),
		Emails: slices.Concat(s.User.Emails, r.Emails, place.Emails),
	})
	if err != nil {
		return result, err
	}
	result = ReadResult{Source: before.source, Raw: len(fetched.Items), Unmoved: fetched.Unmoved, Warnings: fetched.Warnings}
	if fetched.Unmoved && before.found {
		return result, nil
	}
	options := MapOptions{Title: place.Title, GuessKind: func(text string) (rapport.Kind, int) {
		guess := capture.GuessKind(text, before.learnt)
		return guess.Kind, guess.Confidence
	}}
	err = s.DB.Write(ctx, func(tx *store.Tx) error {
		result.New, result.Changed = nil, nil
		if err := s.keep(ctx, tx, &result, r.Kind, place, fetched); err != nil {
			return err
		}
		return s.propose(ctx, tx, source, &result, since, options)
	})
	return result, err
}

func (s *Service) known(ctx context.Context, kind string, place Place) (k known, err error) {
	return k, s.DB.Read(ctx, func(tx *store.Tx) error {
		sources, err := tx.AllSources(ctx, s.User.ID)
		if err != nil {
			return err
		}
		for _, source := range sources {
			if source.Kind == kind && source.Location == place.Location {
				k.source, k.found = source, true
			}
		}
		if k.found {
			if k.cursor, err = tx.Cursor(ctx, s.User.ID, k.source.ID); err != nil {
				return err
			}
			if k.earliest, err = tx.EarliestRaw(ctx, s.User.ID, k.source.ID); err != nil {
				return err
			}
		}
		corrections, err := tx.Corrections(ctx, s.User.ID, rapport.AboutKind, 100)
		for _, c := range corrections {
			k.learnt = append(k.learnt, capture.Learned{Text: c.Text, Right: rapport.Kind(c.Right)})
		}
		return err
	})
}

// keep writes down what was fetched, as it was fetched.
func (s *Service) keep(ctx context.Context, tx *store.Tx, result *ReadResult, kind string, place Place, fetched Fetched) error {
	if result.Source.ID == 0 {
		source := rapport.Source{Record: s.record(), Kind: kind, Location: place.Location, Title: place.Title}
		if err := tx.InsertSource(ctx, &source); err != nil {
			return err
		}
		result.Source = source
	}
	id := result.Source.ID
	for _, item := range fetched.Items {
		if err := tx.PutRawItem(ctx, s.User.ID, id, item); err != nil {
			return err
		}
	}
	return tx.SetCursor(ctx, s.User.ID, id, fetched.Cursor)
}

// propose maps what is kept and not settled yet. Evidence of a proposal that
// was accepted or dropped is settled: work that comes later to the same matter
// becomes a proposal of its own.
func (s *Service) propose(ctx context.Context, tx *store.Tx, source Source, result *ReadResult, since rapport.Day, options MapOptions) error {
	owner, id := s.User.ID, result.Source.ID
	items, err := tx.RawItems(ctx, owner, id, since)
	if err != nil {
		return err
	}
	settled, err := s.settled(ctx, tx, id)
	if err != nil {
		return err
	}
	items = slices.DeleteFunc(items, func(i store.RawItem) bool { return settled[i.Key] })
	proposals, err := source.Map(items, options)
	if err != nil {
		return err
	}
	for _, p := range proposals {
		p.Record, p.Source, p.State = s.record(), id, rapport.Open
		old, found, err := s.openByKey(ctx, tx, id, &p.Key)
		if err != nil {
			return err
		}
		if !found {
			if err := tx.InsertProposal(ctx, &p); err != nil {
				return err
			}
			result.New = append(result.New, p)
			continue
		}
		p.ID, p.Record = old.ID, old.Record
		if slices.Equal(p.Evidence, old.Evidence) {
			continue // nothing new; what the user changed in it stays
		}
		if err := tx.UpdateProposal(ctx, p); err != nil {
			return err
		}
		result.Changed = append(result.Changed, p)
	}
	return nil
}

// settled are the keys of raw items that stand in accepted or dropped
// proposals of a source.
func (s *Service) settled(ctx context.Context, tx *store.Tx, id rapport.SourceID) (map[string]bool, error) {
	settled := map[string]bool{}
	for _, state := range [...]rapport.ProposalState{rapport.Accepted, rapport.Dropped} {
		proposals, err := tx.Proposals(ctx, s.User.ID, state)
		if err != nil {
			return nil, err
		}
		for _, p := range proposals {
			if p.Source != id {
				continue
			}
			for _, e := range p.Evidence {
				settled[e.Ref] = true
			}
		}
	}
	return settled, nil
}

// openByKey finds the open proposal of a matter. Where the matter's proposal
// was settled before, the key is extended until it is free or open.
func (s *Service) openByKey(ctx context.Context, tx *store.Tx, id rapport.SourceID, key *string) (rapport.Proposal, bool, error) {
	base := *key
	for n := 2; ; n++ {
		p, found, err := tx.ProposalByKey(ctx, s.User.ID, id, *key)
		if err != nil || !found || p.State == rapport.Open {
			return p, found, err
		}
		*key = fmt.Sprintf("%s~%d", base, n)
	}
}
