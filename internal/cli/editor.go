package cli

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapport"
)

// edit opens text in the user's editor and returns it as saved. The file lies
// in a private folder and is gone afterwards.
func (sh *shell) edit(ctx context.Context, text, name string) (string, error) {
	command := sh.editor(ctx)
	dir, err := os.MkdirTemp("", "rapport-")
	if err != nil {
		return "", fileError(err, "making a folder for", "the editor")
	}
	defer func() { _ = os.RemoveAll(dir) }() // the folder is ours and temporary
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return "", fileError(err, "writing", path)
	}
	if err := runEditor(ctx, sh.env, command, path); err != nil {
		return "", rapport.Errorf(rapport.Unavailable, "the editor %q failed: %w", command, err).
			WithHint("set another one: rapport config editor nano")
	}
	saved, err := os.ReadFile(path)
	if err != nil {
		return "", fileError(err, "reading", path)
	}
	return strings.ReplaceAll(string(saved), "\r\n", "\n"), nil
}

// editor names the user's editor: the one configured, else VISUAL, else
// EDITOR.
func (sh *shell) editor(ctx context.Context) string {
	if s, err := sh.read(ctx); err == nil && s.People.User.Editor != "" {
		return s.People.User.Editor
	}
	for _, name := range [...]string{"VISUAL", "EDITOR"} {
		if command := strings.TrimSpace(sh.env.Getenv(name)); command != "" {
			return command
		}
	}
	if _, err := exec.LookPath("nano"); err == nil {
		return "nano"
	}
	return "vi"
}

// runEditor starts an editor, which may be given with arguments.
func runEditor(ctx context.Context, env Env, command, path string) error {
	words := commandWords(command)
	if len(words) == 0 {
		return exec.ErrNotFound
	}
	cmd := exec.CommandContext(ctx, words[0], append(words[1:], path)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr, cmd.Dir = env.Stdin, env.Stderr, env.Stderr, env.Dir
	return cmd.Run()
}

// commandWords splits a command into its words. Quotes of either sort keep
// spaces, and so does a backslash before one; any other backslash belongs to
// the word, as in the paths of Windows.
func commandWords(command string) []string {
	var words []string
	var word strings.Builder
	begun, quote := false, rune(0)
	var size int
	for i := 0; i < len(command); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(command[i:])
		switch {
		case r == '\\' && quote != '\'' && i+1 < len(command) && strings.IndexByte(` "'`, command[i+1]) >= 0:
			size = 2
			word.WriteByte(command[i+1])
			begun = true
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, begun = r, true
		case quote == 0 && unicode.IsSpace(r):
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteString(command[i : i+size]) // a path need not be UTF-8
			begun = true
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words
}
