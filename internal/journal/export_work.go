package journal

import (
	"context"

	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

func (x *exchange) entryLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	entries, err := x.tx.EntriesByID(ctx, x.owner, cast[rapport.EntryID](ids))
	if err != nil {
		return err
	}
	if err := x.findReports(ctx, entries); err != nil {
		return err
	}
	for _, e := range entries {
		put(rapport.RecordID(e.ID), wire.Encode(lineFrom(e.Record, x.logBody(e))))
	}
	return nil
}

func (x *exchange) logBody(e rapport.Entry) *wire.Log {
	log := &wire.Log{
		Text: e.Text, Kind: e.Kind, KindBy: e.KindBy, Day: e.Day,
		Project: x.projectSlug(e.Project), ProjectBy: e.ProjectBy, ToldSaid: e.ToldSaid != rapport.No,
		Asked: e.Asked, Raised: e.Raised, BossSaid: e.BossSaid, Outcome: e.Outcome, Helpers: e.Helpers,
		OwnError: e.OwnError, URL: e.URL, CommittedBy: e.CommittedBy, Due: e.Due, Closed: e.Closed, Evidence: e.Evidence,
		Source: x.sourceName(e.Source), Removed: e.Removed,
	}
	for _, boss := range e.Concerns {
		log.Concerns = append(log.Concerns, x.bossSlug(boss))
	}
	for _, l := range e.Links {
		log.Links = append(log.Links, wire.Link{Goal: x.goalSlug(l.Goal), By: l.By, Confidence: l.Confidence, Reason: l.Reason})
	}
	for _, t := range e.Told {
		log.Told = append(log.Told, wire.Told{
			Boss: x.bossSlug(t.Boss), Since: t.Since, How: t.How, Via: t.Via, Report: x.reports[t.Report],
		})
	}
	return log
}

// findReports makes sure that x.reports knows the lines of all reports that
// the entries were told by.
func (x *exchange) findReports(ctx context.Context, entries []rapport.Entry) error {
	const remembered = 4096
	if len(x.reports) > remembered {
		clear(x.reports)
	}
	var unknown []rapport.ReportID
	for _, e := range entries {
		for _, t := range e.Told {
			if _, ok := x.reports[t.Report]; t.Report != 0 && !ok {
				x.reports[t.Report] = ""
				unknown = append(unknown, t.Report)
			}
		}
	}
	reports, err := x.tx.ReportsByID(ctx, x.owner, unknown)
	for _, r := range reports {
		x.reports[r.ID] = r.Line
	}
	return err
}

func (x *exchange) reportLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	// One at a time: what was sent may be long.
	for _, id := range ids {
		reports, err := x.tx.ReportsByID(ctx, x.owner, []rapport.ReportID{rapport.ReportID(id)})
		if err != nil {
			return err
		}
		for _, r := range reports {
			body := &wire.Report{
				State: r.State, Boss: x.bossSlug(r.Boss), Text: r.Text, Medium: r.Medium, Pages: r.Pages, Items: r.ItemCount,
				Opened: r.Opened, From: r.From, Until: r.Until, Version: r.Version, Format: r.Format, Removed: r.Removed,
			}
			lines, err := x.linesOfEntries(ctx, r.Items)
			if err != nil {
				return err
			}
			for _, item := range r.Items {
				body.Entries = append(body.Entries, wire.ReportEntry{Entry: lines[item.Entry], Place: item.Place})
			}
			put(id, wire.Encode(lineFrom(r.Record, body)))
		}
	}
	return nil
}

func (x *exchange) linesOfEntries(ctx context.Context, items []rapport.ReportItem) (map[rapport.EntryID]rapport.LineID, error) {
	ids := make([]rapport.EntryID, len(items))
	for i, item := range items {
		ids[i] = item.Entry
	}
	entries, err := x.tx.EntriesByID(ctx, x.owner, ids)
	lines := make(map[rapport.EntryID]rapport.LineID, len(entries))
	for _, e := range entries {
		lines[e.ID] = e.Line
	}
	return lines, err
}

func (x *exchange) proposalLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	proposals, err := x.tx.ProposalsByID(ctx, x.owner, cast[rapport.ProposalID](ids))
	if err != nil {
		return err
	}
	for _, p := range proposals {
		body, err := x.proposalBody(ctx, p)
		if err != nil {
			return err
		}
		line, err := x.introduced(ctx, rowMark(p.ID, p.Record), lineFrom(p.Record, body))
		if err != nil {
			return err
		}
		put(rapport.RecordID(p.ID), line)
	}
	return nil
}

func (x *exchange) proposalBody(ctx context.Context, p rapport.Proposal) (*wire.Proposal, error) {
	body := &wire.Proposal{
		Source: x.sourceName(p.Source), Key: p.Key, Text: p.Text, Kind: p.Kind, From: p.From, Day: p.Day,
		Project: p.Project, Reason: p.Reason, Confidence: p.Confidence, Evidence: p.Evidence, Noise: p.Noise,
		State: p.State, Removed: p.Removed,
	}
	body.Becomes, body.Boss, body.Due, body.Particulars = p.Becomes, x.bossSlug(p.Boss), p.Due, p.Particulars
	body.By, body.To = x.personName(p.By), x.personName(p.To)
	if p.Became != 0 {
		refs, err := x.tx.RecordsByID(ctx, x.owner, []rapport.RecordID{p.Became})
		if err != nil {
			return nil, err
		}
		for _, ref := range refs {
			body.Became = ref.Line
		}
	}
	if p.Entry == 0 {
		return body, nil
	}
	lines, err := x.linesOfEntries(ctx, []rapport.ReportItem{{Entry: p.Entry}})
	body.Entry = lines[p.Entry]
	return body, err
}

func (x *exchange) keptLines(ctx context.Context, ids []rapport.RecordID, put func(rapport.RecordID, []byte)) error {
	all, err := x.tx.KeptByID(ctx, x.owner, ids)
	if err != nil {
		return err
	}
	for _, k := range all {
		if k.Why == keptFirst || k.Why == keptMark {
			continue
		}
		if k.Body, err = x.keptBody(k.Body); err != nil {
			return err
		}
		line := []byte(k.Body)
		switch k.Why {
		case keptAgain:
			line, err = x.againLine(ctx, k)
		case keptLeft:
			line, err = x.leftLine(ctx, k)
		}
		if err != nil {
			return err
		}
		put(k.ID, line)
	}
	return nil
}

// againLine is a line that says anew what another introduced: as it came, but
// the newest of them with what the row holds now.
func (x *exchange) againLine(ctx context.Context, k store.KeptLine) ([]byte, error) {
	kept, err := wire.Decode([]byte(k.Body), true)
	if err != nil {
		return nil, err
	}
	var row mark
	var now wire.Body
	switch b := kept.Body.(type) {
	case *wire.User:
		row, now = rowMark(x.user.ID, x.user.Record), userLine(x.user).Body
	case *wire.AddBoss:
		if boss := x.bosses.byName[b.Boss]; boss != nil {
			row, now = rowMark(boss.ID, boss.Record), bossLine(*boss).Body
		}
	case *wire.BossGoal:
		if goal := x.goals.byName[b.Goal]; goal != nil {
			row, now = rowMark(goal.ID, goal.Record), x.goalLine(*goal).Body
		}
	case *wire.Project:
		if project := x.projects.byName[b.Project]; project != nil {
			row, now = rowMark(project.ID, project.Record), x.projectLine(*project).Body
		}
	case *wire.Source:
		if source := x.sources.byName[b.Name()]; source != nil {
			row, now = rowMark(source.ID, source.Record), x.sourceLine(*source).Body
		}
	case *wire.Proposal:
		if source := x.sources.byName[b.Source]; source != nil {
			p, found, err := x.tx.ProposalByKey(ctx, x.owner, source.ID, b.Key)
			if err != nil {
				return nil, err
			}
			if found {
				row = rowMark(p.ID, p.Record)
				if now, err = x.proposalBody(ctx, p); err != nil {
					return nil, err
				}
			}
		}
	}
	if now == nil {
		return []byte(k.Body), nil
	}
	newest, err := x.current(ctx, row)
	if err != nil || newest.line != k.Line {
		return []byte(k.Body), err
	}
	kept.Body = now
	return wire.Encode(kept), nil
}

// leftLine is a line that says that a boss left: as it came, unless the user
// has taken it back or corrected it since.
func (x *exchange) leftLine(ctx context.Context, k store.KeptLine) ([]byte, error) {
	kept, err := wire.Decode([]byte(k.Body), true)
	if err != nil {
		return nil, err
	}
	body, ok := kept.Body.(*wire.BossLeft)
	if !ok {
		return []byte(k.Body), nil
	}
	boss := x.bosses.byName[body.Boss]
	if boss == nil {
		return []byte(k.Body), nil
	}
	departures, err := x.marks(ctx, boss.Line, leftSuffix)
	if err != nil {
		return nil, err
	}
	newest := mark{}
	for _, m := range departures {
		if newest.id == 0 || newest.before(m) {
			newest = m
		}
	}
	introduced, err := x.current(ctx, rowMark(boss.ID, boss.Record))
	if err != nil {
		return nil, err
	}
	switch {
	case newest.line != k.Line, newest.before(introduced):
		// History: another line replaced it.
		return []byte(k.Body), nil
	case boss.LeftLine == k.Line && boss.Left == k.At:
		return []byte(k.Body), nil
	}
	return nil, nil
}
