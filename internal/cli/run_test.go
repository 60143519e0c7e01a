package cli_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"rapport/internal/cli"
)

func TestAMistakeOfOursIsSaidAndNeverADump(t *testing.T) {
	var stdout, stderr bytes.Buffer
	code := cli.Run(context.Background(), cli.Env{
		Args: []string{"list"}, Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr,
		Getenv: func(name string) string {
			if name == "RAPPORT_DB" {
				return "x.db"
			}
			return ""
		},
		Now: time.Now,
	}, cli.Wiring{Open: func(context.Context, cli.OpenOptions) (*cli.Session, error) { panic("index out of range") }})
	if code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}
	if got := stderr.String(); !strings.HasPrefix(got, "rapport: the program made a mistake") || strings.Contains(got, "goroutine") {
		t.Errorf("stderr:\n%s", got)
	}
	if stdout.Len() > 0 {
		t.Errorf("stdout: %s", &stdout)
	}
}
