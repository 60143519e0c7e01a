package meetings

import (
	"context"
	"strconv"
	"strings"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/desk"
	"rapport/internal/store"
)

// Added says what an act on an agenda did.
type Added struct {
	Item rapport.AgendaItem
	Boss rapport.Boss
	// Waits says that it waits, because three topics of the user's stand on
	// the agenda before it.
	Waits bool
	Says  []string
}

// AddItem puts a topic on the agenda of the next one-on-one, as typed: "wave 2
// scanners @dana type:decide minutes:5", or the number of something on record.
// theirs says that the boss asked for it (P29).
func (s *Service) AddItem(ctx context.Context, text string, theirs bool) (a Added, err error) {
	return a, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		line, err := s.sentence(text, "type", "minutes", "purpose")
		if err != nil {
			return err
		}
		if err := hasNoPlace(line, "an agenda item", placeless{goal: true, project: true, due: true}); err != nil {
			return err
		}
		item, boss, err := s.itemOf(ctx, tx, names, line)
		if err != nil {
			return err
		}
		item.Theirs = theirs
		if item.Record, err = s.Record(""); err != nil {
			return err
		}
		agenda, err := s.layOut(ctx, tx, boss)
		if err != nil {
			return err
		}
		if agenda.stands(item.Text) {
			return rapport.Errorf(rapport.Conflict, "%q stands on the agenda already", item.Text).WithHint("`rapport agenda @%s` shows it", boss.Slug)
		}
		step, err := desk.Add(ctx, tx, store.AgendaItems, &item)
		if err != nil {
			return err
		}
		a = Added{Item: item, Boss: boss}
		if agenda, err = s.layOut(ctx, tx, boss); err != nil {
			return err
		}
		for _, t := range agenda.Waits {
			a.Waits = a.Waits || t.ID == item.ID
		}
		for _, say := range agenda.Says {
			if say == evaluates(item.Number) {
				a.Says = append(a.Says, say)
			}
		}
		return s.Remember(ctx, tx, "put "+item.Text+" on the agenda", step)
	})
}

// itemOf makes an item of a line: of its words, or of what has the number that
// the line consists of.
func (s *Service) itemOf(ctx context.Context, tx *store.Tx, names rapport.Names, line capture.Line) (item rapport.AgendaItem, boss rapport.Boss, err error) {
	words := whole(line)
	if n, err := strconv.ParseInt(strings.TrimPrefix(words, "#"), 10, 64); err == nil && n > 0 {
		if item, err = s.itemAbout(ctx, tx, names, rapport.Number(n)); err != nil {
			return item, boss, err
		}
	} else {
		item.Text = words
	}
	if len(line.Bosses) == 0 && item.Boss != 0 {
		boss = names.Boss(item.Boss)
	} else if boss, err = desk.Boss(names, line); err != nil {
		return item, boss, err
	}
	item.Boss = boss.ID
	if text := line.Said["type"]; text != "" {
		if item.Type, err = typeOf(text); err != nil {
			return item, boss, err
		}
	}
	if text := line.Said["minutes"]; text != "" {
		if item.Minutes, err = minutesOf(text); err != nil {
			return item, boss, err
		}
	}
	if text := line.Said["purpose"]; text != "" {
		item.Purpose, err = purposeOf(text)
	}
	return item, boss, err
}

// itemAbout makes an item about something on record.
func (s *Service) itemAbout(ctx context.Context, tx *store.Tx, names rapport.Names, n rapport.Number) (item rapport.AgendaItem, err error) {
	ref, found, err := tx.RecordByNumber(ctx, s.User.ID, n)
	switch {
	case err != nil:
		return item, err
	case !found:
		return item, rapport.Errorf(rapport.NotFound, "there is nothing with number %d", n).
			WithHint("`rapport agenda` shows what could go on it; for a topic of that name, write more words")
	case ref.Removed != 0:
		return item, rapport.Errorf(rapport.NotFound, "%d was removed", n).WithHint("bring it back with: rapport rm --restore %d", n)
	}
	id := []rapport.FactID{rapport.FactID(ref.ID)}
	switch ref.Noun {
	case store.AskNoun:
		asks, err := store.Asks.ByID(ctx, tx, s.User.ID, id)
		if err != nil || len(asks) == 0 {
			return item, err
		}
		o := askOffer(asks[0])
		return rapport.AgendaItem{Boss: asks[0].Boss, Text: o.Text, Type: o.Type, Ask: asks[0].ID}, nil
	case store.AdviceNoun:
		sheets, err := store.AdviceSheets.ByID(ctx, tx, s.User.ID, id)
		if err != nil || len(sheets) == 0 {
			return item, err
		}
		return rapport.AgendaItem{Boss: sheets[0].Boss, Text: sheets[0].Text, Type: rapport.Advise}, nil
	case store.PromiseNoun:
		promises, err := store.Promises.ByID(ctx, tx, s.User.ID, id)
		if err != nil || len(promises) == 0 {
			return item, err
		}
		return rapport.AgendaItem{Boss: promises[0].Boss(), Text: s.promiseOffer(promises[0], names).Text, Type: rapport.Inform}, nil
	case store.EntryNoun:
		return s.itemOfEntry(ctx, tx, rapport.EntryID(ref.ID))
	}
	return item, rapport.Errorf(rapport.Invalid, "%d is a %s, which cannot go on an agenda by its number", n, ref.Noun).
		WithHint("write the topic in words")
}

func (s *Service) itemOfEntry(ctx context.Context, tx *store.Tx, id rapport.EntryID) (item rapport.AgendaItem, err error) {
	entries, err := tx.EntriesByID(ctx, s.User.ID, []rapport.EntryID{id})
	if err != nil || len(entries) == 0 {
		return item, err
	}
	e := entries[0]
	item = rapport.AgendaItem{Text: e.Text, Type: rapport.Inform, Entry: e.ID}
	switch e.Kind {
	case rapport.Question, rapport.Idea:
		item.Type = rapport.Advise
	case rapport.Challenge:
		item.Type = rapport.Decide
	}
	if len(e.Concerns) == 1 {
		item.Boss = e.Concerns[0]
	}
	return item, nil
}

// Raised records that a topic was talked about, with what came of it.
func (s *Service) Raised(ctx context.Context, n rapport.Number, result string) (a Added, err error) {
	return a, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		item, steps, err := s.raise(ctx, tx, n, result, s.Today(), 0)
		if err != nil {
			return err
		}
		a = Added{Item: item, Boss: names.Boss(item.Boss)}
		return s.Remember(ctx, tx, "raised "+item.Text, steps...)
	})
}

// raise writes that an item was talked about on a day, and that the boss knows
// of the entry that it is about.
func (s *Service) raise(ctx context.Context, tx *store.Tx, n rapport.Number, result string, on rapport.Day, meeting rapport.FactID) (rapport.AgendaItem, []store.Step, error) {
	item, step, err := desk.Change(ctx, tx, s.User.ID, store.AgendaItems, n, func(a *rapport.AgendaItem) error {
		if a.State() != rapport.StateOpen {
			return rapport.Errorf(rapport.Conflict, "%d is no longer open: it was %s", n, ended(*a)).WithHint("`rapport undo` takes the last change back")
		}
		a.RaisedOn, a.Result = on, rapport.OneLine(strings.TrimSpace(result))
		if meeting != 0 {
			a.Meeting = meeting
		}
		return nil
	})
	if err != nil {
		return item, nil, err
	}
	steps := []store.Step{step}
	if item.Entry != 0 {
		told, err := s.tell(ctx, tx, item)
		if err != nil {
			return item, nil, err
		}
		steps = append(steps, told...)
	}
	if item.Ask != 0 && item.Meeting != 0 {
		asked, err := s.raisedIn(ctx, tx, item)
		if err != nil {
			return item, nil, err
		}
		steps = append(steps, asked...)
	}
	return item, steps, nil
}

func ended(a rapport.AgendaItem) string {
	if a.DroppedOn != "" {
		return "dropped on " + shortDay(a.DroppedOn)
	}
	return "raised on " + shortDay(a.RaisedOn)
}

// tell marks that the boss knows of the entry that an item is about.
func (s *Service) tell(ctx context.Context, tx *store.Tx, item rapport.AgendaItem) ([]store.Step, error) {
	entries, err := tx.EntriesByID(ctx, s.User.ID, []rapport.EntryID{item.Entry})
	if err != nil || len(entries) == 0 || entries[0].Removed != 0 {
		return nil, err
	}
	e := entries[0]
	step, err := store.Edited(store.EntryNoun, rapport.RecordID(e.ID), e)
	if err != nil {
		return nil, err
	}
	switch e.Kind {
	case rapport.Question:
		e.Asked = rapport.Yes
	case rapport.Idea:
		e.Raised = rapport.Yes
	}
	if !e.KnownTo(item.Boss) {
		e.Told = append(e.Told, rapport.Told{Boss: item.Boss, Since: rapport.StampOf(s.Now()), How: rapport.ByMeeting})
		e.ToldSaid = rapport.Yes
	}
	return []store.Step{step}, tx.UpdateEntry(ctx, e)
}

// raisedIn notes at an ask in which meeting it was raised.
func (s *Service) raisedIn(ctx context.Context, tx *store.Tx, item rapport.AgendaItem) ([]store.Step, error) {
	asks, err := store.Asks.ByID(ctx, tx, s.User.ID, []rapport.FactID{item.Ask})
	if err != nil || len(asks) == 0 || asks[0].Meeting != 0 || asks[0].Removed != 0 {
		return nil, err
	}
	step, err := store.Asks.Edited(asks[0])
	if err != nil {
		return nil, err
	}
	asks[0].Meeting = item.Meeting
	return []store.Step{step}, store.Asks.Update(ctx, tx, asks[0])
}

// Drop lets a topic go without its having been talked about.
func (s *Service) Drop(ctx context.Context, n rapport.Number) (a Added, err error) {
	return a, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		item, step, err := desk.Change(ctx, tx, s.User.ID, store.AgendaItems, n, func(a *rapport.AgendaItem) error {
			if a.State() != rapport.StateOpen {
				return rapport.Errorf(rapport.Conflict, "%d is no longer open: it was %s", n, ended(*a)).WithHint("`rapport undo` takes the last change back")
			}
			a.DroppedOn = s.Today()
			return nil
		})
		if err != nil {
			return err
		}
		a = Added{Item: item, Boss: names.Boss(item.Boss)}
		return s.Remember(ctx, tx, "dropped "+item.Text+" from the agenda", step)
	})
}
