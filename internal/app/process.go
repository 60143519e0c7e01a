package app

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"golang.org/x/term"

	"rapport/internal/cli"
)

// atOnce is how long a command that answers at once may take: nobody who starts
// one interrupts it sooner.
const atOnce = 50 * time.Millisecond

// interruptible returns a context that an interrupt ends, so that a command
// can say what it did and did not do, and the function that prepares for it.
//
// Most commands are over before anybody can interrupt them. They are spared
// the preparations, which take a fifth of the time in which a Go process
// starts: until then an interrupt just ends the process, which loses nothing
// that was acknowledged.
func interruptible(parent context.Context) (ctx context.Context, prepare func()) {
	ctx, end := context.WithCancel(parent)
	prepare = sync.OnceFunc(func() {
		// What takes longer is given memory rather than time.
		debug.SetGCPercent(400)
		interrupts := make(chan os.Signal, 1)
		signal.Notify(interrupts, os.Interrupt)
		go func() {
			<-interrupts
			end()
		}()
	})
	time.AfterFunc(atOnce, prepare)
	return ctx, prepare
}

// Process returns the environment of this process for the command line, and
// the context of its command, which an interrupt ends. release is the version
// that the build stamped it with.
func Process(parent context.Context, release string) (context.Context, cli.Env) {
	ctx, prepare := interruptible(parent)
	dir, err := os.Getwd()
	if err != nil {
		dir = "." // the folder is gone; only commands that look at it will say so
	}
	return ctx, cli.Env{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Dir: dir, Now: time.Now,
		Asks:     term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd())),
		OutWidth: width(os.Stdout), ErrWidth: width(os.Stderr), Version: func() cli.Version { return version(release) },
		Ends: true, Waits: prepare,
	}
}

// width returns the columns of a terminal; zero for anything else.
func width(f *os.File) int {
	if !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil || columns <= 0 {
		return 80
	}
	return columns
}

// version reads what the build says of itself.
func version(release string) cli.Version {
	v := cli.Version{Version: release, Go: runtime.Version()}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Revision = s.Value
		case "vcs.time":
			v.Built = s.Value
		}
	}
	return v
}
