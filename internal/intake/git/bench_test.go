package git

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"rapport/internal/intake/git/gittest"
)

// BenchmarkFetch reads one author's week out of 60,000 commits, beside git log
// itself with the same window and author, and a second time where nothing
// moved.
func BenchmarkFetch(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "big")
	until := nov(20, 17, 0)
	h := gittest.History{Commits: 60_000, People: 40, Until: until, Every: 10 * time.Minute}
	if err := gittest.Generate(b.Context(), dir, h); err != nil {
		b.Fatal(err)
	}
	me := gittest.Author(3)
	req := Request{Dir: dir, Who: Identity{Names: []string{me.Name}, Emails: []string{me.Email}}, Since: until.AddDate(0, 0, -7)}
	var batch Batch
	b.Run("week", func(b *testing.B) {
		for b.Loop() {
			var err error
			if batch, err = Fetch(b.Context(), req, nil); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(batch.Commits)), "commits")
	})
	b.Run("unmoved", func(b *testing.B) {
		again := req
		again.Known = batch.Cursor
		for b.Loop() {
			if got, err := Fetch(b.Context(), again, nil); err != nil || !got.Unmoved {
				b.Fatalf("unmoved is %v: %v", got.Unmoved, err)
			}
		}
	})
	b.Run("all", func(b *testing.B) {
		all := req
		all.Since = time.Time{}
		for b.Loop() {
			if _, err := Fetch(b.Context(), all, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("floor=git-log", func(b *testing.B) {
		for b.Loop() {
			cmd := exec.Command("git", "log", "--branches", "--remotes", "--since="+req.Since.Format(time.RFC3339), "--author="+me.Email, "-z", "--name-only", logFormat)
			cmd.Dir, cmd.Env = dir, append(os.Environ(), "GIT_CONFIG_NOSYSTEM=1")
			if _, err := cmd.Output(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("floor=git-version", func(b *testing.B) {
		for b.Loop() {
			if err := exec.Command("git", "version").Run(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("map", func(b *testing.B) {
		for b.Loop() {
			Map(batch.Commits, MapOptions{})
		}
	})
}
