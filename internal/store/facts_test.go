package store_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapport"
	"rapport/internal/store"
)

// factTable is a table of facts whose type is not known.
type factTable struct {
	noun    store.Noun
	private bool
	fact    reflect.Type
	insert  func(ctx context.Context, tx *store.Tx, fact any) error
	update  func(ctx context.Context, tx *store.Tx, fact any) error
	edited  func(fact any) (store.Step, error)
	byID    func(ctx context.Context, tx *store.Tx, owner rapport.UserID, ids ...rapport.FactID) ([]any, error)
	list    func(ctx context.Context, tx *store.Tx, owner rapport.UserID, f store.FactFilter) ([]any, error)
	adopt   func(ctx context.Context, tx *store.Tx, kept store.KeptLine, fact any) error
}

// in describes a table; facts are handled as pointers.
func in[T any, P interface {
	*T
	Head() *rapport.Fact
}](table store.Facts[T, P]) factTable {
	pointers := func(facts []T, err error) ([]any, error) {
		all := make([]any, len(facts))
		for i := range facts {
			all[i] = &facts[i]
		}
		return all, err
	}
	return factTable{
		noun: table.Noun(), private: table.IsPrivate(), fact: reflect.TypeFor[T](),
		insert: func(ctx context.Context, tx *store.Tx, fact any) error { return table.Insert(ctx, tx, fact.(P)) },
		update: func(ctx context.Context, tx *store.Tx, fact any) error { return table.Update(ctx, tx, *fact.(P)) },
		edited: func(fact any) (store.Step, error) { return table.Edited(*fact.(P)) },
		byID: func(ctx context.Context, tx *store.Tx, owner rapport.UserID, ids ...rapport.FactID) ([]any, error) {
			return pointers(table.ByID(ctx, tx, owner, ids))
		},
		list: func(ctx context.Context, tx *store.Tx, owner rapport.UserID, f store.FactFilter) ([]any, error) {
			return pointers(table.List(ctx, tx, owner, f))
		},
		adopt: func(ctx context.Context, tx *store.Tx, kept store.KeptLine, fact any) error {
			return table.Adopt(ctx, tx, kept, fact.(P))
		},
	}
}

// factTables lists all tables of facts; a test compares it with the store's.
func factTables() []factTable {
	return []factTable{
		in(store.Asks), in(store.AdviceSheets), in(store.Promises), in(store.PromiseEvents), in(store.Meetings), in(store.Rhythms),
		in(store.AgendaItems), in(store.Decisions), in(store.Instructions), in(store.FeedbackAsks), in(store.Feedbacks), in(store.Skills),
		in(store.Stakeholders), in(store.Contacts), in(store.Criteria), in(store.Pitches), in(store.HelpOffers), in(store.Helps),
		in(store.TeamDates), in(store.Preferences), in(store.PreferenceCopies), in(store.Reorganisations), in(store.Agreements),
		in(store.RoleChanges), in(store.Messages), in(store.Pings), in(store.Surprises), in(store.HeardThings), in(store.PublicEvents),
		in(store.Mappings), in(store.Replies), in(store.Observations), in(store.BossPressures), in(store.HumanFacts), in(store.Reactions),
		in(store.Hardships), in(store.CareerGoals), in(store.Ratings), in(store.HoursWorked), in(store.Reflections), in(store.Disclosures),
		in(store.NudgeMarks),
	}
}

func headOf(fact any) *rapport.Fact { return fact.(interface{ Head() *rapport.Fact }).Head() }

// filler sets every exported field of a fact: from rapid's draws, or without
// them to something that is not zero.
type filler struct {
	*rapid.T
	bosses []rapport.BossID
	n      int
	// words are what search finds the texts by, private ones apart.
	words, secrets []string
}

func pick[T any](f *filler, label string, first T, more ...T) T {
	if f.T == nil {
		return first
	}
	return rapid.SampledFrom(append(more, first)).Draw(f.T, label)
}

// text is a text with a word of its own in it, behind a tab, quotes and signs
// that JSON, HTML or SQL could break.
func (f *filler) text(into *[]string) string {
	f.n++
	word := fmt.Sprintf("zq%dx", f.n)
	*into = append(*into, word)
	return pick(f, "form", "he said \"so\": it's <b> & \\ 40 %\nשלום 👩🏽‍🏭", "", "x\u2028\r\n\t") + " " + word
}

func (f *filler) new(table factTable, record rapport.Record) any {
	fact := reflect.New(table.fact)
	f.fill(fact.Elem())
	headOf(fact.Interface()).Record = record
	return fact.Interface()
}

func (f *filler) fill(v reflect.Value) {
	switch set := v.Addr().Interface().(type) {
	case *rapport.Fact:
		return
	case *rapport.PrivateText:
		*set = pick(f, "private", rapport.Private(f.text(&f.secrets)), rapport.Private(""))
		return
	case *rapport.BossID:
		*set = pick(f, "boss", f.bosses[0], append(f.bosses[1:], 0)...)
		return
	case *rapport.Day:
		*set = pick[rapport.Day](f, "day", "2026-11-03", "", "1999-12-31")
		return
	case *rapport.Stamp:
		*set = pick(f, "stamp", at(4), rapport.Stamp{})
		return
	case *rapport.Truth:
		*set = pick(f, "truth", rapport.Yes, rapport.No, rapport.NotSaid)
		return
	case *rapport.Person:
		*set = pick(f, "person", rapport.Person{Boss: f.bosses[0]}, rapport.Myself(), rapport.Person{Name: "Lee"}, rapport.Person{})
		return
	case *rapport.Amount:
		*set = pick(f, "amount", rapport.AmountOf(2.5), rapport.AmountOf(0), rapport.Amount{}, rapport.AmountOf(-1e15))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	case reflect.Slice:
		if n := pick(f, "length", 2, 0, 1); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				f.fill(v.Index(i))
			}
		}
	case reflect.String:
		v.SetString(pick(f, "said", f.text(&f.words), ""))
	case reflect.Bool:
		v.SetBool(pick(f, "flag", true, false))
	case reflect.Int, reflect.Int64:
		v.SetInt(pick[int64](f, "number", 41, 0, 1<<60))
	default:
		panic("a fact has a field of a kind that the test cannot fill: " + v.Type().String())
	}
}

// filled are new facts of all nouns with all fields set, in the store.
func filled(t *testing.T, l *life) (f *filler, facts map[store.Noun]any) {
	f, facts = &filler{bosses: []rapport.BossID{l.boss.ID}}, map[store.Noun]any{}
	for _, table := range factTables() {
		facts[table.noun] = f.new(table, rapport.Record{Owner: l.user.ID, At: at(5)})
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			*headOf(facts[table.noun]) = rapport.Fact{Record: rapport.Record{Owner: l.user.ID, At: at(5)}}
			return table.insert(ctx, tx, facts[table.noun])
		})
	}
	return f, facts
}

func TestEveryFactIsTried(t *testing.T) {
	t.Parallel()
	var tried []store.Noun
	for _, table := range factTables() {
		tried = append(tried, table.noun)
		same(t, "private "+string(table.noun), table.private, table.noun.IsPrivate())
	}
	same(t, "nouns", tried, store.FactNouns())
	same(t, "nouns without repetition", len(slices.Compact(slices.Sorted(slices.Values(tried)))), len(tried))
}

func TestEveryFieldOfAFactIsReadBack(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		_, facts := filled(t, l)
		for _, table := range factTables() {
			fact := facts[table.noun]
			id := headOf(fact).ID
			// What became of a nudge is named by its rule, never by a number.
			if numbered := table.noun != store.NudgeNoun; (headOf(fact).Number != 0) != numbered || headOf(fact).Line == "" {
				t.Errorf("a %s got no number or no identity", table.noun)
			}
			read(t, l.db, func(ctx context.Context, tx *store.Tx) error {
				back, err := table.byID(ctx, tx, l.user.ID, id)
				same(t, "by id, "+string(table.noun), back, []any{fact})
				if err != nil {
					return err
				}
				back, err = table.list(ctx, tx, l.user.ID, store.FactFilter{Private: true})
				same(t, "listed, "+string(table.noun), back[:1], []any{fact})
				return err
			})
			without := reflect.New(table.fact)
			without.Elem().Set(reflect.ValueOf(fact).Elem())
			if !table.private {
				clearPrivate(without.Elem())
			}
			read(t, l.db, func(ctx context.Context, tx *store.Tx) error {
				back, err := table.list(ctx, tx, l.user.ID, store.FactFilter{})
				same(t, "listed without its private parts, "+string(table.noun), back[:1], []any{without.Interface()})
				return err
			})
		}
	})
}

// clearPrivate takes the private fields of a fact away.
func clearPrivate(v reflect.Value) {
	for i := range v.NumField() {
		if text, ok := v.Field(i).Addr().Interface().(*rapport.PrivateText); ok {
			*text = rapport.PrivateText{}
		}
	}
}

func TestAnyFactIsReadBackUpdatedAndTakenBack(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		tries, most := 0, 60
		if l.db.Database() != "SQLite" {
			most = 15
		}
		rapid.Check(t, func(rt *rapid.T) {
			if tries++; tries > most {
				return // every run draws other facts
			}
			f := &filler{T: rt, bosses: []rapport.BossID{l.boss.ID}}
			// Nothing stays, so that the store does not grow.
			nothing := errors.New("nothing stays")
			err := tryWrite(l.db, func(ctx context.Context, tx *store.Tx) error {
				for _, table := range factTables() {
					if err := f.live(ctx, tx, l.user.ID, table); err != nil {
						return fmt.Errorf("a %s: %w", table.noun, err)
					}
				}
				return nothing
			})
			if !errors.Is(err, nothing) {
				rt.Fatal(err)
			}
		})
	})
}

// live takes a fact through its life: added, removed, restored, changed, and
// the change taken back.
func (f *filler) live(ctx context.Context, tx *store.Tx, owner rapport.UserID, table factTable) error {
	day := rapid.IntRange(1, 28)
	removed := pick(f, "removed", 0, at(29).At)
	fact := f.new(table, rapport.Record{Owner: owner, At: at(day.Draw(f.T, "day")), Removed: removed})
	id := func() rapport.FactID { return headOf(fact).ID }
	is := func(when string, want any) error {
		back, err := table.byID(ctx, tx, owner, id())
		if err == nil && !reflect.DeepEqual(back, []any{want}) {
			err = fmt.Errorf("%s:\n got %+v\nwant %+v", when, back[0], want)
		}
		return err
	}
	if err := table.insert(ctx, tx, fact); err != nil {
		return err
	}
	if err := is("as it was added", fact); err != nil {
		return err
	}
	for _, at := range []rapport.Instant{at(30).At, removed, 0, removed} {
		if _, err := tx.SetRemoved(ctx, owner, rapport.RecordID(id()), at); err != nil {
			return err
		}
		listed, err := table.list(ctx, tx, owner, store.FactFilter{Private: true})
		if err != nil {
			return err
		}
		if there := slices.ContainsFunc(listed, func(one any) bool { return headOf(one).ID == id() }); there != (at == 0) {
			return fmt.Errorf("removed at %d, it is listed: %v", at, there)
		}
	}
	if err := is("after it was removed and restored", fact); err != nil {
		return err
	}
	other := f.new(table, headOf(fact).Record)
	headOf(other).ID, headOf(other).At = id(), at(day.Draw(f.T, "moved to"))
	step, err := table.edited(fact)
	if err != nil {
		return err
	}
	if err := table.update(ctx, tx, other); err != nil {
		return err
	}
	if err := is("as it was changed", other); err != nil {
		return err
	}
	// A change is kept as JSON.
	kept, err := json.Marshal(step)
	if err != nil {
		return err
	}
	step = store.Step{}
	if err := json.Unmarshal(kept, &step); err != nil {
		return err
	}
	if err := tx.TakeBack(ctx, owner, step, at(30).At); err != nil {
		return err
	}
	return is("as it was before the change", fact)
}

func TestPrivateFactsStandApart(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		f, facts := filled(t, l)
		// All that a private noun says is private, words of its own as well.
		secret, open := f.secrets, []string{}
		for _, w := range f.words {
			if holder := holding(facts, w); holder.IsPrivate() {
				secret = append(secret, w)
			} else {
				open = append(open, w)
			}
		}
		if len(f.secrets) < 10 || len(open) < 50 {
			t.Fatalf("%d private and %d open words were planted", len(f.secrets), len(open))
		}
		rows := dump(t, l.db, "facts")
		for _, w := range secret {
			if strings.Contains(rows, w) {
				t.Errorf("the table facts holds the private word %s of a %s", w, holding(facts, w))
			}
			same(t, "found without asking for private things", finds(t, l, w, false), 0)
		}
		for _, w := range f.secrets {
			same(t, "found among private things, "+w, finds(t, l, w, true), 1)
		}
		for _, w := range open {
			same(t, "found among private things, "+w, finds(t, l, w, true), 0)
		}
		for _, filter := range []store.SearchFilter{{}, {Nouns: store.FactNouns()}, {Boss: l.boss.ID}} {
			filter.Limit = 1000
			refs := get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]store.RecordRef, error) {
				return tx.Search(ctx, l.user.ID, filter)
			})
			for _, ref := range refs {
				if ref.Noun.IsPrivate() {
					t.Errorf("a search that does not ask for private things shows a %s", ref.Noun)
				}
			}
			if len(refs) < 20 {
				t.Errorf("a search shows %d records", len(refs))
			}
		}
	})
}

// holding returns the noun of the fact that has a word in it.
func holding(facts map[store.Noun]any, word string) store.Noun {
	for noun, fact := range facts {
		found := false
		walk(reflect.ValueOf(fact).Elem(), func(text string) { found = found || strings.HasSuffix(text, " "+word) })
		if found {
			return noun
		}
	}
	return ""
}

// walk calls f for all texts in a value, private ones included.
func walk(v reflect.Value, f func(string)) {
	if text, ok := v.Interface().(rapport.PrivateText); ok {
		f(text.Reveal())
		return
	}
	switch v.Kind() {
	case reflect.String:
		f(v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			walk(v.Field(i), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), f)
		}
	}
}

func finds(t *testing.T, l *life, word string, private bool) int {
	t.Helper()
	return len(get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]store.RecordRef, error) {
		return tx.Search(ctx, l.user.ID, store.SearchFilter{Terms: []store.Term{{Words: []string{word}}}, Private: private, Limit: 10})
	}))
}

// dump returns all texts of a table.
func dump(t *testing.T, db *store.DB, table string) string {
	t.Helper()
	return strings.Join(get(t, db, func(ctx context.Context, tx *store.Tx) ([]string, error) { return store.Dump(ctx, tx, table) }), "\n")
}

func TestFactsKeepUsersApart(t *testing.T) {
	each(t, func(t *testing.T, mine *life) {
		_, facts := filled(t, mine)
		stranger := rapport.User{Slug: "you", Name: "You"}
		write(t, mine.db, func(ctx context.Context, tx *store.Tx) error { return tx.InsertUser(ctx, &stranger) })
		tables := func() string {
			return dump(t, mine.db, "facts") + dump(t, mine.db, "private_facts") + dump(t, mine.db, "records") + dump(t, mine.db, "kept_lines")
		}
		before := tables()
		for _, table := range factTables() {
			fact := facts[table.noun]
			head := headOf(fact)
			for _, filter := range []store.FactFilter{{}, {Private: true}, {Boss: mine.boss.ID, Private: true}, {Open: true}, {DueBy: "9999-12-31", SoonestDue: true}} {
				seen := get(t, mine.db, func(ctx context.Context, tx *store.Tx) ([]any, error) {
					return table.list(ctx, tx, stranger.ID, filter)
				})
				same(t, "a stranger's list of "+string(table.noun), len(seen), 0)
			}
			seen := get(t, mine.db, func(ctx context.Context, tx *store.Tx) ([]any, error) {
				return table.byID(ctx, tx, stranger.ID, head.ID)
			})
			same(t, "a stranger's look at a "+string(table.noun), len(seen), 0)
			theirs := reflect.New(table.fact)
			theirs.Elem().Set(reflect.ValueOf(fact).Elem())
			headOf(theirs.Interface()).Owner = stranger.ID
			err := tryWrite(mine.db, func(ctx context.Context, tx *store.Tx) error { return table.update(ctx, tx, theirs.Interface()) })
			same(t, "a stranger's change of a "+string(table.noun), rapport.CodeOf(err), rapport.NotFound)
			err = tryWrite(mine.db, func(ctx context.Context, tx *store.Tx) error {
				kept := mine.kept
				kept.Owner = stranger.ID
				return table.adopt(ctx, tx, kept, theirs.Interface())
			})
			same(t, "a stranger's adoption as a "+string(table.noun), rapport.CodeOf(err), rapport.NotFound)
		}
		same(t, "after a stranger's attempts, mine", tables(), before)
	})
}

func TestFactsOfOneNounAreNoOthers(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		_, facts := filled(t, l)
		promise := facts[store.PromiseNoun].(*rapport.Promise)
		asks := get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]rapport.Ask, error) {
			return store.Asks.ByID(ctx, tx, l.user.ID, []rapport.FactID{promise.ID})
		})
		same(t, "a promise read as an ask", asks, nil)
		err := tryWrite(l.db, func(ctx context.Context, tx *store.Tx) error {
			return store.Asks.Update(ctx, tx, rapport.Ask{Fact: promise.Fact, Text: "planted"})
		})
		same(t, "a promise changed as an ask", rapport.CodeOf(err), rapport.NotFound)
	})
}
