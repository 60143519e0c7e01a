package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

// command is a whole process to be timed.
type command struct {
	name string
	args []string
	env  []string
	// stdin is handed to each run.
	stdin string
	// before makes ready for each run, outside its time; may be nil.
	before func() error
}

// sample is what was seen of one command.
type sample struct {
	times []time.Duration
	rss   int64
}

// cold runs the commands in turn, so that whatever the machine does meanwhile
// hits all of them alike. The first two rounds only warm the caches of the
// disk.
func (b *bench) cold(ctx context.Context, commands ...command) ([]sample, error) {
	samples := make([]sample, len(commands))
	for round := range b.rounds + 2 {
		for i, c := range commands {
			elapsed, rss, err := c.run(ctx)
			if err != nil {
				return nil, err
			}
			if round >= 2 {
				samples[i].times = append(samples[i].times, elapsed)
				samples[i].rss = max(samples[i].rss, rss)
			}
		}
	}
	return samples, nil
}

func (c command) run(ctx context.Context) (time.Duration, int64, error) {
	cmd := exec.CommandContext(ctx, c.args[0], c.args[1:]...)
	cmd.Env = append(os.Environ(), c.env...)
	if c.before != nil {
		if err := c.before(); err != nil {
			return 0, 0, err
		}
	}
	var complaint strings.Builder
	cmd.Stdout, cmd.Stderr = io.Discard, &complaint
	if c.stdin != "" {
		cmd.Stdin = strings.NewReader(c.stdin)
	}
	start := time.Now()
	err := cmd.Run()
	elapsed := time.Since(start)
	if err != nil {
		return 0, 0, fmt.Errorf("%s: %w\n%s", strings.Join(c.args, " "), err, complaint.String())
	}
	return elapsed, maxRSS(cmd.ProcessState), nil
}

func (s sample) median() float64 {
	times := slices.Sorted(slices.Values(s.times))
	return millis(times[len(times)/2])
}

func (s sample) best() float64 { return millis(slices.Min(s.times)) }

func millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// against measures commands against one floor; limit 0 means that none is set.
func (b *bench) against(ctx context.Context, floor command, limits []float64, commands ...command) error {
	samples, err := b.cold(ctx, append([]command{floor}, commands...)...)
	if err != nil {
		return err
	}
	base := samples[0].median()
	for i, c := range commands {
		s := samples[i+1]
		b.add(measure{
			Name: c.name, Median: s.median(), Best: s.best(), Floor: base, FloorName: floor.name,
			Ratio: s.median() / base, Limit: limits[i], MaxRSS: s.rss,
		})
	}
	return nil
}

func (b *bench) add(m measure) {
	b.figures.Cold = append(b.figures.Cold, m)
	limit := ""
	if m.Limit > 0 {
		limit = fmt.Sprintf("≤ %4.2f", m.Limit)
	}
	fmt.Fprintf(b.out, "%-44s %8.2f ms  %6.2f × %-22s %-7s %-4s %5.1f MB\n",
		m.Name, m.Median, m.Ratio, m.FloorName, limit, m.verdict(), float64(m.MaxRSS)/1e6)
}
