package journal

import (
	"bufio"
	"cmp"
	"context"
	"io"
	"slices"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// exportPage is how many records are held in memory at a time.
const exportPage = 256

// Export writes the whole record of the user as a journal: removed records,
// lines that this version only keeps, private notes, all that was entered or
// approved. It reads one snapshot of the store in constant memory.
//
// Lines stand by instant, then in order of arrival. Importing them into an
// empty store and exporting that gives the same bytes.
func (s *Service) Export(ctx context.Context, w io.Writer) error {
	return s.DB.Read(ctx, func(tx *store.Tx) error {
		x, err := newExchange(ctx, tx, s.User)
		if err != nil {
			return err
		}
		out := bufio.NewWriterSize(w, 64<<10)
		if err := x.writeAll(ctx, out); err != nil {
			return err
		}
		return unwritable(out.Flush())
	})
}

func unwritable(err error) error {
	if err == nil {
		return nil
	}
	return rapport.Errorf(rapport.Unavailable, "the journal cannot be written: %w", err).
		WithHint("check the disk and the path, then run `rapport export` again")
}

func (x *exchange) writeAll(ctx context.Context, out *bufio.Writer) error {
	write := func(line []byte) error {
		if line == nil {
			return nil
		}
		// An error stays with the writer; Flush would report it too.
		if _, err := out.Write(append(line, '\n')); err != nil {
			return unwritable(err)
		}
		return nil
	}
	departures, err := x.departures(ctx)
	if err != nil {
		return err
	}
	var after store.RecordRef
	for {
		refs, err := x.tx.RecordPage(ctx, x.owner, after, exportPage)
		if err != nil {
			return err
		}
		lines, err := x.lines(ctx, refs)
		if err != nil {
			return err
		}
		for i, line := range lines {
			for len(departures) > 0 && departures[0].T.At < refs[i].At.At {
				if err := write(wire.Encode(departures[0])); err != nil {
					return err
				}
				departures = departures[1:]
			}
			if err := write(line); err != nil {
				return err
			}
		}
		if len(refs) < exportPage {
			break
		}
		after = refs[len(refs)-1]
	}
	for _, line := range departures {
		if err := write(wire.Encode(line)); err != nil {
			return err
		}
	}
	return nil
}

// departures are the lines that say that a boss left, where no record of its
// own holds the place of the line: the user said so in this store.
func (x *exchange) departures(ctx context.Context) (lines []wire.Line, err error) {
	for _, boss := range x.bosses.byID {
		if boss.Left.IsZero() {
			continue
		}
		ref, found, err := x.tx.RecordByLine(ctx, x.owner, departureID(*boss))
		if err != nil {
			return nil, err
		}
		if !found || ref.At != boss.Left {
			lines = append(lines, departure(*boss))
		}
	}
	slices.SortFunc(lines, func(a, b wire.Line) int {
		return cmp.Or(cmp.Compare(a.T.At, b.T.At), cmp.Compare(a.ID, b.ID))
	})
	return lines, nil
}

// departureID is the identity of the line that says that a boss left.
func departureID(b rapport.Boss) rapport.LineID {
	if b.LeftLine != "" {
		return b.LeftLine
	}
	return b.Line + "-left"
}

func departure(b rapport.Boss) wire.Line {
	return wire.Line{ID: departureID(b), T: b.Left, Body: &wire.BossLeft{Boss: b.Slug}}
}

// lines returns the canonical line of each record, nil for one that is not
// written.
func (x *exchange) lines(ctx context.Context, refs []store.RecordRef) ([][]byte, error) {
	at := make(map[rapport.RecordID]int, len(refs))
	byNoun := map[store.Noun][]rapport.RecordID{}
	for i, ref := range refs {
		at[ref.ID] = i
		byNoun[ref.Noun] = append(byNoun[ref.Noun], ref.ID)
	}
	lines := make([][]byte, len(refs))
	put := func(id rapport.RecordID, line []byte) { lines[at[id]] = line }
	for _, noun := range [...]struct {
		name store.Noun
		read func(context.Context, []rapport.RecordID, func(rapport.RecordID, []byte)) error
	}{
		{store.UserNoun, x.userLines},
		{store.BossNoun, x.bossLines},
		{store.GoalNoun, x.goalLines},
		{store.ProjectNoun, x.projectLines},
		{store.SourceNoun, x.sourceLines},
		{store.EntryNoun, x.entryLines},
		{store.NoteNoun, x.noteLines},
		{store.ProposalNoun, x.proposalLines},
		{store.ReportNoun, x.reportLines},
		{store.CorrectionNoun, x.correctionLines},
		{store.CalendarNoun, x.calendarLines},
		{store.KeptNoun, x.keptLines},
	} {
		if ids := byNoun[noun.name]; len(ids) > 0 {
			if err := noun.read(ctx, ids, put); err != nil {
				return nil, err
			}
			delete(byNoun, noun.name)
		}
	}
	for noun, ids := range byNoun {
		if c := x.codecFor(noun); c != nil {
			if err := c.lines(ctx, x, ids, put); err != nil {
				return nil, err
			}
			continue
		}
		return nil, rapport.Errorf(rapport.Internal, "the journal has no line for a %s", noun)
	}
	return lines, nil
}

// lineOfRecord returns the line of one record.
func (x *exchange) lineOfRecord(ctx context.Context, ref store.RecordRef) ([]byte, error) {
	lines, err := x.lines(ctx, []store.RecordRef{ref})
	if err != nil {
		return nil, err
	}
	return lines[0], nil
}
