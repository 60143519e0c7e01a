package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapport/internal/wire/nudge"
)

const coachLines = `{"id":"b","t":"2026-01-05T08:00:00+01:00","type":"add_boss","boss":"maren","name":"Maren Holt","relation":"solid"}
{"id":"p1","t":"2026-03-12T11:00:00+01:00","type":"boss_ping","boss":"maren","text":"Where is the rota for April?"}
{"id":"p2","t":"2026-03-17T11:00:00+01:00","type":"boss_ping","boss":"maren","text":"Did the April rota go out?"}
{"id":"p3","t":"2026-06-30T11:00:00+02:00","type":"boss_ping","boss":"maren","text":"And the July rota?"}
`

func TestCoach_replaysAndScoresAFolder(t *testing.T) {
	t.Parallel()
	e := evaluateFiles(t, map[string]string{
		"ward.events.jsonl": coachLines,
		"ward.expect.json": `{"now":"2026-03-20T09:00:00+01:00","tz":"Europe/Berlin",
			"should_find":[{"rule":"R10","priority":"high"},{"rule":"R10b","priority":"low"},{"rule":"R44","priority":"medium"}],
			"must_not":[{"rule":"R06","what":"ask for goals"},{"rule":"R10","what":"blame"}]}`,
	}, "-v")
	if e.code != 0 || e.stderr != "" {
		t.Fatalf("exit %d: %s", e.code, e.stderr)
	}
	var said []nudge.Line
	if err := json.Unmarshal([]byte(e.file(t, "ward.coach.json")), &said); err != nil {
		t.Fatal(err)
	}
	found := false
	for _, l := range said {
		for _, id := range l.Evidence {
			if id == "p3" {
				t.Errorf("%s shows what came later", l.Rule)
			}
		}
		found = found || l.Rule == "R10" && l.Level == "high" && l.Boss == "maren" && len(l.About) == 2 && l.Why != "" && l.Act != ""
	}
	if !found {
		t.Errorf("said %+v", said)
	}
	var scores map[string]map[string]float64
	if err := json.Unmarshal([]byte(e.file(t, "scores.json")), &scores); err != nil {
		t.Fatal(err)
	}
	c := scores["coach"]
	// R06 fires, as no goal is on record: forbidden, and outside the list.
	if c["high_in_first_ten"] != 1 || c["others_found"] != 0 || c["forbidden"] != 1 || c["outside_the_list"] < 1 {
		t.Errorf("scores %v", c)
	}
	if !strings.Contains(e.stdout, "wrong: ward: forbidden R06") || !strings.Contains(e.stdout, "wrong: ward: medium R44 not found") {
		t.Errorf("said %s", e.stdout)
	}
}

func TestCoach_takesTheLastLineWithoutAnExpectation(t *testing.T) {
	t.Parallel()
	e := evaluateFiles(t, map[string]string{"ward.events.jsonl": coachLines})
	if e.code != 0 || !strings.Contains(e.file(t, "ward.coach.json"), "p3") {
		t.Errorf("exit %d: %s", e.code, e.file(t, "ward.coach.json"))
	}
	if !strings.Contains(e.stdout, "coach: no labels, no score") {
		t.Errorf("said %s", e.stdout)
	}
}

func TestCoach_namesAHistoryThatCannotBeRead(t *testing.T) {
	t.Parallel()
	e := evaluateFiles(t, map[string]string{
		"bad.events.jsonl":  `{"id":"x","t":"2026-01-05T08:00:00Z","type":"ping"}` + "\n",
		"ward.events.jsonl": coachLines,
	})
	if e.code != 0 || !strings.Contains(e.stderr, "bad.events.jsonl: skipped") {
		t.Errorf("exit %d: %s", e.code, e.stderr)
	}
	if _, err := os.Stat(filepath.Join(e.out, "ward.coach.json")); err != nil {
		t.Error("one bad history kept another from being answered")
	}
}
