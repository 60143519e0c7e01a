package main

import "testing"

func TestParseBenchmarksReadsWhatGoTestPrints(t *testing.T) {
	got := parseBenchmarks("goos: linux\npkg: rapport/internal/align\nBenchmarkLinks-2   	     531	    413005 ns/op	   90112 B/op	     812 allocs/op\nPASS\n")
	if len(got) != 1 || got[0] != (goBench{"rapport/internal/align", "Links-2", 413005, 90112, 812}) {
		t.Errorf("%+v", got)
	}
}

func TestVerdictComparesWithTheLimit(t *testing.T) {
	for _, c := range []struct {
		ratio, limit float64
		want         string
	}{{1, 0, ""}, {2, 2, "ok"}, {2.01, 2, "over"}} {
		if got := (measure{Ratio: c.ratio, Limit: c.limit}).verdict(); got != c.want {
			t.Errorf("%v against %v is %q", c.ratio, c.limit, got)
		}
	}
}
