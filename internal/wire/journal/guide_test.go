package journal

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"rapport"
)

func guide(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../../docs/journal.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTheGuideNamesEveryTypeAndField(t *testing.T) {
	text := guide(t)
	for _, name := range Types() {
		row := text // the fields of a log have tables of their own
		if name != "log" {
			row = rowOf(text, name)
		}
		for _, word := range append(fieldsOf(newBody(name)), name) {
			if !strings.Contains(row, "`"+word+"`") {
				t.Errorf("docs/journal.md does not name %s where it tells of %s", word, name)
			}
		}
	}
}

// rowOf returns the row of a table that tells of a type.
func rowOf(text, typeName string) string {
	for line := range strings.Lines(text) {
		cells := strings.Split(line, "|")
		if len(cells) > 3 && strings.Contains(cells[1], "`"+typeName+"`") {
			return line
		}
	}
	return ""
}

func TestTheGuideMarksWhatIsPrivate(t *testing.T) {
	text := guide(t)
	for _, name := range Types() {
		private := name == "hours" || holdsPrivate(reflect.TypeOf(newBody(name)).Elem()) // hours worked are numbers, and private
		if marked := strings.Contains(rowOf(text, name), "*private*"); private != marked {
			t.Errorf("docs/journal.md marks %s as private: %v; it has private fields: %v", name, marked, private)
		}
	}
}

func holdsPrivate(body reflect.Type) bool {
	for i := range body.NumField() {
		switch f := body.Field(i); {
		case f.Type == reflect.TypeFor[rapport.PrivateText]():
			return true
		case f.Anonymous && holdsPrivate(f.Type):
			return true
		}
	}
	return false
}
