package intake

import (
	"context"
	"slices"
	"strings"
	"time"

	"rapport"
	"rapport/internal/capture"
	"rapport/internal/store"
)

// Form reads files of one form, such as running notes. It is pure: the same
// text under the same circumstances always gives the same findings with the
// same keys.
type Form interface {
	// Kind is its name, such as notes.
	Kind() string
	// Read says what a text holds, or why it is none of the form.
	Read(text []byte, c Circumstances) (Document, error)
	// Answer reads what a person said about files of the form, such as
	// "Stuff=challenge", into what is remembered of it.
	Answer(said string, c Circumstances) ([]rapport.Mapping, error)
}

// Circumstances are what a reading depends on besides the text.
type Circumstances struct {
	Today rapport.Day
	Zone  *time.Location
	User  rapport.User
	Names rapport.Names
	// Boss is whom the file is about; the zero Boss where it is about nobody
	// or several.
	Boss rapport.Boss
	// Title is how people call the file.
	Title string
	// Answers are what the user said before, about whatever form.
	Answers []rapport.Mapping
	// Seen reports whether a key was proposed before.
	Seen    func(key string) bool
	Guesser *capture.Guesser
}

// Document is what a file says.
type Document struct {
	Found     []Finding
	Private   []PrivateFinding
	Questions []Question
	Skipped   []Skipped
	// Says are further things that people should know.
	Says []string
}

// Finding is a proposal that a file makes.
type Finding struct {
	rapport.Proposal
	// Anywhere says that the key means the same in every file of the form, so
	// that a copy of the file proposes nothing twice.
	Anywhere bool
	Line     int
}

// PrivateFinding is a private thought that a file holds. It is never proposed:
// the user is told how many there are, and may keep them all.
type PrivateFinding struct {
	Key  string
	Day  rapport.Day
	Text rapport.PrivateText
	// Weighs says that it is what weighs on the boss, and not a note.
	Weighs bool
}

// Question is something about a file that only the user knows.
type Question struct {
	// Title is the word that is asked about.
	Title string
	// Asks is the question in words.
	Asks string
	// Count is how many lines wait for the answer, Line where the first
	// stands, and Example what it says: for the owner's eyes.
	Count, Line int
	Example     string
	// Choices are the answers to offer; [Form.Answer] knows others too.
	Choices []string
}

// Skipped is a part of a file that was left out.
type Skipped struct {
	Line, LastLine int
	Text, Reason   string
	// Ahead says that nothing is wrong: its day is still to come.
	Ahead bool
}

// DocumentRequest says which file to take in, and how.
type DocumentRequest struct {
	Kind string
	// Location is the path that the file is known by, Title its name.
	Location, Title string
	Text            []byte
	// Boss is whom it is about; empty means the only one there is.
	Boss rapport.Slug
	// Answers are what the user says about it, such as "Stuff=challenge".
	Answers []string
	// Private keeps its private parts, as private notes.
	Private bool
}

// Taken says what came of taking a file in.
type Taken struct {
	Source rapport.Source
	Boss   rapport.Boss
	// New are the proposals made, Changed those that grew.
	New, Changed []rapport.Proposal
	// Before counts what the file holds and was proposed before.
	Before    int
	Questions []Question
	Skipped   []Skipped
	Says      []string
	// PrivateNew counts private parts that are not kept yet, PrivateKept those
	// that were kept now.
	PrivateNew, PrivateKept int
}

// Look reads a file and writes nothing down.
func (s *Service) Look(ctx context.Context, r DocumentRequest) (t Taken, err error) {
	r.Private = false
	return t, s.DB.Read(ctx, func(tx *store.Tx) error {
		var work taking
		work, err := s.prepare(ctx, tx, r)
		t = work.taken
		return err
	})
}

// Take reads a file and puts what is new in it into the inbox, together with
// the answers given: all in one step, or nothing.
func (s *Service) Take(ctx context.Context, r DocumentRequest) (t Taken, err error) {
	return t, s.DB.Write(ctx, func(tx *store.Tx) error {
		work, err := s.prepare(ctx, tx, r)
		if err != nil {
			return err
		}
		if err := work.write(ctx, tx); err != nil {
			return err
		}
		t = work.taken
		return s.change(ctx, tx, "read "+t.Source.Title, work.steps...)
	})
}

// taking is one reading of a file, before anything is written down.
type taking struct {
	s        *Service
	request  DocumentRequest
	taken    Taken
	answers  []rapport.Mapping
	restored []rapport.Proposal // proposed before, and taken back by undo
	before   map[rapport.ProposalID]rapport.Proposal
	private  []PrivateFinding
	steps    []store.Step
	// sourceGone says that the source is there, and removed.
	sourceGone bool
}

// prepare reads the file and compares it with what was proposed before.
func (s *Service) prepare(ctx context.Context, tx *store.Tx, r DocumentRequest) (w taking, err error) {
	w = taking{s: s, request: r, before: map[rapport.ProposalID]rapport.Proposal{}}
	form, err := s.form(r.Kind)
	if err != nil {
		return w, err
	}
	if err := w.findSource(ctx, tx); err != nil {
		return w, err
	}
	c, err := s.circumstances(ctx, tx, r)
	if err != nil {
		return w, err
	}
	w.taken.Boss = c.Boss
	for _, said := range r.Answers {
		learnt, err := form.Answer(said, c)
		if err != nil {
			return w, err
		}
		w.answers = append(w.answers, learnt...)
	}
	c.Answers = append(c.Answers, w.answers...)
	all, err := tx.ProposalsOfKind(ctx, s.User.ID, r.Kind)
	if err != nil {
		return w, err
	}
	known := make(map[string]rapport.Proposal, len(all))
	for _, p := range all {
		if have, twice := known[p.Key]; !twice || have.Source != w.taken.Source.ID {
			known[p.Key] = p
		}
	}
	c.Seen = func(key string) bool { _, ok := known[key]; return ok }
	doc, err := form.Read(r.Text, c)
	if err != nil {
		return w, err
	}
	w.taken.Questions, w.taken.Skipped, w.taken.Says = doc.Questions, doc.Skipped, doc.Says
	hand, err := s.byHand(ctx, tx, doc.Found, all)
	if err != nil {
		return w, err
	}
	for _, f := range doc.Found {
		have, seen := known[f.Key]
		if !seen && hand.has(f.Proposal) {
			w.taken.Before++
			continue
		}
		w.sort(f.Proposal, have, seen && (f.Anywhere || have.Source == w.taken.Source.ID))
	}
	for _, p := range doc.Private {
		_, found, err := tx.RecordByLine(ctx, s.User.ID, privateLine(r.Kind, p))
		if err != nil {
			return w, err
		}
		if !found {
			w.private = append(w.private, p)
		}
	}
	w.taken.PrivateNew = len(w.private)
	return w, nil
}

// privateLine is the identity of what a private finding becomes, so that it is
// kept once. It holds no word of it.
func privateLine(kind string, p PrivateFinding) rapport.LineID {
	return rapport.LineID(kind + ":" + p.Key)
}

func (s *Service) form(kind string) (Form, error) {
	var known []string
	for _, f := range s.Forms {
		if f.Kind() == kind {
			return f, nil
		}
		known = append(known, f.Kind())
	}
	return nil, rapport.Errorf(rapport.Invalid, "files of the form %q cannot be read", kind).WithHint("forms that can be read: %s", strings.Join(known, " "))
}

func (w *taking) findSource(ctx context.Context, tx *store.Tx) error {
	sources, err := tx.AllSources(ctx, w.s.User.ID)
	if err != nil {
		return err
	}
	w.taken.Source = rapport.Source{Record: w.s.record(), Kind: w.request.Kind, Location: w.request.Location, Title: w.request.Title}
	for _, source := range sources {
		if source.Kind == w.request.Kind && source.Location == w.request.Location {
			w.taken.Source, w.sourceGone = source, source.Removed != 0
		}
	}
	return nil
}

// circumstances gathers what the reading depends on.
func (s *Service) circumstances(ctx context.Context, tx *store.Tx, r DocumentRequest) (c Circumstances, err error) {
	now := s.Now()
	c = Circumstances{Today: rapport.DayOf(now), Zone: now.Location(), User: s.User, Title: r.Title}
	if c.Names, err = tx.Names(ctx, s.User.ID); err != nil {
		return c, err
	}
	if c.Answers, err = store.Mappings.List(ctx, tx, s.User.ID, store.FactFilter{Oldest: true}); err != nil {
		return c, err
	}
	if c.Boss, err = bossOf(c, r); err != nil {
		return c, err
	}
	corrections, err := tx.Corrections(ctx, s.User.ID, rapport.AboutKind, 100)
	c.Guesser = guesserOf(corrections)
	return c, err
}

// bossOf finds whom a file is about: the boss that is named now or was named
// the last time, else the only one there is, else nobody.
func bossOf(c Circumstances, r DocumentRequest) (rapport.Boss, error) {
	if r.Boss != "" {
		return rapport.FindBoss(c.Names.Bosses, r.Boss)
	}
	for _, m := range slices.Backward(c.Answers) {
		if m.About == fileOf(r.Kind) && m.Name == r.Location && m.Boss != 0 {
			return c.Names.Boss(m.Boss), nil
		}
	}
	b, err := rapport.FindBoss(c.Names.Bosses, "")
	if rapport.CodeOf(err) == rapport.NotFound {
		return b, nil // nobody is on record, and much can be read all the same
	}
	return b, err
}

// fileOf is what a mapping of a file to its boss is about.
func fileOf(kind string) string { return kind + "-file" }

// sort compares what the file says with what was proposed before.
func (w *taking) sort(p, have rapport.Proposal, seen bool) {
	p.State = rapport.Open
	p.Source = w.taken.Source.ID
	switch {
	case !seen:
		p.Record = w.s.record()
		w.taken.New = append(w.taken.New, p)
	case have.Removed != 0:
		p.ID, p.Record, p.Source = have.ID, have.Record, have.Source
		w.before[p.ID] = have
		w.restored = append(w.restored, p)
	case have.State == rapport.Open && !isEdited(have) && !sameProposal(have, p):
		p.ID, p.Record, p.Source = have.ID, have.Record, have.Source
		w.before[p.ID] = have
		w.taken.Changed = append(w.taken.Changed, p)
	default:
		w.taken.Before++
	}
}

// sameProposal reports whether the file says of a proposal what it said before.
func sameProposal(have, p rapport.Proposal) bool {
	return have.Text == p.Text && have.Kind == p.Kind && have.Becomes == p.Becomes && have.Day == p.Day && have.Due == p.Due &&
		have.Boss == p.Boss && have.By == p.By && have.To == p.To && have.Project == p.Project && have.Particulars == p.Particulars
}

// write puts down what prepare found.
func (w *taking) write(ctx context.Context, tx *store.Tx) error {
	if w.taken.Source.ID == 0 && len(w.taken.New)+len(w.answers)+len(w.private) == 0 {
		return nil // a file with nothing in it leaves no trace
	}
	if err := w.writeSource(ctx, tx); err != nil {
		return err
	}
	if err := w.learn(ctx, tx); err != nil {
		return err
	}
	for i := range w.taken.New {
		p := &w.taken.New[i]
		p.Source = w.taken.Source.ID
		if err := tx.InsertProposal(ctx, p); err != nil {
			return err
		}
		w.steps = append(w.steps, store.Step{Verb: "add", Noun: store.ProposalNoun, ID: rapport.RecordID(p.ID)})
	}
	for _, p := range slices.Concat(w.taken.Changed, w.restored) {
		if err := w.rewrite(ctx, tx, p); err != nil {
			return err
		}
	}
	for i := range w.restored {
		w.restored[i].Removed = 0
	}
	w.taken.New = append(w.taken.New, w.restored...)
	return w.keepPrivate(ctx, tx)
}

func (w *taking) rewrite(ctx context.Context, tx *store.Tx, p rapport.Proposal) error {
	step, err := store.Edited(store.ProposalNoun, rapport.RecordID(p.ID), w.before[p.ID])
	if err != nil {
		return err
	}
	w.steps = append(w.steps, step)
	if p.Removed != 0 {
		if err := w.restore(ctx, tx, store.ProposalNoun, rapport.RecordID(p.ID)); err != nil {
			return err
		}
	}
	return tx.UpdateProposal(ctx, p)
}

// restore brings a removed record back.
func (w *taking) restore(ctx context.Context, tx *store.Tx, noun store.Noun, id rapport.RecordID) error {
	_, err := tx.SetRemoved(ctx, w.s.User.ID, id, 0)
	w.steps = append(w.steps, store.Step{Verb: "restore", Noun: noun, ID: id})
	return err
}

func (w *taking) writeSource(ctx context.Context, tx *store.Tx) error {
	source := &w.taken.Source
	switch {
	case source.ID == 0:
		if err := tx.InsertSource(ctx, source); err != nil {
			return err
		}
		w.steps = append(w.steps, store.Step{Verb: "add", Noun: store.SourceNoun, ID: rapport.RecordID(source.ID)})
	case w.sourceGone:
		source.Removed = 0
		return w.restore(ctx, tx, store.SourceNoun, rapport.RecordID(source.ID))
	}
	return nil
}

// learn remembers what the user said about the file, so that it is not asked
// again.
func (w *taking) learn(ctx context.Context, tx *store.Tx) error {
	if w.request.Boss != "" {
		w.answers = append(w.answers, rapport.Mapping{
			About: fileOf(w.request.Kind), Name: w.request.Location, Meaning: "@" + string(w.taken.Boss.Slug), Boss: w.taken.Boss.ID,
		})
	}
	have, err := store.Mappings.List(ctx, tx, w.s.User.ID, store.FactFilter{Oldest: true})
	if err != nil {
		return err
	}
	steps, err := w.s.remember(ctx, tx, have, w.answers...)
	w.steps = append(w.steps, steps...)
	return err
}

// remember writes down answers of the user; one that says what is on record
// already changes nothing, one that says something else replaces it.
func (s *Service) remember(ctx context.Context, tx *store.Tx, have []rapport.Mapping, answers ...rapport.Mapping) (steps []store.Step, err error) {
	for _, a := range answers {
		at := slices.IndexFunc(have, func(m rapport.Mapping) bool { return m.About == a.About && m.Name == a.Name })
		if at < 0 {
			a.Record = s.record()
			if err := store.Mappings.Insert(ctx, tx, &a); err != nil {
				return steps, err
			}
			steps, have = append(steps, store.Step{Verb: "add", Noun: store.MappingNoun, ID: rapport.RecordID(a.ID)}), append(have, a)
			continue
		}
		m := have[at]
		if m.Meaning == a.Meaning && m.Boss == a.Boss {
			continue
		}
		step, err := store.Mappings.Edited(m)
		if err != nil {
			return steps, err
		}
		m.Meaning, m.Boss = a.Meaning, a.Boss
		if err := store.Mappings.Update(ctx, tx, m); err != nil {
			return steps, err
		}
		steps, have[at] = append(steps, step), m
	}
	return steps, nil
}

// keepPrivate keeps the private parts of the file, where the user said so.
func (w *taking) keepPrivate(ctx context.Context, tx *store.Tx) error {
	if !w.request.Private {
		return nil
	}
	for _, p := range w.private {
		record := w.s.recordOn(p.Day)
		record.Line = privateLine(w.request.Kind, p)
		step := store.Step{Verb: "add", Noun: store.NoteNoun}
		if p.Weighs {
			weight := rapport.BossPressure{Boss: w.taken.Boss.ID, Text: p.Text}
			weight.Record = record
			if err := store.BossPressures.Insert(ctx, tx, &weight); err != nil {
				return err
			}
			step.Noun, step.ID = store.PressureNoun, rapport.RecordID(weight.ID)
		} else {
			note := rapport.PrivateNote{Record: record, Day: p.Day, Text: p.Text}
			if err := tx.InsertNote(ctx, &note); err != nil {
				return err
			}
			step.ID = rapport.RecordID(note.ID)
		}
		w.steps = append(w.steps, step)
	}
	w.taken.PrivateKept, w.taken.PrivateNew = len(w.private), 0
	return nil
}
