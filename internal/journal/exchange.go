package journal

import (
	"context"
	"slices"
	"strconv"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// Why a journal line is kept beside the records.
const (
	// keptLater: of a type that an earlier version had no noun for.
	keptLater = "later"
	// keptUnknown: of a type or with a field that this version does not know.
	keptUnknown = "unknown"
	// keptAgain: it says anew what another line introduced; the row of the
	// first line holds what the newest says.
	keptAgain = "replaced"
	// keptLeft: a boss left; the row of the boss holds the newest such line.
	keptLeft = "left"
	// keptFirst is never written: it holds the first line of a row whose
	// values a later line replaced.
	keptFirst = "first"
	// keptMark is never written: it leads from a row to a line about it.
	keptMark = "mark"
)

// The records that are never written have identities that no journal line can
// have, made of the row's own.
const (
	firstSuffix = "\x1ffirst"
	againSuffix = "\x1fagain"
	leftSuffix  = "\x1fleft"
	nameSuffix  = "\x1fname"
)

// exchange is one transaction in which records become journal lines or lines
// become records. It knows everything that lines name by a slug; all else is
// read as it is needed.
type exchange struct {
	tx    *store.Tx
	owner rapport.UserID
	user  rapport.User

	bosses   named[rapport.Slug, rapport.BossID, *rapport.Boss]
	goals    named[rapport.Slug, rapport.GoalID, *rapport.Goal]
	projects named[rapport.Slug, rapport.ProjectID, *rapport.Project]
	sources  named[string, rapport.SourceID, *rapport.Source]
	// renamed leads from names in kept lines to those their rows have now.
	renamed map[wire.Name]rapport.Slug
	// pointed remembers records that facts point to.
	pointed map[rapport.FactID]pointed
	byType  map[string]*factCodec
	byNoun  map[store.Noun]*factCodec
	// reports remembers the lines of reports that entries were told by.
	reports map[rapport.ReportID]rapport.LineID
}

// named finds things by the name that lines use and by id.
type named[Name ~string, ID comparable, T any] struct {
	byName map[Name]T
	byID   map[ID]T
}

func (n *named[Name, ID, T]) add(name Name, id ID, thing T) {
	if n.byName == nil {
		n.byName, n.byID = map[Name]T{}, map[ID]T{}
	}
	n.byName[name], n.byID[id] = thing, thing
}

func (n *named[Name, ID, T]) names() []string {
	all := make([]string, 0, len(n.byName))
	for name := range n.byName {
		all = append(all, string(name))
	}
	slices.Sort(all)
	return all
}

func newExchange(ctx context.Context, tx *store.Tx, user rapport.User) (*exchange, error) {
	x := &exchange{tx: tx, owner: user.ID, reports: map[rapport.ReportID]rapport.LineID{}}
	var found bool
	var err error
	if x.user, found, err = tx.User(ctx, user.Slug); err != nil {
		return nil, err
	} else if !found {
		return nil, rapport.Errorf(rapport.Internal, "the store has no user %q", user.Slug)
	}
	bosses, err := tx.AllBosses(ctx, x.owner)
	if err != nil {
		return nil, err
	}
	for i := range bosses {
		x.bosses.add(bosses[i].Slug, bosses[i].ID, &bosses[i])
	}
	goals, err := tx.AllGoals(ctx, x.owner)
	if err != nil {
		return nil, err
	}
	for i := range goals {
		x.goals.add(goals[i].Slug, goals[i].ID, &goals[i])
	}
	projects, err := tx.AllProjects(ctx, x.owner)
	if err != nil {
		return nil, err
	}
	for i := range projects {
		x.projects.add(projects[i].Slug, projects[i].ID, &projects[i])
	}
	sources, err := tx.AllSources(ctx, x.owner)
	if err != nil {
		return nil, err
	}
	for i := range sources {
		x.sources.add(wire.SourceName(sources[i].Kind, sources[i].Location), sources[i].ID, &sources[i])
	}
	return x, x.findRenamed(ctx)
}

// findRenamed finds what kept lines call by a name that it no longer has.
func (x *exchange) findRenamed(ctx context.Context) error {
	x.renamed = map[wire.Name]rapport.Slug{}
	find := func(row rapport.LineID, now wire.Name) error {
		marks, err := x.marks(ctx, row, nameSuffix)
		for _, m := range marks {
			was := wire.Name{Of: now.Of, Slug: rapport.Slug(m.line)}
			if x.rowOf(was) == "" {
				x.renamed[was] = now.Slug
			}
		}
		return err
	}
	for slug, b := range x.bosses.byName {
		if err := find(b.Line, wire.Name{Of: wire.OfBoss, Slug: slug}); err != nil {
			return err
		}
	}
	for slug, g := range x.goals.byName {
		if err := find(g.Line, wire.Name{Of: wire.OfGoal, Slug: slug}); err != nil {
			return err
		}
	}
	for slug, p := range x.projects.byName {
		if err := find(p.Line, wire.Name{Of: wire.OfProject, Slug: slug}); err != nil {
			return err
		}
	}
	return nil
}

// rowOf returns the line of what has a name, empty where nothing has.
func (x *exchange) rowOf(name wire.Name) rapport.LineID {
	switch name.Of {
	case wire.OfBoss:
		if b := x.bosses.byName[name.Slug]; b != nil {
			return b.Line
		}
	case wire.OfGoal:
		if g := x.goals.byName[name.Slug]; g != nil {
			return g.Line
		}
	case wire.OfProject:
		if p := x.projects.byName[name.Slug]; p != nil {
			return p.Line
		}
	}
	return ""
}

// keptBody is the line that is kept, in today's names.
func (x *exchange) keptBody(body string) (string, error) {
	if len(x.renamed) == 0 {
		return body, nil
	}
	line, err := wire.Decode([]byte(body), true)
	if err != nil {
		return "", err
	}
	line.Rename(func(name wire.Name) rapport.Slug {
		if now, ok := x.renamed[name]; ok {
			return now
		}
		return name.Slug
	})
	return string(wire.Encode(line)), nil
}

// mark is a line about a row, found through a record of its own that stands
// next to the line in the order of the journal.
type mark struct {
	line rapport.LineID
	at   rapport.Stamp
	id   rapport.RecordID
}

// before reports whether the mark comes before another in the journal.
func (m mark) before(other mark) bool {
	return m.at.At < other.at.At || m.at.At == other.at.At && m.id < other.id
}

// marks lists the marks of a row in order of arrival.
func (x *exchange) marks(ctx context.Context, row rapport.LineID, suffix rapport.LineID) (all []mark, err error) {
	for n := 1; ; n++ {
		ref, found, err := x.tx.RecordByLine(ctx, x.owner, markLine(row, suffix, n))
		if err != nil || !found {
			return all, err
		}
		kept, err := x.tx.KeptByID(ctx, x.owner, []rapport.RecordID{ref.ID})
		if err != nil || len(kept) == 0 {
			return all, err
		}
		all = append(all, mark{rapport.LineID(kept[0].Body), ref.At, ref.ID})
	}
}

func markLine(row, suffix rapport.LineID, n int) rapport.LineID {
	return row + suffix + rapport.LineID(strconv.Itoa(n))
}

// current returns the line that a row holds the values of: the newest of its
// own and those that say it anew.
func (x *exchange) current(ctx context.Context, row mark) (mark, error) {
	newest := row
	again, err := x.marks(ctx, row.line, againSuffix)
	for _, m := range again {
		if newest.before(m) {
			newest = m
		}
	}
	return newest, err
}

// rowMark is the place of a row's own line.
func rowMark[ID ~int64](id ID, r rapport.Record) mark {
	return mark{r.Line, r.At, rapport.RecordID(id)}
}
