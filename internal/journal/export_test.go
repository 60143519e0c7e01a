package journal_test

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/journal"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// edit changes the store as a use-case would.
func edit(t *testing.T, s *journal.Service, f func(ctx context.Context, tx *store.Tx) error) {
	t.Helper()
	if err := s.DB.Write(t.Context(), func(tx *store.Tx) error { return f(t.Context(), tx) }); err != nil {
		t.Fatal(err)
	}
}

func TestWhatChangedHereGoesOutChanged(t *testing.T) {
	const (
		goal   = `{"id":"g1","t":"2026-01-06T09:00:00Z","type":"boss_goal","boss":"dana","goal":"wait","title":"No waiting","confirmed":true}`
		anew   = `{"id":"g2","t":"2026-02-06T09:00:00Z","type":"boss_goal","boss":"dana","goal":"wait","title":"Less waiting","confirmed":true}`
		left   = `{"id":"l1","t":"2026-03-01T09:00:00Z","type":"boss_left","boss":"dana"}`
		back   = `{"id":"b2","t":"2026-03-02T09:00:00Z","type":"add_boss","boss":"dana","name":"Dana Weber","relation":"dotted"}`
		entry  = `{"id":"e1","t":"2026-03-03T09:00:00Z","type":"log","text":"a","kind":"progress"}`
		parted = rapport.Instant(1_772_500_000_123_000)
	)
	boss := func(ctx context.Context, tx *store.Tx, s *journal.Service) rapport.Boss {
		bosses, err := tx.AllBosses(ctx, s.User.ID)
		if err != nil || len(bosses) != 1 {
			t.Fatal(bosses, err)
		}
		return bosses[0]
	}
	tests := []struct {
		name   string
		before []string
		edit   func(ctx context.Context, tx *store.Tx, s *journal.Service) error
		after  []string
	}{
		{"the newest of the lines that say the same", []string{dana, goal, anew}, func(ctx context.Context, tx *store.Tx, s *journal.Service) error {
			goals, err := tx.Goals(ctx, s.User.ID)
			if err != nil {
				return err
			}
			goals[0].Closed = "2026-04-01"
			return tx.UpdateGoal(ctx, goals[0])
		}, []string{dana, goal, anew[:len(anew)-1] + `,"closed":"2026-04-01"}`}},
		{"a boss who left, without a line so far", []string{dana, entry}, func(ctx context.Context, tx *store.Tx, s *journal.Service) error {
			b := boss(ctx, tx, s)
			b.Left = rapport.Stamp{At: parted, Offset: 60}
			return tx.UpdateBoss(ctx, b)
		}, []string{dana, `{"id":"b1-left","t":"2026-03-03T02:06:40.123+01:00","type":"boss_left","boss":"dana"}`, entry}},
		{"a departure that was taken back", []string{dana, left, entry}, func(ctx context.Context, tx *store.Tx, s *journal.Service) error {
			b := boss(ctx, tx, s)
			b.Left, b.LeftLine = rapport.Stamp{}, ""
			return tx.UpdateBoss(ctx, b)
		}, []string{dana, entry}},
		{"a departure whose day was corrected", []string{dana, left, entry}, func(ctx context.Context, tx *store.Tx, s *journal.Service) error {
			b := boss(ctx, tx, s)
			b.Left = rapport.Stamp{At: parted + 86_400_000_000}
			return tx.UpdateBoss(ctx, b)
		}, []string{dana, entry, `{"id":"l1","t":"2026-03-04T01:06:40.123Z","type":"boss_left","boss":"dana"}`}},
		{"a second departure of a boss who came back", []string{dana, left, back, entry}, func(ctx context.Context, tx *store.Tx, s *journal.Service) error {
			b := boss(ctx, tx, s)
			if !b.Left.IsZero() {
				t.Error("the boss who came back is gone")
			}
			b.Left = rapport.Stamp{At: parted + 86_400_000_000}
			return tx.UpdateBoss(ctx, b)
		}, []string{dana, left, back, entry, `{"id":"b1-left","t":"2026-03-04T01:06:40.123Z","type":"boss_left","boss":"dana"}`}},
		{"what was given another name, where kept lines name it", []string{
			dana, goal,
			`{"id":"m1","t":"2026-01-08T09:00:00Z","type":"meeting","boss":"Dana","kind":"1:1","status":"held"}`,
			`{"id":"c1","t":"2026-01-08T09:00:00Z","type":"career_goal","text":"lead","shared_with":["dana"]}`, anew, left, back,
		}, func(ctx context.Context, tx *store.Tx, s *journal.Service) error {
			b := boss(ctx, tx, s)
			b.Slug = "weber"
			if err := tx.UpdateBoss(ctx, b); err != nil {
				return err
			}
			goals, err := tx.Goals(ctx, s.User.ID)
			if err != nil {
				return err
			}
			goals[0].Slug = "time"
			return tx.UpdateGoal(ctx, goals[0])
		}, []string{
			strings.ReplaceAll(dana, `"dana"`, `"weber"`), strings.NewReplacer(`"dana"`, `"weber"`, `"wait"`, `"time"`).Replace(goal),
			`{"id":"m1","t":"2026-01-08T09:00:00Z","type":"meeting","boss":"weber","kind":"1:1","status":"held"}`,
			`{"id":"c1","t":"2026-01-08T09:00:00Z","type":"career_goal","text":"lead","shared_with":["weber"]}`,
			strings.NewReplacer(`"dana"`, `"weber"`, `"wait"`, `"time"`).Replace(anew),
			strings.ReplaceAll(left, `"dana"`, `"weber"`), strings.ReplaceAll(back, `"dana"`, `"weber"`),
		}},
		{"what was removed", []string{dana, entry}, func(ctx context.Context, tx *store.Tx, s *journal.Service) error {
			ref, _, err := tx.RecordByLine(ctx, s.User.ID, "e1")
			if err != nil {
				return err
			}
			_, err = tx.SetRemoved(ctx, s.User.ID, ref.ID, parted)
			return err
		}, []string{dana, entry[:len(entry)-1] + `,"removed":"2026-03-03T01:06:40.123Z"}`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			storetest.Each(t, func(t *testing.T, open func() *store.DB) {
				s := newcomer(t, open())
				imported(t, s, strings.Join(tt.before, "\n"))
				edit(t, s, func(ctx context.Context, tx *store.Tx) error { return tt.edit(ctx, tx, s) })
				differ(t, "export", export(t, s), strings.Join(tt.after, "\n")+"\n")
				survives(t, s, emptyStore(t))
			})
		})
	}
}

func TestExportOfAStoreWithNothingInItIsEmpty(t *testing.T) {
	if out := export(t, emptyStore(t)); out != "" {
		t.Errorf("got %s", out)
	}
}

func TestExportSaysThatItCannotWrite(t *testing.T) {
	s := emptyStore(t)
	imported(t, s, dana)
	err := s.Export(t.Context(), fullDisk{})
	if rapport.CodeOf(err) != rapport.Unavailable || rapport.HintOf(err) == "" {
		t.Errorf("got %v", err)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestTheJournalOfTheGuideComesIn(t *testing.T) {
	guide, err := os.ReadFile("../../docs/journal.md")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(guide)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, `{"id":`) {
			lines = append(lines, line)
		}
	}
	if len(lines) < 10 {
		t.Fatalf("the guide has %d lines of a journal", len(lines))
	}
	s := emptyStore(t)
	file := strings.Join(lines, "\n") + "\n"
	imported(t, s, file)
	out := slices.Sorted(strings.Lines(export(t, s)))
	differ(t, "all lines of the guide", strings.Join(out, ""), strings.Join(slices.Sorted(strings.Lines(file)), ""))
}
