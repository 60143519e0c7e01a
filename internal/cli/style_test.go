package cli

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapport"
)

func TestColumns(t *testing.T) {
	tests := []struct {
		name, text string
		want       int
	}{
		{"plain letters", "ward", 4},
		{"letters with accents", "café", 4},
		{"a combining mark takes no column", "cafe\u0301", 4},
		{"a wide script takes two", "日本", 4},
		{"an emoji takes two", "🙂", 2},
		{"colours take none", "\x1b[1mward\x1b[0m", 4},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := columns(tt.text); got != tt.want {
				t.Errorf("columns(%q) = %d, want %d", tt.text, got, tt.want)
			}
		})
	}
}

func TestHangingKeepsEveryWordAndTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-z日é]{1,10}`), 1, 30).Draw(t, "words")
		width := rapid.IntRange(30, 90).Draw(t, "width")
		const head = "12  "
		line := head + strings.Join(words, rapid.SampledFrom([]string{" ", "  "}).Draw(t, "gap"))
		broken := hanging(line, len(head), width)
		for i, part := range strings.Split(broken, "\n") {
			if columns(part) > width {
				t.Errorf("%q is wider than %d", part, width)
			}
			if i > 0 && !strings.HasPrefix(part, "    ") {
				t.Errorf("%q does not hang", part)
			}
			if strings.TrimRight(part, " ") != part || i > 0 && strings.HasPrefix(part, "     ") {
				t.Errorf("%q has a space at its edge", part)
			}
		}
		if got := strings.Join(strings.Fields(broken), " "); got != strings.Join(strings.Fields(line), " ") {
			t.Errorf("%q became %q", line, got)
		}
	})
}

func TestNumberArgs(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want []rapport.Number
		ok   bool
	}{
		{"one number", []string{"12"}, []rapport.Number{12}, true},
		{"a number with its sign", []string{"#12"}, []rapport.Number{12}, true},
		{"a range", []string{"3-5", "9"}, []rapport.Number{3, 4, 5, 9}, true},
		{"a word is refused", []string{"twelve"}, nil, false},
		{"zero is refused", []string{"0"}, nil, false},
		{"a range backwards is refused", []string{"5-3"}, nil, false},
		{"a range without an end is refused", []string{"5-"}, nil, false},
		{"a negative number is refused", []string{"-5"}, nil, false},
		{"an endless range is refused", []string{"1-99999999"}, nil, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := numberArgs(tt.args)
			if (err == nil) != tt.ok || tt.ok && len(got) != len(tt.want) {
				t.Fatalf("numberArgs(%q) = %v, %v", tt.args, got, err)
			}
			for i := range tt.want {
				if got[i] != tt.want[i] {
					t.Errorf("numberArgs(%q) = %v, want %v", tt.args, got, tt.want)
				}
			}
		})
	}
}
