package prose

import (
	"strings"
	"testing"
)

// thousandWords is a draft of a thousand words out of the fixtures.
func thousandWords(tb testing.TB) string {
	tb.Helper()
	var b strings.Builder
	words := 0
	for _, f := range readFixtures(tb) {
		if words += len(strings.Fields(f.text)); words > 1000 {
			break
		}
		b.WriteString(f.text)
		b.WriteString("\n")
	}
	return b.String()
}

// BenchmarkCheck must stay under 5 ms for a thousand words.
func BenchmarkCheck(b *testing.B) {
	text := thousandWords(b)
	Check(text, Options{})
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Check(text, Options{Channel: Report})
	}
}

// BenchmarkMegabyte is a text of a megabyte.
func BenchmarkMegabyte(b *testing.B) {
	text := strings.Repeat(thousandWords(b), 200)[:1<<20]
	for b.Loop() {
		Check(text, Options{Channel: Report})
	}
}
