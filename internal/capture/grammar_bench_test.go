package capture_test

import (
	"strings"
	"testing"

	"rapport/internal/capture"
)

// BenchmarkParseLine measures a usual line, and one of a megabyte, which has
// to cost no more than its length.
func BenchmarkParseLine(b *testing.B) {
	for name, text := range map[string]string{
		"usual":    "won: checkout p99 840 to 520 ms -> fewer lost carts +checkout for:speed @dana yesterday",
		"megabyte": "did: " + strings.Repeat("bed ", 1<<18) + "@dana yesterday",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := capture.ParseLine(text, wednesday()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
