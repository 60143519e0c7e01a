package intake

import (
	"context"
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
	// OrLatest reads the newest work there is where none lies in the last weeks.
	OrLatest bool
	Progress func(done int)
}

// ReadResult says what reading found.
type ReadResult struct {
	Source rapport.Source
	// New are the proposals made, Changed those that grew.
	New, Changed []rapport.Proposal
	// Raw is how many raw items were kept for the first time or again.
	Raw     int
	Unmoved bool
	// Instead says what was read instead of the last weeks; nil where those
	// were.
	Instead *Instead
	// Nothing says why nothing of the user was found, with the next step; nil
	// where something was.
	Nothing  *rapport.Error
	Warnings []string
}

// known is what the store knows of a place before it is read.
type known struct {
	sources  []rapport.Source
	source   rapport.Source
	found    bool
	cursor   string
	earliest rapport.Day
	guesser  *capture.Guesser
}

// Read fetches what is new at a place and proposes entries of it.
func (s *Service) Read(ctx context.Context, r ReadRequest) (result ReadResult, err error) {
	source, err := s.source(r.Kind)
	if err != nil {
		return result, err
	}
	// The store is read first: a place that is looked at ahead takes its time.
	before, err := s.known(ctx)
	if err != nil {
		return result, err
	}
	place, err := source.Describe(ctx, r.Location)
	if err != nil {
		return result, err
	}
	if err := s.knownPlace(ctx, &before, r.Kind, place); err != nil {
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
		Location: place.Location, Since: since.In(s.Now().Location()), Cursor: before.cursor, OrLatest: r.OrLatest, Progress: r.Progress,
		Names:  slices.Concat(s.User.Names, r.Names, place.Names),
		Emails: slices.Concat(s.User.Emails, r.Emails, place.Emails),
	})
	if err != nil {
		return result, err
	}
	result = ReadResult{Source: before.source, Raw: len(fetched.Items), Unmoved: fetched.Unmoved, Instead: fetched.Instead, Nothing: fetched.Nothing, Warnings: fetched.Warnings}
	if fetched.Unmoved && before.found {
		return result, nil
	}
	if fetched.Instead != nil {
		since = min(since, fetched.Instead.Since)
	}
	options := MapOptions{Title: place.Title, Today: rapport.DayOf(s.Now()), GuessKind: func(text string) (rapport.Kind, int) {
		guess := before.guesser.Guess(text)
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

func (s *Service) known(ctx context.Context) (k known, err error) {
	return k, s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		if k.sources, err = tx.AllSources(ctx, s.User.ID); err != nil {
			return err
		}
		corrections, err := tx.Corrections(ctx, s.User.ID, rapport.AboutKind, 100)
		k.guesser = guesserOf(corrections)
		return err
	})
}

// knownPlace adds how far a place was read, where it was.
func (s *Service) knownPlace(ctx context.Context, k *known, kind string, place Place) error {
	for _, source := range k.sources {
		if source.Kind == kind && source.Location == place.Location {
			k.source, k.found = source, true
		}
	}
	if !k.found {
		return nil
	}
	return s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		if k.cursor, err = tx.Cursor(ctx, s.User.ID, k.source.ID); err != nil {
			return err
		}
		k.earliest, err = tx.EarliestRaw(ctx, s.User.ID, k.source.ID)
		return err
	})
}

// guesserOf makes a guesser that learnt from what the user put right.
func guesserOf(corrections []rapport.Correction) *capture.Guesser {
	learnt := make([]capture.Learned, len(corrections))
	for i, c := range corrections {
		learnt[i] = capture.Learned{Text: c.Text, Right: rapport.Kind(c.Right)}
	}
	return capture.NewGuesser(learnt)
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

// propose maps what is kept. Items of a proposal that was accepted or dropped
// are decided: work that comes later to the same matter becomes a proposal of
// its own.
func (s *Service) propose(ctx context.Context, tx *store.Tx, source Source, result *ReadResult, since rapport.Day, options MapOptions) error {
	id := result.Source.ID
	items, err := tx.RawItems(ctx, s.User.ID, id, since)
	if err != nil {
		return err
	}
	projects, err := tx.Projects(ctx, s.User.ID)
	if err != nil {
		return err
	}
	for _, p := range projects {
		options.Projects = append(options.Projects, p.Slug)
	}
	before, err := s.proposed(ctx, tx, id)
	if err != nil {
		return err
	}
	elsewhere, err := tx.RawKeysBefore(ctx, s.User.ID, id, since)
	if err != nil {
		return err
	}
	for _, key := range elsewhere {
		before.decided[key] = true // counted once, where it was read first
	}
	options.Decided = func(key string) bool { return before.decided[key] }
	proposals, err := source.Map(items, options)
	if err != nil {
		return err
	}
	for _, p := range proposals {
		if err := s.put(ctx, tx, result, before.open, p); err != nil {
			return err
		}
		delete(before.open, p.Key)
	}
	return s.supersede(ctx, tx, before.open, items)
}

// put writes one proposal down: a new one, or the grown form of one that waits.
func (s *Service) put(ctx context.Context, tx *store.Tx, result *ReadResult, open map[string]rapport.Proposal, p rapport.Proposal) error {
	p.Record, p.Source, p.State = s.record(), result.Source.ID, rapport.Open
	old, waits := open[p.Key]
	if !waits {
		result.New = append(result.New, p)
		return tx.InsertProposal(ctx, &result.New[len(result.New)-1])
	}
	if slices.Equal(p.Evidence, old.Evidence) {
		return nil // nothing new; what the user changed in it stays
	}
	p.ID, p.Record = old.ID, old.Record
	result.Changed = append(result.Changed, p)
	return tx.UpdateProposal(ctx, p)
}

// supersede takes away open proposals whose items all moved to other matters.
func (s *Service) supersede(ctx context.Context, tx *store.Tx, left map[string]rapport.Proposal, items []store.RawItem) error {
	mapped := make(map[string]bool, len(items))
	for _, i := range items {
		mapped[i.Key] = true
	}
	for _, p := range left {
		if slices.ContainsFunc(p.Evidence, func(e rapport.Evidence) bool { return !mapped[e.Ref] }) {
			continue // older than what was mapped
		}
		if _, err := tx.SetRemoved(ctx, s.User.ID, rapport.RecordID(p.ID), rapport.InstantOf(s.Now())); err != nil {
			return err
		}
	}
	return nil
}

// proposed is what a source proposed before.
type proposed struct {
	// open are the proposals that wait, by key.
	open map[string]rapport.Proposal
	// decided are the items of accepted and dropped ones.
	decided map[string]bool
}

func (s *Service) proposed(ctx context.Context, tx *store.Tx, id rapport.SourceID) (proposed, error) {
	before := proposed{open: map[string]rapport.Proposal{}, decided: map[string]bool{}}
	for _, state := range [...]rapport.ProposalState{rapport.Open, rapport.Accepted, rapport.Dropped} {
		proposals, err := tx.Proposals(ctx, s.User.ID, state)
		if err != nil {
			return before, err
		}
		for _, p := range proposals {
			if p.Source != id {
				continue
			}
			if state == rapport.Open {
				before.open[p.Key] = p
				continue
			}
			for _, e := range p.Evidence {
				before.decided[e.Ref] = true
			}
		}
	}
	return before, nil
}
