package prose

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

func TestDumpNags(t *testing.T) {
	for _, p := range []string{"../../testdata/eval/classify.jsonl", "../../testdata/further/classify.jsonl", "../../testdata/eval/linking.jsonl", "../../testdata/further/linking.jsonl"} {
		f, err := os.Open(p)
		if err != nil {
			continue
		}
		sc := bufio.NewScanner(f)
		sc.Buffer(nil, 1<<20)
		n, hit := 0, 0
		for sc.Scan() {
			var c struct{ Text, Kind string }
			json.Unmarshal(sc.Bytes(), &c)
			n++
			fs := Check(c.Text, Options{Channel: Report})
			if len(fs) > 0 {
				hit++
				for _, g := range fs {
					fmt.Printf("%s | %s | %s\n", g.Label, c.Kind, c.Text)
				}
			}
		}
		fmt.Println(p, n, hit)
	}
}
