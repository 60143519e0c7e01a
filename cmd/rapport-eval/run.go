package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rapport"
)

// set is one file of examples and the engine that answers it.
type set struct {
	// name is the file's name without .jsonl.
	name string
	// predict answers one line. It decodes the fields an engine may use into a
	// struct that has no place for a label.
	predict func(line []byte) (any, error)
	// score compares labelled lines with the answers that were written.
	score func(cases []scored) result
}

// scored is a labelled line with the answer that was written for it.
type scored struct{ label, answer []byte }

// sets lists the sets in the order they are run. The scenarios of the coach are
// no set of lines and have a reader of their own, coach.go.
func sets() []set {
	return []set{
		{"classify", predictKind, scoreKinds},
		{"linking", predictLinks, scoreLinks},
		{"dates", predictDate, scoreDates},
		{"lint", predictLint, scoreLint},
	}
}

// options are what the command line says.
type options struct {
	data, out string
	verbose   bool
}

// run is the whole program; it returns the exit code.
func run(args []string, stdout, stderr io.Writer) int {
	var o options
	flags := flag.NewFlagSet("rapport-eval", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.data, "data", filepath.Join("testdata", "eval"), "folder with the sets")
	flags.StringVar(&o.out, "out", filepath.Join("out", "eval"), "folder for the answers and scores.json")
	flags.BoolVar(&o.verbose, "v", false, "list errors")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 1
	}
	if err := evaluate(o, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "rapport-eval:", err)
		if hint := rapport.HintOf(err); hint != "" {
			fmt.Fprintln(stderr, hint)
		}
		return 1
	}
	return 0
}

// evaluate writes the answers of all sets, then scores them.
func evaluate(o options, stdout, stderr io.Writer) error {
	if err := checkFolders(o); err != nil {
		return err
	}
	var there []set
	for _, s := range sets() {
		answered, err := answer(s, o, stderr)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			fmt.Fprintf(stdout, "%s: not there, skipped\n", s.name)
			continue
		case err != nil:
			return err
		}
		fmt.Fprintf(stdout, "%s: %d answers written\n", s.name, answered)
		there = append(there, s)
	}
	scores := map[string]any{}
	for _, s := range there {
		r, err := compare(s, o)
		if err != nil {
			return err
		}
		r.print(stdout, s.name, o.verbose)
		if r.labelled > 0 {
			scores[s.name] = r.values()
		}
	}
	coached, replayed, err := coachAll(o, stderr)
	switch {
	case err != nil:
		return err
	case replayed > 0:
		fmt.Fprintf(stdout, "coach: %d scenarios replayed\n", replayed)
		coached.print(stdout, "coach", o.verbose)
		if coached.labelled > 0 {
			scores["coach"] = coached.values()
		}
	}
	text, err := json.MarshalIndent(scores, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(o.out, "scores.json"), append(text, '\n'), 0o644)
}

// checkFolders makes sure that there is something to read, and that the
// answers do not take the place of the examples.
func checkFolders(o options) error {
	if _, err := os.ReadDir(o.data); err != nil {
		return rapport.Errorf(rapport.Unavailable, "the folder with the sets cannot be read: %w", err).
			WithHint("name it with -data DIR")
	}
	if err := os.MkdirAll(o.out, 0o755); err != nil {
		return rapport.Errorf(rapport.Unavailable, "the folder for the answers cannot be made: %w", err).
			WithHint("name another with -out DIR")
	}
	data, err := os.Stat(o.data)
	if err != nil {
		return err
	}
	if out, err := os.Stat(o.out); err != nil || os.SameFile(data, out) {
		return rapport.Errorf(rapport.Invalid, "the answers would replace the examples in %s", o.data).
			WithHint("name another folder with -out DIR")
	}
	return nil
}

// answer runs one set and writes its answers; it returns how many there are.
func answer(s set, o options, stderr io.Writer) (n int, err error) {
	in, err := os.Open(filepath.Join(o.data, s.name+".jsonl"))
	if err != nil {
		return 0, err
	}
	defer func() { _ = in.Close() }() // it was only read
	out, err := os.Create(filepath.Join(o.out, s.name+".jsonl"))
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	err = eachLine(in, func(number int, line []byte) error {
		prediction, broken := s.predict(line)
		if broken != nil {
			fmt.Fprintf(stderr, "%s.jsonl:%d: skipped: %v\n", s.name, number, broken)
			return nil
		}
		n++
		return writeLine(out, prediction)
	})
	return n, err
}

// compare reads the labels of one set and what was written for them.
func compare(s set, o options) (result, error) {
	answers := map[string][]byte{}
	err := eachLineOf(filepath.Join(o.out, s.name+".jsonl"), func(_ int, line []byte) error {
		answers[idOf(line)] = line
		return nil
	})
	if err != nil {
		return result{}, err
	}
	var cases []scored
	err = eachLineOf(filepath.Join(o.data, s.name+".jsonl"), func(_ int, line []byte) error {
		if a, ok := answers[idOf(line)]; ok {
			cases = append(cases, scored{label: line, answer: a})
		}
		return nil
	})
	if err != nil {
		return result{}, err
	}
	return s.score(cases), nil
}
