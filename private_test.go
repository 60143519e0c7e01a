package rapport_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	htmltemplate "html/template"
	"log"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"text/template"

	"rapport"
)

// holder keeps private text where fmt cannot call a method of it: formatting
// then walks the fields by reflection.
type holder struct {
	note  rapport.PrivateNote
	text  rapport.PrivateText
	point *rapport.PrivateText
	any   any
	list  []rapport.PrivateText
	named map[string]rapport.PrivateText
}

func TestPrivateTextPrintsNothing(t *testing.T) {
	t.Parallel()
	const canary = "canary-of-the-owner"
	text := rapport.Private(canary)
	note := rapport.PrivateNote{Text: text, Day: "2026-11-20"}
	hidden := holder{note: note, text: text, point: &text, any: text, list: []rapport.PrivateText{text}, named: map[string]rapport.PrivateText{"a": text}}
	values := map[string]any{
		"a text": text, "a pointer to it": &text, "a note": note, "a pointer to a note": &note,
		"a list": []rapport.PrivateText{text}, "a table": map[string]rapport.PrivateText{"a": text},
		"a table by text":            map[rapport.PrivateText]int{text: 1},
		"fields that nobody exports": hidden, "a pointer to such fields": &hidden,
	}
	ways := map[string]func(any) string{
		"JSON": func(v any) string { out, err := json.Marshal(v); return string(out) + said(err) },
		"XML":  func(v any) string { out, err := xml.Marshal(v); return string(out) + said(err) },
		"gob": func(v any) string {
			var b bytes.Buffer
			return b.String() + said(gob.NewEncoder(&b).Encode(v)) + b.String()
		},
		"an error":  func(v any) string { return said(rapport.Errorf(rapport.Invalid, "%v %+v %#v", v, v, v)) },
		"a hint":    func(v any) string { return rapport.HintOf(rapport.Errorf(rapport.Invalid, "no").WithHint("%v", v)) },
		"a place":   func(v any) string { return said(rapport.Errorf(rapport.Invalid, "no").WithPlace("%v", v)) },
		"a panic":   func(v any) (message string) { defer func() { message = fmt.Sprint(recover()) }(); panic(v) },
		"errors":    func(v any) string { return said(errors.Join(fmt.Errorf("%v", v), fmt.Errorf("%d %s", v, v))) },
		"print":     func(v any) string { return fmt.Sprint(v) + fmt.Sprintln(v) },
		"templates": func(v any) string { return executed(v) },
		"log": func(v any) string {
			var b bytes.Buffer
			log.New(&b, "", 0).Print(v)
			return b.String()
		},
		"slog": func(v any) string {
			var b bytes.Buffer
			slog.New(slog.NewTextHandler(&b, nil)).Info("m", "v", v)
			slog.New(slog.NewJSONHandler(&b, nil)).Info("m", "v", v)
			return b.String()
		},
	}
	for verb := range strings.SplitSeq("v s q d x X o b c e f g t p U T w", " ") {
		for flags := range strings.SplitSeq("|+|#|-40|0|.3| ", "|") {
			ways["%"+flags+verb] = func(v any) string { return fmt.Sprintf("%"+flags+verb, v) }
		}
	}
	for value, v := range values {
		for way, print := range ways {
			if out := print(v); leaks(out, canary) {
				t.Errorf("%s through %s gives %q", value, way, out)
			}
		}
	}
}

func TestPrivateTextComparesByWhatItSays(t *testing.T) {
	t.Parallel()
	if rapport.Private("a") != rapport.Private(strings.ToLower("A")) || rapport.Private("a") == rapport.Private("b") {
		t.Error("equal texts differ, or different ones are equal")
	}
	if rapport.Private("") != (rapport.PrivateText{}) || !rapport.Private("").IsEmpty() || rapport.Private("a").IsEmpty() {
		t.Error("no text is not the zero value")
	}
	if got := rapport.Private("a").Reveal() + (rapport.PrivateText{}).Reveal(); got != "a" {
		t.Errorf("revealed %q", got)
	}
}

// leaks reports whether out holds the canary, as text, in hexadecimal or as a
// list of bytes.
func leaks(out, canary string) bool {
	for _, form := range []string{canary, fmt.Sprintf("%x", canary), fmt.Sprintf("%X", canary), strings.Trim(fmt.Sprintf("%d", []byte(canary)), "[]")} {
		if strings.Contains(out, form) {
			return true
		}
	}
	return false
}

func said(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// executed prints a value, and the text in it, through both template engines.
func executed(v any) string {
	const page = `{{.}} {{printf "%v %s %q %#v" . . . .}} {{print .}} {{html .}} {{js .}} {{urlquery .}} {{with .Text}}{{.}}{{end}}`
	var b bytes.Buffer
	errText := said(template.Must(template.New("t").Parse(page)).Execute(&b, v))
	errHTML := said(htmltemplate.Must(htmltemplate.New("t").Parse(`<p title="{{.}}">{{.}}</p><script>x = {{.}}</script><a href="?q={{.}}">`)).Execute(&b, v))
	return b.String() + errText + errHTML
}

// TestNoNounScoresAPerson: what the program keeps of people are facts and
// words, never a mark out of ten.
func TestNoNounScoresAPerson(t *testing.T) {
	t.Parallel()
	for _, noun := range []any{rapport.Boss{}, rapport.User{}, rapport.Goal{}, rapport.PrivateNote{}} {
		for _, field := range reflect.VisibleFields(reflect.TypeOf(noun)) {
			name := strings.ToLower(field.Name)
			for _, word := range []string{"score", "rating", "grade", "rank", "influence", "trust", "mood", "risk"} {
				if strings.Contains(name, word) {
					t.Errorf("%T.%s is a score of a person", noun, field.Name)
				}
			}
			if kind := field.Type.Kind(); kind == reflect.Float32 || kind == reflect.Float64 {
				t.Errorf("%T.%s is a number that could be one", noun, field.Name)
			}
		}
	}
}

// TestAGoalCarriesNoStatus keeps the goals of a boss context: what they come
// to is the boss's business, ours is the work for them.
func TestAGoalCarriesNoStatus(t *testing.T) {
	t.Parallel()
	for _, field := range reflect.VisibleFields(reflect.TypeFor[rapport.Goal]()) {
		name := strings.ToLower(field.Name)
		for _, word := range []string{"status", "state", "progress", "done", "percent", "achieved"} {
			if strings.Contains(name, word) {
				t.Errorf("Goal.%s is a status", field.Name)
			}
		}
	}
}
