package store_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/store"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestFactsAreListedByFilterAndOrder(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		other := rapport.Boss{Record: rapport.Record{Owner: l.user.ID, At: at(2)}, Slug: "kim", Name: "Kim", Relation: rapport.Solid}
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			if err := tx.InsertBoss(ctx, &other); err != nil {
				return err
			}
			for _, a := range []rapport.Ask{
				{Text: "c", Boss: l.boss.ID, Fact: rapport.Fact{Record: rapport.Record{At: at(7)}}, Due: "2026-11-20"},
				{Text: "a", Boss: l.boss.ID, Fact: rapport.Fact{Record: rapport.Record{At: at(5)}}},
				{Text: "b", Boss: other.ID, Fact: rapport.Fact{Record: rapport.Record{At: at(6)}}, Due: "2026-11-19"},
				{Text: "answered", Boss: other.ID, Fact: rapport.Fact{Record: rapport.Record{At: at(8)}}, Due: "2026-11-01", Answer: "yes", Answered: rapport.Yes},
				{Text: "a too", Boss: l.boss.ID, Fact: rapport.Fact{Record: rapport.Record{At: at(5)}}, Due: "2026-11-21"},
				{Text: "withdrawn", Boss: l.boss.ID, Fact: rapport.Fact{Record: rapport.Record{At: at(4)}}, WithdrawnOn: "2026-11-05"},
				{Text: "removed", Boss: l.boss.ID, Fact: rapport.Fact{Record: rapport.Record{At: at(6), Removed: at(7).At}}, Due: "2026-11-18"},
			} {
				a.Owner = l.user.ID
				if err := store.Asks.Insert(ctx, tx, &a); err != nil {
					return err
				}
			}
			return nil
		})
		for _, tt := range []struct {
			name   string
			filter store.FactFilter
			want   string
		}{
			{"all, the newest first", store.FactFilter{}, "answered, c, b, a too, a, withdrawn"},
			{"the oldest first", store.FactFilter{Oldest: true}, "withdrawn, a, a too, b, c, answered"},
			{"the soonest due first, those without a day last", store.FactFilter{SoonestDue: true}, "answered, b, c, a too, a, withdrawn"},
			{"open ones", store.FactFilter{Open: true, SoonestDue: true}, "b, c, a too, a"},
			{"open ones of a boss", store.FactFilter{Open: true, Boss: l.boss.ID}, "c, a too, a"},
			{"due by a day", store.FactFilter{DueBy: "2026-11-20", SoonestDue: true}, "answered, b, c"},
			{"open and due by a day", store.FactFilter{Open: true, DueBy: "2026-11-20"}, "c, b"},
			{"from a day on", store.FactFilter{Period: rapport.Period{From: "2026-11-06"}}, "answered, c, b"},
			{"until a day", store.FactFilter{Period: rapport.Period{Until: "2026-11-06"}}, "b, a too, a, withdrawn"},
			{"of one day", store.FactFilter{Period: rapport.Period{From: "2026-11-05", Until: "2026-11-05"}}, "a too, a"},
			{"a bounded number", store.FactFilter{Limit: 2}, "answered, c"},
			{"a bounded number of everything together", store.FactFilter{
				Open: true, Boss: l.boss.ID, DueBy: "2026-12-31", Period: rapport.Period{From: "2026-11-01", Until: "2026-11-30"}, SoonestDue: true, Private: true, Limit: 1,
			}, "c"},
		} {
			asks := get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]rapport.Ask, error) {
				return store.Asks.List(ctx, tx, l.user.ID, tt.filter)
			})
			texts := make([]string, len(asks))
			for i, a := range asks {
				texts[i] = a.Text
			}
			same(t, tt.name, strings.Join(texts, ", "), tt.want)
		}
	})
}

func TestFactsShareTheNumbersOfAllRecords(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		before := l.add(t, "2026-11-03", rapport.Progress, "before").Number
		_, facts := filled(t, l)
		delete(facts, store.NudgeNoun) // has no number
		after := l.add(t, "2026-11-03", rapport.Progress, "after").Number
		same(t, "numbers between", int(after-before), len(facts)+1)
		for noun, fact := range facts {
			ref := get(t, l.db, func(ctx context.Context, tx *store.Tx) (store.RecordRef, error) {
				ref, _, err := tx.RecordByNumber(ctx, l.user.ID, headOf(fact).Number)
				return ref, err
			})
			same(t, "the noun behind a number", ref.Noun, noun)
		}
	})
}

// TestAMeetingIsListedOnTheDayItBegins: a booked meeting was written down
// before it is held.
func TestAMeetingIsListedOnTheDayItBegins(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		m := rapport.Meeting{Fact: rapport.Fact{Record: rapport.Record{Owner: l.user.ID, At: at(5)}}, Boss: l.boss.ID, Status: rapport.Booked, Start: at(12)}
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			m.Fact = rapport.Fact{Record: rapport.Record{Owner: l.user.ID, At: at(5)}}
			return store.Meetings.Insert(ctx, tx, &m)
		})
		on := func(day rapport.Day) []rapport.Meeting {
			return get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]rapport.Meeting, error) {
				return store.Meetings.List(ctx, tx, l.user.ID, store.FactFilter{Period: rapport.Period{From: day, Until: day}, Open: true})
			})
		}
		same(t, "on the day it was booked", on("2026-11-05"), nil)
		same(t, "on the day it begins", on("2026-11-12"), []rapport.Meeting{m})
	})
}

// TestTheKeysOfFactsStay compares what stands in the rows of facts with a list:
// a key that is renamed would leave what was written before behind. A key may
// be added; taking one away needs a migration.
func TestTheKeysOfFactsStay(t *testing.T) {
	const golden = "testdata/fact_keys.txt"
	each(t, func(t *testing.T, l *life) {
		filled(t, l)
		keys := map[string][]string{}
		for _, table := range []string{"facts", "private_facts"} {
			columns, err := l.db.Columns(t.Context(), table)
			if err != nil {
				t.Fatal(err)
			}
			rows := get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]string, error) { return store.Dump(ctx, tx, table) })
			for _, row := range rows {
				cells := map[string]string{}
				for i, cell := range strings.SplitN(row, "|", len(columns)) {
					cells[columns[i]] = cell
				}
				name := table + " " + cells["noun"] + ":"
				var found []string
				for _, column := range []string{"boss_id", "about_id", "due", "state", "text"} {
					if cells[column] != "" && cells[column] != "-" {
						found = append(found, column)
					}
				}
				var body any
				if cells["body"] != "" {
					if err := json.Unmarshal([]byte(cells["body"]), &body); err != nil {
						t.Fatal(err, cells["body"])
					}
				}
				if found = append(found, keysIn("", body)...); len(found) > len(keys[name]) {
					keys[name] = found // the fullest row counts
				}
			}
		}
		var text strings.Builder
		for _, name := range slices.Sorted(maps.Keys(keys)) {
			fmt.Fprintln(&text, name, strings.Join(keys[name], " "))
		}
		if *update && l.db.Database() == "SQLite" {
			if err := os.WriteFile(golden, []byte(text.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got := text.String(); got != string(want) {
			t.Errorf("the keys are not those of %s; -update writes it anew\n%s", golden, got)
		}
	})
}

// keysIn lists the keys of nested objects, sorted, with a dot between.
func keysIn(under string, v any) (keys []string) {
	switch v := v.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			keys = append(keys, keysIn(under+"."+key, v[key])...)
		}
	case []any:
		if len(v) > 0 {
			return keysIn(under+"[]", v[0])
		}
	default:
		return []string{strings.TrimPrefix(under, ".")}
	}
	return keys
}
