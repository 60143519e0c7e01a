package main

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRun_answersTheProseCheckWithoutLabels(t *testing.T) {
	t.Parallel()
	const lines = `{"id":"a","text":"Count done. Legal killed it.","channel":"email","labels":["none"],"surprise":1}
{"id":"b","text":"The lease is signed.","channel":"report"}
`
	e := evaluateFiles(t, map[string]string{"lint.jsonl": lines})
	want := `{"id":"a","findings":[{"label":"blame","start":12,"end":28}]}` + "\n" + `{"id":"b","findings":[]}` + "\n"
	if diff := cmp.Diff(want, e.file(t, "lint.jsonl")); e.code != 0 || diff != "" {
		t.Errorf("exit %d (-want +got):\n%s", e.code, diff)
	}
}

func TestScoreLint_followsTheDefinitions(t *testing.T) {
	t.Parallel()
	r := scoreLint([]scored{
		{ // right, and in the right place
			[]byte(`{"id":"1","labels":["blame"],"spans":[{"label":"blame","start":0,"end":10}]}`),
			[]byte(`{"id":"1","findings":[{"label":"blame","start":0,"end":8}]}`),
		},
		{ // right, in the wrong place; the second label neither rewards nor punishes
			[]byte(`{"id":"2","labels":["blame"],"spans":[{"label":"blame","start":0,"end":10}],"also_acceptable":["flattery"]}`),
			[]byte(`{"id":"2","findings":[{"label":"blame","start":8,"end":30},{"label":"flattery","start":0,"end":4}]}`),
		},
		{ // missed, and wrongly something else
			[]byte(`{"id":"3","labels":["blame"],"spans":[{"label":"blame","start":0,"end":10}]}`),
			[]byte(`{"id":"3","findings":[{"label":"groveling","start":0,"end":4}]}`),
		},
		{[]byte(`{"id":"4","labels":["none"]}`), []byte(`{"id":"4","findings":[]}`)},
		{[]byte(`{"id":"5","labels":["none"]}`), []byte(`{"id":"5","findings":[{"label":"blame","start":0,"end":4}]}`)},
		{[]byte(`{"id":"6"}`), []byte(`{"id":"6","findings":[]}`)},
	})
	want := map[string]float64{
		"cases": 5, "precision blame": share(2, 3), "recall blame": share(2, 3), "f1 blame": share(4, 6),
		"precision groveling": 0, "recall groveling": 0, "f1 groveling": 0,
		"macro_f1": share(4, 6) / 2, "clean_left_alone": 0.5, "span_overlap": 0.5,
	}
	got := r.values()
	for name, value := range want {
		if math.Abs(got[name]-value) > 1e-9 {
			t.Errorf("%s is %v, want %v", name, got[name], value)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
}
