package cli

import (
	"testing"

	"rapport"
	"rapport/internal/capture"
)

// TestFlagsAndLinesNameTheSameKinds keeps --kind and the quick grammar alike.
func TestFlagsAndLinesNameTheSameKinds(t *testing.T) {
	words := []string{"did", "won", "stuck", "idea", "ask", "fyi", "promise", "heard", "Won", "nonsense", "private", ""}
	for _, k := range rapport.Kinds {
		words = append(words, string(k))
	}
	for _, word := range words {
		want, known := capture.KindNamed(word)
		got, err := kindArg(word)
		if got != want || (err == nil) != known {
			t.Errorf("--kind %q is %q (%v), the grammar reads %q (%v)", word, got, err, want, known)
		}
	}
}
