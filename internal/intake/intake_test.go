package intake_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/intake"
	"rapport/internal/journal"
	"rapport/internal/people"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

var monday = time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC)

// notebook is a source whose items are "matter: what was done".
type notebook struct{ items *[]store.RawItem }

func (notebook) Kind() string { return "notebook" }

func (notebook) Describe(_ context.Context, location string) (intake.Place, error) {
	return intake.Place{Location: location, Title: "notes"}, nil
}

func (n notebook) Fetch(_ context.Context, r intake.FetchRequest) (intake.Fetched, error) {
	cursor := fmt.Sprint(len(*n.items))
	return intake.Fetched{Items: *n.items, Cursor: cursor, Unmoved: cursor == r.Cursor}, nil
}

func (notebook) Map(items []store.RawItem, o intake.MapOptions) ([]rapport.Proposal, error) {
	var proposals []rapport.Proposal
	for _, item := range items {
		if o.Decided(item.Key) {
			continue
		}
		matter, text, _ := strings.Cut(item.Body, ": ")
		evidence := rapport.Evidence{Kind: "file", Ref: item.Key}
		if n := len(proposals); n > 0 && proposals[n-1].Key == matter {
			proposals[n-1].Text += ", " + text
			proposals[n-1].Evidence = append(proposals[n-1].Evidence, evidence)
			continue
		}
		kind, confidence := o.GuessKind(text)
		proposals = append(proposals, rapport.Proposal{
			Key: matter, From: item.Day, Day: item.Day, Text: text,
			Kind: kind, Confidence: confidence, Project: "atelier", Evidence: []rapport.Evidence{evidence},
		})
	}
	return proposals, nil
}

type desk struct {
	*intake.Service
	journal *journal.Service
	items   *[]store.RawItem
}

func (d desk) write(key, body string) {
	*d.items = append(*d.items, store.RawItem{Key: key, Day: "2026-11-13", Body: body})
}

func (d desk) read(t *testing.T) intake.ReadResult {
	t.Helper()
	result, err := d.Read(t.Context(), intake.ReadRequest{Kind: "notebook", Location: "/notes"})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func (d desk) inbox(t *testing.T) []rapport.Proposal {
	t.Helper()
	open, _, err := d.Inbox(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return open
}

func each(t *testing.T, body func(t *testing.T, d desk)) {
	t.Parallel()
	storetest.Each(t, func(t *testing.T, open func() *store.DB) {
		db := open()
		user, err := people.EnsureUser(t.Context(), db, "me", monday)
		if err != nil {
			t.Fatal(err)
		}
		now := func() time.Time { return monday }
		items := &[]store.RawItem{}
		body(t, desk{
			Service: &intake.Service{DB: db, User: user, Now: now, Sources: []intake.Source{notebook{items}}},
			journal: &journal.Service{DB: db, User: user, Now: now},
			items:   items,
		})
	})
}

func TestReadingAgainProposesNothingTwice(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.write("a", "hem: shortened the blue coats")
		if first := d.read(t); len(first.New) != 1 || first.New[0].Number == 0 {
			t.Fatalf("%+v", first)
		}
		if second := d.read(t); len(second.New)+len(second.Changed) != 0 || !second.Unmoved {
			t.Errorf("%+v", second)
		}
		if open := d.inbox(t); len(open) != 1 {
			t.Errorf("%d proposals wait", len(open))
		}
	})
}

func TestAnOpenProposalGrowsAndADecidedOneDoesNot(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.write("a", "hem: shortened the blue coats")
		d.read(t)
		d.write("b", "hem: lined the grey ones")
		if grown := d.read(t); len(grown.New) != 0 || len(grown.Changed) != 1 {
			t.Fatalf("%+v", grown)
		}
		entries, err := d.Accept(t.Context())
		if err != nil || len(entries) != 1 || len(entries[0].Entry.Evidence) != 2 {
			t.Fatalf("%+v, %v", entries, err)
		}
		if d.read(t); len(d.inbox(t)) != 0 {
			t.Error("what was accepted is proposed again")
		}
		d.write("c", "buttons: replaced the horn buttons")
		if later := d.read(t); len(later.New) != 1 || len(later.New[0].Evidence) != 1 {
			t.Errorf("%+v", later)
		}
	})
}

func TestAGuessNeverCountsAsConfirmed(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.write("a", "hem: shortened the blue coats")
		d.read(t)
		entries, err := d.Accept(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		e := entries[0].Entry
		if e.KindBy.Holds() || e.ProjectBy.Holds() {
			t.Errorf("kind by %d, project by %d", e.KindBy, e.ProjectBy)
		}
		if e.Day != "2026-11-13" || rapport.DayOf(e.At.Time()) != e.Day {
			t.Errorf("day %s, instant %s", e.Day, e.At.Time())
		}
	})
}

func TestWhatTheUserChangedInAProposalIsAccepted(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.write("a", "hem: shortened the blue coats")
		n := d.read(t).New[0].Number
		text, kind, none := "Shortened all blue coats", rapport.Accomplishment, rapport.Slug("")
		if _, err := d.Edit(t.Context(), n, intake.ProposalChange{Text: &text, Kind: &kind, Project: &none}); err != nil {
			t.Fatal(err)
		}
		entries, err := d.Accept(t.Context(), n)
		if err != nil || entries[0].Entry.Text != text || entries[0].Entry.Kind != kind || !entries[0].Entry.KindBy.Holds() || entries[0].Entry.Project != 0 {
			t.Errorf("%+v, %v", entries, err)
		}
		if _, err := d.Accept(t.Context(), n); rapport.CodeOf(err) != rapport.Conflict {
			t.Errorf("accepted twice: %v", err)
		}
	})
}

func TestDroppedProposalsStayAwayAndUndoBringsThemBack(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.write("a", "hem: shortened the blue coats")
		d.read(t)
		if dropped, err := d.Drop(t.Context()); err != nil || len(dropped) != 1 {
			t.Fatalf("%v, %v", dropped, err)
		}
		d.write("b", "press: ironed the samples")
		d.read(t)
		if open := d.inbox(t); len(open) != 1 || open[0].Key != "press" {
			t.Errorf("%+v waits", open)
		}
		if _, err := d.journal.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if open := d.inbox(t); len(open) != 2 {
			t.Errorf("%d wait after undo", len(open))
		}
	})
}

func TestWorkSeenInTwoPlacesIsProposedOnce(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		d.write("a", "hem: shortened the blue coats")
		d.read(t)
		result, err := d.Read(t.Context(), intake.ReadRequest{Kind: "notebook", Location: "/copy-of-notes"})
		if err != nil || len(result.New) != 0 {
			t.Errorf("proposed again: %+v, %v", result.New, err)
		}
	})
}

func TestUnknownSourcesAreNamed(t *testing.T) {
	each(t, func(t *testing.T, d desk) {
		_, err := d.Read(t.Context(), intake.ReadRequest{Kind: "telegraph", Location: "/"})
		if rapport.CodeOf(err) != rapport.Invalid || !strings.Contains(rapport.HintOf(err), "notebook") {
			t.Errorf("%v, hint %q", err, rapport.HintOf(err))
		}
	})
}
