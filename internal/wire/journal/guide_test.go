package journal

import (
	"os"
	"strings"
	"testing"
)

func TestTheGuideNamesEveryTypeAndField(t *testing.T) {
	guide, err := os.ReadFile("../../../docs/journal.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range Types() {
		for _, word := range append(fieldsOf(newBody(name)), name) {
			if !strings.Contains(string(guide), "`"+word+"`") {
				t.Errorf("docs/journal.md does not name %s of %s", word, name)
			}
		}
	}
}
