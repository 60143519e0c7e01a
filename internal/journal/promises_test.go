package journal_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// promiseLine makes a line about a promise on a day of March.
func promiseLine(id string, day int, kind, fields string) string {
	return fmt.Sprintf(`{"id":"%s","t":"2026-03-%02dT12:00:00Z","type":"commitment%s",%s}`, id, day, kind, fields)
}

func TestLinesFindTheirPromise(t *testing.T) {
	rota := promiseLine("rota", 2, "", `"by":"me","to":"dana","text":"Send the rota for ward 4","due":"2026-03-10"`)
	budget := promiseLine("budget", 3, "", `"by":"dana","to":"me","text":"ask for the budget"`)
	tests := []struct {
		name  string
		lines []string
		// want says where each promise stands, as state and day due now; note
		// what the import says, empty for nothing.
		want map[string]string
		note string
	}{
		{"kept in time", []string{rota, promiseLine("e", 10, "_done", `"text":"the ROTA"`)}, map[string]string{"rota": "kept 2026-03-10"}, ""},
		{"kept after its day", []string{rota, promiseLine("e", 11, "_done", `"text":"the rota"`)}, map[string]string{"rota": "late 2026-03-10"}, ""},
		{"kept after its day, and said to be in time", []string{rota, promiseLine("e", 11, "_done", `"text":"rota","late":false`)}, map[string]string{"rota": "kept 2026-03-10"}, ""},
		{"missed", []string{rota, promiseLine("e", 11, "_missed", `"ref":"rota"`)}, map[string]string{"rota": "missed 2026-03-10"}, ""},
		{"moved, and kept by then", []string{
			rota, promiseLine("e", 9, "_moved", `"text":"rota","by":"me","due":"2026-03-12"`), promiseLine("f", 12, "_done", `"text":"rota"`),
		}, map[string]string{"rota": "kept 2026-03-12"}, ""},
		{"withdrawn, and opened again", []string{
			rota, promiseLine("e", 4, "_withdrawn", `"text":"rota"`), promiseLine("f", 5, "_reopened", `"ref":"rota"`),
		}, map[string]string{"rota": "open 2026-03-10"}, ""},
		{"of the one who made it", []string{
			promiseLine("mine", 1, "", `"by":"me","to":"dana","text":"figures for May"`), promiseLine("theirs", 1, "", `"by":"dana","to":"me","text":"figures for June"`),
			promiseLine("e", 4, "_done", `"text":"figures","by":"dana"`),
		}, map[string]string{"mine": "open ", "theirs": "kept "}, ""},
		{"of those that were open then", []string{
			promiseLine("one", 1, "", `"by":"me","to":"dana","text":"figures"`), promiseLine("e", 2, "_done", `"text":"figures"`),
			promiseLine("two", 3, "", `"by":"me","to":"dana","text":"figures"`), promiseLine("f", 4, "_missed", `"text":"figures"`),
		}, map[string]string{"one": "kept ", "two": "missed "}, ""},
		{"before the line that makes it", []string{promiseLine("e", 10, "_done", `"text":"rota"`), rota, budget}, map[string]string{"rota": "kept 2026-03-10", "budget": "open "}, ""},
		{"dated before the promise itself", []string{promiseLine("e", 1, "_moved", `"text":"rota","due":"2026-03-20"`), rota, budget}, map[string]string{"rota": "open 2026-03-20"}, ""},
		{"by reference, dated before the promise itself", []string{promiseLine("e", 1, "_moved", `"ref":"rota","due":"2026-03-20"`), rota, promiseLine("f", 4, "_done", `"ref":"rota"`)}, map[string]string{"rota": "kept 2026-03-20"}, ""},
		{"in the wrong order", []string{
			promiseLine("f", 12, "_done", `"text":"rota"`), promiseLine("e", 9, "_moved", `"text":"rota","due":"2026-03-12"`), budget, rota,
		}, map[string]string{"rota": "kept 2026-03-12", "budget": "open "}, ""},
		{"none that is open", []string{rota, promiseLine("e", 5, "_done", `"text":"rota"`), promiseLine("f", 6, "_done", `"text":"rota"`)}, map[string]string{"rota": "kept 2026-03-10"}, "1 line about promises fits no open promise, or several; kept as they are"},
		{"none at all, and no reference", []string{budget, promiseLine("e", 5, "_done", `"text":"rota"`), promiseLine("f", 5, "_done", `"ref":"elsewhere"`)}, map[string]string{"budget": "open "}, "2 lines about promises fit no open promise, or several; kept as they are"},
		{"one of several", []string{rota, promiseLine("more", 3, "", `"by":"me","to":"dana","text":"the rota again"`), promiseLine("e", 5, "_done", `"text":"rota"`)}, map[string]string{"rota": "open 2026-03-10", "more": "open "}, "1 line about promises fits no open promise, or several; kept as they are"},
		{"one of several, of which one was kept later", []string{
			rota, promiseLine("more", 3, "", `"by":"me","to":"dana","text":"the rota again"`), promiseLine("e", 5, "_missed", `"text":"rota"`), promiseLine("f", 6, "_done", `"text":"rota again"`),
		}, map[string]string{"rota": "open 2026-03-10", "more": "kept "}, "1 line about promises fits no open promise, or several; kept as they are"},
		{"what was removed counts no more", []string{rota, promiseLine("e", 5, "_done", `"text":"rota","removed":"2026-03-06T00:00:00Z"`)}, map[string]string{"rota": "open 2026-03-10"}, ""},
		{"what was removed before is not found", []string{
			strings.TrimSuffix(rota, "}") + `,"removed":"2026-03-04T00:00:00Z"}`, promiseLine("e", 5, "_done", `"text":"rota"`),
		}, map[string]string{"rota": "open 2026-03-10"}, "1 line about promises fits no open promise, or several; kept as they are"},
		{"what was removed later is found", []string{
			strings.TrimSuffix(rota, "}") + `,"removed":"2026-03-08T00:00:00Z"}`, promiseLine("e", 5, "_done", `"text":"rota"`),
		}, map[string]string{"rota": "kept 2026-03-10"}, ""},
		{"a promise between others", []string{
			promiseLine("they", 1, "", `"by":"Sade","to":"Lee","text":"swap the shift"`), promiseLine("e", 2, "_done", `"text":"swap","by":"Sade"`),
		}, map[string]string{"they": "kept "}, ""},
		{"a part of two letters", []string{promiseLine("x", 1, "", `"by":"me","to":"dana","text":"OK it"`), promiseLine("e", 2, "_done", `"text":"ok"`)}, map[string]string{"x": "kept "}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, open func() *store.DB) {
				s := newcomer(t, open())
				r := imported(t, s, dana+"\n"+strings.Join(tt.lines, "\n"))
				if note := strings.Join(r.Notes, "; "); note != tt.note {
					t.Errorf("the notes are %q", note)
				}
				if total := r.Total(); total.Added != len(tt.lines)+1 || total.Kept != 0 {
					t.Errorf("%d lines became %+v", len(tt.lines)+1, total)
				}
				for line, p := range promisesByLine(t, s) {
					if want, ok := tt.want[string(line)]; ok && string(p.State)+" "+string(p.DueNow) != want {
						t.Errorf("%s stands at %+v, want %s", line, p.Standing, want)
					}
				}
				survives(t, s, emptyStore(t))
				// All of it is known now, and none of it is news.
				if r := imported(t, s, export(t, s)); len(r.Notes) > 0 {
					t.Errorf("the second time the notes are %q", r.Notes)
				}
			})
		})
	}
}

func promisesByLine(t *testing.T, s *journal.Service) map[rapport.LineID]rapport.Promise {
	t.Helper()
	all := map[rapport.LineID]rapport.Promise{}
	if err := s.DB.Read(t.Context(), func(tx *store.Tx) error {
		refs, err := tx.PromiseRecords(t.Context(), s.User.ID, store.RecordRef{}, 1000)
		if err != nil {
			return err
		}
		for _, ref := range refs {
			found, err := store.Promises.ByID(t.Context(), tx, s.User.ID, []rapport.FactID{rapport.FactID(ref.ID)})
			if err != nil {
				return err
			}
			for _, p := range found {
				all[p.Line] = p
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestWhatTheProgramKnowsOfAPromiseGoesOutByReference: a use-case knows which
// promise is meant, and a promise may be put into other words later.
func TestWhatTheProgramKnowsOfAPromiseGoesOutByReference(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		s := newcomer(t, open())
		imported(t, s, strings.Join([]string{
			dana, promiseLine("rota", 2, "", `"by":"me","to":"dana","text":"send the rota"`), promiseLine("twin", 2, "", `"by":"me","to":"dana","text":"send the list"`),
			promiseLine("e", 4, "_done", `"text":"rota"`),
		}, "\n"))
		edit(t, s, func(ctx context.Context, tx *store.Tx) error {
			promises := promisesOf(ctx, t, tx, s)
			// Without a text, or a reference.
			e := rapport.PromiseEvent{Fact: rapport.Fact{Record: rapport.Record{Owner: s.User.ID, At: promises["twin"].At, Line: "f"}}, Kind: rapport.PromiseMissed, Promise: promises["twin"].ID}
			if err := store.PromiseEvents.Insert(ctx, tx, &e); err != nil {
				return err
			}
			if err := tx.SettlePromise(ctx, s.User.ID, e.Promise); err != nil {
				return err
			}
			p := promises["rota"]
			p.Text = "send the duty list"
			return store.Promises.Update(ctx, tx, p)
		})
		out := export(t, s)
		for _, want := range []string{
			`"id":"e","t":"2026-03-04T12:00:00Z","type":"commitment_done","text":"rota","ref":"rota"}`,
			`"id":"f","t":"2026-03-02T12:00:00Z","type":"commitment_missed","ref":"twin"}`,
		} {
			if !strings.Contains(out, want) {
				t.Errorf("the journal has no %s:\n%s", want, out)
			}
		}
		elsewhere := emptyStore(t)
		survives(t, s, elsewhere)
		// A later line about a promise does not part what belongs together.
		before := standings(t, s)
		later := promiseLine("more", 9, "", `"by":"me","to":"dana","text":"rota of the next month"`)
		for _, s := range []*journal.Service{s, elsewhere} {
			imported(t, s, later)
			if after := standings(t, s); !strings.Contains(after, strings.Split(before, "\n")[0]) || !strings.Contains(after, `e is about "rota"`) || !strings.Contains(after, `f is about "twin"`) {
				t.Errorf("before\n%s\nafter\n%s", before, after)
			}
		}
	})
}

func promisesOf(ctx context.Context, t *testing.T, tx *store.Tx, s *journal.Service) map[rapport.LineID]rapport.Promise {
	t.Helper()
	promises, err := store.Promises.List(ctx, tx, s.User.ID, store.FactFilter{})
	if err != nil {
		t.Fatal(err)
	}
	all := map[rapport.LineID]rapport.Promise{}
	for _, p := range promises {
		all[p.Line] = p
	}
	return all
}

// TestPeopleInFacts: a word names a boss wherever a line introduces one, and
// goes out as it came.
func TestPeopleInFacts(t *testing.T) {
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		s := newcomer(t, open())
		file := strings.Join([]string{
			promiseLine("p", 2, "", `"by":"dana","to":"lee","text":"send the rota"`),
			`{"id":"h","t":"2026-03-02T12:00:00Z","type":"help","by":"Dana Weber","to":"me","text":"covered the night","hours":8}`,
			`{"id":"f","t":"2026-03-02T12:00:00Z","type":"feedback","sender":"dana","text":"clear"}`,
		}, "\n") + "\n"
		imported(t, s, file+dana)
		p := promisesByLine(t, s)["p"]
		if p.By.Boss == 0 || p.By.Name != "" || p.To != (rapport.Person{Name: "lee"}) {
			t.Errorf("the promise is by %+v to %+v", p.By, p.To)
		}
		differ(t, "export", export(t, s), dana+"\n"+file)
		edit(t, s, func(ctx context.Context, tx *store.Tx) error {
			bosses, err := tx.AllBosses(ctx, s.User.ID)
			if err != nil {
				return err
			}
			bosses[0].Slug = "weber"
			return tx.UpdateBoss(ctx, bosses[0])
		})
		differ(t, "export under another name", export(t, s), strings.ReplaceAll(dana, `"dana"`, `"weber"`)+"\n"+strings.ReplaceAll(file, `"dana"`, `"weber"`))
		survives(t, s, emptyStore(t))
	})
}

// TestChangedFactsAreRefusedInSilence: an error ends up in logs and in letters
// to whoever helps, so that it quotes nothing private.
func TestChangedFactsAreRefusedInSilence(t *testing.T) {
	s := emptyStore(t)
	file := []string{
		dana,
		`{"id":"1","t":"2026-03-02T12:00:00Z","type":"meeting","boss":"dana","kind":"1:1","status":"held","notes":"zqsecret was tired"}`,
		`{"id":"2","t":"2026-03-02T12:00:00Z","type":"observation","boss":"dana","text":"zqsecret reads at night"}`,
		`{"id":"3","t":"2026-03-02T12:00:00Z","type":"contact","name":"Sade","protected":"zqsecret"}`,
		`{"id":"4","t":"2026-03-02T12:00:00Z","type":"hardship","boss":"dana","cause":"clash","text":"zqsecret"}`,
		`{"id":"5","t":"2026-03-02T12:00:00Z","type":"disclosure","boss":"dana","item":"zqsecret","risk":"zqsecret"}`,
		`{"id":"6","t":"2026-03-02T12:00:00Z","type":"career_goal","text":"zqsecret"}`,
		`{"id":"7","t":"2026-03-02T12:00:00Z","type":"hours","week":"2026-W10","hours":77.5}`,
		`{"id":"8","t":"2026-03-02T12:00:00Z","type":"ask","boss":"dana","text":"one more nurse","options":["a","b"]}`,
	}
	imported(t, s, strings.Join(file, "\n"))
	before := export(t, s)
	for i, line := range file[1:] {
		changed := strings.NewReplacer("zqsecret", "zqother", "77.5", "66.5", "one more", "two more").Replace(line)
		_, err := s.Import(t.Context(), strings.NewReader(changed), journal.ImportOptions{})
		if rapport.CodeOf(err) != rapport.Conflict || !strings.HasPrefix(err.Error(), "line 1: ") {
			t.Errorf("line %d: got %v", i, err)
		}
		if said := err.Error() + rapport.HintOf(err); strings.Contains(said, "zq") || strings.Contains(said, "7.5") {
			t.Errorf("line %d: the error says %s", i, said)
		}
	}
	differ(t, "after the refusals", export(t, s), before)
}

func TestFactsOfALaterVersionAreKeptAside(t *testing.T) {
	file := strings.Join([]string{
		dana,
		`{"id":"m","t":"2026-03-02T12:00:00Z","type":"meeting","boss":"dana","kind":"1:1","status":"held","mood":"good"}`,
		`{"id":"a","t":"2026-03-02T13:00:00Z","type":"ask","boss":"dana","text":"one more nurse","meeting":"m"}`,
		`{"id":"p","t":"2026-03-02T14:00:00Z","type":"commitment","by":"me","to":"dana","text":"rota","weight":3}`,
		`{"id":"e","t":"2026-03-03T14:00:00Z","type":"commitment_done","ref":"p"}`,
		`{"id":"c","t":"2026-03-04T14:00:00Z","type":"criterion","boss":"dana","text":"falls"}`,
	}, "\n") + "\n"
	s := emptyStore(t)
	lenient := journal.ImportOptions{Lenient: true}
	r, err := s.Import(t.Context(), strings.NewReader(file), lenient)
	if err != nil {
		t.Fatal(err)
	}
	if total := r.Total(); total.Kept != 3 || total.Added != 3 {
		t.Errorf("%+v", r)
	}
	differ(t, "export", export(t, s), file)
	if r, err = s.Import(t.Context(), strings.NewReader(file), lenient); err != nil || r.Total().Unchanged != 6 {
		t.Errorf("again: %+v, %v", r, err)
	}
}
