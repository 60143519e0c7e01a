package store_test

import (
	"context"
	"strings"
	"testing"
	"testing/quick"
	"time"
	"unicode/utf8"

	"rapport"
	"rapport/internal/store"
)

func TestTextsComeBackAsTheyWere(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		for name, text := range map[string]string{
			"emoji with joiners":  "👩‍⚕️ handed over 🎉",
			"right to left":       "شكراً \u200f(تم)",
			"combining marks":     "e\u0301\u0302 ﬁ ½",
			"quotes and brackets": `it's "x" \ %s $1 ?1 {a,b} [1] --; DROP TABLE entries`,
			"control characters":  "bell\x07 tab\t line\n\x1b[31mred",
			"ten megabytes":       strings.Repeat("one pallet moved, ", 10<<20/18),
			"one long word":       strings.Repeat("w", 1<<20),
			"empty":               "",
		} {
			want := l.add(t, "2026-11-06", rapport.Progress, text)
			got := get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]rapport.Entry, error) {
				return tx.EntriesByID(ctx, l.user.ID, []rapport.EntryID{want.ID})
			})
			if len(got) != 1 || got[0].Text != text {
				t.Errorf("%s changed on the way", name)
			}
		}
		if n := len(found(t, l, "pallet moved")); n != 1 {
			t.Errorf("the long text was found %d times by its words, want once", n)
		}
	})
}

func TestAnyTextIsKeptWholeOrRefusedWhole(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		property := func(text string, raw []byte, list []string) bool {
			for _, text := range []string{text, string(raw), text + "\x00", "\xff" + text} {
				e := rapport.Entry{Record: l.fresh(), Day: "2026-11-06", Kind: rapport.Progress, Text: text, Helpers: list}
				before := len(entries(t, l, store.EntryFilter{}))
				err := tryWrite(l.db, func(ctx context.Context, tx *store.Tx) error {
					e.Number, e.Line = 0, ""
					return tx.InsertEntry(ctx, &e)
				})
				after := entries(t, l, store.EntryFilter{})
				keepable := utf8.ValidString(text) && !strings.Contains(text, "\x00")
				switch {
				case keepable && (err != nil || len(after) != before+1 || after[0].Text != text):
					t.Logf("%q: %v", text, err)
					return false
				case !keepable && (rapport.CodeOf(err) != rapport.Invalid || rapport.HintOf(err) == "" || len(after) != before):
					t.Logf("%q: %v, and %d entries instead of %d", text, err, len(after), before)
					return false
				}
			}
			return true
		}
		if err := quick.Check(property, &quick.Config{MaxCount: 15}); err != nil {
			t.Error(err)
		}
	})
}

func TestNamesSortAlikeOnBothDatabases(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		// The order of raw items by key must be that of bytes, whatever
		// language the database was made for.
		keys := []string{"B", "a", "C", "ä", "z", "Z", "-1", "_", "10", "9"}
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			for _, key := range keys {
				if err := tx.PutRawItem(ctx, l.user.ID, l.source.ID, store.RawItem{Key: key, Day: "2026-11-07"}); err != nil {
					return err
				}
			}
			return nil
		})
		raw := get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]store.RawItem, error) {
			return tx.RawItems(ctx, l.user.ID, l.source.ID, "2026-11-07")
		})
		var got []string
		for _, item := range raw {
			got = append(got, item.Key)
		}
		same(t, "order", strings.Join(got, " "), "-1 10 9 B C Z _ a z ä")
	})
}

func TestAStampKeepsItsInstantAndOffset(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		for _, at := range []time.Time{
			time.Date(1901, 1, 1, 0, 0, 0, 0, time.UTC),
			time.Date(2026, 3, 29, 1, 59, 59, 999999000, time.FixedZone("", -9*3600-1800)),
			time.Date(2200, 12, 31, 23, 59, 59, 1000, time.FixedZone("", 14*3600)),
		} {
			e := l.add(t, rapport.DayOf(at), rapport.Progress, "stamped")
			e.At = rapport.StampOf(at)
			write(t, l.db, func(ctx context.Context, tx *store.Tx) error { return tx.UpdateEntry(ctx, e) })
			got := get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]rapport.Entry, error) {
				return tx.EntriesByID(ctx, l.user.ID, []rapport.EntryID{e.ID})
			})
			same(t, "stamp", got[0].At, e.At)
			if !got[0].At.Time().Equal(at) {
				t.Errorf("%s came back as %s", at, got[0].At.Time())
			}
		}
	})
}
