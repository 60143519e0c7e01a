package git

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"time"

	"rapport"
)

// maxStderr is how much of git's complaints is kept.
const maxStderr = 8 << 10

// command prepares a call of git in dir. The folder is the process's own, never
// an argument, so that no name of a folder can be read as an option. Git runs
// in plain English, asks nothing, pages nothing, writes nothing and may not use
// the network, not even for the missing objects of a partial clone.
//
// The system's configuration stays in force: safe.directory, mailmap.file and
// the user's name may stand there. What else it could change is overruled by
// the arguments of each call.
func command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	fixed := []string{
		"--no-pager", "--no-optional-locks", "--literal-pathspecs",
		"-c", "protocol.allow=never", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false",
	}
	cmd := exec.CommandContext(ctx, "git", append(fixed, args...)...)
	cmd.Dir = dir
	cmd.Env = environment(os.Environ())
	cmd.WaitDelay = 5 * time.Second
	return cmd
}

// environment returns env without what could point git at another repository
// or make it ask, as a hook's environment does.
func environment(env []string) []string {
	kept := make([]string, 0, len(env)+8)
	for _, kv := range env {
		name, _, _ := strings.Cut(kv, "=")
		switch name {
		case "GIT_EXEC_PATH", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
			"GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_TEMPLATE_DIR":
		case "LC_ALL", "LANGUAGE", "LANG":
			continue
		default:
			if strings.HasPrefix(name, "GIT_") {
				continue
			}
		}
		kept = append(kept, kv)
	}
	return append(kept, "LC_ALL=C", "LANGUAGE=", "GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=true", "SSH_ASKPASS=true",
		"GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0", "GIT_FLUSH=0")
}

// failure is a call of git that did not succeed.
type failure struct {
	call   string
	stderr string
	cause  error
}

func (f *failure) Error() string { return "git " + f.call + ": " + f.firstLine() }

func (f *failure) Unwrap() error { return f.cause }

// firstLine returns the line of git's complaint that says most.
func (f *failure) firstLine() string {
	line := ""
	for l := range strings.Lines(f.stderr) {
		l = strings.TrimSpace(l)
		if rest, ok := strings.CutPrefix(l, "fatal: "); ok {
			return rest
		}
		if line == "" {
			line = strings.TrimPrefix(l, "error: ")
		}
	}
	if line == "" && f.cause != nil {
		return f.cause.Error()
	}
	return line
}

func (f *failure) says(any ...string) bool {
	for _, s := range any {
		if strings.Contains(f.stderr, s) {
			return true
		}
	}
	return false
}

// output runs git and returns what it printed, also where it failed.
func output(ctx context.Context, dir string, args ...string) ([]byte, error) {
	cmd := command(ctx, dir, args...)
	var stdout bytes.Buffer
	stderr := &capped{max: maxStderr}
	cmd.Stdout, cmd.Stderr = &stdout, stderr
	if err := cmd.Run(); err != nil {
		return stdout.Bytes(), failed(ctx, args[0], stderr, err)
	}
	return stdout.Bytes(), nil
}

func failed(ctx context.Context, call string, stderr *capped, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return &failure{call: call, stderr: stderr.String(), cause: err}
}

// capped keeps the first max bytes written to it.
type capped struct {
	bytes.Buffer
	max int
}

func (c *capped) Write(p []byte) (int, error) {
	if room := c.max - c.Len(); room > 0 {
		c.Buffer.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

// checkDir returns an error for people where dir is no readable folder.
func checkDir(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return rapport.Errorf(rapport.NotFound, "there is no folder %s", dir).WithHint("check the path").WithCause(err)
	case errors.Is(err, fs.ErrPermission):
		return rapport.Errorf(rapport.Unavailable, "you may not read %s", dir).WithHint("check who owns the folder").WithCause(err)
	case err != nil:
		return rapport.Errorf(rapport.Unavailable, "%s cannot be read", dir).WithHint("check the path").WithCause(err)
	case !info.IsDir():
		return rapport.Errorf(rapport.Invalid, "%s is not a folder", dir).WithHint("name the folder of the repository")
	}
	return nil
}

// explain turns a failed call into an error for people.
func explain(dir string, err error) error {
	var f *failure
	if errors.Is(err, exec.ErrNotFound) {
		return rapport.Errorf(rapport.Unavailable, "git is not installed").
			WithHint("install it, for example with: apt install git").WithCause(err)
	}
	if !errors.As(err, &f) {
		return err
	}
	switch {
	case f.says("not a git repository"):
		return rapport.Errorf(rapport.NotFound, "%s is not in a git repository", dir).
			WithHint("name the folder of a clone, or start one there with: git init").WithCause(err)
	case f.says("dubious ownership"):
		owned := dir
		if _, rest, ok := strings.Cut(f.stderr, "repository at '"); ok {
			owned, _, _ = strings.Cut(rest, "'")
		}
		return rapport.Errorf(rapport.Unavailable, "git does not read %s because another user owns it", owned).
			WithHint("if you trust it: git config --global --add safe.directory '%s'", owned).WithCause(err)
	case f.says("Permission denied", "Operation not permitted"):
		return rapport.Errorf(rapport.Unavailable, "you may not read the repository %s: %s", dir, f.firstLine()).
			WithHint("check who owns its files").WithCause(err)
	case f.says("bad object", "corrupt", "unable to read", "loose object", "does not point to a valid object",
		"inflate", "packfile", "Could not read", "unable to parse", "object file", "bad config", "missing"):
		return rapport.Errorf(rapport.Unavailable, "the repository %s is damaged: %s", dir, f.firstLine()).
			WithHint("see what is wrong with: git -C '%s' fsck", dir).WithCause(err)
	}
	return rapport.Errorf(rapport.Unavailable, "git could not read %s: %s", dir, f.firstLine()).
		WithHint("try the same in that folder: git %s", f.call).WithCause(err)
}
