package prose

import (
	"os"
	"strings"
	"testing"
)

func TestDbg(t *testing.T) {
	text := os.Getenv("DBG")
	if text == "" {
		t.Skip()
	}
	for line := range strings.Lines(text) {
		d := readDraft(strings.TrimSpace(line), Channel(os.Getenv("CH")))
		for i := range d.sentences {
			s := &d.sentences[i]
			var w []string
			for _, tk := range s.tokens() {
				w = append(w, tk.text)
			}
			t.Logf("%v answered=%v", w, d.answered(i))
			for _, h := range s.hits {
				var m []string
				for k := h.from; k < h.to; k++ {
					m = append(m, d.tokens[k].text)
				}
				t.Logf("   group %d w%d: %s", h.group, h.weight, strings.Join(m, " "))
			}
		}
	}
}
