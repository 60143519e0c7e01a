package readme

import (
	"os"
	"strings"
	"testing"
)

// BenchmarkRead reads a text of usual length.
func BenchmarkRead(b *testing.B) {
	content, err := os.ReadFile("testdata/readmes/telecom.txt")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Read(string(content), Author{Name: "Priya Raman"}, day); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkReadFullOfWishes reads the longest text there may be, all in one
// sentence of wishes and denials.
func BenchmarkReadFullOfWishes(b *testing.B) {
	text := "# Working with me\n\n" + strings.Repeat("I do not want short numbers and no written report but call me ", maxText/70)
	for b.Loop() {
		if _, err := Read(text, Author{}, day); err != nil {
			b.Fatal(err)
		}
	}
}
