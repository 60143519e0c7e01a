package meetings_test

import (
	"fmt"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/meetings"
	"rapport/internal/store"
)

func (w world) agenda(t *testing.T) meetings.Agenda {
	t.Helper()
	a, err := w.Agenda(t.Context(), "fiona")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func (w world) add(t *testing.T, text string) meetings.Added {
	t.Helper()
	a, err := w.AddItem(t.Context(), text, false)
	if err != nil {
		t.Fatalf("add %q: %v", text, err)
	}
	return a
}

// order names the topics of an agenda.
func order(topics []meetings.Topic) string {
	words := make([]string, len(topics))
	for i, topic := range topics {
		words[i] = topic.Text
		if topic.Carried > 0 {
			words[i] += fmt.Sprintf(" x%d", topic.Carried)
		}
	}
	return strings.Join(words, ", ")
}

func TestThreeOfMineStandOnItAndTheRestWaits(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		w.book(t, "@fiona thu 10:00 minutes:20")
		w.add(t, "rota monday @fiona type:inform minutes:3")
		w.add(t, "course")
		w.add(t, "wave 2 scanners type:decide minutes:15")
		last := w.add(t, "who covers january type:advise")
		if last.Waits {
			t.Error("what is to be advised on waits behind what has no type")
		}
		if _, err := w.AddItem(t.Context(), "peak week @fiona", true); err != nil {
			t.Fatal(err)
		}
		a := w.agenda(t)
		if order(a.Mine) != "wave 2 scanners, who covers january, rota monday" || order(a.Waits) != "course" || order(a.Theirs) != "peak week" {
			t.Errorf("mine %q, waits %q, theirs %q", order(a.Mine), order(a.Waits), order(a.Theirs))
		}
		if a.Minutes != 2+15+3 || a.Unsaid != 2 || a.Length != 20 || a.LengthBy != "booked" || a.Over() != 0 {
			t.Errorf("%d of %d minutes (%s), %d unsaid", a.Minutes, a.Length, a.LengthBy, a.Unsaid)
		}
		_, err := w.AddItem(t.Context(), "Wave 2 SCANNERS", false)
		refused(t, err, rapport.Conflict, "already")
	})
}

func TestWhatWasNotRaisedIsCarriedOver(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		scanners := w.add(t, "scanners")
		w.add(t, "course")
		w.turn(1)
		w.met(t, "@fiona 30m")
		w.turn(7)
		w.met(t, "@fiona 5m kind:chat") // a chat has no agenda
		w.met(t, "@fiona 30m")
		if a := w.agenda(t); order(a.Mine) != "scanners x2, course x2" {
			t.Errorf("mine %q", order(a.Mine))
		}
		if _, err := w.Raised(t.Context(), scanners.Item.Number, "in January"); err != nil {
			t.Fatal(err)
		}
		a := w.agenda(t)
		if order(a.Mine) != "course x2" {
			t.Errorf("mine %q", order(a.Mine))
		}
		_, err := w.Raised(t.Context(), scanners.Item.Number, "")
		refused(t, err, rapport.Conflict, "no longer open")
		if _, err := w.Drop(t.Context(), a.Mine[0].Number); err != nil {
			t.Fatal(err)
		}
		if a := w.agenda(t); len(a.Mine) != 0 {
			t.Errorf("a dropped topic stays: %q", order(a.Mine))
		}
	})
}

func TestWhatCouldGoOnItIsOffered(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		ctx := t.Context()
		entry := func(kind rapport.Kind, text string, known bool) (e rapport.Entry) {
			r, err := w.Record("")
			if err != nil {
				t.Fatal(err)
			}
			e = rapport.Entry{Record: r, Day: w.Today(), Kind: kind, Text: text, ToldSaid: rapport.Yes}
			if err := w.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
				if known {
					e.Told = []rapport.Told{{Boss: names.Bosses[0].ID, Since: r.At, How: rapport.ByMessage}}
				}
				return tx.InsertEntry(ctx, &e)
			}); err != nil {
				t.Fatal(err)
			}
			return e
		}
		question := entry(rapport.Question, "may we keep the second shift?", false)
		entry(rapport.HeadsUp, "two agents resign", false)
		entry(rapport.HeadsUp, "she knows this", true)
		entry(rapport.Progress, "chat went live", false)
		if _, err := w.After(ctx, "@fiona on:yesterday", "they: ask finance by:fri\nme: shift plan by:2027-03-01\nme: numbers"); err != nil {
			t.Fatal(err)
		}
		var ask rapport.Ask
		if err := w.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
			r, err := w.Record("")
			if err != nil {
				return err
			}
			ask = rapport.Ask{Boss: names.Bosses[0].ID, Text: "headset budget", Currency: rapport.ADecision}
			ask.Record = r
			return store.Asks.Insert(ctx, tx, &ask)
		}); err != nil {
			t.Fatal(err)
		}
		var offered []string
		for _, o := range w.agenda(t).Offers {
			offered = append(offered, o.Text+" ("+o.Why+")")
		}
		want := "headset budget (a decision is needed), two agents resign (heads-up not told), may we keep the second shift? (question not asked), ask finance (promised by Fiona Baird)"
		if got := strings.Join(offered, ", "); got != want {
			t.Errorf("offered\n%s, want\n%s", got, want)
		}

		// What is put on it is offered no more; raising it says that she knows.
		item := w.add(t, fmt.Sprint(question.Number)).Item
		w.add(t, fmt.Sprintf("#%d minutes:5", ask.Number))
		a := w.agenda(t)
		if len(a.Offers) != 2 || order(a.Mine) != "headset budget, may we keep the second shift?" || a.Mine[0].Type != rapport.Decide {
			t.Errorf("offers %v, mine %q", a.Offers, order(a.Mine))
		}
		if _, err := w.After(ctx, "@fiona", fmt.Sprintf("raised: %d yes\nraised: %d", item.Number, a.Mine[0].Number)); err != nil {
			t.Fatal(err)
		}
		if err := w.DB.Read(ctx, func(tx *store.Tx) error {
			entries, err := tx.EntriesByID(ctx, w.User.ID, []rapport.EntryID{question.ID})
			if err != nil || !entries[0].Asked.IsYes() || len(entries[0].Told) != 1 || entries[0].Told[0].How != rapport.ByMeeting {
				t.Errorf("the question: %+v, %v", entries, err)
			}
			asks, err := store.Asks.ByID(ctx, tx, w.User.ID, []rapport.FactID{ask.ID})
			if err != nil || asks[0].Meeting == 0 || asks[0].State() != rapport.StateOpen {
				t.Errorf("the ask: %+v, %v", asks, err)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		_, err := w.AddItem(ctx, "9999", false)
		refused(t, err, rapport.NotFound, "9999")
		_, err = w.AddItem(ctx, "1", false) // the boss
		refused(t, err, rapport.Invalid, "is a boss")
	})
}

func TestATalkThatJudgesWarnsOfWhatIsForDevelopment(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		ctx := t.Context()
		w.book(t, "@fiona thu 10:00 purpose:evaluation")
		plain := w.add(t, "shift plan")
		course := w.add(t, "I find planning hard purpose:development")
		if len(plain.Says) != 0 || len(course.Says) != 1 || !strings.Contains(course.Says[0], "evaluation") {
			t.Errorf("says %q and %q", plain.Says, course.Says)
		}
		if err := w.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
			r, err := w.Record("")
			if err != nil {
				return err
			}
			d := rapport.Disclosure{Boss: names.Bosses[0].ID, Item: rapport.Private("canary-weakness"), Setting: rapport.ForDevelopment}
			d.Record = r
			return store.Disclosures.Insert(ctx, tx, &d)
		}); err != nil {
			t.Fatal(err)
		}
		a := w.agenda(t)
		if len(a.Says) != 2 || strings.Contains(strings.Join(a.Says, ""), "canary") {
			t.Errorf("says %q", a.Says)
		}
		if _, err := w.Moved(ctx, "@fiona fri 10:00 purpose:development"); err != nil {
			t.Fatal(err)
		}
		if a := w.agenda(t); len(a.Says) != 0 {
			t.Errorf("a talk for development warns: %q", a.Says)
		}
	})
}

func TestTheHandoutHoldsNothingPrivate(t *testing.T) {
	each(t, func(t *testing.T, w world) {
		ctx := t.Context()
		w.book(t, "@fiona thu 10:00 minutes:30")
		w.add(t, "wave 2 *scanners* type:decide minutes:5")
		if _, err := w.AddItem(ctx, "peak week", true); err != nil {
			t.Fatal(err)
		}
		if _, err := w.After(ctx, "@fiona on:yesterday", "saw: canary-saw dim:evidence\nplate: canary-plate until:fri\nnotes: canary-notes"); err != nil {
			t.Fatal(err)
		}
		h := w.agenda(t).Handout()
		const want = `# One-on-one, Thu 19 November 2026, 10:00

1. What is on your plate (2 min)
2. peak week
3. wave 2 \*scanners\* (**to decide**, 5 min)
4. Your topics: what would you like to add?
`
		if got := h.Markdown(); got != want {
			t.Errorf("Markdown:\n%s\nwant:\n%s", got, want)
		}
		if all := h.Markdown() + h.Text() + fmt.Sprintf("%+v", h); strings.Contains(all, "canary") {
			t.Errorf("a private word left: %s", all)
		}
	})
}
