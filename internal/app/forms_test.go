package app

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/desk"
	"rapport/internal/diary"
	"rapport/internal/intake"
	"rapport/internal/journal"
	"rapport/internal/people"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// tuesday is when the tests take place.
var tuesday = time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)

// ward is the record of somebody with one boss.
type ward struct {
	*testing.T
	db      *store.DB
	now     time.Time
	intake  *intake.Service
	journal *journal.Service
	diary   *diary.Service
	boss    rapport.Boss
}

func eachWard(t *testing.T, body func(w *ward)) {
	t.Helper()
	t.Parallel()
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		w := &ward{T: t, db: open(), now: tuesday}
		user, err := people.EnsureUser(t.Context(), w.db, "me", tuesday)
		if err != nil {
			t.Fatal(err)
		}
		user.Name, user.Emails, user.Zone = "Ines Brandt", []string{"ines@ward.example"}, "Europe/London"
		now := func() time.Time { return w.now }
		w.intake = &intake.Service{DB: w.db, User: user, Now: now, Forms: forms(), Calendars: calendarReader{}}
		w.journal = &journal.Service{DB: w.db, User: user, Now: now}
		w.diary = &diary.Service{Desk: desk.Desk{DB: w.db, User: user, Now: now}}
		p := &people.Service{DB: w.db, User: user, Now: now}
		email := "katrin@ward.example"
		if w.boss, err = p.AddBoss(t.Context(), "Katrin Wolf", people.BossChange{Email: &email}); err != nil {
			t.Fatal(err)
		}
		body(w)
	})
}

func (w *ward) try(kind, text string, answers ...string) (intake.Taken, error) {
	return w.intake.Take(w.Context(), intake.DocumentRequest{Kind: kind, Location: "/home/ines/" + kind, Title: kind, Text: []byte(text), Answers: answers})
}

func (w *ward) take(kind, text string, answers ...string) intake.Taken {
	w.Helper()
	taken, err := w.try(kind, text, answers...)
	if err != nil {
		w.Fatal(err)
	}
	return taken
}

func (w *ward) open() []rapport.Proposal {
	w.Helper()
	open, _, err := w.intake.Inbox(w.Context())
	if err != nil {
		w.Fatal(err)
	}
	return open
}

func (w *ward) accept(numbers ...rapport.Number) []intake.Accepted {
	w.Helper()
	accepted, err := w.intake.Accept(w.Context(), numbers...)
	if err != nil {
		w.Fatal(err)
	}
	return accepted
}

func (w *ward) undo() {
	w.Helper()
	if _, err := w.journal.Undo(w.Context()); err != nil {
		w.Fatal(err)
	}
}

// read runs a look at the store.
func (w *ward) read(f func(ctx context.Context, tx *store.Tx) error) {
	w.Helper()
	if err := w.db.Read(w.Context(), func(tx *store.Tx) error { return f(w.Context(), tx) }); err != nil {
		w.Fatal(err)
	}
}

func (w *ward) export() string {
	w.Helper()
	var out bytes.Buffer
	if err := w.journal.Export(w.Context(), &out); err != nil {
		w.Fatal(err)
	}
	return out.String()
}

const wardNotes = `# Running notes

## 2026-11-17

### What went well
- All nurses trained on the new pump
  - KW: good, show it at the sisters' meeting

### Where I need help
- night cover in the week of 7 December
  - KW: I'll ask the pool by Friday

### Actions
- send the rota to the pool by 20 Nov

### Private
- canaryone: I do not trust this plan
`

func TestNotesBecomeEntriesAsksPromisesAndReplies(t *testing.T) {
	eachWard(t, func(w *ward) {
		taken := w.take("notes", wardNotes)
		if got := intake.Counts(taken.New); got != "1 entry, 1 promise of yours, 1 promise of theirs, 1 ask, 1 reply" {
			w.Errorf("proposed %s", got)
		}
		w.read(func(ctx context.Context, tx *store.Tx) error {
			entries, err := tx.Entries(ctx, w.intake.User.ID, store.EntryFilter{})
			if len(entries) != 0 {
				w.Error("something counts before it is accepted")
			}
			return err
		})
		w.accept()
		w.read(func(ctx context.Context, tx *store.Tx) error {
			owner := w.intake.User.ID
			entries, err := tx.Entries(ctx, owner, store.EntryFilter{})
			if err != nil || len(entries) != 1 || entries[0].Day != "2026-11-17" || !entries[0].KnownTo(w.boss.ID) {
				w.Errorf("entries %+v, %v", entries, err)
			}
			promises, err := store.Promises.List(ctx, tx, owner, store.FactFilter{Oldest: true, Open: true})
			if err != nil || len(promises) != 2 {
				w.Fatalf("promises %+v, %v", promises, err)
			}
			for _, p := range promises {
				if p.DueNow != "2026-11-20" || p.Boss() != w.boss.ID || p.Day() != "2026-11-17" {
					w.Errorf("promise %+v", p)
				}
			}
			asks, err := store.Asks.List(ctx, tx, owner, store.FactFilter{Open: true})
			if err != nil || len(asks) != 1 || asks[0].Boss != w.boss.ID {
				w.Errorf("asks %+v, %v", asks, err)
			}
			replies, err := store.Replies.List(ctx, tx, owner, store.FactFilter{})
			if err != nil || len(replies) != 1 || replies[0].By.Boss != w.boss.ID || replies[0].To != rapport.RecordID(entries[0].ID) {
				w.Errorf("replies %+v, %v", replies, err)
			}
			return err
		})
	})
}

func TestAFileThatGrewProposesOnlyWhatIsNew(t *testing.T) {
	eachWard(t, func(w *ward) {
		first := w.take("notes", wardNotes)
		if again := w.take("notes", wardNotes); len(again.New)+len(again.Changed) != 0 || again.Before != len(first.New) {
			w.Errorf("again: %+v", again)
		}
		w.accept(first.New[0].Number)
		grown := strings.Replace(wardNotes, "# Running notes\n", "# Running notes\n\n## 2026-11-24\n\n### What went well\n- Falls down from 6 to 2\n", 1)
		more := w.take("notes", grown)
		if len(more.New) != 1 || more.New[0].Text != "Falls down from 6 to 2" || len(more.Changed) != 0 {
			w.Errorf("grown: %+v", more)
		}
		longer := strings.Replace(grown, "- Falls down from 6 to 2\n", "- Falls down from 6 to 2\n  - since the mats came\n", 1)
		if changed := w.take("notes", longer); len(changed.New) != 0 || len(changed.Changed) != 1 || !strings.Contains(changed.Changed[0].Text, "mats") {
			w.Errorf("a line that grew: %+v", changed)
		}
		// A copy under another name says nothing new.
		copied, err := w.intake.Take(w.Context(), intake.DocumentRequest{Kind: "notes", Location: "/elsewhere", Title: "copy", Text: []byte(longer)})
		if err != nil || len(copied.New)+len(copied.Changed) != 0 {
			w.Errorf("a copy: %+v, %v", copied, err)
		}
	})
}

func TestWhatTheUserPutRightOrDroppedStays(t *testing.T) {
	eachWard(t, func(w *ward) {
		first := w.take("notes", wardNotes)
		text, becomes := "Pump training finished", rapport.AsPromise
		if _, err := w.intake.Edit(w.Context(), first.New[0].Number, intake.ProposalChange{Text: &text, Becomes: &becomes}); err != nil {
			w.Fatal(err)
		}
		if _, err := w.intake.Drop(w.Context(), first.New[1].Number); err != nil {
			w.Fatal(err)
		}
		if again := w.take("notes", wardNotes); len(again.New)+len(again.Changed) != 0 {
			w.Errorf("%+v", again)
		}
		accepted := w.accept(first.New[0].Number)
		p := accepted[0].Proposal
		if p.Text != text || !p.By.IsMe() || p.To.Boss != w.boss.ID || p.Became == 0 {
			w.Errorf("%+v", p)
		}
	})
}

func TestTakingInAndAcceptingAreUndone(t *testing.T) {
	eachWard(t, func(w *ward) {
		before := w.export()
		w.take("notes", wardNotes)
		w.accept()
		w.undo()
		if n := len(w.open()); n != 5 {
			w.Errorf("%d wait after the acceptance was taken back", n)
		}
		w.undo()
		if n := len(w.open()); n != 0 {
			w.Errorf("%d wait after the reading was taken back", n)
		}
		if taken := w.take("notes", wardNotes); len(taken.New) != 5 || len(w.open()) != 5 {
			w.Errorf("what was taken back is not proposed again: %+v", taken)
		}
		if strings.Contains(before, "proposal") {
			w.Error("there were proposals before")
		}
	})
}

func TestWhatASectionMeansIsAskedOnce(t *testing.T) {
	eachWard(t, func(w *ward) {
		text := "## 2026-11-17\n\n### Stuff\n- the lift is broken\n\n### Wins\n- new rota\n  - PN: well done\n"
		first := w.take("notes", text)
		if len(first.Questions) != 2 || first.Questions[0].Title != "Stuff" || first.Questions[1].Title != "PN" {
			w.Fatalf("questions %+v", first.Questions)
		}
		second := w.take("notes", text, "Stuff=challenge", "PN=Priya Nair")
		if len(second.Questions) != 0 || len(second.New) != 1 || second.New[0].Kind != rapport.Challenge {
			w.Errorf("%+v", second)
		}
		if third := w.take("notes", text+"- the lift again\n"); len(third.Questions) != 0 {
			w.Errorf("asked again: %+v", third.Questions)
		}
		if !strings.Contains(w.export(), `"type":"mapping"`) {
			w.Error("the answer is not in the journal")
		}
		for _, bad := range []string{"Stuff", "Stuff=chalenge", "PN=@nobody"} {
			if _, err := w.try("notes", text, bad); rapport.HintOf(err) == "" {
				w.Errorf("%s: %v", bad, err)
			}
		}
	})
}

func TestPrivatePartsAreCountedAndNeverProposed(t *testing.T) {
	eachWard(t, func(w *ward) {
		taken := w.take("notes", wardNotes)
		if taken.PrivateNew != 1 || strings.Contains(fmt.Sprintf("%+v", taken), "canary") {
			w.Errorf("%+v", taken)
		}
		if strings.Contains(w.export(), "canary") {
			w.Error("it is in the record though nobody kept it")
		}
		request := intake.DocumentRequest{Kind: "notes", Location: "/home/ines/notes", Title: "notes", Text: []byte(wardNotes), Private: true}
		for range 2 {
			if _, err := w.intake.Take(w.Context(), request); err != nil {
				w.Fatal(err)
			}
		}
		w.accept()
		for line := range strings.SplitSeq(w.export(), "\n") {
			if strings.Contains(line, "canary") && !strings.Contains(line, `"type":"note_private"`) {
				w.Errorf("outside of private notes: %s", line)
			}
		}
		if n := strings.Count(w.export(), "canaryone"); n != 1 {
			w.Errorf("kept %d times", n)
		}
		text, _, _, err := w.intake.ExportNotes(w.Context(), intake.NotesExport{})
		if err != nil || strings.Contains(text, "canary") {
			w.Errorf("it leaves with the notes: %v", err)
		}
	})
}

func TestRowsKeepKindOutcomeAndProject(t *testing.T) {
	eachWard(t, func(w *ward) {
		text := "Datum;Was;Art;Ergebnis;Chefin\n03.11.2026;Neue Rota;Erfolg;9 statt 4 Tage vorher;katrin\n05.11.2026;Zwei fehlen;Problem;;niemand\n31.11.2026;nichts;;;\n"
		taken := w.take("csv", text)
		if len(taken.New) != 2 || len(taken.Skipped) != 1 || taken.Skipped[0].Line != 4 {
			w.Fatalf("%+v", taken)
		}
		accepted := w.accept()
		if e := accepted[0].Entry; e.Kind != rapport.Accomplishment || !e.KindBy.Holds() || e.Outcome == "" || len(e.Concerns) != 1 {
			w.Errorf("%+v", e)
		}
		if again := w.take("csv", text+"06.11.2026;Neuer Satz;;;\n"); len(again.New) != 1 {
			w.Errorf("%+v", again)
		}
		if _, err := w.try("csv", "A,B\n2026-11-03,trained Bea\n"); !strings.Contains(rapport.HintOf(err), "date=A,text=B") {
			w.Errorf("%v, %s", err, rapport.HintOf(err))
		}
		if mapped := w.take("csv", "A,B\n2026-11-03,trained Bea\n", "date=A,text=B"); len(mapped.New) != 1 {
			w.Errorf("%+v", mapped)
		}
		if remembered := w.take("csv", "A,B\n2026-11-03,trained Bea\n2026-11-04,trained Tom\n"); len(remembered.New) != 1 {
			w.Errorf("%+v", remembered)
		}
	})
}

func TestAReadmeBecomesPreferencesWithTheirSentences(t *testing.T) {
	eachWard(t, func(w *ward) {
		text := "# How to work with me\n\nI like to read a matter before I discuss it. Please send papers at least two days before we meet.\n\nMy goal for this year is to halve the falls on ward 4.\n\nI am under a lot of pressure from the canarytwo audit until March.\n"
		w.take("readme", text)
		w.accept()
		w.read(func(ctx context.Context, tx *store.Tx) error {
			all, err := store.Preferences.List(ctx, tx, w.intake.User.ID, store.FactFilter{Boss: w.boss.ID})
			found := false
			for _, p := range all {
				found = found || p.Dim == "intake" && p.Value == "reader" && p.Grade == rapport.AFact && strings.HasPrefix(p.Evidence, "I like to read") && p.Day() == "2026-11-24"
			}
			if !found {
				w.Errorf("%+v", all)
			}
			return err
		})
		if again := w.take("readme", text); len(again.New)+len(again.Changed) != 0 {
			w.Errorf("%+v", again)
		}
		for line := range strings.SplitSeq(w.export(), "\n") {
			if strings.Contains(line, "canarytwo") {
				w.Errorf("what weighs on them is public: %s", line)
			}
		}
	})
}

func TestFilesThatCannotBeReadChangeNothing(t *testing.T) {
	bad := []struct{ name, kind, text string }{
		{"a zip as notes", "notes", "PK\x03\x04rest"},
		{"a zip as a table", "csv", "PK\x03\x04rest"},
		{"a zip as a readme", "readme", "PK\x03\x04rest"},
		{"a PDF as a readme", "readme", "%PDF-1.7 rest"},
		{"Latin-1 notes", "notes", "## 2026-11-17\n- caf\xe9\n"},
		{"a Latin-1 readme", "readme", "I like caf\xe9s and I like to read a matter first.\n"},
		{"a Latin-1 table", "csv", "date,text\n2026-11-03,caf\xe9\n"},
		{"nothing", "notes", ""},
		{"no dates", "notes", "- one\n- two\n"},
		{"zero bytes", "bullets", "\x00\x00\x00"},
		{"a header alone", "csv", "A,B\n"},
	}
	eachWard(t, func(w *ward) {
		before := w.export()
		for _, b := range bad {
			if _, err := w.try(b.kind, b.text); err == nil || rapport.CodeOf(err) == rapport.Internal {
				w.Errorf("%s: %v", b.name, err)
			}
		}
		if w.export() != before {
			w.Error("something is half done")
		}
		ctx, cancel := context.WithCancel(w.Context())
		cancel()
		if _, err := w.intake.Take(ctx, intake.DocumentRequest{Kind: "notes", Location: "/n", Title: "n", Text: []byte(wardNotes)}); err == nil {
			w.Error("an interrupted reading went on")
		}
		if w.export() != before {
			w.Error("an interrupted reading left something behind")
		}
	})
}

func TestHalfALineAtTheEndIsReadAsItStands(t *testing.T) {
	eachWard(t, func(w *ward) {
		half := w.take("notes", "## 2026-11-17\n\n### Wins\n- new rota\n- half a li")
		if len(half.New) != 2 {
			w.Fatalf("%+v", half)
		}
		if _, err := w.try("csv", "date,text\n2026-11-03,\"never clo"); err != nil && rapport.HintOf(err) == "" {
			w.Errorf("%v", err)
		}
	})
}

func TestWhatStandsOnRecordIsNotProposedFromAnExport(t *testing.T) {
	eachWard(t, func(w *ward) {
		if _, err := w.journal.Log(w.Context(), journal.LogInput{Text: "won: falls down from 6 to 2 @katrin"}, journal.LogInput{Text: "stuck: the lift is broken @katrin"}); err != nil {
			w.Fatal(err)
		}
		text, added, _, err := w.intake.ExportNotes(w.Context(), intake.NotesExport{})
		if err != nil || added != 2 || !strings.Contains(text, "falls down from 6 to 2") {
			w.Fatalf("%s, %d, %v", text, added, err)
		}
		if taken := w.take("notes", text); len(taken.New) != 0 || taken.Before != 2 {
			w.Errorf("%+v", taken)
		}
		again, added, _, err := w.intake.ExportNotes(w.Context(), intake.NotesExport{Into: []byte(text)})
		if err != nil || added != 0 || again != text {
			w.Errorf("%d lines were added to what was just written, %v", added, err)
		}
	})
}

func TestAnImportedFileIsContinuedWithoutTouchingIt(t *testing.T) {
	eachWard(t, func(w *ward) {
		w.take("notes", wardNotes)
		w.accept()
		same, added, _, err := w.intake.ExportNotes(w.Context(), intake.NotesExport{Into: []byte(wardNotes)})
		if err != nil || added != 0 || same != wardNotes {
			w.Errorf("%d lines added, %v:\n%s", added, err, same)
		}
		if _, err := w.journal.Log(w.Context(), journal.LogInput{Text: "won: the second cuff is here @katrin"}); err != nil {
			w.Fatal(err)
		}
		more, added, _, err := w.intake.ExportNotes(w.Context(), intake.NotesExport{Into: []byte(wardNotes)})
		if err != nil || added == 0 || !strings.Contains(more, "the second cuff is here") || !strings.Contains(more, "canaryone: I do not trust this plan\n") {
			w.Errorf("%d lines added, %v:\n%s", added, err, more)
		}
	})
}

func TestProposalsOfAllKindsLeaveAndComeBackWithTheJournal(t *testing.T) {
	eachWard(t, func(w *ward) {
		w.take("notes", wardNotes)
		w.accept(w.open()[0].Number, w.open()[2].Number)
		out := w.export()
		other, err := store.Open(w.Context(), w.TempDir()+"/other.db", store.Key{}, store.Options{Create: true, Now: func() time.Time { return tuesday }})
		if err != nil {
			w.Fatal(err)
		}
		defer func() {
			if err := other.Close(); err != nil {
				w.Error(err)
			}
		}()
		user, err := people.EnsureUser(w.Context(), other, "me", tuesday)
		if err != nil {
			w.Fatal(err)
		}
		back := &journal.Service{DB: other, User: user, Now: func() time.Time { return tuesday }}
		if _, err := back.Import(w.Context(), strings.NewReader(out), journal.ImportOptions{}); err != nil {
			w.Fatal(err)
		}
		var again bytes.Buffer
		if err := back.Export(w.Context(), &again); err != nil {
			w.Fatal(err)
		}
		if again.String() != out {
			w.Errorf("it comes back otherwise:\n%s\nwas\n%s", again.String(), out)
		}
	})
}
