package prose

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"rapport/internal/capture"
)

func TestKinds(t *testing.T) {
	for _, p := range []string{"/tmp/h/lintonly/lint.jsonl", "/tmp/h/tune/lint.jsonl"} {
		f, _ := os.Open(p)
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<20)
		for sc.Scan() {
			var c struct {
				ID, Text, Channel string
				Labels            []string
				Spans             []struct {
					Label      string
					Start, End int
				}
			}
			json.Unmarshal(sc.Bytes(), &c)
			d := readDraft(c.Text, Channel(c.Channel))
			r := []rune(c.Text)
			for _, s := range d.sentences {
				a, b := d.tokens[s.from].start, d.tokens[s.to-1].end
				lab := "-"
				for _, sp := range c.Spans {
					if sp.Start < b && a < sp.End {
						lab = sp.Label
					}
				}
				g := capture.GuessKind(string(r[a:b]), nil)
				fmt.Printf("%s|%s|%d|%s\n", lab, g.Kind, g.Confidence, string(r[a:b]))
			}
		}
	}
}
