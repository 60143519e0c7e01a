package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Examples made up for these tests; the labels of some are wrong on purpose.
const (
	dateLines = `{"id":"d1","text":"yesterday","reference":"2026-11-18T09:15:00Z","tz":"Europe/Berlin","locale":"en-GB","context":"log","answer":{"kind":"date","date":"2026-11-17"},"also_acceptable":[]}
{"id":"d2","text":"next monday 9:30","reference":"2026-11-18T09:15:00Z","tz":"Europe/Berlin","locale":"en-GB","context":"meeting","answer":{"kind":"none"},"also_acceptable":[{"kind":"datetime","local":"2026-11-23T09:30","offset":"+01:00","utc":"2026-11-23T08:30:00Z"}]}
{"id":"d3","text":"next week","reference":"2026-11-18T09:15:00Z","tz":"Europe/Berlin","locale":"en-GB","context":"due","answer":{"kind":"none"},"surprise":1}
{"id":"d4","text":"asap","reference":"2026-11-18T09:15:00Z","tz":"Europe/Berlin","locale":"en-GB","context":"due","answer":{"kind":"none"}}
`
	datesWritten = `{"id":"d1","answer":{"kind":"date","date":"2026-11-17"}}
{"id":"d2","answer":{"kind":"datetime","local":"2026-11-23T09:30","offset":"+01:00","utc":"2026-11-23T08:30:00Z"}}
{"id":"d3","answer":{"kind":"range","start":"2026-11-23","end":"2026-11-29"}}
{"id":"d4","answer":{"kind":"none"}}
`
)

// evaluation is a run in folders of its own.
type evaluation struct {
	code           int
	out            string
	stdout, stderr string
}

// evaluateFiles runs the command on the given files.
func evaluateFiles(t *testing.T, files map[string]string, flags ...string) evaluation {
	t.Helper()
	data, out := t.TempDir(), filepath.Join(t.TempDir(), "new", "folder")
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(data, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var stdout, stderr bytes.Buffer
	code := run(append([]string{"-data", data, "-out", out}, flags...), &stdout, &stderr)
	return evaluation{code, out, stdout.String(), stderr.String()}
}

func (e evaluation) file(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(e.out, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestRun_writesAnswersInTheDocumentedForm(t *testing.T) {
	t.Parallel()
	e := evaluateFiles(t, map[string]string{
		"dates.jsonl":    dateLines,
		"classify.jsonl": `{"id":"c1","text":"I will send the rota by friday","kind":"commitment","committed_by":["me"]}`,
		"linking.jsonl": `{"id":"l1","text":"cut the waiting time in triage by 12 minutes","boss":"matron","goals":[{"id":"wait","title":"Shorter waiting time in triage"},{"id":"pay","title":"Payroll on time"}],"links":["wait"]}
{"id":"l2","text":"watered the plants","boss":"matron","goals":[{"id":"pay","title":"Payroll on time"}],"links":[]}`,
	})
	if e.code != 0 || e.stderr != "" {
		t.Fatalf("exit %d: %s", e.code, e.stderr)
	}
	for name, want := range map[string]string{
		"dates.jsonl":    datesWritten,
		"classify.jsonl": `{"id":"c1","kind":"commitment","committed_by":["me"]}` + "\n",
		"linking.jsonl":  `{"id":"l1","links":["wait"]}` + "\n" + `{"id":"l2","links":[]}` + "\n",
	} {
		if diff := cmp.Diff(want, e.file(t, name)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestRun_answersTheSameWithoutLabels(t *testing.T) {
	t.Parallel()
	var bare strings.Builder
	for line := range strings.Lines(dateLines) {
		var l map[string]any
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		delete(l, "answer")
		delete(l, "also_acceptable")
		if err := writeLine(&bare, l); err != nil {
			t.Fatal(err)
		}
	}
	e := evaluateFiles(t, map[string]string{"dates.jsonl": bare.String()})
	if got := e.file(t, "dates.jsonl"); e.code != 0 || got != datesWritten {
		t.Errorf("exit %d, wrote %s", e.code, got)
	}
	if !strings.Contains(e.stdout, "dates: no labels, no score") {
		t.Errorf("said %s", e.stdout)
	}
}

func TestRun_scoresAndStaysCalmWhenFiguresArePoor(t *testing.T) {
	t.Parallel()
	e := evaluateFiles(t, map[string]string{"dates.jsonl": dateLines}, "-v")
	if e.code != 0 {
		t.Fatalf("exit %d: %s", e.code, e.stderr)
	}
	var scores map[string]map[string]float64
	if err := json.Unmarshal([]byte(e.file(t, "scores.json")), &scores); err != nil {
		t.Fatal(err)
	}
	want := map[string]map[string]float64{"dates": {
		"cases": 4, "accuracy": 0.75, "accuracy_date": 1,
		"accuracy_datetime": 0, "accuracy_range": 0, "accuracy_none": share(2, 3),
	}}
	if diff := cmp.Diff(want, scores); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if !strings.Contains(e.stdout, `wrong: d3 "next week"`) || strings.Contains(e.stdout, "wrong: d1") {
		t.Errorf("said %s", e.stdout)
	}
}

func TestRun_listsErrorsOnlyWhenAsked(t *testing.T) {
	t.Parallel()
	if e := evaluateFiles(t, map[string]string{"dates.jsonl": dateLines}); strings.Contains(e.stdout, "wrong:") {
		t.Errorf("said %s", e.stdout)
	}
}

func TestRun_skipsSetsThatAreNotThere(t *testing.T) {
	t.Parallel()
	e := evaluateFiles(t, map[string]string{"notes.txt": "nothing to see"})
	if e.code != 0 || !strings.Contains(e.stdout, "dates: not there, skipped") {
		t.Errorf("exit %d, said %s%s", e.code, e.stdout, e.stderr)
	}
	if _, err := os.Stat(filepath.Join(e.out, "dates.jsonl")); err == nil {
		t.Error("wrote answers to nothing")
	}
}

func TestRun_namesAndSkipsBrokenLines(t *testing.T) {
	t.Parallel()
	first, rest, _ := strings.Cut(dateLines, "\n")
	e := evaluateFiles(t, map[string]string{"dates.jsonl": "\ufeff" + first + "\r\n\n{\"id\": \n" + `{"text":"today"}` + "\n" +
		`{"id":"d0","text":"today","reference":"then","tz":"Europe/Berlin"}` + "\n" + rest})
	if got := e.file(t, "dates.jsonl"); e.code != 0 || got != datesWritten {
		t.Errorf("exit %d, wrote %s", e.code, got)
	}
	for _, want := range []string{"dates.jsonl:3: skipped", "dates.jsonl:4: skipped: it has no id", "dates.jsonl:5: skipped"} {
		if !strings.Contains(e.stderr, want) {
			t.Errorf("%q is missing in %s", want, e.stderr)
		}
	}
}

func TestRun_failsOnlyForFolders(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	tests := []struct {
		name, want string
		args       []string
	}{
		{"no such data", "cannot be read", []string{"-data", filepath.Join(data, "away"), "-out", t.TempDir()}},
		{"answers over the examples", "would replace", []string{"-data", data, "-out", data}},
		{"unknown flag", "not defined", []string{"-colour"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var stdout, stderr bytes.Buffer
			if code := run(tt.args, &stdout, &stderr); code != 1 || !strings.Contains(stderr.String(), tt.want) {
				t.Errorf("exit %d: %s", code, stderr.String())
			}
		})
	}
}

func TestScoreKinds_countsAcceptableKindsAsRight(t *testing.T) {
	t.Parallel()
	r := scoreKinds([]scored{
		{[]byte(`{"id":"1","kind":"idea","also_acceptable":["question"],"hard":true}`), []byte(`{"id":"1","kind":"question"}`)},
		{[]byte(`{"id":"2","kind":"idea","hard":true}`), []byte(`{"id":"2","kind":"progress"}`)},
		{[]byte(`{"id":"3","kind":"commitment","committed_by":["me","boss"]}`), []byte(`{"id":"3","kind":"commitment","committed_by":["boss","me"]}`)},
		{[]byte(`{"id":"4"}`), []byte(`{"id":"4","kind":"progress"}`)},
	})
	want := map[string]float64{"cases": 3, "accuracy": share(2, 3), "accuracy_hard": 0.5, "macro_f1": 0.5, "committed_by": 1}
	got := r.values()
	for name, value := range want {
		if math.Abs(got[name]-value) > 1e-9 {
			t.Errorf("%s is %v, want %v", name, got[name], value)
		}
	}
}

func TestScoreLinks_followsTheDefinitions(t *testing.T) {
	t.Parallel()
	r := scoreLinks([]scored{
		{[]byte(`{"id":"1","links":["a","b"],"shared_words_with_right_goal":2}`), []byte(`{"id":"1","links":["b","a"]}`)},
		{[]byte(`{"id":"2","links":["a"],"shared_words_with_right_goal":0}`), []byte(`{"id":"2","links":["b","a"]}`)},
		{[]byte(`{"id":"3","links":["a"],"shared_words_with_right_goal":1}`), []byte(`{"id":"3","links":[]}`)},
		{[]byte(`{"id":"4","links":[]}`), []byte(`{"id":"4","links":["a"]}`)},
		{[]byte(`{"id":"5","links":[]}`), []byte(`{"id":"5","links":[]}`)},
		{[]byte(`{"id":"6"}`), []byte(`{"id":"6","links":["a"]}`)},
	})
	want := map[string]float64{
		"cases": 5, "top1": share(1, 3), "top1_shared_words": 0.5,
		"unlinked_where_a_goal_is_right": share(1, 3), "false_links_where_none_is_right": 0.5,
	}
	if diff := cmp.Diff(want, r.values()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
