package app

import (
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"golang.org/x/term"

	"rapport/internal/cli"
)

// Process returns the environment of this process for the command line.
// release is the version that the build stamped it with.
func Process(release string) cli.Env {
	dir, err := os.Getwd()
	if err != nil {
		dir = "." // the folder is gone; only commands that look at it will say so
	}
	return cli.Env{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		Getenv: os.Getenv, Dir: dir, Now: time.Now,
		Asks:     term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd())),
		OutWidth: width(os.Stdout), ErrWidth: width(os.Stderr), Version: func() cli.Version { return version(release) },
		Ends: true,
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
