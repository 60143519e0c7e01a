package notes

import (
	"fmt"
	"strings"
	"testing"

	"rapport"
)

// threeYears is a file of weekly meetings, as a busy hand keeps it.
func threeYears() []byte {
	var b strings.Builder
	day := rapport.Day("2026-11-24")
	for n := range 150 {
		fmt.Fprintf(&b, "## %s\n\n### What I achieved\n\n", day)
		for i := range 6 {
			fmt.Fprintf(&b, "- Moved shelf %d of hall %d to the new racks, %d pallets in 2 days\n  - KW: good, I'll tell the board by Friday\n", i, n, 20+i)
		}
		b.WriteString("\n### Where I need help\n\n- A second scanner for hall C ([list](https://example.org/scanners))\n  - KW: can you send me a price?\n\n")
		day = day.Add(-7)
	}
	return []byte(b.String())
}

func BenchmarkRead(b *testing.B) {
	text := threeYears()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Read(text, ourOptions()); err != nil {
			b.Fatal(err)
		}
	}
}
