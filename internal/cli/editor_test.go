package cli

import (
	"slices"
	"strings"
	"testing"
)

func TestCommandWords(t *testing.T) {
	for _, c := range []struct {
		name, command string
		words         []string
	}{
		{"one word", `vim`, []string{"vim"}},
		{"arguments", `code --wait  -n`, []string{"code", "--wait", "-n"}},
		{"double quotes keep spaces", `"/opt/My Editor/ed" -f`, []string{"/opt/My Editor/ed", "-f"}},
		{"single quotes keep everything", `vim -c 'set tw=72 \"'`, []string{"vim", "-c", `set tw=72 \"`}},
		{"quotes within a word", `vim --cmd="set nu"`, []string{"vim", "--cmd=set nu"}},
		{"an empty word in quotes", `ed ''`, []string{"ed", ""}},
		{"a backslash keeps a space", `/opt/My\ Editor -f`, []string{"/opt/My Editor", "-f"}},
		{"other backslashes stay", `"C:\Program Files\Vim\vim.exe" -f`, []string{`C:\Program Files\Vim\vim.exe`, "-f"}},
		{"an open quote ends with the command", `vim "-c x`, []string{"vim", "-c x"}},
		{"bytes that are no UTF-8 stay", "/opt/\xb6\\ ed -f", []string{"/opt/\xb6 ed", "-f"}},
		{"nothing", `  `, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := commandWords(c.command); !slices.Equal(got, c.words) {
				t.Errorf("got %q, want %q", got, c.words)
			}
		})
	}
}

func FuzzCommandWords(f *testing.F) {
	f.Add(`vim -c "set tw=72" 'a b'`)
	f.Add("\\")
	f.Fuzz(func(t *testing.T, command string) {
		words := commandWords(command)
		if !strings.ContainsAny(command, `"'\`) && !slices.Equal(words, strings.Fields(command)) {
			t.Errorf("%q without quotes gives %q", command, words)
		}
	})
}
