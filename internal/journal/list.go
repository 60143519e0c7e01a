package journal

import (
	"context"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// ListFilter says which entries to list, in the words of a person.
type ListFilter struct {
	rapport.Period
	Kinds   []rapport.Kind
	Project rapport.Slug
	Boss    rapport.Slug
	Goal    rapport.Slug
	// Untold restricts to entries that the boss does not know.
	Untold rapport.Slug
	Oldest bool
	Limit  int
	After  store.Position
}

// Names is what lists need to show names for ids. In those of [Service.List]
// and [Service.Search] only id, owner, slug and name or title are set.
type Names = rapport.Names

// List returns entries with the names they refer to.
func (s *Service) List(ctx context.Context, f ListFilter) (entries []rapport.Entry, names Names, err error) {
	return entries, names, s.DB.Read(ctx, func(tx *store.Tx) error {
		if names, err = s.shortNames(ctx, tx); err != nil {
			return err
		}
		filter := store.EntryFilter{Period: f.Period, Kinds: f.Kinds, Oldest: f.Oldest, Limit: f.Limit, After: f.After}
		if f.Project != "" {
			p, err := rapport.FindProject(names.Projects, f.Project)
			if err != nil {
				return err
			}
			filter.Project = p.ID
		}
		if f.Boss != "" {
			b, err := rapport.FindBoss(names.Bosses, f.Boss)
			if err != nil {
				return err
			}
			filter.Boss = b.ID
		}
		if f.Untold != "" {
			b, err := rapport.FindBoss(names.Bosses, f.Untold)
			if err != nil {
				return err
			}
			filter.Untold = b.ID
		}
		if f.Goal != "" {
			g, err := rapport.FindGoal(names.Goals, f.Goal)
			if err != nil {
				return err
			}
			filter.Goal = g.ID
		}
		entries, err = tx.Entries(ctx, s.User.ID, filter)
		return err
	})
}

// shortNames reads no more of bosses, goals and projects than a line shows.
func (s *Service) shortNames(ctx context.Context, tx *store.Tx) (n Names, err error) {
	all, err := tx.Titles(ctx, s.User.ID)
	for _, one := range all {
		record := rapport.Record{Owner: s.User.ID}
		switch one.Noun {
		case store.BossNoun:
			n.Bosses = append(n.Bosses, rapport.Boss{ID: rapport.BossID(one.ID), Record: record, Slug: one.Slug, Name: one.Title})
		case store.GoalNoun:
			n.Goals = append(n.Goals, rapport.Goal{ID: rapport.GoalID(one.ID), Record: record, Slug: one.Slug, Title: one.Title})
		case store.ProjectNoun:
			n.Projects = append(n.Projects, rapport.Project{ID: rapport.ProjectID(one.ID), Record: record, Slug: one.Slug, Title: one.Title})
		}
	}
	return n, err
}

func (s *Service) allNames(ctx context.Context, tx *store.Tx) (Names, error) {
	return tx.Names(ctx, s.User.ID)
}

// Shown is one record, whatever its noun: the field of its noun is set.
type Shown struct {
	Ref      store.RecordRef
	Entry    *rapport.Entry
	Note     *rapport.PrivateNote
	Boss     *rapport.Boss
	Goal     *rapport.Goal
	Project  *rapport.Project
	Source   *rapport.Source
	Proposal *rapport.Proposal
	Report   *rapport.Report
	Calendar *rapport.CalendarFact
	// Fact is set for every other noun.
	Fact *store.FactLine
	// Private is set for a private one, for the owner's own eyes.
	Private *store.PrivateFactLine
	// Fields are what the journal line of a fact says, one by one; Show fills
	// them in.
	Fields []wire.Pair
}

// Show returns what the user calls by a number, with the names it refers to.
func (s *Service) Show(ctx context.Context, n rapport.Number) (shown Shown, names Names, err error) {
	return shown, names, s.DB.Read(ctx, func(tx *store.Tx) error {
		ref, err := s.byNumber(ctx, tx, n)
		if err != nil {
			return err
		}
		if names, err = s.allNames(ctx, tx); err != nil {
			return err
		}
		all, err := s.load(ctx, tx, []store.RecordRef{ref})
		if err != nil {
			return err
		}
		shown = all[0]
		if shown.Fact != nil || shown.Private != nil {
			line, err := s.lineOf(ctx, tx, ref)
			if err != nil {
				return err
			}
			shown.Fields = line.Pairs()
		}
		return s.complete(ctx, tx, shown)
	})
}

func (s *Service) byNumber(ctx context.Context, tx *store.Tx, n rapport.Number) (store.RecordRef, error) {
	ref, found, err := tx.RecordByNumber(ctx, s.User.ID, n)
	if err != nil {
		return ref, err
	}
	if !found {
		return ref, rapport.Errorf(rapport.NotFound, "there is nothing with number %d", n).
			WithHint("`rapport list` shows the numbers")
	}
	return ref, nil
}

// load reads the records that references lead to, in their order. What an
// entry is linked with comes with complete.
func (s *Service) load(ctx context.Context, tx *store.Tx, refs []store.RecordRef) ([]Shown, error) {
	at := make(map[rapport.RecordID]int, len(refs))
	ids := map[store.Noun][]rapport.RecordID{}
	shown := make([]Shown, len(refs))
	for i, ref := range refs {
		shown[i].Ref = ref
		at[ref.ID] = i
		ids[ref.Noun] = append(ids[ref.Noun], ref.ID)
	}
	owner := s.User.ID
	entries, err := tx.EntryLines(ctx, owner, refs)
	if err != nil {
		return nil, err
	}
	for i := range entries {
		shown[at[rapport.RecordID(entries[i].ID)]].Entry = &entries[i]
	}
	for noun, some := range ids {
		switch noun {
		case store.NoteNoun:
			err = put(shown, at, some, func(ids []rapport.NoteID) ([]rapport.PrivateNote, error) { return tx.NotesByID(ctx, owner, ids) },
				func(n *rapport.PrivateNote) rapport.RecordID { return rapport.RecordID(n.ID) }, func(s *Shown, n *rapport.PrivateNote) { s.Note = n })
		case store.ProposalNoun:
			err = put(shown, at, some, func(ids []rapport.ProposalID) ([]rapport.Proposal, error) { return tx.ProposalsByID(ctx, owner, ids) },
				func(p *rapport.Proposal) rapport.RecordID { return rapport.RecordID(p.ID) }, func(s *Shown, p *rapport.Proposal) { s.Proposal = p })
		case store.ReportNoun:
			err = put(shown, at, some, func(ids []rapport.ReportID) ([]rapport.Report, error) { return tx.ReportsByID(ctx, owner, ids) },
				func(r *rapport.Report) rapport.RecordID { return rapport.RecordID(r.ID) }, func(s *Shown, r *rapport.Report) { s.Report = r })
		case store.CalendarNoun:
			err = put(shown, at, some, func(ids []rapport.CalendarID) ([]rapport.CalendarFact, error) {
				return tx.CalendarByID(ctx, owner, ids)
			},
				func(c *rapport.CalendarFact) rapport.RecordID { return rapport.RecordID(c.ID) }, func(s *Shown, c *rapport.CalendarFact) { s.Calendar = c })
		case store.BossNoun:
			err = put(shown, at, some, func([]rapport.BossID) ([]rapport.Boss, error) { return tx.AllBosses(ctx, owner) },
				func(b *rapport.Boss) rapport.RecordID { return rapport.RecordID(b.ID) }, func(s *Shown, b *rapport.Boss) { s.Boss = b })
		case store.GoalNoun:
			err = put(shown, at, some, func([]rapport.GoalID) ([]rapport.Goal, error) { return tx.AllGoals(ctx, owner) },
				func(g *rapport.Goal) rapport.RecordID { return rapport.RecordID(g.ID) }, func(s *Shown, g *rapport.Goal) { s.Goal = g })
		case store.ProjectNoun:
			err = put(shown, at, some, func([]rapport.ProjectID) ([]rapport.Project, error) { return tx.AllProjects(ctx, owner) },
				func(p *rapport.Project) rapport.RecordID { return rapport.RecordID(p.ID) }, func(s *Shown, p *rapport.Project) { s.Project = p })
		case store.SourceNoun:
			err = put(shown, at, some, func([]rapport.SourceID) ([]rapport.Source, error) { return tx.AllSources(ctx, owner) },
				func(c *rapport.Source) rapport.RecordID { return rapport.RecordID(c.ID) }, func(s *Shown, c *rapport.Source) { s.Source = c })
		case store.EntryNoun, store.UserNoun, store.CorrectionNoun, store.KeptNoun:
		default:
			if noun.IsPrivate() {
				err = put(shown, at, some, func(ids []rapport.RecordID) ([]store.PrivateFactLine, error) {
					return tx.PrivateFactLines(ctx, owner, ids)
				}, func(l *store.PrivateFactLine) rapport.RecordID { return l.ID }, func(s *Shown, l *store.PrivateFactLine) { s.Private = l })
				break
			}
			err = put(shown, at, some, func(ids []rapport.RecordID) ([]store.FactLine, error) { return tx.FactLines(ctx, owner, ids) },
				func(l *store.FactLine) rapport.RecordID { return l.ID }, func(s *Shown, l *store.FactLine) { s.Fact = l })
		}
		if err != nil {
			return nil, err
		}
	}
	return shown, nil
}

// complete adds to the entries among records what load left out.
func (s *Service) complete(ctx context.Context, tx *store.Tx, shown ...Shown) error {
	var entries []*rapport.Entry
	for _, one := range shown {
		if one.Entry != nil {
			entries = append(entries, one.Entry)
		}
	}
	return tx.CompleteEntries(ctx, s.User.ID, entries)
}

// put reads some records of one noun and hangs them where they are wanted.
func put[T any, ID ~int64](shown []Shown, at map[rapport.RecordID]int, some []rapport.RecordID,
	read func([]ID) ([]T, error), id func(*T) rapport.RecordID, hang func(*Shown, *T),
) error {
	all, err := read(cast[ID](some))
	if err != nil {
		return err
	}
	for i := range all {
		if where, wanted := at[id(&all[i])]; wanted {
			hang(&shown[where], &all[i])
		}
	}
	return nil
}

func cast[To, From ~int64](ids []From) []To {
	out := make([]To, len(ids))
	for i, id := range ids {
		out[i] = To(id)
	}
	return out
}

// Notes lists private notes, for the owner's own eyes; a limit of zero means
// all of them.
func (s *Service) Notes(ctx context.Context, p rapport.Period, limit int) (notes []rapport.PrivateNote, err error) {
	return notes, s.DB.Read(ctx, func(tx *store.Tx) (err error) {
		notes, err = tx.Notes(ctx, s.User.ID, p, limit)
		return err
	})
}
