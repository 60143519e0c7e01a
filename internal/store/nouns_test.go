package store_test

import (
	"context"
	"testing"

	"rapport"
	"rapport/internal/store"
)

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		me := l.user.ID
		read(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			user, found, err := tx.User(ctx, "me")
			same(t, "user", user, l.user)
			same(t, "user found", found, true)
			check := func(what string, got, want any, failed error) {
				t.Helper()
				if err == nil {
					err = failed
				}
				same(t, what, got, want)
			}
			bosses, e := tx.Bosses(ctx, me)
			check("bosses", bosses, []rapport.Boss{l.boss}, e)
			goals, e := tx.Goals(ctx, me)
			check("goals", goals, []rapport.Goal{l.goal}, e)
			projects, e := tx.Projects(ctx, me)
			check("projects", projects, []rapport.Project{l.project}, e)
			sources, e := tx.Sources(ctx, me)
			check("sources", sources, []rapport.Source{l.source}, e)
			entries, e := tx.Entries(ctx, me, store.EntryFilter{})
			check("entries", entries, []rapport.Entry{l.entry}, e)
			entries, e = tx.EntriesByID(ctx, me, []rapport.EntryID{l.entry.ID})
			check("entries by id", entries, []rapport.Entry{l.entry}, e)
			last, found, e := tx.LastEntry(ctx, me)
			check("last entry", last, l.entry, e)
			same(t, "last entry found", found, true)
			notes, e := tx.Notes(ctx, me, rapport.Period{}, 10)
			check("notes", notes, []rapport.PrivateNote{l.note}, e)
			notes, e = tx.NotesByID(ctx, me, []rapport.NoteID{l.note.ID})
			check("notes by id", notes, []rapport.PrivateNote{l.note}, e)
			proposals, e := tx.Proposals(ctx, me, rapport.Open)
			check("proposals", proposals, []rapport.Proposal{l.proposal}, e)
			proposals, e = tx.ProposalsOfKind(ctx, me, "git")
			check("proposals of a kind", proposals, []rapport.Proposal{l.proposal}, e)
			proposals, e = tx.ProposalsOfKind(ctx, me, "notes")
			check("proposals of another kind", len(proposals), 0, e)
			proposals, e = tx.ProposalsByID(ctx, me, []rapport.ProposalID{l.proposal.ID})
			check("proposals by id", proposals, []rapport.Proposal{l.proposal}, e)
			proposal, _, e := tx.ProposalByKey(ctx, me, l.source.ID, "issue 7")
			check("proposal by key", proposal, l.proposal, e)
			reports, e := tx.ReportsByID(ctx, me, []rapport.ReportID{l.report.ID})
			check("reports by id", reports, []rapport.Report{l.report}, e)
			bare := l.report
			bare.Items = nil
			reports, e = tx.Reports(ctx, me, l.boss.ID, 10)
			check("reports", reports, []rapport.Report{bare}, e)
			report, _, e := tx.LastReport(ctx, me, l.boss.ID)
			check("last report", report, bare, e)
			corrections, e := tx.Corrections(ctx, me, rapport.AboutKind, 10)
			check("corrections", corrections, []rapport.Correction{l.correction}, e)
			corrections, e = tx.CorrectionsByID(ctx, me, []rapport.CorrectionID{l.correction.ID})
			check("corrections by id", corrections, []rapport.Correction{l.correction}, e)
			facts, e := tx.Calendar(ctx, me, rapport.Leave, "2026-11-13")
			check("calendar", facts, []rapport.CalendarFact{l.fact}, e)
			facts, e = tx.CalendarByID(ctx, me, []rapport.CalendarID{l.fact.ID})
			check("calendar by id", facts, []rapport.CalendarFact{l.fact}, e)
			kept, e := tx.KeptByID(ctx, me, []rapport.RecordID{l.kept.ID})
			check("kept lines", kept, []store.KeptLine{l.kept}, e)
			change, _, e := tx.LastChange(ctx, me)
			check("last change", change, l.change, e)
			cursor, e := tx.Cursor(ctx, me, l.source.ID)
			check("cursor", cursor, "abc123", e)
			raw, e := tx.RawItems(ctx, me, l.source.ID, "2026-11-02")
			check("raw items", raw, []store.RawItem{{Key: "abc123", Day: "2026-11-02", Body: "view\n"}}, e)
			return err
		})
	})
}

func TestWhatIsUpdatedIsReadBack(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		me := l.user.ID
		l.user.Name, l.user.Names, l.user.Emails, l.user.Sample, l.user.Zone = "Noor F.", nil, []string{"a@b.example"}, false, ""
		l.boss.Slug, l.boss.Name, l.boss.Left, l.boss.Evaluates = "d", "D. Okafor", rapport.Stamp{}, rapport.No
		l.goal.Title, l.goal.Confirmed, l.goal.Closed = "Calm handover", false, ""
		l.project.Goal, l.project.Boss, l.project.Status = 0, 0, "done"
		l.source.Title, l.source.Project = "rosters", 0
		l.entry.Text, l.entry.Outcome, l.entry.Project, l.entry.Source = "Moved to ward five", "", 0, 0
		l.entry.Concerns, l.entry.Links, l.entry.Told, l.entry.Helpers, l.entry.CommittedBy, l.entry.Evidence = nil, nil, nil, nil, nil, nil
		l.entry.Day, l.entry.At = "2026-11-05", at(5)
		l.note.Day, l.note.Text = "2026-11-04", rapport.Private("calmer now")
		l.proposal.State, l.proposal.Entry, l.proposal.Evidence = rapport.Accepted, l.entry.ID, nil
		l.proposal.Became, l.proposal.Becomes, l.proposal.Boss = rapport.RecordID(l.fact.ID), rapport.AsDaysOff, 0
		l.proposal.By, l.proposal.To, l.proposal.Due, l.proposal.Particulars = rapport.Person{}, rapport.Person{}, "", rapport.Particulars{}
		l.fact.Text, l.fact.Until = "Two days off", ""
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			for _, update := range []func() error{
				func() error { return tx.UpdateUser(ctx, l.user) },
				func() error { return tx.UpdateBoss(ctx, l.boss) },
				func() error { return tx.UpdateGoal(ctx, l.goal) },
				func() error { return tx.UpdateProject(ctx, l.project) },
				func() error { return tx.UpdateSource(ctx, l.source) },
				func() error { return tx.UpdateEntry(ctx, l.entry) },
				func() error { return tx.UpdateNote(ctx, l.note) },
				func() error { return tx.UpdateProposal(ctx, l.proposal) },
				func() error { return tx.UpdateCalendar(ctx, l.fact) },
			} {
				if err := update(); err != nil {
					return err
				}
			}
			return nil
		})
		same(t, "user", get(t, l.db, func(ctx context.Context, tx *store.Tx) (rapport.User, error) {
			u, _, err := tx.User(ctx, "me")
			return u, err
		}), l.user)
		snapshot := observe(t, l.db, me)
		same(t, "bosses", snapshot["AllBosses"], any([]rapport.Boss{l.boss}))
		same(t, "goals", snapshot["AllGoals"], any([]rapport.Goal{l.goal}))
		same(t, "projects", snapshot["AllProjects"], any([]rapport.Project{l.project}))
		same(t, "sources", snapshot["AllSources"], any([]rapport.Source{l.source}))
		same(t, "entries", snapshot["Entries"], any([]rapport.Entry{l.entry}))
		same(t, "notes", snapshot["Notes"], any([]rapport.PrivateNote{l.note}))
		for state, want := range map[rapport.ProposalState][]rapport.Proposal{rapport.Open: nil, rapport.Accepted: {l.proposal}} {
			same(t, string(state), get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]rapport.Proposal, error) {
				return tx.Proposals(ctx, me, state)
			}), want)
		}
		same(t, "found by an old word", found(t, l, "sheet"), nil)
		same(t, "found by a new word", found(t, l, "five"), []rapport.RecordID{rapport.RecordID(l.entry.ID)})
	})
}

func TestARemovedRecordIsInNoListAndCanBeRestored(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		me := l.user.ID
		before := observe(t, l.db, me)
		records := get(t, l.db, func(ctx context.Context, tx *store.Tx) ([]store.RecordRef, error) {
			return tx.RecordPage(ctx, me, store.RecordRef{}, 100)
		})
		set := func(at rapport.Instant) {
			write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
				for _, ref := range records {
					there, err := tx.SetRemoved(ctx, me, ref.ID, at)
					if err != nil || !there {
						t.Errorf("removing %s: there %v, error %v", ref.Noun, there, err)
					}
				}
				return nil
			})
		}
		set(at(6).At)
		read(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			bosses, err := tx.Bosses(ctx, me)
			same(t, "bosses", len(bosses), 0)
			goals, _ := tx.Goals(ctx, me)
			same(t, "goals", len(goals), 0)
			projects, _ := tx.Projects(ctx, me)
			same(t, "projects", len(projects), 0)
			sources, _ := tx.Sources(ctx, me)
			same(t, "sources", len(sources), 0)
			entries, _ := tx.Entries(ctx, me, store.EntryFilter{})
			same(t, "entries", len(entries), 0)
			n, _ := tx.CountEntries(ctx, me, store.EntryFilter{})
			same(t, "count", n, 0)
			notes, _ := tx.Notes(ctx, me, rapport.Period{}, 10)
			same(t, "notes", len(notes), 0)
			reports, _ := tx.Reports(ctx, me, l.boss.ID, 10)
			same(t, "reports", len(reports), 0)
			_, hasReport, _ := tx.LastReport(ctx, me, l.boss.ID)
			same(t, "last report", hasReport, false)
			proposals, _ := tx.Proposals(ctx, me, rapport.Open)
			same(t, "proposals", len(proposals), 0)
			n, _ = tx.CountProposals(ctx, me, rapport.Open)
			same(t, "count of proposals", n, 0)
			corrections, _ := tx.Corrections(ctx, me, rapport.AboutKind, 10)
			same(t, "corrections", len(corrections), 0)
			facts, _ := tx.Calendar(ctx, me, "", "")
			same(t, "calendar", len(facts), 0)
			all, _ := tx.AllBosses(ctx, me)
			same(t, "all bosses", len(all), 1)
			byID, _ := tx.EntriesByID(ctx, me, []rapport.EntryID{l.entry.ID})
			same(t, "entries by id", len(byID), 1)
			ref, there, _ := tx.RecordByNumber(ctx, me, l.entry.Number)
			same(t, "removed entry by its number", there && ref.Removed == at(6).At, true)
			return err
		})
		same(t, "found", found(t, l, "handover"), nil)
		set(0)
		same(t, "after restoring", observe(t, l.db, me), before)
	})
}

func TestNumbersCountUpForEachUserOverAllNouns(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		you := live(t, l.db, "you")
		for _, l := range []*life{l, you} {
			numbers := []rapport.Number{
				l.boss.Number, l.goal.Number, l.project.Number, l.source.Number, l.entry.Number,
				l.note.Number, l.proposal.Number, l.report.Number, l.fact.Number,
			}
			for i, n := range numbers {
				if n != rapport.Number(i+1) {
					t.Fatalf("the numbers are %v, want 1, 2, 3 …", numbers)
				}
			}
			same(t, "corrections are not named", l.correction.Number, 0)
			same(t, "kept lines are not named", l.kept.Number, 0)
			ref := get(t, l.db, func(ctx context.Context, tx *store.Tx) (store.RecordRef, error) {
				ref, _, err := tx.RecordByNumber(ctx, l.user.ID, l.entry.Number)
				return ref, err
			})
			same(t, "record by number", ref, store.RecordRef{ID: rapport.RecordID(l.entry.ID), Noun: store.EntryNoun, Record: l.entry.Record})
		}
	})
}

func TestRecordPageFollowsTheInstantThenArrival(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		l.add(t, "1969-07-20", rapport.Progress, "before the epoch")
		l.add(t, "2026-11-02", rapport.Progress, "late by day")
		var all, paged []store.RecordRef
		read(t, l.db, func(ctx context.Context, tx *store.Tx) (err error) {
			all, err = tx.RecordPage(ctx, l.user.ID, store.RecordRef{}, 1000)
			return err
		})
		read(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			paged = nil
			var after store.RecordRef
			for {
				page, err := tx.RecordPage(ctx, l.user.ID, after, 2)
				if err != nil || len(page) == 0 {
					return err
				}
				paged = append(paged, page...)
				after = page[len(page)-1]
			}
		})
		same(t, "pages of two", paged, all)
		for i := 1; i < len(all); i++ {
			a, b := all[i-1], all[i]
			if a.At.At > b.At.At || a.At.At == b.At.At && a.ID >= b.ID {
				t.Errorf("record %d comes after %d", a.ID, b.ID)
			}
		}
		present, removed := map[store.Noun]int{}, map[store.Noun]int{}
		read(t, l.db, func(ctx context.Context, tx *store.Tx) (err error) {
			present, removed, err = tx.CountRecords(ctx, l.user.ID)
			return err
		})
		same(t, "entries", present[store.EntryNoun], 3)
		same(t, "removed", len(removed), 0)
		total := 0
		for _, n := range present {
			total += n
		}
		same(t, "all records", total, len(all))
	})
}

func TestTheFirstTimeTheBossWasToldCounts(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			return tx.PutTold(ctx, l.user.ID, l.entry.ID, rapport.Told{Boss: l.boss.ID, Since: at(9), How: rapport.ByReport, Report: l.report.ID})
		})
		same(t, "entries", observe(t, l.db, l.user.ID)["Entries"], any([]rapport.Entry{l.entry}))
	})
}

func TestAnUndoneChangeIsNotTheLast(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error { return tx.SetUndone(ctx, l.user.ID, l.change.ID) })
		read(t, l.db, func(ctx context.Context, tx *store.Tx) error {
			_, there, err := tx.LastChange(ctx, l.user.ID)
			same(t, "a change is left", there, false)
			return err
		})
	})
}

func TestVersionsCountUpForEachPeriod(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		for period, want := range map[rapport.Period]int{l.report.Period: 2, {From: "2026-11-03", Until: "2026-11-09"}: 1} {
			same(t, "next version", get(t, l.db, func(ctx context.Context, tx *store.Tx) (int, error) {
				return tx.NextVersion(ctx, l.user.ID, l.boss.ID, period)
			}), want)
		}
	})
}

func TestAnImportedUserLineIsAdopted(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		l.user.Line, l.user.At = "01imported", at(28)
		write(t, l.db, func(ctx context.Context, tx *store.Tx) error { return tx.AdoptUserLine(ctx, l.user) })
		same(t, "user", get(t, l.db, func(ctx context.Context, tx *store.Tx) (rapport.User, error) {
			u, _, err := tx.User(ctx, "me")
			return u, err
		}), l.user)
	})
}

func TestTheSameTwiceIsAConflict(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		before := observe(t, l.db, l.user.ID)
		twice := map[string]func(context.Context, *store.Tx) error{
			"user": func(ctx context.Context, tx *store.Tx) error { u := l.user; u.Line = ""; return tx.InsertUser(ctx, &u) },
			"boss": func(ctx context.Context, tx *store.Tx) error {
				b := l.boss
				b.Record = l.fresh()
				return tx.InsertBoss(ctx, &b)
			},
			"goal": func(ctx context.Context, tx *store.Tx) error {
				g := l.goal
				g.Record = l.fresh()
				return tx.InsertGoal(ctx, &g)
			},
			"project": func(ctx context.Context, tx *store.Tx) error {
				p := l.project
				p.Record = l.fresh()
				return tx.InsertProject(ctx, &p)
			},
			"source": func(ctx context.Context, tx *store.Tx) error {
				s := l.source
				s.Record = l.fresh()
				return tx.InsertSource(ctx, &s)
			},
			"proposal": func(ctx context.Context, tx *store.Tx) error {
				p := l.proposal
				p.Record = l.fresh()
				return tx.InsertProposal(ctx, &p)
			},
			"line": func(ctx context.Context, tx *store.Tx) error {
				e := l.entry
				e.Number = 0
				return tx.InsertEntry(ctx, &e)
			},
		}
		for what, insert := range twice {
			err := tryWrite(l.db, insert)
			if rapport.CodeOf(err) != rapport.Conflict || rapport.HintOf(err) == "" {
				t.Errorf("a second %s: %v, want a conflict with a hint", what, err)
			}
		}
		same(t, "the store", observe(t, l.db, l.user.ID), before)
	})
}

func TestAReferenceToNothingIsRefused(t *testing.T) {
	each(t, func(t *testing.T, l *life) {
		before := observe(t, l.db, l.user.ID)
		err := tryWrite(l.db, func(ctx context.Context, tx *store.Tx) error {
			return tx.InsertEntry(ctx, &rapport.Entry{Record: l.fresh(), Day: "2026-11-03", Kind: rapport.Progress, Text: "x", Project: 77})
		})
		if rapport.CodeOf(err) != rapport.Conflict {
			t.Errorf("got %v, want a conflict", err)
		}
		same(t, "the store", observe(t, l.db, l.user.ID), before)
	})
}

func (l *life) fresh() rapport.Record { return rapport.Record{Owner: l.user.ID, At: at(7)} }
