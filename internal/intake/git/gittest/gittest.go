// Package gittest makes git repositories for tests and benchmarks.
//
// [New] gives a test a small repository to which it adds commits one by one,
// with every name and clock under its control. [Generate] writes a large one
// in a second or two through git fast-import; it needs no test and serves the
// benchmarks. All people and projects in both are invented.
package gittest

import (
	"bytes"
	"context"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// TB is what [Repo] needs of a test.
type TB interface {
	Context() context.Context
	Helper()
	Fatalf(format string, args ...any)
	TempDir() string
}

// Person is an author or committer.
type Person struct{ Name, Email string }

// String returns the person as git writes them.
func (p Person) String() string { return p.Name + " <" + p.Email + ">" }

// Repo is a repository of a test.
type Repo struct {
	Dir string
	tb  TB
}

// New makes an empty repository on branch main in a folder of its own.
func New(tb TB, flags ...string) *Repo {
	tb.Helper()
	r := &Repo{Dir: filepath.Join(tb.TempDir(), "shop"), tb: tb}
	if err := os.MkdirAll(r.Dir, 0o755); err != nil {
		tb.Fatalf("making a repository: %v", err)
	}
	r.Git(append([]string{"init", "-q", "-b", "main"}, flags...)...)
	return r
}

// At is an existing repository, such as a clone.
func At(tb TB, dir string) *Repo { return &Repo{Dir: dir, tb: tb} }

// Change is one commit to be made.
type Change struct {
	By Person
	// At is the author's clock.
	At time.Time
	// Committed is the committer's clock; At where zero.
	Committed time.Time
	// Committer is the author where empty.
	Committer Person
	Message   string
	// Files are written before the commit; without any the commit is empty.
	Files map[string]string
	// Flags are further arguments of git commit, such as --amend.
	Flags []string
}

// Commit makes a commit and returns its id.
func (r *Repo) Commit(c Change) string {
	r.tb.Helper()
	for _, name := range slices.Sorted(maps.Keys(c.Files)) {
		r.Write(name, c.Files[name])
	}
	if len(c.Files) > 0 {
		r.Git("add", "-A")
	}
	args := append([]string{"commit", "-q", "--allow-empty", "--allow-empty-message", "--no-verify", "--cleanup=verbatim", "-F", "-"}, c.Flags...)
	r.run(c.env(), c.Message, args...)
	return r.Git("rev-parse", "HEAD")
}

// Merge merges branch into the current one and returns the merge's id.
func (r *Repo) Merge(branch string, c Change) string {
	r.tb.Helper()
	r.run(c.env(), "", "merge", "-q", "--no-ff", "-m", c.Message, branch)
	return r.Git("rev-parse", "HEAD")
}

// As runs git with the change's people and clocks.
func (r *Repo) As(c Change, args ...string) string {
	r.tb.Helper()
	return r.run(c.env(), c.Message, args...)
}

// Write writes a file of the work tree.
func (r *Repo) Write(name, content string) {
	r.tb.Helper()
	path := filepath.Join(r.Dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		r.tb.Fatalf("making a folder: %v", err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		r.tb.Fatalf("writing a file: %v", err)
	}
}

// Git runs git in the repository and returns its trimmed output.
func (r *Repo) Git(args ...string) string {
	r.tb.Helper()
	return r.run(nil, "", args...)
}

func (c Change) env() []string {
	committer, committed := c.Committer, c.Committed
	if committer == (Person{}) {
		committer = c.By
	}
	if committed.IsZero() {
		committed = c.At
	}
	return []string{
		"GIT_AUTHOR_NAME=" + c.By.Name, "GIT_AUTHOR_EMAIL=" + c.By.Email,
		"GIT_AUTHOR_DATE=" + c.At.Format(time.RFC3339),
		"GIT_COMMITTER_NAME=" + committer.Name, "GIT_COMMITTER_EMAIL=" + committer.Email,
		"GIT_COMMITTER_DATE=" + committed.Format(time.RFC3339),
	}
}

func (r *Repo) run(env []string, stdin string, args ...string) string {
	r.tb.Helper()
	cmd := exec.CommandContext(r.tb.Context(), "git", append([]string{"-c", "protocol.file.allow=always", "-c", "commit.gpgSign=false", "-c", "core.autocrlf=false"}, args...)...)
	cmd.Dir = r.Dir
	cmd.Env = append(Environ(), env...)
	cmd.Stdin = strings.NewReader(stdin)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		r.tb.Fatalf("git %s: %v: %s", strings.Join(args, " "), err, stderr.String())
	}
	return strings.TrimSpace(string(out))
}

// Environ is the environment of this process without what would let the
// machine's own git settings into a test.
func Environ() []string {
	env := slices.DeleteFunc(os.Environ(), func(kv string) bool { return strings.HasPrefix(kv, "GIT_") })
	return append(env, "LC_ALL=C", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_AUTHOR_NAME=Nobody", "GIT_AUTHOR_EMAIL=nobody@example.org",
		"GIT_COMMITTER_NAME=Nobody", "GIT_COMMITTER_EMAIL=nobody@example.org")
}
