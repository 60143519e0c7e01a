package notes

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestBullets_readsALooseList(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join("testdata", "bullets.txt"))
	if err != nil {
		t.Fatal(err)
	}
	o := ourOptions()
	n, err := Bullets(text, o)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "bullets", describe(n))
	for _, f := range n.Fates {
		if f == Lost {
			t.Error("a line is lost")
		}
	}
	// Another day of reading changes no key.
	o.Today, o.Zone = "2026-11-30", time.UTC
	later, err := Bullets(text, o)
	if err != nil {
		t.Fatal(err)
	}
	if was, is := keysOf(n), keysOf(later); !slices.Equal(was, is) {
		t.Errorf("keys changed overnight:\n%q\n%q", was, is)
	}
}

func TestBullets_needsNoDates(t *testing.T) {
	t.Parallel()
	n, err := Bullets([]byte("- one thing done\n- another thing done\n"), ourOptions())
	if err != nil || len(n.Items) != 2 || !n.Items[0].Undated || n.Items[0].Day != today {
		t.Errorf("%v %s", err, describe(n))
	}
}
