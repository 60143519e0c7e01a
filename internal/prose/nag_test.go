package prose

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
)

// TestCheck_leavesLinesOfALogAlone reads single lines of work, which nobody
// wrote to please or to blame: the labels of tone must hardly ever speak.
func TestCheck_leavesLinesOfALogAlone(t *testing.T) {
	t.Parallel()
	tone := map[Label]bool{Flattery: true, Groveling: true, Martyrdom: true, DemandChange: true, Blame: true, PrivateLeak: true, VagueFeedback: true}
	lines, nagged, progress, nags := 0, 0, 0, 0
	for _, name := range []string{"../../testdata/eval/classify.jsonl", "../../testdata/further/classify.jsonl", "../capture/testdata/kinds.jsonl", "../capture/testdata/more.jsonl", "../capture/testdata/quiet.jsonl"} {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		for scan := bufio.NewScanner(f); scan.Scan(); {
			var c struct{ Text, Kind string }
			if err := json.Unmarshal(scan.Bytes(), &c); err != nil {
				t.Fatal(err)
			}
			found := Check(c.Text, Options{Channel: Report})
			lines++
			for _, g := range found {
				if tone[g.Label] {
					nagged++
					t.Logf("%s: %s", g.Label, c.Text)
					break
				}
			}
			if c.Kind == "progress" {
				progress++
				if len(found) > 0 {
					nags++
					t.Logf("%s in progress: %s", found[0].Label, c.Text)
				}
			}
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}
	if nagged*100 > lines*2 {
		t.Errorf("a label of tone speaks on %d of %d lines", nagged, lines)
	}
	if nags*100 > progress*5 {
		t.Errorf("%d of %d lines of progress are nagged about", nags, progress)
	}
	t.Logf("tone %d of %d, progress %d of %d", nagged, lines, nags, progress)
}
