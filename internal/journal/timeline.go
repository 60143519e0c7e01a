package journal

import (
	"cmp"
	"context"
	"math"
	"slices"

	"rapport"
	"rapport/internal/store"
)

// TimelineFilter says what of a relation to tell.
type TimelineFilter struct {
	rapport.Period
	Boss rapport.Slug
	// Private adds what is nobody else's business.
	Private bool
	// Limit bounds each sort of record; zero means no bound.
	Limit int
}

// Moment is one dated thing of a relation.
type Moment struct {
	Ref store.RecordRef
	Day rapport.Day
	// Kind is an entry's kind, a report's state or a fact's state.
	Kind string
	Text string
	// Private is the text of what is private; Text is then empty.
	Private rapport.PrivateText
	Due     rapport.Day
}

// Timeline tells the relation to a boss in order: entries that were addressed
// to them or that they heard of, reports, and everything that happened between
// both, the oldest first.
func (s *Service) Timeline(ctx context.Context, f TimelineFilter) (moments []Moment, boss rapport.Boss, err error) {
	return moments, boss, s.DB.Read(ctx, func(tx *store.Tx) error {
		moments = moments[:0]
		bosses, err := tx.Bosses(ctx, s.User.ID)
		if err != nil {
			return err
		}
		if boss, err = rapport.FindBoss(bosses, f.Boss); err != nil {
			return err
		}
		for _, gather := range [...]func(context.Context, *store.Tx, rapport.BossID, TimelineFilter) ([]Moment, error){
			s.entryMoments, s.reportMoments, s.factMoments, s.privateMoments,
		} {
			more, err := gather(ctx, tx, boss.ID, f)
			if err != nil {
				return err
			}
			moments = append(moments, more...)
		}
		slices.SortStableFunc(moments, func(a, b Moment) int {
			return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Ref.At.At, b.Ref.At.At), cmp.Compare(a.Ref.ID, b.Ref.ID))
		})
		if f.Limit > 0 && len(moments) > f.Limit {
			moments = moments[len(moments)-f.Limit:]
		}
		return nil
	})
}

func (s *Service) entryMoments(ctx context.Context, tx *store.Tx, boss rapport.BossID, f TimelineFilter) ([]Moment, error) {
	entries, err := tx.Entries(ctx, s.User.ID, store.EntryFilter{Period: f.Period, KnownOrFor: boss, Limit: f.Limit})
	moments := make([]Moment, len(entries))
	for i, e := range entries {
		moments[i] = Moment{
			Ref: store.RecordRef{ID: rapport.RecordID(e.ID), Noun: store.EntryNoun, Record: e.Record},
			Day: e.Day, Kind: string(e.Kind), Text: e.Text, Due: e.Due,
		}
		if e.Outcome != "" {
			moments[i].Text += " -> " + e.Outcome
		}
	}
	return moments, err
}

func (s *Service) reportMoments(ctx context.Context, tx *store.Tx, boss rapport.BossID, f TimelineFilter) ([]Moment, error) {
	most := f.Limit
	if most == 0 {
		most = math.MaxInt32
	}
	reports, err := tx.Reports(ctx, s.User.ID, boss, most)
	var moments []Moment
	for _, r := range reports {
		day := rapport.DayOf(r.At.Time())
		if r.Removed != 0 || !f.Contains(day) {
			continue
		}
		text := "a report"
		if r.From != "" {
			text = "a report from " + string(r.From) + " to " + string(r.Until)
		}
		if r.Medium != "" {
			text += ", by " + r.Medium
		}
		moments = append(moments, Moment{
			Ref: store.RecordRef{ID: rapport.RecordID(r.ID), Noun: store.ReportNoun, Record: r.Record}, Day: day, Kind: string(r.State), Text: text,
		})
	}
	return moments, err
}

func (s *Service) factMoments(ctx context.Context, tx *store.Tx, boss rapport.BossID, f TimelineFilter) ([]Moment, error) {
	facts, err := tx.FactsWith(ctx, s.User.ID, boss, f.Period, f.Limit)
	moments := make([]Moment, len(facts))
	for i, l := range facts {
		moments[i] = Moment{Ref: l.RecordRef, Day: l.Day, Kind: string(l.State), Text: l.Text, Due: l.Due}
	}
	if err != nil {
		return nil, err
	}
	return moments, s.nameMeetings(ctx, tx, moments)
}

// nameMeetings gives meetings words: they have no sentence of their own.
func (s *Service) nameMeetings(ctx context.Context, tx *store.Tx, moments []Moment) error {
	var ids []rapport.FactID
	at := map[rapport.FactID]int{}
	for i, m := range moments {
		if m.Ref.Noun == store.MeetingNoun {
			ids = append(ids, rapport.FactID(m.Ref.ID))
			at[rapport.FactID(m.Ref.ID)] = i
		}
	}
	meetings, err := store.Meetings.ByID(ctx, tx, s.User.ID, ids)
	for _, m := range meetings {
		moment := &moments[at[m.ID]]
		moment.Kind = string(m.Status)
		if moment.Text == "" {
			moment.Text = string(m.Kind)
		}
	}
	return err
}

func (s *Service) privateMoments(ctx context.Context, tx *store.Tx, boss rapport.BossID, f TimelineFilter) ([]Moment, error) {
	if !f.Private {
		return nil, nil
	}
	facts, err := tx.PrivateFactsWith(ctx, s.User.ID, boss, f.Period, f.Limit)
	moments := make([]Moment, len(facts))
	for i, l := range facts {
		moments[i] = Moment{Ref: l.RecordRef, Day: l.Day, Private: l.Text}
	}
	return moments, err
}
