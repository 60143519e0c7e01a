package store_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"rapport"
	"rapport/internal/store"
)

func entries(t testing.TB, l *life, f store.EntryFilter) []rapport.Entry {
	t.Helper()
	return get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]rapport.Entry, error) { return tx.Entries(ctx, l.user.ID, f) })
}

func TestFiltersOfEntries(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		second := rapport.Boss{Record: l.fresh(), Slug: "kim", Name: "Kim"}
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			second.Record = l.fresh()
			return tx.InsertBoss(ctx, &second)
		})
		plain := l.add(t, "2026-11-03", rapport.Question, "Who signs the roster?")
		guessed := l.add(t, "2026-11-04", rapport.Progress, "Wrote the first page")
		refused := l.add(t, "2026-11-05", rapport.Idea, "A shared calendar")
		plain.Closed = "2026-11-06"
		guessed.Links = []rapport.Link{{Goal: l.goal.ID, By: rapport.Guessed, Confidence: 40}}
		refused.Links = []rapport.Link{{Goal: l.goal.ID, By: rapport.Refused}}
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			if err := tx.UpdateEntry(ctx, plain); err != nil {
				return err
			}
			if err := tx.UpdateEntry(ctx, guessed); err != nil {
				return err
			}
			return tx.UpdateEntry(ctx, refused)
		})
		all := []rapport.EntryID{refused.ID, guessed.ID, plain.ID, l.entry.ID}
		for name, c := range map[string]struct {
			filter store.EntryFilter
			want   []rapport.EntryID
		}{
			"nothing restricts": {store.EntryFilter{}, all},
			"oldest first":      {store.EntryFilter{Oldest: true}, []rapport.EntryID{l.entry.ID, plain.ID, guessed.ID, refused.ID}},
			"from":              {store.EntryFilter{Period: rapport.Period{From: "2026-11-04"}}, all[:2]},
			"until":             {store.EntryFilter{Period: rapport.Period{Until: "2026-11-03"}}, all[2:]},
			"one day":           {store.EntryFilter{Period: rapport.Period{From: "2026-11-03", Until: "2026-11-03"}}, all[2:3]},
			"kinds":             {store.EntryFilter{Kinds: []rapport.Kind{rapport.Idea, rapport.Question}}, []rapport.EntryID{refused.ID, plain.ID}},
			"project":           {store.EntryFilter{Project: l.project.ID}, all[3:]},
			"boss":              {store.EntryFilter{Boss: l.boss.ID}, all[3:]},
			"another boss":      {store.EntryFilter{Boss: second.ID}, nil},
			"goal":              {store.EntryFilter{Goal: l.goal.ID}, []rapport.EntryID{guessed.ID, l.entry.ID}},
			"source":            {store.EntryFilter{Source: l.source.ID}, all[3:]},
			"untold":            {store.EntryFilter{Untold: l.boss.ID}, all[:3]},
			"untold to another": {store.EntryFilter{Untold: second.ID}, all},
			"hears":             {store.EntryFilter{Hears: l.boss.ID}, all},
			"another hears":     {store.EntryFilter{Hears: second.ID}, all[:3]},
			"closed since":      {store.EntryFilter{ClosedSince: "2026-11-06"}, []rapport.EntryID{plain.ID}},
			"closed before":     {store.EntryFilter{ClosedSince: "2026-11-07"}, nil},
			"linked":            {store.EntryFilter{Linked: true}, []rapport.EntryID{refused.ID, l.entry.ID}},
			"limit":             {store.EntryFilter{Limit: 2}, all[:2]},
			"together":          {store.EntryFilter{Kinds: []rapport.Kind{rapport.Progress}, Goal: l.goal.ID, Untold: l.boss.ID, Limit: 5}, all[1:2]},
		} {
			var got []rapport.EntryID
			for _, e := range entries(t, l, c.filter) {
				got = append(got, e.ID)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%s: got %v, want %v", name, got, c.want)
			}
			c.filter.Limit = 0
			n := get(t, l.db, func(ctx context.Context, tx *store.Tx) (int, error) { return tx.CountEntries(ctx, l.user.ID, c.filter) })
			if c.filter.Limit == 0 && name != "limit" && n != len(c.want) {
				t.Errorf("%s: counted %d, want %d", name, n, len(c.want))
			}
		}
	})
}

func TestPagesOfEntriesLoseAndRepeatNothing(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		for i := range 20 {
			// Several on a day, and days not in the order of arrival.
			l.add(t, rapport.Day("2026-11-01").Add(i*7%5), rapport.Progress, fmt.Sprint("entry ", i))
		}
		for _, oldest := range []bool{false, true} {
			all := entries(t, l, store.EntryFilter{Oldest: oldest})
			for size := 1; size <= 7; size++ {
				var paged []rapport.Entry
				f := store.EntryFilter{Oldest: oldest, Limit: size}
				for {
					page := entries(t, l, f)
					if len(page) == 0 {
						break
					}
					paged = append(paged, page...)
					last := page[len(page)-1]
					f.After = store.Position{Day: last.Day, ID: last.ID}
				}
				same(t, fmt.Sprintf("pages of %d, oldest first %v", size, oldest), paged, all)
			}
		}
	})
}

func TestManyIdsAreReadAtOnce(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		var ids []rapport.EntryID
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			ids = nil
			for i := range 1500 {
				e := rapport.Entry{Record: l.fresh(), Day: "2026-11-03", Kind: rapport.Progress, Text: fmt.Sprint(i), Concerns: []rapport.BossID{l.boss.ID}}
				if err := tx.InsertEntry(ctx, &e); err != nil {
					return err
				}
				ids = append(ids, e.ID)
			}
			return nil
		})
		// All of them, every other one, a few far apart, and one.
		for _, step := range []int{1, 2, 400, 1500} {
			var some []rapport.EntryID
			for i := 0; i < len(ids); i += step {
				some = append(some, ids[i])
			}
			got := get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]rapport.Entry, error) {
				return tx.EntriesByID(ctx, l.user.ID, some)
			})
			same(t, "how many", len(got), len(some))
			for i, e := range got {
				if e.ID != some[i] || e.Text != fmt.Sprint(i*step) || len(e.Concerns) != 1 {
					t.Fatalf("entry %d of every %d is %+v", i, step, e)
				}
			}
		}
	})
}

func TestOnlyTheNewestLinksThatTheOwnerDecidedAreLearntFrom(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		second := rapport.Goal{Record: l.fresh(), Boss: l.boss.ID, Slug: "audit", Title: "Pass the audit"}
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error { return tx.InsertGoal(ctx, &second) })
		linked := func(text string, links ...rapport.Link) rapport.Entry {
			t.Helper()
			e := rapport.Entry{Record: l.fresh(), Day: "2026-11-08", Kind: rapport.Progress, Text: text, Outcome: "done", Links: links}
			write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
				e.ID, e.Record = 0, l.fresh()
				return tx.InsertEntry(ctx, &e)
			})
			return e
		}
		first, other := l.goal.ID, second.ID
		said := linked("said and refused", rapport.Link{Goal: other, By: rapport.Said, Confidence: 100, Reason: "said"},
			rapport.Link{Goal: first, By: rapport.Refused, Reason: "no"})
		linked("a guess", rapport.Link{Goal: first, By: rapport.Guessed, Confidence: 80})
		linked("nothing")
		newest := linked("confirmed", rapport.Link{Goal: first, By: rapport.Confirmed, Confidence: 70, Reason: "like another"})

		got := get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]rapport.Entry, error) {
			return tx.LinkedEntries(ctx, l.user.ID, 2)
		})
		var want []rapport.Entry
		for _, e := range []rapport.Entry{said, newest} {
			want = append(want, rapport.Entry{
				ID: e.ID, Record: rapport.Record{Owner: l.user.ID}, Day: e.Day, Text: e.Text, Outcome: e.Outcome, Links: e.Links,
			})
		}
		same(t, "what is learnt from", got, want)
	})
}
