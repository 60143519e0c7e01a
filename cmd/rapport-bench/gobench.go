package main

import (
	"context"
	"fmt"
	"os/exec"
	"strconv"
	"strings"
)

// goBench is one line of a Go benchmark.
type goBench struct {
	Package string  `json:"package"`
	Name    string  `json:"name"`
	Nanos   float64 `json:"ns_per_op"`
	Bytes   float64 `json:"bytes_per_op"`
	Allocs  float64 `json:"allocs_per_op"`
}

// goBenchmarks runs the benchmarks of the engines and of the store.
func (b *bench) goBenchmarks(ctx context.Context) error {
	fmt.Fprintln(b.log, "running the Go benchmarks")
	cmd := exec.CommandContext(ctx, "go", "test", "-run", "^$", "-bench", ".", "-benchmem", "-benchtime", "200ms", "./internal/...")
	out, err := cmd.CombinedOutput()
	if err != nil {
		return fmt.Errorf("go test -bench: %w\n%s", err, out)
	}
	b.figures.Go = parseBenchmarks(string(out))
	for _, g := range b.figures.Go {
		fmt.Fprintf(b.out, "%-44s %12.0f ns/op %12.0f B/op %8.0f allocs/op\n", g.Package+" "+g.Name, g.Nanos, g.Bytes, g.Allocs)
	}
	return nil
}

func parseBenchmarks(out string) []goBench {
	var found []goBench
	current := ""
	for line := range strings.Lines(out) {
		fields := strings.Fields(line)
		switch {
		case len(fields) == 2 && fields[0] == "pkg:":
			current = fields[1]
		case len(fields) >= 4 && strings.HasPrefix(fields[0], "Benchmark"):
			g := goBench{Package: current, Name: strings.TrimPrefix(fields[0], "Benchmark")}
			for i := 2; i+1 < len(fields); i += 2 {
				value, err := strconv.ParseFloat(fields[i], 64)
				if err != nil {
					continue
				}
				switch fields[i+1] {
				case "ns/op":
					g.Nanos = value
				case "B/op":
					g.Bytes = value
				case "allocs/op":
					g.Allocs = value
				}
			}
			found = append(found, g)
		}
	}
	return found
}
