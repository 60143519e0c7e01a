package readme

import (
	"os"
	"strings"
	"testing"

	"rapport/internal/profile"
)

// TestWhatSaysNothingYieldsNothing reads each sentence that says none of the
// dimensions as if it stood in a text of the kind.
func TestWhatSaysNothingYieldsNothing(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("testdata/filler.txt")
	if err != nil {
		t.Fatal(err)
	}
	read, found := 0, 0
	for line := range strings.Lines(string(content)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		read++
		result, err := Read("# How to work with me\n\n"+line+"\n", Author{Name: "Dana Weber"}, day)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range result.Proposals {
			if p.Value != profile.Unknown {
				found++
				t.Logf("%s from %q", p.Value, line)
			}
		}
	}
	t.Logf("%d values from %d sentences", found, read)
	if found > read/50 {
		t.Errorf("%d values from %d sentences that say none", found, read)
	}
}
