package rapport_test

import (
	"testing"

	"rapport"
)

func TestDistanceCountsLetters(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"log", "log", 0}, {"lgo", "log", 2}, {"weeek", "week", 1}, {"", "abc", 3}, {"größe", "grösse", 2}} {
		if got := rapport.Distance(tt.a, tt.b); got != tt.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
