package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// options say what to measure.
type options struct {
	rapport string
	json    string
	rounds  int
	commits int
	gobench bool
	keep    string
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var o options
	flags := flag.NewFlagSet("rapport-bench", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.rapport, "rapport", "bin/rapport", "the release binary")
	flags.StringVar(&o.json, "json", "", "write all figures to this `file`")
	flags.IntVar(&o.rounds, "rounds", 60, "how often each command is run")
	flags.IntVar(&o.commits, "commits", 50_000, "commits of the large repository")
	flags.BoolVar(&o.gobench, "go", true, "run the Go benchmarks too")
	flags.StringVar(&o.keep, "dir", "", "keep stores and repositories in this `folder` and use them again")
	if err := flags.Parse(args); err != nil {
		return err
	}
	binary, err := filepath.Abs(o.rapport)
	if err != nil {
		return err
	}
	info, err := os.Stat(binary)
	if err != nil {
		return fmt.Errorf("build it first with make build: %w", err)
	}
	dir := o.keep
	if dir == "" {
		if dir, err = os.MkdirTemp("", "rapport-bench-"); err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(dir) }() // temporary
	} else if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	b := &bench{options: o, rapport: binary, dir: dir, out: stdout, log: stderr, today: time.Now()}
	b.figures.BinaryBytes = info.Size()
	if err := b.all(ctx); err != nil {
		return err
	}
	if o.json == "" {
		return nil
	}
	text, err := json.MarshalIndent(b.figures, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(o.json, append(text, '\n'), 0o644)
}

// figures is the shape of the JSON file.
type figures struct {
	BinaryBytes int64 `json:"binary_bytes"`
	// InitMillis is the sum of package initialisation.
	InitMillis float64   `json:"init_ms"`
	Cold       []measure `json:"cold"`
	Go         []goBench `json:"go"`
}

// measure is one command against its floor.
type measure struct {
	Name string `json:"name"`
	// Median and Best are of the command, Floor of its floor, in milliseconds.
	Median float64 `json:"median_ms"`
	Best   float64 `json:"best_ms"`
	Floor  float64 `json:"floor_ms"`
	// FloorName says what the floor is.
	FloorName string  `json:"floor"`
	Ratio     float64 `json:"ratio"`
	Limit     float64 `json:"limit"`
	// MaxRSS is the greatest resident memory of the command in bytes.
	MaxRSS int64 `json:"max_rss_bytes"`
}

// verdict compares a ratio with its limit in a word.
func (m measure) verdict() string {
	switch {
	case m.Limit == 0:
		return ""
	case m.Ratio <= m.Limit:
		return "ok"
	}
	return "over"
}
