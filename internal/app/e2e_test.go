// Package app_test runs the program as people do: as a process with arguments,
// an environment and streams, on real stores. The tests look at nothing but
// what comes out, and at the store afterwards.
package app_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// The exit codes, a published contract.
const (
	exitDone  = 0
	exitUser  = 1
	exitFound = 3
)

// binary is the program under test, built once by TestMain.
var binary string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "rapport-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer func() { _ = os.RemoveAll(dir) }() // temporary
	// Another user runs the program in one of the tests.
	if err := os.Chmod(dir, 0o755); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	binary = filepath.Join(dir, "rapport")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	build := exec.Command("go", "build", "-o", binary, "../../cmd/rapport")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		fmt.Fprintf(os.Stderr, "building the program: %v\n%s", err, out)
		return 1
	}
	return m.Run()
}

// life is one person's machine: a home, a folder to work in, and a store.
type life struct {
	t     testing.TB
	home  string
	dir   string
	store string
	// env is added to the environment.
	env []string
}

// newLife returns a life whose store is at location; empty for the default.
func newLife(t testing.TB, location string) *life {
	t.Helper()
	home := t.TempDir()
	return &life{t: t, home: home, dir: home, store: location}
}

// result is what a command did.
type result struct {
	t              testing.TB
	command        string
	stdout, stderr string
	code           int
}

// command prepares the program with arguments. Nothing of the machine's own
// environment reaches it but the path to programs.
func (l *life) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, binary, args...)
	cmd.Dir = l.dir
	cmd.Env = []string{
		"HOME=" + l.home, "PATH=" + os.Getenv("PATH"), "TMPDIR=" + l.home, "TZ=UTC", "LANG=C.UTF-8",
		"GIT_CONFIG_NOSYSTEM=1",
	}
	if l.store != "" {
		cmd.Env = append(cmd.Env, "RAPPORT_DB="+l.store)
	}
	cmd.Env = append(cmd.Env, l.env...)
	return cmd
}

// run runs the program to its end, with nothing on stdin.
func (l *life) run(args ...string) result {
	l.t.Helper()
	return l.feed("", args...)
}

// feed runs the program to its end with a text on stdin.
func (l *life) feed(stdin string, args ...string) result {
	l.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := l.command(ctx, args...)
	cmd.Stdin = strings.NewReader(stdin)
	return l.finish(cmd, args)
}

func (l *life) finish(cmd *exec.Cmd, args []string) result {
	l.t.Helper()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		l.t.Fatalf("rapport %q did not run: %v", args, err)
	}
	return result{l.t, shown(args), stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// shown is a command line for messages.
func shown(args []string) string {
	const most = 200
	line := fmt.Sprintf("rapport %q", args)
	if len(line) > most {
		line = line[:most] + "…"
	}
	return line
}

// must runs the program and fails the test where it does not succeed.
func (l *life) must(args ...string) result {
	l.t.Helper()
	return l.run(args...).ok()
}

// export returns the journal of the store.
func (l *life) export() string {
	l.t.Helper()
	return l.must("export").stdout
}

// huge makes a file of a gigabyte that takes no room.
func (l *life) huge(name string) string {
	l.t.Helper()
	path := l.write(name, "")
	if err := os.Truncate(path, 1<<30); err != nil {
		l.t.Fatal(err)
	}
	return path
}

// write makes a file in the life's folder and returns its path.
func (l *life) write(name, text string) string {
	l.t.Helper()
	path := filepath.Join(l.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		l.t.Fatal(err)
	}
	return path
}

// ok fails the test where the command did not succeed.
func (r result) ok() result {
	r.t.Helper()
	if r.code != exitDone {
		r.t.Fatalf("%s: exit code %d\n%s%s", r.command, r.code, r.stdout, r.stderr)
	}
	return r
}

// refused fails the test unless the command ended with the code for what the
// user can fix, said each of the words, offered a next step, and printed no
// data.
func (r result) refused(words ...string) result {
	r.t.Helper()
	if r.code != exitUser {
		r.t.Errorf("%s: exit code %d, want %d\n%s%s", r.command, r.code, exitUser, r.stdout, r.stderr)
	}
	if r.stdout != "" {
		r.t.Errorf("%s: refused, but printed %q", r.command, r.stdout)
	}
	_, message, ok := strings.Cut("\n"+r.stderr, "\nrapport: ")
	if lines := strings.Split(strings.TrimSpace(message), "\n"); !ok || len(lines) < 2 || lines[1] == "" {
		r.t.Errorf("%s: no message with a next step:\n%s", r.command, r.stderr)
	}
	for _, w := range words {
		if !strings.Contains(r.stderr, w) {
			r.t.Errorf("%s: does not say %q:\n%s", r.command, w, r.stderr)
		}
	}
	for _, w := range [...]string{"panic", "goroutine", "sqlite3:", "SQLSTATE", "runtime error"} {
		if strings.Contains(r.stderr, w) {
			r.t.Errorf("%s: shows its inside:\n%s", r.command, r.stderr)
		}
	}
	return r
}

// git runs git in a folder with an identity of its own.
func (l *life) git(dir string, args ...string) string {
	l.t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		l.t.Skip("git is not installed")
	}
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = []string{"HOME=" + l.home, "PATH=" + os.Getenv("PATH"), "GIT_CONFIG_NOSYSTEM=1", "TZ=UTC"}
	out, err := cmd.CombinedOutput()
	if err != nil {
		l.t.Fatalf("git %q: %v\n%s", args, err, out)
	}
	return string(out)
}

// repository makes a git repository with commits of Maren Holt, one for each
// subject, on the days before today.
func (l *life) repository(name string, subjects ...string) string {
	l.t.Helper()
	dir := filepath.Join(l.dir, name)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		l.t.Fatal(err)
	}
	l.git(dir, "init", "-q", "-b", "main")
	l.git(dir, "config", "user.name", "Maren Holt")
	l.git(dir, "config", "user.email", "maren@example.org")
	for i, subject := range subjects {
		file := filepath.Join(dir, fmt.Sprintf("part%d.txt", i))
		if err := os.WriteFile(file, []byte(subject), 0o600); err != nil {
			l.t.Fatal(err)
		}
		l.git(dir, "add", ".")
		day := time.Now().AddDate(0, 0, i-len(subjects)).Format(time.RFC3339)
		l.git(dir, "commit", "-q", "-m", subject, "--date", day)
	}
	return dir
}
