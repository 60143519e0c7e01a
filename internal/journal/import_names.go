package journal

import (
	"context"
	"strings"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

// unknownName is a name that nothing introduced yet.
type unknownName struct {
	of   string
	name string
	// known are the names there are, where they can be listed.
	known func() []string
}

// refused is the error for a name that nothing in the file introduces.
func (u unknownName) refused() error {
	e := rapport.Errorf(rapport.NotFound, "it names the %s %q, which neither the journal nor the store introduces", u.of, u.name)
	if u.known == nil {
		return e.WithHint("add the line that it names, or take the name out")
	}
	known := u.known()
	if len(known) == 0 {
		return e.WithHint("the store has no %s yet: add the line that introduces it", u.of)
	}
	nearest := wire.Nearest(u.name, known)
	const most = 12
	more := ""
	if len(known) > most {
		known, more = known[:most], " …"
	}
	return e.WithHint("known: %s%s; did you mean %s?", strings.Join(known, ", "), more, nearest)
}

const ofReport = "report"

// start begins a line: nothing is missing yet.
func (im *importer) start() { im.missing, im.setAside, im.mayBeBoss = im.missing[:0], false, false }

// now is the name that something has today: of a line that is moved, its names
// may be of yesterday.
func (im *importer) now(of wire.NameOf, slug rapport.Slug) rapport.Slug {
	if im.moving {
		if renamed, ok := im.renamed[wire.Name{Of: of, Slug: slug}]; ok {
			return renamed
		}
	}
	return slug
}

// miss notes a name that nothing introduced yet.
func (im *importer) miss(name wire.Name, known func() []string) {
	im.missing = append(im.missing, unknownName{string(name.Of), string(name.Slug), known})
	im.setAside = im.setAside || im.aside[name]
}

// boss finds the boss that a line names; zero for none, and for one that is
// missing.
func (im *importer) boss(slug rapport.Slug) rapport.BossID {
	if slug == "" {
		return 0
	}
	slug = im.now(wire.OfBoss, slug)
	if b := im.bosses.byName[slug]; b != nil {
		return b.ID
	}
	im.miss(wire.Name{Of: wire.OfBoss, Slug: slug}, im.bosses.names)
	return 0
}

func (im *importer) goal(slug rapport.Slug) rapport.GoalID {
	if slug == "" {
		return 0
	}
	slug = im.now(wire.OfGoal, slug)
	if g := im.goals.byName[slug]; g != nil {
		return g.ID
	}
	im.miss(wire.Name{Of: wire.OfGoal, Slug: slug}, im.goals.names)
	return 0
}

func (im *importer) project(slug rapport.Slug) rapport.ProjectID {
	if slug == "" {
		return 0
	}
	slug = im.now(wire.OfProject, slug)
	if p := im.projects.byName[slug]; p != nil {
		return p.ID
	}
	im.miss(wire.Name{Of: wire.OfProject, Slug: slug}, im.projects.names)
	return 0
}

func (im *importer) source(name string) rapport.SourceID {
	if name == "" {
		return 0
	}
	if s := im.sources.byName[name]; s != nil {
		return s.ID
	}
	im.miss(wire.Name{Of: wire.OfSource, Slug: rapport.Slug(name)}, im.sources.names)
	return 0
}

// entry finds the entry of a line.
func (im *importer) entry(ctx context.Context, line rapport.LineID) (rapport.EntryID, error) {
	id, err := im.record(ctx, line, store.EntryNoun, "entry")
	return rapport.EntryID(id), err
}

// report finds the report of a line.
func (im *importer) report(ctx context.Context, line rapport.LineID) (rapport.ReportID, error) {
	if line == im.lastReport.line {
		return im.lastReport.id, nil
	}
	id, err := im.record(ctx, line, store.ReportNoun, ofReport)
	if id != 0 {
		im.lastReport.line, im.lastReport.id = line, rapport.ReportID(id)
	}
	return rapport.ReportID(id), err
}

func (im *importer) record(ctx context.Context, line rapport.LineID, noun store.Noun, of string) (rapport.RecordID, error) {
	if line == "" {
		return 0, nil
	}
	ref, found, err := im.tx.RecordByLine(ctx, im.owner, line)
	if err != nil || found && ref.Noun == noun {
		return ref.ID, err
	}
	im.missing = append(im.missing, unknownName{of: of, name: string(line)})
	im.setAside = im.setAside || found && ref.Noun == store.KeptNoun && im.opt.Lenient
	return 0, nil
}

// anyRecord finds the record of a line, whatever its noun.
func (im *importer) anyRecord(ctx context.Context, line rapport.LineID) (rapport.RecordID, error) {
	if line == "" {
		return 0, nil
	}
	ref, found, err := im.tx.RecordByLine(ctx, im.owner, line)
	if err != nil || found && ref.Noun != store.KeptNoun {
		return ref.ID, err
	}
	im.missing = append(im.missing, unknownName{of: "line", name: string(line)})
	im.setAside = im.setAside || found && im.opt.Lenient
	return 0, nil
}

// outcome is the verdict on a line that was put into the store: incomplete
// where names are missing, which the second look refuses.
func (im *importer) outcome() (verdict, error) {
	if len(im.missing) == 0 {
		return taken, nil
	}
	if im.again {
		return incomplete, im.missing[0].refused()
	}
	for _, name := range im.missing {
		if name.of != ofReport {
			return incomplete, nil
		}
	}
	return untold, nil
}

// introducedPartly is outcome for a line that introduces something, which is
// remembered as it came until it is complete.
func (im *importer) introducedPartly(line wire.Line) (verdict, error) {
	v, err := im.outcome()
	if v == taken && im.mayBeBoss && !im.again {
		v = incomplete // a later line may introduce whom it names
	}
	if v != taken {
		im.partial[line.ID] = string(wire.Encode(line))
	}
	return v, err
}

// wait is the verdict on a line that cannot be put into the store without all
// its names.
func (im *importer) wait() (verdict, error) {
	if im.again {
		return postponed, im.missing[0].refused()
	}
	return postponed, nil
}
