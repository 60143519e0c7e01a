package gittest

import (
	"path/filepath"
	"testing"
	"time"
)

func TestGenerate_givesTheSameHistoryTwice(t *testing.T) {
	t.Parallel()
	h := History{Commits: 40, People: 5, Until: time.Date(2026, 11, 20, 17, 0, 0, 0, time.UTC), Every: time.Hour}
	var tips [2]string
	for i := range tips {
		dir := filepath.Join(t.TempDir(), "big")
		if err := Generate(t.Context(), dir, h); err != nil {
			t.Fatal(err)
		}
		r := At(t, dir)
		tips[i] = r.Git("rev-parse", "main")
		if got := r.Git("rev-list", "--count", "main"); got != "40" {
			t.Errorf("main has %s commits, want 40", got)
		}
		if got := r.Git("rev-list", "--count", "--merges", "main"); got != "4" {
			t.Errorf("main has %s merges, want 4", got)
		}
	}
	if tips[0] != tips[1] {
		t.Errorf("tips differ: %v", tips)
	}
}
