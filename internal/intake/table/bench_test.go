package table

import (
	"strings"
	"testing"
)

func BenchmarkRows(b *testing.B) {
	text := "date,text,project\n" + strings.Repeat("2026-11-17,moved another bed to the second ward,ward\n", 10000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		table, err := Open(strings.NewReader(text), british())
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range table.Rows() {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
