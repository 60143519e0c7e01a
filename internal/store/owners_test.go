package store_test

import (
	"context"
	"reflect"
	"testing"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// observe reads everything that the owner can see, by the method that shows it.
func observe(t testing.TB, db *store.DB, owner rapport.UserID) map[string]any {
	t.Helper()
	seen := map[string]any{}
	read(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		keep := func(name string) func(any, error) {
			return func(value any, failed error) {
				if failed != nil {
					err = failed
				}
				seen[name] = value
			}
		}
		records, failed := tx.RecordPage(ctx, owner, store.RecordRef{}, 1000)
		keep("RecordPage")(records, failed)
		keepAll := func(name string, value any, failed error) { keep(name)(value, failed) }
		v1, e := tx.AllBosses(ctx, owner)
		keepAll("AllBosses", v1, e)
		v2, e := tx.AllGoals(ctx, owner)
		keepAll("AllGoals", v2, e)
		v3, e := tx.AllProjects(ctx, owner)
		keepAll("AllProjects", v3, e)
		v4, e := tx.AllSources(ctx, owner)
		keepAll("AllSources", v4, e)
		v5, e := tx.Entries(ctx, owner, store.EntryFilter{})
		keepAll("Entries", v5, e)
		vp, e := store.Promises.List(ctx, tx, owner, store.FactFilter{})
		keepAll("Promises", vp, e)
		ve, e := store.PromiseEvents.List(ctx, tx, owner, store.FactFilter{})
		keepAll("PromiseEvents", ve, e)
		vo, e := store.Observations.List(ctx, tx, owner, store.FactFilter{})
		keepAll("Observations", vo, e)
		v6, e := tx.Notes(ctx, owner, rapport.Period{}, 1000)
		keepAll("Notes", v6, e)
		v7, e := tx.Search(ctx, owner, store.SearchFilter{Limit: 1000})
		keepAll("Search", v7, e)
		for _, ref := range records {
			switch ref.Noun {
			case store.ReportNoun:
				v, e := tx.ReportsByID(ctx, owner, []rapport.ReportID{rapport.ReportID(ref.ID)})
				keepAll("report", v, e)
			case store.ProposalNoun:
				v, e := tx.ProposalsByID(ctx, owner, []rapport.ProposalID{rapport.ProposalID(ref.ID)})
				keepAll("proposal", v, e)
			case store.CorrectionNoun:
				v, e := tx.CorrectionsByID(ctx, owner, []rapport.CorrectionID{rapport.CorrectionID(ref.ID)})
				keepAll("correction", v, e)
			case store.CalendarNoun:
				v, e := tx.CalendarByID(ctx, owner, []rapport.CalendarID{rapport.CalendarID(ref.ID)})
				keepAll("calendar", v, e)
			case store.KeptNoun:
				v, e := tx.KeptByID(ctx, owner, []rapport.RecordID{ref.ID})
				keepAll("kept", v, e)
			case store.SourceNoun:
				cursor, e := tx.Cursor(ctx, owner, rapport.SourceID(ref.ID))
				keepAll("cursor", cursor, e)
				raw, e := tx.RawItems(ctx, owner, rapport.SourceID(ref.ID), "")
				keepAll("raw", raw, e)
			}
		}
		change, _, e := tx.LastChange(ctx, owner)
		keepAll("LastChange", change, e)
		words, e := tx.Search(ctx, owner, store.SearchFilter{Terms: []store.Term{{Words: []string{"handover"}}}, Limit: 1000})
		keepAll("found", words, e)
		private, e := tx.Search(ctx, owner, store.SearchFilter{Terms: []store.Term{{Words: []string{"quartz"}}}, Private: true, Limit: 1000})
		keepAll("found private", private, e)
		return err
	})
	return seen
}

// strangers calls every method of a transaction that takes an owner, with an
// owner to whom the rest does not belong. Readers report whether they saw
// anything; writers return an error or touch nothing.
func strangers(owner rapport.UserID, l *life) map[string]func(context.Context, *store.Tx) (any, error) {
	type tx = *store.Tx
	type call = func(context.Context, tx) (any, error)
	id := rapport.RecordID(l.entry.ID)
	mine := func(r rapport.Record) rapport.Record { r.Owner = owner; return r }
	reads := func(n int, err error) (any, error) { return n, err }
	return map[string]call{
		"AllBosses": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.AllBosses(ctx, owner)
			return reads(len(v), err)
		},
		"AllGoals": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.AllGoals(ctx, owner)
			return reads(len(v), err)
		},
		"AllProjects": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.AllProjects(ctx, owner)
			return reads(len(v), err)
		},
		"AllSources": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.AllSources(ctx, owner)
			return reads(len(v), err)
		},
		"Bosses": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Bosses(ctx, owner)
			return reads(len(v), err)
		},
		"Goals": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Goals(ctx, owner)
			return reads(len(v), err)
		},
		"Projects": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Projects(ctx, owner)
			return reads(len(v), err)
		},
		"Sources": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Sources(ctx, owner)
			return reads(len(v), err)
		},
		"Calendar": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Calendar(ctx, owner, "", "")
			return reads(len(v), err)
		},
		"CalendarByID": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.CalendarByID(ctx, owner, []rapport.CalendarID{l.fact.ID})
			return reads(len(v), err)
		},
		"Corrections": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Corrections(ctx, owner, rapport.AboutKind, 10)
			return reads(len(v), err)
		},
		"CorrectionsByID": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.CorrectionsByID(ctx, owner, []rapport.CorrectionID{l.correction.ID})
			return reads(len(v), err)
		},
		"CountEntries": func(ctx context.Context, tx tx) (any, error) { return tx.CountEntries(ctx, owner, store.EntryFilter{}) },
		"CountProposals": func(ctx context.Context, tx tx) (any, error) {
			return tx.CountProposals(ctx, owner, rapport.Open)
		},
		"CountRecords": func(ctx context.Context, tx tx) (any, error) {
			present, removed, err := tx.CountRecords(ctx, owner)
			return reads(len(present)-1+len(removed), err) // the user's own record is theirs
		},
		"CountWork": func(ctx context.Context, tx tx) (any, error) {
			entries, notes, err := tx.CountWork(ctx, owner)
			return reads(entries+notes, err)
		},
		"Cursor": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Cursor(ctx, owner, l.source.ID)
			return reads(len(v), err)
		},
		"Entries": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Entries(ctx, owner, store.EntryFilter{Project: l.project.ID, Boss: l.boss.ID, Goal: l.goal.ID, Source: l.source.ID})
			return reads(len(v), err)
		},
		"EntriesByID": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.EntriesByID(ctx, owner, []rapport.EntryID{l.entry.ID})
			return reads(len(v), err)
		},
		"EntryLines": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.EntryLines(ctx, owner, []store.RecordRef{{ID: rapport.RecordID(l.entry.ID), Noun: store.EntryNoun}})
			return reads(len(v), err)
		},
		"CompleteEntries": func(ctx context.Context, tx tx) (any, error) {
			e := rapport.Entry{ID: l.entry.ID}
			err := tx.CompleteEntries(ctx, owner, []*rapport.Entry{&e})
			return reads(len(e.Concerns)+len(e.Links)+len(e.Told), err)
		},
		"KeptByID": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.KeptByID(ctx, owner, []rapport.RecordID{l.kept.ID})
			return reads(len(v), err)
		},
		"KeptFor": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.KeptFor(ctx, owner, l.kept.Why)
			return reads(len(v), err)
		},
		"LastChange": func(ctx context.Context, tx tx) (any, error) { _, v, err := tx.LastChange(ctx, owner); return v, err },
		"LastEntry":  func(ctx context.Context, tx tx) (any, error) { _, v, err := tx.LastEntry(ctx, owner); return v, err },
		"LastReport": func(ctx context.Context, tx tx) (any, error) {
			_, v, err := tx.LastReport(ctx, owner, l.boss.ID)
			return v, err
		},
		"Names": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Names(ctx, owner)
			return reads(len(v.Bosses)+len(v.Goals)+len(v.Projects), err)
		},
		"NextVersion": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.NextVersion(ctx, owner, l.boss.ID, l.report.Period)
			return reads(v-1, err)
		},
		"Notes": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Notes(ctx, owner, rapport.Period{}, 10)
			return reads(len(v), err)
		},
		"NotesByID": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.NotesByID(ctx, owner, []rapport.NoteID{l.note.ID})
			return reads(len(v), err)
		},
		"PromiseRecords": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.PromiseRecords(ctx, owner, store.RecordRef{}, 10)
			return reads(len(v), err)
		},
		"ProposalByKey": func(ctx context.Context, tx tx) (any, error) {
			_, v, err := tx.ProposalByKey(ctx, owner, l.source.ID, l.proposal.Key)
			return v, err
		},
		"Proposals": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Proposals(ctx, owner, rapport.Open)
			return reads(len(v), err)
		},
		"Revisions": func(ctx context.Context, tx tx) (any, error) {
			return tx.Revisions(ctx, owner, rapport.RecordID(l.entry.ID))
		},
		"ProposalsOfKind": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.ProposalsOfKind(ctx, owner, "git")
			return reads(len(v), err)
		},
		"ProposalsByID": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.ProposalsByID(ctx, owner, []rapport.ProposalID{l.proposal.ID})
			return reads(len(v), err)
		},
		"RawItems": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.RawItems(ctx, owner, l.source.ID, "")
			return reads(len(v), err)
		},
		"RecordByLine": func(ctx context.Context, tx tx) (any, error) {
			_, v, err := tx.RecordByLine(ctx, owner, l.entry.Line)
			return v, err
		},
		"RecordByNumber": func(ctx context.Context, tx tx) (any, error) {
			_, v, err := tx.RecordByNumber(ctx, owner, l.entry.Number)
			return v, err
		},
		"RecordPage": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.RecordPage(ctx, owner, store.RecordRef{}, 100)
			return reads(len(v)-1, err) // the user's own record is theirs
		},
		"RecordsByID": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.RecordsByID(ctx, owner, []rapport.RecordID{id})
			return reads(len(v), err)
		},
		"Reports": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Reports(ctx, owner, l.boss.ID, 10)
			return reads(len(v), err)
		},
		"ReportsByID": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.ReportsByID(ctx, owner, []rapport.ReportID{l.report.ID})
			return reads(len(v), err)
		},
		"Search": func(ctx context.Context, tx tx) (any, error) {
			n := 0
			for _, f := range []store.SearchFilter{
				{Limit: 10, Nouns: []store.Noun{store.EntryNoun, store.ReportNoun}},
				{Limit: 10, Terms: []store.Term{{Words: []string{"handover"}}}},
				{Limit: 10, Terms: []store.Term{{Words: []string{"quartz"}}}, Private: true},
				{Limit: 10, Private: true},
				{Limit: 10, Boss: l.boss.ID},
			} {
				v, err := tx.Search(ctx, owner, f)
				if err != nil {
					return nil, err
				}
				n += len(v)
			}
			return n, nil
		},

		"Titles": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.Titles(ctx, owner)
			return reads(len(v), err)
		},
		"LinkedEntries": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.LinkedEntries(ctx, owner, 10)
			return reads(len(v), err)
		},
		"RawKeysBefore": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.RawKeysBefore(ctx, owner, l.source.ID, "")
			return reads(len(v), err)
		},
		"EarliestRaw": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.EarliestRaw(ctx, owner, l.source.ID)
			return reads(len(v), err)
		},

		"ChangesOf": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.ChangesOf(ctx, owner, id)
			return reads(len(v), err)
		},
		"FactLines": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.FactLines(ctx, owner, []rapport.RecordID{rapport.RecordID(l.promise.ID)})
			return reads(len(v), err)
		},
		"FactsOf": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.FactsOf(ctx, owner, store.PromiseNoun, store.FactFilter{})
			return reads(len(v), err)
		},
		"FactsWith": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.FactsWith(ctx, owner, l.boss.ID, rapport.Period{}, 0)
			return reads(len(v), err)
		},
		"PrivateFactLines": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.PrivateFactLines(ctx, owner, []rapport.RecordID{rapport.RecordID(l.seen.ID)})
			return reads(len(v), err)
		},
		"PrivateFactsOf": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.PrivateFactsOf(ctx, owner, store.ObservationNoun, store.FactFilter{})
			return reads(len(v), err)
		},
		"PrivateFactsWith": func(ctx context.Context, tx tx) (any, error) {
			v, err := tx.PrivateFactsWith(ctx, owner, l.boss.ID, rapport.Period{}, 0)
			return reads(len(v), err)
		},
		"Purge": func(ctx context.Context, tx tx) (any, error) {
			return nil, tx.Purge(ctx, owner, store.RecordRef{ID: rapport.RecordID(l.promise.ID), Noun: store.PromiseNoun, Record: mine(l.promise.Record)})
		},

		"TakeBack": func(ctx context.Context, tx tx) (any, error) {
			return nil, tx.TakeBack(ctx, owner, store.Step{Verb: "add", Noun: store.EntryNoun, ID: id}, at(9).At)
		},
		"DropTold": func(ctx context.Context, tx tx) (any, error) { return nil, tx.DropTold(ctx, owner, l.report.ID) },
		"PutTold": func(ctx context.Context, tx tx) (any, error) {
			return nil, tx.PutTold(ctx, owner, l.entry.ID, rapport.Told{Boss: l.boss.ID, Since: at(9)})
		},
		"PutRawItem": func(ctx context.Context, tx tx) (any, error) {
			return nil, tx.PutRawItem(ctx, owner, l.source.ID, store.RawItem{Key: "planted", Day: "2026-11-02"})
		},
		"SetCursor": func(ctx context.Context, tx tx) (any, error) {
			return nil, tx.SetCursor(ctx, owner, l.source.ID, "planted")
		},
		"SetRemoved": func(ctx context.Context, tx tx) (any, error) { return tx.SetRemoved(ctx, owner, id, at(9).At) },
		"SettlePromise": func(ctx context.Context, tx tx) (any, error) {
			return nil, tx.SettlePromise(ctx, owner, l.promise.ID)
		},
		"SetUndone": func(ctx context.Context, tx tx) (any, error) { return nil, tx.SetUndone(ctx, owner, l.change.ID) },

		// These take the owner with the noun.
		"UpdateBoss": func(ctx context.Context, tx tx) (any, error) {
			b := l.boss
			b.Record, b.Name = mine(b.Record), "planted"
			return nil, tx.UpdateBoss(ctx, b)
		},
		"UpdateGoal": func(ctx context.Context, tx tx) (any, error) {
			g := l.goal
			g.Record, g.Title = mine(g.Record), "planted"
			return nil, tx.UpdateGoal(ctx, g)
		},
		"UpdateProject": func(ctx context.Context, tx tx) (any, error) {
			p := l.project
			p.Record, p.Title = mine(p.Record), "planted"
			return nil, tx.UpdateProject(ctx, p)
		},
		"UpdateSource": func(ctx context.Context, tx tx) (any, error) {
			s := l.source
			s.Record, s.Title = mine(s.Record), "planted"
			return nil, tx.UpdateSource(ctx, s)
		},
		"UpdateEntry": func(ctx context.Context, tx tx) (any, error) {
			e := l.entry
			e.Record, e.Text = mine(e.Record), "planted"
			return nil, tx.UpdateEntry(ctx, e)
		},
		"UpdateNote": func(ctx context.Context, tx tx) (any, error) {
			n := l.note
			n.Record, n.Text = mine(n.Record), rapport.Private("planted")
			return nil, tx.UpdateNote(ctx, n)
		},
		"UpdateProposal": func(ctx context.Context, tx tx) (any, error) {
			p := l.proposal
			p.Record, p.Text = mine(p.Record), "planted"
			return nil, tx.UpdateProposal(ctx, p)
		},
		"SetPromise": func(ctx context.Context, tx tx) (any, error) {
			return nil, tx.SetPromise(ctx, owner, l.happened.ID, 0)
		},
		"SetStanding": func(ctx context.Context, tx tx) (any, error) {
			p := l.promise
			p.Record, p.State = mine(p.Record), rapport.StateMissed
			return nil, tx.SetStanding(ctx, p)
		},
		"UpdateCalendar": func(ctx context.Context, tx tx) (any, error) {
			c := l.fact
			c.Record, c.Text = mine(c.Record), "planted"
			return nil, tx.UpdateCalendar(ctx, c)
		},
	}
}

// unowned are the methods of a transaction that need no stranger: they add to
// the owner that the noun names, or are about the user.
var unowned = map[string]string{
	"User":          "finds an owner by the slug",
	"Users":         "lists the owners, for what is done to the store as a whole",
	"UpdateUser":    "writes the owner's own row",
	"AdoptUserLine": "writes the owner's own row",
	"InsertUser":    "makes an owner", "InsertBoss": "adds", "InsertGoal": "adds", "InsertProject": "adds",
	"InsertSource": "adds", "InsertEntry": "adds", "InsertNote": "adds", "InsertProposal": "adds",
	"InsertReport": "adds", "InsertCorrection": "adds", "InsertCalendar": "adds", "InsertKept": "adds", "InsertChange": "adds", "InsertSteps": "adds",
}

func TestEveryMethodKeepsUsersApart(t *testing.T) {
	t.Parallel()
	calls := strangers(0, &life{})
	methods := reflect.TypeFor[*store.Tx]()
	for i := range methods.NumMethod() {
		name := methods.Method(i).Name
		_, tried := calls[name]
		if _, excused := unowned[name]; tried == excused {
			t.Errorf("%s is tried by no stranger: add it to strangers, or to unowned with the reason", name)
		}
	}
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		db := open()
		mine := live(t, db, "me")
		stranger := rapport.User{Slug: "you", Name: "You"}
		write(t, db, func(ctx context.Context, tx *store.Tx) error { return tx.InsertUser(ctx, &stranger) })
		before := observe(t, db, mine.user.ID)
		for name, call := range strangers(stranger.ID, mine) {
			var saw any
			err := tryWrite(db, func(ctx context.Context, tx *store.Tx) (err error) {
				saw, err = call(ctx, tx)
				return err
			})
			if err != nil && rapport.CodeOf(err) != rapport.NotFound {
				t.Errorf("%s: %v", name, err)
			}
			if saw != nil && saw != 0 && saw != false {
				t.Errorf("%s shows a stranger what is mine: %v", name, saw)
			}
			same(t, "after "+name+" by a stranger, mine", observe(t, db, mine.user.ID), before)
		}
	})
}
