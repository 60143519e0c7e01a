package app_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"rapport"
	"rapport/internal/store"
	"rapport/internal/store/storetest"
)

// linesPerImport is the length of the journals that are imported while the
// process is killed.
const linesPerImport = 12

// TestKilledAtAnyMomentLosesNothing starts commands that write, kills each at
// a random moment of its life, and looks at the store after each death:
// whatever the command said is done is there, and nothing is there by half.
// Every look is a command of its own, which has to work without any repair.
func TestKilledAtAnyMomentLosesNothing(t *testing.T) {
	deaths := 210
	if testing.Short() {
		deaths = 45
	}
	storetest.EachLocation(t, func(t *testing.T, location string) {
		v := newVictim(t, location)
		for i := range deaths {
			switch i % 3 {
			case 0:
				v.killLog(i)
			case 1:
				v.killImport(i)
			case 2:
				v.killReport()
			}
			v.look()
			if t.Failed() {
				t.Fatalf("after %d deaths", i+1)
			}
		}
		v.finally()
	})
}

// victim is a store whose writers are killed, and what they acknowledged.
type victim struct {
	*life
	t      *testing.T
	random *rand.Rand
	// span is how long a command may live before it is killed: about as long
	// as it takes when nobody kills it. It follows the machine's load and the
	// growth of the store.
	span map[string]time.Duration
	// logged are the texts of log lines, imported the prefixes of the ids of
	// imported ones; the value says whether the command acknowledged them.
	logged, imported map[string]bool
	// reports is how many reports were acknowledged as sent.
	reports           int
	killed, completed map[string]int
}

func newVictim(t *testing.T, location string) *victim {
	v := &victim{
		life: newLife(t, location), t: t, random: rand.New(rand.NewPCG(7, 41)), span: map[string]time.Duration{},
		logged: map[string]bool{}, imported: map[string]bool{}, killed: map[string]int{}, completed: map[string]int{},
	}
	v.must("boss", "add", "Ines Calder")
	// One undisturbed run of each gives the first span.
	v.span["log"] = timed(func() { v.must("log", "did: counted the stock") })
	v.span["import"] = timed(func() { v.must("import", v.journal("before")) })
	v.span["report"] = timed(func() { v.must("report", "--mark-sent", "--via", "mail") })
	v.reports = 1
	v.imported["before"] = true
	return v
}

func timed(run func()) time.Duration {
	begin := time.Now()
	run()
	return time.Since(begin)
}

// journal writes a journal whose lines have ids with a prefix of their own.
func (v *victim) journal(prefix string) string {
	var b strings.Builder
	begin := time.Now().Add(-time.Hour)
	for i := range linesPerImport {
		said := fmt.Sprintf(`"type":"log","text":"answered letter %d of %s","kind":"progress"`, i, prefix)
		switch i % 6 {
		case 1:
			said = fmt.Sprintf(`"type":"commitment","by":"me","to":"ines","text":"answer letter %d of %s"`, i, prefix)
		case 2:
			// What happened is told before and after what it is about.
			said = fmt.Sprintf(`"type":"commitment_done","ref":"%s-%d"`, prefix, 9-i)
		case 3:
			said = fmt.Sprintf(`"type":"ask","boss":"ines","text":"a second desk for %s","meeting":"%s-%d"`, prefix, prefix, i+1)
		case 4:
			said = `"type":"meeting","boss":"ines","kind":"1:1","status":"held","notes":"she was in a hurry"`
		}
		fmt.Fprintf(&b, `{"id":"%s-%d","t":%q,%s}`+"\n", prefix, i, begin.Add(time.Duration(i)*time.Second).Format(time.RFC3339), said)
	}
	return v.write(prefix+".jsonl", b.String())
}

func (v *victim) killLog(i int) {
	text := fmt.Sprintf("weighed parcel %d", i)
	stdout, done := v.kill("log", "did: "+text)
	v.logged[text] = done || strings.HasSuffix(stdout, "\n")
}

func (v *victim) killImport(i int) {
	prefix := fmt.Sprintf("batch%d", i)
	_, done := v.kill("import", v.journal(prefix))
	v.imported[prefix] = done
}

func (v *victim) killReport() {
	if _, done := v.kill("report", "--mark-sent", "--via", "mail"); done {
		v.reports++
	}
}

// kill starts a command and kills it at a random moment of its span. It returns what was printed, and whether the command ended by itself and
// succeeded.
func (v *victim) kill(args ...string) (stdout string, done bool) {
	v.t.Helper()
	cmd := v.command(context.Background(), args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		v.t.Fatal(err)
	}
	moment := time.Duration(v.random.Float64() * float64(v.span[args[0]]))
	// Too late where it has ended by then, which is part of the test.
	killer := time.AfterFunc(moment, func() { _ = cmd.Process.Kill() })
	err := cmd.Wait()
	killer.Stop()
	switch {
	case err == nil:
		v.completed[args[0]]++
		v.span[args[0]] -= v.span[args[0]] / 10
		return out.String(), true
	case cmd.ProcessState.Exited():
		v.t.Fatalf("%s failed by itself: %v\n%s", shown(args), err, errs.String())
	}
	v.killed[args[0]]++
	v.span[args[0]] += v.span[args[0]] / 25
	return out.String(), false
}

// exported is what the test reads of a journal line.
type exported struct {
	ID, Type, Text string
	Told           []struct{ Report string }
	Entries        []struct{ Place string }
}

// look exports the store and compares it with what was acknowledged.
func (v *victim) look() {
	v.t.Helper()
	ids, texts, imported := map[string]bool{}, map[string]int{}, map[string]int{}
	sent, told := map[string]int{}, map[string]int{}
	for line := range strings.Lines(v.export()) {
		var e exported
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			v.t.Fatalf("a line of the journal is broken: %v\n%s", err, line)
		}
		if ids[e.ID] {
			v.t.Errorf("the id %s is there twice", e.ID)
		}
		ids[e.ID] = true
		if prefix, _, ok := strings.Cut(e.ID, "-"); ok {
			imported[prefix]++
		}
		switch e.Type {
		case "log":
			texts[e.Text]++
			for _, by := range e.Told {
				told[by.Report]++
			}
		case "report_sent":
			for _, item := range e.Entries {
				if item.Place == "body" {
					sent[e.ID]++
				}
			}
			sent[e.ID] += 0 // a report that tells nothing is one too
		}
	}
	for text, done := range v.logged {
		if n := texts[text]; n > 1 || done && n == 0 {
			v.t.Errorf("%q is there %d times; acknowledged: %v", text, n, done)
		}
	}
	for prefix, done := range v.imported {
		if n := imported[prefix]; n != linesPerImport && (n != 0 || done) {
			v.t.Errorf("%d of %d lines of import %s are there; acknowledged: %v", n, linesPerImport, prefix, done)
		}
	}
	if len(sent) < v.reports {
		v.t.Errorf("%d reports are kept as sent, %d were acknowledged", len(sent), v.reports)
	}
	for report, n := range sent {
		if told[report] != n {
			v.t.Errorf("report %s tells %d entries, and %d know of it", report, n, told[report])
		}
		delete(told, report)
	}
	for report := range told {
		v.t.Errorf("entries were told by report %q, which is not there", report)
	}
	// One that was kept but not acknowledged counts from now on.
	v.reports = len(sent)
}

// finally asks the database whether it is sound, and says how the deaths were
// spread.
func (v *victim) finally() {
	v.t.Helper()
	db := storetest.Open(v.t, v.store, store.Options{})
	found, err := db.Check(v.t.Context())
	if err != nil || len(found) > 0 {
		v.t.Errorf("the database is not sound: %v %v", found, err)
	}
	v.promisesStand(db)
	for _, command := range [...]string{"log", "import", "report"} {
		v.t.Logf("%s: killed %d, done before %d, at last within %v", command, v.killed[command], v.completed[command], v.span[command])
		if v.killed[command] == 0 || v.completed[command] == 0 {
			v.t.Errorf("%s was killed %d times and done %d times: the moments are not spread over its life",
				command, v.killed[command], v.completed[command])
		}
	}
}

// promisesStand sees that each promise stands where its events left it.
func (v *victim) promisesStand(db *store.DB) {
	v.t.Helper()
	ctx := v.t.Context()
	if err := db.Read(ctx, func(tx *store.Tx) error {
		user, _, err := tx.User(ctx, "me")
		if err != nil {
			return err
		}
		promises, err := store.Promises.List(ctx, tx, user.ID, store.FactFilter{})
		if err != nil {
			return err
		}
		kept := 0
		for _, p := range promises {
			events, err := store.PromiseEvents.List(ctx, tx, user.ID, store.FactFilter{About: p.ID})
			if err != nil {
				return err
			}
			if want := p.After(events).Standing; p.Standing != want {
				v.t.Errorf("the promise %s stands at %+v, not %+v", p.Line, p.Standing, want)
			}
			if p.State == rapport.StateKept {
				kept++
			}
		}
		if kept == 0 || kept < len(promises) {
			v.t.Errorf("of %d promises %d were kept", len(promises), kept)
		}
		return nil
	}); err != nil {
		v.t.Fatal(err)
	}
}
