package meetings

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/store"
	"rapport/internal/when"
)

// Captured is what was taken down of a talk. Of private things it holds counts
// alone.
type Captured struct {
	Done
	Decisions    []rapport.Decision
	Promises     []rapport.Promise
	Instructions []rapport.Instruction
	Feedback     []rapport.Feedback
	Theirs       []rapport.AgendaItem
	Raised       []rapport.AgendaItem
	// Observations, Pressures and Notes count private things.
	Observations, Pressures, Notes int
	Shared                         int
	// Next is the talk that was booked; nil for none.
	Next *Done
}

// After takes down in one go what came of a talk: about is the meeting as for
// [Service.Met], text has one thing a line, each with its kind in front. All of
// it is written or nothing; the meeting is held from then on. An error names
// the line.
func (s *Service) After(ctx context.Context, about, text string) (c Captured, err error) {
	return c, s.Write(ctx, func(tx *store.Tx, names rapport.Names) error {
		boss, err := s.bossOf(names, about)
		if err != nil {
			return err
		}
		lines, err := spokenLines(text, boss)
		if err != nil {
			return err
		}
		t, lines, err := s.talk(names, about, lines)
		if err != nil {
			return err
		}
		if len(lines) == 0 && t.notes.IsEmpty() && len(t.shared) == 0 {
			return rapport.Errorf(rapport.Invalid, "nothing was said to have come of the talk").
				WithHint("one thing a line, such as `decided: …` or `they: … by:fri`; that you talked and no more: rapport met @%s", t.boss.Slug)
		}
		w := &writing{s: s, tx: tx, names: names, boss: t.boss}
		step, err := w.meeting(ctx, t)
		if err != nil {
			return err
		}
		w.steps = append(w.steps, step)
		for _, l := range lines {
			if err := w.line(ctx, l); err != nil {
				return atLine(err, l.line)
			}
		}
		c = w.c
		return s.Remember(ctx, tx, "took down a talk with "+t.boss.Name, w.steps...)
	})
}

// bossOf finds the boss whom the meeting is with.
func (s *Service) bossOf(names rapport.Names, about string) (rapport.Boss, error) {
	t, err := s.read(names, about, held)
	return t.boss, err
}

// talk reads what is said of the meeting itself, and returns the other lines.
func (s *Service) talk(names rapport.Names, about string, lines []spoken) (t typed, rest []spoken, err error) {
	place := 0
	var notes rapport.PrivateText
	var shared []string
	counted := 0
	for _, l := range lines {
		switch l.kind {
		case saysMeeting:
			about, place = about+" "+l.text, l.line
		case saysNotes:
			notes = notes.AndLine(rapport.Private(l.text))
			counted++
		case saysShared:
			shared = append(shared, l.text)
		default:
			rest = append(rest, l)
		}
	}
	if t, err = s.read(names, about, held); err != nil && place > 0 {
		err = atLine(err, place)
	}
	t.notes, t.shared, t.notesCount = notes, shared, counted
	return t, rest, err
}

// atLine says in which line something is wrong.
func atLine(err error, line int) error {
	var e *rapport.Error
	if !errors.As(err, &e) {
		return err
	}
	return e.WithPlace("line %d", line)
}

// writing takes down the lines of one talk.
type writing struct {
	s     *Service
	tx    *store.Tx
	names rapport.Names
	boss  rapport.Boss
	day   rapport.Day
	c     Captured
	steps []store.Step
}

// meeting finds the talk, or makes it: the one that is held on the day, else
// the booked one, else a new one.
func (w *writing) meeting(ctx context.Context, t typed) (store.Step, error) {
	w.c.Notes, w.c.Shared = t.notesCount, len(t.shared)
	if m, ok, err := w.s.heldThen(ctx, w.tx, t); err != nil || ok {
		if err != nil {
			return store.Step{}, err
		}
		step, err := store.Meetings.Edited(m)
		if err != nil {
			return step, err
		}
		w.c.Done = Done{Boss: t.boss, OnSaid: t.on, Was: m.Status}
		apply(&m, t)
		w.c.Meeting, w.day = m, w.s.meetsOn(m)
		return step, store.Meetings.Update(ctx, w.tx, m)
	}
	done, step, err := w.s.heldOn(ctx, w.tx, t)
	w.c.Done, w.day = done, w.s.meetsOn(done.Meeting)
	return step, err
}

// heldThen finds the talk that is on record as held on the day that is meant.
func (s *Service) heldThen(ctx context.Context, tx *store.Tx, t typed) (m rapport.Meeting, ok bool, err error) {
	day := s.Today()
	if t.on != "" {
		a, err := s.dayOrError(t.on, false)
		if err != nil {
			return m, false, err
		}
		day = a.Day
	}
	all, err := s.wholeFrom(ctx, tx, t.boss.ID, day.Add(-1), day.Add(1))
	if err != nil {
		return m, false, err
	}
	kind := t.kind
	if kind == "" {
		kind = rapport.OneOnOne
	}
	for _, m := range all {
		if m.Status == rapport.Held && m.Kind == kind && s.meetsOn(m) == day {
			return m, true, nil
		}
	}
	return m, false, nil
}

// line takes down one line.
func (w *writing) line(ctx context.Context, l spoken) error {
	switch l.kind {
	case saysDecided:
		return w.decided(ctx, l.text)
	case saysThey:
		return w.promise(ctx, l.text, rapport.Person{Boss: w.boss.ID}, rapport.Myself())
	case saysMe:
		return w.promise(ctx, l.text, rapport.Myself(), rapport.Person{Boss: w.boss.ID})
	case saysTold:
		return w.told(ctx, l.text)
	case saysFeedback:
		return w.feedback(ctx, l.text)
	case saysSaw:
		return w.saw(ctx, l.text)
	case saysPlate:
		return w.plate(ctx, l.text)
	case saysTheirs:
		return w.theirs(ctx, l.text)
	case saysRaised:
		return w.raised(ctx, l.text)
	}
	return w.next(ctx, l.text)
}

// record dates what came of a talk on its day, behind the talk itself.
func (w *writing) record() (rapport.Record, error) { return w.s.Record(w.day) }

func (w *writing) decided(ctx context.Context, text string) error {
	d, err := w.s.decisionOf(w.names, text, w.boss)
	if err != nil {
		return err
	}
	d.Meeting = w.c.Meeting.ID
	if d.Record, err = w.record(); err != nil {
		return err
	}
	step, err := desk.Add(ctx, w.tx, store.Decisions, &d)
	w.steps, w.c.Decisions = append(w.steps, step), append(w.c.Decisions, d)
	return err
}

// promise takes down what one side promised the other. A day at the end of the
// line is the day it is due.
func (w *writing) promise(ctx context.Context, text string, by, to rapport.Person) error {
	line, err := w.s.Line(text, "hours")
	if err != nil {
		return err
	}
	line = line.As(rapport.Commitment, w.s.Clock(when.Log))
	if line.OnSaid != "" && line.DueSaid == "" {
		if a := w.s.day(line.OnSaid, true); a.Kind != when.None {
			line.Due, line.DueSaid = a.LastDay(), line.OnSaid
		}
	}
	if err := hasNoPlace(line, "a promise", placeless{goal: true, project: true}); err != nil {
		return err
	}
	if err := w.sameBoss(line.Bosses); err != nil {
		return err
	}
	p := rapport.Promise{By: by, To: to, Text: whole(line), Due: line.Due, Meeting: w.c.Meeting.ID}
	if text := line.Said["hours"]; text != "" {
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || !(n > 0 && n <= 1000) {
			return rapport.Errorf(rapport.Invalid, "hours:%s is no amount of work", rapport.OneLine(text)).WithHint("write it as hours:4")
		}
		p.Hours = rapport.AmountOf(n)
	}
	if p.Record, err = w.record(); err != nil {
		return err
	}
	p = p.After(nil)
	step, err := desk.Add(ctx, w.tx, store.Promises, &p)
	w.steps, w.c.Promises = append(w.steps, step), append(w.c.Promises, p)
	return err
}

// sameBoss refuses a line that names another boss than the one of the talk.
func (w *writing) sameBoss(bosses []rapport.Slug) error {
	for _, slug := range bosses {
		if slug != w.boss.Slug {
			return rapport.Errorf(rapport.Invalid, "the talk was with @%s, and the line names @%s", w.boss.Slug, slug).
				WithHint(`write \@%s to keep the word`, slug)
		}
	}
	return nil
}

func (w *writing) told(ctx context.Context, text string) error {
	i, err := w.s.instructionOf(w.names, text, w.boss)
	if err != nil {
		return err
	}
	if i.Record, err = w.record(); err != nil {
		return err
	}
	step, err := desk.Add(ctx, w.tx, store.Instructions, &i)
	w.steps, w.c.Instructions = append(w.steps, step), append(w.c.Instructions, i)
	return err
}

func (w *writing) feedback(ctx context.Context, text string) error {
	line, err := w.s.sentence(text, "about", "kind")
	if err != nil {
		return err
	}
	if err := errors.Join(hasNoPlace(line, "feedback", placeless{goal: true, project: true, due: true}), w.sameBoss(line.Bosses)); err != nil {
		return err
	}
	f := rapport.Feedback{Sender: rapport.Person{Boss: w.boss.ID}, Text: whole(line), About: line.Said["about"]}
	switch kind := rapport.FeedbackKind(strings.ToLower(line.Said["kind"])); kind {
	case "", rapport.Praise, rapport.Change:
		f.Kind = kind
	default:
		return rapport.Errorf(rapport.Invalid, "%q is not what feedback wants", rapport.OneLine(string(kind))).WithHint("it is kind:praise or kind:change")
	}
	if f.Record, err = w.record(); err != nil {
		return err
	}
	step, err := desk.Add(ctx, w.tx, store.Feedbacks, &f)
	w.steps, w.c.Feedback = append(w.steps, step), append(w.c.Feedback, f)
	return err
}

func (w *writing) saw(ctx context.Context, text string) error {
	text, dim := cutMark(text, "dim")
	if text == "" {
		return rapport.Errorf(rapport.Invalid, "nothing stands there besides marks").WithHint("write what you saw: saw: asked for the table first dim:evidence")
	}
	o := rapport.Observation{Boss: w.boss.ID, Text: rapport.Private(text), Dim: dim}
	var err error
	if o.Record, err = w.record(); err != nil {
		return err
	}
	step, err := desk.Add(ctx, w.tx, store.Observations, &o)
	w.steps = append(w.steps, step)
	w.c.Observations++
	return err
}

func (w *writing) plate(ctx context.Context, text string) error {
	text, until := cutMark(text, "until")
	if text == "" {
		return rapport.Errorf(rapport.Invalid, "nothing stands there besides marks").WithHint(`write what weighs on them: plate: audit until:"10 dec"`)
	}
	p := rapport.BossPressure{Boss: w.boss.ID, Text: rapport.Private(text), From: w.day}
	if until != "" {
		a := when.Parse(until, w.s.Clock(when.Due))
		if a.Kind == when.None {
			return rapport.Errorf(rapport.Invalid, "what stands behind until: is not a day").WithHint(`write it as until:fri or until:"10 dec"`)
		}
		p.Until = a.LastDay()
	}
	var err error
	if p.Record, err = w.record(); err != nil {
		return err
	}
	step, err := desk.Add(ctx, w.tx, store.BossPressures, &p)
	w.steps = append(w.steps, step)
	w.c.Pressures++
	return err
}

// theirs puts what the boss asked for on the agenda of the next talk (P29).
func (w *writing) theirs(ctx context.Context, text string) error {
	line, err := w.s.sentence(text, "type", "minutes", "purpose")
	if err != nil {
		return err
	}
	if err := errors.Join(hasNoPlace(line, "an agenda item", placeless{goal: true, project: true, due: true}), w.sameBoss(line.Bosses)); err != nil {
		return err
	}
	line.Bosses = []rapport.Slug{w.boss.Slug}
	item, _, err := w.s.itemOf(ctx, w.tx, w.names, line)
	if err != nil {
		return err
	}
	// It is for the next talk, so it is dated now and carried from then on.
	item.Theirs = true
	if item.Record, err = w.s.Record(""); err != nil {
		return err
	}
	step, err := desk.Add(ctx, w.tx, store.AgendaItems, &item)
	w.steps, w.c.Theirs = append(w.steps, step), append(w.c.Theirs, item)
	return err
}

// raised says that an item of the agenda was talked about: its number, then the
// result.
func (w *writing) raised(ctx context.Context, text string) error {
	n, result := leadingNumber(text)
	if n == 0 {
		return rapport.Errorf(rapport.Invalid, "the number of the topic is missing").
			WithHint("write raised: 52 what came of it; `rapport agenda @%s` shows the numbers", w.boss.Slug)
	}
	item, steps, err := w.s.raise(ctx, w.tx, n, result, w.day, w.c.Meeting.ID)
	if err != nil {
		return err
	}
	if item.Boss != w.boss.ID {
		return rapport.Errorf(rapport.Invalid, "%d is a topic for @%s, and the talk was with @%s", n, w.names.Boss(item.Boss).Slug, w.boss.Slug).
			WithHint("`rapport agenda raised %d` says it without this talk", n)
	}
	w.steps, w.c.Raised = append(w.steps, steps...), append(w.c.Raised, item)
	return nil
}

// next books the talk that was agreed on.
func (w *writing) next(ctx context.Context, text string) error {
	t, err := w.s.read(w.names, text+" @"+string(w.boss.Slug), planned)
	if err != nil {
		return err
	}
	done, step, err := w.s.bookOn(ctx, w.tx, t)
	if err != nil {
		return err
	}
	w.steps, w.c.Next = append(w.steps, step), &done
	return nil
}
