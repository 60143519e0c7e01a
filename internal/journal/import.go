package journal

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// ImportOptions say how to read a journal.
type ImportOptions struct {
	// Lenient keeps lines with an unknown type or field aside instead of
	// refusing them.
	Lenient bool
	// Progress is called now and then with the number of lines read; it may be
	// nil. A transaction that has to run again starts anew from 0.
	Progress func(lines int)
}

// ImportResult says what became of the lines of a journal.
type ImportResult struct {
	Lines int
	// Types are the counts of each type that occurred, by name.
	Types []TypeCount
	// Notes say what the user may want to look at, such as a goal that moved
	// to another boss.
	Notes []string
}

// TypeCount counts the lines of one type.
type TypeCount struct {
	Type string
	// Added lines are new, Unchanged ones the store had already, Kept ones are
	// new and kept aside: of a type or with a field that this version does not
	// know, or naming what only such a line introduces.
	Added, Unchanged, Kept int
}

// Total adds up all types.
func (r ImportResult) Total() (total TypeCount) {
	for _, c := range r.Types {
		total.Added += c.Added
		total.Unchanged += c.Unchanged
		total.Kept += c.Kept
	}
	return total
}

// Import reads a journal into the record of the user: all of its lines or
// none.
//
// A line whose id the store has is unchanged if it says the same, and refused
// otherwise: the store never guesses which of two stories is true. A line may
// name what only a later line introduces. A second line that introduces the
// same name says anew all that holds from its time on; the earlier line goes
// out again as it came in.
//
// The journal is read from where r stands and may be read several times; what
// cannot be read twice is copied to a private file that is gone afterwards.
func (s *Service) Import(ctx context.Context, r io.Reader, opt ImportOptions) (result ImportResult, err error) {
	file, err := spool(r, s.DB.Location())
	if err != nil {
		return result, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	var user rapport.User
	err = s.DB.Write(ctx, func(tx *store.Tx) error {
		x, err := newExchange(ctx, tx, s.User)
		if err != nil {
			return err
		}
		im := &importer{
			exchange: x, opt: opt, counts: map[string]*TypeCount{}, aside: map[wire.Name]bool{},
			remembered: map[wire.Name]bool{}, partial: map[rapport.LineID]string{},
		}
		if err := im.run(ctx, file); err != nil {
			return err
		}
		im.addressNote()
		user, result = x.user, im.result()
		if result.Total().Added == 0 {
			return nil
		}
		// A change without steps: undo stops here.
		return s.noted(ctx, tx, fmt.Sprintf("took in %s of a journal", counted(result.Total().Added, "line", "lines")))
	})
	if err != nil {
		return ImportResult{}, err
	}
	s.User = user
	return result, nil
}

// importer takes the lines of one journal into one transaction.
//
// Most lines are taken as they come. One that names something the journal has
// not introduced yet is remembered by its place in the file and looked at
// again at the end.
type importer struct {
	*exchange
	opt ImportOptions
	// fresh: the store holds nothing but a user who has said nothing.
	fresh bool
	// again: this is the second look, when all names must be known.
	again bool
	// moving: the lines come from the store, where they were kept.
	moving bool
	lines  int
	counts map[string]*TypeCount
	notes  []string
	// aside are names that only lines kept aside introduce.
	aside map[wire.Name]bool

	// remembered are the names of kept lines that lead to their rows.
	remembered map[wire.Name]bool
	// partial are lines that introduce something and are incomplete.
	partial map[rapport.LineID]string

	// missing are names that the line at hand uses and nothing introduced yet;
	// setAside says that one of them was kept aside.
	missing  []unknownName
	setAside bool
	// mayBeBoss says that the line at hand names what a later line may
	// introduce, and that it can stand without: a person.
	mayBeBoss bool
	// promised says that promises, or what happened to them, came in;
	// firstEvent is the first of the latter, unfitting are those that fit no
	// promise.
	promised   bool
	firstEvent rapport.RecordID
	unfitting  []rapport.RecordID

	known      []knownLine
	knownBytes int
	// waiting are lines that are not in the store, unfinished those that are
	// but lack names, or have to be compared again.
	waiting, unfinished pendingLines
	// waitsSince is the instant of the last line that waits.
	waitsSince rapport.Instant
	// lastReport is the report that was looked for last: the entries it told
	// come one after another.
	lastReport struct {
		line rapport.LineID
		id   rapport.ReportID
	}
}

// verdict says what became of a line.
type verdict int8

const (
	// taken: all of it is in the store.
	taken verdict = iota
	// incomplete: it is in the store but for names not known yet.
	incomplete
	// untold: all of it is in the store but for the reports that told it.
	untold
	// postponed: it cannot be in the store before a name is known.
	postponed
	// held: it waits for a postponed line of the same instant, so that both
	// keep their order.
	held
	// compared: the store has a line with its id that differs so far.
	compared
	// kept: it is kept as it came.
	kept
)

const progressEvery = 1000

func (im *importer) run(ctx context.Context, file *spooled) error {
	present, removed, err := im.tx.CountRecords(ctx, im.owner)
	if err != nil {
		return err
	}
	total := 0
	for _, counts := range [...]map[store.Noun]int{present, removed} {
		for _, n := range counts {
			total += n
		}
	}
	im.fresh = total == 1 && saysNothing(im.user)
	reader, err := file.lines()
	if err != nil {
		return err
	}
	for {
		raw, err := reader.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if err := im.read(ctx, raw); err != nil {
			return placedAt(err, raw.Number)
		}
		if im.lines++; im.opt.Progress != nil && im.lines%progressEvery == 0 {
			im.opt.Progress(im.lines)
		}
	}
	return im.finish(ctx, file)
}

// placedAt names the line that an error for people is about, and the next step
// where the error offers none of its own.
func placedAt(err error, number int) error {
	var e *rapport.Error
	if !errors.As(err, &e) {
		return err
	}
	if e.Place == "" {
		e = e.WithPlace("line %d", number)
	}
	if e.Hint == "" && e.Code == rapport.Invalid {
		e = e.WithHint("put the line right and import the file again; nothing of it was taken")
	}
	return e
}

// read takes one line of the file for the first time.
func (im *importer) read(ctx context.Context, raw wire.RawLine) error {
	line, err := raw.Decode(im.opt.Lenient)
	if err != nil {
		return err
	}
	if im.isDeparture(line) {
		im.count(line.Body.Type()).Unchanged++
		return nil
	}
	ref, found, err := im.tx.RecordByLine(ctx, im.owner, line.ID)
	if err != nil {
		return err
	}
	if found {
		return im.remember(ctx, knownLine{ref, wire.Encode(line), line.Body.Type(), raw.Number, raw.Offset})
	}
	if im.waiting.any() && line.T.At == im.waitsSince {
		im.waiting.add(raw, held)
		return nil
	}
	return im.takeOrWait(ctx, line, raw)
}

// takeOrWait takes a line or remembers it for another look.
func (im *importer) takeOrWait(ctx context.Context, line wire.Line, raw wire.RawLine) error {
	v, err := im.take(ctx, line)
	if err != nil {
		return err
	}
	switch v {
	case postponed:
		im.waiting.add(raw, v)
		im.waitsSince = line.T.At
		return nil
	case incomplete, untold:
		im.unfinished.add(raw, v)
	}
	im.tally(line, v)
	return nil
}

// isDeparture reports whether the line says of a boss who left what the store
// knows, be it without a record of its own.
func (im *importer) isDeparture(line wire.Line) bool {
	body, ok := line.Body.(*wire.BossLeft)
	if !ok {
		return false
	}
	boss := im.bosses.byName[body.Boss]
	return boss != nil && !boss.Left.IsZero() && boss.Left == line.T && departureID(*boss) == line.ID
}

func (im *importer) count(typeName string) *TypeCount {
	c := im.counts[typeName]
	if c == nil {
		c = &TypeCount{Type: typeName}
		im.counts[typeName] = c
	}
	return c
}

func (im *importer) tally(line wire.Line, v verdict) {
	c := im.count(line.Body.Type())
	if v == kept {
		c.Kept++
	} else {
		c.Added++
	}
}

func (im *importer) note(note string) {
	const most = 20
	if len(im.notes) < most && !slices.Contains(im.notes, note) {
		im.notes = append(im.notes, note)
	}
}

func (im *importer) result() ImportResult {
	r := ImportResult{Lines: im.lines, Notes: im.notes}
	for _, c := range im.counts {
		r.Types = append(r.Types, *c)
	}
	slices.SortFunc(r.Types, func(a, b TypeCount) int { return strings.Compare(a.Type, b.Type) })
	return r
}

// knownLine is a line whose id the store has.
type knownLine struct {
	ref    store.RecordRef
	text   []byte
	typ    string
	number int
	offset int64
}

// remember puts a known line aside until enough of them are there to be
// compared at once.
func (im *importer) remember(ctx context.Context, k knownLine) error {
	const most, mostBytes = 256, 1 << 20
	im.known = append(im.known, k)
	im.knownBytes += len(k.text)
	if len(im.known) < most && im.knownBytes < mostBytes {
		return nil
	}
	return im.compareKnown(ctx)
}

// compareKnown compares known lines with what the store would export. One that
// differs may have to wait for names that come later in the file.
func (im *importer) compareKnown(ctx context.Context) error {
	refs := make([]store.RecordRef, 0, len(im.known))
	seen := map[rapport.RecordID]int{}
	for _, k := range im.known {
		if _, ok := seen[k.ref.ID]; !ok {
			seen[k.ref.ID] = len(refs)
			refs = append(refs, k.ref)
		}
	}
	have, err := im.exchange.lines(ctx, refs)
	if err != nil {
		return err
	}
	for _, k := range im.known {
		switch {
		case string(have[seen[k.ref.ID]]) == string(k.text):
			im.count(k.typ).Unchanged++
		case im.again || !im.waiting.any() && !im.unfinished.any():
			return changedLine(k, have[seen[k.ref.ID]])
		default:
			im.unfinished.add(wire.RawLine{Number: k.number, Offset: k.offset}, compared)
		}
	}
	im.known, im.knownBytes = im.known[:0], 0
	return nil
}

// changedLine refuses a line that tells another story than the store. The
// store's own is quoted where nothing private can stand in it: an error ends up
// in logs and in letters to whoever helps.
func changedLine(k knownLine, have []byte) error {
	const most = 300
	e := rapport.Errorf(rapport.Conflict, "the store has a line with this id that says something else").WithPlace("line %d", k.number)
	if have == nil {
		return e.WithHint("give the line another id, or leave it out")
	}
	switch k.ref.Noun {
	case store.EntryNoun, store.BossNoun, store.GoalNoun, store.ProjectNoun:
		if len(have) <= most {
			return e.WithHint("the store has %s; leave the line out to keep that, or give it another id to add it", have)
		}
	}
	return e.WithHint("leave the line out to keep what the store has, or give it another id to add it")
}

// pendingLines remembers lines by their place in the file, in a few bytes each:
// for every line the distance in bytes and in lines to the one before, and a
// verdict.
type pendingLines struct {
	n      int
	bytes  []byte
	offset int64
	number int
}

func (p *pendingLines) any() bool { return p.n > 0 }

func (p *pendingLines) add(raw wire.RawLine, v verdict) {
	p.n++
	p.bytes = binary.AppendVarint(p.bytes, raw.Offset-p.offset)
	p.bytes = binary.AppendVarint(p.bytes, int64(raw.Number-p.number)<<3|int64(v))
	p.offset, p.number = raw.Offset, raw.Number
}

// each calls f for every line in the order they were added.
func (p *pendingLines) each(f func(offset int64, number int, v verdict) error) error {
	var offset, number int64
	for rest := p.bytes; len(rest) > 0; {
		distance, n := binary.Varint(rest)
		lines, m := binary.Varint(rest[n:])
		rest = rest[n+m:]
		offset, number = offset+distance, number+lines>>3
		if err := f(offset, int(number), verdict(lines&7)); err != nil {
			return err
		}
	}
	return nil
}
