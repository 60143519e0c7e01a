package git

import (
	"context"
	"io"
	"os/exec"
	"strings"
)

// Beginning is a look at a repository that was begun ahead.
type Beginning struct {
	stop   context.CancelFunc
	log    chan *logCall
	opened chan opened
}

type opened struct {
	repo *Repository
	err  error
}

// Begin looks at the repository that dir lies in as [Open] does, for a caller
// who has something else to do meanwhile and will read commits then: git is
// started for that too, and waits. Either [Beginning.Open] or [Beginning.Stop]
// is to follow.
func Begin(ctx context.Context, dir string) *Beginning {
	ctx, stop := context.WithCancel(ctx)
	b := &Beginning{stop: stop, log: make(chan *logCall, 1), opened: make(chan opened, 1)}
	go func() {
		repo, err := Open(ctx, dir)
		b.opened <- opened{repo, err}
	}()
	go func() {
		log, err := startLog(ctx, dir)
		if err != nil {
			log = nil // what is wrong shows when it is started again
		}
		b.log <- log
	}()
	return b
}

// Open waits for what [Open] returns. [Repository.Close] is to follow.
func (b *Beginning) Open() (*Repository, error) {
	found := <-b.opened
	if found.err != nil {
		b.Stop()
		return nil, found.err
	}
	found.repo.begun = b
	return found.repo, nil
}

// Stop ends what was begun.
func (b *Beginning) Stop() {
	b.stop()
	if log := <-b.log; log != nil {
		log.end()
	}
}

// takeLog returns the log that was started ahead, once; nil where none was.
func (r *Repository) takeLog() *logCall {
	if r.begun == nil {
		return nil
	}
	log := <-r.begun.log
	r.begun.log <- nil
	return log
}

// Close ends what was started ahead and not used.
func (r *Repository) Close() {
	if r.begun != nil {
		r.begun.Stop()
		r.begun = nil
	}
}

// logCall is git log as it waits for the commits to begin at.
type logCall struct {
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stdout io.ReadCloser
	stderr *capped
}

func startLog(ctx context.Context, dir string) (*logCall, error) {
	cmd := command(ctx, dir, "log", "--stdin", "-z", "-s", logFormat, "--date=raw", "--encoding=UTF-8",
		"--no-decorate", "--no-notes", "--no-color", "--no-show-signature", "--no-follow")
	log := &logCall{cmd: cmd, stderr: &capped{max: maxStderr}}
	cmd.Stderr = log.stderr
	var err error
	if log.stdin, err = cmd.StdinPipe(); err != nil {
		return nil, err
	}
	if log.stdout, err = cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	return log, cmd.Start()
}

// ask lets git list what is reachable from tips but not from known.
func (l *logCall) ask(tips, known []string) {
	var b strings.Builder
	for _, t := range tips {
		b.WriteString(t + "\n")
	}
	for _, t := range known {
		b.WriteString("^" + t + "\n")
	}
	// Git says itself why it does not listen any more.
	_, _ = io.WriteString(l.stdin, b.String())
	_ = l.stdin.Close()
}

// end ends git before it is done, whatever it says to that, and waits for
// nothing: a large process takes its time to die.
func (l *logCall) end() {
	_ = l.stdout.Close()
	_ = l.cmd.Process.Kill()
	go func() { _ = l.cmd.Wait() }()
}
