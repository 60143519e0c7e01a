package git

import (
	"cmp"
	"context"
	"io"
	"os/exec"
)

// maxFiles is how many paths of one commit are kept, maxDiffs of how many
// commits.
const (
	maxFiles = 300
	maxDiffs = 4000
)

// diff asks git for the files of commits while the log is still being read.
type diff struct {
	ctx    context.Context
	cancel context.CancelFunc
	dir    string
	asked  int
	cmd    *exec.Cmd
	stdin  io.WriteCloser
	stderr capped
	answer chan map[string][]string
	err    error
}

func newDiff(ctx context.Context, dir string) *diff {
	ctx, cancel := context.WithCancel(ctx)
	return &diff{ctx: ctx, cancel: cancel, dir: dir, stderr: capped{max: maxStderr}}
}

// ask puts a question; the first one starts git.
func (d *diff) ask(sha string) {
	if d.err != nil || d.asked >= maxDiffs {
		return
	}
	if d.cmd == nil {
		if d.err = d.start(); d.err != nil {
			return
		}
	}
	d.asked++
	_, d.err = io.WriteString(d.stdin, sha+"\n")
}

func (d *diff) start() error {
	d.cmd = command(d.ctx, d.dir, "diff-tree", "--stdin", "--always", "-z", "-r", "--root", "--name-only",
		"--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none")
	d.cmd.Stderr = &d.stderr
	var err error
	if d.stdin, err = d.cmd.StdinPipe(); err != nil {
		return err
	}
	stdout, err := d.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := d.cmd.Start(); err != nil {
		return err
	}
	d.answer = make(chan map[string][]string, 1)
	go func() { d.answer <- readFiles(newLogReader(stdout)) }()
	return nil
}

// files returns the files of all commits asked for.
func (d *diff) files() (map[string][]string, error) {
	if d.answer == nil {
		return nil, d.err
	}
	closeErr := d.stdin.Close()
	files := <-d.answer
	d.answer = nil
	return files, cmp.Or(d.cmd.Wait(), d.err, closeErr)
}

// stop ends git where its answers are no longer wanted.
func (d *diff) stop() {
	d.cancel()
	_, _ = d.files() // the process is waited for, whatever it says
}

// readFiles reads the output of diff-tree: for each commit its id, then its
// paths.
func readFiles(r *logReader) map[string][]string {
	files := make(map[string][]string)
	sha := ""
	for {
		r.buf = r.buf[:0]
		err := r.field(maxField)
		switch text := decode(r.buf); {
		case isHash(text):
			sha = text
		case text != "" && sha != "" && len(files[sha]) < maxFiles:
			files[sha] = append(files[sha], text)
		}
		if err != nil {
			return files
		}
	}
}
