package cli

import (
	"bufio"
	"bytes"
	"testing"
)

// BenchmarkCommandTree measures what every run pays before its command begins.
func BenchmarkCommandTree(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		sh := &shell{out: bufio.NewWriter(&bytes.Buffer{})}
		if newRoot(sh) == nil {
			b.Fatal("no root")
		}
	}
}
