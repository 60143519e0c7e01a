package store_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/store"
)

// terms reads a query as the search syntax will: quoted phrases, a star for a
// prefix.
func terms(query string) []store.Term {
	var all []store.Term
	for i, part := range strings.Split(query, `"`) {
		pieces := []string{part}
		if i%2 == 0 {
			pieces = strings.Fields(part)
		}
		for _, piece := range pieces {
			var t store.Term
			for _, w := range store.Words(piece) {
				t.Words = append(t.Words, w.Folded)
			}
			t.Prefix = strings.HasSuffix(piece, "*")
			if len(t.Words) > 0 {
				all = append(all, t)
			}
		}
	}
	return all
}

func found(t testing.TB, l *life, query string) []rapport.RecordID {
	t.Helper()
	return search(t, l, store.SearchFilter{Terms: terms(query)})
}

func search(t testing.TB, l *life, f store.SearchFilter) (ids []rapport.RecordID) {
	t.Helper()
	if f.Limit == 0 {
		f.Limit = 100
	}
	read(t, l.db, func(ctx context.Context, tx *store.Tx) error {
		refs, err := tx.Search(ctx, l.user.ID, f)
		ids = nil
		for _, ref := range refs {
			ids = append(ids, ref.ID)
		}
		return err
	})
	return ids
}

func TestSearchFindsWordsPhrasesAndPrefixesAlikeOnBothDatabases(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		texts := []string{
			"Moved the checkout queue to the new cluster",
			"The queue at the checkout was long: moved two people",
			"Café menu für Müller, naïve résumé",
			"查看库存 and ordered more",
			"emoji 🎉 party 🎉 done, don't panic: p99 is 840ms",
			"سلمت التقرير إلى المديرة",
			"it's O'Neil's \"quoted\" path C:\\temp & <b>bold</b> | 'x':* -> !",
			"Истекает срок договора",
		}
		ids := make([]rapport.RecordID, len(texts))
		for i, text := range texts {
			ids[i] = rapport.RecordID(l.add(t, "2026-11-03", rapport.Progress, text).ID)
		}
		for query, want := range map[string][]int{
			"checkout":           {1, 0},
			"CHECKOUT queue":     {1, 0},
			`"checkout queue"`:   {0},
			`"queue checkout"`:   {},
			`"the queue at the"`: {1},
			"check*":             {1, 0},
			"c*":                 {6, 2, 1, 0},
			"checkou":            {},
			`"new clus*"`:        {0},
			"cafe":               {2},
			"CAFÉ mueller":       {},
			"muller resume":      {2},
			"库存":                 {3},
			"存库":                 {},
			"party":              {4},
			"p99 840ms":          {4},
			"don't":              {4},
			"المديرة":            {5},
			"o'neil's quoted":    {6},
			"договора истекает":  {7},
			"and":                {3},
			"nowhere":            {},
			"moved nowhere":      {},
		} {
			var expected []rapport.RecordID
			for _, i := range want {
				expected = append(expected, ids[i])
			}
			got := slices.DeleteFunc(found(t, l, query), func(id rapport.RecordID) bool { return !slices.Contains(ids, id) })
			if !slices.Equal(got, expected) {
				t.Errorf("%s found %v, want %v of %v", query, got, expected, ids)
			}
		}
	})
}

func TestSearchCoversTheNounsAndNeverPrivateNotes(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		one := func(id rapport.RecordID) []rapport.RecordID { return []rapport.RecordID{id} }
		same(t, "entry by text", found(t, l, "sheet"), one(rapport.RecordID(l.entry.ID)))
		same(t, "entry by outcome", found(t, l, "minutes 12"), one(rapport.RecordID(l.entry.ID)))
		same(t, "entry by helper", found(t, l, "sade"), one(rapport.RecordID(l.entry.ID)))
		same(t, "boss", found(t, l, "okafor"), one(rapport.RecordID(l.boss.ID)))
		same(t, "goal", found(t, l, "shorter"), one(rapport.RecordID(l.goal.ID)))
		same(t, "project", found(t, l, "night"), one(rapport.RecordID(l.project.ID)))
		same(t, "report", found(t, l, "takes now"), one(rapport.RecordID(l.report.ID)))
		same(t, "calendar", found(t, l, `"week off"`), one(rapport.RecordID(l.fact.ID)))

		note := rapport.RecordID(l.note.ID)
		same(t, "private word", found(t, l, "quartz"), nil)
		same(t, "private word among nouns", search(t, l, store.SearchFilter{Terms: terms("quartz"), Nouns: []store.Noun{store.NoteNoun}}), nil)
		same(t, "private word, privately", search(t, l, store.SearchFilter{Terms: terms("quartz"), Private: true}), one(note))
		same(t, "public word, privately", search(t, l, store.SearchFilter{Terms: terms("handover"), Private: true}), nil)
		same(t, "everything private", search(t, l, store.SearchFilter{Private: true}), []rapport.RecordID{rapport.RecordID(l.seen.ID), note})
		if slices.Contains(search(t, l, store.SearchFilter{}), note) {
			t.Error("a search without words shows a private note")
		}
	})
}

func TestSearchFiltersAndPages(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		for i := range 25 {
			kind := rapport.Progress
			if i%5 == 0 {
				kind = rapport.Idea
			}
			l.add(t, rapport.Day("2026-11-01").Add(i), kind, "counted pallets")
		}
		word := terms("pallets")
		all := search(t, l, store.SearchFilter{Terms: word})
		same(t, "all", len(all), 25)
		if !slices.IsSortedFunc(all, func(a, b rapport.RecordID) int { return int(b - a) }) {
			t.Error("the newest do not come first")
		}
		var paged []rapport.RecordID
		for f := (store.SearchFilter{Terms: word, Limit: 7}); ; {
			page := search(t, l, f)
			if len(page) == 0 {
				break
			}
			paged = append(paged, page...)
			f.Before = page[len(page)-1]
		}
		same(t, "pages of seven", paged, all)
		same(t, "ideas", len(search(t, l, store.SearchFilter{Terms: word, Kinds: []rapport.Kind{rapport.Idea, rapport.Question}})), 5)
		day := rapport.InstantOf(rapport.Day("2026-11-11").Time())
		same(t, "since", len(search(t, l, store.SearchFilter{Terms: word, From: day})), 15)
		same(t, "until", len(search(t, l, store.SearchFilter{Terms: word, Until: day})), 10)
		same(t, "without words since", len(search(t, l, store.SearchFilter{Nouns: []store.Noun{store.EntryNoun}, From: day})), 15)
		same(t, "project", search(t, l, store.SearchFilter{Project: l.project.ID}), []rapport.RecordID{rapport.RecordID(l.entry.ID)})
		same(t, "boss", search(t, l, store.SearchFilter{Terms: terms("handover"), Boss: l.boss.ID}),
			[]rapport.RecordID{rapport.RecordID(l.report.ID), rapport.RecordID(l.entry.ID), rapport.RecordID(l.goal.ID)})
	})
}
