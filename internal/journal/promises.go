package journal

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/store"
)

// ledger goes through the promises of a user and what happened to them in the
// order of the journal. It finds the promise that each line is about and writes
// where each promise stands.
//
// Which promise a part of its text means depends on the others that were open
// at that time, and so on lines that may come later in a file, or in another
// file. The ledger is therefore gone through as a whole, from its beginning:
// the same lines lead to the same promises, whatever the order in which they
// came in. It holds the promises that are open and lets go of the others.
type ledger struct {
	*exchange
	open openPromises
	// stored is where the open promises stand in the store.
	stored map[rapport.FactID]rapport.Standing
	// early are the events that fitted no promise at their time.
	early []rapport.FactID
	// unfitting are the events that fit none, or several.
	unfitting []rapport.RecordID
	// late are promises of which an older event was found last.
	late []rapport.FactID
}

// settlePromises goes through the ledger. It returns the events that fit no
// promise.
func (x *exchange) settlePromises(ctx context.Context) ([]rapport.RecordID, error) {
	l := &ledger{exchange: x, stored: map[rapport.FactID]rapport.Standing{}}
	var after store.RecordRef
	for {
		refs, err := x.tx.PromiseRecords(ctx, x.owner, after, exportPage)
		if err != nil {
			return nil, err
		}
		if err := l.page(ctx, refs); err != nil {
			return nil, err
		}
		if len(refs) < exportPage {
			break
		}
		after = refs[len(refs)-1]
	}
	for _, id := range l.early {
		if err := l.fitLater(ctx, id); err != nil {
			return nil, err
		}
	}
	for id, standing := range l.stored {
		if p := l.open.byID[id]; p.Standing != standing {
			if err := x.tx.SetStanding(ctx, p); err != nil {
				return nil, err
			}
		}
	}
	for _, id := range l.late {
		if err := x.tx.SettlePromise(ctx, x.owner, id); err != nil {
			return nil, err
		}
	}
	return l.unfitting, nil
}

// page takes some records of the ledger, in their order.
func (l *ledger) page(ctx context.Context, refs []store.RecordRef) error {
	ids := map[store.Noun][]rapport.FactID{}
	for _, ref := range refs {
		ids[ref.Noun] = append(ids[ref.Noun], rapport.FactID(ref.ID))
	}
	promises, err := store.Promises.ByID(ctx, l.tx, l.owner, ids[store.PromiseNoun])
	if err != nil {
		return err
	}
	events, err := store.PromiseEvents.ByID(ctx, l.tx, l.owner, ids[store.PromiseEventNoun])
	if err != nil {
		return err
	}
	led := make([]rapport.FactID, len(events))
	for i, e := range events {
		led[i] = e.Promise
	}
	if err := l.findPointed(ctx, led); err != nil {
		return err
	}
	promise, event := byFact(promises), byFact(events)
	for _, ref := range refs {
		switch ref.Noun {
		case store.PromiseNoun:
			err = l.made(ctx, promise[rapport.FactID(ref.ID)])
		default:
			err = l.happened(ctx, event[rapport.FactID(ref.ID)])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// byFact finds facts by their id.
func byFact[T any, P interface {
	*T
	Head() *rapport.Fact
}](facts []T) map[rapport.FactID]T {
	all := make(map[rapport.FactID]T, len(facts))
	for i := range facts {
		all[P(&facts[i]).Head().ID] = facts[i]
	}
	return all
}

// made takes a promise as it was made: nothing has happened to it yet.
func (l *ledger) made(_ context.Context, p rapport.Promise) error {
	l.stored[p.ID] = p.Standing
	l.open.put(p.After(nil))
	return nil
}

// happened takes an event.
func (l *ledger) happened(ctx context.Context, e rapport.PromiseEvent) error {
	id, several, err := l.meant(ctx, e)
	if err != nil {
		return err
	}
	switch {
	case id != 0:
	case e.Ref == "" && !several:
		l.early = append(l.early, e.ID)
		return nil
	default:
		l.unfitting = append(l.unfitting, rapport.RecordID(e.ID))
	}
	if err := l.lead(ctx, e, id); err != nil || id == 0 || e.Removed != 0 {
		return err
	}
	p, found := l.open.byID[id]
	if !found {
		promises, err := store.Promises.ByID(ctx, l.tx, l.owner, []rapport.FactID{id})
		if err != nil || len(promises) == 0 {
			return err
		}
		p = promises[0]
		if comesAfter(p.Fact, e.Fact) {
			l.late = append(l.late, id)
			return nil
		}
		l.stored[id] = p.Standing // it was open before
	}
	l.open.put(p.With(e))
	if now := p.With(e); now.State != rapport.StateOpen {
		stored := l.stored[id]
		delete(l.stored, id)
		if now.Standing != stored {
			return l.tx.SetStanding(ctx, now)
		}
	}
	return nil
}

// lead makes an event lead to the promise that it is about, zero for none.
func (l *ledger) lead(ctx context.Context, e rapport.PromiseEvent, to rapport.FactID) error {
	if e.Promise == to {
		return nil
	}
	return l.tx.SetPromise(ctx, l.owner, e.ID, to)
}

// comesAfter reports whether a fact stands behind another in the journal.
func comesAfter(f, other rapport.Fact) bool {
	return f.At.At > other.At.At || f.At.At == other.At.At && f.ID > other.ID
}

// meant returns the promise that an event is about, zero where none fits;
// several says that this is because too many do.
func (l *ledger) meant(ctx context.Context, e rapport.PromiseEvent) (id rapport.FactID, several bool, err error) {
	switch {
	case e.Ref != "":
		ref, found, err := l.tx.RecordByLine(ctx, l.owner, e.Ref)
		if found && ref.Noun == store.PromiseNoun {
			id = rapport.FactID(ref.ID)
		}
		return id, false, err
	case e.Promise != 0 && l.refOf(e) != "":
		return e.Promise, false, nil // as it would go out
	}
	fitting := l.open.fitting(e, func(rapport.Promise) bool { return true })
	if len(fitting) != 1 {
		return 0, len(fitting) > 1, nil
	}
	return fitting[0], false, nil
}

// fitLater looks once more at an event that no promise of its time fits: the
// promise may have been written down, or dated, later.
func (l *ledger) fitLater(ctx context.Context, id rapport.FactID) error {
	events, err := store.PromiseEvents.ByID(ctx, l.tx, l.owner, []rapport.FactID{id})
	if err != nil || len(events) == 0 {
		return err
	}
	e := events[0]
	fitting := l.open.fitting(e, func(p rapport.Promise) bool { return comesAfter(p.Fact, e.Fact) })
	if len(fitting) != 1 {
		l.unfitting = append(l.unfitting, rapport.RecordID(id))
		return l.lead(ctx, e, 0)
	}
	if err := l.lead(ctx, e, fitting[0]); err != nil || e.Removed != 0 {
		return err
	}
	// All that happened to it is taken in order once more.
	l.late = append(l.late, fitting[0])
	delete(l.stored, fitting[0])
	l.open.put(l.open.byID[fitting[0]].With(e))
	return nil
}

// openPromises finds open promises by a part of their text. It knows every
// three bytes that stand in a row in one of them: going through all promises
// for each line about one would make a long journal slow.
type openPromises struct {
	byID  map[rapport.FactID]rapport.Promise
	grams map[[3]byte][]rapport.FactID
	// closed counts promises on the lists that are open no longer.
	closed int
}

// put takes note of a promise, which may be known already and no longer open.
func (o *openPromises) put(p rapport.Promise) {
	_, known := o.byID[p.ID]
	switch {
	case p.State == rapport.StateOpen:
		if o.byID == nil {
			o.byID, o.grams = map[rapport.FactID]rapport.Promise{}, map[[3]byte][]rapport.FactID{}
		}
		if o.byID[p.ID] = p; !known {
			o.list(p)
		}
	case known:
		delete(o.byID, p.ID)
		if o.closed++; o.closed > len(o.byID) {
			// Most of what the lists hold is closed: they are made anew.
			clear(o.grams)
			for _, p := range o.byID {
				o.list(p)
			}
			o.closed = 0
		}
	}
}

// list puts a promise on the lists of its grams.
func (o *openPromises) list(p rapport.Promise) {
	for gram := range gramsOf(p.Text) {
		o.grams[gram] = append(o.grams[gram], p.ID)
	}
}

// fitting returns the promises that an event may be about, two at most: of
// more it fits none.
func (o *openPromises) fitting(e rapport.PromiseEvent, also func(rapport.Promise) bool) (found []rapport.FactID) {
	if strings.TrimSpace(e.Text) == "" {
		return nil
	}
	try := func(id rapport.FactID) (more bool) {
		p := o.byID[id]
		if p.Removed > e.At.At {
			p.Removed = 0 // it was there at that time
		}
		if _, ok := rapport.FindPromise([]rapport.Promise{p}, e.Text, e.By); ok && also(p) && !slices.Contains(found, id) {
			found = append(found, id)
		}
		return len(found) < 2
	}
	var rarest []rapport.FactID
	hasGrams := false
	for gram := range gramsOf(strings.TrimSpace(e.Text)) {
		if ids := o.grams[gram]; !hasGrams || len(ids) < len(rarest) {
			rarest, hasGrams = ids, true
		}
	}
	if !hasGrams {
		rarest = slices.Collect(maps.Keys(o.byID)) // the text is too short
	}
	for _, id := range rarest {
		if !try(id) {
			break
		}
	}
	return found
}

// gramsOf returns the different three bytes in a row of a text, in lower case.
func gramsOf(text string) map[[3]byte]struct{} {
	text = strings.ToLower(text)
	grams := make(map[[3]byte]struct{}, len(text))
	for i := range len(text) - 2 {
		grams[[3]byte{text[i], text[i+1], text[i+2]}] = struct{}{}
	}
	return grams
}

// refOf is the line of the promise that an event is about, where its text alone
// would not lead there in another store: the promise was put into other words,
// or the program knew which one is meant.
func (x *exchange) refOf(e rapport.PromiseEvent) rapport.LineID {
	p := x.pointed[e.Promise]
	asOpen := p.promise
	asOpen.State = rapport.StateOpen
	if asOpen.Removed > e.At.At {
		asOpen.Removed = 0
	}
	if e.Text != "" {
		if _, found := rapport.FindPromise([]rapport.Promise{asOpen}, e.Text, e.By); found {
			return ""
		}
	}
	return p.line
}

// finishPromises goes through the promises, if there is anything new about
// them, and says how many new lines fit none.
func (im *importer) finishPromises(ctx context.Context) error {
	if !im.promised {
		return nil
	}
	im.promised = false
	var err error
	if im.unfitting, err = im.settlePromises(ctx); err != nil {
		return err
	}
	n := 0
	for _, id := range im.unfitting {
		if im.firstEvent != 0 && id >= im.firstEvent {
			n++
		}
	}
	if n > 0 {
		im.note(fmt.Sprintf("%s about promises %s no open promise, or several; kept as they are",
			counted(n, "line", "lines"), map[bool]string{true: "fits", false: "fit"}[n == 1]))
	}
	return nil
}
