package notes

import (
	"strings"
	"testing"
)

// TestRead_bearsOddFiles reads files that nobody writes by hand; each would take
// minutes if any step were not bounded.
func TestRead_bearsOddFiles(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"a line of ten megabytes": "- " + strings.Repeat("word ", 2<<20) + "\n- next\n",
		"colons":                  strings.Repeat("- "+strings.Repeat("KW: a: ", 2000)+"\n", 20),
		"marks":                   strings.Repeat("- "+strings.Repeat("*a _b ~~c [d](", 1000)+"\n", 20),
		"brackets":                strings.Repeat("- "+strings.Repeat("[", 15000)+"\n", 20),
		"fences":                  strings.Repeat("```\n- x\n~~~~\n", 3001),
		"comments":                strings.Repeat("<!-- a\n- x\n", 5000),
		"dates":                   strings.Repeat("## 17 Nov\n- x\n## 2025-11-17\n- y\n", 2000),
		"one long item":           "- a\n" + strings.Repeat("  - b and more of it\n", 20000),
		"deep":                    strings.Repeat(" ", 3000) + "- x\n" + strings.Repeat(">", 10000) + " y\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := "## 2026-11-17\n\n" + body
			n, err := Read([]byte(text), ourOptions())
			if err != nil {
				t.Fatal(err)
			}
			sound(t, []byte(text), n)
		})
	}
}
