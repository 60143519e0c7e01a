package git

import (
	"testing"
	"time"

	"rapport/internal/intake/git/gittest"
)

func TestWhatWasBegunAheadReadsTheSame(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	until := time.Date(2026, 11, 20, 18, 0, 0, 0, time.UTC)
	if err := gittest.Generate(t.Context(), dir, gittest.History{Commits: 300, People: 4, Until: until, Every: time.Hour}); err != nil {
		t.Fatal(err)
	}
	me := gittest.Author(1)
	req := Request{Dir: dir, Who: Identity{Emails: []string{me.Email}}, Since: until.AddDate(0, 0, -5)}
	want, err := Fetch(t.Context(), req, nil)
	if err != nil || len(want.Commits) == 0 {
		t.Fatal(len(want.Commits), err)
	}
	for range 3 {
		repo, err := Begin(t.Context(), dir).Open()
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // the second time no log waits any more
			got, err := repo.Fetch(t.Context(), req, nil)
			if err != nil || len(got.Commits) != len(want.Commits) || got.Cursor.Refs != want.Cursor.Refs {
				t.Fatalf("%d commits, want %d (%v)", len(got.Commits), len(want.Commits), err)
			}
			for i, c := range got.Commits {
				if c.SHA != want.Commits[i].SHA {
					t.Errorf("commit %d is %s, want %s", i, c.SHA, want.Commits[i].SHA)
				}
			}
		}
		repo.Close()
		repo.Close()
	}
}

func TestWhatWasBegunInVainEnds(t *testing.T) {
	t.Parallel()
	Begin(t.Context(), t.TempDir()+"/nowhere").Stop()
	if _, err := Begin(t.Context(), t.TempDir()).Open(); err == nil {
		t.Error("a folder without a repository was opened")
	}
	dir := t.TempDir()
	if err := gittest.Generate(t.Context(), dir, gittest.History{Commits: 3, People: 1, Until: time.Date(2026, 11, 20, 18, 0, 0, 0, time.UTC), Every: time.Hour}); err != nil {
		t.Fatal(err)
	}
	begun := Begin(t.Context(), dir)
	repo, err := begun.Open()
	if err != nil {
		t.Fatal(err)
	}
	log := repo.takeLog()
	if log == nil {
		t.Fatal("no log was started")
	}
	if repo.takeLog() != nil {
		t.Error("a log was taken twice")
	}
	repo.Close()
	if err := log.cmd.Wait(); err == nil {
		t.Error("git was not ended")
	}
}
