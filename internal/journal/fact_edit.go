package journal

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/when"
	wire "rapport/internal/wire/journal"
)

// lineOf returns the journal line of a record.
func (s *Service) lineOf(ctx context.Context, tx *store.Tx, ref store.RecordRef) (wire.Line, error) {
	x, err := newExchange(ctx, tx, s.User)
	if err != nil {
		return wire.Line{}, err
	}
	return x.decoded(ctx, ref)
}

func (x *exchange) decoded(ctx context.Context, ref store.RecordRef) (wire.Line, error) {
	text, err := x.lineOfRecord(ctx, ref)
	if err != nil {
		return wire.Line{}, err
	}
	return wire.Decode(text, true)
}

// FieldsOf describes what can be changed of what the user calls by a number:
// the fields of its journal line, with what they say now.
func (s *Service) FieldsOf(ctx context.Context, n rapport.Number) (infos []wire.FieldInfo, now []wire.Pair, err error) {
	return infos, now, s.DB.Read(ctx, func(tx *store.Tx) error {
		ref, err := s.changeable(ctx, tx, n)
		if err != nil {
			return err
		}
		line, err := s.lineOf(ctx, tx, ref)
		if err != nil {
			return err
		}
		infos, now = line.Fields(), line.Pairs()
		return nil
	})
}

// changeable returns the record of a fact that is there.
func (s *Service) changeable(ctx context.Context, tx *store.Tx, n rapport.Number) (store.RecordRef, error) {
	ref, err := s.byNumber(ctx, tx, n)
	switch {
	case err != nil:
		return ref, err
	case ref.Removed != 0:
		return ref, removed(n)
	case !slices.Contains(store.FactNouns(), ref.Noun):
		return ref, rapport.Errorf(rapport.Invalid, "%d is a %s, whose fields are changed by its own command", n, ref.Noun).
			WithHint("`rapport edit --help`, `rapport boss`, `rapport goal` and `rapport project` have them")
	}
	return ref, nil
}

// EditFields changes fields of a fact, by their names in the journal. Days are
// in the user's words. It returns what the fact says now.
func (s *Service) EditFields(ctx context.Context, n rapport.Number, changes ...wire.Change) (now []wire.Pair, err error) {
	return now, s.DB.Write(ctx, func(tx *store.Tx) error {
		ref, err := s.changeable(ctx, tx, n)
		if err != nil {
			return err
		}
		step, line, err := s.setFields(ctx, tx, ref, changes)
		if err != nil {
			return err
		}
		now = line.Pairs()
		return s.change(ctx, tx, fmt.Sprintf("changed %s %d", ref.Noun, n), step)
	})
}

func (s *Service) setFields(ctx context.Context, tx *store.Tx, ref store.RecordRef, changes []wire.Change) (step store.Step, line wire.Line, err error) {
	x, err := newExchange(ctx, tx, s.User)
	if err != nil {
		return step, line, err
	}
	if line, err = x.decoded(ctx, ref); err != nil {
		return step, line, err
	}
	read, err := s.readDays(line.Fields(), changes)
	if err != nil {
		return step, line, err
	}
	if line, err = line.Changed(read...); err != nil {
		return step, line, err
	}
	im := &importer{exchange: x, again: true}
	im.start()
	step, err = x.codecFor(ref.Noun).replace(ctx, im, line, ref)
	switch {
	case err == nil && len(im.missing) > 0:
		err = im.missing[0].refused()
	case err == nil && slices.Contains(im.unfitting, ref.ID):
		err = rapport.Errorf(rapport.NotFound, "no promise fits, or several do").WithHint("`rapport promises` lists them")
	}
	return step, line, err
}

// readDays turns the user's words for days into days. What ends or begins
// ahead is looked for ahead, all else in the past.
func (s *Service) readDays(infos []wire.FieldInfo, changes []wire.Change) ([]wire.Change, error) {
	read := slices.Clone(changes)
	for i, c := range read {
		at := slices.IndexFunc(infos, func(info wire.FieldInfo) bool { return info.Name == c.Name })
		if at < 0 || infos[at].Kind != wire.DayField || c.Value == "" {
			continue
		}
		context := when.Log
		switch c.Name {
		case "due", "until", "date", "on", "not_now":
			context = when.Due
		}
		answer := when.Parse(c.Value, s.clock(context))
		switch {
		case answer.Kind == when.None:
			return nil, undated(c.Name+":", c.Value, answer)
		case context == when.Due:
			read[i].Value = string(answer.LastDay())
		default:
			read[i].Value = string(answer.FirstDay())
		}
	}
	return read, nil
}

// ending is how a noun is closed and opened again: the fields that say so.
type ending struct {
	// day is the field that takes the day, word one that takes words where the
	// user gives none.
	day, text, word string
	// open are the fields that go when it is opened again.
	open []string
}

// endingOf says how a noun ends; false for one that never does.
func endingOf(noun store.Noun) (ending, bool) {
	switch noun {
	case store.AskNoun:
		return ending{day: "answered_on", text: "answer", open: []string{"answered", "answered_on", "answer", "withdrawn_on", "outcome"}}, true
	case store.AdviceNoun:
		return ending{text: "decided", word: "decided", open: []string{"decided", "outcome"}}, true
	case store.AgendaNoun:
		return ending{day: "raised_on", text: "result", open: []string{"raised_on", "dropped_on", "result"}}, true
	case store.InstructionNoun, store.TeamDateNoun, store.ContactNoun:
		return ending{day: "done_on", open: []string{"done_on"}}, true
	case store.FeedbackAskNoun:
		return ending{day: "answered_on", text: "answer", open: []string{"answered_on", "answer"}}, true
	case store.FeedbackNoun:
		return ending{day: "told_back_on", text: "action", open: []string{"told_back_on", "disagree"}}, true
	case store.SkillNoun:
		return ending{day: "reached_on", open: []string{"reached_on"}}, true
	case store.HelpOfferNoun:
		return ending{text: "outcome", word: "done", open: []string{"outcome"}}, true
	case store.PingNoun:
		return ending{day: "answered_on", open: []string{"answered_on"}}, true
	case store.CareerNoun:
		return ending{day: "closed_on", open: []string{"closed_on"}}, true
	case store.PreferenceNoun, store.AgreementNoun, store.HardshipNoun:
		return ending{day: "ended_on", open: []string{"ended_on"}}, true
	case store.PressureNoun:
		return ending{day: "until", open: []string{"until"}}, true
	}
	return ending{}, false
}

// Close says that something ended on a day in the user's words, with what came
// of it: an ask was answered, a promise kept, a question settled.
func (s *Service) Close(ctx context.Context, n rapport.Number, on, words string) error {
	return s.DB.Write(ctx, func(tx *store.Tx) error {
		ref, err := s.byNumber(ctx, tx, n)
		if err != nil {
			return err
		}
		if ref.Removed != 0 {
			return removed(n)
		}
		how, ends := endingOf(ref.Noun)
		switch {
		case ref.Noun == store.PromiseNoun:
			return s.promiseEvent(ctx, tx, ref, rapport.PromiseDone, on, words)
		case !ends:
			return neverEnds(n, ref.Noun)
		}
		if on == "" {
			on = string(s.today())
		}
		var changes []wire.Change
		if how.day != "" {
			changes = append(changes, wire.Change{Name: how.day, Value: on})
		}
		if words == "" {
			words = how.word
		}
		switch {
		case words != "" && how.text == "":
			return rapport.Errorf(rapport.Invalid, "a %s takes no words when it ends", ref.Noun).WithHint("rapport close %d", n)
		case words != "":
			changes = append(changes, wire.Change{Name: how.text, Value: rapport.OneLine(words)})
		}
		step, _, err := s.setFields(ctx, tx, ref, changes)
		if err != nil {
			return err
		}
		return s.change(ctx, tx, fmt.Sprintf("closed %s %d", ref.Noun, n), step)
	})
}

// Reopen says that something did not end after all.
func (s *Service) Reopen(ctx context.Context, n rapport.Number) error {
	return s.DB.Write(ctx, func(tx *store.Tx) error {
		ref, err := s.byNumber(ctx, tx, n)
		if err != nil {
			return err
		}
		if ref.Removed != 0 {
			return removed(n)
		}
		how, ends := endingOf(ref.Noun)
		switch {
		case ref.Noun == store.PromiseNoun:
			return s.promiseEvent(ctx, tx, ref, rapport.PromiseReopened, "", "")
		case !ends:
			return neverEnds(n, ref.Noun)
		}
		changes := make([]wire.Change, len(how.open))
		for i, name := range how.open {
			changes[i] = wire.Change{Name: name}
		}
		step, _, err := s.setFields(ctx, tx, ref, changes)
		if err != nil {
			return err
		}
		return s.change(ctx, tx, fmt.Sprintf("reopened %s %d", ref.Noun, n), step)
	})
}

func neverEnds(n rapport.Number, noun store.Noun) error {
	e := rapport.Errorf(rapport.Invalid, "%d is a %s, which is neither open nor closed", n, noun)
	switch noun {
	case store.EntryNoun:
		return e.WithHint("rapport edit %d --done, or --open", n)
	case store.GoalNoun:
		return e.WithHint("rapport goal close GOAL")
	case store.ProjectNoun:
		return e.WithHint("rapport project edit PROJECT --status done")
	case store.BossNoun:
		return e.WithHint("rapport boss left BOSS")
	}
	return e.WithHint("`rapport show %d` says more", n)
}

// promiseEvent writes what happened to a promise, and where it stands now.
func (s *Service) promiseEvent(ctx context.Context, tx *store.Tx, ref store.RecordRef, kind rapport.PromiseEventKind, on, why string) error {
	day := rapport.Day("")
	if on != "" {
		answer := when.Parse(on, s.clock(when.Log))
		if answer.Kind == when.None {
			return undated("--on", on, answer)
		}
		day = answer.FirstDay()
	}
	promises, err := store.Promises.ByID(ctx, tx, s.User.ID, []rapport.FactID{rapport.FactID(ref.ID)})
	if err != nil || len(promises) == 0 {
		return err
	}
	before, err := store.Promises.Edited(promises[0])
	if err != nil {
		return err
	}
	_, at := s.dated(day)
	e := rapport.PromiseEvent{Kind: kind, Promise: promises[0].ID, Ref: promises[0].Line, Why: rapport.OneLine(why)}
	e.Record = rapport.Record{Owner: s.User.ID, At: at}
	if err := store.PromiseEvents.Insert(ctx, tx, &e); err != nil {
		return err
	}
	if err := tx.SettlePromise(ctx, s.User.ID, promises[0].ID); err != nil {
		return err
	}
	return s.change(ctx, tx, fmt.Sprintf("%s promise %d", kind, ref.Number), before,
		store.Step{Verb: "add", Noun: store.PromiseEventNoun, ID: rapport.RecordID(e.ID)})
}

// Lived is one event in the life of a record.
type Lived struct {
	At rapport.Instant
	// What is what the user did, in words.
	What string
	// Changed lists what was changed by an edit: what a field said before and
	// after.
	Changed []FieldChange
}

// FieldChange is a field before and after an edit.
type FieldChange struct{ Name, Before, After string }

// History tells what was done to a record, the oldest first.
func (s *Service) History(ctx context.Context, n rapport.Number) (lived []Lived, err error) {
	return lived, s.DB.Read(ctx, func(tx *store.Tx) error {
		lived = lived[:0]
		ref, err := s.byNumber(ctx, tx, n)
		if err != nil {
			return err
		}
		changes, err := tx.ChangesOf(ctx, s.User.ID, ref.ID)
		if err != nil {
			return err
		}
		x, err := newExchange(ctx, tx, s.User)
		if err != nil {
			return err
		}
		now, err := x.decoded(ctx, ref)
		if err != nil {
			return err
		}
		lived = make([]Lived, len(changes))
		after := now.Pairs()
		for i := len(changes) - 1; i >= 0; i-- {
			lived[i] = Lived{At: changes[i].At, What: changes[i].What}
			for _, step := range changes[i].Steps {
				if step.ID != ref.ID || step.Verb != "edit" {
					continue
				}
				before, err := x.pairsBefore(ctx, step, now.T)
				if err != nil {
					return err
				}
				lived[i].Changed = append(lived[i].Changed, differences(before, after)...)
				after = before
			}
		}
		if len(changes) == 0 || !slices.ContainsFunc(changes[0].Steps, func(step store.Step) bool { return step.ID == ref.ID && step.Verb == "add" }) {
			lived = slices.Insert(lived, 0, Lived{At: ref.At.At, What: "came with a journal or another step"})
		}
		return nil
	})
}

// differences lists the fields that two versions do not have alike.
func differences(before, after []wire.Pair) (changes []FieldChange) {
	value := func(pairs []wire.Pair, name string) string {
		for _, p := range pairs {
			if p.Name == name {
				return p.Value
			}
		}
		return ""
	}
	var names []string
	for _, p := range append(slices.Clone(before), after...) {
		if !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	for _, name := range names {
		if was, is := value(before, name), value(after, name); strings.TrimSpace(was) != strings.TrimSpace(is) {
			changes = append(changes, FieldChange{name, was, is})
		}
	}
	return changes
}
